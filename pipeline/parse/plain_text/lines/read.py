"""The lines of a page, each with what it is by itself and beside its neighbours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.plain_text.lines.dumps import without_links
from pipeline.parse.plain_text.lines.fields import fields_in
from pipeline.parse.plain_text.lines.hours import behind_hours
from pipeline.parse.plain_text.lines.kept_lines import Kept, keep_apart
from pipeline.parse.plain_text.lines.line import Line, LineKind
from pipeline.parse.plain_text.lines.mail import lines_of_mail, without_quote_signs
from pipeline.parse.plain_text.lines.marks import (
    Mark,
    MarkedLine,
    cleaned,
    has_marks,
    opened,
    with_underlined,
)
from pipeline.parse.plain_text.lines.names_alone import with_names_alone
from pipeline.parse.plain_text.lines.repeated import with_repeated
from pipeline.parse.plain_text.lines.telltales import kind_of
from pipeline.parse.plain_text.lines.unwrap import unwrapped

_SPACES = str.maketrans(
    {**dict.fromkeys("\u00a0\u202f\u2007", " "), "\u3000": "  ", **dict.fromkeys("\ufeff\u200b\u2060")}
)
"""White space that is no other than a blank where a line is read, and what shows nothing."""
_RULE = re.compile(r"\s*(?:--\s*|(?:[=~^#_*+•·—–-]\s?){3,})$")
"""A line that only draws: it underlines a headline, or parts two stories."""
_SECTION = re.compile(
    r"\s*(?:[=~—–-]{2,}|[*_•]{3,})\s*([^\W_][^=~]{0,60}[^\s=~_*•—–-])\s*(?:[=~—–-]{2,}|[*_•]{3,})\s*\Z"
)
"""A name between rules."""
_IN_BRACKETS = re.compile(r"[【『]([^【】『』]{1,180})[】』]\s?(.*)")
"""A headline, or the section of one."""
_DRAWN_AROUND = re.compile(
    r"\+{2,5}\s?([^+\s][^+]{1,180}?)\s?\+{2,5}|\*([^*\s][^*]{1,180})\*|_([^_\s][^_]{1,180})_"
)
"""`+++ Headline +++`, and `*Headline*` as messengers make it bold."""
_POINTED = re.compile(r"(\S.{2,180}?)\s+[<(](https?://[^\s<>()]+)[>)]")
"""A headline with its address behind it."""
_SIGN = re.compile(
    r"(?:[\U0001f300-\U0001faff\u2600-\u27bf\u26a1\u2b50]\ufe0f?\s(?=\w)|[■◆▼◇★☆□](?=[^\s■◆▼◇★☆□])|[→➔➤▶►▸]\s?(?=\w)|\*\*\s(?=\S)"
    r"|(?:title|headline|заголовок|titel|titre|título|titolo|tytuł|başlık|标题|タイトル|제목)\s?[:：]\s{1,2}(?=\S))",
    re.IGNORECASE,
)
"""What programs put before a headline."""


def read_lines(texts: Sequence[str], language: str | None) -> list[Line]:
    """The lines of a text that are not empty, wrapped ones put together, without marks of Markdown."""
    texts = [text.translate(_SPACES).rstrip() for text in texts]
    fields = fields_in(texts, language)
    texts = _without(texts, fields)
    texts = without_links(without_quote_signs(texts, fields))
    lines = [*fields, *lines_of_mail(texts, fields), *_sections(texts)]
    texts, kept = keep_apart(_without(texts, lines))
    lines += [_kept_line(one) for one in kept]
    lines = sorted((*lines, *_read(texts, language)), key=lambda line: line.number)
    return with_names_alone(with_repeated(lines), language)


def _without(texts: Sequence[str], lines: Sequence[Line]) -> list[str]:
    numbers = {line.number for line in lines}
    return ["" if number in numbers else text for number, text in enumerate(texts, 1)]


def _sections(texts: Sequence[str]) -> Iterator[Line]:
    for number, text in enumerate(texts, 1):
        if _SECTION.match(text):
            yield Line(number, text.strip(), LineKind.SECTION)


def _kept_line(kept: Kept) -> Line:
    if not kept.cells:
        return Line(kept.number, kept.text, LineKind.CODE)
    cells = tuple(cleaned(MarkedLine(cell), {}).text for cell in kept.cells)
    return Line(kept.number, " | ".join(filter(None, cells)), LineKind.ROW, int(kept.header), cells=cells)


def _read(texts: Sequence[str], language: str | None) -> list[Line]:
    found: list[Line] = []
    before: Line | None = None
    headed = False
    marked = has_marks(texts)
    bare = ["" if _RULE.match(text) else text for text in (with_underlined(texts) if marked else texts)]
    lines = _without_marks(bare, marked=marked)
    hours = behind_hours([line.text for line in lines])
    for number, (_, text) in hours.items():
        lines[number - 1] = lines[number - 1]._replace(text=text)
    for number, line in enumerate(lines, 1):
        if line.mark is Mark.GOES_ON:
            found[-1] = replace(found[-1], lines=found[-1].lines + 1)
            continue
        headed = headed or line.mark is Mark.HEADING
        before = _line(number, line, language, before, headed=headed) if line.text or line.picture else None
        if before:
            timed = number in hours and before.kind is LineKind.LABEL
            found.append(replace(before, hour=hours[number][0]) if timed else before)
    return found


def _without_marks(texts: Sequence[str], *, marked: bool) -> list[MarkedLine]:
    if not marked:
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
    sign = _SIGN.match(line.text)
    text = line.text[sign.end() :] if sign else line.text
    boxed = _IN_BRACKETS.fullmatch(text)
    label, text = (boxed[1], boxed[2]) if boxed and boxed[2] else ("", boxed[1] if boxed else text)
    if text[:1] in "+*_" and (drawn := _DRAWN_AROUND.fullmatch(text)):
        text = drawn[drawn.lastindex or 0]
    kind = kind_of(text, language, before)
    text = " ".join(text.split())
    if label and kind is not LineKind.LABEL:  # the place of a correspondent, say
        return Line(number, line.text, kind)
    if kind is LineKind.LABEL and (pointed := _POINTED.fullmatch(text)):
        return Line(number, pointed[1], kind, link=pointed[2])
    if headed and kind is LineKind.LABEL and not line.bold:
        kind = LineKind.PARAGRAPH
    leads = line.linked or kind is LineKind.MARKER
    return Line(number, text, kind, link=line.link if leads else None, label=label)
