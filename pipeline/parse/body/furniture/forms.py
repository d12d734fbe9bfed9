"""The few words that stand in one box with a form: what one gets for filling it in."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from pipeline.parse.body.layout.boxes import Limits, box_around, place_of
from pipeline.parse.body.layout.outline import Outline, Run, size_of
from pipeline.parse.body.words.buttons import signs_up

_MOST_AROUND_FORM = 500
"""Characters that the box of a form may hold, and the share of the text that they may be."""
_SHARE = 0.3
_MOST_LINES = 4
_MOST_FORMS = 20
_FIELDS = frozenset(("input", "button"))


def without_words_of_forms(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without the few that stand in one box with a form: "The news in your inbox every morning".

    What stands in one with the headline goes with that: a shop says there what one buys with the form.
    """
    forms = dict.fromkeys(aside.node for aside in page.asides if aside.element.tag == "form" and aside.node)
    around = [page.below(node) for node in islice(forms, _MOST_FORMS)]
    if around:  # seldom
        headlines = [run.node for run in page.runs if run.tag == "h1"]
        around = [nodes for nodes in around if not any(node in nodes for node in headlines)]
    inside = {run.number for nodes in around for run in _few(runs, nodes)}
    inside |= {run.number for run in _beside_fields(page, runs)}
    return [run for run in runs if run.number not in inside] if inside else runs


def _beside_fields(page: Outline, runs: Sequence[Run]) -> Iterator[Run]:
    """The runs in the boxes around fields that stand in no form, for scripts send what is written into them.

    So does a button or a link that orders letters, which leads to a form.
    """
    limits = Limits(min(_MOST_AROUND_FORM, round(_SHARE * size_of(runs))), _MOST_LINES)
    fields = ((aside.node, aside.behind) for aside in page.asides if aside.element.tag in _FIELDS)
    links = ((place_of(page, run), run.number) for run in page.runs if run.is_link and signs_up(run.text))
    for node, behind in islice(chain(fields, links), _MOST_FORMS):
        box = box_around(page, runs, node, behind, limits)
        if box is not None:
            yield from (runs[index] for index in box.held)


def _few(runs: Sequence[Run], nodes: range) -> list[Run]:
    """The runs in `nodes`, if they are few beside the others."""
    found = [run for run in runs if run.node in nodes]
    if len(found) > _MOST_LINES:  # a list of ingredients, say, with a form for the number of guests
        return []
    return found if size_of(found) <= min(_MOST_AROUND_FORM, _SHARE * size_of(runs)) else []
