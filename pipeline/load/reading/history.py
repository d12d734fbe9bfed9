"""How a story read over time: its revisions, as `v1_revisions` shows them."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.load.connection import opened_to_read


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a story. Instants are ISO 8601 text, those of captures in UTC; `changed` holds words or is None."""

    article_id: int
    revision: int
    valid_from: str
    valid_to: str | None
    cause: str
    changed: str | None
    title: str
    authors: tuple[str, ...]
    """In the order of the byline."""
    published_at: str | None
    modified_at: str | None
    text: str


def revisions(path: Path, article: str) -> list[Revision]:
    """The revisions of the story with this id or this canonical URL, the first one first; none where there is none.

    Of several sources that have the URL each one's story is given. Raises `StorageFault`.
    """
    with opened_to_read(path) as connection:
        return [one for article_id in _ids(connection, article) for one in _of(connection, article_id)]


def _ids(connection: sqlite3.Connection, article: str) -> list[int]:
    by_id = article.isascii() and article.isdigit()
    sql = f"SELECT id FROM articles WHERE {'id' if by_id else 'url'} = ? ORDER BY id"  # noqa: S608 - our own names
    return [article_id for (article_id,) in connection.execute(sql, (article,))]


def _of(connection: sqlite3.Connection, article_id: int) -> Iterator[Revision]:
    names = tuple(Revision.__dataclass_fields__)
    sql = f"SELECT {', '.join(names)} FROM v1_revisions WHERE article_id = ? ORDER BY revision"  # noqa: S608 - our own names
    for row in connection.execute(sql, (article_id,)):
        told = dict(zip(names, row, strict=True))
        yield Revision(**told | {"authors": tuple(json.loads(told["authors"]))})
