"""When the story was published and last changed: every place that says so, the most trusted first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from itertools import islice

from pipeline.parse.dates.find import UNTOLD, find_date, settle_zone
from pipeline.parse.metadata.printed.attribute_dates import noted
from pipeline.parse.metadata.printed.dates import printed_changes, printed_dates
from pipeline.parse.metadata.printed.headline_zone import Line
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.rdfa import rdfa
from pipeline.parse.metadata.stated.structured import strings
from pipeline.parse.snippets import snippet
from pipeline.records import Candidate, Problem, Reason

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "publish-date", "article.published", "article:published", "publication_date",
    "pub_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "date.available", "dc.date", "dcterms.date", "date.created",
    "date", "ptime", "pdate", "weibo: article:create_at", "cxenseparse:publishtime", "originalpublicationdate",
    "mediator_published_time", "shareaholic:article_published_time", "dc.date.created", "citation_publication_date",
    "citation_online_date", "citation_date", "article_date_original", "bt:pubdate", "content_publisheddate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "date.modified", "article:updated", "moddate", "article:updated_time",
    "article_date_updated", "bt:moddate", "article.updated",
)  # fmt: skip
_MOST_CANDIDATES = 8
_MOST_LINES = 24
"""Most lines with numbers near a headline are no dates: counters of readers and comments."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as read: where it stood, and the instant, or the problem that it makes."""

    candidate: Candidate
    instant: datetime | None
    problem: Problem | None


def published(
    clues: Clues,
    language: str | None,
    lines: Callable[[], tuple[Line, ...]],
    selected: tuple[Candidate, ...] = (),
) -> tuple[Reading, ...]:
    """Readings of the date of publication, first of what a source's selectors found."""
    return _read(selected, language) + _proposed(clues, language, lines)


def _proposed(
    clues: Clues, language: str | None, lines: Callable[[], tuple[Line, ...]]
) -> tuple[Reading, ...]:
    """Readings of what the rules found; what readers see is looked at only where the page's data tell nothing."""
    told = _read(_told(clues), language)
    if any(one.instant for one in told):
        return told
    marked = _read((Candidate("rdfa.published", one) for one in rdfa(clues, "published")), language)
    if any(one.instant for one in marked):
        return told + marked
    found = _read(printed_dates(clues, lines()), language, _MOST_LINES)
    seen = tuple(one for one in found if one.instant or _is_ambiguous(one))
    return tuple(map(_named, told)) + _beside_film(clues, _with_hour(clues, seen, lines), language)


def _with_hour(
    clues: Clues, seen: tuple[Reading, ...], lines: Callable[[], tuple[Line, ...]]
) -> tuple[Reading, ...]:
    """`seen`, and first what an attribute notes of the hour, where the day that readers see has none."""
    instant = next((one.instant for one in seen if one.instant), None)
    if instant and instant.time() != time():
        return seen
    noted_at = _read(noted(clues, lines(), instant.date() if instant else None), None)
    return tuple(one for one in noted_at if not instant or _is_near(one.instant, instant)) + seen


def _is_near(noted_at: datetime | None, day: datetime) -> bool:
    """Whether both may be one day, in zones that differ."""
    return noted_at is not None and abs(noted_at.date() - day.date()) <= timedelta(days=1)


def _beside_film(clues: Clues, seen: tuple[Reading, ...], language: str | None) -> tuple[Reading, ...]:
    """`seen`, and when the film of the page came out: first where it is that day, for a film in a story may be old."""
    values = strings(clues.structured.first("uploadDate"))[:1]
    film = _read((Candidate("json-ld.uploadDate", value) for value in values), language)
    day = next((one.instant.date() for one in seen if one.instant), None)
    is_same = day is None or any(one.instant and one.instant.date() == day for one in film)
    return film + seen if is_same else seen + film


def _named(reading: Reading) -> Reading:
    """What the page's data say without a date in it is a slip, and worth a word."""
    if reading.instant or reading.problem:
        return reading
    return replace(reading, problem=Problem(Reason.DATE_UNREADABLE, snippet(reading.candidate.value)))


def _is_ambiguous(reading: Reading) -> bool:
    """Lines that readers see may hold any numbers; only a date that could be swapped is worth a word."""
    return reading.problem is not None and reading.problem.reason is Reason.DATE_AMBIGUOUS


def modified(
    clues: Clues, language: str | None, lines: Callable[[], tuple[Line, ...]]
) -> tuple[Reading, ...]:
    """Readings of the date of the last change; what readers see only where the page's data tell nothing."""
    values = _texts(clues.structured.first("dateModified"))[:1]
    found = [Candidate("json-ld.dateModified", value) for value in values]
    found += [Candidate(key, clues.content(key)) for key in _MODIFIED if key in clues.meta]
    return _read(found or printed_changes(clues, lines()), language)


def settle(
    readings: tuple[Reading, ...], time_zone: tzinfo | None
) -> tuple[datetime | None, tuple[Candidate, ...], tuple[Problem, ...]]:
    """The instant, the candidates with the winner first, and the problems where it is not sure, or nothing was read.

    The first reading wins; where it has no offset and a later one says the same hour and minute with one, that one. A
    marked day without an hour gives way to the same day with one, where readers see it.
    """
    readable = [(one.candidate, one.instant) for one in readings if one.instant]
    if not readable:
        return None, (), tuple(one.problem for one in readings if one.problem)[:1]
    winner = readable[0]
    for other in readable[1:]:
        if _says_more(other[1], winner[1]) or (
            other[0].rule == "visible-date" and _tells_hour(other[1], winner[1])
        ):
            winner = other
    instant, unsure = settle_zone(winner[1], time_zone)
    losers = (candidate for candidate, _ in readable if candidate is not winner[0])
    return instant, (winner[0], *losers), (unsure,) if unsure else ()


def _says_more(other: datetime, known: datetime) -> bool:
    """True where `other` is the same reading of a clock, with the offset that `known` leaves out."""
    other_clock, known_clock = (one.replace(tzinfo=None, second=0, microsecond=0) for one in (other, known))
    return known.tzinfo is UNTOLD and other.tzinfo is not UNTOLD and other_clock == known_clock


def _tells_hour(other: datetime, known: datetime) -> bool:
    """True where `other` is the day that `known` is, with an hour that `known` leaves out."""
    is_day = known.tzinfo is UNTOLD and known.time() == time()
    return is_day and other.time() != time() and other.date() == known.date()


def _read(
    candidates: Iterable[Candidate], language: str | None, most: int = _MOST_CANDIDATES
) -> tuple[Reading, ...]:
    found = islice((one for one in candidates if one.value), most)
    return tuple(Reading(one, *find_date(one.value, language=language, time_zone=UNTOLD)) for one in found)


def _texts(value: object) -> tuple[str, ...]:
    """The texts of a value, a number of seconds too."""
    return (str(value),) if isinstance(value, int | float) else strings(value)


def _told(clues: Clues) -> Iterator[Candidate]:
    """What the page's data say."""
    for key in ("datePublished", "dateCreated"):
        if values := _texts(clues.structured.first(key)):
            yield Candidate(f"json-ld.{key}", values[0])
            break
    yield from (Candidate(key, clues.content(key)) for key in _PUBLISHED if key in clues.meta)
