"""Where a story ends for what stands below it: "Related", "Contact", "3 comments"."""

import re

from pipeline.parse.alternatives import any_of
from pipeline.parse.body import readers
from pipeline.parse.body.labels import heads_end_matter, opening
from pipeline.parse.body.outline import HEADINGS, SENTENCE_ENDS, Run, size_of

_LAST_PART = 0.5
_LONGEST_HEADING = 60
_SOME_TEXT = 250
"""Characters in front of what readers say."""
_SENTENCE, _FEWEST = 60, 2
"""Characters of a sentence, and how many stand there: a lead alone has the number of comments beside its byline."""
_LONGEST_READERS = 100
_LONGEST_WITH_TITLE = 250
"""Characters of a heading that may say to what they reply."""
_SOME_SENTENCE = 100
"""Characters in front of a heading that counts what readers say."""

_REPLY = opening(readers.REPLY, "")
_SHOWN = opening(readers.SHOWN, r"[\W\d]{0,9}$")
_REMARKS = re.compile(
    rf"\W{{0,4}}(?:(?:\d[\d.,]{{0,6}}|one|eine?|une?|um|één)\s(?:{any_of(readers.REMARKS)})"
    r"(?=\W*$|…|\.\.\.| (?:on|to|so far|for|zu|sur|en|à|para|a|на|до|к|ile|op)\b)"
    rf"|(?:{any_of(readers.REMARKS)})\s?[:(]\s?\d{{1,5}}\W{{0,3}}$)",
    re.IGNORECASE,
)
"""`38 comments`, `One response to “…”`, `Comments (38)`: their number, and no sentence about them."""


def without_end_matter(runs: list[Run]) -> list[Run]:
    """In the last part, a heading like "Related" or "Contact" ends the story; "3 comments" does so anywhere."""
    whole = size_of(runs)
    before = sentences = 0
    for number, run in enumerate(runs):
        if before >= _LAST_PART * whole and len(run.text) < _LONGEST_HEADING and heads_end_matter(run):
            return runs[:number]
        if _is_of_readers(run) and (
            before >= _SOME_SENTENCE if run.tag in HEADINGS else before >= _SOME_TEXT and sentences >= _FEWEST
        ):
            return runs[:number]
        before += len(run.text)
        sentences += len(run.text) >= _SENTENCE and run.text.endswith(SENTENCE_ENDS)
    return runs


def _is_of_readers(run: Run) -> bool:
    """Whether a line counts what readers say, or asks for it."""
    if len(run.text) > (_LONGEST_WITH_TITLE if run.tag in HEADINGS else _LONGEST_READERS):
        return False
    if run.tag in HEADINGS and _SHOWN.match(run.text):
        return True
    return bool(_REMARKS.match(run.text) or _REPLY.match(run.text))
