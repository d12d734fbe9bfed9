"""diff, rejects and redrive: what the archive still holds is tried again, and what changed is shown to a person."""

import json
import subprocess
from pathlib import Path

import pytest

from pipeline.archive import ArchiveReader
from pipeline.config import Config
from pipeline.load import content_digest, rejects
from pipeline.run import stream
from pipeline.summary import RunSummary
from tests.command_line import run as typed
from tests.load.records import rows

STORY = (
    """<html lang="en"><head><title>Snow closes the pass</title></head><body><main>{}</main></body></html>"""
)
TEXT = (
    "<p>The road over the high pass stays shut for a third day, and forty lorries wait below the tunnel.</p>"
    * 3
)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration whose one source is a folder with a page that holds no story."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "1.html").write_text(STORY.format(""))
    path = tmp_path / "config.toml"
    path.write_text(
        f'[pipeline]\ndatabase = "{tmp_path / "p.db"}"\n[sources.herald]\npages = ["{site}"]\n'
        'base_url = "https://steppe-herald.example/"\n'
    )
    return path


def pipeline(config: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return typed(config.parent, *words)


def test_a_rejected_page_is_listed_with_its_reason_and_place(config: Path) -> None:
    """For a person and for a program; where nothing was rejected, that is said."""
    pipeline(config, "ingest")
    listed = pipeline(config, "rejects").stdout
    assert "no-article" in listed
    assert "1.html" in listed
    [record] = [json.loads(line) for line in pipeline(config, "rejects", "--json").stdout.splitlines()]
    assert (record["reason"], record["source"]) == ("no-article", "herald")
    assert record["warc_file"]
    assert isinstance(record["parser_version"], int)


def test_redrive_loads_what_the_rules_of_today_find(config: Path) -> None:
    """A selector that was added since finds the story in the archived bytes; the page itself may be gone."""
    page = config.parent / "site" / "1.html"
    links = "<li><a href=/a>Forty lorries wait below</a></li><li><a href=/b>The tunnel is shut</a></li>"
    page.write_text(STORY.format(f"<ul class=odd>{links}</ul>"))
    pipeline(config, "ingest")
    assert "no-article" in pipeline(config, "rejects").stdout
    page.unlink()
    config.write_text(config.read_text() + '[sources.herald.selectors]\nbody = ["ul.odd"]\n')
    done = pipeline(config, "redrive")
    assert done.returncode == 0, done.stderr
    database = config.parent / "p.db"
    assert [row["title"] for row in rows(database, "SELECT title FROM v1_articles")] == [
        "Snow closes the pass"
    ]
    assert pipeline(config, "rejects").stdout == "nothing was rejected\n"
    assert "whole" in pipeline(config, "check").stdout
    before = content_digest(database)
    pipeline(config, "rebuild")
    assert content_digest(database) == before


def test_a_redrive_takes_nothing_from_what_an_earlier_run_tells(config: Path) -> None:
    """What it came to then stands; what the page gives now is told of the run that tried again."""
    pipeline(config, "ingest")
    earlier = "SELECT * FROM v1_runs WHERE id = 1"
    before = rows(config.parent / "p.db", earlier)
    assert before[0]["pages"] == 1
    pipeline(config, "redrive")
    pipeline(config, "redrive")
    assert rows(config.parent / "p.db", earlier) == before
    assert [row["pages"] for row in rows(config.parent / "p.db", "SELECT pages FROM v1_runs")] == [1, 1, 1]


def test_nothing_to_try_again_is_said(config: Path) -> None:
    """In words for a person, and not at all for cron."""
    (config.parent / "site" / "1.html").write_text(STORY.format(f"<h1>Snow closes the pass</h1>{TEXT}"))
    pipeline(config, "ingest")
    assert pipeline(config, "redrive").stdout == "nothing was rejected\n"
    assert pipeline(config, "redrive", "--quiet").stdout == ""


def test_a_page_that_is_rejected_again_stays_listed_once(config: Path) -> None:
    """With the version of the rules that tried it last, and in the place that it had."""
    pipeline(config, "ingest")
    database = config.parent / "p.db"
    before = [(one.url, one.fetched_at, one.warc_offset) for one in rejects(database)]
    for _ in range(2):
        assert pipeline(config, "redrive").returncode == 0
    assert [(one.url, one.fetched_at, one.warc_offset) for one in rejects(database)] == before
    assert len(before) == 1


def test_a_page_that_gave_rows_is_never_taken_out(config: Path) -> None:
    """Asked to write a loaded page again, redrive leaves it as it is."""
    (config.parent / "site" / "1.html").write_text(STORY.format(f"<h1>Snow closes the pass</h1>{TEXT}"))
    pipeline(config, "ingest")
    database = config.parent / "p.db"
    loaded = Config.model_validate({"pipeline": {"database": str(database)}})
    place = rows(database, "SELECT warc_file, warc_offset FROM v1_captures WHERE kind = 'article'")
    assert place
    archived = ArchiveReader(loaded.pipeline.archive_folder)
    before = content_digest(database)
    everything = [page.capture.archived for page in archived.pages()]
    for _ in stream.redrive(loaded, [one for one in everything if one], RunSummary()):
        pass
    assert content_digest(database) == before


def test_diff_shows_a_person_what_changed(config: Path) -> None:
    """The revisions, then the words that went and came; by id or by URL."""
    page = config.parent / "site" / "1.html"
    page.write_text(STORY.format(f"<h1>Snow closes the pass</h1>{TEXT}"))
    pipeline(config, "ingest")
    page.write_text(STORY.format(f"<h1>Snow closes the pass</h1>{TEXT.replace('forty', 'sixty')}"))
    pipeline(config, "ingest", "--again")
    shown = pipeline(config, "diff", "1").stdout
    assert "publisher: body" in shown
    assert "[-forty-] {+sixty+}" in shown
    assert "Snow closes the pass" in shown
    [first, last] = [json.loads(line) for line in pipeline(config, "diff", "1", "--json").stdout.splitlines()]
    assert (first["cause"], last["valid_from"]) == ("first", first["valid_to"])
    url = rows(config.parent / "p.db", "SELECT url FROM v1_articles")[0]["url"]
    assert not url or pipeline(config, "diff", url).stdout == shown


def test_diff_names_the_fields_beside_the_text_that_changed(config: Path) -> None:
    """A byline that was added is shown, though not a word of the text is another one."""
    page = config.parent / "site" / "1.html"
    page.write_text(STORY.format(f"<h1>Snow closes the pass</h1>{TEXT}"))
    pipeline(config, "ingest")
    page.write_text(STORY.format(f"<h1>Snow closes the pass</h1><p class=byline>By Aida Sydykova</p>{TEXT}"))
    pipeline(config, "ingest", "--again")
    assert "authors: none → Aida Sydykova" in pipeline(config, "diff", "1").stdout
    last = json.loads(pipeline(config, "diff", "1", "--json").stdout.splitlines()[-1])
    assert last["authors"] == ["Aida Sydykova"]


def test_diff_shows_one_story_at_a_time(config: Path) -> None:
    """Where two sources tell the story of a URL, their revisions are not taken for those of one."""
    link = '<link rel="canonical" href="https://a.example/snow">'
    (config.parent / "site" / "1.html").write_text(STORY.format(f"{link}<h1>Snow closes the pass</h1>{TEXT}"))
    with config.open("a") as file:
        file.write(f'[sources.other]\npages = ["{config.parent / "site"}"]\n')
    pipeline(config, "ingest")
    both = pipeline(config, "diff", "https://a.example/snow")
    assert (both.returncode, "name one of them by its id: 1, 2" in both.stderr) == (2, True)
    assert pipeline(config, "diff", "2").returncode == 0


def test_diff_says_what_it_cannot_find(config: Path) -> None:
    """An unknown story or revision is a sentence and an exit code."""
    pipeline(config, "ingest")
    missing = pipeline(config, "diff", "99")
    assert (missing.returncode, "no story '99'" in missing.stderr) == (2, True)
    page = config.parent / "site" / "2.html"
    page.write_text(STORY.format(f"<h1>Snow closes the pass</h1>{TEXT}"))
    pipeline(config, "ingest")
    beyond = pipeline(config, "diff", "1", "--to", "9")
    assert (beyond.returncode, "there is no revision 9" in beyond.stderr) == (2, True)
