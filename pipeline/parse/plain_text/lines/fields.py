"""Fields above a text, a line each: of mail, of pages kept as Markdown, of lists in reStructuredText.

From: Joan Ellery        ---                    :author: Joan Ellery
Subject: Ferry is back   title: Ferry is back   :date: 2026-03-03
Date: Tue, 3 Mar 2026    author: Joan Ellery
---
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from pipeline.parse.alternatives import any_of
from pipeline.parse.bylines.read import read_byline
from pipeline.parse.info_lines import names_in
from pipeline.parse.plain_text.lines.line import Line, LineKind


class Names(NamedTuple):
    """What the fields of mail are called in one language, several names parted by blanks."""

    who: str
    title: str
    date: str
    others: str


MAIL: Mapping[str, Names] = {
    "en": Names("from", "subject", "date sent", "to cc bcc reply-to"),
    "de": Names("von", "betreff", "datum gesendet", "an"),
    "fr": Names("de", "objet", "date envoyé", "à"),
    "es": Names("de", "asunto", "fecha", "para"),
    "pt": Names("de", "assunto", "data", "para"),
    "it": Names("da", "oggetto", "data", ""),
    "nl": Names("van", "onderwerp", "datum", "aan"),
    "pl": Names("od", "temat", "data", "do"),
    "tr": Names("kimden gönderen", "konu", "tarih", "kime"),
    "ru": Names("от", "тема", "дата отправлено", "кому копия"),
    "uk": Names("від", "тема", "дата", "кому"),
    "kk": Names("кімнен", "", "", ""),
    "ky": Names("кимден", "", "", ""),
    "zh": Names("发件人", "主题", "日期", "收件人"),
    "ja": Names("差出人", "件名", "", "宛先"),
    "ko": Names("보낸사람", "제목", "", "받는사람"),
}


def _any_name(field: int) -> str:
    return any_of({name for names in MAIL.values() for name in names[field].split()})


_WHO, _TITLE, _DATE, _OTHERS = map(_any_name, range(len(Names._fields)))
_MAIL = re.compile(
    rf"(?:(?P<who>{_WHO})|(?P<title>{_TITLE})|(?P<date>{_DATE})|{_OTHERS})\s?(?::\s|：\s?)(?P<value>\S.*)",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(r"(?:[A-Z][\w]*(?:-\w+)+|Message|Importance|Organization|Keywords):\s\S|[ \t]+\S")
"""Other fields of mail, and lines that go on with the one above."""
_FEWEST_KINDS = 2
"""Of what front matter tells: a title, an author, a day, and what a program notes."""
_REPLY = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|отв|на)(?:\[\d+\])?:\s*|\[[^\[\]]{1,60}\]\s*)+(?=\S)", re.IGNORECASE
)
_MAILBOX = re.compile(r"\s?<[^<>]{0,200}>|\s?\([^()]{0,200}\)|\S{1,80}@\S{1,80}|\"")
_FENCES = {"---": ":", "+++": "="}
_MOST_FIELDS = 60
_KEY = re.compile(r":?(?P<key>[\w -]{1,40}?)\s?[:=]\s*(?P<value>.*)")
_LISTED = re.compile(r":[\w][\w -]{0,30}:(?:\s|\Z)")
_DIRECTIVE = re.compile(r"\.\. (?:_[^:]{1,80}:|\|[^|]{1,80}\||(?:image|figure|contents|meta|raw|include)::)")
_TITLES = frozenset({"title", "titel", "titre", "título", "заголовок", "название", "标题"})
_AUTHORS = frozenset({"author", "authors", "autor", "auteur", "автор", "作者", "byline"})
_DAYS = frozenset({"date", "published", "pubdate", "datum", "fecha", "дата", "日期"})


def fields_in(texts: Sequence[str], language: str | None) -> list[Line]:
    """The lines that are fields: what they tell of a story, and those of mail and the rest as they stand."""
    return _front_matter(texts, language) or [
        *_fields_of_mail(texts),
        *_directives(texts),
        *_list_of_fields(texts, language),
    ]


def number_of_letters(lines: Sequence[Line]) -> int:
    """How many letters have a subject."""
    fields = (_MAIL.match(line.text) for line in lines if line.kind is LineKind.MAIL)
    return sum(field is not None and bool(field["title"]) for field in fields)


def with_subjects(lines: Sequence[Line], language: str | None) -> list[Line]:
    """`lines` with the subject, the writer and the day of each letter as the head of its story."""
    runs = [list(run) for _, run in groupby(lines, key=lambda line: line.kind is LineKind.MAIL)]
    return [line for run in runs for line in (_head(run, language) or run)]


def _head(run: Sequence[Line], language: str | None) -> list[Line]:
    """The title first, as in all heads, right above the text: the places of lines change hands. Empty without one."""
    told = [(line, field) for line in run if line.kind is LineKind.MAIL and (field := _MAIL.match(line.text))]
    titles = [
        _line(line, LineKind.LABEL, _REPLY.sub("", field["value"], count=1))
        for line, field in told
        if field["title"]
    ]
    writers = [
        _line(line, LineKind.BYLINE, name)
        for line, field in told
        if field["who"] and names_in(name := _MAILBOX.sub("", field["value"]).strip(), language)
    ]
    days = [_line(line, LineKind.DATE, field["value"]) for line, field in told if field["date"]]
    if not titles:
        return []
    head = (*titles[:1], *writers[:1], *days[:1])
    places = {line.number for line in head}
    ordered = (*(line for line in run if line.number not in places), *head)
    return [replace(line, number=place.number) for line, place in zip(ordered, run, strict=True)]


def _line(line: Line, kind: LineKind, text: str) -> Line:
    return Line(line.number, text, kind, level=int(kind is LineKind.LABEL))


def _fields_of_mail(texts: Sequence[str]) -> Iterator[Line]:
    """The lines that say who wrote to whom, above each letter of a text; below, a subject alone parts one."""
    are_letters = False
    numbered = enumerate(texts, 1)
    for is_field, group in groupby(
        numbered, key=lambda one: bool(_MAIL.match(one[1]) or _TECHNICAL.match(one[1]))
    ):
        run = [(number, text.strip()) for number, text in group] if is_field else []
        fields = [field for _, text in run if (field := _MAIL.match(text))]
        tells = any(field["title"] or field["date"] for field in fields)  # `From: Osh`, `To: Naryn` is a way
        if tells and any(field["who"] for field in fields):
            are_letters = True
            yield from (Line(number, text, LineKind.MAIL) for number, text in run)
        elif are_letters and tells:
            yield from (Line(number, text, LineKind.SECTION) for number, text in run)


def _front_matter(texts: Sequence[str], language: str | None) -> list[Line]:
    """What stands between two fences at the top, with the title first."""
    first = next((place for place, text in enumerate(texts[:_MOST_FIELDS]) if text.strip()), 0)
    fence = texts[first].strip() if texts else ""
    inside = range(first + 1, min(first + _MOST_FIELDS, len(texts)))
    end = next((place for place in inside if texts[place].strip() == fence), 0)
    if fence not in _FENCES or not end:
        return []
    lines = [
        _told(place + 1, texts[place], language) for place in range(first + 1, end) if texts[place].strip()
    ]
    order = (LineKind.LABEL, LineKind.BYLINE, LineKind.DATE)
    head = sorted((line for line in lines if line.kind in order), key=lambda line: order.index(line.kind))
    if len({line.kind for line in lines}) < _FEWEST_KINDS:
        return []
    numbers = sorted(line.number for line in head)
    moved = (replace(line, number=number) for line, number in zip(head, numbers, strict=True))
    return [*moved, *(line for line in lines if line.kind is LineKind.FIELD)]


def _directives(texts: Sequence[str]) -> Iterator[Line]:
    """What reStructuredText says to the program that prints it: `.. image:: /bridge.jpg`, and the lines below."""
    directs = False
    for number, text in enumerate(texts, 1):
        directs = _DIRECTIVE.match(text) is not None or (directs and text.startswith("   "))
        if directs:
            yield Line(number, text.strip(), LineKind.FIELD)


def _list_of_fields(texts: Sequence[str], language: str | None) -> Iterator[Line]:
    """Fields of reStructuredText: several at the top, or one that tells of a story; `:smile:` opens a sentence."""
    is_top = True
    for is_listed, group in groupby(enumerate(texts, 1), key=lambda one: _LISTED.match(one[1]) is not None):
        run = [(number, text) for number, text in group if text.strip()]
        lines = [_told(number, text, language) for number, text in run] if is_listed else []
        if (is_top and len(lines) > 1) or any(line.kind is not LineKind.FIELD for line in lines):
            yield from lines
        is_top = is_top and not run


def _told(number: int, text: str, language: str | None) -> Line:
    field = _KEY.match(text)
    key, value = (field["key"].casefold(), field["value"].strip("\"' ")) if field else ("", "")
    if key in _TITLES and value:
        return Line(number, value, LineKind.LABEL, level=1)
    if key in _AUTHORS and read_byline(value, language):
        return Line(number, value, LineKind.BYLINE)
    if key in _DAYS and value:
        return Line(number, value, LineKind.DATE)
    return Line(number, text.strip(), LineKind.FIELD)
