"""Which words are forms of one word? By the endings of English, Russian and Kyrgyz. Pure.

Two words are forms of one where both are the same stem with endings of the same language behind it: реформа and
реформы are реформ with -а and -ы, мамлекет and мамлекеттин are мамлекет with nothing and with -тин. It is asked of
words that stand in stored texts, so an ending that fits by accident does little harm: somebody must have written it.
Words whose forms no ending tells are listed in `irregular`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

_SHORTEST_STEM = 3
"""Letters. With two, most short words would be forms of each other."""

_OF_NOUNS = "а|я|о|е|ы|и|у|ю|ью|ой|ей|ою|ею|ом|ем|ам|ям|ами|ями|ах|ях|ов|ев"
_RUSSIAN = (
    f"(?:{_OF_NOUNS}|ь"
    "|ий|ия|ию|ие|ии|ием|иям|иями|иях"
    "|ый|ая|яя|ое|ее|ые|ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими"  # adjectives
    "|[аеиыя]?(?:ть|л|ла|ло|ли)|[еи]т|[уюая]т)?"  # verbs
)
_RUSSIAN_FLEETING = "(?:[ое]?к(?:а|у|и|е|ом|ой|ою|ов|ам|ами|ах)?)?"  # рынок and рынка, поставка and поставок
_RUSSIAN_SOFT = "ь(?:я|и|ю|е|ей|ею|ем|ев|ям|ями|ях)|ей"  # статья and статей, which are no forms of стать
_OF_ADJECTIVES = "(?:ый|ий|ая|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ую|ой|ей|ых|их|ыми|ими)"
_RUSSIAN_VERB = (
    "(?:[аеиыоуя]?(?:ть|л|ла|ло|ли)|[аяуюие]?(?:[уюая]т|ем|им|ет|ит|ешь|ишь|ете|ите)|[аяи]вш?и?)(?:ся|сь)?"
    f"|[аеия]?(?:[уюая]щ|вш){_OF_ADJECTIVES}(?:ся)?"  # работающий
    f"|(?:[аея]нн{_OF_ADJECTIVES}|[аея]н[аоы]?)"  # построенный, построен
)

_KYRGYZ = (
    "(?:[лдт][аеоө]р)?"  # plural
    "(?:[ыиуү]?м|[ыиуү]?ң|с?[ыиуү]|[ыиуү]?б[ыиуү]з|[ыиуү]?ң[ыиуү]з)?"  # whose
    "(?:[ндт][ыиуү]н?|[гк][аеоө]|н?[дт][аеоө]н?|н[аеоө]н?|н|[дт][аеоө]г[ыиуү])?"  # case
)
_KYRGYZ_VERB = (
    "(?:[ыиуү]?[лнш]|[дт][ыиуү]р)?(?:[бп][аеоө])?"  # voice, denial
    "(?:[аеоөыиуү]?(?:[гк][аеоө]н|[дт][ыиуү]|п|[сш][аеоө]|йт)|[аеоө][тр]|уу|үү|оо|өө|у|ү)"
    "(?:[ыиуү]?[мңк]|б[ыиуү]з|с[ыиуү][ңз]|л[аеоө]р|[ндт][ыиуү]н?|[гк][аеоө]|[дт][аеоө]н?)?"  # who, or case
)
_ENGLISH = (
    r"(?:s|es|y|ies|ied|e|\1?(?:ed|ing))?"  # run and running: the last letter of the stem may be doubled
)

_LANGUAGES: Mapping[str, re.Pattern[str]] = {
    language: re.compile(f"(.)(?:{endings})")
    for language, endings in {
        "en": _ENGLISH,
        "ru": _RUSSIAN,
        "ru, fleeting": _RUSSIAN_FLEETING,
        "ru, soft": _RUSSIAN_SOFT,
        "ru, verb": _RUSSIAN_VERB,
        "ky": _KYRGYZ,
        "ky, verb": _KYRGYZ_VERB,
    }.items()
}
"""What may follow a stem, its last letter in front."""

_SHORT_KYRGYZ = re.compile(f"([аеёиоөуүыэюя][бгйклмнпрстчшз])(?=.{{2}}){_KYRGYZ}")
"""A stem of two letters, as of элдин and үйлөр; one ending of one letter could be a part of any other word."""

_OPEN = re.compile("(.{2,})[ео]([вгклмнпрстц])ь?")
_CLOSED = re.compile(f"(.{{2,}})(?:[ьй]|(?<=[бвгджзклмнпрстфхцчшщ]))([вгклмнпрстц])(?:{_OF_NOUNS})")
"""Russian nouns with a vowel between their last two consonants where nothing follows: отец, отца; окно, окон."""

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
        (language, _unvoiced(word[:end]) if language.startswith("ky") else word[:end])
        for language, endings in _LANGUAGES.items()
        for end in range(shortest, len(word) + 1)
        if endings.fullmatch(word, end - 1)
    ).union(_short_stems(word))


def _short_stems(word: str) -> Iterator[tuple[str, str]]:
    """Those that have two letters, of languages whose endings tell them."""
    if found := _SHORT_KYRGYZ.fullmatch(word):
        yield "ky", _unvoiced(found[1])
    elif len(word) == _SHORTEST_STEM - 1:
        yield "ky", _unvoiced(word)
    for found in (_OPEN.fullmatch(word), _CLOSED.fullmatch(word)):
        if found:
            yield f"ru, {found[2]}", found[1]


def beginnings(word: str) -> frozenset[str]:
    """What a form of `word` may begin with."""
    shortest = min((stem for _, stem in stems(word)), key=len)
    if shortest[-1] in "бгкп":  # which may be voiced in one form and not in another
        shortest = shortest[:-1]
    return spellings(shortest)


def spellings(word: str) -> frozenset[str]:
    """A folded `word` as the index may have it: each е also as ё, of which a word has no more than one."""
    places = [place for place, letter in enumerate(word) if letter == "е"]
    return frozenset((word, *(f"{word[:place]}ё{word[place + 1 :]}" for place in places)))


def _unvoiced(stem: str) -> str:
    return stem[:-1] + stem[-1].translate(_VOICED)
