"""Runs of text → the blocks of a body."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from pipeline.parse.body.outline import HEADINGS, Outline, Run
from pipeline.records import Block, BlockKind

_TELLING: Mapping[object, BlockKind] = {
    "li": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
    "dt": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTATION,
    "pre": BlockKind.PREFORMATTED,
    "tr": BlockKind.TABLE_ROW,
}
"""What an element says of the runs in it; the innermost one counts."""

_LISTS = frozenset(("ul", "ol", "dl"))
_LONGEST_CELL = 200
_CELLS = " | "


def blocks_from(page: Outline, runs: Sequence[Run]) -> tuple[Block, ...]:
    """The runs as blocks in the same order; the cells of a table row become one block."""
    places = _places(page)
    blocks: list[Block] = []
    for (kind, depth, _), group in groupby(runs, key=lambda run: places[run.node]):
        members = list(group)
        if kind is BlockKind.TABLE_ROW and _is_row(members):
            blocks.append(Block(kind, _CELLS.join(run.text for run in members)))
        else:
            blocks.extend(_block(run, kind, depth) for run in members)
    return tuple(blocks)


def _places(page: Outline) -> list[tuple[BlockKind, int, int]]:
    """For each node: the kind that it or the nearest node around it tells, its list depth, and that node."""
    places = [(BlockKind.PARAGRAPH, 0, -1)]
    for node in range(1, len(page.elements)):
        kind, depth, teller = places[page.parents[node]]
        tag = page.elements[node].tag
        if tag in _LISTS:
            depth += 1
        if tag in _TELLING:
            kind, teller = _TELLING[tag], node
        places.append((kind, depth, teller))
    return places


def _is_row(runs: Sequence[Run]) -> bool:
    """A row of data: several cells with one short text each. Else the table is there for its looks."""
    cells = {run.node for run in runs}
    return len(runs) > 1 and len(cells) == len(runs) and all(len(run.text) <= _LONGEST_CELL for run in runs)


def _block(run: Run, kind: BlockKind, depth: int) -> Block:
    if run.tag in HEADINGS:
        return Block(BlockKind.SUBHEAD, run.text, int(run.tag[1]))
    if kind is BlockKind.ITEM:
        return Block(kind, run.text, max(depth, 1))
    return Block(BlockKind.PARAGRAPH if kind is BlockKind.TABLE_ROW else kind, run.text)
