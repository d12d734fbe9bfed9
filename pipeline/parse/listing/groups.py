"""From headlines to stories: what stands between one headline and the next, whatever the markup.

A story is either a container that holds one headline, or a run of siblings that begins with one:

    <article>h2 p p</article> <article>h2 p p</article>        containers
    h2 p p  h2 p p                                              runs
    <tr><td>h2</td></tr> <tr><td>p p</td></tr>                  runs of rows
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise

from pipeline.parse.html_tree import HEADINGS, Element, make_of, text_of
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.paid import is_paid
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.listing.headlines.titles import Title, is_day
from pipeline.parse.listing.names.furniture import is_furniture
from pipeline.parse.listing.names.side_boxes import is_side_label

_LONGEST_LABEL_WORDS = 4
_PROSE = 60
"""Characters from which on a text is a sentence of a story rather than a date or a label."""
_LONGEST_HEAD = 200
"""Characters of a headline with its date, byline and standfirst."""
_MOST_LABELS = 3
"""Parts of a term that holds a date, and elements of small print behind a box."""
_SEVERAL = 3
_MOST_LISTS = 3
"""Boxes one in another that a story opens, below the heading of its section."""
_LONGEST_LEAD_IN = 60
"""Characters of a date or a label that stands above its headline."""


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


def split(titles: Sequence[Title]) -> list[Run]:
    """One run a title. A heading that only names the section below it is no title, but the section of what follows."""
    runs = _split(titles)
    labels = {run.title for run, after in pairwise(runs) if _names_section(run, after.title)}
    if not labels:
        return runs
    kept = [title for title in titles if title not in labels]
    return [_in_section(run, name) for run, name in zip(_split(kept), _sections(titles, labels), strict=True)]


def _in_section(run: Run, name: str | None) -> Run:
    return run if run.section == name else replace(run, section=name)


def _names_section(run: Run, following: Title) -> bool:
    """True for a short heading with nothing but a deeper heading behind it."""
    if following.level <= run.title.level or word_count(run.title.text) > _LONGEST_LABEL_WORDS:
        return False
    return sum(len(text_of(element)) for element in run.elements) < len(run.title.text) + 20


def _sections(titles: Iterable[Title], labels: set[Title]) -> list[str | None]:
    sections: list[str | None] = []
    name = None
    for title in titles:
        if title in labels:
            name = title.text
        else:
            sections.append(name)
    return sections


def _split(titles: Sequence[Title]) -> list[Run]:
    counts = _titles_below([title.element for title in titles])
    units = [_widest_alone(title.element, counts) for title in titles]
    neighbours: dict[Element | None, list[int]] = {}
    for place, unit in enumerate(units):
        neighbours.setdefault(unit.getparent(), []).append(place)
    runs: dict[Title, Run] = {}
    for places in neighbours.values():
        side_by_side = _runs([titles[place] for place in places], [units[place] for place in places], counts)
        runs.update((run.title, run) for run in side_by_side)
    return _with_sections([runs[title] for title in titles])


def _with_sections(runs: list[Run]) -> list[Run]:
    """Boxes keep the section above them where the page has several: the only heading is the page's own."""
    if len({run.section for run in runs if run.section}) > 1:
        return runs
    return [run if run.tails else _in_section(run, None) for run in runs]


def _titles_below(elements: Sequence[Element]) -> Counter[Element]:
    counts = Counter(chain.from_iterable(element.iterancestors() for element in elements))
    counts.update(elements)
    return counts


def _widest_alone(element: Element, counts: Mapping[Element, int]) -> Element:
    """The largest element around `element` that holds no other title."""
    at = element
    parent = at.getparent()
    while parent is not None and parent.tag not in ("body", "html") and counts[parent] == 1:
        at, parent = parent, parent.getparent()
    return at


def _runs(titles: Sequence[Title], units: Sequence[Element], counts: Mapping[Element, int]) -> list[Run]:
    """The stories whose units stand side by side in one parent."""
    gaps = [_gap(unit, counts) for unit in units]
    lead_ins = _lead_ins(units, counts)
    if not _are_runs(units, gaps):
        sections = _sections_above(units)
        days = _days_before(units, counts)
        ends = [alike or _up_to_marker(gap) for alike, gap in zip(_ends_alike(gaps), gaps, strict=True)]
        behind = set(chain.from_iterable(ends))
        pictures = [
            [one for one in lead_in if one not in behind and _is_picture(one)] for lead_in in lead_ins
        ]
        return [
            Run(title, (*day, *shown, unit, *end), section=section)
            for title, unit, day, shown, end, section in zip(
                titles, units, days, pictures, ends, sections, strict=True
            )
        ]
    taken = {element for lead_in in lead_ins for element in lead_in}
    return [
        Run(
            title,
            elements := (*lead_in, unit, *_body(gap, taken)),
            tails=True,
            section=_section_above(elements[0]),
        )
        for title, unit, lead_in, gap in zip(titles, units, lead_ins, gaps, strict=True)
    ]


def _are_runs(units: Sequence[Element], gaps: Sequence[Sequence[Element]]) -> bool:
    """True where text stands between the units; a single unit is a run where it is hardly more than its headline."""
    if len(units) == 1:
        return any(len(text_of(e)) > _PROSE for e in gaps[0]) and len(text_of(units[0])) < _LONGEST_HEAD
    inner = list(zip(units, gaps[:-1], strict=False))
    return sum(map(_has_text, inner)) * 2 >= len(inner)


def _lead_ins(units: Sequence[Element], counts: Mapping[Element, int]) -> list[list[Element]]:
    """What stands above each unit, in the make of what the first of them has there."""
    lead_ins = [_lead_in(unit, counts) for unit in units]
    shapes = {make_of(element) for element in lead_ins[0]}
    if len(units) > 1:  # what the first alone has above it is the page's
        shapes &= {make_of(element) for lead_in in lead_ins[1:] for element in lead_in}
    return [_alike(lead_in, shapes) for lead_in in lead_ins]


def _is_picture(element: Element) -> bool:
    return not text_of(element) and next(element.iter("img"), None) is not None


def _up_to_marker(gap: Sequence[Element]) -> Sequence[Element]:
    """The elements behind a box up to one that says that its story goes on elsewhere, in a box of its own."""
    for number, element in enumerate(gap[:_MOST_LABELS], 1):
        if text := text_of(element):
            return gap[:number] if is_marker(text) else ()
    return ()


def _ends_alike(gaps: Sequence[Sequence[Element]]) -> list[Sequence[Element]]:
    """What stands behind each of several boxes in the same make: a line of small print, out of its paragraph.

    Behind the last of them the page goes on.
    """
    shapes = [[make_of(element) for element in gap[:_MOST_LABELS]] for gap in gaps]
    number = len(gaps[0])
    if len(gaps) < _SEVERAL or not 0 < number <= _MOST_LABELS or not any(map(text_of, gaps[0])):
        return [() for _ in gaps]
    alike = all(shape[:number] == shapes[0] for shape in shapes) and all(len(g) == number for g in gaps[:-1])
    return [gap[:number] if alike else () for gap in gaps]


def _days_before(units: Sequence[Element], counts: Mapping[Element, int]) -> list[list[Element]]:
    """The date right before each of the units, in a list of terms where each has one."""
    before = [unit.getprevious() for unit in units if unit.tag == "dd"]
    days = [one for one in before if one is not None and not counts.get(one) and _tells_day(one)]
    return [[day] for day in days] if len(days) == len(units) else [[] for _ in units]


def _tells_day(term: Element) -> bool:
    """Whether a term is a date, or has one beside a label."""
    return any(is_day(text_of(one)) for one in (term, *islice(term, _MOST_LABELS)))


def _gap(unit: Element, counts: Mapping[Element, int]) -> list[Element]:
    """The siblings behind `unit`, up to the next that holds a title."""
    gap: list[Element] = []
    for sibling in unit.itersiblings():
        if counts.get(sibling):
            break
        gap.append(sibling)
    return gap


def _has_text(unit_and_gap: tuple[Element, Sequence[Element]]) -> bool:
    unit, gap = unit_and_gap
    texts = [unit.tail or ""]
    for element in gap:
        texts += (text_of(element), element.tail or "")
    return any(len(text.strip()) > _PROSE for text in texts)


def _lead_in(unit: Element, counts: Mapping[Element, int]) -> list[Element]:
    """The image, date and label right above `unit`, from the top down."""
    found: list[Element] = []
    for sibling in unit.itersiblings(preceding=True):
        if counts.get(sibling) or not _is_lead_in(sibling):
            break
        found.append(sibling)
    return found[::-1]


def _is_lead_in(element: Element) -> bool:
    if (element.tail or "").strip() or element.tag in HEADINGS:
        return False
    text = text_of(element)
    if not text:
        return element.tag != "hr"
    if element.tag in ("p", "ul", "ol") or len(text) > _LONGEST_LEAD_IN or text[-1:] in ".:!?…":
        return False
    return not (is_paging(text) or is_marker(text))


def _alike(lead_in: Sequence[Element], shapes: set[tuple[str, str]]) -> list[Element]:
    """The last elements of `lead_in` that the first story of the page has above its headline too."""
    kept: list[Element] = []
    for element in reversed(lead_in):
        if make_of(element) not in shapes:
            break
        kept.append(element)
    return kept[::-1]


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


def _sections_above(units: Sequence[Element]) -> list[str | None]:
    """The section of each of the boxes that stand side by side: the heading above the first of a row of them."""
    sections: list[str | None] = []
    for before, unit in zip((None, *units), units, strict=False):
        follows = before is not None and unit.getprevious() is before
        sections.append(sections[-1] if follows else _section_above(unit))
    return sections


def _section_above(first: Element) -> str | None:
    """The heading of a few words right above a story's first element, or above the list that it opens."""
    at: Element | None = first
    for _ in range(_MOST_LISTS):
        if at is None or at.tag == "body":
            return None
        for before in at.itersiblings(preceding=True):
            if before.tag in HEADINGS and (text := text_of(before)):
                return text if 0 < word_count(text) <= _LONGEST_LABEL_WORDS else None
            if not all(map(str.isspace, before.itertext())):  # up to its first words: it may be long
                return None
        at = at.getparent()
    return None
