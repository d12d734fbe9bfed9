"""Dates as pages write them, for machines and for readers, in the page's language.

A day and a month that could be swapped are never guessed: where the language does not tell the order, the
answer is None with `DATE_AMBIGUOUS`. A time without a zone is read in `time_zone`, in UTC where that is None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from itertools import islice, takewhile

from pipeline.parse.dates.clock_times import SharedZone, find_time, zone_in
from pipeline.parse.dates.months import NUMBER_OR_WORD, fold, month_of, weekday_of
from pipeline.parse.dates.persian import LANGUAGES, in_our_calendar
from pipeline.parse.language_tags import primary
from pipeline.records import Problem, Reason

PLAUSIBLE_YEARS = range(1990, 2100)
"""The web has no page older than its first year; a date outside is an empty field or a slip."""

_LONGEST = 300
"""Characters read: a date line is short, and a long text is no date line."""

_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<y>\d{4})(?:\s?[年년]\s?|[-/]|\.\s?)(?P<m>\d{1,2})(?:\s?[月월]\s?|[-/]|\.\s?)(?P<d>\d{1,2})(?!\d)\s?[日일号號]?\.?"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=T\d|\s*$)")
_YEAR_LAST = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y>\d{4}|\d\d(?!\d|:|\.\d))"
)
_SHORTEST_INSTANT = 14
"""Digits of `20240312140500`."""
_EPOCH = re.compile(r"\s*(\d{10}|\d{13})(?:\.\d+)?\s*$")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")

_FILLERS = frozenset(
    fold(word)
    for words in (
        "of the st nd rd th; den; m; d le la er; de del; il; ten dne d; da ben a an; r roku; року році",
        "г год года; р; ж жыл жылғы жылы жылдын жылдың; й yil yili yilning yilda; сол соли соле",
        "ýyl ýylyň ýylyn ýylda nji njy; йил йили йилнинг йилда; ум уми юм юми; ngày tháng năm; gada gads eko ko; do",
    )
    for word in words.replace(";", " ").split()
)
"""Words and endings that stand between the day, the month and the year."""

_MONTH_FIRST = frozenset({"en-us", "en-ph", "es-us", "es-pr"})
_EITHER_ORDER = frozenset({"en", "en-ca", "en-za", "zh", "ja", "ko", "und", ""})
"""`04/05/2025` is read as 4 May by half of the readers and as 5 April by the others."""

UNTOLD = timezone(timedelta(0), "untold")
"""Given as the zone, it stays that of a time that is printed without one, until `settle_zone`."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A day and the span of the text it was read from; `day` is None where the numbers make no sure day."""

    start: int
    end: int
    day: date | None
    reason: Reason = Reason.DATE_UNREADABLE


def find_date(
    text: str, *, language: str | None, time_zone: tzinfo | None
) -> tuple[datetime | None, Problem | None]:
    """The first date in a short text, with its time of day where one is printed, else midnight.

    `language` is a BCP 47 tag; with a region (`en-GB`) it settles the order of day and month. An offset or
    zone in the text is kept; a name that several zones share is the source's where its zone has that name, and makes a
    problem beside the instant elsewhere. (None, None) where the text holds no date.
    """
    if not _DIGIT.search(text, 0, _LONGEST):
        return None, None
    text = _in_our_years(_tidy(text), language)
    if (instant := _iso(text, time_zone)) or (instant := _epoch(text)):
        return (instant, None) if instant.year in PLAUSIBLE_YEARS else (None, _problem(text))
    found = _all(text, language)
    if not found:
        return None, None
    if found[0].day is None:
        return None, _problem(text, found[0].reason)
    clock, zone = _clock_around(text, *found[:2])
    instant = datetime.combine(found[0].day, clock, zone or time_zone or UTC)
    return (instant, None) if time_zone is UNTOLD else settle_zone(instant, time_zone)


def settle_zone(instant: datetime, time_zone: tzinfo | None) -> tuple[datetime, Problem | None]:
    """`instant` in the source's zone where the page names none, or one that several places have."""
    if instant.tzinfo is UNTOLD:
        return instant.replace(tzinfo=time_zone or UTC), None
    if not isinstance(instant.tzinfo, SharedZone):
        return instant, None
    name, local = instant.tzinfo.name, instant.replace(tzinfo=time_zone or UTC)
    detail = f"{instant:%Y-%m-%d %H:%M} {name}"
    return local, None if local.tzname() == name else Problem(Reason.ZONE_UNSURE, detail)


def find_day(text: str, *, language: str | None) -> tuple[date | None, Problem | None]:
    """The first day in a short text: `08 December 2025`, `8 декабря 2025 г.`, `2025-12-08`."""
    if not _DIGIT.search(text, 0, _LONGEST):  # most lines
        return None, None
    text = _in_our_years(_tidy(text), language)
    found = next(iter(_all(text, language)), None)
    if found is None:
        return None, None
    return (found.day, None) if found.day else (None, _problem(text, found.reason))


_DIGIT = re.compile(r"\d")
"""In every date, in figures of any script."""


def _tidy(text: str) -> str:
    start = text[:_LONGEST]
    line = " ".join((start if start.isascii() else start.translate(_PLAIN)).split())
    return _CLOCK_FIRST.sub(r"\1 \4 \2 \3", line) if line[-4:].isdecimal() else line


def _in_our_years(text: str, language: str | None) -> str:
    """`2025年3月4日` for `令和7年3月4日` and `民國114年3月4日`, `4 มีนาคม 2025` for `4 มีนาคม 2568`."""
    if text.isascii() and primary(language) not in _OTHER_YEARS:
        return text
    text = in_our_calendar(text, language)
    for spelled, figures in _SPELLED:
        text = spelled.sub(figures, text)
    if primary(language) == "th" or _THAI.search(text):
        return _ABBREVIATED.sub("", _BUDDHIST.sub(lambda year: str(int(year[0]) - 543), text))
    if "年" not in text or not (era := _ERA.search(text)):
        return text
    return f"{text[: era.start()]}{_BEFORE_FIRST[era[1]] + int(era[2].replace('元', '1'))}{text[era.end() :]}"


_OTHER_YEARS = LANGUAGES | {"th"}
"""Languages that print other years than ours in our figures, too."""
_SPELLED = (
    (re.compile(r"(\d{1,2}) tháng (\d{1,2}),?(?: năm)? (\d{4})"), r"\1.\2.\3"),
    (re.compile(r"(\d{4}) оны (\d{1,2})[- ]?р сарын (\d{1,2})"), r"\1-\2-\3"),
)
"""A month that is counted in words, and how the same day is written in figures."""
_THAI = re.compile("[ก-๙]")
_ABBREVIATED = re.compile(rf"(?<={_THAI.pattern})\.")
"""`พ.ย.` is a month."""
_BUDDHIST = re.compile(r"(?<!\d)2[56]\d\d(?!\d)")
_BEFORE_FIRST = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
"""The year before the first one of an era."""
_ERA = re.compile(rf"({'|'.join(_BEFORE_FIRST)})\s?(\d{{1,3}}|元)(?=\s?年)")
_CLOCK_FIRST = re.compile(r"\b([A-Z][a-z]{2} \d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{2,5}|[+-]\d{4}) (\d{4})$")
"""`Tue Mar 12 14:05:00 EDT 2024`, as programs print an instant that nobody gave a format."""
_PLAIN = str.maketrans(
    "\u2010\u2011\u2012０１２３４５６７８９：۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩",
    "---0123456789:01234567890123456789",
    "\u200e\u200f\u200b\xad\ufeff",
)


def _problem(text: str, reason: Reason = Reason.DATE_UNREADABLE) -> Problem:
    return Problem(reason, text[:80])


def _iso(text: str, time_zone: tzinfo | None) -> datetime | None:
    """The quick way for what most machines write."""
    if len(text) < _SHORTEST_INSTANT or not text[:4].isdecimal():
        return None
    text = f"{text[:8]}T{text[8:]}" if len(text) == _SHORTEST_INSTANT and text.isdecimal() else text
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=time_zone or UTC)


def _epoch(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970."""
    number = _EPOCH.match(text)
    if number is None:
        return None
    return datetime.fromtimestamp(int(number[1]) / (1000 if len(number[1]) == 13 else 1), UTC)


def _all(text: str, language: str | None) -> list[_Found]:
    """Every date in order; of two that stand at the same place, the sure one."""
    found = [*_year_first(text), *_year_last(text, language), *_in_words(text, language)]
    return sorted(found, key=lambda one: (one.start, one.day is None))


def _year_first(text: str) -> Iterator[_Found]:
    for pattern in (_YEAR_FIRST, _COMPACT):
        for match in pattern.finditer(text):
            yield _Found(match.start(), match.end(), _day(int(match["y"]), int(match["m"]), int(match["d"])))


def _year_last(text: str, language: str | None) -> Iterator[_Found]:
    for match in _YEAR_LAST.finditer(text):
        day, month, sure = _order(int(match["a"]), int(match["b"]), match["sep"], language)
        year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
        if sure:
            yield _Found(match.start(), match.end(), _day(year, month, day))
        elif told := _by_weekday(text, match, (_day(year, month, day), _day(year, day, month)), language):
            yield _Found(match.start(), match.end(), told)
        else:
            yield _Found(match.start(), match.end(), None, Reason.DATE_AMBIGUOUS)


def _by_weekday(
    text: str, place: re.Match[str], days: tuple[date | None, ...], language: str | None
) -> date | None:
    """The one of `days` that falls on the day of the week that is printed beside the numbers."""
    before, behind = map(NUMBER_OR_WORD.findall, (text[: place.start()], text[place.end() :]))
    beside = (*before[-1:], *behind[:1])
    weekday = next((day for word in beside if (day := weekday_of(word, language)) is not None), None)
    fitting = [day for day in days if day is not None and day.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _order(a: int, b: int, separator: str, language: str | None) -> tuple[int, int, bool]:
    """(day, month, sure). Dots are used by languages that put the day first, and by no other."""
    tag = (language or "").replace("_", "-").lower()
    if a == b or a > 12 or separator == ".":
        return a, b, True
    if b > 12 or tag in _MONTH_FIRST:
        return b, a, True
    return a, b, tag not in _EITHER_ORDER


def _day(year: int, month: int, day: int) -> date | None:
    if year not in PLAUSIBLE_YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_words(text: str, language: str | None) -> Iterator[_Found]:
    """Dates with a month name: 8 December 2025, December 8, 2025, 2025-жылдын 8-декабры."""
    tokens = list(NUMBER_OR_WORD.finditer(text)) if _YEAR.search(text) else []
    for place, token in enumerate(tokens):
        if token[0].isdigit() or fold(token[0]) in _FILLERS:
            continue
        before, behind = _numbers(reversed(tokens[:place])), _numbers(iter(tokens[place + 1 :]))
        if (before or behind) and (month := month_of(token[0], language)):
            yield from _with_month(month, token, before, behind)


def _numbers(tokens: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    """Up to two numbers that follow, with nothing but fillers between."""
    near = takewhile(lambda token: token[0].isdigit() or fold(token[0]) in _FILLERS, tokens)
    return list(islice((token for token in near if token[0].isdigit()), 2))


def _with_month(
    month: int, name: re.Match[str], before: list[re.Match[str]], behind: list[re.Match[str]]
) -> Iterator[_Found]:
    for parts in (before[:1] + behind[:1], behind, before):
        year = next((part for part in parts if len(part[0]) == 4 and int(part[0]) in PLAUSIBLE_YEARS), None)
        day = next((part for part in parts if len(part[0]) < 3), None)
        if year and day:
            spans = (name, year, day)
            start, end = min(part.start() for part in spans), max(part.end() for part in spans)
            yield _Found(start, end, _day(int(year[0]), month, int(day[0])))
            return


def _clock_around(text: str, found: _Found, following: _Found | None = None) -> tuple[time, tzinfo | None]:
    """The time behind the date, up to the next date, else the one before it."""
    behind = text[found.end : following.start if following and following.start > found.end else None]
    if clock := find_time(behind.lstrip("T., ")):
        return clock
    clock = find_time(text[: found.start])
    return (clock[0], clock[1] or zone_in(behind)) if clock else (time(0, 0), None)
