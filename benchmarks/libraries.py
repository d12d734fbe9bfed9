"""The libraries that are compared, each called as its own documentation recommends for a page already at hand.

A new one is a function here and a line in LIBRARIES. Each imports what it measures when it is made, not before, so that
a process that measures one library holds no other.
"""

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from typing import Any, TypeAlias

Fields: TypeAlias = Mapping[str, Any]
"""title, authors, published (ISO 8601) and body, as far as the library gives them."""
Extract: TypeAlias = Callable[[bytes, str, str], Fields]
"""Body, the same decoded, URL → fields. Only ours reads the bytes: the others are spared the decoding."""


@dataclass(frozen=True, slots=True)
class Library:
    """One line of the comparison: what it is called, which distribution it is, how it is made ready."""

    name: str
    distribution: str
    make: Callable[[], Extract]

    @property
    def version(self) -> str:
        """The version installed here. Raises importlib.metadata.PackageNotFoundError where there is none."""
        return version(self.distribution)


def pipeline() -> Extract:
    """Ours: parse_page on the bytes, the decoding included."""
    evaluate = import_module("evaluate")

    def extract(body: bytes, _: str, url: str) -> Fields:
        article = evaluate.main_article(evaluate.parse_page(body, url))
        fields: Fields = evaluate.prediction({"id": url}, article, 0)
        return fields

    return extract


def trafilatura(*, fast: bool = False) -> Extract:
    """bare_extraction with metadata and without comments, which are no part of an article."""
    library = import_module("trafilatura")

    def extract(_: bytes, text: str, url: str) -> Fields:
        found = library.bare_extraction(text, url=url, fast=fast, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        authors = found.author.split("; ") if found.author else []
        return {"title": found.title, "authors": authors, "published": found.date, "body": found.text}

    return extract


def newspaper() -> Extract:
    """Article with the page given, then parse; without fetching the page's images."""
    with warnings.catch_warnings(action="ignore"):  # it misses nltk, which only its summaries need
        library = import_module("newspaper")

    def extract(_: bytes, text: str, url: str) -> Fields:
        article = library.Article(url, fetch_images=False)
        article.download(input_html=text)
        article.parse()
        date = article.publish_date
        return {
            "title": article.title,
            "authors": list(article.authors),
            "published": date.isoformat() if date else None,
            "body": article.text,
        }

    return extract


def readability() -> Extract:
    """Document's title and summary; the summary is HTML, read as text with a line a block."""
    library, html = import_module("readability"), import_module("lxml.html")
    blocks = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "td", "blockquote", "pre")

    def extract(_: bytes, text: str, url: str) -> Fields:
        document = library.Document(text, url=url)
        tree = html.fromstring(document.summary(html_partial=True))
        for element in tree.iter(*blocks):
            element.tail = "\n" + (element.tail or "")
        return {"title": document.title(), "body": tree.text_content()}

    return extract


def resiliparse() -> Extract:
    """extract_plain_text of the main content, and the title of the same tree."""
    extract_plain_text = import_module("resiliparse.extract.html2text").extract_plain_text
    parse = import_module("resiliparse.parse.html").HTMLTree.parse

    def extract(_: bytes, text: str, __: str) -> Fields:
        tree = parse(text)
        return {"title": tree.title, "body": extract_plain_text(tree, main_content=True)}

    return extract


LIBRARIES = (
    Library("pipeline", "pipeline", pipeline),  # the first is the one that the others are divided by
    Library("trafilatura", "trafilatura", trafilatura),
    Library("trafilatura fast", "trafilatura", lambda: trafilatura(fast=True)),
    Library("newspaper4k", "newspaper4k", newspaper),
    Library("readability-lxml", "readability-lxml", readability),
    Library("resiliparse", "resiliparse", resiliparse),
)
