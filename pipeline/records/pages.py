"""Pages: what one says, on its way to the database, and what loading it came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pipeline.records.blocks import Block, BlockKind
from pipeline.records.captures import Capture
from pipeline.records.markdown import to_markdown
from pipeline.records.problems import Problem
from pipeline.records.targets import Found


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a rule proposed for a field, as text."""

    rule: str
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    """One story. Fields that the page does not tell are None or empty, never guessed."""

    title: str
    """The headline; empty where the page prints none."""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    blocks: tuple[Block, ...] = ()
    url: str | None = None
    """Its canonical URL, absolute; on a listing page the link of its headline."""
    language: str | None = None
    """A BCP 47 primary language, in lower case: `en`, `ky`."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None
    complete: bool = True
    """False for a teaser, a paywalled text, or a text that ends in "Continue reading"."""
    origins: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict, hash=False)
    """For each field that has a value: the candidates that were looked at, the winner first."""

    @property
    def text(self) -> str:
        """The body: blocks joined by one empty line; images are none of it."""
        return "\n\n".join(block.text for block in self.blocks if block.kind is not BlockKind.IMAGE)

    @property
    def markdown(self) -> str:
        """The body as CommonMark, its images in their places; the headline is not in it."""
        return to_markdown(self.blocks)

    def rule(self, name: str) -> str | None:
        """The rule that gave the field called `name`, or None where no rule did."""
        candidates = self.origins.get(name)
        return candidates[0].rule if candidates else None


class InstrumentKind(StrEnum):
    """What is quoted."""

    CURRENCY_PAIR = "currency-pair"
    INDEX = "index"
    SHARE = "share"
    COMMODITY = "commodity"
    CRYPTO = "crypto"


@dataclass(frozen=True, slots=True)
class Quote:
    """One rate or price as a page prints it: `1 base = rate quote`; an index has points."""

    base: str
    """Code of the currency that is priced; of what is no pair the symbol or name as printed."""
    quote: str
    """Code of the currency that it is priced in; empty where the page names none, as for most that are no pair."""
    rate: Decimal
    """Exactly the printed digits: 0.28490 keeps its last zero."""
    change_pct: Decimal | None = None
    direction: int | None = None
    """-1, 0 or 1 as printed by sign, arrow or colour; `-0%` is -1. None where nothing tells."""
    occurrences: int = 1
    """How often the page repeated it; a clone hidden from readers does not count."""
    as_of: date | None = None
    conflict: bool = False
    """True where another block of the same page prints another value for the same instrument."""
    kind: InstrumentKind = InstrumentKind.CURRENCY_PAIR

    @property
    def instrument(self) -> str:
        """The name to show: `KGS/USD`, `S&P 500`."""
        return "/".join(filter(None, (self.base, self.quote)))


class PageKind(StrEnum):
    """What a page is to its readers."""

    ARTICLE = "article"
    LISTING = "listing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text that belongs to no story, or that a source has removed, with the rule that tells so.

    Pages of several stories have all of it, those of one where an explanation is asked for.
    """

    rule: str
    """`furniture nav`, `small-print`, …: its kind, and what gave it away."""
    text: str
    """How it begins."""
    where: str = ""
    """The path of its element, or the number of its line."""
    count: int = 1
    """How many texts stand there."""


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """All that one page says."""

    url: str
    kind: PageKind
    articles: tuple[Article, ...] = ()
    """In page order; on an article page the main one is the only one."""
    quotes: tuple[Quote, ...] = ()
    """In order of first appearance, repeats folded."""
    as_of: date | None = None
    """The date that the page prints for itself, which dates its ticker, never its stories."""
    problems: tuple[Problem, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    """What of a listing or a plain text is no part of a story or quote; with it each text is accounted for."""


@dataclass(frozen=True, slots=True)
class PageToLoad:
    """A capture and what was read from it; `parsed` is None when the capture failed or is no page."""

    capture: Capture
    parsed: ParsedPage | None = None
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What loading one page did to the database."""

    capture: Capture
    kind: PageKind | None
    articles_added: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    quotes_added: int = 0
    quotes_unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    """The page's problems, the failure of its capture included."""
    links_known: int = 0
    """Of the pages that it leads to, those that were known."""
    links: int | None = None
    """How many pages it leads to; None where nobody looked."""
    quotes_before: int = 0
    """Of a start page the most quotes that one of its last captures shows."""
    told_before: bool = False
    """Whether it failed of the same at its last visit, too, and was told to have."""
