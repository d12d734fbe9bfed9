"""Runs of text → the blocks of a body."""

from collections.abc import Iterator, Mapping, Sequence
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
    placed = [(run, *_place(page, run.node)) for run in runs]
    blocks: list[Block] = []
    for (kind, node), group in groupby(placed, key=lambda item: item[1:]):
        members = [run for run, *_ in group]
        if kind is BlockKind.TABLE_ROW and _is_row(members):
            blocks.append(Block(kind, _CELLS.join(run.text for run in members)))
        else:
            blocks.extend(_blocks(page, members, kind, node))
    return tuple(blocks)


def _place(page: Outline, node: int) -> tuple[BlockKind, int]:
    """The kind that the elements around `node` tell, and the node that tells it."""
    for around in page.ancestors(node):
        kind = _TELLING.get(page.elements[around].tag)
        if kind:
            return kind, around
    return BlockKind.PARAGRAPH, -1


def _is_row(runs: Sequence[Run]) -> bool:
    """A row of data: several cells with one short text each. Else the table is there for its looks."""
    cells = {run.node for run in runs}
    return len(runs) > 1 and len(cells) == len(runs) and all(len(run.text) <= _LONGEST_CELL for run in runs)


def _blocks(page: Outline, runs: Sequence[Run], kind: BlockKind, node: int) -> Iterator[Block]:
    for run in runs:
        if run.tag in HEADINGS:
            yield Block(BlockKind.SUBHEAD, run.text, int(run.tag[1]))
        elif kind is BlockKind.ITEM:
            depth = sum(page.elements[around].tag in _LISTS for around in page.ancestors(node))
            yield Block(kind, run.text, max(depth, 1))
        else:
            yield Block(BlockKind.PARAGRAPH if kind is BlockKind.TABLE_ROW else kind, run.text)
