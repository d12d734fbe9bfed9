"""find_body: outline the page, choose the container of its text, recover the lead, cut head and tail."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.parse.body.completeness import cut_off, in_mid_sentence
from pipeline.parse.body.container import choose
from pipeline.parse.body.furniture.house_boxes import without_house_boxes
from pipeline.parse.body.furniture.labels import SHORTEST_TITLE
from pipeline.parse.body.furniture.legends import without_legends
from pipeline.parse.body.furniture.next_story import before_next_story
from pipeline.parse.body.furniture.remarks import without_remarks
from pipeline.parse.body.furniture.signatures import (
    without_flush_right,
    without_signatures,
    without_signed_box,
)
from pipeline.parse.body.layout.blocks import blocks_from
from pipeline.parse.body.layout.bold_lines import bold_lines
from pipeline.parse.body.layout.headed import is_headed
from pipeline.parse.body.layout.images import pictures
from pipeline.parse.body.layout.outline import Outline, Run, outline, size_of
from pipeline.parse.body.lead import described, lead
from pipeline.parse.body.scripts import StoryInData, html_in_scripts, story_in_scripts
from pipeline.parse.body.second_look import forgiving_outline
from pipeline.parse.body.steps import Steps, Told, Trail, left_out, take
from pipeline.parse.body.threads import posts
from pipeline.parse.body.told_text import without_untold
from pipeline.parse.body.trim import TRIM
from pipeline.parse.html_tree import Element, holds, one_line, parse_html, tags, text_of
from pipeline.parse.title_lines import title_line
from pipeline.records import Block, Boilerplate, Problem

_ENOUGH = 250
"""Characters from which on a body is taken as found."""
_STYLES = tags("b strong i em u font sup sub small mark cite abbr wbr ins tt")
"""Tags that only style a word: without them there is half as much to walk."""
_WITHOUT_TEXT = tags("svg video audio iframe style link meta select")
"""Tags that hold nothing to read or to show: taken out in one go."""
_AMP = ("amp", "⚡")
"""Attributes of <html>, one of which pages in AMP must have."""
_LOWER_HEADINGS = ("h2", "h3", "h4")
_LONGEST_KICKER = 40
_ABOVE = 6
"""Lines above a lead that may tell whose it is."""
_SOME, _MOST = 5, 0.6
"""From this many paragraphs on, an element that holds this share of them is where the story stands."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one story. `rule` says how it was found, `cut` why it is not all of the story, if so."""

    blocks: tuple[Block, ...] = ()
    rule: str = ""
    cut: Problem | None = None
    told: StoryInData | None = None
    """What the page's data say of it, where it stands only there."""
    left_out: tuple[Boilerplate, ...] = ()
    """What stands among it and is none of it, where that was asked for."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Runs that may be the story, before they are made into blocks."""

    rule: str
    page: Outline
    trail: Trail
    container: int = 0
    runs: tuple[Run, ...] = ()
    cut: Problem | None = None
    told: StoryInData | None = None

    @property
    def size(self) -> int:
        return size_of(self.runs)


_OF_PAGE: Steps = {
    "next-story": lambda page, _, told: before_next_story(page, told.title),
    "remarks": lambda page, runs, told: without_remarks(page, runs, told.title),
}
_OF_STORY: Steps = {
    **TRIM,
    "untold": lambda _, runs, told: without_untold(runs, told.text),
    "flush-right": lambda page, runs, _: without_flush_right(page, runs),
    "signed-box": lambda page, runs, told: without_signed_box(page, runs, told.authors),
    "signature": lambda _, runs, told: without_signatures(runs, told.authors, told.language),
}
"""What is cut out of all of the page before the story is looked for, and out of the story then."""


def find_body(root: Element, told: Told, *, explain: bool = False) -> Body:
    """The body of the main article in the tree below `root`. The tree is used up.

    Where the rules find next to nothing, the page is read once more with nothing called furniture, and then its
    scripts; the first of these that gives clearly more is taken. With `explain` the body says what was left out of it.
    """
    bold = bold_lines(root)
    etree.strip_tags(root, *_STYLES)
    etree.strip_elements(root, *_WITHOUT_TEXT, with_tail=False)
    if any(root.get(sign) is not None for sign in _AMP):
        for image in root.iter("amp-img"):
            image.tag = "img"
    headline = _headline(root, told.title)
    start = _start(root, headline)
    best = _read(forgiving_outline(start, headline), told, "container")
    headed = is_headed(best.page.runs)
    for other in (_from_scripts,) if headed else (_all_as_text, _from_scripts):
        if best.size >= _ENOUGH:
            break
        best = max((best, *other(start, told)), key=lambda found: found.size)
    body = _body(best, bold, told)
    return replace(body, left_out=left_out(best.page, best.container, best.trail)) if explain else body


def _headline(root: Element, title: str | None) -> Element | None:
    """The heading that says the title, else such a line. What is no h1 is made one: that tells where to look."""
    wanted = one_line(title or "").casefold()
    if not wanted:
        return None
    for heading in root.iter("h1"):
        if _said(heading) == wanted:
            return heading
    lower = next((one for one in root.iter(*_LOWER_HEADINGS) if _says(_said(one), wanted)), None)
    if lower is None:
        length = len(wanted)
        lower = title_line(root, length, length, lambda text: one_line(text).casefold() == wanted)
    if lower is None or lower.find(".//a") is not None:  # a link leads to a story, and heads none
        return None
    lower.tag = "h1"
    return lower


def _says(said: str, title: str) -> bool:
    """Whether a heading is the title, with a kicker in front of it or not."""
    return said == title or (
        len(title) >= SHORTEST_TITLE
        and said.endswith(f" {title}")
        and len(said) <= len(title) + _LONGEST_KICKER
    )


def _said(heading: Element) -> str:
    return text_of(heading).casefold()


def _body(found: _Found, bold: Collection[Element], told: Told) -> Body:
    """What was found, with the pictures in it."""
    shown = pictures(found.page, found.container, found.runs, told.base)
    blocks = blocks_from(found.page, found.runs, bold=bold, pictures=shown)
    cut = found.cut or in_mid_sentence(blocks, told.language)
    return Body(blocks, found.rule, cut, found.told)


def _start(root: Element, headline: Element | None) -> Element:
    """Where to read: the only <main> or <article> with the headline and most paragraphs, else all of <body>."""
    body = root.find("body")
    body = root if body is None else body
    paragraphs = _count(body, "p")
    for tag in ("main", "article"):
        headed = [element for element in body.iter(tag) if _heads(headline, element)]
        if len(headed) == 1 and paragraphs >= _SOME and _count(headed[0], "p") >= _MOST * paragraphs:
            return headed[0]
    return body


def _heads(headline: Element | None, element: Element) -> bool:
    """Whether an element has the headline in it, or any where it is not known."""
    if headline is None:
        return holds(element, "h1")
    return headline in element.iter("h1")


def _count(element: Element, tag: str) -> int:
    return sum(1 for _ in element.iter(tag))


def _read(page: Outline, told: Told, rule: str) -> _Found:
    trail: Trail = []
    if thread := posts(page, page.runs):
        return _Found("thread", page, trail, runs=tuple(take(TRIM, page, thread, told, trail)))
    runs = take(_OF_PAGE, page, page.runs, told, trail)
    node = choose(page, runs)
    inside = page.inside(node, runs)
    if not inside:
        return _Found(rule, page, trail)
    text = take(_OF_STORY, page, inside, told, trail)
    first = inside[0].number
    cut = cut_off(text, page, text[-1].number + 1 if text else first)
    return _Found(rule, page, trail, node, (*_lead(page, first, told, text), *text), cut)


def _lead(page: Outline, first: int, told: Told, text: list[Run]) -> list[Run]:
    """The lead in front of `text`, and no legend of a picture that stands between it and the headline."""
    found = without_signatures(
        lead(page.runs, first, told.title, told.description), told.authors, told.language
    )
    if not found:
        return []
    kept = {*without_legends(page, [*found, *text])}.union(
        run for run in found if described(run, told.description)
    )
    above = page.runs[max(found[0].number - _ABOVE, 0) : first]
    kept.intersection_update(without_house_boxes(page, above, text))
    return [run for run in found if run in kept and run.text not in told.site_texts]


def _all_as_text(start: Element, told: Told) -> Iterator[_Found]:
    yield _read(outline(start, prune=False), told, "all text")


def _from_scripts(_start: Element, told: Told) -> Iterator[_Found]:
    """The story in the page's data, or all prose in its scripts where none of them is a story by its shape."""
    story = story_in_scripts(told.whole(), told.base)
    for found in [story.html] if story else html_in_scripts(told.whole()):
        tree, _ = parse_html(f"<html><body>{found}</body></html>")
        page = outline(tree)
        titled = told._replace(title=told.title or (story.title if story else None))
        trail: Trail = []
        runs = tuple(take(TRIM, page, page.runs, titled, trail))
        yield _Found("script data", page, trail, runs=runs, told=story)


def blocks_of(element: Element, base: str | None = None, *, broken: bool = False) -> tuple[Block, ...]:
    """All text below `element` as blocks in document order, nothing judged; for a story whose borders are known.

    With `base`, where the page's relative links begin, the pictures among the text are blocks too; with `broken`, a
    text keeps its lines.
    """
    page = outline(element, prune=False, broken=broken)
    shown = pictures(page, 0, page.runs, base) if base is not None else ()
    return blocks_from(page, page.runs, bold=bold_lines(element), pictures=shown)
