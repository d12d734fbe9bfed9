"""The quotes of a page → an append-only series, a sighting each, as rows of a batch."""

from collections import Counter

from pipeline.load.connection import id_of
from pipeline.load.values import storable
from pipeline.load.writing.batch import Batch, Row
from pipeline.load.writing.jumps import Jumps, jump
from pipeline.load.writing.repeats import Page
from pipeline.load.writing.resting import RestingQuotes
from pipeline.load.writing.rows import quote_row
from pipeline.records import Problem, Quote


class QuoteWriter:
    """Writes the quotes of one page after another."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._jumps = Jumps(batch.connection)
        self.resting = RestingQuotes(batch, self._jumps)
        self._instruments: dict[tuple[str, str, str], int] = {}
        self._quotes: dict[tuple[object, ...], int] = {}

    def write(self, page: Page, capture_id: int) -> tuple[Counter[bool], list[Problem]]:
        """Record the quotes of `page`: how many were new (True) and known (False), and what is doubtful about them."""
        added: Counter[bool] = Counter()
        doubtful: list[Problem] = []
        sightings: dict[int, dict[str, object]] = {}
        self.resting.tell()
        for quote in page.to_load.parsed.quotes if page.to_load.parsed else ():
            instrument = self._instrument(quote)
            printed = (page.seen_at, f"{quote.rate:f}", float(quote.rate))
            if before := self._jumps.before(page.source_id, instrument, printed):
                doubtful.append(jump(quote, before))
            self._jumps.note(page.source_id, instrument, printed)
            quote_id, is_new = self._quote(page.source_id, instrument, quote_row(quote))
            added[is_new] += 1
            self.resting.note(page.source_id, quote_id, quote)
            if quote_id in sightings:  # printed in two ways that come to one
                occurrences = sightings[quote_id]["occurrences"]
                assert isinstance(occurrences, int)
                sightings[quote_id]["occurrences"] = occurrences + quote.occurrences
                continue
            sightings[quote_id] = {
                "quote_id": quote_id,
                "seen_at": page.seen_at,
                "capture_id": capture_id,
                "occurrences": quote.occurrences,
                "direction": quote.direction,
                "conflict": quote.conflict,
            }
        self._batch.add("quote_sightings", *sightings.values())
        return added, doubtful

    def _instrument(self, quote: Quote) -> int:
        key = (quote.kind.value, storable(quote.base), storable(quote.quote))
        if key not in self._instruments:
            columns = dict(zip(("kind", "base", "quote"), key, strict=True))
            self._instruments[key] = id_of(self._batch.connection, "instruments", **columns)
        return self._instruments[key]

    def _quote(self, source_id: int, instrument: int, row: Row) -> tuple[int, bool]:
        """The id of its row, and whether it was added."""
        key = (instrument, source_id, row["as_of"], row["rate_text"], row["change_text"])
        if key in self._quotes:
            return self._quotes[key], False
        known = self._batch.connection.execute(_QUOTE, key).fetchone()
        self._quotes[key] = known[0] if known else self._batch.new_id("quotes")
        if not known:
            ids = {"id": self._quotes[key], "source_id": source_id, "instrument_id": instrument}
            self._batch.add("quotes", {**ids, **row})
        return self._quotes[key], not known


_QUOTE = """
    SELECT id FROM quotes WHERE instrument_id = ? AND source_id = ?
    AND ifnull(as_of, '') = ifnull(?, '') AND rate_text = ? AND ifnull(change_text, '') = ifnull(?, '')
"""
