"""What the source and the way here tell of a page before it is read."""

from dataclasses import dataclass, field
from datetime import tzinfo

from pipeline.parse.selectors import Selectors


@dataclass(frozen=True, slots=True)
class Hints:
    """By whose habits a page is read where it tells none, where its fields stand, and what others say of it."""

    language: str | None = None
    time_zone: tzinfo | None = None
    selectors: Selectors = field(default_factory=Selectors)
    link_title: str | None = None
    """The text of the link or feed entry that led here."""
    site_texts: frozenset[str] = frozenset()
    """What other pages of the site print too."""
    explain: bool = False
    """Whether it is to say what was left out of its story."""
