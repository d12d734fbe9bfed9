"""What there is to fetch: the pages that a source leads to, and what is known of them before they are seen."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What something was fetched for."""

    PAGE = "page"
    """To be read: a story, most of the time."""
    START = "start"
    """To be read, and for its links: a start page, or a further page of one."""
    FEED = "feed"
    SITEMAP = "sitemap"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a page: its absolute URL, and the text that it was offered under."""

    url: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The pages that a start page, a feed or a sitemap leads to, the first to be fetched first."""

    rules: str
    """A digest of the options of the source by which they were taken."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """One page to fetch: an http(s) or file URL, and what is known of it before it is seen.

    `link_title` is the text of the link or the feed entry that led here: evidence for the page's title.
    """

    source: str
    url: str
    link_title: str | None = None
    role: Role = Role.PAGE


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page from earlier runs: whether it is due, and the marks of its last state."""

    due: bool
    asked: bool = True
    """Whether it was ever asked for; False where something led to it and there was no room."""
    etag: str | None = None
    last_modified: str | None = None
    rules: str | None = None
    """The `rules` of what it led to then; None where nobody kept what it leads to."""


@dataclass(frozen=True, slots=True)
class LastRobots:
    """The last good copy of a robots.txt, and what is known of it."""

    body: bytes
    known: Known
    holds: bool
    """Whether it is young enough to decide while its host does not give another."""


@dataclass(frozen=True, slots=True)
class Due:
    """A page of earlier runs that is due."""

    link: Link
    found_on: Role | None = None
    """What led to it, where it was never asked for; None where it was."""
