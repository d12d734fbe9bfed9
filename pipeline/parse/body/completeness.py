"""Whether a text is all of the story, or breaks off before a paywall or a "Continue reading"."""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.parse.body import phrases
from pipeline.parse.body.outline import Run

_BEHIND = 12
"""How many runs behind the last one of the text are looked at."""
_LONGEST_INVITATION = 160
_SHORTEST_HEADLINE = 20
_MOSTLY = 0.8
_BROKEN_OFF = ("[…]", "[...]", "[&hellip;]", "…]")


def is_complete(text: Sequence[Run], all_runs: Sequence[Run], end: int) -> bool:
    """False where the last run of `text` breaks off, or what stands behind it (from `end`) says so."""
    if not text:
        return True
    if text[-1].text.endswith(_BROKEN_OFF):
        return False
    behind = takewhile(
        lambda run: invites(run.text) or not _leads_elsewhere(run), all_runs[end : end + _BEHIND]
    )
    return not any(invites(run.text) for run in behind)


def _leads_elsewhere(run: Run) -> bool:
    """True for the headline of another story: a "Read more" behind it is the way to that one."""
    return len(run.text) >= _SHORTEST_HEADLINE and run.linked > _MOSTLY * len(run.text)


def invites(text: str) -> bool:
    """True for a line that is the way to the rest of a text, or asks for money before it."""
    if len(text) > _LONGEST_INVITATION:
        return False
    return bool(phrases.CONTINUE.match(text) or phrases.PAYWALL.search(text))
