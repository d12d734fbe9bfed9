"""Blocks → CommonMark that reads back as the same structure and the same words.

Tables are GitHub's, the one form that Markdown readers know. Links and emphasis inside a paragraph are not kept:
the text of a block is plain. Whatever a reader of Markdown would take for markup in it is escaped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from pipeline.records.blocks import Block, BlockKind, Image

_ANYWHERE = re.compile(
    r"[\\`*\[\]<|~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside of a word it stays, so that an address can be read
    r"|&(?=#?[0-9a-zA-Z]+;)"
)
"""A character that means something wherever it stands."""

_RARE = re.compile(r"[\\`*\[\]<|~_&]")
"""One of these is in every match of the above: most texts have none, which is found in a tenth of the time."""

_AT_START = re.compile(r"#(?=#*(?: |$))|>|-(?=[- ]|$)|\+(?= |$)|[0-9]{1,9}(?=[.)](?: |$))")
"""What means something where a line begins; of a number the mark behind it."""

_CLOSING_HASHES = re.compile(r"(?<= )#+$")
_ENTITY = re.compile(r"&(?=#?[0-9a-zA-Z]+;)")
_BACKTICKS = re.compile(r"`+")
_SAFE_IN_URL = "%/:?#@!$&'*+,;=~-._[]"

_ITEMS = frozenset((BlockKind.ITEM, BlockKind.NUMBERED_ITEM))
_ROWS = frozenset((BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW))
_LIST, _TABLE, _QUOTATION, _SINGLE = range(4)


def to_markdown(blocks: Sequence[Block]) -> str:
    """`blocks` as one text in Markdown, its parts an empty line apart; empty where there is nothing to say."""
    groups = groupby(blocks, key=_group)
    return "\n\n".join(part for group, members in groups for part in _written(group, list(members)) if part)


def heading(text: str, level: int = 1) -> str:
    """`text` as a heading of that level, 1 to 6; empty for an empty text."""
    line = _CLOSING_HASHES.sub(lambda found: r"\#" * len(found[0]), inline(text))
    return f"{'#' * min(max(level, 1), 6)} {line}" if line else ""


def inline(text: str) -> str:
    """`text` on one line, so that a reader of Markdown takes it for nothing but words."""
    line = " ".join(text.split())
    if _RARE.search(line):
        line = _ANYWHERE.sub(r"\\\g<0>", line)
    start = _AT_START.match(line)
    if not start:
        return line
    if start[0].isdigit():
        return f"{start[0]}\\{line[start.end() :]}"
    return f"\\{line}"


def _group(block: Block) -> int:
    """What stands together: the items of a list with the paragraphs in them, the rows of a table, a quotation."""
    if block.kind in _ITEMS or (block.kind is BlockKind.PARAGRAPH and block.level):
        return _LIST
    if block.kind in _ROWS:
        return _TABLE
    return _QUOTATION if block.kind is BlockKind.QUOTATION else _SINGLE


def _written(group: int, blocks: Sequence[Block]) -> Iterator[str]:
    if group == _LIST:
        yield _list(blocks)
    elif group == _TABLE:
        yield from _tables(blocks)
    elif group == _QUOTATION:
        yield "\n>\n".join(f"> {line}" for block in blocks if (line := inline(block.text)))
    else:
        yield from map(_single, blocks)


def _single(block: Block) -> str:
    if block.image:
        return _image(block.image)
    if block.kind is BlockKind.SUBHEAD:
        return heading(block.text, block.level)
    if block.kind is BlockKind.PREFORMATTED:
        return _fenced(block.text)
    return inline(block.text)


def _fenced(text: str) -> str:
    if not text.strip():
        return ""
    fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    return "\n".join((fence, *text.splitlines(), fence))


def _image(image: Image) -> str:
    """The picture, its caption in italics on the line below."""
    url = _ENTITY.sub(r"\&", quote(image.url, safe=_SAFE_IN_URL, errors="replace"))
    caption = inline(image.caption)
    return f"![{inline(image.alt)}]({url})" + (f"\n*{caption}*" if caption else "")


def _list(blocks: Sequence[Block]) -> str:
    """Items below each other, and in them the paragraphs that go on with them."""
    lines: list[str] = []
    open_items: list[_Item] = []
    for block in blocks:
        text = inline(block.text)
        if not text:
            continue
        if block.kind is BlockKind.PARAGRAPH:
            del open_items[block.level :]
            lines += ["", _indent(open_items) + text, ""]
            continue
        depth = min(max(block.level, 1), len(open_items) + 1)
        before = open_items[depth - 1] if depth <= len(open_items) else None
        del open_items[depth - 1 :]
        item = _item(block, before if before and before.kind is block.kind else None)
        if before is None and open_items and item.number > 1:  # else it would go on with the words above
            lines.append("")
        lines.append(_indent(open_items) + item.marker + text)
        open_items.append(item)
    return "\n".join(lines).strip("\n")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item that the next line may belong to."""

    kind: BlockKind
    number: int
    mark: str = "."

    @property
    def marker(self) -> str:
        return f"{self.number}{self.mark} " if self.kind is BlockKind.NUMBERED_ITEM else "- "


def _item(block: Block, before: _Item | None) -> _Item:
    """The item behind `before`: Markdown counts on by itself, unless another mark behind the number begins anew."""
    if before is None or block.number in (0, before.number + 1):
        return _Item(
            block.kind, before.number + 1 if before else block.number or 1, before.mark if before else "."
        )
    return _Item(block.kind, block.number, ")" if before.mark == "." else ".")


def _indent(items: Sequence[_Item]) -> str:
    """How far what belongs to the last of these open items is set in."""
    return " " * sum(len(item.marker) for item in items)


def _tables(blocks: Sequence[Block]) -> Iterator[str]:
    """Each header begins a table of its own; one without a header has an empty one, which the form asks for."""
    table: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE_HEADER and table and table[-1].kind is BlockKind.TABLE_ROW:
            yield _table(table)
            table = []
        table.append(block)
    yield _table(table)


def _table(rows: Sequence[Block]) -> str:
    cells = [[inline(cell) for cell in row.cells or (row.text,)] for row in rows]
    width = max(map(len, cells))
    if rows[0].kind is not BlockKind.TABLE_HEADER:
        cells.insert(0, [])
    lines = [_row(row + [""] * (width - len(row))) for row in cells]
    lines.insert(1, _row(["---"] * width))
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
