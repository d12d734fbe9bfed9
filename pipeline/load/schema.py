"""Brings a database forward: numbered migrations, then the views and triggers, in one transaction.

Each file of `migrations/` is one migration, applied once, in the order of the names; a new one is a new file.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import NewerDatabase, StorageFault
from pipeline.load.backup import back_up
from pipeline.load.connection import transaction
from pipeline.load.near import bands_of, jaccard, runs_of, signature_of, sketch_of
from pipeline.load.repeats import page_key
from pipeline.load.values import digest
from pipeline.load.words import Words

if TYPE_CHECKING:  # imported when a file is opened: it brings 18 MB of numpy into every command
    from sqlite_utils import Database as SqliteUtils
    from sqlite_utils import Migrations

_ROOM = files("pipeline.load")
_FILES = sorted(file.name for file in _ROOM.joinpath("migrations").iterdir() if file.name.endswith(".sql"))
_MADE_ANEW = "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')"
_SCRIPTS = ("views.sql", "triggers.sql")
_SCRIPTS_VERSION = (
    zlib.crc32("".join(_ROOM.joinpath(name).read_text("utf-8") for name in _SCRIPTS).encode()) >> 1
)
"""What the file keeps as its `user_version`, so that a change of these scripts reaches files that are there."""


def bring_forward(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Apply what is pending, and give the path of the copy that was made before; None where there was none to make.

    Raises `NewerDatabase`, or `StorageFault` for a file of some other program.
    """
    db = _sqlite_utils(connection)
    _refuse_strangers(db, path)
    db.enable_wal()
    pending = _migrations().pending(db)
    if not pending and _has_scripts(connection):
        return None
    applied = [migration.name for migration in _migrations().applied(db)]
    backup = back_up(connection, path, max(applied).partition("_")[0]) if applied and pending else None
    with _references_unchecked(connection), transaction(connection):
        for kind, name in connection.execute(_MADE_ANEW).fetchall():
            connection.execute(f'DROP {kind} "{name}"')
        _offer_functions(connection)
        _migrations().apply(db)
        for script in _SCRIPTS:
            _run(connection, script)
        connection.execute(f"PRAGMA user_version = {_SCRIPTS_VERSION}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchall() if pending else ()
        assert not broken, broken
    return backup


def _has_scripts(connection: sqlite3.Connection) -> bool:
    """Whether the views and triggers of the file are those of this version."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] == _SCRIPTS_VERSION)


def _offer_functions(connection: sqlite3.Connection) -> None:
    """What migrations compute for rows that are there already."""

    @lru_cache(1)  # two of them ask for the same text
    def signature(text: str) -> list[int]:
        return signature_of(runs_of(Words(text)))

    def similarity(one: str, other: str) -> float:
        return jaccard(runs_of(Words(one)), runs_of(Words(other)))

    connection.create_function("page_key", 2, page_key)
    connection.create_function("wording", 1, lambda text: digest(Words(text).letters))
    connection.create_function("bands", 1, lambda text: json.dumps(bands_of(signature(text))))
    connection.create_function("sketch", 1, lambda text: sketch_of(signature(text)))
    connection.create_function("similarity", 2, similarity)


@contextmanager
def _references_unchecked(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a migration make a table anew that others refer to; SQLite takes this only outside of a transaction."""
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def is_current(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the views of this version are there, without writing.

    Raises `NewerDatabase`, or `StorageFault` for a file of some other program.
    """
    db = _sqlite_utils(connection, recursive_triggers=False)
    _refuse_strangers(db, path)
    return not _migrations().pending(db) and _has_scripts(connection)


def _sqlite_utils(connection: sqlite3.Connection, *, recursive_triggers: bool = True) -> "SqliteUtils":
    from sqlite_utils import Database as SqliteUtils  # noqa: PLC0415

    return SqliteUtils(connection, execute_plugins=False, recursive_triggers=recursive_triggers)


def _migrations() -> "Migrations":
    from sqlite_utils import Migrations  # noqa: PLC0415

    migrations = Migrations("pipeline")
    for name in _FILES:
        migrations(name=name)(_migration(name))
    return migrations


def _migration(name: str) -> "Callable[[SqliteUtils], None]":
    return lambda db: _run(db.conn, f"migrations/{name}")


def _refuse_strangers(db: "SqliteUtils", path: Path) -> None:
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
