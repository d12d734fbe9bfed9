"""Listings whose markup tells no headline from a text: saved texts, a paragraph a line, headlines in bold."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from pipeline.parse import parse_page
from pipeline.records import PageKind, ParsedPage

URL = "https://steppe-herald.example/page/4/"
TICKER = ("KGS/USD = 0.01143 ▲ 0.1%", "KZT/USD = 0.00201 ▼ -0%")
STORIES = (
    (
        "Ferry Returns to the Lake After Nine Years",
        "The ferry left the northern pier on Monday with forty passengers, the port authority said.",
        "It had stood in dry dock since its engine failed in the autumn storms of that year.",
        "Fares",
        "A single crossing costs 120 som; pupils travel free until the end of the month, the ministry added.",
    ),
    (
        "Shepherds Count More Snow Leopards Above the Gorge",
        "Camera traps above the upper gorge took pictures of nine animals, two more than last winter.",
        "The survey was done by herders themselves, who know the paths better than any visitor does.",
    ),
    (
        "Library on Wheels Reaches the Last Village of the Valley",
        "A bus with two thousand books now stops in each village of the valley on every second Thursday.",
        "Its driver, a retired teacher, says that the youngest readers wait at the road from six in the morning.",
    ),
)


def _paragraphs(story: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in story[1:])


def _preformatted() -> str:
    return (
        "<pre>"
        + "\n".join((*TICKER, "08 December 2025", *("\n".join(story) for story in STORIES)))
        + "</pre>"
    )


def _a_line_each() -> str:
    lines = (*TICKER, "08 December 2025", *(line for story in STORIES for line in story))
    return "".join(f"<p>{line}</p>" for line in lines)


def _breaks() -> str:
    lines = (
        *TICKER, "08 December 2025", "", *(line for s in STORIES for line in (s[0], "By Aida Tilek", "", *s[1:], ""))
    )  # fmt: skip
    return "<div>" + "<br>\n".join(lines) + "</div>"


def _bold() -> str:
    posts = (f"<div class=post><p><strong>{s[0]}</strong></p>{_paragraphs(s)}</div>" for s in STORIES)
    return f"<ul><li>{TICKER[0]}</li><li>{TICKER[1]}</li></ul><div>08 December 2025</div>{''.join(posts)}"


def _table() -> str:
    rows = (f"<tr><td><b>{s[0]}</b></td></tr><tr><td>{_paragraphs(s)}</td></tr>" for s in STORIES)
    cells = "".join(f"<td>{item}</td>" for item in TICKER)
    head = f"<table><tr>{cells}</tr></table><div>08 December 2025</div>"
    return f"{head}<table>{''.join(rows)}</table>"


def read(body: str, title: str = "The Steppe Herald", head: str = "", url: str = URL) -> ParsedPage:
    page = f"<html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    return parse_page(page.encode(), url, "text/html")


@pytest.mark.parametrize("form", [_preformatted, _a_line_each, _breaks, _bold, _table])
def test_its_stories_are_read_by_their_lines(form: Callable[[], str]) -> None:
    """Every story whole and in order, the ticker and the page's date beside them, and nothing left over."""
    page = read(form())
    assert page.kind is PageKind.LISTING
    assert [article.title for article in page.articles] == [story[0] for story in STORIES]
    assert [tuple(block.text for block in article.blocks) for article in page.articles] == [
        story[1:] for story in STORIES
    ]
    assert {quote.base: (quote.rate, quote.direction) for quote in page.quotes} == {
        "KGS": (Decimal("0.01143"), 1),
        "KZT": (Decimal("0.00201"), -1),
    }
    assert str(page.as_of) == "2025-12-08"
    assert page.problems == ()


def test_a_page_named_after_one_of_its_lines_is_that_story() -> None:
    """An article with bold subheads is one story: its own title says so."""
    page = read(_bold(), title=f"{STORIES[0][0]} | The Steppe Herald")
    assert (page.kind, len(page.articles)) == (PageKind.ARTICLE, 1)


def test_a_page_that_calls_itself_an_article_is_one() -> None:
    """What the page's data say goes before the shape of its lines."""
    page = read(_bold(), head='<meta property="og:type" content="article">')
    assert (page.kind, len(page.articles)) == (PageKind.ARTICLE, 1)


def test_many_links_make_no_text() -> None:
    """Menus and shops have short lines too; they are links."""
    menu = "".join(
        f"<div><a href=/{n}>Warm coats for the whole family, part {n}</a></div>" for n in range(20)
    )
    assert read(menu + _bold()).kind is PageKind.ARTICLE


TITLE = "Snow closes the high pass above the lake for a third day"
SIGNED = ("By Aida Sydykova", "7 December 2025, 10:15")
SECTIONS = ("Bread for free", "Ploughs on their way", "What comes next week")
HEADLINES = tuple(story[0] for story in STORIES)
ADDRESS = "https://steppe-herald.example/2025/12/snow-closes-the-high-pass.html"


def _in_divs(title: str, *head: str, sections: tuple[str, ...] = SECTIONS) -> str:
    texts = [story[1] for story in STORIES]
    lines = [
        title,
        *head,
        STORIES[0][2],
        *(line for part in zip(sections, texts, strict=True) for line in part),
    ]
    return "".join(f"<div>{line}</div>" for line in lines)


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (_in_divs(TITLE), URL),
        (_in_divs(TITLE, sections=HEADLINES), ADDRESS),
        (_in_divs(TITLE, *SIGNED), URL),
        (f"<div>{TITLE}</div>{_paragraphs(STORIES[0])}", URL),
    ],
)
def test_one_story_in_lines_has_its_title(body: str, url: str) -> None:
    """Its address names it, or there is one headline, signed or much longer: short lines are its subheads."""
    page = read(body, url=url)
    assert (page.kind, [article.title for article in page.articles]) == (PageKind.ARTICLE, [TITLE])
    assert STORIES[0][1] in page.articles[0].text
    assert page.problems == ()
    assert page.articles[0].rule("title") == "text.line-shape"


def test_what_signs_the_first_lines_signs_the_story() -> None:
    """Byline and date of a page that marks none of them."""
    (article,) = read(_in_divs(TITLE, *SIGNED)).articles
    assert article.authors == ("Aida Sydykova",)
    assert str(article.published_at).startswith("2025-12-07 10:15")


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (_in_divs(TITLE, sections=HEADLINES), URL),
        (_in_divs(TITLE, sections=HEADLINES), "https://steppe-herald.example/high-above"),
        (_in_divs(TITLE, *SIGNED, sections=HEADLINES), URL),
    ],
)
def test_where_nothing_says_one_story_there_are_several(body: str, url: str) -> None:
    """Neither an address of two words, nor a byline where the other lines are as long as headlines."""
    page = read(body, url=url)
    assert (page.kind, len(page.articles)) == (PageKind.LISTING, 4)


def test_the_name_of_a_site_is_no_headline() -> None:
    """A line of two words above a text names no story."""
    (article,) = read(
        f"<div>Valley Herald</div>{_paragraphs(STORIES[1])}{_paragraphs(STORIES[2])}", title=""
    ).articles
    assert article.title == ""
