"""Dates that readers see near the headline: of publication, and of the last change where a word says so."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from pipeline.parse.alternatives import any_of
from pipeline.parse.dates.labels import CAME_OUT, CHANGED, names_change
from pipeline.parse.html_tree import Element, one_line, spaced_text
from pipeline.parse.metadata.naming.site_names import title_parts
from pipeline.parse.metadata.printed.attribute_dates import waiting_instants
from pipeline.parse.metadata.printed.headline_zone import Line
from pipeline.parse.metadata.printed.other_boxes import is_in_other_box
from pipeline.parse.metadata.printed.text_end import last_paragraph, lines_below
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.records import Candidate

_STEMS = (
    "updat", "modif", "edited", "revis", "corrected",
    "aktualis", "geändert", "änder", "actuali", "aggiorna", "atualiza", "zmian", "zmieni", "modyf", "aktualiz",
    "zaktualiz", "zmodyf", "güncel",
    "обновл", "измен", "оновл", "змінен", "жаңар", "жаңыр", "жаңыл", "жанар", "yangilan", "янгилан",
    "навс", "таҷдид", "täzelen",
    "gewijzigd", "päivit", "muokat", "frissít", "módos", "atnaujin", "atjaun", "uuenda", "промен",
    "ažur", "ажур", "تحديث", "به‌روز", "uppdater", "oppdater", "opdater", "ändrad", "endret", "ændret",
    "aangepast", "akt. ",
    "更新", "修改", "修订", "修訂", "수정", "업데이트",
)  # fmt: skip
"""How other words begin that label the date of the last change, not of publication."""

AS_OF = (
    "stand", "as of", "à jour au", "stan na", "по состоянию на", "станом на", "stato al",
)  # fmt: skip
"""Words that label the day up to which a text is right: `Stand: 12.03.2024`."""

_CHANGES = {*CHANGED, *_STEMS}.difference(AS_OF)
_BEGINS, _ENDS = r"(?<!\w.)", r"(?!\w)"
_CHANGED, _AS_OF = re.compile(any_of(_CHANGES, _BEGINS)), re.compile(any_of(AS_OF, _BEGINS, _ENDS))
_CHANGE = re.compile(f"{_CHANGED.pattern}|{_AS_OF.pattern}")
"""Looked for in small letters."""

_LAST = (
    "first", "originally", "zuerst", "last", "zuletzt", "letzte", "dernière", "última", "ultima", "ultimo",
    "ultime", "ostatnia", "ostatnio", "последнее", "последние", "останнє", "соңғы", "акыркы", "oxirgi",
    "охирги", "охирин", "soňky", "son", "laatst", "senast", "sist", "date de", "дата", "data", "fecha de",
    "最終", "最后", "最後", "최종",
)  # fmt: skip
"""What may stand before such a word."""

_CAME_OUT = (
    *CAME_OUT, "created", "uploaded", "gepost", "oprettet", "veröff", "등록", "승인", "发布", "發布", "公開", "配信",
)  # fmt: skip
"""How a label begins of the date of publication, where that of the last change stands before it."""

_OUT = re.compile(any_of(_CAME_OUT))
_PIECES = re.compile(
    r"\s{0,2}[|•·ㅣ](?!\s{0,2}(?:\d{1,2}[:.hH]\d\d(?![.\d])|GMT|UTC))\s{0,2}"
    rf"|(?<=[\d.)\w])(?<!first)(?<!originally)[\s(,;./–—-]{{1,4}}(?=(?:(?:{any_of(_LAST)})\s?)?(?:{_CHANGE.pattern}|{any_of(_CAME_OUT)}))"
    r"|(?<=[\d分분])\s{1,2}[(（](?=\d)",
    re.IGNORECASE,
)
"""What parts two dates of one line; a time behind a bar belongs to the day before it."""
_PARTING = re.compile(any_of((*"|•·ㅣ(（", *_CHANGES, *AS_OF, *_CAME_OUT)))
"""One of these is in every line that is parted: to look for them is much quicker."""
_TIME_ALONE = re.compile(r"\d{1,2}\s?[:.hH]\s?\d\d(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_DIGITS_OF_TIME = 4
_UP_TO_YEAR = re.compile(
    r".{0,50}?(?<!\d)(?:\d.{1,20}?(?<!\d)(?:19|20)\d\d|(?:19|20)\d\d\D{1,3}\d\d?\D{1,3}\d\d?)(?!\d)"
)
"""The start of a line up to the day with its year, and a time."""
_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]{2,}")
_INFO_WORDS = 4

_LONGEST = 60
"""Characters of a date with its label; more is prose that mentions a day."""
_MOST_WORDS = 6
"""In a date with its label, where a full stop follows."""
_LONGEST_LINE = 240
"""Characters of a line that holds several of those beside names: `By Aida Sydykova | 8 December | Updated …`."""
_LABEL_WORDS = 3
"""Words among which the label of a change begins: `Last updated on`, `Article mis à jour`; further on it is prose."""
_IN_ADDRESS = (
    # behind a slash the day is all of a step: `/2026/12/31-storeys-high` tells the month alone
    re.compile(r"/((?:19|20)\d\d)[/-](\d\d)(?:/(\d\d)(?=[/?#]|$)|-(\d\d)(?=[/_?#-]|$))"),
    # `/20260129/`, and the instant that many newsrooms number their stories by: `/A202601291432000`
    re.compile(
        r"[/=](?:[A-Za-z_-]{0,8})(20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d\d{0,12})?(?![0-9A-Za-z])"
    ),
)
"""A day in the address of the page, the safest form first."""


def printed_dates(clues: Clues, lines: tuple[Line, ...]) -> Iterator[Candidate]:
    """What readers see of the date of publication, and at last the day in the page's title or address."""
    for line in lines:
        if line.element.get("itemprop") == "datePublished":
            told = line.element.get("datetime") or line.element.get("content")
            yield Candidate("itemprop.datePublished", told or line.text)
    for line in lines:
        if line.element.tag == "abbr" and (line.element.get("title") or "")[:4].isdigit():
            yield Candidate("abbr", line.element.get("title", ""))
    around = [line.element for line in lines if line.element.tag == "time"]
    for element in around:
        if not _change_in(f"{_label_before(element)} {spaced_text(element)}"):
            yield Candidate("time", element.get("datetime") or spaced_text(element))
    yield from _in_attributes(lines)
    yield from _of_publication(lines)
    inside = filter(_stands_in_story, clues.times)
    yield from (Candidate("time", element.get("datetime") or "") for element in islice(inside, 3))
    yield from (
        Candidate("below-text", piece) for text in lines_below(last_paragraph(clues)) for piece in _info(text)
    )
    parts = [part for part in title_parts(clues.page_title) if len(part) <= _LONGEST and _DIGIT.search(part)]
    yield from (Candidate("title-tag", part) for part in (*parts[1:], clues.page_title[-20:]))
    days = (pattern.search(clues.url) for pattern in _IN_ADDRESS)
    yield from (
        Candidate("address", "-".join(filter(None, day.groups()))) for day in islice(filter(None, days), 1)
    )


def _in_attributes(lines: tuple[Line, ...]) -> Iterator[Candidate]:
    for line, told in waiting_instants(lines):
        if not _change_in(f"{_label_before(line.element)} {line.text}"):
            yield Candidate("data-date", told)


def _stands_in_story(element: Element) -> bool:
    """Whether an element is in the box of a story, and in none that tells of others."""
    is_inside = next(element.iterancestors("article", "main"), None) is not None
    return is_inside and not is_in_other_box(element)


def _of_publication(lines: tuple[Line, ...]) -> Iterator[Candidate]:
    """The dates of lines that tell of no change, those first that say of publication.

    The day up to which a text is right is that of publication where no other day stands in its box.
    """
    dated = [(piece, label.lower(), line) for piece, label, line in _dated_pieces(lines)]
    dated = [one for one in dated if not _CHANGED.search(one[1])]
    plain = {line.element.getparent() for _, label, line in dated if not _AS_OF.search(label)}
    dated.sort(key=lambda one: _OUT.search(one[1]) is None)
    for piece, label, line in dated:
        if not _AS_OF.search(label):
            yield from _with_neighbours(piece, line)
        elif line.element.getparent() not in plain:
            yield Candidate("as-of", piece)


def _info(text: str) -> Iterator[str]:
    """The pieces of a line of small print that hold little beside a date: `Добавил: admin | Дата: 12.03.2024 14:05`."""
    for piece in _parted(text):
        if (
            piece
            and len(piece) <= _LONGEST
            and _DIGIT.search(piece)
            and len(_WORD.findall(piece)) <= _INFO_WORDS
        ):
            yield piece


def printed_changes(clues: Clues, lines: tuple[Line, ...]) -> Iterator[Candidate]:
    """What readers see of the date of the last change: a <time> that is marked so, or a date with such a label."""
    near = {line.element for line in lines} if clues.times else set()
    yield from (
        Candidate("time.updated", element.get("datetime") or spaced_text(element))
        for element in filter(near.__contains__, clues.times)
        if names_change(element) or _change_in(_label_before(element))
    )
    before = ""
    for piece, label, line in _dated_pieces(lines):
        if _tells_change(label):
            told = (_machine_time(line) if line.text == piece else "") or piece
            yield Candidate("visible-change", _of_day_before(told, before))
        before = piece
    for text in lines_below(last_paragraph(clues)):
        for piece in _info(text):
            if _tells_change("\n".join(_around_numbers(piece))):
                yield Candidate("change-below-text", piece)


def _of_day_before(told: str, before: str) -> str:
    """A time alone with the day that stands before it: `5 March 2025 14:20, updated 16:05`."""
    is_alone = len(_DIGIT.findall(told)) <= _DIGITS_OF_TIME
    clock = _TIME_ALONE.search(told) if is_alone else None
    day = _UP_TO_YEAR.match(before) if clock else None
    return f"{day[0]} {clock[0]}" if clock and day else told


def _tells_change(label: str) -> bool:
    """True where one of the label's parts begins with a word for a change, or nearly."""
    found = ((part, _change_in(part)) for part in label.split("\n"))
    return any(change and len(part[: change.start()].split()) < _LABEL_WORDS for part, change in found)


def _change_in(text: str) -> re.Match[str] | None:
    return _CHANGE.search(text.lower())


def _label_before(element: Element) -> str:
    """What stands right before an element in its box, if it is short: `Last updated <time>`."""
    before, around = element.getprevious(), element.getparent()
    if before is not None:
        told = one_line(before.tail or "") or spaced_text(before)
    else:
        told = "" if around is None else one_line(around.text or "")
    return told if len(told) <= _LONGEST and not _DIGIT.search(told) else ""


def _machine_time(line: Line) -> str:
    return line.element.get("datetime") or ""


def _dated_pieces(lines: tuple[Line, ...]) -> Iterator[tuple[str, str, Line]]:
    """Pieces of lines that hold little beside a date, each with the words that label it, a part a line.

    The label stands before the numbers, behind them, or in the short line before them.
    """
    label = ""
    for line in lines:
        has_number = bool(_DIGIT.search(line.text))
        if has_number and len(line.text) <= _LONGEST_LINE:
            for piece in _pieces(line.text):
                if len(piece) <= _LONGEST and _DIGIT.search(piece) and not _is_sentence(piece):
                    yield piece, "\n".join((_inner_label(line) or label, *_around_numbers(piece))), line
                label = ""
        label = "" if has_number or len(line.text) > _LONGEST else line.text


def _is_sentence(piece: str) -> bool:
    """Whether a piece is prose, however short: a date and its label have few words."""
    return piece.endswith("。") or (piece.endswith(".") and len(_WORD.findall(piece)) > _MOST_WORDS)


def _inner_label(line: Line) -> str:
    """What the line begins with in an element of its own: `<div><b>Updated</b> 8 December 2025</div>`."""
    is_begun = len(line.element) == 0 or one_line(line.element.text or "")
    return "" if is_begun else spaced_text(line.element[0])[:_LONGEST]


def _around_numbers(piece: str) -> tuple[str, str]:
    """What stands before the first digit of a piece, and behind the last one."""
    numbers = [number.start() for number in _DIGIT.finditer(piece)]
    return piece[: numbers[0]], piece[numbers[-1] + 1 :]


def _pieces(line: str) -> list[str]:
    """The parts of a line, each with its date; a sentence, that only mentions one, stays whole, and is too long."""
    pieces = _parted(line)
    if len(pieces) == 1 or any(mark in line for mark in "|•·ㅣ"):
        return pieces
    whole = [piece for piece in pieces if _DIGIT.search(piece)]
    ends = [line.find(piece) + len(piece) for piece in whole[:-1]]
    return [line[start:end] for start, end in pairwise((0, *ends, len(line)))]


def _parted(line: str) -> list[str]:
    return _PIECES.split(line) if _PARTING.search(line.lower()) else [line]


def _with_neighbours(piece: str, line: Line) -> Iterator[Candidate]:
    """A date and its time may stand in neighbouring elements of one line."""
    parent = line.element.getparent()
    together = spaced_text(parent) if parent is not None and len(parent) <= 6 else ""
    if piece in together and len(together) <= _LONGEST and not _change_in(together):
        yield Candidate("visible-date", together)
    yield Candidate("visible-date", piece)
