"""Where another story begins that the site appended below the first: pages that scroll on do so."""

from collections.abc import Sequence

from pipeline.parse.body.outline import HEADINGS, Outline, Run
from pipeline.parse.lines.dates import is_date_line

_SOME_TEXT = 250
"""Characters in front of another story."""
_NEAR = 3
"""Lines before and behind a headline among which its date stands."""


def first_story(page: Outline, runs: Sequence[Run]) -> list[Run]:
    """The runs up to the headline of another article: pages that scroll on append one below the other."""
    home, before = None, 0
    for number, run in enumerate(runs):
        if run.tag == "h1" and before >= _SOME_TEXT and _is_next_story(page, runs, number):
            return list(runs[:number])
        if before < _SOME_TEXT or (run.tag == "h1" and home is None):
            home = _article_of(page, run.node)
        elif run.tag == "h1" and _article_of(page, run.node) != home:
            return list(runs[:number])
        before += run.free
    return list(runs)


def _is_next_story(page: Outline, runs: Sequence[Run], number: int) -> bool:
    """Whether a headline and the first one stand in boxes of one make, each with a date of its own."""
    first = next(run for run in runs if run.tag == "h1")
    around = list(page.ancestors(first.node))
    below = first.node, runs[number].node
    for node in page.ancestors(runs[number].node):
        if node in around:
            below = around[around.index(node) - 1], below[1]
            break
        below = below[0], node
    one, other = (page.elements[box] for box in below)
    if one is other or one.tag in HEADINGS or (one.tag, one.get("class")) != (other.tag, other.get("class")):
        return False
    return all(_is_dated(page, runs, *place) for place in ((below[0], first), (below[1], runs[number])))


def _is_dated(page: Outline, runs: Sequence[Run], box: int, headline: Run) -> bool:
    """Whether a box has a <time>, or a date stands near its headline."""
    if next(page.elements[box].iter("time"), None) is not None:
        return True
    at = runs.index(headline)
    return any(is_date_line(run.text, None) for run in runs[max(at - _NEAR, 0) : at + 1 + _NEAR])


def _article_of(page: Outline, node: int) -> int | None:
    return next((around for around in page.ancestors(node) if page.elements[around].tag == "article"), None)
