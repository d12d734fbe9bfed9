"""Whether the file is whole, as far as a run can afford to ask: bytes rot in pages that it may not touch for years.

`PRAGMA quick_check` reads every page of a table and of its indexes. A small file is looked through by each run; of a
large one each looks through another table first, and goes on with those behind it for a small share of what runs take.
"""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.load.connection import damaged, storage_faults

_SMALL = 64_000_000
"""Bytes that are looked through in a tenth of a second."""
_SHARE = 1 / 20
"""Of what the last run took, so that a night's run looks through a file of gigabytes."""
_LEAST_S = 0.25


def refuse_damage(
    connection: sqlite3.Connection, path: Path, *, small: int = _SMALL, least_s: float = _LEAST_S
) -> None:
    """Raise `StorageFault` if a page is damaged of those that are looked at now; before a run writes anything."""
    in_whole = path.stat().st_size <= small
    with storage_faults(path):
        (last_run_s,) = connection.execute(_LAST_RUN).fetchone()
        began, allowed = time.monotonic(), max(least_s, _SHARE * last_run_s)
        for table in _tables_by_turns(connection):
            (told,) = connection.execute("SELECT quick_check FROM pragma_quick_check(?)", (table,)).fetchone()
            if told != "ok":
                raise damaged(path, told.splitlines()[-1])
            if not in_whole and time.monotonic() - began > allowed:
                return


def _tables_by_turns(connection: sqlite3.Connection) -> Iterator[str]:
    """All tables that have pages, beginning with another one in each run."""
    tables = [name for (name,) in connection.execute(_TABLES)]
    first = connection.execute("SELECT ifnull(max(id), 0) FROM runs").fetchone()[0] % len(tables)
    yield from (*tables[first:], *tables[:first])


_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
_LAST_RUN = """
    SELECT ifnull((
        SELECT (julianday(ended_at) - julianday(started_at)) * 24 * 3600 FROM runs
        WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1
    ), 0)
"""
