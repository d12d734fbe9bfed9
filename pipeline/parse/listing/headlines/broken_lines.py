"""Links parted by line breaks: each line gets a box of its own, so that it can be read like an item of a list.

21.10.2024 <a>…</a><br> 20.10.2024 <a>…</a>  ─▶  <div>21.10.2024 <a>…</a></div><div>20.10.2024 <a>…</a></div>
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.listing.headlines.titles import FEWEST_TITLE_WORDS, href_of

_SEVERAL = 3
_MOST_BEHIND = 80
"""Characters behind a link in its line: a date, a source."""


def with_lines_in_boxes(root: Element, url: str) -> Element | None:
    """A copy of the page in which such lines have boxes; None where it has none. `root` stays as it was."""
    parents = [parent for parent in _broken(root) if _is_list(_lines_of(parent), url)]
    if not parents:
        return None
    copy = deepcopy(root)
    wanted = set(parents)
    for parent in [twin for old, twin in zip(root.iter(), copy.iter(), strict=True) if old in wanted]:
        _box_lines(parent)
    return copy


def _broken(root: Element) -> Iterator[Element]:
    """The elements that hold at least two breaks."""
    breaks = Counter(line_break.getparent() for line_break in root.iter("br"))
    return (parent for parent, number in breaks.items() if parent is not None and number + 1 >= _SEVERAL)


def _lines_of(parent: Element) -> list[tuple[Element | None, list[Element]]]:
    """Each line: the break in front of it, None for the first, and its elements."""
    lines: list[tuple[Element | None, list[Element]]] = [(None, [])]
    for child in parent:
        if child.tag == "br":
            lines.append((child, []))
        else:
            lines[-1][1].append(child)
    return lines


def _is_list(lines: Sequence[tuple[Element | None, list[Element]]], url: str) -> bool:
    """Whether at least three lines, and half of those that hold elements, are links to other pages."""
    held = [elements for _, elements in lines if elements]
    links = {href for elements in held if (href := _link_of(elements, url))}
    return len(links) >= _SEVERAL and len(links) * 2 >= len(held)


def _link_of(elements: Sequence[Element], url: str) -> str | None:
    """Where a line leads that is nothing but a headline, with a date beside it."""
    anchor = next((a for element in elements for a in element.iter("a")), None)
    if anchor is None or word_count(text_of(anchor)) < FEWEST_TITLE_WORDS:
        return None
    beside = sum(len(text_of(element)) + len((element.tail or "").strip()) for element in elements)
    return href_of(anchor, url) if beside - len(text_of(anchor)) <= _MOST_BEHIND else None


def _box_lines(parent: Element) -> None:
    opening = parent.text
    lines = _lines_of(parent)
    parent.text = None
    for line_break, elements in lines:
        box = etree.Element("div")
        box.text = opening if line_break is None else line_break.tail
        if line_break is not None:
            line_break.tail = None
            parent.replace(line_break, box)
        else:
            parent.insert(0, box)
        box.extend(elements)
