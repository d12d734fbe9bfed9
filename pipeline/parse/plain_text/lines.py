"""The lines of a page, each with what it is by itself and beside its neighbours."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from pipeline.parse.body import asks, is_button, is_call
from pipeline.parse.info_lines import PartKind, names_in, parts_of
from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.service import is_copyright, is_service
from pipeline.parse.lines.shapes import Shape, is_sentence, shape_of, without_bullet, word_count
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.plain_text.dumps import without_links
from pipeline.parse.plain_text.hours import behind_hours
from pipeline.parse.plain_text.kept_lines import Kept, keep_apart
from pipeline.parse.plain_text.mail import fields_of_mail, without_quote_signs
from pipeline.parse.plain_text.marks import Mark, MarkedLine, cleaned, has_marks, opened, with_underlined
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
    CALL = auto()
    """What asks readers to share, to follow, to subscribe."""
    COPYRIGHT = auto()
    MAIL = auto()
    """A field above a letter, or the line above one that is quoted."""
    SECTION = auto()
    """The name of the section that begins here, drawn large: `=== ECONOMY ===`."""
    INFO = auto()
    """Small print that is neither date nor byline: a source, a number of readers."""
    CODE = auto()
    ROW = auto()
    """Of a table."""
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
    timed: bool = False
    """Whether an hour stood before it, `10:20 Bridge reopens`."""
    link: str | None = None
    """Where a headline, or a line that says where the story goes on, leads by its marks."""
    picture: str | None = None
    """The address of a picture; `text` is what it shows."""
    cells: tuple[str, ...] = ()
    """Of the row of a table; `level` is 1 in the one that names the columns."""


_RULE = re.compile(r"\s*(?:--\s*|(?:[=~^#_*•·—–-]\s?){3,})$")
_SEPARATORS = re.compile(r"\s[|•·/]\s|[|]")
_ADDRESS = re.compile(r"[<\[]?https?://[^\s<>\[\]]+[>\]]?$")
_SECTION = re.compile(
    r"\s*(?:[=~—–-]{2,}|[*_•]{3,})\s*([^\W_][^=~]{0,60}[^\W_])\s*(?:[=~—–-]{2,}|[*_•]{3,})\s*\Z"
)
"""A name between rules."""
_IN_BRACKETS = re.compile(r"[【『](.{2,180})[】』]")
_POINTED = re.compile(r"(\S.{2,180}?)\s+[<(](https?://[^\s<>()]+)[>)]")
"""A headline with its address behind it."""
_SIGN = re.compile(
    r"(?:[\U0001f300-\U0001faff\u2600-\u27bf\u26a1\u2b50]\ufe0f?\s(?=\w)|[■◆▼◇★☆□](?=[^\s■◆▼◇★☆□])|[→➔➤▶►▸]\s?(?=\w)|\*\*\s(?=\S)"
    r"|(?:title|headline|заголовок|titel|titre|título|titolo|tytuł|başlık|标题|タイトル|제목)\s?[:：]\s{1,2}(?=\S))",
    re.IGNORECASE,
)
"""What programs put before a headline in a text."""
_BUTTONS = re.compile(r"\[[^\W\d][^\[\]\d]{0,24}\](?: \[[^\W\d][^\[\]\d]{0,24}\]){0,9}")
"""As browsers for terminals show them, and pictures: `[Share] [Print]`, `[IMG]`."""
_PICTURED = re.compile(r"(?:fot\.|foto|photo(?: by)?|фото|zdjęcie|bild)\s?[:/]?\s", re.IGNORECASE)
_CREDIT = re.compile(r"\([^()]{1,200}\)\Z")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_FEWEST_PLACES, _MOST_PLACE_WORDS = 3, 3
_FEWEST_TITLE_WORDS = 3
_LISTED = 2
"""The level of a headline that is the item of a list."""


def without_rules(lines: Sequence[str]) -> list[str]:
    """`lines` with an empty one for each that only draws: what underlines a headline, or parts two stories."""
    return ["" if _RULE.match(line) else line for line in lines]


def address_in(line: Line) -> str | None:
    """The web address that a line leads to, or that ends it."""
    found = _ADDRESS.search(line.text)
    return line.link or (found[0].strip("<>[]") if found else None)


def with_listed_titles(lines: Sequence[Line]) -> list[Line]:
    """Items of a list are headlines where each has an address below it, or a number and a text: so do newsletters.

    As they were where there are not two at least, where their numbers do not rise by one, and where they are as short
    as the parts of one text.
    """
    found = _numbered(lines) or _addressed(lines)
    if len(found) < 2 or median(word_count(title.text) for title in found.values()) < _FEWEST_TITLE_WORDS:
        return list(lines)
    return [found.get(line.number, line) for line in lines]


def _numbered(lines: Sequence[Line]) -> dict[int, Line]:
    found: dict[int, Line] = {}
    numbers: list[int] = []
    for line, below in pairwise(lines):
        number = _NUMBERED.match(line.text) if line.kind is LineKind.ITEM else None
        apart = below.number > line.number + 1 or (is_sentence(below.text) and not is_sentence(line.text))
        if number and below.kind is LineKind.PARAGRAPH and apart:
            found[line.number] = replace(line, text=line.text[number.end() :], kind=LineKind.LABEL)
            numbers.append(int(number[1]))
    return found if numbers == list(range(numbers[0], numbers[0] + len(numbers)) if numbers else ()) else {}


def _addressed(lines: Sequence[Line]) -> dict[int, Line]:
    return {
        line.number: replace(
            line, text=without_bullet(line.text), kind=LineKind.LABEL, level=_LISTED, link=address_in(below)
        )
        for line, below in pairwise(lines)
        if line.kind is LineKind.ITEM and below.kind is LineKind.MARKER and address_in(below)
    }


def read_lines(texts: Sequence[str], language: str | None) -> list[Line]:
    """The lines of a text that are not empty, wrapped ones put together, without marks of Markdown."""
    texts, kept = keep_apart(without_links(without_quote_signs(texts)))
    special = dict.fromkeys(fields_of_mail(texts), LineKind.MAIL)
    special |= {number: LineKind.SECTION for number, text in enumerate(texts, 1) if _SECTION.match(text)}
    lines = [Line(number, texts[number - 1].strip(), kind) for number, kind in special.items()]
    lines += [_kept_line(one) for one in kept]
    texts = ["" if number in special else text for number, text in enumerate(texts, 1)]
    return sorted((*lines, *_read(texts, language)), key=lambda line: line.number)


def _kept_line(kept: Kept) -> Line:
    if not kept.cells:
        return Line(kept.number, kept.text, LineKind.CODE)
    cells = tuple(cleaned(MarkedLine(cell), {}).text for cell in kept.cells)
    return Line(kept.number, " | ".join(filter(None, cells)), LineKind.ROW, int(kept.header), cells=cells)


def _read(texts: Sequence[str], language: str | None) -> list[Line]:
    found: list[Line] = []
    before: Line | None = None
    headed = False
    texts = with_underlined(texts) if has_marks(texts) else texts
    lines = _without_marks(without_rules(texts))
    hours = behind_hours([line.text for line in lines])
    lines = [line._replace(text=hours.get(number, line.text)) for number, line in enumerate(lines, 1)]
    for number, line in enumerate(lines, 1):
        headed = headed or line.mark is Mark.HEADING
        before = _line(number, line, language, before, headed=headed) if line.text or line.picture else None
        if before:
            found.append(replace(before, timed=number in hours and before.kind is LineKind.LABEL))
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
    text = _IN_BRACKETS.sub(r"\1", _SIGN.sub("", line.text, count=1))
    kind = _kind_of(text, language, before)
    if kind is LineKind.LABEL and (pointed := _POINTED.fullmatch(text)):
        return Line(number, pointed[1], kind, link=pointed[2])
    if headed and kind is LineKind.LABEL and not line.bold:
        kind = LineKind.PARAGRAPH
    leads = line.linked or kind is LineKind.MARKER
    return Line(number, text, kind, link=line.link if leads else None)


def _kind_of(text: str, language: str | None, before: Line | None) -> LineKind:
    """What an unmarked line is.

    Rates that the ticker's reader left in place are part of a story, and no headline.
    """
    for kind, tells in _TELLTALES:
        if tells(text, language):
            return kind
    if told := _info(text, language):
        return told
    match shape_of(text):
        case Shape.ITEM:
            return LineKind.ITEM
        case Shape.HEADLINE if not (before and _goes_on(before)) and not _is_rate(text):
            return LineKind.LABEL
        case _:
            return LineKind.PARAGRAPH


def _is_rate(text: str) -> bool:
    return any(map(str.isdigit, text)) and tokenize(text) is not None


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
    (LineKind.CALL, lambda text, _: len(text) <= _LONGEST_CALL and _is_call(text)),
    (LineKind.PAGING, lambda text, _: is_paging(text)),
    (LineKind.SERVICE, lambda text, _: is_service(text)),
    (LineKind.DATE, is_date_line),
    (LineKind.BYLINE, is_byline),
    (
        LineKind.CREDIT,
        lambda text, language: _CREDIT.match(text) is not None and is_byline(text[1:-1], language),
    ),
)


def _is_call(text: str) -> bool:
    return is_call(text) or is_button(text) or _BUTTONS.fullmatch(text) is not None


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
