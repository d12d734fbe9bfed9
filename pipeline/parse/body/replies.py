"""What readers say below a story where no name and no heading tells: each of them can be answered."""

from dataclasses import replace
from itertools import takewhile

from pipeline.parse.body import readers
from pipeline.parse.body.headed import is_headed
from pipeline.parse.body.outline import Outline, Run, size_of

_LONGEST = 40
"""Characters of a line of buttons that begins with the one to answer."""
_AT_LEAST = 2
_SOME_TEXT = 250
"""Characters in front of it: the first of a thread can be answered too."""
_AROUND = " .:·•|↩↪←→»›"
_BUTTONS = frozenset(readers.ANSWER)


def before_replies(page: Outline) -> Outline:
    """The page up to what readers say below its story, without what follows that."""
    buttons = [run for run in page.runs if len(run.text) <= _LONGEST and _answers(run)]
    if len(buttons) < _AT_LEAST:  # nearly always
        return page
    box = _apart(page, buttons[0], buttons[1])
    start = next((number for number, run in enumerate(page.runs) if run.node >= box), 0)
    before = page.runs[:start]
    if size_of(before) < _SOME_TEXT or not is_headed(before):
        return page
    return replace(page, runs=before)


def _answers(run: Run) -> bool:
    text = run.text.strip(_AROUND).casefold()
    return text in _BUTTONS or (run.is_link and text.partition(" ")[0] in _BUTTONS)


def _apart(page: Outline, one: Run, other: Run) -> int:
    """The largest node that holds the one run and not the other."""
    around = set(page.ancestors(other.node))
    return [one.node, *takewhile(lambda node: node not in around, page.ancestors(one.node))][-1]
