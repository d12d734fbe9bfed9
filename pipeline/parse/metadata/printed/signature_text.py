"""The text of an element that signs a story, with a comma wherever a reader sees a break."""

import re
from itertools import islice

from lxml import etree

from pipeline.parse.bylines.asides import names_photographer
from pipeline.parse.bylines.look_alikes import CALLS
from pipeline.parse.bylines.patterns import ALL_CONJUNCTIONS
from pipeline.parse.bylines.read import is_opening
from pipeline.parse.bylines.roles import holds_role
from pipeline.parse.bylines.words import BARE
from pipeline.parse.html_tree import Element, one_line, tags
from pipeline.parse.metadata.printed.headline_zone import spaced_text

_MOST_EVENTS = 400
"""Starts and ends of tags that are looked at: a byline has few."""
_BREAKS = tags("address br dd div dl dt h1 h2 h3 h4 h5 h6 li ol p section td tr ul")
_SILENT = tags("button figure img noscript option script style svg template time")
_BESIDE = re.compile(
    r"bio(?![a-z])|biograph|descri|about|job|role|position|affiliat|tooltip|follow|social"
    r"|(?<![a-z])org(?![a-z])|organi[sz]ation|outlet|location|place(?!holder)",
    re.IGNORECASE,
)
"""In the class of what is told about a person beside the name."""
_SENTENCE = 60
"""Characters of a line with a full stop that is no name, but tells about somebody."""


def signature_text(element: Element, language: str | None) -> str:
    """All text below `element` on one line: names in neighbouring blocks, or neighbouring links, stay apart."""
    pieces = [one_line(element.text or "")]
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in islice(walk, 1, _MOST_EVENTS):
        if part is element:
            break
        if event == "start":
            left_out = part.tag in _SILENT or _tells_beside(part)
            if left_out:
                walk.skip_subtree()
            pieces.append("" if part.tag not in _BREAKS else "\n")
            pieces.append("" if left_out else one_line(part.text or ""))
        else:
            pieces.append("\n" if part.tag in _BREAKS else "")
            pieces.append(one_line(part.tail or ""))
    return _joined(pieces, language) or spaced_text(element)


def _tells_beside(part: Element) -> bool:
    """Whether an element tells about a person beside the name, and more than that they took the pictures."""
    return _BESIDE.search(part.get("class") or "") is not None and not names_photographer(part.text or "")


def _joined(pieces: list[str], language: str | None) -> str:
    """The pieces, which tags part; where these break the line or part names, with a comma."""
    line, last, broken = "", "", False
    for piece in pieces:
        broken = broken or piece == "\n"
        if not piece.strip() or piece.lower() in CALLS or (len(piece) > _SENTENCE and piece.endswith(".")):
            continue
        if last and _is_role_of_two_fields(piece):
            continue
        line += _between(last, piece, broken=broken, language=language) + piece if line else piece
        last, broken = piece, False
    return line


def _is_role_of_two_fields(piece: str) -> bool:
    """True for what somebody is behind the name, where an "and" parts no names: `Highlands and Islands reporter`."""
    *fields, role = piece.split()
    return (
        role.islower()
        and "," not in piece
        and holds_role(role)
        and not ALL_CONJUNCTIONS.isdisjoint(fields[1:])
    )


def _between(last: str, piece: str, *, broken: bool, language: str | None) -> str:
    """What parts two pieces: a comma, unless one is a word like "By", or both are parts of one name."""
    if is_opening(last, language):
        return ": " if last.isalpha() and last.lower() not in BARE else " "
    if not piece[0].isalnum() or not last[-1].isalnum():
        return " "
    if " " not in last and " " not in piece:
        return " "
    return ", " if broken or (_is_full(last) and _is_full(piece)) else " "


def _is_full(piece: str) -> bool:
    """True for two capitalised words or more, as in a full name or the name of a paper."""
    words = piece.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
