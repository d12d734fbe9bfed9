"""Of headings that are marked with number signs: at which level the titles stand."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.parse.plain_text.lines.line import Line, LineKind

_LONGEST_GREETING = 80
"""Characters below the name of a letter, before its first story."""
_TELLING = frozenset({LineKind.DATE, LineKind.BYLINE, LineKind.MARKER})
_TEXTS = frozenset({LineKind.PARAGRAPH, LineKind.ITEM, LineKind.QUOTATION, LineKind.CODE, LineKind.ROW})


def title_level(lines: Sequence[Line]) -> int:
    """The level of the titles; 0 where no heading is marked.

    It is the first at which half of the headings have a text of their own. A single one above several stories, each
    with a link, a byline or a date, is the name of the page.
    """
    parts = _parts(lines)
    levels = sorted({part[0].level for part in parts})
    for level in levels:
        own = [part for part in parts if part[0].level == level]
        below = [part for part in parts if part[0].level > level]
        is_name = len(own) == 1 and len(below) > 1 and 2 * sum(map(_tells_of_story, below)) > len(below)
        if 2 * sum(map(_has_text, own)) >= len(own) and not is_name:
            return level
    return levels[-1] if levels else 0


def _parts(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Each marked heading with the lines down to the next one."""
    starts = [place for place, line in enumerate(lines) if line.level and line.kind is not LineKind.ROW]
    return [lines[start:end] for start, end in pairwise((*starts, len(lines)))]


def _has_text(part: Sequence[Line]) -> bool:
    return sum(len(line.text) for line in part[1:] if line.kind in _TEXTS) > _LONGEST_GREETING


def _tells_of_story(part: Sequence[Line]) -> bool:
    return part[0].link is not None or any(line.kind in _TELLING for line in part[1:])
