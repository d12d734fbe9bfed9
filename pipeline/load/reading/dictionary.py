"""The data dictionary in Markdown, from a database itself: SQLite keeps the comments of its schema."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.load.connection import connect
from pipeline.load.schema import bring_forward

_MEANING = re.compile(r"^.*\n((?: +-- .*\n)*)")
"""The comment lines under the first line, which names the table or view."""

_VIEW_COLUMN = re.compile(r"\bAS (\w+),?\s+-- (?:(INTEGER|REAL|TEXT) (.+)|as in (\w+))$", re.MULTILINE)
_TABLE_COLUMN = re.compile(
    r"^(?: {4}(?!DEFAULT|NOT NULL)|(?: {4}(?:DEFAULT|NOT NULL) .*?)?, )(\w+) +(INTEGER|REAL|TEXT|BLOB)\b.*?-- (.+)$",
    re.MULTILINE,
)
"""Set in where the table was made; behind a comma, and a default, where a later migration added it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or view."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view."""

    name: str
    kind: str
    """`table` or `view`."""
    meaning: str
    columns: tuple[Column, ...]


def relations(connection: sqlite3.Connection) -> Iterator[Relation]:
    """The views of the database, then its tables, as their own comments describe them.

    The full-text index is none of these: v1_search is its description. Nor are views that only triggers ask.
    """
    rows = connection.execute(
        "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT GLOB '*sqlite*'"
        " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))"
        " AND (type = 'table' OR name GLOB 'v1_*')"
        " ORDER BY type DESC, rowid"
    )
    described: dict[tuple[str, str], Column] = {}
    for name, kind, sql in rows:
        head = _MEANING.match(sql)
        meaning = " ".join(line.strip(" -") for line in head[1].splitlines()) if head else ""
        if kind == "table":
            columns = [Column(*match) for match in _TABLE_COLUMN.findall(sql)]
        else:
            columns = [
                described[view, column] if view else Column(column, *said)
                for column, *said, view in _VIEW_COLUMN.findall(sql)
            ]
        described |= {(name, column.name): column for column in columns}
        yield Relation(name, kind, meaning, tuple(columns))


def data_dictionary(kind: Literal["view", "table"]) -> str:
    """The views or the tables of a new database, as Markdown."""
    with closing(connect(Path(":memory:"))) as connection:
        bring_forward(connection, Path(":memory:"))
        return "\n\n".join(_table(one) for one in relations(connection) if one.kind == kind)


def _table(relation: Relation) -> str:
    rows = (f"| `{column.name}` | {column.type} | {column.meaning} |" for column in relation.columns)
    return "\n".join(
        [f"**`{relation.name}`**: {relation.meaning}", "", "| column | type | |", "|---|---|---|", *rows]
    )
