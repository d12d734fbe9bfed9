"""The pictures of a story: which images stand in its container, and behind which of its runs.

The walk of the outline takes note of images and of furniture where it passes them. A box that is furniture for its
legend (a figure) holds a picture all the same; one that leads to other stories does not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TypeAlias

from pipeline.parse.body.layout.image_sources import image_of
from pipeline.parse.body.layout.junk import verdict_on
from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.html_tree import Element, holds, names_of, outward
from pipeline.records import Block, BlockKind

Picture: TypeAlias = tuple[Run | None, Block]
"""An image block, and the run that it stands behind: None before all."""

_MOST = 200
"""Images that are looked at in one story."""
_PICTURE_BOX = re.compile(
    r"caption|figure|image|img|photo|foto|media|pic|gallery|slide|embed|thumb", re.IGNORECASE
)
"""In the name of a box: it is left out for its legend, and its picture is one of the story."""
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.IGNORECASE)


def pictures(page: Outline, container: int, runs: Sequence[Run], base: str) -> tuple[Picture, ...]:
    """The images in the node `container` of `page` among `runs`, the text of the story.

    `base` is where the page's relative links begin. An image that is there twice counts once.
    """
    if not runs or not page.asides:
        return ()
    end = max(run.number for run in runs)
    found: dict[str, Picture] = {}
    for element, behind in islice(_images(page, container, end), _MOST):
        image = image_of(element, base)
        if image is not None and image.url not in found:
            run = next((run for run in reversed(runs) if run.number < behind), None)
            found[image.url] = run, Block(BlockKind.IMAGE, "", image=image)
    return tuple(found.values())


def _images(page: Outline, container: int, end: int) -> Iterator[tuple[Element, int]]:
    """The images of the story in order, each with the number of runs in front of it."""
    nodes = page.below(container)
    for box, node, behind in page.asides:
        if node in nodes and behind <= end + 1:
            for image in box.iter("img"):
                if _is_of_story(image, box, page.elements[node]):
                    yield image, behind


def _is_of_story(image: Element, box: Element, around: Element) -> bool:
    """Whether nothing between `image` and the block `around` it calls it furniture or leads elsewhere."""
    leads_away, inside = False, True
    for at in takewhile(lambda one: one is not around, outward(image)):
        if at.tag == "a":
            leads_away = not _PICTURE_FILE.search((at.get("href") or "")[-200:])
        elif at.tag == "figure":
            leads_away = leads_away and not holds(at, "figcaption")
        elif (
            inside and at is not image and at.tag != "noscript" and verdict_on(at) and not _names_picture(at)
        ):
            return False
        inside = inside and at is not box
    return not leads_away


def _names_picture(box: Element) -> bool:
    return _PICTURE_BOX.search(names_of(box)) is not None
