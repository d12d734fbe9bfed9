"""Headlines that a page counts: `1. Bridge reopens`, `[2/4] Bakers share an oven`."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(
    r"(?:(?:(?P<plain>\d{1,2})[.)]|\[?(?P<of>\d{1,2})/\d{1,2}\]?|[#№]\s?(?P<sign>\d{1,2})[.:]?)\s+"
    r"|(?P<listed>\d{1,2})[、．])(?=\S)"
)


def without_numbers(titles: Sequence[str]) -> Sequence[str]:
    """`titles` without the numbers in front of them, where these count all of them; else as they are."""
    found = [_NUMBER.match(title) for title in titles]
    numbers = [int(next(filter(None, one.groups()))) for one in found if one]
    if len(titles) < 2 or numbers != list(range(1, len(titles) + 1)):
        return titles
    return [title[one.end() :] if one else title for title, one in zip(titles, found, strict=True)]
