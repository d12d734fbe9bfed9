"""Where another story begins that the site appended below the first: pages that scroll on do so."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile
from operator import itemgetter

from pipeline.parse.body.layout.headed import headline_of
from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.html_tree import HEADINGS
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.shapes import word_count

_SOME_TEXT = 250
"""Characters in front of another story."""
_HEADLINES = frozenset(("h1", "h2", "h3"))
_PROSE = 80
"""Characters of a run that are a text."""
_FEWEST = 2
"""How many such runs another story has."""
_NEARLY_ALL = 0.8
_SERIES, _LONG_STORY = 3, 1_500
"""From so many dated or linked headings on, a box with less than this many characters each is a series of entries."""
_TRIES = 8
"""How many boxes are looked at closely: a page with more is a list."""
_HEADLINE_WORDS = 3
_NEAR = 3
"""Lines before and behind a headline among which its date stands."""


def first_story(page: Outline, runs: Sequence[Run]) -> list[Run]:
    """The runs up to the headline of another article: pages that scroll on append one below the other."""
    home, before = None, 0
    for number, run in enumerate(runs):
        if before < _SOME_TEXT or (run.tag == "h1" and home is None):
            home = _article_of(page, run.node)
        elif run.tag == "h1" and _article_of(page, run.node) != home:
            return list(runs[:number])
        before += run.free
    return list(runs)


def before_next_story(page: Outline, title: str | None) -> list[Run]:
    """The page up to a box behind the one of its story that holds another story, with a headline of its own.

    The other one may be the longer of the two, so it is looked for before anything is weighed.
    """
    prose: list[Run] = []
    looked_at: int | None = None
    before, deepest, tries = 0, 0, 0
    start = headline_of(page.runs, title)
    for number, run in enumerate(islice(page.runs, start, None), start):
        if before >= _SOME_TEXT and run.tag in _HEADLINES and tries < _TRIES:
            box = _highest_box(page, run.node, deepest)
            if box is not None and box != looked_at and _is_whole(page, box, number):
                if _is_next_to(page, box, number, prose, title):
                    return page.runs[:number]
                tries += 1
            looked_at = box
        if run.free >= _PROSE:
            prose.append(run)
            before += run.free
            deepest = max(deepest, run.node)
    return page.runs


def _highest_box(page: Outline, node: int, behind: int) -> int | None:
    """The highest box around `node` that begins behind the node `behind`, and is more than a heading."""
    around = page.elements
    boxes = takewhile(lambda box: box > behind, page.ancestors(node))
    return min((box for box in boxes if around[box].tag not in HEADINGS), default=None)


def _is_whole(page: Outline, box: int, number: int) -> bool:
    """Whether a box has text below its headline, is no series of dated entries, and nothing goes on behind it."""
    runs, nodes = page.runs, page.below(box)
    end = next((at for at in range(number, len(runs)) if runs[at].node not in nodes), len(runs))
    text = [run.free for run in runs[number + 1 : end] if run.free >= _PROSE]
    if len(text) < _FEWEST or sum(text) < _SOME_TEXT or _goes_on(runs, end):
        return False
    heads = [
        at for at in range(number, end) if runs[at].tag == runs[number].tag and _is_marked(page, at, box)
    ]
    return len(heads) < _SERIES or sum(text) >= len(heads) * _LONG_STORY


def _goes_on(runs: Sequence[Run], end: int) -> bool:
    """Whether prose follows before any heading."""
    behind = (run for run in islice(runs, end, None) if run.tag in HEADINGS or run.free >= _PROSE)
    return next((run.tag not in HEADINGS for run in behind), False)


def _is_next_to(page: Outline, box: int, number: int, prose: Sequence[Run], title: str | None) -> bool:
    """Whether the story of the page with its headline is in one box beside `box`, which is headed like a story."""
    story = _box_of(page, prose, page.parents[box])
    if story is None:
        return False
    headline = page.runs[headline_of(page.runs[:number], title)]
    if headline.tag != "h1" and headline.text != title:  # the page's own may come yet, but that leads nowhere
        return page.runs[number].is_link
    if story not in page.ancestors(headline.node):
        return False
    is_alike = page.runs[number].tag == "h1" and headline.text == title
    return is_alike or _is_marked(page, number, box)


def _box_of(page: Outline, prose: Sequence[Run], around: int) -> int | None:
    """The one box in the box `around` that holds nearly all of the prose in it."""
    sizes: Counter[int] = Counter()
    for run in prose:
        below = run.node
        for node in page.ancestors(run.node):
            if node == around:
                sizes[below] += run.free
            below = node
    box, size = max(sizes.items(), key=itemgetter(1), default=(around, 0))
    return box if box != around and size >= max(_NEARLY_ALL * sizes.total(), _SOME_TEXT) else None


def _is_marked(page: Outline, number: int, box: int) -> bool:
    """Whether a heading is the link to its story, or a date stands near one that is long enough for a headline."""
    if page.runs[number].is_link:
        return True
    if page.runs[number].tag != "h1" and word_count(page.runs[number].text) < _HEADLINE_WORDS:
        return False
    near = page.runs[max(number - _NEAR, 0) : number + 1 + _NEAR]
    return any(run.node >= box and is_date_line(run.text, None) for run in near)


def _article_of(page: Outline, node: int) -> int | None:
    return next((around for around in page.ancestors(node) if page.elements[around].tag == "article"), None)
