"""The headline of a page without h1: what it prints in other headings, in bold or large type, in a box called title."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

from pipeline.parse.html_tree import Element, holds, names_of, text_of
from pipeline.parse.lines.shapes import is_headline
from pipeline.parse.metadata.naming.site_names import fold, title_parts
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.title_lines import LONGEST_TITLE

_LONGEST_NAMES = 400
"""Characters of the classes of an element; what has more is no headline's."""
_SHORTEST = 12
"""Letters of a headline."""
_LEAST = 0.4
"""The share of the page's title that such a line has at least."""
_MOST_HEADINGS, _MOST_BOXES = 60, 400
"""Elements among which such a line is looked for."""
_HEADINGS = (("h2", "h3"), ("b", "strong", "font"))
_BOXES = ("td", "div", "span", "p", "a", "center")
_DIGITS = re.compile(r"\d+")
_MARKED = etree.XPath("//*[@itemprop='headline' and not(self::meta)]")
_CALLED_TITLE = re.compile(
    r"(?:^|[\s_-])(?:(?:lbl|news|article|post|entry|content|story|page|n|e)?[_-]?(?:title|heading|headline))(?:$|\s)",
    re.IGNORECASE,
)


class Printed(NamedTuple):
    """A headline, where it stands, and by which rule it was found."""

    element: Element
    text: str
    rule: str


def printed_headline(clues: Clues) -> Printed | None:
    """The first line that the page's title repeats, else the first that its box calls a title."""
    for finder in (_in_headings, _in_boxes, _called_title, _first_heading):
        if found := next(finder(clues), None):
            return found
    return None


def _in_headings(clues: Clues) -> Iterator[Printed]:
    told, least = fold(clues.page_title), max(_SHORTEST, _LEAST * len(clues.page_title))
    for tags in _HEADINGS:
        for element in islice(clues.root.iter(*tags), _MOST_HEADINGS):
            text = text_of(element)
            if least <= len(text) <= LONGEST_TITLE and fold(text) in told:
                yield Printed(element, text, "printed")


def _in_boxes(clues: Clues) -> Iterator[Printed]:
    parts = {
        folded: part for part in title_parts(clues.page_title) if len(folded := _words(part)) >= _SHORTEST
    }
    for element, line in _lines(clues) if parts else ():
        if part := parts.get(_words(line)):
            yield Printed(element, part, "printed")


def _words(line: str) -> str:
    """The letters of a line: a date may stand beside the headline in it."""
    return _DIGITS.sub("", fold(line))


def _first_heading(clues: Clues) -> Iterator[Printed]:
    """What is marked as a headline, else the first heading, where the page's title names nothing but the site."""
    if any(is_headline(part) for part in title_parts(clues.page_title)):
        return
    found = _MARKED(clues.root)
    marked = found if isinstance(found, list) else []
    for element in (*marked, *islice(clues.root.iter("h2", "h3"), _MOST_HEADINGS)):
        if len(text := text_of(element)) <= LONGEST_TITLE and is_headline(text):
            yield Printed(element, text, "printed")


def _called_title(clues: Clues) -> Iterator[Printed]:
    if not holds(clues.root, "h2", "h3"):
        for element, line in _lines(clues):
            names = names_of(element)
            if len(line) > _SHORTEST and len(names) < _LONGEST_NAMES and _CALLED_TITLE.search(names):
                yield Printed(element, line, "title-class")


def _lines(clues: Clues) -> Iterator[tuple[Element, str]]:
    """The text that stands right in the first boxes of the page, each on one line."""
    for element in islice(clues.root.iter(*_BOXES), _MOST_BOXES):
        line = " ".join((element.text or "", *(child.tail or "" for child in element[:3])))
        if len(line) <= LONGEST_TITLE and not line.isspace():
            yield element, " ".join(line.split())
