"""The numbers of lists that do not count 1, 2, 3: `<ol start=5>`, `<ol reversed>`, `<li value=7>`."""

import re
from collections.abc import Iterable, Iterator

from pipeline.parse.html_tree import Element

_NUMBER = re.compile(r"\s*(\d{1,9})\s*")


def jumps(items: Iterable[Element]) -> dict[Element, int]:
    """The numbers of those items that do not follow the one before them, in the lists that `items` stand in."""
    lists = dict.fromkeys(around for item in items if (around := item.getparent()) is not None)
    return {item: number for around in lists for item, number in _jumps_in(around)}


def _jumps_in(around: Element) -> Iterator[tuple[Element, int]]:
    members = list(around.iterchildren("li"))
    step = 1 if around.get("reversed") is None else -1
    number, expected = _number(around.get("start"), 1 if step > 0 else len(members)), 1
    for item in members:
        number = _number(item.get("value"), number)
        if number != expected and number > 0:
            yield item, number
        number, expected = number + step, number + 1


def _number(printed: str | None, default: int) -> int:
    found = _NUMBER.fullmatch(printed) if printed else None
    return int(found[1]) if found else default
