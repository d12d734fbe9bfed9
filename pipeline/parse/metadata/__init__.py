"""What a page says about its main article beside the body: headline, byline, dates, canonical URL and the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache

from pipeline.parse.hints import Hints
from pipeline.parse.html_tree import Element
from pipeline.parse.language_tags import primary
from pipeline.parse.metadata.access import Access, access
from pipeline.parse.metadata.authors import authors
from pipeline.parse.metadata.completed import completed
from pipeline.parse.metadata.further_pages import second_page
from pipeline.parse.metadata.languages import declared, detect_language, is_foreign, language_of_lines
from pipeline.parse.metadata.links import canonical_urls, images
from pipeline.parse.metadata.naming.site_names import site_names
from pipeline.parse.metadata.printed.headline_zone import lines_around_headline
from pipeline.parse.metadata.publication import modified, published, settle
from pipeline.parse.metadata.selected import read_selected
from pipeline.parse.metadata.stated.clues import Clues, collect
from pipeline.parse.metadata.stated.structured import strings
from pipeline.parse.metadata.titles import titles
from pipeline.parse.metadata.topics import sections, tagged_links, tags
from pipeline.records import Candidate, Problem, Reason

__all__ = ["Metadata", "completed", "detect_language", "is_foreign", "read_metadata", "second_page"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article that are not its body, and where each comes from."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    url: str | None = None
    language: str | None = None
    lines_language: str | None = None
    """By whose habits its lines are read, with a region where one is told; that of its text where nobody tells it."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None
    description: str | None = None
    headline: str | None = None
    """The title, where a heading of the page prints it."""
    says_article: bool = False
    """True where structured data or og:type call this page an article."""
    data_say_article: bool = False
    """True where structured data do, which templates say of nothing else."""
    access: Access = field(default_factory=Access)
    """What the page says of who may read its story."""
    word_count: int | None = None
    """How many words the page says that its story has."""
    text: str | None = None
    """The text of the story, where the page's data have it."""
    origins: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


_SINGLE = ("title", "url", "language", "section", "image", "description")
"""Fields of which the first candidate is the value."""


def read_metadata(root: Element, url: str, hints: Hints) -> Metadata:
    """All metadata of the page's main article. Leaves the tree as it was."""
    clues = collect(root, url)
    sites = site_names(clues)
    declares, tag = _declared(clues, hints.language)
    chosen = read_selected(root, hints.selectors, tag)
    headlines = (*chosen.title, *titles(clues, sites, hints.link_title))
    lines = cache(lambda: lines_around_headline(clues, _winner(headlines)))
    names, signed = authors(clues, sites, tag, lines, chosen.authors)
    published_at, when, unread = settle(published(clues, tag, lines, chosen.published), hints.time_zone)
    modified_at, changed, unread_change = settle(modified(clues, tag, lines), hints.time_zone)
    unread_dates = (*_at("published_at", unread), *_at("modified_at", unread_change))
    links = tagged_links(clues)
    labels, labelled = tags(clues, links)
    origins = {
        "title": headlines,
        "authors": signed,
        "published_at": when,
        "modified_at": changed,
        "url": canonical_urls(clues),
        "language": tuple(Candidate(one.rule, primary(one.value)) for one in declares),
        "section": sections(clues, links, _winner(headlines)),
        "tags": labelled,
        "image": images(clues),
        "description": _descriptions(clues),
    }
    winners = {name: _winner(origins[name]) for name in _SINGLE}
    data_say_article = clues.structured.says_article
    return Metadata(
        **winners,
        lines_language=tag,
        authors=names,
        published_at=published_at,
        modified_at=modified_at,
        tags=labels,
        headline=_headline(headlines),
        says_article=data_say_article or clues.content("og:type").lower() == "article",
        data_say_article=data_say_article,
        access=access(clues),
        word_count=_word_count(clues),
        text=next(iter(strings(clues.structured.first("articleBody"))), None),
        origins={name: candidates for name, candidates in origins.items() if candidates},
        problems=(*chosen.problems, *_damaged(clues), *unread_dates),
    )


def _declared(clues: Clues, language: str | None) -> tuple[tuple[Candidate, ...], str | None]:
    """Who says in which language the page is, at last its source; and the tag by which its lines are read."""
    found = declared(clues) or ((Candidate("source", language),) if language else ())
    return found, language_of_lines(clues, _winner(found), language)


def _at(field_name: str, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    return (replace(problem, where=field_name) for problem in problems)


def _damaged(clues: Clues) -> Iterator[Problem]:
    if clues.structured.damaged:
        yield Problem(Reason.DATA_DAMAGED, clues.structured.damaged, "json-ld")


def _winner(candidates: tuple[Candidate, ...]) -> str | None:
    return candidates[0].value if candidates else None


def _headline(titles: tuple[Candidate, ...]) -> str | None:
    title = _winner(titles)
    return title if any(one.rule == "h1" and one.value == title for one in titles) else None


def _descriptions(clues: Clues) -> tuple[Candidate, ...]:
    found = (
        ("json-ld.description", next(iter(strings(clues.structured.first("description"))), "")),
        ("og:description", clues.content("og:description")),
        ("description", clues.content("description", "dc.description", "twitter:description")),
    )
    return tuple(Candidate(rule, value) for rule, value in found if value)


def _word_count(clues: Clues) -> int | None:
    told = str(clues.structured.first("wordCount") or "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else None
