"""Rates that are far from the one before: flagged for a person, never altered."""

import sqlite3
from bisect import bisect_left, insort
from datetime import datetime

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

    def before(self, source_id: int, instrument_id: int, printed: Printed) -> Printed | None:
        """The rate that the source printed last before `printed`, if that one is far from it."""
        key, (seen_at, _, rate) = (source_id, instrument_id), printed
        noted = self._noted.get(key, [])
        place = bisect_left(noted, (seen_at,))
        before = max((*self._stored(key, seen_at), *noted[max(0, place - 1) : place]), default=None)
        if before is None or not before[2] or 1 / FAR <= rate / before[2] <= FAR:
            return None
        return before

    def note(self, source_id: int, instrument_id: int, printed: Printed) -> None:
        """The source has printed this, in the transaction that is open."""
        insort(self._noted.setdefault((source_id, instrument_id), []), printed)

    def _stored(self, key: tuple[int, int], seen_at: str) -> list[Printed]:
        """The last one of the file, or for a page that is loaded late the last one before it."""
        if key not in self._latest:
            self._latest[key] = self._connection.execute(_LATEST, key).fetchall()
        latest = self._latest[key]
        if latest and latest[0][0] >= seen_at:
            at_ms = round(datetime.fromisoformat(seen_at).timestamp() * 1000)
            return self._connection.execute(_BEFORE, (*key, seen_at, at_ms)).fetchall()
        return latest


def jump(quote: Quote, before: Printed) -> Problem:
    """What is wrong with `quote`."""
    then, text, _ = before
    return Problem(
        Reason.QUOTE_JUMP, f"{storable(quote.instrument)}: {quote.rate:f}, after {text} on {then[:10]}"
    )


_LATEST = """
    SELECT last_seen, rate_text, rate FROM quotes
    WHERE source_id = ?1 AND instrument_id = ?2 AND last_seen IS NOT NULL
    ORDER BY last_seen DESC, rate_text DESC LIMIT 1
"""
_BEFORE = """
    SELECT * FROM (
        SELECT
            iif(last_seen < ?3, last_seen, (
                SELECT max(max(seen_at, ifnull((
                    SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(fetched_ms) / 1000.0, 'unixepoch')
                    FROM repeats WHERE repeats.capture_id = shown.capture_id AND fetched_ms < ?4
                ), '')))
                FROM quote_sightings AS shown WHERE quote_id = quotes.id AND seen_at < ?3
            )) AS at,
            rate_text, rate
        FROM quotes WHERE source_id = ?1 AND instrument_id = ?2
    )
    WHERE at IS NOT NULL ORDER BY at DESC, rate_text DESC LIMIT 1
"""
