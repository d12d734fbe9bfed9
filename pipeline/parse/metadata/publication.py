"""When the story was published and last changed: every place that says so, the most trusted first."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import islice

from pipeline.parse.dates.find import find_date
from pipeline.parse.html_tree import Element
from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.headline_zone import Line, spaced_text
from pipeline.parse.metadata.structured import strings
from pipeline.records import Candidate, Problem, Reason

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "publish-date", "article.published", "article:published", "publication_date",
    "pub_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "date.available", "dc.date", "dcterms.date", "date.created",
    "date", "ptime", "weibo: article:create_at", "cxenseparse:publishtime", "originalpublicationdate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "date.modified", "article:updated", "moddate", "article:updated_time",
)  # fmt: skip
_CHANGED = re.compile(
    r"updat|modif|edited|revis|aktualis|geändert|mis à jour|actuali[zs]|aggiorna|atualiza|zmian|обновл|измен|оновл|"
    r"жаңар|жаңыр|yangilan|навс|güncel|bijgewerkt|uppdater|oppdater|opdater|aktualiz|更新|수정|diperbarui",
    re.IGNORECASE,
)
"""Words that label the date of the last change, not of publication."""

_DIGIT = re.compile(r"\d")

_LONGEST_LINE = 60
"""Characters of a line that is a date with its label; a longer one is prose that mentions a day."""
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)")
_MOST_CANDIDATES = 8

_UNTOLD = timezone(timedelta(0), "untold")
"""Stands for the zone of a time that is printed without one."""


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
    """Readings of the date of publication; what readers see is looked at only where the page's data tell nothing."""
    told = _read((*selected, *_told(clues)), language)
    if any(one.instant for one in told):
        return told
    seen = _read(_printed(clues, lines()), language)
    return told + tuple(one for one in seen if one.instant or _is_ambiguous(one))


def _is_ambiguous(reading: Reading) -> bool:
    """Lines that readers see may hold any numbers; only a date that could be swapped is worth a word."""
    return reading.problem is not None and reading.problem.reason is Reason.DATE_AMBIGUOUS


def modified(
    clues: Clues, language: str | None, lines: Callable[[], tuple[Line, ...]]
) -> tuple[Reading, ...]:
    """Readings of the date of the last change; a <time> near the headline only where the page's data tell nothing."""
    values = strings(clues.structured.first("dateModified"))[:1]
    found = [Candidate("json-ld.dateModified", value) for value in values]
    found += [Candidate(key, clues.content(key)) for key in _MODIFIED if key in clues.meta]
    return _read(found or _printed_change(clues, lines), language)


def _printed_change(clues: Clues, lines: Callable[[], tuple[Line, ...]]) -> Iterator[Candidate]:
    marked = [element for element in clues.times if _marks_change(element)]
    near = {line.element for line in lines()} if marked else set()
    yield from (
        Candidate("time.updated", element.get("datetime") or spaced_text(element))
        for element in marked
        if element in near
    )


def _marks_change(element: Element) -> bool:
    """True where the class or property of a <time> says that it is a later one than that of publication."""
    names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    return ("updated" in names or "modified" in names) and "publish" not in names


def settle(
    readings: tuple[Reading, ...], time_zone: tzinfo | None
) -> tuple[datetime | None, tuple[Candidate, ...], tuple[Problem, ...]]:
    """The instant, the candidates with the winner first, and the problems where nothing could be read.

    The first reading wins; where it has no offset and a later one says the same hour and minute with one, that one.
    """
    readable = [(one.candidate, one.instant) for one in readings if one.instant]
    if not readable:
        return None, (), tuple(one.problem for one in readings if one.problem)[:1]
    winner = readable[0]
    for other in readable[1:]:
        winner = other if _says_more(other[1], winner[1]) else winner
    instant = winner[1].replace(tzinfo=time_zone or UTC) if winner[1].tzinfo is _UNTOLD else winner[1]
    losers = (candidate for candidate, _ in readable if candidate is not winner[0])
    return instant, (winner[0], *losers), ()


def _says_more(other: datetime, known: datetime) -> bool:
    """True where `other` is the same reading of a clock, with the offset that `known` leaves out."""
    other_clock, known_clock = (one.replace(tzinfo=None, second=0, microsecond=0) for one in (other, known))
    return known.tzinfo is _UNTOLD and other.tzinfo is not _UNTOLD and other_clock == known_clock


def _read(candidates: Iterable[Candidate], language: str | None) -> tuple[Reading, ...]:
    found = islice((one for one in candidates if one.value), _MOST_CANDIDATES)
    return tuple(Reading(one, *find_date(one.value, language=language, time_zone=_UNTOLD)) for one in found)


def _told(clues: Clues) -> Iterator[Candidate]:
    """What the page's data say."""
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if values := strings(clues.structured.first(key)):
            yield Candidate(f"json-ld.{key}", values[0])
            break
    yield from (Candidate(key, clues.content(key)) for key in _PUBLISHED if key in clues.meta)


def _printed(clues: Clues, lines: tuple[Line, ...]) -> Iterator[Candidate]:
    """What readers see, and at last the day in the page's title or address."""
    for line in lines:
        if line.element.get("itemprop") == "datePublished":
            yield Candidate("itemprop.datePublished", line.element.get("datetime") or line.text)
    around = [line.element for line in lines if line.element.tag == "time"]
    for element in around:
        if not _CHANGED.search(spaced_text(element)):
            yield Candidate("time", element.get("datetime") or spaced_text(element))
    yield from _visible(lines)
    inside = (
        element for element in clues.times if next(element.iterancestors("article", "main"), None) is not None
    )
    yield from (Candidate("time", element.get("datetime") or "") for element in islice(inside, 3))
    yield Candidate("title-tag", clues.page_title[-20:])
    if day := _IN_ADDRESS.search(clues.url):
        yield Candidate("address", "-".join(day.groups()))


def _visible(lines: tuple[Line, ...]) -> Iterator[Candidate]:
    """Lines that hold little beside a date. A date and its time may stand in neighbouring elements of one line."""
    label = ""
    for line in lines:
        is_short = len(line.text) <= _LONGEST_LINE
        if (
            is_short
            and any(map(str.isdigit, line.text))
            and not _CHANGED.search(label + _DIGIT.split(line.text, 1)[0])
        ):
            yield from _with_neighbours(line)
        label = line.text if is_short else ""


def _with_neighbours(line: Line) -> Iterator[Candidate]:
    parent = line.element.getparent()
    together = spaced_text(parent) if parent is not None and len(parent) <= 6 else ""
    if line.text in together and len(together) <= _LONGEST_LINE:
        yield Candidate("visible-date", together)
    yield Candidate("visible-date", line.text)
