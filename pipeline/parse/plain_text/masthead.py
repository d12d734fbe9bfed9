"""What stands above the first story of a page or letter: its name, its number and its day."""

from collections.abc import Sequence
from datetime import date

from pipeline.parse.dates.find import find_day
from pipeline.parse.lines.issues import is_issue
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.plain_text.lines import Line, LineKind

_LONGEST_GREETING = 40
_MOST_WORDS = 6
_TOP = 3
"""Lines of text at the top of a page among which its name stands."""


def masthead(above: Sequence[Line], language: str | None) -> tuple[dict[int, str], date | None]:
    """The rule for each line of `above`, the lines before the first story, that is one of these; and the day told."""
    rules: dict[int, str] = {}
    day = None
    for place, line in enumerate(above):
        if is_issue(line.text) or line.kind is LineKind.DATE:
            found, _ = find_day(line.text, language=language)
            day = day or found
            if found or line.kind is not LineKind.DATE:
                rules[line.number] = "issue-line" if line.kind is not LineKind.DATE else "date-line"
        elif place < _TOP and line.kind is LineKind.LABEL and word_count(line.text) <= _MOST_WORDS:
            rules[line.number] = "masthead"
        elif len(line.text) <= _LONGEST_GREETING and line.text.endswith((",", "!", "，", "！")):
            rules[line.number] = "greeting"
    return rules, day
