"""The rows of one transaction, held back until something reads them or it ends: a table is written in one go.

A statement costs more than the row that it writes, and one on `articles` has the full-text index write a piece of its
own. sqlite-utils writes in bulk as well, in half as much time again for a hundred pages (benchmarks/README.md).
"""

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import itemgetter

Row = Mapping[str, object]

_ORDER = (
    "authors", "tags", "archive_files", "captures", "bodies", "articles", "article_keys",
    "article_versions", "sightings", "article_authors", "article_tags", "problems", "body_sketches",
    "bodies_to_compare", "quotes", "quote_sightings", "repeats",
)  # fmt: skip
"""Of writing: rows behind those that they refer to, repeats behind all that their captures show."""

_MOST_VALUES = 32_000
"""Of one statement; SQLite takes no more than 32,766."""


class Batch:
    """What is to be written in the open transaction of `connection`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._rows: dict[str, list[Row]] = {table: [] for table in _ORDER}
        self._changed: dict[int, Row] = {}
        self._relinked: set[int] = set()
        self._ids: dict[str, int] = {}
        self._names: dict[tuple[str, str], int] = {}
        self._touched: set[int] = set()

    def new_id(self, table: str) -> int:
        """The id of the next row of `table`, which nobody else has."""
        if table not in self._ids:
            (last,) = self.connection.execute(_LAST_ID.get(table, f"SELECT max(id) FROM {table}")).fetchone()  # noqa: S608
            self._ids[table] = last or 0
        self._ids[table] += 1
        return self._ids[table]

    def id_of(self, table: str, name: str) -> int:
        """The id of the row of `table` that has this name, added when it is not there."""
        if (table, name) not in self._names:
            sql = f"SELECT id FROM {table} WHERE name = ?"  # noqa: S608 - our own names
            found = self.connection.execute(sql, (name,)).fetchone()
            self._names[table, name] = found[0] if found else self.new_id(table)
            if not found:
                self.add(table, {"id": self._names[table, name], "name": name})
        return self._names[table, name]

    def add(self, table: str, *rows: Row, article: int | None = None) -> None:
        """Rows to add, of the same columns each; those of an `article` are written before it is read again."""
        self._rows[table] += rows
        if article is not None:
            self._touched.add(article)

    def change_article(self, article_id: int, row: Row) -> None:
        """Columns to set in the row of an article, whose authors and tags will be added anew."""
        self._changed[article_id] = row
        self._relinked.add(article_id)
        self._touched.add(article_id)

    def write_before_reading(self, article_id: int) -> None:
        """Write everything if any of it is of this article."""
        if article_id in self._touched:
            self.write()

    def write_if_holding(self, table: str, row_id: int) -> None:
        """Write everything if this row is among it."""
        if any(row["id"] == row_id for row in self._rows[table]):
            self.write()

    def write(self) -> None:
        """Write everything."""
        for article_id in self._relinked:
            for link in ("article_authors", "article_tags"):
                self.connection.execute(f"DELETE FROM {link} WHERE article_id = ?", (article_id,))  # noqa: S608
        for table, rows in self._rows.items():
            if table == "article_authors":
                self._change_articles()  # behind the bodies that they refer to
            if rows:
                insert_all(self.connection, table, rows)
                self._rows[table] = []
        self._relinked.clear()
        self._touched.clear()

    def _change_articles(self) -> None:
        for article_id, row in self._changed.items():
            columns = ", ".join(f"{name} = ?" for name in row)
            sql = f"UPDATE articles SET {columns} WHERE id = ?"  # noqa: S608 - our own names
            self.connection.execute(sql, (*row.values(), article_id))
        self._changed.clear()


_LAST_ID = {
    "captures": "SELECT max(ifnull((SELECT max(id) FROM captures), 0), ifnull((SELECT max(id) FROM repeats), 0))",
    "articles": """
        SELECT max(ifnull((SELECT max(id) FROM articles), 0), ifnull((
            SELECT max(id) FROM changes WHERE entity = 'article' AND kind = 'removed'
        ), 0))
    """,
}
"""Where one row of numbers is for two tables, and where an id that was given up is never given again."""


def insert_all(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Add rows of the same columns with as few statements as there can be."""
    columns = tuple(rows[0])
    values_of = itemgetter(*columns)
    most = _MOST_VALUES // len(columns)
    marks = f"({', '.join('?' * len(columns))})"
    for start in range(0, len(rows), most):
        part = rows[start : start + most]
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([marks] * len(part))}"  # noqa: S608
        connection.execute(sql, tuple(chain.from_iterable(map(values_of, part))))
