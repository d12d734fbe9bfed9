"""The language of a page: what it declares, else what its text looks like."""

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from pipeline.parse.language_tags import primary
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.structured import strings
from pipeline.records import Candidate

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])", re.IGNORECASE)
_RENAMED = {
    "iw": "he", "in": "id", "ji": "yi", "jp": "ja", "cn": "zh", "ua": "uk", "kz": "kk", "gr": "el",
    "cz": "cs",
}  # fmt: skip
"""Old codes, and country codes that are printed where a language is meant."""

_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "xx", "www"})
_SHORTEST = 40
"""Letters below which a guess is worth nothing."""
_LONG_TEXT, _MOST_SAMPLED = 60, 1000
_ENOUGH = 500
"""Characters that settle it: with more of them the answer is the same, and later."""
_LONGEST = 1000
"""Characters whose letters are counted, which is quicker."""

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
_COMMON = {
    "en": "the of and to in is was for that on with he it",
    "de": "der die das und in den von zu mit ist im auf nicht ein eine dem des sich für",
    "fr": "le la les de des et en du un une dans est pour que qui au par sur pas",
    "es": "el la los las de y en que un una del se por con para su al no",
    "it": "il la i le di e che in un una per del della con non si è nel dei gli lo",
    "pt": "o a os as de e que em um uma do da no na para com não se dos das por",
    "nl": "de het een van en in is op te dat voor met die zijn niet aan er",
    "pl": "w i z na do nie się że jest to o od za po przez dla ze przed",
    "da": "og at det som er en på til den for med ikke af der de har",
    "sv": "och att det som en på är av för den till med inte om ett",
    "cs": "a se v na je že s z do o i k ve si po",
    "ro": "și de în la a cu pe din că nu o să un care mai",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ancak",
    "az": "və bir bu da də ilə üçün ki olan daha görə sonra",
    "uz": "va bilan uchun bu ham bir esa deb edi bo‘yicha bo'yicha boʻyicha biroq",
    "tk": "we bilen üçin bu bir hem diýip boýunça emma şeýle",
    "id": "yang dan di dari untuk dengan ini itu pada dalam tidak akan ke",
}
"""Words that nearly every sentence of a language has one of."""
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_FEWEST_WORDS, _ENOUGH_WORDS = 40, 700
"""Words below which nothing is told, and characters that hold more than enough of them."""
_FEW_COMMON, _MANY_COMMON = 0.04, 3
"""The share of such words that a text of another language may have, and how many times as many it has of its own."""
_UNACCENTED = 0.98
"""The share of plain letters below which a text that lacks the words of English is none."""
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


def language_of_lines(clues: Clues, told: str | None, source: str | None) -> str | None:
    """The tag by whose habits the page's dates and bylines are read: `told`, or that of the text.

    English often is only the language of the publishing system, and so is the region of any: the text's language goes
    before the former, and the region that the `source` gives before the latter.
    """
    if told is None or (primary(told) == "en" and is_foreign(_sample(clues), "en")):
        told = detect_language(_sample(clues)) or _by_script(clues.page_title) or told
    if told and source and "-" in source and primary(source) == primary(told):
        return source.lower()
    return told


def _sample(clues: Clues) -> str:
    """The headline and the first long paragraphs, enough to tell their language."""
    sample = clues.page_title[:_LONGEST]
    for tags in (("p",), ("div", "td", "li"), ("font", "span", "br")):  # on few pages paragraphs are none
        for element in islice(clues.root.iter(*tags), _MOST_SAMPLED):
            if (text := element.tail if element.tag == "br" else element.text) and len(text) > _LONG_TEXT:
                sample += "\n" + " ".join(text[:_LONGEST].split())
                if len(sample) > _ENOUGH:
                    return sample
    return sample


def _by_script(text: str) -> str | None:
    """The language by whose habits the dates and bylines of a few words in its letters are read."""
    letters = "".join(filter(str.isalpha, text[:_LONGEST].lower()))
    for script, language, share in _BY_SCRIPT:
        if sum(map(len, script.findall(letters))) > share * len(letters):
            return language
    return None


def detect_language(text: str) -> str | None:
    """The language that `text` is written in, as a primary subtag; None where there is too little of it."""
    if sum(map(str.isalpha, text[:400])) < _SHORTEST:
        return None
    return str(_identifier().classify(text[:_ENOUGH])[0])


def is_foreign(text: str, language: str) -> bool:
    """True where `text` is written in letters that `language` is not: a Kyrgyz story on an English page.

    Cheap, so that it can be asked of every story: it goes by letters, and by the small words of some languages.
    """
    start = text[:_LONGEST]
    if language not in _NOT_LATIN and len(start.encode("ascii", "ignore")) > _MOSTLY * len(start):
        return _in_other_words(start, language)  # nearly always
    letters = "".join(filter(str.isalpha, start.lower()))
    if len(letters) < _SHORTEST:
        return False
    latin, cyrillic = (sum(map(len, kind.findall(letters))) > _MANY * len(letters) for kind in _SCRIPTS)
    if latin or not cyrillic:
        return latin == (language in _NOT_LATIN) or language == "en"
    beyond = sum(map(_BEYOND_RUSSIAN.__contains__, letters))
    return (
        language not in _CYRILLIC
        or (language == "ru" and beyond > _FEW * len(letters))
        or (language in _NEEDS_THEM and len(letters) > _PARAGRAPH and not beyond)
    )


def _in_other_words(text: str, language: str) -> bool:
    """True for a text of Latin letters that lacks the small words of `language` and has those of another one."""
    own = _COMMON_WORDS.get(language)
    words = text[:_ENOUGH_WORDS].lower().split() if own else []
    if own is None or len(words) < _FEWEST_WORDS:
        return False
    share = sum(map(own.__contains__, words)) / len(words)
    if share > _FEW_COMMON:
        return False
    if language == "en" and len(text.encode("ascii", "ignore")) < _UNACCENTED * len(text):
        return True
    fewest = max(_FEW_COMMON, _MANY_COMMON * share) * len(words)
    return any(sum(map(other.__contains__, words)) >= fewest for other in _COMMON_WORDS.values())


@cache
def _identifier() -> "LanguageIdentifier":
    """Loaded when first needed: it costs half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - start-up time

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(PLAUSIBLE)
    return identifier
