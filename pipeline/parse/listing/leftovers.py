"""What is left of a listing page when its stories are read: named boilerplate, or text that has to be reported."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from pipeline.parse.body import blocks_of
from pipeline.parse.html_tree import HEADINGS, Element, make_of, one_line, path, text_of
from pipeline.parse.info_lines import is_residue
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.issues import is_issue
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.service import is_service
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.headlines.link_parts import are_buttons
from pipeline.parse.listing.headlines.titles import TITLE_WORDS, is_named
from pipeline.parse.listing.names.furniture import FurnitureMap
from pipeline.parse.listing.names.naming import PageTitles, page_titles
from pipeline.parse.quotes.tree.pieces import is_hidden
from pipeline.parse.snippets import snippet
from pipeline.parse.stories import Place
from pipeline.records import Block, BlockKind, Boilerplate, Problem, Reason

_HEADER_NAMES = frozenset({"header", "logo", "branding", "site-title", "site-branding", "top", "topline"})
_BOXES = frozenset({"div", "section", "main", "td", "center"})
_LONGEST_MENU_LINK = 25
"""Characters of a link in a menu, on average."""
_MOST_PROBLEMS = 100
"""Places named for one page: beyond them it is another kind of page, and the first hundred say so."""
_MOST_NAMED = 1000
"""Boilerplate named for one page."""
_PARTING = re.compile(r"\s?[\[\]|•·]\s?")
"""What stands between the links of a menu."""
_TEXTS = etree.XPath(".//text()", smart_strings=False)
_LONGEST_PAGER = 40
"""Items of a list of pages."""
_LONGEST_SECTION = 5
"""Words of the name of a section; a longer heading is a headline."""
_PRICE = re.compile(r"[$€£¥₩₸₽₴₼₾₺₹₿]\s?(?:1\s?=\s?)?\d{1,9}[.,]\d|\d[.,]\d{1,9}\s?[$€£¥₩₸₽₴₼₾₺₹₿]")
"""A price or rate: where it is no quote, it is what somebody may have looked for, and no small print."""
_CRUMBS = re.compile(r"[^>›»]{1,40}(?:(?:>{1,2}|›|»)[^>›»]{1,40}){1,6}+[>›»]?+")
"""`Home > News > Town`: where the page stands."""
_DATE_LINE, _ISSUE_LINE = "date-line", "issue-line"
_YEAR = re.compile(r"(?:19|20)\d\d")
_FRACTION = re.compile(r"\d[.,]\d")
"""Of a rate, say."""
_HEADS = frozenset({"page-heading", "page-header", _ISSUE_LINE})
"""What a line may introduce that stands below it."""
_UNTITLED = 200
"""Characters of a text that stands where a story would, and is none without a headline; a shorter one may tell what a
section is about, or greet."""


class LeftOver(NamedTuple):
    """What belongs to no story: a problem for each text that no rule names, and the others by their rules."""

    problems: list[Problem]
    named: list[Boilerplate]
    dates: list[tuple[Element, str]]
    """The lines of dates among these, and where they stand."""


def left_over(root: Element, runs: Sequence[Run], furniture: FurnitureMap, place: Place) -> LeftOver:
    """Sort all text of the page that is in none of `runs`."""
    owned = {element for run in runs for element in run.elements}
    tails = {element for run in runs if run.tails for element in run.elements}
    around = _ancestors(owned)
    divided = _ancestors(element for element in root.iter() if furniture.around(element) is element)
    shapes = {make_of(run.elements[0]) for run in runs}
    found = _Found(place.language, page_titles(root))
    open_elements = [*root.iter("body")][:1]
    while open_elements:
        element = open_elements.pop()
        for beside, text in _loose_texts(element, tails):
            found.sort(beside, [Block(BlockKind.PARAGRAPH, text)])
        for child in element:
            if child in around:
                open_elements.append(child)
            elif child not in owned:
                rule = furniture.rule(child) or _unseen(child) or _page_header(child, place.url)
                if rule:
                    found.name(child, rule)
                elif child in divided and child.tag in _BOXES:
                    open_elements.append(child)
                else:
                    found.sort(child, blocks_of(child), untitled=make_of(child) in shapes)
    return LeftOver(_up_to_most(found.problems), found.named[:_MOST_NAMED], found.dates)


class _Found:
    """What was met beside the stories, so far."""

    def __init__(self, language: str | None, titles: PageTitles) -> None:
        self.problems: list[Problem] = []
        self.named: list[Boilerplate] = []
        self.dates: list[tuple[Element, str]] = []
        self._language = language
        self._titles = titles
        self._head: tuple[Element | None, str | None] = None, None
        """What was named last, and by which rule."""

    def name(self, element: Element, rule: str) -> None:
        """Take all text of `element` for boilerplate, by one rule."""
        texts = [line for text in _TEXTS(element) if (line := one_line(text))]
        if texts:
            self.named.append(Boilerplate(rule, snippet(texts[0]), path(element), len(texts)))
            self._head = element, rule

    def sort(self, place: Element, blocks: Sequence[Block], *, untitled: bool = False) -> None:
        """Name what a rule knows of `blocks`, and report the rest. `untitled`: stories stand in such places."""
        if 1 < len(blocks) <= _LONGEST_PAGER and is_paging(line := " ".join(block.text for block in blocks)):
            blocks = [Block(BlockKind.PARAGRAPH, line)]  # in a list, each of which is too short to tell
        unknown = []
        head, above = self._head
        above = above if place.getprevious() is head else None
        for block in blocks:
            introduced = above == _ISSUE_LINE or (above in _HEADS and not untitled)
            rule = _rule(block, self._language, self._titles)
            if (
                rule is None
                and introduced
                and len(block.text) <= _UNTITLED
                and not _FRACTION.search(block.text)
            ):
                rule = "introduction"
            above = rule
            if rule:
                self.named.append(Boilerplate(rule, snippet(block.text), path(place)))
                if rule == _DATE_LINE or (rule == _ISSUE_LINE and _YEAR.search(block.text)):
                    self.dates.append((place, block.text))
            elif block.text:
                unknown.append(block.text)
        self._head = place, above
        if unknown:
            long = sum(map(len, unknown)) > _UNTITLED
            reason = Reason.STORY_WITHOUT_TITLE if untitled and long else Reason.TEXT_LEFT_OVER
            self.problems.append(Problem(reason, snippet(unknown[0]), path(place), len(unknown)))


def _up_to_most(problems: list[Problem]) -> list[Problem]:
    """No more places than anybody reads, and how many texts stand in the others."""
    named, unnamed = problems[:_MOST_PROBLEMS], problems[_MOST_PROBLEMS:]
    if not unnamed:
        return named
    texts = sum(problem.count for problem in unnamed)
    return [*named, Problem(Reason.TEXT_LEFT_OVER, f"in {len(unnamed)} more places", count=texts)]


def _ancestors(elements: Iterable[Element]) -> set[Element]:
    """What stands around any of `elements`."""
    found: set[Element] = set()
    for element in elements:
        for around in element.iterancestors():
            if around in found:
                break
            found.add(around)
    return found


def _unseen(element: Element) -> str | None:
    attributes = element.keys()
    return "hidden" if attributes and is_hidden(element, attributes) else None


def _page_header(element: Element, url: str) -> str | None:
    """The rule for the site's name and menu, a header or links of a word or two, and for the names of columns."""
    if element.tag == "header" or not _HEADER_NAMES.isdisjoint(
        (element.get("id", ""), *element.get("class", "").split())
    ):
        return "page-header"
    if element.tag == "caption" or (
        is_named(element, TITLE_WORDS) and word_count(text_of(element)) <= _LONGEST_SECTION
    ):
        return "page-heading"
    if element.tag == "thead" or (element.tag == "tr" and {cell.tag for cell in element} == {"th"}):
        return "column-names"
    if are_buttons(element, url):  # to the text of this page, say
        return "buttons"
    return "menu" if element.tag not in HEADINGS and _is_menu(element) else None


def _is_menu(element: Element) -> bool:
    links = [text_of(anchor) for anchor in element.iter("a")]
    linked = sum(map(len, links))
    if linked >= _LONGEST_MENU_LINK * len(links):
        return False
    named = sum(len(text_of(heading)) for heading in element.iter(*HEADINGS) if not len(heading))
    return linked * 5 >= (len(_PARTING.sub("", text_of(element))) - named) * 4


def _loose_texts(element: Element, tails: set[Element]) -> Iterator[tuple[Element, str]]:
    """Texts that stand directly in `element`, between its children."""
    if text := one_line(element.text or ""):
        yield element, text
    for child in element:
        if child not in tails and (text := one_line(child.tail or "")):
            yield element, text


def _rule(block: Block, language: str | None, titles: PageTitles) -> str | None:
    """The name of what a text is, if it is no story's: a heading of the page, paging, a date, small print."""
    text = block.text
    heads = block.kind is BlockKind.SUBHEAD or titles.name(text)
    if heads and (block.level == 1 or word_count(text) <= _LONGEST_SECTION):
        return "page-heading"
    if _PRICE.search(text) and is_residue(text, language):
        return None
    return next((rule for rule, tells in _LINES if tells(text, language)), None)


_LINES: tuple[tuple[str, Callable[[str, str | None], bool]], ...] = (
    ("paging", lambda text, _: is_paging(text)),
    ("link-to-more", lambda text, _: is_marker(text)),
    ("letter-service", lambda text, _: is_service(text)),
    (_DATE_LINE, is_date_line),
    (_ISSUE_LINE, lambda text, _: is_issue(text)),
    ("breadcrumb", lambda text, _: _CRUMBS.fullmatch(text) is not None),
    ("small-print", is_residue),
)
