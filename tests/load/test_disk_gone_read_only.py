"""A file system that turns read-only in the middle of a run, as Linux does with one that shows an error."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from tests.load.records import rows

PAGES = 400
STORY = "<title>Valley {0}</title><article><h1>Valley {0} moves</h1><p>{1}</p></article>"


class Disk:
    """A small ext4 of its own, in a file, that can be made to fail."""

    def __init__(self, folder: Path) -> None:
        self._image = folder / "disk.img"
        self.path = folder / "disk"
        self.path.mkdir()
        with self._image.open("wb") as image:
            image.truncate(64 * 2**20)
        self._run("mkfs.ext4", "-q", str(self._image))
        self.mount()

    def mount(self) -> None:
        self._run("mount", "-o", "loop,errors=remount-ro", str(self._image), str(self.path))

    def fail(self) -> None:
        """Let the file system believe that it is damaged: from now on it takes no writes, from anybody."""
        found = subprocess.run(
            ["findmnt", "-no", "SOURCE", str(self.path)], check=True, capture_output=True, text=True
        )
        Path("/sys/fs/ext4", Path(found.stdout.strip()).name, "trigger_fs_error").write_text("1")

    def unmount(self) -> None:
        self._run("umount", str(self.path))

    def mend(self) -> None:
        """What an administrator does."""
        self.unmount()
        with suppress(subprocess.CalledProcessError):  # its code says that it mended something
            self._run("e2fsck", "-fy", str(self._image))
        self.mount()

    @staticmethod
    def _run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Skips where the machine lets nobody mount one, or make it fail."""
    if shutil.which("mkfs.ext4") is None or shutil.which("findmnt") is None:
        pytest.skip("no mkfs.ext4 or findmnt")
    try:
        disk = Disk(tmp_path)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"this machine mounts no file: {error}")
    try:
        yield disk
    finally:
        disk.unmount()


def pipeline(disk: Disk, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pipeline", *words, "--config", str(disk.path / "config.toml")]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out + err


def loaded(path: Path) -> int:
    with suppress(Exception):  # it is not there yet, or has no tables
        return int(rows(path, "SELECT count(*) AS n FROM v1_captures")[0]["n"])
    return 0


def test_a_run_under_which_the_disk_turns_read_only_ends_in_a_sentence(disk: Disk, tmp_path: Path) -> None:
    """The next run on the mended disk brings what is missing, nothing twice, and the file is whole."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(PAGES):
        text = f"Snow fell over valley {number}. " * 40
        (pages / f"{number}.html").write_text(STORY.format(number, text))
    (disk.path / "config.toml").write_text(
        f'[pipeline]\ndatabase = "p.db"\n[sources.s]\npages = ["{pages}"]\nmax_pages = {PAGES}\n'
    )
    process = pipeline(disk, "ingest", "--quiet")
    while process.poll() is None and loaded(disk.path / "p.db") < PAGES // 8:
        time.sleep(0.02)
    subprocess.run(["sync", "--file-system", str(disk.path)], check=True)  # so that some of it stays
    try:
        disk.fail()
    except OSError as error:
        process.kill()
        pytest.skip(f"this file system cannot be made to fail: {error}")
    code, said = finished(process)
    assert code == ExitCode.STORAGE, said
    assert "Traceback" not in said
    assert "ead-only" in said or "disk" in said
    disk.mend()
    assert loaded(disk.path / "p.db") < PAGES
    code, said = finished(pipeline(disk, "ingest", "--quiet"))
    assert code == ExitCode.OK, said
    assert not said or said.endswith("of half a page were cut off\n")
    assert finished(pipeline(disk, "check"))[0] == ExitCode.OK
    found = rows(disk.path / "p.db", "SELECT count(*) AS n, count(DISTINCT title) AS titles FROM v1_articles")
    assert found == [{"n": PAGES, "titles": PAGES}]
