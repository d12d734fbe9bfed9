"""Tickers in a tree: which pieces of text they are, and which of them count.

A ticker is a row of pieces that hold nothing but pairs, rates, changes and arrows, outside of any story: not
in an article, not in a heading, not below a paragraph that stands beside it, not within a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.parse.html_tree import Element, names_of
from pipeline.parse.quotes.dedupe import Sighting
from pipeline.parse.quotes.tree.colours import direction_of
from pipeline.parse.quotes.tree.pieces import Piece, Pieces
from pipeline.parse.quotes.words.instruments import EXCHANGE, SHARE
from pipeline.parse.quotes.words.items import Item, read_items, scrolls_by
from pipeline.parse.quotes.words.tokens import Kind, Token, tokenize

_PROSE = 60
"""Characters: a longer text directly in a <p> is part of a paragraph."""
_EXCHANGE = re.compile(EXCHANGE)
_LABEL = 30
"""Characters: a longer text on the same line as a rate makes it a sentence."""
_BEFORE_NAME = frozenset({Kind.PAIR, Kind.CODE, Kind.FRAGMENT, Kind.NUMBER})
"""What may stand before the name of a company or a currency: the number is the amount that the rate is for."""
_BAND = re.compile(r"ticker|marquee", re.IGNORECASE)
"""In the name of a box: rates that scroll by."""
_FURNITURE = frozenset({"html", "body", "header", "footer", "aside", "nav"})


@dataclass(frozen=True, slots=True)
class Ticker:
    """One ticker: the slice of the page's pieces that it stands in, and its items."""

    first: int
    end: int
    items: tuple[Item, ...]
    hidden: bool
    """A clone that scrolls by or waits for a narrower screen."""


def tickers_of(pieces: Pieces) -> list[Ticker]:
    """Every ticker of the page in reading order, the hidden ones too."""
    prose = _parents_of_prose(pieces)
    return [
        one
        for one in _rows(pieces.texts)
        if not _in_sentence(one, pieces) and not _in_story(one, pieces, prose)
    ]


def sightings_of(ticker: Ticker, pieces: Pieces, language: str | None) -> list[Sighting]:
    """The items of a ticker with what their elements tell of rise and fall.

    Items that share a piece of text have no elements of their own.
    """
    holds = Counter(place for item in ticker.items for place in item.places)
    return [
        Sighting(item, direction_of(_elements(item, pieces), language))
        if all(holds[place] == 1 for place in item.places)
        else Sighting(item)
        for item in ticker.items
    ]


def _rows(texts: tuple[Piece, ...]) -> Iterator[Ticker]:
    """Neighbouring pieces of one visibility that hold only what a ticker holds, a rate among it."""
    row: list[Token] = []
    hidden = False
    for number, piece in enumerate(texts):
        around = piece.around
        tokens = None if around.story or around.heading else tokenize(piece.text, number)
        if tokens is None:
            tokens = _of_share(texts, number, row)
        if row and (tokens is None or around.hidden != hidden):
            yield from _ticker(row, hidden=hidden)
            row = []
        if tokens is not None:
            row += (Token(piece.edge, place=number), *tokens)
            hidden = around.hidden
    if row:
        yield from _ticker(row, hidden=hidden)


def _of_share(texts: tuple[Piece, ...], number: int, row: list[Token]) -> list[Token] | None:
    """The tokens of the symbol of a share, or of a name in front of it or of a price; None where a text is neither."""
    if _is_symbol(texts, number):
        return [Token(Kind.FRAGMENT, _symbol(texts[number]), place=number)]
    if len(texts[number].text) > _LABEL:
        return None
    is_name = _is_symbol(texts, number + 1) or (
        bool(row) and row[-1].kind in _BEFORE_NAME and _is_price(texts, number + 1)
    )
    return [Token(Kind.BREAK, place=number)] if is_name else None


def _is_symbol(texts: tuple[Piece, ...], number: int) -> bool:
    """Whether a text is the symbol of a share: its price is the next text, or the one behind the company's name."""
    if not _is_capitals(texts, number):
        return False
    is_named = number + 1 < len(texts) and len(texts[number + 1].text) <= _LABEL
    return _is_price(texts, number + 1) or (is_named and _is_price(texts, number + 2))


def _is_capitals(texts: tuple[Piece, ...], number: int) -> bool:
    return number < len(texts) and SHARE.fullmatch(_symbol(texts[number])) is not None


def _symbol(piece: Piece) -> str:
    return _EXCHANGE.sub("", piece.text) if ":" in piece.text else piece.text


def _is_price(texts: tuple[Piece, ...], number: int) -> bool:
    behind = tokenize(texts[number].text) if number < len(texts) else None
    if not behind or behind[0].kind is not Kind.NUMBER:
        return False
    return any(mark in behind[0].text for mark in ".,")


def _ticker(row: list[Token], *, hidden: bool) -> Iterator[Ticker]:
    if items := read_items(row):
        places = [place for item in items for place in item.places]
        yield Ticker(min(places), max(places) + 1, tuple(items), hidden)


def _in_sentence(ticker: Ticker, pieces: Pieces) -> bool:
    """Whether text of the same line goes on before or behind it."""
    texts = pieces.texts
    sides = ((ticker.first, ticker.first - 1), (ticker.end - 1, ticker.end))
    for inside, outside in sides:
        if 0 <= outside < len(texts) and texts[max(inside, outside)].edge is not Kind.BREAK:
            same_line = texts[inside].around.block is texts[outside].around.block
            if same_line and len(texts[outside].text) > _LABEL:
                return True
    return False


def _parents_of_prose(pieces: Pieces) -> dict[Element, int]:
    """The elements that hold paragraphs, each with the number of the first piece of its first one."""
    parents: dict[Element, int] = {}
    for number, piece in enumerate(pieces.texts):
        block = piece.around.block
        if block.tag == "p" and len(piece.text) > _PROSE and (parent := block.getparent()) is not None:
            parents.setdefault(parent, number)
    return parents


def _in_story(ticker: Ticker, pieces: Pieces, prose: dict[Element, int]) -> bool:
    """Whether it stands below a paragraph, beside it or deeper: a table or list of a story.

    No band that scrolls by does: its name tells it, or what it prints.
    """
    for element in pieces.around(ticker.first, ticker.end):
        if _BAND.search(names_of(element)):
            return False
        if prose.get(element, ticker.first) < ticker.first:
            above = pieces.texts[ticker.first - 1].text if ticker.first else ""
            return not scrolls_by(ticker.items, above, before_headline=_is_headline(pieces, ticker.end))
        if element.tag in _FURNITURE:
            return False
    return False


def _is_headline(pieces: Pieces, number: int) -> bool:
    """Whether a text is a heading that leads to a page of its own."""
    around = pieces.texts[number].around if number < len(pieces.texts) else None
    return around is not None and around.heading and around.link


def _elements(item: Item, pieces: Pieces) -> Iterator[Element]:
    """The elements that hold this item and nothing else, and the icons beside its last text."""
    first, end = min(item.places), max(item.places) + 1
    own: Element | None = None
    for element in pieces.around(first, end):
        if pieces.spans[element] != (first, end) or element.tag in _FURNITURE:
            break
        own = element
    if own is not None:
        yield from own.iter()
        return
    for place in item.places:
        holder = pieces.texts[place].holder
        if first <= pieces.spans[holder][0] and pieces.spans[holder][1] <= end:
            yield holder
    icon = _behind(pieces.texts[end - 1])
    while icon is not None and pieces.spans.get(icon) == (end, end):
        yield icon
        icon = icon.getnext()


def _behind(piece: Piece) -> Element | None:
    """The element that follows a text, or that follows the inline element which it fills."""
    if not piece.tail and len(piece.owner):
        return piece.owner[0]
    return piece.owner.getnext()
