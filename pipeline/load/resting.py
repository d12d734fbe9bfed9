"""Quotes that a page shows again as it did: whether more follows from that than that they were seen.

Nothing does while the source has printed no other value since, nor the same one otherwise: they rest. Pages of a source
show the same few quotes as a rule, so what is asked is asked once for each such ticker.
"""

import json
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from pipeline.load.batch import Batch
from pipeline.load.jumps import Jumps
from pipeline.load.repeats import Before, Page
from pipeline.records import Quote


class Known(NamedTuple):
    """A quote as all pages of its source show it."""

    quote_id: int
    instrument_id: int
    rate_text: str
    rate: float
    direction: int | None
    conflict: int
    other_seen: str
    """When the source printed another value last, of whatever date; empty where it never did."""


class Ticker:
    """The quotes of a page, as all pages show them, and whether they stand as this one does."""

    def __init__(self, quotes: Sequence[Known], *, rests: bool) -> None:
        self.quotes = quotes
        self.rests = rests
        self.other_seen = max(one.other_seen for one in quotes)


class RestingQuotes:
    """Knows which quotes rest in the course of a transaction, and notes that they were seen again."""

    def __init__(self, batch: Batch, jumps: Jumps) -> None:
        self._batch = batch
        self._jumps = jumps
        self._tickers: dict[int, Ticker] = {}
        self._known: dict[int, Known] = {}
        self._disturbed: set[int] = set()
        self._seen: dict[int, tuple[str, int | None]] = {}
        self._untold: list[tuple[Ticker, int, str]] = []

    def look_up(self, captures: Iterable[int]) -> None:
        """Ask at once for the tickers of captures that may be repeated; before anything is written."""
        shown = self._batch.connection.execute(_SHOWN, (json.dumps(sorted(set(captures))),)).fetchall()
        distinct = sorted({state for _, state in shown})
        states = dict(zip(distinct, json.loads(f"[{','.join(distinct)}]"), strict=True))
        listed = json.dumps(sorted({quote_id for state in states.values() for quote_id, *_ in state}))
        found = self._batch.connection.execute(_KNOWN, (listed,)) if shown else ()
        self._known = {row[0]: Known(*row) for row in found}
        tickers = {state: self._ticker(quotes) for state, quotes in states.items()}
        self._tickers = {capture_id: tickers[state] for capture_id, state in shown}

    def _ticker(self, state: Sequence[tuple[int, int | None, int]]) -> Ticker:
        quotes = [self._known[quote_id] for quote_id, *_ in state]
        rests = all(
            (one.direction, one.conflict) == (direction, conflict) and not conflict
            for one, (_, direction, conflict) in zip(quotes, state, strict=True)
        )
        return Ticker(quotes, rests=rests)

    def would_change(self, before: Before, page: Page) -> bool:
        """Whether a quote of the capture `before` would be another one, or doubtful, if `page` showed it again."""
        if not before.quotes:
            return False
        ticker = self._tickers.get(before.capture_id)
        if page.source_id in self._disturbed or ticker is None or not ticker.rests:
            return True
        if ticker.other_seen < before.seen_at < page.seen_at:
            return False
        return self._rival_seen(ticker) >= before.seen_at or (
            page.to_load.parsed is not None and self._jump(ticker, page)
        )

    def _rival_seen(self, ticker: Ticker) -> str:
        """When the source printed another value for the date of one of them last; empty where it never did."""
        listed = json.dumps([one.quote_id for one in ticker.quotes])
        return str(self._batch.connection.execute(_RIVAL, (listed,)).fetchone()[0])

    def _jump(self, ticker: Ticker, page: Page) -> bool:
        return any(
            self._jumps.before(page.source_id, one.instrument_id, (page.seen_at, one.rate_text, one.rate))
            for one in ticker.quotes
        )

    def see_again(self, before: Before, page: Page) -> None:
        """`page` shows the quotes of the capture `before`, and nothing else follows."""
        if before.quotes:
            self._untold.append((self._tickers[before.capture_id], page.source_id, page.seen_at))

    def tell(self) -> None:
        """Note what was seen again so far, for those that look for what was printed before."""
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
    SELECT capture_id, json_group_array(json_array(quote_id, direction, conflict))
    FROM json_each(?) AS wanted CROSS JOIN quote_sightings ON capture_id = wanted.value
    GROUP BY capture_id
"""
_KNOWN = """
    SELECT
        own.id, instrument_id, rate_text, rate, direction, conflict,
        ifnull((
            SELECT last_seen FROM quotes AS other
            WHERE other.instrument_id = own.instrument_id AND other.source_id = own.source_id AND other.id <> own.id
            ORDER BY last_seen DESC LIMIT 1
        ), '')
    FROM json_each(?) AS wanted CROSS JOIN quotes AS own ON own.id = wanted.value
"""
_RIVAL = """
    SELECT ifnull(max(other.last_seen), '')
    FROM json_each(?) AS wanted CROSS JOIN quotes AS own ON own.id = wanted.value
    JOIN quotes AS other ON other.instrument_id = own.instrument_id AND other.source_id = own.source_id
        AND ifnull(other.as_of, '') = ifnull(own.as_of, '') AND other.id <> own.id -- as quotes_once has it
"""
_SEEN = "UPDATE quotes SET last_seen = ? WHERE id = ? AND last_seen < ?"
_TURNED = "UPDATE quotes SET direction = ?1 WHERE id = ?2 AND last_seen < ?3 AND direction IS NOT ?1"
_COPY = """
    INSERT INTO quote_sightings (quote_id, seen_at, capture_id, occurrences, direction, conflict)
    SELECT quote_id, ?, ?, occurrences, direction, conflict FROM quote_sightings WHERE capture_id = ?
"""
