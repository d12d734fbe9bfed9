"""News as agencies list them, each headline behind its hour: `10:20 Bridge reopens`, with or without a text below."""

import re
from collections.abc import Mapping, Sequence

from pipeline.parse.lines.shapes import is_sentence

_HOUR = re.compile(r"\[?(\d{1,2}:\d\d)\]?\s(?:[|–—-]\s)?(?=[^\W\d_]|[«„“\"'‘])")
_FEWEST = 3
_SHORTEST, _LONGEST = 12, 180
_PROSE = 80
"""Characters of a headline, and of a paragraph: `10:20 Coffee` is an item of a programme."""


def behind_hours(texts: Sequence[str]) -> Mapping[int, tuple[str, str]]:
    """The hours and the headlines behind them, by the numbers of their lines, from 1; none where there are not three.

    Below a paragraph they are the programme of something.
    """
    found = {number: told for number, line in enumerate(texts, 1) if (told := _behind_hour(line))}
    if len(found) < _FEWEST or any(
        len(line) > _PROSE and is_sentence(line) for line in texts[: min(found) - 1]
    ):
        return {}
    return found


def _behind_hour(line: str) -> tuple[str, str] | None:
    hour = _HOUR.match(line)
    text = line[hour.end() :] if hour else ""
    is_told = _SHORTEST <= len(text) <= _LONGEST and not is_sentence(text)
    return (hour[1], text) if hour and is_told else None
