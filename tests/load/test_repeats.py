"""A page that is as it was takes a short row, and readers see as much as if it took a long one."""

import random
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load import content_digest
from pipeline.records import Archived, Capture, PageToLoad, Problem, Reason
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
)
from tests.load.test_changes import catch_up, shown
from tests.load.test_groups import load_grouped
from tests.load.test_order import SAMPLE

PAGE = own_page(story(1, authors=("A. Tilek",)), url=f"{SITE}/1")
SHORT = "SELECT count(*) AS n FROM repeats"


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


def test_a_page_that_gave_nothing_has_rows_of_its_own(path: Path) -> None:
    """What was rejected may be tried again."""
    load(path, listing(quotes=()), later(listing(quotes=()), 1))
    assert short_rows(path) == 0


def test_quotes_of_a_page_that_is_as_it_was_are_seen(path: Path) -> None:
    """Whether the page came again or the server says that it is as it was; who printed them when, and how often."""
    page = listing(story(1), quotes=TICKER)
    load(path, page, later(page, 1))
    load(path, not_modified(page, 2))
    assert short_rows(path) == 2
    found = rows(path, "SELECT first_seen, last_seen, sightings, occurrences FROM v1_quotes")
    assert [tuple(row.values()) for row in found] == [
        ("2025-12-08T12:00:00.000Z", "2025-12-08T14:00:00.000Z", 3, 10)
    ] * 4
    seen = rows(
        path, "SELECT capture_id, page_url, seen_at FROM v1_quote_sightings WHERE quote_id = 1 ORDER BY 1"
    )
    assert [tuple(row.values()) for row in seen] == [
        (number, f"{SITE}/page/1/", f"2025-12-08T{11 + number}:00:00.000Z") for number in (1, 2, 3)
    ]
    intervals = rows(path, "SELECT until, captures FROM v1_quote_intervals")
    assert [tuple(row.values()) for row in intervals] == [("2025-12-08T14:00:00.000Z", 3)] * 4
    assert {row["seen_at"] for row in rows(path, "SELECT seen_at FROM v1_daily_quotes")} == {
        "2025-12-08T14:00:00.000Z"
    }
    captures = rows(path, "SELECT quotes_added, quotes_unchanged FROM v1_captures")
    assert [tuple(row.values()) for row in captures] == [(4, 0), (0, 4), (0, 0)]
    assert rows(path, "SELECT DISTINCT kind FROM v1_changes WHERE entity = 'quote'") == [{"kind": "added"}]


def test_a_page_that_the_server_says_still_shows_the_old_rate_prints_it_again(path: Path) -> None:
    """Other pages have shown another rate since, and another headline: as if the page itself had come."""
    old = own_page(story(1), url=f"{SITE}/1", quotes=TICKER[:1])
    rate = replace(TICKER[0], rate=Decimal("0.01145"))
    stays = story(1, title="Valley 1 stays", url=f"{SITE}/1")
    load(path, old, own_page(stays, url=f"{SITE_TOO}/1", hour=1, quotes=(rate,)))
    assert [row["rate_text"] for row in rows(path, "SELECT rate_text FROM v1_latest_quotes")] == ["0.01145"]
    [outcome] = load(path, not_modified(old, 2))
    assert short_rows(path) == 0
    assert outcome.articles_changed == 1
    assert [row["rate_text"] for row in rows(path, "SELECT rate_text FROM v1_latest_quotes")] == ["0.01144"]
    [article] = rows(path, "SELECT title, last_seen, sightings FROM v1_articles")
    assert list(article.values()) == [story(1).title, "2025-12-08T14:00:00.000Z", 3]
    last = "SELECT entity, kind FROM v1_changes ORDER BY seq DESC LIMIT 2"
    assert sorted(tuple(row.values()) for row in rows(path, last)) == [
        ("article", "changed"),
        ("quote", "changed"),
    ]
    assert rows(path, "SELECT DISTINCT page_kind FROM v1_sightings") == [{"page_kind": "article"}]


def test_pages_that_disagree_about_a_direction_in_one_instant_say_the_same_in_either_order(
    path: Path,
) -> None:
    """Each is as it was, so that both could be short rows."""
    rising, plain = (
        listing(
            quotes=(replace(TICKER[0], direction=direction, occurrences=times),), url=f"{SITE}/{direction}"
        )
        for direction, times in ((1, 1), (None, 2))
    )
    found = []
    for name, order in (("a", (rising, plain)), ("b", (plain, rising))):
        load(path.with_name(name), rising, later(plain, 1), *(later(page, 5) for page in order))
        found.append(rows(path.with_name(name), "SELECT direction, occurrences FROM v1_quotes"))
    assert found == [[{"direction": None, "occurrences": 2}]] * 2


def test_a_dispute_ends_while_other_pages_are_as_they_were(path: Path) -> None:
    """After 36 hours, though every capture since is one that repeats another."""
    disputed = listing(quotes=(replace(TICKER[0], conflict=True),), url=f"{SITE}/1")
    page = listing(quotes=TICKER[:1], hour=1)
    load(path, disputed, page)
    for hour, conflict in ((30, 1), (40, 0), (41, 0), (42, 0)):
        load(path, later(page, hour))
        assert rows(path, "SELECT conflict FROM v1_quotes") == [{"conflict": conflict}]
    assert short_rows(path) == 3


RIVALS = tuple(replace(TICKER[0], rate=Decimal(rate), conflict=True) for rate in ("0.01144", "0.01150"))


def test_blocks_that_disagree_in_every_run_take_no_room(path: Path) -> None:
    """Neither their page nor others that show one of the two values take more than a short row, and nothing is told."""
    pages = (
        listing(quotes=RIVALS, url=f"{SITE}/1"),
        listing(quotes=TICKER[:2], url=f"{SITE}/2", hour=1),
        listing(quotes=TICKER[:1], url=f"{SITE}/3", hour=2),
    )
    load(path, *pages)
    told = rows(path, "SELECT * FROM v1_changes")
    for night in range(1, 5):
        load(path, *(later(page, 24 * night + hour) for hour, page in enumerate(pages)))
        disputed = rows(path, "SELECT base, conflict, sightings FROM v1_quotes ORDER BY rate")
        assert [tuple(row.values()) for row in disputed] == [
            ("KZT", 0, 1 + night), ("KGS", 1, 3 * (1 + night)), ("KGS", 1, 1 + night)
        ]  # fmt: skip
    assert short_rows(path) == 12
    assert rows(path, "SELECT * FROM v1_changes") == told


def test_a_dispute_that_only_short_rows_keep_up_ends_as_any_other(path: Path) -> None:
    """By the page that shows one value at last, or after 36 hours in which it is not seen."""
    disputed, page = listing(quotes=RIVALS, url=f"{SITE}/1"), listing(quotes=TICKER[:1], url=f"{SITE}/2")
    load(path, disputed, page, *(later(one, 24 * night) for night in (1, 2) for one in (disputed, page)))
    assert short_rows(path) == 4
    shutil.copy(path, path.with_name("other.db"))
    load(path, listing(quotes=TICKER[:1], url=f"{SITE}/1", hour=49))
    load(path.with_name("other.db"), later(page, 72), later(page, 96))
    for file in (path, path.with_name("other.db")):
        conflicts = rows(file, "SELECT conflict FROM v1_quotes ORDER BY rate")
        assert [row["conflict"] for row in conflicts] == [0, 1]


def test_a_page_that_is_far_from_the_rate_of_others_is_told_each_time(path: Path) -> None:
    """A lost decimal point stays a problem of each capture that shows it."""
    right = listing(quotes=TICKER[:1], url=f"{SITE}/1")
    wrong = listing(quotes=(replace(TICKER[0], rate=Decimal("0.1144"), as_of=None),), url=f"{SITE}/2", hour=1)
    load(path, right, wrong, later(right, 2), later(wrong, 3))
    jumps = rows(path, "SELECT capture_id FROM v1_problems WHERE reason = 'quote-jump' ORDER BY 1")
    assert [row["capture_id"] for row in jumps] == [2, 3, 4]


def test_a_page_of_one_instant_is_compared_with_what_was_loaded_late(path: Path) -> None:
    """It is as it was, but what its source had printed before was not known then."""
    wrong = listing(quotes=(replace(TICKER[0], rate=Decimal("0.1144")),), url=f"{SITE}/2", hour=5)
    load(path, wrong, listing(quotes=TICKER[:1], url=f"{SITE}/1"), wrong)
    jumps = rows(path, "SELECT capture_id FROM v1_problems WHERE reason = 'quote-jump'")
    assert [row["capture_id"] for row in jumps] == [3]


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


def test_unchanged_tickers_take_no_room_either(path: Path) -> None:
    """A hundred pages with four quotes each, in one transaction."""
    pages = [listing(story(number), quotes=TICKER, url=f"{SITE}/{number}") for number in range(100)]
    load(path, *pages)
    before = path.stat().st_size
    with opened(path) as database:
        run_id = database.start_run(("herald",), NOON)
        list(database.write_pages(run_id, [later(page, 24) for page in pages]))
        database.finish_run(run_id, "finished", NOON)
    assert short_rows(path) == 100
    assert path.stat().st_size - before <= 4 * 4096


def differing(pages: Sequence[PageToLoad]) -> list[PageToLoad]:
    """The same pages, each of a size of its own, so that none repeats another."""
    return [again(page, size=number) for number, page in enumerate(pages)]


POOL = (
    *SAMPLE[-3:],
    own_page(story(5, title="Valley 5 moves early"), url=f"{SITE_TOO}/5"),
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


PRICED = st.builds(
    lambda page, hour, quotes, told: (not_modified if told else later)(
        listing(quotes=quotes, url=f"{SITE}/{page}"), hour
    ),
    st.integers(1, 3),
    st.sampled_from((0, 1, 2, 3, 30, 40, 50)),
    st.lists(
        st.builds(
            lambda rate, direction, conflict, day: replace(
                TICKER[0], rate=Decimal(rate), direction=direction, conflict=conflict, as_of=day
            ),
            st.sampled_from(("0.011", "0.011", "0.012", "0.1")),
            st.sampled_from((1, 1, 1, None)),
            st.sampled_from((False, False, False, True)),
            st.sampled_from((None, date(2025, 12, 8))),
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    st.sampled_from((False, False, False, True)),
)
SHOWN = (
    *((quote,) for quote in RIVALS),
    *((replace(quote, conflict=False),) for quote in RIVALS),
    RIVALS, RIVALS, RIVALS,
    (replace(RIVALS[0], direction=1), RIVALS[1]),
)  # fmt: skip
DISPUTED = st.builds(
    lambda page, hour, quotes, told: (not_modified if told else later)(
        listing(quotes=quotes, url=f"{SITE}/{page}"), hour
    ),
    st.integers(1, 3),
    st.sampled_from((0, 1, 2, 24, 25, 26, 48, 60, 84, 85)),
    st.sampled_from(SHOWN),
    st.sampled_from((False, False, False, True)),
)
"""Pages that show one value, or two that are near each other, for many nights."""

QUOTE_VIEWS = (
    "v1_quotes", "v1_latest_quotes", "v1_daily_quotes", "v1_quote_intervals", "v1_quote_sightings", "v1_problems"
)  # fmt: skip


@given(pages=st.lists(PRICED, max_size=10) | st.lists(DISPUTED, max_size=14), size=st.integers(1, 5))
@settings(max_examples=150, deadline=None)
def test_short_rows_say_what_long_ones_say_of_quotes(
    pages: list[PageToLoad], size: int, tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """However pages disagree, and however many are written in one transaction."""
    folder = tmp_path_factory.mktemp("quotes")
    came = [page for page in pages if page.parsed]
    load_grouped(folder / "short.db", came, size)
    load(folder / "long.db", *differing(came))
    assert short_rows(folder / "long.db") == 0
    for view in QUOTE_VIEWS:
        short, long = (rows(folder / f"{name}.db", f"SELECT * FROM {view}") for name in ("short", "long"))
        assert sorted(map(str, short)) == sorted(map(str, long)), view


STORIED = st.builds(
    lambda page, title, rate: own_page(story(1, title=title), url=f"{SITE}/{page}", quotes=rate),
    st.integers(1, 3),
    st.sampled_from(("Valley 1 moves", "Valley 1 stays")),
    st.sampled_from(((), TICKER[:1], (replace(TICKER[0], rate=Decimal("0.01145")),))),
)


@given(pages=st.lists(st.tuples(STORIED, st.booleans()), max_size=10), size=st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_what_the_server_says_is_as_it_was_counts_as_if_it_came(
    pages: list[tuple[PageToLoad, bool]], size: int, tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """Of stories and quotes, whatever other pages have shown since; pages that are not asked conditionally say so."""
    told, came = [], []
    last: dict[str, PageToLoad] = {}
    for hour, (page, unchanged) in enumerate(pages):
        before = last.get(page.capture.url)
        last[page.capture.url] = before if before and unchanged else page
        came.append(later(last[page.capture.url], hour))
        told.append(not_modified(page, hour) if before and unchanged else came[-1])
    folder = tmp_path_factory.mktemp("told")
    load_grouped(folder / "told.db", told, size)
    load(folder / "came.db", *differing(came))
    views = (
        "v1_articles",
        "v1_sightings",
        "v1_quotes",
        "v1_latest_quotes",
        "v1_daily_quotes",
        "v1_quote_intervals",
    )
    for view in views:
        found = (rows(folder / f"{name}.db", f"SELECT * FROM {view}") for name in ("told", "came"))
        assert len({str(sorted(map(str, one))) for one in found}) == 1, view


@given(pages=st.lists(PRICED, max_size=10) | st.lists(DISPUTED, max_size=14), size=st.integers(1, 5))
@settings(max_examples=150, deadline=None)
def test_a_copy_follows_quotes_of_short_rows(
    pages: list[PageToLoad], size: int, tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """Who rereads v1_quotes where v1_changes says so has what it shows."""
    path = tmp_path_factory.mktemp("copy") / "herald.db"
    copy: dict[int, Any] = {}
    with opened(path) as database, closing(sqlite3.connect(path)) as reader:
        reader.row_factory = sqlite3.Row
        run_id, seq = database.start_run(("herald",), NOON), 0
        for start in range(0, len(pages), size):
            list(database.write_pages(run_id, pages[start : start + size]))
            catch_up(reader, "quote", copy, seq)
            assert copy == shown(reader, "quote", "")
            seq = reader.execute("SELECT last_seq FROM v1_epoch").fetchone()[0]


def test_the_pool_has_pages_that_repeat_and_that_come_back(tmp_path: Path) -> None:
    """Else the test above would test nothing."""
    load(tmp_path / "p.db", POOL[0], later(POOL[0], 20), POOL[1], POOL[2], later(POOL[1], 30))
    assert short_rows(tmp_path / "p.db") == 1
    assert isinstance(POOL[0].capture, Capture)
