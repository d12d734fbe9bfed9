"""Rates that are far from the one before: flagged for a person, never altered."""

import sqlite3

from pipeline.load.values import storable
from pipeline.records import Problem, Quote, Reason

FAR = 1.5
"""Times up or down since the last capture: no currency moved so far in a night, and a lost decimal point does."""


class Jumps:
    """Compares quotes with those before, in the file and of the transaction that is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._noted: dict[tuple[int, int], list[tuple[str, str, float]]] = {}

    def note(self, quote: Quote, source_id: int, instrument_id: int, seen_at: str) -> Problem | None:
        """What is wrong with `quote`, seen at `seen_at`, beside the one that its source printed last before that."""
        key, rate = (source_id, instrument_id), float(quote.rate)
        noted = self._noted.setdefault(key, [])
        stored = self._connection.execute(_BEFORE, (*key, seen_at)).fetchall()
        before = max((one for one in (*stored, *noted) if one[0] < seen_at), default=None)
        noted.append((seen_at, f"{quote.rate:f}", rate))
        if before is None:
            return None
        then, text, rate_before = before
        if not rate_before or 1 / FAR <= rate / rate_before <= FAR:
            return None
        detail = f"{storable(quote.instrument)}: {quote.rate:f}, after {text} on {then[:10]}"
        return Problem(Reason.QUOTE_JUMP, detail)


_BEFORE = """
    SELECT quote_sightings.seen_at, quotes.rate_text, quotes.rate
    FROM quotes JOIN quote_sightings ON quote_sightings.quote_id = quotes.id
    WHERE quotes.source_id = ? AND quotes.instrument_id = ? AND quote_sightings.seen_at < ?
    ORDER BY quote_sightings.seen_at DESC LIMIT 1
"""
