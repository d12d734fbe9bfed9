"""When each page is due again: soon while its story changes, later and later while it rests."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline.load.connection import connect_to_read, storage_faults
from pipeline.load.values import precise, storable
from pipeline.records import Capture, Known, PageOutcome
from pipeline.urls import page_key

GONE_AFTER = 3
"""Answers of 404 or 410 in a row, each after a longer wait, before a page is given up."""

_GONE_STATUSES = (404, 410)


@dataclass(frozen=True, slots=True)
class Revisits:
    """The shortest and the longest time between two visits of a page, in seconds."""

    shortest: int = 3600
    longest: int = 30 * 24 * 3600


DEFAULT_REVISITS = Revisits()


def note_visit(
    connection: sqlite3.Connection, source_id: int, outcome: PageOutcome, revisits: Revisits
) -> None:
    """Say when the page of `outcome` is due again; runs in its transaction. Files of this machine are not noted."""
    capture = outcome.capture
    if capture.allowed_by is None:
        return
    key = _key(capture.url)
    row = connection.execute(
        "SELECT interval_s, proofs, etag, last_modified FROM frontier WHERE source_id = ? AND url = ?",
        (source_id, key),
    ).fetchone()
    interval, proofs, *marks = row or (0, 0, None, None)
    if not capture.unchanged:
        marks = [capture.etag, capture.last_modified] if capture.failure is None else [None, None]
    missing = capture.status in _GONE_STATUSES
    proofs = proofs + 1 if missing else 0
    interval, reason = _next(interval, outcome, revisits, missing=missing, known=row is not None)
    state = "gone" if proofs >= GONE_AFTER else "live"
    _write(connection, source_id, key, capture, (marks[0], marks[1], state, None, interval, proofs, reason))
    if capture.moved and capture.failure is None:
        new = _key(capture.final_url)
        _write(connection, source_id, new, capture, (marks[0], marks[1], "live", None, interval, 0, reason))
        _write(connection, source_id, key, capture, (None, None, "moved", new, interval, 0, "moved"))


class FrontierReader:
    """The frontier as fetch sees it: read-only, opened in the thread that asks first. A context manager.

    `again` makes every page due, as if nothing were known of when it was seen.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], *, again: bool = False) -> None:
        self._path = path
        self._now = now
        self._again = again
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def known(self, source: str, url: str) -> Known | None:
        """What is known of the page at `url`; None for a new one."""
        rows = self._rows(
            "SELECT state, due_at <= ?, etag, last_modified FROM frontier"
            " WHERE source_id = (SELECT id FROM sources WHERE name = ?) AND url = ?",
            (precise(self._now()), storable(source), _key(url)),
        )
        if not rows:
            return None
        state, due, etag, last_modified = rows[0]
        return Known(self._again or (state == "live" and bool(due)), etag, last_modified)

    def due(self, source: str) -> list[tuple[str, str | None]]:
        """URL and link title of the pages of `source` that are due, the longest overdue first."""
        return self._rows(
            "SELECT url, link_title FROM frontier WHERE source_id = (SELECT id FROM sources WHERE name = ?)"
            " AND state = 'live' AND due_at <= ? ORDER BY due_at, url LIMIT 10000",
            (storable(source), precise(self._now())),
        )

    def _rows(self, sql: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        with self._lock, storage_faults(self._path):
            if self._connection is None:
                self._connection = connect_to_read(self._path, any_thread=True)
            with closing(self._connection.execute(sql, values)) as cursor:
                return cursor.fetchall()


def _key(url: str) -> str:
    return storable(page_key(url))


def _next(
    interval: int, outcome: PageOutcome, revisits: Revisits, *, missing: bool, known: bool
) -> tuple[int, str]:
    """Seconds to the next visit, and why so many."""
    longer = min(revisits.longest, max(revisits.shortest, 2 * interval))
    if missing:
        return longer, "missing"
    if outcome.capture.failure is not None:
        return 0, "failed"  # at the next run
    if not known or outcome.articles_added or outcome.articles_changed:
        return max(revisits.shortest, interval // 2), "changed"
    return longer, "unchanged"


def _write(
    connection: sqlite3.Connection, source_id: int, key: str, capture: Capture, values: tuple[object, ...]
) -> None:
    *marks, state, moved_to, interval, proofs, reason = values
    due_at = precise(capture.fetched_at + timedelta(seconds=int(str(interval))))
    title = capture.link_title and storable(capture.link_title)
    texts = [None if mark is None else storable(str(mark)) for mark in marks]
    connection.execute(
        "INSERT INTO frontier (source_id, url, link_title, etag, last_modified, state, moved_to, interval_s,"
        " due_at, proofs, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " link_title = ifnull(excluded.link_title, link_title), etag = excluded.etag,"
        " last_modified = excluded.last_modified, state = excluded.state, moved_to = excluded.moved_to,"
        " interval_s = excluded.interval_s, due_at = excluded.due_at, proofs = excluded.proofs,"
        " reason = excluded.reason",
        (source_id, key, title, *texts, state, moved_to, interval, due_at, proofs, reason),
    )
