"""Whether a day or a name stands with a story: what tells a story of its own from a label or a subhead."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice, takewhile

from pipeline.parse.html_tree import Element, one_line, text_of
from pipeline.parse.info_lines import PartKind, parts_of
from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line

_MOST_PARTS = 5
_SIGNATURES = ("time", "p", "div", "span", "small", "address", "em", "i", "li", "td", "dt")
"""In what a date or a byline stands."""
CLOCK = re.compile(r"\d?\d[:.]\d\d")
_MOST_BOXES = 3
"""Boxes around a headline that may be those of its story."""
_FEWEST_LETTERS = 60
"""Characters of a text beside the headline in such a box."""


def is_signed(elements: Iterable[Element], language: str | None, *, clocks: bool) -> bool:
    """True where one of the elements shows a date or a byline. With `clocks`, the time of a day is enough."""
    return any(
        part.tag == "time" or is_date_line(text, language) or is_byline(text, language)
        for part, text in small_parts(elements)
        if clocks or not CLOCK.fullmatch(text)
    )


def shows_name_and_day(elements: Iterable[Element], language: str | None) -> bool:
    """True where one of the elements shows a byline with a date beside it in one line."""
    return any(
        {PartKind.DATE, PartKind.BYLINE} <= {one.kind for one in parts_of(text, language)}
        for _, text in small_parts(elements)
    )


def small_parts(elements: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """What may sign in `elements`, each with its text, which is empty for a box of many parts."""
    for element in elements:
        for part in element.iter(*_SIGNATURES):
            yield part, text_of(part) if len(part) <= _MOST_PARTS else ""


def is_signed_below(headline: Element, language: str | None) -> bool:
    """True where a date, a byline or both stand right below a headline, or open the text there."""
    below = headline.getnext()
    if below is None:
        return False
    lines = {one_line(below.text or "")}
    if len(below) <= _MOST_PARTS:
        lines.add(text_of(below))
    parts = (part for line in lines for part in parts_of(line, language))
    return any(part.kind in (PartKind.DATE, PartKind.BYLINE) for part in parts)


def is_signed_box(headline: Element, others: Collection[Element], language: str | None) -> bool:
    """True where a box holds a headline, a text and a date or a byline, and nothing of `others`."""
    around = islice(headline.iterancestors("div", "td", "section"), _MOST_BOXES)
    boxes = [*takewhile(lambda box: not any(element in others for element in box.iter()), around)]
    texts = (text_of(part) for box in boxes for part in box.iter("p", "div") if part not in boxes)
    return any(len(text) > _FEWEST_LETTERS for text in texts) and is_signed(
        boxes[-1:], language, clocks=False
    )
