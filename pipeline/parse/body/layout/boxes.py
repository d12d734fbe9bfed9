"""Boxes: the nodes around a few short runs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.html_tree import HEADINGS, tags

_NO_BOX = tags("p td th tr tbody table body main blockquote pre")
_LEVELS_OF_ITEM = 4
"""How deep in an item of a list its text stands at most."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a box may hold."""

    size: int
    """Characters."""
    lines: int
    behind: bool = False
    """Whether it may hold nothing before its place."""


class Box(NamedTuple):
    """A node and what stands in it."""

    node: int
    held: range
    """Indices of runs."""


def place_of(page: Outline, run: Run) -> int:
    """The innermost node around a run that may be a box: a line that is loose in one belongs to that itself."""
    return page.parents[run.node] if run.tag in _NO_BOX or run.tag in HEADINGS else run.node


def box_around(page: Outline, runs: Sequence[Run], node: int, number: int, limits: Limits) -> Box | None:
    """The outermost box around `node`, itself included, that holds any of `runs`; None where there is none.

    A box is around the place of the run numbered `number`, be it among `runs` or not, and holds no more than `limits`
    allow.
    """
    at = bisect_left(runs, number, key=lambda run: run.number)
    box = None
    if limits.behind and (at == len(runs) or len(runs[at].text) > limits.size):  # nearly always
        return None
    for around in page.ancestors(node):
        if page.elements[around].tag in _NO_BOX or page.parents[around] < 0:
            break
        held = _held(page, runs, around, at, limits)
        if held is None or (limits.behind and held.start < at):
            break
        if held:
            box = Box(around, held)
    return box


def _held(page: Outline, runs: Sequence[Run], box: int, at: int, limits: Limits) -> range | None:
    """Which of `runs` stand in a node, where it is around the place `at`; None where these are too many."""
    start = end = at
    size = 0
    while end < len(runs) and is_inside(page, runs[end].node, box):
        size += len(runs[end].text)
        end += 1
        if size > limits.size or end - start > limits.lines:
            return None
    while start and is_inside(page, runs[start - 1].node, box):
        start -= 1
        size += len(runs[start].text)
        if size > limits.size or end - start > limits.lines:
            return None
    return range(start, end)


def item_around(page: Outline, node: int) -> int | None:
    """The item of a list that a text or a picture stands in; None where there is none near."""
    around = islice(page.ancestors(node), _LEVELS_OF_ITEM)
    return next((one for one in around if page.elements[one].tag == "li"), None)


def is_inside(page: Outline, node: int, box: int) -> bool:
    """Whether `node` is `box` or below it; a node comes behind those around it."""
    parents = page.parents
    while node > box:
        node = parents[node]
    return node == box
