"""The lead (standfirst, dek) that stands between the headline and the container of the text."""

from collections.abc import Sequence

from pipeline.parse.body.furniture.labels import is_label
from pipeline.parse.body.layout.headed import may_lead
from pipeline.parse.body.layout.outline import Run
from pipeline.parse.body.words.calls import is_call
from pipeline.parse.html_tree import HEADINGS

_AT_MOST = 3
_DESCRIPTION_START = 40
_HEADLINES = frozenset(("h2", "h3"))
_NEAR = 6
"""Runs before the text among which a headline of another wording than the title stands."""
_LEAD_TAGS = HEADINGS | {"p", "div", "li", "section", "span", "header"}


def lead(runs: Sequence[Run], first: int, title: str | None, description: str | None) -> list[Run]:
    """The runs before the one numbered `first` that open the story."""
    start = _after_title(runs, first, title)
    if start is None:
        told = [run for run in runs[max(first - 20, 0) : first] if described(run, description)]
        start = _after_other_headline(runs, first)
        if told or start is None:
            return told[:1]
    window = [run for run in runs[start:first] if _reads_like_lead(run)]
    if len(window) > _AT_MOST:
        window = [run for run in window if described(run, description)]
    return window


def _after_title(runs: Sequence[Run], first: int, title: str | None) -> int | None:
    for number in range(first - 1, -1, -1):
        run = runs[number]
        if run.tag == "h1" or (title and len(run.text) > 15 and run.text.lower() in title.lower()):
            return number + 1
    return None


def _after_other_headline(runs: Sequence[Run], first: int) -> int | None:
    if runs[first].tag == "h1":  # what stands above it leads to another story, or asks for something
        return None
    opening = range(max(first - _NEAR, 0), first)
    return next((number + 1 for number in opening if runs[number].tag in _HEADLINES), None)


def _reads_like_lead(run: Run) -> bool:
    return (
        (run.tag in _LEAD_TAGS or "-" in run.tag)  # the site's own elements have a dash in their names
        and run.tag != "h1"
        and may_lead(run)
        and run.linked * 3 < len(run.text)
        and not (is_label(run) or is_call(run.text))
    )


def described(run: Run, description: str | None) -> bool:
    """Whether a run opens as the page's description does, or the other way round."""
    if not description or len(run.text) < _DESCRIPTION_START:
        return False
    return run.text[:_DESCRIPTION_START] in description or description[:_DESCRIPTION_START] in run.text
