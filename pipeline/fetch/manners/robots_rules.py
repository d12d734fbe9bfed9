"""The rules of one robots.txt for one robot, and which line decides: protego says only whether a page is allowed."""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from protego import Protego

MOST_NAMED = 2000
"""Rules of a file up to which they are told apart, since each has to be tried by itself."""

_LONGEST = 200
"""Characters of a rule that are told."""

_RULE = re.compile(r"\s*(allow|disallow)\s*:([^#]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rule:
    line: int
    allows: bool
    path: str

    def matches(self, url: str) -> bool:
        return not _forbidding_alone(self.path).can_fetch(url, "*")

    def __str__(self) -> str:
        return f"line {self.line}, {'Allow' if self.allows else 'Disallow'}: {self.path}"[:_LONGEST]


class RobotsRules:
    """What the robots.txt with this text says to `agent`."""

    def __init__(self, text: str, agent: str) -> None:
        self._agent = agent
        self._parsed = Protego.parse(text)
        self._rules = _rules_for(text, agent)
        self._any_of_them = _forbidding(rule.path for rule in self._rules or ())
        self.crawl_delay = self._parsed.crawl_delay(agent)
        """Seconds between two pages that it asks for."""
        self.sitemaps = tuple(self._parsed.sitemaps)
        """The sitemaps that it names."""

    def allows(self, url: str) -> bool:
        """Whether `url` may be fetched."""
        return self._parsed.can_fetch(url, self._agent)

    def deciding(self, url: str) -> str:
        """Which line allows or forbids `url`, or that no rule matches; empty where that cannot be told."""
        if self._rules is None:
            return ""
        allowed = self.allows(url)
        if self._any_of_them.can_fetch(url, "*"):  # most pages: what follows takes longer
            return "no rule matches" if allowed else ""
        return next((str(rule) for rule in self._rules if rule.allows is allowed and rule.matches(url)), "")


def _rules_for(text: str, agent: str) -> list[_Rule] | None:
    """The rules for `agent`, the longest first, as they decide; None where they are too many to be told apart.

    The longest is so in bytes, as they are sent.
    """
    rules: list[_Rule] = []
    marked: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        found = _RULE.match(line)
        path = found[2].strip() if found else ""
        if found and path:
            rules.append(_Rule(number, found[1].lower() == "allow", path))
        marked.append(f"Disallow: /{number}/" if path else line)
    if len(rules) > MOST_NAMED:
        return None
    # Whose a rule is the parser tells of a file in which each forbids a path of its own.
    groups = Protego.parse("\n".join(marked))
    ours = (rule for rule in rules if not groups.can_fetch(f"https://host/{rule.line}/", agent))
    return sorted(ours, key=lambda rule: len(quote(rule.path, safe=string.printable)), reverse=True)


@lru_cache(maxsize=1024)
def _forbidding_alone(path: str) -> Protego:
    return _forbidding([path])


def _forbidding(paths: Iterable[str]) -> Protego:
    return Protego.parse("User-agent: *\n" + "".join(f"Disallow: {path}\n" for path in paths))
