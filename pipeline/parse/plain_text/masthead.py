"""What stands above the first story of a page or letter: its name, its number and its day."""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.parse.dates.find import find_day
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.plain_text.lines import Line, LineKind

_ISSUE = re.compile(
    r"\W{0,3}(?:(?:no|nr|num|vol|n)\.?|n[°º]|№|issue|edition|volume|letter|newsletter|ausgabe|folge|numéro|numero"
    r"|número|edición|edição|edizione|wydanie|numer|sayı|выпуск|номер|випуск|письмо|сан|нөмір|чыгарылыш|son|шумора"
    r"|第)\s{0,2}[#№]?\s{0,2}\d{1,6}(?!\d)",
    re.IGNORECASE,
)
"""How the line begins that counts the letters: "No. 48", "Ausgabe 12", "第3期"."""
_LONGEST_ISSUE = 100
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


def is_issue(text: str) -> bool:
    """True for a line that begins with the number of a letter."""
    return len(text) <= _LONGEST_ISSUE and _ISSUE.match(text) is not None
