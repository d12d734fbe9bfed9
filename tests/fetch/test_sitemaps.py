"""Sitemaps: what they list is fetched, the newest first, and no file of this kind does harm."""

import gzip
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Source
from pipeline.fetch.finding.sitemaps import MOST_ENTRIES, MOST_SITEMAPS, read_sitemap
from pipeline.records import Reason
from tests.fetch.fetching import fetch, reason
from tests.web_server import PAGE, WebServer

URL = "https://herald.example/sitemap.xml"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def sitemap(*entries: tuple[str, str]) -> bytes:
    urls = "".join(f"<url><loc>{loc}</loc><lastmod>{modified}</lastmod></url>" for loc, modified in entries)
    return f"<?xml version='1.0'?><urlset xmlns='{SPACE}'>{urls}</urlset>".encode()


def pages(body: bytes, *follow: str) -> list[str]:
    return [link.url for link in read_sitemap(body, URL, follow).links]


def test_the_newest_pages_come_first() -> None:
    """By their date of change; those without one stand last, in the order of the file."""
    body = sitemap(
        ("https://herald.example/old", "2025-01-02"),
        ("https://herald.example/undated", ""),
        ("https://herald.example/new", "2026-03-14T02:15:00Z"),
        ("https://herald.example/undated-2", ""),
    )
    assert [url.rpartition("/")[2] for url in pages(body)] == ["new", "old", "undated", "undated-2"]


def test_a_news_sitemap_gives_titles() -> None:
    """The headline is evidence for the page that it leads to."""
    body = (
        f"<urlset xmlns='{SPACE}' xmlns:n='{NEWS}'><url><loc>https://herald.example/1</loc><n:news>"
        "<n:publication_date>2026-03-14</n:publication_date><n:title> Wool pays\nfor a hall </n:title></n:news>"
        "</url></urlset>"
    ).encode()
    (link,) = read_sitemap(body, URL, ()).links
    assert (link.url, link.text) == ("https://herald.example/1", "Wool pays for a hall")


def test_zipped_and_plain_text_sitemaps_are_read() -> None:
    """A .gz file is unzipped within a limit; a text file has a URL on each line."""
    body = sitemap(("https://herald.example/1", "2026-03-14"))
    assert pages(gzip.compress(body)) == pages(body) == ["https://herald.example/1"]
    assert pages(b"https://herald.example/1\r\n\r\nhttps://herald.example/2\n") == [
        "https://herald.example/1",
        "https://herald.example/2",
    ]


def test_pages_of_other_hosts_count_only_where_a_pattern_asks_for_them() -> None:
    """Nobody can send us to a stranger's site; the source's patterns decide."""
    body = sitemap(
        ("https://other.example/1", "2026"),
        ("https://www.herald.example/2", "2025"),
        ("file:///etc/passwd", "2026"),
    )
    assert pages(body) == ["https://www.herald.example/2"]
    assert pages(body, r"other\.example/") == ["https://other.example/1"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><p>Not found</p></html>",
        b"<urlset",
        b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&a;</loc></url></urlset>",
        b"\x1f\x8b\x08 torn",
        gzip.compress(bytes(60_000_000)),
    ],
)
def test_what_is_no_sitemap_is_told_as_such(body: bytes) -> None:
    """Empty, HTML, torn, with entities, or a bomb: a problem with a name, and no page."""
    found = read_sitemap(body, URL, ())
    assert found.links == ()
    assert found.problem
    assert found.problem.reason is Reason.BAD_SITEMAP


def test_what_stands_before_a_fault_is_kept() -> None:
    """A file that was cut off gives the entries that are whole."""
    body = sitemap(("https://herald.example/1", "2026"), ("https://herald.example/2", "2025"))[:-60]
    found = read_sitemap(body, URL, ())
    assert [link.url for link in found.links] == ["https://herald.example/1"]
    assert found.problem


@given(st.binary(max_size=300))
def test_no_bytes_raise(body: bytes) -> None:
    """Whatever a server calls a sitemap."""
    for whole in (body, b"<urlset><url>" + body):
        found = read_sitemap(whole, URL, ())
        assert found.links or found.further or found.problem, "what lists nothing is told as such"


def test_a_million_entries_stay_in_bounded_memory() -> None:
    """The newest are kept; the rest is let go of as it is read."""
    script = """
import resource
from pipeline.fetch.finding.sitemaps import read_sitemap
body = b"<urlset>" + b"".join(
    b"<url><loc>https://herald.example/%d</loc><lastmod>2026-01-%02d</lastmod></url>" % (n, n % 28 + 1)
    for n in range(600_000)
) + b"</urlset>"
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = read_sitemap(body, "https://herald.example/sitemap.xml", ())
print(len(found.links), found.problem, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    kept, problem, grown = done.stdout.split()
    assert (int(kept), problem) == (MOST_ENTRIES, "None")
    assert int(grown) < 60_000  # kB


def test_a_source_is_led_by_its_sitemaps(web: WebServer) -> None:
    """An index leads to its sitemaps, zipped ones too, each once; their pages are fetched, and no sitemap is a page."""
    first, second = web.url("/first.xml"), web.url("/second.xml.gz")
    index = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in (first, second, web.url("/index.xml")))
    web.pages |= {
        "/index.xml": ("application/xml", f"<sitemapindex>{index}</sitemapindex>".encode()),
        "/first.xml": (
            "application/xml",
            sitemap((web.url("/page?1"), "2026"), (web.url("/page?2"), "2025")),
        ),
        "/second.xml.gz": ("application/gzip", gzip.compress(sitemap((web.url("/page?3"), "2024")))),
    }
    found = fetch(Source(sitemaps=(web.url("/index.xml"),)))
    assert sorted(page.capture.url[-1] for page in found) == ["1", "2", "3"]
    assert {page.body for page in found} == {PAGE}
    assert web.asked("/index.xml") == 1


def test_a_sitemap_that_fails_is_recorded(web: WebServer) -> None:
    """Under its own URL, with its reason."""
    (page,) = fetch(Source(sitemaps=(web.url("/status/404"),)))
    assert (reason(page), page.capture.url) == (Reason.HTTP_ERROR, web.url("/status/404"))


def test_sitemaps_beyond_the_limit_are_counted_not_passed_over(web: WebServer) -> None:
    """An index may name more than a run reads; one record says how many were left, and nothing of them is asked for."""
    named = [web.url(f"/map-{number}.xml") for number in range(MOST_SITEMAPS + 3)]
    for url in named:
        web.pages[urlsplit(url).path] = ("application/xml", sitemap((web.url("/page"), "")))
    index = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in named)
    web.pages["/index.xml"] = ("application/xml", f"<sitemapindex>{index}</sitemapindex>".encode())
    found = fetch(Source(sitemaps=(web.url("/index.xml"),)))
    (left_out,) = [page.capture for page in found if page.capture.failure]
    assert left_out.failure
    assert (left_out.failure.reason, left_out.failure.count) == (Reason.OVER_PAGE_LIMIT, 4)
    assert left_out.failure.detail == f"4 sitemaps left out; {MOST_SITEMAPS} are read in a run"
    assert sum("/map-" in request.path for request in web.requests) == MOST_SITEMAPS - 1
    assert [page.body for page in found if page.body] == [PAGE]


def test_older_entries_of_a_large_sitemap_are_counted(web: WebServer) -> None:
    """Only the newest are taken; one record says how many were not."""
    entries = ((web.url(f"/page?{number}"), "") for number in range(MOST_ENTRIES + 7))
    web.pages["/sitemap.xml"] = ("application/xml", sitemap(*entries))
    found = fetch(Source(sitemaps=(web.url("/sitemap.xml"),), max_pages=1))
    told = [page.capture.failure for page in found if page.capture.failure]
    assert [(one.reason, one.count, one.detail) for one in told] == [
        (Reason.OVER_PAGE_LIMIT, MOST_ENTRIES - 1, f"{MOST_ENTRIES - 1} pages left out; `max_pages` is 1"),
        (
            Reason.OVER_PAGE_LIMIT,
            7,
            f"7 older entries left out; of a sitemap the newest {MOST_ENTRIES} are taken",
        ),
    ]
