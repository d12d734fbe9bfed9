"""Hard-wrapped lines put back together: mail and old text files break a paragraph at column 72 or so."""

import re
from collections.abc import Sequence

from pipeline.parse.plain_text.marks import Mark, MarkedLine

_IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_BEGINS_ANEW = re.compile(r"[•●▪■◦‣∙*-]\s+\S|\[?\d{1,2}:\d\d\]?\s|(?:[^:]{1,60}:\s)?[<(]?https?://\S+\Z")
_NARROWEST_WRAP = 30
_WIDEST_WRAP = 100
"""No program wraps wider; a text with a longer line is not wrapped. An address has no place to be wrapped at."""


def unwrapped(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """`lines` without white space at their ends, each wrapped paragraph as one line; empty lines stay."""
    bare = [line._replace(text=" ".join(line.text.split())) for line in lines]
    width = max((len(line.text) for line in bare if "://" not in line.text), default=0)
    capitals = max((len(line.text) for line in bare if line.text.isupper()), default=0)
    if width > _WIDEST_WRAP:
        return bare
    joined: list[tuple[MarkedLine, list[str]]] = []
    previous = MarkedLine("")
    for line in bare:
        if (
            line.mark is previous.mark
            and line.mark is not Mark.HEADING
            and _is_full(
                previous, line, capitals if previous.text.isupper() and line.text.isupper() else width
            )
        ):
            joined[-1][1].append(line.text)
        else:
            joined.append((line, [line.text]))
        previous = line
    return [line._replace(text=" ".join(parts)) if len(parts) > 1 else line for line, parts in joined]


def _begins_anew(text: str) -> bool:
    """True for an item of a list, and for an address with nothing but a label before it: it stands on its own line."""
    return _BEGINS_ANEW.match(text) is not None


def _is_full(line: MarkedLine, following: MarkedLine, width: int) -> bool:
    """True where the first word of `following` had no room on `line`."""
    if not line.text or not following.text or _begins_anew(following.text):
        return False
    word = following.text.split(" ", 1)[0]
    if _IDEOGRAM.match(word):  # a line of these breaks anywhere
        return line.text[-1] not in "。！？" and len(line.text) + 2 > width > _NARROWEST_WRAP
    return len(line.text) + 1 + len(word) > width
