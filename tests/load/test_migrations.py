"""A file made by any earlier version opens, migrates by itself, and says what it said before."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline import load as load_room
from pipeline.errors import ExitCode, StorageFault
from pipeline.load import open_database, open_database_to_read
from tests import ROOT
from tests.command_line import run
from tests.load.fixture_databases import FOLDER, PAGES, make, version
from tests.load.records import NOON, SITE, load, own_page, paragraphs, rows, story
from tests.load.test_search import assert_index_is_right

FILES = sorted(FOLDER.glob("*.db"))
VIEWS = "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database of an earlier version, or of this one."""
    return Path(shutil.copy(request.param, tmp_path / "herald.db"))


@pytest.fixture
def oldest(tmp_path: Path) -> Path:
    return Path(shutil.copy(FILES[0], tmp_path / "herald.db"))


def said(path: Path, views: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    return {view: rows(path, f"SELECT * FROM {view} ORDER BY 1, 2") for view in views}


def bring_forward(path: Path) -> Path | None:
    with open_database(path) as database:
        return database.backup


def test_there_is_a_file_of_each_version_that_was_ever_used() -> None:
    """Their names are the last migration that they have; no version ended with 0004 to 0009, which came together."""
    folder = Path(load_room.__file__).parent / "migrations"
    versions = {file.name.partition("_")[0] for file in folder.glob("*.sql")}
    assert versions - {file.stem for file in FILES} == {"0004", "0005", "0007", "0009"}


def test_a_file_keeps_what_it_said(path: Path) -> None:
    """Every row of every view that it had is there after migration, with every value, and new columns beside."""
    views = [row["name"] for row in rows(path, VIEWS)]
    before = said(path, views)
    bring_forward(path)
    after = said(path, views)
    for view in views:
        for old, new in zip(before[view], after[view], strict=True):
            assert {key: new[key] for key in old} == old, view


def test_a_file_is_as_a_new_one_afterwards(path: Path, tmp_path: Path) -> None:
    """It has the tables, views and triggers of a new file, sound and indexed, and its readers find all rows changed."""
    load(tmp_path / "new.db")
    bring_forward(path)
    schema = "SELECT type, name FROM sqlite_master WHERE name NOT GLOB 'sqlite*' ORDER BY type, name"
    assert rows(path, schema) == rows(tmp_path / "new.db", schema)
    assert rows(path, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert_index_is_right(path)
    for entity in ("article", "quote"):
        told = f"SELECT DISTINCT id FROM v1_changes WHERE entity = '{entity}' AND kind = 'added'"
        here = f"SELECT id FROM v1_{entity}s"
        assert rows(path, f"{here} EXCEPT {told}") == []


def test_loading_goes_on_in_a_file_of_any_version(path: Path) -> None:
    """Stories are recognised, the text gets its Markdown, and a new story is added beside them."""
    [again] = load(path, own_page(story(3, title="Valley 3 moves after all"), url=f"{SITE}/3", hour=30))
    assert (again.articles_added, again.articles_changed) == (0, 0)
    markdown = rows(path, "SELECT markdown FROM v1_articles WHERE title = 'Valley 3 moves after all'")
    assert markdown == [{"markdown": story(3).markdown}]
    [new] = load(path, own_page(story(9), url=f"{SITE}/90", hour=31))
    assert new.articles_added == 1
    with open_database_to_read(path) as reader:
        assert len(reader.search("herder valleys")) == reader.counts().articles


def test_texts_of_any_version_are_nearly_the_same_as_new_ones(path: Path) -> None:
    """They are found by what the file kept of them, or by what is made of their texts when it is brought forward."""
    copied = story(3, title="Copied", blocks=paragraphs(story(3).text.replace("lorries", "buses")))
    page = own_page(copied, url="https://courier.example/3", hour=40)
    load(path, replace(page, capture=replace(page.capture, source="courier")))
    clustered = "SELECT title FROM v1_clusters JOIN v1_articles ON id = article_id ORDER BY title"
    titles = [row["title"] for row in rows(path, clustered)]
    assert titles == ["Copied", "Valley 3 moves after all"]


def test_what_a_server_said_before_quotes_were_in_short_rows_counts(tmp_path: Path) -> None:
    """A 304 of an earlier version moves last_seen of the quotes of its page, and readers are told."""
    path = Path(shutil.copy(FOLDER / "0021.db", tmp_path / "herald.db"))
    with closing(sqlite3.connect(path)) as connection, connection:
        [capture, quote] = connection.execute("SELECT capture_id, quote_id FROM quote_sightings").fetchone()
        late = "SELECT 99, ?, 1, unixepoch('2026-01-02') * 1000, 1, NULL, NULL"
        connection.execute(f"INSERT INTO repeats {late}", (capture,))
    [last] = rows(path, "SELECT last_seq FROM v1_epoch")
    bring_forward(path)
    found = rows(path, "SELECT last_seen, sightings FROM v1_quotes WHERE id = ?", (quote,))
    seen = rows(path, "SELECT count(*) AS n FROM quote_sightings WHERE quote_id = ?", (quote,))
    assert found == [{"last_seen": "2026-01-02T00:00:00.000Z", "sightings": seen[0]["n"] + 1}]
    told = rows(path, "SELECT id FROM v1_changes WHERE entity = 'quote' AND seq > ?", (last["last_seq"],))
    assert {"id": quote} in told


def test_the_copy_beside_it_is_the_file_as_it_was(oldest: Path) -> None:
    """It is named after the version, whole by itself, stays, and is made once."""
    before = said(oldest, [row["name"] for row in rows(oldest, VIEWS)])
    backup = bring_forward(oldest)
    assert backup == oldest.with_name("herald.db.0001.backup")
    assert said(backup, list(before)) == before
    assert version(backup) == "0001"
    assert bring_forward(oldest) is None
    assert sorted(file.name for file in oldest.parent.glob("herald*")) == [
        "herald.db",
        "herald.db.0001.backup",
    ]


def test_pages_that_only_the_wal_holds_are_in_the_copy(oldest: Path) -> None:
    """A run that was killed left them there; what is copied is the database and not a file."""
    with closing(sqlite3.connect(oldest)) as reader:
        reader.execute("INSERT INTO sources (name) VALUES ('late')")
        reader.commit()
        backup = bring_forward(oldest)
    assert backup
    assert rows(backup, "SELECT name FROM sources WHERE name = 'late'") == [{"name": "late"}]


def test_a_torn_copy_of_before_is_made_anew(oldest: Path) -> None:
    """What a killed migration left under the other name is no obstacle, and nothing of it stays."""
    part = oldest.with_name("herald.db.0001.backup.part")
    part.write_bytes(b"half a copy")
    backup = bring_forward(oldest)
    assert backup
    assert rows(backup, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert not part.exists()


def test_where_no_copy_can_be_made_nothing_is_migrated(oldest: Path) -> None:
    """A folder stands in the place of the copy: a sentence says so, and the file stays at its version."""
    oldest.with_name("herald.db.0001.backup").mkdir()
    with pytest.raises(StorageFault, match=r"herald\.db\.0001\.backup: the copy before the migration failed"):
        open_database(oldest)
    assert version(oldest) == "0001"
    assert not list(oldest.parent.glob("*.part"))


def test_a_migration_that_fails_leaves_the_file_as_it_was(oldest: Path) -> None:
    """All migrations are one transaction: one that stumbles over a strange table undoes those before it."""
    with closing(sqlite3.connect(oldest)) as other:
        other.execute("CREATE TABLE article_search (strange TEXT)")
    before = rows(oldest, "SELECT name, sql FROM sqlite_master ORDER BY name")
    with pytest.raises(sqlite3.OperationalError, match="article_search"):
        open_database(oldest)
    assert rows(oldest, "SELECT name, sql FROM sqlite_master ORDER BY name") == before
    assert version(oldest) == "0001"


def test_the_copy_is_told_in_one_line(oldest: Path) -> None:
    """On stderr, where cron sees it, also with --quiet; the next run says nothing."""
    (oldest.parent / "config.toml").write_text('[pipeline]\ndatabase = "herald.db"\n', encoding="utf-8")
    told = [run(oldest.parent, "load", "--quiet") for _ in range(2)]
    assert [done.returncode for done in told] == [ExitCode.OK, ExitCode.OK]
    assert told[0].stderr.startswith("pipeline: the database was brought forward; ")
    assert told[0].stderr.endswith("herald.db.0001.backup\n")
    assert (told[0].stderr.count("\n"), told[1].stderr) == (1, "")


def test_the_script_makes_the_file_of_this_version(tmp_path: Path) -> None:
    """What it loads is what the tests above rely on."""
    make(tmp_path / "herald.db")
    newest = max(file.name for file in (ROOT / "pipeline/load/migrations").iterdir())
    assert version(tmp_path / "herald.db") == newest.partition("_")[0]
    kinds = {row["kind"] for row in rows(tmp_path / "herald.db", "SELECT kind FROM v1_changes")}
    assert kinds == {"added", "changed", "removed"}
    assert len(rows(tmp_path / "herald.db", "SELECT id FROM v1_captures")) == len(PAGES)
    statuses = [
        row["status"] for row in rows(tmp_path / "herald.db", "SELECT status FROM v1_runs ORDER BY id")
    ]
    assert statuses == ["finished", "running"]
    assert (
        rows(tmp_path / "herald.db", "SELECT max(fetched_at) AS at FROM v1_captures")[0]["at"]
        > NOON.isoformat()
    )
