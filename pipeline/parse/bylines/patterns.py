"""The patterns of what stands before, between and behind the names in a byline, made of words, by language."""

import re
from collections.abc import Iterable
from functools import cache

from pipeline.parse.alternatives import any_of
from pipeline.parse.bylines.words import (
    ARTICLES,
    BARE,
    BETWEEN_NAMES,
    CLOSINGS,
    CONJUNCTIONS,
    KINDS,
    OF_WHOM,
    OPENINGS,
)

_TELLING = 4
"""Letters of an opening that is known in any language by the colon behind it."""
_TELLING_AND = 3
"""Letters of a word for "and" that is no part of a name, even with a capital: `Jane Doe And Jon Berg`."""
_LIKE_INITIALS = frozenset("aeio")
"""Words for "and" that in capitals look like the initial of a middle name."""
PUNCTUATION = re.compile(r"\s{0,2}[,;、，；]\s{0,2}|\s[/|•·]\s")


@cache
def opening(language: str) -> re.Pattern[str]:
    """Openings with a colon in any language: a page in English signs its Russian stories in Russian.

    The shortest ones (`by`, `de`, `от`) only in the page's own language and English, where that is known.
    """
    own = OPENINGS if language not in OPENINGS else ("", "en", language)
    words = {word for tag in own for word in OPENINGS[tag]}
    words |= {word for listed in OPENINGS.values() for word in listed if len(word) >= _TELLING}
    bare = BARE.intersection(OPENINGS["en"] + OPENINGS.get(language, ()))
    behind = r"\s{0,2}[:：/／=＝|｜]\s{0,2}" + (r"|[\s・]" if language in ("zh", "ja", "ko") else "")
    kinds = rf"(?:(?:{any_of(ARTICLES)})\s)?(?:{_kinds(language)})\s{{1,2}}"
    of_whom = bare.union(OF_WHOM.get(language, ()))
    return re.compile(
        rf"^\W{{0,3}}(?:(?:{any_of(words)})(?:{behind})|(?:{any_of(bare)})\s{{1,2}}|{kinds}(?:{any_of(of_whom)})\s{{1,2}}"
        r"|oprac?\.:?\s{1,2}|aus\s[^\W\d_][\w-]{1,20}\sberichte(?:t|n):?\s{1,2})",
        re.IGNORECASE,
    )


@cache
def kind(language: str) -> re.Pattern[str]:
    """A kind of text and its colon: it opens a byline, but many other lines too."""
    return re.compile(rf"^(?:{_kinds(language)})\s?:\s", re.IGNORECASE)


def _kinds(language: str) -> str:
    return any_of({*KINDS["en"], *KINDS.get(language, ())})


@cache
def separator(language: str, *, loud: bool = False) -> re.Pattern[str]:
    """Punctuation and the words for "and" between two names, in capitals too where the line is `loud`."""
    words = {*CONJUNCTIONS["en"], *CONJUNCTIONS.get(language, ())}
    words |= {word.upper() for word in words if loud and word not in _LIKE_INITIALS}
    words |= _with_a_capital(words)
    own = f"|{BETWEEN_NAMES[language]}" if language in BETWEEN_NAMES else ""
    between = rf"(?:[&+]|(?:{any_of(words)}))"
    return re.compile(rf"\s{{0,2}}[,;/、，；／]\s{{0,2}}(?:{between}\s)?|\s{{1,2}}{between}\s{{1,2}}{own}")


@cache
def anywhere(*, loud: bool = False) -> re.Pattern[str]:
    """Punctuation and the words for "and" in every language, in capitals too where the value is `loud`."""
    words = _with_a_capital(ALL_CONJUNCTIONS) | ALL_CONJUNCTIONS
    words |= {word.upper() for word in words if loud and len(word) >= _TELLING_AND}
    return re.compile(rf"{PUNCTUATION.pattern}|\s(?:[&+]|(?:{any_of(words)}))\s")


def _with_a_capital(words: Iterable[str]) -> set[str]:
    return {word.title() for word in words if len(word) >= _TELLING_AND}


ALL_CONJUNCTIONS = frozenset(word for listed in CONJUNCTIONS.values() for word in listed)


@cache
def closing(language: str) -> re.Pattern[str]:
    """Small words that end a name: what follows is a place or a paper."""
    words = CLOSINGS.get(language, CLOSINGS["en"])
    loud = [word.upper() for word in words if len(word) > 1]
    return re.compile(rf"\s(?:{any_of((*words, *loud))}|For The|For(?=\s\w+\.[Cc]om))\s")
