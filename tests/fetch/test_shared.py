"""Sources that share a feed or a sitemap: it is fetched once a run, and each of them gets what it leads to."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator as OtherReader

from pipeline.archive import ArchiveReader
from pipeline.config import Config, Source
from pipeline.run import stream
from pipeline.summary import RunSummary
from tests.fetch.fetching import LOOPBACK, START, FakeClock
from tests.load.records import rows
from tests.test_frontier import story
from tests.web_server import WebServer


class Newsroom:
    """Two sources on one site, and the runs over them."""

    def __init__(self, web: WebServer, folder: Path) -> None:
        self.web = web
        self.folder = folder
        self.sources = {
            name: Source(
                sitemaps=(web.url("/index.xml"),),
                feeds=(web.url("/feed"),),
                follow=(f"/{name}/",),
                max_pages=9,
            )
            for name in ("a", "b")
        }
        self.put(
            "/index.xml", f"<sitemapindex><sitemap><loc>{web.url('/map.xml')}</loc></sitemap></sitemapindex>"
        )
        urls = "".join(f"<url><loc>{web.url(path)}</loc></url>" for path in ("/a/1", "/b/1"))
        self.put("/map.xml", f"<urlset>{urls}</urlset>")
        items = [{"url": web.url("/c/1"), "title": "One for both"}]
        self.put("/feed", json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}))
        web.pages |= {path: story(f"Story {path}") for path in ("/a/1", "/b/1", "/c/1")}

    def put(self, path: str, text: str) -> None:
        """Publish a feed or a sitemap, with a mark of its state."""
        self.web.pages[path] = ("application/xml", text.encode())
        self.web.etags[path] = f'"{hash(text)}"'

    def visit(self, hours: float, *names: str) -> dict[str, int]:
        """One run over the sources of these names; how often it asked for each path."""
        options = {"allow_hosts": LOOPBACK, "delay_s": 0.0}
        config = Config.model_validate(
            {"pipeline": {"database": str(self.folder / "p.db")}, "fetch": options}
        )
        self.web.requests.clear()
        clock = FakeClock(START + timedelta(hours=hours))
        for _ in stream.ingest(
            config, {name: self.sources[name] for name in names}, RunSummary(), clock=clock
        ):
            pass
        return dict(Counter(request.path for request in self.web.requests))

    def told(self, sql: str) -> list[tuple[object, ...]]:
        return [tuple(row.values()) for row in rows(self.folder / "p.db", sql)]


@pytest.fixture
def newsroom(web: WebServer, tmp_path: Path) -> Newsroom:
    return Newsroom(web, tmp_path)


READ = "SELECT source, role, status, count(*) FROM v1_captures WHERE role IN ('feed', 'sitemap') GROUP BY 1, 2, 3"
KNOWN = "SELECT source, substr(url, -4) FROM v1_frontier WHERE role = 'page' ORDER BY 1, 2"


def test_what_two_sources_read_is_fetched_once(newsroom: Newsroom) -> None:
    """Each has a capture of its own, and the pages that it follows; so again when nothing has changed."""
    asked = newsroom.visit(0, "a", "b")
    assert asked == dict.fromkeys(("/feed", "/index.xml", "/map.xml", "/a/1", "/b/1", "/c/1"), 1)
    of_each = [("feed", 200, 1), ("sitemap", 200, 2)]
    assert newsroom.told(READ) == [(name, *one) for name in "ab" for one in of_each]
    assert newsroom.told(KNOWN) == [("a", "/a/1"), ("a", "/c/1"), ("b", "/b/1"), ("b", "/c/1")]
    asked = newsroom.visit(0.1, "a", "b")
    assert {path: asked[path] for path in ("/feed", "/index.xml", "/map.xml")} == {
        "/feed": 1, "/index.xml": 1, "/map.xml": 1,
    }  # fmt: skip
    assert ("b", "feed", 304, 1) in newsroom.told(READ)


def test_a_start_page_and_its_further_pages_are_shared_too(newsroom: Newsroom) -> None:
    """Two sections of one site, told apart by `follow` alone."""
    web = newsroom.web
    for path, name, further in (("/", "a", "<a rel=next href='/page/2/'>Older</a>"), ("/page/2/", "b", "")):
        web.pages[path] = ("text/html", f"<html><a href='/{name}/1'>One</a>{further}</html>".encode())
    newsroom.sources = {
        name: Source(pages=(web.url("/"),), follow=(f"/{name}/",), next_pages=2) for name in ("a", "b")
    }
    assert newsroom.visit(0, "a", "b") == dict.fromkeys(("/", "/page/2/", "/a/1", "/b/1"), 1)
    assert newsroom.told(KNOWN) == [("a", "/a/1"), ("b", "/b/1")]
    assert newsroom.told("SELECT source, count(*) FROM v1_captures WHERE role = 'start' GROUP BY 1") == [
        ("a", 2), ("b", 2),
    ]  # fmt: skip


def test_a_feed_that_two_sources_find_is_fetched_once(newsroom: Newsroom) -> None:
    """Each has start pages of its own, which announce the same feed, and one of them another."""
    web = newsroom.web
    link = "<link rel=alternate type=application/feed+json href={}>"
    for name, feeds in (("a", ("/feed", "/more")), ("b", ("/feed",))):
        page = f"<html><head>{''.join(map(link.format, feeds))}</head><a href='/{name}/1'>One</a></html>"
        web.pages[f"/{name}/"] = ("text/html", page.encode())
    newsroom.put("/more", json.dumps({"version": "https://jsonfeed.org/version/1", "items": []}))
    newsroom.sources = {
        name: Source(pages=(web.url(f"/{name}/"),), follow=("/[abc]/1",), discover=True)
        for name in ("a", "b")
    }
    asked = newsroom.visit(0, "a", "b")
    assert (asked["/feed"], asked["/more"]) == (1, 1)
    assert newsroom.told(READ) == [("a", "feed", 200, 2), ("b", "feed", 200, 1)]
    assert {("a", "/c/1"), ("b", "/c/1")} <= set(newsroom.told(KNOWN))
    assert newsroom.visit(0.1, "a")["/feed"] == 1


def test_a_source_that_knows_less_asks_by_itself(newsroom: Newsroom) -> None:
    """What is as the one source knows it, is new to the other."""
    newsroom.visit(0, "a")
    assert newsroom.visit(0.1, "a", "b")["/feed"] == 2
    assert ("b", "/c/1") in newsroom.told(KNOWN)
    assert newsroom.visit(0.2, "a", "b")["/feed"] == 1


def test_one_that_fails_fails_for_all(newsroom: Newsroom) -> None:
    """It is recorded for each."""
    newsroom.web.missing.add("/index.xml")
    assert newsroom.visit(0, "a", "b")["/index.xml"] == 1
    failed = "SELECT source, failure FROM v1_captures WHERE failure IS NOT NULL ORDER BY 1"
    assert newsroom.told(failed) == [("a", "http-error"), ("b", "http-error")]


def test_the_archive_has_one_request_and_a_capture_for_each(newsroom: Newsroom) -> None:
    """The second refers to the body of the first, and claims no request that nobody made."""
    newsroom.visit(0, "a", "b")
    reader = ArchiveReader(newsroom.folder / "p.archive")
    feeds = [page for page in reader.pages() if page.capture.url.endswith("/feed")]
    assert sorted(page.capture.source for page in feeds) == ["a", "b"]
    assert len({page.body for page in feeds}) == 1
    assert [bool(page.capture.archived and page.capture.archived.stored) for page in feeds] == [True, False]
    asked = Counter(request.path for request in newsroom.web.requests)
    (path,) = reader.files()
    with path.open("rb") as file:
        requests = [record for record in OtherReader(file) if record.rec_type == "request"]
        kept = Counter(record.http_headers.statusline.split()[0] for record in requests)
    assert kept == {**asked, "/robots.txt": 1}
