"""A story that goes on on a second page is not complete."""

import pytest

from pipeline.parse import parse_page
from pipeline.records import Problem, Reason

TEXT = "<p>The council met for six hours on Tuesday and agreed to rebuild the old bridge before winter comes.</p>"


def problems(url: str, links: str) -> list[tuple[Reason, str]]:
    body = (
        f"<html lang=en><title>A bridge for Almaly</title><body><h1>A bridge for Almaly</h1>{TEXT * 4}{links}"
    )
    page = parse_page(body.encode(), url)
    (article,) = page.articles
    assert article.complete == (page.problems == ())
    return [(one.reason, one.detail) for one in page.problems if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://h.example/city/bridge-77.html", "/city/bridge-77.html?page=2"),
        ("https://h.example/city/bridge-77.html", "/city/bridge-77-2.html"),
        ("https://h.example/city/bridge-77/", "https://h.example/city/bridge-77/2/"),
        ("https://h.example/city/bridge-77/", "/city/bridge-77/seite-2"),
        ("https://h.example/city/bridge-77/2/", "/city/bridge-77/3/"),
        ("https://h.example/city/bridge-77?page=2", "/city/bridge-77?page=3"),
    ],
)
def test_a_story_with_a_further_page_breaks_off(url: str, link: str) -> None:
    """Its link has the address of the story and the number of the next page."""
    assert problems(url, f"<div>Page <b>1</b> <a href='{link}'>2</a></div>") == [(Reason.TEXT_CUT_OFF, link)]
    assert problems(url, f"<link rel=next href='{link}'>") == [(Reason.TEXT_CUT_OFF, link)]


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://h.example/city/bridge-77/", "<a href='/city/ferry-78/2/' rel=next>Next</a>"),
        ("https://h.example/city/bridge-77/", "<a rel=next href='/city/ferry-78/'>The next story</a>"),
        (
            "https://h.example/city/bridge-77/",
            "<div class=comments><a href='/city/bridge-77/?page=2'>2</a></div>",
        ),
        ("https://h.example/city/bridge-77/", "<a href='/city/bridge-77/comment-page-2/'>Older comments</a>"),
        (
            "https://h.example/city/bridge-77/2/",
            "<a href='/city/bridge-77/'>1</a> <a href='/city/bridge-77/2/'>2</a>",
        ),
        ("https://h.example/", "<a href='/2/'>2</a>"),
    ],
)
def test_other_links_with_numbers_lead_elsewhere(url: str, links: str) -> None:
    """To the next story, to comments, or back: the last page of a story ends it."""
    assert problems(url, links) == []
