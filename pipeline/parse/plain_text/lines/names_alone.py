"""Bylines that are nothing but a name, which only their place tells: below a headline."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.parse.info_lines import names_in
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.plain_text.lines.line import Line, LineKind

_FEWEST_WORDS_ABOVE, _FEWEST_ABOVE_DAY = 5, 3
"""Of a headline; a menu has shorter lines, and no date among them."""
_LONGEST = 40
_BESIDE = frozenset({LineKind.DATE, LineKind.INFO})


def with_names_alone(lines: Sequence[Line], language: str | None) -> list[Line]:
    """`lines` with each name below a headline as a byline: at once, or beside a date or small print."""
    signed = {line.number for line in _names_alone(lines, language)}
    return [replace(line, kind=LineKind.BYLINE) if line.number in signed else line for line in lines]


def _names_alone(lines: Sequence[Line], language: str | None) -> Iterator[Line]:
    words = 0
    for above, line, below in zip(lines, lines[1:], (*lines[2:], None), strict=False):
        if above.kind is LineKind.LABEL:
            words = word_count(above.text)
        elif above.kind not in _BESIDE:
            words = 0
        if (
            words < _FEWEST_ABOVE_DAY
            or line.kind is not LineKind.LABEL
            or line.level
            or len(line.text) > _LONGEST
        ):
            continue
        dated = LineKind.DATE in (above.kind, below.kind if below else None)
        beside = above.kind in _BESIDE or line.number == above.end + 1 or (below and below.kind in _BESIDE)
        if beside and (dated or words >= _FEWEST_WORDS_ABOVE) and names_in(line.text, language):
            yield line
