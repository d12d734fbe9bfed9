"""Pages of several stories, whatever tells these apart: by which habits they are read, and what is found."""

from dataclasses import dataclass
from datetime import date, tzinfo
from typing import NamedTuple

from pipeline.records import Article, Boilerplate, Problem


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands: the page's address, where links begin, its language and its time zone."""

    url: str
    language: str | None
    time_zone: tzinfo | None


class Stories(NamedTuple):
    """The stories of a page in order, what is doubtful about it, and what on it belongs to none of them."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    as_of: date | None = None
    """The date that stands alone above all of them."""
