"""Runs and their archive: every capture is in both, whatever happens between them."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import ArchiveReader, open_archive
from pipeline.config import Config, Source
from pipeline.load import open_database
from pipeline.records import Archived, FetchedPage
from pipeline.run import stream
from pipeline.run.loading import RunPlan, load_pages
from pipeline.summary import RunSummary
from tests import FIXTURES
from tests.command_line import run as typed
from tests.fetch.fetching import FakeClock
from tests.load.records import NOON, capture, rows
from tests.test_frontier import Site
from tests.web_server import WebServer

SITE = FIXTURES / "site"
SOURCES = {"sample": Source(pages=(str(SITE),), base_url="https://steppe-herald.example/")}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config.model_validate({"pipeline": {"database": str(tmp_path / "p.db")}})


def ingest(config: Config) -> RunSummary:
    summary = RunSummary()
    for _ in stream.ingest(config, SOURCES, summary):
        pass
    return summary


def captures(config: Config) -> list[dict[str, Any]]:
    return rows(
        Path(config.pipeline.database),
        "SELECT final_url, fetched_at, warc_file, warc_offset FROM v1_captures ORDER BY id",
    )


def test_the_database_knows_the_place_of_every_capture(config: Config) -> None:
    """Each row's file and offset lead to the page that it tells of; the second night's bodies are not stored again."""
    ingest(config)
    ingest(config)
    archive = ArchiveReader(config.pipeline.archive_folder)
    pages = list(archive.pages())
    assert [
        (page.capture.final_url, page.capture.archived and page.capture.archived.offset) for page in pages
    ] == [(row["final_url"], row["warc_offset"]) for row in captures(config)]
    stored = [page.capture.archived.stored for page in pages if page.capture.archived]
    assert stored == [True] * (len(stored) // 2) + [False] * (len(stored) // 2)
    for page in pages[len(pages) // 2 :]:
        assert page.body
        assert page.capture.archived is not None
        assert archive.page(page.capture.archived).body == page.body


def test_what_was_archived_and_not_loaded_is_loaded_by_the_next_run(config: Config) -> None:
    """A run that dies between the archive and the database loses no page."""
    ingest(config)
    before = len(captures(config))
    list(stream.fetch(config, SOURCES))
    assert len(captures(config)) == before

    ingest(config)

    pages = list(ArchiveReader(config.pipeline.archive_folder).pages())
    assert len(captures(config)) == len(pages) == 3 * before


def test_loading_the_same_capture_twice_counts_it_once(config: Config) -> None:
    """A line that is sent down the pipe again is known by its place in the archive."""
    pages = list(stream.parse_pages(stream.fetch(config, SOURCES), SOURCES))
    database = Path(config.pipeline.database)
    for _ in range(2):
        summary = RunSummary()
        for _ in load_pages(pages, RunPlan(database, config.fetch, summary)):
            pass
    assert summary.sources["sample"].articles_added == 0
    assert summary.sources["sample"].articles_unchanged > 0
    assert len(captures(config)) == len(pages)


def test_a_page_that_a_power_cut_took_is_asked_for_again(web: WebServer, tmp_path: Path) -> None:
    """Though it is not due; and whole, though the server would say that it is as it was. The others are not."""
    site = Site(web, tmp_path)
    site.visit()
    archive = ArchiveReader(tmp_path / "p.archive")
    (file,) = archive.files()
    stories = "SELECT url, warc_file, warc_offset FROM v1_captures WHERE role = 'page' ORDER BY id"
    last = max(site.rows(stories), key=lambda row: int(row["warc_offset"]))
    with file.open("r+b") as torn:
        torn.truncate(last["warc_offset"])
    (file.parent / "whole").unlink()

    asked, summary = site.visit(0.1)

    assert asked == ["/", last["url"].removeprefix(web.url(""))]
    assert "asked for again" in summary.notes[-1]
    assert all("If-None-Match" not in request.headers for request in web.requests)
    again = site.rows(stories)[-1]
    assert again["url"] == last["url"]
    assert archive.page(Archived(again["warc_file"], again["warc_offset"])).body == web.pages[asked[1]][1]
    assert site.visit(0.2)[0] == ["/"]


def test_a_whole_file_that_a_power_cut_took_is_missed(tmp_path: Path) -> None:
    """The disk had not noted that the last file is there: the run says so, and gives its name to no other."""
    told = {"database": str(tmp_path / "p.db"), "archive_file_mb": 0.02}
    config = Config.model_validate({"pipeline": told})
    ingest(config)
    archive = ArchiveReader(config.pipeline.archive_folder)
    *kept, gone = archive.files()
    assert kept
    gone.unlink()
    (note,) = ingest(config).notes
    assert "with a file that was taken away" in note
    assert "asked for again" in note
    assert gone not in archive.files()
    assert max(archive.files()) > gone
    assert ingest(config).notes == ()


def test_a_clock_that_was_set_back_changes_no_order(tmp_path: Path) -> None:
    """New files of the archive sort behind the old ones, whatever their time."""
    for hour in (3, 0):
        clock = FakeClock(NOON + timedelta(hours=hour))
        with open_archive(tmp_path / "archive", file_limit=1, clock=clock) as archive:
            for _ in range(2):
                archive.keep(FetchedPage(capture("https://steppe-herald.example/1"), b"<p>Snow.</p>"))
    first, *others = [file.name for file in ArchiveReader(tmp_path / "archive").files()]
    assert len(others) == 3
    assert {name[:25] for name in others} == {first[:25]}


def test_a_new_database_beside_an_old_archive_starts_empty(config: Config) -> None:
    """Only what is behind the last loaded capture is caught up with: no database, no such place."""
    list(stream.fetch(config, SOURCES))
    ingest(config)
    with open_database(Path(config.pipeline.database)) as database:
        last = database.last_archived()
    pages = list(ArchiveReader(config.pipeline.archive_folder).pages())
    assert last is not None
    assert len(captures(config)) == len(pages) // 2


def test_an_archive_file_can_be_ingested_elsewhere(config: Config, tmp_path: Path) -> None:
    """Our own archive is a WARC file like any other: another database takes the same stories from it."""
    ingest(config)
    elsewhere = Config.model_validate({"pipeline": {"database": str(tmp_path / "other" / "p.db")}})
    (path,) = ArchiveReader(config.pipeline.archive_folder).files()

    summary = RunSummary()
    for _ in stream.ingest_warc(elsewhere, path, "sample", summary):
        pass

    titles = "SELECT title, text, published_at, first_seen FROM v1_articles ORDER BY title, text"
    assert rows(Path(elsewhere.pipeline.database), titles) == rows(Path(config.pipeline.database), titles)
    assert len(captures(elsewhere)) == len(captures(config))


def test_a_file_that_is_ingested_twice_is_known_the_second_time(tmp_path: Path) -> None:
    """Neither captures nor archive grow, also where its pages were known and each is a short row."""
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    nights = []
    for night in "ab":
        config = Config.model_validate({"pipeline": {"database": str(tmp_path / night / "p.db")}})
        ingest(config)
        nights += ArchiveReader(config.pipeline.archive_folder).files()
    pages = len(captures(config))
    for path in (*nights, nights[1], nights[0]):
        last = typed(tmp_path, "ingest", "--from", str(path), "--source", "sample")
        assert last.returncode == 0
    assert f"{pages} captures were known, and are not counted again" in last.stdout
    database = tmp_path / "data" / "pipeline.db"
    told = rows(database, "SELECT pages FROM v1_runs ORDER BY id")
    assert [row["pages"] for row in told] == [pages, pages, 0, 0]
    assert len(list(ArchiveReader(database.with_suffix(".archive")).pages())) == 2 * pages


def test_an_archive_that_was_taken_away_is_told_once(config: Config) -> None:
    """The next run begins another; whoever removed it on purpose is not told every night."""
    ingest(config)
    shutil.rmtree(config.pipeline.archive_folder)
    assert "its files are gone" in ingest(config).notes[-1]
    assert ingest(config).notes == ()
