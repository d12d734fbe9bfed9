"""robots.txt and the pace: what a host says is done, and what it does not say is not taken for leave."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from protego import Protego

from pipeline.clock import SYSTEM_CLOCK
from pipeline.config import FetchSettings, Source
from pipeline.fetch.captures import Answer
from pipeline.fetch.manners.budgets import Time
from pipeline.fetch.manners.hosts import Hosts, Pace, Reach
from pipeline.fetch.manners.page_robots import page_robots
from pipeline.fetch.manners.robots import MOST_READ, Robots, product_token
from pipeline.fetch.manners.robots_rules import MOST_NAMED, RobotsRules
from pipeline.fetch.turns import Turns
from pipeline.records import Known, Problem, Reason, Target
from tests.fetch.fetching import FakeClock, fetch, fetch_one, reason, settings
from tests.web_server import PAGE, WebServer

AGENT = "herald-reader/1.0 (write to desk@example.org)"


def told(web: WebServer, text: str) -> None:
    web.pages["/robots.txt"] = ("text/plain", text.encode())


def test_a_forbidden_page_is_recorded_and_not_asked_for(web: WebServer) -> None:
    """The record says which file forbids it; its neighbours are fetched, and say what allowed them."""
    told(web, "User-agent: *\nDisallow: /typed/\n")
    forbidden, allowed = fetch(Source(pages=(web.url("/typed/text/html"), web.url("/page"))))
    assert reason(forbidden) is Reason.ROBOTS_DISALLOWED
    assert forbidden.capture.failure
    assert forbidden.capture.failure.where == web.url("/robots.txt")
    assert web.asked("/typed/text/html") == 0
    told_by = "robots.txt allows it to pipeline (no rule matches)"
    assert (allowed.body, allowed.capture.allowed_by) == (PAGE, told_by)


FILE = """\
User-agent: other
Disallow: /
User-agent: *
Disallow: /b
User-agent: herald-reader
User-agent: another
Disallow: /a/   # all of it
Allow: /a/b
Crawl-delay: 3
disallow: /*.pdf$
Allow: /t\u0301te/*/x
Disallow: /t\u0301te/
Disallow: /e
Allow: /e
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/b", "allows it to herald-reader (no rule matches)"),
        ("/a/1", "forbids it to herald-reader (line 7, Disallow: /a/)"),
        ("/a/b/1", "allows it to herald-reader (line 8, Allow: /a/b)"),
        ("/c/d.pdf", "forbids it to herald-reader (line 10, Disallow: /*.pdf$)"),
        ("/c/d.pdf?e", "allows it to herald-reader (no rule matches)"),
        ("/t%CC%81te/1", "forbids it to herald-reader (line 12, Disallow: /t\u0301te/)"),
        ("/t%CC%81te/1/x", "allows it to herald-reader (line 11, Allow: /t\u0301te/*/x)"),
        ("/e/1", "allows it to herald-reader (line 14, Allow: /e)"),
    ],
)
def test_a_capture_says_which_line_decided(path: str, line: str) -> None:
    """The longest rule of the group for our name; of two as long the one that allows."""

    async def get(url: str, _known: Known | None) -> Answer:
        return Answer(url, 200, body=FILE.encode())

    verdict = asyncio.run(robots(get).verdict(f"https://herald.example{path}", "s"))
    assert verdict.rule == f"robots.txt {line}"
    assert (verdict.problem is None) is line.startswith("allows")


def test_of_a_file_of_very_many_rules_only_the_file_is_named() -> None:
    """To tell them apart would take longer than the page."""

    async def get(url: str, _known: Known | None) -> Answer:
        return Answer(url, 200, body=b"User-agent: *\n" + b"Disallow: /x\n" * (MOST_NAMED + 1))

    verdict = asyncio.run(robots(get).verdict("https://herald.example/x", "s"))
    assert verdict.rule == "robots.txt forbids it to herald-reader"


def test_it_is_asked_for_once_a_host(web: WebServer) -> None:
    """Ten pages, one robots.txt."""
    told(web, "User-agent: *\nDisallow: /private\n")
    fetch(Source(pages=tuple(web.url(f"/page?{n}") for n in range(10))))
    assert web.asked("/robots.txt") == 1


def test_rules_for_our_name_come_before_those_for_all(web: WebServer) -> None:
    """The product token of the user agent is what rules are looked up by."""
    told(web, "User-agent: *\nDisallow: /\n\nUser-agent: herald-reader\nAllow: /\n")
    assert fetch_one(web.url("/page"), settings(user_agent=AGENT)).body == PAGE
    assert reason(fetch_one(web.url("/page"))) is Reason.ROBOTS_DISALLOWED


def robots(get: Callable[[str, Known | None], Awaitable[Answer]]) -> Robots:
    """The rules of hosts that `get` asks, with nothing kept."""

    async def keep(_target: Target, _answer: Answer) -> None:
        pass

    return Robots(get, keep, lambda _: None, AGENT)


def test_a_site_without_one_allows_everything(web: WebServer) -> None:
    """404 is leave, and is noted as what allowed the page."""
    page = fetch_one(web.url("/page"))
    assert (page.body, page.capture.allowed_by) == (PAGE, "no robots.txt: 404 Not Found")


def test_one_that_fails_forbids_everything() -> None:
    """503 is no leave, and nor is silence."""

    async def verdicts(answer: Answer) -> Problem | None:
        async def get(_: str, _known: Known | None) -> Answer:
            return answer

        return (await robots(get).verdict("https://herald.example/1", "s")).problem

    failed = Answer("", 503, failure=Problem(Reason.HTTP_ERROR, "503"))
    silent = Answer("", failure=Problem(Reason.TIMED_OUT, "60 s"))
    for answer, expected in ((failed, Reason.HTTP_ERROR), (silent, Reason.TIMED_OUT)):
        problem = asyncio.run(verdicts(answer))
        assert problem
        assert problem.reason is expected


def test_a_redirect_goes_by_the_rules_of_where_it_leads(web: WebServer) -> None:
    """A page that is allowed does not open one that is not."""
    told(web, "User-agent: *\nDisallow: /page\n")
    assert reason(fetch_one(web.url("/redirect/1"))) is Reason.ROBOTS_DISALLOWED
    assert web.asked("/page") == 0


def test_a_source_may_be_fetched_without_asking(web: WebServer) -> None:
    """For a site of one's own; the capture says that nobody asked."""
    told(web, "User-agent: *\nDisallow: /\n")
    (page,) = fetch(Source(pages=(web.url("/page"),), robots=False))
    assert (page.body, page.capture.allowed_by) == (PAGE, "robots.txt was not asked")
    assert web.asked("/robots.txt") == 0


@pytest.mark.parametrize(
    "body", [b"\xef\xbb\xbfUser-agent: *\nDisallow: /page", b"User-agent: *\r\nDisallow: /page\r\n"]
)
def test_odd_bytes_do_not_hide_a_rule(web: WebServer, body: bytes) -> None:
    """A byte order mark and CRLF are what editors write."""
    web.pages["/robots.txt"] = ("application/octet-stream", body)
    assert reason(fetch_one(web.url("/page"))) is Reason.ROBOTS_DISALLOWED


def test_an_error_page_in_its_place_forbids_nothing(web: WebServer) -> None:
    """HTML with status 200 has no rule in it."""
    web.pages["/robots.txt"] = ("text/html", b"<html><p>Disallow: everything, they say</html>")
    assert fetch_one(web.url("/page")).body == PAGE


def test_five_hundred_kibibytes_are_read_and_more_is_cut(web: WebServer) -> None:
    """A rule at the end of 500 KiB counts; behind what is read the last, torn line does not."""
    filler = "# " + "x" * 97 + "\n"
    told(web, filler * 5120 + "User-agent: *\nDisallow: /page\n")
    assert reason(fetch_one(web.url("/page"), settings(max_body_mb=2.0))) is Reason.ROBOTS_DISALLOWED
    told(web, "User-agent: *\n" + filler * (MOST_READ // 100 + 1) + "Disallow: /page\n")
    assert fetch_one(web.url("/page"), settings(max_body_mb=2.0)).body == PAGE


def test_crawl_delay_is_kept_between_pages(web: WebServer) -> None:
    """Four pages of a host that asks for seven seconds take three waits of seven."""
    told(web, "User-agent: *\nCrawl-delay: 7\n")
    clock = FakeClock()
    pages = fetch(
        Source(pages=tuple(web.url(f"/page?{n}") for n in range(4))), settings(connections_per_host=1), clock
    )
    assert [page.body for page in pages] == [PAGE] * 4
    assert sum(clock.slept) == 21


def test_the_first_pages_of_a_host_keep_its_pace_too(web: WebServer) -> None:
    """Those that wait for its robots.txt do not all come at once when it is there."""
    told(web, "User-agent: *\nCrawl-delay: 0.3\n")
    places = tuple(web.url(f"/page?{n}") for n in range(4))
    fetch(Source(pages=places), settings(connections_per_host=4), SYSTEM_CLOCK)
    came = [request.at for request in web.requests if request.path == "/page"]
    assert all(later - sooner > 0.25 for sooner, later in pairwise(came))


@given(
    st.lists(st.sampled_from(["/", "/a", "/a/b", "/*c", "/d$"]), max_size=4),
    st.sampled_from(["/a/b", "/xc", "/d", "/"]),
)
def test_verdicts_are_those_of_the_standards_parser(rules: list[str], path: str) -> None:
    """Whatever the rules, ours is the answer of a parser that follows RFC 9309."""
    text = "User-agent: *\n" + "".join(
        f"{'Allow' if n % 2 else 'Disallow'}: {rule}\n" for n, rule in enumerate(rules)
    )

    async def get(url: str, _known: Known | None) -> Answer:
        return Answer(url, 200, body=text.encode())

    async def verdict() -> bool:
        return (await robots(get).verdict(f"https://herald.example{path}", "s")).problem is None

    assert asyncio.run(verdict()) == Protego.parse(text).can_fetch(
        f"https://herald.example{path}", "herald-reader"
    )


@given(
    st.text(alphabet="uUser-agntdilowAD:/*$#. \n\u00e9", max_size=120),
    st.text(alphabet="/abiw.*$\u00e9", max_size=8),
)
def test_a_line_that_is_named_says_what_is_done(text: str, path: str) -> None:
    """Whatever the file, no line is named that says the opposite."""
    rules = RobotsRules("User-agent: *\nDisallow: /a\n" + text, "pipeline")
    url = f"https://herald.example/{path}"
    _, _, rule = rules.deciding(url).partition(", ")
    assert not rule or rule.startswith("Allow:") is rules.allows(url)


@pytest.mark.parametrize(
    ("agent", "token"), [(AGENT, "herald-reader"), ("pipeline", "pipeline"), ("my bot 1", "my"), ("", "*")]
)
def test_the_product_token_is_the_name_in_front(agent: str, token: str) -> None:
    """As the standard cuts it."""
    assert product_token(agent) == token


def test_a_busy_host_is_asked_less_and_recovers() -> None:
    """429 and 503 double the delay, Retry-After holds for the whole host, and good answers take it back slowly."""
    clock = FakeClock()
    pace = Pace(FetchSettings(), clock)
    host = "herald.example"

    async def ask(times: int) -> float:
        before = sum(clock.slept)
        for _ in range(times):
            await pace.wait(host)
        return sum(clock.slept) - before

    assert asyncio.run(ask(3)) == 1.0
    pace.note(host, busy=True)
    assert pace.delay(host) == 1.0
    pace.note(host, busy=True, wait=20.0)
    assert asyncio.run(ask(1)) >= 20.0
    for _ in range(60):
        pace.note(host, busy=False)
    assert pace.delay(host) == 0.5
    pace.note(host, busy=True, wait=9999.0)
    assert asyncio.run(ask(1)) <= 31.0
    assert pace.wants_rest(host)
    clock.slept.append(9999.0)
    assert not pace.wants_rest(host)
    assert pace.delay("other.example") == 0.5


def test_a_host_that_asks_for_a_long_pause_is_left_alone(web: WebServer) -> None:
    """Ten minutes are more than a run waits: its other pages are recorded and not asked for, and other hosts go on."""
    busy = tuple(web.url(f"/status/429?retry-after=600&{n}") for n in range(6))
    other = web.url("/page", host="localhost")
    pages = fetch(Source(pages=(*busy, other)), settings(connections_per_host=1))
    reasons = Counter(reason(page) for page in pages)
    assert reasons == {Reason.HTTP_ERROR: 1, Reason.HOST_BUSY: 5, None: 1}
    assert web.asked("/status/429") == 1


def test_nobody_waits_for_the_pace_of_a_host_that_is_left_alone(web: WebServer) -> None:
    """Its delay has grown to half a minute when it is given up: the hundred pages behind that are told at once."""
    places = tuple(web.url(f"/status/503?{n}") for n in range(120))
    clock = FakeClock()
    pages = fetch(Source(pages=places, max_pages=200), settings(attempts=1, connections_per_host=1), clock)
    assert Counter(reason(page) for page in pages) == {Reason.HTTP_ERROR: 20, Reason.HOST_BROKEN: 100}
    assert sum(clock.slept) < 20 * 31


def test_a_host_that_has_rested_gets_a_burst() -> None:
    """A bucket of three: three at once, then one after each delay; one at once where the host asks for a delay."""

    def waits(pace: Pace, times: int) -> list[float]:
        async def each() -> list[float]:
            found = []
            for _ in range(times):
                before = clock.monotonic()
                await pace.wait("herald.example")
                found.append(clock.monotonic() - before)
            return found

        return asyncio.run(each())

    clock = FakeClock()
    pace = Pace(FetchSettings(burst=3), clock)
    assert waits(pace, 5) == [0, 0, 0, 0.5, 0.5]
    clock.slept.append(1.0)
    assert waits(pace, 3) == [0, 0, 0.5]
    pace.note("herald.example", busy=True, wait=20.0)
    assert waits(pace, 2) == [20, 1]
    pace = Pace(FetchSettings(burst=3), clock)
    pace.ask("herald.example", 2.0)
    assert waits(pace, 3) == [0, 2, 2]


def test_a_host_that_becomes_slow_is_asked_less() -> None:
    """A reply far slower than the host's usual one doubles the delay; a slow host that stays as slow is left so."""
    pace = Pace(FetchSettings(), FakeClock())
    for took in (0.2, 0.3, 0.2):
        pace.note("quick.example", busy=False, took=took)
        pace.note("slow.example", busy=False, took=10 * took)
    assert not pace.is_slowed("quick.example")
    pace.note("quick.example", busy=False, took=5.0)
    pace.note("slow.example", busy=False, took=5.0)
    assert (pace.delay("quick.example"), pace.delay("slow.example")) == (1.0, 0.5)
    assert pace.is_slowed("quick.example")


def test_a_busy_host_is_never_asked_more_often() -> None:
    """Not where `delay_s` is past `longest_delay_s` either, and its delay does not shrink to that when it recovers."""
    pace = Pace(FetchSettings(delay_s=60.0), FakeClock())
    for busy in (True, False):
        pace.note("herald.example", busy=busy)
        assert pace.delay("herald.example") == 60.0


def test_a_slowed_host_has_one_page_at_once() -> None:
    """However many connections it may have, as long as it is busy."""

    async def most_at_once(*, busy: bool) -> int:
        clock = FakeClock()
        pace = Pace(FetchSettings(delay_s=0.0), clock)
        pace.note("herald.example", busy=busy)
        turns = Turns(8, 4, Hosts(pace, Time(3600, 3600, clock), Reach()))
        now = most = 0

        async def page() -> None:
            nonlocal now, most
            async with turns.turn("herald.example"):
                now += 1
                most = max(most, now)
                await asyncio.sleep(0.001)
                now -= 1

        await asyncio.gather(*(page() for _ in range(8)))
        return most

    assert asyncio.run(most_at_once(busy=False)) == 4
    assert asyncio.run(most_at_once(busy=True)) == 1


HEAD = "<html><head><title>Snow</title>{}</head><body><p>Snow closes the pass.</p></body></html>"


@pytest.mark.parametrize(
    ("headers", "head", "expected"),
    [
        ([], "", None),
        (["noindex"], "", "noindex"),
        (["NOARCHIVE, nofollow", "noindex"], "", "noarchive, nofollow, noindex"),
        (["googlebot: noindex", "herald-reader: noarchive"], "", "noarchive"),
        (["max-snippet: -1, noarchive"], "", "max-snippet: -1, noarchive"),
        (["unavailable_after: 25 Jun 2010 15:00:00 PST"], "", "unavailable_after: 25 jun 2010 15:00:00 pst"),
        ([], "<meta name='robots' content='noindex,nofollow'>", "nofollow, noindex"),
        ([], "</head><body><meta name='robots' content='noindex'>", None),
        ([], '<META CONTENT="noarchive" NAME="Robots"/>', "noarchive"),
        ([], "<meta name=robots content=none>", "none"),
        ([], "<meta name='googlebot' content='noindex'>", None),
        ([], "<meta name='herald-reader' content='noindex'>", "noindex"),
        (["noindex"], "<meta name='robots' content='noindex, noarchive'>", "noarchive, noindex"),
    ],
)
def test_what_a_page_says_to_robots_is_read(headers: list[str], head: str, expected: str | None) -> None:
    """By header and by meta element, for all robots or for ours; what is for others is not for us."""
    assert page_robots(headers, HEAD.format(head).encode(), "Herald-Reader") == expected


@given(st.lists(st.text(max_size=50), max_size=3), st.binary(max_size=500))
def test_no_page_breaks_the_reading_of_it(headers: list[str], body: bytes) -> None:
    """Whatever it says, the answer is short."""
    assert len(page_robots(headers, b"<meta name=robots content='" + body + b"'>", "pipeline") or "") <= 200


def test_a_page_that_asks_not_to_be_kept_is_left_out_where_the_source_says_so(web: WebServer) -> None:
    """It is always recorded; only a source with `page_robots` leaves it, body and wire, out."""
    page = HEAD.format("<meta name='robots' content='noarchive'>").encode()
    web.pages["/private"] = ("text/html", page)
    places = (web.url("/private"), web.url("/page"))
    kept = {page.capture.url: page for page in fetch(Source(pages=places))}[places[0]]
    assert (kept.body, kept.capture.page_robots, kept.capture.failure) == (page, "noarchive", None)
    found = {page.capture.url: page for page in fetch(Source(pages=places, page_robots=True))}
    left_out, other = found[places[0]], found[places[1]]
    assert reason(left_out) is Reason.ROBOTS_DISALLOWED
    assert (left_out.body, left_out.exchanges, left_out.capture.page_robots) == (b"", (), "noarchive")
    assert other.body == PAGE
