"""Only new work: which pages a later run asks for, and how."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline import run
from pipeline.config import Config, Source
from pipeline.errors import ExitCode
from pipeline.run import RunSummary
from tests.fetching import LOOPBACK, START, FakeClock
from tests.load_records import rows
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

    def visit(self, hours: float = 0.0, *, again: bool = False) -> tuple[list[str], RunSummary]:
        """One run so many hours after the start; the paths that it asked for, in order."""
        config = Config.model_validate(
            {
                "pipeline": {"database": str(self.folder / "p.db")},
                "fetch": {"allow_hosts": LOOPBACK, "delay_s": 0.0, "attempts": 1, "revisit_max_h": 24.0},
            }
        )
        self.web.requests.clear()
        summary = RunSummary()
        clock = FakeClock(START + timedelta(hours=hours))
        for _ in run.ingest(config, {"s": self.source}, summary, again=again, clock=clock):
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
