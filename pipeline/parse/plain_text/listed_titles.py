"""Headlines that are the items of a list, as newsletters print them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.parse.lines.shapes import is_sentence, without_bullet, word_count
from pipeline.parse.plain_text.lines.line import Line, LineKind, address_in

_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_FEWEST_TITLE_WORDS = 3
_LISTED = 2
"""The level of a headline that is the item of a list."""


def with_listed_titles(lines: Sequence[Line]) -> list[Line]:
    """Items of a list are headlines where each has an address below it, or a number and a text: so do newsletters.

    As they were where there are not two at least, where their numbers do not rise by one, and where one of these, or
    most of the others, are as short as the parts of one text, of minutes say.
    """
    numbered = _numbered(lines)
    found = numbered or _addressed(lines)
    words = [word_count(title.text) for title in found.values()]
    if len(found) < 2 or (min(words) if numbered else median(words)) < _FEWEST_TITLE_WORDS:
        return list(lines)
    return [found.get(line.number, line) for line in lines]


def _numbered(lines: Sequence[Line]) -> dict[int, Line]:
    found: dict[int, Line] = {}
    numbers: list[int] = []
    for line, below in pairwise(lines):
        number = _NUMBERED.match(line.text) if line.kind is LineKind.ITEM else None
        apart = below.number > line.end + 1 or (is_sentence(below.text) and not is_sentence(line.text))
        if number and below.kind is LineKind.PARAGRAPH and apart:
            found[line.number] = replace(line, text=line.text[number.end() :], kind=LineKind.LABEL)
            numbers.append(int(number[1]))
    return found if numbers == list(range(numbers[0], numbers[0] + len(numbers)) if numbers else ()) else {}


def _addressed(lines: Sequence[Line]) -> dict[int, Line]:
    return {
        line.number: replace(
            line, text=without_bullet(line.text), kind=LineKind.LABEL, level=_LISTED, link=address_in(below)
        )
        for line, below in pairwise(lines)
        if line.kind is LineKind.ITEM and below.kind is LineKind.MARKER and address_in(below)
    }
