"""Hard-wrapped lines put back together: mail and old text files break a paragraph at column 72 or so."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.plain_text.lines.line import ADDRESS
from pipeline.parse.plain_text.lines.marks import Mark, MarkedLine

_IDEOGRAM = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_BEGINS_ANEW = re.compile(
    r"[•●▪■◦‣∙*-]\s+\S|\[?\d{1,2}:\d\d\]?\s|(?:[^:]{1,60}:\s|[-=>→➔»]{1,3}\s)?[<(]?https?://\S+\Z"
)
_GAP = re.compile(r"\s{2,}|\t")
_HANGS = re.compile(r"\s*(?:[•●▪■◦‣∙*·–—+-]|\[?\(?\w{1,3}[.)\]]|:[\w ]{1,30}:)\s")
"""What opens an item, whose further lines are indented."""
_NARROWEST_WRAP, _WIDEST_WRAP = 30, 100
"""No program wraps wider; an address has no place to be wrapped at."""
_SHARE_OF_JOINTS = 0.3
"""Of the lines with another below that agree on the margin: there are headlines, dates and lists, too."""
_SHARE_AMID = 0.25
"""Of those that agree: in German every third word has a capital."""
_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "”", "»", '"')
_AMID = MarkedLine("", Mark.GOES_ON)
_FEWEST_SPACES = 3
"""Of a line of capitals that is a headline amid a text."""
_BROKEN = re.compile(r"[^\W\d_][-\u00ad¬]\Z")
_HYPHENATES = 0.04
"""The share of joints with a hyphen where words are broken at the margin; elsewhere a hyphen is the word's own."""
_OF_MORE = frozenset(
    {"und", "oder", "bzw.", "sowie", "and", "or", "to", "en", "of", "och", "og", "ja", "y", "e", "i"}
)
"""Words behind a hyphen that stands for the rest of a word: `Vor- und Nachteile`."""


class _Joint(NamedTuple):
    """What two lines tell of the margin, if the second goes on with the first."""

    shortest: int
    longest: int
    """Between which columns the margin is: the first word of the second line had no room."""
    breaks_off: bool
    """Whether no sentence ends with the first line."""
    goes_on: bool
    """Whether the second line shows that one goes on: it begins with no capital or digit, or all letters are large."""


def unwrapped(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """`lines` without white space at their ends, each wrapped paragraph in its first; as many as there were.

    Two blanks are left of a gap in a line: it may part a name from a date.
    """
    bare = [_bare(line) for line in lines]
    width = _width([line.text.rstrip() for line in lines])
    if not width:
        return bare
    capitals = max((len(line.text) for line in bare if line.text.isupper()), default=0)
    rows: list[tuple[MarkedLine, list[str]]] = []
    parts: list[str] = []
    above = MarkedLine("")
    for line, written in zip(bare, lines, strict=True):
        room = min(width, capitals) if above.text.isupper() and line.text.isupper() else width
        goes_on = line.mark is above.mark is not Mark.HEADING and _goes_on(above.text, written.text, room)
        if goes_on:
            parts.append(line.text)
            rows.append((_AMID, []))
        else:
            parts = [line.text]
            rows.append((line, parts))
        above = written
    full = [part for _, several in rows for part in several[:-1]]
    breaks = sum(map(_is_broken, full)) > _HYPHENATES * len(full)
    return [
        line._replace(text="".join(_up_to_joint(*two, breaks=breaks) for two in pairwise((*several, ""))))
        for line, several in rows
    ]


def _bare(line: MarkedLine) -> MarkedLine:
    text = _GAP.sub("  ", line.text.strip())
    return line if text == line.text else line._replace(text=text)


def _width(lines: Sequence[str]) -> int:
    """The column that a text was wrapped at; 0 where it was not.

    A part of the joints has to agree, and most of these to break off amid a sentence.
    """
    lengths = [len(line) for line in lines if "://" not in line]
    if _are_longer(lengths, _WIDEST_WRAP):
        return 0
    joints = [
        _joint(line, below)
        for line, below in pairwise(lines)
        if _NARROWEST_WRAP < len(line) <= _WIDEST_WRAP
        and below.strip()
        and not (ADDRESS.match(line) or _begins_anew(below))
    ]
    changes = [0] * (_WIDEST_WRAP + 2)
    for joint in joints:
        changes[joint.shortest] += 1
        changes[min(joint.longest, _WIDEST_WRAP) + 1] -= 1
    agreeing = list(accumulate(changes))
    width = max(range(_WIDEST_WRAP + 1), key=agreeing.__getitem__)
    agreed = [joint for joint in joints if joint.shortest <= width <= joint.longest]
    breaking = [joint for joint in agreed if joint.breaks_off]
    amid = sum(joint.goes_on for joint in breaking)
    is_sure = 2 * len(breaking) > len(agreed) and amid >= _SHARE_AMID * len(agreed)
    is_usual = len(agreed) >= _SHARE_OF_JOINTS * len(joints) and not _are_longer(lengths, width)
    return width if is_usual and is_sure else 0


def _are_longer(lengths: Sequence[int], width: int) -> bool:
    """True where most of a text stands in lines that are longer than `width`."""
    return 2 * sum(length for length in lengths if length > width) > sum(lengths)


def _joint(line: str, below: str) -> _Joint:
    first = below.lstrip()[0]
    goes_on = not (first.isupper() or first.isdigit()) or (line.isupper() and below.isupper())
    return _Joint(len(line), len(line) + _first_step(below), not line.endswith(_ENDS), goes_on)


def _first_step(text: str) -> int:
    """By how many characters a line falls short of the margin at most where `text` goes on below it."""
    text = text.lstrip()
    return 1 if _IDEOGRAM.match(text) else len(text.split(" ", 1)[0])


def _begins_anew(text: str) -> bool:
    """True for what stands on its own line: an item, an address with a label, "Read more", a byline, a date."""
    text = text.strip()
    if _BEGINS_ANEW.match(text) or is_marker(text):
        return True
    return not text.endswith(_ENDS) and (
        is_byline(text, None) or is_date_line(text.rpartition("|")[2].strip(), None)
    )


def _goes_on(text: str, below: str, width: int) -> bool:
    """True where the line `text` breaks off at the margin, so that the line `below` goes on with it."""
    text, first = text.rstrip(), below.lstrip()
    if not text or not first:
        return False
    if text.isupper() is not first.isupper() and (_is_loud(text) or _is_loud(first)):
        return False
    if _IDEOGRAM.match(first) and text[-1] in "。！？":
        return False
    if len(below) - len(first) > len(text) - len(text.lstrip()) and not _HANGS.match(text):
        return False  # a new paragraph is indented
    breaks_word = _is_broken(text) and first[0].islower()
    fits = len(text) <= width or "://" in text
    is_full = breaks_word or (fits and width <= len(text) + _first_step(first))
    return is_full and not _begins_anew(first)


def _is_loud(text: str) -> bool:
    """True for a headline of capitals."""
    return text.isupper() and text.count(" ") >= _FEWEST_SPACES


def _is_broken(text: str) -> bool:
    return _BROKEN.match(text[-2:]) is not None


def _up_to_joint(part: str, below: str, *, breaks: bool) -> str:
    """`part` with what stands between it and the line below: a blank, or nothing."""
    if not below or (_IDEOGRAM.match(below) and _IDEOGRAM.match(part[-1])):
        return part
    if not _is_broken(part) or below.split(" ", 1)[0] in _OF_MORE:
        return f"{part} "
    return part[:-1] if below[0].islower() and (breaks or part[-1] != "-") else part
