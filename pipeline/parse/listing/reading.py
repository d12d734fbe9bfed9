"""The page read in every way that its markup allows, and the reading that explains most of its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.listing.furniture import FurnitureMap
from pipeline.parse.listing.groups import Run, split
from pipeline.parse.listing.headings import heading_readings, leading_headings
from pipeline.parse.listing.link_blocks import linked_blocks
from pipeline.parse.listing.prose import Coverage, Passage, cover
from pipeline.parse.listing.titles import MOST_TITLES, Readings, Title
from pipeline.parse.listing.unmarked_titles import other_readings


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the page: the rule that found the headlines, the stories, and how much text they cover."""

    rule: str
    runs: Sequence[Run]
    coverage: Coverage

    @property
    def length(self) -> int:
        """Characters of prose in its stories."""
        return sum(self.coverage.stories)


def best_reading(
    root: Element, url: str, headings: Sequence[Title], texts: Sequence[Passage], furniture: FurnitureMap
) -> Reading | None:
    """The reading whose stories hold most of the page's prose; of equal ones the first. `headings` are the page's."""

    def longest(found: Readings) -> Reading | None:
        tried = (_reading(rule, titles, texts, furniture) for rule, titles in found)
        return max(tried, key=lambda reading: reading.length, default=None)

    best = longest(heading_readings(headings))
    if best is not None and best.length >= best.coverage.before + best.coverage.after:
        return best
    other = longest(other_readings(root, url, furniture))
    best = max(filter(None, (best, other)), key=lambda reading: reading.length, default=None)
    if best is None or best.length == 0:
        titles = linked_blocks(root, url, furniture)[: MOST_TITLES + 1]
        return longest(iter([("linked-block", titles)])) if titles else best
    return best


def only_story(
    headings: Sequence[Title], texts: Sequence[Passage], furniture: FurnitureMap
) -> Reading | None:
    """The page read as a listing with room for one story left: the only heading that leads to a page of its own."""
    linked = leading_headings(headings)
    return _reading("only-linked-heading", linked, texts, furniture) if len(linked) == 1 else None


def _reading(
    rule: str, titles: Sequence[Title], texts: Sequence[Passage], furniture: FurnitureMap
) -> Reading:
    runs = _without_repeats(split(titles)[:MOST_TITLES])
    return Reading(rule, runs, cover(runs, texts, furniture))


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
