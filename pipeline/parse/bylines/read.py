"""Names of people and agencies, out of the line that signs a story."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pipeline.parse.alternatives import any_of
from pipeline.parse.bylines.asides import (
    REPORTED,
    with_marks,
    without_asides,
    without_photographers,
    without_place,
    without_town_before,
)
from pipeline.parse.bylines.houses import is_company, is_system_account
from pipeline.parse.bylines.look_alikes import SECTIONS
from pipeline.parse.bylines.patterns import (
    ALL_CONJUNCTIONS,
    PUNCTUATION,
    anywhere,
    closing,
    kind,
    opening,
    separator,
)
from pipeline.parse.bylines.roles import EDGES, holds_role, without_role
from pipeline.parse.bylines.words import (
    AGENCIES_END,
    BEATS,
    BEFORE_DATE,
    CONJUNCTIONS,
    NOBODY,
    OPENINGS,
    OTHER_CREDITS,
    PARTICLES,
    STAMPS,
    TITLES_BEFORE,
    TITLES_BEHIND,
)
from pipeline.parse.dates.months import is_calendar_word

_LONGEST = 400
"""Characters read: a byline is short."""
_LONGEST_NAME = 60
_MOST_WORDS = 7
_TELLING_OPENING = 8
"""Letters of an opening that needs no colon to be told from prose: `Written by`, `Беседовал`."""
_SENTENCE = 2
"""From so many words in small letters on, a line is no name but a sentence."""

_INVISIBLE = str.maketrans("\u00a0\u202f", "  ", "\u200b\u200e\u200f\xad\ufeff")
_TITLES_BEHIND = tuple(sorted(TITLES_BEHIND, key=len, reverse=True))
_TITLE_BEFORE = re.compile(
    rf"[一-鿿가-힣]{{0,6}}(?:{'|'.join(sorted(TITLES_BEFORE, key=len, reverse=True))})[\s・:：]?(?=\S)"
)
_NOISE = re.compile(
    r"""https?://\S{1,200} | [\w.+-]{1,64}@[\w.-]{1,100} | (?<!\w)@\w{2,50} | \b[\w-]{1,60}\.(?:com|org|net)/\S{0,200}
      | \([^()]{0,80}\) | \[[^\[\]]{0,80}\] | [（【〔][^（）【】〔〕]{0,80}[）】〕]""",
    re.VERBOSE,
)
_IN_NOISE = re.compile(r"[@/(\[（【〔]")
"""One of these is in all of it: to look for them is much quicker."""
_END = re.compile(
    rf"\s[|•·–—-]{{1,2}}\s|[|•]|(?<!\w)\d|\b(?:{any_of((*STAMPS, *OTHER_CREDITS))})\b|\s(?:stand|category):",
    re.IGNORECASE,
)
_CREDIT = re.compile(rf"(?:{any_of(OTHER_CREDITS)})\s?(?::|by\s)", re.IGNORECASE)
_DASH = re.compile("[–—-]")
_BEHIND_NAME = re.compile(r"((?:[^\W\d_][\w.'’-]+\s){1,3}[^\W\d_][\w'’-]+)\s[–—-]\s")
"""A full name, and the dash before a role or a paper: `Jane Doe - The Courier`."""
_BEFORE_DASH = re.compile(r"[^–—|]{2,40}?\s[–—-]\s")
_BEHIND_SECTION = re.compile(r"^(?:[^\s,]{1,20}\s){1,2}By\s(?=[^\W\d_])")
"""`Travel By Jane Doe`."""
_IN_BRACKETS = re.compile(r"[（(〔【][^()（）〔〕【】]{2,80}[)）〕】]|\[[々一-鿿][^\[\]]{2,40}\]")
_BETWEEN_HANGUL = re.compile(r"(?<=[가-힣])\s?·\s?(?=[가-힣])")
_OTHERS = re.compile(r"\s외\s?\d{1,2}\s?[명인]$")
"""`정하늘 기자 외 1명`: and so many others."""
_INITIAL = re.compile(r"\b[^\W\d_]\.$")
"""The end of a name to which its full stop belongs."""
_FILED = re.compile(
    rf"[／/][^／/]{{1,10}}(?:{any_of(REPORTED)})$|(?<=[一-鿿]{{2}})[一-鿿]{{2}}\d{{1,2}}日[電电訊讯]$"
)
"""From where somebody reports, behind the name: `王小明／台北報導`, `王小明台北4日電`."""
_GENERATION = re.compile(r",\s(?=(?:Jr|Sr|II|III|IV)\b)")


def read_byline(text: str, language: str | None) -> tuple[str, ...]:
    """The names in a byline: `By Aida Sydykova and Jon Berg, Staff Writers` gives both, no words around.

    `text` is the line as printed; `language` a BCP 47 tag, whose words for "by" and "and" are taken out.
    Empty where the line names nobody.
    """
    line = _on_one_line(text)
    line = line[1:-1] if _IN_BRACKETS.fullmatch(line) else line
    line = _behind_place(line, language)
    line = _without_noise(with_marks(_without_others(without_town_before(line))))
    line = kind(_primary(language)).sub("", _without_opening(line, language))
    line = line if _END.match(line) else _BEHIND_SECTION.sub("", line)
    line = _up_to_end(line, language)
    parts = separator(_primary(language), loud=line.isupper()).split(_GENERATION.sub(" ", line))
    parts = without_photographers([_without_opening(part.strip(), language) for part in parts])
    parts = without_place([part for part in parts if part], line)
    return people(without_asides(parts, language), language)


def read_names(values: Iterable[str], language: str | None) -> tuple[str, ...]:
    """The names in fields that hold one name each, or carelessly several.

    A value is taken apart at commas, and at words for "and" only where every part is a name of two words or
    more: `Courier and AFP` is one signature, `Jon Berg and Aida Sydykova` are two.
    """
    return people((part for value in values for part in _apart(value, language)), language)


def _on_one_line(text: str) -> str:
    """The start of `text` with all white space as single spaces, and without invisible characters."""
    start = text[:_LONGEST]
    return " ".join((start if start.isascii() else start.translate(_INVISIBLE)).split())


def _behind_place(line: str, language: str | None) -> str:
    """`line` without a town and its dash before a word like "By": `GRANTS PASS, Ore. — By Jane Doe`."""
    place = _BEFORE_DASH.match(line) if _DASH.search(line) else None
    is_opened = place is not None and opens_byline(line[place.end() :], language)
    return line[place.end() :] if place and is_opened and not opens_byline(line, language) else line


def _without_others(line: str) -> str:
    return _OTHERS.sub("", line) if "외" in line else line


def _without_noise(line: str) -> str:
    return _NOISE.sub(" ", line) if _IN_NOISE.search(line) else line


def _apart(value: str, language: str | None) -> list[str]:
    value = _GENERATION.sub(" ", _on_one_line(value))
    value = _BETWEEN_HANGUL.sub(", ", value) if "·" in value else value
    if is_company(value):
        return PUNCTUATION.split(value)[:1]
    line = _without_opening(value, language)
    parts = [_without_and(part) for part in anywhere(loud=line.isupper()).split(line) if part]
    if not all(len(part.split()) > 1 for part in parts):
        parts = [_without_and(part) for part in PUNCTUATION.split(line)]
    is_credited = ":" in value or " by " in value
    return [part for part in parts if not _CREDIT.match(part)] if is_credited else parts


def _without_and(part: str) -> str:
    """`part` without a word for "and" before the last name, and without what stands behind a full name and a dash."""
    name = _BEHIND_NAME.match(part) if _DASH.search(part) else None
    first, _, names = (name[1] if name else part).partition(" ")
    return names if names and first in ALL_CONJUNCTIONS else f"{first} {names}".rstrip()


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
    opened = opening(_primary(language)).match(line)
    return opened[0].strip() if opened and opened.end() < len(line) else ""


def is_opening(line: str, language: str | None) -> bool:
    """True where `line` is a word like "By" and nothing else."""
    bare = line.rstrip(" :,")
    pattern = opening(_primary(language))
    return bool(pattern.fullmatch(f"{bare}: ") or pattern.fullmatch(f"{bare} "))


def people(names: Iterable[str], language: str | None = None) -> tuple[str, ...]:
    """`names` cleaned, once each, in order; a bare role ("Staff Writer") only where nobody else is named."""
    cleaned = [clean_name(name, language) for name in names]
    named = [name for name in cleaned if name and not holds_role(name)]
    if any(" " in name for name in named):
        named = [name for name in named if name.lower() not in BEATS]  # `Travel`, the section beside a person
    return distinct(named or [name for name in cleaned if name])


def clean_name(name: str, language: str | None = None) -> str:
    """One name without role, place and punctuation; empty where `name` names nobody."""
    printed = " ".join(_without_noise(_on_one_line(name)).split())
    name = printed.strip(EDGES)
    for title in _TITLES_BEHIND if name.endswith(_TITLES_BEHIND) else ():
        name = name.removesuffix(title).strip()
    if not name.isascii():
        title_before = _TITLE_BEFORE.match(name)
        name = _FILED.sub("", name[title_before.end() :] if title_before else name)
    before = closing(_primary(language)).split(name, maxsplit=1)[0].strip(EDGES)
    name = before if " " in before else name
    name = _said_once(without_role(_without_by(name, language)))
    name += "." if f"{name}." in printed and _INITIAL.search(f"{name}.") else ""
    return name if is_name(name) else ""


def _without_by(name: str, language: str | None) -> str:
    """A full name without a short word that opens a byline only where one is marked: `From Jane Doe`, `de Ana Pop`."""
    if not name[:1].islower() and not name.startswith(("From ", "By ")):  # nearly always
        return name
    first, _, rest = name.partition(" ")
    is_opening_word = first.lower() in OPENINGS["en"] or first in OPENINGS.get(_primary(language), ())
    return rest if is_opening_word and " " in rest and _is_written_as_name(rest) else name


def _is_written_as_name(name: str) -> bool:
    return all(word[0].isupper() for word in name.split())


def _said_once(name: str) -> str:
    """`Jane Doe` for `Jane Doe Jane Doe`: a link and its picture may both be named."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else name


def is_name(name: str) -> bool:
    """True for what can be the name of a person, an agency or a newsroom."""
    if not 1 < len(name) <= _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return False
    is_nobody = name.lower() in _no_names() or is_system_account(name)
    return not is_nobody and any(letter.isalpha() for letter in name)


def is_sentence(name: str) -> bool:
    """True for a line of several words in small letters: an organisation may be called so, but signs nothing."""
    words = name.split()
    return len(words) > _SENTENCE and sum(map(_is_small, words)) >= _SENTENCE


def _is_small(word: str) -> bool:
    """Whether a word with a small letter is none that stands in names: neither `von` nor `staff`."""
    return word[0].islower() and word not in PARTICLES and not holds_role(word)


@cache
def _no_names() -> frozenset[str]:
    """What stands where a name should and names nobody."""
    return NOBODY.union(SECTIONS, *OPENINGS.values(), *CONJUNCTIONS.values())


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """`names` once each, however they are capitalised, in order."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(" ".join(name.casefold().split()), name)
    return tuple(first.values())


def _up_to_end(line: str, language: str | None) -> str:
    """`line` up to the date, the photographer or whatever else follows the names."""
    end = _END.search(line)
    if end is None:
        return line
    words = line[: end.start()].split()
    while end[0].isdigit() and words and _leads_to_date(words[-1], language):
        words.pop()
    return " ".join(words)


def _leads_to_date(word: str, language: str | None) -> bool:
    """True for a month, a weekday, a small word as in `on 24 November`, and the marks between."""
    bare = word.strip(EDGES)
    return bare.lower() in BEFORE_DATE or is_calendar_word(bare, language) if bare else True


def _without_opening(line: str, language: str | None) -> str:
    return opening(_primary(language)).sub("", line, count=1)


@lru_cache(maxsize=256)
def _primary(language: str | None) -> str:
    return (language or "").partition("-")[0].lower()
