"""One of many words in a text: lists of them, quick looks, and patterns that compare it with few of them."""

import re
from collections import defaultdict
from collections.abc import Iterable

_IDEOGRAPHS = "\u3000"
"""From here on Unicode has the scripts of East Asia."""


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases that stand in `text`, parted by bars and line ends; with either apostrophe where one has one."""
    phrases = [phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip()]
    return tuple(dict.fromkeys(form for phrase in phrases for form in (phrase, phrase.replace("'", "’"))))


def holds_one(text: str, parts: Iterable[str]) -> bool:
    """Whether one of `parts` stands anywhere in `text`."""
    return any(map(text.__contains__, parts))


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
