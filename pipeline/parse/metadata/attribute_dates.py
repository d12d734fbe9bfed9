"""Dates that wait in attributes: what scripts print in the reader's zone, tooltips, what a system notes of a story."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from lxml import etree

from pipeline.parse.dates.find import find_day
from pipeline.parse.dates.relative import is_relative
from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.headline_zone import Line
from pipeline.parse.metadata.other_boxes import is_in_other_box
from pipeline.records import Candidate

_NAMES_INSTANT = re.compile(r"data-[a-z_-]{0,20}(?:date|time|timestamp|published)")
_INSTANT = re.compile(r"1\d{9}(?:\d{3})?$|(?:19|20)\d\d([-./])\d\d\1\d\d[T ]\d\d:\d\d")
_PUBLICATION = re.compile(
    r"data-(?:(?:article|story|content|post|news|first|date|original)[-_]?)?(?:publi(?:sh|shed|cation|c)|pub|deploy(?:ed)?|posted|release[ds]?)"
    r"(?:[-_]?(?:date|dt|time|timestamp|at|on|utc|iso|ts)){0,3}"
)
"""The name of an attribute that says when a story came out, not when it was deployed again or changed."""
_LONGEST = 60
"""Characters of a tooltip with a date."""
_MOST_BOXES = 12
"""Boxes around the head of a story, one of which may be its own."""
_MOST_NOTES = 40
_NOTES = etree.XPath(
    "//@*[starts-with(name(), 'data-') and (contains(name(), 'publ') or contains(name(), 'pubdate') or contains(name(),"
    " 'pub-') or contains(name(), 'deploy') or contains(name(), 'posted') or contains(name(), 'release'))]"
)


def waiting_instants(lines: tuple[Line, ...]) -> Iterator[tuple[Line, str]]:
    """The lines with an instant beside their text: `<span data-timestamp="1789912800">`, and with a day in a tooltip.

    A tooltip is read where the text tells a day from today: `<span title="5 March 2025, 14:20">3 hours ago</span>`.
    """
    for line in lines:
        told = [value for name, value in line.element.items() if _NAMES_INSTANT.fullmatch(name)]
        if told and _INSTANT.match(told[0]) and not is_in_other_box(line.element):
            yield line, told[0]
        tooltip = line.element.get("title") or line.element.get("aria-label") or ""
        if len(tooltip) <= _LONGEST and any(map(str.isdigit, tooltip)) and is_relative(line.text):
            yield line, tooltip


def noted(clues: Clues, lines: tuple[Line, ...], day: date | None) -> Iterator[Candidate]:
    """What attributes of other elements tell of the hour at which a story of this `day` came out.

    The boxes around the head of the story are its own. Any other element may be that of another story: it tells the
    hour where its day is the same, and no second one of that day tells another.
    """
    boxes = islice(lines[0].element.iterancestors(), _MOST_BOXES) if lines else ()
    own = [value for box in boxes for name, value in box.items() if _tells_publication(name, value)]
    if not own and day is not None:
        found = (one for one in islice(_NOTES(clues.root), _MOST_NOTES) if _is_note(one))
        same_day = {str(one) for one in found if find_day(str(one), language=None)[0] == day}
        own = list(same_day) if len(same_day) == 1 else []
    yield from (Candidate("data-published", value) for value in own[:1])


def _is_note(value: "etree._ElementUnicodeResult") -> bool:
    around = value.getparent()
    name = str(value.attrname)
    return around is not None and _tells_publication(name, str(value)) and not is_in_other_box(around)


def _tells_publication(name: str, value: str) -> bool:
    return _PUBLICATION.fullmatch(name) is not None and _INSTANT.match(value) is not None
