"""One page over HTTP(S): redirects by hand, retries where they help, one deadline around it all."""

import asyncio
from dataclasses import replace
from http.cookiejar import CookieJar, DefaultCookiePolicy
from random import Random
from types import TracebackType
from typing import Self

import httpx

from pipeline.bodies import Body, BodyRefused, too_large
from pipeline.clock import Clock
from pipeline.config import FetchSettings
from pipeline.fetch.addresses import host_of
from pipeline.fetch.captures import Answer
from pipeline.fetch.failures import EXPECTED, NO_CONNECTION, failure_of
from pipeline.fetch.hosts import Reach
from pipeline.fetch.replies import REDIRECTS, WORTH_RETRYING, is_gzipped, next_hop, refusal, retry_after
from pipeline.fetch.retry import Attempt, retrying
from pipeline.records import Problem, Reason

ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"

NO_HOST = Problem(Reason.BAD_URL, "it names no host and port that could be asked")

NOT_ASKED = Problem(Reason.CONNECTION_FAILED, "not asked: its host took no connection in this run")


class Client:
    """The one HTTP client of a run. Opened with `async with`; made only when the first page asks for it."""

    def __init__(self, settings: FetchSettings, clock: Clock, random: Random) -> None:
        self._settings = settings
        self._clock = clock
        self._random = random
        self._limit = settings.max_body_bytes
        self._reach = Reach()
        self._http: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http is not None:
            await self._http.aclose()

    async def get(self, url: str) -> Answer:
        """The page at `url`. Whatever a server, the network or the URL itself can do wrong is in the answer."""
        deadline = self._settings.deadline_s
        if not host_of(url):
            return Answer(url, failure=NO_HOST)
        if self._reach.gave_up(host_of(url)):
            return Answer(url, failure=NOT_ASKED)
        try:
            async with asyncio.timeout(deadline):
                return await self._follow(url, self._clock.monotonic() + deadline)
        except TimeoutError:
            return Answer(url, failure=Problem(Reason.TIMED_OUT, f"not complete after {deadline:g} s"))

    async def _follow(self, url: str, ends_at: float) -> Answer:
        visited = {url}
        while True:
            attempt = await self._persist(url, ends_at)
            if attempt.location is None:
                return attempt.answer
            hop = next_hop(url, attempt.location, visited)
            if isinstance(hop, Problem):
                return replace(attempt.answer, failure=hop)
            visited.add(hop)
            url = hop

    async def _persist(self, url: str, ends_at: float) -> Attempt:
        return await retrying(
            self._attempt,
            url,
            attempts=self._settings.attempts,
            ends_at=ends_at,
            clock=self._clock,
            random=self._random,
        )

    async def _attempt(self, url: str) -> Attempt:
        try:
            async with self._client().stream("GET", url) as response:
                self._reach.note(host_of(url), connected=True)
                return await self._read(response, url)
        except EXPECTED as error:
            problem, again = failure_of(error)
            self._reach.note(host_of(url), connected=not (again and isinstance(error, NO_CONNECTION)))
            return Attempt(Answer(url, failure=problem), again)

    async def _read(self, response: httpx.Response, url: str) -> Attempt:
        status, headers = response.status_code, response.headers
        answer = Answer(url, status, headers.get("content-type"))
        if status in REDIRECTS and "location" in headers:
            return Attempt(answer, location=headers["location"])
        if problem := refusal(status, headers):
            wait = retry_after(headers, self._clock.now())
            return Attempt(replace(answer, failure=_asking(problem, wait)), status in WORTH_RETRYING, wait)
        try:
            return Attempt(replace(answer, body=await self._body(response)))
        except BodyRefused as refused:
            return Attempt(replace(answer, failure=refused.problem), refused.again)

    async def _body(self, response: httpx.Response) -> bytes:
        if int(response.headers.get("content-length", 0)) > self._limit:
            raise too_large(self._limit)
        body = Body(self._limit, gzipped=is_gzipped(response.headers))
        try:
            async for chunk in response.aiter_raw():
                body.add(chunk)
        except httpx.RemoteProtocolError as error:
            raise BodyRefused(Reason.BODY_DAMAGED, f"the body was cut short: {error}", again=True) from error
        return body.finish()

    def _client(self) -> httpx.AsyncClient:
        """Made late: reading the trusted certificates takes longer than a run over local files."""
        if self._http is None:
            connections = self._settings.connections
            self._http = httpx.AsyncClient(
                headers={
                    "User-Agent": self._settings.user_agent,
                    "Accept": ACCEPT,
                    # What we can unzip within a limit; httpx would offer more, and unzip without one.
                    "Accept-Encoding": "gzip, identity",
                },
                # Turns bound what is under way (`hosts`), so nobody waits for the pool itself.
                limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
                timeout=httpx.Timeout(self._settings.timeout_s, pool=None),
                # No cookies: a page must not depend on which pages were fetched before it.
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            )
        return self._http


def _asking(problem: Problem, wait: float | None) -> Problem:
    if wait is None:
        return problem
    return replace(problem, detail=f"{problem.detail}; asked to wait {wait:.0f} s")
