"""The rows of a view as an export takes them: of one state, read as a stream, with the cursor that follows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.load.connection import opened_to_read
from pipeline.load.reading.dictionary import Column, relations

VIEWS = {"articles": ("v1_articles", "article"), "quotes": ("v1_quotes", "quote")}
"""What can be exported: its view, and the name of its rows in v1_changes."""


@dataclass(frozen=True, slots=True)
class Export:
    """Rows and what they are."""

    columns: tuple[Column, ...]
    rows: Iterator[tuple[object, ...]]
    """In the order of `columns`, by id; read while they are taken."""
    removed: tuple[int, ...]
    """Ids that are gone since the cursor that was asked for."""
    cursor: int
    epoch: str


@contextmanager
def exported(path: Path, what: str, since: int = 0, epoch: str | None = None) -> Iterator[Export]:
    """Everything, or what was added or changed after the cursor `since`.

    Raises `BadInput` where the cursor is of another epoch: the file was rebuilt, and the reader has to start over.
    """
    view, entity = VIEWS[what]
    with opened_to_read(path) as connection:
        connection.execute("BEGIN")  # all of it from one state, whoever writes meanwhile
        now, cursor = connection.execute("SELECT epoch, last_seq FROM v1_epoch").fetchone()
        if (epoch is not None and epoch != now) or since > cursor:
            raise BadInput(
                f"{path}: it was made anew since that cursor, or is an older copy; export all, without --since"
            )
        columns = next(one.columns for one in relations(connection) if one.name == view)
        names = ", ".join(column.name for column in columns)
        changed = "(SELECT DISTINCT id FROM v1_changes WHERE seq > :since AND entity = :entity)"
        where = f"WHERE id IN {changed}" if since else ""
        values = {"since": since, "entity": entity}
        rows = connection.execute(f"SELECT {names} FROM {view} {where} ORDER BY id", values)  # noqa: S608 - our own names
        gone = f"SELECT id FROM {changed} WHERE id NOT IN (SELECT id FROM {view}) ORDER BY id"  # noqa: S608 - as above
        removed = tuple(row[0] for row in connection.execute(gone, values)) if since else ()
        yield Export(columns, iter(rows), removed, cursor, now)
