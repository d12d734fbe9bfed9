"""The legend of a picture by its place alone: the two have a box to themselves, the picture first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from pipeline.parse.body.layout.boxes import Box, Limits, box_around, is_inside
from pipeline.parse.body.layout.outline import SENTENCE_ENDS, Outline, Run, size_of
from pipeline.parse.html_tree import Element, holds, raw_text

_LONGEST, _LINES = 400, 3
"""Characters and lines of what stands in such a box."""
_SENTENCES = 3
_MOST = 0.4
"""The share of the text from which on boxes with pictures do not go with the story: they tell it."""
_BUTTON = 40
"""Characters that a box for a picture may have on it: "Enlarge"."""
_COLUMN = 80
"""Characters of a column that stands beside that of a picture."""
_FEW, _ROW_SHARE, _AROUND = 2, 0.1, 150
"""More than a few of them in a row, with that share of the text and so few other characters around, tell something."""


def boxed_legends(page: Outline, runs: Sequence[Run], never: Collection[str]) -> set[int]:
    """The numbers of the legends among `runs`: of all in a box, none of which has a tag of `never`."""
    whole = size_of(runs)
    limits = Limits(min(_LONGEST, round(_MOST * whole)), _LINES, behind=True)
    found = ((aside, box_around(page, runs, aside.node, aside.behind, limits)) for aside in page.asides)
    boxes = {
        box
        for aside, box in found
        if box is not None
        and _is_picture(aside.element)
        and not any(_tells(runs[at], never) for at in box.held)
        and not _is_column(page, box, aside.node, runs[box.held.start])
    }
    boxes -= set(_telling_rows(page, runs, boxes, whole))
    legends = {runs[index] for box in boxes for index in box.held}
    return {run.number for run in legends} if size_of(legends) <= _MOST * whole else set()


def _tells(run: Run, never: Collection[str]) -> bool:
    """Whether a run is no legend by its tag, or by its sentences: a short text of Chinese or Japanese is long."""
    return run.tag in never or run.text.count("。") >= _SENTENCES


def _is_column(page: Outline, box: Box, image: int, text: Run) -> bool:
    """Whether sentences stand in a column of their own beside the column of the picture: their classes share a word."""
    if len(text.text) < _COLUMN or not text.text.endswith(SENTENCE_ENDS):
        return False
    beside = [_right_below(page, box.node, node) for node in (image, text.node)]
    first, second = ((element.get("class") or "").split() for element in beside)
    return beside[0] is not beside[1] and not set(first).isdisjoint(second)


def _right_below(page: Outline, around: int, node: int) -> Element:
    """The element right below the node `around` that holds `node`; that of `around` itself where they are one."""
    return page.elements[next((one for one in page.ancestors(node) if page.parents[one] == around), around)]


def _is_picture(element: Element) -> bool:
    """Whether an element is an image, or was left out with an image and next to no text in it."""
    if element.tag == "img":
        return True
    return holds(element, "img") and len(raw_text(element).strip()) <= _BUTTON


def _telling_rows(page: Outline, runs: Sequence[Run], boxes: Iterable[Box], whole: int) -> Iterable[Box]:
    """Those of `boxes` that stand in rows of nothing else: the features of a product, the sights of a town."""
    rows: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        rows[page.parents[box.node]].append(box)
    for around, row in rows.items():
        if len(row) > _FEW:
            size = size_of(run for run in runs if is_inside(page, run.node, around))
            others = size - sum(size_of(runs[index] for index in box.held) for box in row)
            if size > _ROW_SHARE * whole and others < _AROUND:
                yield from row
