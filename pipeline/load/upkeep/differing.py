"""How the stories and quotes of two databases differ that were made from one archive by different rules.

Two stories, or two quotes of one instrument, are compared where one place of one capture of the archive shows both.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.load.connection import opened_to_read

_FIELDS: Mapping[str, Sequence[str]] = {
    "article": (
        "title", "authors", "published_local", "modified_at", "language", "section", "tags", "image", "text",
        "complete",
    ),
    "quote": ("rate_text", "change_text", "direction", "as_of", "occurrences", "conflict", "sightings"),
}  # fmt: skip
_NAMES = {"article": "{}.title", "quote": "{}.base || '/' || {}.quote"}
_LONGEST = 60
"""Characters of an example."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that reads otherwise in so many stories or quotes, with the first of them."""

    entity: str
    """`article` or `quote`."""
    field: str
    count: int
    name: str
    before: str
    after: str


def differences(path: Path, fresh: Path) -> list[Difference]:
    """What the stories and quotes of `fresh` say otherwise than those of `path`, field by field."""
    with opened_to_read(path) as connection:
        connection.execute("ATTACH ? AS fresh", (str(fresh),))
        connection.execute("PRAGMA query_only = OFF")  # for tables that are in no file
        for statement in _PAIRS:
            connection.execute(statement)
        return [one for entity in _FIELDS for one in _of(connection, entity)]


def _of(connection: sqlite3.Connection, entity: str) -> Iterator[Difference]:
    for field in _FIELDS[entity]:
        yield from _in_field(connection, entity, field)
    for schema, side, what in (("main", "old", "gone"), ("fresh", "new", "new")):
        sql = f"""
            SELECT {_NAMES[entity].replace("{}", "one")}, count(*) OVER () FROM {schema}.v1_{entity}s AS one
            WHERE id NOT IN (SELECT {side} FROM {entity}_pairs) ORDER BY id LIMIT 1
        """  # noqa: S608 - our own names
        for name, count in connection.execute(sql):
            yield Difference(entity, what, count, name, "", "")


def _in_field(connection: sqlite3.Connection, entity: str, field: str) -> Iterator[Difference]:
    sql = f"""
        SELECT {_NAMES[entity].replace("{}", "before")}, before.{field}, after.{field}, count(*) OVER ()
        FROM {entity}_pairs
        JOIN main.v1_{entity}s AS before ON before.id = old
        JOIN fresh.v1_{entity}s AS after ON after.id = new
        WHERE before.{field} IS NOT after.{field} ORDER BY before.id LIMIT 1
    """  # noqa: S608 - our own names
    for name, before, after, count in connection.execute(sql):
        yield Difference(entity, field, count, name, *_around_change(str(before), str(after)))


def _around_change(before: str, after: str) -> tuple[str, str]:
    """Two texts from a little before where they part."""
    same = next((n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    start = max(0, (min(len(before), len(after)) if same is None else same) - 15)
    return before[start : start + _LONGEST], after[start : start + _LONGEST]


_SHOWN = """
    CREATE TEMP TABLE {schema}_quotes AS
    SELECT DISTINCT
        warc_file, warc_offset, instruments.kind, base, quote, quote_id, rate_text, ifnull(quotes.as_of, '') AS as_of
    FROM {schema}.v1_quote_sightings AS seen
    JOIN {schema}.v1_captures AS page ON page.id = capture_id
    JOIN {schema}.quotes ON quotes.id = quote_id
    JOIN {schema}.instruments ON instruments.id = instrument_id
    WHERE warc_file IS NOT NULL
"""
_PAIRS = (
    """
    CREATE TEMP TABLE article_pairs AS
    SELECT min(before.article_id) AS old, after.article_id AS new
    FROM main.sightings AS before
    JOIN main.captures AS there ON there.id = before.capture_id
    JOIN fresh.captures AS here ON (here.warc_file, here.warc_offset) = (there.warc_file, there.warc_offset)
    JOIN fresh.sightings AS after ON (after.capture_id, after.position) = (here.id, before.position)
    GROUP BY after.article_id
    """,
    _SHOWN.format(schema="main"),
    _SHOWN.format(schema="fresh"),
    "CREATE INDEX temp.main_places ON main_quotes (warc_file, warc_offset)",
    # of several values on a page that one, and each of them once
    """
    CREATE TEMP TABLE quote_pairs AS
    SELECT old, new FROM (
        SELECT
            before.quote_id AS old, after.quote_id AS new,
            row_number() OVER (PARTITION BY after.quote_id ORDER BY
                before.rate_text <> after.rate_text, before.as_of <> after.as_of, before.quote_id) AS place
        FROM fresh_quotes AS after JOIN main_quotes AS before USING (warc_file, warc_offset, kind, base, quote)
    )
    WHERE place = 1
    """,
)
