import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Article, Block, BlockKind, Candidate, Image, PageOutcome
from tests.load.records import (
    NOON,
    SITE,
    SIX,
    capture,
    listing,
    load,
    own_page,
    paragraphs,
    rows,
    story,
    teaser,
)


def test_nothing_changed_writes_no_article_row(path: Path) -> None:
    """What is seen again as it was touches neither articles nor versions, bodies, keys, authors or tags.

    Nor quotes, but for when they were seen last.
    """
    page = own_page(story(1, authors=("A. Tilek",), tags=("snow",)), url=f"{SITE}/1")
    load(path, listing(*SIX), page)
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(quotes)") if row[1] != "last_seen"]
        old, new = (", ".join(f"{row}.{name}" for name in columns) for row in ("old", "new"))
        for table in ("articles", "article_versions", "bodies", "article_authors", "article_tags", "quotes"):
            for write in ("INSERT", "UPDATE", "DELETE"):
                when = f" WHEN ({old}) IS NOT ({new})" if (table, write) == ("quotes", "UPDATE") else ""
                connection.execute(
                    f"CREATE TRIGGER no_{write}_{table} BEFORE {write} ON {table}{when}"
                    f" BEGIN SELECT RAISE(ABORT, '{write} {table}'); END"
                )
        connection.commit()
    again = load(path, listing(*SIX, hour=1), replace(page, capture=capture(f"{SITE}/1", hour=2)))
    assert [outcome.articles_unchanged for outcome in again] == [6, 1]


def test_every_field_of_a_story_arrives(path: Path) -> None:
    """A reader of v1_articles gets what the page said, in order, dates in UTC and as printed."""
    almaty = timezone(timedelta(hours=5))
    full = story(
        1,
        authors=("Aigerim Ospanova", "Tilek Bekov"),
        published_at=datetime(2025, 12, 8, 2, 30, tzinfo=almaty),
        modified_at=datetime(2025, 12, 8, 9, tzinfo=UTC),
        url=f"{SITE}/snow?utm_source=mail",
        language="en",
        section="Weather",
        tags=("snow", "roads"),
        image=f"{SITE}/snow.jpg",
    )
    load(path, own_page(full, url=f"{SITE}/snow"))
    [row] = rows(path, "SELECT * FROM v1_articles")
    assert row == {
        "id": 1,
        "source": "herald",
        "url": f"{SITE}/snow",
        "title": "Valley 1 moves early",
        "authors": '["Aigerim Ospanova","Tilek Bekov"]',
        "published_at": "2025-12-07T21:30:00Z",
        "published_local": "2025-12-08T02:30:00+05:00",
        "modified_at": "2025-12-08T09:00:00Z",
        "language": "en",
        "section": "Weather",
        "tags": '["snow","roads"]',
        "image": f"{SITE}/snow.jpg",
        "text": full.text,
        "complete": 1,
        "first_seen": "2025-12-08T12:00:00.000Z",
        "last_seen": "2025-12-08T12:00:00.000Z",
        "changed_at": "2025-12-08T12:00:00.000Z",
        "sightings": 1,
        "markdown": full.markdown,
    }


@given(
    blocks=st.lists(
        st.builds(
            Block, st.sampled_from([*set(BlockKind) - {BlockKind.IMAGE}]), st.text(), st.integers(0, 6)
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=50, deadline=None)  # a file an example, on a machine that may be busy
def test_blocks_of_a_body_come_back_as_they_were(
    blocks: list[Block], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Kind, level and text of every block, with any characters and empty lines in it; only NUL is replaced."""
    path = tmp_path_factory.mktemp("blocks") / "herald.db"
    load(path, own_page(story(1, blocks=tuple(blocks)), url=f"{SITE}/1"))
    found = rows(path, "SELECT kind, level, text FROM v1_blocks ORDER BY position")
    assert found == [
        {"kind": block.kind.value, "level": block.level, "text": block.text.replace("\0", "\ufffd")}
        for block in blocks
    ]


def test_a_teaser_never_overwrites_a_whole_text(path: Path) -> None:
    """A teaser seen after the story leaves the story as it was, and counts as a sighting."""
    _, after = load(path, own_page(story(1), url=f"{SITE}/1"), listing(teaser(1, url=f"{SITE}/1"), hour=1))
    assert after.articles_unchanged == 1
    [row] = rows(path, "SELECT complete, text, sightings FROM v1_articles")
    assert row == {"complete": 1, "text": story(1).text, "sightings": 2}


def test_the_longer_of_two_teasers_stays(path: Path) -> None:
    """A one-line teaser of today does not replace the longer one of yesterday."""
    short = teaser(1, url=f"{SITE}/1", blocks=paragraphs("In short."))
    _, after = load(path, listing(teaser(1, url=f"{SITE}/1")), listing(short, hour=1))
    assert after.articles_unchanged == 1
    assert rows(path, "SELECT text FROM v1_articles") == [{"text": teaser(1).text}]


def test_a_paywalled_page_never_overwrites_a_whole_text(path: Path) -> None:
    """The text that a listing printed whole stays when the story's own page cuts it off."""
    _, after = load(path, listing(story(1, url=f"{SITE}/1")), own_page(teaser(1), url=f"{SITE}/1", hour=1))
    assert after.articles_unchanged == 1
    assert rows(path, "SELECT complete, text FROM v1_articles") == [{"complete": 1, "text": story(1).text}]


def test_stories_that_all_link_to_one_form_stay_apart(path: Path) -> None:
    """An address that every story of a page prints is not shown as theirs."""
    [outcome] = load(path, listing(*(story(number, url=f"{SITE}/join") for number in range(6))))
    assert outcome.articles_added == 6
    assert rows(path, "SELECT DISTINCT url FROM v1_articles") == [{"url": None}]


def test_a_notice_in_place_of_stories_does_not_make_them_one(path: Path) -> None:
    """Addresses that all show the same wall for a night stay stories of their own, and have their texts back after."""
    wall = story(0, title="Before you go on", blocks=paragraphs("We value your privacy. " * 40))
    pages = [own_page(story(number), url=f"{SITE}/{number}") for number in (1, 2)]
    walls = [own_page(wall, url=f"{SITE}/{number}", hour=1) for number in (1, 2, 3)]
    load(path, *pages, *walls)
    load(path, *(replace(page, capture=capture(page.capture.url, hour=2)) for page in pages))
    titles = [row["title"] for row in rows(path, "SELECT title FROM v1_articles ORDER BY url")]
    assert titles == [story(1).title, story(2).title, wall.title]


def test_a_story_that_moved_is_one(path: Path) -> None:
    """The same headline, date and text at another address is the same story, and the address it moved to is shown."""
    dated = story(1, published_at=NOON)
    _, moved = load(path, own_page(dated, url=f"{SITE}/old/1"), own_page(dated, url=f"{SITE}/new/1", hour=1))
    assert (moved.articles_added, moved.articles_changed) == (0, 1)
    assert rows(path, "SELECT url FROM v1_articles") == [{"url": f"{SITE}/new/1"}]


def test_a_story_at_two_addresses_rests_when_its_pages_do(path: Path) -> None:
    """Under a section each, and each page gives itself as canonical: what is new counts, not who was asked last."""
    dated = story(1, published_at=NOON)
    here, there = (f"{SITE}/{section}/1" for section in ("town", "sport"))

    def night(hour: int, title: str = dated.title) -> list[PageOutcome]:
        first, second = replace(dated, section="Town", title=title), replace(dated, section="Sport")
        return load(path, own_page(first, url=here, hour=hour), own_page(second, url=there, hour=hour + 1))

    night(0)
    for hour in (24, 48):
        assert [outcome.articles_changed for outcome in night(hour)] == [0, 0]
    assert rows(path, "SELECT url, section FROM v1_articles") == [{"url": there, "section": "Sport"}]
    assert [outcome.articles_changed for outcome in night(72, title="Corrected")] == [1, 0]
    assert rows(path, "SELECT url, title FROM v1_articles") == [{"url": here, "title": "Corrected"}]
    revisions = rows(path, "SELECT title, valid_from FROM v1_revisions ORDER BY revision")
    assert [row["title"] for row in revisions] == [story(1).title, story(1).title, "Corrected"]


@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_any_text_may_stand_in_any_field(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever a page prints, control characters and halves of surrogate pairs included, is loaded, and once."""
    text = st.text(st.characters())
    article = Article(
        title=data.draw(text),
        authors=tuple(data.draw(st.lists(text, max_size=2))),
        published_at=data.draw(st.none() | st.datetimes(timezones=st.timezones())),
        blocks=paragraphs(*data.draw(st.lists(text, max_size=2))),
        url=data.draw(st.none() | text | text.map(f"{SITE}/".__add__)),
        section=data.draw(text),
        tags=tuple(data.draw(st.lists(text, max_size=2))),
        complete=data.draw(st.booleans()),
    )
    page = data.draw(st.sampled_from((listing(article), own_page(article, url=f"{SITE}/1"))))
    path = tmp_path_factory.mktemp("any") / "herald.db"
    first, second = load(path, page, page)
    assert (first.articles_added, second.articles_unchanged) == (1, 1)


def test_a_whole_text_replaces_the_teaser(path: Path) -> None:
    """A teaser first and the story then is one story that changed, and what only the teaser told stays."""
    tease = teaser(1, url=f"{SITE}/1", section="Weather", authors=("A. Tilek",))
    _, after = load(path, listing(tease), own_page(story(1), url=f"{SITE}/1", hour=1))
    assert (after.articles_added, after.articles_changed) == (0, 1)
    [row] = rows(path, "SELECT complete, text, section, authors, changed_at FROM v1_articles")
    assert row == {
        "complete": 1,
        "text": story(1).text,
        "section": "Weather",
        "authors": '["A. Tilek"]',
        "changed_at": "2025-12-08T13:00:00.000Z",
    }


PLAIN, ONE, TWO = f"{SITE}/story", f"{SITE}/story?id=1", f"{SITE}/story?id=2"


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_stories_whose_pages_name_one_canonical_url_stay_apart(path: Path, order: tuple[int, ...]) -> None:
    """A site that leaves the ?id= out of it has as many stories as headlines, in whatever order their pages come."""
    pages = (
        own_page(story(1, url=PLAIN), url=ONE),
        own_page(story(2, url=PLAIN), url=TWO),
        listing(teaser(1, url=ONE), teaser(2, url=TWO), url=f"{SITE}/page/9/"),
        own_page(story(2, url=PLAIN, title="Valley 2 moves after all"), url=TWO, hour=5),
    )
    load(path, *(pages[place] for place in order))
    titles = [row["title"] for row in rows(path, "SELECT title FROM v1_articles ORDER BY title")]
    assert titles == ["Valley 1 moves early", "Valley 2 moves after all"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_story_shown_in_another_way_is_the_story_at_its_canonical_url(
    path: Path, order: tuple[int, ...]
) -> None:
    """The page with one comment, and a second page of the text, say where the story is, and have its headline."""
    rest = story(1, url=PLAIN, blocks=paragraphs("The second page of the text goes on about lorries. " * 9))
    pages = (
        own_page(story(1, url=PLAIN), url=PLAIN, hour=5),
        own_page(story(1, url=PLAIN), url=f"{PLAIN}?comment=5", hour=1),
        own_page(rest, url=f"{PLAIN}?page=2", hour=2),
    )
    load(path, *(pages[place] for place in order))
    assert [row["text"] for row in rows(path, "SELECT text FROM v1_articles")] == [story(1).text]


def test_what_was_taken_for_two_stories_becomes_one(path: Path) -> None:
    """A story without address and a teaser that words it otherwise are two, until its own page ties them."""
    worded_otherwise = teaser(1, url=f"{SITE}/1", title="Early move", blocks=paragraphs("In short."))
    load(path, listing(story(1)), listing(worded_otherwise, hour=1))
    assert len(rows(path, "SELECT id FROM v1_articles")) == 2
    [outcome] = load(path, own_page(story(1), url=f"{SITE}/1", hour=2))
    assert (outcome.articles_added, outcome.articles_changed) == (0, 1)
    [row] = rows(path, "SELECT id, url, sightings, first_seen FROM v1_articles")
    assert row == {"id": 1, "url": f"{SITE}/1", "sightings": 3, "first_seen": "2025-12-08T12:00:00.000Z"}
    assert rows(path, "PRAGMA foreign_key_check") == []


def test_stories_united_on_one_page_count_once(path: Path) -> None:
    """A listing that prints a story twice, and so differently that only its third print tells, adds one story."""
    prints = (story(1), teaser(1, url=f"{SITE}/1", title="Early move", blocks=()), story(1, url=f"{SITE}/1"))
    [outcome] = load(path, listing(*prints))
    assert (outcome.articles_added, outcome.articles_changed, outcome.articles_unchanged) == (1, 0, 0)
    assert len(rows(path, "SELECT id FROM v1_articles")) == 1
    assert len(rows(path, "SELECT * FROM v1_sightings")) == 3


def test_a_changed_text_replaces_the_old_one_and_the_old_version_stays(path: Path) -> None:
    """The same address with other words is the same story, changed; both states are kept."""
    edited = story(1, blocks=paragraphs("Corrected: no flock has moved at all."))
    page = own_page(story(1), url=f"{SITE}/1")
    _, after, back = load(
        path,
        page,
        own_page(edited, url=f"{SITE}/1", hour=1),
        replace(page, capture=capture(f"{SITE}/1", hour=2)),
    )
    assert (after.articles_changed, back.articles_changed) == (1, 1)
    assert [row["text"] for row in rows(path, "SELECT text FROM v1_articles")] == [story(1).text]
    assert len(rows(path, "SELECT id FROM article_versions")) == 2


@pytest.mark.parametrize("field", ["published_at", "modified_at"])
def test_a_bare_day_does_not_overwrite_the_hour_that_was_told_of_it(path: Path, field: str) -> None:
    """A redesign that prints the day alone, in whatever zone, tells nothing new; a later hour does, and another day."""
    almaty = timezone(timedelta(hours=5))
    hour = datetime(2025, 12, 8, 21, 30, tzinfo=UTC)  # in Almaty it is the next day
    told = (
        hour,
        datetime(2025, 12, 8, tzinfo=UTC),
        datetime(2025, 12, 8, tzinfo=almaty),
        datetime(2025, 12, 9, tzinfo=almaty),
        hour + timedelta(hours=1),
        datetime(2025, 12, 7, tzinfo=almaty),
    )
    pages = (own_page(story(1, **{field: at}), url=f"{SITE}/1", hour=n) for n, at in enumerate(told))
    assert [outcome.articles_changed for outcome in load(path, *pages)] == [0, 0, 0, 0, 1, 1]


def test_an_older_page_loaded_late_changes_nothing(path: Path) -> None:
    """What was fetched before does not overwrite what was fetched after, whenever it is loaded."""
    edited = own_page(story(1, title="Corrected"), url=f"{SITE}/1", hour=1)
    _, late = load(path, edited, own_page(story(1), url=f"{SITE}/1", hour=0))
    assert late.articles_unchanged == 1
    [row] = rows(path, "SELECT title, first_seen, last_seen FROM v1_articles")
    assert row["title"] == "Corrected"
    assert (row["first_seen"], row["last_seen"]) == ("2025-12-08T12:00:00.000Z", "2025-12-08T13:00:00.000Z")


def test_one_story_of_two_sources_is_two_rows(path: Path) -> None:
    """Sources are never merged, even where they print the same words at the same address."""
    page = own_page(story(1), url=f"{SITE}/1")
    other = replace(page, capture=replace(page.capture, source="gazette"))
    load(path, page, other)
    assert rows(path, "SELECT source FROM v1_articles ORDER BY source") == [
        {"source": "gazette"},
        {"source": "herald"},
    ]


def test_a_text_in_several_places_is_stored_once(path: Path) -> None:
    """The listing and the story's own page share one body; the second to say the same changes nothing."""
    _, after = load(path, listing(story(1, url=f"{SITE}/1")), own_page(story(1), url=f"{SITE}/1", hour=1))
    assert after.articles_unchanged == 1
    assert len(rows(path, "SELECT id FROM bodies")) == 1


def test_the_rule_that_gave_each_field_is_kept(path: Path) -> None:
    """A version says for each field which rule won."""
    origins = {"title": (Candidate("h1", "Snow"), Candidate("og:title", "Snow | Herald"))}
    load(path, own_page(story(1, origins=origins), url=f"{SITE}/1"))
    [row] = rows(path, "SELECT rules FROM article_versions")
    assert json.loads(row["rules"]) == {"title": "h1"}


def test_the_first_day_of_the_calendar_is_no_failure(path: Path) -> None:
    """Sites that print 0001-01-01 in an eastern zone for "no date" do not stop a run."""
    nothing = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=6)))
    load(path, own_page(story(1, published_at=nothing), url=f"{SITE}/1"))
    assert rows(path, "SELECT published_at FROM v1_articles") == [{"published_at": "0001-01-01T00:00:00Z"}]


def test_a_datetime_without_zone_is_a_bug(path: Path) -> None:
    """Nobody guesses a zone here; the page is not written."""
    with pytest.raises(ValueError, match="has no time zone"):
        load(path, own_page(story(1, published_at=datetime(2025, 12, 8)), url=f"{SITE}/1"))  # noqa: DTZ001
    assert rows(path, "SELECT count(*) AS n FROM captures") == [{"n": 0}]


def test_markdown_keeps_the_images_and_another_address_is_no_change(path: Path) -> None:
    """The text tells whether a story changed; of its forms in Markdown the richest stays, in whatever order."""
    text = paragraphs("The bridge is rebuilt.")
    picture = Block(BlockKind.IMAGE, "", image=Image(f"{SITE}/b.jpg?token=1", "A bridge"))
    seen = [story(1, blocks=blocks) for blocks in (text, (picture, *text), text)]
    outcomes = load(path, *(own_page(each, url=f"{SITE}/1", hour=hour) for hour, each in enumerate(seen)))
    assert [outcome.articles_changed for outcome in outcomes] == [0, 0, 0]
    [row] = rows(path, "SELECT text, markdown FROM v1_articles")
    assert row["text"] == "The bridge is rebuilt."
    assert row["markdown"] == f"![A bridge]({SITE}/b.jpg?token=1)\n\nThe bridge is rebuilt."
    assert [block["kind"] for block in rows(path, "SELECT kind FROM v1_blocks")] == ["paragraph"]
