"""Who signed the story: every place that says so, and the choice between them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from pipeline.parse.bylines.asides import names_photographer
from pipeline.parse.bylines.houses import is_agency, is_company, is_newsroom
from pipeline.parse.bylines.read import (
    closes_byline,
    is_opening,
    is_sentence,
    opens_byline,
    people,
    read_byline,
    read_names,
)
from pipeline.parse.bylines.words import AGENCIES_END
from pipeline.parse.dates.find import find_day
from pipeline.parse.html_tree import Element
from pipeline.parse.metadata.clues import Clues
from pipeline.parse.metadata.datelines import dateline
from pipeline.parse.metadata.headline_zone import Line, is_signature, signature_containers, spaced_text
from pipeline.parse.metadata.persons import is_account, is_person, is_site
from pipeline.parse.metadata.rdfa import rdfa
from pipeline.parse.metadata.selected import RULE
from pipeline.parse.metadata.signature_text import signature_text
from pipeline.parse.metadata.structured import strings, types_of
from pipeline.parse.metadata.unmarked_names import BAR, beside_date, sign_off
from pipeline.records import Candidate

_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "cxenseparse:author", "citation_author", "og:article:author", "article:author_name", "article.author",
    "article:byline", "authors", "og:author", "dc.author", "mediator_author", "itemprop.author",
    "shareaholic:article_author_name",
)  # fmt: skip

_LONGEST = 200
_LONGEST_OPENED = 120
_ASIDE = re.compile(r"\s[|•·]\s|\|")
"""What parts a byline from the date that stands in the same line."""
_BEHIND_DATE = re.compile(
    r"(\d)(?:\s[ap]\.?m\.?)?(?:[\s,]{1,3}|\s[–—-]\s)(?=[^\W\d]{2,5}\s[^\W\d_])", re.IGNORECASE
)
"""Between a date and a word like "by": `Posted on March 12, 2024 by Jane Doe`."""
_MOST_BESIDE = 8
"""Links beside one another that may lead to the authors of one story."""
_MOST_PIECES = 40
"""Texts of an element that are looked at one by one."""
_TITLED = re.compile(r"(?:[记記]者|作者|撰文)\s?[：:/|｜\s]?\s?(?=[一-鿿]{2})")
"""A title within a line with the paper before it and the date behind the name: `河城日报 记者 李明 2024-03-12`."""
_LONGEST_TITLED = 60
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
    is_vague = bool(named) and all(map(is_newsroom, named[0].names))
    printed = [] if named and not is_vague else list(_up_to_person(_printed(lines, language, sites), sites))
    persons = [one for one in printed if _names_person(one, sites)]
    if not named and not any(one.rule == "byline" for one in persons):
        marked = _Signed("rdfa.author", _beside_site(read_names(rdfa(clues, "authors"), language), sites))
        persons = [*([marked] if marked.names and _names_people(marked, sites) else []), *persons]
    if not named and not printed and not persons:
        persons = [*islice(_unmarked(clues.root, lines(), language, sites, told=bool(told)), 1)]
    chosen = [_Signed(RULE, selected)] if selected else []
    surer = [one for one in (*named, *persons) if _names_somebody(one, sites)] if is_vague else []
    ranked = list(dict.fromkeys((*chosen, *surer, *named, *persons, *told, *printed)))
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
    return any(is_person(name, sites) for name in signed.names)


def _names_people(signed: _Signed, sites: frozenset[str]) -> bool:
    """True where one of the names is not the site's own, no paper's, and no account's."""
    return any(
        not is_site(name, sites) and not name.endswith(AGENCIES_END) and not is_account(name)
        for name in signed.names
    )


def _names_somebody(signed: _Signed, sites: frozenset[str]) -> bool:
    """True where one of the names is a person's, and no agency's or newsroom's."""
    return any(
        is_person(name, sites) and not is_agency(name) and not is_newsroom(name) for name in signed.names
    )


def _told(clues: Clues, language: str | None, sites: frozenset[str]) -> Iterator[_Signed]:
    """What the page's data say."""
    value = clues.structured.first("author", "creator")
    nodes = [clues.structured.resolved(one) for one in (value if isinstance(value, list) else [value])]
    names = _beside_site(read_names(map(_turned, strings(nodes)), language), sites)
    aside = all(map(_is_organisation, nodes)) or clues.structured.is_of_media("author", "creator")
    yield _Signed("json-ld.author", names, organisation=aside)
    for key in filter(clues.meta.__contains__, _META):
        values = (
            _turned(part) for one in clues.contents(key) if "://" not in one for part in one.split("; ")
        )
        names = _beside_site(read_names(values, language), sites)
        yield _Signed(key, names, organisation=all(map(is_company, names)))
    for key, label in (("twitter:data1", "twitter:label1"), ("twitter:data2", "twitter:label2")):
        if key in clues.meta and is_opening(clues.content(label), language):
            yield _Signed(key, _beside_site(read_names(clues.contents(key)[:1], language), sites))


def _beside_site(names: tuple[str, ...], sites: frozenset[str]) -> tuple[str, ...]:
    """The names without the site's own, where there are others."""
    return tuple(name for name in names if not is_site(name, sites)) or names


_SURNAME_FIRST = re.compile(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+(?: [^\W\d_]\.?)?)")


def _turned(name: str) -> str:
    """`Doe, Jane` as `Jane Doe`; two words in capitals are two agencies."""
    parts = _SURNAME_FIRST.fullmatch(name)
    if not parts or is_agency(parts[1]) or is_agency(parts[2]):
        return name
    return f"{parts[2]} {parts[1]}" if parts[1].istitle() and parts[2].istitle() else name


def _is_organisation(node: object) -> bool:
    return isinstance(node, dict) and any(kind.endswith("organization") for kind in types_of(node))


def _printed(
    lines: Callable[[], tuple[Line, ...]], language: str | None, sites: frozenset[str]
) -> Iterator[_Signed]:
    """What readers see."""
    for rule, names in (("byline", _signature), ("byline-words", _opened)):
        yield _Signed(rule, _beside_site(names(lines(), language), sites))


def _unmarked(
    root: Element, lines: tuple[Line, ...], language: str | None, sites: frozenset[str], *, told: bool
) -> Iterator[_Signed]:
    """Names that nothing marks. Where the page's data have `told` a name, only what signs below the text is surer."""
    if not told and (names := beside_date(root, lines, language, sites)):
        yield _Signed("beside-date", names)
    if names := dateline(root, language):
        yield _Signed("dateline", names)
    if names := sign_off(root, language, sites):
        yield _Signed("sign-off", names)


def _signature(lines: tuple[Line, ...], language: str | None) -> tuple[str, ...]:
    """The names in the nearest element that is marked as holding the author."""
    for container in signature_containers(lines):
        if names := tuple(name for name in _names_in_row(container, language) if not is_sentence(name)):
            return names
    return ()


def _names_in_row(container: Element, language: str | None) -> tuple[str, ...]:
    """The names in `container`; of a link to an author, those in the links beside it too."""
    around = container.getparent()
    row = [container]
    if container.tag == "a" and around is not None:
        row = [link for link in islice(around.iter("a"), _MOST_BESIDE) if is_signature(link)]
    return people((name for one in row for name in _names_in(one, language)), language)


def _opened(lines: tuple[Line, ...], language: str | None) -> tuple[str, ...]:
    """The names behind a word like "By", in the same line or in the one that follows it."""
    for line, following in zip_longest(lines, lines[1:], fillvalue=None):
        text, *asides = _parts(line.text, language) if line else [""]
        if line is None or len(text) > _LONGEST_OPENED:
            continue
        names: tuple[str, ...] = ()
        signed = (read_byline(one, language) for one in asides if _is_signed(one, language))
        if found := next((names for names in signed if names and is_person(names[0], frozenset())), ()):
            return found
        if len(text) < _SHORT and closes_byline(text):
            return read_byline(text, language)
        if len(text) <= _LONGEST_TITLED and (title := _TITLED.search(text)):
            return read_byline(text[title.start() :], language)
        if opens_byline(text, language):
            whole = spaced_text(line.element) if len(line.element) and not asides else text
            names = read_byline(whole if len(whole) <= _LONGEST_OPENED else text, language)
        elif len(text) < _SHORT and is_opening(text, language):
            whole = spaced_text(line.element)
            names = () if is_opening(whole, language) else read_byline(whole, language)
            names = names or (read_byline(following.text, language) if following else ())
        if names and (is_person(names[0], frozenset()) or (len(text) < _SHORT and _is_capital(names[0]))):
            return names
    return ()


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
    """The names an element holds; each link in it may be one."""
    line = element.get("content") or signature_text(element, language)
    if not 0 < len(line) <= _LONGEST:
        return ()
    whole = read_byline(line, language)
    if not any(is_person(name, frozenset()) for name in whole):
        whole = _in_pieces(element, language) or whole
    linked = people((spaced_text(link) for link in element.iter("a")), language)
    return linked if len(linked) > len(whole) and not names_photographer(line) else whole


def _in_pieces(element: Element, language: str | None) -> tuple[str, ...]:
    """The persons in the single texts of an element: `Article | published on | 28 April | Jane Doe`."""
    pieces = (" ".join(piece.split()) for piece in islice(element.itertext(), _MOST_PIECES))
    names = (name for piece in pieces if piece for name in read_byline(piece, language))
    return people((name for name in names if is_person(name, frozenset())), language)
