"""Stories of pages saved as plain text."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import fill
from zoneinfo import ZoneInfo

import pytest

from pipeline.parse import parse_page
from pipeline.parse.plain_text import find_stories_in_lines
from pipeline.records import BlockKind, PageKind, Reason
from tests import FIXTURES

PAGES = FIXTURES / "pages"
_LONG = "The ferry crossed the lake for the first time in nine years, and everybody who saw it leave the pier cheered."


def test_one_word_lines_inside_a_story_are_subheads() -> None:
    """A label far shorter than the page's titles belongs to the story around it."""
    lines = ["Ferry Returns to the Lake After Nine Years", "", _LONG, "", "Economy", "", _LONG]
    (article,), problems, *_ = find_stories_in_lines(lines, "en")
    assert [block.kind for block in article.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEAD,
        BlockKind.PARAGRAPH,
    ]
    assert problems == ()


def test_titles_without_a_date_among_dated_ones_are_subheads() -> None:
    """However many words they have."""
    lines = ["Ferry Returns to the Lake After Nine Years", "5 March 2026", _LONG]
    lines += ["What It Costs to Cross the Lake", _LONG]
    lines += ["Shepherds Count More Snow Leopards", "4 March 2026", _LONG]
    articles, *_ = find_stories_in_lines([line for text in lines for line in (text, "")], "en")
    assert [article.title for article in articles] == [lines[0], lines[5]]


def test_rates_inside_a_story_are_no_headline() -> None:
    """Lines of rates that a story quotes between its paragraphs stay in it, each as a paragraph."""
    rates = ["KGS/USD 0.01150 -0.5%", "KZT/USD 0.00190 +1.2%"]
    (article,), problems, *_ = find_stories_in_lines(
        ["Exporters Watch the Som After a Quiet Week", "", _LONG, "", *rates, "", _LONG], "en"
    )
    assert [block.text for block in article.blocks] == [_LONG, *rates, _LONG]
    assert problems == ()


@pytest.mark.parametrize(
    "title",
    [
        "Region’s Debt Stays at ‘Bearable Level,’ Says Minister",
        "Who Owns the Wind Above the Pass?",
        "Long Read: How a Railway Crossed the Salt",
        "Governor Signs Dam Treaty With the U.S.",
        "Паром снова ходит через озеро",
    ],
)
def test_titles_may_hold_quotes_colons_and_questions(title: str) -> None:
    """What ends a sentence ends no title, save a question mark and an abbreviation."""
    articles, *_ = find_stories_in_lines([title, _LONG, "Another Headline About the Lake", _LONG], "en")
    assert articles[0].title == title


def test_short_line_that_goes_on_with_a_list_is_no_title() -> None:
    """Below a line that announces a list stand its items, even the last one without a full stop."""
    lines = [
        "Ferry Returns to the Lake After Nine Years",
        _LONG,
        "They brought:",
        "bread and salt for the crew",
        _LONG,
    ]
    (article,), *_ = find_stories_in_lines(lines, "en")
    assert len(article.blocks) == 4


def test_bulleted_lines_are_items_without_their_bullets() -> None:
    """Bullets are typography; the text is the item."""
    page = parse_page((PAGES / "text-one-story-with-a-list.txt").read_bytes(), "file:///a.txt", "text/plain")
    assert page.kind is PageKind.ARTICLE
    items = [block.text for block in page.articles[0].blocks if block.kind is BlockKind.ITEM]
    assert items[0] == "the frost of 4 May"


def test_dates_and_bylines_below_a_title_are_read() -> None:
    """Small print between title and text fills the fields and leaves the text."""
    page = parse_page(
        (PAGES / "text-dates-and-bylines.txt").read_bytes(), "file:///a.txt", "text/plain", language="en"
    )
    first = page.articles[0]
    assert first.authors == ("Nargiza Tolebaeva",)
    assert first.published_at is not None
    assert first.published_at.date().isoformat() == "2025-11-24"
    assert first.text.startswith("A passenger ferry")


def test_the_pages_own_date_dates_no_story() -> None:
    """A date at the top of a page is not the first story's."""
    lines = [
        "08 December 2025",
        "",
        "Ferry Returns to the Lake After Nine Years",
        _LONG,
        "A Map Was Found Below a Floor",
        _LONG,
    ]
    articles, problems, named, as_of = find_stories_in_lines(lines, "en")
    assert [article.published_at for article in articles] == [None, None]
    assert as_of == date(2025, 12, 8)
    assert [one.rule for one in named] == ["date-line"]
    assert problems == ()


def test_text_before_the_first_title_is_reported() -> None:
    """The end of a story whose beginning was cut off is a story without a title."""
    lines = [_LONG * 2, "", "Ferry Returns to the Lake After Nine Years", "", _LONG]
    _, problems, *_ = find_stories_in_lines(lines, "en")
    assert [(problem.reason, problem.where) for problem in problems] == [
        (Reason.STORY_WITHOUT_TITLE, "line 1")
    ]


def test_hard_wrapped_paragraphs_are_put_together() -> None:
    """Lines broken at column 72 give whole paragraphs."""
    page = parse_page((PAGES / "text-hard-wrapped.txt").read_bytes(), "file:///a.txt", "text/plain")
    assert len(page.articles) == 4
    assert page.articles[0].blocks[0].text.endswith("stolen since 1974.")


@pytest.mark.parametrize("below", ["By Dilnoza Karimova", "Dilnoza Karimova | 5 March 2026", "3 March 2026"])
def test_what_signs_a_story_is_no_part_of_a_headline_that_fills_its_line(below: str) -> None:
    """In a wrapped text a line goes on below where a word had no room: a byline or a date never does."""
    titles = [
        "Ferry Returns to the Lake After Nine Years of Silence and Repair",
        "Shepherds Count More Snow Leopards",
    ]
    lines = [
        line for title in titles for line in (title, below, "", *fill(f"{_LONG} {_LONG}", 65).split("\n"), "")
    ]
    articles, *_ = find_stories_in_lines(lines, "en")
    assert [article.title for article in articles] == titles


def test_headlines_right_above_their_texts_are_no_wrapped_lines() -> None:
    """A digit below a line does not show that it goes on, nor any letter where most lines are much longer."""
    heads = ["Olive Harvest Begins Three Weeks Early", "Cranes of the Port Go to Seven Women"]
    for text in (
        "40 people came, and all of them said that it was new.",
        "eBay came, and all said that it was new.",
    ):
        articles, *_ = find_stories_in_lines([line for head in heads for line in (head, text, "")], "en")
        assert [article.title for article in articles] == heads


def test_the_name_of_a_page_with_its_issue_beside_it_is_no_headline() -> None:
    lines = ["Quarterly Bulletin of the Water Board      No. 14, Spring 2026", ""]
    for n in (1, 2, 3):
        lines += [f"Reservoir number {n} is full again", "", _LONG, "", f"          - {n} -", ""]
    articles, *_ = find_stories_in_lines(lines, "en")
    assert [article.title for article in articles] == [
        f"Reservoir number {n} is full again" for n in (1, 2, 3)
    ]


def test_the_name_of_a_letter_its_issue_and_its_greeting_are_no_story() -> None:
    """However many stories follow, and with what stands below the greeting."""
    head = [
        "The Harbour Letter",
        "Issue 88 | Thursday, 5 March 2026",
        "",
        "Good morning,",
        "",
        "winter is back.",
        "",
    ]
    stories = [line for n in (1, 2, 3) for line in (f"Ferry number {n} returns to the lake", _LONG, "")]
    articles, problems, named, as_of = find_stories_in_lines([*head, *stories], "en")
    assert [article.title for article in articles] == [
        f"Ferry number {n} returns to the lake" for n in (1, 2, 3)
    ]
    assert [one.rule for one in named] == ["masthead", "issue-line", "greeting", "greeting"]
    assert (problems, as_of) == ((), date(2026, 3, 5))


@pytest.mark.parametrize("end", [[], ["Most read", "1. A swan blocks the ring road again today"]])
def test_a_byline_and_its_hour_below_a_text_sign_that_story(end: list[str]) -> None:
    """So do those above the next headline, whatever list ends the page."""
    names = ["Martha Quill", "Owen Pratt", "Ines Calder"]
    lines = [
        line
        for n, name in enumerate(names)
        for line in (f"Ferry number {n} returns to the lake", _LONG, f"By {name}", "5 March 2026", "")
    ]
    articles, *_ = find_stories_in_lines([*lines, *end], "en")
    assert [article.authors for article in articles] == [(name,) for name in names]


@pytest.mark.parametrize("above", [True, False])
def test_the_place_and_day_of_a_release_date_it(above: bool) -> None:  # noqa: FBT001 - a parameter
    """Above its headline or below: where it was made out, the page was not."""
    title, day = "Ferry Returns to the Lake After Nine Years", "Esbjerg, Denmark, 9 February 2026"
    (article,), problems, _, as_of = find_stories_in_lines(
        [*((day, "", title) if above else (title, "", day)), "", _LONG], "en"
    )
    assert (article.title, article.text, problems, as_of) == (title, _LONG, (), None)
    assert article.published_at == datetime(2026, 2, 9, tzinfo=UTC)


def test_numbered_parts_of_minutes_are_no_stories() -> None:
    """One of them is no longer than the part of a text."""
    heads = ["Apologies for absence", "Minutes of the last meeting", "Highways", "Date of the next meeting"]
    lines = ["Minutes of the Parish Council", "Present: everybody who came.", ""]
    lines += [line for n, head in enumerate(heads, 1) for line in (f"{n}. {head}", _LONG, "")]
    (article,), *_ = find_stories_in_lines(lines, "en")
    assert article.title == lines[0]
    lines[:2] = [
        "Minutes of the meeting of the parish council held on 3 March 2026",
        "",
        "Present: Cllrs Abel, Brook",
    ]
    (article,), *_ = find_stories_in_lines(lines, "en")  # no paragraph stands above the first number
    assert article.title == lines[0]
    assert article.text.endswith(_LONG)


def test_a_place_is_that_of_the_line_in_the_whole_text() -> None:
    """Whatever was put together or read as rates above it."""
    wrapped = fill(_LONG, 50).splitlines()
    lines = [
        "KGS/USD 0.01144 0%",
        "KZT/USD 0.00197 0%",
        "",
        "Ferry Returns to the Lake After Nine Years",
        "",
        *wrapped,
        "",
    ]
    lines += [*wrapped, "", "The end of what we know today"]
    page = parse_page("\n".join(lines).encode(), "https://h.example/w.txt", "text/plain")
    assert [(one.detail, one.where) for one in page.problems] == [(lines[-1], f"line {len(lines)}")]


def test_a_short_text_that_goes_on_elsewhere_is_no_headline() -> None:
    """It opens its story, which is not whole, and ends it."""
    lines = ["Ferry Returns to the Lake After Nine Years", "Forty passengers were aboard,… Continue reading"]
    lines += [
        "Shepherds Count More Snow Leopards",
        "It snowed. Read more",
        "Library Reaches the Last Village",
        _LONG,
    ]
    articles, problems, *_ = find_stories_in_lines([line for text in lines for line in (text, "")], "en")
    assert [(article.title, article.text, article.complete) for article in articles] == [
        (lines[0], "Forty passengers were aboard,", False),
        (lines[2], "It snowed.", False),
        (lines[4], _LONG, True),
    ]
    assert problems == ()


@pytest.mark.skipif("PIPELINE_CORPUS" not in os.environ, reason="PIPELINE_CORPUS names no corpus")
def test_listing_saved_as_text_gives_its_six_stories() -> None:
    """A real listing page saved as text: six stories, two subheads in the last, no story dated by the page."""
    body = (Path(os.environ["PIPELINE_CORPUS"]) / "seed-listing-page.txt").read_bytes()
    for variant in (body, body.replace(b"\n", b"\r\n"), body.replace(b"\n\n", b"\n")):
        page = parse_page(variant, "https://steppe-herald.example/", "text/plain")
        assert page.kind is PageKind.LISTING
        assert [article.title.split()[0] for article in page.articles] == [
            "Why", "Turkmenistan", "Train", "Kazakhstan’s", "XVII", "Kazakhstan",
        ]  # fmt: skip
        subheads = [block.text for block in page.articles[5].blocks if block.kind is BlockKind.SUBHEAD]
        assert subheads == ["Politics", "Economy"]
        assert all(article.published_at is None for article in page.articles)


LETTERS = {
    "en": ("No. 48 | 8 December 2025", "You receive this letter because you asked for it.", "Unsubscribe: https://h.example/u"),
    "ru": ("Выпуск № 48, 8 декабря 2025", "Вы получили это письмо, потому что подписаны на него.", "Отписаться"),
    "de": ("Ausgabe 48 | 8. Dezember 2025", "Sie erhalten diesen Brief auf Ihren Wunsch.", "Hier abmelden"),
    "fr": ("N° 48 – 8 décembre 2025", "Vous recevez cette lettre à votre demande.", "Se désabonner"),
    "es": ("Número 48 | 8 de diciembre de 2025", "Recibes este correo porque lo pediste.", "Darse de baja"),
    "tr": ("Sayı 48 | 8 Aralık 2025", "Tarayıcıda görüntüle", "Abonelikten çık"),
    "ja": ("第48号 2025年12月8日", "ブラウザで表示", "配信停止はこちら"),
}  # fmt: skip


@pytest.mark.parametrize("language", LETTERS)
def test_a_letter_is_accounted_for(language: str) -> None:
    """Its name, number and day, and how to leave it, each by its rule; the day dates the page and no story."""
    issue, reason, leave = LETTERS[language]
    titles = ["Ferry Returns to the Lake After Nine Years", "Snow Closes the Pass for a Second Week"]
    stories = [line for title in titles for line in (title, _LONG, "")]
    lines = ["THE VALLEY WEEKLY", issue, "", *stories, reason, leave]
    page = parse_page("\n".join(lines).encode(), "https://h.example/48.txt", "text/plain", language=language)
    assert [(article.title, article.text, article.published_at) for article in page.articles] == [
        (title, _LONG, None) for title in titles
    ]
    assert page.as_of == date(2025, 12, 8)
    assert page.problems == ()
    assert [(one.rule, one.text) for one in page.boilerplate] == [
        ("masthead", "THE VALLEY WEEKLY"), ("issue-line", issue), ("letter-service", reason), ("letter-service", leave),
    ]  # fmt: skip


def test_lines_that_no_rule_names_are_still_reported() -> None:
    """A sentence above the first story is no masthead."""
    stray = "Nobody in the whole valley had asked anybody for this line, which is here all the same."
    lines = [
        stray,
        "",
        "8 December 2025",
        "",
        "Ferry Returns to the Lake",
        _LONG,
        "Snow Closes the Pass Again",
        _LONG,
    ]
    _, problems, named, _ = find_stories_in_lines(lines, "en")
    assert [(problem.reason, problem.where) for problem in problems] == [(Reason.TEXT_LEFT_OVER, "line 1")]
    assert stray not in [one.text for one in named]


def test_times_are_read_in_the_zone_of_the_source() -> None:
    """As on any other page."""
    lines = ("Council agrees to rebuild the river bridge", "12 March 2024, 14:05", "", _LONG, "", _LONG)
    body = "\n".join(lines).encode()
    (article,) = parse_page(body, "x.txt", "text/plain", time_zone=ZoneInfo("Asia/Bishkek")).articles
    assert article.published_at == datetime(2024, 3, 12, 8, 5, tzinfo=UTC)
