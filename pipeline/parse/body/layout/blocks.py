"""Runs of text → the blocks of a body."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from pipeline.parse.body.layout.bold_lines import as_subheads
from pipeline.parse.body.layout.images import Picture
from pipeline.parse.body.layout.numbering import jumps
from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.body.layout.tables import row
from pipeline.parse.html_tree import HEADINGS, Element
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
_ITEMS = frozenset((BlockKind.ITEM, BlockKind.NUMBERED_ITEM))


class _Place(NamedTuple):
    """What the elements around a run say of it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    """How many lists it stands in."""
    numbered: bool = False
    """Whether the innermost of them has numbers."""
    teller: int = -1
    """The node that told the kind."""


def blocks_from(
    page: Outline, runs: Sequence[Run], *, bold: Collection[Element] = (), pictures: Sequence[Picture] = ()
) -> tuple[Block, ...]:
    """The runs as blocks in the same order; the cells of a table row become one block.

    `bold` are the elements whose whole text is set bold, `pictures` what stands between the runs.
    """
    places = _places(page, runs)
    boxes = _boxes(page, runs, places)
    tellers = {place.teller for place in places.values() if place.kind is BlockKind.NUMBERED_ITEM}
    numbers = jumps(page.elements[node] for node in tellers)
    blocks: list[Block] = []
    lines: list[int] = []  # which blocks are set bold
    behind: dict[int, int] = {}  # how many blocks there are behind each run
    opened: set[int] = set()
    for place, group in groupby(runs, key=lambda run: places[run.node]):
        members = list(group)
        cells = row(page, place.teller, members) if place.kind is BlockKind.TABLE_ROW else None
        if cells:
            blocks.append(cells)
        for run in () if cells else members:
            if bold and page.elements[run.node] in bold:
                lines.append(len(blocks))
            block = _block(run, place, plain=place.teller in boxes, goes_on=place.teller in opened)
            if numbers and block.kind is BlockKind.NUMBERED_ITEM:
                block = replace(block, number=numbers.get(page.elements[place.teller], 0))
            blocks.append(block)
            opened.add(place.teller)
            behind[run.number] = len(blocks)
        behind.update((run.number, len(blocks)) for run in members if cells)
    blocks = as_subheads(blocks, lines)
    for above, picture in reversed(pictures):
        blocks.insert(0 if above is None else behind[above.number], picture)
    return tuple(blocks)


def _places(page: Outline, runs: Sequence[Run]) -> dict[int, _Place]:
    """What the nodes around each run say of it, for each node that holds one."""
    places = {0: _Place()}
    for run in runs:
        node, path = run.node, []
        while node not in places:
            path.append(node)
            node = page.parents[node]
        for inner in reversed(path):
            places[inner] = _inside(places[node], page.elements[inner].tag, inner)
            node = inner
    return places


def _inside(place: _Place, tag: object, node: int) -> _Place:
    """The place of what stands in an element with that tag, itself at `place`."""
    if tag in _LISTS:
        return place._replace(depth=place.depth + 1, numbered=tag == "ol")
    kind = _TELLING.get(tag)
    if kind is None:
        return place
    if kind is BlockKind.ITEM and place.numbered:
        kind = BlockKind.NUMBERED_ITEM
    return place._replace(kind=kind, teller=node)


def _boxes(page: Outline, runs: Sequence[Run], places: Mapping[int, _Place]) -> set[int]:
    """List items that only lay out the page: those with headings in them, and a single one with several paragraphs."""
    held = [(places[run.node].teller, run) for run in runs if places[run.node].kind in _ITEMS]
    boxes = {item for item, run in held if run.tag in HEADINGS}
    sizes = Counter(item for item, _ in held)
    brothers = Counter(page.parents[item] for item in sizes)
    return boxes | {item for item, size in sizes.items() if size > 1 and brothers[page.parents[item]] == 1}


def _block(run: Run, place: _Place, *, plain: bool, goes_on: bool) -> Block:
    """`plain` where the item around the run is none, `goes_on` where the item has begun before it."""
    if run.tag in HEADINGS:
        return Block(BlockKind.SUBHEAD, run.text, int(run.tag[1]))
    if place.kind in _ITEMS and not plain:
        return Block(BlockKind.PARAGRAPH if goes_on else place.kind, run.text, max(place.depth, 1))
    text_only = plain or place.kind is BlockKind.TABLE_ROW
    return Block(BlockKind.PARAGRAPH if text_only else place.kind, run.text)
