"""Listings that print each date once, above all stories of that day."""

from collections.abc import Sequence
from itertools import islice

from pipeline.parse.html_tree import HEADINGS, Element, outward, text_of
from pipeline.parse.lines.dates import are_of_one_day, is_date_line
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.parts.signed import CLOCK, small_parts

_MOST_LEVELS = 4
_MOST_SIBLINGS = 300
_LONGEST_DAY = 60


def days_above(runs: Sequence[Run], language: str | None) -> dict[Run, str]:
    """The date line above each story, where the page is grouped by day; empty where it is not.

    A page that prints one date prints its own, which dates none of its stories: there must be two groups at least,
    and no story outside of them; or an hour with each story, and these all fall or all rise, which those of two days
    do not.
    """
    found: dict[Run, Element] = {}
    for run in runs:
        if (day := _day_above(run, language)) is None:  # nearly always, of the first
            return {}
        found[run] = day
    told = len(set(found.values())) > 1 or are_of_one_day([*map(_hour_of, found)])
    return {run: text_of(day) for run, day in found.items()} if told else {}


def _hour_of(run: Run) -> str:
    """The hour that stands alone in a part of a story; empty where none does."""
    return next((text for _, text in small_parts(run.elements) if CLOCK.fullmatch(text)), "")


def _day_above(run: Run, language: str | None) -> Element | None:
    opening = next(iter(run.elements[0]), None)
    if opening is not None and opening.tag in HEADINGS and _is_day(opening, language):
        return opening  # the only story of its day
    for at in islice(outward(run.elements[0]), _MOST_LEVELS):
        if at.tag == "body":
            return None
        for number, sibling in enumerate(at.itersiblings(preceding=True)):
            if number > _MOST_SIBLINGS:
                return None
            if _is_day(sibling, language):
                return sibling
    return None


def _is_day(element: Element, language: str | None) -> bool:
    """True for a line that is a date with a day in it; a time of the day alone is none."""
    if element.tag == "article" or len(element) > 3:
        return False
    text = text_of(element)
    return (
        len(text) <= _LONGEST_DAY
        and any(map(str.isalpha, text))
        and any(map(str.isdigit, text))
        and is_date_line(text, language)
    )
