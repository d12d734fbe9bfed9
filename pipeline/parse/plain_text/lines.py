"""The lines of a page, each with what it is by itself and beside its neighbours."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from pipeline.parse.body import asks
from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.service import is_service
from pipeline.parse.lines.shapes import Shape, is_sentence, shape_of, word_count
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.plain_text.marks import Mark, MarkedLine, cleaned, has_marks, opened
from pipeline.parse.plain_text.unwrap import unwrapped
from pipeline.parse.quotes.tokens import tokenize


class LineKind(Enum):
    """What a line is to the story around it."""

    LABEL = auto()
    """Headline-shaped: a title, a subhead or a section name."""
    PARAGRAPH = auto()
    ITEM = auto()
    DATE = auto()
    BYLINE = auto()
    CREDIT = auto()
    """A byline in parentheses, which closes a story."""
    MARKER = auto()
    """It says that the story goes on elsewhere, or for subscribers; the address may stand behind it."""
    MENU = auto()
    """The site's sections, side by side."""
    PAGING = auto()
    SERVICE = auto()
    """How to leave a letter, or to read it elsewhere."""
    QUOTATION = auto()
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty. `number` counts from 1 in the text that was read."""

    number: int
    text: str
    kind: LineKind
    level: int = 0
    """Of a heading that is marked as one, 1 to 6."""
    link: str | None = None
    """Where a headline, or a line that says where the story goes on, leads by its marks."""
    picture: str | None = None
    """The address of a picture; `text` is what it shows."""


_RULE = re.compile(r"\s*(?:--\s*|(?:[=~^#_*•·—–-]\s?){3,})$")
_SEPARATORS = re.compile(r"\s[|•·/]\s|[|]")
_ADDRESS = re.compile(r"<?https?://[^\s<>]+>?$")
_SIGN = re.compile(
    r"(?:[■◆▼◇★☆□](?=[^\s■◆▼◇★☆□])|\*\*\s(?=\S)"
    r"|(?:title|headline|заголовок|titel|titre|título|titolo|tytuł|başlık|标题|タイトル|제목)\s?[:：]\s{1,2}(?=\S))",
    re.IGNORECASE,
)
"""What programs put before a headline in a text."""
_CREDIT = re.compile(r"\([^()]{1,200}\)\Z")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_FEWEST_PLACES, _MOST_PLACE_WORDS = 3, 3


def without_rules(lines: Sequence[str]) -> list[str]:
    """`lines` with an empty one for each that only draws: what underlines a headline, or parts two stories."""
    return ["" if _RULE.match(line) else line for line in lines]


def address_in(line: Line) -> str | None:
    """The web address that a line leads to, or that ends it."""
    found = _ADDRESS.search(line.text)
    return line.link or (found[0].strip("<>") if found else None)


def with_numbered_titles(lines: Sequence[Line]) -> list[Line]:
    """Numbered lines of which each has a text below it are headlines: a newsletter numbers its stories.

    As they were where there are not two at least, or their numbers do not rise by one.
    """
    pairs = pairwise(lines)
    found = {
        line.number: int(number[1])
        for line, below in pairs
        if line.kind is LineKind.ITEM
        and (number := _NUMBERED.match(line.text))
        and below.kind is LineKind.PARAGRAPH
        and (below.number > line.number + 1 or (is_sentence(below.text) and not is_sentence(line.text)))
    }
    numbers = list(found.values())
    if len(numbers) < 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return list(lines)
    return [
        replace(line, text=_NUMBERED.sub("", line.text, count=1), kind=LineKind.LABEL)
        if line.number in found
        else line
        for line in lines
    ]


def read_lines(texts: Sequence[str], language: str | None) -> list[Line]:
    """The lines of a text that are not empty, wrapped ones put together, without marks of Markdown."""
    found: list[Line] = []
    before: Line | None = None
    headed = False
    for number, line in enumerate(_without_marks(without_rules(texts)), 1):
        headed = headed or line.mark is Mark.HEADING
        before = _line(number, line, language, before, headed=headed) if line.text or line.picture else None
        if before:
            found.append(before)
    return found


def _without_marks(texts: Sequence[str]) -> list[MarkedLine]:
    if not has_marks(texts):
        return unwrapped([MarkedLine(text) for text in texts])
    lines, addresses = opened(texts)
    return [cleaned(line, addresses) for line in unwrapped(lines)]


def _line(number: int, line: MarkedLine, language: str | None, before: Line | None, *, headed: bool) -> Line:
    """`before` is the line right above, None where an empty line stands between.

    Where headings are marked, `headed`, a line below one is none by its shape; set in bold it is.
    """
    if line.picture:
        return Line(number, line.text, LineKind.PICTURE, picture=line.picture)
    if line.mark is Mark.QUOTATION:
        return Line(number, line.text, LineKind.QUOTATION)
    if line.mark is Mark.HEADING:
        kind = LineKind.DATE if is_date_line(line.text, language) else LineKind.LABEL
        return Line(number, line.text, kind, line.level, link=line.link if line.linked else None)
    line = replace(line, text=_SIGN.sub("", line.text, count=1))
    kind = _kind_of(line.text, language, before)
    if headed and kind is LineKind.LABEL and not line.bold:
        kind = LineKind.PARAGRAPH
    leads = line.linked or kind is LineKind.MARKER
    return Line(number, line.text, kind, link=line.link if leads else None)


def _kind_of(text: str, language: str | None, before: Line | None) -> LineKind:
    """What an unmarked line is.

    Rates that the ticker's reader left in place are part of a story, and no headline.
    """
    for kind, tells in _TELLTALES:
        if tells(text, language):
            return kind
    match shape_of(text):
        case Shape.ITEM:
            return LineKind.ITEM
        case Shape.HEADLINE if not (before and _goes_on(before)) and tokenize(text) is None:
            return LineKind.LABEL
        case _:
            return LineKind.PARAGRAPH


_TELLTALES: tuple[tuple[LineKind, Callable[[str, str | None], bool]], ...] = (
    (LineKind.MARKER, lambda text, _: _leads_on(text) or asks(text)),
    (LineKind.MENU, lambda text, _: _is_menu(text)),
    (LineKind.PAGING, lambda text, _: is_paging(text)),
    (LineKind.SERVICE, lambda text, _: is_service(text)),
    (LineKind.DATE, is_date_line),
    (LineKind.BYLINE, is_byline),
    (
        LineKind.CREDIT,
        lambda text, language: _CREDIT.match(text) is not None and is_byline(text[1:-1], language),
    ),
)


def _leads_on(text: str) -> bool:
    """True for what says that the story goes on elsewhere, or only where: an address alone."""
    return is_marker(before := _ADDRESS.sub("", text)) or not before


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
