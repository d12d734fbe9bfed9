"""Where the publisher speaks of itself: such lines, and the others in a small box with one of them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.parse.alternatives import any_of, holds_one
from pipeline.parse.body.furniture.labels import points_away
from pipeline.parse.body.layout.boxes import Limits, box_around, place_of
from pipeline.parse.body.layout.outline import Outline, Run, size_of
from pipeline.parse.body.words.calls import is_call
from pipeline.parse.body.words.house_words import HOUSE_BOXES, NOTICES
from pipeline.parse.html_tree import HEADINGS

_LONGEST, _LINES = 700, 12
"""Characters and lines of such a box."""
_LONGEST_LINE, _LONGEST_BESIDE = 800, 300
"""Characters of such a line, and of another that goes with it."""
_MOST = 0.4
"""The share of the text from which on it is no box, but the story."""
_NEAR = 4
"""How many lines above a call the heading of its box stands at most."""
_ALL = 0.6
"""The share of all boxes together from which on they are."""

_WORDS = tuple(dict.fromkeys((*HOUSE_BOXES, *NOTICES)))
_EASTERN = tuple(words for words in _WORDS if words[0] > "\u3000")
"""In Chinese, Japanese and Korean words do not stand apart."""
_WESTERN = re.compile(rf"\b(?:{any_of(words for words in _WORDS if words not in _EASTERN)})")


def without_house_boxes(page: Outline, runs: list[Run], behind: Sequence[Run] = ()) -> list[Run]:
    """The runs that say nothing of the kind and stand in no box with one that does; all where none is left.

    `behind` is more of the text, which no box may hold.
    """
    short = [run for run in runs if len(run.text) <= _LONGEST_LINE]
    left_out, speaking = set(_pointed_boxes(page, runs)), []
    if _has_words("\n".join(run.text for run in short).lower()):  # seldom, and quick
        short = [run for run in short if _has_words(run.text.lower())]
        left_out.update(run.number for run in short if _says_one(run, NOTICES))
        speaking = [run for run in short if _says_one(run, HOUSE_BOXES)]
    text = [*runs, *behind]
    limits = Limits(min(_LONGEST, round(_MOST * size_of(text))), _LINES)
    boxes = (box_around(page, text, place_of(page, run), run.number, limits) for run in speaking)
    beside = {text[index] for box in boxes if box is not None for index in box.held}
    left_out.update(run.number for run in speaking)
    if size_of(beside) <= _ALL * size_of(text):
        left_out.update(run.number for run in beside if len(run.text) <= _LONGEST_BESIDE)
    return [run for run in runs if run.number not in left_out] or runs


def without_calls(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs that ask for nothing, and stand in no box that begins with a heading and then does."""
    calls = [index for index, run in enumerate(runs) if is_call(run.text)]
    if not calls:  # nearly always
        return runs
    left_out = {runs[index].number for index in calls}
    for index in calls:
        near = range(index, max(index - _NEAR, 0) - 1, -1)
        heading = next((number for number in near if runs[number].tag in HEADINGS), None)
        if heading is not None:
            left_out.update(_box_from(page, runs, heading, index))
    return [run for run in runs if run.number not in left_out]


def _pointed_boxes(page: Outline, runs: Sequence[Run]) -> Iterator[int]:
    """The numbers of what stands in boxes that begin with "Read also"."""
    for index, run in enumerate(runs):
        if points_away(run):
            yield from _box_from(page, runs, index, index)


def _box_from(page: Outline, runs: Sequence[Run], first: int, to: int) -> Iterator[int]:
    """The numbers of the runs in the box that begins with the one at the index `first`, if it goes on `to` another."""
    limits = Limits(min(_LONGEST, round(_MOST * size_of(runs))), _LINES, behind=True)
    box = box_around(page, runs, place_of(page, runs[first]), runs[first].number, limits)
    if box is not None and to in box.held:
        yield from (runs[held].number for held in box.held if len(runs[held].text) <= _LONGEST_BESIDE)


def _has_words(text: str) -> bool:
    """Whether words stand in `text` by which a line may speak of the house."""
    return _WESTERN.search(text) is not None or holds_one(text, _EASTERN)


def _says_one(run: Run, signs: Mapping[str, tuple[str, ...]]) -> bool:
    text = run.text.lower()
    return any(words in text and (not others or holds_one(text, others)) for words, others in signs.items())
