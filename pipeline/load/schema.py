"""Brings a database forward: numbered migrations, then the views and triggers, in one transaction.

Each file of `migrations/` is one migration, applied once, in the order of the names; a new one is a new file. Before a
migration changes what is in a database, a copy of it is put beside it.
"""

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import NewerDatabase, StorageFault
from pipeline.load.connection import storage_faults, transaction
from pipeline.load.identity.near import bands_of, jaccard, runs_of, signature_of, sketch_of
from pipeline.load.identity.words import Words
from pipeline.load.values import digest
from pipeline.load.writing.repeats import page_key

if TYPE_CHECKING:  # imported where there is something to apply: with the numpy that it brings it takes 0.2 s
    from sqlite_utils import Database as SqliteUtils

_ROOM = files("pipeline.load")
_FILES = sorted(file.name for file in _ROOM.joinpath("migrations").iterdir() if file.name.endswith(".sql"))
_SET = "pipeline"
"""What sqlite-utils calls them together, in the table in which it notes which ones a file has had."""
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
    applied = _applied(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    pending = set(_FILES) - applied
    if not pending and _has_scripts(connection):
        return None
    backup = _back_up(connection, path, max(applied).partition("_")[0]) if applied and pending else None
    with _references_unchecked(connection), transaction(connection):
        for kind, name in connection.execute(_MADE_ANEW).fetchall():
            connection.execute(f'DROP {kind} "{name}"')
        _offer_functions(connection)
        _apply_pending(connection)
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
    return set(_FILES) <= _applied(connection, path) and _has_scripts(connection)


def _apply_pending(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database as SqliteUtils  # noqa: PLC0415
    from sqlite_utils import Migrations  # noqa: PLC0415

    migrations = Migrations(_SET)
    for name in _FILES:
        migrations(name=name)(_migration(name))
    migrations.apply(SqliteUtils(connection, execute_plugins=False, recursive_triggers=False))


def _migration(name: str) -> "Callable[[SqliteUtils], None]":
    return lambda db: _run(db.conn, f"migrations/{name}")


def _applied(connection: sqlite3.Connection, path: Path) -> set[str]:
    """The migrations that the file has had, as sqlite-utils notes them."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    noted = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
    applied = (
        {name for (name,) in connection.execute(noted, (_SET,))} if "_sqlite_migrations" in tables else set()
    )
    if tables and not applied:
        raise StorageFault(f"{path}: a database of some other program; name another file")
    if unknown := sorted(applied - set(_FILES)):
        raise NewerDatabase(
            f"{path}: made by a newer version of pipeline (it has {', '.join(unknown)});"
            " upgrade pipeline, or name another file"
        )
    return applied


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


def _back_up(connection: sqlite3.Connection, path: Path, version: str) -> Path:
    """Copy the database at `path`, which has this `version`, and give the path of the copy, which is kept.

    It is written under another name and renamed when it is whole and on the disk. An earlier copy of the same version
    gives way: it was made by a migration that did not come to its end. Raises `StorageFault`.
    """
    copy = path.with_name(f"{path.name}.{version}.backup")
    part = path.with_name(f"{copy.name}.part")
    try:
        part.unlink(missing_ok=True)
        with storage_faults(part), closing(sqlite3.connect(part)) as target:
            connection.backup(target)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(copy)
    except OSError as error:
        raise StorageFault(f"{copy}: the copy before the migration failed ({error.strerror})") from error
    finally:
        part.unlink(missing_ok=True)
    return copy
