"""Short lines that name who wrote a story: "By Aigerim Sadyrbek", «Автор: Ержан Касымов»."""

from functools import cache

from pipeline.parse.bylines.houses import is_system_account
from pipeline.parse.bylines.read import behind_opening, read_byline
from pipeline.parse.bylines.words import OPENINGS
from pipeline.parse.language_tags import primary

_LONGEST_LINE = 100
_MOST_WORDS = 14


def is_byline(text: str, language: str | None) -> bool:
    """True for a short line that opens as bylines do and goes on with names."""
    if len(text) > _LONGEST_LINE or text.endswith((".", "?", "!", ":", ";")) or not text[:1].isalpha():
        return False
    rest = behind_opening(text, language)
    words = rest.split() if "：" not in rest else ()  # a row of labels
    if not words or len(words) > _MOST_WORDS or words[0][:1].islower():
        return False
    return bool(read_byline(text, language))


def names_account(text: str, language: str | None) -> bool:
    """True for a line that opens so and goes on with the account of a system, and no name: `by admin`."""
    return len(text) <= _LONGEST_LINE and is_system_account(behind_opening(text, language))


@cache
def opening_words(language: str | None) -> frozenset[str]:
    """The single words that open bylines: the short ones those of `language`, a BCP 47 tag, and of English."""
    known = {*OPENINGS[""], *OPENINGS["en"], *OPENINGS.get(primary(language), ())}
    everywhere = {opening for openings in OPENINGS.values() for opening in openings if len(opening) > 3}
    return frozenset(word for opening in known | everywhere for word in opening.split())
