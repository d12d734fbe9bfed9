"""The change cursor: a reader that asks it what is new misses nothing, whoever is killed when."""

import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load import open_database
from pipeline.records import Block, BlockKind, Image, PageToLoad
from tests import ROOT
from tests.load.records import (
    NOON,
    SITE,
    SITE_TOO,
    TICKER,
    listing,
    load,
    opened,
    own_page,
    rows,
    story,
    teaser,
    write,
)
from tests.load.test_order import any_page

PAGE = listing(story(1, url=f"{SITE}/1"), story(2, url=f"{SITE}/2"), quotes=TICKER[:1])
MOVES_WITH_EVERY_SIGHTING = {"first_seen", "last_seen", "sightings", "occurrences"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the reader of the README looks."""
    return tmp_path / "data" / "pipeline.db"


def changes(path: Path, after: int = 0) -> list[tuple[str, int, str]]:
    found = rows(path, "SELECT seq, entity, id, kind FROM v1_changes WHERE seq > ? ORDER BY seq", (after,))
    return [(row["entity"], row["id"], row["kind"]) for row in found]


def last_seq(path: Path) -> int:
    [row] = rows(path, "SELECT last_seq FROM v1_epoch")
    return int(row["last_seq"])


def test_what_is_new_is_told_once(path: Path) -> None:
    """Each story and quote of a page is added in one row, and seen again as it was it makes none."""
    load(path, PAGE)
    assert changes(path) == [("article", 1, "added"), ("article", 2, "added"), ("quote", 1, "added")]
    load(path, replace(PAGE, capture=replace(PAGE.capture, fetched_at=NOON.replace(hour=20))))
    assert last_seq(path) == 3


def test_a_story_that_reads_otherwise_has_changed(path: Path) -> None:
    """Another headline is a change of that story alone."""
    load(path, PAGE)
    load(path, own_page(story(2, title="Valley 2 moves after all"), url=f"{SITE}/2", hour=1))
    assert changes(path, 3) == [("article", 2, "changed")]


def test_pictures_that_come_later_are_a_change(path: Path) -> None:
    """They are in the Markdown of v1_articles, whose text stays."""
    load(path, own_page(story(1), url=f"{SITE}/1"))
    picture = Block(BlockKind.IMAGE, "A valley", image=Image(f"{SITE}/valley.jpg", "A valley"))
    load(path, own_page(story(1, blocks=(*story(1).blocks, picture)), url=f"{SITE}/1", hour=1))
    assert changes(path, 1) == [("article", 1, "changed")]


def test_a_story_that_turns_out_to_be_another_one_is_removed(path: Path) -> None:
    """Two addresses that were taken for two stories are one: a tombstone says which id is gone."""
    load(path, own_page(teaser(1), url=f"{SITE}/1"), own_page(teaser(2), url=f"{SITE}/2"))
    load(path, own_page(story(1, url=f"{SITE}/1"), url=f"{SITE}/2", hour=1))
    assert ("article", 2, "removed") in changes(path, 2)
    assert [row["id"] for row in rows(path, "SELECT id FROM v1_articles")] == [1]
    load(path, own_page(story(7), url=f"{SITE}/7", hour=2))
    assert [row["id"] for row in rows(path, "SELECT id FROM v1_articles")] == [
        1,
        3,
    ]  # no other story gets that id


def test_a_quote_that_comes_into_conflict_has_changed(path: Path) -> None:
    """v1_latest_quotes leaves it out from then on; a page of an earlier hour that is loaded late changes nothing."""
    load(path, listing(quotes=TICKER[:1], hour=5))
    conflict = (replace(TICKER[0], conflict=True),)
    load(path, listing(quotes=conflict, hour=1))
    assert changes(path, 1) == []
    load(path, listing(quotes=conflict, hour=6))
    assert changes(path, 1) == [("quote", 1, "changed")]


def test_pages_that_disagree_change_a_quote_once(path: Path) -> None:
    """One page of a site shows another value beside it, night after night; when that page stops, this is told once."""
    plain, disputed = TICKER[:1], (replace(TICKER[0], conflict=True),)
    for night in range(3):
        front = listing(quotes=plain, hour=24 * night)
        story_page = listing(quotes=disputed, url=f"{SITE}/1", hour=24 * night + 1)
        end = listing(quotes=plain, url=f"{SITE}/2", hour=24 * night + 2)
        load(path, front, story_page, end)
    assert changes(path) == [("quote", 1, "added"), ("quote", 1, "changed")]
    assert rows(path, "SELECT rate_text FROM v1_latest_quotes") == []
    load(path, listing(quotes=plain, url=f"{SITE}/1", hour=73))
    assert changes(path, 2) == [("quote", 1, "changed")]
    assert rows(path, "SELECT rate_text FROM v1_latest_quotes") == [{"rate_text": "0.01144"}]


def test_a_conflict_ends_with_the_page_that_nobody_sees_any_more(path: Path) -> None:
    """After 36 hours: a story that is not asked for again disputes no rate for ever."""
    load(path, listing(quotes=(replace(TICKER[0], conflict=True),), url=f"{SITE}/1"))
    for hour, latest in ((1, 0), (35, 0), (37, 1)):
        load(path, listing(quotes=TICKER[:1], hour=hour))
        assert len(rows(path, "SELECT rate_text FROM v1_latest_quotes")) == latest, hour
    assert changes(path) == [("quote", 1, "added"), ("quote", 1, "changed")]


def test_a_rate_that_goes_back_has_changed(path: Path) -> None:
    """Who copies the latest quotes by the cursor learns of it; a page that prints it once more makes no change."""
    other = (replace(TICKER[0], rate=Decimal("0.01150")),)
    for hour, quotes in enumerate((TICKER[:1], other, TICKER[:1], TICKER[:1])):
        load(path, listing(quotes=quotes, hour=hour))
    assert changes(path) == [("quote", 1, "added"), ("quote", 2, "added"), ("quote", 1, "changed")]
    assert [row["rate_text"] for row in rows(path, "SELECT rate_text FROM v1_latest_quotes")] == ["0.01144"]


def test_a_page_that_is_undone_leaves_no_change(path: Path) -> None:
    """The cursor moves in the transaction of the change, or not at all."""
    load(path, PAGE)
    with closing(sqlite3.connect(path)) as other:
        other.execute(
            "CREATE TRIGGER u BEFORE INSERT ON quote_sightings BEGIN SELECT RAISE(ABORT, 'not today'); END"
        )
    with pytest.raises(sqlite3.IntegrityError, match="not today"):
        load(path, listing(story(3), hour=1))
    assert last_seq(path) == 3


def test_the_epoch_is_the_files_own(path: Path) -> None:
    """It stays from run to run; another file has another."""
    files = (path, path.with_name("other.db"))
    for file in files:
        open_database(file).close()
    epochs = [rows(file, "SELECT epoch FROM v1_epoch") for file in files]
    load(path, PAGE)
    assert rows(path, "SELECT epoch FROM v1_epoch") == epochs[0] != epochs[1]


KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.load import open_database
from tests.load.records import *
database = open_database(Path(sys.argv[1]))
write(database, database.start_run((), NOON), own_page(story(8), url=f"{SITE}/8"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("cut", [False, True])
def test_readers_start_over_when_the_machine_went_down_with_a_run(path: Path, cut: bool) -> None:  # noqa: FBT001
    """Commits may be lost then, whose numbers readers have; a run that was only killed loses none."""
    load(path, PAGE)
    before = rows(path, "SELECT epoch FROM v1_epoch")
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, cwd=ROOT)
    with closing(sqlite3.connect(path)) as other, other:
        assert other.execute("SELECT count(*) FROM runs WHERE status = 'running'").fetchone() == (1,)
        if cut:  # as if the machine had been started again since
            other.execute("UPDATE runs SET boot = 'another'")
    load(path)
    assert (rows(path, "SELECT epoch FROM v1_epoch") != before) == cut
    after = rows(path, "SELECT epoch FROM v1_epoch")
    load(path)
    assert rows(path, "SELECT epoch FROM v1_epoch") == after


@given(pages=st.lists(any_page(), max_size=8))
@settings(max_examples=50, deadline=None)
def test_whoever_reads_what_changed_has_all_that_there_is(
    pages: list[PageToLoad], tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """After every page a copy that read only the changed rows is equal to the views, however stories unite."""
    path = tmp_path_factory.mktemp("copy") / "herald.db"
    copy: dict[str, dict[int, Any]] = {"article": {}, "quote": {}}
    with opened(path) as database, closing(sqlite3.connect(path)) as reader:
        reader.row_factory = sqlite3.Row
        run_id, seq = database.start_run(("herald",), NOON), 0
        for page in pages:
            write(database, run_id, page)
            for entity, known in copy.items():
                catch_up(reader, entity, known, seq)
                assert known == shown(reader, entity, "")
            seq = reader.execute("SELECT last_seq FROM v1_epoch").fetchone()[0]


def said(path: Path, *views: str) -> list[list[str]]:
    """What views say, but for ids."""
    return [
        sorted(
            str({key: value for key, value in row.items() if not key.endswith("id")})
            for row in rows(path, f"SELECT * FROM {view}")
        )
        for view in views
    ]


QUOTE_VIEWS = ("v1_quotes", "v1_latest_quotes", "v1_daily_quotes", "v1_quote_intervals")


def test_pages_of_one_instant_say_the_same_in_either_order(tmp_path: Path) -> None:
    """Two rates, and two headlines of a story, in the same millisecond: a rebuild may load them the other way round."""
    rate = (replace(TICKER[0], rate=Decimal("0.01150")),)
    pages = [
        listing(quotes=TICKER[:1], hour=-1),
        listing(quotes=TICKER[:1]),
        listing(quotes=rate, url=f"{SITE}/9"),
        own_page(story(1), url=f"{SITE}/1"),
        own_page(story(1, title="Valley 1 stays"), url=f"{SITE_TOO}/1"),
    ]
    ends = []
    for name, order in (("a", pages), ("b", pages[::-1])):
        load(tmp_path / f"{name}.db", *order)
        ends.append(said(tmp_path / f"{name}.db", *QUOTE_VIEWS))
        revisions = "SELECT revision, valid_from, valid_to, title FROM v1_revisions ORDER BY revision"
        ends[-1].append([str(row) for row in rows(tmp_path / f"{name}.db", revisions)])
    assert ends[0] == ends[1]
    assert len(ends[0][-1]) == 2


PRICED = st.builds(
    lambda page, hour, rate, direction, conflict: listing(
        quotes=(replace(TICKER[0], rate=Decimal(rate), direction=direction, conflict=conflict),),
        url=f"{SITE}/{page}",
        hour=hour,
    ),
    st.integers(1, 2),
    st.sampled_from((0, 1, 2, 30, 40, 50)),
    st.sampled_from(("0.011", "0.012")),
    st.sampled_from((None, -1, 1)),
    st.booleans(),
)


@given(pages=st.lists(PRICED, max_size=8), data=st.data())
@settings(max_examples=50, deadline=None)
def test_whoever_reads_what_changed_has_all_quotes(
    pages: list[PageToLoad], data: st.DataObject, tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """A copy follows however pages disagree, and in another order the views say the same in the end."""
    ends = []
    for name, order in (("a", pages), ("b", data.draw(st.permutations(pages)))):
        path = tmp_path_factory.mktemp(name) / "herald.db"
        copy: dict[int, Any] = {}
        with opened(path) as database, closing(sqlite3.connect(path)) as reader:
            reader.row_factory = sqlite3.Row
            run_id, seq = database.start_run(("herald",), NOON), 0
            for page in order:
                write(database, run_id, page)
                catch_up(reader, "quote", copy, seq)
                assert copy == shown(reader, "quote", "")
                seq = reader.execute("SELECT last_seq FROM v1_epoch").fetchone()[0]
        ends.append(said(path, *QUOTE_VIEWS))
    assert ends[0] == ends[1]


def catch_up(reader: sqlite3.Connection, entity: str, known: dict[int, Any], seq: int) -> None:
    touched = f"SELECT id FROM v1_changes WHERE entity = '{entity}' AND seq > {seq}"
    for row in reader.execute(touched):
        known.pop(row["id"], None)
    known |= shown(reader, entity, f"WHERE id IN ({touched})")


def shown(reader: sqlite3.Connection, entity: str, where: str) -> dict[int, dict[str, Any]]:
    """The rows of v1_articles or v1_quotes, without what the cursor says nothing of."""
    return {
        row["id"]: {name: row[name] for name in set(row.keys()) - MOVES_WITH_EVERY_SIGHTING}
        for row in reader.execute(f"SELECT * FROM v1_{entity}s {where}")
    }


def readme_reader() -> str:
    """The reader that the README shows, as it stands there."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [program] = [
        block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "v1_changes" in block
    ]
    return str(program)


WRITER = """
import random, sys
from itertools import count
from pathlib import Path
from pipeline.load import open_database
from tests.load.records import *
chance = random.Random(int(sys.argv[2]))
with open_database(Path(sys.argv[1])) as database:
    run_id = database.start_run(("herald",), NOON)
    for hour in count():
        number = chance.randrange(900)
        make = chance.choice((story, teaser))
        told = chance.choice((None, None, None, f"{SITE}/{number + 1}"))  # once in a while two stories are one
        article = make(number, title=f"Valley {number}, {chance.choice(('early', 'late'))}", url=told)
        write(database, run_id, own_page(article, url=f"{SITE}/{number}", hour=hour))
        print(hour, flush=True)
"""


def test_the_reader_of_the_readme_syncs_through_crashes(tmp_path: Path, path: Path) -> None:
    """Writer and reader are killed in turn at any moment; in the end the copy is what the file shows."""
    load(path)
    reader = tmp_path / "reader.py"
    reader.write_text(readme_reader(), encoding="utf-8")
    finished = sum(crash(path, reader, seed) for seed in range(4))
    assert finished
    assert read_once(reader).wait() == 0
    copy = rows(tmp_path / "mirror.db", "SELECT * FROM stories ORDER BY id")
    assert copy == rows(path, "SELECT id, title, text FROM v1_articles ORDER BY id")
    assert copy
    kinds = {row["kind"] for row in rows(path, "SELECT kind FROM v1_changes")}
    assert kinds == {"added", "changed", "removed"}


def crash(path: Path, reader: Path, seed: int) -> int:
    """Kill a writer after some pages, and readers beside it by turns; how many of these came to their end."""
    chance, finished = random.Random(seed), 0
    command = [sys.executable, "-c", WRITER, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout
        for reading in range(8):
            for _ in range(10):
                writer.stdout.readline()
            process = read_once(reader)
            if reading % 2:
                time.sleep(chance.uniform(0.02, 0.08))
                process.kill()
            finished += process.wait() == 0
        writer.send_signal(signal.SIGKILL)
    return finished


def read_once(reader: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-I", str(reader)], cwd=reader.parent)


def test_a_reader_starts_over_when_the_file_is_another_one(tmp_path: Path, path: Path) -> None:
    """After a rebuild, and after an older copy was put back, nothing of before stays."""
    reader = tmp_path / "reader.py"
    reader.write_text(readme_reader(), encoding="utf-8")
    load(path, PAGE)
    older = path.read_bytes()
    load(path, listing(story(3), hour=1))
    assert read_once(reader).wait() == 0
    assert len(copied(tmp_path)) == 3
    path.write_bytes(older)
    assert read_once(reader).wait() == 0
    assert copied(tmp_path) == ["Valley 1 moves early", "Valley 2 moves early"]
    path.unlink()
    open_database(path).close()
    load(path, listing(*(story(number) for number in range(10, 20))))
    assert read_once(reader).wait() == 0
    assert copied(tmp_path) == [f"Valley {number} moves early" for number in range(10, 20)]


def copied(folder: Path) -> Sequence[str]:
    return [row["title"] for row in rows(folder / "mirror.db", "SELECT title FROM stories ORDER BY id")]
