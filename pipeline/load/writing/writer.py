"""Pages → their rows. Runs inside a transaction that the caller opens and closes.

page ─┬─ loaded before: nothing
      ├─ as it was at an earlier capture: a row of repeats
      └─ else: a row of captures, its problems, stories and quotes
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.config import FetchSettings
from pipeline.load.connection import id_of
from pipeline.load.values import storable
from pipeline.load.writing.archived import Loaded
from pipeline.load.writing.batch import Batch
from pipeline.load.writing.observation import Story
from pipeline.load.writing.quotes import QuoteWriter
from pipeline.load.writing.repeats import Before, Page, Repeats
from pipeline.load.writing.rows import capture_row, problem_rows, problems_of
from pipeline.load.writing.stories import Fate, Sighting, StoryWriter
from pipeline.load.writing.visits import Visits
from pipeline.records import PageOutcome, PageToLoad, Problem, Role

_TOTALS = ("articles_added", "articles_changed", "articles_unchanged", "quotes_added", "quotes_unchanged")
_ENTITIES = ("articles", "quotes")


class PagesWriter:
    """Writes captures with their problems, stories and quotes, those of a transaction."""

    def __init__(self, connection: sqlite3.Connection, run_id: int, settings: FetchSettings) -> None:
        self._connection = connection
        self._run_id = run_id
        self._visits = Visits(connection, settings)
        self._batch = Batch(connection)
        self._loaded = Loaded(connection)
        self._repeats = Repeats(self._batch, run_id)
        self._stories = StoryWriter(self._batch)
        self._quotes = QuoteWriter(self._batch)
        self._sources: dict[str, int] = {}

    def write(self, pages: Sequence[PageToLoad]) -> list[PageOutcome]:
        """Write the pages and tell what that did. What is loaded from the archive already is not loaded again."""
        self._connection.execute("PRAGMA defer_foreign_keys = ON")  # up to the end of the transaction
        self._look_up_sources({storable(page.capture.source) for page in pages})
        found = [Page(page, self._sources[storable(page.capture.source)]) for page in pages]
        self._repeats.look_up(found)
        self._visits.look_up((page.source_id, page.to_load.capture) for page in found)
        repeated = {page: before for page in found if (before := self._repeats.repeated(page))}
        self._stories.look_up_contested(before.capture_id for before in repeated.values())
        self._quotes.resting.look_up(before.capture_id for before in repeated.values() if before.quotes)
        stories = self._look_up(page for page in found if page not in repeated)
        outcomes = [self._write(page, stories) for page in found]
        self._batch.write()
        self._quotes.resting.write()
        self._visits.write()
        self._loaded.write(self._run_id)
        return outcomes

    def _look_up_sources(self, names: set[str]) -> None:
        """Ask for the ids of sources, which are noted as those of the run."""
        listed = json.dumps(sorted(names))
        self._sources |= self._connection.execute(_SOURCES, (listed,)).fetchall()
        for name in sorted(names - self._sources.keys()):
            self._sources[name] = id_of(self._connection, "sources", name=name)
        self._connection.execute(_OF_THE_RUN, (self._run_id, json.dumps(sorted(self._sources.values()))))

    def _look_up(self, pages: Iterable[Page]) -> dict[Page, tuple[Story, ...]]:
        """The stories of each page, of which all that is known is asked for at once."""
        stories: dict[Page, tuple[Story, ...]] = {}
        for page in pages:
            parsed, capture = page.to_load.parsed, page.to_load.capture
            stories[page] = Story.all_of(parsed, capture.final_url) if parsed else ()
        self._stories.look_up((page.source_id, story) for page, found in stories.items() for story in found)
        return stories

    def _write(self, page: Page, stories: Mapping[Page, Sequence[Story]]) -> PageOutcome:
        if self._loaded.has(page.to_load.capture.archived, page.key):
            return _as_before(page.to_load)
        is_start = page.to_load.capture.role is Role.START
        quotes_before = self._repeats.quotes_before(page) if is_start else 0
        before = self._repeats.repeated(page)
        if before and not self._would_change(before, page):
            outcome = self._repeat(page, before)
        elif before and page.to_load.capture.unchanged:
            outcome = self._capture_as_before(page, before)
        else:
            if page not in stories:  # it was taken for a repeat
                stories = self._look_up((page,))
            outcome = self._capture(page, stories[page])
        if quotes_before:
            outcome = replace(outcome, quotes_before=quotes_before)
        self._loaded.note(page.to_load.capture.archived)
        found = page.to_load.found
        if found:
            known = self._visits.note_found(page.source_id, outcome.capture, found)
            outcome = replace(outcome, links_known=known, links=len(found.links))
        told_before = self._visits.note(page.source_id, outcome, found.rules if found else None)
        return replace(outcome, told_before=True) if told_before else outcome

    def _would_change(self, before: Before, page: Page) -> bool:
        """Whether there is more to write than that `page` is as it was."""
        return self._quotes.resting.would_change(before, page) or self._stories.would_change(
            before.capture_id, before.stories, page.seen_at
        )

    def _repeat(self, page: Page, before: Before) -> PageOutcome:
        self._repeats.write(page, before)
        self._quotes.resting.see_again(before, page)
        parsed = page.to_load.parsed
        return PageOutcome(
            page.to_load.capture,
            parsed.kind if parsed else None,
            articles_unchanged=before.stories if parsed else 0,
            quotes_unchanged=before.quotes if parsed else 0,
            problems=problems_of(page.to_load),
        )

    def _capture_as_before(self, page: Page, before: Before) -> PageOutcome:
        """The server sent no page, since it is as it was: what it shows there is seen again, behind what came since."""
        capture_id = self._batch.new_id("captures")
        fates = self._stories.see_as_before(
            before.capture_id, Sighting(page.source_id, capture_id, page.seen_at)
        )
        outcome = PageOutcome(page.to_load.capture, None, articles_changed=fates[Fate.CHANGED])
        self._add_capture(page, capture_id, outcome)
        self._quotes.resting.copy(before, page, capture_id)
        return outcome

    def _capture(self, page: Page, stories: Sequence[Story]) -> PageOutcome:
        capture_id = self._batch.new_id("captures")
        fates = self._stories.write(stories, Sighting(page.source_id, capture_id, page.seen_at))
        quotes, jumps = self._quotes.write(page, capture_id)
        outcome = PageOutcome(
            page.to_load.capture,
            page.to_load.parsed.kind if page.to_load.parsed else None,
            articles_added=fates[Fate.ADDED],
            articles_changed=fates[Fate.CHANGED],
            articles_unchanged=fates[Fate.UNCHANGED],
            quotes_added=quotes[True],
            quotes_unchanged=quotes[False],
            problems=(*problems_of(page.to_load), *jumps),
        )
        self._add_capture(page, capture_id, outcome, jumps)
        return outcome

    def _add_capture(
        self, page: Page, capture_id: int, outcome: PageOutcome, jumps: Sequence[Problem] = ()
    ) -> None:
        ids = {"id": capture_id, "run_id": self._run_id, "source_id": page.source_id}
        totals = {name: getattr(outcome, name) for name in _TOTALS}
        state = None if jumps else page.state  # who repeats it is far from no rate
        compared = {"page_key": page.key, "state": state}
        self._batch.add("captures", {**ids, **capture_row(page.to_load), **totals, **compared})
        problems = problem_rows(page.to_load, jumps)
        self._batch.add("problems", *({"capture_id": capture_id, **problem} for problem in problems))
        stories, quotes = (
            sum(totals[name] for name in _TOTALS if name.startswith(what)) for what in _ENTITIES
        )
        self._repeats.note(page, Before(capture_id, state, page.seen_at, stories, quotes))


_SOURCES = "SELECT name, sources.id FROM json_each(?) AS wanted CROSS JOIN sources ON name = wanted.value"
_OF_THE_RUN = "INSERT OR IGNORE INTO run_sources SELECT ?, value FROM json_each(?)"


def _as_before(page: PageToLoad) -> PageOutcome:
    parsed = page.parsed
    return PageOutcome(
        page.capture,
        parsed.kind if parsed else None,
        articles_unchanged=len(parsed.articles) if parsed else 0,
        quotes_unchanged=len(parsed.quotes) if parsed else 0,
        problems=problems_of(page),
    )
