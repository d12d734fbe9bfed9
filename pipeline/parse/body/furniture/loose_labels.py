"""Short text outside of the paragraphs of a story: a label, unless it is a subhead, a lead or all that a part says."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import islice, pairwise

from pipeline.parse.body.layout.boxes import item_around
from pipeline.parse.body.layout.folds import heads_of_parts
from pipeline.parse.body.layout.headed import may_lead
from pipeline.parse.body.layout.outline import SENTENCE_ENDS, Outline, Run
from pipeline.parse.html_tree import HEADINGS
from pipeline.parse.lines.shapes import word_count

LOOSE_LINE = 80
"""Characters of such a line at most, and what a paragraph behind a subhead has more than."""
_WORDS_OF_SUBHEAD = 2
"""One word between two paragraphs is a label: "Publicidad"."""
_LEVELS_OF_PART = 4
"""How deep in the box of a subhead the part in front of it may end: in a list, say."""
_LOOSE = frozenset(("div", "section", "span", "article", "main", "header", "center", "figure"))


def without_loose_labels(page: Outline, runs: list[Run]) -> list[Run]:
    """Where a story is set in paragraphs, short text outside of them without a sentence's end is a label."""
    mass: Counter[bool] = Counter()
    for run in runs:
        mass[run.tag == "p"] += run.free
    if mass[True] < mass[False]:
        return runs
    labels = (run for run in runs if run.tag in _LOOSE and is_label_like(run, LOOSE_LINE))
    loose = {run.number for run in labels if not _is_item(page, run)}
    if not loose:
        return runs
    loose -= heads_of_parts(page, runs, loose) | _subheads(page, runs, loose)
    loose -= _headed(page, runs, loose) | _leads(page, runs)
    return [run for run in runs if run.number not in loose]


def _headed(page: Outline, runs: Sequence[Run], lines: Collection[int]) -> set[int]:
    """The numbers of those `lines` that follow a subhead at once, in the box that it stands in."""
    return {
        run.number
        for before, run in pairwise(runs)
        if run.number in lines
        and before.tag in HEADINGS
        and run.number == before.number + 1
        and page.parents[before.node] == page.parents[run.node]
    }


def _is_item(page: Outline, run: Run) -> bool:
    """Whether a line is all that an item of a list has in its boxes."""
    item = item_around(page, run.node)
    beside = page.runs[max(run.number - 1, 0) : run.number + 2]
    return item is not None and sum(item_around(page, one.node) == item for one in beside) == 1


def _leads(page: Outline, runs: Sequence[Run]) -> set[int]:
    """The numbers of those runs that stand right behind the headline and are as long as a lead."""
    return {
        run.number for run in runs if run.number and page.runs[run.number - 1].tag == "h1" and may_lead(run)
    }


def _subheads(page: Outline, runs: Sequence[Run], lines: Collection[int]) -> set[int]:
    """The numbers of those `lines` of several words behind which a paragraph goes on in the box that they stand in."""
    heads: set[int] = set()
    for before, run, behind in zip(runs[-3::-1], runs[-2::-1], runs[::-1], strict=False):
        goes_on = behind.number in heads or (behind.tag == "p" and behind.free > LOOSE_LINE)
        box = page.parents[run.node]
        if (
            run.number in lines
            and goes_on
            and behind.number == run.number + 1
            and page.parents[behind.node] == box
            and box in islice(page.ancestors(before.node), _LEVELS_OF_PART)
            and word_count(run.text) >= _WORDS_OF_SUBHEAD
        ):
            heads.add(run.number)
    return heads


def is_label_like(run: Run, longest: int) -> bool:
    """Whether a run is short and ends like no sentence."""
    return len(run.text) <= longest and not run.text.endswith(SENTENCE_ENDS)
