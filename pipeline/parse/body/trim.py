"""What stands among the text of a container without being part of it."""

from collections import Counter
from collections.abc import Sequence

from pipeline.parse.body.outline import HEADINGS, Outline, Run

_MOSTLY_LINK = 0.8
_SENTENCE_ENDS = tuple(".!?…:;\"”“»'’)。！？؟।")
_LOOSE = frozenset(("div", "section", "span", "article", "main", "header", "center", "figure"))


def trim(page: Outline, runs: Sequence[Run], title: str | None) -> list[Run]:
    """The runs that are text."""
    many = sum(run.tag == "h1" for run in runs) > 2
    kept = [run for i, run in enumerate(runs) if not _is_title(run, title, h1=not (many and i)) and run.linked <= _MOSTLY_LINK * len(run.text)]
    kept = _without_loose_labels(kept)
    return _without_bare_headings(kept)


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
