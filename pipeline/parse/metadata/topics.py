"""The section a story stands in, and its tags."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.parse.addresses import absolute
from pipeline.parse.bylines.names import distinct
from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.json_nodes import Node
from pipeline.parse.metadata.naming.site_names import fold
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.structured import strings, types_of
from pipeline.records import Candidate

_MOST_TAGS = 40
_LONGEST_TAG = 80
_LONGEST_SECTION = 40
_NEAR = 3
"""Elements before the headline, and before the box around it, that may hold the name of the section."""
_SLASHES_OF_HOST = 2
"""In `https://` and behind it none: an address with more has a path."""
_SECTION = re.compile(
    r"(?:^|[\s_-])(?:section|category|kicker|rubric|rubrik|eyebrow|overline)(?:$|[\s_-])", re.IGNORECASE
)
_SEPARATOR = re.compile("[,;|、，]")
_SECTION_KEYS = (
    "article:section", "og:article:section", "section", "article.section", "parsely-section", "articlesection",
)  # fmt: skip


def sections(clues: Clues, links: Sequence[Element], title: str | None = None) -> tuple[Candidate, ...]:
    """Names of the section, the most trusted first; `title` is the story's, and none of them."""
    found = (
        ("json-ld.articleSection", next(iter(strings(clues.structured.first("articleSection"))), "")),
        ("article:section", clues.content(*_SECTION_KEYS)),
        ("breadcrumb", _last_crumb(clues, title)),
        ("above-headline", _above_headline(clues)),
    )
    told = tuple(Candidate(rule, value) for rule, value in found if value and len(value) <= _LONGEST_TAG)
    if told:
        return told
    categories = map(text_of, _of_kind(links, category=True))
    return tuple(Candidate("rel=category", name) for name in islice(categories, 1) if name)


def tags(clues: Clues, links: Sequence[Element]) -> tuple[tuple[str, ...], tuple[Candidate, ...]]:
    """The story's tags, once each in the page's order, and every place that gave some."""
    found = (
        ("json-ld.keywords", _split(strings(clues.structured.first("keywords")))),
        ("article:tag", _split(tuple(clues.contents("article:tag")))),
        ("news_keywords", _split(tuple(clues.contents("news_keywords")))),
        ("keywords", _split(tuple(clues.contents("keywords")))),
        ("rel=tag", _split(tuple(map(text_of, _of_kind(links, category=False))))),
    )
    candidates = tuple(Candidate(rule, ", ".join(values)) for rule, values in found if values)
    return next((values for _, values in found if values), ()), candidates


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    """One value may hold many tags; a list of values is a list of tags already."""
    parts = [part.strip() for part in _SEPARATOR.split(values[0])] if len(values) == 1 else values
    return distinct(part for part in parts[: _MOST_TAGS * 2] if 1 < len(part) <= _LONGEST_TAG)[:_MOST_TAGS]


def _last_crumb(clues: Clues, title: str | None) -> str:
    """The last step of the breadcrumb that is not the story itself, and not the first, which is the site."""
    trails = [node for node in clues.structured.others if "breadcrumblist" in types_of(node)]
    steps = trails[0].get("itemListElement") if trails else None
    named = (
        [(name, step) for step in steps if isinstance(step, dict) for name in _name_of(step)]
        if isinstance(steps, list)
        else []
    )
    names_story = bool(named) and fold(named[-1][0]) == fold(title or "")
    if named and (names_story or not _leads_elsewhere(named[-1][1], clues)):
        named.pop()
    return named[-1][0] if len(named) > 1 else ""


def _name_of(step: Node) -> tuple[str, ...]:
    item = step.get("item")
    return strings(step.get("name") or (item.get("name") if isinstance(item, dict) else ""))


def _leads_elsewhere(step: Node, clues: Clues) -> bool:
    """Whether a step names the page of a section above this page, by its address."""
    item = step.get("item")
    address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    above = (absolute(address, clues.url) if isinstance(address, str) else None) or ""
    return above.count("/") > _SLASHES_OF_HOST and clues.url.strip().rstrip("/").startswith(
        f"{above.rstrip('/')}/"
    )


def _above_headline(clues: Clues) -> str:
    """A label over the headline whose class says that it is the section."""
    for heading in clues.headings[:1]:
        for sibling in _before(heading):
            if not _SECTION.search(sibling.get("class") or ""):
                continue
            text = text_of(next(sibling.iter("a"), sibling))
            if 1 < len(text) <= _LONGEST_SECTION:
                return text
    return ""


def _before(heading: Element) -> Iterator[Element]:
    parent = heading.getparent()
    for near in (heading, parent):
        if near is not None:
            yield from islice(near.itersiblings(preceding=True), _NEAR)


def tagged_links(clues: Clues) -> list[Element]:
    """Links that call themselves tags or categories of the story: in the <article> of the headline, if it is in one."""
    own = _article_around(clues.headings[0]) if clues.headings else None
    return [
        link for link in clues.root.iter("a") if "tag" in link.get("rel", "") and _article_around(link) is own
    ]


def _of_kind(links: Sequence[Element], *, category: bool) -> Iterator[Element]:
    """WordPress marks a category as tag too."""
    for link in links:
        rel = link.get("rel", "").split()
        if "tag" in rel and ("category" in rel) is category:
            yield link


def _article_around(element: Element) -> Element | None:
    return next(element.iterancestors("article"), None)
