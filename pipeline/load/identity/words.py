"""The words of a text, taken out once for all who ask: what wording it has, which story it is, what it resembles."""

import re
import unicodedata
from functools import cached_property

_WORD = re.compile(r"\w+")
_NO_BREAK, _ELLIPSIS = "\u00a0", "…"
"""What texts are full of and NFKC spells otherwise, without any letter: not to be asked about."""


class Words:
    """The words of `text`, without case."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def all(self) -> list[str]:
        """Letters, digits and underscores in a row, in the order of the text."""
        return _WORD.findall(self._text.casefold())

    @cached_property
    def letters(self) -> str:
        """Letters and digits alone: the same for texts that differ in punctuation and in how they are cut."""
        return "".join(self.all).replace("_", "")

    @cached_property
    def plain_letters(self) -> str:
        """The same with ligatures and full-width letters as plain ones, and accents in one spelling (NFKC)."""
        if unicodedata.is_normalized("NFKC", self._text.replace(_NO_BREAK, " ").replace(_ELLIPSIS, "")):
            return self.letters
        return Words(unicodedata.normalize("NFKC", self._text)).letters
