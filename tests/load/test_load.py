import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from pipeline.load import open_database
from pipeline.records import PageToLoad, Problem, Reason
from tests.load.records import (
    NOON,
    SITE,
    SIX,
    capture,
    listing,
    load,
    rows,
    story,
    write,
)


def test_a_page_loaded_twice_gives_each_story_and_quote_once(path: Path) -> None:
    """The second time only the sightings move: first seen stays, last seen goes on."""
    first, second = load(path, listing(*SIX), listing(*SIX, hour=5))
    assert (first.articles_added, first.quotes_added) == (6, 4)
    assert (second.articles_added, second.articles_changed, second.articles_unchanged) == (0, 0, 6)
    assert (second.quotes_added, second.quotes_unchanged) == (0, 4)
    seen = {"first_seen": "2025-12-08T12:00:00.000Z", "last_seen": "2025-12-08T17:00:00.000Z", "sightings": 2}
    assert rows(path, "SELECT first_seen, last_seen, sightings FROM v1_articles") == [seen] * 6
    assert rows(path, "SELECT first_seen, last_seen, sightings FROM v1_quotes") == [seen] * 4


def test_ten_listing_pages_that_overlap_give_each_story_and_quote_once(path: Path) -> None:
    """Ten pages of six, each moved on by three, are 33 stories and one ticker."""
    pages = [
        listing(*(story(3 * page + place) for place in range(6)), url=f"{SITE}/page/{page}/", hour=page)
        for page in range(10)
    ]
    outcomes = load(path, *pages)
    assert sum(outcome.articles_added for outcome in outcomes) == 33
    [counts] = rows(
        path, "SELECT (SELECT count(*) FROM v1_articles) AS a, (SELECT count(*) FROM v1_quotes) AS q"
    )
    assert counts == {"a": 33, "q": 4}
    [fourth] = rows(path, "SELECT first_seen, last_seen FROM v1_articles WHERE title = ?", [story(3).title])
    assert fourth == {"first_seen": "2025-12-08T12:00:00.000Z", "last_seen": "2025-12-08T13:00:00.000Z"}


def test_a_failed_page_is_kept_with_its_reason(path: Path) -> None:
    """A page that was not got is a capture and a problem, and the outcome tells it."""
    failure = Problem(Reason.HTTP_ERROR, "503 Service Unavailable", f"{SITE}/1")
    [outcome] = load(path, PageToLoad(capture(f"{SITE}/1", failure=failure)))
    assert (outcome.kind, outcome.problems) == (None, (failure,))
    [row] = rows(path, "SELECT kind, failure FROM v1_captures")
    assert row == {"kind": None, "failure": "http-error"}
    [problem] = rows(path, "SELECT stage, reason, detail, place FROM v1_problems")
    assert tuple(problem.values()) == ("fetch", "http-error", "503 Service Unavailable", f"{SITE}/1")


def test_problems_of_a_page_are_kept_in_order(path: Path) -> None:
    """Every problem that parse names is a row, twice where it is named twice."""
    problems = (Problem(Reason.NO_ARTICLE), Problem(Reason.TEXT_LEFT_OVER, "Menu", "/html/body/p"))
    [outcome] = load(path, listing(problems=problems * 2))
    assert outcome.problems == problems * 2
    found = rows(path, "SELECT reason FROM problems ORDER BY position")
    assert [row["reason"] for row in found] == ["no-article", "text-left-over"] * 2


def test_text_that_sqlite_cannot_hold_is_mended(path: Path) -> None:
    """Half a surrogate pair and NUL become U+FFFD, wherever they stand."""
    broken = story(1, title="Sn\ud83dow\0", authors=("A\udc00",), tags=("\0",), section="\ud800", url=None)
    load(path, listing(broken, quotes=(), problems=(Problem(Reason.NOT_TEXT, "\ud800", "\0"),)))
    [row] = rows(path, "SELECT title, authors, tags, section FROM v1_articles")
    assert tuple(row.values()) == ("Sn\ufffdow\ufffd", '["A\ufffd"]', '["\ufffd"]', "\ufffd")


def test_a_run_adds_up_its_pages(path: Path) -> None:
    """v1_runs tells what a run did, source names included."""
    failed = PageToLoad(capture(f"{SITE}/9", failure=Problem(Reason.TIMED_OUT)))
    load(path, listing(*SIX), listing(*SIX, hour=1), failed)
    [row] = rows(path, "SELECT * FROM v1_runs")
    assert row == {
        "id": 1,
        "started_at": "2025-12-08T12:00:00.000Z",
        "ended_at": "2025-12-08T12:00:00.000Z",
        "status": "finished",
        "parser_version": None,
        "sources": '["herald"]',
        "pages": 3,
        "failed": 1,
        "articles_added": 6,
        "articles_changed": 0,
        "articles_unchanged": 6,
        "quotes_added": 4,
        "quotes_unchanged": 4,
    }


def test_a_run_left_running_is_marked_when_the_next_one_starts(path: Path) -> None:
    """A run that never said how it ended has crashed; its pages are kept."""
    with open_database(path) as database:
        run_id = database.start_run(("herald",), NOON, parser_version=3)
        write(database, run_id, listing(*SIX))
    load(path)
    found = rows(path, "SELECT status, parser_version, articles_added FROM v1_runs")
    assert [tuple(row.values()) for row in found] == [("crashed", 3, 6), ("finished", None, 0)]


def test_a_closed_database_is_whole_when_its_one_file_is_copied(path: Path, tmp_path: Path) -> None:
    """Nothing is left beside the file, even while a reader has it open."""
    load(path)
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("SELECT count(*) FROM v1_articles").fetchone()
        load(path, listing(*SIX))
        copy = shutil.copy(path, tmp_path / "copy.db")
    assert len(rows(Path(copy), "SELECT id FROM v1_articles")) == 6
    assert [file.name for file in path.parent.iterdir()] == ["herald.db"]


def test_a_reader_that_is_at_it_is_waited_for(path: Path, tmp_path: Path) -> None:
    """Its transaction ends while the database closes; a copy of the one file has all pages all the same."""
    load(path)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM v1_articles").fetchone()
        ends = threading.Timer(0.5, reader.execute, ("COMMIT",))
        ends.start()
        load(path, listing(*SIX))
        copy = shutil.copy(path, tmp_path / "copy.db")
        ends.join()
    assert len(rows(Path(copy), "SELECT id FROM v1_articles")) == 6
