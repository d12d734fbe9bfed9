"""Sitemaps and news sitemaps → the pages that they list, the newest first, and the further sitemaps of an index."""

import heapq
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from lxml import etree

from pipeline.bodies import GZIP_MAGIC, BodyRefused, unzipped
from pipeline.fetch.addresses import host_of, is_web, resolved
from pipeline.fetch.finding.leads import Leads
from pipeline.records import Link, Problem, Reason

MOST_ENTRIES = 10_000
"""Entries that are kept of one sitemap, the newest; the standard allows 50,000, and nobody fetches them in a night."""

MOST_SITEMAPS = 50
"""Sitemaps that are read for one source in one run, those of an index with it."""

_LARGEST = 50_000_000
"""Bytes of an unzipped sitemap, by the standard. It is read as it is unzipped, entry by entry."""


@dataclass(frozen=True, slots=True)
class _Entry:
    location: str
    modified: str
    title: str | None
    index: bool


def read_sitemap(body: bytes, url: str, follow: Sequence[str]) -> Leads:
    """The sitemap at `url`, and what is wrong with it: what stands before the fault is kept. Never raises.

    A page counts if one of the patterns `follow` matches its URL; without patterns, if it is on the sitemap's host.
    """
    patterns = [re.compile(pattern) for pattern in follow]
    home = resolved(url, "/")
    newest: list[tuple[str, int, _Entry]] = []
    order = count(0, -1)  # of the same date the earlier one
    counted, problem = 0, None
    try:
        for entry in _entries(unzipped(body, _LARGEST) if body.startswith(GZIP_MAGIC) else body):
            location = resolved(url, entry.location)
            if _counts(location, home, patterns, index=entry.index):
                kept = (entry.modified, next(order), replace(entry, location=location))
                counted += 1
                (heapq.heappush if len(newest) < MOST_ENTRIES else heapq.heappushpop)(newest, kept)
    except (etree.LxmlError, BodyRefused) as error:
        problem = Problem(Reason.BAD_SITEMAP, " ".join(str(error).split()), url)
    found = [entry for _, _, entry in sorted(newest, reverse=True)]
    if not found and problem is None:
        problem = Problem(Reason.BAD_SITEMAP, "it lists no page that counts", url)
    pages = tuple(Link(entry.location, entry.title) for entry in found if not entry.index)
    further = tuple(entry.location for entry in found if entry.index)
    return Leads(pages, further, older=counted - len(found), problem=problem)


def _entries(content: bytes) -> Iterator[_Entry]:
    """The entries one by one, each let go of at once. No entity, document type or network is heeded."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):  # plain text, a URL on each line
        lines = (line.decode("utf-8", "replace").strip() for line in io.BytesIO(content))
        yield from (_Entry(line, "", None, index=False) for line in lines if line)
        return
    parser = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    for _, element in parser:
        location = element.findtext("{*}loc")
        if location and location.strip():
            index = etree.QName(element).localname == "sitemap"
            modified = element.findtext("{*}lastmod") or element.findtext("{*}news/{*}publication_date") or ""
            title = " ".join((element.findtext("{*}news/{*}title") or "").split()) or None
            yield _Entry(location.strip(), modified.strip(), title, index)
        element.clear()
        if (parent := element.getparent()) is not None:
            del parent[: parent.index(element)]


def _counts(location: str, home: str, patterns: Sequence[re.Pattern[str]], *, index: bool) -> bool:
    if not is_web(location):
        return False
    if patterns and not index:
        return any(pattern.search(location) for pattern in patterns)
    if location.startswith(home):  # nearly all do, and what follows takes ten times as long
        return True
    return host_of(location).removeprefix("www.") == host_of(home).removeprefix("www.")
