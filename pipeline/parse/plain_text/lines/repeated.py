"""What the lines of a text have in common: who speaks, and what is printed on each page."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.parse.lines.shapes import word_count
from pipeline.parse.plain_text.lines.line import Line, LineKind

_SPEAKER = re.compile(r"([^\W\d_][^:.!?]{0,30})[:：]\s?\S")
_FEWEST_TURNS = 2
"""How often somebody speaks at least."""
_SHARE_OF_SPOKEN = 0.5
"""Of the lines of a text that is an interview or a play."""
_TOP = 2
_SHORTEST_FOOT, _LONGEST_FOOT = 3, 5
"""Words: a shorter line that counts is a subhead, `Lesson 1`, and a longer one the headline of one part of several."""
_NUMBER = re.compile(r"\d+")


def with_repeated(lines: Sequence[Line]) -> list[Line]:
    """`lines` with what somebody says as text, and with the foot of each page as its number."""
    spoken, feet = _spoken(lines), _feet(lines)
    kinds = dict.fromkeys(spoken, LineKind.PARAGRAPH) | dict.fromkeys(feet, LineKind.PAGING)
    return [
        replace(line, kind=kinds[line.number])
        if line.number in kinds and line.kind is LineKind.LABEL
        else line
        for line in lines
    ]


def _spoken(lines: Sequence[Line]) -> Collection[int]:
    """The numbers of the lines behind names that come again and again, where these are most of a text."""
    speakers = {line.number: found[1] for line in lines if (found := _SPEAKER.match(line.text))}
    often = Counter(speakers.values())
    numbers = [number for number, name in speakers.items() if often[name] >= _FEWEST_TURNS]
    return numbers if len(numbers) >= _SHARE_OF_SPOKEN * len(lines) else ()


def _feet(lines: Sequence[Line]) -> Collection[int]:
    """The numbers of lines that differ by a figure alone, which counts the pages, or repeat the first page's head."""
    alike: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for line in lines:
        is_short = _SHORTEST_FOOT <= word_count(line.text) <= _LONGEST_FOOT
        if (
            is_short
            and line.kind is LineKind.LABEL
            and not line.level
            and (figures := _NUMBER.findall(line.text))
        ):
            alike[_NUMBER.sub("0", line.text)].append((line.number, figures))
    heads = {line.text for line in lines[:_TOP] if any(map(str.isdigit, line.text))}
    again = [line.number for line in lines[_TOP:] if line.text in heads]
    return [*again, *(number for run in alike.values() if _counts(run) for number, _ in run)]


def _counts(run: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Whether each line of `run`, which has the number and the figures of each, is one more than the line before."""
    steps = [
        sum(int(after) - int(before) for before, after in zip(above, below, strict=True) if before != after)
        for (_, above), (_, below) in pairwise(run)
        if all(len(figure) < 6 for figure in (*above, *below))
    ]
    return bool(steps) and set(steps) == {1}
