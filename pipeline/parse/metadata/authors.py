"""Who signed the story: every place that says so, and the choice between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.metadata.bylines import people, read_byline
from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.structured import strings, types_of
from pipeline.records import Candidate

_META = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
         "cxenseparse:author", "og:article:author", "article:author_name", "twitter:data1x")  # fmt: skip

_MARKED = etree.XPath("//*[@itemprop='author' or @itemprop='creator' or @rel='author']")
_NAMED = etree.XPath("//*[contains(@class,'uthor') or contains(@class,'yline')]")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Signed:
    """Names from one place; `organisation` where the place says that they are no people."""

    rule: str
    names: tuple[str, ...]
    organisation: bool = False


def authors(
    root: Element, clues: Clues, language: str | None
) -> tuple[tuple[str, ...], tuple[Candidate, ...]]:
    """The names of those who signed, in order, and every place that named some, the winner first."""
    found = [one for one in _stated(root, clues, language) if one.names]
    return (found[0].names if found else ()), tuple(
        Candidate(one.rule, ", ".join(one.names)) for one in found
    )


def _stated(root: Element, clues: Clues, language: str | None) -> Iterator[_Signed]:
    yield _structured(clues, language)
    for key in _META:
        yield _Signed(key, people(clues.meta.get(key, ()), language))
    yield _Signed("itemprop.author", _read(_MARKED(root), language))
    yield _Signed("byline", _read(_NAMED(root), language))


def _read(elements: object, language: str | None) -> tuple[str, ...]:
    if not isinstance(elements, list):
        return ()
    lines = [line for one in elements if 0 < len(line := text_of(one)) <= _LONGEST]
    return read_byline(lines[0], language) if lines else ()


def _structured(clues: Clues, language: str | None) -> _Signed:
    value = clues.structured.first("author", "creator")
    listed = value if isinstance(value, list) else [value]
    nodes = [clues.structured.resolved(one) for one in listed]
    organisation = all("organization" in "".join(types_of(one)) for one in nodes if isinstance(one, Mapping))
    return _Signed("json-ld.author", people(strings(nodes), language), organisation)
