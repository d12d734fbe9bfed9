"""Whole runs that end badly: killed at any moment, without room on the disk, over damaged files.

PIPELINE_KILLS is how often a run is killed, 8 times where it is not set.
"""

import os
import random
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.archive import ArchiveReader
from pipeline.config import Config, load_config
from pipeline.errors import ExitCode
from pipeline.load import content_digest
from pipeline.records import Archived
from pipeline.run import rebuild
from pipeline.summary import RunSummary
from tests import FIXTURES
from tests.command_line import run
from tests.load.records import rows

PIPELINE = str(Path(sys.executable).with_name("pipeline"))
SITE = FIXTURES / "site"
LIMITED = """
import os, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
os.execv(sys.argv[1], sys.argv[1:])
"""
KILLS = int(os.environ.get("PIPELINE_KILLS", "8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a configuration whose source is the sample site."""
    (tmp_path / "config.toml").write_text(
        f'[pipeline]\ndatabase = "p.db"\n[sources.s]\npages = ["{SITE}"]\n'
        'base_url = "https://steppe-herald.example/"\n'
    )
    return tmp_path


def command(folder: Path, *words: str, limit: int = 0) -> subprocess.CompletedProcess[str]:
    """One command; with a `limit` no file may grow past so many bytes, which looks like a full disk."""
    if not limit:
        return run(folder, *words)
    program = [sys.executable, "-c", LIMITED.format(limit=limit), PIPELINE, *words]
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def stories(path: Path) -> list[tuple[object, ...]]:
    return [
        tuple(row.values())
        for row in rows(path, "SELECT source, url, title, text FROM v1_articles ORDER BY 3, 4")
    ]


def content(folder: Path) -> Config:
    return load_config(folder / "config.toml")


def drain(outcomes: object) -> None:
    for _ in outcomes:  # type: ignore[attr-defined]
        pass


def test_a_run_that_is_killed_at_any_moment_loses_nothing(folder: Path) -> None:
    """After each kill the file is sound; at the end it says what an undisturbed run says, and what the archive says."""
    began = time.monotonic()
    subprocess.run([PIPELINE, "ingest"], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    took = time.monotonic() - began
    expected = stories(folder / "p.db")
    moments = random.Random(7)
    for kill in range(KILLS):
        with subprocess.Popen([PIPELINE, "ingest"], cwd=folder, stdout=subprocess.DEVNULL) as process:
            time.sleep((0.2 + 0.9 * (kill + moments.random()) / KILLS) * took)  # each in a part of its own
            process.kill()
        assert list(rebuild.checked(content(folder))) == []
    assert command(folder, "ingest").returncode == ExitCode.OK
    assert list(rebuild.checked(content(folder))) == []
    assert stories(folder / "p.db") == expected
    twice = "SELECT warc_file FROM v1_captures GROUP BY warc_file, warc_offset HAVING count(*) > 1"
    assert rows(folder / "p.db", twice) == []
    before = content_digest(folder / "p.db")
    drain(rebuild.rebuild(content(folder), RunSummary()))
    assert content_digest(folder / "p.db") == before


@pytest.mark.parametrize("limit", [4_000, 30_000, 120_000, 300_000])
def test_a_full_disk_is_a_sentence_and_the_next_run_goes_on(folder: Path, limit: int) -> None:
    """Whether the archive or the database meets it first."""
    full = command(folder, "ingest", limit=limit)
    assert full.returncode == ExitCode.STORAGE, full.stderr
    assert "Traceback" not in full.stderr
    assert "cannot be written" in full.stderr or "the disk" in full.stderr
    assert command(folder, "ingest").returncode == ExitCode.OK
    assert list(rebuild.checked(content(folder))) == []


def test_a_full_disk_is_no_hindrance_to_readers(folder: Path) -> None:
    """Even to read, SQLite wants to make a file beside the database; without room for that it is read all the same."""
    assert command(folder, "ingest").returncode == ExitCode.OK
    for words in (("status",), ("search", "ferry"), ("diff", "1"), ("export", "articles", "--output", "-")):
        read = command(folder, *words, limit=2_000)
        assert (read.returncode, bool(read.stdout)) == (ExitCode.OK, True), read.stderr
    full = command(folder, "rebuild", limit=2_000)
    assert (full.returncode, "the disk" in full.stderr) == (ExitCode.STORAGE, True)


def test_a_damaged_database_is_found_and_made_again_from_the_archive(folder: Path) -> None:
    """`check` names the damage and leaves with its code, no command shows a traceback, `rebuild` mends it."""
    command(folder, "ingest")
    path = folder / "p.db"
    before = content_digest(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        for place in range(40_000, size - 4096, 16_384):
            file.seek(place)
            file.write(b"\x5a" * 512)
    checked = command(folder, "check")
    assert checked.returncode == ExitCode.STORAGE
    assert "damaged" in checked.stdout + checked.stderr
    for words in (("check",), ("status",), ("ingest",), ("rejects",)):
        assert "Traceback" not in command(folder, *words).stderr
    path.unlink()
    for left in folder.glob("p.db-*"):
        left.unlink()
    drain(rebuild.rebuild(content(folder), RunSummary()))
    assert content_digest(path) == before


def test_a_damaged_archive_is_found(folder: Path) -> None:
    """Bytes that changed on the disk: the page is named, and the others are still read."""
    command(folder, "ingest")
    config = content(folder)
    [file] = ArchiveReader(config.pipeline.archive_folder).files()
    with file.open("r+b") as archive:
        archive.seek(file.stat().st_size // 2)
        archive.write(b"\x5a" * 40)
    checked = command(folder, "check")
    assert checked.returncode == ExitCode.STORAGE
    assert "Traceback" not in checked.stderr
    assert "archive" in checked.stdout + checked.stderr


def test_what_a_power_cut_took_from_the_archive_is_stored_again(folder: Path) -> None:
    """The database was on the disk before the last pages of the archive: what comes then refers to none of those, nor
    stands where they stood, and the run says so.
    """
    command(folder, "ingest")
    config = content(folder)
    archive = ArchiveReader(config.pipeline.archive_folder)
    [file] = archive.files()
    with file.open("r+b") as torn:
        torn.truncate(file.stat().st_size // 2)
    (file.parent / "whole").unlink()
    told = command(folder, "ingest")
    assert (told.returncode, "a power cut" in told.stderr) == (ExitCode.OK, True), told.stderr
    sql = "SELECT warc_file, warc_offset, digest FROM v1_captures WHERE run_id = 2"
    places = [
        (Archived(row["warc_file"], row["warc_offset"]), row["digest"]) for row in rows(folder / "p.db", sql)
    ]
    assert len(places) > 3
    for place, digest in places:
        assert place.file != file.name
        assert f"sha256:{sha256(archive.page(place).body).hexdigest()}" == digest
    assert "a power cut" not in command(folder, "ingest").stderr
