"""The lines of a story → the blocks of its body."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.parse.addresses import absolute
from pipeline.parse.body import in_mid_sentence
from pipeline.parse.lines.shapes import without_bullet
from pipeline.parse.lines.teasers import opens_with_marker, without_marker
from pipeline.parse.plain_text.lines.line import Line, LineKind
from pipeline.records import Block, BlockKind, Image

NO_TEXT = frozenset({
    LineKind.PAGING, LineKind.MENU, LineKind.SERVICE, LineKind.CALL, LineKind.COPYRIGHT, LineKind.MAIL,
    LineKind.FIELD, LineKind.INFO,
})  # fmt: skip
"""What is never part of a story's text."""
_KINDS: Mapping[LineKind, BlockKind] = {
    LineKind.LABEL: BlockKind.SUBHEAD,
    LineKind.ITEM: BlockKind.ITEM,
    LineKind.QUOTATION: BlockKind.QUOTATION,
    LineKind.CODE: BlockKind.PREFORMATTED,
}


def blocks_of_lines(
    body: Sequence[Line], title: str, language: str | None, url: str
) -> tuple[tuple[Block, ...], bool]:
    """The blocks of a body, and whether it is whole. `url` is where the addresses of pictures begin."""
    markers = {
        line.number for line in body if line.kind is LineKind.MARKER or opens_with_marker(line.text, title)
    }
    texts = [line for line in body if line.number not in markers and line.kind not in NO_TEXT]
    while texts and texts[-1].kind in (LineKind.DATE, LineKind.BYLINE, LineKind.CREDIT):
        texts.pop()
    blocks = [block for line in texts if (block := _block(line, url))]
    if not blocks or blocks[-1].image:
        return tuple(blocks), not markers
    last, cut = without_marker(blocks[-1].text)
    cut = cut or in_mid_sentence(blocks, language) is not None
    ending = (replace(blocks[-1], text=last),) if last else ()
    return (*blocks[:-1], *ending), not markers and not cut


def standfirst_of(line: Line) -> Block:
    """A label below the title: a subhead where it is marked as one."""
    return (
        Block(BlockKind.SUBHEAD, line.text, line.level)
        if line.level
        else Block(BlockKind.PARAGRAPH, line.text)
    )


def _block(line: Line, url: str) -> Block | None:
    if line.picture:
        address = absolute(line.picture, url)
        return Block(BlockKind.IMAGE, "", image=Image(address, line.text)) if address else None
    if line.cells:
        kind = BlockKind.TABLE_HEADER if line.level else BlockKind.TABLE_ROW
        return Block(kind, line.text, cells=line.cells)
    text = without_bullet(line.text) if line.kind is LineKind.ITEM else line.text
    level = {LineKind.LABEL: line.level or 2, LineKind.ITEM: 1}.get(line.kind, 0)
    return Block(_KINDS.get(line.kind, BlockKind.PARAGRAPH), text, level)
