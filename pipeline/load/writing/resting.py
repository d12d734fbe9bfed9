"""Quotes that a page shows again unchanged: whether it is enough to note that they were seen.

It is while the source has printed no other value in between, nor the same value with another direction: the quotes
rest. A value that one page prints beside another at every run rests, too, and so it does on the other pages meanwhile.
The pages of a source mostly show the same few quotes, so the database is asked once for each such ticker.
"""

import json
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from pipeline.load.writing.batch import Batch
from pipeline.load.writing.jumps import Jumps
from pipeline.load.writing.repeats import Before, Page
from pipeline.records import Quote, Role


class KnownQuote(NamedTuple):
    """A quote as all pages of its source show it."""

    quote_id: int
    instrument_id: int
    rate_text: str
    rate: float
    direction: int | None
    conflict: int
    last_seen: str
    other_seen: str
    """When the source printed another value last, of whatever date; empty where it never did."""


ShownQuote: TypeAlias = tuple[int, int | None, int]
"""A quote as a page shows it: its id, direction and conflict."""


class Ticker:
    """The quotes of a page, as all pages show them, and whether they stand as this one does."""

    def __init__(self, quotes: Sequence[KnownQuote], state: Sequence[ShownQuote]) -> None:
        self.quotes = quotes
        self.other_seen = max(one.other_seen for one in quotes)
        self.disputed = {one.quote_id for one in quotes if one.conflict}
        """Those that some page shows beside another value."""
        self.disputing = {quote_id for quote_id, _, conflict in state if conflict}
        """Those that this one does."""
        turned = any(one.direction != direction for one, (_, direction, _) in zip(quotes, state, strict=True))
        self.rests = not turned and self.disputing <= self.disputed


class RestingQuotes:
    """Knows which quotes rest in the course of a transaction, and notes that they were seen again."""

    def __init__(self, batch: Batch, jumps: Jumps) -> None:
        self._batch = batch
        self._jumps = jumps
        self._tickers: dict[int, Ticker] = {}
        self._known: dict[int, KnownQuote] = {}
        self._disturbed: set[int] = set()
        self._seen: dict[int, tuple[str, int | None]] = {}
        self._untold: list[tuple[Ticker, int, str]] = []
        self._holds_disputes = False

    def look_up(self, captures: Iterable[int]) -> None:
        """Ask at once for the tickers of captures that may be repeated; before anything is written."""
        shown = self._batch.connection.execute(_SHOWN, (json.dumps(sorted(set(captures))),)).fetchall()
        distinct = sorted({state for _, state in shown})
        states = dict(zip(distinct, json.loads(f"[{','.join(distinct)}]"), strict=True))
        listed = json.dumps(sorted({quote_id for state in states.values() for quote_id, *_ in state}))
        found = self._batch.connection.execute(_KNOWN, (listed,)) if shown else ()
        self._known = {row[0]: KnownQuote(*row) for row in found}
        tickers = {
            told: Ticker([self._known[quote_id] for quote_id, *_ in state], state)
            for told, state in states.items()
        }
        self._tickers = {capture_id: tickers[state] for capture_id, state in shown}

    def would_change(self, before: Before, page: Page) -> bool:
        """Whether more would have to be written than that `page` shows the quotes of the capture `before` again."""
        if not before.quotes:
            return False
        ticker = self._tickers.get(before.capture_id)
        if page.source_id in self._disturbed or ticker is None or not ticker.rests:
            return True
        if not ticker.disputed and ticker.other_seen < before.seen_at < page.seen_at:
            return False
        if page.to_load.capture.role is Role.START:  # what it shows goes before what others do
            return True
        return (
            self._is_outdone(ticker)
            or not self._stays_disputed(ticker, page)
            or (page.to_load.parsed is not None and self._jump(ticker, page))
        )

    def _is_outdone(self, ticker: Ticker) -> bool:
        """Whether the source has since printed another value for the same date, and no page disputes that."""
        self._tell_jumps()
        listed = json.dumps([one.quote_id for one in ticker.quotes])
        return any(
            max(other_at, self._seen.get(other, _NEVER)[0]) > max(own_at, self._seen.get(own, _NEVER)[0])
            for own, own_at, other, other_at in self._batch.connection.execute(_RIVALS, (listed,))
        )

    def _stays_disputed(self, ticker: Ticker, page: Page) -> bool:
        """Whether the quotes that other pages dispute would stay in dispute if `page` showed them again."""
        by_others = ticker.disputed - ticker.disputing
        if not by_others:
            return True
        self._write_disputes()
        last = {one.quote_id: max(one.last_seen, page.seen_at) for one in ticker.quotes}
        found = self._batch.connection.execute(_DISPUTES, (json.dumps(sorted(by_others)),))
        return by_others <= {
            quote_id for quote_id, key, until in found if key != page.key and until > last[quote_id]
        }

    def _jump(self, ticker: Ticker, page: Page) -> bool:
        return any(
            self._jumps.before(page.source_id, one.instrument_id, (page.seen_at, one.rate_text, one.rate))
            for one in ticker.quotes
        )

    def see_again(self, before: Before, page: Page) -> None:
        """`page` shows the quotes of the capture `before`, and nothing else follows."""
        if before.quotes:
            ticker = self._tickers[before.capture_id]
            self._untold.append((ticker, page.source_id, page.seen_at))
            self._holds_disputes |= bool(ticker.disputing)

    def tell(self) -> None:
        """Note what was seen again so far, for those that look for what was printed before, and what is in dispute."""
        self._write_disputes()
        self._tell_jumps()

    def _write_disputes(self) -> None:
        """Write the short rows of pages that show two values, if any are held back: triggers look at them."""
        if self._holds_disputes:
            self._batch.write()
            self._holds_disputes = False

    def _tell_jumps(self) -> None:
        for ticker, source_id, seen_at in self._untold:
            for one in ticker.quotes:
                self._jumps.note(source_id, one.instrument_id, (seen_at, one.rate_text, one.rate))
        self._note_seen()

    def note(self, source_id: int, quote_id: int, quote: Quote) -> None:
        """A page prints `quote`: unless it rests, others of its source may do so no longer."""
        known = self._known.get(quote_id)
        if known is None or quote.conflict or (known.direction, known.conflict) != (quote.direction, 0):
            self._disturbed.add(source_id)

    def copy(self, before: Before, page: Page, capture_id: int) -> None:
        """Let the capture of `page` show the quotes of the capture `before`, whatever follows."""
        if before.quotes:
            self._batch.write()
            self._disturbed.add(page.source_id)
            self._batch.connection.execute(_COPY, (page.seen_at, capture_id, before.capture_id))

    def write(self) -> None:
        """Write when they were seen; behind all other quotes of the transaction."""
        self._note_seen()
        if self._disturbed:  # by a page of before, which was written first
            turned = [(direction, quote_id, at) for quote_id, (at, direction) in self._seen.items()]
            self._batch.connection.executemany(_TURNED, turned)
        seen = [(at, quote_id, at) for quote_id, (at, _) in self._seen.items()]
        self._batch.connection.executemany(_SEEN, seen)

    def _note_seen(self) -> None:
        last = {ticker: seen_at for ticker, _, seen_at in sorted(self._untold, key=_when)}
        for ticker, seen_at in last.items():
            for one in ticker.quotes:
                self._seen[one.quote_id] = max(
                    self._seen.get(one.quote_id, _NEVER), (seen_at, one.direction), key=_first
                )
        self._untold.clear()


_when = itemgetter(2)
_first = itemgetter(0)
_NEVER = ("", None)
_SHOWN = """
    SELECT value, (
        SELECT json_group_array(json_array(quote_id, direction, conflict))
        FROM quote_sightings WHERE capture_id = wanted.value
    )
    FROM json_each(?) AS wanted
"""
_KNOWN = """
    SELECT
        own.id, instrument_id, rate_text, rate, direction, conflict, last_seen,
        ifnull((
            SELECT last_seen FROM quotes AS other
            WHERE other.instrument_id = own.instrument_id AND other.source_id = own.source_id AND other.id <> own.id
            ORDER BY last_seen DESC LIMIT 1
        ), '')
    FROM json_each(?) AS wanted CROSS JOIN quotes AS own ON own.id = wanted.value
"""
_RIVALS = """
    SELECT own.id, own.last_seen, other.id, other.last_seen
    FROM json_each(?) AS wanted CROSS JOIN quotes AS own ON own.id = wanted.value
    JOIN quotes AS other ON other.instrument_id = own.instrument_id AND other.source_id = own.source_id
        AND ifnull(other.as_of, '') = ifnull(own.as_of, '') AND other.id <> own.id -- as quotes_once has it
    WHERE own.conflict = 0
"""
_DISPUTES = """
    SELECT quote_id, page_key, strftime('%Y-%m-%dT%H:%M:%fZ', at, '+36 hours') -- as quote_seen has it
    FROM json_each(?) AS wanted CROSS JOIN open_disputes ON quote_id = wanted.value
"""
_SEEN = "UPDATE quotes SET last_seen = ? WHERE id = ? AND last_seen < ?"
_TURNED = "UPDATE quotes SET direction = ?1 WHERE id = ?2 AND last_seen < ?3 AND direction IS NOT ?1"
_COPY = """
    INSERT INTO quote_sightings (quote_id, seen_at, capture_id, occurrences, direction, conflict)
    SELECT quote_id, ?, ?, occurrences, direction, conflict FROM quote_sightings WHERE capture_id = ?
"""
