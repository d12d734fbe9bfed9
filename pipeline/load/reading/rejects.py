"""Pages that came and gave no row: which they are, and making room to write one of them again."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from pipeline.load.connection import opened_to_read
from pipeline.records import Archived


@dataclass(frozen=True, slots=True)
class Reject:
    """One rejected page, as `v1_rejects` shows it."""

    capture_id: int
    source: str
    url: str
    fetched_at: str
    reason: str
    detail: str | None
    parser_version: int | None
    warc_file: str | None
    warc_offset: int | None

    @property
    def archived(self) -> Archived | None:
        """Its place in the archive; None where it is not archived and cannot be tried again."""
        if self.warc_file is None or self.warc_offset is None:
            return None
        return Archived(self.warc_file, self.warc_offset)


def rejects(path: Path) -> list[Reject]:
    """Every rejected page, in the order in which they came. Raises `StorageFault`."""
    with opened_to_read(path) as connection:
        return [Reject(*row) for row in connection.execute("SELECT * FROM v1_rejects ORDER BY capture_id")]


def forget_rejected(connection: sqlite3.Connection, archived: Archived | None) -> None:
    """Take out the capture that stands at this place of the archive; one that gave rows is left alone.

    The run that it was loaded in tells on what it came to then.
    """
    if archived is None:
        return
    place = {"file": archived.file, "offset": archived.offset}
    for statement in _FORGET:
        connection.execute(statement, place)


_REJECTED = """
    SELECT id FROM captures WHERE warc_file = :file AND warc_offset = :offset
    AND NOT EXISTS (SELECT 1 FROM sightings WHERE capture_id = captures.id)
    AND NOT EXISTS (SELECT 1 FROM quote_sightings WHERE capture_id = captures.id)
"""
_FORGET = (
    f"""
        UPDATE runs SET totals = (
            SELECT json_object(
                'sources', json(sources), 'pages', pages, 'failed', failed, 'articles_added', articles_added,
                'articles_changed', articles_changed, 'articles_unchanged', articles_unchanged,
                'quotes_added', quotes_added, 'quotes_unchanged', quotes_unchanged
            )
            FROM v1_runs WHERE id = runs.id
        )
        WHERE totals IS NULL AND id IN (SELECT run_id FROM captures WHERE id IN ({_REJECTED}))
    """,  # noqa: S608 - our own text
    f"DELETE FROM problems WHERE capture_id IN ({_REJECTED})",  # noqa: S608 - our own text
    f"DELETE FROM captures WHERE id IN ({_REJECTED})",  # noqa: S608 - our own text
)
