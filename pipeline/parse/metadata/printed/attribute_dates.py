"""Dates that wait in attributes: what scripts print in the reader's zone, tooltips, what a system notes of a story."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from pipeline.parse.dates.find import find_day
from pipeline.parse.dates.relative import is_relative
from pipeline.parse.html_tree import Element
from pipeline.parse.metadata.printed.headline_zone import Line
from pipeline.parse.metadata.printed.other_boxes import is_in_other_box
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.records import Candidate

_NAMES_INSTANT = re.compile(r"data-[a-z_-]{0,20}(?:date|time|timestamp|published)")
_INSTANT = re.compile(r"1\d{9}(?:\d{3})?$|(?:19|20)\d\d([-./])\d\d\1\d\d[T ]\d\d:\d\d")
_PUBLICATION = re.compile(
    r"data-(?:(?:article|story|content|post|news|first|date|original)[-_]?)?(?:publi(?:sh|shed|cation)|pub|deploy(?:ed)?|posted|release[ds]?)"
    r"(?:[-_]?(?:date|dt|time|timestamp|at|on|utc|iso|ts)){0,3}"
)
"""The name of an attribute that says when a story came out, not when it was deployed again or changed."""
_LONGEST = 60
"""Characters of a tooltip with a date."""
_MOST_BOXES = 12
"""Boxes around the head of a story, one of which may be its own."""


def waiting_instants(lines: tuple[Line, ...]) -> Iterator[tuple[Line, str]]:
    """The lines with an instant beside their text: `<span data-timestamp="1789912800">`, and with a day in a tooltip.

    A tooltip is read where the text tells a day from today: `<span title="5 March 2025, 14:20">3 hours ago</span>`.
    """
    for line in lines:
        told = [value for name, value in line.element.items() if _NAMES_INSTANT.fullmatch(name)]
        if told and _INSTANT.match(told[0]):
            yield line, told[0]
        tooltip = line.element.get("title") or line.element.get("aria-label") or ""
        if len(tooltip) <= _LONGEST and any(map(str.isdigit, tooltip)) and is_relative(line.text):
            yield line, tooltip


def noted(clues: Clues, lines: tuple[Line, ...], day: date | None) -> Iterator[Candidate]:
    """What attributes of other elements tell of the hour at which a story of this `day` came out.

    The boxes around the head of the story are its own. An empty element may be that of another story: it tells the
    hour where its day is the same, and no second one of that day tells another.
    """
    boxes = islice(lines[0].element.iterancestors(), _MOST_BOXES) if lines else ()
    own = [value for box in boxes for name, value in box.items() if _tells_publication(name, value)]
    if not own and day is not None:
        same_day = {value for value in _beside(clues.root) if find_day(value, language=None)[0] == day}
        own = list(same_day) if len(same_day) == 1 else []
    yield from (Candidate("data-published", value) for value in own[:1])


def _beside(root: Element) -> Iterator[str]:
    """The notes of empty elements, which are there for their attributes alone; those around teasers hold something."""
    for element in root.iter("div"):
        if not len(element) and not element.text:
            told = [value for name, value in element.items() if _tells_publication(name, value)]
            yield from () if told and is_in_other_box(element) else told


def _tells_publication(name: str, value: str) -> bool:
    return _PUBLICATION.fullmatch(name) is not None and _INSTANT.match(value) is not None
