"""What a power cut may take: commits that nobody waited for the disk to keep, and with them numbers that readers have.

Pages are committed without waiting for the disk (synchronous NORMAL), so that a cut loses the last of them; what the
archive still has of them is loaded by the next run. The beginning and the end of a run are waited for. One that began
and did not end, in an earlier start of the machine, may have shown readers changes that are gone: their numbers will be
used for others, so readers start over.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from pipeline.load.values import precise
from pipeline.load.writing.visits import visited_key
from pipeline.records import Archived

_BOOT = Path("/proc/sys/kernel/random/boot_id")


@cache
def boot() -> str | None:
    """Another text for each start of the machine; None where it tells none."""
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return None


@contextmanager
def kept_by_the_disk(connection: sqlite3.Connection) -> Iterator[None]:
    """What is committed in this block, and before it, is on the disk when the block ends."""
    connection.execute("PRAGMA synchronous = FULL")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = NORMAL")


def let_readers_start_over_after_a_cut(connection: sqlite3.Connection) -> None:
    """Begin another epoch if a run did not end before the machine did; runs in the transaction of a new run."""
    sql = "SELECT EXISTS (SELECT 1 FROM runs WHERE status = 'running' AND (boot IS NOT :now OR :now IS NULL))"
    (cut,) = connection.execute(sql, {"now": boot()}).fetchone()
    if cut:
        connection.execute("UPDATE epoch SET epoch = lower(hex(randomblob(8)))")


def ask_again(connection: sqlite3.Connection, begin: Archived, now: datetime) -> None:
    """Make the pages due whose captures stood at `begin` or behind it, without the marks of the state that is lost.

    The disk had the database first, and their records are no longer in the archive. Those that were as before are left:
    what they repeat stands further up.
    """
    lost = connection.execute(_LOST, (begin.file, begin.offset))
    pages = {(source_id, visited_key(url)) for source_id, *urls in lost for url in urls}
    connection.executemany(_DUE, ((precise(now), *page) for page in pages))


_LOST = "SELECT source_id, url, final_url FROM captures WHERE (warc_file, warc_offset) >= (?, ?)"
_DUE = """
    UPDATE frontier SET due_at = ?, etag = NULL, last_modified = NULL, reason = 'lost'
    WHERE source_id = ? AND url = ? AND state = 'live' AND found_on IS NULL
"""
