"""What the database knows of the archive: which body is where, and how far it has been loaded."""

import sqlite3
from datetime import datetime

from pipeline.records import Archived, StoredBody


def stored_body(connection: sqlite3.Connection, payload_digest: str) -> StoredBody | None:
    """Where a body with this digest is stored, if it is: the latest place, should there be several."""
    row = connection.execute(
        "SELECT warc_file, warc_offset, final_url, fetched_at FROM captures"
        " WHERE payload_digest = ? AND warc_stored = 1 ORDER BY id DESC LIMIT 1",
        (payload_digest,),
    ).fetchone()
    if row is None:
        return None
    file, offset, url, at = row
    return StoredBody(file, offset, url, datetime.fromisoformat(at))


def last_archived(connection: sqlite3.Connection) -> Archived | None:
    """The capture that stands last in the archive, of all that are loaded."""
    row = connection.execute(
        "SELECT warc_file, warc_offset FROM captures WHERE warc_file IS NOT NULL"
        " ORDER BY warc_file DESC, warc_offset DESC LIMIT 1"
    ).fetchone()
    return Archived(*row) if row else None


def is_loaded(connection: sqlite3.Connection, archived: Archived | None) -> bool:
    """Whether the capture at this place of the archive is in the database."""
    return archived is not None and bool(
        connection.execute(
            "SELECT EXISTS (SELECT 1 FROM captures WHERE warc_file = ? AND warc_offset = ?)",
            (archived.file, archived.offset),
        ).fetchone()[0]
    )
