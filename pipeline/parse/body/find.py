"""find_body: outline the page, choose the container of its text, recover the lead, cut the tail."""

from dataclasses import dataclass

from pipeline.parse.body.outline import HEADINGS, Outline, Run, outline
from pipeline.parse.html_tree import Element, one_line
from pipeline.records import Block, BlockKind

DECAY = 0.94
ENOUGH = 250


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one story. `rule` says how it was found; `complete` is False for a cut-off text."""

    blocks: tuple[Block, ...] = ()
    rule: str = ""
    complete: bool = True


def find_body(root: Element, *, title: str | None = None, description: str | None = None) -> Body:
    """The body of the main article in the tree below `root`. The tree is used up."""
    start = root.find("body")
    page = _outline_with_way_back(root if start is None else start)
    runs = _container_runs(page)
    return Body(_blocks(page, _trim(runs, title)), "container")


def _outline_with_way_back(root: Element) -> Outline:
    forgiven: list[Element] = []
    page = outline(root)
    for _ in range(4):
        good = _good(page.runs)
        worth = [(w, i, el) for i, el in enumerate(page.pruned) if (w := _paragraph_text(el)) > max(good, 200)]
        if not worth:
            break
        forgiven.append(max(worth, key=lambda x: x[0])[2])
        page = outline(root, forgiven)
    return page


def _good(runs: list[Run]) -> int:
    return sum(len(run.text) - run.linked for run in runs if run.tag == "p" or len(run.text) > 80)


def _paragraph_text(element: Element) -> int:
    if element.find(".//p") is None:
        return 0
    return sum(len(one_line("".join(p.itertext()))) for p in element.iter("p"))


def _value(run: Run) -> float:
    size = len(run.text)
    free = size - run.linked
    if run.tag in HEADINGS:
        return 0
    if run.linked * 2 > size:
        return -run.linked * 0.5
    if run.tag in ("p", "blockquote", "pre"):
        return free if size > 20 else 0
    if run.tag == "li":
        return free * 0.3
    return free if size > 80 else free * 0.2


def _container_runs(page: Outline) -> list[Run]:
    sums = [0.0] * len(page.elements)
    for run in page.runs:
        sums[run.owner] += _value(run)
    parents = page.parents
    best, best_sum = 0, 0.0
    for i in range(len(sums) - 1, 0, -1):
        if sums[i] > best_sum:
            best, best_sum = i, sums[i]
        sums[parents[i]] += DECAY * sums[i]
    if sums[0] > best_sum:
        best = 0
    last = best
    inside = {best}
    for i in range(best + 1, len(sums)):
        if parents[i] not in inside:
            break
        inside.add(i)
        last = i
    return [run for run in page.runs if best <= run.owner <= last and run.owner in inside]


def _trim(runs: list[Run], title: str | None) -> list[Run]:
    runs = [r for r in runs if r.tag != "h1" and r.text != title and r.linked <= 0.8 * len(r.text)]
    while runs and runs[-1].tag in HEADINGS:
        runs.pop()
    return runs


_KINDS = {"li": BlockKind.ITEM, "blockquote": BlockKind.QUOTATION, "pre": BlockKind.PREFORMATTED}


def _blocks(page: Outline, runs: list[Run]) -> tuple[Block, ...]:
    return tuple(_block(run) for run in runs)


def _block(run: Run) -> Block:
    if run.tag in HEADINGS:
        return Block(BlockKind.SUBHEAD, run.text, int(run.tag[1]))
    kind = _KINDS.get(run.tag, BlockKind.PARAGRAPH)
    return Block(kind, run.text, 1 if kind is BlockKind.ITEM else 0)


def blocks_of(element: Element) -> tuple[Block, ...]:
    """All text below `element` as blocks in document order, nothing judged; for a story whose borders are known."""
    page = outline(element, prune=False)
    return _blocks(page, page.runs)
