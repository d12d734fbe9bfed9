"""The way through the room: readings of the page are tried, the best is judged, its stories are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.listing.furniture import FurnitureMap
from pipeline.parse.listing.groups import Run, split
from pipeline.parse.listing.kind import Facts, is_listing, is_surely_article
from pipeline.parse.listing.naming import PageTitles, headline_of_page, page_titles
from pipeline.parse.listing.leftovers import left_over
from pipeline.parse.listing.prose import Coverage, Passage, cover, judge_furniture, passages
from pipeline.parse.listing.side_boxes import side_boxes
from pipeline.parse.listing.story import read_story
from pipeline.parse.listing.titles import (
    HEADINGS,
    Readings,
    Title,
    heading_readings,
    other_readings,
    title_of,
)
from pipeline.parse.selectors import select
from pipeline.records import Article, Problem, Reason

_SNIPPET = 80


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the page: the rule that found the headlines, the stories, and how much text they cover."""

    rule: str
    runs: Sequence[Run]
    coverage: Coverage

    @property
    def length(self) -> int:
        """Characters of prose in its stories."""
        return sum(self.coverage.stories)


def find_stories(  # noqa: PLR0913 - the page and its hints, each by name
    root: Element,
    url: str,
    *,
    language: str | None,
    time_zone: tzinfo | None,
    says_article: bool,
    story_selector: tuple[str, ...] = (),
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The stories of a listing page in order, or none where the page is not a listing. Leaves the tree as it was.

    `says_article` is True where the page's own data call it an article: strong evidence, not proof.
    `story_selector` are CSS selectors of the source: each match is one story, and nothing else is asked.
    Problems name stories without a headline and text that belongs to no story, with its place in the page.
    """
    if story_selector:
        return _selected(root, url, story_selector, language, time_zone)
    titles = page_titles(root)
    headline = headline_of_page(root, titles)
    if headline is not None and is_surely_article(headline, says_article=says_article):
        return (), ()
    texts = passages(root)
    furniture = judge_furniture(texts, [*side_boxes(root)])
    reading = _best_reading(root, url, texts, furniture)
    if reading is None or not is_listing(
        _facts(root, url, reading, titles, headline, says_article=says_article)
    ):
        return (), ()
    articles, problems = _read(reading.runs, f"listing.{reading.rule}", url, language, time_zone)
    return articles, (*problems, *left_over(root, reading.runs, furniture, language))


def _best_reading(
    root: Element, url: str, texts: Sequence[Passage], furniture: FurnitureMap
) -> _Reading | None:
    """The reading whose stories hold most of the page's prose; of equal ones the first."""

    def longest(found: Readings) -> _Reading | None:
        tried = (_reading(rule, titles, texts, furniture) for rule, titles in found)
        return max(tried, key=lambda reading: reading.length, default=None)

    best = longest(heading_readings(root, url, furniture))
    if best is not None and best.length >= best.coverage.before + best.coverage.after:
        return best
    other = longest(other_readings(root, url, furniture))
    return max(filter(None, (best, other)), key=lambda reading: reading.length, default=None)


def _reading(
    rule: str, titles: Sequence[Title], texts: Sequence[Passage], furniture: FurnitureMap
) -> _Reading:
    runs = _without_repeats(split(titles))
    return _Reading(rule, runs, cover(runs, texts, furniture))


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


def _facts(
    root: Element,
    url: str,
    reading: _Reading,
    titles: PageTitles,
    headline: Element | None,
    *,
    says_article: bool,
) -> Facts:
    return Facts(
        runs=reading.runs,
        coverage=reading.coverage,
        titles=titles,
        headline=headline,
        says_article=says_article,
        root=root,
        url=url,
    )


def _read(
    runs: Sequence[Run], rule: str, url: str, language: str | None, time_zone: tzinfo | None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    stories = [read_story(run, rule, url, language=language, time_zone=time_zone) for run in runs]
    return tuple(article for article, _ in stories), tuple(p for _, problems in stories for p in problems)


def _selected(
    root: Element, url: str, selectors: tuple[str, ...], language: str | None, time_zone: tzinfo | None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    matches = next(filter(None, (select(root, selector) for selector in selectors)), [])
    if not matches:
        return (), (Problem(Reason.SELECTOR_FOUND_NOTHING, ", ".join(selectors)),)
    runs: list[Run] = []
    problems: list[Problem] = []
    for element in matches:
        title = next(filter(None, (title_of(heading, url) for heading in element.iter(*HEADINGS, "a"))), None)
        if title is None:
            place = element.getroottree().getpath(element)
            problems.append(Problem(Reason.STORY_WITHOUT_TITLE, text_of(element)[:_SNIPPET], place))
        else:
            runs.append(Run(title, (element,)))
    articles, unread = _read(runs, "selector.story", url, language, time_zone)
    return articles, (*problems, *unread)
