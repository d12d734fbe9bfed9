"""What a site calls itself, and titles without it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pipeline.parse.addresses import host_of
from pipeline.parse.bylines.houses import is_agency
from pipeline.parse.html_tree import text_of
from pipeline.parse.json_nodes import Node
from pipeline.parse.lines.shapes import FEWEST_HEADLINE_WORDS, is_headline, letters_of
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.structured import strings, types_of

_SEPARATOR = re.compile(
    r"(?<!\s)\s+(?:[-–—|·•»«:/]|::|\|\|)\s+|\s?\|\s?|--|[｜ㅣ]|(?<=[\u4e00-\u9fff])_(?=[\u4e00-\u9fff])"
)
_SEPARATING = re.compile(r"[-–—|·•»«:/｜ㅣ_]")
"""One of these is in every separator: to look for them is much quicker."""
_LONGEST_QUOTE = 200
_BARS = frozenset({"|", "||", "｜", "ㅣ", "_"})
_SECTION_WORDS = 2
_ARTICLES = frozenset(
    ("the", "der", "die", "das", "le", "la", "les", "el", "los", "il", "lo", "o", "de", "het")
)
_DATE = re.compile(
    r"\W*(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.?\s[^\W\d]{3,12}\.?\s\d{4}|[^\W\d]{3,12}\.?\s\d{1,2},\s\d{4})\W*"
)
_PATH = re.compile(r"(?:https?://[^/?#]{1,100})?/(?:index\.\w{2,5})?")
"""Where the first page of a site is."""
_ASIDE = re.compile(r"\s?\(([^()]{1,60})\)$")
_META = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "twitter:app:name:iphone",
)  # fmt: skip
_OF_SOFTWARE = ("Blog Archive", "Print Page")
"""What blogs and boards set into the title of each page beside their name."""
_ORGANISATIONS = frozenset({"website", "organization", "newsmediaorganization"})
_SHORTEST_LABEL = 6
"""Letters of a domain's name that are told apart from an ordinary word inside a part of a title."""


def site_names(clues: Clues) -> frozenset[str]:
    """How the site calls itself, folded."""
    host = host_of(clues.url)
    names = [
        *(name for key in _META for name in clues.contents(key)),
        *strings(clues.structured.resolved(clues.structured.first("publisher"))),
        *(name for node in clues.structured.others if _is_site(node) for name in _papers_named(node)),
        host,
        *host.split(".")[:-1],
        *_above_headline(clues),
        *_leading_home(clues),
        *_OF_SOFTWARE,
    ]
    return frozenset(folded for name in names if (folded := fold(name)))


def _papers_named(node: Node) -> Iterator[str]:
    """The names of an organisation that the data tell of, but no agency's: a story may be by one, as by its author."""
    return (name for name in strings(node.get("name")) if not is_agency(name))


def _above_headline(clues: Clues) -> Iterator[str]:
    """An h1 of a few words that stands behind the headline in the page's title: what the site or its section is called.

    It is set above the story, and the headline below it in a smaller heading.
    """
    headline, *others = title_parts(clues.page_title)
    if others and is_headline(headline):
        printed = (text_of(heading) for heading in clues.headings[:1])
        yield from (text for text in printed if text in others and not is_headline(text))


def _leading_home(clues: Clues) -> Iterator[str]:
    """An h1 that leads to the first page of the site: blogs and boards set their name so, above any story."""
    for heading in clues.headings[:1]:
        link = next(heading.iter("a"), None)
        if link is not None and _PATH.fullmatch(link.get("href") or "") and text_of(link) == text_of(heading):
            yield text_of(heading)


def without_site(title: str, sites: frozenset[str]) -> str:
    """`title` without trailing or leading parts that name the site or a date."""
    parts = _parts(title)
    while len(parts) > 2 and (_is_furniture(parts[-1], sites) or _is_longer_name(parts[-1], sites)):
        mark = parts[-2]
        del parts[-2:]
        if len(parts) > 2 and parts[-2] == mark and _names_section(parts[-1], parts[0]):
            del parts[-2:]
        elif len(parts) == 3 and parts[1] == mark and _names_section(parts[0], parts[2]):
            del parts[:2]
    while len(parts) > 2 and (_is_furniture(parts[0], sites) or _leads(parts, sites)):
        del parts[:2]
    cut = _behind_colon("".join(parts).strip(), sites)
    aside = _ASIDE.search(cut) if cut.endswith(")") else None
    return cut[: aside.start()] if aside and fold(aside[1]) in sites else cut


def _behind_colon(title: str, sites: frozenset[str]) -> str:
    """`title` without the site's name and a colon: `The Courier: Bridge opens after all`."""
    before, _, behind = title.partition(": ")
    return behind if behind and fold(before) in sites and is_headline(behind) else title


def _leads(parts: list[str], sites: frozenset[str]) -> bool:
    """True where the site's name with its article stands before a headline: `The Courier | Bridge opens at last`."""
    words = parts[0].split()
    is_named = len(words) > 1 and words[0].lower() in _ARTICLES and fold(" ".join(words[1:])) in sites
    return is_named and is_headline(parts[2])


def names_site(title: str, sites: frozenset[str]) -> bool:
    """True for a few words that are the site's name, or hold it, and are no headline."""
    folded = fold(title)
    return folded in sites or (len(title.split()) < FEWEST_HEADLINE_WORDS and _is_longer_name(title, sites))


def _names_section(part: str, first: str) -> bool:
    """True for a word or two between a headline and the site's name: `Bridge opens after years | City | Courier`."""
    return part[:1].isupper() and len(part.split()) <= _SECTION_WORDS and is_headline(first)


def without_last_part(title: str) -> str:
    """`title` without the part behind its last bar, which names the site where nothing else tells its name."""
    parts = _parts(title)
    if len(parts) < 3 or parts[-2].strip() not in _BARS or len(parts[-1]) > len(parts[0]):
        return title
    return "".join(parts[:-2]) if is_headline(parts[0]) else title


def title_parts(title: str) -> list[str]:
    """The texts of a page's title between dashes and bars."""
    return [part.strip() for part in _parts(title)[::2]]


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """`text` as letters and digits alone, full-width ones as the others, for comparison."""
    return letters_of(unicodedata.normalize("NFKC", text))


def _parts(title: str) -> list[str]:
    """Texts and the separators between them, alternating."""
    if not _SEPARATING.search(title):
        return [title]
    parts, place, found = [], 0, _SEPARATOR.search(title)
    while found:
        is_quote = _quotes(found, title)
        if not is_quote:
            parts += [title[place : found.start()], found[0]]
            place = found.end()
        behind = found.end() - is_quote  # the space may belong to the next one
        found = _SEPARATOR.search(title, behind)
    return [*parts, title[place:]]


def _quotes(separator: re.Match[str], title: str) -> bool:
    """Whether a pointed mark begins or ends what somebody says: `Bridge: « We read it on the bus » - Courier`."""
    start, end = separator.span()
    before, behind = title[max(0, start - _LONGEST_QUOTE) : start], title[end : end + _LONGEST_QUOTE]
    if "»" in separator[0]:
        return before.count("«") > before.count("»")
    return "«" in separator[0] and "»" in behind


def _is_furniture(part: str, sites: frozenset[str]) -> bool:
    return fold(part) in sites or bool(_DATE.fullmatch(part))


def _is_longer_name(part: str, sites: frozenset[str]) -> bool:
    """True for a longer form of the site's name: `The Daily Courier of Osh` on dailycourier.example."""
    folded = fold(part)
    return any(
        len(site) >= _SHORTEST_LABEL and site in folded and len(folded) < 3 * len(site) for site in sites
    )


def _is_site(node: Node) -> bool:
    types = types_of(node)
    return not _ORGANISATIONS.isdisjoint(types) and "person" not in types
