"""Where the pictures of a story stand among its text.

Images are taken note of before what holds no text is taken out of the tree; once the text is known, those that
stand in its container and not behind its end become image blocks.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.parse.body.image_sources import image_of
from pipeline.parse.body.junk import verdict_on
from pipeline.parse.body.outline import Outline, Run
from pipeline.parse.html_tree import Element, one_line, tags
from pipeline.records import Block, BlockKind, Image

Picture: TypeAlias = tuple[Run | None, Block]
"""An image block, and the run that it stands behind: None before all."""

_MOST = 200
"""Images that are looked at on one page."""
_FARTHEST = 20
"""Siblings that are looked at in front of an image, level by level."""
_GOES = tags("svg img picture source video audio iframe style link meta input select br")
"""What may be gone from the tree when the place of an image is looked up."""
_PICTURE_BOX = re.compile(
    r"caption|figure|image|img|photo|foto|media|pic|gallery|slide|embed|thumb", re.IGNORECASE
)
"""In the name of a box: it is left out for its legend, and its picture is one of the story."""
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """An image and what stood in front of it in the tree."""

    image: Image
    around: Element
    before: Element | None
    """The nearest element in front of it, where no text is nearer."""
    text: str
    """The text right in front of it."""


def picture_spots(root: Element, base: str) -> tuple[Spot, ...]:
    """The images below `root` that may be pictures of a story, in document order, addresses made absolute."""
    spots: list[Spot] = []
    for element in root.iter("img"):
        if len(spots) >= _MOST:
            break
        image = image_of(element, base)
        spot = _spot(element, image) if image else None
        if spot:
            spots.append(spot)
    return tuple(spots)


def _spot(element: Element, image: Image) -> Spot | None:
    outermost, around = element, element.getparent()
    while around is not None and around.tag in ("picture", "source"):  # libxml2 closes no <source>
        outermost, around = around, around.getparent()
    if around is None:
        return None
    before: Element | None = outermost
    for _ in range(_FARTHEST):
        before = before.getprevious() if before is not None else None
        text = around.text if before is None else before.tail
        if text and not text.isspace():
            return Spot(image, around, None, one_line(text))
        if before is None or before.tag not in _GOES:
            break
    return Spot(image, around, before, "")


def pictures(
    page: Outline, container: int, runs: Sequence[Run], spots: Sequence[Spot]
) -> tuple[Picture, ...]:
    """Those of `spots` that stand in the node `container` of `page` among `runs`, the text of the story."""
    if not spots or not runs:
        return ()
    places = _Places(page, container)
    kept = [(places.numbers[id(run)], run) for run in runs]
    end = max(number for number, _ in kept)
    found: dict[str, Picture] = {}
    for spot in spots:
        home = places.home(spot.around)
        if home is None or spot.image.url in found:
            continue
        number = places.run_before(spot, home)
        if number <= end:
            run = next((run for at, run in reversed(kept) if at <= number), None)
            found[spot.image.url] = run, Block(BlockKind.IMAGE, "", image=spot.image)
    return tuple(found.values())


class _Places:
    """Looks up where things stand in an outline."""

    def __init__(self, page: Outline, container: int) -> None:
        self._page = page
        self._nodes = {element: node for node, element in enumerate(page.elements)}
        self._container = container
        self._last = page.last_below(container)
        self.numbers = {id(run): number for number, run in enumerate(page.runs)}
        self._own: defaultdict[int, list[int]] = defaultdict(list)
        for number, run in enumerate(page.runs):
            self._own[run.node].append(number)

    def home(self, element: Element) -> int | None:
        """The node in which `element` stands; None outside of the container and in furniture or a way elsewhere."""
        at: Element | None = element
        leads_away = False
        while at is not None and at not in self._nodes:
            name = f"{at.get('class') or ''} {at.get('id') or ''}"
            if at.tag == "a":
                leads_away = not _PICTURE_FILE.search((at.get("href") or "")[-200:])
            elif at.tag == "figure":
                leads_away = leads_away and next(at.iter("figcaption"), None) is None
            elif at.tag != "noscript" and verdict_on(at) and not _PICTURE_BOX.search(name):
                return None
            at = at.getparent()
        if leads_away:
            return None
        if at is None or not self._container <= self._nodes[at] <= self._last:
            return None
        return self._nodes[at]

    def run_before(self, spot: Spot, home: int) -> int:
        """The number of the run behind which the image stands; -1 before all."""
        if spot.text:
            return self._with_text(home, spot.text)
        around, before = spot.around, spot.before
        while True:
            number = self._behind(before) if before is not None else None
            if number is not None:
                return number
            if around in self._nodes and (text := around.text) and not text.isspace():
                return self._with_text(self._nodes[around], one_line(text))
            node, before, parent = self._nodes.get(around), around.getprevious(), around.getparent()
            if node == self._container or parent is None:
                return self._first(self._container) - 1
            around = parent

    def _behind(self, before: Element) -> int | None:
        """The last run of `before` or of what stands in front of it on its level, text between included."""
        at: Element | None = before
        for _ in range(_FARTHEST):
            if at is None:
                break
            parent = at.getparent()
            if at.tail and not at.tail.isspace() and parent is not None and parent in self._nodes:
                return self._with_text(self._nodes[parent], one_line(at.tail))
            node = self._nodes.get(at)
            own = self._below(node) if node is not None else []
            if own:
                return max(own)
            at = at.getprevious()
        return None

    def _with_text(self, node: int, text: str) -> int:
        """The run of `node` that holds `text`."""
        own = self._own.get(node, [])
        holding = (number for number in own if text in self._page.runs[number].text)
        return next(holding, own[0] if own else self._first(node) - 1)

    def _below(self, node: int) -> list[int]:
        return [
            number for at in range(node, self._page.last_below(node) + 1) for number in self._own.get(at, ())
        ]

    def _first(self, node: int) -> int:
        """The first run of `node`."""
        return min(self._below(node), default=0)
