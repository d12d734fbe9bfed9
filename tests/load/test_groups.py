"""Pages that are written in one transaction: what comes of them is what comes of each by itself."""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load import PageGroup
from pipeline.load.groups import LONGEST_S, MOST_PAGES
from pipeline.records import Archived, PageOutcome, PageToLoad, wire
from tests.load.records import NOON, SITE, SITE_TOO, listing, opened, own_page, rows, story
from tests.load.test_order import SAMPLE, any_page

PIPELINE = str(Path(sys.executable).with_name("pipeline"))
PAGES = tuple(own_page(story(number), url=f"{SITE}/{number}") for number in range(MOST_PAGES + 1))


def load_grouped(path: Path, pages: Sequence[PageToLoad], size: int) -> list[PageOutcome]:
    """Write the pages, so many in a transaction."""
    with opened(path) as database:
        run_id = database.start_run(("herald",), NOON)
        return [
            outcome
            for start in range(0, len(pages), size)
            for outcome in database.write_pages(run_id, pages[start : start + size])
        ]


def everything(path: Path) -> dict[str, list[str]]:
    """All rows of all views but for the order of changes within a transaction."""
    views = [row["name"] for row in rows(path, "SELECT name FROM sqlite_master WHERE type = 'view'")]
    return {
        view: sorted(map(str, rows(path, f"SELECT * FROM {view}")))
        for view in views
        if view not in ("v1_changes", "v1_epoch", "v1_runs", "v1_search")
    }


@given(pages=st.lists(any_page() | st.sampled_from(SAMPLE), max_size=9), size=st.integers(2, 9))
@settings(max_examples=60, deadline=None)
def test_a_transaction_for_many_says_what_one_for_each_says(
    pages: list[PageToLoad], size: int, tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """Every row of every view is the same, ids included, and so is what is told of each page."""
    folder = tmp_path_factory.mktemp("groups")
    together = load_grouped(folder / "together.db", pages, size)
    assert together == load_grouped(folder / "alone.db", pages, 1)
    assert everything(folder / "together.db") == everything(folder / "alone.db")
    with closing(sqlite3.connect(folder / "together.db")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")


def test_a_page_that_comes_back_behind_another_in_one_transaction_counts(path: Path) -> None:
    """Its story was told otherwise in between, by a page that is written in the same transaction."""
    first = own_page(story(1), url=f"{SITE}/1")
    other = own_page(story(1, title="Valley 1 stays", url=f"{SITE}/1"), url=f"{SITE_TOO}/1", hour=1)
    back = own_page(story(1), url=f"{SITE}/1", hour=2)
    load_grouped(path, [first], 1)
    assert load_grouped(path, [other, back], 2)[1].articles_changed == 1
    assert rows(path, "SELECT title FROM v1_articles") == [{"title": story(1).title}]


def test_a_page_whose_stories_were_made_one_since_tells_of_one(path: Path, tmp_path: Path) -> None:
    """In one transaction as in three, though nothing of the page is new."""
    first, second = (story(number, url=f"{SITE}/{number}") for number in (1, 2))
    front = listing(first, second)
    both = own_page(replace(second, url=first.url), url=f"{SITE}/2")  # it names the other's address
    told = load_grouped(path, [front, both, front], 3)
    assert told == load_grouped(tmp_path / "alone.db", [front, both, front], 1)
    assert [one.articles_added + one.articles_changed + one.articles_unchanged for one in told] == [2, 1, 1]
    assert everything(path) == everything(tmp_path / "alone.db")


def test_pages_before_one_that_fails_are_kept(path: Path) -> None:
    """A fault of ours at one page of a transaction undoes that page, and those behind it are not written."""
    load_grouped(path, (), 1)
    with closing(sqlite3.connect(path)) as other:
        other.execute(
            "CREATE TRIGGER t BEFORE INSERT ON articles WHEN new.title = 'Valley 3 moves early'"
            " BEGIN SELECT RAISE(ABORT, 'not this one'); END"
        )
    with pytest.raises(sqlite3.IntegrityError, match="not this one"):
        load_grouped(path, PAGES[:6], 6)
    titles = [row["title"] for row in rows(path, "SELECT title FROM v1_articles ORDER BY id")]
    assert titles == [f"Valley {number} moves early" for number in range(3)]
    assert len(rows(path, "SELECT id FROM v1_captures")) == 3


def test_a_group_is_written_when_it_is_full(path: Path) -> None:
    """Not before, and the next page begins another."""
    with opened(path) as database:
        run_id = database.start_run(("herald",), NOON)
        group = PageGroup(lambda pages: database.write_pages(run_id, pages), lambda: 0)
        for page in PAGES[:-2]:
            group.add(page)
        assert (list(group.outcomes()), rows(path, "SELECT id FROM v1_captures")) == ([], [])
        for page in PAGES[-2:]:
            group.add(page)
        assert [outcome.capture for outcome in group.outcomes()] == [page.capture for page in PAGES[:-1]]
        assert len(rows(path, "SELECT id FROM v1_captures")) == MOST_PAGES


def test_a_group_is_written_when_it_is_old(path: Path) -> None:
    """Readers see the first page soon, however slowly others follow."""
    now = [0.0]
    with opened(path) as database:
        run_id = database.start_run(("herald",), NOON)
        group = PageGroup(lambda pages: database.write_pages(run_id, pages), lambda: now[0])
        group.add(PAGES[0])
        now[0] = LONGEST_S / 2
        group.add(PAGES[1])
        assert not list(group.outcomes())
        now[0] = LONGEST_S
        group.add(PAGES[2])
        assert len(list(group.outcomes())) == 3
        group.add(PAGES[3])
        assert not list(group.outcomes())


def test_a_body_of_a_page_that_waits_is_known(path: Path) -> None:
    """So that the archive stores it once; one that is stored elsewhere is not said to be here."""
    archived = Archived("a.warc.gz", 240, "sha1:abc")
    page = PageToLoad(replace(PAGES[0].capture, archived=archived), PAGES[0].parsed)
    with opened(path) as database:
        run_id = database.start_run(("herald",), NOON)
        group = PageGroup(lambda pages: database.write_pages(run_id, pages))
        group.add(page)
        stored = group.stored_body("sha1:abc")
        assert stored
        assert (stored.file, stored.offset, stored.url) == ("a.warc.gz", 240, f"{SITE}/0")
        assert group.stored_body("sha1:abd") is None
        group.write()
        assert group.stored_body("sha1:abc") is None
        assert database.stored_body("sha1:abc") == stored


def test_no_page_waits_for_the_next_line_of_a_pipe(tmp_path: Path) -> None:
    """`pipeline load` has committed what came before it waits for more."""
    (tmp_path / "config.toml").write_text('[pipeline]\ndatabase = "herald.db"\n', encoding="utf-8")
    command = [PIPELINE, "load", "--quiet", "--config", str(tmp_path / "config.toml")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True) as loader:
        assert loader.stdin
        for count in (1, 2):
            loader.stdin.write(wire.to_json(listing(story(count), hour=count)) + "\n")
            loader.stdin.flush()
            assert seen_within(10, tmp_path / "herald.db", count)
        loader.stdin.close()
        assert loader.wait() == 0


def seen_within(seconds: float, path: Path, captures: int) -> bool:
    """Whether a reader sees so many captures before that time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        made = path.exists() and rows(path, "SELECT 1 FROM sqlite_master WHERE name = 'v1_captures'")
        if made and len(rows(path, "SELECT id FROM v1_captures")) == captures:
            return True
        time.sleep(0.05)
    return False


def test_pages_that_wait_are_written_when_a_line_is_wrong(tmp_path: Path) -> None:
    """What stdin gave before that is kept."""
    (tmp_path / "config.toml").write_text('[pipeline]\ndatabase = "herald.db"\n', encoding="utf-8")
    lines = [*(wire.to_json(page) for page in PAGES[:5]), json.dumps({"capture": 7})]
    command = [PIPELINE, "load", "--quiet", "--config", str(tmp_path / "config.toml")]
    done = subprocess.run(command, input="\n".join(lines), text=True, capture_output=True, check=False)
    assert done.returncode == 2
    assert len(rows(tmp_path / "herald.db", "SELECT id FROM v1_captures")) == 5
