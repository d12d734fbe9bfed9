"""Which pages are listings, and what their stories are: over the saved pages in fixtures/pages."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.parse import parse_page
from pipeline.parse.html_tree import parse_html, text_of
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.teasers import without_marker
from pipeline.parse.listing import find_stories
from pipeline.parse.stories import Place
from pipeline.records import Article, BlockKind, PageKind, ParsedPage, Problem, Reason
from tests import FIXTURES

PAGES = FIXTURES / "pages"
URL = "https://steppe-herald.example/page/2/"
PLACE = Place(URL, "en", None)
TEXT = "The council met for six hours on Tuesday and agreed to rebuild the old bridge before next winter."


def _page(name: str) -> ParsedPage:
    return parse_page((PAGES / name).read_bytes(), URL, "text/html", time_zone=ZoneInfo("Asia/Almaty"))


def _stories(html: str, *, says_article: bool = False) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    root, _ = parse_html(html)
    found = find_stories(root, PLACE, says_article=says_article)
    return found.articles, found.problems


@pytest.mark.parametrize("path", sorted(PAGES.glob("listing-*.html")), ids=lambda path: path.stem)
def test_listing_is_one_and_its_stories_have_titles(path: Path) -> None:
    """Every saved listing page is a listing, whatever its containers."""
    page = _page(path.name)
    assert page.kind is PageKind.LISTING
    assert len(page.articles) >= 3
    assert all(len(article.title.split()) >= 5 for article in page.articles)


@pytest.mark.parametrize("path", sorted(PAGES.glob("article-*.html")), ids=lambda path: path.stem)
def test_article_with_company_stays_one_article(path: Path) -> None:
    """Related cards, most-read boxes, comments, subheads and endless scrolling make no listing."""
    page = _page(path.name)
    assert page.kind is PageKind.ARTICLE
    assert len(page.articles) == 1


def test_text_of_a_full_listing_is_all_accounted_for() -> None:
    """On a page of whole stories each text is in a story or is boilerplate: nothing is reported."""
    page = _page("listing-full-stories-in-article-tags.html")
    assert page.problems == ()
    first = page.articles[0]
    assert first.complete
    assert first.authors == ("Nargiza Tolebaeva",)
    assert first.section == "Transport"
    assert first.published_at is not None
    assert first.published_at.isoformat() == "2025-11-24T09:30:00+05:00"
    assert (
        first.url == "https://steppe-herald.example/2025/11/ferry-returns-to-lake-sarkol-after-nine-year-pau/"
    )
    assert first.image is not None
    assert first.rule("title") == "listing.linked-heading"


def test_subheads_of_the_same_rank_stay_inside_their_story() -> None:
    """A heading of one word among headlines of eight is a subhead."""
    first = _page("listing-flat-run-h2-subheads.html").articles[0]
    subheads = [block.text for block in first.blocks if block.kind is BlockKind.SUBHEAD]
    assert subheads == ["Politics", "Economy", "Outlook"]


@pytest.mark.parametrize(
    "name", ["listing-list-items.html", "listing-line-breaks-instead-of-paragraphs.html"]
)
def test_box_of_a_story_and_paging_behind_it_are_no_part_of_its_text(name: str) -> None:
    """A story in a list item is made of paragraphs, its lines in bold of subheads, and paging is none of it."""
    blocks = [block for article in _page(name).articles for block in article.blocks]
    subheads = [block.text for block in blocks if block.kind is BlockKind.SUBHEAD]
    in_bold = ["Prices", "What comes next", "Surveyors", "Builders", "Trains"]
    assert subheads == (in_bold if name == "listing-list-items.html" else [])
    assert {block.kind for block in blocks} <= {BlockKind.PARAGRAPH, BlockKind.SUBHEAD}
    assert not any("Page 1" in block.text for block in blocks)


def test_teasers_are_not_complete_and_lose_their_marker() -> None:
    """ "Continue reading" is no part of a text, and says that the text is not whole."""
    page = _page("listing-teasers-continue-reading.html")
    assert not any(article.complete for article in page.articles)
    assert not any(article.text.endswith(("reading", "…")) for article in page.articles)


def test_page_date_is_no_story_date() -> None:
    """The date above a ticker dates no story."""
    page = _page("listing-plain-divs-no-links.html")
    assert {article.published_at for article in page.articles} == {None}


def test_story_without_title_is_reported_with_its_place() -> None:
    """A container that looks like its neighbours and has no headline is a problem, not silence."""
    problems = _page("listing-with-an-untitled-story.html").problems
    assert Reason.STORY_WITHOUT_TITLE in {problem.reason for problem in problems}
    left_over = [problem for problem in problems if problem.reason is Reason.TEXT_LEFT_OVER]
    assert [problem.detail.split()[0] for problem in left_over] == ["Letters"]
    assert left_over[0].where == "/html/body/main/p"


def test_tree_is_left_as_it_was() -> None:
    """Reading stories takes nothing out of the page."""
    root, _ = parse_html((PAGES / "listing-hero-and-cards.html").read_text(encoding="utf-8"))
    before = text_of(root)
    find_stories(root, PLACE, says_article=False)
    assert text_of(root) == before


def test_selector_names_the_stories() -> None:
    """With a source's selector each match is one story, and a match without a headline is reported."""
    html = "<html><body><div class=x><h4>One</h4><p>Short.</p></div><div class=x><p>No title.</p></div></body></html>"
    root, _ = parse_html(html)
    articles, problems, *_ = find_stories(root, PLACE, says_article=False, story_selector=("div.x",))
    assert [(article.title, article.text) for article in articles] == [("One", "Short.")]
    assert [problem.reason for problem in problems] == [Reason.STORY_WITHOUT_TITLE]


def test_selector_that_matches_nothing_is_reported() -> None:
    """A selector that finds nothing names itself in a problem."""
    root, _ = parse_html("<html><body><p>Text.</p></body></html>")
    _, problems, *_ = find_stories(root, PLACE, says_article=False, story_selector=("div.x",))
    assert [(problem.reason, problem.detail) for problem in problems] == [
        (Reason.SELECTOR_FOUND_NOTHING, "div.x")
    ]


def test_popular_box_without_a_telling_class_is_no_part_of_the_listing() -> None:
    """A box is known by the words above it: its links are no stories."""
    story = "<div><h2><a href='/{0}'>Headline of the story number {0}</a></h2><p>{1}</p></div>"
    stories = "".join(
        story.format(n, "The ferry crossed the lake again, and all who saw it cheered. " * 3) for n in "123"
    )
    popular = "".join(f"<h4><a href='/p{n}'>A popular story about item number {n}</a></h4>" for n in "4567")
    articles, _ = _stories(
        f"<html><body><div>{stories}</div><div><h3>Trending now</h3>{popular}</div></body></html>"
    )
    assert [article.url for article in articles] == [f"https://steppe-herald.example/{n}" for n in "123"]


@pytest.mark.parametrize(
    "line",
    [
        "<div>By <a href='/jane'>Jane Doe</a> on 24 November 2025</div>",
        "<p>24 November 2025 | By Jane Doe</p>",
        "<span>November 24, 2025</span> <span class=author>Jane Doe</span>",
        "<div class=meta>Posted by <b>Jane Doe</b> <time datetime=2025-11-24>last Monday</time></div>",
    ],
)
def test_date_and_byline_are_read_from_one_line_and_leave_the_text(line: str) -> None:
    """However a site joins them, the name, the day and the text come out apart."""
    story = "<article><h2><a href=/{0}>Headline of the story number {0}</a></h2>{1}<p>{2}</p></article>"
    text = "The ferry crossed the lake again, and all who saw it cheered. " * 8
    articles, _ = _stories(
        "<html><body>" + "".join(story.format(n, line, text) for n in "123") + "</body></html>"
    )
    assert {article.authors for article in articles} == {("Jane Doe",)}
    assert {article.published_at and article.published_at.date().isoformat() for article in articles} == {
        "2025-11-24"
    }
    assert {article.text for article in articles} == {text.strip()}


def test_byline_with_two_dates_tells_publication_and_last_change() -> None:
    """`updated` on the second <time> of a byline makes it the date of the last change."""
    page = (PAGES.parent / "site" / "index.html").read_text(encoding="utf-8")
    story = _stories(page)[0][3]
    assert story.published_at is not None
    assert story.published_at.isoformat() == "2026-03-12T19:40:00+05:00"
    assert story.modified_at is not None
    assert story.modified_at.isoformat() == "2026-03-13T09:15:00+05:00"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Snow closed the pass. Read more »", "Snow closed the pass."),
        ("Snow closed the pass [...]", "Snow closed the pass"),
        ("Снег закрыл перевал… Читать далее", "Снег закрыл перевал"),
        ("Snön stängde passet. Läs hela artikeln", "Snön stängde passet."),
        ("Snow closed the pass. [Continue reading]", "Snow closed the pass."),
    ],
)
def test_marker_is_cut_off(text: str, left: str) -> None:
    """Phrases, brackets and dots at the end of an excerpt go."""
    assert without_marker(text) == (left, True)


@pytest.mark.parametrize("marker", ["Continue reading “{}”", "Read more about {}"])
def test_a_marker_may_go_on_with_the_headline(marker: str) -> None:
    title = "Snow closes the pass"
    assert without_marker(f"Nobody crosses. {marker.format(title)}", title) == ("Nobody crosses.", True)


def test_the_same_words_in_a_sentence_are_text() -> None:
    """Whoever is told to read more has not been cut off."""
    assert without_marker("He told the class to read more") == ("He told the class to read more", False)


@pytest.mark.parametrize(
    "text",
    ["Viewing results 691 - 696 of 1505", "Page 3 of 20", "1 2 3 … 20", "« Older posts", "Страница 3 из 20"],
)
def test_paging_lines_are_known(text: str) -> None:
    """Lines that lead to further pages are no text of a story."""
    assert is_paging(text)


@pytest.mark.parametrize("text", ["News", "Next year we go", "In 2024", "1. Snow", "12.03.2004 14:35"])
def test_other_short_lines_are_not_paging(text: str) -> None:
    """A label, a year, a date or a numbered line is kept."""
    assert not is_paging(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [("24 November 2025, 10:15", "en"), ("Posted on Monday, 24 November 2025", "en"), ("24 ноября 2025 г.", "ru"),
     ("3 hours ago", "en"), ("24.11.2025", None), ("2025年11月24日", "zh")],
)  # fmt: skip
def test_date_lines_are_known(text: str, language: str) -> None:
    """A line of nothing but a date is small print."""
    assert is_date_line(text, language)


@pytest.mark.parametrize(
    "text", ["Expo opens on 24 November 2025", "Kazakhstan 2030", "May the best win", "11.5%"]
)
def test_headlines_with_dates_are_not_date_lines(text: str) -> None:
    """A date in a sentence does not make the sentence a date."""
    assert not is_date_line(text, "en")


@pytest.mark.skipif(
    "PIPELINE_CORPUS" not in os.environ, reason="PIPELINE_CORPUS names no corpus of article pages"
)
def test_article_pages_are_hardly_ever_taken_for_listings() -> None:
    """Fewer than one in a hundred article pages of a corpus comes out as a listing."""
    import gzip  # noqa: PLC0415 - for this test only
    import json  # noqa: PLC0415

    corpus = Path(os.environ["PIPELINE_CORPUS"])
    records = [json.loads(line) for line in (corpus / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    listings = [
        record["id"]
        for record in records
        if parse_page(
            gzip.decompress((corpus / record["dataset"] / f"{record['id']}.html.gz").read_bytes()),
            record["url"] or URL,
            "text/html",
        ).kind
        is PageKind.LISTING
    ]
    assert len(listings) * 100 < len(records), listings


def test_a_short_headline_counts_among_longer_ones() -> None:
    """A link of two words in a list of headlines is one; by itself it is the name of a section."""
    titles = [
        "Harvest ends",
        "Ferry captain retires after forty years",
        "Storm takes the roof off a hall",
        "Night buses return to the suburbs",
    ]
    rows = "".join(f'<li><a href="/n/{n}">{title}</a> {TEXT}</li>' for n, title in enumerate(titles))
    articles, _ = _stories(f"<html><body><ul><li><a href=/w>World</a></li></ul><ul>{rows}</ul></body></html>")
    assert [article.title for article in articles] == titles


def test_a_label_in_a_headline_is_its_section() -> None:
    """Style sheets set a kicker above the headline, and no white space parts the two."""
    rows = "".join(
        f'<h3><a href="/n/{n}"><i>City</i><b>Ferry captain number {n} retires today</b></a></h3><p>{TEXT}</p>'
        for n in range(4)
    )
    articles, _ = _stories(f"<html><body>{rows}</body></html>")
    assert [article.title for article in articles] == [
        f"Ferry captain number {n} retires today" for n in range(4)
    ]
    assert {article.section for article in articles} == {"City"}


def test_what_stands_above_the_first_story_alone_is_none_of_it() -> None:
    """The page's own line above the first of several stories is no label of that story."""
    rows = "".join(
        f'<h3><a href="/n/{n}">Ferry captain number {n} retires today</a></h3><p>{TEXT}</p>' for n in range(4)
    )
    articles, _ = _stories(f"<html><body><div>River Courier</div>{rows}</body></html>")
    assert [article.section for article in articles] == [None] * 4
