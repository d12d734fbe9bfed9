"""The runs of a table's row → one block with its cells."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.parse.body.layout.outline import Outline, Run, size_of
from pipeline.parse.html_tree import Element
from pipeline.records import Block, BlockKind

_LONGEST_CELL = 200
_LONGEST_CELL_OF_MANY = 350
"""Characters of a cell that holds several texts."""
_WIDEST = 20
"""Columns that one cell may span."""
_SPAN = re.compile(r"\s*[1-9][0-9]{0,2}\s*")
_BETWEEN = " | "
_MOST_LINKED = 0.6
"""The share of links in a table of data."""


def row(page: Outline, node: int, runs: Sequence[Run]) -> Block | None:
    """The row that stands at `node` with these runs in it, or None where it is no row of data.

    A row of data has several cells with one short text each. Else the table is there for its looks.
    """
    owners = {run.node for run in runs}
    if len(owners) < len(runs) or node in owners:  # text beside the cells
        return None
    if any(len(run.text) > _LONGEST_CELL for run in runs):
        return None
    texts: defaultdict[Element, list[str]] = defaultdict(list)
    for run in runs:
        texts[page.elements[_child(page, run.node, node)]].append(run.text)
    cells = [cell for cell in page.elements[node] if cell.tag in ("td", "th") or cell in texts]
    if len(texts) < 2:  # all of it stands in one cell: a column of the page
        return None
    if any(sum(map(len, told)) > _LONGEST_CELL_OF_MANY for told in texts.values()):
        return None
    is_header = all(cell.tag == "th" for cell in texts)
    told = [text for cell in cells for text in (" ".join(texts.get(cell, ())), *[""] * (_span(cell) - 1))]
    kind = BlockKind.TABLE_HEADER if is_header else BlockKind.TABLE_ROW
    return Block(kind, _BETWEEN.join(filter(None, told)), cells=tuple(told))


def cells_of_data(page: Outline, runs: Sequence[Run]) -> set[int]:
    """The numbers of `runs` in tables that name their columns or rows: a link there is what the table tells.

    A table that holds little else than links leads through the site.
    """
    if not any(run.tag == "th" for run in runs):  # nearly always
        return set()
    held: defaultdict[int, list[Run]] = defaultdict(list)
    for run in runs:
        table = next((node for node in page.ancestors(run.node) if page.elements[node].tag == "table"), None)
        if table is not None:
            held[table].append(run)
    named = (cells for cells in held.values() if any(run.tag == "th" for run in cells))
    told = (cells for cells in named if sum(run.linked for run in cells) <= _MOST_LINKED * size_of(cells))
    return {run.number for cells in told for run in cells}


def _child(page: Outline, node: int, around: int) -> int:
    """The node right below `around` that holds `node`."""
    while page.parents[node] != around:
        node = page.parents[node]
    return node


def _span(cell: Element) -> int:
    told = _SPAN.fullmatch(cell.get("colspan") or "")
    return min(int(told[0]), _WIDEST) if told else 1
