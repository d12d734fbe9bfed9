"""What one <img> shows: whether it is a picture of a story, its largest address, its caption."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.parse.addresses import absolute
from pipeline.parse.html_tree import Element, holds, one_line, tags, text_of
from pipeline.records import Image

PICTURE, THUMBNAIL = 100, 50
"""Pixels: what says that it is narrower or lower is an icon, a portrait of an author, a tracking pixel. Beside the
teaser of a story stands a smaller picture than in its text."""
_LONGEST_ADDRESS = 2_000
_LONGEST_LIST = 20_000
_LONGEST_CAPTION = 600
_NEAR = 4
"""Levels around an image among which its caption stands."""

_LISTS = ("srcset", "data-srcset", "data-lazy-srcset")
_LAZY = (
    "data-src", "data-lazy-src", "data-original", "data-full-src", "data-orig-file", "data-img-url", "src",
)  # fmt: skip
"""Where pages keep the address that the browser gets later, in front of `src`, which may be a stand-in."""

_NO_PICTURE = tags(
    "avatar gravatar icon icons favicon logo emoji smiley smilies spacer pixel blank badge tracking tracker beacon "
    "placeholder 1x1 loader spinner doubleclick advert svg"
)
"""Words of an address or a class: furniture, or something that is not there to be seen."""
_WORD = re.compile(r"1x1|[a-z]+")

_BACKGROUND = re.compile(r"background(?:-image)?\s{0,3}:[^;]{0,60}?url\(\s{0,3}[\"']?([^\"'()\s]{1,2000})")
_LONGEST_STYLE = 3_000

_SPLIT = re.compile(r"(?<=\d[wx]),\s*|,\s+")
_SIZE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)[wx]\Z")
_LEGEND = re.compile(r"caption|legend", re.IGNORECASE)


def image_of(element: Element, base: str, least: int = PICTURE) -> Image | None:
    """What `element` shows on a page whose links begin at `base`; None where it is no picture of a story.

    `least` is the width and height, in pixels, that it has at least where it tells them.
    """
    if _is_small(element, least) or _is_none(element.get("class", "")[:_LONGEST_ADDRESS]):
        return None
    url = _absolute(_source(element), base)
    if url is None or _is_none(url):
        return None
    return Image(url, one_line(element.get("alt", "")[:_LONGEST_CAPTION]), _caption(element))


def _is_none(name: str) -> bool:
    return not _NO_PICTURE.isdisjoint(_WORD.findall(name.lower()))


def image_behind(element: Element, base: str) -> Image | None:
    """What the style sheet shows behind a box, on a page whose links begin at `base`."""
    style = element.get("style")
    shown = _BACKGROUND.search(style[:_LONGEST_STYLE]) if style else None
    url = _absolute(_later(element) or shown[1], base) if shown and _is_address(shown[1]) else None
    return None if url is None or _is_none(url) else Image(url)


def _is_small(element: Element, least: int) -> bool:
    return any(_pixels(element.get(side), least) < least for side in ("width", "height"))


def _pixels(told: str | None, least: int) -> float:
    told = (told or "").strip().removesuffix("px")
    return float(told) if told.isascii() and told.isdigit() and len(told) < 6 else least


def _source(element: Element) -> str:
    """The largest of the sizes that are on offer; where there are none, what stands for the picture."""
    found = [*_sizes(element)]
    if not found and (around := next(element.iterancestors("picture"), None)) is not None:
        found = [size for source in around.iter("source") for size in _sizes(source)]
    if found:
        return max(found, key=lambda size: size[0])[1]
    return _later(element)


def _later(element: Element) -> str:
    """The address that the browser gets later, or else the one of now."""
    return next((told for name in _LAZY if _is_address(told := element.get(name, "").strip())), "")


def _sizes(element: Element) -> Iterator[tuple[float, str]]:
    """Width or density, and address."""
    for name in _LISTS:
        for entry in _SPLIT.split(element.get(name, "")[:_LONGEST_LIST]):
            address, _, told = entry.strip().partition(" ")
            if _is_address(address):
                size = _SIZE.match(told.strip())
                yield (float(size[1]) if size else 1.0), address


def _is_address(told: str) -> bool:
    return bool(told) and len(told) <= _LONGEST_ADDRESS and not told.startswith(("data:", "about:", "{", "#"))


def _absolute(source: str, base: str) -> str | None:
    url = absolute(source, base)
    return url and url.replace(" ", "%20")


def _caption(element: Element) -> str:
    """The text of the <figcaption> of its figure, or of what is called a caption beside it."""
    for around in islice(element.iterancestors(), _NEAR):
        legends = around.iter("figcaption") if around.tag == "figure" else _legends(around)
        if (legend := next(legends, None)) is not None:
            return text_of(legend)[:_LONGEST_CAPTION]
        if around.tag == "figure":
            break
    return ""


def _legends(around: Element) -> Iterator[Element]:
    for child in islice(around, _NEAR):
        if _LEGEND.search(child.get("class") or "") and not holds(child, "img"):
            yield child
