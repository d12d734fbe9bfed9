"""Authors as readers see them near the headline: in elements marked so, and behind words like "By"."""

import re
from itertools import islice

from pipeline.parse.bylines.houses import is_agency
from pipeline.parse.bylines.names import is_sentence, people
from pipeline.parse.bylines.read import closes_byline, is_opening, names_others, opens_byline, read_byline
from pipeline.parse.dates.find import find_day
from pipeline.parse.html_tree import Element, one_line, spaced_text
from pipeline.parse.metadata.naming.persons import is_caseless_name, is_person
from pipeline.parse.metadata.printed.headline_zone import Line
from pipeline.parse.metadata.printed.signatures import is_signature, signature_containers, signature_text
from pipeline.parse.metadata.printed.unmarked_names import BAR, BARS

_LONGEST = 200
_LONGEST_OPENED = 120
_ASIDE = re.compile(r"\s[|•·]\s|\|")
"""What parts a byline from the date that stands in the same line."""
_BEHIND_DATE = re.compile(
    r"(\d)(?:\s(?:[ap]\.?m\.?|uhr|[ecmpi][sd]t|gmt|utc|cet|wib))?(?:[\s,]{1,3}|\s[–—-]\s)(?=[^\W\d]{2,12}:?\s[^\W\d_])",
    re.IGNORECASE,
)
"""Between a date and a word like "by": `Posted on March 12, 2024 by Jane Doe`."""
_MOST_BESIDE = 8
"""Links beside one another that may lead to the authors of one story."""
_MOST_PIECES = 40
"""Texts of an element that are looked at one by one."""
_TITLED = re.compile(r"(?:[记記]者|作者|撰文|投稿者|執筆者?)\s?[：:/|｜\s]?\s?(?=[一-鿿]{2})")
"""A title within a line with the paper before it and the date behind the name: `河城日报 记者 李明 2024-03-12`."""
_LONGEST_TITLED = 60
_TOOK_PICTURE = "攝摄"
"""Behind the name of a photographer: `（記者陳昱廷攝）`."""
_BRACKET = re.compile("[）)〕】]")
"""What ends the names where the text goes on behind them: `（记者李明）市议会…`."""
_INITIALS = 3
_SHORT = 30
"""Characters of a line that may sign with a single word: `Von Konstantin`. A longer one needs a person's full name."""


def marked_names(lines: tuple[Line, ...], language: str | None) -> tuple[str, ...]:
    """The names in the nearest element that is marked as holding the author; the letters on a portrait at last."""
    initials: tuple[str, ...] = ()
    for container in signature_containers(line.element for line in lines):
        names = tuple(name for name in _names_in_row(container, language) if not is_sentence(name))
        if names and not all(map(_are_initials, names)):
            return names
        initials = initials or names
    return initials


def _are_initials(name: str) -> bool:
    """True for what stands in place of a portrait: `JD`."""
    return len(name) <= _INITIALS and name.isupper() and name.isascii() and not is_agency(name)


def _names_in_row(container: Element, language: str | None) -> tuple[str, ...]:
    """The names in `container`; of a link to an author, or of one of a make, those in the ones beside it too."""
    around = container.getparent()
    row = [container]
    if container.tag == "a" and around is not None:
        row = [link for link in islice(around.iter("a"), _MOST_BESIDE) if is_signature(link)]
    elif around is not None and (role := container.get("itemprop")):
        row = [one for one in islice(around, _MOST_BESIDE) if one.get("itemprop") == role]
    return people((name for one in row for name in _names_in(one, language)), language)


def opened_names(lines: tuple[Line, ...], language: str | None) -> tuple[str, ...]:
    """The names behind a word like "By", in the same line or in the one that follows it."""
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        text, *asides = _parts(line.text, language)
        if len(text) > _LONGEST_OPENED:
            continue
        is_label = len(text) < _SHORT and is_opening(text, language)
        is_parted = len(line.element) and not asides and (is_label or opens_byline(text, language))
        whole = spaced_text(line.element) if is_parted else text
        if len(whole) <= _LONGEST_OPENED and opens_byline(whole, language):
            text = whole
        for part in (text, *asides):
            names = read_byline(part, language) if _is_signed(part, language) else ()
            if names and _may_sign(names[0], part):
                return names
        if len(text) <= _LONGEST_TITLED and (title := _TITLED.search(text)):
            titled = read_byline(_BRACKET.split(text[title.start() :], maxsplit=1)[0], language)
            if titled and all(
                is_person(name, frozenset()) and name[-1] not in _TOOK_PICTURE for name in titled
            ):
                return titled
        if is_label:
            names = read_byline(
                one_line(line.element.tail or "") if is_opening(whole, language) else whole, language
            )
            names = names or (read_byline(following.text, language) if following else ())
            if names and _may_sign(names[0], text):
                return names
    return ()


def _may_sign(name: str, line: str) -> bool:
    """Whether a name behind a word like "By" is a person's; in a short line one word or one without capitals is."""
    if is_person(name, frozenset()):
        return True
    return (len(line) < _SHORT and _is_capital(name)) or (
        len(line) < _LONGEST_TITLED and is_caseless_name(name)
    )


def _is_capital(name: str) -> bool:
    return name.removeprefix("the ")[0].isupper()


def _parts(text: str, language: str | None) -> list[str]:
    """A line taken apart at its bars, and behind a date that a word like "by" follows."""
    dated = _BEHIND_DATE.search(text) if len(text) <= _LONGEST_OPENED else None
    if dated and find_day(text[: dated.end(1)], language=language)[0]:
        text = f"{text[: dated.end(1)]} | {text[dated.end() :]}"
    return _ASIDE.split(text, 2) if BAR.search(text) else [text]


def _is_signed(text: str, language: str | None) -> bool:
    return opens_byline(text, language) or (len(text) < _SHORT and closes_byline(text))


def _names_in(element: Element, language: str | None) -> tuple[str, ...]:
    """The names an element holds; each link in it may be one, and between bars each element that is marked."""
    line = element.get("content") or signature_text(element, language)
    if not 0 < len(line) <= _LONGEST:
        return ()
    whole = read_byline(line, language)
    if not any(is_agency(name) or is_person(name, frozenset()) for name in whole):
        whole = _in_pieces(element, language) or whole
    parted = BAR.search(line) is not None
    single = (one for one in element.iter("a", "span") if one.tag == "a" or (parted and is_signature(one)))
    linked = people(map(spaced_text, single), language)
    return linked if len(linked) > len(whole) and not names_others(line) else whole


def _in_pieces(element: Element, language: str | None) -> tuple[str, ...]:
    """The persons in the single texts of an element: `Article | published on | 28 April | Jane Doe`."""
    texts = (one_line(text) for text in islice(element.itertext(), _MOST_PIECES))
    pieces = (piece for text in texts for piece in BARS.split(text))
    names = (name for piece in pieces if piece for name in read_byline(piece, language))
    return people((name for name in names if is_person(name, frozenset())), language)
