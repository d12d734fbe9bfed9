"""Only new work: which pages a later run asks for, and how."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import ArchiveReader
from pipeline.config import Config, Source
from pipeline.errors import ExitCode
from pipeline.load import FrontierReader
from pipeline.records import Reason
from pipeline.run import rebuild, stream
from pipeline.summary import RunSummary, Trouble
from tests.fetch.fetching import LOOPBACK, START, FakeClock
from tests.load.records import rows
from tests.web_server import WebServer

PARAGRAPH = (
    "The wool cooperative of the upper valley met on Friday and talked until the lamps were lit, because the price that"
    " the mill offers has not moved since the autumn and the trucks have to be paid in advance."
)
SECOND = (
    "Members voted for a drying hall of their own beside the old dipping pens, where the road is kept open in winter."
    " The roof is to be closed before the first snow, and two families have offered their trucks for the beams."
)


def story(title: str, text: str = PARAGRAPH) -> tuple[str, bytes]:
    page = (
        f"<html><title>{title}</title><article><h1>{title}</h1><p>{text}</p><p>{SECOND}</p></article></html>"
    )
    return "text/html", page.encode()


class Site:
    """A small site, and the runs over it."""

    def __init__(self, web: WebServer, folder: Path) -> None:
        self.web = web
        self.folder = folder
        self.name = "s"
        self.source = Source(pages=(web.url("/"),), follow=(r"/story/\d",))
        for number in (1, 2):
            self.publish(number, "a")

    def publish(self, number: int, state: str, text: str = PARAGRAPH) -> None:
        self.web.pages[f"/story/{number}"] = story(f"Story number {number}", text)
        self.web.etags[f"/story/{number}"] = f'"{state}"'
        links = "".join(f"<p><a href='{path}'>{path}</a></p>" for path in self.web.pages if "story" in path)
        self.web.pages["/"] = ("text/html", f"<html><title>Front</title>{links}</html>".encode())

    def withdraw(self, number: int) -> None:
        """404 from now on, though the front page still links there."""
        del self.web.etags[f"/story/{number}"], self.web.pages[f"/story/{number}"]
        self.web.missing.add(f"/story/{number}")

    @property
    def config(self) -> Config:
        return Config.model_validate(
            {
                "pipeline": {"database": str(self.folder / "p.db")},
                "fetch": {"allow_hosts": LOOPBACK, "delay_s": 0.0, "attempts": 1, "revisit_max_h": 24.0},
            }
        )

    def visit(self, hours: float = 0.0, *, again: bool = False) -> tuple[list[str], RunSummary]:
        """One run so many hours after the start; the paths that it asked for, in order."""
        self.web.requests.clear()
        summary = RunSummary()
        clock = FakeClock(START + timedelta(hours=hours))
        for _ in stream.ingest(self.config, {self.name: self.source}, summary, again=again, clock=clock):
            pass
        return sorted(request.path for request in self.web.requests), summary

    def rows(self, sql: str) -> list[dict[str, Any]]:
        return rows(self.folder / "p.db", sql)


@pytest.fixture
def site(web: WebServer, tmp_path: Path) -> Site:
    return Site(web, tmp_path)


def test_a_page_that_is_not_due_is_not_asked_for(site: Site) -> None:
    """Right after the first run the start page alone is read; a new story on it is fetched at once."""
    assert site.visit()[0] == ["/", "/story/1", "/story/2"]
    assert site.visit(0.1)[0] == ["/"]
    site.publish(3, "a")
    assert site.visit(0.2)[0] == ["/", "/story/3"]


def test_a_due_page_costs_one_conditional_request(site: Site) -> None:
    """The server is sent the mark of the last state; 304 is a capture without a body, and no failure."""
    site.visit()
    asked, summary = site.visit(2)
    assert asked == ["/", "/story/1", "/story/2"]
    marks = {request.path: request.headers.get("If-None-Match") for request in site.web.requests}
    assert marks == {"/": None, "/story/1": '"a"', "/story/2": '"a"'}
    tally = summary.sources["s"]
    assert (tally.not_modified, tally.failed, tally.articles_added, tally.articles_changed) == (2, 0, 0, 0)
    assert summary.exit_code is ExitCode.OK
    last = site.rows("SELECT status, size, kind, failure FROM v1_captures ORDER BY id DESC LIMIT 1")
    assert last == [{"status": 304, "size": 0, "kind": None, "failure": None}]


def test_a_resting_page_is_asked_for_less_and_less(site: Site) -> None:
    """Its interval doubles up to the limit; a change halves it."""
    hour, visits = 0.0, []
    while hour < 60:
        if "/story/1" in site.visit(hour)[0]:
            visits.append(hour)
        hour += 1
    gaps = [later - sooner for sooner, later in pairwise(visits)]
    assert gaps == [1, 2, 4, 8, 16, 24]
    site.publish(1, "b", PARAGRAPH + " The lamps went out at two.")
    asked, summary = site.visit(100)
    assert "/story/1" in asked
    assert summary.sources["s"].articles_changed == 1
    (row,) = site.rows("SELECT interval_s, reason FROM frontier WHERE url LIKE '%/story/1'")
    assert row == {"interval_s": 12 * 3600, "reason": "changed"}


def test_a_rebuilt_database_waits_as_long_as_config_toml_says(site: Site) -> None:
    """The longest time between two visits holds however pages are loaded."""
    for hour in (0, 2, 10, 40, 100, 200, 300):
        site.visit(hour)
    before = site.rows("SELECT url, interval_s FROM frontier ORDER BY url")
    assert max(row["interval_s"] for row in before) == 24 * 3600
    for _ in rebuild.rebuild(site.config, RunSummary()):
        pass
    assert site.rows("SELECT url, interval_s FROM frontier ORDER BY url") == before


def test_a_page_leaves_after_repeated_proof_that_it_is_gone(site: Site) -> None:
    """One 404 is not enough; after the third nobody asks again, though a link still leads there."""
    site.visit()
    site.withdraw(2)
    states = []
    for hour in (10, 30, 60, 200, 400):
        asked, _ = site.visit(hour)
        (row,) = site.rows("SELECT state, proofs FROM frontier WHERE url LIKE '%/story/2'")
        states.append((row["state"], row["proofs"], "/story/2" in asked))
    assert states == [
        ("live", 1, True), ("live", 2, True), ("gone", 3, True), ("gone", 3, False), ("gone", 3, False),
    ]  # fmt: skip


def test_a_source_that_was_renamed_is_told_once(site: Site) -> None:
    """What is known stands under its old name, and who does not know that wonders why all pages come again."""
    site.visit()
    site.name = "t"
    asked, summary = site.visit(0.1)
    assert asked == ["/", "/story/1", "/story/2"]
    [note] = summary.notes
    assert note.startswith("t begins where s did")
    asked, summary = site.visit(0.2)
    assert (asked, summary.notes) == (["/"], ())


def test_a_clock_that_was_wrong_for_a_night_is_told_and_costs_the_longest_rest_at_most(site: Site) -> None:
    """What was visited years ahead would not be asked for until then."""
    site.visit()
    site.visit(50_000)
    asked, summary = site.visit(1)
    assert asked == ["/"]
    [note] = summary.notes
    assert note.startswith(
        "the clock was set back: it is 2026-03-14 10:00 UTC, and the last run began at 2031-11-26 17:00"
    )
    asked, summary = site.visit(26)
    assert (asked, summary.notes) == (["/", "/story/1", "/story/2"], ())


def test_again_asks_for_every_page(site: Site) -> None:
    """For whoever changed a source and does not want to wait."""
    site.visit()
    assert site.visit(0.1, again=True)[0] == ["/", "/story/1", "/story/2"]


def test_a_page_that_failed_is_due_at_the_next_run(site: Site) -> None:
    """Nothing is learned from a failure but to try again."""
    whole = site.web.pages["/story/1"]
    site.web.pages["/story/1"] = ("image/png", b"")
    site.visit()
    site.web.pages["/story/1"] = whole
    assert site.visit(0.1)[0] == ["/", "/story/1"]


def test_a_page_that_moved_for_good_is_remembered_where_it_is(site: Site, web: WebServer) -> None:
    """After a 301 the new address is asked for, and the old one no more."""
    target = web.url("/story/1")
    site.source = Source(pages=(web.url("/"),), follow=(r"/redirect-to",))
    web.pages["/"] = ("text/html", f"<a href='/redirect-to?url={target}'>Story number 1</a>".encode())
    assert site.visit()[0] == ["/", "/redirect-to", "/story/1"]
    assert site.visit(5)[0] == ["/", "/story/1"]
    states = {row["state"] for row in site.rows("SELECT state FROM frontier WHERE url LIKE '%redirect-to%'")}
    assert states == {"moved"}


def test_a_start_page_costs_one_conditional_request(site: Site) -> None:
    """What it led to is known, so 304 says all; with another pattern it is read anew."""
    site.web.etags["/"] = '"front"'
    site.visit()
    assert site.visit(0.1)[0] == ["/"]
    last = "SELECT status, role FROM v1_captures WHERE url LIKE '%/' ORDER BY id DESC LIMIT 1"
    assert site.rows(last) == [{"status": 304, "role": "start"}]
    site.source = site.source.model_copy(update={"follow": (r"/story/", "/about")})
    site.visit(0.2)
    assert site.rows(last) == [{"status": 200, "role": "start"}]


def test_a_start_page_is_read_whole_where_its_links_were_not_kept(site: Site) -> None:
    """After a rebuild nobody knows where it led: its mark is not used once."""
    site.web.etags["/"] = '"front"'
    site.visit()
    with closing(sqlite3.connect(site.folder / "p.db")) as connection:
        connection.execute("UPDATE frontier SET rules = NULL")
        connection.commit()
    site.visit(0.1)
    site.visit(0.2)
    asked = site.rows("SELECT status FROM v1_captures WHERE role = 'start' ORDER BY id")
    assert [row["status"] for row in asked] == [200, 200, 304]


def test_what_is_over_the_limit_comes_with_the_next_runs(site: Site) -> None:
    """Links that there was no room for are remembered in their order, though nothing shows them any more."""
    site.source = site.source.model_copy(update={"max_pages": 3})
    for number in (3, 4, 5):
        site.publish(number, "a")
    assert site.visit()[0] == ["/", "/story/1", "/story/2"]
    due = site.rows("SELECT link_title FROM v1_frontier WHERE reason = 'found' ORDER BY link_title")
    assert [row["link_title"] for row in due] == ["/story/3", "/story/4", "/story/5"]
    site.web.pages["/"] = ("text/html", b"<title>Front</title><p>Nothing new.")
    assert site.visit(0.1)[0] == ["/", "/story/3", "/story/4"]
    assert site.visit(0.2)[0] == ["/", "/story/5"]


def test_what_is_due_again_leaves_half_of_the_room_to_what_is_new(site: Site) -> None:
    """However long the list of a site is, each page has its turn, and those that have had it are looked after."""
    paths = [f"/story/{number}" for number in range(1, 10)]
    for number in range(1, 10):
        site.publish(number, "a")
    site.web.pages["/map.txt"] = ("text/plain", "\n".join(map(site.web.url, paths)).encode())
    site.source = Source(sitemaps=(site.web.url("/map.txt"),), follow=("/story/",), max_pages=4)
    asked = [site.visit(100.0 * night)[0] for night in range(4)]
    assert [paths[:4], [*paths[:2], *paths[4:6]]] == [night[1:] for night in asked[:2]]
    assert {path for night in asked for path in night} >= set(paths)


def test_where_nothing_is_new_all_of_the_room_is_for_what_is_due(site: Site) -> None:
    site.source = site.source.model_copy(update={"max_pages": 3})
    assert site.visit()[0] == site.visit(100)[0] == ["/", "/story/1", "/story/2"]
    assert site.visit(100.1, again=True)[0] == ["/", "/story/1", "/story/2"]


def test_links_of_a_mended_pattern_are_not_asked_for(site: Site) -> None:
    """What only the old pattern found, and nobody fetched, is left alone."""
    site.source = site.source.model_copy(update={"max_pages": 2})
    site.visit()
    site.source = site.source.model_copy(update={"max_pages": 100, "follow": ("/story/1",)})
    assert site.visit(0.1)[0] == ["/"]


def test_a_listing_is_paged_down_to_what_is_known(site: Site) -> None:
    """The first run reads as many pages as it may; later ones stop at the first that leads to nothing new."""
    for number in range(1, 8):
        site.publish(number, "a")
    for page in range(1, 8):
        html = f"<title>Page {page}</title><a href='/story/{page}'>x</a><a rel=next href='/?page={page + 1}'>Next</a>"
        site.web.pages[f"/?page={page}"] = ("text/html", html.encode())
    site.web.pages["/"] = site.web.pages["/?page=1"]
    stories = [f"/story/{number}" for number in range(1, 5)]
    assert site.visit()[0] == ["/", "/", "/", "/", *stories]
    assert site.visit(0.1)[0] == ["/"]
    site.source = site.source.model_copy(update={"next_pages": 0})
    assert site.visit(0.2)[0] == ["/"]


def test_a_source_finds_its_feeds_and_sitemaps_where_it_is_asked_to(site: Site) -> None:
    """Those that the start page announces and robots.txt names; of their pages those that `follow` matches."""
    web = site.web
    web.pages["/"] = (
        "text/html",
        b"<link rel=alternate type='application/rss+xml' href='/rss'><title>Front</title>",
    )
    feed = "<rss version='2.0'><channel>{}</channel></rss>".format(
        "".join(f"<item><link>{web.url(path)}</link></item>" for path in ("/story/1", "/about"))
    )
    web.pages["/rss"] = ("application/rss+xml", feed.encode())
    web.pages["/robots.txt"] = ("text/plain", f"Sitemap: {web.url('/map.xml')}".encode())
    web.pages["/map.xml"] = (
        "text/xml",
        f"<urlset><url><loc>{web.url('/story/2')}</loc></url></urlset>".encode(),
    )
    assert site.visit()[0] == ["/", "/robots.txt"]
    site.source = site.source.model_copy(update={"discover": True})
    assert site.visit(0.1)[0] == ["/", "/map.xml", "/robots.txt", "/rss", "/story/1", "/story/2"]


def test_what_rests_while_its_feeds_change_is_read_whole(site: Site) -> None:
    """A sitemap index that is as it was, and a start page that announces a feed: both lead on all the same."""
    web = site.web
    for path in ("/", "/index.xml"):
        web.etags[path] = '"rests"'
    web.pages["/"] = (
        "text/html",
        b"<link rel=alternate type='application/rss+xml' href='/rss'><title>Front</title>",
    )
    web.pages["/rss"] = ("application/rss+xml", b"<rss version='2.0'><channel></channel></rss>")
    index = f"<sitemapindex><sitemap><loc>{web.url('/map.xml')}</loc></sitemap></sitemapindex>"
    web.pages["/index.xml"] = ("text/xml", index.encode())
    update = {"discover": True, "sitemaps": (web.url("/index.xml"),)}
    site.source = site.source.model_copy(update=update)

    def publish(feed: str, sitemap: str) -> None:
        items = f"<item><link>{web.url(feed)}</link></item>"
        web.pages["/rss"] = ("text/xml", f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
        web.pages["/map.xml"] = (
            "text/xml",
            f"<urlset><url><loc>{web.url(sitemap)}</loc></url></urlset>".encode(),
        )

    publish("/story/1", "/story/1")
    site.visit()
    publish("/story/2", "/story/3")
    site.publish(3, "a")
    web.pages["/"] = (
        "text/html",
        b"<link rel=alternate type='application/rss+xml' href='/rss'><title>Front</title>",
    )
    assert {"/story/2", "/story/3"} <= set(site.visit(0.1)[0])


def test_what_a_server_names_is_no_file_of_this_machine(site: Site, tmp_path: Path) -> None:
    """A sitemap in robots.txt that is a path or a file: URL is refused, and never opened."""
    listed = tmp_path / "map.txt"
    listed.write_text(site.web.url("/story/2"))
    named = f"Sitemap: {listed}\nSitemap: {listed.as_uri()}\nSitemap: ../map.txt"
    site.web.pages["/robots.txt"] = ("text/plain", named.encode())
    site.web.pages["/"] = ("text/html", b"<title>Front</title><p>No link at all.")
    site.source = site.source.model_copy(update={"discover": True})
    asked, summary = site.visit()
    assert asked == ["/", "/robots.txt"]
    assert summary.sources["s"].problems[Trouble(Reason.BAD_URL)] == 3


def test_a_story_that_leads_to_the_front_page_is_told(site: Site) -> None:
    """Sites that take a story down and send its readers home answer with 200: no error says that it is gone."""
    link = b"<p><a href='/redirect-to/story/9?url=/'>The ninth</a></p></html>"
    site.web.pages["/"] = ("text/html", site.web.pages["/"][1].replace(b"</html>", link))
    _, summary = site.visit()
    tally = summary.sources["s"]
    assert tally.problems[Trouble(Reason.LED_HOME)] == 1
    capture, _ = tally.examples[Trouble(Reason.LED_HOME)]
    assert capture.url.endswith("/story/9?url=/")
    assert (tally.failed, summary.exit_code) == (0, ExitCode.OK)


def test_answers_of_a_server_that_differ_are_told_apart(site: Site) -> None:
    """A page that is gone does not hide that the server is out of order."""
    site.visit()
    site.withdraw(1)
    site.web.broken.add("/story/2")
    _, summary = site.visit(48)
    problems = summary.sources["s"].problems
    assert [problems[Trouble(Reason.HTTP_ERROR, status)] for status in (404, 500)] == [1, 1]


def test_feeds_and_robots_are_kept_and_count_as_no_pages(site: Site) -> None:
    """They are in the archive and in `v1_captures`, by their role; a run over a quiet feed is not silent."""
    web = site.web
    feed = f"<rss version='2.0'><channel><item><link>{web.url('/story/1')}</link></item></channel></rss>"
    web.pages["/rss"] = ("application/rss+xml", feed.encode())
    site.source = Source(feeds=(web.url("/rss"),))
    _, summary = site.visit()
    assert (summary.sources["s"].fetched, summary.exit_code) == (1, ExitCode.OK)
    kept = site.rows(
        "SELECT role, status, failure, warc_file IS NOT NULL AS kept FROM v1_captures ORDER BY id"
    )
    assert [tuple(row.values()) for row in kept] == [
        ("robots", 404, None, 1), ("feed", 200, None, 1), ("page", 200, None, 1),
    ]  # fmt: skip
    _, summary = site.visit(0.1)
    assert (summary.sources["s"].fetched, summary.exit_code) == (0, ExitCode.OK)
    config = Config.model_validate({"pipeline": {"database": str(site.folder / "p.db")}})
    assert list(rebuild.checked(config)) == []


def test_robots_txt_costs_one_conditional_request(site: Site) -> None:
    """Its mark is sent; after a 304 the copy in the archive decides, and holds for a further day."""
    web = site.web
    web.pages["/robots.txt"] = ("text/plain", b"User-agent: *\nDisallow: /story/2")
    web.etags["/robots.txt"] = '"rules"'
    for hour in (0, 20, 40):
        assert site.visit(hour, again=True)[0] == ["/", "/robots.txt", "/story/1"]
    (last,) = (request for request in web.requests if request.path == "/robots.txt")
    assert last.headers["If-None-Match"] == '"rules"'
    asked = "SELECT status, allowed_by FROM v1_captures WHERE role = 'robots' ORDER BY id"
    assert [row["status"] for row in site.rows(asked)] == [200, 304, 304]
    web.broken.add("/robots.txt")
    assert site.visit(60, again=True)[0] == ["/", "/robots.txt", "/story/1"]
    assert site.visit(65, again=True)[0] == ["/robots.txt"]


def test_the_last_good_robots_holds_for_a_day(site: Site) -> None:
    """While robots.txt fails, what it said before decides; a day later nothing is asked for any more."""
    web = site.web
    web.pages["/robots.txt"] = ("text/plain", b"User-agent: *\nDisallow: /story/2")
    assert site.visit()[0] == ["/", "/robots.txt", "/story/1"]
    web.pages["/robots.txt"] = ("image/png", b"")
    web.broken.add("/robots.txt")
    assert site.visit(23, again=True)[0] == ["/", "/robots.txt", "/story/1"]
    (told,) = site.rows(
        "SELECT allowed_by FROM v1_captures WHERE url LIKE '%/story/1' ORDER BY id DESC LIMIT 1"
    )
    assert told == {"allowed_by": "the last good copy of robots.txt allows it to pipeline (no rule matches)"}
    assert site.visit(25, again=True)[0] == ["/robots.txt"]


def test_pages_that_are_due_come_in_their_order_however_many(site: Site, tmp_path: Path) -> None:
    """They are read a few at a time; each comes once, those that were found first in front."""
    listed = [site.web.url(f"/story/{number}") for number in range(1200)]
    site.web.pages["/map.txt"] = ("text/plain", "\n".join(listed).encode())
    site.source = Source(sitemaps=(site.web.url("/map.txt"),), follow=("/story/",), max_pages=1)
    site.visit()
    later = START + timedelta(hours=1)
    with FrontierReader(tmp_path / "p.db", lambda: later, ArchiveReader(tmp_path).page) as reader:
        due = [due.link.url for due in reader.due("s")]
    assert due == listed
