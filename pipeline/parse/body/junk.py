"""What an element's class and id say of it: text, furniture, or a small thing beside the text."""

import re
from enum import IntEnum
from functools import lru_cache

from pipeline.parse.body import vocabulary


class Verdict(IntEnum):
    """What a name says of what stands below it."""

    TEXT = 0
    WEAK = 1
    STRONG = 2


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _pattern(stems: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:(?:{'|'.join(stems)})|(?:{'|'.join(words)})(?![a-z]))")


_STRONG = _pattern(vocabulary.STRONG_STEMS, vocabulary.STRONG_WORDS)
_WEAK = _pattern(vocabulary.WEAK_STEMS, vocabulary.WEAK_WORDS)


@lru_cache(maxsize=16_384)
def verdict(name: str) -> Verdict:
    """The verdict on a class or an id; cached, for the pages of a site share their names."""
    words = _CAMEL.sub("-", vocabulary.NOT_JUNK.sub(" ", name)).lower()
    if _STRONG.search(words):
        return Verdict.STRONG
    return Verdict.WEAK if _WEAK.search(words) else Verdict.TEXT
