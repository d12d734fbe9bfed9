"""The page read in every way that its markup allows, and the reading that explains most of its text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, starmap
from statistics import median

from pipeline.parse.html_tree import Element, holds, outward, text_of
from pipeline.parse.lines.shapes import is_headline, word_count
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.headlines.headings import heading_readings, leading_headings
from pipeline.parse.listing.headlines.link_blocks import linked_blocks
from pipeline.parse.listing.headlines.titles import FEWEST_TITLE_WORDS, MOST_TITLES, Title
from pipeline.parse.listing.headlines.unmarked_titles import opening_links, other_readings
from pipeline.parse.listing.names.furniture import FurnitureMap
from pipeline.parse.listing.prose import Coverage, Passage, cover
from pipeline.parse.listing.sections import split

_SEVERAL, _LONGEST_HEAD = 2, 300
"""Stories below the box of whom a page is named after, and characters of prose in it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the readings of a page rest on."""

    root: Element
    url: str
    headings: Sequence[Title]
    texts: Sequence[Passage]
    furniture: FurnitureMap

    def read(self, rule: str, titles: Sequence[Title]) -> "Reading":
        """The page with a story for each of `titles`."""
        runs = _without_repeats(split(titles)[:MOST_TITLES])
        coverage = cover(runs, self.texts, self.furniture)
        if len(titles) > MOST_TITLES:  # what stands behind the last that is read is the next ones'
            coverage = replace(coverage, after=0)
        return Reading(rule, runs, coverage)

    def linked_blocks(self) -> list[Title]:
        """The links that open their blocks."""
        return linked_blocks(self.root, self.url, self.furniture)[: MOST_TITLES + 1]


@dataclass(frozen=True)  # no slots: it remembers
class Reading:
    """One way to read the page: the rule that found the headlines, the stories, and how much text they cover."""

    rule: str
    runs: Sequence[Run]
    coverage: Coverage

    @cached_property
    def has_headlines(self) -> bool:
        """Whether its headlines are as long as such usually are."""
        words = [word_count(run.title.text) for run in self.runs]
        return median(words) >= FEWEST_TITLE_WORDS

    @cached_property
    def length(self) -> int:
        """Characters of prose in its stories."""
        return sum(self.coverage.stories)


def best_reading(page: Layout) -> Reading | None:
    """The reading whose stories hold most of the page's prose; of equal ones the first, of empty ones the longest.

    Names of sections make no reading where another has headlines.
    """
    best = _longest(starmap(page.read, heading_readings(page.headings)))
    if best is not None and best.has_headlines and best.length >= best.coverage.outside:
        return best
    other = _longest(starmap(page.read, other_readings(page.root, page.url, page.furniture)))
    best = _longest(filter(None, (best, other)))
    if best is None or best.length == 0:
        titles = page.linked_blocks()
        linked = page.read("linked-block", titles) if titles else None
        best = _longest(filter(None, (linked, best)))
    return best


def _longest(readings: Iterable[Reading]) -> Reading | None:
    """The longest that has headlines, else the longest."""
    by_length = sorted(
        readings, key=lambda one: (one.length, 0 if one.length else len(one.runs)), reverse=True
    )
    if len(by_length) < 2:
        return by_length[0] if by_length else None
    return next((one for one in by_length if one.has_headlines), by_length[0])


def without_head(page: Layout, reading: Reading | None, headline: Element | None) -> Reading | None:
    """The same without the box of whom or what the page is named after: an author, a section, above linked stories.

    `headline` says that name. What is as long as a headline, or has a text as long as an article, is a story.
    """
    if reading is None or headline is None:
        return reading
    first, *others = reading.runs
    if first.title.element is not headline or len(others) < _SEVERAL or any(not r.title.href for r in others):
        return reading
    if first.title.href or is_headline(first.title.text) or reading.coverage.stories[0] > _LONGEST_HEAD:
        return reading
    return page.read(reading.rule, [run.title for run in others])


def only_story(page: Layout) -> Reading | None:
    """The page read as a listing with room for one story left: the only heading that leads to a page of its own."""
    linked = leading_headings(page.headings)
    return page.read("only-linked-heading", linked) if len(linked) == 1 else None


def with_others(page: Layout, reading: Reading) -> Reading:
    """The same with the stories that stand beside its own in another make.

    That is a headline above the first of them, or slides with pictures, and links to stories among them. What stands
    elsewhere on the page is beside its stories.
    """
    found = _others(page, reading) if len(reading.runs) < MOST_TITLES else []
    if not found:
        return reading
    titles = {title.element: title for title in (*found, *(run.title for run in reading.runs))}
    return page.read(reading.rule, [titles[element] for element in page.root.iter() if element in titles])


def _others(page: Layout, reading: Reading) -> list[Title]:
    owned = {element for run in reading.runs for element in run.elements}
    known = {run.title.href for run in reading.runs}
    around = _around_all([run.elements[0] for run in reading.runs])
    places = {element: place for place, element in enumerate(page.root.iter())}
    first = places[reading.runs[0].title.element]
    blocks = page.linked_blocks()
    slides = [title for title in blocks if holds(title.element, "img")]
    above = [title for title in (*leading_headings(page.headings), *slides) if places[title.element] < first]
    among = chain(opening_links(page.root, page.url, page.furniture), blocks)
    inside = [title for title in among if around in title.element.iterancestors()]
    found: dict[str | None, Title] = {}
    for title in (*above, *inside):
        if title.href not in known and owned.isdisjoint(outward(title.element)):
            found.setdefault(title.href, title)
    return list(found.values())


def _around_all(elements: Sequence[Element]) -> Element:
    """The smallest element around all of several."""
    number = Counter(chain.from_iterable(element.iterancestors() for element in elements))
    return next(around for around in elements[0].iterancestors() if number[around] == len(elements))


def _without_repeats(runs: Sequence[Run]) -> list[Run]:
    """The first run of each link, or the longest where a later one tells more."""
    best: dict[object, Run] = {}
    for run in runs:
        key = run.title.href or run
        if key not in best or _length(run) > 2 * _length(best[key]):
            best[key] = run
    kept = set(best.values())
    return [run for run in runs if run in kept]


def _length(run: Run) -> int:
    return sum(len(text_of(element)) for element in run.elements)
