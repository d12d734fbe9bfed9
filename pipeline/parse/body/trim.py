"""What stands among the text of a container without being part of it."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.parse.body import vocabulary
from pipeline.parse.body.outline import HEADINGS, Outline, Run

_MOSTLY_LINK = 0.8
_SENTENCE_ENDS = tuple(".!?…:;\"”“»'’)。！？؟।")
_LOOSE = frozenset(("div", "section", "span", "article", "main", "header", "center", "figure"))


def _opening(phrases: tuple[str, ...], after: str) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, phrases), key=len, reverse=True)
    return re.compile(rf"^[^\w(©]{{0,4}}(?:{'|'.join(longest_first)}){after}", re.IGNORECASE)


_RELATED = _opening(vocabulary.RELATED, r"\s*(?:[:：>»|-]|…|\.\.\.|$)")
_CREDIT = _opening(vocabulary.CREDIT, r"\s*[:：/]")
_CUT = _opening(vocabulary.CUT, "")


def trim(page: Outline, runs: Sequence[Run], title: str | None) -> list[Run]:
    """The runs that are text."""
    many = sum(run.tag == "h1" for run in runs) > 2
    kept = [
        run
        for i, run in enumerate(runs)
        if not _is_title(run, title, h1=not (many and i))
        and run.linked <= _MOSTLY_LINK * len(run.text)
        and not _is_label(run)
    ]
    kept = _without_loose_labels(kept)
    return _without_bare_headings(_without_tail(kept))


def _is_label(run: Run) -> bool:
    text = run.text
    if len(text) > 200:
        return False
    if _RELATED.match(text) and (run.linked or len(text) < 50):
        return True
    if len(text) > 120:
        return False
    return bool(_CREDIT.match(text) or vocabulary.STAMP.match(text) or "©" in text)


def _without_tail(runs: list[Run]) -> list[Run]:
    for _ in range(3):
        if runs and (_CUT.match(runs[-1].text)):
            runs.pop()
    return runs


def _is_title(run: Run, title: str | None, *, h1: bool) -> bool:
    return (run.tag == "h1" and h1) or run.text == title


def _without_loose_labels(runs: list[Run]) -> list[Run]:
    """Where a story is set in paragraphs, short text outside of them without a sentence's end is a label."""
    mass: Counter[bool] = Counter()
    for run in runs:
        mass[run.tag == "p"] += run.free
    if mass[True] < mass[False]:
        return runs
    return [run for run in runs if run.tag not in _LOOSE or len(run.text) > 80 or run.text.endswith(_SENTENCE_ENDS)]


def _without_bare_headings(runs: list[Run]) -> list[Run]:
    while runs and runs[-1].tag in HEADINGS:
        runs.pop()
    return runs
