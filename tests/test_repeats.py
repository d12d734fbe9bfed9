"""A page that is as it was takes a short row, and readers see as much as if it took a long one."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load import content_digest
from pipeline.records import Archived, Capture, PageToLoad, Problem, Reason
from tests.load_records import NOON, SITE, TICKER, listing, load, own_page, rows, story, teaser
from tests.test_load_order import SAMPLE

PAGE = own_page(story(1, authors=("A. Tilek",)), url=f"{SITE}/1")
SHORT = "SELECT count(*) AS n FROM repeats"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "herald.db"


def again(page: PageToLoad, **fields: Any) -> PageToLoad:  # noqa: ANN401 - any field of a capture
    return replace(page, capture=replace(page.capture, **fields))


def later(page: PageToLoad, hour: float) -> PageToLoad:
    return again(page, fetched_at=NOON + timedelta(hours=hour))


def not_modified(page: PageToLoad, hour: float) -> PageToLoad:
    """The answer of a server that sends no page."""
    fields = {"status": 304, "size": 0, "digest": None, "content_type": None}
    return replace(later(again(page, **fields), hour), parsed=None)


def short_rows(path: Path) -> int:
    return int(rows(path, SHORT)[0]["n"])


def test_readers_see_every_capture_and_sighting(path: Path) -> None:
    """When, by which run, from which place of the archive; and the story is seen so often, and last then."""
    places = [Archived(f"{name}.warc.gz", 240, "sha1:a", stored=name == "a") for name in "abc"]
    for hour, place in enumerate(places):
        load(path, again(later(PAGE, hour), archived=place))
    assert short_rows(path) == 2
    captures = (
        "SELECT id, run_id, url, fetched_at, kind, status, articles_unchanged, warc_file FROM v1_captures"
    )
    assert [tuple(row.values()) for row in rows(path, f"{captures} WHERE id > 1")] == [
        (2, 2, f"{SITE}/1", "2025-12-08T13:00:00.000Z", "article", 200, 1, "b.warc.gz"),
        (3, 3, f"{SITE}/1", "2025-12-08T14:00:00.000Z", "article", 200, 1, "c.warc.gz"),
    ]
    seen = rows(
        path, "SELECT capture_id, page_url, page_kind, position, seen_at FROM v1_sightings ORDER BY 1"
    )
    assert [tuple(row.values()) for row in seen] == [
        (number, f"{SITE}/1", "article", 0, f"2025-12-08T{11 + number}:00:00.000Z") for number in (1, 2, 3)
    ]
    [article] = rows(path, "SELECT first_seen, last_seen, sightings FROM v1_articles")
    assert list(article.values()) == ["2025-12-08T12:00:00.000Z", "2025-12-08T14:00:00.000Z", 3]
    runs = rows(path, "SELECT pages, articles_added, articles_unchanged FROM v1_runs ORDER BY id")
    assert [tuple(row.values()) for row in runs] == [(1, 1, 0), (1, 0, 1), (1, 0, 1)]


def test_a_page_that_the_server_says_is_as_it_was_is_seen(path: Path) -> None:
    """304 moves last_seen; a capture that failed between the two does not keep it from doing so."""
    failed = again(later(PAGE, 1), failure=Problem(Reason.TIMED_OUT))
    load(path, PAGE, replace(failed, parsed=None), not_modified(PAGE, 2))
    [article] = rows(path, "SELECT last_seen, sightings FROM v1_articles")
    assert list(article.values()) == ["2025-12-08T14:00:00.000Z", 2]
    [capture] = rows(
        path, "SELECT status, kind, digest, size, articles_unchanged FROM v1_captures WHERE id = 3"
    )
    assert list(capture.values()) == [304, None, None, 0, 0]


def test_what_the_server_says_of_a_page_nobody_knows_is_kept(path: Path) -> None:
    """A 304 with nothing before it, or only later pages, is a capture without a story."""
    load(path, later(PAGE, 5), not_modified(PAGE, 1))
    assert short_rows(path) == 0
    assert len(rows(path, "SELECT id FROM v1_captures WHERE status = 304")) == 1
    assert rows(path, "SELECT sightings FROM v1_articles") == [{"sightings": 1}]


@pytest.mark.parametrize(
    "fields",
    [
        {"size": 1001}, {"digest": "sha256:01"}, {"status": 203}, {"content_type": "text/plain"},
        {"final_url": f"{SITE}/1?a=1"}, {"link_title": "Valley 1"}, {"source": "other"}, {"allowed_by": "nobody"},
        {"url": f"{SITE}/one"}, {"page_robots": "noarchive"}, {"archived": Archived("a.warc.gz", 1, "sha1:b")},
    ],
)  # fmt: skip
def test_whatever_differs_makes_a_row_of_its_own(path: Path, fields: dict[str, Any]) -> None:
    """A short row says nothing of it."""
    load(path, PAGE, again(later(PAGE, 1), **fields))
    assert short_rows(path) == 0


def test_a_page_with_quotes_or_without_a_story_has_rows_of_its_own(path: Path) -> None:
    """A series of quotes has each sighting; what was rejected may be tried again."""
    quoting, empty = listing(story(1), quotes=TICKER), listing()
    load(path, quoting, empty, later(quoting, 1), later(empty, 1))
    assert short_rows(path) == 0


def test_a_page_with_half_a_character_has_rows_of_its_own(path: Path) -> None:
    """It cannot be digested, and is no failure."""
    broken = own_page(story(1, title="half \ud83d"), url=f"{SITE}/1")
    load(path, broken, later(broken, 1))
    assert short_rows(path) == 0
    assert rows(path, "SELECT sightings FROM v1_articles") == [{"sightings": 2}]


def test_a_page_that_is_loaded_twice_counts_once(path: Path) -> None:
    """The same places of the archive a second time, and in the same transaction, are no new captures."""
    places = [again(later(PAGE, hour), archived=Archived("a.warc.gz", 100 * hour)) for hour in range(4)]
    load(path, *places, *places)
    load(path, *places)
    assert len(rows(path, "SELECT id FROM v1_captures")) == 4
    assert rows(path, "SELECT sightings FROM v1_articles") == [{"sightings": 4}]


def test_every_millisecond_is_kept(path: Path) -> None:
    """A short row holds a number, which is shown as the text that a long row holds."""
    moments = [NOON + timedelta(milliseconds=random.Random(n).randrange(10**12)) for n in range(300)]
    load(path, PAGE, *(again(PAGE, fetched_at=moment) for moment in moments))
    assert short_rows(path) == 300
    shown = {row["seen_at"] for row in rows(path, "SELECT seen_at FROM v1_sightings")}
    assert shown == {f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z" for at in (NOON, *moments)}


def test_a_run_in_which_nothing_changed_leaves_the_file_as_long_as_it_was(path: Path) -> None:
    """A hundred pages take the room that is left on the last page of a table, or one page."""
    pages = [own_page(story(number), url=f"{SITE}/{number}") for number in range(100)]
    load(path, *pages)
    before = path.stat().st_size
    load(path, *(later(page, 24) for page in pages))
    assert short_rows(path) == 100
    assert path.stat().st_size - before <= 3 * 4096  # a table, its index, and the row of the run


def differing(pages: Sequence[PageToLoad]) -> list[PageToLoad]:
    """The same pages, each of a size of its own, so that none repeats another."""
    return [again(page, size=number) for number, page in enumerate(pages)]


POOL = (
    *SAMPLE[-3:],
    own_page(story(5, title="Valley 5 moves early"), url=f"{SITE}/5/amp"),
    own_page(teaser(5), url=f"{SITE}/5"),
    listing(story(5, url=f"{SITE}/5"), quotes=()),
)


@given(pages=st.lists(st.tuples(st.sampled_from(POOL), st.integers(0, 40)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_short_rows_say_what_long_ones_say(
    pages: list[tuple[PageToLoad, int]], tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """In any order of pages: stories, their revisions, where they were seen and what each capture did."""
    folder = tmp_path_factory.mktemp("repeats")
    seen = [later(page, hour) for page, hour in pages]
    load(folder / "short.db", *seen)
    load(folder / "long.db", *differing(seen))
    assert short_rows(folder / "long.db") == 0
    for view in ("v1_articles", "v1_revisions", "v1_sightings", "v1_problems", "v1_fields"):
        short, long = (rows(folder / f"{name}.db", f"SELECT * FROM {view}") for name in ("short", "long"))
        assert sorted(map(str, short)) == sorted(map(str, long)), view
    totals = "SELECT articles_added, articles_changed, articles_unchanged FROM v1_captures ORDER BY id"
    assert rows(folder / "short.db", totals) == rows(folder / "long.db", totals)
    assert content_digest(folder / "short.db") == content_digest(folder / "long.db")


def test_the_pool_has_pages_that_repeat_and_that_come_back(tmp_path: Path) -> None:
    """Else the test above would test nothing."""
    load(tmp_path / "p.db", POOL[0], later(POOL[0], 20), POOL[1], POOL[2], later(POOL[1], 30))
    assert short_rows(tmp_path / "p.db") == 1
    assert isinstance(POOL[0].capture, Capture)
