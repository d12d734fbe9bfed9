"""Comments of readers that no class or id gives away: boxes of one make, each with a line of who wrote it, or when."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import accumulate, islice

from pipeline.parse.body.layout.headed import headline_of
from pipeline.parse.body.layout.outline import Aside, Outline, Run
from pipeline.parse.body.words.readers import ANSWER, ANSWERED
from pipeline.parse.dates.months import month_of
from pipeline.parse.dates.relative import is_relative
from pipeline.parse.html_tree import HEADINGS, Element, raw_text, text_of
from pipeline.parse.lines.dates import is_date_line

_TOLD = 100
"""Characters of text between the headline and what readers say of it."""
_PROSE, _SAID = 60, 20
"""Characters of a text, and of what one of them says at least."""
_FEWEST, _NEARLY_ALL = 3, 0.8
"""How many boxes make a series, and the share of them that are remarks."""
_LONGEST_LINE, _LONGEST_NAME, _LONGEST_BUTTON = 80, 40, 25
_MOST_SPACED = 400
"""Characters of a line with the white space of its markup."""
_MOST_LINES = 15
"""Of one remark, with its answers."""
_LEVELS = 6
"""How far above its line a remark may begin."""
_TITLES = frozenset(("h1", "h2", "h3"))
"""An entry of a live report has one."""
_NO_BOX = frozenset(("p", "td", "th", "tr", "dd", "dt", "blockquote"))
_ANSWERS = frozenset(ANSWER)
_DAY = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})\b|\d{4}([./-])\d{1,2}\2\d{1,2}|\d\s?[年월]")
_NICKNAME = re.compile(r"@?(?:[^\W\dA-Z_]|[A-Z](?=\w{0,30}[\d_]))[\w.-]{2,30}(?<![.-])")
"""One word in small letters, or with a digit in it."""
_MIXED = 4
"""How many times as many names there are as nicknames, at most."""
_WORDS_OF_NAME = 3
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def without_remarks(page: Outline, runs: list[Run], title: str | None) -> list[Run]:
    """The runs without a series of remarks below the story; `runs` are the page's from its first on."""
    start = _behind_story(runs, title)
    behind = [run for run in islice(runs, start, None) if _may_be_mark(run)]
    numbered = [run for run in behind if _DIGIT.search(run.text)]
    repeated = _repeated(behind)
    signed = _signed(page, start)
    nicknames = [run for run in behind if _NICKNAME.fullmatch(run.text)]
    if max(len(numbered), len(repeated), len(signed), _MIXED * len(nicknames)) < _FEWEST:  # nearly always
        return runs
    stamps = [run for run in dict.fromkeys((*numbered, *repeated)) if _tells_who(run.text)]
    names = _names(behind, nicknames)
    for marks, named in ((stamps, False), (repeated, True), (signed, False), (names, False)):
        if span := _span(page, runs, marks, start, named=named):
            return runs[: span.start] + runs[span.stop :]
    return runs


def _signed(page: Outline, start: int) -> list[Aside]:
    """The lines that were left out for their name and say who wrote what they stand beside, and when."""
    groups: dict[str | None, list[Aside]] = defaultdict(list)
    for aside in reversed(page.asides):
        if aside.behind < start:
            break
        if aside.element.tag != "img":
            groups[aside.element.get("class")].append(aside)
    for asides in groups.values():
        if len(asides) < _FEWEST or not _is_signed(asides[0]):  # nearly always
            continue
        signed = [aside for aside in asides if _is_signed(aside)]
        if len({_DIGIT.sub("", text_of(aside.element)) for aside in signed}) >= _FEWEST:  # or one reporter's
            return signed
    return []


def _is_signed(aside: Aside) -> bool:
    if len(raw_text(aside.element)) > _MOST_SPACED:
        return False
    text = text_of(aside.element)
    return len(text) <= _LONGEST_LINE and _tells_who(text) and not is_date_line(text, None)


def _names(behind: Sequence[Run], nicknames: Sequence[Run]) -> list[Run]:
    """The lines that may be names, where some are such as people give themselves; all of them may be words."""
    names = [run for run in behind if len(run.text) <= _LONGEST_NAME and run.text.count(" ") < _WORDS_OF_NAME]
    return names if len(nicknames) < len(names) <= _MIXED * len(nicknames) else []


def _span(
    page: Outline, runs: list[Run], marks: Sequence[Run | Aside], start: int, *, named: bool
) -> range | None:
    """From the first to the last of the remarks around `marks`, if hardly anything else stands there.

    What begins in front of `start` is no remark: the first post of a thread looks like what others say to it.
    """
    series = _series(page, marks)
    held = _held(page, runs, {box for boxes in series for box in boxes})
    free = [0, *accumulate(run.free for run in runs)] if series else []
    numbers = {mark.number for mark in marks if isinstance(mark, Run)}
    for boxes in series:
        if _is_thread(page, runs, boxes, start):
            continue
        behind = [held[box] for box in sorted(boxes) if box in held and held[box][0].number >= start]
        remarks = [one for one in behind if _is_remark(one, numbers, named=named)]
        if len(remarks) < max(_FEWEST, _NEARLY_ALL * len(behind)):
            continue
        span = range(remarks[0][0].number, remarks[-1][-1].number + 1)
        said = sum(run.free for remark in remarks for run in remark)
        if said >= _NEARLY_ALL * (free[span.stop] - free[span.start]):
            return span
    return None


def _is_thread(page: Outline, runs: Sequence[Run], boxes: Iterable[int], start: int) -> bool:
    """Whether the text in front of `start` has a box of their make and is marked as they are: the first post."""
    like = min(boxes)
    around, make = page.parents[like], _make(page.elements[like])
    of_text = islice(page.ancestors(runs[start - 1].node), _LEVELS + 2)
    own = (node for node in of_text if _make(page.elements[node]) == make)
    first = next((node for node in own if page.parents[node] == around or " " in make.rstrip()), None)
    if first is None:
        return False
    nodes = page.below(first)
    lines = [run.text for run in runs if run.node in nodes and _may_be_mark(run)]
    lines += [text_of(aside.element) for aside in page.asides if aside.node in nodes]
    return any(len(line) <= _LONGEST_LINE and _tells_who(line) for line in lines)


def _behind_story(runs: Sequence[Run], title: str | None) -> int:
    """Where the runs begin that stand behind a headline and some text."""
    told = 0
    for number in range(headline_of(runs, title), len(runs)):
        if runs[number].free >= _PROSE:
            told += runs[number].free
        if told >= _TOLD:
            return number + 1
    return len(runs)


def _may_be_mark(run: Run) -> bool:
    """Whether a line is short, and no headline that leads elsewhere."""
    return len(run.text) <= (_LONGEST_LINE if run.linked < _LONGEST_BUTTON else _LONGEST_BUTTON)


def _repeated(runs: Iterable[Run]) -> list[Run]:
    """The short lines that say the same as others but for a number: "12 points"."""
    short = [(run, _DIGIT.sub("", run.text)) for run in runs if len(run.text) <= _LONGEST_BUTTON]
    often = Counter(text for _, text in short)
    return [run for run, text in short if text and often[text] >= _FEWEST]


def _tells_who(text: str) -> bool:
    """Whether a line has a day in it, or a word for answering what it stands beside."""
    if _DAY.search(text) or is_relative(text):
        return True
    words = _WORD.findall(text.casefold())
    return not _ANSWERS.isdisjoint(words) or any(month_of(word, None) for word in words)


def _series(page: Outline, marks: Iterable[Run | Aside]) -> list[set[int]]:
    """The sets of sibling boxes of one make around the marks."""
    makes: dict[tuple[int, str], set[int]] = defaultdict(set)
    for mark in marks:
        for node in islice(page.ancestors(mark.node), _LEVELS):
            element = page.elements[node]
            if element.tag not in _NO_BOX:
                makes[page.parents[node], _make(element)].add(node)
    series = (boxes for boxes in makes.values() if len(boxes) >= _FEWEST)
    return [boxes for boxes in series if not answers_question(page.elements[min(boxes)])]


def answers_question(box: Element) -> bool:
    """Whether a box is called an answer to the question that the page asks."""
    return (box.get("class") or "").lower().startswith(ANSWERED)


def _make(element: Element) -> str:
    """The tag, and the first word of the class without numbers: the others tell the even from the odd."""
    words = (element.get("class") or "").split(None, 1)
    return f"{element.tag!s} {_DIGIT.sub('', words[0]) if words else ''}"


def _held(page: Outline, runs: Iterable[Run], boxes: Container[int]) -> Mapping[int, list[Run]]:
    """The runs in each of the boxes, in their order."""
    held: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        for node in islice(page.ancestors(run.node), _LEVELS + 2):
            if node in boxes:
                held[node].append(run)
    return held


def _is_remark(runs: Sequence[Run], marks: set[int], *, named: bool) -> bool:
    """Whether a box has no title and no date in front, and a text beside its mark; with `named`, a name in front."""
    first = runs[0]
    if len(runs) > _MOST_LINES or any(run.tag in _TITLES for run in runs) or is_date_line(first.text, None):
        return False
    if named and (first.number in marks or first.tag in HEADINGS or not _may_be_name(first.text)):
        return False
    return any(run.free > _SAID and run.number not in marks for run in runs)


def _may_be_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _WORD.search(text) is not None
