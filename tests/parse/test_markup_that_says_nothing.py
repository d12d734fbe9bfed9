"""parse_page over every saved page, its markup changed in a way that readers do not see: the answer is the same."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from pipeline.parse import parse_page
from pipeline.parse.decode import decode
from pipeline.parse.html_tree import Element, text_of
from pipeline.records import ParsedPage
from tests import FIXTURES

URL = "https://steppe-herald.example/2026/03/page.html"
PAGES = sorted(FIXTURES.rglob("*.html"))
LABEL = 40
PREFORMATTED = ("pre", "textarea", "script", "style")


def without_line_ends(root: Element) -> None:
    """As a minifier writes it: white space with a line end between two tags is gone."""
    for element in root.iter():
        if element.tag not in PREFORMATTED and (element.text or "").isspace():
            element.text = None
        if (element.tail or "").isspace() and "\n" in (element.tail or ""):
            element.tail = None


def words_in_spans(root: Element) -> None:
    """As an editor with styles of its own writes it: all of a paragraph stands in one <span>."""
    for paragraph in root.iter("p"):
        span = etree.Element("span")
        span.text, paragraph.text = paragraph.text, None
        span.extend(list(paragraph))
        paragraph.append(span)


def paragraphs_in_boxes(root: Element) -> None:
    """As a builder of pages writes it: each paragraph in two boxes. A short one may be a label of its neighbour."""
    for paragraph in [one for one in root.iter("p") if len(text_of(one)) > LABEL]:
        outer = etree.Element("div")
        inner = etree.SubElement(outer, "div")
        outer.tail, paragraph.tail = paragraph.tail, None
        paragraph.addprevious(outer)
        inner.append(paragraph)


@cache
def as_saved(page: Path) -> ParsedPage:
    return told_by(page.read_bytes())


def told_by(body: bytes) -> ParsedPage:
    """The page, without the places of its elements and the lines that rules found."""
    page = parse_page(body, URL)
    articles = tuple(replace(article, origins={}) for article in page.articles)
    return replace(page, articles=articles, boilerplate=(), problems=())


@pytest.mark.parametrize("change", [without_line_ends, words_in_spans, paragraphs_in_boxes])
def test_markup_that_says_nothing_changes_nothing(change: Callable[[Element], None]) -> None:
    changed = []
    for page in PAGES:
        text = decode(page.read_bytes(), None).text
        root = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
        change(root)
        if told_by(etree.tostring(root, encoding="utf-8", method="html")) != as_saved(page):
            changed.append(page.name)
    assert changed == []
