"""Readers are never in the way: many of them, and a copying one, while a run writes."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pipeline.load import open_database
from tests.load.records import NOON, SITE, listing, load, story, write

READERS = 20
PAGES = 60

TORN = """
    SELECT count(*) FROM v1_captures WHERE kind = 'listing'
    AND (SELECT count(*) FROM v1_sightings WHERE capture_id = v1_captures.id) <> 2
"""


def test_twenty_readers_and_a_copy_while_a_run_writes(tmp_path: Path) -> None:
    """Nobody is told that the file is locked, every page is seen whole or not at all, and every copy is whole."""
    path = tmp_path / "herald.db"
    load(path, listing(story(0), story(1)))
    written = threading.Event()
    faults: list[object] = []
    looks: list[int] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            while not written.is_set():
                work()
            work()
        except sqlite3.Error as error:
            faults.append(error)

    def read() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("BEGIN")
            first = connection.execute("SELECT count(*) FROM v1_captures").fetchone()
            faults.extend(torn for torn in connection.execute(TORN).fetchall() if torn != (0,))
            if connection.execute("SELECT count(*) FROM v1_captures").fetchone() != first:
                faults.append("the state changed within a transaction")
            looks.append(first[0])

    def copy() -> None:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(":memory:")) as target:
            source.backup(target)
            faults.extend(
                line for line in target.execute("PRAGMA integrity_check").fetchall() if line != ("ok",)
            )
            faults.extend(torn for torn in target.execute(TORN).fetchall() if torn != (0,))

    threads = [threading.Thread(target=guarded, args=(read,)) for _ in range(READERS)]
    threads.append(threading.Thread(target=guarded, args=(copy,)))
    for thread in threads:
        thread.start()
    with open_database(path) as database:
        run_id = database.start_run(("herald",), NOON)
        for number in range(1, PAGES):
            page = listing(story(2 * number), story(2 * number + 1), url=f"{SITE}/page/{number}")
            write(database, run_id, page)
        database.finish_run(run_id, "finished", NOON)
    written.set()
    for thread in threads:
        thread.join()

    assert faults == []
    assert max(looks) == PAGES
    assert len(looks) >= READERS
