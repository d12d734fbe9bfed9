"""Buttons and links that fold out a part of the page: what one says is the heading of that part."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.parse.body.words.ends import names_end_matter
from pipeline.parse.html_tree import HEADINGS, Element, beginning, names_of, one_line, tags
from pipeline.parse.lines.teasers import is_marker

OPENS = re.compile(
    r"accord|akkord|collaps|toggl|expand|fold|faq|question|frage|tab-?title|spoiler", re.IGNORECASE
)
"""In the name of what opens a part."""
_HEADS = HEADINGS | {"dt", "summary"}
_PARTS = tags("div section article p ul ol dl table blockquote")
_STAYS = ("#", "javascript:")
"""How the address of a link begins that leads to no other page."""
_SAYING = ("data-toggle", "data-bs-toggle", "aria-expanded", "aria-controls")
_SOME_TEXT = 40
"""Characters of what folds out."""
_LONGEST = 200
"""Characters of what opens it."""
_FIRST = 60
"""How many texts or elements of a box are looked at: each may hold all of the page."""
_LEVELS = 3
"""How far above it the box may begin that has the text behind it."""


def tag_of(opener: Element) -> str:
    """What a button or a link is to the text: a heading where it opens one, a part of one where it stands in one.

    By itself a button is no text, nor is a link.
    """
    tag, led = str(opener.tag), opener.get("href")
    if led and not led.startswith(_STAYS):  # nearly always
        return tag
    around = opener.getparent()
    if around is not None and around.tag in _HEADS:
        return "span"
    if _opens_text(opener):
        return "h4"
    is_place = tag == "a" and not led and (opener.get("name") or opener.get("id"))
    return "span" if is_place else tag  # a place to which other links lead


def _opens_text(opener: Element) -> bool:
    """Whether an element says that it opens something, and the next thing behind it is a text without links."""
    if not (any(map(opener.get, _SAYING)) or OPENS.search(names_of(opener))):  # nearly always
        return False
    behind = _behind(opener)
    if behind is None or behind.tag not in _PARTS:
        return False
    said = one_line("".join(_texts(opener)))
    if not 0 < len(said) <= _LONGEST or is_marker(said) or names_end_matter(said):
        return False  # "Comments" amid a story opens what readers say, which stands elsewhere
    size, linked = beginning(behind, _FIRST)
    return size >= _SOME_TEXT and 2 * linked <= size


def _behind(opener: Element) -> Element | None:
    """What stands behind an element, or behind the boxes around it that end with it and say nothing before it."""
    around: Element | None = opener
    for _ in range(_LEVELS):
        if around is None or (around.tail or "").strip():
            return None
        behind = around.getnext()
        if behind is not None:
            return behind
        above, box = around.getprevious(), around.getparent()
        before = (None if box is None else box.text,) if above is None else (*_texts(above), above.tail)
        if any(text and not text.isspace() for text in before):  # "Show less" closes it
            return None
        around = box
    return None


def _texts(element: Element) -> Iterator[str]:
    return islice(element.itertext(), _FIRST)
