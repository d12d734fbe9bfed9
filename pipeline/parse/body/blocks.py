"""Runs of text → the blocks of a body."""

from collections.abc import Sequence

from pipeline.parse.body.outline import HEADINGS, Outline, Run
from pipeline.records import Block, BlockKind

_KINDS = {
    "li": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
    "dt": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTATION,
    "pre": BlockKind.PREFORMATTED,
}


def blocks_from(page: Outline, runs: Sequence[Run]) -> tuple[Block, ...]:
    """A block for each run, its kind told by its own tag or the nearest that tells one."""
    return tuple(_block(page, run) for run in runs)


def _block(page: Outline, run: Run) -> Block:
    if run.tag in HEADINGS:
        return Block(BlockKind.SUBHEAD, run.text, int(run.tag[1]))
    kind = _KINDS.get(run.tag, BlockKind.PARAGRAPH)
    return Block(kind, run.text, 1 if kind is BlockKind.ITEM else 0)
