"""The make of a story's paragraphs: below the box of those of one class, others are none of the story."""

from collections import Counter
from collections.abc import Sequence

from pipeline.parse.body.layout.outline import Outline, Run

_PROSE = 60
"""Characters of a paragraph."""
_FEWEST, _MOST = 5, 0.6
"""How many paragraphs of one make tell a story, and their share of all prose."""


def within_its_box(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs up to the end of the box that holds the story's paragraphs, where a class tells these.

    Below it the house speaks of itself in paragraphs of another make.
    """
    own = _of_one_make(page, [run for run in runs if run.free >= _PROSE])
    if not own:
        return runs
    around = set(page.ancestors(page.parents[own[0].node]))
    box = next(node for node in page.ancestors(page.parents[own[-1].node]) if node in around)
    end = page.below(box).stop
    return [run for run in runs if run.node < end]


def _of_one_make(page: Outline, prose: Sequence[Run]) -> list[Run]:
    """The paragraphs of the class that most of the prose has; none where no class tells them."""
    size: Counter[str | None] = Counter()
    for run in prose:
        size[page.elements[run.node].get("class") if run.tag == "p" else None] += run.free
    make, most = max(size.items(), key=lambda item: item[1], default=(None, 0))
    if not make or most < _MOST * size.total():
        return []
    own = [run for run in prose if run.tag == "p" and page.elements[run.node].get("class") == make]
    return own if len(own) >= _FEWEST else []
