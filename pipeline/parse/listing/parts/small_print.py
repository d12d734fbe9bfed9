"""What the small print of one story says."""

import re
from dataclasses import dataclass, field
from datetime import datetime, time

from pipeline.records import Candidate, Problem

_CLOCK = re.compile(
    r"(?:\D{1,20}\s)?((?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[AaPp]\.?[Mm]\.?)?)(?:\s?(?:Uhr|h))?"
)


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

    def keep_names(self, names: tuple[str, ...], printed: str, rule: str = "listing.byline") -> None:
        """Take the authors, if none are known."""
        if not self.authors:
            self.authors = names
            self.origins["authors"] = (Candidate(rule, printed),)

    def keep_section(self, section: str, printed: str) -> None:
        """Take the section, if none is known."""
        if not self.section:
            self.section = section or None
            self.origins["section"] = (Candidate("listing.label", printed),)

    def keep_date(self, instant: datetime, printed: str, *, is_change: bool = False) -> None:
        """Take the date of publication or of the last change, if none is known, or the same day without its hour."""
        name = "modified_at" if is_change else "published_at"
        known = getattr(self, name)
        if known is None or _tells_hour_of(instant, known):
            setattr(self, name, instant)
            self.origins[name] = (Candidate("listing.date", printed),)

    def keep_clock(self, text: str) -> None:
        """Take a time of the day, if `text` is one and none is known."""
        if self.clock is None and (told := _CLOCK.fullmatch(text)):
            self.clock = told[1]


def _tells_hour_of(instant: datetime, known: datetime) -> bool:
    """True where the day is the same, and only `instant` has an hour."""
    return known.time() == time() != instant.time() and known.date() == instant.date()
