"""What the pages came to in one run that the start pages, feeds and sitemaps of a source lead to."""

from collections import Counter
from dataclasses import dataclass, field

from pipeline.records import PageKind, PageOutcome, Reason, Role
from pipeline.records.problems import PUT_OFF
from pipeline.summary.gone import NEARLY_NONE, SEVERAL

_MUTE = frozenset((Reason.NO_ARTICLE, Reason.EMPTY_PAGE, Reason.ERROR_PAGE))
"""What is said of a page that tells nothing where a story was expected; one about the site is known as what it is."""


@dataclass(slots=True)
class StoriesTally:
    """Counts of pages."""

    came: int = 0
    """Pages that came, or are as they were, and are no start pages."""
    mute: int = 0
    """Of these, those without a story that are not known as anything else."""
    led_home: int = 0
    """Of these, those at whose address the front page came."""
    refused: int = 0
    """Those that did not come, though they are neither taken down nor left to the next run, nor told before."""
    articles: int = 0
    """Article pages that came, start pages too."""
    selectors_missed: Counter[str] = field(default_factory=Counter)
    """For each field the article pages on which no selector of the source for it matches."""

    def add(self, outcome: PageOutcome) -> None:
        """Count one page of any role."""
        capture = outcome.capture
        if failure := capture.failure:
            kept_back = failure.reason in PUT_OFF or capture.taken_down or outcome.told_before
            self.refused += capture.role is Role.PAGE and not kept_back
            return
        if capture.role is Role.PAGE:
            self.came += 1
            reasons = {problem.reason for problem in outcome.problems}
            self.mute += not reasons.isdisjoint(_MUTE)
            self.led_home += Reason.LED_HOME in reasons
        if outcome.kind is PageKind.ARTICLE:
            self.articles += 1
            missed = (one.where for one in outcome.problems if one.reason is Reason.SELECTOR_FOUND_NOTHING)
            self.selectors_missed.update({name for name in missed if name})

    @property
    def are_mute(self) -> bool:
        """True when start pages may go on as ever, and not one of several pages behind them tells a story."""
        return SEVERAL <= self.came == self.mute

    @property
    def nearly_all_mute(self) -> bool:
        """True when next to none of the pages that were asked for tells a story."""
        return (self.came - self.mute - self.led_home) * NEARLY_NONE <= self.came + self.refused

    @property
    def fields_missed(self) -> list[str]:
        """The fields for which no selector of the source matches on any of several article pages."""
        if self.articles < SEVERAL:
            return []
        return sorted(name for name, pages in self.selectors_missed.items() if pages == self.articles)
