"""Names that nothing marks: beside the date or a role near the headline, or signing off below the text."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from pipeline.parse.bylines.asides import names_photographer
from pipeline.parse.bylines.cities import is_city
from pipeline.parse.bylines.houses import is_agency
from pipeline.parse.bylines.look_alikes import looks_alike
from pipeline.parse.bylines.read import closes_byline, opens_byline, read_byline
from pipeline.parse.bylines.roles import holds_role
from pipeline.parse.bylines.words import AGENCIES_END
from pipeline.parse.dates.find import find_day
from pipeline.parse.dates.relative import is_relative
from pipeline.parse.html_tree import Element, one_line, raw_text, text_of
from pipeline.parse.metadata.headline_zone import (
    Line,
    is_signature,
    last_paragraph,
    lines_below_text,
    spaced_text,
)
from pipeline.parse.metadata.other_boxes import is_in_other_box, tells_of_others
from pipeline.parse.metadata.persons import is_person

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
_PLAIN_NAME = re.compile(r"[^\W\d_][\w.'’-]{0,24}(?: [^\W\d_][\w.'’-]{0,24}){1,4}")
BAR = re.compile("[|•·]")
_BARS = re.compile(r"\s?[|•·]\s?")
_DASHES = re.compile(r"\s?[|•·—]\s?|\s[–-]\s")
_MOST_BEHIND = 2
"""Short lines behind the last paragraph among which one may sign."""
_MAIL = re.compile(r"\s?\S{1,64}@\S{1,100}$")
_SIGNED_TEXT = re.compile(
    r"[（(【]((?:[々一-鿿]{4,6}|[々一-鿿]{1,4}[ \u3000][々一-鿿]{1,4})(?:[、・][々一-鿿]{3,6}){0,3})[）)】]$"
)
"""How a Japanese story ends that is signed: `…と述べた。（山田太郎）`."""
_SENTENCE_ENDS = (".", ":", "?", "!", "…")
_NAMES_ALONE = frozenset({
    "ru", "uk", "be", "bg", "kk", "ky", "tg", "uz", "tk", "az", "fr", "es", "it", "pt", "ro", "pl", "cs", "sk", "sv",
    "no", "nb", "da", "fi", "hu", "lt", "lv", "et", "el",
})  # fmt: skip
"""Languages whose headings and buttons hold no second word with a capital, unless it is a name."""
_LABELLED = ("p", "div", "span", "li", "em", "strong", "i")


def beside_date(
    root: Element, lines: tuple[Line, ...], language: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The persons in the line next to a date or a role, or in the line of the date, between bars."""
    agencies: tuple[str, ...] = ()
    for text in _near_dates(lines, language):
        took_pictures = len(text.split()) <= _PHOTOGRAPHER and names_photographer(text)
        names = () if took_pictures else read_byline(text, language)
        signed = tuple(name for name in names if is_agency(name) or _is_person(name, language, sites))
        if not signed or len(names) > _MOST_NAMES:
            continue
        if all(map(is_agency, signed)):
            agencies = agencies or signed
        elif not _names_section(root, signed[0]):
            return signed
    return agencies


def _is_person(name: str, language: str | None, sites: frozenset[str]) -> bool:
    is_other = holds_role(name) or looks_alike(name) or is_city(name, language)
    return is_person(name, sites) and not is_other


def _near_dates(lines: tuple[Line, ...], language: str | None) -> Iterator[str]:
    boxes = [line.element.getparent() for line in lines]
    for (one, box), (other, next_box) in pairwise(zip(lines, boxes, strict=True)):
        if box is next_box:
            for name, beside in ((one, other), (other, one)):
                if len(name.text) <= _LONGEST and not _DIGIT.search(name.text) and _tells(beside, language):
                    yield name.text
    yield from _near_dates_in_boxes(lines, language)
    for line in lines:
        if len(line.text) > _LONGEST_DATED or not BAR.search(line.text):
            continue
        if find_day(line.text, language=language)[0]:
            yield from (part for part in _BARS.split(line.text) if part and not _DIGIT.search(part))
    yield from _around_dates(lines, language)


def _around_dates(lines: tuple[Line, ...], language: str | None) -> Iterator[str]:
    """Pieces of lines with names in elements of their own: `<b>Jane Doe</b>, <a>Jon Berg</a> — 12 March 2024`."""
    for line in lines:
        if len(line.element) and line.element.tag != "a" and _tells(line, language):
            whole = spaced_text(line.element)
            pieces = _DASHES.split(whole) if len(whole) <= _LONGEST_DATED else ()
            yield from (piece for piece in pieces if piece and not _DIGIT.search(piece))


def _near_dates_in_boxes(lines: tuple[Line, ...], language: str | None) -> Iterator[str]:
    """Lines with a date up to three lines behind, each in a box of its own, and no more than labels between."""
    for place, name in enumerate(lines):
        if len(name.text) > _LONGEST or not _PLAIN_NAME.fullmatch(name.text):
            continue
        behind = lines[place + 1 : place + 1 + _MOST_BOXES]
        labels = takewhile(lambda line: len(line.text) <= _LONGEST_BOX and not _tells(line, language), behind)
        dated = lines[place + 1 + sum(1 for _ in labels) :][:1]
        if dated and _tells_date(dated[0], language) and _share_box(name.element, dated[0].element):
            yield name.text


def _share_box(one: Element, other: Element) -> bool:
    """Whether two elements stand in one box that is only a few levels above them."""
    around = set(islice(one.iterancestors(), _MOST_BOXES))
    return any(box in around for box in islice(other.iterancestors(), _MOST_BOXES))


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


def sign_off(root: Element, language: str | None, sites: frozenset[str]) -> tuple[str, ...]:
    """The names in the first short line that opens with a word like "Author:", or in the last one of the story."""
    for element in root.iter(*_LABELLED):
        text = element.text
        if text and (":" in text or "：" in text):
            line = text.strip(" ()（）\t\r\n")
            is_opened = len(line) <= _LONGEST and opens_byline(line, language, with_colon=True)
            if is_opened and not is_in_other_box(element):
                return read_byline(line, language)
    return _below_text(root, language, sites)


def _below_text(root: Element, language: str | None, sites: frozenset[str]) -> tuple[str, ...]:
    """The names in one of the lines right behind the last paragraph, or in brackets at its end."""
    last = last_paragraph(root)
    if last is None:
        return ()
    if signed := _SIGNED_TEXT.search(one_line(raw_text(last)[-40:])):
        return () if signed[1].endswith(AGENCIES_END) else tuple(re.split("[、・]", signed[1]))
    for element in _right_behind(last):
        if names := _signs(element, language, sites):
            return names
    pieces = (piece for text in lines_below_text(root) for piece in _BARS.split(text))
    labelled = (read_byline(one, language) for one in pieces if opens_byline(one, language, with_colon=True))
    return next((names for names in labelled if names), ())


def _right_behind(last: Element) -> Iterator[Element]:
    """The elements behind the last paragraph; where it ends the box of the text, those behind the box."""
    around: Element | None = last
    for _ in range(_MOST_BOXES):
        behind = () if around is None else tuple(islice(around.itersiblings("p", "div"), _MOST_BEHIND))
        if around is None or behind:
            yield from behind
            return
        around = around.getparent()


def _signs(element: Element, language: str | None, sites: frozenset[str]) -> tuple[str, ...]:
    if element.tag not in ("p", "div") or tells_of_others(element):
        return ()
    if next(element.iter("a", "button", "img"), None) is not None:
        return ()
    text = spaced_text(element)
    if len(text) > _LONGEST:
        return ()
    names = read_byline(text, language)
    if closes_byline(_MAIL.sub("", text)):
        return names
    is_name = 0 < len(names) <= _MOST_NAMES and all(_is_person(name, language, sites) for name in names)
    return names if is_name and (_is_set_off(element) or _is_plain(element, text, language)) else ()


def _is_plain(element: Element, text: str, language: str | None) -> bool:
    """Whether a line signs though nothing sets it off: a paragraph in a language that capitalises names alone."""
    is_whole = _PLAIN_NAME.match(text) is not None and not text.endswith(_SENTENCE_ENDS)
    return element.tag == "p" and is_whole and (language or "").partition("-")[0] in _NAMES_ALONE


def _is_set_off(element: Element) -> bool:
    """True where all of a line is in italics, bold or brackets, or set to the right: names are, and menus are not."""
    text = text_of(element)
    inner = next(element.iter("em", "i", "strong", "b"), None)
    return (
        (inner is not None and text_of(inner) == text)
        or (text[:1] in "(（" and text[-1:] in ")）")
        or text[:1] in "—–"
        or is_signature(element)
        or "right" in f"{element.get('align', '')}{element.get('style', '')}"
    )
