"""The order of work for a source: start pages, feeds, links; each page once; no more than the limit."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Source
from pipeline.fetch import fetch_pages
from pipeline.fetch.due import Nothing
from pipeline.fetch.finding.feeds import LARGEST_FEED, read_feed
from pipeline.fetch.finding.sitemaps import MOST_SITEMAPS
from pipeline.fetch.finding.start_pages import read_start_page
from pipeline.records import FetchedPage, Known, Link, Reason
from tests import FIXTURES
from tests.fetch.fetching import fetch, is_counted, reason, settings
from tests.web_server import PAGE, WebServer

SITE = FIXTURES / "site"
BASE = "https://steppe-herald.example/"


def rss(*entries: tuple[str, str]) -> tuple[str, bytes]:
    items = "".join(f"<item><title>{title}</title><link>{link}</link></item>" for title, link in entries)
    return "application/rss+xml", f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def html(*links: tuple[str, str]) -> tuple[str, bytes]:
    return "text/html", "".join(f'<p><a href="{url}">{text}</a>' for text, url in links).encode()


def paths(pages: list[FetchedPage], web: WebServer) -> list[str]:
    return [page.capture.url.removeprefix(web.url("")) for page in pages]


def test_start_pages_then_entries_then_links(web: WebServer) -> None:
    """Pages come in the order of the work, each with the text of what led to it."""
    web.pages |= {
        "/front": html(("Ferry returns", "/page/ferry"), ("About us", "/about")),
        "/feed": rss(("Night trains", "/page/trains"), ("Apricots", "/page/apricots")),
    }
    source = Source(pages=(web.url("/front"),), feeds=(web.url("/feed"),), follow=("/page/",))
    pages = fetch(source, settings(connections_per_host=1))
    assert paths(pages, web) == ["/front", "/page/trains", "/page/apricots", "/page/ferry"]
    assert [page.capture.link_title for page in pages] == [None, "Night trains", "Apricots", "Ferry returns"]
    assert web.asked("/about") == 0


def test_feeds_come_in_the_order_of_the_source(web: WebServer) -> None:
    """The second feed's entries come after the first's, though the first takes longer to get."""
    web.pages |= {"/first": rss(("A", "/page/a")), "/second": rss(("B", "/page/b"))}
    source = Source(feeds=(web.url("/redirect-to?url=/first"), web.url("/second")))
    assert paths(fetch(source, settings(connections=1)), web) == ["/page/a", "/page/b"]


def test_a_source_may_have_many_feeds(web: WebServer) -> None:
    """All of them are read; only sitemaps are limited, which lead to further ones by themselves."""
    web.pages |= {f"/feed/{n}": rss((f"Story {n}", f"/page/{n}")) for n in range(MOST_SITEMAPS + 5)}
    feeds = tuple(web.url(f"/feed/{n}") for n in range(MOST_SITEMAPS + 5))
    assert len(fetch(Source(feeds=feeds))) == MOST_SITEMAPS + 5


def test_a_page_is_fetched_once_however_it_was_linked(web: WebServer) -> None:
    """Fragments, the order of a query, a second link, the feed and a redirect all name the same page."""
    web.pages |= {
        "/front": html(("A", "/page?b=2&a=1"), ("B", "/page?a=1&b=2#end"), ("C", "/front#top")),
        "/feed": rss(("D", "/page?a=1&b=2")),
    }
    source = Source(
        pages=(web.url("/front"), web.url("/front#x")), feeds=(web.url("/feed"),), follow=("/page", "front")
    )
    pages = fetch(source)
    assert [page.capture.link_title for page in pages] == [None, "D"]
    assert web.asked("/page") == 1


def test_what_only_tells_how_a_reader_came_makes_no_other_page(web: WebServer) -> None:
    """Tracking parameters go, from what is asked for too; a parameter that says which page it is stays."""
    web.pages |= {
        "/front": html(
            ("A", "/page?utm_source=mail&id=7"), ("B", "/page?id=7&fbclid=x"), ("C", "/page?id=8&gclid=y")
        )
    }
    pages = fetch(Source(pages=(web.url("/front"),), follow=("/page",)), settings(connections_per_host=1))
    assert [page.capture.url for page in pages[1:]] == [web.url("/page?id=7"), web.url("/page?id=8")]


def test_what_a_start_page_redirected_to_is_not_fetched_again(web: WebServer) -> None:
    """A link to the page that answered another URL leads nowhere new."""
    web.pages |= {"/feed": rss(("Home", "/page"))}
    pages = fetch(
        Source(pages=(web.url("/redirect/2"),), feeds=(web.url("/feed"),)), settings(connections_per_host=1)
    )
    assert paths(pages, web) == ["/redirect/2"]


def test_two_sources_share_a_page(web: WebServer) -> None:
    """A page that two sources lead to is fetched for the first of them."""
    web.pages |= {"/first": html(("Ferry returns", "/page")), "/second": html(("Ferries", "/page"))}
    sources = {name: Source(pages=(web.url(f"/{name}"),), follow=("/page",)) for name in ("first", "second")}
    pages = [page for page in fetch_pages(sources, settings()) if is_counted(page)]
    assert sorted(paths(pages, web)) == ["/first", "/page", "/second"]
    assert web.asked("/page") == 1


def test_looking_through_many_links_holds_up_no_other_page(web: WebServer) -> None:
    """Links of which nothing is to be fetched take seconds; a page of another source comes within its deadline."""

    class Slow(Nothing):
        def known(self, source: str, url: str) -> Known | None:
            if "/known/" not in url:
                return super().known(source, url)
            time.sleep(0.001)
            return Known(due=False)

    web.pages["/many"] = html(*(("", f"/known/{number}") for number in range(3000)))
    sources = {
        "many": Source(pages=(web.url("/many"),), follow=("/known/",)),
        "other": Source(pages=(web.url("/slow/0.4", host="localhost"),)),
    }
    stream = fetch_pages(sources, settings(deadline_s=1.5), frontier=Slow())
    found = {page.capture.source: page for page in stream if is_counted(page)}
    assert found["other"].body == PAGE


def test_links_are_relative_to_where_the_page_was_found(web: WebServer) -> None:
    """The base of a link is the URL after redirects."""
    web.pages |= {"/news/front": html(("Ferry", "ferry"))}
    source = Source(pages=(web.url("/redirect-to?url=/news/front"),), follow=("ferry",))
    assert fetch(source)[1].capture.url == web.url("/news/ferry")


def test_what_is_over_the_limit_is_counted(web: WebServer) -> None:
    """`max_pages` holds for start pages and all that they lead to; one record says how many were left out."""
    web.pages |= {"/feed": rss(*((f"Story {n}", f"/page/{n % 8}") for n in range(20)))}
    pages = fetch(Source(pages=(web.url("/page"),), feeds=(web.url("/feed"),), max_pages=4))
    assert [page.body for page in pages] == [PAGE] * 4 + [b""]
    failure = pages[-1].capture.failure
    assert failure
    assert (failure.reason, failure.where) == (Reason.OVER_PAGE_LIMIT, web.url("/page/3"))
    assert failure.detail == "5 pages left out; `max_pages` is 4"


def test_nothing_is_said_when_all_fits(web: WebServer) -> None:
    """Just as many pages as allowed is no problem, though some are linked twice."""
    web.pages |= {"/feed": rss(("A", "/page/1"), ("B", "/page/1"), ("C", "/page/2"))}
    assert [reason(p) for p in fetch(Source(feeds=(web.url("/feed"),), max_pages=2))] == [None, None]


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("/status/404", None, Reason.HTTP_ERROR),
        ("/hang-up", None, Reason.CONNECTION_FAILED),
        ("/feed", b"<!DOCTYPE html><title>Log in</title><p>Please log in.", Reason.BAD_FEED),
        ("/feed", b"", Reason.BAD_FEED),
        ("/feed", b"/dev/zero", Reason.BAD_FEED),
        ("/feed", b"http://127.0.0.1:1/", Reason.BAD_FEED),
        (
            "/feed",
            b"<rss version='2.0'><channel><item><title>A</title></item></channel></rss>",
            Reason.BAD_FEED,
        ),
    ],
)
def test_a_feed_that_leads_nowhere_is_recorded(
    web: WebServer, path: str, body: bytes | None, expected: Reason
) -> None:
    """A feed that cannot be got or read is one record under its URL."""
    if body is not None:
        web.pages[path] = ("application/rss+xml", body)
    (page,) = fetch(Source(feeds=(web.url(path),)))
    assert (reason(page), page.capture.url, page.body) == (expected, web.url(path), b"")


def test_a_good_feed_is_no_page(web: WebServer) -> None:
    """A feed without entries, or with entries, gives no record of its own."""
    web.pages |= {"/feed": rss()}
    assert fetch(Source(feeds=(web.url("/feed"),))) == []


def test_entries_with_bad_links_are_recorded(web: WebServer) -> None:
    """An entry leads to an http(s) page or to a record that says why not; a feed reads no local file."""
    web.pages |= {
        "/feed": rss(("A", "file:///etc/passwd"), ("B", "ftp://a.example/"), ("C", "http://[broken"))
    }
    pages = fetch(Source(feeds=(web.url("/feed"),)))
    assert [reason(page) for page in pages] == [Reason.BAD_FEED, Reason.BAD_URL, Reason.BAD_URL]
    assert pages[0].capture.failure
    assert pages[0].capture.failure.detail == "1 of 3 entries have no link"


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_feeds_and_links(body: bytes) -> None:
    """Whatever a server sends as a feed or a start page, reading it raises nothing."""
    found = (
        read_feed(b"<rss version='2.0'><channel><item>" + body, BASE, "text/xml; charset=bz2"),
        read_feed(body, BASE, None),
        read_start_page(b'<a href="' + body, BASE, "text/html; charset=hex", ("x",)),
        read_start_page(body, BASE, None, ("",)),
    )
    assert all(link.url for leads in found for link in leads.links)


def test_a_feed_is_not_larger_than_can_be_read_in_time() -> None:
    """Past its limit a feed is refused before its parser sees it."""
    leads = read_feed(bytes(LARGEST_FEED + 1), BASE)
    assert leads.links == ()
    assert leads.problem
    assert leads.problem.reason is Reason.BODY_TOO_LARGE


def test_a_feed_expands_and_reads_nothing() -> None:
    """Entities, nested or from files, stay as they are written."""
    entities = '<!ENTITY a "xx"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">'
    _, items = rss(("&b;&c;", "/page"))
    leads = read_feed(f"<!DOCTYPE rss [{entities}]>".encode() + items, BASE)
    assert leads.links == (Link(BASE + "page", "&b;&c;"),)


def test_a_feed_in_another_encoding_is_read() -> None:
    """Titles are text, whatever the feed's encoding; links may be relative or in Atom."""
    atom = (
        '<?xml version="1.0" encoding="windows-1251"?><feed xmlns="http://www.w3.org/2005/Atom">'
        '<entry><title>Паром\n вернулся</title><link href="parom.html#top"/></entry></feed>'
    )
    leads = read_feed(atom.encode("cp1251"), BASE + "ru/feed")
    assert (leads.links, leads.problem) == ((Link(BASE + "ru/parom.html", "Паром вернулся"),), None)


def test_the_longest_text_of_a_link_counts() -> None:
    """A picture, the headline and "More" lead to one page: it is known under the headline."""
    body = (
        '<a href="/1"><img></a><h2><a href="/1">Ferry <b>returns</b></a></h2><a href="/1#more">More</a>'
        f'<a href="/2">{"whole teaser " * 30}</a><a href="javascript:void(0)">x</a><a>y</a>'
    )
    assert read_start_page(body.encode(), BASE, None, ("",)).links == (
        Link(BASE + "1", "Ferry returns"),
        Link(BASE + "2"),
    )


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ('<meta charset="iso-8859-1"><a href="/1">Өзөн', None),
        ("<a href='/1'>Өзөн", "text/html; charset=gb2312"),
        ('<?xml version="1.0" encoding="utf-8"?><html><a href="/1">Өзөн</a></html>', None),
    ],
)
def test_link_text_is_read_as_what_it_is(body: str, content_type: str | None) -> None:
    """Valid UTF-8 is UTF-8, whatever the page declares."""
    assert read_start_page(body.encode(), BASE, content_type, ("/1",)).links == (Link(BASE + "1", "Өзөн"),)


def test_link_text_in_the_declared_encoding() -> None:
    """What is not UTF-8 is read as the page or the server says."""
    body = '<meta charset="windows-1251"><a href="/1">Паром'.encode("cp1251")
    assert read_start_page(body, BASE, None, ("/1",)).links == (Link(BASE + "1", "Паром"),)


def test_a_base_element_moves_the_links() -> None:
    """<base href> is where relative links start."""
    body = b'<base href="/archive/"><a href="1">One</a>'
    assert read_start_page(body, BASE, None, ("/",)).links == (Link(BASE + "archive/1", "One"),)


def test_a_deep_page_is_no_trouble() -> None:
    """Links are found without recursion; those before the depth that the parser gives up at are all there."""
    body = b"<div>" * 20_000 + b'<a href="/1">One</a>'
    found = read_start_page(b'<a href="/0">Nought</a>' + body, BASE, None, ("/",)).links
    assert found[0] == Link(BASE + "0", "Nought")


def sample(**options: tuple[str, ...] | int) -> Source:
    places = {"pages": (str(SITE / "index.html"), str(SITE / "page")), "feeds": (str(SITE / "feed.xml"),)}
    return Source.model_validate(places | {"base_url": BASE} | options)


def test_the_sample_site_needs_no_network() -> None:
    """Its feed and its links lead to saved pages; a story that only a listing links is found too."""
    pages = fetch(sample(follow=(r"/\d{4}/\d\d/",)))
    assert [page.capture.failure for page in pages] == [None] * 10
    found = [page.capture.url.removeprefix(BASE) for page in pages[:4]]
    assert sorted(found[:2]) == ["", "page/2/"]
    assert found[2:] == ["2026/03/ferry-returns.html", "2026/03/apricot-cold-store.html"]
    assert pages[-1].capture.url == BASE + "2026/03/quiet-som.html"
    assert pages[-1].capture.link_title == "Why the Som Is Quiet While Its Neighbours Move"


def test_a_link_to_a_page_that_was_not_saved_is_recorded() -> None:
    """Below the base URL nothing is asked of the network."""
    pages = fetch(sample(feeds=(), follow=("about",)))
    assert [reason(page) for page in pages] == [None, None, Reason.NOT_FOUND_LOCALLY]
    assert pages[2].capture.url == BASE + "about.html"
