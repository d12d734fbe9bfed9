"""Lines above or below a text that say by whom and when it was written, and who that is."""

import re
from collections.abc import Collection

from pipeline.parse.body.layout.outline import Outline, Run, size_of
from pipeline.parse.body.words import phrases
from pipeline.parse.body.words.phrases import opening
from pipeline.parse.bylines.read import opens_byline
from pipeline.parse.bylines.roles import holds_role
from pipeline.parse.dates.find import find_day
from pipeline.parse.html_tree import HEADINGS
from pipeline.parse.lines.bylines import is_byline, names_account
from pipeline.parse.lines.counters import is_counter
from pipeline.parse.lines.dates import is_date_line

_LONGEST = 100
_ABOVE, _BELOW = 3, 2
"""How many lines are looked at."""
_MOST_ABOVE = 8
"""The same with those that sign the story, each author in a line."""
_NO_SIGNATURE = HEADINGS | {"li"}
_CELLS = frozenset(("td", "th"))
_BETWEEN = " ,;|/•·–—-()"
_MOST_BESIDE = 25
"""Characters of what stands beside the names: a role, a place."""
_DIGITS = 4
"""A line with a year has as many; the hour alone does not date a story."""
_ENTRIES = 2
"""Dates in the midst of a text that make it a chronicle."""
_SENTENCE_ENDS = (".", ":", "?", "!", "。")
_LONGEST_STAMP = 140
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}[:.h]\d\d(?![\d.])")
_PLACE = re.compile(r"^[^\W\d_][^\d,.:;!?]{1,30},\s")
"""Where it was written: `Osh, 12 June 2024`."""
_LAST = 4
"""Lines at the end among which something is told of the author."""
_LONGEST_BIOGRAPHY, _MOST_BIOGRAPHY = 700, 0.25
"""Characters of it, and its share of all."""

_LONGEST_NAME = 60
_FLUSH_RIGHT = re.compile(r"text-align: ?right|(?<![\w-])right(?![\w-])|text-(?:align-)?right")

_ABOUT = opening(phrases.ABOUT, r"\W{1,3}")
_AUTHOR_IS = opening(phrases.AUTHOR_IS, r"(?!\w)")
_LONGEST_OF_AUTHOR = 250
"""Characters of a line that tells of "the author": a longer one may review a book."""


def without_signatures(runs: list[Run], authors: Collection[str], language: str | None) -> list[Run]:
    """The runs without those among the first and the last that sign or date the story, or tell of its author."""
    names = [name for name in authors if " " in name]
    runs = _without_biography(runs, names)
    edges = _above(runs, authors, language)
    signed = {n for n, signs in edges.items() if signs}
    signed |= {n for n in edges if {n - 1, n + 1} <= signed and _is_place(runs[n])}
    below = range(len(runs))[-_BELOW:]
    signed |= {n for n in below if n not in edges and _signs_at(runs, n, authors, language)}
    signed |= {n for n in range(len(runs))[:_ABOVE] if _stamps(runs[n], names, language)}
    dates = {n for n in signed if _dates(runs[n].text, language)}
    if dates and _is_chronicle(runs[_ABOVE:-_BELOW], language):
        signed -= dates
    return [run for number, run in enumerate(runs) if number not in signed] if signed else runs


def _above(runs: list[Run], authors: Collection[str], language: str | None) -> dict[int, bool]:
    """Of the first lines whether they sign the story: of a few, and of as many more as do among them."""
    signing: dict[int, bool] = {}
    for number in range(min(len(runs), _MOST_ABOVE)):
        signing[number] = _signs_at(runs, number, authors, language)
        if list(signing.values()).count(False) == _ABOVE:
            break
    return signing


def _signs_at(runs: list[Run], number: int, authors: Collection[str], language: str | None) -> bool:
    return not _is_in_row(runs, number) and _signs(runs[number], authors, language)


def _is_place(run: Run) -> bool:
    """Whether a line may be where somebody wrote, where it stands between the byline and the date."""
    return run.tag not in HEADINGS and len(run.text) <= _MOST_BESIDE and not run.text.endswith(_SENTENCE_ENDS)


def _is_chronicle(runs: list[Run], language: str | None) -> bool:
    """Whether dates head the parts of a text: then the first and the last of them are its own, too."""
    lines = (run.text for run in runs if len(run.text) <= _LONGEST)
    return sum(_dates(line, language) for line in lines) >= _ENTRIES


def _is_in_row(runs: list[Run], number: int) -> bool:
    """Whether a line is a cell beside another one: a day in a table dates no story."""
    return runs[number].tag in _CELLS and any(
        run.tag in _CELLS for run in (runs[number - 1 : number] + runs[number + 1 : number + 2])
    )


def without_flush_right(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without a few last words set flush right, as letters and reports are signed in many countries."""
    if not runs or len(runs[-1].text) > _LONGEST_NAME or runs[-1].text.endswith(_SENTENCE_ENDS):
        return runs
    if _is_in_row(runs, len(runs) - 1):
        return runs
    element = page.elements[runs[-1].node]
    look = f"{element.get('style')} {element.get('align')} {element.get('class')}".lower()
    return runs[:-1] if _FLUSH_RIGHT.search(look) else runs


def _signs(run: Run, authors: Collection[str], language: str | None) -> bool:
    text = run.text
    if len(text) > _LONGEST or run.tag in HEADINGS:
        return False
    if _dates(text, language) or (any(map(str.isdigit, text)) and is_counter(text)):
        return True
    may_sign = run.tag != "li" or opens_byline(text, language, with_colon=True)
    return may_sign and (_names(text, authors) or is_byline(text, language) or names_account(text, language))


def _stamps(run: Run, authors: Collection[str], language: str | None) -> bool:
    """Whether a line has the day with the hour or an author, whatever else: `By Aida for the Courier, 8 May, 19:20`."""
    text = run.text
    if run.tag in _NO_SIGNATURE or len(text) > _LONGEST_STAMP or text.endswith(_SENTENCE_ENDS):
        return False
    tells = _CLOCK.search(text) or text.startswith(tuple(authors)) or opens_byline(text, language)
    return bool(tells) and find_day(text, language=language)[0] is not None


def _names(text: str, authors: Collection[str]) -> bool:
    """Whether a line has names of the story's authors and next to nothing else."""
    rest = text
    for name in authors:
        rest = rest.replace(name, "")
    return (
        len(rest) < len(text)
        and len(rest.strip(_BETWEEN)) <= _MOST_BESIDE
        and not text.endswith(_SENTENCE_ENDS)
    )


def _dates(text: str, language: str | None) -> bool:
    if sum(map(str.isdigit, text)) < _DIGITS:
        return False
    return is_date_line(_PLACE.sub("", text, count=1), language)


def _without_biography(runs: list[Run], names: Collection[str]) -> list[Run]:
    """The runs up to a line at the end that begins with the author's name: `About Aida`, `Aida writes about rivers`."""
    whole = size_of(runs)
    most = min(_LONGEST_BIOGRAPHY, _MOST_BIOGRAPHY * whole)
    rest = 0
    found = len(runs)
    for number in range(len(runs) - 1, max(len(runs) - _LAST, 1) - 1, -1):
        rest += len(runs[number].text)
        if rest > most:
            break
        if _tells_of_author(runs[number].text, names):
            found = number
    if found == len(runs) and runs and len(runs[-1].text) <= most and _is_of_one_name(runs, names):
        found -= 1
    return runs[:found]


def without_signed_box(page: Outline, runs: list[Run], authors: Collection[str]) -> list[Run]:
    """The runs without the last one where it stands right behind a line that is an author's name: a box about them."""
    if len(runs) < _LAST or len(runs[-1].text) > min(_LONGEST_BIOGRAPHY, _MOST_BIOGRAPHY * size_of(runs)):
        return runs
    before = page.runs[runs[-1].number - 1]
    return runs[:-1] if before is not runs[-2] and before.text in authors else runs


def _is_of_one_name(runs: list[Run], names: Collection[str]) -> bool:
    """Whether the last line begins with one of an author's names, told nowhere else: `Aida lives in Osh`."""
    before = " ".join(run.text for run in runs[:-1]).casefold()
    words = {word for name in names for word in (name.split()[0].casefold(), name.split()[-1].casefold())}
    begins = re.split(r"[ ,]", runs[-1].text.lstrip("•* ").casefold(), maxsplit=1)[0]
    return begins in words and begins not in before


def _tells_of_author(text: str, names: Collection[str]) -> bool:
    """Whether a line begins with the author, a role in front or not, or calls somebody the author."""
    line = _ABOUT.sub("", text, count=1)
    first, _, others = line.partition(" ")
    if line.startswith(tuple(names)) or (holds_role(first) and others.startswith(tuple(names))):
        return True
    return len(text) <= _LONGEST_OF_AUTHOR and _AUTHOR_IS.match(text) is not None
