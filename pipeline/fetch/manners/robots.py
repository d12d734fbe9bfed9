"""robots.txt as RFC 9309 reads it: asked for once a run before the first page of a host, by a conditional request.

A host that has none (4xx) allows everything. Where it fails (5xx, no answer) the last good copy holds for a day;
without one nothing is allowed: not knowing is no leave.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.fetch.addresses import parts_of
from pipeline.fetch.captures import Answer
from pipeline.fetch.manners.robots_rules import RobotsRules
from pipeline.records import Known, LastRobots, Problem, Reason, Role, Target

MOST_READ = 512 * 1024
"""Bytes; the standard asks for 500 KiB at least. What stands behind them is not read."""

Keep: TypeAlias = Callable[[Target, Answer], Awaitable[None]]
"""Hands on what a host said, to be archived."""

LastGood: TypeAlias = Callable[[str], LastRobots | None]
"""The last good copy of the robots.txt at a URL, if there is one."""

Get: TypeAlias = Callable[[str, Known | None], Awaitable[Answer]]
"""Asks for a URL, if it is no longer as it is known: redirects followed, and nothing raised."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page may be fetched. `rule` says why; `problem` stands for the page where it may not."""

    rule: str
    problem: Problem | None = None
    crawl_delay: float | None = None
    """Seconds between two pages that the host asks for."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one host says: its rules, or one verdict for all of its pages."""

    told: RobotsRules | None
    everything: Verdict = Verdict("")
    name: str = "robots.txt"


class Robots:
    """The robots.txt of every host that a run meets."""

    def __init__(self, get: Get, keep: Keep, last_good: LastGood, user_agent: str) -> None:
        self._get = get
        self._keep = keep
        self._last_good = last_good
        self._user_agent = user_agent
        self._agent = product_token(user_agent)
        self._hosts: dict[str, asyncio.Task[_Rules]] = {}

    async def verdict(self, url: str, source: str) -> Verdict:
        """Whether `url` may be fetched, by the rules of its host. `source` is who asks."""
        rules = await self._rules_for(url, source)
        if rules.told is None:
            return rules.everything
        allowed, line = rules.told.allows(url), rules.told.deciding(url)
        says = f"{rules.name} {'allows' if allowed else 'forbids'} it to {self._agent}"
        detail = f"{says} ({line})" if line else says
        if allowed:
            return Verdict(detail, crawl_delay=rules.told.crawl_delay)
        return Verdict(detail, Problem(Reason.ROBOTS_DISALLOWED, detail, _address(url)))

    def are_known(self, url: str) -> bool:
        """Whether the rules of the host of `url` are there."""
        task = self._hosts.get(_address(url))
        return task is not None and task.done()

    async def sitemaps(self, url: str, source: str) -> tuple[str, ...]:
        """The sitemaps that the host of `url` names."""
        rules = await self._rules_for(url, source)
        return rules.told.sitemaps if rules.told else ()

    async def close(self) -> None:
        """End what is under way."""
        for task in self._hosts.values():
            task.cancel()
        await asyncio.gather(*self._hosts.values(), return_exceptions=True)

    async def _rules_for(self, url: str, source: str) -> _Rules:
        address = _address(url)
        task = self._hosts.get(address)
        if task is None:
            task = self._hosts[address] = asyncio.create_task(self._rules(address, source))
        return await asyncio.shield(task)  # many pages wait for it: the first one's deadline must not end it

    async def _rules(self, url: str, source: str) -> _Rules:
        copy = self._last_good(url)
        answer = await self._get(url, copy.known if copy else None)
        await self._keep(Target(source, url, role=Role.ROBOTS), answer)
        failure = answer.failure
        if failure is None:
            return _Rules(self._read(copy.body if copy and answer.status == 304 else answer.body))
        if answer.status is not None and answer.status < 500:
            return _Rules(None, Verdict(f"no robots.txt: {failure.detail}"))
        if copy is not None and copy.holds:
            return _Rules(self._read(copy.body), name="the last good copy of robots.txt")
        detail = f"its robots.txt cannot be got, so nothing may be fetched: {failure.detail}"
        problem = Problem(failure.reason, detail, url)  # as the page would have failed
        return _Rules(None, Verdict(detail, problem))

    def _read(self, body: bytes) -> RobotsRules:
        text = body[:MOST_READ].decode("utf-8-sig", "replace")
        whole = text if len(body) <= MOST_READ else text.rpartition("\n")[0]
        return RobotsRules(whole, self._agent)


def _address(url: str) -> str:
    parts = parts_of(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def product_token(user_agent: str) -> str:
    """The name by which rules call us: the letters in front of `pipeline/0.1 (…)`."""
    token = user_agent.split("/", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    return token or "*"
