"""Whether a text is all of the story, or breaks off before a paywall or a "Continue reading".

Publishers call a story paid for whose text is there all the same, and set "Read more" below whole stories. So what
a page says of itself counts only where the text is no longer than a teaser, or much shorter than it should be.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.parse.body.layout.outline import Outline, Run, size_of
from pipeline.parse.body.words.walls import asks, demand
from pipeline.parse.html_tree import Element, names_of, one_line, raw_text
from pipeline.parse.lines.endings import breaks_off
from pipeline.parse.lines.teasers import leads_to_rest
from pipeline.records import Block, BlockKind, Problem, Reason

_BEHIND = 12
"""How many runs behind the last one of the text are looked at."""
_LONGEST_INVITATION = 160
_LONGEST_BOX = 600
_LINES_OF_WALL, _MOST_OF_WALL = 20, 800
"""Lines and characters of what is offered behind it."""
_SHORTEST_HEADLINE = 20
_LONGEST_TEASER = 1000
"""Characters up to which a text may be the beginning of one where a line behind it or its own end says so."""
_LONGEST_PREVIEW = 1500
"""Characters up to which it may be where the page says that it is paid for."""
_NOTHING = 100
"""Characters of a part that is paid for, below which the page keeps it back."""
_WHOLE = 0.75
"""The share of the words that a page says its story has from which on they are all there."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
"""Chinese and Japanese publishers count characters."""
_BROKEN_OFF = ("[…]", "[...]", "[&hellip;]", "…]")
_TRAILS_OFF = ("…", "...")
_WALL = re.compile(
    r"paywall|pay-wall|regwall|reg-wall|subscri|premium|piano-|poool|regist|log-?in|sign-?(?:in|up)|member|upgrade"
    r"|(?:^|[\s_-])(?:gate|gated|cta|abo|offer|barrier|metered|locked|plus)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""In the name of a box that stands in front of the rest of a text."""


def cut_off(text: Sequence[Run], page: Outline, end: int) -> Problem | None:
    """Why `text` is not all of the story, None where it is. `end` is the number of the run behind it."""
    if not text:
        return None
    length = size_of(text)
    return (
        _before_a_line(page, end, length)
        or _before_a_box(page, text, length)
        or _breaks_off(text[-1].text, length)
    )


def _before_a_line(page: Outline, end: int, length: int) -> Problem | None:
    for run in takewhile(
        lambda run: invites(run.text) or not _leads_elsewhere(run), page.runs[end : end + _BEHIND]
    ):
        if asks(run.text):
            return Problem(Reason.PAYWALLED, run.text, "body")
        if length <= _LONGEST_TEASER and leads_to_rest(run.text):
            return Problem(Reason.TEXT_CUT_OFF, run.text, "body")
    return None


def _before_a_box(page: Outline, text: Sequence[Run], length: int) -> Problem | None:
    """What is asked for in furniture behind the text's beginning: what stands above it has nothing to do with it."""
    if length > _LONGEST_PREVIEW:
        return None
    start = next(number for number, run in enumerate(page.runs) if run is text[0])
    boxes = (aside.element for aside in page.asides if aside.behind > start and aside.element.tag != "img")
    return next((wall for box in boxes if (wall := _wall(box))), None)


def _breaks_off(last: str, length: int) -> Problem | None:
    """What the last line says of itself by its end, and by a link to the rest behind it."""
    begun, dots, behind = max(
        (last.rpartition(dots) for dots in _TRAILS_OFF), key=lambda parts: len(parts[0])
    )
    last = f"{begun}{dots}" if begun and leads_to_rest(behind.strip()) else last
    if last.endswith(_BROKEN_OFF) or (length <= _LONGEST_TEASER and last.endswith(_TRAILS_OFF)):
        return Problem(Reason.TEXT_CUT_OFF, last[-_SHORTEST_HEADLINE:], "body")
    return None


def in_mid_sentence(blocks: Sequence[Block], language: str | None) -> Problem | None:
    """Where the text stops in the middle of a sentence, without a word about it; None where it does not."""
    texts = [block for block in blocks if block.text]
    if not texts or texts[-1].kind is not BlockKind.PARAGRAPH:
        return None
    last = texts[-1].text
    if not breaks_off(last, sum(len(block.text) for block in texts), language):
        return None
    return Problem(Reason.TEXT_CUT_OFF, last[-_SHORTEST_HEADLINE:], "body")


def _wall(box: Element) -> Problem | None:
    """The request for money or a login in a box that is left out because of its name."""
    if not _WALL.search(names_of(box)):
        return None
    if len(raw_text(box)) > _LONGEST_BOX:
        return None
    asked = demand(one_line(" ".join(box.itertext())))
    return Problem(Reason.PAYWALLED, asked, "body") if asked else None


def withheld(blocks: Sequence[Block], words: int | None, shown: int | None) -> Problem | None:
    """Why the text of a story that its page calls paid for is not all of it, None where it is.

    `words` is how many the page says it has, `shown` how many characters of the paid part are there.
    """
    text = " ".join(block.text for block in blocks)
    whole = (
        len(_WORD.findall(text)) >= _WHOLE * words if words else max(len(text), shown or 0) > _LONGEST_PREVIEW
    )
    if shown is not None and shown < _NOTHING:
        whole = False
    return None if whole else Problem(Reason.PAYWALLED, "the page's own data", "body")


def before_wall(text: list[Run]) -> list[Run]:
    """The runs up to a line that asks for money or a login, where nothing but short lines follows it."""
    behind = 0
    for number in range(len(text) - 1, max(len(text) - _LINES_OF_WALL, 0), -1):
        behind += len(text[number].text)
        if len(text[number].text) > _LONGEST_INVITATION or behind > _MOST_OF_WALL:
            break
        if asks(text[number].text):
            text = text[:number]
    return text


def _leads_elsewhere(run: Run) -> bool:
    """True for the headline of another story: a "Read more" behind it is the way to that one."""
    return len(run.text) >= _SHORTEST_HEADLINE and run.is_link


def invites(text: str) -> bool:
    """True for a line that is the way to the rest of a text, or asks for money before it."""
    return asks(text) or leads_to_rest(text)
