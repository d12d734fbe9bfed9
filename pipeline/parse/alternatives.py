"""One of many words in a text: lists of them, quick looks, and patterns that compare it with few of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_IDEOGRAPHS = "\u3000"
"""From here on Unicode has the scripts of East Asia."""


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases that stand in `text`, parted by bars and line ends; with either apostrophe where one has one."""
    phrases = [phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip()]
    return tuple(dict.fromkeys(form for phrase in phrases for form in (phrase, phrase.replace("'", "’"))))


def holds_one(text: str, parts: Iterable[str]) -> bool:
    """Whether one of `parts` stands anywhere in `text`."""
    return any(map(text.__contains__, parts))


class Wording(NamedTuple):
    """Several patterns as one, asked only where a word of theirs stands: to look for words is much quicker."""

    rows: Mapping[tuple[str, ...], str]
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    ascii_words: tuple[str, ...]
    """Those that a text in plain Latin letters may have: to look for these is quicker still."""

    def fits(self, text: str) -> bool:
        """Whether one of the patterns is anywhere in `text`; case does not matter."""
        words = self.ascii_words if text.isascii() else self.words
        return holds_one(text.lower(), words) and self.pattern.search(text) is not None


def wording(rows: Mapping[tuple[str, ...], str], flags: re.RegexFlag = re.NOFLAG) -> Wording:
    """The patterns of `rows`, each behind the words, in small letters, of which one is in every text that it fits."""
    words = tuple(dict.fromkeys(word for row in rows for word in row))
    pattern = re.compile("|".join(rows.values()), re.IGNORECASE | flags)
    return Wording(rows, pattern, words, tuple(filter(str.isascii, words)))


def any_of(words: Iterable[str], behind: str = "", ahead: str = "") -> str:
    """The pattern of any of `words`, the longest first, grouped by their first letters.

    `behind` is a condition on what stands before a word, with a `.` for its first letter: `re` skips to the letters
    that begin a pattern, but not if it has to look back before it can begin. It is not asked of ideographs and
    syllables, among which no word has a beginning. `ahead` is a condition on what stands behind a word.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests[word[0]].append(re.escape(word[1:]))
    return "|".join(
        f"{re.escape(first)}{behind if first < _IDEOGRAPHS else ''}(?:{'|'.join(group)}){ahead}"
        for first, group in rests.items()
    )
