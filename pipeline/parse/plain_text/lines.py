"""The lines of a page, each with what it is by itself and beside its neighbours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.shapes import Shape, shape_of
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.quotes.tokens import tokenize


class LineKind(Enum):
    """What a line is to the story around it."""

    LABEL = auto()
    """Headline-shaped: a title, a subhead or a section name."""
    PARAGRAPH = auto()
    ITEM = auto()
    DATE = auto()
    BYLINE = auto()
    MARKER = auto()
    PAGING = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty. `number` counts from 1 in the text that was read."""

    number: int
    text: str
    kind: LineKind


def read_lines(lines: Sequence[str], language: str | None) -> list[Line]:
    """The lines that are not empty."""
    found: list[Line] = []
    before: Line | None = None
    for number, text in enumerate(lines, 1):
        if not text:
            before = None
            continue
        before = Line(number, text, _kind_of(text, language, before))
        found.append(before)
    return found


def _kind_of(text: str, language: str | None, before: Line | None) -> LineKind:
    """`before` is the line right above, None where an empty line stands between.

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
    (LineKind.MARKER, lambda text, _: is_marker(text)),
    (LineKind.PAGING, lambda text, _: is_paging(text)),
    (LineKind.DATE, is_date_line),
    (LineKind.BYLINE, is_byline),
)


def _goes_on(line: Line) -> bool:
    """True where `line` announces or continues a list, so that a short line right below belongs to it."""
    return line.kind is LineKind.ITEM or (
        line.kind is LineKind.PARAGRAPH and line.text.endswith((":", ";", ","))
    )
