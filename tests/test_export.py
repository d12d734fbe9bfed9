"""Exports: the same rows in every format, read back by other programs."""

import csv
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from pipeline import export
from pipeline.cli import pipeline
from pipeline.errors import BadInput, StorageFault
from pipeline.load import exported
from tests.load.records import SITE, TICKER, listing, load, own_page, rows, story, teaser


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with stories and quotes, one of them with a headline that a spreadsheet would run."""
    path = tmp_path / "herald.db"
    formula = story(2, title="=HYPERLINK(A1)", authors=("@desk", "B. Tilek"), tags=("snow", "ice"))
    load(path, listing(story(1), quotes=TICKER), own_page(formula, url=f"{SITE}/2"))
    return path


def written(path: Path, what: str, form: str, since: int = 0) -> bytes:
    output = io.BytesIO()
    with exported(path, what, since) as found:
        export.write(found, form, output)
    return output.getvalue()


def parquet(sql: str) -> list[tuple[object, ...]]:
    """What a program with nothing but DuckDB gets."""
    with duckdb.connect() as connection:
        found: list[tuple[object, ...]] = connection.execute(sql).fetchall()
    return found


@pytest.mark.parametrize("what", ["articles", "quotes"])
def test_every_format_holds_every_row(path: Path, tmp_path: Path, what: str) -> None:
    """JSON Lines, CSV and Parquet say what the view says, column by column."""
    view = rows(path, f"SELECT * FROM v1_{what} ORDER BY id")
    lines = [json.loads(line) for line in written(path, what, "jsonl").splitlines()]
    plain = [
        {name: json.dumps(value) if isinstance(value, list) else value for name, value in line.items()}
        for line in lines
    ]
    assert [list(line) for line in plain] == [list(row) for row in view]
    assert [line["id"] for line in plain] == [row["id"] for row in view]
    table = list(csv.reader(io.StringIO(written(path, what, "csv").decode(), newline="")))
    assert table[0] == list(view[0])
    assert len(table) == len(view) + 1
    with export.opened(tmp_path / "x.parquet") as file, exported(path, what) as found:
        export.write(found, "parquet", file)
    assert parquet(f"SELECT * FROM '{tmp_path / 'x.parquet'}' ORDER BY id") == [
        tuple(row.values()) for row in view
    ]


def test_a_spreadsheet_runs_nothing(path: Path) -> None:
    """A headline that begins like a formula is text; a change of -0.35 stays a number."""
    articles = list(csv.DictReader(io.StringIO(written(path, "articles", "csv").decode(), newline="")))
    assert "'=HYPERLINK(A1)" in {row["title"] for row in articles}
    quotes = list(csv.DictReader(io.StringIO(written(path, "quotes", "csv").decode(), newline="")))
    assert "-0" in {row["change_text"] for row in quotes}


def test_since_a_cursor_comes_what_changed(path: Path) -> None:
    """Nothing at once, then the new story alone; a cursor of another file is refused."""
    with exported(path, "articles") as found:
        cursor, epoch = found.cursor, found.epoch
    assert written(path, "articles", "jsonl", cursor) == b""
    load(path, own_page(story(7), url=f"{SITE}/7"))
    (line,) = written(path, "articles", "jsonl", cursor).splitlines()
    assert json.loads(line)["title"] == story(7).title
    with exported(path, "articles", cursor, epoch):
        pass
    with pytest.raises(BadInput, match="anew"), exported(path, "articles", cursor, "another"):
        pass


@pytest.mark.parametrize("form", export.FORMATS)
def test_what_is_gone_since_a_cursor_is_told(tmp_path: Path, form: str) -> None:
    """Two teasers that turned out to be one story: a row of JSON Lines, and a sentence beside what has no such rows."""
    load(tmp_path / "p.db", own_page(teaser(1), url=f"{SITE}/1"), own_page(teaser(2), url=f"{SITE}/2"))
    load(tmp_path / "p.db", own_page(story(1, url=f"{SITE}/1"), url=f"{SITE}/2", hour=1))
    (tmp_path / "config.toml").write_text('[pipeline]\ndatabase = "p.db"\n[sources.s]\npages = ["x"]\n')
    where = ("--config", str(tmp_path / "config.toml"), "--output", str(tmp_path / "out"))
    told = CliRunner().invoke(pipeline, ("export", "articles", "--since", "1", "--format", form, *where))
    removed = b'{"id": 2, "removed": true}' in (tmp_path / "out").read_bytes()
    assert (removed, "id 2\n" in told.stderr) == (form == "jsonl", form != "jsonl")


def test_an_empty_database_gives_an_empty_table(tmp_path: Path) -> None:
    """The columns are there all the same."""
    load(tmp_path / "empty.db")
    assert written(tmp_path / "empty.db", "quotes", "csv").startswith(b"id,source,kind")
    with export.opened(tmp_path / "e.parquet") as file, exported(tmp_path / "empty.db", "quotes") as found:
        export.write(found, "parquet", file)
    assert parquet(f"SELECT count(*) FROM '{tmp_path / 'e.parquet'}'") == [(0,)]


def test_a_file_is_there_whole_or_not_at_all(path: Path, tmp_path: Path) -> None:
    """An export that breaks off leaves the old file, and nothing beside it."""
    target = tmp_path / "out.jsonl"
    target.write_text("old")

    def break_off() -> None:
        with export.opened(target) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert target.read_text() == "old"
    assert not list(tmp_path.glob("*.writing"))
    with (
        pytest.raises(StorageFault, match=r"nowhere/x: it cannot"),
        export.opened(tmp_path / "nowhere" / "x"),
    ):
        pass
    assert path.exists()


def test_what_stands_at_the_place_stays_what_it_is(tmp_path: Path) -> None:
    """A link leads where it led, a file keeps its mode, and who reads from a pipe gets the rows."""
    target, link, pipe = tmp_path / "target", tmp_path / "link", tmp_path / "pipe"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)
    os.mkfifo(pipe)
    with export.opened(link) as file:
        file.write(b"new")
    assert (link.readlink(), target.read_text(), target.stat().st_mode & 0o777) == (target, "new", 0o600)
    with ThreadPoolExecutor() as threads:
        read = threads.submit(pipe.read_bytes)
        with export.opened(pipe) as file:
            file.write(b"rows")
        assert read.result(timeout=10) == b"rows"
    assert pipe.is_fifo()


@pytest.mark.parametrize("form", export.FORMATS)
def test_a_full_disk_is_told_without_a_backtrace(
    path: Path, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """The fault is the operating system's, whoever writes; nothing of a library's insides is printed."""
    with (
        pytest.raises(StorageFault, match="No space left on device"),
        exported(path, "articles", 0) as found,
        export.opened(Path("/dev/full")) as file,
    ):
        export.write(found, form, file)
    assert capfd.readouterr() == ("", "")
