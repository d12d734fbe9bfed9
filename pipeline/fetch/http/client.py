"""One page over HTTP(S): redirects by hand, retries where they help, one deadline around it all."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from typing import TypeAlias

from pipeline.bodies import BodyRefused
from pipeline.config import FetchSettings
from pipeline.fetch.addresses import host_of
from pipeline.fetch.captures import Answer, unpack
from pipeline.fetch.http.asked import asked
from pipeline.fetch.http.failures import EXPECTED, failure_of, never_connected
from pipeline.fetch.http.guard import Guard
from pipeline.fetch.http.received import Received
from pipeline.fetch.http.replies import (
    BUSY,
    REDIRECTS,
    conditions,
    is_gzipped,
    next_hop,
    refusal,
    retry_after,
)
from pipeline.fetch.http.retry import Attempt, Patience, retrying
from pipeline.fetch.http.transport import guarded_transport
from pipeline.fetch.manners.budgets import Retries
from pipeline.fetch.manners.hosts import Hosts
from pipeline.fetch.manners.robots import Keep, LastGood, Robots, Verdict
from pipeline.fetch.world import World
from pipeline.records import Known, Problem, Reason
from pipeline.records.exchange import Exchange, Headers
from pipeline.records.problems import NOT_NOW

ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"

NO_HOST = Problem(Reason.BAD_URL, "it names no host and port that could be asked")

NO_VERDICT = "robots.txt was not asked"

_HOST_FAILS = frozenset({Reason.CONNECTION_FAILED, Reason.TIMED_OUT, Reason.BODY_DAMAGED})
"""What goes wrong with a page by no fault of its own; an error status does so where it is one of `NOT_NOW`."""

Move: TypeAlias = Callable[[str], Awaitable[None]]
"""Waits for a turn at the host of the URL that a redirect leads to."""


@dataclass(slots=True)
class _Task:
    """What belongs to one page on its way: how it is asked for, and all that went over the wire for it."""

    source: str
    conditions: Mapping[str, str]
    """Headers by which it is sent only if it is no longer as it is known."""
    robots: Robots | None
    move: Move
    any_type: bool = False
    allowed_by: str | None = None
    trail: list[Exchange] = field(default_factory=list)
    took: float = 0.0
    """Seconds from the last request to the head of its answer."""


class Client:
    """The one HTTP client of a run; to be closed when it ends."""

    def __init__(
        self, settings: FetchSettings, world: World, hosts: Hosts, keep_robots: Keep, last_robots: LastGood
    ) -> None:
        self._settings = settings
        self._world = world
        self._limit = settings.max_body_bytes
        self._guard = Guard(settings.allow_hosts, settings.ports)
        self._hosts = hosts
        self._retries = Retries()
        self._robots = Robots(self._get_freely, keep_robots, last_robots, settings.user_agent)
        headers = {
            "User-Agent": settings.user_agent,
            "Accept": ACCEPT,
            # What we can unzip within a limit.
            "Accept-Encoding": "gzip, identity",
        }
        self._headers = _raw(headers)
        # Here, and not with the first page: reading the trusted certificates is no time of its.
        # Without httpx's client around it: redirects, cookies and logins, which that would see to, are not wanted, and
        # cost as much as the page.
        self._transport = guarded_transport(self._guard, settings, headers, world.names)

    async def close(self) -> None:
        """End what is under way, and all connections."""
        await self._robots.close()
        await self._transport.aclose()

    async def get(  # noqa: PLR0913 - how a page is asked for, each by name
        self,
        url: str,
        source: str,
        *,
        obey_robots: bool = True,
        known: Known | None = None,
        any_type: bool = False,
        move: Move | None = None,
    ) -> Answer:
        """The page at `url`, for a source. What a server, the network or the URL itself can do wrong is in the answer.

        Its body is as it was sent: pages that wait for the next stage take least memory so.

        With the marks of a `known` state it is asked for only if it is no longer so; else the status is 304. A content
        type that is no page is refused, unless `any_type`. `move` takes the page's turn to the host that a redirect
        leads to; without it only that host's pace is kept.
        """
        robots = self._robots if obey_robots else None
        task = _Task(source, conditions(known), robots, move or self._wait_for_host, any_type)
        return await self._get(url, task)

    def manners(self, url: str, source: str) -> Callable[[], Awaitable[object]] | None:
        """How to ask for the robots.txt of the host of `url`, whose Crawl-delay holds from the first page on.

        None where it is known, or not needed since the host is not asked.
        """
        alone = self._hosts.left_alone(host_of(url)) or self._guard.refusal(url)
        if alone or self._robots.are_known(url):
            return None
        return partial(self._verdict, url, _Task(source, {}, self._robots, self._wait_for_host))

    async def sitemaps(self, url: str, source: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the host of `url` names."""
        return await self._robots.sitemaps(url, source)

    async def _get_freely(self, url: str, known: Known | None) -> Answer:
        answer = await self._get(url, _Task("", conditions(known), None, self._wait_for_host))
        unpack(answer, self._limit)
        return answer

    async def _get(self, url: str, task: _Task) -> Answer:
        host = host_of(url)
        if not host:
            return Answer(url, failure=NO_HOST, allowed_by=NO_VERDICT)
        deadline = min(self._settings.deadline_s, self._hosts.time.left(host))
        try:
            async with asyncio.timeout(max(0.0, deadline)):
                answer = await self._follow(url, self._world.clock.monotonic() + deadline, task)
        except TimeoutError:
            self._hosts.reach.note_page(host, failed=True)
            limit = "deadline_s" if deadline == self._settings.deadline_s else "host_minutes"
            detail = f"not complete after {deadline:.3g} s; `{limit}` is the limit"
            answer = Answer(url, failure=Problem(Reason.TIMED_OUT, detail))
        answer.allowed_by, answer.exchanges = task.allowed_by, tuple(task.trail)
        return answer

    async def _follow(self, url: str, ends_at: float, task: _Task) -> Answer:
        visited = {url}
        while True:
            host = host_of(url)
            task.allowed_by = NO_VERDICT
            if problem := self._hosts.left_alone(host):
                return Answer(url, failure=problem)
            if problem := self._guard.refusal(url):
                return Answer(url, failure=replace(problem, where=url))
            verdict = await self._verdict(url, task)
            task.allowed_by = verdict.rule
            if verdict.problem is not None:
                return Answer(url, failure=verdict.problem)
            patience = Patience(self._settings.attempts, ends_at, partial(self._retries.spend, host))
            attempt = await retrying(partial(self._attempt, task=task), url, patience, self._world)
            answer = attempt.answer
            self._hosts.reach.note_page(host, failed=_by_its_host(answer))
            if attempt.location is None:
                return answer
            hop = next_hop(url, attempt.location, visited)
            if isinstance(hop, Problem):
                answer.failure = hop
                return answer
            # The deadline of this page bounds the wait.
            await (self._wait_for_host(hop) if host_of(hop) == host else task.move(hop))
            visited.add(hop)
            url = hop

    async def _wait_for_host(self, url: str) -> None:
        await self._hosts.pace.wait(host_of(url))

    async def _verdict(self, url: str, task: _Task) -> Verdict:
        if task.robots is None:
            return Verdict(NO_VERDICT)
        verdict = await task.robots.verdict(url, task.source)
        if verdict.crawl_delay is not None:
            self._hosts.pace.ask(host_of(url), verdict.crawl_delay)
        return verdict

    async def _attempt(self, url: str, task: _Task) -> Attempt:
        try:
            how = asked(url)
            began = self._world.clock.monotonic()
            response = await self._transport.get(how, task.conditions)
            task.took = self._world.clock.monotonic() - began
            async with aclosing(response):
                self._hosts.reach.note(host_of(url), connected=True)
                headers = ((b"Host", how.host.encode()), *self._headers, *_raw(task.conditions))
                received = Received(response, url, self._world.clock.now(), how, headers)
                try:
                    return await self._read(received, url, task)
                finally:
                    task.trail.append(received.exchange())
        except EXPECTED as error:
            problem, again = failure_of(error)
            self._hosts.reach.note(host_of(url), connected=not never_connected(error))
            return Attempt(Answer(url, failure=problem), again)

    async def _read(self, received: Received, url: str, task: _Task) -> Attempt:
        status, headers = received.status, received.headers
        answer = Answer(url, status, headers.get("content-type"))
        answer.etag, answer.last_modified = headers.get("etag"), headers.get("last-modified")
        wait = retry_after(headers, received.at)
        self._hosts.pace.note(host_of(url), busy=status in BUSY, wait=wait, took=task.took)
        if status in REDIRECTS and "location" in headers:
            return Attempt(answer, location=headers["location"])
        if status == HTTPStatus.NOT_MODIFIED and task.conditions:
            return Attempt(answer)
        if problem := refusal(status, headers, any_type=task.any_type):
            await received.read_a_little()
            answer.failure = _asking(problem, wait)
            return Attempt(answer, status in NOT_NOW, wait)
        try:
            answer.body, answer.zipped = await received.read(self._limit), is_gzipped(headers)
        except BodyRefused as refused:
            answer.failure = refused.problem
            return Attempt(answer, refused.again)
        return Attempt(answer)


def _raw(headers: Mapping[str, str]) -> Headers:
    return tuple((name.encode(), value.encode()) for name, value in headers.items())


def _by_its_host(answer: Answer) -> bool:
    failure = answer.failure
    return failure is not None and (failure.reason in _HOST_FAILS or answer.status in NOT_NOW)


def _asking(problem: Problem, wait: float | None) -> Problem:
    if wait is None:
        return problem
    return replace(problem, detail=f"{problem.detail}; asked to wait {wait:.0f} s")
