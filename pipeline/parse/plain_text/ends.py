"""Where the body of a story ends, before the next one begins."""

from collections.abc import Sequence

from pipeline.parse.body import names_end_matter
from pipeline.parse.lines.shapes import is_sentence
from pipeline.parse.plain_text.blocks import NO_TEXT
from pipeline.parse.plain_text.lines.line import Line, LineKind

_OF_THE_PAGE = frozenset({LineKind.COPYRIGHT, LineKind.SERVICE, LineKind.MENU})
_OF_OTHERS = frozenset({LineKind.DATE, LineKind.BYLINE})
_FEWEST_OTHERS = 3
"""Labels with dates between them that are the headlines of other stories."""
_LONGEST_SMALL_PRINT = 160
_BELOW = NO_TEXT | {LineKind.LABEL}


def up_to_section(body: Sequence[Line], level: int) -> tuple[Sequence[Line], Sequence[Line]]:
    """`body` up to a heading above the titles' `level` or the name of a section, and what stands from there on."""
    ends = (
        place for place, line in enumerate(body) if 0 < line.level < level or line.kind is LineKind.SECTION
    )
    end = next(ends, len(body))
    return body[:end], body[end:]


def up_to_links(body: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """`body` up to a heading like "Related" below its last paragraph, and what stands from there on."""
    texts = (
        place
        for place, line in enumerate(body, 1)
        if line.kind is LineKind.PARAGRAPH and is_sentence(line.text)
    )
    last = max(texts, default=len(body))
    end = next((place for place in range(last, len(body)) if names_end_matter(body[place].text)), len(body))
    return body[:end], body[end:]


def up_to_footer(body: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The end of a page: `body` up to whose it is, or how to leave the letter, below its last long paragraph."""
    last = next(
        (place for place in reversed(range(len(body))) if len(body[place].text) > _LONGEST_SMALL_PRINT), -1
    )
    footer = (place for place in range(last + 1, len(body)) if body[place].kind in _OF_THE_PAGE)
    end = next(footer, len(body))
    return body[:end], body[end:]


def without_trailing_labels(body: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """`body`, and the labels behind its last text: the page's footer, or a subhead cut off from its text."""
    for kinds, fewest in ((_BELOW | _OF_OTHERS, _FEWEST_OTHERS), (_BELOW, 1)):
        last = next((place for place in reversed(range(len(body))) if body[place].kind not in kinds), -1)
        labels = [place for place in range(last + 1, len(body)) if body[place].kind is LineKind.LABEL]
        if len(labels) >= fewest:
            return list(body[: labels[0]]), list(body[labels[0] :])
    return list(body), []
