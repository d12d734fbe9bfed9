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

from pipeline.errors import StorageFault
from pipeline.load.connection import connect_to_read, storage_faults
from pipeline.load.values import precise, storable
from pipeline.records import Archived, Capture, Due, Found, Known, Link, PageOutcome, Role
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

ROBOTS_HOLD = timedelta(days=1)
"""How long the last good copy of a robots.txt holds while its host does not give another."""


def note_found(connection: sqlite3.Connection, source_id: int, capture: Capture, found: Found) -> int:
    """Remember the pages that `capture` leads to, due at once; tells how many of them were known. As `note_visit`."""
    if capture.allowed_by is None or not found.links:
        return 0
    at, role = precise(capture.fetched_at), capture.role.value
    cursor = connection.executemany(
        "INSERT OR IGNORE INTO frontier (source_id, url, role, link_title, state, interval_s, due_at, proofs, reason,"
        " found_on, place) VALUES (?, ?, 'page', ?, 'live', 0, ?, 0, 'found', ?, ?)",
        (
            (source_id, _key(link.url), link.text and storable(link.text), at, role, place)
            for place, link in enumerate(found.links)
        ),
    )
    return len(found.links) - cursor.rowcount


def note_visit(
    connection: sqlite3.Connection,
    source_id: int,
    outcome: PageOutcome,
    revisits: Revisits,
    rules: str | None = None,
) -> None:
    """Say when the page of `outcome` is due again; runs in its transaction. Files of this machine are not noted.

    `rules` tells by which options the pages that it leads to were noted, if they were.
    """
    capture = outcome.capture
    if capture.allowed_by is None or capture.role is Role.ROBOTS:
        return
    key = _key(capture.url)
    row = connection.execute(
        "SELECT interval_s, proofs, etag, last_modified, rules, found_on IS NULL FROM frontier"
        " WHERE source_id = ? AND url = ?",
        (source_id, key),
    ).fetchone()
    interval, proofs, *marks, known_rules, visited = row or (0, 0, None, None, None, 0)
    if capture.unchanged:
        rules = known_rules
    else:
        marks = [capture.etag, capture.last_modified] if capture.failure is None else [None, None]
    missing = capture.status in _GONE_STATUSES
    proofs = proofs + 1 if missing else 0
    interval, reason = _next(interval, outcome, revisits, missing=missing, known=bool(visited))
    state = "gone" if proofs >= GONE_AFTER else "live"
    _write(connection, source_id, key, capture, (*marks, rules, state, None, interval, proofs, reason))
    if capture.moved and capture.failure is None:
        new = _key(capture.final_url)
        _write(connection, source_id, new, capture, (*marks, rules, "live", None, interval, 0, reason))
        _write(connection, source_id, key, capture, (None, None, None, "moved", new, interval, 0, "moved"))


class FrontierReader:
    """The frontier as fetch sees it: read-only, opened in the thread that asks first. A context manager.

    `body` reads the archive. `again` makes every page due, as if nothing were known of when and how it was seen.
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime],
        body: Callable[[Archived], bytes],
        *,
        again: bool = False,
    ) -> None:
        self._path = path
        self._now = now
        self._body = body
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
            "SELECT state, due_at <= ?, etag, last_modified, rules FROM frontier"
            " WHERE source_id = (SELECT id FROM sources WHERE name = ?) AND url = ?",
            (precise(self._now()), storable(source), _key(url)),
        )
        if not rows:
            return None
        state, due, *marks = rows[0]
        return Known(due=True) if self._again else Known(state == "live" and bool(due), *marks)

    def due(self, source: str) -> list[Due]:
        """The pages of `source` that are due, the longest overdue first."""
        rows = self._rows(
            "SELECT url, link_title, found_on FROM frontier"
            " WHERE source_id = (SELECT id FROM sources WHERE name = ?)"
            " AND state = 'live' AND role = 'page' AND due_at <= ? ORDER BY due_at, place, url LIMIT 10000",
            (storable(source), precise(self._now())),
        )
        return [Due(Link(url, title), Role(found_on) if found_on else None) for url, title, found_on in rows]

    def robots(self, url: str) -> bytes | None:
        """The last good copy of the robots.txt at `url`; None where none of the last day is in the archive."""
        rows = self._rows(
            "SELECT warc_file, warc_offset FROM captures WHERE role = 'robots' AND url = ? AND digest IS NOT NULL"
            " AND warc_file IS NOT NULL AND fetched_at > ? ORDER BY fetched_at DESC LIMIT 1",
            (storable(url), precise(self._now() - ROBOTS_HOLD)),
        )
        try:
            return self._body(Archived(*rows[0])) if rows else None
        except StorageFault:  # somebody took the file away, which costs a day at most
            return None

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
    *texts, state, moved_to, interval, proofs, reason = values
    due_at = precise(capture.fetched_at + timedelta(seconds=int(str(interval))))
    title = capture.link_title and storable(capture.link_title)
    texts = [None if text is None else storable(str(text)) for text in texts]
    row = (
        source_id,
        key,
        title,
        capture.role.value,
        *texts,
        state,
        moved_to,
        interval,
        due_at,
        proofs,
        reason,
    )
    connection.execute(_VISITED, row)


_VISITED = """
    INSERT INTO frontier (
        source_id, url, link_title, role, etag, last_modified, rules, state, moved_to, interval_s, due_at, proofs,
        reason, place
    )
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
    ON CONFLICT DO UPDATE SET
        link_title = ifnull(excluded.link_title, link_title), role = excluded.role, found_on = NULL, place = 0,
        etag = excluded.etag, last_modified = excluded.last_modified, rules = excluded.rules,
        state = excluded.state, moved_to = excluded.moved_to, interval_s = excluded.interval_s,
        due_at = excluded.due_at, proofs = excluded.proofs, reason = excluded.reason
"""
