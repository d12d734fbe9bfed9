"""Month names of every language that CLDR knows, found by the word a page prints."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from pipeline.parse.language_tags import primary

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
"""Signs of vowels and accents that `re` takes for no letters: of Latin, Hebrew, Arabic, Devanagari, Bengali, Thai."""
NUMBER_OR_WORD = re.compile(rf"\d+|[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*")

_KIN = {
    "kk": ("ru",), "ky": ("ru",), "tg": ("ru",), "tk": ("ru",), "uz": ("uz_Cyrl", "ru"), "sr": ("sr_Latn",),
    "bs": ("sr",), "no": ("nb",), "uk": ("ru",), "be": ("ru",), "az": ("az_Cyrl",),
}  # fmt: skip
"""Further locales whose names the pages of a language print."""

_EVERYDAY = (
    "en", "ru", "kk", "ky", "uz", "uz_Cyrl", "tg", "tk", "de", "fr", "es", "it", "pt", "pl", "uk", "tr", "nl",
)  # fmt: skip
"""Asked together for a word that the page's own language does not know."""

_PRINTED = {
    "en": {"sept": 9},
    "de": {"jänner": 1, "feber": 2, "maerz": 3},
    "es": {"setiembre": 9, "set": 9},
    "id": {"agustus": 8, "agt": 8},
    "ru": {"сен": 9, "ноя": 11},
    "uz": {"sentyabr": 9, "oktyabr": 10},
    "sr": {
        "januara": 1, "februara": 2, "aprila": 4, "maja": 5, "juna": 6, "jula": 7, "avgusta": 8, "septembra": 9,
        "oktobra": 10, "novembra": 11, "decembra": 12, "јануара": 1, "фебруара": 2, "априла": 4, "маја": 5,
        "јуна": 6, "јула": 7, "августа": 8, "септембра": 9, "октобра": 10, "новембра": 11, "децембра": 12,
    },
    "sl": {
        "januarja": 1, "februarja": 2, "marca": 3, "aprila": 4, "junija": 6, "julija": 7, "avgusta": 8,
        "septembra": 9, "oktobra": 10, "novembra": 11, "decembra": 12,
    },
    "ar": {
        "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9,
    },
    "tk": {
        "türkmenbaşy": 1, "baýdak": 2, "nowruz": 3, "gurbansoltan": 4, "magtymguly": 5, "oguz": 6,
        "gorkut": 7, "ruhnama": 9, "garaşsyzlyk": 10, "sanjar": 11, "bitaraplyk": 12,
    },
}  # fmt: skip
"""Names that are printed and that CLDR does not list."""

_SUFFIXING = frozenset({"kk", "ky", "uz", "tg", "tk", "tr", "az", "fi", "hu", "et", "eu"})
"""Languages that glue case endings to the month: `8-dekabrda`, `8 желтоқсанда`, `8 декабри`."""

_GLUED_BEFORE = {"he": "בה"}
"""Letters that stand for "in" and "the" and are glued to the month: `24 בנובמבר`."""

_SHORTEST, _LONGEST_ENDING = 3, 5
"""Letters of an abbreviation or of a name that takes an ending, and of the ending."""


@lru_cache(maxsize=2048)
def fold(word: str) -> str:
    """`word` without case, accents and the dots that tell Turkish i from ı."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def month_of(word: str, language: str | None) -> int | None:
    """The month (1-12) that `word` names in `language`, else in English, else in any everyday language."""
    folded = fold(word)
    if len(folded) < 2:
        return None
    own = primary(language) or "en"
    if folded[0] in _GLUED_BEFORE.get(own, ""):
        folded = folded[1:] if folded[1:] in _names(own) else folded
    return _in_language(folded, own) or _names("en").get(folded) or _everywhere().get(folded)


def is_calendar_word(word: str, language: str | None) -> bool:
    """True for the name of a month or of a day of the week, in `language` or in English."""
    return weekday_of(word, language) is not None or month_of(fold(word.strip(".,")), language) is not None


def weekday_of(word: str, language: str | None) -> int | None:
    """The day of the week (Monday is 0) that `word` names in `language` or in English."""
    return _weekdays(primary(language) or "en").get(fold(word.strip(".,")))


@cache
def _weekdays(language: str) -> dict[str, int]:
    locales = filter(None, map(_locale, ("en", language)))
    return {
        fold(name.rstrip(".")): day
        for locale in locales
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for day, name in get_day_names(width, context, locale).items()
    }


def _locale(name: str) -> Locale | None:
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _in_language(folded: str, language: str) -> int | None:
    names = _names(language)
    if folded in names:
        return names[folded]
    found = _abbreviations(language).get(folded, frozenset())
    if language in _SUFFIXING:
        stems = (folded[:end] for end in range(max(_SHORTEST, len(folded) - _LONGEST_ENDING), len(folded)))
        found |= {names[stem] for stem in stems if stem in names}
    return next(iter(found)) if len(found) == 1 else None


@cache
def _abbreviations(language: str) -> dict[str, frozenset[int]]:
    """The months whose names begin so, for each beginning that may stand for a name."""
    begun: defaultdict[str, set[int]] = defaultdict(set)
    for name, month in _names(language).items():
        for end in range(_SHORTEST, len(name)):
            begun[name[:end]].add(month)
    return {start: frozenset(months) for start, months in begun.items()}


@cache
def _names(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in (language, *_KIN.get(language, ())):
        for name, month in _names_of_locale(locale):
            names.setdefault(name, month)
    for locale in (*_KIN.get(language, ()), language):
        names.update({fold(name): month for name, month in _PRINTED.get(locale, {}).items()})
    return names


def _names_of_locale(name: str) -> Iterator[tuple[str, int]]:
    locale = _locale(name)
    if locale is None:
        return
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for month, printed in get_month_names(width, context, locale).items():
                if not re.search(r"\d", printed):
                    yield fold(printed.replace(".", "")), month


@cache
def _everywhere() -> dict[str, int]:
    """The names of the everyday languages; one that names different months in two of them is left out."""
    months: dict[str, set[int]] = {}
    for locale in _EVERYDAY:
        for name, month in _names(locale).items():
            months.setdefault(name, set()).add(month)
    return {name: found.pop() for name, found in months.items() if len(found) == 1}
