"""Rates that are far from the one before: flagged for a person, never altered."""

import sqlite3

from pipeline.load.values import storable
from pipeline.records import Problem, Quote, Reason

FAR = 1.5
"""Times up or down since the last capture: no currency moved so far in a night, and a lost decimal point does."""

_BEFORE = """
    SELECT quotes.rate_text, quotes.rate, quote_sightings.seen_at
    FROM quotes JOIN quote_sightings ON quote_sightings.quote_id = quotes.id
    WHERE quotes.source_id = ? AND quotes.instrument_id = ? AND quote_sightings.seen_at < ?
    ORDER BY quote_sightings.seen_at DESC LIMIT 1
"""


def jump(
    connection: sqlite3.Connection, quote: Quote, source_id: int, instrument_id: int, seen_at: str
) -> Problem | None:
    """What is wrong with `quote`, seen at `seen_at`, beside the one that its source printed last before that."""
    row = connection.execute(_BEFORE, (source_id, instrument_id, seen_at)).fetchone()
    if row is None:
        return None
    text, rate, then = row
    if not rate or 1 / FAR <= float(quote.rate) / rate <= FAR:
        return None
    detail = f"{storable(quote.instrument)}: {quote.rate:f}, after {text} on {then[:10]}"
    return Problem(Reason.QUOTE_JUMP, detail)
