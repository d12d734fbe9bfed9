from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import StorageFault
from pipeline.load import Counts, SourceRow, existing_database, open_database, open_database_to_read
from pipeline.records import PageToLoad, Problem, Reason, Role
from tests.load.records import NOON, SITE, capture, listing, load, story, write

FAILED = PageToLoad(capture(f"{SITE}/9", hour=3, failure=Problem(Reason.TIMED_OUT)))


def test_status_does_not_make_a_database(path: Path) -> None:
    """Where there is none the sentence says what makes one, and neither file nor folder appears."""
    with pytest.raises(
        StorageFault, match=r"herald\.db: there is no database yet; `pipeline ingest` makes it"
    ):
        existing_database(path)
    assert not path.parent.exists()


def test_a_source_tells_its_counts_and_its_last_page(path: Path) -> None:
    """One row a source: what it holds, when it last answered, when it last did not, and why."""
    over = PageToLoad(capture(f"{SITE}/8", hour=5, failure=Problem(Reason.OVER_PAGE_LIMIT, count=7)))
    load(path, listing(story(1), story(2)), FAILED, listing(story(1), hour=4), over)
    with open_database_to_read(path) as reader:
        [row] = reader.sources_status()
    assert (row.captures, row.failed, row.articles, row.quotes) == (4, 1, 2, 4)
    assert row.last_fetched == "2025-12-08T16:00:00.000Z"
    assert (row.last_failed, row.last_failure) == ("2025-12-08T15:00:00.000Z", "timed-out")


def test_no_more_failed_than_was_tried(path: Path) -> None:
    """A feed counts as a try like a page; what was over a limit is one that did not fail, and robots.txt none."""
    failure = Problem(Reason.TIMED_OUT)
    feed, robots = (
        replace(capture(f"{SITE}/{role}", failure=failure), role=role) for role in (Role.FEED, Role.ROBOTS)
    )
    over = capture(f"{SITE}/8", failure=Problem(Reason.OVER_PAGE_LIMIT, count=7))
    load(path, *map(PageToLoad, (feed, robots, over)))
    with open_database_to_read(path) as reader:
        [row], [run] = reader.sources_status(), reader.recent_runs()
        assert (row.captures, row.failed, run.failed, reader.counts().captures) == (2, 1, 1, 2)


def test_a_source_without_pages_is_there(path: Path) -> None:
    """A source that a run was asked for and that gave nothing is a row of zeros."""
    load(path)
    with open_database_to_read(path) as reader:
        assert reader.sources_status() == (SourceRow("herald"),)


def test_the_last_runs_come_first(path: Path) -> None:
    """As many as asked for, the latest first, with what they did."""
    for number in range(4):
        load(path, listing(story(number)))
    with open_database_to_read(path) as reader:
        runs = reader.recent_runs(3)
    assert [(run.id, run.status, run.sources, run.pages, run.articles_added) for run in runs] == [
        (number, "finished", ("herald",), 1, 1) for number in (4, 3, 2)
    ]


def test_counts_are_rows_in_all(path: Path) -> None:
    """Runs, captures, articles and quotes."""
    load(path, listing(story(1), story(2)), FAILED)
    with open_database_to_read(path) as reader:
        assert reader.counts() == Counts(runs=1, captures=2, articles=2, quotes=4)


def test_status_can_be_asked_while_a_run_writes(path: Path) -> None:
    """A run that is under way is shown as running, with its pages so far."""
    with open_database(path) as database:
        run_id = database.start_run(("herald",), NOON)
        write(database, run_id, listing(story(1)))
        with open_database_to_read(path) as reader:
            [run] = reader.recent_runs()
    assert (run.status, run.ended_at, run.pages) == ("running", None, 1)


def test_a_reader_leaves_the_file_as_it_is(path: Path) -> None:
    """Asking for the status writes nothing, neither to the file nor beside it."""
    load(path, listing(story(1)))
    before = path.read_bytes()
    with open_database_to_read(path) as reader:
        reader.counts()
        reader.sources_status()
        reader.recent_runs()
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["herald.db"]
