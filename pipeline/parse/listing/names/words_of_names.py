"""The words that a class or an id is made of: `storyCard-title` says story, card and title."""

import re

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def words_in(names: str) -> list[str]:
    """The words in small letters, parted at capitals, digits and whatever is no letter."""
    return [word.lower() for word in _WORD.findall(names)]
