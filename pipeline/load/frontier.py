"""The pages of the web that are known, as fetch sees them: which are due, and how they were last."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pipeline.errors import StorageFault
from pipeline.load.connection import connect_to_read, storage_faults
from pipeline.load.values import precise, storable
from pipeline.load.writing.visits import visited_key
from pipeline.records import Archived, Due, FetchedPage, Known, LastRobots, Link, Role

if TYPE_CHECKING:
    import sqlite3

ROBOTS_HOLD = timedelta(days=1)
"""How long the last good copy of a robots.txt holds while its host does not give another."""

MOST_DUE = 10_000
"""Pages of earlier runs that one run asks for again, for each source."""
_AT_ONCE = 500


class FrontierReader:
    """The frontier as fetch sees it: read-only, opened in the thread that asks first. A context manager.

    `page` reads the archive. `again` makes every page due, as if nothing were known of when and how it was seen.
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime],
        page: Callable[[Archived], FetchedPage],
        *,
        again: bool = False,
    ) -> None:
        self._path = path
        self._now = now
        self._page = page
        self._again = again
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def known(self, source: str, url: str) -> Known | None:
        """What is known of the page at `url`; None for a new one."""
        rows = self._rows(
            "SELECT state, due_at <= ?, found_on IS NULL, etag, last_modified, rules FROM frontier"
            " WHERE source_id = (SELECT id FROM sources WHERE name = ?) AND url = ?",
            (precise(self._now()), storable(source), visited_key(url)),
        )
        if not rows:
            return None
        state, due, asked, *marks = rows[0]
        return Known(due=True) if self._again else Known(state == "live" and bool(due), bool(asked), *marks)

    def due(self, source: str) -> Iterator[Due]:
        """The pages of `source` that are due now, the longest overdue first; read a few at a time."""
        now = precise(self._now())
        last: tuple[str | int, ...] = ("", 0, "")
        for _ in range(MOST_DUE // _AT_ONCE):
            rows = self._rows(_DUE, (storable(source), now, *last, _AT_ONCE))
            for url, title, found_on, *_ in rows:
                yield Due(Link(url, title), Role(found_on) if found_on else None)
            if len(rows) < _AT_ONCE:
                break
            last = (rows[-1][3], rows[-1][4], rows[-1][0])

    def robots(self, url: str) -> LastRobots | None:
        """The last good copy of the robots.txt at `url`; None where none is in the archive."""
        rows = self._rows(
            "SELECT warc_file, warc_offset, (SELECT max(fetched_at) FROM captures WHERE role = 'robots' AND url = ?1"
            " AND (digest IS NOT NULL OR status = 304)) > ?2 FROM captures WHERE role = 'robots' AND url = ?1"
            " AND digest IS NOT NULL AND warc_file IS NOT NULL ORDER BY fetched_at DESC LIMIT 1",
            (storable(url), precise(self._now() - ROBOTS_HOLD)),
        )
        if not rows:
            return None
        file, offset, holds = rows[0]
        try:
            page = self._page(Archived(file, offset))
        except StorageFault:  # somebody took the file away, which costs a day at most
            return None
        if page.damaged:
            return None
        return LastRobots(
            page.body,
            Known(due=True, etag=page.capture.etag, last_modified=page.capture.last_modified),
            bool(holds),
        )

    def _rows(self, sql: str, values: tuple[str | int, ...]) -> list[tuple[Any, ...]]:
        with self._lock, storage_faults(self._path):
            if self._connection is None:
                self._connection = connect_to_read(self._path, any_thread=True)
            with closing(self._connection.execute(sql, values)) as cursor:
                return cursor.fetchall()


_DUE = """
    SELECT url, link_title, found_on, due_at, place FROM frontier
    WHERE source_id = (SELECT id FROM sources WHERE name = ?) AND state = 'live' AND role = 'page' AND due_at <= ?
    AND (due_at, place, url) > (?, ?, ?) ORDER BY due_at, place, url LIMIT ?
"""
