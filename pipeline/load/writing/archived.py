"""What the database knows of the archive: which body is where, and how far it has been loaded."""

import sqlite3
from datetime import datetime

from pipeline.load.values import precise
from pipeline.load.writing.repeats import page_key
from pipeline.records import Archived, Capture, StoredBody


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
    row = connection.execute(_LAST).fetchone()
    return Archived(*row) if row else None


def has_capture(connection: sqlite3.Connection, capture: Capture) -> bool:
    """Whether the same page of the same instant, with the same bytes, is in the database, wherever it is archived."""
    values = {
        "page_key": page_key(capture.source, capture.url),
        "at": precise(capture.fetched_at),
        "digest": capture.digest,
    }
    return bool(connection.execute(_CAPTURED, values).fetchone()[0])


class Loaded:
    """Which captures of the archive are in the database, in the course of a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        last = last_archived(connection)
        self._last = (last.file, last.offset) if last else ("", -1)
        self._noted: set[tuple[str, int]] = set()

    def has(self, archived: Archived | None, page_key: int) -> bool:
        """Whether the capture of this page at this place is in the database."""
        if archived is None:
            return False
        place = (archived.file, archived.offset)
        if place > self._last:
            return False
        values = {"file": archived.file, "offset": archived.offset, "page_key": page_key}
        return place in self._noted or bool(self._connection.execute(_LOADED, values).fetchone()[0])

    def note(self, archived: Archived | None) -> None:
        """The capture at this place is in the database now."""
        if archived is not None:
            self._noted.add((archived.file, archived.offset))
            self._last = max(self._last, (archived.file, archived.offset))

    def write(self, run_id: int) -> None:
        """Note how far the run has come, for `last_archived`."""
        if self._noted:
            sql = "UPDATE runs SET loaded_file = ?, loaded_offset = ? WHERE id = ?"
            self._connection.execute(sql, (*self._last, run_id))


_LAST = """
    SELECT * FROM (
        SELECT warc_file AS file, warc_offset AS offset FROM captures WHERE warc_file IS NOT NULL
        ORDER BY warc_file DESC, warc_offset DESC LIMIT 1
    )
    UNION ALL
    SELECT loaded_file, loaded_offset FROM runs WHERE loaded_file IS NOT NULL
    ORDER BY 1 DESC, 2 DESC LIMIT 1
"""
_CAPTURED = """
    SELECT EXISTS (
        SELECT 1 FROM captures WHERE page_key = :page_key AND fetched_at = :at AND digest IS :digest
    ) OR EXISTS (
        SELECT 1 FROM captures JOIN repeats ON repeats.capture_id = captures.id
        WHERE page_key = :page_key AND digest IS :digest AND not_modified = 0
        AND strftime('%Y-%m-%dT%H:%M:%fZ', fetched_ms / 1000.0, 'unixepoch') = :at
    )
"""
_LOADED = """
    SELECT EXISTS (SELECT 1 FROM captures WHERE warc_file = :file AND warc_offset = :offset) OR EXISTS (
        SELECT 1 FROM captures
        JOIN repeats ON repeats.capture_id = captures.id
        JOIN archive_files ON archive_files.id = repeats.file_id
        WHERE captures.page_key = :page_key AND repeats.warc_offset = :offset AND archive_files.name = :file
    )
"""
