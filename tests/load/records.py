"""Records as parse would hand them to load, made up here, and two short ways into a database file."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.load import Database, open_database
from pipeline.records import (
    Article,
    Block,
    BlockKind,
    Capture,
    PageKind,
    PageOutcome,
    PageToLoad,
    ParsedPage,
    Problem,
    Quote,
)

NOON = datetime(2025, 12, 8, 12, tzinfo=UTC)
SITE = "https://steppe-herald.example"
SITE_TOO = "https://www.steppe-herald.example"
"""The same site under its other name: a page there shows the same story, no less its own."""
TICKER = (
    Quote("KGS", "USD", Decimal("0.01144"), Decimal(0), 0, 10, date(2025, 12, 8)),
    Quote("KZT", "USD", Decimal("0.00197"), Decimal("-0"), -1, 10, date(2025, 12, 8)),
    Quote("UZS", "USD", Decimal("0.00008"), Decimal(0), 0, 10, date(2025, 12, 8)),
    Quote("TMT", "USD", Decimal("0.28490"), None, None, 10, date(2025, 12, 8)),
)


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """A body of plain paragraphs."""
    return tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)


def story(number: int, **fields: Any) -> Article:  # noqa: ANN401 - any field of an article
    """The story with this number; it has no URL of its own unless one is given."""
    lead = f"Herders of valley {number} moved their flocks {number} days early, and the council counted them twice."
    rest = f"The road over pass {number} stays open until the snow comes; after that the {number} lorries wait below."
    values = {"title": f"Valley {number} moves early", "blocks": paragraphs(lead, rest, rest[::-1])}
    return Article(**{**values, **fields})


SIX = tuple(story(number, url=f"{SITE}/story-{number}") for number in range(6))


def teaser(number: int, **fields: Any) -> Article:  # noqa: ANN401 - any field of an article
    """The story with this number, cut short."""
    [lead] = [block.text for block in story(number).blocks[:1]]
    return story(number, **{"blocks": paragraphs(lead[:80] + "…"), "complete": False, **fields})


def listing(
    *articles: Article,
    url: str = f"{SITE}/page/1/",
    hour: int = 0,
    quotes: tuple[Quote, ...] = TICKER,
    problems: tuple[Problem, ...] = (),
) -> PageToLoad:
    """A listing page that prints these stories, fetched `hour` hours after noon."""
    parsed = ParsedPage(url, PageKind.LISTING, articles, quotes, date(2025, 12, 8), problems)
    return PageToLoad(capture(url, hour), parsed)


def own_page(article: Article, *, url: str, hour: int = 0, quotes: tuple[Quote, ...] = ()) -> PageToLoad:
    """The page of one story."""
    return PageToLoad(capture(url, hour), ParsedPage(url, PageKind.ARTICLE, (article,), quotes))


def capture(url: str, hour: int = 0, failure: Problem | None = None) -> Capture:
    """One capture, `hour` hours after noon."""
    at = NOON + timedelta(hours=hour)
    status = None if failure else 200
    return Capture("herald", url, url, at, status, "text/html", 1000, "sha256:00", failure=failure)


def write(database: Database, run_id: int, page: PageToLoad) -> PageOutcome:
    """Write one page in a transaction of its own."""
    [outcome] = database.write_pages(run_id, (page,))
    return outcome


def opened(path: Path) -> Database:
    """The database at `path`, open to write; where there is none, one without a row is laid there first.

    All that are laid so have one epoch.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_without_rows())
    return open_database(path)


@cache
def _without_rows() -> bytes:
    """What makes a database is run once for all tests that want one: it takes longer than most of them."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "new.db")
        open_database(path).close()
        return path.read_bytes()


def load(path: Path, *pages: PageToLoad) -> list[PageOutcome]:
    """Write the pages as one run, from opening the file to closing it."""
    with opened(path) as database:
        run_id = database.start_run(("herald",), NOON)
        outcomes = [write(database, run_id, page) for page in pages]
        database.finish_run(run_id, "finished", NOON)
    return outcomes


def rows(path: Path, sql: str, values: Iterable[object] = ()) -> list[dict[str, Any]]:
    """What a reader with nothing but SQLite gets."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql, tuple(values))]
