"""Pages that fail for ever: asked for later and later, told once, and never a reason to say nothing of another."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from pipeline.records import Reason
from pipeline.summary import Trouble
from tests.command_line import run
from tests.test_frontier import Site, story
from tests.web_server import WebServer

_REASON = "SELECT reason, state FROM v1_frontier WHERE url LIKE '%{}'"


def link(site: Site, *hrefs: str) -> None:
    """Let the front page lead there, beside the two stories that are as ever."""
    links = "".join(f"<p><a href='{href}'>{href}</a></p>" for href in ("/story/1", "/story/2", *hrefs))
    site.web.pages["/"] = ("text/html", f"<html><title>Front</title>{links}</html>".encode())


@pytest.fixture
def site(web: WebServer, tmp_path: Path) -> Site:
    """A site whose links are all followed, with a robots.txt that forbids a part of it."""
    site = Site(web, tmp_path)
    site.source = site.source.model_copy(update={"follow": ("/",)})
    web.pages["/robots.txt"] = ("text/plain", b"User-agent: *\nDisallow: /closed/")
    return site


FOREVER = {
    "/closed/1": Reason.ROBOTS_DISALLOWED,
    "/typed/application/pdf": Reason.NOT_A_PAGE,
    "/circle/a": Reason.TOO_MANY_REDIRECTS,
    "http://10.0.0.1/secret": Reason.ADDRESS_FORBIDDEN,
    "http://me:word@herald.example/inside": Reason.BAD_URL,
    "/announced/20000000": Reason.BODY_TOO_LARGE,
    "/status/403": Reason.HTTP_ERROR,
}


def test_what_fails_for_ever_is_told_once_and_rests(site: Site) -> None:
    """Again at the next run, for once may be by mistake; then later and later, up to the limit."""
    link(site, *FOREVER)
    tried = {}
    for hour in (0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 55, 56):
        _, summary = site.visit(hour)
        tried[hour] = (summary.sources["s"].failed, summary.exit_code)
    failed = {hour: code for hour, (pages, code) in tried.items() if pages == len(FOREVER)}
    assert failed == {0: ExitCode.SOME_FAILED} | dict.fromkeys((1, 2, 4, 8, 16, 32, 56), ExitCode.OK)
    assert all(tried[hour] == (0, ExitCode.OK) for hour in tried.keys() - failed.keys())
    for href, reason in FOREVER.items():
        assert site.rows(_REASON.format(href)) == [{"reason": reason.value, "state": "live"}]


def test_a_new_failure_is_told_beside_old_ones(site: Site) -> None:
    """It is counted apart, so that the first of its kind is the new one."""
    link(site, "/typed/application/pdf")
    assert site.visit()[1].exit_code is ExitCode.SOME_FAILED
    link(site, "/typed/application/pdf", "/typed/image/png")
    _, summary = site.visit(1)
    assert summary.exit_code is ExitCode.SOME_FAILED
    tally = summary.sources["s"]
    old, new = Trouble(Reason.NOT_A_PAGE, told_before=True), Trouble(Reason.NOT_A_PAGE)
    assert (tally.problems[old], tally.problems[new]) == (1, 1)
    assert tally.examples[new][0].url.endswith("/typed/image/png")


def test_another_reason_is_news_and_so_is_a_failure_after_a_good_visit(site: Site) -> None:
    web, path = site.web, "/story/1"
    pdf, good = ("application/pdf", b"%PDF"), web.pages[path]
    del web.etags[path]
    web.pages[path] = pdf
    codes = [site.visit()[1].exit_code, site.visit(1)[1].exit_code]
    for hour, page in ((30, good), (60, pdf), (61, pdf)):
        web.pages[path] = page
        codes.append(site.visit(hour)[1].exit_code)
    web.pages["/robots.txt"] = ("text/plain", b"User-agent: *\nDisallow: /story/1")
    codes.append(site.visit(100)[1].exit_code)
    failed, fine = ExitCode.SOME_FAILED, ExitCode.OK
    assert codes == [failed, fine, fine, failed, fine, failed]


def test_what_fails_of_the_moment_is_told_twice_and_rests_then(site: Site) -> None:
    """A server that is out of order may be in order tomorrow; one that stays so has been told of."""
    site.web.broken.add("/story/1")
    tried = {}
    for hour in (0, 0.1, 0.2, 0.3, 1.3, 2.4, 3.4):
        asked, summary = site.visit(hour)
        [row] = site.rows(_REASON.format("/story/1"))
        tried[hour] = ("/story/1" in asked, summary.exit_code, row["reason"])
    failed, fine = ExitCode.SOME_FAILED, ExitCode.OK
    first, second, later, rests = (
        (True, failed, "failed"), (True, failed, "http-error"), (True, fine, "http-error"), (False, fine, "http-error"),
    )  # fmt: skip
    assert list(tried.values()) == [first, second, later, rests, later, rests, later]
    site.web.broken.clear()
    assert site.visit(30)[1].sources["s"].articles_added == 1


def test_a_robots_txt_that_fails_is_of_the_moment_too(site: Site) -> None:
    """Its pages are left alone meanwhile, and asked for as soon as it is well again."""
    site.visit()
    site.web.broken.add("/robots.txt")
    for hour in (30, 31):  # the last good copy holds for a day
        assert site.visit(hour)[0] == ["/robots.txt"]
    assert site.rows(_REASON.format("/story/1")) == [{"reason": "http-error", "state": "live"}]
    site.web.broken.clear()
    assert "/story/1" in site.visit(31.1)[0]


def test_a_feed_that_nobody_named_is_told_once(site: Site) -> None:
    """Start pages announce feeds that are long dead, and robots.txt names such sitemaps."""
    site.source = site.source.model_copy(update={"discover": True})
    kind, page = site.web.pages["/"]
    announced = b"<link rel='alternate' type='application/rss+xml' href='/status/403'></html>"
    site.web.pages["/"] = (kind, page.replace(b"</html>", announced))
    site.web.pages["/robots.txt"] = ("text/plain", b"Sitemap: %s" % site.web.url("/status/404").encode())
    found = [site.visit(hour)[1] for hour in (0, 24, 48)]
    assert [summary.sources["s"].failed for summary in found] == 3 * [2]
    assert [summary.exit_code for summary in found] == [ExitCode.SOME_FAILED, ExitCode.OK, ExitCode.OK]


@pytest.mark.parametrize("named", ["pages", "feeds", "sitemaps"])
def test_what_config_toml_names_is_told_each_night(site: Site, named: str) -> None:
    """Who wrote it waits for it, or takes it out."""
    update = {named: (*getattr(site.source, named), site.web.url("/status/403"))}
    site.source = site.source.model_copy(update=update)
    codes = [site.visit(hour)[1].exit_code for hour in (0, 24, 48)]
    assert codes == 3 * [ExitCode.SOME_FAILED]


def test_what_a_killed_run_met_is_told_by_the_next(site: Site) -> None:
    """It came to no summary, so nobody has heard of it."""
    link(site, "/typed/application/pdf")
    site.visit()
    with closing(sqlite3.connect(site.folder / "p.db")) as connection:
        connection.execute("UPDATE runs SET status = 'running'")  # as SIGKILL leaves it
        connection.commit()
    assert [site.visit(hour)[1].exit_code for hour in (1, 2)] == [ExitCode.SOME_FAILED, ExitCode.OK]


def test_cron_gets_one_mail_and_status_tells_on(web: WebServer, tmp_path: Path) -> None:
    """With --quiet the second night is silent; whoever asks sees what fails, and how often it is tried."""
    (tmp_path / "config.toml").write_text(
        f"[fetch]\nallow_hosts = ['{web.url('')[7:]}']\nports = [{web.server_port}]\ndelay_s = 0.0\n"
        f"[sources.herald]\npages = ['{web.url('/')}']\nfollow = ['/story/', '/typed/']\n",
        encoding="utf-8",
    )
    web.pages["/story/1"] = story("Story number 1")
    web.pages["/"] = ("text/html", b"<a href='/story/1'>1</a> <a href='/typed/application/pdf'>2</a>")
    first, second = (run(tmp_path, "ingest", "--quiet") for _ in range(2))
    assert (first.returncode, second.returncode) == (ExitCode.SOME_FAILED, ExitCode.OK)
    assert "herald: 1 x not-a-page, the first: application/pdf" in first.stdout
    assert second.stdout + second.stderr == ""
    told = run(tmp_path, "ingest", "--again").stdout
    assert "herald: 1 x not-a-page as before, the first: application/pdf" in told
    shown = run(tmp_path, "status").stdout
    assert "herald: pages that fail whenever they are asked for: 1 x not-a-page; see v1_frontier" in shown
