"""The headline: every place that states one, and the choice between them."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from pipeline.parse.html_tree import Element, holds, one_line, spaced_text, text_of
from pipeline.parse.metadata.naming.site_names import (
    fold,
    names_site,
    title_parts,
    without_last_part,
    without_site,
)
from pipeline.parse.metadata.printed.headlines import printed_headline
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.rdfa import rdfa
from pipeline.parse.metadata.stated.structured import strings
from pipeline.parse.title_lines import LONGEST_TITLE
from pipeline.records import Candidate

_WEIGHTS = {
    "feed-title": 6.0,
    "json-ld.headline": 3.0,
    "og:title": 2.0,
    "h1": 1.5,
    "printed": 1.5,
    "title-class": 1.0,
    "title-tag": 0.3,
    "json-ld.name": 0.3,
    "itemprop.headline": 0.5,
    "rdfa.title": 0.5,
}
"""What a place's word is worth. JSON-LD's headline holds against any other single place, and falls where OpenGraph
and the visible h1 agree on another one: then it is the short form that is written for search engines. The text of the
link that led here goes before all of them together."""
_OTHER = 0.05

_META = (
    "headline", "title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title",
    "citation_title",
)  # fmt: skip
_TRAIL = re.compile(
    r"crumb|\bli$|\bnav\b|logo|brand|site-?name|site-?title|sr-only|visually-?hidden|screen-?reader|\b(?:is[_-])?blind\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*[-–—|·•/ㅣ｜：«»（【［〔_]")
_KICKER = re.compile(r"[^|]{2,30}\s[|]\s")
"""A label before a bar and the headline that another place tells without it."""
_PORTAL = re.compile(r"（[^（）]{1,20}）(?:\s?[-–—|｜]\s?[^-–—|｜]{1,30})?")
"""The paper and the portal that has the story from it, behind a headline in Japanese."""
_ELLIPSES = ("…", "...")
_ELLIPSIS = re.compile(r"(?<!\s)\s*(?:…|\.\.\.)$")
_QUOTES = tuple('"“”„«‘')
_SHORTEST_STEM = 12
_MOST_PIECES = 12
"""Texts of a heading that are looked at one by one."""
_LABEL_WORDS, _LONGEST_LABEL, _HEADLINE_WORDS = 2, 24, 5


def titles(clues: Clues, sites: frozenset[str], link_title: str | None) -> tuple[Candidate, ...]:
    """Every headline that the page states, the likeliest first, without the names of site and section behind it."""
    short = [one for one in _stated(clues, link_title) if 0 < len(one.value) <= LONGEST_TITLE]
    cut = {title: without_site(title, sites) for title in {one.value for one in short}}
    if {one.rule for one in short} <= {"title-tag", "feed-title"}:
        cut = {title: without_last_part(title) if title == named else named for title, named in cut.items()}
    stated = [_worded(one, cut[one.value]) for one in short]
    told = [one for one in stated if one.value and fold(one.value) not in sites]
    found = _without_tails([one for one in told if not names_site(one.value, sites)] or told)
    found = _without_asides(found, {_text(heading): heading for heading in clues.headings}, clues.page_title)
    return tuple(_ranked([_completed(one, found) for one in found]))


def _without_asides(
    found: list[Candidate], headings: Mapping[str, Element], page_title: str
) -> list[Candidate]:
    """Each h1 in the words that another place has of it too: without its kicker, or a button in it."""
    beside = {fold(one.value) for one in found if one.rule != "h1"}
    mixed = {
        one.value
        for one in found
        if one.rule == "h1" and fold(one.value) not in beside and len(headings.get(one.value, ()))
    }
    if not mixed:  # nearly always
        return found
    named = title_parts(page_title)[0]
    beside |= {fold(named)} if len(named.split()) >= _HEADLINE_WORDS else set()
    return [
        Candidate("h1", _said_elsewhere(headings[one.value], beside) or one.value)
        if one.rule == "h1" and one.value in mixed
        else one
        for one in found
    ]


def _said_elsewhere(heading: Element, beside: Container[str]) -> str:
    """The first or last pieces of a heading where another place says them alone; empty where none does."""
    pieces = [line for piece in islice(heading.itertext(), _MOST_PIECES) if fold(line := one_line(piece))]
    for cut in range(1, len(pieces)):
        for part in (pieces[cut:], pieces[:-cut]):
            if len(folded := fold("".join(part))) >= _SHORTEST_STEM and folded in beside:
                return " ".join(part)
    return ""


def _text(heading: Element) -> str:
    """The text of a heading on one line, with a space for a break and between a kicker and a title that touch.

    A colon in an element of its own, which most readers do not see, goes with what stands before it.
    """
    parted = holds(heading, "br") or any(not child.tail and child.getnext() is not None for child in heading)
    if not parted:
        return text_of(heading)
    text = spaced_text(heading)
    is_colon_alone = " : " in text and any((one.text or "")[:1] == ":" for one in heading.iter("span"))
    return text.replace(" : ", ": ", 1) if is_colon_alone else text


def _stated(clues: Clues, link_title: str | None) -> Iterator[Candidate]:
    story = clues.structured
    for key in ("headline", "name", "alternativeHeadline"):
        yield from (Candidate(f"json-ld.{key}", text) for text in strings(story.first(key))[:1])
    yield Candidate("og:title", clues.content("og:title"))
    yield from (Candidate("h1", _text(h1)) for h1 in clues.headings if _is_headline(h1))
    if not clues.headings:
        printed = printed_headline(clues)
        yield from (Candidate(printed.rule, printed.text),) if printed else ()
    yield Candidate("title-tag", clues.page_title)
    yield from (Candidate(key, clues.content(key)) for key in _META if key in clues.meta)
    if not (story.first("headline") or "og:title" in clues.meta):
        yield from (Candidate("rdfa.title", text) for text in rdfa(clues, "title")[:1])
    if link_title:
        yield Candidate("feed-title", " ".join(link_title.split()))


def _is_headline(heading: Element) -> bool:
    """False for an h1 that is a step of the trail, the site's logo, or there for machines only."""
    parent = heading.getparent()
    marks = [*map(str, heading.keys()), heading.get("class"), heading.get("id")]
    around = [] if parent is None else [str(parent.tag), parent.get("class")]
    return not _marks_trail(" ".join(filter(None, marks + around)))


@lru_cache(maxsize=1024)
def _marks_trail(marks: str) -> bool:
    """Whether attributes say so; those of a site's headings are always the same."""
    return _TRAIL.search(marks) is not None


def _without_tails(found: list[Candidate]) -> list[Candidate]:
    """Candidates cut down to another one: what a dash or bar parts from it is section or site, before it a kicker."""
    stems = sorted({one.value for one in found if len(one.value) >= _SHORTEST_STEM}, key=len)
    return [_worded(one, _stem(one.value, stems)) for one in found]


def _worded(one: Candidate, value: str) -> Candidate:
    return one if value == one.value else Candidate(one.rule, value)


def _stem(title: str, stems: Sequence[str]) -> str:
    for stem in stems:
        tail = title[len(stem) :]
        follows = tail and title.startswith(stem) and _TAIL.match(tail)
        if follows and (len(tail) < len(stem) or _PORTAL.fullmatch(tail)):
            return stem
        if title.endswith(stem) and _KICKER.fullmatch(title, 0, len(title) - len(stem)):
            return stem
    return title


def _completed(title: Candidate, found: list[Candidate]) -> Candidate:
    """A title that is cut off with an ellipsis as the whole one, where another place tells it."""
    if title.rule == "og:title":
        title = _beyond_quote(title, found)
    cut = _ELLIPSIS.search(title.value) if title.value.endswith(_ELLIPSES) else None
    if cut is None or cut.start() < _SHORTEST_STEM:
        return title
    start = title.value[: cut.start()]
    whole = (one.value for one in found if one.value.startswith(start))
    return _worded(title, max(whole, key=len, default=title.value))


def _beyond_quote(title: Candidate, found: list[Candidate]) -> Candidate:
    """A title that ends where another place goes on with a quotation mark: nobody escaped it, and it ended the tag."""
    start = title.value
    longer = (one.value for one in found if len(one.value) > len(start) and one.value.startswith(start))
    goes_on = (one for one in longer if one[len(start) :].lstrip().startswith(_QUOTES))
    return _worded(title, next(goes_on, start))


def _ranked(found: list[Candidate]) -> list[Candidate]:
    """The spelling that most places share, of the headline that has most weight behind it, first."""
    weights = _weights(found)
    spellings = [one.value for one in found]
    return sorted(
        found,
        key=lambda one: (
            -weights[fold(one.value)],
            -spellings.count(one.value),
            ": " not in one.value,  # between a kicker and its headline, where one place writes them as one
        ),
    )


def _names_section(heading: str, page: str) -> bool:
    """True for an h1 of a word or two that the page's title, a headline, says nothing of."""
    words = heading.split()
    return (
        0 < len(words) <= _LABEL_WORDS < len(page.split()) - 1
        and heading.isascii()
        and fold(heading) not in fold(page)
    )


def _weights(found: list[Candidate]) -> dict[str, float]:
    """The weight behind each headline, folded.

    A place speaks once: of many h1, the one that others agree with. The text of the link that led here tells which
    headline is the right one, and is none itself: it may say "Continue reading".
    """
    weights: dict[str, float] = {}
    on_page = {fold(one.value) for one in found if one.rule != "feed-title"}
    beside_h1 = {fold(one.value) for one in found if one.rule != "h1"}
    headings = [one for one in found if one.rule == "h1"]
    agreed = (one for one in headings if fold(one.value) in beside_h1)
    speaking = next(agreed, headings[0] if headings else None)
    page = next((one.value for one in found if one.rule == "title-tag"), "")
    for one in found:
        folded = fold(one.value)
        is_silent = (one.rule == "h1" and (one is not speaking or _names_section(one.value, page))) or (
            one.rule == "feed-title" and folded not in on_page
        )
        weights[folded] = weights.get(folded, 0.0) + (0.0 if is_silent else _WEIGHTS.get(one.rule, _OTHER))
    return weights
