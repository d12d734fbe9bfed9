"""What an unmarked line is: its words tell, or its shape."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from pipeline.parse.body import asks, is_button, is_call
from pipeline.parse.info_lines import PartKind, names_in, parts_of
from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line, is_dated_place
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.service import is_copyright, is_service
from pipeline.parse.lines.shapes import Shape, is_sentence, shape_of, word_count
from pipeline.parse.lines.teasers import is_marker, without_marker
from pipeline.parse.plain_text.lines.line import ADDRESS, Line, LineKind
from pipeline.parse.plain_text.lines.notes import is_note
from pipeline.parse.quotes.words.tokens import tokenize

_SEPARATORS = re.compile(r"\s[|•·/]\s|[|]")
_BUTTONS = re.compile(r"\[[^\W\d][^\[\]\d]{0,24}\](?: \[[^\W\d][^\[\]\d]{0,24}\]){0,9}")
"""As browsers for terminals show them, and pictures: `[Share] [Print]`, `[IMG]`."""
_PICTURED = re.compile(r"(?:fot\.|foto|photo(?: by)?|фото|zdjęcie|bild)\s?[:/]?\s", re.IGNORECASE)
_CREDIT = re.compile(r"\([^()]{1,200}\)\Z")
_SAID = re.compile(r"[–—]\s[^–—]{1,500}[^–—\d\s]\s[–—]\s")
"""What somebody says stands behind a dash in many languages, and who says it between two, in small letters."""
_REPORTS = re.compile(
    r"(?:本报|本報|特约)?(?:记者|記者)\s?[^\s。，]{2,12}(?:\s[^\s。，]{2,4})?\Z|\S{2,6}\s?(?:기자|특파원|記者|记者)\Z"
)
"""`记者 陈晓雯`, `정하늘 기자`."""
_FEWEST_PLACES, _MOST_PLACE_WORDS = 3, 3
_POINTERS = " -=>→➔»•"
"""What leads the eye to an address."""
_LONGEST_REMEMBERED = 80


def kind_of(text: str, language: str | None, before: Line | None) -> LineKind:
    """What an unmarked line is, below the line `before`."""
    kind = _remembered(text, language) if len(text) <= _LONGEST_REMEMBERED else _by_itself(text, language)
    return LineKind.PARAGRAPH if kind is LineKind.LABEL and before and _goes_on(before) else kind


def _by_itself(text: str, language: str | None) -> LineKind:
    """What a line is whatever stands around it.

    Rates that the ticker's reader left in place are part of a story, and no headline.
    """
    for kind, tells in _TELLTALES:
        if tells(text, language):
            return kind
    if told := _info(text, language):
        return told
    if is_dated_place(text, language):
        return LineKind.DATE
    match shape_of(text):
        case Shape.ITEM if not ((said := _SAID.match(text)) and text[said.end() : said.end() + 1].islower()):
            return LineKind.ITEM
        case Shape.HEADLINE if not _is_text(text):
            return LineKind.LABEL
        case _:
            return LineKind.PARAGRAPH


_remembered = lru_cache(maxsize=2_000)(_by_itself)
"""Buttons, bylines and feet are the same below every story, and a line that is read is asked a dozen questions."""


def _is_text(text: str) -> bool:
    """True for a rate, and for a short text that goes on elsewhere: `It snowed… Continue reading`."""
    is_rate = any(map(str.isdigit, text)) and tokenize(text) is not None
    return is_rate or without_marker(text)[1]


def _info(text: str, language: str | None) -> LineKind | None:
    """What a line is that says nothing but who wrote, when, and from which source."""
    if (pictured := _PICTURED.match(text)) and names_in(text[pictured.end() :], language):
        return LineKind.INFO
    kinds = (
        {part.kind for part in parts_of(text, language)} if len(text) <= _LONGEST_INFO else {PartKind.NONE}
    )
    if PartKind.NONE in kinds:
        return None
    return next((_INFO[kind] for kind in _INFO if kind in kinds), LineKind.INFO)


_LONGEST_INFO, _LONGEST_CALL = 160, 100
_INFO: Mapping[PartKind, LineKind] = {PartKind.BYLINE: LineKind.BYLINE, PartKind.DATE: LineKind.DATE}
_TELLTALES: tuple[tuple[LineKind, Callable[[str, str | None], bool]], ...] = (
    (LineKind.MARKER, lambda text, _: _leads_on(text) or asks(text)),
    (LineKind.MENU, lambda text, _: _is_menu(text)),
    (LineKind.COPYRIGHT, lambda text, _: is_copyright(text)),
    (LineKind.CALL, lambda text, _: len(text) <= _LONGEST_CALL and (is_call(text) or is_button(text))),
    (LineKind.CALL, lambda text, _: _BUTTONS.fullmatch(text) is not None),
    (LineKind.PAGING, lambda text, _: is_paging(text)),
    (LineKind.SERVICE, lambda text, _: is_service(text)),
    (LineKind.INFO, lambda text, _: is_note(text)),
    (LineKind.DATE, is_date_line),
    (LineKind.BYLINE, is_byline),
    (LineKind.BYLINE, lambda text, language: bool(_REPORTS.match(text) and names_in(text, language))),
    (
        LineKind.CREDIT,
        lambda text, language: _CREDIT.match(text) is not None and is_byline(text[1:-1], language),
    ),
)


def _leads_on(text: str) -> bool:
    """True for what says that the story goes on elsewhere, or only where: an address alone."""
    return is_marker(before := ADDRESS.sub("", text)) or not before.strip(_POINTERS)


def _is_menu(text: str) -> bool:
    """True for the names of several places, like `Home | Economy | Sport`; a date or a name signs a story."""
    places = _SEPARATORS.split(text)
    return len(places) >= _FEWEST_PLACES and all(
        0 < word_count(place) <= _MOST_PLACE_WORDS
        and not any(map(str.isdigit, place))
        and not is_sentence(place)
        and not is_byline(place, None)
        for place in places
    )


def _goes_on(line: Line) -> bool:
    """True where `line` announces or continues a list, so that a short line right below belongs to it."""
    return line.kind is LineKind.ITEM or (
        line.kind is LineKind.PARAGRAPH and line.text.endswith((":", ";", ","))
    )
