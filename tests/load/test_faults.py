"""What the world does to the file: other programs, full and forbidden disks, damage, and a kill."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import StorageFault
from pipeline.load import existing_database, open_database
from tests.load.records import NOON, SITE, listing, load, own_page, rows, story, write

PAGE = listing(*(story(number, url=f"{SITE}/{number}") for number in range(6)))
NOBODY = 65534


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; pytest's own may be entered by one only."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_reader_sees_whole_pages_while_others_are_written(path: Path) -> None:
    """A second connection reads before, between and after; it waits for nothing and never sees half a page."""
    load(path)
    with (
        closing(sqlite3.connect(path, timeout=0)) as reader,
        open_database(path, busy_timeout_s=0.1) as database,
    ):
        run_id = database.start_run(("herald",), NOON)
        for hour in range(5):
            write(database, run_id, listing(*(story(6 * hour + n) for n in range(6)), hour=hour))
            assert reader.execute("SELECT count(*) FROM v1_articles").fetchone() == (6 * (hour + 1),)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM v1_articles").fetchone()
        write(database, run_id, listing(story(99)))
        assert reader.execute("SELECT count(*) FROM v1_articles").fetchone() == (30,)


def test_a_locked_database_is_waited_for(path: Path) -> None:
    """Another program's short write delays a page and does not fail it."""
    with open_database(path, busy_timeout_s=20) as database:
        run_id = database.start_run(("herald",), NOON)
        with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
            other.execute("BEGIN IMMEDIATE")
            threading.Timer(0.3, other.execute, ["ROLLBACK"]).start()
            assert write(database, run_id, PAGE).articles_added == 6


def test_a_database_that_stays_locked_is_a_storage_fault(path: Path) -> None:
    """The sentence names the file and the reason; when the lock is gone, writing goes on."""
    with open_database(path, busy_timeout_s=0.1) as database:
        run_id = database.start_run(("herald",), NOON)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(
                StorageFault, match=r"herald\.db: another program .*database is locked"
            ) as caught:
                write(database, run_id, PAGE)
        assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
        assert write(database, run_id, PAGE).articles_added == 6


def test_a_full_disk_undoes_the_page_as_a_whole(path: Path) -> None:
    """When SQLite finds no room in the middle of a page nothing of that page stays, and all of those before it."""
    program = f"""
        import resource, signal
        from pathlib import Path
        from tests.load.records import *
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
        load(Path({str(path)!r}), *(listing(*(story(n) for n in range(9 * p, 9 * p + 9)), hour=p) for p in range(999)))
    """
    done = run_python(program)
    assert "StorageFault" in done.stderr
    assert "herald.db: the disk" in done.stderr
    assert_no_half_page(path, stories=9)
    assert len(load(path, listing(story(-1)))) == 1


def test_a_migration_that_finds_no_room_is_not_applied_by_half(path: Path) -> None:
    """All tables and views come in one transaction: a disk that fills in the middle of it leaves none of them."""
    program = f"""
        import resource, signal
        from pathlib import Path
        from tests.load.records import *
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        open_database(Path({str(path)!r}))
    """
    assert "StorageFault" in run_python(program).stderr
    assert rows(path, "SELECT name FROM sqlite_master") == []
    assert load(path, PAGE)[0].articles_added == 6


def test_a_killed_run_leaves_whole_pages_and_the_next_goes_on(path: Path) -> None:
    """After kill -9 in the middle of writing the file is sound, every page in it is whole, and the run has crashed."""
    program = f"""
        from itertools import count
        from pathlib import Path
        from pipeline.load import open_database
        from tests.load.records import *
        with open_database(Path({str(path)!r})) as database:
            run_id = database.start_run(("herald",), NOON)
            for page in count():
                numbers = range(9 * page, 9 * page + 9)
                write(database, run_id, listing(*(story(number) for number in numbers), hour=page % 24))
                print(page, flush=True)
    """
    for kill in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", dedented(program)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout
            for _ in range(random.Random(kill).randrange(1, 40)):
                writer.stdout.readline()
            time.sleep(random.Random(kill).random() / 200)
            writer.send_signal(signal.SIGKILL)
        assert_no_half_page(path, stories=9)
    load(path, PAGE)
    statuses = rows(path, "SELECT status, count(*) AS n FROM v1_runs GROUP BY status ORDER BY status")
    assert [tuple(row.values()) for row in statuses] == [("crashed", 6), ("finished", 1)]


def assert_no_half_page(path: Path, stories: int) -> None:
    """Every capture has all of its stories and its totals, and SQLite finds no fault."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        pages = connection.execute(
            "SELECT (SELECT count(*) FROM sightings WHERE capture_id = captures.id),"
            " articles_added + articles_changed + articles_unchanged FROM captures"
        ).fetchall()
    assert pages
    assert set(pages) == {(stories, stories)}


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    """Neither writing nor reading touches a file of another kind."""
    path.parent.mkdir()
    path.write_bytes(b"This is a shopping list, and a long one at that.\n" * 100)
    for way_in in (open_database, existing_database):
        with pytest.raises(StorageFault, match=r"herald\.db: it is no SQLite database"):
            way_in(path)
    assert path.read_bytes().startswith(b"This is a shopping list")


def test_a_damaged_database_is_a_storage_fault(path: Path) -> None:
    """Pages of garbage in the middle of the file are told as damage."""
    load(path, *(listing(*(story(n) for n in range(9 * p, 9 * p + 9))) for p in range(20)))
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = random.Random(1).randbytes(len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(StorageFault, match=r"herald\.db: it is damaged"):
        load(path, PAGE)


def test_a_folder_that_cannot_be_made_is_a_storage_fault(tmp_path: Path) -> None:
    """A file that stands where a folder should is named."""
    (tmp_path / "data").write_text("")
    with pytest.raises(StorageFault, match="data: the folder cannot be made"):
        open_database(tmp_path / "data" / "herald.db")


def test_a_folder_in_place_of_the_file_is_a_storage_fault(tmp_path: Path) -> None:
    """A folder cannot be opened as a database."""
    with pytest.raises(StorageFault, match="it cannot be opened or made"):
        open_database(tmp_path)


def test_a_read_only_file_can_be_read_and_not_written(open_folder: Path) -> None:
    """Who may only read the file and its folder gets the status; writing is refused with a sentence."""
    path = open_folder / "herald.db"
    load(path, PAGE)
    path.chmod(0o444)
    open_folder.chmod(0o555)
    program = f"""
        import os
        import sqlite_utils  # now: nobody else may be let in where Python lies
        from pathlib import Path
        from pipeline.load import open_database_to_read
        from tests.load.records import *
        if os.geteuid() == 0:  # whom no permission binds
            os.seteuid({NOBODY})
        with open_database_to_read(Path({str(path)!r})) as reader:
            print(reader.counts().articles)
        load(Path({str(path)!r}), listing(story(1)))
    """
    done = run_python(program)
    assert done.stdout == "6\n", done.stderr
    assert "StorageFault" in done.stderr
    assert "herald.db: it is read-only" in done.stderr
    open_folder.chmod(0o755)


def test_a_folder_that_may_not_be_entered_is_a_storage_fault(open_folder: Path) -> None:
    """Whoever may not even look whether there is a database is told so, and not that there is none."""
    path = open_folder / "closed" / "herald.db"
    path.parent.mkdir()
    load(path, PAGE)
    path.parent.chmod(0)
    program = f"""
        import os
        import sqlite_utils  # now: nobody else may be let in where Python lies
        from pathlib import Path
        from pipeline.load import existing_database
        if os.geteuid() == 0:
            os.seteuid({NOBODY})
        existing_database(Path({str(path)!r}))
    """
    assert "herald.db: it cannot be looked at (Permission denied)" in run_python(program).stderr
    path.parent.chmod(0o755)


def test_pages_that_only_the_wal_holds_are_never_passed_over(open_folder: Path, path: Path) -> None:
    """Where a killed run left a -wal file and the folder is read-only, there is a sentence and no old status."""
    load(path)
    with open_database(path) as database:
        write(database, database.start_run(("herald",), NOON), PAGE)
        for file in (path, path.with_name(path.name + "-wal")):
            Path(shutil.copy(file, open_folder)).chmod(0o444)
    open_folder.chmod(0o555)
    program = f"""
        import os
        import sqlite_utils  # now: nobody else may be let in where Python lies
        from pathlib import Path
        from pipeline.load import existing_database
        if os.geteuid() == 0:  # whom no permission binds
            os.seteuid({NOBODY})
        existing_database(Path({str(open_folder / path.name)!r}))
    """
    assert "StorageFault" in run_python(program).stderr
    open_folder.chmod(0o755)


READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def on_read_only_files(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run the command line where the file system that holds `folder` takes no writes, which no user can get around."""
    program = (sys.executable, "-m", "pipeline", *command, "--config", str(folder / "config.toml"))
    return subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", READ_ONLY, str(folder), *program],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(
    subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "true"], check=False, capture_output=True
    ).returncode
    != 0,
    reason="this machine allows no mounts of one's own",
)
def test_a_file_system_gone_read_only_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """What writes says so and changes nothing; what reads goes on; a run on the mended disk goes on, too."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "1.html").write_text(
        f"<title>A story</title><article><h1>Valley 1 moves</h1><p>{'Snow fell. ' * 60}</p>"
    )
    (tmp_path / "config.toml").write_text('[pipeline]\ndatabase = "p.db"\n[sources.s]\npages = ["pages"]\n')
    config = str(tmp_path / "config.toml")
    run = [sys.executable, "-m", "pipeline", "ingest", "--quiet", "--config", config]
    assert subprocess.run(run, check=False).returncode == 0
    before = (tmp_path / "p.db").read_bytes()
    for command in ("ingest", "rebuild", "redrive"):
        done = on_read_only_files(tmp_path, command)
        assert (done.returncode, done.stderr.count("\n")) == (5, 1)
        assert "Read-only file system" in done.stderr
    reading = (("status",), ("search", "valley"), ("export", "articles"), ("check",), ("replay", "--dry-run"))
    for words in reading:
        done = on_read_only_files(tmp_path, *words)
        assert (done.returncode, bool(done.stdout)) == (0, True)
    assert (tmp_path / "p.db").read_bytes() == before
    assert subprocess.run(run, check=False).returncode == 0


def test_an_error_in_the_middle_of_a_page_undoes_it(path: Path) -> None:
    """A fault that is no fault of storage is raised as it is, and nothing of the page stays."""
    load(path, own_page(story(1), url=f"{SITE}/1"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER t BEFORE INSERT ON quotes BEGIN SELECT RAISE(ABORT, 'no quotes today'); END"
        )
    with pytest.raises(sqlite3.IntegrityError, match="no quotes today"):
        load(path, PAGE)
    counts = "SELECT (SELECT count(*) FROM captures) AS captures, (SELECT count(*) FROM articles) AS articles"
    assert rows(path, counts) == [{"captures": 1, "articles": 1}]


def run_python(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program of its own from the folder of the project."""
    command = [sys.executable, "-c", dedented(program)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def dedented(program: str) -> str:
    return "\n".join(line[8:] for line in program.splitlines())
