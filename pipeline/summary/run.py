"""What all sources came to in one run, and how it ended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.errors import ExitCode
from pipeline.records import PageOutcome, Reason
from pipeline.summary.gone import Gone
from pipeline.summary.tally import Expected, SourceTally


@dataclass(slots=True)
class RunSummary:
    """What a run did, source by source."""

    sources: dict[str, SourceTally] = field(default_factory=dict)
    interrupted: bool = False
    all_expected: bool = True
    """Whether each source should have given something; not so for the hosts of a WARC file."""
    past: bool = False
    """Whether its pages came in earlier runs, each of which told what failed."""
    known: int = 0
    """Captures of a WARC file that are in the database already."""
    notes: tuple[str, ...] = ()
    """What a person should know of the run as a whole, a sentence each."""
    expected: Mapping[str, Expected] = field(default_factory=dict)
    """What is expected of each source."""

    def of(self, source: str) -> SourceTally:
        """What a source came to up to now."""
        if source not in self.sources:
            self.sources[source] = SourceTally(self.expected.get(source, Expected()))
        return self.sources[source]

    def add(self, outcome: PageOutcome) -> None:
        """Count one page for its source."""
        failure = outcome.capture.failure
        if self.past and failure is not None and failure.reason is not Reason.ARCHIVE_DAMAGED:
            outcome = replace(outcome, told_before=True)
        self.of(outcome.capture.source).add(outcome)

    def note_gone(self, found: Iterable[tuple[str, Gone]]) -> None:
        """Note what pages tell no longer, each with the name of their source."""
        for source, gone in found:
            self.of(source).gone.append(gone)

    @property
    def exit_code(self) -> ExitCode:
        """The worst that happened, as cron hears of it."""
        if self.interrupted:
            return ExitCode.INTERRUPTED
        if self.all_expected and any(tally.to_look_at for tally in self.sources.values()):
            return ExitCode.SOURCE_SILENT
        if any(tally.failed > tally.failed_as_before for tally in self.sources.values()):
            return ExitCode.SOME_FAILED
        return ExitCode.OK
