"""Printed numbers → exact Decimals, in any typography. Digits are never rounded, added or lost."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.core import UnknownLocaleError

_SPACERS = " '’‘٬"
"""Marks that only ever group thousands (white space is one plain space by now)."""

NUMBER = (
    rf"\d{{1,3}}+(?:[{_SPACERS}]\d{{3}}(?!\d))++(?:[.,٫]\d++)?+"  # 97 345,20
    r"|\d++(?:[.,٫]\d++)*+"  # 0.01144, 97,345.20, 97.345,20
    r"|[.,٫]\d++"  # .28490
)
"""A regular expression for the digits of a number with their marks. Possessive, so that it never backtracks."""

_MARK = re.compile(r"[.,]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}")
_TO_PLAIN = str.maketrans("٫", ",", _SPACERS)


def grouping_mark(numbers: Iterable[str], language: str | None) -> str:
    """`.` or `,`, whichever groups thousands in numbers printed side by side; empty where neither does.

    Each number that can be read in one way only is a vote. Without votes the language's own custom counts, and
    that of English where no language is known.
    """
    votes = Counter(mark for number in numbers if (mark := _sure_mark(number.translate(_TO_PLAIN))))
    if votes["."] == votes[","]:
        return _custom(language)
    return "," if votes["."] > votes[","] else "."


def exact(number: str, grouping: str) -> Decimal | None:
    """The value of `number`, every printed digit kept; None where its marks make no number (`08.12.2025`).

    `grouping` decides where `1,234` can be read in two ways.
    """
    plain = number.translate(_TO_PLAIN)
    marks = _MARK.findall(plain)
    decimal = _sure_mark(plain) or (marks[0] if marks and marks[0] != grouping else None)
    whole, _, fraction = plain.partition(decimal) if decimal else (plain, "", "")
    if _MARK.search(fraction) or (_MARK.search(whole) and not _GROUPED.fullmatch(whole)):
        return None
    return Decimal(f"{_MARK.sub('', whole) or 0}.{fraction}" if fraction else _MARK.sub("", whole))


def _sure_mark(plain: str) -> str | None:
    """The decimal mark of a number that can be read in one way only; None where it can be in two, or has none."""
    marks = _MARK.findall(plain)
    if not marks:
        return None
    if len(marks) > 1:
        return marks[-1] if marks[-1] != marks[0] else {".": ",", ",": "."}[marks[0]]
    whole, _, fraction = plain.partition(marks[0])
    could_group = len(fraction) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    return None if could_group else marks[0]


@lru_cache(maxsize=64)
def _custom(language: str | None) -> str:
    """The point or comma with which the language groups thousands; empty where it uses a space or an apostrophe."""
    try:
        mark = Locale.parse((language or "en").replace("-", "_")).number_symbols["latn"]["group"]
    except (UnknownLocaleError, ValueError, KeyError):
        return ","
    return mark if mark in (".", ",") else ""
