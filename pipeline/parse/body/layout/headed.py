"""Whether a text follows the headline: then the page tells a story, however short it is."""

import re
from collections.abc import Sequence
from itertools import islice

from pipeline.parse.body.layout.outline import Run
from pipeline.parse.html_tree import HEADINGS

_SENTENCE = 40
"""Characters of a text."""
_SHORTEST, _SHORTEST_OF_IDEOGRAPHS = 50, 17
"""Characters of a lead."""
_IDEOGRAPHS = re.compile(r"[\u3041-\u9fff\uac00-\ud7af]{2}")
_NEAR = 6
"""How many runs behind the headline it stands at most; buttons that share the story are links, and do not count."""


def headline_of(runs: Sequence[Run], title: str | None) -> int:
    """Where the headline stands among `runs`: the heading that says the title, else the first h1; 0 without either."""
    headings = [number for number, run in enumerate(runs) if run.tag in HEADINGS]
    saying = (number for number in headings if runs[number].text == title)
    return next(saying, next((number for number in headings if runs[number].tag == "h1"), 0))


def is_headed(runs: Sequence[Run]) -> bool:
    """True where one of the runs behind the first h1 is a text."""
    headline = next((number for number, run in enumerate(runs) if run.tag == "h1"), None)
    if headline is None:
        return False
    behind = islice((run for run in islice(runs, headline + 1, None) if not run.is_link), _NEAR)
    return any(run.free >= _SENTENCE and run.linked * 3 < len(run.text) for run in behind)


def may_lead(run: Run) -> bool:
    """Whether a line is long enough for a lead; an ideograph says as much as a word, the digits of a date nothing."""
    if run.free >= _SHORTEST:
        return True
    is_long = run.free >= _SHORTEST_OF_IDEOGRAPHS and _IDEOGRAPHS.search(run.text) is not None
    return is_long and 2 * sum(map(str.isalpha, run.text)) > len(run.text)
