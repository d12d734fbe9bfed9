"""One page → its rows. Runs inside a transaction that the caller opens and closes."""

import sqlite3
from collections import Counter

from pipeline.load.archived import is_loaded
from pipeline.load.connection import id_of, insert
from pipeline.load.frontier import Revisits, note_found, note_visit
from pipeline.load.jumps import jump
from pipeline.load.rows import capture_row, problem_rows, problems_of, quote_row
from pipeline.load.stories import Fate, StoryWriter
from pipeline.load.values import precise, storable
from pipeline.records import PageOutcome, PageToLoad, Problem, Quote

_TOTALS = ("articles_added", "articles_changed", "articles_unchanged", "quotes_added", "quotes_unchanged")


class PageWriter:
    """Writes a capture with its problems, stories and quotes."""

    def __init__(
        self, connection: sqlite3.Connection, run_id: int, page: PageToLoad, revisits: Revisits
    ) -> None:
        self._connection = connection
        self._run_id = run_id
        self._page = page
        self._revisits = revisits
        self._seen_at = precise(page.capture.fetched_at)
        self._jumps: list[Problem] = []
        self._source_id = id_of(connection, "sources", name=storable(page.capture.source))

    def write(self) -> PageOutcome:
        """Write the page and tell what that did. What is loaded from the archive already is not loaded again."""
        if is_loaded(self._connection, self._page.capture.archived):
            return self._as_before()
        capture_id = self._write_capture()
        fates = self._write_stories(capture_id)
        quotes = self._page.parsed.quotes if self._page.parsed else ()
        added = sum(self._write_quote(capture_id, quote) for quote in quotes)
        self._write_problems(capture_id)
        found = self._page.found
        outcome = PageOutcome(
            self._page.capture,
            self._page.parsed.kind if self._page.parsed else None,
            links_known=note_found(self._connection, self._source_id, self._page.capture, found)
            if found
            else 0,
            articles_added=fates[Fate.ADDED],
            articles_changed=fates[Fate.CHANGED],
            articles_unchanged=fates[Fate.UNCHANGED],
            quotes_added=added,
            quotes_unchanged=len(quotes) - added,
            problems=(*problems_of(self._page), *self._jumps),
        )
        self._write_totals(capture_id, outcome)
        note_visit(self._connection, self._source_id, outcome, self._revisits, found.rules if found else None)
        return outcome

    def _as_before(self) -> PageOutcome:
        parsed = self._page.parsed
        return PageOutcome(
            self._page.capture,
            parsed.kind if parsed else None,
            articles_unchanged=len(parsed.articles) if parsed else 0,
            quotes_unchanged=len(parsed.quotes) if parsed else 0,
            problems=problems_of(self._page),
        )

    def _write_capture(self) -> int:
        ids = {"run_id": self._run_id, "source_id": self._source_id}
        self._connection.execute("INSERT OR IGNORE INTO run_sources VALUES (:run_id, :source_id)", ids)
        totals = dict.fromkeys(_TOTALS, 0)  # known when the stories are written, which need the capture's id
        return insert(self._connection, "captures", {**ids, **capture_row(self._page), **totals})

    def _write_totals(self, capture_id: int, outcome: PageOutcome) -> None:
        columns = ", ".join(f"{name} = ?" for name in _TOTALS)
        totals = (getattr(outcome, name) for name in _TOTALS)
        self._connection.execute(f"UPDATE captures SET {columns} WHERE id = ?", (*totals, capture_id))  # noqa: S608

    def _write_problems(self, capture_id: int) -> None:
        self._connection.executemany(
            "INSERT INTO problems (capture_id, position, stage, reason, detail, place) VALUES (?, ?, ?, ?, ?, ?)",
            ((capture_id, *row) for row in problem_rows(self._page, self._jumps)),
        )

    def _write_stories(self, capture_id: int) -> Counter[Fate]:
        if self._page.parsed is None:
            return Counter()
        stories = StoryWriter(self._connection, self._source_id, capture_id, self._seen_at)
        return stories.write(self._page.parsed, self._page.capture.final_url)

    def _write_quote(self, capture_id: int, quote: Quote) -> bool:
        """Record a sighting of `quote`; True when it was not known."""
        base, counter = storable(quote.base), storable(quote.quote)
        instrument = id_of(self._connection, "instruments", kind=quote.kind.value, base=base, quote=counter)
        if far := jump(self._connection, quote, self._source_id, instrument, self._seen_at):
            self._jumps.append(far)
        row = quote_row(quote)
        known = self._connection.execute(
            "SELECT id FROM quotes WHERE instrument_id = ? AND source_id = ?"
            " AND ifnull(as_of, '') = ifnull(?, '') AND rate_text = ? AND ifnull(change_text, '') = ifnull(?, '')",
            (instrument, self._source_id, row["as_of"], row["rate_text"], row["change_text"]),
        ).fetchone()
        ids = {"source_id": self._source_id, "instrument_id": instrument}
        quote_id = known[0] if known else insert(self._connection, "quotes", {**ids, **row})
        self._connection.execute(
            "INSERT INTO quote_sightings (quote_id, seen_at, capture_id, occurrences, direction, conflict)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET occurrences = occurrences + excluded.occurrences",
            (quote_id, self._seen_at, capture_id, quote.occurrences, quote.direction, quote.conflict),
        )
        return known is None
