"""The end of the text, and the lines behind it, where stories sign off and boxes tell who wrote."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.parse.bylines.read import is_opening
from pipeline.parse.html_tree import HEADINGS, Element, raw_text, spaced_text
from pipeline.parse.metadata.printed.headline_zone import Line, behind_all, is_long, own_text
from pipeline.parse.metadata.printed.other_boxes import tells_of_others
from pipeline.parse.metadata.printed.signatures import is_signature
from pipeline.parse.metadata.stated.clues import Clues

_BELOW, _LONGEST_BELOW = 3, 160
_MOST_PARAGRAPHS = 2000
_BEHIND = 24
"""Elements behind the text among which a box may tell who wrote."""
_LONGEST_LINK = 40
"""Characters of a link to an author; a longer one is the headline of another story."""
_OF_AUTHOR = re.compile(r"\b(?:author|autor|auteur|автор|writer|skribent|forfatter)", re.IGNORECASE)
"""In the heading of a box that tells who wrote: `About the author`; others are a word like `Kommentar von`."""


def lines_below(last: Element | None) -> tuple[str, ...]:
    """The short lines right behind the last paragraph."""
    if last is None:
        return ()
    behind = map(spaced_text, islice(last.itersiblings("p", "div", "span"), _BELOW))
    return tuple(text for text in behind if 0 < len(text) <= _LONGEST_BELOW)


def last_paragraph(clues: Clues) -> Element | None:
    """The last <p> with a long text, or the box of the last such text behind a <br> where no <p> has any."""
    if clues.last_paragraph is None:
        clues.last_paragraph = tuple(islice(_long_texts(clues.root), 1))
    return next(iter(clues.last_paragraph), None)


def _long_texts(root: Element) -> Iterator[Element]:
    """From the last one on; those behind a <br> come after all others."""
    paragraphs = reversed(list(islice(root.iter("p"), _MOST_PARAGRAPHS)))
    yield from (one for one in paragraphs if is_long(raw_text(one)))
    breaks = reversed(list(islice(root.iter("br"), _MOST_PARAGRAPHS)))
    boxes = (one.getparent() for one in breaks if is_long(one.tail or ""))
    yield from (box for box in boxes if box is not None)


def lines_behind(last: Element, language: str | None) -> Iterator[Line]:
    """The lines behind the last paragraph that may belong to the story, up to what begins another one.

    That is a heading or a long link that does not stand in a box marked as the author's.
    """
    place = behind_all(last)
    for _ in range(_BEHIND):
        if place is None or place.tag in ("footer", "nav"):
            return
        if tells_of_others(place) and not is_signature(place):
            place = behind_all(place)
            continue
        if _begins_other(place, language):
            return
        if isinstance(place.tag, str) and (text := own_text(place)):
            yield Line(place, text)
        place = place[0] if len(place) else behind_all(place)


def _begins_other(element: Element, language: str | None) -> bool:
    if element.tag in HEADINGS or (element.tag == "a" and len(spaced_text(element)) > _LONGEST_LINK):
        around = element.getparent()
        is_marked = is_signature(element) or (around is not None and is_signature(around))
        return not is_marked and not (element.tag != "a" and _is_of_author(spaced_text(element), language))
    return False


def _is_of_author(heading: str, language: str | None) -> bool:
    return _OF_AUTHOR.search(heading) is not None or is_opening(heading, language)
