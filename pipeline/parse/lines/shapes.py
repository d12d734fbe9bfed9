"""What the shape of one line tells: a headline, a label, a list item, a paragraph."""

import re
from enum import Enum, auto


class Shape(Enum):
    """What a line looks like by itself."""

    ITEM = auto()
    HEADLINE = auto()
    """Short, and no sentence: a title, a subhead, a label."""
    PARAGRAPH = auto()


_LONGEST_HEADLINE = 180
FEWEST_HEADLINE_WORDS = 4
"""Of a headline that nothing but its length tells from the name of a site or a section."""
_SENTENCE_ENDS = ".;:,…。．；：，、؛،۔।॥։"
_CLOSING = "\"'”’»)]›"
_BULLET = re.compile(r"(?:[•●▪■◦‣∙·*–—-]|\d{1,2}[.)]|\(?[a-zа-я]\))\s+(?=\S)")
_LONG = 120
_SENTENCE = re.compile(r"[^\W\d_]{4}[.!?…][\"'”’»)]? (?=[^\W\d_a-z]|[\"“«„(])")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:(?:[^\W\d_]\.){2,}|(?:Jr|Sr|Inc|Co|Ltd|Corp|St|vs|Bros)\.)$")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_NO_LETTERS = re.compile(r"[\W_]+")


def shape_of(line: str) -> Shape:
    """The shape of a line that has no white space at its ends."""
    if _BULLET.match(line):
        return Shape.ITEM
    # in a word of its own: `… river. Enditem`
    goes_on = len(line) > _LONG and _SENTENCE.search(line) is not None
    is_text = len(line) > _LONGEST_HEADLINE or is_sentence(line) or "。" in line or goes_on
    return Shape.PARAGRAPH if is_text else Shape.HEADLINE


def is_sentence(line: str) -> bool:
    """True where `line` ends as a sentence does, or goes on in the next line; `?` and `!` also end headlines."""
    last = line.rstrip(_CLOSING)[-1:]
    if last not in _SENTENCE_ENDS:
        return False
    return not (line.endswith(".") and len(line) < 120 and _ABBREVIATION.search(line[-16:]))


def without_bullet(line: str) -> str:
    """The text of a list item."""
    return _BULLET.sub("", line, count=1)


def letters_of(line: str) -> str:
    """`line` as small letters and digits alone, for comparison."""
    return _NO_LETTERS.sub("", line.casefold())


def is_headline(line: str) -> bool:
    """Whether `line` is as long as a headline: a shorter one may name a site or a section."""
    return word_count(line) >= FEWEST_HEADLINE_WORDS


def word_count(line: str) -> int:
    """Words of `line`; two characters of a script without spaces count as one word."""
    ideographs = 0 if line.isascii() else len(_IDEOGRAPHS.findall(line))
    if ideographs == 0:
        return len(_WORD.findall(line))
    return len(_WORD.findall(_IDEOGRAPHS.sub(" ", line))) + (ideographs + 1) // 2
