"""bytes → str: which encoding a page really is in.

A byte-order mark decides. Then strict UTF-8: text is next to never valid UTF-8 by accident, while pages that
are UTF-8 and declare something else are common. Then what HTTP and the page's own meta tag declare, then the letters
of languages, then statistics, and windows-1252 when nothing else fits.
"""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

from pipeline.parse.decode.letters import BROWSERS_DEFAULT, by_letters
from pipeline.records import Problem, Reason

_STATISTICS_BYTES = 65_536
"""Statistics look at no more than this: what they need is less, and their time grows with it."""

_NOT_TEXT = (b"\x89PNG", b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"\x7fELF")
"""How files begin that are no text, whatever the server calls them."""

_NO_CHARSETS = {
    "idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem",
}  # fmt: skip
"""Names that Python takes for a text encoding and no page means."""

_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\f\r\x1b"})
"""What browsers call binary data bytes."""
_START = 1445
"""How many bytes browsers look at to tell text from data."""
_MOST_TEXT = 0.97
"""Data that is compressed or compiled has a tenth of them; a damaged page has a few."""

_TOLERATED_DAMAGE = 0.1
"""Share of unreadable characters among the non-ASCII ones up to which an encoding is still believed."""


class Decoded(NamedTuple):
    """A page's text, and what is wrong with it."""

    text: str
    problems: tuple[Problem, ...] = ()
    utf_8: bytes | None = None
    """The same in UTF-8, where the page came in it: to encode it again would be for nothing."""


def decode(body: bytes, content_type: str | None) -> Decoded:
    """The text of `body`; problems say where the encoding had to be guessed or bytes were damaged.

    `content_type` is the HTTP header. Never raises; the same bytes always give the same text.
    """
    found = _decode(body, content_type)
    if b"\0" not in body or "\0" not in found.text:  # bytes are looked through thirty times as quick
        return found
    nuls = Problem(Reason.ENCODING_DAMAGED, f"{found.text.count(chr(0))} NUL characters")
    return found._replace(problems=(*found.problems, nuls))


def _decode(body: bytes, content_type: str | None) -> Decoded:
    if body.startswith(_NOT_TEXT):
        return Decoded("", (Problem(Reason.NOT_TEXT, repr(body[:4])),))
    marked, mark = read_bom(body)
    if marked and mark:
        return _read(body[len(mark) :], marked)
    if wide := _wide_without_mark(body):
        return _read(body, wide)
    if _is_binary(body[:_START]):
        return Decoded("", (Problem(Reason.NOT_TEXT, "control bytes"),))
    try:
        return Decoded(body.decode(), (), body)
    except UnicodeDecodeError:
        return _not_utf8(body, content_type)


def _is_binary(start: bytes) -> bool:
    """Whether bytes stand at the start of a file that no text has, and not just one by accident."""
    return len(start.translate(None, _CONTROLS)) < len(start) * _MOST_TEXT


def _not_utf8(body: bytes, content_type: str | None) -> Decoded:
    """The text of bytes that are not (quite) UTF-8."""
    for name in ("utf-8", *_declared(body, content_type)):
        if _damage((found := _read(body, name)).text) <= _TOLERATED_DAMAGE:
            return found
    fitting = (name for name in _guessed(body) if _damage(body.decode(name, "replace")) <= _TOLERATED_DAMAGE)
    name = next(fitting, BROWSERS_DEFAULT)
    found = _read(body, name)
    return found._replace(problems=(Problem(Reason.ENCODING_GUESSED, name), *found.problems))


def _read(body: bytes, name: str) -> Decoded:
    text = body.decode(name, "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    return Decoded(text, (Problem(Reason.ENCODING_DAMAGED, f"{bad} unreadable in {name}"),) if bad else ())


def _damage(text: str) -> float:
    """The share of the non-ASCII characters that could not be read."""
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    return bad and bad / (len(text) - len(text.encode("ascii", "ignore")))


def _declared(body: bytes, content_type: str | None) -> Iterator[str]:
    """The encodings that HTTP and the page's head declare, those that exist and can be meant."""
    labels = (http_content_type_encoding(content_type), html_body_declared_encoding(body))
    return filter(None, map(_text_codec, filter(None, labels)))


def _guessed(body: bytes) -> Iterator[str]:
    if name := by_letters(body):
        yield name
        return
    from bs4.dammit import EncodingDetector  # noqa: PLC0415 - start-up time, and few pages need it

    detector = EncodingDetector(
        body[:_STATISTICS_BYTES], exclude_encodings=("utf-8", "windows-1252", "ascii")
    )
    yield from filter(None, map(_text_codec, detector.encodings))


def _text_codec(label: str) -> str | None:
    """Python's codec for a label, read as browsers do (GB2312 is gb18030, ISO-8859-1 is cp1252).

    UTF-16 cannot be meant, and reads no single byte: whoever can read an ASCII meta tag is not looking at it.
    """
    try:
        name = resolve_encoding(label)
        known = name is not None and b"a".decode(name) == "a"
    except (LookupError, ValueError, AssertionError):  # hex, bz2: codecs, but not of text
        return None
    return None if not known or codecs.lookup(str(name)).name in _NO_CHARSETS else name


def _wide_without_mark(body: bytes) -> str | None:
    """UTF-16 without its mark shows by the NULs that every other byte of its markup is."""
    start = body[:1024]
    nuls = start.count(0)
    if not len(start) <= 3 * nuls < 3 * len(start):
        return None
    return "utf-16-be" if start[::2].count(0) > start[1::2].count(0) else "utf-16-le"
