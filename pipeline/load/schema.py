"""Brings a database forward: numbered migrations, then the views and triggers, in one transaction.

Each file of `migrations/` is one migration, applied once, in the order of the names; a new one is a new file.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from sqlite_utils import Database as SqliteUtils
from sqlite_utils import Migrations

from pipeline.errors import NewerDatabase, StorageFault
from pipeline.load.backup import back_up
from pipeline.load.connection import transaction

_ROOM = files("pipeline.load")
_FILES = sorted(file.name for file in _ROOM.joinpath("migrations").iterdir() if file.name.endswith(".sql"))
_MADE_ANEW = "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')"


def bring_forward(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Apply what is pending, and give the path of the copy that was made before; None where there was none to make.

    Raises `NewerDatabase`, or `StorageFault` for a file of some other program.
    """
    db = SqliteUtils(connection, execute_plugins=False)
    _refuse_strangers(db, path)
    db.enable_wal()
    if not _migrations().pending(db):
        return None
    applied = [migration.name for migration in _migrations().applied(db)]
    backup = back_up(connection, path, max(applied).partition("_")[0]) if applied else None
    with _references_unchecked(connection), transaction(connection):
        for kind, name in connection.execute(_MADE_ANEW).fetchall():
            connection.execute(f'DROP {kind} "{name}"')
        _migrations().apply(db)
        _run(connection, "views.sql")
        _run(connection, "triggers.sql")
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        assert not broken, broken
    return backup


@contextmanager
def _references_unchecked(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a migration make a table anew that others refer to; SQLite takes this only outside of a transaction."""
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def check_current(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that the views of this version are there, without writing. Raises `StorageFault`."""
    db = SqliteUtils(connection, execute_plugins=False, recursive_triggers=False)
    _refuse_strangers(db, path)
    if _migrations().pending(db):
        raise StorageFault(f"{path}: made by an older version; the next `pipeline ingest` brings it forward")


def _migrations() -> Migrations:
    migrations = Migrations("pipeline")
    for name in _FILES:
        migrations(name=name)(_migration(name))
    return migrations


def _migration(name: str) -> Callable[[SqliteUtils], None]:
    return lambda db: _run(db.conn, f"migrations/{name}")


def _refuse_strangers(db: SqliteUtils, path: Path) -> None:
    applied = [migration.name for migration in _migrations().applied(db)]
    if db.table_names() and not applied:
        raise StorageFault(f"{path}: a database of some other program; name another file")
    if unknown := sorted(set(applied) - set(_FILES)):
        raise NewerDatabase(
            f"{path}: made by a newer version of pipeline (it has {', '.join(unknown)});"
            " upgrade pipeline, or name another file"
        )


def _run(connection: sqlite3.Connection, name: str) -> None:
    """Execute a file of SQL inside the open transaction; sqlite3's own executescript would commit it first."""
    for statement in _statements(_ROOM.joinpath(name).read_text(encoding="utf-8")):
        connection.execute(statement)


def _statements(sql: str) -> Iterator[str]:
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
