"""When the story was published and last changed: every place that says so, the most trusted first."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from pipeline.parse.html_tree import text_of
from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.dates import find_date
from pipeline.parse.metadata.structured import strings
from pipeline.records import Candidate, Problem

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
    "publish-date", "article.published", "article:published", "cxenseparse:recs:publishtime",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "date.available",
    "dc.date", "dcterms.date", "date.created", "date", "publication_date", "pub_date", "rnews:datepublished", "ptime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "date.modified", "article:updated", "moddate",
)  # fmt: skip


def published(
    clues: Clues, language: str | None, time_zone: tzinfo | None
) -> tuple[datetime | None, tuple[Candidate, ...], tuple[Problem, ...]]:
    """The instant of publication, the places looked at, and what could not be read."""
    return _first(_published(clues), language, time_zone)


def modified(
    clues: Clues, language: str | None, time_zone: tzinfo | None
) -> tuple[datetime | None, tuple[Candidate, ...], tuple[Problem, ...]]:
    """The instant of the last change, likewise."""
    return _first(_modified(clues), language, time_zone)


def _published(clues: Clues) -> Iterator[Candidate]:
    yield from (
        Candidate("json-ld.datePublished", text)
        for text in strings(clues.structured.first("datePublished"))[:1]
    )
    yield from (Candidate(key, clues.content(key)) for key in _PUBLISHED if key in clues.meta)
    for time in clues.times:
        yield Candidate("time", time.get("datetime") or text_of(time))


def _modified(clues: Clues) -> Iterator[Candidate]:
    yield from (
        Candidate("json-ld.dateModified", text)
        for text in strings(clues.structured.first("dateModified"))[:1]
    )
    yield from (Candidate(key, clues.content(key)) for key in _MODIFIED if key in clues.meta)


def _first(
    found: Iterator[Candidate], language: str | None, time_zone: tzinfo | None
) -> tuple[datetime | None, tuple[Candidate, ...], tuple[Problem, ...]]:
    problems = []
    seen: list[Candidate] = []
    winner: datetime | None = None
    for one in found:
        instant, problem = find_date(one.value, language=language, time_zone=time_zone)
        if problem:
            problems.append(problem)
        if instant and winner is None:
            winner = instant
            seen.insert(0, one)
        elif instant:
            seen.append(one)
    return winner, tuple(seen[:6]), () if winner else tuple(problems)
