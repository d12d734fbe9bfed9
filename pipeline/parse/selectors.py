"""A source's CSS selectors: what they are, and how one is put to a tree."""

from dataclasses import dataclass
from functools import cache

from cssselect import HTMLTranslator
from lxml import etree

from pipeline.parse.html_tree import Element


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of a source, tried in order before any other rule."""

    title: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def select(root: Element, selector: str) -> list[Element]:
    """The elements below `root` that a CSS selector matches, in document order.

    Raises `cssselect.SelectorError` for what is no selector; config.toml lets none through.
    """
    found = _compiled(selector)(root)
    return [one for one in found if isinstance(one, Element)] if isinstance(found, list) else []


@cache
def _compiled(selector: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(selector))
