"""A small database of today's version, kept for the versions to come: `python -m tests.load.fixture_databases`.

Each schema version has one, made by the code of its time and never made again: tests/load/test_migrations.py opens them
all. It holds what most needs to survive: several sources of truth for a story, an edit, two stories that turned out
to be one, quotes in conflict, a failed page, pages that are as they were, and a run that was killed.
"""

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.load import open_database
from pipeline.records import PageToLoad, Problem, Reason
from tests import FIXTURES
from tests.load.records import NOON, SITE, TICKER, capture, listing, load, own_page, story, teaser

FOLDER = FIXTURES / "databases"

_TOLD = {
    "authors": ("A. Tilek", "Б. Асанова"),
    "published_at": datetime(2025, 12, 8, 6, tzinfo=UTC),
    "modified_at": datetime(2025, 12, 8, 7, tzinfo=UTC),
    "language": "ky",
    "section": "Коом",
    "tags": ("кар", "snow"),
    "image": f"{SITE}/1.jpg",
}
PAGES = (
    listing(teaser(1, url=f"{SITE}/1"), story(2), story(3, url=f"{SITE}/3"), hour=1),
    own_page(story(1, **_TOLD), url=f"{SITE}/1", hour=2),
    own_page(story(3, title="Valley 3 moves after all"), url=f"{SITE}/3", hour=3),
    own_page(teaser(4), url=f"{SITE}/4", hour=4),
    own_page(teaser(5), url=f"{SITE}/5", hour=5),
    own_page(story(4, url=f"{SITE}/4"), url=f"{SITE}/5", hour=6),
    listing(story(2), quotes=(replace(TICKER[0], conflict=True),), hour=7),
    PageToLoad(capture(f"{SITE}/9", 8, Problem(Reason.TIMED_OUT, "20 s", "socket"))),
    own_page(story(4, url=f"{SITE}/4"), url=f"{SITE}/5", hour=9),
    own_page(story(3, title="Valley 3 moves after all"), url=f"{SITE}/3", hour=10, quotes=TICKER[1:2]),
    own_page(story(3, title="Valley 3 moves after all"), url=f"{SITE}/3", hour=11, quotes=TICKER[1:2]),
)


def make(path: Path) -> None:
    """Load the pages as a run that ended and one that did not, and leave a small file."""
    load(path, *PAGES)
    with open_database(path) as database:
        database.start_run(("herald",), NOON)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in ("journal_mode = DELETE", "page_size = 1024"):
            connection.execute(f"PRAGMA {statement}")
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = WAL")


def version(path: Path) -> str:
    """The number of the last migration that the file has."""
    with closing(sqlite3.connect(path)) as connection:
        (name,) = connection.execute("SELECT max(name) FROM _sqlite_migrations").fetchone()
    return str(name).partition("_")[0]


def main() -> None:
    """Make the file of today's version, unless there is one."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "herald.db")
        make(made)
        target = FOLDER / f"{version(made)}.db"
        FOLDER.mkdir(exist_ok=True)
        if target.exists():
            sys.exit(f"{target} is there already; the file of a version is made once")
        shutil.copy(made, target)
    sys.stdout.write(f"made: {target}\n")


if __name__ == "__main__":
    main()
