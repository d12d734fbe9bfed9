"""find_body: outline the page, choose the container of its text, recover the lead, cut head and tail."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.parse.body import vocabulary
from pipeline.parse.body.blocks import blocks_from
from pipeline.parse.body.completeness import is_complete
from pipeline.parse.body.container import choose
from pipeline.parse.body.lead import lead
from pipeline.parse.body.outline import Outline, Run, outline
from pipeline.parse.body.script_text import html_in_scripts
from pipeline.parse.body.trim import trim
from pipeline.parse.html_tree import Element, one_line, parse_html
from pipeline.records import Block

_ENOUGH = 250
"""Characters from which on a body is taken as found."""
_STYLES = (
    "b",
    "strong",
    "i",
    "em",
    "u",
    "font",
    "sup",
    "sub",
    "small",
    "mark",
    "cite",
    "abbr",
    "wbr",
    "ins",
    "tt",
)
"""Tags that only style a word: without them there is half as much to walk."""
_WITHOUT_TEXT = (
    "svg",
    "img",
    "picture",
    "source",
    "video",
    "audio",
    "iframe",
    "style",
    "link",
    "meta",
    "input",
    "select",
)
_SECOND_LOOKS = 4
_PLENTY = 1000
_SOME, _MOST = 5, 0.6
"""From this many paragraphs on, an element that holds this share of them is where the story stands."""
_SOME_TEXT = 200
"""Characters of paragraphs below which furniture is not worth a second look."""


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
    body = _read(_forgiving_outline(_start(root)), title, description, "container")
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


def _forgiving_outline(root: Element) -> Outline:
    """The outline of the page, where what was called furniture and holds most of the text is text after all."""
    forgiven = {around for main in root.iter("main") for around in main.iterancestors()}
    page = outline(root, forgiven=forgiven)
    for _ in range(_SECOND_LOOKS):
        heaviest = _heaviest(page.pruned, max(_good(page.runs), _SOME_TEXT))
        if not heaviest:
            break
        forgiven.update(heaviest)
        page = outline(root, forgiven=forgiven)
    return page


def _heaviest(pruned: list[Element], more_than: int) -> list[Element]:
    """The furniture of one name that holds the most text, if that is `more_than` what was found without it."""
    groups: dict[str, list[Element]] = defaultdict(list)
    for element in pruned:
        groups[_name(element)].append(element)
    weights = {name: _weight(name, elements, more_than) for name, elements in groups.items()}
    heaviest = max(weights, key=lambda name: weights[name], default=None)
    return groups[heaviest] if heaviest is not None and weights[heaviest] > more_than else []


def _weight(name: str, elements: list[Element], more_than: int) -> int:
    share = 2 if vocabulary.BESIDE.search(name) else 1
    if sum(map(_raw_length, elements)) <= more_than * share:  # nearly always; the rest is worth a closer look
        return 0
    weigh = _paragraph_text if more_than > _PLENTY else _unlinked_text
    return sum(map(weigh, elements)) // share


def _name(element: Element) -> str:
    return f"{element.tag!s} {element.get('class')}".lower()


def _good(runs: list[Run]) -> int:
    return sum(run.free for run in runs if run.free > 20 and run.linked < run.free)


def _raw_length(element: Element) -> int:
    return len(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _unlinked_text(element: Element) -> int:
    text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return len(one_line(text)) - sum(len("".join(link.itertext())) for link in element.iter("a"))


def _paragraph_text(element: Element) -> int:
    return sum(len(one_line("".join(p.itertext()))) for p in element.iter("p"))


def blocks_of(element: Element) -> tuple[Block, ...]:
    """All text below `element` as blocks in document order, nothing judged; for a story whose borders are known."""
    page = outline(element, prune=False)
    return blocks_from(page, page.runs)
