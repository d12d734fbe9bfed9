"""What the data of a page say is its text (`articleBody`): whatever stands amid it or behind it is none of the story.

Publishers' systems fill it with the paragraphs that an editor wrote, without the boxes that templates and others set
among them: appeals for money, disclaimers, teasers of other stories. They leave out more than that, so it is no text
to print: standfirsts, subheads, lists and quotations are kept whether it has them or not.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.parse.body.layout.outline import Run, size_of
from pipeline.parse.html_tree import HEADINGS

_SHORTEST, _LONGEST = 600, 200_000
"""Characters: what is shorter is a summary, and what is longer no page of news."""
_OURS, _THEIRS = 0.6, 0.8
"""The shares of our text that is told, and of what is told that is in our text, from which on the two are one."""
_TOLD, _NOT_TOLD = 0.5, 0.2
"""The shares of a paragraph's words in a row that are told of a paragraph that is told, and of one that is not."""
_PARAGRAPH = 80
"""Characters of a paragraph amid the text: shorter ones are subheads in bold, questions, lines of a list."""
_MOST_BEHIND = 0.25
"""The share of the text that may stand behind what is told; where more does, it was cut off."""
_IN_A_ROW = 4
_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"<[^<>]{1,500}>")


def without_untold(runs: Sequence[Run], told: str | None) -> list[Run]:
    """The runs without paragraphs that the page's own data `told` do not have, from the first that they have on."""
    kept = list(runs)
    if told is None or not _SHORTEST <= len(told) <= _LONGEST or _OURS * size_of(kept) > len(told):
        return kept
    theirs = _rows(_MARKUP.sub(" ", told))
    ours = [_rows(run.text) for run in kept]
    all_of_ours = {row for rows in ours for row in rows}
    common = len(all_of_ours & theirs)
    if common < _OURS * len(all_of_ours) or common < _THEIRS * len(theirs):
        return kept
    shares = [len(rows & theirs) / len(rows) for rows in ours]
    said = [number for number, share in enumerate(shares) if share >= _TOLD]
    if not said:
        return kept
    first, last = said[0], said[-1]
    behind = size_of(kept[last + 1 :])
    was_cut = behind > _MOST_BEHIND * size_of(kept) or not _ends(kept[last], theirs)
    left_out = {
        number
        for number in range(first + 1, last if was_cut else len(kept))
        if shares[number] < _NOT_TOLD and _is_prose(kept[number], behind=number > last)
    }
    heads = {head for head, number in pairwise(range(len(kept))) if number in left_out and head > first}
    left_out |= {head for head in heads if kept[head].tag in HEADINGS and shares[head] < _NOT_TOLD}
    return [run for number, run in enumerate(kept) if number not in left_out]


def _rows(text: str) -> set[tuple[str, ...]]:
    """The words of a text, so many in a row at a time; all in one row where there are fewer."""
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _IN_A_ROW]) for at in range(max(1, len(words) - _IN_A_ROW + 1))}


def _ends(run: Run, theirs: set[tuple[str, ...]]) -> bool:
    """Whether what is told goes on to the end of a paragraph: data that are cut at so many characters do not."""
    return tuple(_WORD.findall(run.text.casefold())[-_IN_A_ROW:]) in theirs


def _is_prose(run: Run, *, behind: bool) -> bool:
    """Whether a run is a paragraph, not a part of what such data leave out; behind the text a short one is, too."""
    return run.tag not in _KEPT and (behind or (run.tag not in HEADINGS and len(run.text) >= _PARAGRAPH))


_KEPT = frozenset(("li", "dt", "dd", "td", "th", "blockquote", "pre", "figcaption", "cite"))
