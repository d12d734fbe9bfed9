"""What one source came to in one run, and why a person should look at it."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.records import Capture, PageKind, PageOutcome, Problem, Reason, Role
from pipeline.summary.gone import Gone
from pipeline.summary.starts import StartsTally
from pipeline.summary.stories import StoriesTally
from pipeline.urls import page_key


class Trouble(NamedTuple):
    """What pages of one source fail of alike: a site that has lost a page is not one that is out of order."""

    reason: Reason
    status: int = 0
    """That of the server's answer where it is an error."""
    told_before: bool = False
    """Whether an earlier run told of it."""


class Expected(NamedTuple):
    """What config.toml says of a source that decides what of it is told."""

    follows: bool = False
    """Whether it names, by `follow`, links that its start pages should have."""
    places: frozenset[str] = frozenset()
    """The keys of its start pages, feeds and sitemaps: one that fails is told in every run."""


@dataclass(slots=True)
class SourceTally:
    """Counts of pages. Articles and quotes are counted once for each page that shows them."""

    expected: Expected = field(default_factory=Expected)
    fetched: int = 0
    failed: int = 0
    failed_as_before: int = 0
    """Of these, those of which an earlier run told the same."""
    parsed: int = 0
    """Pages on which a story or a quote was found."""
    left_out: int = 0
    """Pages on which nothing was found, and what was over the source's `max_pages`."""
    not_modified: int = 0
    """Pages of which the server says that they are as they were."""
    articles_added: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    quotes_added: int = 0
    quotes_unchanged: int = 0
    starts: StartsTally = field(default_factory=StartsTally)
    stories: StoriesTally = field(default_factory=StoriesTally)
    gone: list[Gone] = field(default_factory=list)
    """What its pages told in earlier runs and tell no longer."""
    problems: Counter[Trouble] = field(default_factory=Counter)
    examples: dict[Trouble, tuple[Capture, Problem]] = field(default_factory=dict)
    """For each kind of trouble the first page that has it."""

    def add(self, outcome: PageOutcome) -> None:
        """Count one page."""
        if outcome.told_before and page_key(outcome.capture.url) in self.expected.places:
            outcome = replace(outcome, told_before=False)  # who wrote it waits for it, or takes it out
        if outcome.capture.role is not Role.ROBOTS:  # what it forbids is told page by page
            self.starts.add(outcome)
            self.stories.add(outcome)
            self._add_page(outcome)
        self.articles_added += outcome.articles_added
        self.articles_changed += outcome.articles_changed
        self.articles_unchanged += outcome.articles_unchanged
        self.quotes_added += outcome.quotes_added
        self.quotes_unchanged += outcome.quotes_unchanged
        for problem in outcome.problems:
            status = outcome.capture.status if problem.reason is Reason.HTTP_ERROR else None
            is_old = outcome.told_before and problem is outcome.capture.failure
            trouble = Trouble(problem.reason, status or 0, is_old)
            self.problems[trouble] += 1
            self.examples.setdefault(trouble, (outcome.capture, problem))

    def _add_page(self, outcome: PageOutcome) -> None:
        if failure := outcome.capture.failure:
            over_limit = failure.reason is Reason.OVER_PAGE_LIMIT
            self.left_out += failure.count if over_limit else 0
            self.failed += not over_limit
            self.failed_as_before += outcome.told_before
        else:
            self.fetched += outcome.capture.role in (Role.PAGE, Role.START)
            self.not_modified += outcome.capture.unchanged
            self.parsed += outcome.kind in (PageKind.ARTICLE, PageKind.LISTING)
            self.left_out += outcome.kind is PageKind.OTHER

    @property
    def silent(self) -> bool:
        """True when not one article, quote or link to a known page was seen."""
        seen = self.articles_added + self.articles_changed + self.articles_unchanged + self.starts.links_known
        return seen + self.quotes_added + self.quotes_unchanged + self.not_modified == 0

    @property
    def quotes_are_gone(self) -> bool:
        """True when start pages that had a ticker have none now, and no other page of the source has."""
        return self.starts.tickers_lost > 0 and self.quotes_added + self.quotes_unchanged == 0

    @property
    def habits_gone(self) -> str:
        """What its pages tell no longer; of stories only where those that are as they were tell none, either."""
        mute = self.stories.nearly_all_mute
        return "; ".join(str(one) for one in self.gone if one.of_fields or mute)

    @property
    def to_look_at(self) -> str | None:
        """Why a person should look at the source today, as what is said of it; None where it gave what it should."""
        if self.silent:
            return "no article and no quote at all; has the site changed?" if self.fetched else "no page came"
        starts, stories = self.starts, self.stories
        fields = " and ".join(stories.fields_missed)
        signs = (
            (starts.are_empty, "no story, quote or link to follow on its start pages"),
            (self.expected.follows and starts.lead_nowhere, "no link of its start pages matches `follow`"),
            (self.quotes_are_gone, "no quote any more on its start pages"),
            (stories.are_mute, f"no story on any of the {stories.came} pages that it leads to"),
            (fields, f"its selectors for {fields} match on none of {stories.articles} articles"),
            (self.habits_gone, self.habits_gone),
        )
        return next((f"{sign}; has the site changed?" for shows, sign in signs if shows), None)
