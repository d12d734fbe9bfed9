"""Pages of the file that rotted: the next run says so before it writes, whether it would have touched them or not."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import StorageFault
from pipeline.load import faults, open_database
from pipeline.load.connection import connect, connect_to_read, storage_faults
from pipeline.load.upkeep.damage import refuse_damage
from tests.command_line import run
from tests.load.records import NOON, SITE, TICKER, listing, load, own_page, story

PAGE = 4096
PAGES = (
    *(own_page(story(number), url=f"{SITE}/{number}", quotes=TICKER) for number in range(30)),
    listing(*(story(number) for number in range(50, 60)), quotes=TICKER),
)
DAMAGES: dict[str, Callable[[bytes, int], bytes]] = {
    "zeros": lambda page, _: bytes(len(page)),
    "garbage": lambda page, number: random.Random(number).randbytes(len(page)),
    "head": lambda page, number: random.Random(number).randbytes(12) + page[12:],
    "another page": lambda page, number: random.Random(number // 2).randbytes(4) * (len(page) // 4),
}


def spoil(path: Path, whole: bytes, number: int, damage: Callable[[bytes, int], bytes]) -> None:
    """Write the file anew, with this page of it damaged."""
    start = number * PAGE
    path.write_bytes(whole[:start] + damage(whole[start : start + PAGE], number) + whole[start + PAGE :])


def refusal(path: Path) -> str:
    """What a run says that begins now; nothing where it begins."""
    try:
        with open_database(path) as database:
            database.start_run(("herald",), NOON)
    except StorageFault as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_no_run_goes_on_beside_a_damaged_page(tmp_path: Path, damage: Callable[[bytes, int], bytes]) -> None:
    """Whichever page it is: the run is refused with a sentence, unless the page is free and holds nothing."""
    path = tmp_path / "herald.db"
    load(path, *PAGES)
    whole = path.read_bytes()
    count = len(whole) // PAGE
    held = 0
    for number in range(1, count):
        for file in tmp_path.iterdir():
            file.unlink()
        spoil(path, whole, number, damage)
        if said := refusal(path):
            assert "herald.db: it is damaged; put it aside" in said
            held += 1
        else:
            assert faults(path) == [], number
    assert held > count * 0.9


def test_what_is_damaged_is_left_as_it_is(tmp_path: Path) -> None:
    """No row of a run is written to it, and the command says so in one line, with the code for it."""
    path = tmp_path / "herald.db"
    load(path, *PAGES)
    spoil(path, path.read_bytes(), 40, DAMAGES["zeros"])
    before = path.read_bytes()
    (tmp_path / "config.toml").write_text('[pipeline]\ndatabase = "herald.db"\n', encoding="utf-8")
    done = run(tmp_path, "load", "--quiet")
    assert (done.returncode, done.stderr.count("\n")) == (5, 1)
    assert "it is damaged; put it aside" in done.stderr
    assert path.read_bytes() == before


def test_a_file_that_is_refused_is_let_go(tmp_path: Path) -> None:
    """Whoever holds the fault holds no file: it can be put aside, also where open files cannot be moved."""
    path = tmp_path / "herald.db"
    path.write_text("no database, but a text that is long enough to be taken for the head of one.\n" * 99)
    with pytest.raises(StorageFault, match="it is no SQLite database"), storage_faults(path):
        connect(path)
    with pytest.raises(StorageFault, match="it is no SQLite database"), storage_faults(path):
        connect_to_read(path)
    assert str(path) not in {str(file.resolve()) for file in Path("/proc/self/fd").iterdir()}


def test_a_large_file_is_looked_through_by_turns(tmp_path: Path) -> None:
    """A table in each run: before all have had their turn the damaged one is found, and not each time before."""
    path = tmp_path / "herald.db"
    load(path, *PAGES)
    with closing(sqlite3.connect(path)) as connection:
        (tables,) = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        ).fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'bodies'").fetchone()
    spoil(path, path.read_bytes(), root - 1, DAMAGES["garbage"])
    refused = []
    with closing(connect(path)) as connection:
        for run in range(2, tables + 2):
            try:
                refuse_damage(connection, path, small=0, least_s=0)
            except StorageFault:
                refused.append(run)
            connection.execute(
                "INSERT INTO runs (id, started_at, status) VALUES (?, '2026-01-01Z', 'crashed')", (run,)
            )
    assert len(refused) == 1


def test_a_long_run_looks_through_all_of_a_large_file(tmp_path: Path) -> None:
    """What the next one takes for it is a small share of what the last one took."""
    path = tmp_path / "herald.db"
    load(path, *PAGES)
    with closing(connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'bodies'").fetchone()
        connection.execute(
            "UPDATE runs SET started_at = '2026-01-01T00:00:00Z', ended_at = '2026-01-02T00:00:00Z'"
        )
    spoil(path, path.read_bytes(), root - 1, DAMAGES["garbage"])
    with closing(connect(path)) as connection, pytest.raises(StorageFault, match="it is damaged"):
        refuse_damage(connection, path, small=0, least_s=0)


def test_a_text_that_is_no_text_is_damage(tmp_path: Path) -> None:
    """Python cannot decode it, and says so without the code of SQLite."""
    path = tmp_path / "herald.db"
    load(path, *PAGES)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE captures SET payload_digest = CAST(x'ff' AS TEXT), warc_stored = 1")
        connection.execute("UPDATE captures SET warc_file = CAST(x'ff' AS TEXT), warc_offset = 1")
    with open_database(path) as database, pytest.raises(StorageFault, match="it is damaged"):
        database.last_archived()
