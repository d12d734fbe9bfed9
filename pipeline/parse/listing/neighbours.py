"""What stands above and behind the boxes of stories, side by side, and is told by its make to be theirs."""

from collections.abc import Mapping, Sequence
from itertools import chain, islice, takewhile

from pipeline.parse.html_tree import HEADINGS, Element, holds, make_of, outward, text_of
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.listing.headlines.titles import is_day

LONGEST_LABEL_WORDS = 4
_MOST_LABELS = 3
"""Parts of a term that holds a date, and elements of small print behind a box."""
_SEVERAL = 3
_MOST_LISTS = 3
"""Boxes one in another that a story opens, below the heading of its section."""
_LONGEST_LEAD_IN = 60
"""Characters of a date or a label that stands above its headline."""


def lead_ins(units: Sequence[Element], counts: Mapping[Element, int]) -> list[list[Element]]:
    """What stands above each unit, in the make of what the first of them has there."""
    first, *others = above = [_lead_in(unit, counts) for unit in units]
    shapes = set(map(make_of, first))
    if others:  # what the first alone has above it is the page's
        shapes &= set(map(make_of, chain.from_iterable(others)))
    return [_alike(lead_in, shapes) for lead_in in above]


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


def is_picture(element: Element) -> bool:
    """Whether an element holds an image and no word."""
    return not text_of(element) and holds(element, "img")


def ends_alike(gaps: Sequence[Sequence[Element]]) -> list[Sequence[Element]]:
    """What stands behind each of several boxes in the same make: a line of small print, out of its paragraph.

    Behind the last of them the page goes on.
    """
    shapes = [[make_of(element) for element in gap[:_MOST_LABELS]] for gap in gaps]
    number = len(gaps[0])
    if len(gaps) < _SEVERAL or not 0 < number <= _MOST_LABELS or not any(map(text_of, gaps[0])):
        return [() for _ in gaps]
    alike = all(shape[:number] == shapes[0] for shape in shapes) and all(len(g) == number for g in gaps[:-1])
    return [gap[:number] if alike else () for gap in gaps]


def up_to_marker(gap: Sequence[Element]) -> Sequence[Element]:
    """The elements behind a box up to one that says that its story goes on elsewhere, in a box of its own."""
    for number, element in enumerate(gap[:_MOST_LABELS], 1):
        if text := text_of(element):
            return gap[:number] if is_marker(text) else ()
    return ()


def up_to_rule(gaps: list[list[Element]]) -> list[list[Element]]:
    """The same where a rule ends each of several stories: behind that of the last the page goes on."""
    *inner, last = gaps
    if not inner or not all(gap and gap[-1].tag == "hr" for gap in inner):
        return gaps
    return [*inner, [*takewhile(lambda element: element.tag != "hr", last)]]


def days_before(units: Sequence[Element], counts: Mapping[Element, int]) -> list[list[Element]]:
    """The date right before each of the units, in a list of terms where each has one."""
    before = [unit.getprevious() for unit in units if unit.tag == "dd"]
    days = [one for one in before if one is not None and not counts.get(one) and _tells_day(one)]
    return [[day] for day in days] if len(days) == len(units) else [[] for _ in units]


def _tells_day(term: Element) -> bool:
    """Whether a term is a date, or has one beside a label."""
    return any(is_day(text_of(one)) for one in (term, *islice(term, _MOST_LABELS)))


def gap_behind(unit: Element, counts: Mapping[Element, int]) -> list[Element]:
    """The siblings behind `unit`, up to the next that holds a title."""
    gap: list[Element] = []
    for sibling in unit.itersiblings():
        if counts.get(sibling):
            break
        gap.append(sibling)
    return gap


def sections_above(units: Sequence[Element]) -> list[str | None]:
    """The section of each of the boxes that stand side by side: the heading above the first of a row of them."""
    sections: list[str | None] = []
    for before, unit in zip((None, *units), units, strict=False):
        follows = before is not None and unit.getprevious() is before
        sections.append(sections[-1] if follows else section_above(unit))
    return sections


def section_above(first: Element) -> str | None:
    """The heading of a few words right above a story's first element, or above the list that it opens."""
    for at in islice(outward(first), _MOST_LISTS):
        if at.tag == "body":
            return None
        for before in at.itersiblings(preceding=True):
            if before.tag in HEADINGS and (text := text_of(before)):
                return text if 0 < word_count(text) <= LONGEST_LABEL_WORDS else None
            if not all(map(str.isspace, before.itertext())):  # up to its first words: it may be long
                return None
    return None
