"""From headlines to stories: what stands between one headline and the next, whatever the markup.

A story is either a container that holds one headline, or a run of siblings that begins with one:

    <article>h2 p p</article> <article>h2 p p</article>        containers
    h2 p p  h2 p p                                              runs
    <tr><td>h2</td></tr> <tr><td>p p</td></tr>                  runs of rows
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from pipeline.parse.html_tree import HEADINGS, Element, text_of
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.paid import is_paid
from pipeline.parse.listing.headlines.titles import Title
from pipeline.parse.listing.names.furniture import is_furniture
from pipeline.parse.listing.names.side_boxes import is_side_label
from pipeline.parse.listing.neighbours import (
    days_before,
    ends_alike,
    gap_behind,
    is_picture,
    lead_ins,
    section_above,
    sections_above,
    up_to_marker,
    up_to_rule,
)

_PROSE = 60
"""Characters from which on a text is a sentence of a story rather than a date or a label."""
_LONGEST_HEAD = 200
"""Characters of a headline with its date, byline and standfirst."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """The elements of one story in order, and its headline. With `tails`, the text behind each belongs to it."""

    title: Title
    elements: tuple[Element, ...]
    tails: bool = False
    section: str | None = None


def is_paid_for(run: Run) -> bool:
    """True where a label in a story says that it is an advertisement."""
    parts = chain.from_iterable(
        element.iter("div", "span", "p", "small", "b", "strong", "em") for element in run.elements
    )
    return any(part.text and is_paid(part.text) and not len(part) for part in parts)


def runs_of(titles: Sequence[Title]) -> list[Run]:
    """One run a title."""
    around = chain.from_iterable(title.element.iterancestors() for title in titles)
    counts = Counter(chain(around, (title.element for title in titles)))
    units = [_widest_alone(title.element, counts) for title in titles]
    neighbours: dict[Element | None, list[int]] = {}
    for place, unit in enumerate(units):
        neighbours.setdefault(unit.getparent(), []).append(place)
    runs: dict[Title, Run] = {}
    for places in neighbours.values():
        side_by_side = _runs([titles[place] for place in places], [units[place] for place in places], counts)
        runs.update((run.title, run) for run in side_by_side)
    return _with_sections([runs[title] for title in titles])


def in_section(run: Run, name: str | None) -> Run:
    """`run` below the heading `name`."""
    return run if run.section == name else replace(run, section=name)


def _with_sections(runs: list[Run]) -> list[Run]:
    """Boxes keep the section above them where the page has several: the only heading is the page's own."""
    if len({run.section for run in runs if run.section}) > 1:
        return runs
    return [run if run.tails else in_section(run, None) for run in runs]


def _widest_alone(element: Element, counts: Mapping[Element, int]) -> Element:
    """The largest element around `element` that holds no other title."""
    at = element
    parent = at.getparent()
    while parent is not None and parent.tag not in ("body", "html") and counts[parent] == 1:
        at, parent = parent, parent.getparent()
    return at


def _runs(titles: Sequence[Title], units: Sequence[Element], counts: Mapping[Element, int]) -> list[Run]:
    """The stories whose units stand side by side in one parent."""
    gaps = up_to_rule([gap_behind(unit, counts) for unit in units])
    above = lead_ins(units, counts)
    if not _are_runs(units, gaps):
        return _boxes(titles, units, above, gaps, days_before(units, counts))
    taken = set(chain.from_iterable(above))
    runs = []
    for title, unit, lead_in, gap in zip(titles, units, above, gaps, strict=True):
        elements = (*lead_in, unit, *_body(gap, taken))
        runs.append(Run(title, elements, tails=True, section=section_above(elements[0])))
    return runs


def _boxes(
    titles: Sequence[Title],
    units: Sequence[Element],
    above: Sequence[Sequence[Element]],
    gaps: Sequence[Sequence[Element]],
    days: Sequence[Sequence[Element]],
) -> list[Run]:
    """Stories that have a unit each to themselves, with the picture or the day above it and small print below."""
    ends = [alike or up_to_marker(gap) for alike, gap in zip(ends_alike(gaps), gaps, strict=True)]
    behind = set(chain.from_iterable(ends))
    pictures = [[one for one in lead_in if one not in behind and is_picture(one)] for lead_in in above]
    return [
        Run(title, (*day, *shown, unit, *end), section=section)
        for title, unit, day, shown, end, section in zip(
            titles, units, days, pictures, ends, sections_above(units), strict=True
        )
    ]


def _are_runs(units: Sequence[Element], gaps: Sequence[Sequence[Element]]) -> bool:
    """True where text stands between the units; a single unit is a run where it is hardly more than its headline."""
    if len(units) == 1:
        return any(len(text_of(e)) > _PROSE for e in gaps[0]) and len(text_of(units[0])) < _LONGEST_HEAD
    inner = list(zip(units, gaps[:-1], strict=False))
    return sum(map(_has_text, inner)) * 2 >= len(inner)


def _has_text(unit_and_gap: tuple[Element, Sequence[Element]]) -> bool:
    unit, gap = unit_and_gap
    texts = [unit.tail or ""]
    for element in gap:
        texts += (text_of(element), element.tail or "")
    return any(len(text.strip()) > _PROSE for text in texts)


def _body(gap: Sequence[Element], taken: set[Element]) -> list[Element]:
    """The part of `gap` that belongs to the story before it, furniture and the heading of the next section left out."""
    body: list[Element] = []
    for element in gap:
        if element in taken or _ends_story(element):
            break
        if element.tag != "hr" and not is_furniture(element):
            body.append(element)
    while body and body[-1].tag in HEADINGS:
        body.pop()
    return body


def _ends_story(element: Element) -> bool:
    text = text_of(element)
    return is_paging(text) or is_side_label(text)
