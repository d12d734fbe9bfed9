"""How stories and quotes were over time: revisions and their cause, daily closes, stretches without change."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load import revisions
from pipeline.records import Article, Candidate, PageToLoad, Quote
from tests.load.records import (
    NOON,
    SITE,
    listing,
    load,
    opened,
    own_page,
    paragraphs,
    rows,
    story,
    teaser,
    write,
)

URL = f"{SITE}/1"


def seen(article: Article, hour: int, content: str = "") -> PageToLoad:
    """The page of the story, `hour` hours after noon, with bytes of its own unless they are told."""
    page = own_page(article, url=URL, hour=hour)
    return PageToLoad(replace(page.capture, digest=f"sha256:{content or hour}"), page.parsed)


def history(path: Path) -> list[tuple[str, str | None, str]]:
    return [(one.cause, one.changed, one.title) for one in revisions(path, URL)]


def load_by(path: Path, rules: str | None, *pages: PageToLoad) -> None:
    with opened(path) as database:
        run_id = database.start_run(("herald",), NOON, parser_version=1, rules=rules)
        for page in pages:
            write(database, run_id, page)


def reworded(text: str) -> Article:
    return story(1, blocks=paragraphs(text))


def test_an_edit_is_a_revision_with_what_it_changed(tmp_path: Path) -> None:
    """The headline, the body, its typography alone, and the rest are told apart; a page as before makes none."""
    path = tmp_path / "h.db"
    first = reworded("Herders of the valley moved early, and the council counted them twice.")
    typography = reworded("Herders of the valley moved early — and the council counted them twice.")
    other = reworded("Herders of the valley moved late, and the council did not count them.")
    pages = [
        first,
        first,
        replace(first, title="Herders move"),
        typography,
        other,
        replace(other, authors=("A. Tilek",)),
    ]
    load_by(path, "a", *(seen(article, hour) for hour, article in enumerate(pages)))
    assert [(one.cause, one.changed) for one in revisions(path, URL)] == [
        ("first", None),
        ("publisher", "headline"),
        ("publisher", "headline typography"),
        ("publisher", "body"),
        ("publisher", "metadata"),
    ]


def test_a_text_that_comes_back_is_a_revision_of_its_own(tmp_path: Path) -> None:
    """An edit that was taken back: the story read so, then otherwise, then so again."""
    path = tmp_path / "h.db"
    titles = ["Pass closed", "Pass open", "Pass closed"]
    load_by(path, "a", *(seen(story(1, title=title), hour) for hour, title in enumerate(titles)))
    assert [title for _, _, title in history(path)] == titles


def test_what_is_fuller_is_no_edit_and_what_is_less_full_is_nothing(tmp_path: Path) -> None:
    """A teaser made whole, and a teaser behind the whole text."""
    path = tmp_path / "h.db"
    load_by(path, "a", listing(teaser(1, url=URL)), seen(story(1), 2), listing(teaser(1, url=URL), hour=3))
    assert [(cause, changed) for cause, changed, _ in history(path)] == [
        ("first", None),
        ("fuller", "body"),
    ]


def test_a_variant_that_leaves_a_paragraph_out_is_no_edit(tmp_path: Path) -> None:
    """AMP, print and phone pages beside the page at the story's address, which come again every night."""
    path = tmp_path / "h.db"
    short = story(1, url=URL, blocks=story(1).blocks[:-1], title="Valley 1, in short")
    phone = replace(short, blocks=short.blocks[:-1])
    nights = [
        page
        for hour in (0, 24, 48)
        for page in (
            own_page(short, url=f"{URL}/amp/", hour=hour),
            own_page(short, url=f"{URL}?print=1", hour=hour + 1),
            seen(story(1, url=URL), hour + 2, "same"),
            own_page(phone, url="https://m.steppe-herald.example/1", hour=hour + 3),
        )
    ]
    load_by(path, "a", *nights)
    assert history(path) == [
        ("first", None, "Valley 1, in short"),
        ("fuller", "headline body", "Valley 1 moves early"),
    ]
    [changes] = rows(path, "SELECT count(*) AS n FROM v1_changes WHERE kind = 'changed'")
    assert changes == {"n": 1}
    load_by(path, "a", own_page(replace(phone, title="Late"), url=f"{URL}/amp/", hour=72))
    [now] = rows(path, "SELECT title, text FROM v1_articles")
    assert now == {"title": "Valley 1 moves early", "text": story(1).text}


def test_a_copy_that_lacks_the_byline_is_no_edit(tmp_path: Path) -> None:
    """Nor one without date, tags or image, nor the fuller one behind them; another byline is an edit."""
    path = tmp_path / "h.db"
    full = story(1, authors=("A. Tilek",), published_at=NOON, tags=("snow",), image=f"{SITE}/1.jpg")
    bare = story(1)
    copies = [replace(full, authors=()), replace(full, published_at=None, tags=()), bare, full, bare]
    pages = [full, *copies, replace(bare, authors=("B. Asanova",)), full]
    load_by(path, "a", *(seen(article, hour) for hour, article in enumerate(pages)))
    assert [(one.changed, one.authors, one.published_at) for one in revisions(path, URL)] == [
        (None, ("A. Tilek",), NOON.isoformat()),
        ("metadata", ("B. Asanova",), NOON.isoformat()),
        ("metadata", ("A. Tilek",), NOON.isoformat()),
    ]
    [now] = rows(path, "SELECT authors, published_local FROM v1_articles")
    assert now == {"authors": '["A. Tilek"]', "published_local": NOON.isoformat()}


@pytest.mark.parametrize(
    ("content", "rules", "cause"),
    [("0", "b", "rules"), ("0", "a", "publisher"), ("1", "a", "publisher"), ("1", "b", "unknown")],
)
def test_our_own_rules_are_no_publisher(tmp_path: Path, content: str, rules: str, cause: str) -> None:
    """The same bytes read otherwise are our doing, unless by the same rules: then they stand somewhere else now. Other
    bytes under other rules may be either's.
    """
    path = tmp_path / "h.db"
    load_by(path, "a", seen(story(1), 0, "0"))
    load_by(path, rules, seen(story(1, title="Valley 1 moves late"), 1, content))
    assert [one.cause for one in revisions(path, URL)] == ["first", cause]


def test_a_story_is_given_as_it_read_on_that_day(tmp_path: Path) -> None:
    """One row for each instant from the first sight on, none before."""
    path = tmp_path / "h.db"
    load_by(path, "a", *(seen(story(1, title=f"Title {hour}"), hour) for hour in (0, 3, 6)))
    sql = "SELECT title FROM v1_revisions WHERE valid_from <= :at AND (valid_to > :at OR valid_to IS NULL)"
    for hour, titles in (
        (11, []),
        (12, ["Title 0"]),
        (14, ["Title 0"]),
        (15, ["Title 3"]),
        (23, ["Title 6"]),
    ):
        found = rows(path, sql.replace(":at", "?"), [f"2025-12-08T{hour}:30:00.000Z"] * 2)
        assert [row["title"] for row in found] == titles


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(6)), st.lists(st.sampled_from("abc"), min_size=6, max_size=6))
def test_the_order_in_which_captures_are_loaded_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, order: Sequence[int], titles: Sequence[str]
) -> None:
    """What was seen when makes the history; each revision ends where the next begins and differs from it."""
    pages = [seen(story(1, title=f"Title {title}"), hour) for hour, title in enumerate(titles)]
    found = []
    for name, numbers in (("in_order", range(6)), ("shuffled", order)):
        path = tmp_path_factory.mktemp("db") / f"{name}.db"
        load_by(path, "a", *(pages[number] for number in numbers))
        found.append([(one.valid_from, one.valid_to, one.cause, one.title) for one in revisions(path, URL)])
    assert found[0] == found[1]
    assert all(one[1] == other[0] and one[3] != other[3] for one, other in pairwise(found[0]))


def test_each_field_says_which_rule_gave_it_and_where(tmp_path: Path) -> None:
    """Of every state, with the first capture that showed it."""
    path = tmp_path / "h.db"
    old = story(1, origins={"title": (Candidate("h1", "Valley 1 moves early"),)})
    new = replace(old, title="Valley 1", origins={"title": (Candidate("og:title", "Valley 1"),)})
    load_by(path, "a", seen(old, 0), seen(old, 1), seen(new, 2))
    assert rows(path, "SELECT field, rule, capture_id FROM v1_fields ORDER BY capture_id") == [
        {"field": "title", "rule": "h1", "capture_id": 1},
        {"field": "title", "rule": "og:title", "capture_id": 3},
    ]


def test_a_story_of_many_sightings_is_read_without_the_others(tmp_path: Path) -> None:
    """The view of one story looks its sightings up by an index."""
    path = tmp_path / "h.db"
    load_by(path, "a", seen(story(1), 0))
    with closing(sqlite3.connect(path)) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT * FROM v1_revisions WHERE article_id = 1"
        ).fetchall()
    steps = [step[3] for step in plan]
    assert any("sightings_of_an_article (article_id=?" in step for step in steps), steps
    assert not any(step.startswith("SCAN sightings") for step in steps), steps


def kgs(rate: str, day: date | None, *, conflict: bool = False) -> Quote:
    return Quote("KGS", "USD", Decimal(rate), None, None, 1, day, conflict=conflict)


def priced(hour: int, *quotes: Quote) -> PageToLoad:
    return listing(story(1), quotes=quotes, hour=hour)


def only(path: Path, view: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in rows(path, f"SELECT {', '.join(columns)} FROM {view} ORDER BY 1")]


def test_the_close_of_a_day_is_what_was_seen_last(tmp_path: Path) -> None:
    """By the date that the page prints, else by that of the capture; a value in conflict closes no day."""
    path = tmp_path / "h.db"
    monday, tuesday = date(2025, 12, 8), date(2025, 12, 9)
    load(
        path,
        priced(0, kgs("0.0110", monday)),
        priced(3, kgs("0.0120", monday)),
        priced(5, kgs("0.0130", monday, conflict=True), kgs("0.0140", monday, conflict=True)),
        priced(14, kgs("0.0120", monday)),
        priced(20, kgs("0.0150", tuesday)),
        priced(40, kgs("0.0160", None)),
    )
    assert only(path, "v1_daily_quotes", "day", "rate_text", "rate") == [
        ("2025-12-08", "0.0120", 0.012),
        ("2025-12-09", "0.0150", 0.015),
        ("2025-12-10", "0.0160", 0.016),
    ]


def test_a_rate_that_rests_is_one_interval(tmp_path: Path) -> None:
    """A new one begins where another digit is printed, and where an old rate comes back."""
    path = tmp_path / "h.db"
    rates = ["0.011", "0.011", "0.012", "0.0120", "0.011"]
    load(path, *(priced(hour, kgs(rate, None)) for hour, rate in enumerate(rates)))
    found = only(path, "v1_quote_intervals", "since", "until", "rate_text", "captures")
    assert [(since[11:13], until[11:13], rate, captures) for since, until, rate, captures in found] == [
        ("12", "13", "0.011", 2),
        ("14", "14", "0.012", 1),
        ("15", "15", "0.0120", 1),
        ("16", "16", "0.011", 1),
    ]
