"""Lines above or below a text that say by whom and when it was written."""

from collections.abc import Collection

from pipeline.parse.body.outline import HEADINGS, Run
from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line

_LONGEST = 100
_ABOVE, _BELOW = 3, 2
"""How many lines are looked at."""
_NO_SIGNATURE = HEADINGS | {"li"}
_BETWEEN = " ,;|/•·–—-()"
_MOST_BESIDE = 25
"""Characters of what stands beside the names: a role, a place."""
_DIGITS = 4
"""A line with a year has as many; the hour alone does not date a story."""
_SENTENCE_ENDS = (".", ":", "?", "!", "。")


def without_signatures(runs: list[Run], authors: Collection[str], language: str | None) -> list[Run]:
    """The runs without those among the first and the last that only sign or date the story."""
    edges = {*range(len(runs))[:_ABOVE], *range(len(runs))[-_BELOW:]}
    signed = {number for number in edges if _signs(runs[number], authors, language)}
    return [run for number, run in enumerate(runs) if number not in signed] if signed else runs


def _signs(run: Run, authors: Collection[str], language: str | None) -> bool:
    text = run.text
    if len(text) > _LONGEST or run.tag in _NO_SIGNATURE:
        return False
    return _names(text, authors) or is_byline(text, language) or _dates(text, language)


def _names(text: str, authors: Collection[str]) -> bool:
    """Whether a line has names of the story's authors and next to nothing else."""
    rest = text
    for name in authors:
        rest = rest.replace(name, "")
    return (
        len(rest) < len(text)
        and len(rest.strip(_BETWEEN)) <= _MOST_BESIDE
        and not text.endswith(_SENTENCE_ENDS)
    )


def _dates(text: str, language: str | None) -> bool:
    return sum(map(str.isdigit, text)) >= _DIGITS and is_date_line(text, language)
