"""What a page says about its main article beside the body: headline, byline, dates, and the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from pipeline.parse.html_tree import Element
from pipeline.records import Candidate, Problem


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article that are not its body, and where each comes from."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None
    description: str | None = None
    body_html: str | None = None
    """articleBody of structured data: a last resort for the body."""
    says_article: bool = False
    """True where structured data or og:type call this page an article."""
    paywalled: bool = False
    origins: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_metadata(
    root: Element,
    url: str,
    *,
    language: str | None = None,
    time_zone: tzinfo | None = None,
    link_title: str | None = None,
) -> Metadata:
    """All metadata of the page's main article. Leaves the tree as it was."""
    del root, url, language, time_zone, link_title
    return Metadata()
