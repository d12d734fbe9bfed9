"""Cuts out of the text of a container what is no part of the story: the rules, and at the end their steps in order."""

import re

from pipeline.parse.alternatives import holds_one
from pipeline.parse.body.completeness import before_wall, invites
from pipeline.parse.body.furniture.cards import without_cards, without_linked_headings
from pipeline.parse.body.furniture.copies import without_copies
from pipeline.parse.body.furniture.end_matter import without_end_matter, without_headed_teasers
from pipeline.parse.body.furniture.forms import without_words_of_forms
from pipeline.parse.body.furniture.house_boxes import without_calls, without_house_boxes
from pipeline.parse.body.furniture.labels import SHORTEST_TITLE, is_label, labelled_parts
from pipeline.parse.body.furniture.legends import without_legends
from pipeline.parse.body.furniture.lone_headings import without_lone_headings
from pipeline.parse.body.furniture.loose_labels import LOOSE_LINE, is_label_like, without_loose_labels
from pipeline.parse.body.furniture.makes import within_its_box
from pipeline.parse.body.furniture.next_story import first_story
from pipeline.parse.body.furniture.pull_quotes import without_pull_quotes
from pipeline.parse.body.furniture.skips import without_skipped
from pipeline.parse.body.layout.headed import is_headed
from pipeline.parse.body.layout.outline import Outline, Run, free_of
from pipeline.parse.body.layout.tables import cells_of_data
from pipeline.parse.body.steps import Steps, Told
from pipeline.parse.body.words import closing_phrases, readers
from pipeline.parse.body.words.buttons import heads_others
from pipeline.parse.body.words.phrases import opening
from pipeline.parse.html_tree import HEADINGS
from pipeline.parse.lines.shapes import letters_of

_CLOSING_LINES = 5
_LONGEST_CLOSING, _LONGEST_MARK = 1_200, 80
_STAMP = 45
"""Letters of a date and a byline that stand in one line with the headline."""
_LONGEST_ABOVE = 1_000
"""Characters of what stands above the headline and has nothing to do with it."""
_FIRST = 3
"""Lines among which the headline may stand once more, or the number of those who shared the story."""
_LINKED_PROSE = 250
_ANSWER_TO = re.compile(r"(?:re|aw|antw|sv|vs|odp|rif|ynt|отв|ответ)\s?: ?", re.IGNORECASE)
"""How the title of a post begins that answers another one; anywhere, for few titles have such a word in them."""
_FEWEST_TEASERS = 3
_LONGEST_TEASER = 160
"""Characters of the text of a teaser below the story."""
_PARTLY_LINK = 0.3
"""The share of a list item that its link has at least, if the item is there for the link."""
_WHOLE_TEXT = 500
"""Characters of text that is a story whatever stands below it."""
_MOST_KICKERS, _LONGEST_LABEL = 8, 60
_MANY_HEADLINES = 3

_CLOSING = opening(closing_phrases.OPENINGS, "")
_ALONE = opening(closing_phrases.ALONE, r"[\W\d]{0,9}$")


def _from_headline(runs: list[Run], title: str) -> list[Run]:
    """The runs from the headline on, if a text follows it: what stands above asks to accept cookies, say."""
    at = next((number for number, run in enumerate(runs) if run.tag == "h1" and says(run, title)), 0)
    if not at or any(len(run.text) > _LONGEST_ABOVE for run in runs[:at]):
        return runs
    return runs[at:] if is_headed(runs[at:]) else runs


def says(run: Run, title: str) -> bool:
    """Whether a run is the headline with little else, a kicker for one; `title` are its letters."""
    if run.tag == "p" or len(title) < SHORTEST_TITLE or len(run.text) > 3 * len(title) + _STAMP:
        return False
    text = letters_of(run.text)
    return title in text and len(text) < max(2 * len(title), len(title) + _STAMP)


def _without_repeats(runs: list[Run], title: str) -> list[Run]:
    return [run for run in runs if not _repeats(run, title)]


def _repeats(run: Run, title: str) -> bool:
    """Whether a heading says the title once more, to which a post answers."""
    if run.tag not in HEADINGS or run.tag == "h1":
        return False
    answered = _ANSWER_TO.sub("", run.text)
    return (run.is_link or answered != run.text) and letters_of(answered) == title


def _without_links(page: Outline, runs: list[Run]) -> list[Run]:
    cells = cells_of_data(page, runs)
    return [run for run in runs if run.number in cells or not _is_link(run)]


def _without_labels(page: Outline, runs: list[Run]) -> list[Run]:
    heads = labelled_parts(runs) | _heads_of_text(page, runs)
    return [run for run in runs if run.number in heads or not is_label(run)]


def _heads_of_text(page: Outline, runs: list[Run]) -> set[int]:
    """The numbers of headings like "Video" or "Vote" between two paragraphs beside them: no box begins there."""
    lines = (place for place, run in enumerate(runs) if run.tag in HEADINGS and heads_others(run.text))
    return {
        runs[place].number
        for place in lines
        if _is_amid(page, runs, place) and runs[place + 1].free > LOOSE_LINE
    }


def _is_link(run: Run) -> bool:
    """A run that is mostly link, save a long paragraph that an editor linked as a whole."""
    return run.is_link and (run.tag != "p" or len(run.text) < _LINKED_PROSE)


def _without_teasers(runs: list[Run]) -> list[Run]:
    """The runs up to the lines that lead to other stories below the text, with whatever short text is among them."""
    first, leading = len(runs), 0
    for number in range(len(runs) - 1, 0, -1):
        run = runs[number]
        if _is_teaser(run):
            first, leading = number, leading + 1
        elif len(run.text) > _LONGEST_TEASER:
            break
    if leading < _FEWEST_TEASERS or leading * 3 < len(runs) - first:
        return runs
    before = runs[:first]
    return before if free_of(before) >= _WHOLE_TEXT else runs


def _is_teaser(run: Run) -> bool:
    leads = run.linked > _PARTLY_LINK * len(run.text) if run.tag == "li" else run.is_link
    return leads and run.linked >= SHORTEST_TITLE


def _without_headlines(page: Outline, runs: list[Run]) -> list[Run]:
    """The headline is no text; where a page has many h1, the later ones are subheads, as is one between paragraphs."""
    many = sum(run.tag == "h1" for run in runs) >= _MANY_HEADLINES
    runs = runs if many else _without_kickers(runs)
    return [
        run
        for number, run in enumerate(runs)
        if run.tag != "h1" or (number and (many or _is_between(page, runs, number)))
    ]


def _is_between(page: Outline, runs: list[Run], number: int) -> bool:
    """Whether an h1 that is not the page's first stands between two paragraphs, and nothing sets it apart from them."""
    return next(run for run in page.runs if run.tag == "h1") is not runs[number] and _is_amid(
        page, runs, number
    )


def _is_amid(page: Outline, runs: list[Run], number: int) -> bool:
    """Whether a line stands between two paragraphs in the same box."""
    beside = runs[number - 1 : number] + runs[number + 1 : number + 2]
    around = page.parents[runs[number].node]
    return len(beside) > 1 and all(run.tag == "p" and page.parents[run.node] == around for run in beside)


def _without_kickers(runs: list[Run]) -> list[Run]:
    """The runs without the labels in front of the headline: the name of a column, or of the site."""
    at = next((number for number, run in enumerate(runs[:_MOST_KICKERS]) if run.tag == "h1"), 0)
    return [run for run in runs[:at] if not is_label_like(run, _LONGEST_LABEL)] + runs[at:]


def _without_closing_lines(runs: list[Run]) -> list[Run]:
    """The runs up to a few last lines that close a story, and to headings with nothing below them."""
    end, left = len(runs), _CLOSING_LINES
    while end and (runs[end - 1].tag in HEADINGS or (left and _closes(runs[end - 1]))):
        end -= 1
        left -= runs[end].tag not in HEADINGS
    return runs[:end]


def _closes(run: Run) -> bool:
    text = run.text
    if len(text) <= _LONGEST_MARK and closing_phrases.MARKS.fullmatch(text):
        return True
    if run.tag == "p" and closing_phrases.INITIALS.fullmatch(text):
        return True
    if _CLOSING.match(text) or _ALONE.match(text):
        return True
    if invites(text):
        return True
    if len(text) > _LONGEST_CLOSING:
        return False
    return not any(map(str.isalnum, text)) or closing_phrases.REACHES.fits(text) or _tells_rules(text.lower())


def _tells_rules(text: str) -> bool:
    """Whether one sentence has a word for comments and a word for who may write them, or what."""
    if not holds_one(text, readers.COMMENTS):  # nearly always
        return False
    return any(
        holds_one(sentence, readers.COMMENTS) and holds_one(sentence, readers.HOUSE_RULES)
        for sentence in re.split(r"[.!?]\s", text)
    )


def _without_title(runs: list[Run], told: Told) -> list[Run]:
    """The runs without the title, and the number of those who shared the story beside it."""
    wanted = letters_of(told.title or "")
    return [
        run
        for number, run in enumerate(runs)
        if run.text != told.title and not (number < _FIRST and (says(run, wanted) or run.text.isdecimal()))
    ]


TRIM: Steps = {
    "next-headline": lambda page, runs, _: first_story(page, runs),
    "above-headline": lambda _, runs, told: _from_headline(runs, letters_of(told.title or "")),
    "other-box": lambda page, runs, _: within_its_box(page, runs),
    "skipped": lambda page, runs, _: without_skipped(page, runs),
    "answered-title": lambda _, runs, told: _without_repeats(runs, letters_of(told.title or "")),
    "headed-teaser": lambda page, runs, _: without_headed_teasers(page, runs),
    "card": lambda page, runs, _: without_cards(page, runs),
    "linked-heading": lambda page, runs, _: without_linked_headings(page, runs),
    "teaser": lambda _page, runs, _told: _without_teasers(runs),
    "legend": lambda page, runs, _: without_legends(page, runs),
    "house-box": lambda page, runs, _: without_house_boxes(page, runs),
    "end-matter": lambda page, runs, _: without_end_matter(page, runs),
    "site-text": lambda _, runs, told: [run for run in runs if run.text not in told.site_texts],
    "link": lambda page, runs, _: _without_links(page, runs),
    "label": lambda page, runs, _: _without_labels(page, runs),
    "headline": lambda page, runs, _: _without_headlines(page, runs),
    "copy": lambda page, runs, _: without_copies(page, runs),
    "wall": lambda _page, runs, _told: before_wall(runs),
    "loose-label": lambda page, runs, _: without_loose_labels(page, runs),
    "call": lambda page, runs, _: without_calls(page, runs),  # not before: it may head what readers say
    "closing-line": lambda _page, runs, _told: _without_closing_lines(runs),
    "form": lambda page, runs, _: without_words_of_forms(page, runs),
    "pull-quote": lambda page, runs, _: without_pull_quotes(page, runs),
    "lone-heading": lambda page, runs, _: without_lone_headings(page, runs),
    "title": lambda _, runs, told: _without_title(runs, told),
}
