"""Carries the history of runs over to a file that is made again: no archive knows when they ran, and how."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from pipeline.load.connection import connect, connect_to_read, insert, storage_faults, transaction
from pipeline.load.schema import bring_forward

_OWN = ("id", "started_at", "ended_at", "status", "parser_version")
"""What a row of runs has of its own; the other columns of v1_runs are counted."""


def carry_over_runs(path: Path, fresh: Path) -> bool:
    """Let the new file at `fresh` tell of the runs of the one at `path`; whether that one could be read."""
    try:
        with closing(connect_to_read(path)) as old:
            past = list(_told(old))
    except sqlite3.Error:
        return False
    with storage_faults(fresh), closing(connect(fresh)) as new:
        bring_forward(new, fresh)
        with transaction(new):
            for run in past:
                insert(new, "runs", run)
    return True


def _told(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Rows of runs. One that was killed will never end."""
    cursor = connection.execute("SELECT * FROM v1_runs ORDER BY id")
    names = [column for column, *_ in cursor.description]
    for row in cursor:
        told = dict(zip(names, row, strict=True))
        own = {name: told.pop(name, None) for name in _OWN}
        totals = told | {"sources": json.loads(told["sources"])}
        status = "crashed" if own["status"] == "running" else own["status"]
        text = json.dumps(totals, ensure_ascii=False, separators=(",", ":"))
        yield own | {"status": status, "totals": text}
