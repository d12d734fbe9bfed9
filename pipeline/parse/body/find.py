"""find_body: outline the page, choose the container of its text, recover the lead, cut head and tail."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter

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
_SECOND_LOOKS = 4
_PLENTY = 1000
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
    body = _read(_forgiving_outline(_start(root)), title, description, "container")
    for other in (_all_as_text, _from_scripts):
        if _size(body) >= _ENOUGH:
            break
        body = max((body, *other(root, title, description)), key=_size)
    return body


def _start(root: Element) -> Element:
    body = root.find("body")
    return root if body is None else body


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


def _from_scripts(root: Element, title: str | None, description: str | None) -> Iterator[Body]:
    for found in html_in_scripts(root):
        tree, _ = parse_html(found)
        page = outline(tree)
        yield Body(blocks_from(page, trim(page, page.runs, title)), "script data")


def _forgiving_outline(root: Element) -> Outline:
    """The outline of the page, where what was called furniture and holds most of the text is text after all."""
    forgiven: set[Element] = set()
    page = outline(root)
    for _ in range(_SECOND_LOOKS):
        good = _good(page.runs)
        groups = _by_name(page.pruned, _paragraph_text if good > _PLENTY else _outlined_text)
        name, weight = max(groups.items(), key=itemgetter(1), default=("", 0))
        if weight <= max(good, _SOME_TEXT):
            break
        forgiven.update(element for element in page.pruned if _name(element) == name)
        page = outline(root, forgiven=forgiven)
    return page


def _by_name(pruned: list[Element], weigh: Callable[[Element], int]) -> Counter[str]:
    groups: Counter[str] = Counter()
    for element in pruned:
        name = _name(element)
        groups[name] += weigh(element) // (2 if vocabulary.BESIDE.search(name) else 1)
    return groups


def _name(element: Element) -> str:
    return f"{element.tag} {element.get('class')}".lower()


def _good(runs: list[Run]) -> int:
    return sum(run.free for run in runs if run.free > 20 and run.linked < run.free)


def _outlined_text(element: Element) -> int:
    return max(_good(outline(element).runs), _paragraph_text(element))


def _paragraph_text(element: Element) -> int:
    if element.find(".//p") is None:
        return 0
    return sum(len(one_line("".join(p.itertext()))) for p in element.iter("p"))


def blocks_of(element: Element) -> tuple[Block, ...]:
    """All text below `element` as blocks in document order, nothing judged; for a story whose borders are known."""
    page = outline(element, prune=False)
    return blocks_from(page, page.runs)
