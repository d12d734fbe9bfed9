"""Where the long texts of a page stand: the evidence for what is a story and what is not."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.parse.html_tree import Element
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.names.furniture import TAGS, FurnitureMap, furniture_rule

_SHORTEST = 60
"""Characters of a long text."""
_WIDE, _SAYS = "\u3000", 3
"""From here on a character is one of Chinese, Japanese or Korean, and says as much as so many letters."""
_LONG_TEXTS = etree.XPath(f"body/descendant::text()[string-length() > {_SHORTEST // _SAYS}]")
_LEAST_MISJUDGED = 500
"""Characters: on a page with less prose than this, the footer may well hold most of it."""
_MISTAKES = 3
"""Misnamed containers that are looked for: one inside the other, on a page built by several tools."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One long text node: its length in letters, the element around it, and the one that it opens or follows."""

    length: int
    holder: Element
    beside: Element


def passages(root: Element) -> list[Passage]:
    """The long text nodes of the page, in order, code left out."""
    found: list[Passage] = []
    for text in _LONG_TEXTS(root):
        length = _length(" ".join(text.split()))
        beside = text.getparent()
        holder = beside.getparent() if text.is_tail else beside
        if length > _SHORTEST and holder.tag not in TAGS:
            found.append(Passage(length, holder, beside))
    return found


def _length(text: str) -> int:
    """The characters of a text, in letters."""
    return len(text) * _SAYS if text[len(text) // 2 :] > _WIDE else len(text)


def judge_furniture(texts: Sequence[Passage], guilty: Collection[Element]) -> FurnitureMap:
    """The page's boilerplate; what holds more than half of the page's prose is none, whatever it is called.

    `guilty` are the boxes that a label above them gives away. What is named after paging holds no prose at all.
    """
    innocent: set[Element] = set()
    total = sum(text.length for text in texts)
    for _ in range(_MISTAKES):
        furniture = FurnitureMap(guilty, innocent)
        held: dict[Element, int] = {}
        for text in texts:
            around = furniture.around(text.holder)
            if around is not None:
                held[around] = held.get(around, 0) + text.length
        misjudged = {
            element
            for element, length in held.items()
            if length * 2 > total and (length > _LEAST_MISJUDGED or "pagin" in furniture_rule(element))
        }
        if not misjudged:
            return furniture
        innocent |= misjudged
    return FurnitureMap(guilty, innocent)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much prose stands in each story, and how much of the page's main part in none, before and after the first."""

    stories: tuple[int, ...]
    before: int
    after: int

    @property
    def outside(self) -> int:
        """What stands in no story."""
        return self.before + self.after


def cover(runs: Sequence[Run], texts: Iterable[Passage], furniture: FurnitureMap) -> Coverage:
    """Which of `runs` holds which of `texts`; a long headline is no prose."""
    headlines = {run.title.element for run in runs}
    owners: dict[Element, int | None] = {
        element: place for place, run in enumerate(runs) for element in run.elements
    }
    tails = {element: place for place, run in enumerate(runs) if run.tails for element in run.elements}
    stories, before, after, met = [0] * len(runs), 0, 0, False
    for text in texts:
        owner = tails.get(text.beside)
        owner = _owner(text.holder, owners) if owner is None else owner
        if owner is not None:
            told = headlines.isdisjoint((text.holder, text.holder.getparent()))
            stories[owner] += text.length if told else 0
            met = True
        elif furniture.holds(text.holder):
            continue
        elif met:
            after += text.length
        else:
            before += text.length
    return Coverage(tuple(stories), before, after)


def _owner(element: Element, owners: dict[Element, int | None]) -> int | None:
    """The story that holds `element`; the answer is kept for every ancestor that was asked."""
    path: list[Element] = []
    at: Element | None = element
    while at is not None and at not in owners:
        path.append(at)
        at = at.getparent()
    owner = None if at is None else owners[at]
    owners.update(dict.fromkeys(path, owner))
    return owner
