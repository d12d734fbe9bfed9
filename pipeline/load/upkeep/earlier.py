"""Reads the file of an earlier version without changing it, and refuses to write to or replace one that is not ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from pipeline.load.connection import connect, connect_to_read, is_database_at, opened_to_read
from pipeline.load.schema import bring_forward, is_current


@contextmanager
def as_of_today(path: Path, copy: Path) -> Iterator[Path]:
    """The database at `path` as this version reads it: itself or, where it is older, a `copy` that is brought forward.

    The caller takes the copy away. Raises `NewerDatabase` and `StorageFault`.
    """
    with opened_to_read(path) as original:
        if is_current(original, path):
            yield path
            return
        with closing(connect(copy)) as other:
            original.backup(other)
            backup = bring_forward(other, copy)
            if backup is not None:
                backup.unlink()
    yield copy


def refuse_what_is_not_ours(path: Path) -> None:
    """Raise `NewerDatabase` or `StorageFault` where no run may write to what stands at `path`; nothing is written."""
    if is_database_at(path):
        with opened_to_read(path) as connection:
            is_current(connection, path)


def refuse_to_replace(path: Path) -> None:
    """Raise `NewerDatabase` or `StorageFault` where a newer version, or another program, made the file at `path`.

    One that is too damaged to tell may be replaced.
    """
    if not is_database_at(path):
        return
    with suppress(sqlite3.DatabaseError), closing(connect_to_read(path)) as connection:
        is_current(connection, path)
