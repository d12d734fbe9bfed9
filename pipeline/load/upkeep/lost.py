"""Pages whose records are no longer in the archive: the disk had the database first when the power went."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from pipeline.load.values import precise
from pipeline.load.visits import visited_key
from pipeline.records import Archived


def ask_again(connection: sqlite3.Connection, begin: Archived, now: datetime) -> None:
    """Make the pages due whose captures stood at `begin` or behind it, without the marks of the state that is lost.

    Those that were as before are left: what they repeat stands further up.
    """
    connection.executemany(_DUE, ((precise(now), *page) for page in set(_lost(connection, begin))))


def _lost(connection: sqlite3.Connection, begin: Archived) -> Iterator[tuple[int, str]]:
    """The sources and URLs of such pages, as the frontier has them."""
    for source_id, *urls in connection.execute(_LOST, (begin.file, begin.offset)):
        yield from ((source_id, visited_key(url)) for url in urls)


_LOST = """
    SELECT source_id, url, final_url FROM captures WHERE (warc_file, warc_offset) >= (?, ?)
"""
_DUE = """
    UPDATE frontier SET due_at = ?, etag = NULL, last_modified = NULL, reason = 'lost'
    WHERE source_id = ? AND url = ? AND state = 'live' AND found_on IS NULL
"""
