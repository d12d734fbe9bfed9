"""Who signed the story: every place that says so, and the choice between them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from pipeline.parse.bylines.houses import is_agency, is_newsroom
from pipeline.parse.bylines.read import read_names
from pipeline.parse.bylines.roles import holds_role
from pipeline.parse.bylines.words import AGENCIES_END
from pipeline.parse.metadata.naming.persons import (
    Signed,
    beside_site,
    is_account,
    is_caseless_name,
    is_person,
    is_site,
)
from pipeline.parse.metadata.naming.site_names import fold, title_parts
from pipeline.parse.metadata.printed.authors import marked_names, opened_names
from pipeline.parse.metadata.printed.datelines import dateline
from pipeline.parse.metadata.printed.headline_zone import Line, own_text
from pipeline.parse.metadata.printed.sign_offs import biography, sign_off, sign_on
from pipeline.parse.metadata.printed.text_end import last_paragraph, lines_behind
from pipeline.parse.metadata.printed.unmarked_names import beside_date
from pipeline.parse.metadata.selected import RULE
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.rdfa import rdfa
from pipeline.parse.metadata.told_authors import told_authors
from pipeline.records import Candidate


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
    told = [one for one in told_authors(clues, language) if one.names]
    paper = _paper_in_title(clues.page_title, told)
    papers = sites | paper
    told = [replace(one, names=beside_site(one.names, papers)) if len(one.names) > 1 else one for one in told]
    sites |= _papers_told(told, paper)
    named = [
        one
        for one in _fullest_first(told)
        if not (one.organisation or one.of_media) and _names_people(one, sites)
    ]
    is_vague = bool(named) and not any(is_agency(name) or _is_one(name, sites) for name in named[0].names)
    printed = [] if named and not is_vague else list(_up_to_person(_printed(lines, language, papers), sites))
    persons = [one for one in printed if _names_writer(one, sites)]
    if not named and not any(one.rule == "byline" for one in persons):
        marked = Signed("rdfa.author", beside_site(read_names(rdfa(clues, "authors"), language), sites))
        persons = [*([marked] if marked.names and _names_people(marked, sites) else []), *persons]
    are_houses = all(_is_house(name, sites) for one in printed for name in one.names)
    if are_houses and not persons and (not named or (is_vague and not _gives_first_names(named[0]))):
        unmarked = _unmarked(clues, lines(), language, sites)
        persons = [
            *islice((one for one in unmarked if (_names_writer(one, sites) if printed else one.names)), 1)
        ]
    chosen = [Signed(RULE, selected)] if selected else []
    surer = [one for one in (*named, *persons) if _names_somebody(one, sites)] if is_vague else []
    ranked = list(dict.fromkeys((*chosen, *surer, *named, *persons, *told, *printed)))
    return (ranked[0].names if ranked else ()), tuple(
        Candidate(one.rule, ", ".join(one.names)) for one in ranked
    )


def _fullest_first(told: list[Signed]) -> list[Signed]:
    """The same with the place first that names everybody whom the first one names, and others too."""
    first = frozenset(told[0].names) if told else frozenset()
    fuller = [one for one in told if first < frozenset(one.names) and all(" " in name for name in one.names)]
    return [*fuller[:1], *(one for one in told if one not in fuller[:1])]


def _paper_in_title(page_title: str, told: list[Signed]) -> frozenset[str]:
    """What stands behind the last dash or bar of the page's title, folded: most often the site's name.

    Nothing where the data tell names, and none of them holds the last word of that.
    """
    last = page_title.rpartition(" ")[2].casefold()
    if told and not any(last in name.casefold() for one in told for name in one.names):
        return frozenset()
    parts = title_parts(page_title)
    return frozenset({fold(parts[-1])} if len(parts) > 1 else ()) - {""}


def _papers_told(told: list[Signed], paper: frozenset[str]) -> frozenset[str]:
    """The names, folded, of papers that the data give as authors: organisations, and what ends the page's title."""
    names = [
        name for one in told for name in one.names if one.organisation or (paper and is_site(name, paper))
    ]
    return frozenset(fold(name) for name in names if not is_agency(name))


def _gives_first_names(signed: Signed) -> bool:
    """True where people sign with one word each, as on many a blog: whom the page names elsewhere is another."""
    return all(name.isalpha() and name.istitle() and not is_newsroom(name) for name in signed.names)


def _is_one(name: str, sites: frozenset[str]) -> bool:
    return is_person(name, sites) and not _is_house(name, sites)


def _is_house(name: str, sites: frozenset[str]) -> bool:
    """True for the name of the site, of a newsroom or of a role: `Web Desk`, `Online Editor`."""
    return is_newsroom(name) or holds_role(name) or is_site(name, sites)


def _up_to_person(found: Iterator[Signed], sites: frozenset[str]) -> Iterator[Signed]:
    """Places that name anybody, up to the first that names a person: to look further is slow."""
    for one in found:
        if one.names:
            yield one
        if _names_writer(one, sites):
            return


def _names_writer(signed: Signed, sites: frozenset[str]) -> bool:
    """True for a person, or what may be one in letters without capitals."""
    return any(
        _is_one(name, sites) or (is_caseless_name(name) and not is_site(name, sites)) for name in signed.names
    )


def _names_people(signed: Signed, sites: frozenset[str]) -> bool:
    """True where one of the names is not the site's own, no paper's, and no account's: `dpa` is an agency."""
    return any(
        not is_site(name, sites)
        and not name.endswith(AGENCIES_END)
        and (is_agency(name) or not is_account(name))
        for name in signed.names
    )


def _names_somebody(signed: Signed, sites: frozenset[str]) -> bool:
    """True where one of the names is a person's, and no agency's or newsroom's."""
    return any(_is_one(name, sites) and not is_agency(name) for name in signed.names)


def _printed(
    lines: Callable[[], tuple[Line, ...]], language: str | None, sites: frozenset[str]
) -> Iterator[Signed]:
    """What readers see."""
    for rule, names in (("byline", marked_names), ("byline-words", opened_names)):
        yield Signed(rule, beside_site(names(lines(), language), sites))


def _unmarked(
    clues: Clues, lines: tuple[Line, ...], language: str | None, sites: frozenset[str]
) -> Iterator[Signed]:
    """Names that nothing marks, or none, from each place that may hold some."""
    yield Signed("beside-date", beside_date(clues, lines, language, sites))
    yield Signed("dateline", dateline(clues.root, language))
    yield Signed("sign-on", sign_on(lines, clues.page_title, language, sites))
    last = last_paragraph(clues)
    yield Signed("sign-off", sign_off(clues.root, last, language, sites))
    if last is None:
        return
    behind = tuple(lines_behind(last, language))
    boxed = marked_names(behind, language)
    yield Signed("author-box", tuple(name for name in boxed if is_person(name, sites)))
    yield Signed("biography", biography((Line(last, own_text(last)), *behind), language, sites))
