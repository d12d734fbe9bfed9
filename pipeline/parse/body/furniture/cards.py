"""Cards: siblings of one make, each with a line that is all link. They lead to other stories."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice, takewhile

from pipeline.parse.body.layout.boxes import Limits, box_around
from pipeline.parse.body.layout.headed import is_headed
from pipeline.parse.body.layout.outline import Outline, Run, free_of
from pipeline.parse.body.layout.tables import cells_of_data
from pipeline.parse.body.words.buttons import is_button
from pipeline.parse.html_tree import HEADINGS
from pipeline.parse.lines.teasers import is_marker

_AT_LEAST = 3
_SHORTEST_LINK = 15
_LONGEST = 250
"""Characters of an excerpt on a card; longer text is worth more than its make tells."""
_LONGEST_BELOW = 600
"""Characters of one below the story."""
_MOST = 0.6
"""The share of the text that must be left outside of cards; else the page is made of them."""
_A_STORY = 500
"""Characters of text that is a story by itself, whatever stands below it."""
_PROSE, _SOME_TEXT = 80, 150
_LONGEST_BOX, _LINES = 400, 4
"""Characters and lines of a single card."""
_LEVELS = 4
"""How far above a link its card may begin."""


def without_cards(page: Outline, runs: Sequence[Run]) -> list[Run]:
    """The runs that stand in no card; the rows of a table that names its columns are none."""
    cells = cells_of_data(page, runs)
    makes: dict[tuple[int, str, str | None], set[int]] = defaultdict(set)
    prose: Counter[int] = Counter()
    for run in runs:
        prose[run.node] += run.free
    for run in runs:
        if run.number not in cells and (_is_link(run) or (run.is_link and is_marker(run.text))):
            for node in islice(page.ancestors(run.node), _LEVELS):
                if prose[node] > _LONGEST:  # a link on a line of its own between paragraphs in one <p>
                    break
                element = page.elements[node]
                makes[page.parents[node], str(element.tag), element.get("class")].add(node)
    cards = {node for nodes in makes.values() if len(nodes) >= _AT_LEAST for node in nodes}
    if not cards:
        return list(runs)
    inside = [False] * len(page.elements)
    for node, parent in enumerate(page.parents):
        inside[node] = node in cards or (parent >= 0 and inside[parent])
    outside = [run for run in runs if len(run.text) > _LONGEST or not inside[run.node]]
    outside = _without_long_excerpts(outside, inside)
    if free_of(outside) > _MOST * free_of(runs) or _stand_below(outside, runs) or _stand_above(outside, runs):
        return outside
    return list(runs)


def _without_long_excerpts(runs: list[Run], inside: Sequence[bool]) -> list[Run]:
    """The runs without the longer ones that stand `inside` cards, where the story is told above the first of these."""
    carded = [run for run in runs if inside[run.node]]
    if not carded or max(len(run.text) for run in carded) > _LONGEST_BELOW:
        return runs
    above = runs[: runs.index(carded[0])]
    told = _ends_story(above) or (
        len(carded) >= _AT_LEAST and free_of(above) >= max(_A_STORY, free_of(runs) / 3)
    )
    return [run for run in runs if not inside[run.node]] if told else runs


def without_linked_headings(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without boxes of a headline that is all link, to another story, and its excerpt."""
    linked = [run for run in runs if run.tag in HEADINGS and _is_link(run)]
    if not linked:
        return runs
    limits = Limits(min(_LONGEST_BOX, round(_MOST * free_of(runs))), _LINES)
    boxes = (box_around(page, runs, page.parents[run.node], run.number, limits) for run in linked)
    inside = {runs[index].number for box in boxes if box is not None for index in box.held}
    outside = [run for run in runs if run.number not in inside]
    return outside if free_of(outside) > _MOST * free_of(runs) and free_of(outside) >= _A_STORY else runs


def _is_link(run: Run) -> bool:
    return run.linked >= _SHORTEST_LINK and run.is_link and not is_button(run.text)


def _stand_below(outside: list[Run], runs: Sequence[Run]) -> bool:
    """True where all cards follow a text that is a story by itself, or a heading that ends one."""
    pairs = takewhile(lambda pair: pair[0] is pair[1], zip(runs, outside, strict=False))
    above = [run for run, _ in pairs]
    return (above == outside and free_of(above) >= _A_STORY) or _ends_story(above)


def _stand_above(outside: list[Run], runs: Sequence[Run]) -> bool:
    """True where all cards stand in front of a text that is a story by itself."""
    prose = [run for run in outside if run.free > _PROSE]
    if free_of(prose) < _SOME_TEXT:
        return False
    kept = {run.number for run in outside}
    return prose[0].number > max((run.number for run in runs if run.number not in kept), default=0)


def _ends_story(runs: Sequence[Run]) -> bool:
    """Whether a heading ends what follows the headline."""
    return is_headed(runs) and runs[-1].tag in HEADINGS
