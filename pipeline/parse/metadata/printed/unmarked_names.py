"""Names that nothing marks, beside the date or a role near the headline."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from pipeline.parse.bylines.asides import names_photographer
from pipeline.parse.bylines.houses import is_agency
from pipeline.parse.bylines.read import read_byline
from pipeline.parse.bylines.roles import holds_role
from pipeline.parse.dates.find import find_day
from pipeline.parse.dates.relative import is_relative
from pipeline.parse.html_tree import Element, spaced_text
from pipeline.parse.metadata.naming.persons import is_surely_person
from pipeline.parse.metadata.printed.headline_zone import Line, tells_of_picture
from pipeline.parse.metadata.printed.signatures import is_signature
from pipeline.parse.metadata.stated.clues import Clues

_LONGEST = 60
"""Characters of a line that names nobody but those who wrote."""
_LONGEST_DATED = 120
"""Characters of a line with a date and names: `Jane Doe | Political Editor | 12 March 2024`."""
_MOST_NAMES = 3
_PHOTOGRAPHER = 4
"""Words of a line that names one person and what they did."""
_MOST_BOXES, _LONGEST_BOX = 3, 20
"""Lines and levels between a name and its date, and characters of a label between them."""
_DIGIT = re.compile(r"\d")
PLAIN_NAME = re.compile(r"[^\W\d_][\w.'’-]{0,24}(?: [^\W\d_][\w.'’-]{0,24}){1,4}")
"""Two to five words of letters, and nothing else."""
BAR = re.compile("[|•·]")
BARS = re.compile(r"\s?[|•·]\s?")
_PARTING = (":", ".", ",", "|", "-", "–", "—")
"""What stands behind the name of a columnist in front of a headline."""
_DASH_BEHIND_NAME = re.compile(rf"{PLAIN_NAME.pattern}\s[–—]\s")
_DASHES = re.compile(r"\s?[|•·—]\s?|\s[–-]\s")


def beside_date(
    clues: Clues, lines: tuple[Line, ...], language: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The persons in the line next to a date or a role, or in the line of the date, between bars."""
    agencies: tuple[str, ...] = ()
    lines = tuple(line for line in lines if len(line.text) > 1 and not tells_of_picture(line.element))
    for text in _near_dates(lines, language):
        took_pictures = len(text.split()) <= _PHOTOGRAPHER and names_photographer(text)
        names = () if took_pictures else read_byline(text, language)
        signed = tuple(name for name in names if is_agency(name) or is_surely_person(name, language, sites))
        if not signed or len(names) > _MOST_NAMES:
            continue
        if all(map(is_agency, signed)):
            agencies = agencies or signed
        elif not (_names_section(clues.root, signed[0]) or is_told_about(signed[0], clues.page_title)):
            return signed
    return agencies


def is_told_about(name: str, page_title: str) -> bool:
    """Whether the title of the page tells of somebody: it names who wrote only in front, as columnists are."""
    title, start = page_title.casefold(), " ".join(name.casefold().split()[:2])
    return start in title and not (title.startswith(start) and title[len(start) :].lstrip()[:1] in _PARTING)


def _near_dates(lines: tuple[Line, ...], language: str | None) -> Iterator[str]:
    boxes = [line.element.getparent() for line in lines]
    for (one, box), (other, next_box) in pairwise(zip(lines, boxes, strict=True)):
        if next_box is box or next_box is one.element:
            for name, beside in ((one, other), (other, one)):
                if len(name.text) <= _LONGEST and not _DIGIT.search(name.text) and _tells(beside, language):
                    yield from BARS.split(name.text)
    yield from _near_dates_in_boxes(lines, language)
    yield from _around_dates(lines, language)


def _around_dates(lines: tuple[Line, ...], language: str | None) -> Iterator[str]:
    """Pieces of lines with names in elements of their own: `<b>Jane Doe</b>, <a>Jon Berg</a> — 12 March 2024`."""
    for line in lines:
        is_row = len(line.element) or BAR.search(line.text) or _DASH_BEHIND_NAME.match(line.text)
        if is_row and line.element.tag != "a" and _tells(line, language):
            whole = spaced_text(line.element)
            pieces = _DASHES.split(whole) if len(whole) <= _LONGEST_DATED else ()
            yield from (piece for piece in pieces if piece and not _DIGIT.search(piece))


def _near_dates_in_boxes(lines: tuple[Line, ...], language: str | None) -> Iterator[str]:
    """Lines with a date up to three lines behind, each in a box of its own, and no more than labels between."""
    for place, name in enumerate(lines):
        if len(name.text) > _LONGEST or not (PLAIN_NAME.fullmatch(name.text) or is_agency(name.text)):
            continue
        behind = lines[place + 1 : place + 1 + _MOST_BOXES]
        labels = takewhile(lambda line: len(line.text) <= _LONGEST_BOX and not _tells(line, language), behind)
        dated = lines[place + 1 + sum(1 for _ in labels) :][:1]
        if dated and _tells_date(dated[0], language):
            yield name.text


def _tells_date(line: Line, language: str | None) -> bool:
    if line.element.tag == "time":
        return True
    if not _DIGIT.search(line.text):
        return False
    return find_day(line.text, language=language)[0] is not None or is_relative(line.text)


def _tells(line: Line, language: str | None) -> bool:
    """True for a date, and for a role alone."""
    if line.element.tag == "time" or _DIGIT.search(line.text):
        return _tells_date(line, language)
    return len(line.text) <= _LONGEST and holds_role(line.text)


def _names_section(root: Element, name: str) -> bool:
    """True where a link of that text leads to no author: a section that looks like a name, `Local News`."""
    return any(
        link.text is not None
        and link.text.strip() == name
        and not (link.get("href") or "mailto:").startswith("mailto:")
        and not is_signature(link)
        for link in root.iter("a")
    )
