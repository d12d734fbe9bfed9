"""What stands on a page twice: set so for another screen or before the paywall, or said twice, as a refrain is."""

from collections.abc import Iterator, Sequence

from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.html_tree import HEADINGS, make_of

_DISTINCT = 40
"""Characters from which on the same text twice in places of two makes is a copy."""
_PARAGRAPH = 100
"""Characters of a lead that the text says once more, or of what is said twice in a row."""
_PASSAGE = 300
"""Characters of several lines in a row from which on they are a copy wherever they stand."""
_LEVELS = 6
"""How far above two lines the box around both may stand."""
_PICTURES = frozenset(("img", "figure"))
_WHOLE_STORY = 3000
"""Characters of a run that may hold all paragraphs once more, without their borders."""
_OPENING = 10
"""How many of the first paragraphs are looked for in it."""

_Pair = tuple[Run, Run]
"""A line, and the one that says it again."""


def without_copies(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without those that a page sets twice; what it says twice stays: a refrain, an answer, an item.

    These stand in boxes of one make, and copies do not, or they are whole passages, legends of one picture, a lead
    that the text begins with, or a paragraph right behind itself.
    """
    opening = [run for run in runs if len(run.text) >= _DISTINCT][:_OPENING]
    runs = [run for run in runs if len(run.text) <= _WHOLE_STORY or not _holds_one(run, opening)]
    if len({run.text for run in runs}) == len(runs):  # nearly always
        return runs
    pictured = {aside.behind for aside in page.asides if aside.element.tag in _PICTURES}
    copies: set[int] = set()
    for passage in _repeated(runs):
        is_whole = len(passage) > 1 and sum(len(again.text) for _, again in passage) >= _PASSAGE
        for said, again in passage:
            is_doubled = len(said.text) >= _PARAGRAPH and (said is runs[0] or again.number == said.number + 1)
            if is_whole or (
                len(again.text) >= _DISTINCT
                and (is_doubled or again.number in pictured or not _is_said_again(page, said, again))
            ):
                copies.add(again.number)
    return [run for run in runs if run.number not in copies]


def _holds_one(run: Run, opening: Sequence[Run]) -> bool:
    return any(one.number < run.number and one.text in run.text for one in opening)


def _repeated(runs: Sequence[Run]) -> Iterator[list[_Pair]]:
    """The passages that stand once more further down, each as long as it goes."""
    first: dict[str, int] = {}
    passage: list[_Pair] = []
    at = -1
    for number, run in enumerate(runs):
        if passage and runs[at + 1].text == run.text:
            at += 1
        else:
            if passage:
                yield passage
            passage, at = [], first.get(run.text, -1)
        if at >= 0:
            passage.append((runs[at], run))
        first.setdefault(run.text, number)
    if passage:
        yield passage


def _is_said_again(page: Outline, said: Run, again: Run) -> bool:
    """Whether the boxes around two lines, up to the one around both, are of the same makes; no heading stands twice."""
    one, other = said.node, again.node
    for _ in range(0 if again.tag in HEADINGS else _LEVELS):
        if one == other:
            return True
        if min(one, other) < 0 or make_of(page.elements[one]) != make_of(page.elements[other]):
            return False
        one, other = page.parents[one], page.parents[other]
    return False
