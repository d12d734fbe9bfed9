"""Which words are forms of one word? By the endings of English, Russian and Kyrgyz. Pure.

Two words are forms of one where both are the same stem with endings of the same language behind it: реформа and
реформы are реформ with -а and -ы, мамлекет and мамлекеттин are мамлекет with nothing and with -тин. It is asked of
words that stand in stored texts, so an ending that fits by accident does little harm: somebody must have written it.
English words whose forms no ending tells are listed in `irregular_english`.
"""

import re
import unicodedata
from collections.abc import Mapping

_SHORTEST_STEM = 3
"""Letters. With two, most short words would be forms of each other."""

_RUSSIAN = (
    "а|я|о|е|ы|и|у|ю|ь|ью|ой|ей|ою|ею|ом|ем|ам|ям|ами|ями|ах|ях|ов|ев"  # nouns
    "|ий|ия|ию|ие|ии|ием|иям|иями|иях"
    "|ый|ая|яя|ое|ее|ые|ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими"  # adjectives
    "|[аеиыя]?(?:ть|л|ла|ло|ли)|[еи]т|[уюая]т"  # verbs
)
_RUSSIAN_FLEETING = "[ое]?к(?:а|у|и|е|ом|ой|ою|ов|ам|ами|ах)?"  # рынок and рынка, поставка and поставок

_KYRGYZ = (
    "(?:[лдт][аеоө]р)?"  # plural
    "(?:[ыиуү]?м|[ыиуү]?ң|с?[ыиуү]|[ыиуү]?б[ыиуү]з|[ыиуү]?ң[ыиуү]з)?"  # whose
    "(?:[ндт][ыиуү]н?|[гк][аеоө]|н?[дт][аеоө]н?|н[аеоө]н?|н|[дт][аеоө]г[ыиуү])?"  # case
)
_ENGLISH = r"s|es|y|ies|ied|e|\1?(?:ed|ing)"  # run and running: the last letter of the stem may be doubled

_LANGUAGES: Mapping[str, re.Pattern[str]] = {
    language: re.compile(f"(.)(?:{endings})?")
    for language, endings in {
        "en": _ENGLISH,
        "ru": _RUSSIAN,
        "ru, fleeting": _RUSSIAN_FLEETING,
        "ky": _KYRGYZ,
    }.items()
}
"""What may follow a stem, its last letter in front."""

_VOICED = str.maketrans("бг", "пк")
"""The last letter of a Kyrgyz stem before a vowel: китеп and китеби."""


def fold(word: str) -> str:
    """`word` as the index holds it, and with е for ё, as most texts print it."""
    letters = (unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", word.lower()))
    plain = "".join(letter[0] if letter[0].isascii() else letter for letter in letters)
    return unicodedata.normalize("NFC", plain).replace("ё", "е")


def stems(word: str) -> frozenset[tuple[str, str]]:
    """Language and stem for each way to take an ending off; words that share one are forms of one word."""
    word = fold(word)
    shortest = min(_SHORTEST_STEM, len(word))
    return frozenset(
        (language, _unvoiced(word[:end]) if language == "ky" else word[:end])
        for language, endings in _LANGUAGES.items()
        for end in range(shortest, len(word) + 1)
        if endings.fullmatch(word, end - 1)
    )


def beginnings(word: str) -> frozenset[str]:
    """What a form of `word` may begin with, each е also as ё, of which a word has no more than one."""
    shortest = min((stem for _, stem in stems(word)), key=len)
    if shortest[-1] in "бгкп":  # which may be voiced in one form and not in another
        shortest = shortest[:-1]
    places = [place for place, letter in enumerate(shortest) if letter == "е"]
    return frozenset((shortest, *(f"{shortest[:place]}ё{shortest[place + 1 :]}" for place in places)))


def _unvoiced(stem: str) -> str:
    return stem[:-1] + stem[-1].translate(_VOICED)
