"""Who signed the story: every place that says so, and the choice between them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from pipeline.parse.bylines.read import (
    closes_byline,
    is_opening,
    opens_byline,
    people,
    read_byline,
    read_names,
)
from pipeline.parse.bylines.words import AGENCIES_END, PARTICLES
from pipeline.parse.dates.find import find_day
from pipeline.parse.html_tree import Element
from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.headline_zone import Line, signature_container, spaced_text
from pipeline.parse.metadata.selected import RULE
from pipeline.parse.metadata.site_names import fold
from pipeline.parse.metadata.structured import strings, types_of
from pipeline.records import Candidate

_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "cxenseparse:author", "og:article:author", "article:author_name", "article.author", "article:byline",
)  # fmt: skip

_LONGEST = 200
_SHORTEST_SITE = 6
"""Letters of a site's name that are looked for inside a longer one: `News` stands in too many names."""
_LONGEST_SIGN_OFF = 60
_LONGEST_OPENED = 120
_ASIDE = re.compile(r"\s[|•·]\s|\|")
"""What parts a byline from the date that stands in the same line."""
_DIGIT = re.compile(r"\d")
_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{2,5}")
_SHORT = 30
"""Characters of a line that may sign with a single word: `Von Konstantin`. A longer one needs a person's full name."""


@dataclass(frozen=True, slots=True)
class _Signed:
    """Names from one place."""

    rule: str
    names: tuple[str, ...]
    organisation: bool = False
    """True where the place says that this is no person."""


def authors(
    clues: Clues,
    sites: frozenset[str],
    language: str | None,
    lines: Callable[[], tuple[Line, ...]],
    selected: tuple[str, ...] = (),
) -> tuple[tuple[str, ...], tuple[Candidate, ...]]:
    """The names of those who signed, in order, and every place that named some, the winner first.

    `lines` gives the lines around the headline; they are asked for only where the page's data name no person.
    """
    told = [one for one in _told(clues, language, sites) if one.names]
    named = [one for one in told if not one.organisation and _names_people(one, sites)]
    printed = [] if named else list(_up_to_person(_printed(lines, language), sites))
    persons = [one for one in printed if _names_person(one, sites)]
    if not told and not printed:
        printed = [one for one in _unmarked(clues.root, lines(), language, sites) if one.names][:1]
    chosen = [_Signed(RULE, selected)] if selected else []
    ranked = list(dict.fromkeys((*chosen, *named, *persons, *told, *printed)))
    return (ranked[0].names if ranked else ()), tuple(
        Candidate(one.rule, ", ".join(one.names)) for one in ranked
    )


def _up_to_person(found: Iterator[_Signed], sites: frozenset[str]) -> Iterator[_Signed]:
    """Places that name anybody, up to the first that names a person: to look further is slow."""
    for one in found:
        if one.names:
            yield one
        if _names_person(one, sites):
            return


def _names_person(signed: _Signed, sites: frozenset[str]) -> bool:
    return any(_is_person(name, sites) for name in signed.names)


def _names_people(signed: _Signed, sites: frozenset[str]) -> bool:
    """True where one of the names is not the site's own, and no paper's."""
    return any(not _is_site(name, sites) and not name.endswith(AGENCIES_END) for name in signed.names)


def _is_site(name: str, sites: frozenset[str]) -> bool:
    folded = fold(name)
    return any(site in folded if len(site) >= _SHORTEST_SITE else site == folded for site in sites)


def _is_person(name: str, sites: frozenset[str]) -> bool:
    """True for two to five capitalised words, or a name in ideographs, that are not the site's own name."""
    if _IDEOGRAPHS.fullmatch(name):
        return not name.endswith(AGENCIES_END) and not _is_site(name, sites)
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words) and not _is_site(name, sites)


def _told(clues: Clues, language: str | None, sites: frozenset[str]) -> Iterator[_Signed]:
    """What the page's data say."""
    value = clues.structured.first("author", "creator")
    nodes = [clues.structured.resolved(one) for one in (value if isinstance(value, list) else [value])]
    names = read_names(strings(nodes), language)
    yield _Signed("json-ld.author", names, organisation=all(map(_is_organisation, nodes)))
    for key in filter(clues.meta.__contains__, _META):
        names = read_names((one for one in clues.contents(key) if "://" not in one), language)
        yield _Signed(key, tuple(name for name in names if not _is_site(name, sites)) or names)


def _is_organisation(node: object) -> bool:
    return isinstance(node, dict) and any(kind.endswith("organization") for kind in types_of(node))


def _printed(lines: Callable[[], tuple[Line, ...]], language: str | None) -> Iterator[_Signed]:
    """What readers see."""
    yield _Signed("byline", _signature(lines(), language))
    yield _Signed("byline-words", _opened(lines(), language))


def _unmarked(
    root: Element, lines: tuple[Line, ...], language: str | None, sites: frozenset[str]
) -> Iterator[_Signed]:
    """Names that nothing marks: beside the date, or signing off below the text."""
    yield _Signed(
        "beside-date", tuple(name for name in _beside_date(lines, language) if _is_person(name, sites))
    )
    yield _Signed("sign-off", _sign_off(root, language))


def _beside_date(lines: tuple[Line, ...], language: str | None) -> tuple[str, ...]:
    """The names in the line next to the first line with a date, where both stand in one element."""
    for one, other in pairwise(lines):
        if one.element.getparent() is other.element.getparent():
            for name, day in ((one, other), (other, one)):
                if (
                    not _DIGIT.search(name.text)
                    and _DIGIT.search(day.text)
                    and find_day(day.text, language=language)[0]
                ):
                    return read_byline(name.text, language)
    return ()


def _sign_off(root: Element, language: str | None) -> tuple[str, ...]:
    """The names in the first short line of the page that opens with a word like "Author:"."""
    for element in root.iter("p", "div", "span", "li", "em", "strong", "i"):
        line = (element.text or "").strip(" ()（）\t\r\n")
        if (
            len(line) <= _LONGEST_SIGN_OFF
            and (":" in line or "：" in line)
            and opens_byline(line, language, with_colon=True)
        ):
            return read_byline(line, language)
    return ()


def _signature(lines: tuple[Line, ...], language: str | None) -> tuple[str, ...]:
    """The names in the nearest element that is marked as holding the author."""
    seen: set[Element] = set()
    for line in lines:
        container = signature_container(line)
        if container is None or container in seen:
            continue
        seen.add(container)
        if names := _names_in(container, language):
            return names
    return ()


def _opened(lines: tuple[Line, ...], language: str | None) -> tuple[str, ...]:
    """The names behind a word like "By", in the same line or in the one that follows it."""
    for line, following in zip_longest(lines, lines[1:], fillvalue=None):
        text, *asides = _ASIDE.split(line.text, 2) if line else [""]
        if line is None or len(text) > _LONGEST_OPENED:
            continue
        names: tuple[str, ...] = ()
        signed = (read_byline(one, language) for one in asides if opens_byline(one, language))
        if found := next(filter(None, signed), ()):
            return found
        if len(text) < _SHORT and closes_byline(text):
            return read_byline(text, language)
        if opens_byline(text, language):
            whole = spaced_text(line.element) if len(line.element) else text
            names = read_byline(whole if len(whole) <= _LONGEST_OPENED else text, language)
        elif len(text) < _SHORT and is_opening(text, language):
            names = read_byline(spaced_text(line.element), language)
            names = names or (read_byline(following.text, language) if following else ())
        if names and (_is_person(names[0], frozenset()) or (len(text) < _SHORT and names[0][0].isupper())):
            return names
    return ()


def _names_in(element: Element, language: str | None) -> tuple[str, ...]:
    """The names an element holds; each link in it may be one."""
    line = element.get("content") or spaced_text(element)
    if not 0 < len(line) <= _LONGEST:
        return ()
    whole = read_byline(line, language)
    linked = people((spaced_text(link) for link in element.iter("a")), language)
    return linked if len(linked) > len(whole) else whole
