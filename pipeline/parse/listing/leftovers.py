"""What is left of a listing page when its stories are read: named boilerplate, or text that has to be reported."""

from collections.abc import Iterator, Sequence

from pipeline.parse.body import blocks_of
from pipeline.parse.html_tree import Element, one_line, text_of
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.listing.furniture import FurnitureMap
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.residue import is_residue
from pipeline.records import Block, BlockKind, Problem, Reason

_SNIPPET = 80
_HEADER_NAMES = frozenset({"header", "logo", "branding", "site-title", "site-branding", "top", "topline"})
_LONGEST_MENU_LINK = 25
"""Characters of a link in a menu, on average."""
_MOST_PROBLEMS = 100
"""Places named for one page: beyond them it is another kind of page, and the first hundred say so."""
_LONGEST_SECTION = 5
"""Words of the name of a section; a longer heading is a headline."""
_UNTITLED = 200
"""Characters of a text that stands where a story would, and is none without a headline."""


def left_over(
    root: Element, runs: Sequence[Run], furniture: FurnitureMap, language: str | None
) -> list[Problem]:
    """A problem for each text of the page's main part that belongs to no story, with its place."""
    owned = {element for run in runs for element in run.elements}
    tails = {element for run in runs if run.tails for element in run.elements}
    around = {ancestor for element in owned for ancestor in element.iterancestors()}
    shapes = {_shape(run.elements[0]) for run in runs}
    problems: list[Problem] = []
    open_elements = [*root.iter("body")][:1]
    while open_elements:
        element = open_elements.pop()
        for place, text in _loose_texts(element, tails):
            problems += _reported(place, [Block(BlockKind.PARAGRAPH, text)], language)
        for child in element:
            if child in around:
                open_elements.append(child)
            elif child not in owned and not furniture.holds(child) and not _is_page_header(child):
                problems += _reported(child, blocks_of(child), language, untitled=_shape(child) in shapes)
    return _up_to_most(problems)


def _up_to_most(problems: list[Problem]) -> list[Problem]:
    """No more places than anybody reads, and how many texts stand in the others."""
    named, unnamed = problems[:_MOST_PROBLEMS], problems[_MOST_PROBLEMS:]
    if not unnamed:
        return named
    texts = sum(problem.count for problem in unnamed)
    return [*named, Problem(Reason.TEXT_LEFT_OVER, f"in {len(unnamed)} more places", count=texts)]


def _is_page_header(element: Element) -> bool:
    """True for the site's name and menu: a header, or links of a word or two."""
    if element.tag == "header" or not _HEADER_NAMES.isdisjoint(
        (element.get("id", ""), *element.get("class", "").split())
    ):
        return True
    links = [text_of(anchor) for anchor in element.iter("a")]
    linked = sum(map(len, links))
    return linked * 5 >= len(text_of(element)) * 4 and linked < _LONGEST_MENU_LINK * len(links)


def _shape(element: Element) -> tuple[str, str]:
    return str(element.tag), element.get("class", "")


def _loose_texts(element: Element, tails: set[Element]) -> Iterator[tuple[Element, str]]:
    """Texts that stand directly in `element`, between its children."""
    if text := one_line(element.text or ""):
        yield element, text
    for child in element:
        if child not in tails and (text := one_line(child.tail or "")):
            yield element, text


def _reported(
    place: Element, blocks: Sequence[Block], language: str | None, *, untitled: bool = False
) -> list[Problem]:
    unknown = [block.text for block in blocks if not _is_boilerplate(block, language)]
    if not unknown:
        return []
    long = sum(map(len, unknown)) > _UNTITLED
    reason = Reason.STORY_WITHOUT_TITLE if untitled and long else Reason.TEXT_LEFT_OVER
    return [Problem(reason, unknown[0][:_SNIPPET], place.getroottree().getpath(place), len(unknown))]


def _is_boilerplate(block: Block, language: str | None) -> bool:
    """Headings of the page and its sections, paging, dates, links to more, small print."""
    text = block.text
    return (
        (block.kind is BlockKind.SUBHEAD and (block.level == 1 or word_count(text) <= _LONGEST_SECTION))
        or is_paging(text)
        or is_marker(text)
        or is_date_line(text, language)
        or is_residue(text, language)
    )
