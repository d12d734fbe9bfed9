"""Headlines that no tag and no name tells: links that open blocks of one make, each with a story behind it."""

from collections.abc import Sequence
from itertools import islice
from statistics import median

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.listing.headlines.link_parts import is_way
from pipeline.parse.listing.headlines.titles import Title, headline_in, href_of, is_bare, is_day
from pipeline.parse.listing.names.furniture import FurnitureMap

_FEWEST = 3
"""Blocks of one make: two may be a link to the story before and one to the next."""
_USUAL_WORDS, _FEWEST_WORDS = 4, 2
"""Words of the headlines of one make, and of one among them."""
_LONGEST = 250
_MOST_BEFORE = 3
"""Elements in front of a headline."""
_LONGEST_LEAD_IN, _MOST_LABEL_WORDS = 40, 3
"""Characters of a date, and words of a label, in front of a headline."""
_PARTING = ("—", "–", "- ", ":", "|", "·", "(")
"""What stands between a headline and the text behind it in the same line."""
INLINE = frozenset({"a", "b", "strong", "span", "font", "em", "i", "big"})
_BLOCKS = frozenset({"div", "p", "td", "dt", "section", "figcaption"})


def linked_blocks(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """The links that open their block, where at least three blocks of one make lead to as many pages.

    Of blocks that follow each other and lead to the same page, a headline and its teaser say, the first one's.
    """
    opened: dict[Element, Title] = {}
    for anchor in root.iter("a"):
        block = _opened_by(anchor)
        if block is None or (block in opened and not _is_label(opened[block])) or furniture.holds(anchor):
            continue
        title = _headline(anchor, url)
        if title and (block not in opened or not _is_label(title)):
            opened[block] = title  # in place of the name of who wrote it, say
    makes: dict[tuple[str, ...], list[Title]] = {}
    for block, title in opened.items():
        makes.setdefault(_make(block), []).append(title)
    kept = {title.element: title for titles in makes.values() if _are_headlines(titles) for title in titles}
    found = [kept[anchor] for anchor in root.iter("a") if anchor in kept] if kept else []
    before = (None, *(title.href for title in found))
    return [title for title, href in zip(found, before, strict=False) if title.href != href]


def _is_label(title: Title) -> bool:
    return word_count(title.text) < _USUAL_WORDS


def _are_headlines(titles: Sequence[Title]) -> bool:
    """Whether enough links lead to as many pages, and say as much as headlines do."""
    if len({title.href for title in titles}) < _FEWEST:
        return False
    return median(word_count(title.text) for title in titles) >= _USUAL_WORDS


def _headline(anchor: Element, url: str) -> Title | None:
    """A link that may be a headline."""
    text, kicker = headline_in(anchor)
    if len(text) > _LONGEST or word_count(text) < _FEWEST_WORDS or is_day(text):
        return None
    href = href_of(anchor, url)
    return Title(anchor, text, href, kicker) if href and not is_way(text) else None


def _opened_by(anchor: Element) -> Element | None:
    """The nearest element around a link that is no part of a line, which it opens but for a date or a label."""
    at = anchor
    while at.tag in INLINE:
        around = at.getparent()
        if around is None or not _opens(at, around):
            return None
        if around.tag in INLINE and (at.getnext() is not None or (at.tail or "").strip()):
            return None
        at = around
    behind = (anchor.tail or "").strip()
    return at if at.tag in _BLOCKS and (not behind or behind.startswith(_PARTING) or is_day(behind)) else None


def _opens(element: Element, around: Element) -> bool:
    """Whether nothing but a bullet, a date and a label stands before `element` in the element right `around` it."""
    opening = (around.text or "").strip()
    if any(map(str.isalnum, opening)) and not is_day(opening):
        return False
    before = list(islice(element.itersiblings(preceding=True), _MOST_BEFORE + 1))
    return len(before) <= _MOST_BEFORE and all(
        _is_lead_in(one) and not (one.tail or "").strip() for one in before
    )


def _is_lead_in(element: Element) -> bool:
    """Whether an element is a date or a label, or holds nothing but a few of these side by side."""
    parts = element if 1 < len(element) <= _MOST_BEFORE and is_bare(element) else (element,)
    texts = [text_of(part) for part in parts]
    return all(
        len(text) <= _LONGEST_LEAD_IN
        and not text.endswith(":")
        and (word_count(text) <= _MOST_LABEL_WORDS or is_date_line(text, None))
        for text in texts
    )


def _make(block: Element) -> tuple[str, ...]:
    """Tags and classes of a block and of the box around it."""
    around = block.getparent()
    boxes = (block,) if around is None else (block, around)
    return tuple(f"{box.tag!s} {box.get('class', '')}" for box in boxes)
