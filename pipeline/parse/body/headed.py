"""Whether a text follows the headline: then the page tells a story, however short it is."""

from collections.abc import Sequence

from pipeline.parse.body.outline import Run

_SENTENCE = 60
"""Characters of a text."""
_NEAR = 6
"""How many runs behind the headline it stands at most."""


def is_headed(runs: Sequence[Run]) -> bool:
    """True where one of the runs behind the first h1 is a text."""
    headline = next((number for number, run in enumerate(runs) if run.tag == "h1"), None)
    if headline is None:
        return False
    behind = runs[headline + 1 : headline + 1 + _NEAR]
    return any(run.free >= _SENTENCE and run.linked * 3 < len(run.text) for run in behind)
