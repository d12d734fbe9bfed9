"""The few words that stand in one box with a form: what one gets for filling it in."""

from collections.abc import Sequence
from itertools import islice

from pipeline.parse.body.outline import Outline, Run, size_of

_MOST_AROUND_FORM = 500
"""Characters that the box of a form may hold, and the share of the text that they may be."""
_SHARE = 0.3
_MOST_LINES = 4
_MOST_FORMS = 20


def without_words_of_forms(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without the few that stand in one box with a form: "The news in your inbox every morning"."""
    forms = dict.fromkeys(aside.node for aside in page.asides if aside.element.tag == "form" and aside.node)
    around = [range(node, page.last_below(node) + 1) for node in islice(forms, _MOST_FORMS)]
    inside = {run.number for nodes in around for run in _few(runs, nodes)}
    return [run for run in runs if run.number not in inside] if inside else runs


def _few(runs: Sequence[Run], nodes: range) -> list[Run]:
    """The runs in `nodes`, if they are few beside the others."""
    found = [run for run in runs if run.node in nodes]
    if len(found) > _MOST_LINES:  # a list of ingredients, say, with a form for the number of guests
        return []
    return found if size_of(found) <= min(_MOST_AROUND_FORM, _SHARE * size_of(runs)) else []
