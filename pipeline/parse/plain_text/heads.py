"""Which headline-shaped lines are titles: not the site's name above, nor the subheads inside a story."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.parse.dates.find import find_day
from pipeline.parse.lines.issues import tells_issue
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.metadata.printed.datelines import has_dateline
from pipeline.parse.plain_text.levels import title_level
from pipeline.parse.plain_text.lines.line import Line, LineKind

_HEAD_KINDS = frozenset({LineKind.LABEL, LineKind.DATE, LineKind.BYLINE, LineKind.INFO})
_BESIDE = frozenset({LineKind.CALL, LineKind.MAIL, LineKind.FIELD, LineKind.SERVICE})
"""What may stand between the lines of a head: buttons, and what a program notes there."""
_TEXTS = frozenset({
    LineKind.PARAGRAPH, LineKind.ITEM, LineKind.QUOTATION, LineKind.PICTURE, LineKind.MARKER, LineKind.CODE,
    LineKind.ROW,
})  # fmt: skip
"""What a story may begin with below a marked headline."""
_ABOUT_TEXT = frozenset({LineKind.BYLINE, LineKind.INFO, LineKind.DATE})
_FEWEST_TITLE_WORDS = 3
_SHARE_OF_A_TITLE = 0.4
"""A label with fewer words than this share of the page's usual title is a subhead."""
_SHARE_OF_A_SUBHEAD = 0.6
"""Of the words of the only title with a date or a byline."""
_MOST_WORDS_OF_A_SUBHEAD = 5
_FEWEST_SURE_WORDS, _MOST_WORDS_WITH_DAY = 5, 10
"""The name of a site has fewer than the first, with the day beside it no more than the second."""


@dataclass(frozen=True, slots=True)
class Head:
    """Lines before a paragraph, `start` to `end`, of which `title` is the title; None where they are subheads."""

    start: int
    end: int
    title: int | None


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """The heads of `lines` in order; all places are indexes into `lines`.

    A list below its head makes a story only where no paragraph stands below any: of minutes, say.
    """
    if timed := [place for place, line in enumerate(lines) if line.hour]:
        return [Head(place, place + 1, place) for place in timed]
    if level := title_level(lines):
        return [Head(start, end, _marked(lines, start, end, level)) for start, end in _spans(lines, _TEXTS)]
    spans = _spans(lines) or _spans(lines, _TEXTS)[:1]
    repeated = _repeated(lines, spans)
    fewest = _fewest_title_words(lines, spans, repeated)
    heads = [
        Head(start, end, _title(lines, _unlike(lines, start, end, repeated), fewest, opens_page=number == 0))
        for number, (start, end) in enumerate(spans)
    ]
    return _those_dated_alike(lines, heads)


def _marked(lines: Sequence[Line], start: int, end: int, level: int) -> int | None:
    """The title among marked headings; where several stand in a row, each but the last has no text."""
    return max((place for place in range(start, end) if lines[place].level == level), default=None)


def _spans(
    lines: Sequence[Line], texts: Collection[LineKind] = frozenset({LineKind.PARAGRAPH})
) -> list[tuple[int, int]]:
    """Runs of labels, dates and bylines that a line of one of the kinds `texts` follows."""
    spans: list[tuple[int, int]] = []
    points = _points(lines)
    start, parted = 0, False  # where a head may begin, and whether buttons stand between it and this line
    for place, line in enumerate(lines):
        begun = start < place
        if begun and (place in points or _is_address_of_text(lines, place)):
            continue
        if begun and line.kind in _BESIDE:
            parted = True
        elif line.kind in _HEAD_KINDS:
            if parted and line.kind is LineKind.LABEL:  # behind buttons another head begins
                start, parted = place, False
        else:
            if begun and line.kind in texts and _labels(lines, start, place):
                spans.append((start, place))
            start, parted = place + 1, False
    return spans


def _points(lines: Sequence[Line]) -> Collection[int]:
    """The items that stand between a headline and what tells who wrote the text, or its dateline."""
    found: set[int] = set()
    below: Line | None = None
    leads = False
    for place, line in zip(reversed(range(len(lines))), reversed(lines), strict=True):
        if line.kind is not LineKind.ITEM:
            below = line
            continue
        if below is not None:
            leads = below.kind in _ABOUT_TEXT or has_dateline(below.text)
            below = None  # the items above it ask no more
        if leads:
            found.add(place)
    return found


def _is_address_of_text(lines: Sequence[Line], place: int) -> bool:
    """True for a web address alone that stands between a headline and its text."""
    below = lines[place + 1].kind if place + 1 < len(lines) else None
    is_marker = lines[place].kind is LineKind.MARKER and below is LineKind.PARAGRAPH
    return is_marker and lines[place].text.startswith(("http://", "https://", "<http"))


def _labels(lines: Sequence[Line], start: int, end: int) -> list[int]:
    return [place for place in range(start, end) if lines[place].kind is LineKind.LABEL]


def _repeated(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> set[str]:
    """Labels that stand above several texts, subheads or sources, where others tell where a story begins."""
    texts = Counter(lines[place].text for span in spans for place in _labels(lines, *span))
    repeated = {text for text, number in texts.items() if number > 1}
    return repeated if len(repeated) < len(texts) else set()


def _unlike(lines: Sequence[Line], start: int, end: int, repeated: Collection[str]) -> list[int]:
    return [place for place in _labels(lines, start, end) if lines[place].text not in repeated]


def _fewest_title_words(
    lines: Sequence[Line], spans: Sequence[tuple[int, int]], repeated: Collection[str]
) -> int:
    counted = [
        [word_count(lines[place].text) for place in _unlike(lines, *span, repeated=repeated)]
        for span in spans
    ]
    titles = [max(words) for words in counted if words and max(words) >= _FEWEST_TITLE_WORDS]
    return max(_FEWEST_TITLE_WORDS, int(_SHARE_OF_A_TITLE * median(titles)) + 1) if titles else 1


def _title(lines: Sequence[Line], labels: Sequence[int], fewest: int, *, opens_page: bool) -> int | None:
    """Of several long labels the first is the title and the next a standfirst; at the top the site's name precedes."""
    long = [place for place in labels if word_count(lines[place].text) >= fewest]
    if opens_page and len(long) > 1:
        undated = [place for place in long if not _names_issue(lines[place].text)] or long
        words = [word_count(lines[place].text) for place in undated]
        fewest = min(_FEWEST_SURE_WORDS, max(words))
        return next(place for place, number in zip(undated, words, strict=True) if number >= fewest)
    return long[0] if long else None


def _names_issue(text: str) -> bool:
    """True where a day or a number stands beside the name of a page; a longer line says what happened on a day."""
    return word_count(text) <= _MOST_WORDS_WITH_DAY and (
        tells_issue(text) or find_day(text, language=None)[0] is not None
    )


def _those_dated_alike(lines: Sequence[Line], heads: list[Head]) -> list[Head]:
    """Where the first title and half of the others come with a date or a byline, the rest are subheads.

    So are short ones where only the first does, and very short ones where none does.
    """
    titled = [head for head in heads if head.title is not None]
    dated = [head for head in titled if _tells_of_story(lines[head.start : head.end + 1])]
    words = [word_count(lines[head.title].text) for head in titled if head.title is not None]
    longest = max(words[1:], default=0)
    if not dated and len(words) > 2 and longest <= min(words[0] / 2, _MOST_WORDS_OF_A_SUBHEAD):
        dated = titled[:1]
    if not dated or dated[0] is not titled[0]:
        return heads
    is_one = len(dated) == 1 and longest <= _SHARE_OF_A_SUBHEAD * words[0]
    if not is_one and (len(dated) < 2 or len(dated) * 2 < len(titled)):
        return heads
    with_titles = frozenset(dated)
    return [head if head in with_titles else Head(head.start, head.end, None) for head in heads]


def _tells_of_story(head: Sequence[Line]) -> bool:
    """True for a head with a date or a byline, or above the dateline of an agency."""
    return has_dateline(head[-1].text) or any(line.kind in (LineKind.DATE, LineKind.BYLINE) for line in head)
