"""Days of the Persian calendar, which Iran and Afghanistan print, as days of ours: `15 اسفند 1403` is 2025-03-05."""

import re
from datetime import date

from pipeline.parse.language_tags import primary

LANGUAGES = frozenset({"fa", "ps", "ckb", "prs"})
"""Whose pages print this calendar."""

MONTHS = {
    "فروردین": 1, "اردیبهشت": 2, "خرداد": 3, "تیر": 4, "مرداد": 5, "امرداد": 5, "شهریور": 6, "مهر": 7, "آبان": 8,
    "آذر": 9, "دی": 10, "بهمن": 11, "اسفند": 12,
    "حمل": 1, "ثور": 2, "جوزا": 3, "سرطان": 4, "اسد": 5, "سنبله": 6, "میزان": 7, "عقرب": 8, "قوس": 9, "جدی": 10,
    "دلو": 11, "حوت": 12,
}  # fmt: skip
"""The names of months in Iran, and those in Afghanistan."""

_ARABIC = str.maketrans("يك", "یک")
"""Letters that stand in Persian words where somebody writes with an Arabic keyboard."""

_IN_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:م|ام|ُم)?\s({'|'.join(MONTHS)})(?:\s?ماه)?[\s،,]{{1,2}}(1[34]\d\d)(?!\d)"
)
_IN_FIGURES = re.compile(r"(?<!\d)(1[34]\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(1[34]\d\d)(?!\d)")

_BEFORE_FIRST_DAY = date(2024, 3, 19).toordinal() - 365 * 1403 - (8 * 1403 + 21) // 33
"""The ordinal of the day before year nought, counted back from the first day of 1403, which was 20 March 2024."""
_LONG_MONTHS = 6
"""The first six months have 31 days, the others 30, and the last one 29 outside leap years."""


def in_our_calendar(text: str, language: str | None) -> str:
    """`text` with its Persian days written as `2025-03-05`; as it is in other languages."""
    if primary(language) not in LANGUAGES:
        return text
    text = text.translate(_ARABIC)
    text = _IN_WORDS.sub(lambda found: _ours(found, found[3], MONTHS[found[2]], found[1]), text)
    text = _IN_FIGURES.sub(lambda found: _ours(found, found[1], found[3], found[4]), text)
    return _YEAR_LAST.sub(lambda found: _ours(found, found[4], found[3], found[1]), text)


def _ours(found: re.Match[str], year: str, month: str | int, day: str) -> str:
    """The day in our calendar, as it is printed where there is no such day."""
    y, m, d = int(year), int(month), int(day)
    if not (1 <= m <= 12 and 1 <= d <= 30 + (m <= _LONG_MONTHS)):
        return found[0]
    before = 30 * (m - 1) + min(m - 1, _LONG_MONTHS)
    return date.fromordinal(_BEFORE_FIRST_DAY + 365 * y + (8 * y + 21) // 33 + before + d).isoformat()
