"""The date that a page prints for itself: beside its ticker or in its header, on a line of its own."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice, takewhile

from lxml import etree

from pipeline.parse.alternatives import any_of
from pipeline.parse.dates.find import find_day
from pipeline.parse.dates.labels import SURE
from pipeline.parse.html_tree import Element, one_line, raw_text
from pipeline.parse.quotes.tree.pieces import Piece, Pieces, each_piece

_LONGEST = 48
_MOST_WORDS = 6
_WORD = re.compile(r"[^\W\d_]+")
_STORY_WORDS = re.compile(rf"\b(?:{any_of(SURE)}|written|автор|(?:by|von|por|par)\b)", re.IGNORECASE)
"""Words that date a story and not the page."""
_PROSE = 60
"""Characters: a longer text on the way is a paragraph, and what follows it belongs to a story."""
_FAR = 80
"""Pieces of text that may stand between a ticker and the date, a menu for one."""
_WITH_YEAR = etree.XPath(".//text()[contains(., '20') or contains(., '19')]", smart_strings=False)
_LONGEST_NODE = 200
"""Characters of a text node with its indents that may be a date."""
_NEXT_STORY = 300
"""Pieces of text within which the next story of a listing begins."""
_HOME = re.compile(r"(?:https?://[^/?#]*)?/?(?:index\.\w+)?")

_MOST_BOXES = 3
"""How many boxes stand around the header of a page."""


def day_alone(text: str, language: str | None) -> date | None:
    """The day in a text that is a date and nothing else: `Monday, 8 December 2025`; None for any other text."""
    line = one_line(text[: 4 * _LONGEST])
    if not 6 <= len(line) <= _LONGEST or not any(map(str.isdigit, line)) or _STORY_WORDS.search(line):
        return None
    if len(_WORD.findall(line)) > _MOST_WORDS:
        return None
    day, _ = find_day(line, language=language)
    return day


def day_beside(
    first: int, end: int, pieces: Pieces, taken: Collection[int], language: str | None
) -> tuple[date, range] | None:
    """The date nearest to the ticker in the slice `first:end`, below it or above, and the pieces that print it.

    `taken` are the pieces of all tickers. No headline and no paragraph may stand on the way, nor a headline in
    a box around the date, nor another day in an element of the same make: it would date a story.
    """
    ticker = set(pieces.around(first, end))
    below = range(end, min(end + _FAR, len(pieces.texts)))
    above = range(first - 1, max(first - _FAR, 0) - 1, -1)
    for number in (*_free(below, pieces, taken, language), *_free(above, pieces, taken, language)):
        found = _day_at(number, pieces, language)
        if (
            found
            and not _in_card(number, pieces, ticker)
            and not _is_one_of_many(number, found[0], pieces, language)
        ):
            return found
    return None


def day_in_header(root: Element, language: str | None) -> tuple[date, Pieces, range] | None:
    """The date in the header of a page without a ticker, and the pieces of that header that print it."""
    header = next(filter(_is_of_page, root.iter("header")), None)
    if header is None or not any(day_alone(text, language) for text in _with_year(header)):
        return None
    spans: dict[Element, tuple[int, int]] = {}
    texts: list[Piece] = []
    walk = each_piece(header, spans)
    for number, piece in enumerate(islice(walk, _FAR + _MOST_WORDS)):
        if number < _FAR and _tells_story(piece):
            return None
        texts.append(piece)
    opening = Pieces(tuple(texts), spans)
    numbers = range(len(texts))[:_FAR]
    found = next(filter(None, (_day_at(number, opening, language) for number in numbers)), None)
    return (found[0], Pieces((*texts, *walk), spans), found[1]) if found else None


def _is_of_page(header: Element) -> bool:
    """Whether nothing but a few boxes stand around a header: one in `main` or `article` is that of a story."""
    around = islice(header.iterancestors(), _MOST_BOXES + 1)
    return next((box.tag == "body" for box in around if box.tag != "div"), False)


def _with_year(element: Element) -> Iterable[str]:
    """The short texts below `element` that may name a year."""
    whole = raw_text(element)
    if "20" not in whole and "19" not in whole:  # half of them, and quicker than to look at each text
        return ()
    return (text for text in _WITH_YEAR(element) if len(text) < _LONGEST_NODE)


def _free(way: range, pieces: Pieces, taken: Collection[int], language: str | None) -> Iterator[int]:
    """The numbers along `way` up to where a story starts: no heading that is a date does, `Rates of 08.12.2025`."""
    for number in way:
        piece = pieces.texts[number]
        if number in taken or not _tells_story(piece) or _dates_ticker(piece, language):
            yield number
        else:
            return


def _dates_ticker(piece: Piece, language: str | None) -> bool:
    return not piece.around.story and day_alone(piece.text, language) is not None


def _tells_story(piece: Piece) -> bool:
    return piece.around.story or len(piece.text) > _PROSE or _is_headline(piece)


def _is_headline(piece: Piece) -> bool:
    """Whether it is a heading, and not the logo: that links to the front page."""
    if not piece.around.heading:
        return False
    links = islice((piece.holder, *piece.holder.iterancestors("a")), 3)
    return not (piece.around.link and any(_HOME.fullmatch(one.get("href") or "-") for one in links))


def _day_at(number: int, pieces: Pieces, language: str | None) -> tuple[date, range] | None:
    """The day that the piece prints, or the short block that starts with it, and nothing else does."""
    piece = pieces.texts[number]
    start, end = pieces.spans[piece.around.block]
    line = " ".join(one.text for one in pieces.texts[start : min(end, start + _MOST_WORDS)])
    if piece.around.link or _STORY_WORDS.search(line):
        return None
    if number == start and end - start <= _MOST_WORDS and (day := day_alone(line, language)):
        return day, range(start, end)
    day = day_alone(piece.text, language)
    return (day, range(number, number + 1)) if day else None


def _in_card(number: int, pieces: Pieces, ticker: Collection[Element]) -> bool:
    """Whether a box around the date, smaller than one that holds the ticker too, has a headline or is large."""
    for element in takewhile(lambda element: element not in ticker, pieces.around(number, number + 1)):
        first, end = pieces.spans[element]
        if end - first > _FAR or any(_is_headline(pieces.texts[n]) for n in range(first, end) if n != number):
            return True
    return False


def _is_one_of_many(number: int, day: date, pieces: Pieces, language: str | None) -> bool:
    """Whether an element of the same make around prints another day: stories have dates, a page has one."""
    make = _make(pieces.texts[number])
    around = range(max(number - _NEXT_STORY, 0), min(number + _NEXT_STORY, len(pieces.texts)))
    alike = (_day_at(other, pieces, language) for other in around if _make(pieces.texts[other]) == make)
    return any(found is not None and found[0] != day for found in alike)


def _make(piece: Piece) -> tuple[str, ...]:
    """Tag and class of the element that a text stands in, and of the block around it."""
    return tuple(f"{one.tag!s}.{one.get('class')}" for one in (piece.holder, piece.around.block))
