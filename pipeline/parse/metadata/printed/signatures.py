"""Elements that are marked as signing a story, and the text of such a one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile

from lxml import etree

from pipeline.parse.bylines.asides import names_photographer
from pipeline.parse.bylines.houses import is_agency
from pipeline.parse.bylines.look_alikes import CALLS
from pipeline.parse.bylines.read import is_opening
from pipeline.parse.bylines.roles import holds_role
from pipeline.parse.bylines.words import BARE, PARTICLES
from pipeline.parse.html_tree import Element, holds, one_line, outward, spaced_text, tags

_MOST_EVENTS = 400
"""Starts and ends of tags that are looked at: a byline has few."""
_BREAKS = tags("address br dd div dl dt h1 h2 h3 h4 h5 h6 li ol p section td tr ul")
_SILENT = tags("button figure img noscript option script style svg template time")
_BESIDE = re.compile(
    r"bio(?![a-z])|biograph|descri|about|job|role|cargo|fonction|position|affiliat|tooltip|follow|social"
    r"|(?<![a-z])org(?![a-z])|organi[sz]ation|outlet|location|(?<![a-z])loc(?![a-z])|place(?!holder)",
    re.IGNORECASE,
)
"""In the class of what is told about a person beside the name."""
_SENTENCE = 60
"""Characters of a line with a full stop that is no name, but tells about somebody."""
_SIGNS = re.compile(
    r"author|byline|signat(?:ure|air)|firmante|write-?by|autor|auteur|writer|journalist|reporter|redakt|muhabir|penulis|wartawan|avtor|szerz|yazar"
    r"|contributors|skribent|forfatter|toimittaja|kirjoittaja|[ck]olumnist|periodista|redactor|giornalist|dziennikarz",
    re.IGNORECASE,
)
_LEADS_TO_AUTHOR = re.compile(
    rf"^/@[a-z]|(?:{_SIGNS.pattern})[a-z]{{0,4}}(?:[/?=_.-]|$)"
    r"|/(?:profiles?|staff|(?:[a-z]{2,5}-){0,2}team|columnists?|contributors?|correspondents?|by|equipo|equipe"
    r"|firmas?|signataires?|redaccion|redazione|mitarbeiter|av|af)/(?:\d{1,12}/)?[a-z]{2,30}[._-][a-z]",
    re.IGNORECASE,
)
_NO_SIGNS = re.compile(
    r"avatar|image|photo|caption|figure|authorize|bio\b|comment|related|more|(?<!byline[_-])list|latest|share|social|time|date",
    re.IGNORECASE,
)
_NO_CONTAINERS = frozenset({"body", "article", "main", "header", "section"})
_MOST_LEVELS = 6
"""Boxes around a line among which one may be marked: a list of those who wrote, with a few boxes for each."""
_TELLING = frozenset({
    "rel", "itemprop", "class", "id", "href", "data-testid", "data-test-id", "data-ui-testid", "data-test", "data-qa",
    "data-cy", "data-component",
})  # fmt: skip
"""Attributes that may say what an element holds."""


def signature_containers(elements: Iterable[Element]) -> Iterator[Element]:
    """The outermost box near each of `elements` that is marked as holding the author, once each.

    One with a headline in it is marked as an author's story.
    """
    signs: dict[Element, bool] = {}  # lines near one another stand in the same boxes
    seen: set[Element] = set()
    for own in elements:
        found = None
        boxes = islice(outward(own), _MOST_LEVELS)
        for element in takewhile(lambda box: box.tag not in _NO_CONTAINERS, boxes):
            if element not in signs:
                signs[element] = is_signature(element) and not holds(element, "h1")
            found = element if signs[element] else found
        if found is not None and found not in seen:
            seen.add(found)
            yield found


def is_signature(element: Element) -> bool:
    """True where an attribute of `element` says that it holds an author."""
    return True in [_says_author(name, value) for name, value in element.items() if name in _TELLING]


@lru_cache(maxsize=4096)
def _says_author(attribute: str, value: str) -> bool:
    if attribute in ("rel", "itemprop"):
        return value in ("author", "creator")
    if attribute == "href":
        return bool(_LEADS_TO_AUTHOR.search(value))
    return bool(_SIGNS.search(value)) and not _NO_SIGNS.search(value)


def signature_text(element: Element, language: str | None) -> str:
    """All text below `element` on one line, with a comma wherever a reader sees a break."""
    pieces = [one_line(element.text or "")]
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in islice(walk, 1, _MOST_EVENTS):
        if part is element:
            break
        if event == "start":
            left_out = part.tag in _SILENT or _tells_beside(part)
            if left_out:
                walk.skip_subtree()
            pieces.append("" if part.tag not in _BREAKS else "\n")
            pieces.append("" if left_out else one_line(part.text or ""))
        else:
            pieces.append("\n" if part.tag in _BREAKS else "")
            pieces.append(one_line(part.tail or ""))
    return _joined(pieces, language) or spaced_text(element)


def _tells_beside(part: Element) -> bool:
    """Whether an element tells about a person beside the name, and more than that they took the pictures."""
    return _BESIDE.search(part.get("class") or "") is not None and not names_photographer(part.text or "")


def _joined(pieces: list[str], language: str | None) -> str:
    """The pieces, which tags part; where these break the line or part names, with a comma."""
    line, last, broken, begins = "", "", True, True
    for piece in pieces:
        broken = broken or piece == "\n"
        if not piece.strip() or piece.lower() in CALLS or (len(piece) > _SENTENCE and piece.endswith(".")):
            continue
        if last and _is_role_of_two_fields(piece):
            continue
        between = _between(last, piece, broken=broken, begins=begins, language=language) if line else ""
        line += between + piece
        last, broken, begins = piece, False, broken
    return line


def _is_role_of_two_fields(piece: str) -> bool:
    """True for what somebody is behind the name, where a small word parts no names: `North of England reporter`."""
    *fields, role = piece.split()
    return (
        role.islower()
        and "," not in piece
        and holds_role(role)
        and any(word.islower() and word not in PARTICLES for word in fields[1:])
    )


def _between(last: str, piece: str, *, broken: bool, begins: bool, language: str | None) -> str:
    """What parts two pieces: a comma, unless one is a word like "By", or both are parts of one name.

    Such a word opens the next line where it `begins` its own; at the end of one it tells what somebody did.
    """
    if (begins or not broken) and is_opening(last, language):
        return ": " if last.isalpha() and last.lower() not in BARE else " "
    if not piece[0].isalnum() or not last[-1].isalnum():
        return " "
    if " " not in last and " " not in piece:
        return ", " if is_agency(last) else " "
    return ", " if broken or (_is_full(last) and _is_full(piece)) else " "


def _is_full(piece: str) -> bool:
    """True for two capitalised words or more in front of a comma, as in a full name or the name of a paper."""
    words = piece.partition(",")[0].split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
