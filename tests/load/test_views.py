"""The contract for readers: views, columns and types are pinned here, and may only grow."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.load import data_dictionary
from pipeline.load.reading.dictionary import Relation, relations
from pipeline.records import Archived, Candidate, PageKind, PageToLoad, ParsedPage, Problem, Reason
from tests.load.records import NOON, SITE, capture, listing, load, own_page, story

CONTRACT = {
    "v1_articles": (
        "id INTEGER, source TEXT, url TEXT, title TEXT, authors TEXT, published_at TEXT, published_local TEXT,"
        " modified_at TEXT, language TEXT, section TEXT, tags TEXT, image TEXT, text TEXT, complete INTEGER,"
        " first_seen TEXT, last_seen TEXT, changed_at TEXT, sightings INTEGER, markdown TEXT"
    ),
    "v1_blocks": "article_id INTEGER, position INTEGER, kind TEXT, level INTEGER, text TEXT",
    "v1_sightings": (
        "article_id INTEGER, capture_id INTEGER, page_url TEXT, page_kind TEXT, position INTEGER, seen_at TEXT"
    ),
    "v1_quotes": (
        "id INTEGER, source TEXT, kind TEXT, base TEXT, quote TEXT, rate_text TEXT, rate REAL, change_text TEXT,"
        " change_pct REAL, direction INTEGER, as_of TEXT, first_seen TEXT, last_seen TEXT, sightings INTEGER,"
        " occurrences INTEGER, conflict INTEGER"
    ),
    "v1_quote_sightings": (
        "quote_id INTEGER, capture_id INTEGER, page_url TEXT, seen_at TEXT, occurrences INTEGER, direction INTEGER,"
        " conflict INTEGER, role TEXT"
    ),
    "v1_latest_quotes": (
        "source TEXT, kind TEXT, base TEXT, quote TEXT, rate_text TEXT, rate REAL, change_text TEXT,"
        " change_pct REAL, direction INTEGER, as_of TEXT, first_seen TEXT, last_seen TEXT, quote_id INTEGER"
    ),
    "v1_captures": (
        "id INTEGER, run_id INTEGER, source TEXT, url TEXT, final_url TEXT, fetched_at TEXT, status INTEGER,"
        " content_type TEXT, size INTEGER, digest TEXT, kind TEXT, as_of TEXT, failure TEXT, articles_added INTEGER,"
        " articles_changed INTEGER, articles_unchanged INTEGER, quotes_added INTEGER, quotes_unchanged INTEGER,"
        " warc_file TEXT, warc_offset INTEGER, allowed_by TEXT, page_robots TEXT, role TEXT"
    ),
    "v1_problems": (
        "run_id INTEGER, capture_id INTEGER, source TEXT, url TEXT, fetched_at TEXT, stage TEXT, reason TEXT,"
        " detail TEXT, place TEXT"
    ),
    "v1_runs": (
        "id INTEGER, started_at TEXT, ended_at TEXT, status TEXT, parser_version INTEGER, sources TEXT, pages INTEGER,"
        " failed INTEGER, articles_added INTEGER, articles_changed INTEGER, articles_unchanged INTEGER,"
        " quotes_added INTEGER, quotes_unchanged INTEGER"
    ),
    "v1_daily_quotes": (
        "source TEXT, kind TEXT, base TEXT, quote TEXT, day TEXT, rate_text TEXT, rate REAL, change_text TEXT,"
        " change_pct REAL, seen_at TEXT, quote_id INTEGER"
    ),
    "v1_quote_intervals": (
        "source TEXT, kind TEXT, base TEXT, quote TEXT, rate_text TEXT, rate REAL, since TEXT, until TEXT,"
        " captures INTEGER"
    ),
    "v1_revisions": (
        "article_id INTEGER, revision INTEGER, valid_from TEXT, valid_to TEXT, cause TEXT, changed TEXT, title TEXT,"
        " authors TEXT, published_at TEXT, modified_at TEXT, text TEXT, version_id INTEGER, capture_id INTEGER"
    ),
    "v1_clusters": "article_id INTEGER, cluster_id INTEGER, articles INTEGER, is_first INTEGER",
    "v1_fields": "article_id INTEGER, version_id INTEGER, field TEXT, rule TEXT, capture_id INTEGER",
    "v1_rejects": (
        "capture_id INTEGER, source TEXT, url TEXT, fetched_at TEXT, reason TEXT, detail TEXT,"
        " parser_version INTEGER, warc_file TEXT, warc_offset INTEGER"
    ),
    "v1_frontier": (
        "source TEXT, url TEXT, link_title TEXT, role TEXT, state TEXT, moved_to TEXT, due_at TEXT, interval_s INTEGER,"
        " reason TEXT"
    ),
    "v1_changes": "seq INTEGER, entity TEXT, id INTEGER, kind TEXT",
    "v1_epoch": "epoch TEXT, last_seq INTEGER",
    "v1_search": "id INTEGER, published_at TEXT, title TEXT, snippet TEXT, rank REAL, query INTEGER",
}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database in which every column of every view has a value somewhere."""
    full = story(
        1,
        authors=("A. Tilek",),
        published_at=datetime(2025, 12, 8, tzinfo=UTC),
        modified_at=datetime(2025, 12, 8, tzinfo=UTC),
        language="en",
        section="News",
        tags=("snow",),
        image=f"{SITE}/1.jpg",
        origins={"title": (Candidate("h1", "Valley 1 moves early"),)},
    )
    failure = capture(f"{SITE}/9", failure=Problem(Reason.TIMED_OUT, "20 s", "socket"))
    failed = PageToLoad(
        replace(
            failure,
            allowed_by="no robots.txt",
            page_robots="noindex",
            archived=Archived("a.warc.gz", 120, stored=False),
        )
    )
    edited = own_page(replace(full, title="Valley 1 moves late"), url=f"{SITE}/1", hour=5)
    archived = replace(capture(f"{SITE}/8"), archived=Archived("a.warc.gz", 240, stored=False))
    empty = ParsedPage(f"{SITE}/8", PageKind.OTHER, problems=(Problem(Reason.NO_ARTICLE),))
    moved = replace(
        capture(f"{SITE}/7"),
        allowed_by="no robots.txt",
        final_url=f"{SITE}/6",
        moved=True,
        link_title="Valley 6",
    )
    pages = (
        listing(story(1), story(2)), failed, edited, PageToLoad(archived, empty), PageToLoad(moved, empty)
    )  # fmt: skip
    copy = own_page(full, url="https://other.example/1")
    elsewhere = replace(copy, capture=replace(copy.capture, source="other"))
    load(tmp_path / "herald.db", own_page(full, url=f"{SITE}/1"), *pages, elsewhere)
    with closing(sqlite3.connect(tmp_path / "herald.db")) as other:
        other.execute("UPDATE runs SET parser_version = 1, rules = 'a'")
        yield other


def described(connection: sqlite3.Connection, kind: str) -> dict[str, Relation]:
    return {relation.name: relation for relation in relations(connection) if relation.kind == kind}


def test_views_keep_their_names_columns_and_types(connection: sqlite3.Connection) -> None:
    """Downstream programs rely on each of these; a change here is a v2_ view."""
    views = described(connection, "view")
    assert {
        name: ", ".join(f"{column.name} {column.type}" for column in view.columns)
        for name, view in views.items()
    } == CONTRACT


def test_the_dictionary_has_the_columns_that_queries_return(connection: sqlite3.Connection) -> None:
    """Names come from comments beside the columns; they are the names that a reader gets, in the same order."""
    for relation in relations(connection):
        returned = [column[0] for column in connection.execute(f"SELECT * FROM {relation.name}").description]
        assert [column.name for column in relation.columns] == returned, relation.name


def test_columns_return_the_types_that_they_declare(connection: sqlite3.Connection) -> None:
    """Every value in every view is of the type in the dictionary, or NULL, and no column is NULL throughout."""
    for view in described(connection, "view").values():
        where = "WHERE query = 'valley'" if view.name == "v1_search" else ""
        for column in view.columns:
            types = {
                row[0] for row in connection.execute(f"SELECT typeof({column.name}) FROM {view.name} {where}")
            } - {"null"}
            assert types == {column.type.lower()}, f"{view.name}.{column.name}"


def test_types_of_tables_are_those_that_sqlite_enforces(connection: sqlite3.Connection) -> None:
    """What the dictionary says of a table is what the table declares."""
    for table in described(connection, "table").values():
        declared = [(row[1], row[2]) for row in connection.execute(f"PRAGMA table_info({table.name})")]
        assert [(column.name, column.type) for column in table.columns] == declared


def test_everything_has_a_meaning(connection: sqlite3.Connection) -> None:
    """No table, view or column is without a sentence of its own."""
    for relation in relations(connection):
        assert relation.meaning.endswith("."), relation.name
        assert all(column.meaning.strip() for column in relation.columns), relation.name


def test_the_dictionary_tells_every_column() -> None:
    """It is Markdown: a table for each view or table, a row for each column."""
    views, tables = data_dictionary("view"), data_dictionary("table")
    assert views.startswith("**`v1_articles`**: One row a story.")
    assert "| `rate_text` | TEXT | 1 base = rate quote, every printed digit |" in views
    assert "**`runs`**: One call of `pipeline ingest` or `pipeline load`." in tables
    assert "v1_" not in re.findall(r"^\*\*`(.*)`", tables, re.MULTILINE)
    assert "sqlite_migrations" not in tables


def test_a_view_of_a_single_story_reads_no_whole_table(connection: sqlite3.Connection) -> None:
    """First and last seen, authors and tags of a story are index look-ups, however large the file is."""
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT * FROM v1_articles WHERE id = 1").fetchall()
    scanned = [step[3] for step in plan if step[3].startswith("SCAN") and "(subquery" not in step[3]]
    assert not scanned, plan


def test_the_newest_page_decides_what_a_quote_looks_like(tmp_path: Path) -> None:
    """Direction, occurrences and conflict are as the last page printed them."""
    page = listing(story(1))
    assert page.parsed
    [old, *_] = page.parsed.quotes
    new = replace(page.parsed, quotes=(replace(old, direction=1, occurrences=3),))
    later = PageToLoad(replace(page.capture, fetched_at=NOON.replace(hour=20)), new)
    load(tmp_path / "herald.db", later, page)
    with closing(sqlite3.connect(tmp_path / "herald.db")) as other:
        sql = "SELECT direction, occurrences, sightings FROM v1_quotes WHERE base = 'KGS'"
        assert other.execute(sql).fetchall() == [(1, 3, 2)]
