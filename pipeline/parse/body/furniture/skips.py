"""What a link skips: "Skip advertisement and continue reading" leads past what is none of the story."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.parse.body.layout.outline import SENTENCE_ENDS, Outline, Run
from pipeline.parse.body.words.phrases import SKIPS, opening
from pipeline.parse.html_tree import Element, one_line

_LONGEST, _LONGEST_END = 100, 60
"""Characters of such a link, and of the line to which it leads."""
_PIECES = 8
_MOST_SKIPPED, _LINES = 1_500, 30
"""Characters and lines of what is skipped; the link at the top of a page skips all of its head."""

_SKIP = opening(SKIPS, r"(?!\w)")


def without_skipped(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs that no link says to skip."""
    links = [run for run in runs if run.linked and len(run.text) <= _LONGEST and _SKIP.match(run.text)]
    if not links:  # nearly always
        return runs
    left_out = {run.number for run in links}
    nodes = {name: node for node, element in enumerate(page.elements) if (name := element.get("id"))}
    for link, target in _with_targets(page, links):
        node = nodes.get(target, -1)
        if node > link.node:
            left_out.update(_skipped(runs, link, node))
    return [run for run in runs if run.number not in left_out]


def _with_targets(page: Outline, links: Sequence[Run]) -> Iterator[tuple[Run, str]]:
    """Each of `links` with the id to which it leads; both stand in document order."""
    anchors = (a for a in page.elements[0].iter("a") if (a.get("href") or "").startswith("#"))
    for link in links:
        found = next((a for a in anchors if _says(a) == link.text), None)
        if found is not None:
            yield link, (found.get("href") or "")[1:]


def _says(anchor: Element) -> str:
    """The text of a link, as far as it can matter: one that is never closed may hold all of the page."""
    return one_line("".join(islice(anchor.itertext(), _PIECES)))


def _skipped(runs: Sequence[Run], link: Run, node: int) -> Iterator[int]:
    """The numbers of the runs from a link to the line at `node`, this included where it only says that it ends."""
    at = bisect_left(runs, link.number, key=lambda run: run.number)
    skipped, size = [], 0
    for run in runs[at + 1 : at + _LINES]:
        size += len(run.text)
        if run.tag == "h1" or size > _MOST_SKIPPED:
            return
        if run.node >= node:
            if run.node == node and len(run.text) <= _LONGEST_END and not run.text.endswith(SENTENCE_ENDS):
                skipped.append(run.number)
            break
        skipped.append(run.number)
    else:
        return
    yield from skipped
