"""From pages to rows: the seed page and listing pages that overlap, through all three stages."""

import os
import random
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Config, Source
from pipeline.records import PageOutcome
from pipeline.run.stream import ingest
from pipeline.summary import RunSummary
from tests.fetch.fetching import FakeClock

CORPUS = os.environ.get("PIPELINE_CORPUS")
HEADLINES = (
    "Why Kazakhstan is Tightening Requirements",
    "Turkmenistan Forcibly Hospitalizes Human Rights Activist",
    "Train Link Connects China and Afghanistan",
    "Kazakhstan’s Public Debt Remains",
    "XVII Eurasia International Film Festival",
    "Kazakhstan and Taliban Afghanistan",
)
TICKER = "".join(
    f"<li>{pair} = {rate} {change}</li>"
    for pair, rate, change in (("KGS/USD", "0.01144", "0%"), ("KZT/USD", "0.00197", "-0%")) * 6
)
START = datetime(2025, 12, 9, 2, 15, tzinfo=UTC)


@pytest.fixture
def seed() -> Path:
    """The page that started it."""
    if CORPUS is None:
        pytest.skip("PIPELINE_CORPUS is not set")
    return Path(CORPUS) / "seed-listing-page.txt"


def run(folder: Path, pages: Path, night: int = 0) -> tuple[RunSummary, list[PageOutcome]]:
    """One night's run over `pages` into the database of `folder`."""
    config = Config.model_validate({"pipeline": {"database": "night.db"}}, context={"folder": folder})
    summary = RunSummary()
    clock = FakeClock(START + timedelta(days=night))
    outcomes = list(ingest(config, {"paper": Source(pages=(str(pages),))}, summary, clock=clock))
    return summary, outcomes


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{folder / 'night.db'}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_seed_page_loaded_twice_gives_each_story_and_quote_once(tmp_path: Path, seed: Path) -> None:
    """Two nights with the same page leave six stories and five quotes, seen on both nights."""
    printed = seed.read_text(encoding="utf-8").count("KGS/USD")
    first, _ = run(tmp_path, seed)
    second, _ = run(tmp_path, seed, night=1)
    assert (first.sources["paper"].articles_added, first.sources["paper"].quotes_added) == (6, 5)
    assert (second.sources["paper"].articles_added, second.sources["paper"].quotes_added) == (0, 0)
    titles = [title for (title,) in rows(tmp_path, "SELECT title FROM v1_articles ORDER BY id")]
    assert all(title.startswith(start) for title, start in zip(titles, HEADLINES, strict=True))
    assert rows(
        tmp_path, "SELECT base, rate_text, direction, as_of, occurrences, sightings FROM v1_quotes"
    ) == [
        ("KGS", "0.01144", 0, "2025-12-08", printed, 2),
        ("KZT", "0.00197", -1, "2025-12-08", printed, 2),
        ("TJS", "0.10904", 0, "2025-12-08", printed, 2),
        ("UZS", "0.00008", 0, "2025-12-08", printed, 2),
        ("TMT", "0.28490", 0, "2025-12-08", printed, 2),
    ]


def test_seed_stories_are_whole_and_undated(tmp_path: Path, seed: Path) -> None:
    """Every word under the page's date is in the story it belongs to; the ticker's date dates no story."""
    run(tmp_path, seed)
    text = seed.read_text(encoding="utf-8").partition("08 December 2025")[2]
    found = rows(tmp_path, "SELECT title, text, published_at FROM v1_articles ORDER BY id")
    words = [word for title, body, _ in found for word in f"{title} {body}".split()]
    markers = ["–"]  # the dash that opens a line of a list is the list's, not the sentence's
    lines = [line.split() for line in text.splitlines()]
    assert words == [word for line in lines for word in (line[1:] if line[:1] == markers else line)]
    assert {published for *_, published in found} == {None}
    subheads = "SELECT text FROM v1_blocks WHERE kind = 'subhead' AND article_id = 6"
    assert rows(tmp_path, subheads) == [("Politics",), ("Economy",)]


def story(number: int) -> str:
    places = ("Almaly", "Tokbay", "Karasu", "Sarybulak")
    return f"""<article><h2><a href="/2025/story-{number}/">Council number {number} opens its new reading room</a></h2>
    <p>In {places[number % 4]} the council of ward {number} opened a reading room on Monday with {number * 7} seats.
    </p>
    <p>The room will be open until late in the evening, said the head of ward {number}, so that pupils can study.</p>
    <p>Ward {number} paid for it with what was left of the fund for roads, after a vote that nobody opposed.</p>
    </article>"""


def listing(first: int) -> str:
    stories = "".join(story(number) for number in range(first, first + 6))
    return f"""<!doctype html><html lang="en"><head><title>News - The Paper</title></head><body>
    <header><ul class="ticker">{TICKER}</ul><div class="date">08 December 2025</div></header>
    <main><p>Viewing results {first} - {first + 5} of 107</p>{stories}</main></body></html>"""


def test_ten_listing_pages_that_overlap_give_each_story_and_quote_once(tmp_path: Path) -> None:
    """Pages that share their ticker and half of their stories leave every story and every quote once."""
    pages = tmp_path / "pages"
    pages.mkdir()
    order = list(range(10))
    random.Random(7).shuffle(order)
    for position, number in enumerate(order):
        (pages / f"{position}.html").write_text(listing(1 + 3 * number), encoding="utf-8")
    summary, _ = run(tmp_path, pages)
    titles = rows(tmp_path, "SELECT title FROM v1_articles")
    assert sorted(int(re.findall(r"\d+", title)[0]) for (title,) in titles) == list(range(1, 34))
    assert rows(tmp_path, "SELECT base, sightings, occurrences FROM v1_quotes ORDER BY base") == [
        ("KGS", 10, 6),
        ("KZT", 10, 6),
    ]
    assert summary.sources["paper"].articles_added == 33
    assert set(rows(tmp_path, "SELECT first_seen = last_seen FROM v1_articles")) <= {(0,), (1,)}


def test_first_and_last_seen_follow_the_nights(tmp_path: Path) -> None:
    """A story and a quote that stay on the page are seen first on the first night and last on the last."""
    page = tmp_path / "front.html"
    page.write_text(listing(1), encoding="utf-8")
    run(tmp_path, page)
    run(tmp_path, page, night=1)
    for view in ("v1_articles", "v1_quotes"):
        [(first, last)] = set(
            rows(tmp_path, f"SELECT substr(first_seen, 1, 16), substr(last_seen, 1, 16) FROM {view}")
        )
        assert (first, last) == ("2025-12-09T02:15", "2025-12-10T02:15")
