"""The language of a page: what it declares, else what its text looks like."""

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.structured import strings
from pipeline.records import Candidate

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])", re.IGNORECASE)
_RENAMED = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jp": "ja",
    "cn": "zh",
    "ua": "uk",
    "kz": "kk",
    "gr": "el",
    "cz": "cs",
}
"""Old codes, and country codes that are printed where a language is meant."""

_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "xx", "www"})
_SHORTEST = 40
"""Letters below which a guess is worth nothing."""
_LONGEST = 1000
"""Characters that settle it: with more of them the answer is the same, and later."""

PLAUSIBLE = (
    "af", "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "gu", "he",
    "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml",
    "mn", "mr", "ms", "my", "ne", "nl", "no", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "so", "sq", "sr",
    "sv", "sw", "ta", "te", "tg", "th", "tk", "tl", "tr", "tt", "ug", "uk", "ur", "uz", "vi", "xh", "zh", "zu",
)  # fmt: skip
"""Languages that news is written in; the model also knows ones that only lead it astray."""


_CYRILLIC = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk", "uz"})
_NOT_LATIN = _CYRILLIC - {"kk", "mn", "sr", "tt", "uz"} | {
    "ar", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko", "lo", "ml", "mr", "my", "ne", "pa",
    "ps", "si", "ta", "te", "th", "ug", "ur", "zh",
}  # fmt: skip
_BEYOND_RUSSIAN = frozenset("әғҕқҡңөұүһҳіїєґўҷӣӯҗѕјљњќџ")
_NEEDS_THEM = frozenset({"be", "kk", "ky", "mn", "tg", "tt", "uk"})
"""Languages that no paragraph can be written in without one of these letters."""
_SCRIPTS = (re.compile("[\0-\u024f]+"), re.compile("[\u0400-\u052f]+"))
"""Latin and Cyrillic letters in a row."""
_MANY, _FEW = 0.5, 0.005
_MOSTLY = 0.75
_PARAGRAPH = 120
"""Letters from which on the lack of one letter tells."""


def declared(clues: Clues) -> tuple[Candidate, ...]:
    """What the page declares, as tags (`en-GB`), the most trusted first."""
    found = (
        ("json-ld.inLanguage", next(iter(strings(clues.structured.first("inLanguage"))), "")),
        ("html.lang", clues.html_language),
        (
            "content-language",
            clues.content("content-language", "language", "dc.language", "dcterms.language"),
        ),
        ("og:locale", clues.content("og:locale")),
    )
    return tuple(Candidate(rule, tag) for rule, value in found if (tag := tag_of(value)))


def tag_of(value: str) -> str:
    """`value` as `ll` or `ll-rr` in lower case; empty where it names no language."""
    found = _TAG.match(value.strip())
    if found is None or found[1].lower() in _NO_LANGUAGE:
        return ""
    language = _RENAMED.get(found[1].lower(), found[1].lower())
    return f"{language}-{found[3].lower()}" if found[3] else language


_HAN, _KANA, _HANGUL = (
    re.compile(f"[{letters}]+") for letters in ("\u3400-\u9fff", "\u3040-\u30ff", "\uac00-\ud7af")
)
_BY_SCRIPT = ((_KANA, "ja", 0.1), (_HANGUL, "ko", 0.3), (_HAN, "zh", 0.5), (_SCRIPTS[1], "ru", 0.5))
"""Letters, the language whose habits with dates and bylines go with them, and the share of a text that they have."""


def by_script(text: str) -> str | None:
    """The language by whose habits the dates and bylines of a page are read that does not tell its own."""
    letters = "".join(filter(str.isalpha, text[:_LONGEST].lower()))
    for script, language, share in _BY_SCRIPT:
        if sum(map(len, script.findall(letters))) > share * len(letters):
            return language
    return None


def primary(tag: str) -> str:
    """`en` of `en-gb`."""
    return tag.partition("-")[0]


def detect_language(text: str) -> str | None:
    """The language that `text` is written in, as a primary subtag; None where there is too little of it."""
    if sum(map(str.isalpha, text[:400])) < _SHORTEST:
        return None
    return str(_identifier().classify(text[:_LONGEST])[0])


def is_foreign(text: str, language: str) -> bool:
    """True where `text` is written in letters that `language` is not: a Kyrgyz story on an English page.

    Cheap, so that it can be asked of every story. English and German, say, look alike to it.
    """
    start = text[:_LONGEST]
    if language not in _NOT_LATIN and len(start.encode("ascii", "ignore")) > _MOSTLY * len(start):
        return False  # nearly always
    letters = "".join(filter(str.isalpha, start.lower()))
    if len(letters) < _SHORTEST:
        return False
    latin, cyrillic = (sum(map(len, kind.findall(letters))) > _MANY * len(letters) for kind in _SCRIPTS)
    if latin or not cyrillic:
        return latin == (language in _NOT_LATIN)
    beyond = sum(map(_BEYOND_RUSSIAN.__contains__, letters))
    return (
        language not in _CYRILLIC
        or (language == "ru" and beyond > _FEW * len(letters))
        or (language in _NEEDS_THEM and len(letters) > _PARAGRAPH and not beyond)
    )


@cache
def _identifier() -> "LanguageIdentifier":
    """Loaded when first needed: it costs half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - start-up time

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(PLAUSIBLE)
    return identifier
