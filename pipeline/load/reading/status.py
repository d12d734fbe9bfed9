"""What `pipeline status` and `search` ask a database, through the v1_ views, without ever writing to it."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import StorageFault
from pipeline.load.connection import opened_to_read
from pipeline.load.reading.search import Found, search
from pipeline.load.schema import is_current
from pipeline.records.problems import Reason


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What the database holds of one source. Instants are ISO 8601 text in UTC; None where there is nothing."""

    name: str
    captures: int = 0
    """Of pages, feeds and sitemaps."""
    failed: int = 0
    """Of these; what was over a limit did not fail."""
    articles: int = 0
    quotes: int = 0
    last_fetched: str | None = None
    """Last capture that brought a page."""
    last_failed: str | None = None
    """Last capture that failed."""
    last_failure: str | None = None
    """Its named reason."""


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run, as `v1_runs` shows it."""

    id: int
    started_at: str
    ended_at: str | None
    status: str
    parser_version: int | None
    sources: tuple[str, ...]
    pages: int
    failed: int
    articles_added: int
    articles_changed: int
    articles_unchanged: int
    quotes_added: int
    quotes_unchanged: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the database holds in all."""

    runs: int
    captures: int
    articles: int
    quotes: int


class Reader:
    """Answers from an existing database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def sources_status(self) -> tuple[SourceRow, ...]:
        """Every source that the database knows, by name."""
        return tuple(SourceRow(**row) for row in self._rows(_SOURCES))

    def failing(self) -> list[tuple[str, str, int]]:
        """How many pages of each source fail of each reason whenever they are asked for: runs tell them no more."""
        return self._connection.execute(_FAILING, (json.dumps([*Reason]),)).fetchall()

    def recent_runs(self, limit: int = 5) -> tuple[RunRow, ...]:
        """The last `limit` runs, the latest first."""
        rows = self._rows("SELECT * FROM v1_runs ORDER BY id DESC LIMIT ?", limit)
        return tuple(RunRow(**row | {"sources": tuple(json.loads(row["sources"]))}) for row in rows)

    def counts(self) -> Counts:
        """Rows in all, table by table."""
        return Counts(**self._rows(_COUNTS)[0])

    def search(self, words: str, limit: int = 20) -> tuple[Found, ...]:
        """The stories that have all of `words`, each in any of its forms, the best first."""
        return tuple(search(self._connection, words, limit))

    def _rows(self, sql: str, *values: int | str) -> list[dict[str, Any]]:
        cursor = self._connection.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


@contextmanager
def open_database_to_read(path: Path) -> Iterator[Reader]:
    """Open an existing database as it is: it is neither made nor migrated.

    Raises `StorageFault`, also where the file fails while it is read.
    """
    with opened_to_read(path) as connection:
        if not is_current(connection, path):
            raise StorageFault(
                f"{path}: made by an older version; the next `pipeline ingest` brings it forward"
            )
        yield Reader(connection)


def existing_database(path: Path) -> Path:
    """`path`, at which there is a database of this version; raises `StorageFault` where there is none."""
    with open_database_to_read(path):
        return path


_SOURCES = """
    SELECT
        name,
        (
            SELECT count(*) FROM v1_captures WHERE source = sources.name AND role <> 'robots'
        ) AS captures,
        (
            SELECT count(*) FROM v1_captures
            WHERE source = sources.name AND role <> 'robots' AND failure <> 'over-page-limit'
        ) AS failed,
        (SELECT count(*) FROM articles WHERE source_id = sources.id) AS articles,
        (SELECT count(*) FROM quotes WHERE source_id = sources.id) AS quotes,
        (
            SELECT max(fetched_at) FROM v1_captures
            WHERE source = sources.name AND (kind IS NOT NULL OR status = 304)
        ) AS last_fetched,
        last.fetched_at AS last_failed,
        last.failure AS last_failure
    FROM sources
    LEFT JOIN v1_captures AS last ON last.id = (
        SELECT id FROM v1_captures
        WHERE source = sources.name AND role <> 'robots' AND failure <> 'over-page-limit'
        ORDER BY fetched_at DESC, id DESC LIMIT 1
    )
    ORDER BY name
"""
_FAILING = """
    SELECT source, reason, count(*) AS pages FROM v1_frontier
    WHERE state = 'live' AND reason IN (SELECT value FROM json_each(?))
    GROUP BY source, reason ORDER BY source, reason
"""
_COUNTS = """
    SELECT
        (SELECT count(*) FROM runs) AS runs,
        (SELECT count(*) FROM v1_captures WHERE role <> 'robots') AS captures,
        (SELECT count(*) FROM articles) AS articles,
        (SELECT count(*) FROM quotes) AS quotes
"""
