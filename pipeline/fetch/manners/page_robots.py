"""What a page itself says to robots, beside the robots.txt of its site: X-Robots-Tag and `<meta name="robots">`."""

import re
from collections.abc import Iterator

from pipeline.records import Problem, Reason

KEPT_OUT = frozenset({"noindex", "noarchive", "none"})
"""Directives by which a page asks not to be kept; heeded where its source says so."""

_LOOKED_AT = 65_536
"""Bytes of a page in which its head is looked for."""
_HEAD_ENDS = b"</head"
_LONGEST = 200

_META = re.compile(rb"<[Mm][Ee][Tt][Aa]\s[^<>]{1,1000}>")
"""Spelled out: with IGNORECASE it takes twice as long, and every page is looked through."""
_ATTRIBUTE = re.compile(
    rb"""\b(name|content)\s{0,9}=\s{0,9}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"'>]{1,500}))"""
)
_AGENT = re.compile(r"\s*([\w-]{1,60})\s*:(?!\s*[\d-])")
"""A header may begin with the robot that it is for; `max-snippet: -1` begins with none."""
_WITH_VALUE = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})


def page_robots(headers: list[str], body: bytes, agent: str) -> str | None:
    """The directives for `agent` (our product token) or for all, once each, sorted; None where there is none."""
    agent = agent.lower()
    told = (*_of_headers(headers, agent), *_of_page(body, agent))
    found = {
        directive
        for text in told
        for part in text.split(",")
        if (directive := " ".join(part.lower().split()))
    }
    return ", ".join(sorted(found))[:_LONGEST] or None


def asked_to_leave(directives: str | None) -> Problem | None:
    """Why a page with these directives is not kept; None where it may be."""
    if found := sorted(KEPT_OUT.intersection((directives or "").split(", "))):
        return Problem(Reason.ROBOTS_DISALLOWED, f"the page says {', '.join(found)}; `page_robots` heeds it")
    return None


def _of_headers(headers: list[str], agent: str) -> Iterator[str]:
    for value in headers:
        named = _AGENT.match(value)
        if named is None or named[1].lower() in _WITH_VALUE:
            yield value
        elif named[1].lower() == agent:
            yield value[named.end() :]


def _of_page(body: bytes, agent: str) -> Iterator[str]:
    ours = agent.encode("ascii", "replace")
    end = body.find(_HEAD_ENDS, 0, _LOOKED_AT)
    for element in map(bytes.lower, _META.findall(body, 0, end if end >= 0 else _LOOKED_AT)):
        if b"robots" not in element and ours not in element:
            continue
        told = {
            name: (double or single or bare).decode("ascii", "replace")
            for name, double, single, bare in _ATTRIBUTE.findall(element)
        }
        if told.get(b"name", "").strip() in ("robots", agent):
            yield told.get(b"content", "")
