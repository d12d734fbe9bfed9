"""Rates that are far from the one before: flagged for a person, never altered."""

import sqlite3

from pipeline.load.values import storable
from pipeline.records import Problem, Quote, Reason

FAR = 1.5
"""Times up or down since the last capture: no currency moved so far in a night, and a lost decimal point does."""


Printed = tuple[str, str, float]
"""When, the rate as printed, and as a number."""


class Jumps:
    """Compares quotes with those before, in the file and of the transaction that is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._noted: dict[tuple[int, int], list[Printed]] = {}
        self._latest: dict[tuple[int, int], list[Printed]] = {}

    def note(self, quote: Quote, source_id: int, instrument_id: int, seen_at: str) -> Problem | None:
        """What is wrong with `quote`, seen at `seen_at`, beside the one that its source printed last before that."""
        key, rate = (source_id, instrument_id), float(quote.rate)
        noted = self._noted.setdefault(key, [])
        before = max((one for one in (*self._stored(key, seen_at), *noted) if one[0] < seen_at), default=None)
        noted.append((seen_at, f"{quote.rate:f}", rate))
        if before is None:
            return None
        then, text, rate_before = before
        if not rate_before or 1 / FAR <= rate / rate_before <= FAR:
            return None
        detail = f"{storable(quote.instrument)}: {quote.rate:f}, after {text} on {then[:10]}"
        return Problem(Reason.QUOTE_JUMP, detail)

    def _stored(self, key: tuple[int, int], seen_at: str) -> list[Printed]:
        """The last one of the file, or for a page that is loaded late the last one before it."""
        if key not in self._latest:
            self._latest[key] = self._connection.execute(_BEFORE, (*key, _EVER)).fetchall()
        latest = self._latest[key]
        if latest and latest[0][0] >= seen_at:
            return self._connection.execute(_BEFORE, (*key, seen_at)).fetchall()
        return latest


_EVER = "Z"
"""Behind all instants."""
_BEFORE = """
    SELECT * FROM (
        SELECT
            (SELECT max(seen_at) FROM quote_sightings WHERE quote_id = quotes.id AND seen_at < ?3) AS at,
            rate_text, rate
        FROM quotes WHERE source_id = ?1 AND instrument_id = ?2
    )
    WHERE at IS NOT NULL ORDER BY at DESC, rate_text DESC LIMIT 1
"""
