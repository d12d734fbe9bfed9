"""A connection to a SQLite file, its transactions, and SQLite's errors told as one sentence."""

import shlex
import sqlite3
import stat
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline.errors import StorageFault

BUSY_TIMEOUT_S = 10.0
"""As a rule, how long a write waits for another program's write to end."""

_REMEDIES: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: "another program is writing to it and does not let go; close that one and run again",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened or made; look at the folder and its permissions",
    sqlite3.SQLITE_CORRUPT: (
        "it is damaged; put it aside, with its -wal file: `pipeline rebuild` makes it again from the archive"
    ),
    sqlite3.SQLITE_FULL: "the disk is full; what was committed is kept",
    sqlite3.SQLITE_IOERR: "the disk is full or failed; what was committed is kept",
    sqlite3.SQLITE_NOMEM: "there is not enough memory",
    sqlite3.SQLITE_NOTADB: (
        "it is no SQLite database; name another file or, where it was ours, make it again from the archive:"
        " `mv {path} {path}.bad && pipeline rebuild`"
    ),
    sqlite3.SQLITE_PERM: "access is denied; look at its permissions",
    sqlite3.SQLITE_PROTOCOL: "its locks do not work, as on some network drives; use a local disk",
    sqlite3.SQLITE_READONLY: "it is read-only, or its folder is",
}
"""The errors that the world makes, by SQLite's primary code. Any other one is a bug of ours and is raised as it is."""


@contextmanager
def storage_faults(path: Path) -> Iterator[None]:
    """Raise SQLite's errors that are no bug of ours as `StorageFault`: file, remedy, SQLite's reason."""
    try:
        yield
    except sqlite3.Error as error:
        undecodable = str(error).startswith("Could not decode to UTF-8")  # which is Python's, without a code
        code = sqlite3.SQLITE_CORRUPT if undecodable else getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _REMEDIES:
            raise
        raise _fault(path, code, str(error)) from error
    except UnicodeDecodeError as error:
        if not error.object.startswith(b"malformed database schema"):
            raise
        raise damaged(path, error.object.decode(errors="replace")) from error


def damaged(path: Path, told: str) -> StorageFault:
    """The fault of a file that SQLite finds damaged without failing."""
    return _fault(path, sqlite3.SQLITE_CORRUPT, told)


def _fault(path: Path, code: int, told: str) -> StorageFault:
    remedy = _REMEDIES[code].replace("{path}", shlex.quote(str(path)))
    return StorageFault(f"{path}: {remedy} (SQLite says: {told})")


_SETTINGS = (
    "synchronous = NORMAL",
    "foreign_keys = ON",
    # of each page that is read, so that damage is not written on
    "cell_size_check = ON",
    # KiB of pages that a transaction touches: of SQLite's own 2,000 they do not all fit, and are written and read twice
    "cache_size = -32000",
    # pages of 4 kB in the -wal file: SQLite's own 1000 copies those of the full-text index again and again, a tenth of
    # the time of a load
    "wal_autocheckpoint = 8000",
)
"""What SQLite is told of each connection that writes."""


def connect(path: Path, busy_timeout_s: float = BUSY_TIMEOUT_S) -> sqlite3.Connection:
    """Open the file at `path` to write, made when it is not there.

    In WAL mode synchronous NORMAL loses no consistency, and after a power cut at most the last commits (`power`). The
    connection belongs to the thread that opens it.
    """
    connection = sqlite3.connect(path, timeout=busy_timeout_s, isolation_level=None)
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open the existing file at `path` for queries alone.

    A reader of a WAL file makes two files beside it for as long as it reads, so it is opened as a writer would; one
    that is opened read-only leaves them behind. Where the folder forbids them, or the disk has no room for them, and no
    run has left a -wal file with anything in it, the file is whole by itself and is read as it lies there.
    Raises `StorageFault` where there is none, one without a byte, or a folder.
    """
    if not is_database_at(path):
        what = "it is empty" if path.exists() else "there is no database yet"
        raise StorageFault(
            f"{path}: {what}; `pipeline ingest` makes it, or `pipeline rebuild` from an archive"
        )
    connection = _connect_by_uri(path, "mode=rw", any_thread=any_thread)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except BaseException as error:
        connection.close()
        if not isinstance(error, sqlite3.Error):
            raise
        refused = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        no_room = error.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHMSIZE
        if not (refused or no_room) or _has_wal(path):
            raise
        return _connect_by_uri(path, "immutable=1", any_thread=any_thread)
    return connection


@contextmanager
def opened_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """The same for a block in which SQLite's errors are faults of the file; it is closed at the end."""
    with storage_faults(path), closing(connect_to_read(path)) as connection:
        yield connection


def is_database_at(path: Path) -> bool:
    """Whether a file is at `path` that somebody wrote to: SQLite makes a database of an empty one.

    Raises `StorageFault` where something else is, or where nobody may look.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise StorageFault(
            f"{path}: it cannot be looked at ({error.strerror}); look at the permissions of its folder"
        ) from error
    if stat.S_ISDIR(found.st_mode):
        raise StorageFault(f"{path}: it is a folder; name a file in it")
    if not stat.S_ISREG(found.st_mode):
        raise StorageFault(f"{path}: it is a device or a pipe; name a file")
    return found.st_size > 0


def _connect_by_uri(path: Path, options: str, *, any_thread: bool) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{options}"
    return sqlite3.connect(
        uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=not any_thread
    )


def _has_wal(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. The write lock is taken at once, so that nothing read inside can be stale when it is used."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            connection.execute("ROLLBACK")
        raise


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    """Add one row and give its id. sqlite-utils would make a table whose name is misspelt, and is 30 times slower."""
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING id"  # noqa: S608 - our own names
    (row_id,) = connection.execute(sql, tuple(row.values())).fetchone()
    return int(row_id)


def id_of(connection: sqlite3.Connection, table: str, **unique: str) -> int:
    """The id of the row that has these values in its unique columns, added when it is not there."""
    columns = " AND ".join(f"{name} = ?" for name in unique)
    sql = f"SELECT id FROM {table} WHERE {columns}"  # noqa: S608 - our own names
    found = connection.execute(sql, tuple(unique.values())).fetchone()
    return int(found[0]) if found else insert(connection, table, unique)
