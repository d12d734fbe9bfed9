"""Where start pages and feeds lead: the next page of a listing, JSON feeds, and feeds that a page announces."""

import json

import pytest

from pipeline.fetch.finding.feeds import read_feed
from pipeline.fetch.finding.start_pages import links_in, read_start_page
from pipeline.fetch.finding.tree import html_tree
from pipeline.records import Link

LISTING = "https://herald.example/news/"


def test_links_of_a_saved_feed_are_files_near_it() -> None:
    """On this machine, not on one that is called like the first folder of their path."""
    feed = b"<rss version='2.0'><channel><item><link>../2026/bridge.html</link></item></channel></rss>"
    leads = read_feed(feed, "file:///srv/feeds/news.xml")
    assert leads.links == (Link("file:///srv/2026/bridge.html", None),)


def further(html: str, url: str = LISTING) -> tuple[str, ...]:
    return read_start_page(html.encode(), url, None, ()).further


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        ('<link rel="next" href="?page=2">', LISTING, LISTING + "?page=2"),
        ('<a href="older" rel="nofollow next">…</a>', LISTING, LISTING + "older"),
        ('<a href="/news/page/2/">Older posts →</a>', LISTING, LISTING + "page/2/"),
        ('<a href="/news/?p=2" title="Кийинки"><svg></svg></a>', LISTING, LISTING + "?p=2"),
        (
            '<a href="page/1/">1</a><a href="page/2/">2</a><a href="page/9/">9</a>',
            LISTING,
            LISTING + "page/2/",
        ),
        (
            '<a href="/news/page/2/">2</a><a href="/news/page/4/">4</a>',
            LISTING + "page/3/",
            LISTING + "page/4/",
        ),
        ('<a href="/news/?page=2&lang=ky">2</a>', LISTING + "?lang=ky", LISTING + "?page=2&lang=ky"),
        (
            '<base href="/archive/"><a href="page/2/">weiter »</a>',
            LISTING,
            "https://herald.example/archive/page/2/",
        ),
    ],
)
def test_the_next_page_of_a_listing(html: str, url: str, expected: str) -> None:
    """By `rel`, by what the link says in the page's language, or by the number behind this page's own."""
    assert further(html, url) == (expected,)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://other.example/page/2/" rel="next">Next</a>',
        '<a href="/news/next-year-in-the-valley">Next</a>',
        '<a href="/sport/page/2/">2</a>',
        '<a href="/news/page/7/">7</a>',
        '<a href="/news/" rel="next">here</a>',
        '<a href="javascript:next()">Next</a><a href="http://[broken" rel="next">Next</a>',
    ],
)
def test_what_is_no_next_page(html: str) -> None:
    """Another host, a story that begins so, another listing, a page further on, the page itself."""
    assert further(html) == ()


def test_a_json_feed() -> None:
    """Items by their URL; one that stands elsewhere by that; one without is told of."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "1", "url": "/1", "title": "Ferry\n returns"},
            {"id": "2", "external_url": "https://other.example/2"},
            {"id": "3"},
            "torn",
        ],
    }
    leads = read_feed(json.dumps(feed).encode(), LISTING)
    assert leads.links == (Link("https://herald.example/1", "Ferry returns"), Link("https://other.example/2"))
    assert leads.problem
    assert leads.problem.detail == "1 of 3 entries have no link"


def test_the_posts_of_a_wordpress_site() -> None:
    """Titles are text, whatever markup WordPress puts in."""
    posts = [
        {"link": "https://herald.example/1/", "title": {"rendered": "Wool &amp; <em>trucks</em>"}},
        {"link": "https://herald.example/2/", "title": {"rendered": ""}},
    ]
    leads = read_feed(b"\xef\xbb\xbf" + json.dumps(posts).encode(), LISTING)
    assert leads.links == (
        Link("https://herald.example/1/", "Wool & trucks"),
        Link("https://herald.example/2/"),
    )
    assert leads.problem is None
    assert read_feed(b"[]", LISTING).problem is None


@pytest.mark.parametrize(
    "body", [b"{", b'{"code": "rest_forbidden"}', b"[1]", b'[{"id": 1}]', b"[" * 100_000]
)
def test_other_json_is_no_feed(body: bytes) -> None:
    """An error, or anything else, is told as no feed."""
    leads = read_feed(body, LISTING, "application/json")
    assert leads.links == ()
    assert leads.problem


def test_feeds_that_a_page_announces() -> None:
    """Its own, each once; not those of comments, of another host, or of another language's page."""
    html = """
        <link rel="alternate" type="application/rss+xml" href="/feed/">
        <link rel="alternate" type="application/rss+xml" href="/feed/">
        <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
        <link rel="alternate" type="application/atom+xml" href="https://other.example/feed">
        <link rel="ALTERNATE home" type="application/feed+json" href="feed.json">
        <link rel="alternate" hreflang="ru" href="/ru/">
        <link rel="https://api.w.org/" href="https://herald.example/wp-json/">
        <link rel="https://api.w.org/" href="https://herald.example/?rest_route=/">
    """
    assert read_start_page(html.encode(), LISTING, None, ()).feeds == (
        "https://herald.example/feed/",
        "https://herald.example/news/feed.json",
        "https://herald.example/wp-json/wp/v2/posts?per_page=100&_fields=link,title",
        "https://herald.example/?rest_route=/wp/v2/posts&per_page=100&_fields=link,title",
    )


def test_links_behind_the_end_of_the_page_are_links() -> None:
    """Browsers show them like all others."""
    tree = html_tree(b"<html><body><p>Front</p></body></html><p><a href='/story/1'>One</a></p>", None)
    assert tree is not None
    assert links_in(tree, "https://herald.example/", "https://herald.example/", ("/story/",)) == (
        Link("https://herald.example/story/1", "One"),
    )
