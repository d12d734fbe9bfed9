"""The marks of Markdown in a text, `# Title`, `> quotation`, `**bold**`, `[text](url)`: read, and taken out.

lines ─▶ opened ─▶ (wrapped lines are put together) ─▶ cleaned

Texts without any of the sure marks are left as they are: an asterisk alone is a bullet, and a number sign a number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple


class Mark(Enum):
    """What opens a line."""

    NONE = auto()
    HEADING = auto()
    QUOTATION = auto()
    GOES_ON = auto()
    """It goes on with the line above, where its text stands."""


class MarkedLine(NamedTuple):
    """A line without its marks, and what they said of it. A tuple: a page has up to millions."""

    text: str
    mark: Mark = Mark.NONE
    level: int = 0
    """Of a heading, 1 to 6."""
    bold: bool = False
    """Whether all of it is."""
    link: str | None = None
    """Where the first link in it leads."""
    linked: bool = False
    """Whether all of it is that link."""
    picture: str | None = None
    """The address of a picture that is all there is on the line; `text` is what it shows."""


_SURE_OPENING = re.compile(r"[ ]{0,3}(?:#{1,6}[ \t]+[^\W\d]|>[ \t]?[^\s>])")
"""A heading begins with a word: `# 48` counts something."""
_SURE_WITHIN = re.compile(r"\]\((?:https?:|mailto:|/)|\*\*[^\s*](?:[^*]{0,500}[^\s*])?\*\*")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"[ ]{0,3}(=|-)\1{2,200}[ \t]*")
_CLOSING = re.compile(r"[ \t]#+[ \t]*\Z")
_QUOTATION = re.compile(r"[ ]{0,3}(?:>[ \t]?)+")
_ADDRESS = re.compile(r"[ ]{0,3}\[([^\[\]]{1,100})\]:[ \t]+<?([^\s<>]{1,2000})")
"""`[1]: https://…`, which links name that have no address of their own."""
_LINK = re.compile(
    r"""(?P<picture>!)?\[(?P<text>[^\[\]]{0,500})\]
    (?: \([ ]?<?(?P<address>[^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?)>?
        (?:[ ]["'][^"']{0,300}["'])?[ ]?\)
      | \[(?P<name>[^\[\]]{0,100})\] )""",
    re.VERBOSE,
)
_BARE_ADDRESS = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_STYLES = tuple(
    re.compile(
        rf"(?<![\w{sign}]){sign * size}(?=[^\s{sign}])([^{sign}]{{1,2000}})(?<=\S){sign * size}(?![\w{sign}])"
    )
    for sign, size in ((r"\*", 3), (r"\*", 2), (r"\*", 1), ("_", 2), ("_", 1), ("~", 2), ("`", 1))
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)[^*_]{1,500}(?<=\S)\1:?")
_SIGNS = "\\`*_{}[]()#+-.!|<>~&"
_ESCAPED = re.compile(rf"\\([{re.escape(_SIGNS)}])")
_HIDDEN = {sign: chr(0xFDD0 + number) for number, sign in enumerate(_SIGNS)}
"""Signs behind a backslash mean nothing: they wait as characters that Unicode keeps out of all texts."""
_SHOWN = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()})


def has_marks(lines: Sequence[str]) -> bool:
    """Whether a text has one of the marks that are nothing else."""
    return any(_SURE_OPENING.match(line) or _SURE_WITHIN.search(line) for line in lines)


def with_underlined(lines: Sequence[str]) -> list[str]:
    """`lines` with a number sign before each heading that is underlined instead."""
    found = list(lines)
    for place, (above, line) in enumerate(pairwise(("", *lines)), -1):
        rule = _UNDERLINE.fullmatch(line) if above.strip() and place >= 0 else None
        if rule and (place == 0 or not lines[place - 1].strip()):
            found[place : place + 2] = [f"{'#' if rule[1] == '=' else '##'} {above.strip()}", ""]
    return found


def opened(lines: Sequence[str]) -> tuple[list[MarkedLine], Mapping[str, str]]:
    """`lines` without what opens them, and the addresses that stand apart, by the names that links give them.

    A line that only gives an address is empty.
    """
    found: list[MarkedLine] = []
    addresses: dict[str, str] = {}
    for line in lines:
        address = _ADDRESS.match(line)
        if address:
            addresses.setdefault(address[1].casefold(), address[2])
        found.append(MarkedLine("") if address else _opened(line))
    return found, addresses


def _opened(line: str) -> MarkedLine:
    if heading := _HEADING.match(line):
        return MarkedLine(_CLOSING.sub("", line[heading.end() :]), Mark.HEADING, len(heading[1]))
    if quotation := _QUOTATION.match(line):
        return MarkedLine(line[quotation.end() :], Mark.QUOTATION)
    return MarkedLine(line)


def cleaned(line: MarkedLine, addresses: Mapping[str, str]) -> MarkedLine:
    """`line` without the marks in it."""
    text, links = _without_links(_ESCAPED.sub(lambda sign: _HIDDEN[sign[1]], line.text), addresses)
    bold = _BOLD.fullmatch(text.strip()) is not None
    for style in _STYLES:
        text = style.sub(r"\1", text)
    text = " ".join(text.translate(_SHOWN).split())
    pictures = [link for link in links if link.picture]
    pointers = [link for link in links if not link.picture]
    if pictures and not text:
        return line._replace(text=pictures[0].text, picture=pictures[0].address)
    first = pointers[0] if pointers else None
    return line._replace(
        text=text,
        bold=bold,
        link=first.address if first else None,
        linked=len(pointers) == 1 and len(pointers[0].text) >= len(text),
    )


@dataclass(frozen=True, slots=True)
class _Link:
    text: str
    address: str
    picture: bool


def _without_links(text: str, addresses: Mapping[str, str]) -> tuple[str, list[_Link]]:
    """`text` with the words of its links alone, and the links; a picture may stand in a link."""
    links: list[_Link] = []

    def words(found: re.Match[str]) -> str:
        address = found["address"] or addresses.get((found["name"] or found["text"]).casefold())
        if not address:
            return found["text"] if found["address"] == "" else found[0]
        links.append(
            _Link(found["text"].translate(_SHOWN), address.translate(_SHOWN), bool(found["picture"]))
        )
        return "" if found["picture"] else found["text"]

    text = _LINK.sub(words, _LINK.sub(words, text))
    return _BARE_ADDRESS.sub(r"\1", text), links
