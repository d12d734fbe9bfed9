"""The command line as cron and people use it, with real files and a real server on loopback."""

import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from tests import ROOT
from tests.command_line import run

PIPELINE = str(Path(sys.executable).with_name("pipeline"))

STORY = """<!doctype html>
<html lang="en">
<head>
<title>{title} - Steppe Herald</title>
<link rel="canonical" href="https://steppe-herald.example/{slug}">
</head>
<body>
<article>
<h1>{title}</h1>
<p>The council of Almaly voted on Tuesday to begin the work before winter, after three years of petitions.</p>
<p>Engineers said that it would take four months, and that buses would be sent over the northern crossing.</p>
<p>Many residents came to the town hall to hear the decision, and stayed to ask what it was going to cost.</p>
</article>
</body>
</html>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with a source `saved` of three story pages."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, word in enumerate(("Bridge", "School", "Market"), 1):
        page = STORY.format(title=f"{word} to be rebuilt in Almaly", slug=f"story-{number}")
        (pages / f"{number}.html").write_text(page, encoding="utf-8")
    (tmp_path / "config.toml").write_text('[sources.saved]\npages = ["pages"]\n', encoding="utf-8")
    return tmp_path


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{folder / 'data/pipeline.db'}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_ingest_twice_adds_nothing_the_second_time(folder: Path) -> None:
    """A second run over unchanged pages finds everything in place."""
    first, second = run(folder, "ingest"), run(folder, "ingest")
    assert (first.returncode, second.returncode) == (ExitCode.OK, ExitCode.OK)
    assert re.search(r"^saved +3 +0 +3 +0 +3 +0 +0 ", first.stdout, re.MULTILINE)
    assert re.search(r"^saved +3 +0 +3 +0 +0 +0 +3 ", second.stdout, re.MULTILINE)
    assert rows(folder, "SELECT count(*) FROM v1_articles") == [(3,)]


def test_three_commands_joined_by_pipes_do_what_ingest_does(folder: Path) -> None:
    """`fetch | parse | load` leaves the same articles as `ingest`."""
    columns = "SELECT title, text, url FROM v1_articles ORDER BY url"
    joined = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"{PIPELINE} fetch | {PIPELINE} parse | {PIPELINE} load -q"],
        cwd=folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (joined.returncode, joined.stdout, joined.stderr) == (ExitCode.OK, "", "")
    by_pipe = rows(folder, columns)
    (folder / "data/pipeline.db").unlink()
    run(folder, "ingest")
    assert rows(folder, columns) == by_pipe
    assert len(by_pipe) == 3


def test_a_failed_page_is_counted_named_and_told_to_cron(folder: Path) -> None:
    """A page that cannot be fetched does not stop the others; exit code 3 and the table name it."""
    config = '[sources.saved]\npages = ["pages", "nowhere.html"]\n'
    (folder / "config.toml").write_text(config, encoding="utf-8")
    result = run(folder, "ingest", "--quiet")
    assert result.returncode == ExitCode.SOME_FAILED
    assert re.search(r"saved: 1 x not-found-locally, the first: .*nowhere\.html", result.stdout)
    assert rows(folder, "SELECT count(*) FROM v1_articles") == [(3,)]


def test_a_missing_file_is_told_with_its_path_where_a_url_stands_for_it(folder: Path) -> None:
    """The path is what a person can mend; the URL is that of a site where nobody misses the page."""
    config = '[sources.saved]\npages = ["pages/nowhere.html"]\nbase_url = "https://a.example/"\n'
    (folder / "config.toml").write_text(config, encoding="utf-8")
    result = run(folder, "ingest")
    assert f"no such file or folder ({folder / 'pages/nowhere.html'})" in result.stdout


def test_an_empty_configuration_is_told_how_a_source_is_written(folder: Path) -> None:
    """Not to switch on a source that is not there."""
    (folder / "config.toml").write_text("", encoding="utf-8")
    result = run(folder, "ingest")
    assert result.returncode == ExitCode.BAD_INPUT
    assert "config.toml: no source; write one: [sources.NAME]" in result.stderr


def test_a_silent_source_is_told_to_cron(folder: Path) -> None:
    """A source whose pages hold nothing any more does not pass for a good night."""
    for page in (folder / "pages").iterdir():
        page.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>", encoding="utf-8")
    result = run(folder, "ingest", "--quiet")
    assert result.returncode == ExitCode.SOURCE_SILENT
    assert "saved: no article and no quote at all" in result.stdout


@pytest.mark.parametrize("piped", [False, True])
@pytest.mark.parametrize(("moved", "code"), [("story", ExitCode.OK), ("read", ExitCode.SOURCE_SILENT)])
def test_a_source_whose_start_pages_lead_nowhere_is_told_to_cron(
    folder: Path, moved: str, code: ExitCode, *, piped: bool
) -> None:
    """Headlines still come, but none of their links is one to follow any more: the stories would stay away unseen."""
    (folder / "pages").rename(folder / moved)
    rest = "The council voted on Tuesday to begin the work before winter, after three years of petitions."
    teasers = "".join(
        f'<article><h2><a href="{moved}/{number}.html">{word} to be rebuilt</a></h2><p>{rest}</p></article>'
        for number, word in enumerate(("Bridge", "School", "Market"), 1)
    )
    (folder / "index.html").write_text(f"<html><body>{teasers}</body></html>", encoding="utf-8")
    config = "[sources.saved]\npages = ['index.html']\nfollow = ['/story/']\n"
    (folder / "config.toml").write_text(config, encoding="utf-8")
    if piped:
        parsed = run(folder, "parse", stdin=run(folder, "fetch").stdout).stdout
        result = run(folder, "load", "--quiet", stdin=parsed)
    else:
        result = run(folder, "ingest", "--quiet")
    assert result.returncode == code
    told = "saved: no link of its start pages matches `follow`; has the site changed?" in result.stdout
    assert told == bool(code), result.stdout


@pytest.mark.parametrize(("home", "code"), [("read", ExitCode.OK), ("gone", ExitCode.SOURCE_SILENT)])
def test_start_pages_that_tell_nothing_are_told_to_cron(folder: Path, home: str, code: ExitCode) -> None:
    """Though a feed still leads to its stories: the ticker, and what stands on those pages alone, would be missed."""
    link = "<a href='pages/1.html'>The bridge of Almaly is to be rebuilt before winter</a>"
    body = f"<article><h2>{link}</h2><p>The council voted on Tuesday.</p></article>" if home == "read" else ""
    (folder / "index.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    feed = "<rss version='2.0'><channel><item><link>pages/1.html</link></item></channel></rss>"
    (folder / "feed.xml").write_text(feed, encoding="utf-8")
    config = "[sources.saved]\npages = ['index.html']\nfeeds = ['feed.xml']\nfollow = ['/pages/']\n"
    (folder / "config.toml").write_text(config, encoding="utf-8")
    for _ in range(2):
        result = run(folder, "ingest", "--quiet")
        told = "saved: no story, quote or link to follow on its start pages; has the site changed?"
        assert (result.returncode, told in result.stdout) == (code, bool(code)), result.stdout
    assert rows(
        folder, "SELECT count(*) FROM v1_articles WHERE title = 'Bridge to be rebuilt in Almaly'"
    ) == [(1,)]


def test_a_page_of_rates_alone_gives_what_it_should(folder: Path) -> None:
    """A source may have a ticker and no story; not one page of it is out of order."""
    ticker = "<ul><li>KGS/USD = 0.01143 0.1%</li><li>KZT/USD = 0.00201 -0%</li></ul>"
    (folder / "rates.html").write_text(f"<html><body>{ticker}</body></html>", encoding="utf-8")
    (folder / "config.toml").write_text("[sources.saved]\npages = ['rates.html']\n", encoding="utf-8")
    for _ in range(2):
        assert run(folder, "ingest", "--quiet").returncode == ExitCode.OK
    assert rows(folder, "SELECT count(*) FROM v1_quotes") == [(2,)]


def test_a_new_database_beside_an_archive_is_told(folder: Path) -> None:
    """Whoever lost the file is told what brings it back; nobody else is told."""
    assert "rebuild" not in run(folder, "ingest").stderr
    for file in (folder / "data").glob("pipeline.db*"):
        file.unlink()
    assert "`pipeline rebuild` from an archive" in run(folder, "status").stderr
    assert "the database is new, and " in run(folder, "ingest", "--quiet").stderr
    assert "the database is new, and " not in run(folder, "ingest", "--quiet").stderr


@pytest.mark.parametrize("output", ["config.toml", "data/pipeline.db", "data/pipeline.db-wal", "archive"])
def test_an_export_writes_over_nothing_of_the_pipelines_own(folder: Path, output: str) -> None:
    run(folder, "ingest")
    name = next(str(file) for file in folder.glob("data/*.archive/*")) if output == "archive" else output
    before = (folder / name).read_bytes() if (folder / name).exists() else None
    refused = run(folder, "export", "articles", "--output", name)
    assert (refused.returncode, "it is the pipeline's own" in refused.stderr) == (ExitCode.BAD_INPUT, True)
    assert before is None or (folder / name).read_bytes() == before
    assert run(folder, "export", "articles", "--output", "data/articles.jsonl").returncode == ExitCode.OK


def test_search_shows_the_day_that_the_page_prints(folder: Path) -> None:
    """Midnight east of Greenwich is the day before in UTC."""
    page = folder / "pages" / "1.html"
    page.write_text(page.read_text().replace("</h1>", "</h1><time datetime=2026-03-14>14 March 2026</time>"))
    source = "[sources.saved]\npages = ['pages']\ntime_zone = 'Asia/Bishkek'\n"
    (folder / "config.toml").write_text(source, encoding="utf-8")
    run(folder, "ingest")
    assert "  2026-03-14  Bridge" in run(folder, "search", "bridge").stdout


def test_a_source_whose_ticker_is_gone_is_told_to_cron(folder: Path) -> None:
    """Its stories come as ever; it is told for as long as its last captures are remembered, and not of a new source."""
    ticker = "<div class='ticker'><span>USD/KGS</span> <span>87.45</span> <span>0.1%</span></div>"
    story = (
        "<article><h2>Bridge {}</h2><p>The council voted on Tuesday to begin the work at last.</p></article>"
    )
    config = "[sources.saved]\npages = ['index.html']\n"
    (folder / "config.toml").write_text(config, encoding="utf-8")
    told = "saved: no quote any more on its start pages; has the site changed?"
    nights = ((False, ExitCode.OK), (True, ExitCode.OK), (False, ExitCode.SOURCE_SILENT), (True, ExitCode.OK))
    for number, (shown, code) in enumerate(nights):
        body = "".join(story.format(f"to be rebuilt, part {part}") for part in range(number, number + 3))
        page = f"<html><body>{ticker if shown else ''}<main>{body}</main></body></html>"
        (folder / "index.html").write_text(page, encoding="utf-8")
        for _ in range(2):
            result = run(folder, "ingest", "--quiet")
            assert (result.returncode, told in result.stdout) == (code, bool(code)), (number, result.stdout)


@pytest.mark.parametrize(("whole", "code"), [(1, ExitCode.OK), (0, ExitCode.SOURCE_SILENT)])
def test_a_source_whose_stories_are_mute_is_told_to_cron(folder: Path, whole: int, code: ExitCode) -> None:
    """Its front page is as ever, and each page behind it is the empty shell of a script: only teasers would come."""
    pages = sorted((folder / "pages").iterdir())
    links = "".join(
        f"<article><h2><a href='pages/{page.name}'>The council of Almaly votes, part {page.stem}</a></h2>"
        "<p>The council voted on Tuesday to begin the work before winter, after three years of petitions.</p></article>"
        for page in pages
    )
    (folder / "index.html").write_text(f"<html><body><main>{links}</main></body></html>", encoding="utf-8")
    for page in pages[whole:]:
        page.write_text(
            "<html><body><h1>The council votes</h1><div id='app'></div></body></html>", encoding="utf-8"
        )
    config = "[sources.saved]\npages = ['index.html']\nfollow = ['/pages/']\n"
    (folder / "config.toml").write_text(config, encoding="utf-8")
    result = run(folder, "ingest", "--quiet")
    told = "saved: no story on any of the 3 pages that it leads to; has the site changed?"
    assert (result.returncode, told in result.stdout) == (code, bool(code)), result.stdout


@pytest.mark.parametrize(
    ("byline", "body", "fields"),
    [
        ("p", "p", None),
        (".writer", "p", "byline"),
        (".writer", ".old-body", "body and byline"),
    ],
)
def test_selectors_that_match_nowhere_any_more_are_told_to_cron(
    folder: Path, byline: str, body: str, fields: str | None
) -> None:
    """The rules still find stories on a page made anew, but not what the source's selectors told them."""
    fields_of = f"title = ['h2.none', 'h1']\nbyline = ['{byline}']\nbody = ['{body}']\n"
    selectors = f"[sources.saved.selectors]\n{fields_of}"
    (folder / "config.toml").write_text(f"[sources.saved]\npages = ['pages']\n{selectors}", encoding="utf-8")
    result = run(folder, "ingest", "--quiet")
    if fields is None:
        assert (result.returncode, result.stdout) == (ExitCode.OK, "")
    else:
        assert result.returncode == ExitCode.SOURCE_SILENT
        assert f"saved: its selectors for {fields} match on none of " in result.stdout


def test_a_source_of_which_no_page_came_is_not_said_to_have_changed(folder: Path) -> None:
    """What cannot be had says nothing of the site."""
    (folder / "config.toml").write_text('[sources.saved]\npages = ["nowhere.html"]\n', encoding="utf-8")
    result = run(folder, "ingest", "--quiet")
    assert result.returncode == ExitCode.SOURCE_SILENT
    assert "saved: no page came" in result.stdout
    assert "has the site changed" not in result.stdout


def test_cron_hears_nothing_when_all_is_well(folder: Path) -> None:
    """With --quiet a good run prints nothing, on either stream."""
    result = run(folder, "ingest", "--quiet")
    assert (result.returncode, result.stdout, result.stderr) == (ExitCode.OK, "", "")


def test_progress_is_drawn_on_a_terminal_only(folder: Path) -> None:
    """A person at a terminal sees pages counted; a pipe or cron sees no such line."""
    terminal, inside = pty.openpty()
    process = subprocess.Popen(
        [PIPELINE, "ingest"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=inside,
        env={**os.environ, "TERM": "xterm"},
    )
    process.communicate(timeout=60)
    os.close(inside)
    drawn = os.read(terminal, 100_000).decode()
    os.close(terminal)
    assert "pages" in drawn
    assert run(folder, "ingest").stderr == ""


def test_wrong_configuration_stops_before_anything_is_written(folder: Path) -> None:
    """A mistake in config.toml ends with code 2, its place, and no database."""
    (folder / "config.toml").write_text("[sources.saved]\npage = []\n", encoding="utf-8")
    result = run(folder, "ingest")
    assert result.returncode == ExitCode.BAD_INPUT
    assert "config.toml:2: sources.saved.page: unknown key; did you mean 'pages'?" in result.stderr
    assert not (folder / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ingest", "--source", "nope"], "there is no source 'nope'; there are: saved"),
        (["ingest", "--config", "none.toml"], "none.toml: cannot be read"),
        (["swim"], "No such command 'swim'"),
        (["ingest", "--again", "--from", "a.warc.gz"], "--again asks sites for pages, and --from asks none"),
        (["parse", "--json", "--markdown", "pages"], "--json and --markdown: take one"),
        (["parse", "--json", "--explain", "pages"], "--json and --explain: take one; --json has the rules"),
        (["parse", "--url", "a.example", "pages/1.html"], "--url a.example: no http(s) URL"),
        (["parse", "--source", "saved"], "--source is for PLACES"),
        (["parse", "--explain"], "--explain is for PLACES"),
        (["parse", "ftp://a.example/1"], "ftp://a.example/1: only http:// and https:// URLs, files and"),
        (["ingest", "--source", "empty"], "config.toml: sources.empty: it names no `pages`, `feeds` or"),
        (["export", "articles", "--epoch", "abc"], "name the cursor, too, with --since"),
    ],
)
def test_a_wrong_command_line_is_answered_with_a_sentence(
    folder: Path, arguments: list[str], sentence: str
) -> None:
    """What was typed wrongly is said without a traceback."""
    with (folder / "config.toml").open("a") as file:
        file.write("[sources.empty]\nenabled = false\n")
    if arguments[0] == "export":
        run(folder, "ingest")
    result = run(folder, *arguments)
    assert result.returncode == ExitCode.BAD_INPUT
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_a_line_that_is_no_record_stops_load_with_its_number(folder: Path) -> None:
    """Garbage on stdin is bad input, not a crash."""
    result = run(folder, "load", stdin="hello\n")
    assert result.returncode == ExitCode.BAD_INPUT
    assert "stdin, line 1: no PageToLoad record" in result.stderr


@pytest.mark.parametrize("command", ["parse", "load"])
def test_bytes_that_are_no_text_are_bad_input(folder: Path, command: str) -> None:
    """A zipped or broken file sent down the pipe is named by its line; it is not taken for a fault of ours."""
    result = run(folder, command, stdin=b"\n\x1f\x8b\n")
    assert result.returncode == ExitCode.BAD_INPUT
    assert "stdin, line 2: not UTF-8, byte 2" in result.stderr


def test_stdin_without_an_end_is_bad_input(folder: Path) -> None:
    """What goes on and on is refused at a limit, before it fills the memory."""
    command = [sys.executable, "-m", "pipeline"]
    with Path("/dev/zero").open("rb") as endless:
        for arguments in (["load"], ["parse", "-"]):
            result = subprocess.run(
                [*command, *arguments], cwd=folder, stdin=endless, capture_output=True, text=True, check=False
            )
            assert result.returncode == ExitCode.BAD_INPUT
            assert "stdin" in result.stderr
            assert " MB" in result.stderr


def test_parse_shows_a_file_to_a_person_and_to_a_program(folder: Path) -> None:
    """The same page reads as text for a person, as JSON, as Markdown, and with its rules with --explain."""
    page = "pages/1.html"
    assert "Bridge to be rebuilt in Almaly" in run(folder, "parse", page).stdout
    record = json.loads(run(folder, "parse", "--json", page).stdout)
    assert record["kind"] == "article"
    assert record["articles"][0]["text"].count("\n\n") == 2
    markdown = run(folder, "parse", "--markdown", page).stdout
    assert markdown == f"# Bridge to be rebuilt in Almaly\n\n{record['articles'][0]['markdown']}\n"
    explained = run(folder, "parse", "--explain", page).stdout
    assert re.search(r"✓ title +\S+", explained)
    assert "✓ body" in explained


def test_explain_names_the_rule_of_what_is_left_out(folder: Path) -> None:
    """On a listing: its header, its paging, the small print, each with the place."""
    page = ROOT / "fixtures" / "pages" / "listing-russian-teasers.html"
    explained = run(folder, "parse", "--explain", str(page)).stdout
    assert re.search(r"left out furniture <header> +Степной вестник", explained)
    assert re.search(r"left out paging +Страница 1 из 20", explained)
    assert "left out" not in run(folder, "parse", str(page)).stdout


def test_parse_reads_a_folder_in_order(folder: Path) -> None:
    """A folder stands for every page in it, in the order of their names."""
    lines = run(folder, "parse", "--json", "pages").stdout.splitlines()
    titles = [json.loads(line)["articles"][0]["title"].split()[0] for line in lines]
    assert titles == ["Bridge", "School", "Market"]


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    """`pipeline fetch | head -1` ends without a complaint, and as well as without `head`."""
    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {PIPELINE} fetch | head -c 1"],
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (ExitCode.OK, b"{", b"")


def test_records_are_utf8_in_every_locale(folder: Path) -> None:
    """Where the terminal speaks another charset, records and tables still leave as UTF-8."""
    page = STORY.format(title="Мост в Алмалы построят заново", slug="story-4")
    (folder / "pages/1.html").write_text(page, encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    for arguments in (["fetch"], ["parse", "pages/1.html"]):
        result = subprocess.run(
            [PIPELINE, *arguments], cwd=folder, env=env, capture_output=True, timeout=60, check=False
        )
        assert result.returncode == ExitCode.OK, result.stderr
        result.stdout.decode("utf-8")


def test_what_ends_too_early_within_is_no_interrupt(folder: Path) -> None:
    """A module that was compiled onto a full disk is torn: `EOFError`, which click takes for a person's Ctrl-D."""
    script = """
import sys
from pipeline.cli import main

class Torn:
    def find_spec(self, name, path=None, target=None):
        if name == "pipeline.cli.queries":
            raise EOFError("marshal data too short")

sys.meta_path.insert(0, Torn())
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", script, "search", "x"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == ExitCode.BUG
    assert "marshal data too short" in done.stderr


def test_a_full_disk_under_the_output_is_told_as_such(folder: Path) -> None:
    """Records that cannot be written are a storage fault with a sentence, not a fault of the program."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [PIPELINE, "fetch"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert result.returncode == ExitCode.STORAGE
    assert "the output cannot be written" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_streams_that_nobody_reads(folder: Path, closed: str) -> None:
    """A daemon may start us without them; a run does its work, and its files are not taken for them."""
    command = f"{PIPELINE} ingest {closed}"
    result = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (ExitCode.OK, b"")
    assert (b"saved" in result.stdout) == (">&-" not in closed.split())
    assert rows(folder, "SELECT count(*) FROM v1_articles") == [(3,)]


def test_a_stage_left_out_of_the_pipe_is_noticed(folder: Path) -> None:
    """`fetch | load` without parse between them is bad input, not a run without articles."""
    result = run(folder, "load", stdin=run(folder, "fetch").stdout)
    assert result.returncode == ExitCode.BAD_INPUT
    assert "`pipeline parse` writes such lines" in result.stderr


def test_pages_over_the_limit_are_counted_as_left_out(folder: Path) -> None:
    """Three pages and a limit of one: two are left out, none failed, and the run is a good one."""
    (folder / "config.toml").write_text(
        '[sources.saved]\npages = ["pages"]\nmax_pages = 1\n', encoding="utf-8"
    )
    result = run(folder, "ingest")
    assert result.returncode == ExitCode.OK
    assert re.search(r"^saved +1 +0 +1 +2 ", result.stdout, re.MULTILINE)
    assert "2 pages left out; `max_pages` is 1" in result.stdout


def test_a_run_names_the_sources_whose_pages_came(folder: Path) -> None:
    """`load` is not told which sources were asked for: its run names those that it saw."""
    text = (folder / "config.toml").read_text(encoding="utf-8")
    (folder / "config.toml").write_text(text + '[sources.other]\npages = ["other"]\n', encoding="utf-8")
    run(
        folder,
        "load",
        stdin=run(folder, "parse", stdin=run(folder, "fetch", "--source", "saved").stdout).stdout,
    )
    assert rows(folder, "SELECT sources FROM v1_runs") == [('["saved"]',)]


@pytest.fixture
def slow_run(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """An ingest that has loaded the saved pages and then waits for a next one that never comes."""
    lines = run(folder, "parse", stdin=run(folder, "fetch").stdout).stdout
    loader = subprocess.Popen(
        [PIPELINE, "load"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert loader.stdin is not None
        loader.stdin.write(lines)
        loader.stdin.flush()
        _wait_for_articles(folder, 3)
        yield loader
    finally:
        loader.kill()
        loader.communicate()


def _wait_for_articles(folder: Path, count: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            if rows(folder, "SELECT count(*) FROM v1_articles") == [(count,)]:
                return
        except sqlite3.OperationalError:
            pass
        time.sleep(0.05)
    raise AssertionError("the run did not load its pages in time")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_run_keeps_what_was_done(
    folder: Path, slow_run: subprocess.Popen[str], number: signal.Signals
) -> None:
    """Ctrl-C, `kill` and a closed terminal end a run with code 130; its pages stay and its row says how it ended."""
    slow_run.send_signal(number)
    output, errors = slow_run.communicate(timeout=30)
    assert slow_run.returncode == ExitCode.INTERRUPTED
    assert "interrupted; every finished page is kept" in output + errors
    assert "Traceback" not in errors
    assert rows(folder, "SELECT count(*) FROM v1_articles") == [(3,)]
    assert rows(folder, "SELECT status FROM v1_runs") == [("interrupted",)]


def test_a_second_run_says_that_the_first_is_there(folder: Path, slow_run: subprocess.Popen[str]) -> None:
    """Two runs never write to one database at a time; the second leaves with code 6 and a sentence."""
    second = run(folder, "ingest")
    assert slow_run.poll() is None
    assert second.returncode == ExitCode.LOCKED
    assert "another run is writing to" in second.stderr


def test_a_killed_run_frees_the_lock_and_is_told_apart(folder: Path, slow_run: subprocess.Popen[str]) -> None:
    """After kill -9 the next run starts at once, and the dead run's row says that it crashed."""
    assert " running " in run(folder, "status").stdout
    slow_run.kill()
    slow_run.wait(timeout=30)
    assert " crashed " in run(folder, "status").stdout
    assert run(folder, "ingest").returncode == ExitCode.OK
    assert rows(folder, "SELECT status FROM v1_runs ORDER BY id") == [("crashed",), ("finished",)]


def test_a_saved_page_is_read_as_the_page_that_it_was(folder: Path) -> None:
    """With its URL its links lead to the site; without, they are those of a file. A folder has no one URL."""
    (folder / "page.html").write_text(
        STORY.format(title="Bridge", slug="1").replace("https://steppe-herald.example/1", "/2026/bridge"),
        encoding="utf-8",
    )
    told = json.loads(
        run(folder, "parse", "--json", "--url", "https://herald.example/x/", "page.html").stdout
    )
    assert (told["url"], told["articles"][0]["url"]) == (
        "https://herald.example/x/",
        "https://herald.example/2026/bridge",
    )
    assert run(folder, "parse", "--url", "https://herald.example/", "pages").returncode == ExitCode.BAD_INPUT


def test_a_page_on_stdin_is_read_like_a_file(folder: Path) -> None:
    """`curl … | pipeline parse -`; beside other places it would be read once for all, or never."""
    page = (folder / "pages/1.html").read_text(encoding="utf-8")
    told = json.loads(
        run(folder, "parse", "--json", "--url", "https://herald.example/x/", "-", stdin=page).stdout
    )
    assert (told["url"], len(told["articles"])) == ("https://herald.example/x/", 1)
    beside = run(folder, "parse", "-", "pages", stdin=page)
    assert (beside.returncode, "stands alone" in beside.stderr) == (ExitCode.BAD_INPUT, True)


def test_help_says_each_command_in_a_whole_sentence(folder: Path) -> None:
    """On a terminal of 80 columns no summary is cut off."""
    told = run(folder, "--help").stdout.partition("Commands:\n")[2].splitlines()
    assert {line.split()[0] for line in told} >= {"ingest", "search", "reference"}
    assert [line for line in told if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["search", "bridge"], {"aiohttp", "httpx", "pipeline.fetch", "pipeline.parse", "sqlite_utils"}),
        (["parse", "pages/1.html"], {"aiohttp", "httpx", "bs4", "sqlite_utils"}),
    ],
)
def test_a_command_waits_for_nothing_that_it_does_not_use(
    folder: Path, arguments: list[str], heavy: set[str]
) -> None:
    """Who asks the database imports no parser, who reads a file no network."""
    run(folder, "ingest")
    script = (
        "import sys; from pipeline.cli import pipeline; pipeline.main(sys.argv[1:], standalone_mode=False);"
        " print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "Bridge to be rebuilt" in done.stdout
    assert heavy & set(done.stdout.split()) == set()


def test_status_without_a_database_makes_none(folder: Path) -> None:
    """Asking for the status of a database that is not there says so, and does not make one."""
    result = run(folder, "status")
    assert result.returncode == ExitCode.STORAGE
    assert "there is no database yet" in result.stderr
    assert not (folder / "data").exists()


def test_status_shows_sources_runs_and_counts(folder: Path) -> None:
    """`pipeline status` tells what is configured, how the last runs went, and what the database holds."""
    run(folder, "ingest")
    shown = run(folder, "status").stdout
    assert re.search(r"saved +on +3 +0 +3 +0 +\S+ \d\d:\d\d +never *$", shown, re.MULTILINE)
    assert "finished" in shown
    assert re.search(r"3 articles", shown)


def test_status_names_the_file_as_it_is_called(folder: Path) -> None:
    """Brackets in a name are no colours, and a long name is not broken."""
    name = f"[red]{'long' * 50}.db"
    with (folder / "config.toml").open("a") as file:
        file.write(f'[pipeline]\ndatabase = "{name}"\n')
    run(folder, "ingest")
    assert f"{folder / name}: 3 articles, " in run(folder, "status").stdout


def test_status_is_whole_on_a_narrow_terminal(folder: Path) -> None:
    """However narrow the terminal, no column of the status is cut or dropped."""
    run(folder, "ingest")
    terminal, inside = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "40"}
    subprocess.run([PIPELINE, "status"], cwd=folder, stdout=inside, env=env, timeout=60, check=True)
    os.close(inside)
    drawn = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", os.read(terminal, 100_000).decode())
    os.close(terminal)
    assert "\N{HORIZONTAL ELLIPSIS}" not in drawn
    assert re.search(r"^1 +finished +3 +0 +3 .* 20\d\d-\d\d-\d\d \d\d:\d\d +0:00:\d\d", drawn, re.MULTILINE)


def test_search_shows_the_best_story_first(folder: Path) -> None:
    """The id that `diff` takes, date, headline and the words around what was found; or that there is nothing."""
    run(folder, "ingest")
    found = run(folder, "search", "bridges", "rebuil*")
    assert found.returncode == ExitCode.OK
    assert (told := re.fullmatch(r" +(\d+)  no date +(Bridge .*)\n +\S.*\[.*\n", found.stdout))
    assert told[2] in run(folder, "diff", told[1], "--json").stdout
    nothing = run(folder, "search", "unicorn")
    assert (nothing.returncode, nothing.stdout) == (ExitCode.OK, "nothing found\n")
    for words in ("*", '"', "-- !"):
        refused = run(folder, "search", "--", words)
        assert (refused.returncode, "no letter or digit" in refused.stderr) == (ExitCode.BAD_INPUT, True)
    everywhere = run(folder, "search", "council", "--limit", "2").stdout.splitlines()
    assert [line.split()[0].isdigit() for line in everywhere[::2]] == [True, True]
