"""What a run came to, source by source, and the exit code that follows from it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.errors import ExitCode
from pipeline.records import Capture, PageKind, PageOutcome, Problem, Reason, Role
from pipeline.records.problems import PUT_OFF
from pipeline.urls import page_key

SEVERAL = 3
"""Pages of a source of which one has to be as usual: one or two may be of another make."""

_MUTE = frozenset((Reason.NO_ARTICLE, Reason.EMPTY_PAGE, Reason.ERROR_PAGE))
"""What is said of a page that tells nothing where a story was expected; one about the site is known as what it is."""

NEARLY_NONE = 10
"""Of so many pages one may still tell what is gone from the others: some of a site stays as it was."""


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


A_STORY = "a story"
"""What pages tell that start pages and feeds lead to, in words."""


class Gone(NamedTuple):
    """What most pages of a source told in earlier runs, and next to none of its last ones."""

    what: str
    """In words: `a byline`."""
    where: str
    """On what: `articles`."""
    told: int
    pages: int
    told_before: int
    pages_before: int

    @property
    def of_fields(self) -> bool:
        """Whether stories still come and lack it."""
        return self.what != A_STORY

    def __str__(self) -> str:
        """As it is told to a person."""
        now = f"{self.what} on {self.told} of its last {self.pages} {self.where}"
        return f"{now}, and on {self.told_before} of the {self.pages_before} before"


@dataclass(slots=True)
class SourceTally:
    """What one source came to in one run. Articles and quotes are counted once for each page that shows them."""

    expected: Expected = field(default_factory=Expected)
    fetched: int = 0
    failed: int = 0
    failed_as_before: int = 0
    """Of these, those of which an earlier run told the same."""
    parsed: int = 0
    """Pages on which a story or a quote was found."""
    left_out: int = 0
    """Pages on which nothing was found, and what was over the source's `max_pages`."""
    articles_added: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    quotes_added: int = 0
    quotes_unchanged: int = 0
    not_modified: int = 0
    """Pages of which the server says that they are as they were."""
    links_known: int = 0
    """Pages that start pages, feeds and sitemaps lead to and that were known before."""
    starts_read: int = 0
    """Start pages whose links were looked at."""
    leads_unchanged: int = 0
    """Start pages, feeds and sitemaps of which the server says that they are as they were: they lead where they led."""
    links: int = 0
    """Pages that start pages, feeds and sitemaps lead to."""
    starts_telling: int = 0
    """Start pages that came and showed a story, a quote or a link to follow, or that are as they were."""
    starts_empty: int = 0
    """Start pages that came and showed none of these."""
    tickers_lost: int = 0
    """Start pages that came without a quote and showed some not long ago."""
    pages_led_to: int = 0
    """Pages that came, or are as they were, and are no start pages."""
    pages_mute: int = 0
    """Of these, those without a story that are not known as anything else."""
    pages_refused: int = 0
    """Those that did not come, though they are neither taken down nor left to the next run, nor told before."""
    articles_read: int = 0
    """Article pages that came."""
    selectors_missed: Counter[str] = field(default_factory=Counter)
    """For each field the article pages on which no selector of the source for it matches."""
    gone: list[Gone] = field(default_factory=list)
    """What its pages told in earlier runs and tell no longer."""
    problems: Counter[Trouble] = field(default_factory=Counter)
    examples: dict[Trouble, tuple[Capture, Problem]] = field(default_factory=dict)
    """For each kind of trouble the first page that has it."""

    def add(self, outcome: PageOutcome) -> None:
        """Count one page."""
        if outcome.told_before and page_key(outcome.capture.url) in self.expected.places:
            outcome = replace(outcome, told_before=False)  # who wrote it waits for it, or takes it out
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
        failure, role = outcome.capture.failure, outcome.capture.role
        if role is Role.ROBOTS:
            return  # what it forbids is told page by page
        self.links_known += outcome.links_known
        self.links += outcome.links or 0
        self.leads_unchanged += role is not Role.PAGE and outcome.capture.unchanged
        self.starts_read += role is Role.START and outcome.links is not None
        if role is Role.START and failure is None:
            quotes = outcome.capture.unchanged or outcome.quotes_added + outcome.quotes_unchanged
            tells = quotes or outcome.kind is not PageKind.OTHER or outcome.links
            self.starts_telling += bool(tells)
            self.starts_empty += not tells
            self.tickers_lost += outcome.quotes_before > 0 and not quotes
        if failure is None:
            self.fetched += role in (Role.PAGE, Role.START)
            self.not_modified += outcome.capture.unchanged
            self.parsed += outcome.kind in (PageKind.ARTICLE, PageKind.LISTING)
            self.left_out += outcome.kind is PageKind.OTHER
            if role is Role.PAGE:
                self.pages_led_to += 1
                self.pages_mute += any(problem.reason in _MUTE for problem in outcome.problems)
            if outcome.kind is PageKind.ARTICLE:
                self._add_article(outcome)
        else:
            over_limit = failure.reason is Reason.OVER_PAGE_LIMIT
            self.left_out += failure.count if over_limit else 0
            self.failed += not over_limit
            self.failed_as_before += outcome.told_before
            kept_back = failure.reason in PUT_OFF or outcome.capture.taken_down or outcome.told_before
            self.pages_refused += role is Role.PAGE and not kept_back

    def _add_article(self, outcome: PageOutcome) -> None:
        self.articles_read += 1
        missed = (one.where for one in outcome.problems if one.reason is Reason.SELECTOR_FOUND_NOTHING)
        self.selectors_missed.update({field for field in missed if field})

    @property
    def silent(self) -> bool:
        """True when not one article, quote or link to a known page was seen."""
        seen = self.articles_added + self.articles_changed + self.articles_unchanged + self.links_known
        return seen + self.quotes_added + self.quotes_unchanged + self.not_modified == 0

    @property
    def starts_are_empty(self) -> bool:
        """True when start pages came and told nothing, whatever feeds and sitemaps say: tickers stand nowhere else."""
        return self.starts_empty > 0 and self.starts_telling == 0

    @property
    def leads_nowhere(self) -> bool:
        """True when start pages came whole, and neither they nor a feed led to one page that `follow` wants."""
        return self.expected.follows and self.starts_read > 0 and self.links + self.leads_unchanged == 0

    @property
    def quotes_are_gone(self) -> bool:
        """True when start pages that had a ticker have none now, and no other page of the source has."""
        return self.tickers_lost > 0 and self.quotes_added + self.quotes_unchanged == 0

    @property
    def pages_are_mute(self) -> bool:
        """True when its start pages may go on as ever, and not one of several pages behind them tells a story."""
        return SEVERAL <= self.pages_led_to == self.pages_mute

    @property
    def fields_missed(self) -> list[str]:
        """The fields for which no selector of the source matches on any of several article pages."""
        if self.articles_read < SEVERAL:
            return []
        return sorted(name for name, pages in self.selectors_missed.items() if pages == self.articles_read)

    @property
    def habits_gone(self) -> str:
        """What its pages tell no longer; of stories only where those that are as they were tell none, either."""
        telling = self.pages_led_to - self.pages_mute - self.problems[Trouble(Reason.LED_HOME)]
        mute = telling * NEARLY_NONE <= self.pages_led_to + self.pages_refused
        return "; ".join(str(one) for one in self.gone if one.of_fields or mute)

    @property
    def to_look_at(self) -> str | None:
        """Why a person should look at the source today, as what is said of it; None where it gave what it should."""
        if self.silent:
            return "no article and no quote at all; has the site changed?" if self.fetched else "no page came"
        fields = " and ".join(self.fields_missed)
        signs = (
            (self.starts_are_empty, "no story, quote or link to follow on its start pages"),
            (self.leads_nowhere, "no link of its start pages matches `follow`"),
            (self.quotes_are_gone, "no quote any more on its start pages"),
            (self.pages_are_mute, f"no story on any of the {self.pages_led_to} pages that it leads to"),
            (fields, f"its selectors for {fields} match on none of {self.articles_read} articles"),
            (self.habits_gone, self.habits_gone),
        )
        return next((f"{sign}; has the site changed?" for shows, sign in signs if shows), None)


@dataclass(slots=True)
class RunSummary:
    """What a run did, source by source."""

    sources: dict[str, SourceTally] = field(default_factory=dict)
    interrupted: bool = False
    all_expected: bool = True
    """Whether each source should have given something; not so for the hosts of a WARC file."""
    past: bool = False
    """Whether its pages came in earlier runs, each of which told what failed."""
    known: int = 0
    """Captures of a WARC file that are in the database already."""
    notes: tuple[str, ...] = ()
    """What a person should know of the run as a whole, a sentence each."""
    expected: Mapping[str, Expected] = field(default_factory=dict)
    """What is expected of each source."""

    def of(self, source: str) -> SourceTally:
        """What a source came to up to now."""
        if source not in self.sources:
            self.sources[source] = SourceTally(self.expected.get(source, Expected()))
        return self.sources[source]

    def add(self, outcome: PageOutcome) -> None:
        """Count one page for its source."""
        failure = outcome.capture.failure
        if self.past and failure is not None and failure.reason is not Reason.ARCHIVE_DAMAGED:
            outcome = replace(outcome, told_before=True)
        self.of(outcome.capture.source).add(outcome)

    def note_gone(self, found: Iterable[tuple[str, Gone]]) -> None:
        """Note what pages tell no longer, each with the name of their source."""
        for source, gone in found:
            self.of(source).gone.append(gone)

    @property
    def exit_code(self) -> ExitCode:
        """The worst that happened, as cron hears of it."""
        if self.interrupted:
            return ExitCode.INTERRUPTED
        if self.all_expected and any(tally.to_look_at for tally in self.sources.values()):
            return ExitCode.SOURCE_SILENT
        if any(tally.failed > tally.failed_as_before for tally in self.sources.values()):
            return ExitCode.SOME_FAILED
        return ExitCode.OK
