"""A time of day and a zone as pages print them: `2:30 p.m. EST`, `14.30 Uhr`, `14時30分`, `17:05 (GMT+6)`."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from pipeline.parse.alternatives import any_of

_CLOCK = re.compile(
    r"""(?<![\d.:+-])
        (?P<hour>\d{1,2})
        (?: \s?(?:[:hH时時点點]|시)\s?(?P<minute>\d{2})(?!\d) (?: :(?P<second>\d{2})(?!\d) (?:[.,]\d{1,9})? )?
          | \s?[時时点點시]\s?(?P<spoken>\d)\s?[分분]
          | \.(?P<dotted>\d{2})(?![.\d])
          | (?=\s?[ap]\.?m\b)
          | \s?(?:時|时|点|點|시)(?!\d)
        )
        (?:\s?[分분]|\s?[Uu]hr)?
        (?: \s{0,2} (?: (?P<half>[apπμ])\.?\s?[mμ]\b\.? | (?P<arabic>[صم])(?!\w) ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HALVES = {"a": "a", "A": "a", "p": "p", "P": "p", "π": "a", "Π": "a", "μ": "p", "Μ": "p", "ص": "a", "م": "p"}
"""What the first letter of a mark of the half of the day tells: `a.m.`, `p.m.`, `π.μ.`, `μ.μ.`, `ص`, `م`."""
_AFTERNOON = re.compile(r"(?:下午|午後|午后|晚上|오후|pm|p\.m\.)\s{0,2}$", re.IGNORECASE)
_MORNING = re.compile(r"(?:上午|午前|凌晨|早上|오전)\s{0,2}$")

_OFFSET = re.compile(
    r"[\s(,]{0,3}(?:(?P<zulu>Z)\b|(?:UTC|GMT)?\s?(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?\b)"
)
_NAMED = re.compile(r"[\s(,]{0,3}([A-ZМСК]{2,5}|мск)\b")

_ZONES = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "WAT": 60, "CEST": 120, "MESZ": 120,
    "SAST": 120, "CAT": 120, "EET": 120, "EEST": 180, "EAT": 180, "MSK": 180, "МСК": 180, "TRT": 180, "AZT": 240,
    "PKT": 300, "UZT": 300, "TJT": 300, "TMT": 300, "NPT": 345, "KGT": 360, "WIB": 420, "ICT": 420,
    "HKT": 480, "SGT": 480, "MYT": 480, "PHT": 480, "AWST": 480, "WITA": 480, "JST": 540, "KST": 540, "WIT": 540,
    "ACST": 570, "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780, "BRT": -180, "ART": -180,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540,
    "AKDT": -480, "HST": -600, "HNE": -300, "HAE": -240, "HNA": -240, "HAA": -180, "HNC": -360, "HAC": -300,
    "HNP": -480, "HAP": -420,
}  # fmt: skip
"""Minutes east of UTC."""

_SHARED = frozenset({"CST", "IST", "AST", "GST", "AMT", "BDT"})
"""Names that several zones have: China and Chicago, India and Ireland."""

_SEASONAL = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
    "ALMT": "Asia/Almaty",
}  # fmt: skip
"""Names that are not always the same number of hours."""

_OF_PLACES = {
    "brasília": "America/Sao_Paulo", "brasilia": "America/Sao_Paulo", "paris": "Europe/Paris",
    "madrid": "Europe/Madrid", "peninsular": "Europe/Madrid", "москв": "Europe/Moscow", "москов": "Europe/Moscow",
    "київськ": "Europe/Kyiv", "києв": "Europe/Kyiv", "moscow": "Europe/Moscow", "beijing": "Asia/Shanghai",
    "london": "Europe/London", "cdmx": "America/Mexico_City", "غرينتش": "UTC", "جرينتش": "UTC",
    "القاهرة": "Africa/Cairo", "مكة": "Asia/Riyadh", "أبوظبي": "Asia/Dubai", "بغداد": "Asia/Baghdad",
    "بيروت": "Asia/Beirut",
}  # fmt: skip
_PLACE = re.compile(
    r"[\s(,–-]{1,4}(?:(?:no\s)?hor[áa](?:rio)?|heure|time|по|за|hora|بتوقيت)\s(?:de\s|of\s)?"
    rf"({any_of(_OF_PLACES)})|[\s(,]{{1,3}}({any_of(_OF_PLACES)})\s?(?:time\b)",
    re.IGNORECASE,
)
"""A zone told by its town: `14h20 (horário de Brasília)`, `14:20 по московскому времени`, `2 p.m. London time`."""


class SharedZone(tzinfo):
    """Stands for a zone of which only a name is told that several have; its offset of nought means nothing."""

    def __init__(self, name: str) -> None:
        self.name = name

    def utcoffset(self, _: datetime | None) -> timedelta:
        """Nought, so that an instant in it can be made and taken apart."""
        return timedelta(0)

    def dst(self, _: datetime | None) -> None:
        """Nobody knows."""

    def tzname(self, _: datetime | None) -> str:
        """The name as printed."""
        return self.name


def find_time(text: str) -> tuple[time, tzinfo | None] | None:
    """The first time of day in `text`, and the zone printed behind it."""
    for found in _CLOCK.finditer(text):
        clock = _time(found, text[: found.start()])
        if clock is not None:
            return clock, _zone(text[found.end() :])
    return None


def _time(found: re.Match[str], before: str) -> time | None:
    hour = int(found["hour"])
    half = _HALVES.get(found["half"] or found["arabic"] or "") or _printed_half(before)
    if half and not 1 <= hour <= 12:
        half = ""
    hour = hour % 12 + 12 * (half == "p") if half else hour
    try:
        return time(
            hour, int(found["minute"] or found["spoken"] or found["dotted"] or 0), int(found["second"] or 0)
        )
    except ValueError:
        return None


def _printed_half(before: str) -> str:
    if _AFTERNOON.search(before[-6:]):
        return "p"
    return "a" if _MORNING.search(before[-6:]) else ""


def zone_in(text: str) -> tzinfo | None:
    """The zone that `text` begins with, marks left out, where the time of day stands elsewhere: `| GMT +5`."""
    bare = text.lstrip(" |,.;(")
    return _zone(f" {bare}") if bare[:1].isalpha() else None


def _zone(behind: str) -> tzinfo | None:
    if offset := _OFFSET.match(behind):
        return UTC if offset["zulu"] else _fixed(offset["sign"], offset["hours"], offset["minutes"])
    name = _NAMED.match(behind)
    if name is None:
        place = _PLACE.match(behind)
        return ZoneInfo(_OF_PLACES[(place[1] or place[2]).lower()]) if place else None
    if name[1] in _SHARED:
        return SharedZone(name[1])
    if name[1] in _SEASONAL:
        return ZoneInfo(_SEASONAL[name[1]])
    minutes = _ZONES.get(name[1].upper())
    return None if minutes is None else timezone(timedelta(minutes=minutes))


def _fixed(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if ahead > timedelta(hours=15):
        return None
    return timezone(ahead if sign == "+" else -ahead)
