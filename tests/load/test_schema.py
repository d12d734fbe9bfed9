import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import ExitCode, NewerDatabase, StorageFault
from pipeline.load import existing_database, open_database
from tests import ROOT
from tests.load.records import listing, load, rows, story

TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB '*sqlite*'"
)
"""Those of the full-text index are SQLite's own."""

QUOTE = "source_id, instrument_id, rate_text, rate, change_text, change_pct, as_of"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A loaded database, as a program other than ours opens it."""
    load(path, listing(story(1, authors=("A. Tilek",), tags=("snow",))))
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA foreign_keys = ON")
        yield other


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    """A file of no bytes, and no file in no folder, are both made into one; opened again nothing happens to it."""
    load(path)
    path.with_name("empty.db").touch()
    load(path.with_name("empty.db"))
    schema = "SELECT name, sql FROM sqlite_master ORDER BY name"
    made = rows(path, schema)
    load(path)
    assert rows(path, schema) == made == rows(path.with_name("empty.db"), schema)


def test_each_migration_is_applied_once_and_recorded(path: Path) -> None:
    """The file says which migrations it has, in the order of their numbers."""
    load(path)
    load(path)
    applied = [row["name"] for row in rows(path, "SELECT name FROM _sqlite_migrations ORDER BY id")]
    files = ROOT / "pipeline" / "load" / "migrations"
    assert applied == sorted(file.name for file in files.iterdir())


def test_a_database_of_a_newer_version_is_refused(path: Path) -> None:
    """The sentence says so and names what is unknown; reading is refused likewise."""
    load(path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('pipeline', '9999_later.sql')"
        )
    for way_in in (open_database, existing_database):
        with pytest.raises(
            NewerDatabase, match=r"herald\.db: made by a newer version .*9999_later"
        ) as caught:
            way_in(path)
        assert caught.value.exit_code is ExitCode.STORAGE


def test_a_database_of_some_other_program_is_left_alone(path: Path) -> None:
    """Our tables are not put beside those of others, and their file stays as it is, byte for byte."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    for way_in in (open_database, existing_database):
        with pytest.raises(StorageFault, match=r"herald\.db: a database of some other program"):
            way_in(path)
    assert path.read_bytes() == before


def test_a_database_before_its_first_migration_is_not_migrated_by_a_reader(path: Path) -> None:
    """Reading an empty file says what makes a database of it, and leaves it empty."""
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StorageFault, match="it is empty; `pipeline ingest` makes it, or `pipeline rebuild`"):
        existing_database(path)
    assert path.read_bytes() == b""


def test_views_and_triggers_of_another_version_are_made_anew(path: Path) -> None:
    """Without a migration, a copy, or a change of what is in the tables; until then reading says what to do."""
    load(path, listing(story(1)))
    schema = "SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name"
    made = rows(path, schema)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP VIEW v1_runs")
        other.execute("CREATE VIEW v1_of_old AS SELECT 1")
        other.execute("DROP TRIGGER article_added")
        other.execute("PRAGMA user_version = 7")
    with pytest.raises(StorageFault, match="the next `pipeline ingest` brings it forward"):
        existing_database(path)
    load(path)
    assert rows(path, schema) == made
    assert len(rows(path, "SELECT id FROM v1_articles")) == 1
    assert [file.name for file in path.parent.iterdir()] == ["herald.db"]


def test_readers_and_the_writer_do_not_wait_for_each_other(connection: sqlite3.Connection) -> None:
    """The file is in WAL mode for every program that opens it."""
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    """No column takes a value of another type."""
    names = {name for (name,) in connection.execute(TABLES)}
    strict = {row[1] for row in connection.execute("PRAGMA table_list") if row[5]}
    assert names
    assert names <= strict


def test_every_foreign_key_has_an_index(connection: sqlite3.Connection) -> None:
    """Parent rows are checked, and stories united, without reading whole tables; sources are never deleted."""
    for (table,) in connection.execute(TABLES).fetchall():
        indexes = [row[1] for row in connection.execute(f"PRAGMA index_list({table})")]
        leading = {next(connection.execute(f"PRAGMA index_info({index})"))[2] for index in indexes}
        keys = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        assert keys - leading <= ({"source_id"} if table == "run_sources" else set()), table


@pytest.mark.parametrize(
    "wrong",
    [
        "INSERT INTO runs (started_at, status) VALUES ('2025-12-08T12:00:00.000Z', 'asleep')",
        "INSERT INTO runs (started_at, status) VALUES ('8 December', 'running')",
        "UPDATE articles SET published_at = '2025-12-08T12:00:00+05:00'",
        "UPDATE articles SET complete = 2",
        "UPDATE articles SET title = NULL",
        "UPDATE articles SET source_id = 99",
        "UPDATE captures SET kind = 'video'",
        "UPDATE bodies SET outline = 'not json'",
        "UPDATE quotes SET rate = 'dear'",
        "UPDATE quote_sightings SET direction = 2",
        f"INSERT INTO quotes (id, {QUOTE}) SELECT 99, {QUOTE} FROM quotes WHERE change_text NOT NULL LIMIT 1",
        f"INSERT INTO quotes (id, {QUOTE}) SELECT 99, {QUOTE} FROM quotes WHERE change_text IS NULL LIMIT 1",
        "UPDATE instruments SET kind = 'horse'",
        "DELETE FROM articles",
        "DELETE FROM captures",
        "DELETE FROM authors",
        "DELETE FROM article_versions",
        "INSERT INTO changes (entity, id, kind) VALUES ('weather', 1, 'added')",
        "INSERT INTO epoch VALUES (2, 'another')",
    ],
)
def test_the_tables_refuse_what_cannot_be(connection: sqlite3.Connection, wrong: str) -> None:
    """Checks, types, keys and uniqueness are the file's own, whoever writes to it."""
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(wrong)
