"""What a database says, whatever its ids are: a digest of it, what is wrong with it, and putting another in place."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.load.connection import connect, connect_to_read, opened_to_read, storage_faults

_VIEWS = {
    "v1_articles": (
        "source", "url", "title", "authors", "published_local", "modified_at", "language", "section", "tags", "image",
        "text", "complete", "first_seen", "last_seen", "sightings", "markdown",
    ),
    "v1_revisions": (
        "revision", "valid_from", "valid_to", "changed", "title", "authors", "published_at", "modified_at", "text",
    ),
    "v1_sightings": ("page_url", "page_kind", "position", "seen_at"),
    "v1_quotes": (
        "source", "kind", "base", "quote", "rate_text", "change_text", "direction", "as_of", "first_seen", "last_seen",
        "sightings", "occurrences", "conflict",
    ),
    "v1_daily_quotes": ("source", "kind", "base", "quote", "day", "rate_text", "change_text", "seen_at"),
    "v1_quote_intervals": ("source", "kind", "base", "quote", "rate_text", "since", "until", "captures"),
}  # fmt: skip
"""All that readers see of stories and quotes and of their history, but for ids, for when this file learned of them, and
for what depends on it: the cause of a revision, and clusters, which are as of the end of a run."""


def content_digest(path: Path) -> str:
    """`sha256:` and the digest of what the views show, in an order of its own: the same for the same content."""
    total = hashlib.sha256()
    with opened_to_read(path) as connection:
        for view, columns in _VIEWS.items():
            sql = f"SELECT json_array({', '.join(columns)}) AS row FROM {view} ORDER BY row"  # noqa: S608 - our own names
            for (row,) in connection.execute(sql):
                total.update(row.encode("utf-8") + b"\n")
    return f"sha256:{total.hexdigest()}"


def put_in_place(path: Path, fresh: Path) -> None:
    """Make the content of `path` that of `fresh`, in one transaction: readers see the old until all of it is there."""
    with storage_faults(path), closing(connect(fresh)) as new, closing(connect(path)) as old:
        _take_page_size(new, old.execute("PRAGMA page_size").fetchone()[0])
        new.backup(old)
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _take_page_size(connection: sqlite3.Connection, size: int) -> None:
    """Have pages of `size` bytes, which is all that a WAL file takes whose pages have that size."""
    if connection.execute("PRAGMA page_size").fetchone()[0] != size:
        connection.execute("PRAGMA journal_mode = DELETE")  # SQLite keeps the size of a WAL file
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("VACUUM")


def not_archived(path: Path, files: Iterable[str]) -> int:
    """How many captures that brought a page are in none of these files of the archive, and could not be made again."""
    with opened_to_read(path) as connection:
        sql = (
            "SELECT count(*) FROM v1_captures WHERE failure IS NULL"
            " AND ifnull(warc_file, '') NOT IN (SELECT value FROM json_each(?))"
        )
        return int(connection.execute(sql, (json.dumps(list(files)),)).fetchone()[0])


def faults(path: Path) -> list[str]:
    """What is wrong with the file itself, a sentence each: pages, references, full-text indexes."""
    with storage_faults(path), _to_check(path) as connection:
        return [*_damage(connection), *_broken_references(connection), *_stale_indexes(connection)]


def places(path: Path) -> Iterator[tuple[str, int]]:
    """File and offset of every capture that is archived, in the order of the archive."""
    sql = "SELECT warc_file, warc_offset FROM v1_captures WHERE warc_file IS NOT NULL ORDER BY 1, 2"
    with opened_to_read(path) as connection:
        yield from connection.execute(sql)


@contextmanager
def _to_check(path: Path) -> Iterator[sqlite3.Connection]:
    """The database or, where it is read-only, a copy: FTS5 checks an index by a statement that counts as a write."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        with closing(connect(path)) as connection:
            yield connection
        return
    with TemporaryDirectory(prefix="pipeline-") as folder, closing(connect(Path(folder, path.name))) as copy:
        with closing(connect_to_read(path)) as original:
            original.backup(copy)
        yield copy


def _damage(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield f"the file is damaged: {line}"


def _broken_references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"


def _stale_indexes(connection: sqlite3.Connection) -> Iterator[str]:
    sql = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5(%'"
    for (name,) in connection.execute(sql).fetchall():
        try:
            connection.execute(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except sqlite3.DatabaseError as error:
            yield f"the full-text index {name} does not agree with the texts ({error})"
