"""Whether the page says that its text is not for everybody, and how much of the paid part it shows all the same."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.json_nodes import Node
from pipeline.parse.metadata.stated.clues import Clues

_MOST_PARTS = 20
_CLASS_OR_ID = re.compile(r"\s*[a-zA-Z][a-zA-Z0-9]{0,20}?([.#])([\w-]{1,80})\s*|\s*([.#])([\w-]{1,80})\s*")
_NAMED_LIKE = etree.XPath("//@class[contains(., $name)]/..")
_WITH_ID = etree.XPath("//*[@id = $name]")
_TIERS = ("locked", "metered")


class Access(NamedTuple):
    """What a page says of who may read its story."""

    paid: bool = False
    """True where it is not for everybody; all of the text may be there."""
    shown: int | None = None
    """Characters in the parts that are paid for; None where the page does not tell which these are."""


def access(clues: Clues) -> Access:
    """What JSON-LD, microdata and meta tags tell."""
    free = next((value for node in clues.structured.stories if (value := _free(node)) is not None), None)
    parts = [part for node in clues.structured.stories for part in _parts(node) if _free(part) is False]
    told = "isaccessibleforfree" in clues.meta and clues.content("isaccessibleforfree").lower() == "false"
    tier = "article:content_tier" in clues.meta and clues.content("article:content_tier").lower() in _TIERS
    if free is not False and not parts and not told and not tier:
        return Access()
    return Access(paid=True, shown=_shown(clues.root, parts))


def _free(node: Node) -> bool | None:
    told = node.get("isAccessibleForFree")
    return None if told is None else str(told).lower().rsplit("/", 1)[-1] != "false"


def _parts(node: Node) -> Iterator[Node]:
    parts = node.get("hasPart")
    for part in parts[:_MOST_PARTS] if isinstance(parts, list) else [parts]:
        if isinstance(part, dict):
            yield part


def _shown(root: Element, parts: list[Node]) -> int | None:
    found = [
        element for part in parts[:_MOST_PARTS] for element in _selected(root, str(part.get("cssSelector")))
    ]
    return max(len(text_of(element)) for element in found[:_MOST_PARTS]) if found else None


def _selected(root: Element, selectors: str) -> Iterator[Element]:
    """What a list of classes and ids, as pages name their parts, stands for; other selectors stand for nothing."""
    for selector in selectors[:500].split(","):
        if name := _CLASS_OR_ID.fullmatch(selector):
            told = name[2] or name[4]
            yield from _with_class(root, told) if "." in (name[1], name[3]) else _WITH_ID(root, name=told)


def _with_class(root: Element, name: str) -> Iterator[Element]:
    """Asked roughly first, and of classes, not of elements: to compare whole words in XPath takes thrice as long."""
    return (one for one in _NAMED_LIKE(root, name=name) if name in one.get("class", "").split())
