"""Rise or fall as the elements of a ticker item tell it: by class, colour, or the name of an icon."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from pipeline.parse.html_tree import Element
from pipeline.parse.language_tags import primary

_RISING = frozenset(
    {"up", "rise", "rises", "rising", "rose", "gain", "gains", "gainer", "increase", "increased"}
)
_FALLING = frozenset(
    {"down", "fall", "falls", "falling", "fell", "loss", "loses", "loser", "decrease", "decreased"}
)
_RISING |= {"positive", "plus", "bull", "bullish"}
_FALLING |= {"negative", "minus", "bear", "bearish"}
_STEADY = frozenset({"unchanged", "nochange", "steady", "neutral"})
_RED, _GREEN = frozenset({"red", "danger"}), frozenset({"green", "success"})
_RED_RISES = frozenset({"zh", "ja", "ko"})
"""Languages of markets that print a rise in red and a fall in green."""

_TELLING = ("class", "style", "alt", "aria-label", "src", "xlink:href", "data-direction", "data-trend")
_WORD = re.compile(r"[a-z]+")
_MOST_ELEMENTS = 40
_LONGEST = 200


def direction_of(elements: Iterable[Element], language: str | None) -> int | None:
    """-1, 0 or 1 where the elements of one item agree; None where they tell nothing or contradict each other."""
    words = {word for element in islice(elements, _MOST_ELEMENTS) for word in _words(element)}
    red_rises = primary(language) in _RED_RISES
    rising = words & (_RISING | (_RED if red_rises else _GREEN))
    falling = words & (_FALLING | (_GREEN if red_rises else _RED))
    if rising or falling:
        return None if rising and falling else 1 if rising else -1
    return 0 if words & _STEADY else None


def _words(element: Element) -> Iterator[str]:
    for name in _TELLING:
        if value := element.get(name):
            yield from _WORD.findall(value[:_LONGEST].lower())
