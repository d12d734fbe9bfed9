"""Short lines that name who wrote a story: "By Aigerim Sadyrbek", «Автор: Ержан Касымов»."""

from functools import cache

from pipeline.parse.bylines.houses import is_system_account
from pipeline.parse.bylines.read import read_byline
from pipeline.parse.bylines.words import BARE, OPENINGS
from pipeline.parse.language_tags import primary

_LONGEST_LINE = 100
_MOST_WORDS = 14


def is_byline(text: str, language: str | None) -> bool:
    """True for a short line that opens as bylines do and goes on with names."""
    if len(text) > _LONGEST_LINE or text.endswith((".", "?", "!", ":", ";")) or not text[:1].isalpha():
        return False
    rest = _behind_opening(text, language)
    words = rest.split()
    if not words or len(words) > _MOST_WORDS or words[0][:1].islower():
        return False
    return bool(read_byline(text, language))


def names_account(text: str, language: str | None) -> bool:
    """True for a line that opens so and goes on with the account of a system, and no name: `by admin`."""
    return len(text) <= _LONGEST_LINE and is_system_account(_behind_opening(text, language))


def _behind_opening(text: str, language: str | None) -> str:
    """What follows the words that open a byline; empty where none does."""
    line = text.casefold()
    bare, before_colon = _openings(primary(language) or "en")
    for opening in bare if line.startswith(bare) else ():
        if line.startswith(opening) and not line[len(opening) : len(opening) + 1].isalnum():
            return text[len(opening) :].lstrip(" :\u00a0")
    name, colon, rest = text.replace("：", ":").partition(":")
    return rest.strip() if colon and text.count("：") < 2 and name.strip().casefold() in before_colon else ""


@cache
def _openings(language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """(those that a name follows at once, those that a colon follows), the longest first."""
    known = {*OPENINGS[""], *OPENINGS["en"], *OPENINGS.get(language, ())}
    everywhere = {opening for openings in OPENINGS.values() for opening in openings if len(opening) > 3}
    return tuple(sorted(known & BARE, key=len, reverse=True)), frozenset(known | everywhere)


@cache
def opening_words(language: str | None) -> frozenset[str]:
    """The single words that open bylines."""
    bare, before_colon = _openings(primary(language) or "en")
    return frozenset(word for opening in (*bare, *before_colon) for word in opening.split())
