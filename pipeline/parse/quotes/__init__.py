"""Ticker quotes and the date a page prints for itself: found, read, taken out, repeats folded.

tree ──▶ pieces ─▶ elements ─┐
                             ├─▶ words: tokens ─▶ items ─▶ dedupe ─▶ quotes
texts ─▶ lines ──────────────┘
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from pipeline.parse.html_tree import Element
from pipeline.parse.quotes.dedupe import Sighting, read_quotes
from pipeline.parse.quotes.lines import find_tickers
from pipeline.parse.quotes.tree.elements import sightings_of, tickers_of
from pipeline.parse.quotes.tree.page_date import day_beside, day_in_header
from pipeline.parse.quotes.tree.pieces import pieces_of
from pipeline.parse.quotes.tree.refusal import may_hold_ticker
from pipeline.parse.quotes.tree.taking_out import take_out_pieces
from pipeline.parse.quotes.words.currencies import currency_named
from pipeline.records import Problem, Quote

_ASKED = 20
"""Tickers beside which the page's date is looked for: a bound for hostile pages."""


@dataclass(frozen=True, slots=True)
class PageQuotes:
    """What the tickers of one page say."""

    quotes: tuple[Quote, ...] = ()
    as_of: date | None = None
    problems: tuple[Problem, ...] = ()
    labels: tuple[str, ...] = ()
    """What stood in their boxes beside rates and date."""

    def dated(self, as_of: date | None) -> Self:
        """The same, of the day `as_of` where the tickers tell none."""
        if self.as_of is not None or as_of is None:
            return self
        quotes = tuple(replace(quote, as_of=quote.as_of or as_of) for quote in self.quotes)
        return replace(self, quotes=quotes, as_of=as_of)


def take_quotes(root: Element, language: str | None) -> PageQuotes:
    """Read the tickers and the page's date from a tree, and take their elements out of it.

    A ticker that is hidden counts only on a page that shows none.
    """
    found = _take_tickers(root, language) if may_hold_ticker(root) else None
    return found or _take_date(root, language)


def take_quotes_from_lines(lines: list[str], language: str | None) -> tuple[PageQuotes, list[str]]:
    """The same for plain text: what the tickers say, and the lines, empty where they are read."""
    items, as_of, taken = find_tickers(lines, language)
    quotes, problems = read_quotes([Sighting(item) for item in items], language=language, as_of=as_of)
    left = ["" if number in taken else line for number, line in enumerate(lines)]
    return PageQuotes(quotes, as_of, problems), left


def _take_tickers(root: Element, language: str | None) -> PageQuotes | None:
    pieces = pieces_of(root)
    tickers = tickers_of(pieces)
    if not tickers:
        return None
    shown = [ticker for ticker in tickers if not ticker.hidden] or tickers
    read = {place for ticker in tickers for item in ticker.items for place in item.places}
    within = (number for ticker in tickers for number in range(ticker.first, ticker.end))
    # the names of currencies beside what was read are labels
    taken = {n for n in within if n in read or currency_named(pieces.texts[n].text) is None}
    found = (day_beside(one.first, one.end, pieces, taken, language) for one in shown[:_ASKED])
    as_of, of_date = next(filter(None, found), (None, range(0)))
    sightings = [sighting for ticker in shown for sighting in sightings_of(ticker, pieces, language)]
    labels = take_out_pieces(pieces, taken.union(of_date))
    as_of = as_of or _take_date(root, language).as_of
    quotes, problems = read_quotes(sightings, language=language, as_of=as_of)
    return PageQuotes(quotes, as_of, problems, labels)


def _take_date(root: Element, language: str | None) -> PageQuotes:
    dated = day_in_header(root, language)
    if dated is None:
        return PageQuotes()
    as_of, pieces, of_date = dated
    return PageQuotes(as_of=as_of, labels=take_out_pieces(pieces, set(of_date)))
