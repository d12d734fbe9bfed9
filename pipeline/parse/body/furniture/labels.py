"""Lines that are no text for what they say: labels, pointers, credits, stamps."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.parse.alternatives import holds_one
from pipeline.parse.body.layout.outline import Run
from pipeline.parse.body.words import phrases
from pipeline.parse.body.words.buttons import heads_others, is_button
from pipeline.parse.body.words.ends import names_end_matter
from pipeline.parse.body.words.phrases import opening
from pipeline.parse.body.words.stamps import is_stamp
from pipeline.parse.html_tree import HEADINGS

_LONGEST = 200
_LONGEST_CREDIT = 120
_SHORT_POINTER = 50
_LONGEST_NAME = 60
SHORTEST_TITLE = 20
"""Characters of a link that is a headline rather than a name."""
_SOME_PROSE = 60
"""Characters of a part of a story."""
_MOSTLY_LINKED = 0.6
"""The share of links in a line of the shelves on which a story stands."""
_LONGEST_LABEL = 40
_NAMES_SOURCE = (*":/©摄攝撮", " Photo")
"""One of these stands in every legend that names its source."""
_PLACEHOLDER = re.compile(r"\$\$\w+\$\$|\{\{[^{}]*\}\}|<%[^%]*%>|\[\[\w+\]\]|\[[Gg]ambas:[^\]]*\]")
"""Where a script of the page should have put something."""
_IMAGE = re.compile(r"https?://\S{1,300}\.(?:jpe?g|png|gif|webp)\s\d{2,4}\s\d{2,4}\b")
"""The address and the size of a picture, for machines."""
_ARROWS = (">>", "» ", "› ", "► ", "→ ", "▶ ", "➡ ", "👉", "🔗", "➤ ", "⇒ ", "=> ", "-> ")
"""How a line begins that leads to its link."""
_TICKER = "+++"
"""Around a line that leads to the newest of it."""
_LABELLED = re.compile(r"[^\d:|»›→][^:|»›→]{0,39}[:|»›→](?!//)\s*")
_MOST_BLANKS = 2
"""In the label of a part: where there are more, a sentence goes on behind its colon."""

_POINTER = opening((*phrases.POINTERS, *phrases.OF_HOUSE), r"\s*(?:[:：>»|】\]-]|…|\.\.\.|$)")
_POINTER_WORDS = opening(phrases.POINTERS, r"(?!\w)")
_ENDS = opening(tuple(end for end in phrases.ENDS if " " in end), r"(?!\w)")
_ENDS_ALONE = opening(
    tuple(end for end in phrases.ENDS if " " not in end), r"(?:[\W\d]{0,9}|(?!\w).{0,40}[:…])$"
)
"""A subhead that begins with such a word and goes on is one of the story: `Contact tracing begins`."""
_CREDIT = opening(phrases.CREDITS, r"\s*[:：/]")
_SHELF = opening((*phrases.SHELVES, *phrases.CREDITS), r"\s?[:：]\s*")


def is_label(run: Run) -> bool:
    """A line that leads elsewhere, speaks of the house, or says when, by whom, or whose picture."""
    text = run.text
    if len(text) > _LONGEST:
        return _IMAGE.match(text) is not None or (run.linked > 0 and _lists_shelves(run))
    if is_button(text) or (len(text) <= _LONGEST_NAME and _PLACEHOLDER.fullmatch(text)):
        return True
    if run.linked and (
        phrases.HOUSE.fits(text) or _leads_away(run) or _POINTER.match(text) or _lists_shelves(run)
    ):
        return True
    if (len(text) < _SHORT_POINTER and _POINTER.match(text)) or phrases.SHOUTED.match(text):
        return True
    if len(text) <= _LONGEST_CREDIT and ("©" in text or _CREDIT.match(text) or is_stamp(text)):
        return True
    return holds_one(text, _NAMES_SOURCE) and phrases.CAPTION.search(text) is not None


def labelled_parts(runs: Sequence[Run]) -> set[int]:
    """The numbers of the runs that begin a story told in parts, each with a label: "Source: …", "Details: …"."""
    return {
        run.number
        for run, behind in pairwise(runs)
        if ":" in behind.text[:_LONGEST_LABEL] and _CREDIT.match(run.text) and _goes_on(behind)
    }


def _goes_on(run: Run) -> bool:
    """Whether a paragraph has a label and tells something behind it."""
    label = _LABELLED.match(run.text)
    if label is None or label[0].rstrip().count(" ") > _MOST_BLANKS:
        return False
    return run.tag == "p" and run.free - label.end() >= _SOME_PROSE and not is_label(run)


def _lists_shelves(run: Run) -> bool:
    """Whether a line is "Topics:" and links, save for what stands between them."""
    shelf = _SHELF.match(run.text)
    return shelf is not None and run.linked >= _MOSTLY_LINKED * (len(run.text) - shelf.end())


def heads_end_matter(run: Run) -> bool:
    """A heading after which nothing of the story comes: "Related", "Contact"."""
    is_heading = run.tag in HEADINGS or (len(run.text) < 40 and run.text.endswith((":", "…")))
    return is_heading and bool(_ENDS.match(run.text) or _ENDS_ALONE.match(run.text))


def heads_teasers(run: Run) -> bool:
    """A line that says no more than such a heading, be it one or not."""
    return heads_end_matter(run) or names_end_matter(run.text)


def points_away(run: Run) -> bool:
    """A line of its own that points to what stands behind it: "Read also", "Support us", "Poll"."""
    if len(run.text) >= _SHORT_POINTER or run.linked:
        return False
    return _POINTER.match(run.text) is not None or heads_others(run.text)


def _runs_into_link(run: Run) -> bool:
    """Whether a few words run into the link behind them: a label and a headline, set in lines of their own."""
    at = len(run.text) - run.linked
    return 0 < at <= _LONGEST_LABEL and run.text[at - 1].isalpha() and run.text[at].isupper()


def _leads_away(run: Run) -> bool:
    """Words and behind them nothing but a link: "Background: How the bridge was built", "Read also How it was"."""
    if run.text.startswith(_TICKER) and run.text.endswith(_TICKER):
        return True
    if run.linked < SHORTEST_TITLE:
        return False
    if run.text.startswith(_ARROWS):
        return True
    if _runs_into_link(run):
        return True
    label = (_LABELLED.match(run.text) if run.tag != "li" else None) or _POINTER_WORDS.match(run.text)
    return label is not None and run.linked >= len(run.text) - label.end() - 2
