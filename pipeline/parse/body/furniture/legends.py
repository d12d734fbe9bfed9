"""The legend of a picture that no name gives away: it stands right behind its picture, and is no sentence.

Or it says what the picture's `alt` says, for publishers fill both from one field; or it has a box to itself with its
picture.
"""

import re

from pipeline.parse.body.furniture.boxed_legends import boxed_legends
from pipeline.parse.body.furniture.galleries import legends_in_lists
from pipeline.parse.body.layout.outline import SENTENCE_ENDS, Aside, Outline, Run
from pipeline.parse.html_tree import HEADINGS, one_line

_LONGEST = 200
_SHORTEST_ALT = 10
_POINTS_UP = ("▲", "△", "↑")
"""How the legend below a picture begins in East Asia."""
_SMALL_PRINT = re.compile(
    r"font-size: ?(?:(?:[6-9]|1[0-2])p[xt]|x?-?small|0?\.[6-8])|font: ?(?:italic|1?[0-9]p)"
)
_NO_LEGEND = HEADINGS | {"li"}
_FEW, _MOST = 2, 0.25
"""Where more than a few lines, and this share of them, stand behind a picture, the text is a list of pictures."""


def without_legends(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs that are no legend."""
    kept = {run.number for run in runs}
    told, beside = set(), set()
    for aside in page.asides:
        run = page.runs[aside.behind] if aside.behind < len(page.runs) else None
        if run is None or len(run.text) > _LONGEST or run.number not in kept or run.tag in _NO_LEGEND:
            continue
        if _says_alt(run, aside):
            told.add(run.number)
        elif _is_set_below(page, run, aside):
            beside.add(run.number)
    if len(beside) > max(_FEW, _MOST * len(runs)):
        beside.clear()
    left = told | beside | boxed_legends(page, runs, _NO_LEGEND) | legends_in_lists(page, runs)
    return [run for run in runs if run.number not in left] if left else runs


def _says_alt(run: Run, aside: Aside) -> bool:
    text = run.text.rstrip(".")
    alts = (one_line(image.get("alt") or "") for image in aside.element.iter("img"))
    return any(len(alt) >= _SHORTEST_ALT and alt.rstrip(".") == text for alt in alts)


def _is_set_below(page: Outline, run: Run, aside: Aside) -> bool:
    """Whether a line without a sentence's end stands behind an image in the same block, or in small print below it."""
    if aside.element.tag != "img" or run.text.endswith(SENTENCE_ENDS):
        return False
    if run.text.startswith(_POINTS_UP):
        return True
    if run.node == aside.node:
        return True
    is_set_apart = run.tag == "center" or _SMALL_PRINT.search(page.elements[run.node].get("style") or "")
    return bool(is_set_apart) and page.parents[run.node] == aside.node
