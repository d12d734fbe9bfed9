"""What is known of a page before it is read."""

from dataclasses import dataclass
from datetime import tzinfo

from pipeline.parse.selectors import Selectors


@dataclass(frozen=True, slots=True)
class Hints:
    """What the source and the way here tell about a page before it is read."""

    language: str | None
    time_zone: tzinfo | None
    selectors: Selectors
    link_title: str | None
    site_texts: frozenset[str]
