"""Where a story ends for what stands below it: "Related", "Contact", "3 comments"."""

import re
from collections.abc import Sequence
from itertools import islice

from pipeline.parse.alternatives import any_of
from pipeline.parse.body.furniture.labels import heads_end_matter, heads_teasers, points_away
from pipeline.parse.body.furniture.remarks import answers_question
from pipeline.parse.body.layout.headed import is_headed
from pipeline.parse.body.layout.outline import SENTENCE_ENDS, Outline, Run, size_of
from pipeline.parse.body.words import readers
from pipeline.parse.body.words.phrases import opening
from pipeline.parse.html_tree import HEADINGS

_LAST_PART = 0.5
_LONGEST_HEADING = 60
_SOME_TEXT = 250
"""Characters in front of what readers say."""
_SENTENCE, _FEWEST = 60, 2
"""Characters of a sentence, and how many stand in front: a lead alone may have a number of comments above the text."""
_LONGEST_READERS = 100
_LONGEST_WITH_TITLE = 250
"""Characters of a heading that may say to what they reply."""
_SOME_SENTENCE = 100
"""Characters in front of a heading that counts what readers say."""

_PROSE = 80
"""Characters of a paragraph."""
_TEASERS, _HEADLINE = 3, 15
"""Lines with the headline of another story, of so many characters and with two other lines each at most."""
_LONGEST_EXCERPT = 250
_GO_ON = 2
"""Lines behind the links of such a line with which the story goes on: an excerpt stands between two links."""

_LEVELS = 6
"""How far above its text the box of an answer is looked for."""

_REPLY = opening(readers.REPLY, "")
_SHOWN = opening(readers.SHOWN, r"[\W\d]{0,9}$")
_REMARKS = re.compile(
    rf"\W{{0,4}}(?:(?:\d[\d.,]{{0,6}}|one|eine?|une?|um|één)\s(?:{any_of(readers.REMARKS)})"
    r"(?=\W*$|…|\.\.\.| (?:on|to|so far|for|zu|sur|en|à|para|a|на|до|к|ile|op)\b)"
    rf"|(?:{any_of(readers.REMARKS)})\s?[:(]\s?\d{{1,5}}\W{{0,3}}$)",
    re.IGNORECASE,
)
"""`38 comments`, `One response to “…”`, `Comments (38)`: their number, and no sentence about them."""


def without_end_matter(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs up to a heading like "Related" or "Contact" in the last part of the story, or to "3 comments" anywhere.

    Where the paragraphs of the story go on behind the box of such a heading, the box alone is left out.
    """
    whole = size_of(runs)
    before = sentences = 0
    for number, run in enumerate(runs):
        if before >= _LAST_PART * whole and len(run.text) < _LONGEST_HEADING and heads_end_matter(run):
            return _around_box(page, runs, number)
        is_told = before >= _SOME_TEXT and sentences >= _FEWEST
        if (before >= _SOME_SENTENCE if run.tag in HEADINGS else is_told) and _begins_remarks(
            page, runs[number : number + 2]
        ):
            return runs[:number]
        before += len(run.text)
        sentences += len(run.text) >= _SENTENCE and run.text.endswith(SENTENCE_ENDS)
    return runs


def without_headed_teasers(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without what a heading of that kind leads to, other stories, whatever these say of themselves."""
    if sum(run.linked >= _HEADLINE for run in runs) < _TEASERS:  # nearly always
        return runs
    for number, run in enumerate(runs):
        if len(run.text) >= _LONGEST_HEADING or not heads_teasers(run):
            continue
        if _leads_on(runs[number + 1 :]) and is_headed(page.runs[: run.number]):
            return _around_box(page, runs, number)
    return runs


def _around_box(page: Outline, runs: list[Run], heading: int) -> list[Run]:
    """The runs before a heading, and those from where paragraphs beside the story's go on behind its box.

    Where the story has not begun in front of it, it may begin there.
    """
    parents = page.parents
    beside = {parents[run.node] for run in runs[:heading] if _is_paragraph(run)}
    own = parents[runs[heading].node]
    if sum(map(_is_paragraph, runs[:heading])) < _FEWEST and (story := _story_behind(page, runs, own)):
        return runs[:heading] + story
    if own in beside and points_away(runs[heading]):
        return runs[:heading] + runs[_behind_links(page, runs, heading, own) :]
    beside.discard(own)
    behind = range(heading + 1, len(runs))
    on = (at for at in behind if parents[runs[at].node] in beside and _is_paragraph(runs[at]))
    return runs[:heading] + runs[next(on, len(runs)) :]


def _story_behind(page: Outline, runs: list[Run], box: int) -> list[Run]:
    """The runs behind a box, where they are paragraphs that lead to no other story; else none."""
    end = page.below(box).stop
    behind = [run for run in runs if run.node >= end]
    told = size_of(run for run in behind if _is_paragraph(run)) >= _SOME_TEXT
    return behind if told and not any(run.is_link and run.linked >= _HEADLINE for run in behind) else []


def _behind_links(page: Outline, runs: list[Run], heading: int, parent: int) -> int:
    """Where the paragraphs of `parent` go on behind a line and its links; the end where an excerpt stands there."""
    behind = range(heading + 1, len(runs))
    first = next((at for at in behind if not runs[at].is_link), len(runs))
    after = runs[first : first + _GO_ON]
    linked = first > heading + 1
    if len(after) < (_GO_ON if linked else 1) or any(run.linked >= _HEADLINE for run in after):
        return len(runs)
    if not linked and runs[heading].tag in HEADINGS:
        return len(runs)
    return first if _is_paragraph(after[0]) and page.parents[after[0].node] == parent else len(runs)


def _is_paragraph(run: Run) -> bool:
    return run.tag == "p" and run.free >= _PROSE


def _leads_on(runs: Sequence[Run]) -> bool:
    """Whether `runs` are headlines of other stories with excerpts of these."""
    leading = sum(run.linked >= _HEADLINE for run in runs)
    if leading < _TEASERS or leading * 3 < len(runs):
        return False
    return all(run.linked >= _HEADLINE or len(run.text) <= _LONGEST_EXCERPT for run in runs)


def _begins_remarks(page: Outline, runs: Sequence[Run]) -> bool:
    """Whether a line is of readers, and what follows stands in no box that answers the question of the page."""
    boxes = (page.elements[node] for run in runs[1:] for node in islice(page.ancestors(run.node), _LEVELS))
    return _is_of_readers(runs[0]) and not any(map(answers_question, boxes))


def _is_of_readers(run: Run) -> bool:
    """Whether a line counts what readers say, or asks for it."""
    if len(run.text) > (_LONGEST_WITH_TITLE if run.tag in HEADINGS else _LONGEST_READERS):
        return False
    if run.tag in HEADINGS and _SHOWN.match(run.text):
        return True
    return bool(_REMARKS.match(run.text) or _REPLY.match(run.text))
