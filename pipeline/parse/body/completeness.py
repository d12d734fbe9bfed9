"""Whether a text is all of the story, or breaks off before a paywall or a "Continue reading".

Publishers call a story paid for whose text is there all the same, and set "Read more" below whole stories. So what
a page says of itself counts only where the text is no longer than a teaser, or much shorter than it should be.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.parse.body import phrases
from pipeline.parse.body.outline import Outline, Run
from pipeline.parse.html_tree import Element, text_of
from pipeline.records import Block, Problem, Reason

_BEHIND = 12
"""How many runs behind the last one of the text are looked at."""
_LONGEST_INVITATION = 160
_LONGEST_BOX = 600
_SHORTEST_HEADLINE = 20
_MOSTLY = 0.8
_LONGEST_TEASER = 1000
"""Characters up to which a text may be the beginning of one where a line behind it or its own end says so."""
_LONGEST_PREVIEW = 1500
"""Characters up to which it may be where the page says that it is paid for."""
_WHOLE = 0.75
"""The share of the words that a page says its story has from which on they are all there."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
"""Chinese and Japanese publishers count characters."""
_BROKEN_OFF = ("[…]", "[...]", "[&hellip;]", "…]")
_TRAILS_OFF = ("…", "...")
_WALL = re.compile(
    r"paywall|pay-wall|regwall|reg-wall|subscri|premium|piano-|poool|register|login", re.IGNORECASE
)
"""In the name of a box that stands in front of the rest of a text."""


def cut_off(text: Sequence[Run], page: Outline, end: int) -> Problem | None:
    """Why `text` is not all of the story, None where it is. `end` is the number of the run behind it."""
    if not text:
        return None
    last = text[-1].text
    length = sum(len(run.text) for run in text)
    short = length <= _LONGEST_TEASER
    if last.endswith(_BROKEN_OFF) or (short and last.endswith(_TRAILS_OFF)):
        return Problem(Reason.TEXT_CUT_OFF, last[-_SHORTEST_HEADLINE:], "body")
    for run in takewhile(
        lambda run: invites(run.text) or not _leads_elsewhere(run), page.runs[end : end + _BEHIND]
    ):
        if asks(run.text):
            return Problem(Reason.PAYWALLED, run.text, "body")
        if short and continues(run.text):
            return Problem(Reason.TEXT_CUT_OFF, run.text, "body")
    boxes = page.pruned if length <= _LONGEST_PREVIEW else ()
    return next((wall for box in boxes if (wall := _wall(box))), None)


def _wall(box: Element) -> Problem | None:
    """The request for money or a login in a box that is left out because of its name."""
    if not _WALL.search(f"{box.get('class')} {box.get('id')}"):
        return None
    text = text_of(box)
    found = phrases.PAYWALL.search(text.lower()) if len(text) <= _LONGEST_BOX else None
    return Problem(Reason.PAYWALLED, text[found.start() : found.end()], "body") if found else None


def withheld(blocks: Sequence[Block], words: int | None) -> Problem | None:
    """Why the text of a story that its page calls paid for is not all of it, None where it is.

    `words` is how many the page says it has.
    """
    text = " ".join(block.text for block in blocks)
    whole = len(_WORD.findall(text)) >= _WHOLE * words if words else len(text) > _LONGEST_PREVIEW
    return None if whole else Problem(Reason.PAYWALLED, "the page's own data", "body")


def _leads_elsewhere(run: Run) -> bool:
    """True for the headline of another story: a "Read more" behind it is the way to that one."""
    return len(run.text) >= _SHORTEST_HEADLINE and run.linked > _MOSTLY * len(run.text)


def invites(text: str) -> bool:
    """True for a line that is the way to the rest of a text, or asks for money before it."""
    return asks(text) or continues(text)


def continues(text: str) -> bool:
    """True for a line that is the way to the rest of a text."""
    return len(text) <= _LONGEST_INVITATION and phrases.CONTINUE.match(text) is not None


def asks(text: str) -> bool:
    """True for a line that asks for money or a login before the rest of a text."""
    return len(text) <= _LONGEST_INVITATION and phrases.PAYWALL.search(text.lower()) is not None
