"""Headlines that no tag and no name tells: links that fill blocks of one make, each with a story below it."""

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.lines.shapes import is_sentence, word_count
from pipeline.parse.listing.furniture import FurnitureMap
from pipeline.parse.listing.titles import Title, href_of

_FEWEST = 3
"""Blocks of one make: two may be a link to the story before and one to the next."""
_FEWEST_WORDS = 4
_LONGEST = 250
_INLINE = frozenset({"a", "b", "strong", "span", "font", "em", "i", "big"})
_BLOCKS = frozenset({"div", "p", "td", "dt"})


def linked_blocks(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """The links that are all the text of their block, where at least three blocks of one make lead to as many pages."""
    makes: dict[tuple[str, ...], list[Title]] = {}
    for anchor in root.iter("a"):
        if (title := _headline(anchor, url)) and not furniture.holds(anchor):
            makes.setdefault(title[1], []).append(title[0])
    kept = {
        title.element: title
        for titles in makes.values()
        if len({title.href for title in titles}) >= _FEWEST
        for title in titles
    }
    return [kept[anchor] for anchor in root.iter("a") if anchor in kept] if kept else []


def _headline(anchor: Element, url: str) -> tuple[Title, tuple[str, ...]] | None:
    """A link that fills its block and may be a headline, with the make of the block."""
    text = text_of(anchor)
    if len(text) > _LONGEST or word_count(text) < _FEWEST_WORDS or is_sentence(text):
        return None
    href, block = href_of(anchor, url), _block(anchor)
    if not href or block is None:
        return None
    return Title(anchor, text, href), _make(block)


def _block(anchor: Element) -> Element | None:
    """The nearest element around a link that is no part of a line, where it holds nothing else."""
    at = anchor
    while at.tag in _INLINE:
        around = at.getparent()
        if around is None or at.getnext() is not None or at.getprevious() is not None:
            return None  # lxml counts children one by one, so that their number is not asked for
        if (around.text or "").strip() or (at.tail or "").strip():
            return None
        at = around
    return at if at.tag in _BLOCKS else None


def _make(block: Element) -> tuple[str, ...]:
    """Tags and classes of a block and of the box around it."""
    around = block.getparent()
    boxes = (block,) if around is None else (block, around)
    return tuple(f"{box.tag!s} {box.get('class', '')}" for box in boxes)
