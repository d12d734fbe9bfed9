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

_SHORTEST, _LONGEST = 600, 60_000
"""Characters: what is shorter is a summary, and what is longer no page of news."""
_OURS, _THEIRS = 0.6, 0.8
"""The shares of our text that is told, and of what is told that is in our text, from which on the two are one."""
_TOLD, _NOT_TOLD = 0.5, 0.2
"""The shares of a paragraph's rows of words that are told of a paragraph that is told, and of one that is not."""
_PARAGRAPH = 80
"""Characters of a paragraph amid the text: shorter ones are subheads in bold, questions, lines of a list."""
_MOST_BEHIND = 0.25
"""The share of the text that may stand behind what is told; where more does, it was cut off."""
_IN_A_ROW = 4
_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"<[^<>]{1,500}>")
_LEFT_OUT_BY_SYSTEMS = frozenset(("li", "dt", "dd", "td", "th", "blockquote", "pre", "figcaption", "cite"))


def without_untold(runs: Sequence[Run], told: str | None) -> list[Run]:
    """The runs without paragraphs that the page's own data `told` do not have, from the first that they have on."""
    kept = list(runs)
    if told is None or not _SHORTEST <= len(told) <= _LONGEST or _OURS * size_of(kept) > len(told):
        return kept
    theirs = _joined(_words(_MARKUP.sub(" ", told)))
    ours = [_words(run.text) for run in kept]
    shares = [_share(words, theirs) for words in ours]
    sizes = [len(_joined(words)) for words in ours]
    common = sum(share * size for share, size in zip(shares, sizes, strict=True))
    said = [number for number, share in enumerate(shares) if share >= _TOLD]
    if not said or common < _OURS * sum(sizes) or common < _THEIRS * len(theirs):
        return kept
    first, last = said[0], said[-1]
    was_cut = size_of(kept[last + 1 :]) > _MOST_BEHIND * size_of(kept) or not _share(
        ours[last][-_IN_A_ROW:], theirs
    )
    left_out = {
        number
        for number in range(first + 1, last if was_cut else len(kept))
        if shares[number] < _NOT_TOLD and _is_prose(kept[number], behind=number > last)
    }
    left_out |= {
        head
        for head, number in pairwise(range(first + 1, len(kept)))
        if number in left_out and kept[head].tag in HEADINGS and shares[head] < _NOT_TOLD
    }
    return [run for number, run in enumerate(kept) if number not in left_out]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _share(words: Sequence[str], theirs: str) -> float:
    """The share of `words`, so many in a row at a time, that stands in `theirs`."""
    if not words or _joined(words) in theirs:  # nearly always
        return float(bool(words))
    rows = [words[at : at + _IN_A_ROW] for at in range(0, len(words), _IN_A_ROW)]
    return sum(_joined(row) in theirs for row in rows) / len(rows)


def _is_prose(run: Run, *, behind: bool) -> bool:
    """Whether a run is a paragraph, not a part of what such data leave out; behind the text a short one is, too."""
    if run.tag in _LEFT_OUT_BY_SYSTEMS:
        return False
    return behind or (run.tag not in HEADINGS and len(run.text) >= _PARAGRAPH)
