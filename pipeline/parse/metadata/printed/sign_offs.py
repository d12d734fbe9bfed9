"""Who signs off: names that stand below the text, or at its end."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from pipeline.parse.bylines.houses import is_agency
from pipeline.parse.bylines.names import without_noise
from pipeline.parse.bylines.read import closes_byline, names_others, opens_byline, opens_sign_off, read_byline
from pipeline.parse.bylines.words import AGENCIES_END
from pipeline.parse.html_tree import (
    HEADINGS,
    Element,
    holds,
    names_of,
    one_line,
    outward,
    raw_text,
    spaced_text,
    text_of,
)
from pipeline.parse.language_tags import primary
from pipeline.parse.metadata.naming.persons import is_surely_person
from pipeline.parse.metadata.printed.headline_zone import Line, is_long
from pipeline.parse.metadata.printed.other_boxes import is_in_other_box, tells_of_others
from pipeline.parse.metadata.printed.signatures import is_signature
from pipeline.parse.metadata.printed.text_end import lines_below
from pipeline.parse.metadata.printed.unmarked_names import BARS, PLAIN_NAME, is_told_about

_LONGEST = 60
"""Characters of a line that names nobody but those who wrote."""
_LONGEST_CREDIT = 120
"""Characters of a line that names others too: `Reporting by Jane Doe; Editing by John Roe`."""
_MOST_NAMES = 3
_MOST_BOXES = 3
"""Levels between the end of the text and what stands behind its box."""
_MOST_BESIDE = 20
"""Characters beside the names that sign above a text: a word like "From", a town."""
_SURE = re.compile("^From |[|/]")
"""In a line that signs above a text: `From Jane Doe, Naryn`, `Jane Doe / Lima`; a town may stand before a comma."""
_MOST_TEXTS = 2
"""Long lines near the headline above which one may sign: a standfirst, and the text."""
_MOST_BEHIND = 2
"""Short lines behind the last paragraph among which one may sign."""
_MAIL = re.compile(r"\s?\S{1,64}@\S{1,100}$")
_SIGNED_TEXT = re.compile(
    r"[（(【]((?:[々一-鿿]{4,6}|[々一-鿿]{1,4}[ \u3000][々一-鿿]{1,4})(?:[、・][々一-鿿]{3,6}){0,3}"
    r"|[々一-鿿]{3}(?:[、・][々一-鿿]{3,5}){1,3}|(?<=【)[々一-鿿]{3}(?=】))[）)】]$"
)
"""How a Japanese story ends that is signed: `…と述べた。（山田太郎）`."""
_SENTENCE_ENDS = (".", ":", "?", "!", "…")
_NAMES_ALONE = frozenset({
    "ru", "uk", "be", "bg", "kk", "ky", "tg", "uz", "tk", "az", "fr", "es", "it", "pt", "ro", "pl", "cs", "sk", "sv",
    "no", "nb", "da", "fi", "hu", "lt", "lv", "et", "el",
})  # fmt: skip
"""Languages whose headings and buttons hold no second word with a capital, unless it is a name."""
_TELLING = re.compile(
    r"\b(?:(?:covers|writes|reports|teaches|can be reached|schreibt|berichtet)\b"
    r"|ist\s[A-ZÄÖÜ]|(?:es|est|é|è)\s[^\W\d_]{6}|(?:is|ist|est|es|è|é|är|er)\s(?:an?|the|our|ein|eine|une?|una|uma|um|ett|en|een|el|la|il|le)\s)"
)
_BIOGRAPHY = re.compile(
    r"\W?(?P<role>(?:[Tt]he|Die|Der|El|La|Il|L['’])\s?(?:author|writer|[Aa]utor(?:in|a|e)?|auteure?|autrice),?\s)?"
    rf"(?P<name>(?:[^\W\d_][\w.'’-]{{0,24}}\s){{1,3}}[^\W\d_][\w'’-]{{1,24}}),?\s(?={_TELLING.pattern})"
)
"""How a paragraph begins that tells who wrote: `Jane Doe is a reporter`, `Eva Muster schreibt über Verkehr`."""
_OF_ONE = re.compile(r"(?<![a-z])bio(?![a-z])|biograph|about|autor|auteur|author", re.IGNORECASE)
_LONGEST_BIOGRAPHY = 500
_SET_OFF = ("em", "i", "strong", "b")
_LABELLED = ("p", "div", "span", "li", "em", "strong", "i")


def sign_off(
    root: Element, last: Element | None, language: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The names in the first short line that opens with a word like "Author:", or in the last one of the story.

    `last` is its last paragraph.
    """
    for element in root.iter(*_LABELLED):
        text = element.text
        if text and (":" in text or "：" in text or "／" in text):
            line = text.strip(" ()（）\t\r\n")
            is_opened = len(line) <= _LONGEST and opens_byline(line, language, with_colon=True)
            if is_opened and not is_in_other_box(element):
                return read_byline(line, language)
    return () if last is None else _below(last, language, sites)


def _below(last: Element, language: str | None, sites: frozenset[str]) -> tuple[str, ...]:
    """The names in one of the lines right behind the last paragraph, or at its end."""
    if names := _last_line(last, language, sites):
        return names
    if signed := _SIGNED_TEXT.search(one_line(raw_text(last)[-40:])):
        return _in_brackets(signed)
    for element in _right_behind(last):
        signed = _SIGNED_TEXT.fullmatch(text_of(element))
        if names := _in_brackets(signed) if signed else _signs(element, language, sites):
            return names
    pieces = (piece for text in lines_below(last) for piece in BARS.split(text))
    labelled = (read_byline(one, language) for one in pieces if opens_sign_off(one.lstrip("([（"), language))
    return next((names for names in labelled if names), ())


def sign_on(
    lines: tuple[Line, ...], page_title: str, language: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The names in the line right above the text, with a town at most; alone only where they can be no subhead."""
    long = islice((line.element for line in lines if is_long(line.text)), _MOST_TEXTS)
    for one in (before for text in long if (before := text.getprevious()) is not None):
        text, front = spaced_text(one), _name_in_front(one)
        names = _signs(one, language, sites, _LONGEST_CREDIT if front else _LONGEST)
        if all(map(is_agency, names)) or (not front and len(text) > len(", ".join(names)) + _MOST_BESIDE):
            continue
        is_sure = (names[0][-1].isupper() and not names[0].isupper()) or _SURE.search(text)
        if is_sure or opens_byline(text, language) or primary(language) in _NAMES_ALONE:
            return () if is_told_about(names[0], page_title) else names
    return ()


def _in_brackets(signed: re.Match[str]) -> tuple[str, ...]:
    return () if signed[1].endswith(AGENCIES_END) else tuple(re.split("[、・]", signed[1]))


def _last_line(paragraph: Element, language: str | None, sites: frozenset[str]) -> tuple[str, ...]:
    """The names in italics or bold type on a line of their own, that ends the paragraph itself."""
    line = paragraph[-1] if len(paragraph) else None
    before = None if line is None else line.getprevious()
    if line is None or before is None or before.tag != "br" or one_line(line.tail or ""):
        return ()
    text = spaced_text(line) if line.tag in _SET_OFF and not one_line(before.tail or "") else ""
    names = read_byline(text, language) if 0 < len(text) <= _LONGEST else ()
    return names if all(is_surely_person(name, language, sites) for name in names) else ()


def biography(lines: Iterable[Line], language: str | None, sites: frozenset[str]) -> tuple[str, ...]:
    """The person of whom one of the `lines` at the end of the text tells, in italics or in a box of that kind."""
    for line in lines:
        if not _TELLING.search(line.text):  # nearly always
            continue
        text = one_line(without_noise(spaced_text(line.element)))
        told = _BIOGRAPHY.match(text) if len(text) <= _LONGEST_BIOGRAPHY else None
        if not told or not is_surely_person(told["name"], language, sites):
            continue
        if told["role"] or _tells_of_one(line.element, told["name"]):
            return (told["name"],)
    return ()


def _tells_of_one(element: Element, name: str) -> bool:
    if _is_set_off(element) or (len(element) and element[0].tag in _SET_OFF and text_of(element[0]) == name):
        return True
    boxes = islice(outward(element), _MOST_BOXES + 1)
    return any(_OF_ONE.search(names_of(box)) for box in boxes)


def _right_behind(last: Element) -> Iterator[Element]:
    """The elements behind the last paragraph; where it ends the box of the text, those behind the box."""
    for around in islice(outward(last), _MOST_BOXES):
        beside = takewhile(lambda one: one.tag not in HEADINGS, around.itersiblings())
        behind = tuple(islice((one for one in beside if one.tag in ("p", "div")), _MOST_BEHIND))
        if behind:
            yield from behind
            return


def _signs(
    element: Element, language: str | None, sites: frozenset[str], longest: int = _LONGEST
) -> tuple[str, ...]:
    is_other = element.tag not in ("p", "div") or tells_of_others(element)
    if is_other or holds(element, "a", "button", "img"):
        return ()
    text = spaced_text(element)
    if len(text) <= _LONGEST_CREDIT and opens_sign_off(text.lstrip("([（"), language):
        return read_byline(text, language)
    front = _name_in_front(element)
    if len(text) > (_LONGEST_CREDIT if names_others(text) else longest):
        return ()
    names = read_byline(text, language)
    if closes_byline(_MAIL.sub("", text).strip("[]")) or (names and all(map(is_agency, names))):
        return names
    names = read_byline(front, language) or names
    persons = [name for name in names if is_surely_person(name, language, sites)]
    if not 0 < len(names) <= _MOST_NAMES or not all(name in persons or is_agency(name) for name in names):
        return ()
    is_told_apart = len(persons) < len(names) or opens_byline(text, language) or front
    return names if is_told_apart or _is_set_off(element) or _is_plain(element, text, language) else ()


def _name_in_front(element: Element) -> str:
    """What a line begins with in bold type or italics, up to a comma or break: `<b>Jane Doe</b>, Naryn`."""
    name = element[0] if len(element) else None
    if name is None or name.tag not in _SET_OFF or one_line(element.text or ""):
        return ""
    tail, behind = one_line(name.tail or ""), name.getnext()
    is_parted = tail.startswith(",") or (not tail and behind is not None and behind.tag == "br")
    front = spaced_text(name)
    return front if is_parted and PLAIN_NAME.fullmatch(front.rstrip(".,")) else ""


def _is_plain(element: Element, text: str, language: str | None) -> bool:
    """Whether a line signs though nothing sets it off: a paragraph in a language that capitalises names alone."""
    if names_others(text) or PLAIN_NAME.fullmatch(text[:-1]):
        text = text.removesuffix(".")
    is_whole = PLAIN_NAME.match(text) is not None and not text.endswith(_SENTENCE_ENDS)
    return element.tag == "p" and is_whole and primary(language) in _NAMES_ALONE


def _is_set_off(element: Element) -> bool:
    """True where all of a line is in italics, bold or brackets, or set to the right: names are, and menus are not."""
    text = text_of(element)
    inner = next(element.iter(*_SET_OFF), None)
    return (
        (inner is not None and text_of(inner) == text)
        or (text[:1] in "(（" and text[-1:] in ")）")
        or text[:1] in "—–~"
        or is_signature(element)
        or "right" in f"{element.get('align', '')}{element.get('style', '')}"
    )
