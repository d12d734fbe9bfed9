"""What the tree holds beside its text: meta tags, links, headings, times, JSON-LD. Collected in one pass."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.json_nodes import nodes_in
from pipeline.parse.metadata.stated.structured import (
    Structured,
    clean,
    read_documents,
    read_structured,
    strings,
)

_KEYS = frozenset({"property", "name", "itemprop", "http-equiv"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RELS = frozenset({"canonical", "image_src"})
_MOST_HEADINGS = 30
_MOST_VALUES = 60
"""Values kept of one meta key: tags come one a meta element."""
_MOST_BOXES = 12
"""Levels between an author and the comment that would be theirs."""
_PARSELY = {
    "title": "parsely-title",
    "authors": "parsely-author",
    "author": "parsely-author",
    "pub_date": "parsely-pub-date",
    "section": "parsely-section",
}
_START_OF_DATA, _CONTEXT = 200, '"@context"'


@dataclass(slots=True)
class Clues:
    """The places where a page tells about itself. `meta` and `links` are keyed in lower case."""

    root: Element
    url: str
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    page_title: str = ""
    headings: list[Element] = field(default_factory=list)
    times: list[Element] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    structured: Structured = field(default_factory=Structured)
    html_language: str = ""
    rdfa: Mapping[str, tuple[str, ...]] | None = None
    """What RDFa says, once somebody has asked for it."""
    last_paragraph: tuple[Element, ...] | None = None
    """The last long paragraph, or none, once somebody has asked for it."""

    def content(self, *keys: str) -> str:
        """The first meta tag of `keys` that is not empty."""
        told = (clean(raw) for key in keys for raw in self.meta.get(key, ()))
        return next(filter(None, told), "")

    def contents(self, key: str) -> list[str]:
        """Every meta tag called `key` that is not empty, on one line, entities resolved."""
        return [value for raw in self.meta.get(key, ()) if (value := clean(raw))]


def collect(root: Element, url: str) -> Clues:
    """All clues of the tree below `root`, found at `url`."""
    language = root.get("lang") or root.get(_XML_LANG) or ""
    clues = Clues(root, url, html_language=language)
    for element in root.iter("meta", "link", "title", "h1", "time", "script"):
        _COLLECTORS[element.tag](clues, element)
    for told in clues.meta.get("parsely-page", ())[:1]:
        _parsely(clues, told)
    if not clues.scripts:
        clues.scripts += _unmarked_data(root)
    clues.structured = read_structured(clues.scripts, url)
    return clues


def _meta(clues: Clues, element: Element) -> None:
    content = element.get("content")
    if content:
        for name, key in element.items():
            if name in _KEYS and key:
                told = clues.meta.setdefault(key.strip().lower(), [])
                if len(told) < _MOST_VALUES:
                    told.append(content)
        if element.get("itemprop") == "name":
            _name_of_author(clues, element, content)


def _parsely(clues: Clues, told: str) -> None:
    """Keep what an older form of Parse.ly's tags tells in one tag, as JSON, under the names of the newer ones."""
    node = next(nodes_in(read_documents(told), lambda _: (), 1), {})
    for name, key in _PARSELY.items():
        if values := [value for value in strings(node.get(name)) if value][:_MOST_VALUES]:
            clues.meta.setdefault(key, values)


def _name_of_author(clues: Clues, element: Element, name: str) -> None:
    """Keep the name of an author in microdata that nobody sees: no comment's, nor that of another story's below."""
    around = element.getparent()
    if around is None or (role := around.get("itemprop")) not in ("author", "creator"):
        return
    told = clues.meta.get("itemprop.author", [])
    before = around.getprevious() if told else None
    if told and (before is None or before.get("itemprop") != role or len(told) >= _MOST_VALUES):
        return
    boxes = islice(around.iterancestors(), _MOST_BOXES)
    if not any("omment" in f"{one.get('itemprop')}{one.get('itemtype')}" for one in boxes):
        clues.meta["itemprop.author"] = [*told, name]


def _link(clues: Clues, element: Element) -> None:
    rel = element.get("rel")
    if rel == "author" and (name := element.get("title")):
        clues.meta.setdefault("rel.author", []).append(name)
    for one in _known_rels(rel) if rel else ():
        clues.links.setdefault(one, []).append(element.get("href", "").strip())


@lru_cache(maxsize=256)
def _known_rels(rel: str) -> frozenset[str]:
    return _RELS.intersection(rel.lower().split())


def _title(clues: Clues, element: Element) -> None:
    """The first title that is the page's own, not an icon's."""
    parent = element.getparent()
    if not clues.page_title and (parent is None or parent.tag not in ("svg", "symbol", "g")):
        clues.page_title = text_of(element)


def _heading(clues: Clues, element: Element) -> None:
    if len(clues.headings) < _MOST_HEADINGS:
        clues.headings.append(element)


def _time(clues: Clues, element: Element) -> None:
    clues.times.append(element)


def _script(clues: Clues, element: Element) -> None:
    kind = element.get("type")
    if kind and "ld+json" in kind.lower() and (text := element.text):
        clues.scripts.append(text)


def _unmarked_data(root: Element) -> list[str]:
    """The texts of scripts that are JSON-LD and say so nowhere: `<script>{"@context": …`."""
    texts = (element.text or "" for element in root.iter("script") if not element.items())
    return [
        text
        for text in texts
        if text[:_START_OF_DATA].lstrip().startswith("{") and _CONTEXT in text[:_START_OF_DATA]
    ]


_COLLECTORS: Mapping[object, Callable[[Clues, Element], None]] = {
    "meta": _meta,
    "link": _link,
    "title": _title,
    "h1": _heading,
    "time": _time,
    "script": _script,
}
