"""Which element holds the story: values of runs, summed up the tree."""

from collections.abc import Mapping, Sequence
from itertools import islice

from pipeline.parse.body.layout.headed import is_headed
from pipeline.parse.body.layout.outline import Outline, Run, free_of, size_of
from pipeline.parse.html_tree import HEADINGS

DECAY = 0.92
"""What is left of a value one level up: without it the page as a whole would always win."""

_SHORT = 80
_WEIGHTS: Mapping[str, float] = {"p": 1.0, "blockquote": 1.0, "pre": 1.0, "li": 0.3, "td": 0.5, "dd": 0.5}
"""What a character counts in a run of this tag; elsewhere 1 in long runs and 0.2 in short ones."""

_A_PART = 0.3
"""The share of a page's prose that the box of its headline must hold to be the story, and not only its beginning."""
_MOST = 2
"""How many times as much text as what stands beside it a box with the headline must hold to be all of the story."""
_AT_LEAST, _HEADLINE = 3, 15
"""How many headlines of other stories there are below one, and how long these are."""

_GOES_ON, _FEW_LINKS = 0.1, 0.15
"""The share of a story that stands beside its largest box at least, and of links in that: a page built of boxes."""
_LEVELS = 8
"""How many boxes around a list may be its own."""
_LITTLE = 500
"""Characters of a box that may be but the words in front of a list."""


def choose(page: Outline, runs: Sequence[Run]) -> int:
    """The node that holds the story; cards and boxes beside one that follows its headline are none."""
    best = _box_of_story(page, runs)
    return _with_boxes_beside(page, runs, best) if best else best


def _box_of_story(page: Outline, runs: Sequence[Run]) -> int:
    """The largest box of the story."""
    best = _heaviest(page, runs)
    if not best and (headed := _below_headline(page, runs)):
        return _heaviest(page, headed)
    if best and (column := _column_of_headline(page, runs, best)):
        return column
    return best


def _below_headline(page: Outline, runs: Sequence[Run]) -> list[Run]:
    """What the outermost box with the headline holds, where a text follows that there; nothing for a page in pieces."""
    headline = next((run for run in runs if run.tag == "h1"), None)
    if headline is None:
        return []
    inside = page.inside(list(page.ancestors(headline.node))[-2], runs)
    return inside if is_headed(inside) and _prose(inside) >= _A_PART * _prose(runs) else []


def _column_of_headline(page: Outline, runs: Sequence[Run], around: int) -> int | None:
    """The box in the node `around` that tells a headed story, where a heading opens what stands beside it there."""
    headline = next((run for run in runs if run.tag == "h1" and run.node >= around), None)
    if headline is None:
        return None
    column = next((node for node in page.ancestors(headline.node) if page.parents[node] == around), None)
    if column in (None, headline.node):
        return None
    end = page.below(column).stop
    behind = [run for run in page.inside(around, runs) if run.node >= end]
    if not behind or behind[0].tag not in HEADINGS:
        return None
    held = page.inside(column, runs)
    if not is_headed(held):
        return None
    is_apart = page.elements[column].tag == "article" and _are_cards(behind)
    return column if is_apart or free_of(held) >= _MOST * free_of(behind) else None


def _with_boxes_beside(page: Outline, runs: Sequence[Run], best: int) -> int:
    """The node around `best` that has the headline in front of it, if the story is told in other boxes there too."""
    headline = next((run for run in runs if run.tag == "h1"), None)
    if headline is None or headline.node >= best:
        return best
    above = {*page.ancestors(headline.node)}
    around = next(node for node in page.ancestors(best) if node in above)
    behind = _behind(page, runs, headline, around)
    nodes = page.below(best)
    inside = [run for run in behind if run.node in nodes]
    if around and _goes_on(inside, [run for run in behind if run.node not in nodes]):
        return around
    return _with_short_lines(page, runs, headline, best) if size_of(inside) <= _LITTLE else best


def _goes_on(inside: Sequence[Run], beside: Sequence[Run]) -> bool:
    """Whether prose that is no row of links stands beside what a box has inside."""
    told = _prose(beside)
    return _is_unlinked(beside) and told > _SHORT and told >= _GOES_ON * _prose(inside)


def _with_short_lines(page: Outline, runs: Sequence[Run], headline: Run, best: int) -> int:
    """The largest box around a few sentences and the lines below them which hold more: the dishes of a menu, say."""
    taken, inside = best, size_of(page.inside(best, runs))
    for around in islice(page.ancestors(page.parents[best]), _LEVELS):
        if not around:
            break
        behind = _behind(page, runs, headline, around)
        if not _is_unlinked(behind):
            break
        if free_of(behind) >= _MOST * inside:
            taken, inside = around, free_of(behind)
    return taken


def _behind(page: Outline, runs: Sequence[Run], headline: Run, around: int) -> list[Run]:
    """The runs behind the headline in a box around it."""
    end = page.below(around).stop
    return [run for run in runs if headline.node < run.node < end]


def _is_unlinked(runs: Sequence[Run]) -> bool:
    return sum(run.linked for run in runs) <= _FEW_LINKS * size_of(runs)


def _prose(runs: Sequence[Run]) -> int:
    return sum(run.free for run in runs if run.free > _SHORT)


def _are_cards(runs: Sequence[Run]) -> bool:
    """Whether each text among `runs` stands below a headline that is a link."""
    headlines = texts = 0
    for run in runs:
        headlines += run.is_link and run.linked >= _HEADLINE
        texts += run.free > _SHORT
        if texts > headlines:
            return False
    return headlines >= _AT_LEAST


def _heaviest(page: Outline, runs: Sequence[Run]) -> int:
    """The node whose decayed sum of the values below it is the largest."""
    sums = [0.0] * len(page.elements)
    for run in runs:
        sums[run.node] += value(run)
    best, parents = 0, page.parents
    for node in range(len(sums) - 1, 0, -1):
        if sums[node] > sums[best] or (best == 0 and sums[node] > 0):
            best = node
        if sums[node]:
            is_level = page.elements[node].tag != "tbody"  # which some tables have and others leave out
            sums[parents[node]] += DECAY * sums[node] if is_level else sums[node]
    return best if sums[best] > sums[0] else 0


def value(run: Run) -> float:
    """How much a run speaks for the element it stands in; a run of links speaks against it."""
    if run.tag in HEADINGS:
        return 0.0
    if run.linked * 2 > len(run.text):
        return -0.5 * run.linked
    weight = _WEIGHTS.get(run.tag)
    if weight is None:
        weight = 1.0 if run.free > _SHORT else 0.2
    return weight * run.free
