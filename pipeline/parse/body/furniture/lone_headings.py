"""Headings alone in their box: they stood above what was left out, a video, a newsletter, more stories."""

from collections import Counter
from collections.abc import Sequence

from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.html_tree import SUBHEADINGS, make_of

_STANDS_ALONE = ".。।"
"""A heading with a sentence's end is a lead."""
_SHORTEST = 15
"""Characters of what was left out; less is the mark of a link to the heading itself."""
_MOST = 3
"""Boxes of one make: where there are more, each is the head of a part."""


def without_lone_headings(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without headings whose text was left out."""
    heads = [
        number
        for number, run in enumerate(runs)
        if run.tag in SUBHEADINGS and run.text[-1] not in _STANDS_ALONE
    ]
    boxes = {number: box for number in heads if (box := _box(page, runs, number)) is not None}
    if not boxes:
        return runs
    lacking = ((number, box) for number, box in boxes.items() if _lacks_something(page, runs, number, box))
    alone = {number: make_of(page.elements[box]) for number, box in lacking}
    makes = Counter(alone.values())
    return [run for number, run in enumerate(runs) if number not in alone or makes[alone[number]] > _MOST]


def _box(page: Outline, runs: Sequence[Run], number: int) -> int | None:
    """The largest element around a run that holds no other of `runs`; None where it is no box of its own."""
    nodes = [run.node for run in _beside(runs, number) if run]
    around = page.parents[runs[number].node]
    if any(page.parents[node] == around for node in nodes):  # nearly always: it stands among paragraphs
        return None
    others = {node for beside in nodes for node in page.ancestors(beside)}
    box = None
    for node in page.ancestors(runs[number].node):
        if node in others:
            break
        box = node
    return box


def _beside(runs: Sequence[Run], number: int) -> tuple[Run | None, Run | None]:
    return runs[number - 1] if number else None, runs[number + 1] if number + 1 < len(runs) else None


def _lacks_something(page: Outline, runs: Sequence[Run], number: int, box: int) -> bool:
    """Whether a picture, furniture or text in that box is not among `runs`; the headline in it is no loss."""
    before, behind = _beside(runs, number)
    start = before.number + 1 if before else 0
    end = behind.number if behind else len(page.runs)
    lost = [run for run in page.inside(box, page.runs[start:end]) if run is not runs[number]]
    if any(run.tag == "h1" for run in lost):
        return False
    nodes, own = page.below(box), runs[number].node  # a mark in the heading leads to the heading itself
    return any(len(run.text) >= _SHORTEST for run in lost) or any(
        aside.node in nodes and aside.node != own for aside in page.asides
    )
