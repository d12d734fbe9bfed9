"""How a text begins, for problems and explanations: so much of it that one finds it in the page."""

_LONGEST = 80
"""Characters."""


def snippet(text: str) -> str:
    """The first characters of `text`."""
    return text[:_LONGEST]
