"""The lines around the headline, where readers look for the byline and the date. Walked only when they are needed."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, dropwhile, islice
from typing import NamedTuple

from pipeline.parse.html_tree import Element, one_line, outward, raw_text, tags, text_of
from pipeline.parse.metadata.naming.site_names import fold
from pipeline.parse.metadata.printed.headlines import printed_headline
from pipeline.parse.metadata.printed.other_boxes import tells_of_others
from pipeline.parse.metadata.printed.signatures import is_signature
from pipeline.parse.metadata.stated.clues import Clues

_BEFORE, _BEHIND, _BEFORE_TEXT = 30, 130, 80
"""Elements looked at on either side of the headline, and before the text where that stands further on."""
_MOST_PARAGRAPHS = 200
"""Paragraphs behind the headline among which the text may begin."""
_PROSE, _MOST_PROSE = 240, 600
"""Characters that make a paragraph part of the story; the second one ends the zone behind the headline."""
_PER_IDEOGRAPH = 3
_PARAGRAPH, _PARAGRAPH_OF_IDEOGRAPHS = 100, 40
_IDEOGRAPHS = re.compile(r"[\u3041-\u9fff\uac00-\ud7af]{2}")
_SILENT = frozenset(
    {"script", "style", "noscript", "svg", "path", "option", "button", "template", "figcaption", "nav"}
)
_WITHOUT_LINES = tags("audio iframe noscript picture select svg template video")
"""Elements that hold no line that a reader sees."""
_CAPTION = re.compile("caption|carousel|credit(?!s)|gallery|slide", re.IGNORECASE)
_CAPTION_LEVELS, _MOST_OF_CAPTION = 3, 20


class Line(NamedTuple):
    """The text that stands directly in an element, on one line."""

    element: Element
    text: str


def lines_around_headline(clues: Clues, title: str | None) -> tuple[Line, ...]:
    """The lines behind the headline, nearest first, then those before it, nearest first; none without a headline."""
    headline = _headline(clues, title)
    if headline is None:
        return ()
    behind = tuple(islice(_following(headline), _BEHIND))
    before = islice(_preceding(headline), _BEFORE)
    near = chain(_before_text(clues, headline, behind), behind, before)
    return tuple(Line(element, text) for element in near if (text := own_text(element)))


def _before_text(clues: Clues, headline: Element, near: Sequence[Element]) -> Iterator[Element]:
    """The elements right before the text, where so much stands between the headline and it that none is `near`."""
    if len(near) < _BEHIND or any(map(_begins_text, near)):
        return
    behind = dropwhile(lambda one: one is not headline, clues.root.iter(str(headline.tag), "p"))
    text = next((one for one in islice(behind, _MOST_PARAGRAPHS) if _begins_text(one)), None)
    known = set(near)
    before = [] if text is None else list(islice(_preceding(text), _BEFORE_TEXT))
    yield from (one for one in reversed(before) if one not in known)


def _begins_text(element: Element) -> bool:
    return element.tag == "p" and _length_of_prose(element) > 0


def _following(element: Element) -> Iterator[Element]:
    """The elements behind `element` and all below it, in document order, up to the second long paragraph.

    Once the text has begun, boxes that tell of other stories are left out: their bylines and dates are others'.
    """
    read, paragraphs = 0, 0
    place = behind_all(element)
    while place is not None:
        if read >= _PROSE and tells_of_others(place) and not is_signature(place):
            place = behind_all(place)
            continue
        if place.tag == "p":
            length = _length_of_prose(place)
            read += length
            paragraphs += length > _PROSE
            if paragraphs > 1 or read > _MOST_PROSE:
                return
        if place.tag in _WITHOUT_LINES or (place.tag == "figcaption" and not _signs_portrait(place)):
            place = behind_all(place)
            continue
        if isinstance(place.tag, str):
            yield place
        place = place[0] if len(place) else behind_all(place)


def behind_all(element: Element) -> Element | None:
    """The element behind `element` and everything below it."""
    return next((behind for one in outward(element) if (behind := one.getnext()) is not None), None)


def _length_of_prose(paragraph: Element) -> int:
    """The characters of a paragraph of the story, none of a short one; an ideograph says as much as a word."""
    raw = raw_text(paragraph)
    if len(raw) <= _PARAGRAPH_OF_IDEOGRAPHS:
        return 0
    text = one_line(raw)
    if not is_long(text) or _is_caption(paragraph):
        return 0
    return len(text) if len(text) > _PARAGRAPH else _PER_IDEOGRAPH * len(text)


def _is_caption(paragraph: Element) -> bool:
    """Whether a paragraph stands in a box of pictures: what it tells of them is no text of the story."""
    return any(map(tells_of_picture, islice(paragraph.iterancestors(), _CAPTION_LEVELS)))


def tells_of_picture(element: Element) -> bool:
    """Whether the class of an element says that it holds pictures, or what is told of them."""
    return _CAPTION.search(element.get("class", "")) is not None


def _signs_portrait(caption: Element) -> bool:
    """Whether what stands below a picture is the byline, beside the portrait of who wrote."""
    return any(one.tag in ("address", "time") for one in islice(caption.iterdescendants(), _MOST_OF_CAPTION))


def _preceding(element: Element) -> Iterator[Element]:
    """The elements before `element`, and those around it, from the nearest to the story's or the site's header.

    The date that a site prints in its header is today's, and never the story's.
    """
    near: Element | None = element
    while near is not None:
        previous = near.getprevious()
        if previous is not None and _is_site_header(previous):
            return
        while previous is not None and len(previous):
            previous = previous[-1]
        near = near.getparent() if previous is None else previous
        if near is None or near.tag in ("article", "main", "body"):
            return
        yield near


def _is_site_header(element: Element) -> bool:
    return element.tag in ("header", "nav") or _names_site_header(element.get("class", ""))


@lru_cache(maxsize=1024)
def _names_site_header(names: str) -> bool:
    return _SITE_HEADER.search(names) is not None


def _headline(clues: Clues, title: str | None) -> Element | None:
    """The heading that says what the page's title says, else the first h1 that says anything."""
    wanted = fold(title or "")
    told = [(heading, text) for heading in clues.headings if (text := text_of(heading))]
    for heading, text in told if wanted else ():
        folded = fold(text)
        if len(folded) > 8 and (folded in wanted or wanted in folded):
            return heading
    if told:
        return told[0][0]
    printed = printed_headline(clues)
    return printed.element if printed else None


def own_text(element: Element) -> str:
    """The text that stands directly in an element, on one line."""
    if element.tag in _SILENT:
        return ""
    own = element.text or ""
    if len(element):
        own = " ".join([own, *[_behind(child, tail) for child in element if (tail := child.tail)]])
    return " ".join(own.split()) if own else ""


def _behind(child: Element, tail: str) -> str:
    """What stands behind a child, and a bar before it where the child broke the line."""
    return f"| {tail}" if child.tag == "br" and not tail.isspace() else tail


_SITE_HEADER = re.compile(
    r"site-?header|masthead|top-?bar|ticker|slider|weather|today|current-?date", re.IGNORECASE
)


def is_long(text: str) -> bool:
    """Whether a text is as long as a paragraph; an ideograph says as much as a word."""
    return len(text) > _PARAGRAPH or (
        len(text) > _PARAGRAPH_OF_IDEOGRAPHS and _IDEOGRAPHS.search(text) is not None
    )
