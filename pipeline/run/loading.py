"""One run that loads: alone with its database from its first page to its last; finished pages stay however it ends."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pipeline.clock import SYSTEM_CLOCK, Clock
from pipeline.config import FetchSettings, Source
from pipeline.load import Database, PageGroup, open_database, refuse_what_is_not_ours
from pipeline.parse import PARSER_VERSION
from pipeline.records import PageOutcome, PageToLoad, StoredBody
from pipeline.run.interrupts import Interrupts, held_interrupts
from pipeline.run.lull import Lull
from pipeline.run_lock import run_lock
from pipeline.summary import RunSummary


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run is told before its first page comes."""

    path: Path
    """The database."""
    settings: FetchSettings
    """They tell the times between two visits of a page."""
    summary: RunSummary
    """What its pages come to is counted there."""
    clock: Clock = SYSTEM_CLOCK
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Those that it asks for pages; others are added with the pages that come."""
    rules: str | None = None
    """Those by which its pages are parsed, where that is known; two runs of the same ones read the same bytes alike."""
    again: bool = False
    """Whether each page was rejected before and takes the place of the capture that it was."""
    lull: Lull = field(default_factory=Lull)
    """To be called by what gives it pages, before that waits itself."""


def load_pages(pages: Iterable[PageToLoad], plan: RunPlan) -> Generator[PageOutcome]:
    """Write each page as a whole into the database, as one run; yield what became of it once it is committed.

    Raises `RunLocked` and `StorageFault`; finished pages stay, and the run's row says how it ended.
    """
    with begun(plan) as run:
        yield from run.load(pages)


@contextmanager
def begun(plan: RunPlan) -> Iterator["Run"]:
    """The run that is planned, with the lock and the open database. Raises `RunLocked` and `StorageFault`."""
    refuse_what_is_not_ours(plan.path)  # before the lock leaves a file beside it
    with (
        held_interrupts() as interrupts,
        run_lock(plan.path),
        open_database(plan.path, settings=plan.settings) as database,
    ):
        yield Run(plan, database, interrupts)


class Run:
    """One run that writes to an open database, counts what it did, and takes signals between two pages."""

    def __init__(self, plan: RunPlan, database: Database, interrupts: Interrupts) -> None:
        self.database = database
        self._plan = plan
        self._interrupts = interrupts
        self._id = 0
        self._group = PageGroup(lambda pages: database.write_pages(self._id, pages, again=plan.again))
        plan.lull.work = partial(interrupts.whole, self._group.write)

    def stored_body(self, payload_digest: str) -> StoredBody | None:
        """Where the archive has a body with this digest, if it has."""
        return self._group.stored_body(payload_digest) or self.database.stored_body(payload_digest)

    def load(self, pages: Iterable[PageToLoad]) -> Iterator[PageOutcome]:
        """Write `pages` and yield what became of each once it is committed; however it ends, none is left that came."""
        plan, database = self._plan, self.database
        if database.backup:
            plan.summary.notes += (
                f"the database was brought forward; as it was before, it is in {database.backup}",
            )
        self._id = database.start_run(
            plan.sources, plan.clock.now(), parser_version=PARSER_VERSION, rules=plan.rules
        )
        status = "failed"
        try:
            for page in self._interrupts.take_between(pages):
                self._group.add(page)
                yield from self._told()
            self._group.write()
            yield from self._told()
            if plan.summary.all_expected:
                plan.summary.note_gone(database.gone(self._id))
            status = "finished"
        except (KeyboardInterrupt, GeneratorExit):
            status = "interrupted"
            raise
        finally:
            self._group.write()
            for _ in self._told():
                pass
            database.finish_run(self._id, status, plan.clock.now())

    def _told(self) -> Iterator[PageOutcome]:
        for outcome in self._group.outcomes():
            self._plan.summary.add(outcome)
            yield outcome
