"""find_body: outline the page, choose the container of its text, recover the lead, cut head and tail."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.parse.body.blocks import blocks_from
from pipeline.parse.body.completeness import is_complete
from pipeline.parse.body.container import choose
from pipeline.parse.body.lead import lead
from pipeline.parse.body.outline import Outline, Run, outline
from pipeline.parse.body.script_text import html_in_scripts
from pipeline.parse.body.second_look import forgiving_outline
from pipeline.parse.body.trim import trim
from pipeline.parse.html_tree import Element, parse_html, tags
from pipeline.records import Block

_ENOUGH = 250
"""Characters from which on a body is taken as found."""
_STYLES = tags("b strong i em u font sup sub small mark cite abbr wbr ins tt")
"""Tags that only style a word: without them there is half as much to walk."""
_WITHOUT_TEXT = tags("svg img picture source video audio iframe style link meta input select")
"""Tags that hold nothing to read: taken out in one go."""
_SOME, _MOST = 5, 0.6
"""From this many paragraphs on, an element that holds this share of them is where the story stands."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one story. `rule` says how it was found; `complete` is False for a cut-off text."""

    blocks: tuple[Block, ...] = ()
    rule: str = ""
    complete: bool = True


def find_body(root: Element, *, title: str | None = None, description: str | None = None) -> Body:
    """The body of the main article in the tree below `root`. The tree is used up.

    Where the rules find next to nothing, the page is read once more with nothing called furniture, and then its
    scripts; the first of these that gives clearly more is taken.
    """
    etree.strip_tags(root, *_STYLES)
    etree.strip_elements(root, *_WITHOUT_TEXT, with_tail=False)
    body = _read(forgiving_outline(_start(root)), title, description, "container")
    for other in (_all_as_text, _from_scripts):
        if _size(body) >= _ENOUGH:
            break
        body = max((body, *other(root, title, description)), key=_size)
    return body


def _start(root: Element) -> Element:
    """Where to read: the only <main> or <article> with a headline and most paragraphs, else all of <body>."""
    body = root.find("body")
    body = root if body is None else body
    paragraphs = _count(body, "p")
    for tag in ("main", "article"):
        headed = [element for element in body.iter(tag) if next(element.iter("h1"), None) is not None]
        if len(headed) == 1 and paragraphs >= _SOME and _count(headed[0], "p") >= _MOST * paragraphs:
            return headed[0]
    return body


def _count(element: Element, tag: str) -> int:
    return sum(1 for _ in element.iter(tag))


def _size(body: Body) -> int:
    return sum(len(block.text) for block in body.blocks)


def _read(page: Outline, title: str | None, description: str | None, rule: str) -> Body:
    node = choose(page)
    last = page.last_below(node)
    inside = [number for number, run in enumerate(page.runs) if node <= run.node <= last]
    if not inside:
        return Body()
    text = trim(page, [page.runs[number] for number in inside], title)
    complete = is_complete(text, page.runs, _end(page.runs, text, inside))
    return Body(blocks_from(page, [*lead(page.runs, inside[0], title, description), *text]), rule, complete)


def _end(runs: list[Run], text: list[Run], inside: list[int]) -> int:
    """The number of the run behind the last one of `text`."""
    return next((number + 1 for number in reversed(inside) if text and runs[number] is text[-1]), inside[0])


def _all_as_text(root: Element, title: str | None, description: str | None) -> Iterator[Body]:
    yield _read(outline(_start(root), prune=False), title, description, "all text")


def _from_scripts(root: Element, title: str | None, _description: str | None) -> Iterator[Body]:
    for found in html_in_scripts(root):
        tree, _ = parse_html(found)
        page = outline(tree)
        yield Body(blocks_from(page, trim(page, page.runs, title)), "script data")


def blocks_of(element: Element) -> tuple[Block, ...]:
    """All text below `element` as blocks in document order, nothing judged; for a story whose borders are known."""
    page = outline(element, prune=False)
    return blocks_from(page, page.runs)
