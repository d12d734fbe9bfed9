"""What the small print of one story says, and where it stands."""

from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from pipeline.records import Candidate, Problem


@dataclass(slots=True)
class Meta:
    """What the small print of one story says."""

    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    clock: str | None = None
    """A time of the day that stands alone; the date is printed above the stories of that day."""
    marked: bool = False
    """True where the story says that it goes on elsewhere."""
    more: str | None = None
    """Where the story goes on, as the page writes it."""
    permalink: str | None = None
    """Where its date leads, as the page writes it."""
    problems: tuple[Problem, ...] = ()
    taken: list[tuple[str, str]] = field(default_factory=list)
    """(rule, text) of each part that was read as small print and gave no field its value."""
    origins: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def known(self) -> tuple[object, ...]:
        """What is known so far, to see what a part adds."""
        return self.authors, self.published_at, self.modified_at, self.section, self.tags, self.clock


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands: the page's address, language and time zone."""

    url: str
    language: str | None
    time_zone: tzinfo | None
