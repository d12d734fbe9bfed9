"""Addresses a page gives: its own canonical URL, and its picture."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urldefrag

from pipeline.parse.addresses import absolute, parts_of
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.structured import strings
from pipeline.records import Candidate

_START_PAGE = re.compile(
    r"(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|default|home|main|accueil|startseite|start|inicio|portada|anasayfa)(?:\.\w{2,5})?)?",
    re.IGNORECASE,
)
"""The path of a start page, of one language too: `index.html`, `en/home`."""


def canonical_urls(clues: Clues) -> tuple[Candidate, ...]:
    """Absolute addresses that the page calls its own, the most trusted first; those that name a whole site are out.

    They name the page and no place in it: what stands behind `#` is left out.
    """
    found = ((rule, url) for rule, value in _own_addresses(clues) if (url := absolute(value, clues.url)))
    pages = (Candidate(rule, urldefrag(url).url if "#" in url else url) for rule, url in found)
    return tuple(one for one in pages if _names_a_page(one.value, clues.url))


def _own_addresses(clues: Clues) -> Iterator[tuple[str, str]]:
    yield from (("canonical", value) for value in clues.links.get("canonical", ())[:1])
    yield "og:url", clues.content("og:url")
    for key in ("mainEntityOfPage", "url"):
        value = clues.structured.first(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str):
            yield f"json-ld.{key}", value


def _names_a_page(address: str, asked: str) -> bool:
    """False for a start page that a careless template calls the canonical address of every story."""
    return not _START_PAGE.fullmatch(_way(address)) or _START_PAGE.fullmatch(_way(asked)) is not None


def _way(address: str) -> str:
    """Path and query: what leads further than the start page."""
    parts = parts_of(address)
    return (parts.path + parts.query).strip("/")


def images(clues: Clues) -> tuple[Candidate, ...]:
    """Absolute addresses of the story's picture, the most trusted first."""
    found = (
        ("og:image", clues.content("og:image", "og:image:url", "og:image:secure_url")),
        ("json-ld.image", _image_of(clues)),
        ("twitter:image", clues.content("twitter:image", "twitter:image:src")),
        ("image_src", next(iter(clues.links.get("image_src", ())), "")),
    )
    return tuple(
        Candidate(rule, url) for rule, value in found if value and (url := absolute(value, clues.url))
    )


def _image_of(clues: Clues) -> str:
    """The first picture of the page's data: an address, or a node, which may stand elsewhere and be named only."""
    value = clues.structured.first("image", "thumbnailUrl")
    value = clues.structured.resolved(next(iter(value), "") if isinstance(value, list) else value)
    if isinstance(value, dict):
        node: Mapping[str, object] = value
        value = node.get("url") or node.get("contentUrl") or node.get("@id") or ""
    return next(iter(strings(value)), "")
