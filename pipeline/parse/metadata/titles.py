"""The headline: every place that states one, and the choice between them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from pipeline.parse.html_tree import text_of
from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.structured import Node, strings, types_of
from pipeline.records import Candidate

_LONGEST = 400
_SEPARATOR = re.compile(r"\s+(?:[-–—|·•»«:/]|::|\|\|)\s+|\s?\|\s?|--|[｜]")
_DATE = re.compile(r"\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W*")

_META = (
    "og:title",
    "twitter:title",
    "title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
)


def titles(clues: Clues, link_title: str | None) -> tuple[Candidate, ...]:
    """Every headline that the page states, the likeliest first, without the names of site and section behind it."""
    sites = site_names(clues)
    found = [Candidate(one.rule, without_site(one.value, sites)) for one in _stated(clues, link_title)]
    found = [one for one in found if one.value and fold(one.value) not in sites]
    return tuple(_ranked(found))


def _stated(clues: Clues, link_title: str | None) -> Iterator[Candidate]:
    story = clues.structured
    yield from (Candidate("json-ld.headline", text) for text in strings(story.first("headline"))[:1])
    yield Candidate("og:title", clues.content("og:title"))
    yield from (Candidate("h1", text) for h1 in clues.headings if 0 < len(text := text_of(h1)) <= _LONGEST)
    yield Candidate("title-tag", clues.page_title[:_LONGEST])
    yield from (Candidate(key, clues.content(key)) for key in _META[1:])
    yield from (Candidate("json-ld.name", text) for text in strings(story.first("name"))[:1])
    yield from (
        Candidate("json-ld.alternativeHeadline", text)
        for text in strings(story.first("alternativeHeadline"))[:1]
    )
    if link_title:
        yield Candidate("feed-title", " ".join(link_title.split()))


def _ranked(found: Sequence[Candidate]) -> list[Candidate]:
    return list(found)


def without_site(title: str, sites: frozenset[str]) -> str:
    """`title` without trailing or leading parts that name the site or a date."""
    parts = _parts(title)
    while len(parts) > 2 and _is_furniture(parts[-1], sites):
        del parts[-2:]
    while len(parts) > 2 and _is_furniture(parts[0], sites):
        del parts[:2]
    return "".join(parts).strip()


def _parts(title: str) -> list[str]:
    """Texts and the separators between them, alternating."""
    parts, place = [], 0
    for separator in _SEPARATOR.finditer(title):
        parts += [title[place : separator.start()], separator[0]]
        place = separator.end()
    return [*parts, title[place:]]


def _is_furniture(part: str, sites: frozenset[str]) -> bool:
    return fold(part) in sites or bool(_DATE.fullmatch(part))


def site_names(clues: Clues) -> frozenset[str]:
    """How the site calls itself, folded."""
    host = (urlsplit(clues.url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    names = [
        *clues.contents("og:site_name"),
        *clues.contents("application-name"),
        *clues.contents("apple-mobile-web-app-title"),
        *strings(clues.structured.resolved(clues.structured.first("publisher"))),
        *(name for node in clues.structured.others if _is_site(node) for name in strings(node.get("name"))),
        host,
        *labels[:-1],
        " ".join(labels[-2:-1]),
    ]
    return frozenset(folded for name in names if (folded := fold(name)))


def _is_site(node: Node) -> bool:
    return any(kind in ("website", "organization", "newsmediaorganization") for kind in types_of(node))


def fold(text: str) -> str:
    """`text` as letters and digits alone, for comparison."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
