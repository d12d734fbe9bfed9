"""Runs that load: what they refuse before they begin."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.config import FetchSettings
from pipeline.errors import StorageFault
from pipeline.run.loading import RunPlan, load_pages
from pipeline.summary import RunSummary


def shopping_list(path: Path) -> None:
    path.write_text("Apples, trout, and a long list of other things.\n" * 100, encoding="utf-8")


def database_of_others(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE places (id INTEGER PRIMARY KEY)")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (Path.mkdir, "it is a folder; name a file in it"),
        (os.mkfifo, "it is a device or a pipe; name a file"),
        (shopping_list, "it is no SQLite database; name another file"),
        (database_of_others, "a database of some other program; name another file"),
    ],
)
def test_a_mistyped_path_leaves_nothing_behind(
    tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    """What stands there is told in a sentence and stays as it was, without a lock or another file beside it."""
    path = tmp_path / "mistyped"
    make(path)
    with pytest.raises(StorageFault, match=sentence):
        next(load_pages((), RunPlan(path, FetchSettings(), RunSummary())))
    assert list(tmp_path.iterdir()) == [path]


def test_where_no_file_can_be_made_no_other_run_is_blamed() -> None:
    """Cron would wait for one that never ends."""
    with pytest.raises(
        StorageFault, match=r"/proc/news.db.lock: the lock cannot be taken \(no file can be made there"
    ):
        next(load_pages((), RunPlan(Path("/proc/news.db"), FetchSettings(), RunSummary())))
