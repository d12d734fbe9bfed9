"""Listings at the edges: with one story left, grouped by day, drawn with lines, or numbered."""

import pytest

from pipeline.parse import parse_page
from pipeline.records import PageKind, ParsedPage, Reason

URL = "https://steppe-herald.example/economy/"
WOOL = (
    "The wool cooperative of the upper valley met on Friday and talked until the lamps were lit, because the price that"
    " the mill offers has not moved since the autumn and the trucks have to be paid in advance."
)
FERRY = (
    "A second ferry will cross the reservoir from May, the port office said on Monday, after engineers had finished the"
    " ramp on the northern shore and the crew had passed its examination in the capital."
)
TITLES = ("Wool Cooperative Wants a Drying Hall", "Second Ferry to Cross the Reservoir")


def html(main: str, title: str = "Economy") -> ParsedPage:
    page = f"<html><title>{title} — Herald</title><body><main><h1>{title}</h1>{main}</main></body></html>"
    return parse_page(page.encode(), URL)


def text(lines: str) -> ParsedPage:
    return parse_page(lines.encode(), URL, "text/plain")


def story(more: str) -> str:
    return f"<article><h2><a href='/2026/03/wool/'>{TITLES[0]}</a></h2><p>By A. Tilek</p><p>{WOOL}{more}</p></article>"


@pytest.mark.parametrize(
    ("main", "complete"),
    [
        (story(f"</p><p>{FERRY}") + "<p>Viewing results 1 - 1 of 1</p>", True),
        (story(f"</p><p>{FERRY}") + "<p>Viewing results 691 - 691 of 691</p>", True),
        (story(" <a href='/2026/03/wool/'>Continue reading</a>"), False),
    ],
)
def test_a_listing_with_one_story_left_is_one(main: str, complete: bool) -> None:  # noqa: FBT001 - a parameter
    """The last page of a section: its story has its own headline and link, and the page is named after the section."""
    page = html(main)
    assert page.kind is PageKind.LISTING
    (article,) = page.articles
    assert (article.title, article.url, article.authors, article.complete) == (
        TITLES[0], "https://steppe-herald.example/2026/03/wool/", ("A. Tilek",), complete,
    )  # fmt: skip
    assert page.problems == ()


def test_an_article_beside_one_linked_headline_stays_an_article() -> None:
    """The only related story below a text makes no listing of the page."""
    page = html(f"<p>{WOOL}</p><p>{FERRY}</p><h2><a href='/2026/03/other/'>{TITLES[1]}</a></h2>", TITLES[0])
    assert page.kind is PageKind.ARTICLE
    assert page.articles[0].title == TITLES[0]


def day(date: str, number: int, text: str) -> str:
    return f"<ul><li><a href='/2026/03/{number}/'>{TITLES[number]}</a><p>{text}</p></li></ul>".join(
        (date, "")
    )


@pytest.mark.parametrize("date", ["<h2>{} March 2026</h2>", "<p class='day'>Friday, {} March 2026</p>"])
def test_a_date_above_a_group_dates_its_stories(date: str) -> None:
    """It is printed once for all stories of a day, as a heading or not."""
    page = html(day(date.format(14), 0, WOOL) + day(date.format(13), 1, FERRY), "Latest")
    assert [
        (a.title, a.published_at and a.published_at.day, a.section, a.rule("published_at"))
        for a in page.articles
    ] == [(TITLES[0], 14, None, "listing.day-above"), (TITLES[1], 13, None, "listing.day-above")]
    assert page.problems == ()


def test_the_time_beside_a_story_belongs_to_the_day_above() -> None:
    """Such listings print the day once, and for each story the hour."""
    groups = (
        day(f"<h2>{date} March 2026</h2>", n, text)
        for n, (date, text) in enumerate(((14, WOOL), (13, FERRY)))
    )
    page = html("".join(groups).replace("</a>", "</a> <span>09:15</span>"), "Latest")
    assert [str(article.published_at) for article in page.articles] == [
        "2026-03-14 09:15:00+00:00", "2026-03-13 09:15:00+00:00",
    ]  # fmt: skip
    assert page.problems == ()


def test_the_one_date_of_a_page_dates_no_story() -> None:
    """It is the page's own."""
    page = html("<p>08 December 2025</p>" + day("", 0, WOOL) + day("", 1, FERRY), "Latest")
    assert [article.published_at for article in page.articles] == [None, None]


def test_lines_that_underline_headlines_are_no_text() -> None:
    """Nor are those that part two stories, or the menu above them all."""
    page = text(
        f"Home | Economy | Sport | Contact\n\n{TITLES[0]}\n{'=' * 36}\n\nBy A. Tilek\n14 March 2026\n\n{WOOL}\n\n"
        f"* * *\n\n{TITLES[1]}\n{'-' * 35}\n\nBy B. Asanova\n13 March 2026\n\n{FERRY}\n"
    )
    assert [(a.title, a.authors, a.text) for a in page.articles] == [
        (TITLES[0], ("A. Tilek",), WOOL), (TITLES[1], ("B. Asanova",), FERRY),
    ]  # fmt: skip
    assert page.problems == ()


def test_a_newsletter_numbers_its_stories() -> None:
    """Their numbers are no part of the headlines; the address behind "Read more" is the story's."""
    page = text(
        f"1. {TITLES[0]}\n\n{WOOL}\n\nRead more: https://steppe-herald.example/wool/\n\n"
        f"2. {TITLES[1]}\n\n{FERRY}\n\nRead more: <https://steppe-herald.example/ferry/>\n"
    )
    assert [(a.title, a.text, a.url, a.complete) for a in page.articles] == [
        (TITLES[0], WOOL, "https://steppe-herald.example/wool/", False),
        (TITLES[1], FERRY, "https://steppe-herald.example/ferry/", False),
    ]
    assert page.problems == ()


def test_a_numbered_list_in_a_story_stays_one() -> None:
    """A story with a headline of its own has items, whatever stands between them."""
    page = text(f"{TITLES[0]}\n\n{WOOL}\n\n1. A drying hall\n\n{FERRY}\n\n2. Two trucks\n\n{WOOL}\n")
    (article,) = page.articles
    assert [block.kind.value for block in article.blocks] == [
        "paragraph",
        "item",
        "paragraph",
        "item",
        "paragraph",
    ]


def test_numbers_that_do_not_rise_are_no_stories() -> None:
    """Rules quoted from somewhere make no newsletter."""
    page = text(f"3. A drying hall of the cooperative\n\n{WOOL}\n\n7. Two trucks for the beams\n\n{FERRY}\n")
    assert page.articles == ()
    assert [problem.reason for problem in page.problems] == [Reason.STORY_WITHOUT_TITLE]
