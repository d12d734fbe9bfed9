"""The legend of a picture by its place alone: the two have a box to themselves, the picture first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from pipeline.parse.body.outline import Outline, Run
from pipeline.parse.html_tree import tags

_NO_BOX = tags("p td th tr tbody table ul ol body article main blockquote pre")
_LONGEST, _MOST_LINES = 400, 3
"""Characters and lines of what stands in such a box."""
_MOST = 0.4
"""The share of the text from which on boxes with pictures do not go with the story: they tell it."""
_FEW, _ROW_SHARE, _AROUND = 2, 0.1, 150
"""More than a few of them in a row, with that share of the text and so few other characters around, tell something."""


@dataclass(slots=True)
class _Content:
    """What stands in a node and below it."""

    size: int = 0
    """Characters."""
    lines: int = 0
    first: int = 0
    """The number of its first run among all of the page."""


def boxed(page: Outline, runs: Sequence[Run], never: Collection[str]) -> set[int]:
    """The legends among `runs`, by id, none of which has a tag of `never`."""
    images = [(aside.node, aside.behind) for aside in page.asides if aside.element.tag == "img"]
    if not images:
        return set()
    contents = _contents(page, runs)
    boxes = {box for node, behind in images if (box := _box(page, contents, node, behind)) is not None}
    whole = sum(len(run.text) for run in runs)
    boxes -= set(_telling_rows(page, contents, boxes, whole))
    found = [run for run in runs if run.tag not in never and not boxes.isdisjoint(page.ancestors(run.node))]
    return set(map(id, found)) if sum(len(run.text) for run in found) <= _MOST * whole else set()


def _contents(page: Outline, runs: Sequence[Run]) -> dict[int, _Content]:
    """What each node holds of `runs`; a node that holds none is missing."""
    numbers = {id(run): number for number, run in enumerate(page.runs)}
    contents: dict[int, _Content] = {}
    for run in runs:
        for node in page.ancestors(run.node):
            content = contents.get(node)
            if content is None:
                content = contents[node] = _Content(first=numbers[id(run)])
            content.size += len(run.text)
            content.lines += 1
    return contents


def _box(page: Outline, contents: dict[int, _Content], image: int, behind: int) -> int | None:
    """The outermost node around an image, itself in the node `image`, that holds no more than its legend.

    `behind` is how many runs begin before the image.
    """
    box = None
    for node in page.ancestors(image):
        content = contents.get(node)
        if page.elements[node].tag in _NO_BOX or page.parents[node] < 0:
            break
        if content is not None:
            if content.size > _LONGEST or content.lines > _MOST_LINES or content.first < behind:
                break
            box = node
    return box


def _telling_rows(
    page: Outline, contents: dict[int, _Content], boxes: Iterable[int], whole: int
) -> Iterable[int]:
    """Those of `boxes` that stand in rows of nothing else: the features of a product, the sights of a town."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for box in boxes:
        rows[page.parents[box]].append(box)
    for around, row in rows.items():
        size = contents[around].size
        others = size - sum(contents[box].size for box in row)
        if len(row) > _FEW and size > _ROW_SHARE * whole and others < _AROUND:
            yield from row
