"""What stands above the first story of a page or letter: its name, its number and its day."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from pipeline.parse.dates.find import find_day
from pipeline.parse.lines.issues import is_issue
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.plain_text.lines.line import Line, LineKind

_LONGEST_GREETING = 40
_LONGEST_WELCOME = 200
"""Characters of the paragraph below a greeting."""
_MOST_WORDS, _MOST_WORDS_WITH_DAY = 6, 10
_FEWEST_NAMES, _MOST_NAME_WORDS = 3, 2
_TOP = 3
"""Lines of text at the top of a page among which its name stands."""


def _menu(above: Sequence[Line]) -> Sequence[Line]:
    """Names of sections, one a line: at least three, of a word or two each."""
    kinds = (LineKind.LABEL, LineKind.ITEM)
    named = groupby(above, lambda line: line.kind in kinds and word_count(line.text) <= _MOST_NAME_WORDS)
    runs = (list(run) for short, run in named if short)
    return next((run for run in runs if len(run) >= _FEWEST_NAMES), [])


def _greets(text: str) -> bool:
    return len(text) <= _LONGEST_GREETING and text.endswith((",", "!", "，", "！"))


def _name(text: str, language: str | None) -> tuple[date | None] | None:
    """(the day beside the name of a page); None for a longer line."""
    day, _ = find_day(text, language=language)
    return (day,) if word_count(text) <= (_MOST_WORDS_WITH_DAY if day else _MOST_WORDS) else None


def masthead(above: Sequence[Line], language: str | None) -> tuple[dict[int, str], date | None]:
    """The rule for each line of `above`, the lines before the first story, that is one of these; and the day told."""
    rules = {line.number: "menu" for line in _menu(above)}
    day = None
    for place, line in enumerate(above):
        if line.kind is LineKind.MAIL:
            day = day or find_day(line.text, language=language)[0]
        elif is_issue(line.text) or line.kind is LineKind.DATE:
            found, _ = find_day(line.text, language=language)
            day = day or found
            if found or line.kind is not LineKind.DATE:
                rules[line.number] = "issue-line" if is_issue(line.text) else "date-line"
        elif (
            place < _TOP
            and line.kind in (LineKind.LABEL, LineKind.BYLINE)
            and (named := _name(line.text, language))
        ):
            rules[line.number] = "masthead"
            day = day or named[0]
        elif _greets(line.text) or (
            len(line.text) <= _LONGEST_WELCOME and place and _greets(above[place - 1].text)
        ):
            rules[line.number] = "greeting"
    return rules, day
