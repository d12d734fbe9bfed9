"""Names of people and agencies, out of the line that signs a story."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from pipeline.parse.alternatives import any_of
from pipeline.parse.bylines.asides import (
    PHOTOGRAPHERS,
    names_photographer,
    with_marks,
    without_asides,
    without_photographers,
    without_place,
    without_town_before,
)
from pipeline.parse.bylines.cities import is_city
from pipeline.parse.bylines.houses import is_agency, is_company
from pipeline.parse.bylines.names import on_one_line, people, without_noise
from pipeline.parse.bylines.patterns import ALL_CONJUNCTIONS, PUNCTUATION, anywhere, kind, opening, separator
from pipeline.parse.bylines.roles import EDGES
from pipeline.parse.bylines.words import (
    AGENCIES_END,
    BEFORE_DATE,
    NAMES_AT_DASHES,
    OPENINGS,
    OTHER_CREDITS,
    TITLES_BEHIND,
)
from pipeline.parse.dates.labels import SURE
from pipeline.parse.dates.months import is_calendar_word
from pipeline.parse.language_tags import primary

_TELLING_OPENING = 8
"""Letters of an opening that needs no colon to be told from prose: `Written by`, `Беседовал`."""
_BEHIND_NAMES = any_of({*SURE, *OTHER_CREDITS})
_BEHIND_ONE = rf"(?:{any_of(PHOTOGRAPHERS)})(?:,|$)"
"""What tells of the name in front what somebody did: `Anna Berg Text, Nils Ek Foto`."""
_END = re.compile(
    rf"\s[|•·–—-]{{1,2}}\s|[|•]|[，,]\s?系|(?<!\w)\d|\b(?<!\bde\s)(?<!\bla\s)(?!{_BEHIND_ONE})(?:{_BEHIND_NAMES})\b"
    rf"|\s(?:editor|(?!(?:{any_of(chain.from_iterable(OPENINGS.values()))})\b)[^\W\d_]{{2,20}})[:：]",
    re.IGNORECASE,
)
_CREDIT = re.compile(rf"(?:{any_of(OTHER_CREDITS)})(?:\s?:|\s?by\s|(?<=\sby)\s)", re.IGNORECASE)
_DASH = re.compile("[–—/-]")
_SPACED_DASH = re.compile(r"\s[–-]\s")
_BEHIND_NAME = re.compile(r"((?:[^\W\d_][\w.'’-]+\s){1,3}[^\W\d_][\w'’-]+)\s[–—-]\s")
"""A full name, and the dash before a role or a paper: `Jane Doe - The Courier`."""
_DASHES = " –—/-"
_BEFORE_DASH = re.compile(r"[^–—|]{2,40}?\s[–—/-]\s")
_BEHIND_SECTION = re.compile(r"^(?:[^\s,]{1,20}\s){1,2}By\s(?=[^\W\d_])")
"""`Travel By Jane Doe`."""
_IN_BRACKETS = re.compile(r"[（(〔【][^()（）〔〕【】]{2,80}[)）〕】]|\[[々一-鿿가-힣][^\[\]]{2,40}\]")
_BETWEEN_HANGUL = re.compile(r"(?<=[가-힣])\s?·\s?(?=[가-힣])")
_OTHERS = re.compile(r"\s외\s?\d{1,2}\s?[명인]$")
"""`정하늘 기자 외 1명`: and so many others."""
_CITY = re.compile(r"(?<=[^\W\d_])\s?/\s?([A-ZÇĞİÖŞÜ]{4,20})(?=,|$)")
"""The city behind a name, as Turkish agencies sign: `Ayşe YILMAZ/ARTVİN, (DHA)`."""
_GENERATION = re.compile(r",\s(?=(?:Jr|Sr|II|III|IV)\b)")


@lru_cache(maxsize=64)  # one line is asked whether it is a byline, then what it is of, then for its names
def read_byline(text: str, language: str | None) -> tuple[str, ...]:
    """The names in a byline: `By Aida Sydykova and Jon Berg, Staff Writers` gives both, no words around.

    `text` is the line as printed; `language` a BCP 47 tag, whose words for "by" and "and" are taken out.
    Empty where the line names nobody.
    """
    line = on_one_line(text)
    line = line[1:-1] if _IN_BRACKETS.fullmatch(line) else line
    line = _behind_place(line, language)
    line = without_noise(with_marks(_without_others(without_town_before(line))))
    line = kind(primary(language)).sub("", _without_opening(line, language))
    line = _apart_at_slashes(line) if "/" in line else line
    line = line if _END.match(line) else _BEHIND_SECTION.sub("", line)
    line = _SPACED_DASH.sub(", ", line) if primary(language) in NAMES_AT_DASHES else line
    line = _up_to_end(line, language)
    parts = separator(primary(language), loud=_is_loud(line)).split(_GENERATION.sub(" ", line))
    parts = without_photographers([_without_opening(part.strip(), language) for part in parts])
    parts = without_place([part for part in parts if part], line, primary(language))
    return people(without_asides(parts, language), language)


def read_names(values: Iterable[str], language: str | None) -> tuple[str, ...]:
    """The names in fields that hold one name each, or carelessly several.

    A value is taken apart at commas, and at words for "and" only where every part is a name of two words or
    more: `Courier and AFP` is one signature, `Jon Berg and Aida Sydykova` are two.
    """
    return people((part for value in values for part in _apart(value, language)), language)


def _behind_place(line: str, language: str | None) -> str:
    """`line` without a town or a paper before a word like "By": `GRANTS PASS, Ore. — By Jane Doe`, `CL / Par`."""
    place = _BEFORE_DASH.match(line) if _DASH.search(line) else None
    if place is None or opens_byline(line, language):
        return line
    is_place = is_city(place[0].rstrip(_DASHES), language)
    return line[place.end() :] if is_place or opens_byline(line[place.end() :], language) else line


def _without_others(line: str) -> str:
    return _OTHERS.sub("", line) if "외" in line else line


def _apart(value: str, language: str | None) -> list[str]:
    value = _behind_place(_GENERATION.sub(" ", without_noise(on_one_line(value))), language)
    value = _apart_at_slashes(value) if "/" in value else value
    value = _BETWEEN_HANGUL.sub(", ", value) if "·" in value else value
    value = _SPACED_DASH.sub(", ", value) if primary(language) in NAMES_AT_DASHES else value
    if is_company(value):
        return PUNCTUATION.split(value)[:1]
    line = _without_opening(value, language)
    parts = [_without_and(part) for part in anywhere(loud=_is_loud(line)).split(line) if part]
    listed = PUNCTUATION.split(line)
    if not all(" " in part or (len(listed) > 1 and is_agency(part)) for part in parts):
        parts = [_without_and(part) for part in listed]
    parts = without_photographers(parts)
    parts = without_asides(without_place(parts, line, primary(language)), language)
    is_credited = ":" in value or " by " in value
    return [part for part in parts if not _CREDIT.match(part)] if is_credited else parts


def _apart_at_slashes(value: str) -> str:
    """Without the city behind a slash, and with a comma in place of one beside an agency, or between full names."""
    value = _CITY.sub(lambda found: found[0] if is_agency(found[1]) else "", value)
    parts = value.split("/")
    are_names = all(" " in part.strip() for part in parts) and not any(map(str.isdigit, value))
    is_row = are_names or any(is_agency(part.strip()) for part in parts)
    return ", ".join(parts) if is_row else value


def _is_loud(line: str) -> bool:
    """Whether names stand in capitals, and with them the word between them: `JANE DOE AND JON BERG, Courier`."""
    return any(part.isupper() and " " in part for part in line.split(", "))


def _without_and(part: str) -> str:
    """`part` without a word for "and" before the last name, and without what stands behind a full name and a dash."""
    name = _BEHIND_NAME.match(part) if _DASH.search(part) else None
    first, _, names = (name[1] if name else part).partition(" ")
    return names if names and first in ALL_CONJUNCTIONS else f"{first} {names}".rstrip()


def names_others(line: str) -> bool:
    """True where `line` names somebody who took the pictures, edited or translated."""
    return names_photographer(line) or _CREDIT.search(line) is not None


def closes_byline(line: str) -> bool:
    """True where `line` ends with a title that stands behind names: `김보기·이예시 기자`."""
    line = _without_others(line).removesuffix(".")
    if not line.endswith(TITLES_BEHIND):  # nearly always
        return False
    name = next(line.removesuffix(title) for title in TITLES_BEHIND if line.endswith(title)).strip()
    return bool(name) and not name.endswith(AGENCIES_END)


def opens_byline(line: str, language: str | None, *, with_colon: bool = False) -> bool:
    """True where `line` starts with a word like "By" (with a colon: like "Author:") and goes on."""
    word = _opening_of(line, language)
    return bool(word) and (not with_colon or word.endswith((":", "：", "／")))


def opens_sign_off(line: str, language: str | None) -> bool:
    """True where `line` starts with what opens little else than a byline: "Author:" or "Reporting by", not "By"."""
    word = _opening_of(line, language)
    return word.endswith((":", "：", "／")) or len(word) >= _TELLING_OPENING


def _opening_of(line: str, language: str | None) -> str:
    """The words that open a byline in `line`, where it goes on behind them."""
    behind = behind_opening(line, language)
    return line[: -len(behind)].strip() if behind else ""


def behind_opening(line: str, language: str | None) -> str:
    """What follows the words that open a byline; empty where none does."""
    opened = opening(primary(language)).match(line)
    return line[opened.end() :] if opened else ""


def is_opening(line: str, language: str | None) -> bool:
    """True where `line` is a word like "By" and nothing else."""
    bare = line.rstrip(" :,")
    pattern = opening(primary(language))
    return bool(pattern.fullmatch(f"{bare}: ") or pattern.fullmatch(f"{bare} "))


def _up_to_end(line: str, language: str | None) -> str:
    """`line` up to the date, the photographer or whatever else follows the names."""
    end = _END.search(line)
    if end is None:
        return line
    words = line[: end.start()].split()
    while end[0].isdigit() and words and _leads_to_date(words[-1], language):
        words.pop()
    return " ".join(words[:-1] if words and words[-1] in ALL_CONJUNCTIONS else words)


def _leads_to_date(word: str, language: str | None) -> bool:
    """True for a month, a weekday, a small word as in `on 24 November`, and the marks between."""
    bare = word.strip(EDGES)
    return bare.lower() in BEFORE_DATE or is_calendar_word(bare, language) if bare else True


def _without_opening(line: str, language: str | None) -> str:
    return opening(primary(language)).sub("", line, count=1)
