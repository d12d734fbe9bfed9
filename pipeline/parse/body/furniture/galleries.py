"""Legends set as items of a list, each below its picture: a gallery that no name gives away."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from pipeline.parse.body.layout.boxes import item_around
from pipeline.parse.body.layout.outline import SENTENCE_ENDS, Outline, Run, size_of

_AT_LEAST = 3
"""How many items a gallery has."""
_LONGEST, _MOST = 200, 0.3
"""Characters of a legend, and the share of the text from which on the list with its pictures tells the story."""
_NEAR = 4
"""Levels between an item and its line."""


def legends_in_lists(page: Outline, runs: Sequence[Run]) -> set[int]:
    """The numbers of those among `runs` that are the only line of an item with a picture, in lists of such."""
    lists: defaultdict[int, set[int]] = defaultdict(set)
    for aside in page.asides:
        if aside.element.tag == "img" and (item := item_around(page, aside.node)):
            lists[page.parents[item]].add(item)
    galleries = {around: items for around, items in lists.items() if len(items) >= _AT_LEAST}
    if not galleries:  # nearly always
        return set()
    held: defaultdict[int, list[Run]] = defaultdict(list)
    for run in runs:
        for item in islice(page.ancestors(run.node), _NEAR):
            if page.parents[item] in galleries:
                held[item].append(run)
    legends = [run for items in galleries.values() for run in _legends(items, held)]
    return {run.number for run in legends} if size_of(legends) <= _MOST * size_of(runs) else set()


def _legends(items: set[int], held: dict[int, list[Run]]) -> list[Run]:
    """What the items of a list say, where each says one line at most and few are sentences."""
    if any(len(held[item]) > 1 for item in items):
        return []
    said = [held[item][0] for item in items if held[item]]
    sentences = sum(run.text.endswith(SENTENCE_ENDS) for run in said)
    return said if 2 * sentences <= len(said) and all(len(run.text) <= _LONGEST for run in said) else []
