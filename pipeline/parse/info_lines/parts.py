"""A line of small print taken apart: `Jane Doe · 1 March 2024`, `Категория: Новости | Просмотров: 5`."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from pipeline.parse.body.words.stamps import tells_reading_time
from pipeline.parse.bylines.cities import is_city
from pipeline.parse.bylines.read import is_opening, opens_byline, read_byline
from pipeline.parse.info_lines.residue import SECTION_LABELS, SOURCE_LABELS, is_residue
from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.counters import is_counter
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.issues import is_issue_alone
from pipeline.parse.lines.shapes import is_sentence, word_count
from pipeline.parse.metadata.naming.persons import is_caseless_name, is_person

_LONGEST = 160
_LONGEST_PART = 40
_MOST_WORDS = 3
_MOST_PARTED_WORDS = 16
"""Words of a line in which the place is looked for where a date ends and a byline begins."""
_SEPARATOR = re.compile(r"\s*[|•·/–—]\s+|\s+-\s+|\s*[|•·]\s*|\s{2,}")
_COLON = re.compile(r"[^\W\d_][:：]")
_LABEL = re.compile(r"\s(?=[^\W\d_]{1,20}[:：](?!//))")
_BEFORE_DAY = re.compile(r"(\D{1,60}[^\s\d:：])\s(?=\d)")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")


class PartKind(Enum):
    """What a part says; NONE is false, and stands for text of the story."""

    NONE = ""
    DATE = "date"
    BYLINE = "byline"
    SECTION = "section"
    SMALL_PRINT = "small-print"

    def __bool__(self) -> bool:
        return self is not PartKind.NONE


class Part(NamedTuple):
    """A piece of the line, and what it says."""

    text: str
    kind: PartKind

    @property
    def value(self) -> str:
        """What stands behind the label, if it has one."""
        return self.text.rpartition(": ")[2].strip()


def parts_of(line: str, language: str | None) -> list[Part]:
    """The parts of `line` between bars and dots, or of a name and a date that follow one another."""
    texts = [text.strip() for text in _SEPARATOR.split(line[: _LONGEST + 1].strip()) if text.strip()]
    parts = [part for text in texts for part in _labelled(text, language)]
    if len(parts) == 1 and not parts[0].kind:
        text = parts[0].text
        return _source_and_date(text, language) or _signed(text, language) or parts
    if not any(part.kind is PartKind.DATE for part in parts):
        return parts
    return [part if part.kind else Part(part.text, _beside_date(part.text, language)) for part in parts]


def _labelled(text: str, language: str | None) -> list[Part]:
    """`Date: 1 March 2024 Views: 88`, each label with its value, where all of them are known; else all of it in one."""
    values = [*_values(text, language)] if _COLON.search(text) else []
    found = [Part(value, _kind(value, language)) for value in values if len(values) > 1]
    return found if found and all(part.kind for part in found) else [Part(text, _kind(text, language))]


def _values(text: str, language: str | None) -> Iterator[str]:
    """What stands behind labels with its label, and a date behind that."""
    for value in _LABEL.split(text):
        told = _BEFORE_DAY.match(value)
        if told and is_date_line(day := value[told.end() :], language):
            yield from (told[1], day)
        else:
            yield value


def _kind(text: str, language: str | None) -> PartKind:
    label, colon, value = text.replace("：", ":").partition(":")
    if colon and label.strip().casefold() in SOURCE_LABELS and 0 < len(value) <= _LONGEST_PART:
        return PartKind.SMALL_PRINT
    if colon and label.strip().casefold() in SECTION_LABELS and 0 < len(value) <= _LONGEST_PART:
        return PartKind.SECTION
    if is_date_line(text, language):
        return PartKind.DATE
    if is_byline(text, language):
        return PartKind.BYLINE
    counted = _DIGIT.search(text)
    signs = not counted and len(text) <= _LONGEST_PART and opens_byline(text, language, with_colon=True)
    counts = counted and _LETTER.search(text) and (is_residue(text, language) or tells_reading_time(text))
    if signs or is_counter(text) or is_issue_alone(text) or counts:
        return PartKind.SMALL_PRINT
    return PartKind.NONE


def _beside_date(text: str, language: str | None) -> PartKind:
    """What a short text is that stands between bars in one line with a date."""
    if len(text) > _LONGEST_PART or _DIGIT.search(text) or is_sentence(text):
        return PartKind.NONE
    if names_in(text, language):
        return PartKind.BYLINE
    if _names_account(text, language) or is_caseless_name(text):  # or a section of two words: nothing tells
        return PartKind.SMALL_PRINT
    return PartKind.SECTION if word_count(text) <= _MOST_WORDS else PartKind.NONE


def names_in(text: str, language: str | None) -> tuple[str, ...]:
    """The persons that `text` names and nothing else; none where anything in it is no person."""
    names = read_byline(text, language)
    persons = all(is_person(name, frozenset()) and not is_city(name, language) for name in names)
    return names if persons else ()


def _source_and_date(text: str, language: str | None) -> list[Part]:
    """`(The Herald, 1 March 2024)`: where a digest took a story from."""
    inside = _IN_BRACKETS.fullmatch(text)
    source, comma, day = (inside[1] or inside[2]).partition(", ") if inside else ("", "", "")
    if not comma or not is_date_line(day, language) or len(source) > _LONGEST_PART or is_sentence(source):
        return []
    return [Part(source, PartKind.SMALL_PRINT), Part(day, PartKind.DATE)]


def _signed(text: str, language: str | None) -> list[Part]:
    """`Posted on 1 March 2024 by Jane Doe`, `Jane Doe, 1 March 2024` and the other way round; a house, too."""
    words = text.split(maxsplit=_MOST_PARTED_WORDS) if _DIGIT.search(text) and len(text) <= _LONGEST else []
    if not 1 < len(words) <= _MOST_PARTED_WORDS:
        return []
    for place in range(1, len(words)):
        before, behind = " ".join(words[:place]), " ".join(words[place:])
        parted, before = before.endswith(","), before.rstrip(",")
        if is_date_line(before, language) and (kind := _kind_of_signature(behind, language, parted=parted)):
            return [Part(before, PartKind.DATE), Part(behind, kind)]
        if is_date_line(behind, language) and _DIGIT.search(behind):
            kind = _kind_of_signature(before, language, parted=parted)
            is_label = parted and place <= _MOST_WORDS and before[:1].isupper() and not _DIGIT.search(before)
            if kind or is_label:
                return [Part(before, kind or PartKind.SMALL_PRINT), Part(behind, PartKind.DATE)]
    return []


def _kind_of_signature(text: str, language: str | None, *, parted: bool) -> PartKind:
    is_name = (parted and not _DIGIT.search(text)) or opens_byline(text, language)
    if is_byline(text, language) or (is_name and names_in(text, language)):
        return PartKind.BYLINE
    return PartKind.SMALL_PRINT if _names_account(text, language) else PartKind.NONE


def _names_account(text: str, language: str | None) -> bool:
    """`by admin`: an opening and one word that is no person's name."""
    opening, _, account = text.rpartition(" ")
    return account.isalnum() and is_opening(opening, language)
