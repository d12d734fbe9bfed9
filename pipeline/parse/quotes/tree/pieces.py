"""A tree → its pieces of text in reading order, each with what its elements tell about it."""

import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from pipeline.parse.html_tree import HEADINGS, Element, one_line, outward
from pipeline.parse.quotes.words.tokens import Kind

_UNREAD = frozenset({"head", "script", "style", "textarea", "select", "svg", "object", "iframe"})
_INLINE = (
    frozenset({"a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "em", "font", "i", "img"})
    | {"ins", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
)  # fmt: skip
_CELLS = (
    HEADINGS
    | {"br", "dd", "dl", "dt", "hr", "li", "ol", "p", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)  # fmt: skip
_HIDDEN = frozenset({"template", "noscript"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Around(NamedTuple):
    """What holds for the text in an element, and in the inline elements below it that change nothing."""

    block: Element
    """The nearest element that is not inline."""
    hidden: bool = False
    """Kept from those who see or from those who listen."""
    story: bool = False
    """Inside an article or its body."""
    heading: bool = False
    link: bool = False


class Piece(NamedTuple):
    """One text node, on one line. It is the tail of `owner` where `tail` is set, else its text."""

    text: str
    holder: Element
    """The element that it stands in directly."""
    around: Around
    owner: Element
    tail: bool
    edge: Kind
    """What stands before it: BREAK for the edge of a cell, item or line, GAP for that of another element."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """All text that readers could meet, in reading order, and for each element the slice that stands in it."""

    texts: tuple[Piece, ...]
    spans: dict[Element, tuple[int, int]]

    def around(self, first: int, end: int) -> Iterator[Element]:
        """The elements that hold all of the slice `first:end`, the smallest first."""
        return (one for one in outward(self.texts[first].holder) if self.spans[one][1] >= end)


def pieces_of(root: Element) -> Pieces:
    """The pieces of a tree, each with the slice of every element."""
    spans: dict[Element, tuple[int, int]] = {}
    return Pieces(tuple(each_piece(root, spans)), spans)


def each_piece(root: Element, spans: dict[Element, tuple[int, int]]) -> Iterator[Piece]:
    """The pieces of a tree one by one. It is walked once, without recursion.

    `spans` is filled on the way: that of an element that is still open has no end.
    """
    number, edge = 0, Kind.BREAK
    above = [Around(root)]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag, tail = str(element.tag), event == "end"
        if tag in _CELLS:
            edge = Kind.BREAK
        if tail:
            above.pop()
            spans[element] = (spans[element][0], number)
            text = element.tail
        else:
            above.append(_around(element, tag, above[-1]))
            spans[element] = (number, sys.maxsize)
            unread = tag in _UNREAD
            if unread:
                walk.skip_subtree()
            text = None if unread else element.text
        if text and not text.isspace() and (line := one_line(text)):
            parent = element.getparent() if tail else None
            yield Piece(line, element if parent is None else parent, above[-1], element, tail, edge)
            number, edge = number + 1, Kind.GAP


def _around(element: Element, tag: str, above: Around) -> Around:
    names = element.keys()
    hidden = above.hidden or tag in _HIDDEN or (bool(names) and is_hidden(element, names))
    if tag in _INLINE and hidden == above.hidden and (tag != "a" or above.link):
        return above
    return Around(
        above.block if tag in _INLINE else element,
        hidden,
        above.story
        or tag == "article"
        or ("itemprop" in names and "articleBody" in element.get("itemprop", "")),
        above.heading or tag in HEADINGS,
        above.link or tag == "a",
    )


def is_hidden(element: Element, names: Collection[str]) -> bool:
    """Whether an element with attributes of these `names` is kept from those who see or from those who listen."""
    return (
        "hidden" in names
        or ("aria-hidden" in names and element.get("aria-hidden", "").strip().lower() == "true")
        or ("style" in names and bool(_HIDDEN_STYLE.search(element.get("style", ""))))
    )
