"""Tickers in plain text: which lines they are, and the date line beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.parse.html_tree import one_line
from pipeline.parse.lines.shapes import Shape, shape_of, word_count
from pipeline.parse.quotes.tree.page_date import day_alone
from pipeline.parse.quotes.words.items import Item, read_items, scrolls_by
from pipeline.parse.quotes.words.tokens import Kind, Token, tokenize

_DIGIT = re.compile(r"\d")
_FEWEST_TITLE_WORDS = 3
_NEAR = 3
"""Lines above and below a ticker."""
_PROSE = 80
"""Characters: a longer line that is no ticker is a paragraph."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines of one ticker: from its first to behind its last, and its items."""

    start: int
    end: int
    items: tuple[Item, ...]

    def printed(self) -> set[str]:
        return {str(item) for item in self.items}


def find_tickers(lines: Sequence[str], language: str | None) -> tuple[list[Item], date | None, set[int]]:
    """The items of all tickers, the date beside one of them, and the numbers of the lines that say it.

    A ticker stands above the first paragraph or below the last one. Between paragraphs it may be part of a
    story, and counts only where it scrolls by, or repeats one that stands outside.
    """
    if not any(map(_DIGIT.search, lines)):  # a rate has one
        return [], None, set()
    texts = [one_line(line) for line in lines]
    tokens = [tokenize(text, number) if text else None for number, text in enumerate(texts)]
    prose = [n for n, text in enumerate(texts) if tokens[n] is None and len(text) > _PROSE] or [len(texts)]
    runs = list(_runs(texts, tokens))
    outside = [run for run in runs if run.end <= prose[0] or run.start > prose[-1] or _scrolls_by(run, texts)]
    tickers = outside if len(outside) == len(runs) else _repeated(runs, outside)
    taken = {number for run in tickers for number in range(run.start, run.end) if texts[number]}
    day, line = _day_beside(tickers, texts, language)
    return [item for run in tickers for item in run.items], day, taken | line


def _scrolls_by(run: _Run, texts: Sequence[str]) -> bool:
    below = [text for text in texts[run.end : run.end + _NEAR] if text][:1]
    above = [text for text in texts[max(0, run.start - _NEAR) : run.start] if text][-1:]
    is_apart = not texts[run.start - 1] and bool(below) and not texts[run.end]
    leads = is_apart and shape_of(below[0]) is Shape.HEADLINE and word_count(below[0]) >= _FEWEST_TITLE_WORDS
    return scrolls_by(run.items, "".join(above), before_headline=leads)


def _repeated(runs: Sequence[_Run], outside: Sequence[_Run]) -> list[_Run]:
    """Those of `runs` that print nothing else than those outside the text do."""
    known = {printed for run in outside for printed in run.printed()}
    return [run for run in runs if run.printed() <= known]


def _runs(texts: Sequence[str], tokens: Sequence[list[Token] | None]) -> Iterator[_Run]:
    """Rows of ticker lines, with or without empty lines between them, that hold a rate."""
    row: list[Token] = []
    for number, text in enumerate((*texts, ".")):
        found = tokens[number] if number < len(tokens) else None
        if found is not None:
            row += (*found, Token(Kind.BREAK, place=number))
        elif text and row:
            if items := read_items(row):
                places = [place for item in items for place in item.places]
                yield _Run(min(places), max(places) + 1, tuple(items))
            row = []


def _day_beside(
    runs: Sequence[_Run], texts: Sequence[str], language: str | None
) -> tuple[date | None, set[int]]:
    """The date on the next line below or above a ticker, and that line's number."""
    for run in runs:
        below = next((n for n in range(run.end, len(texts)) if texts[n]), None)
        above = next((n for n in range(run.start - 1, -1, -1) if texts[n]), None)
        for number in (below, above):
            if number is not None and (day := day_alone(texts[number], language)):
                return day, {number}
    return None, set()
