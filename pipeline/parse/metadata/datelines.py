"""Who reports, told in the first words of the text: `（记者 陈晓雯）`, `(서울=연합뉴스) 정하늘 기자 =`."""

import re

from pipeline.parse.bylines.read import read_byline
from pipeline.parse.html_tree import Element, one_line, raw_text
from pipeline.parse.language_tags import primary
from pipeline.parse.metadata.persons import is_person

_START = 90
"""Characters at the start of the text that are looked at."""
_SHORTEST = 40
"""Characters of a paragraph that is text."""
_MOST_PARAGRAPHS = 12

_OPENED = {
    "zh": re.compile(r"[（(〔【][^（(〔【）)〕】]{0,8}[记記]者\s?([^（()）〔〕【】]{2,40})[）)〕】]"),
    "ko": re.compile(
        r"^[(\[][^()\[\]]{2,20}[)\]]\s?([가-힣·ㆍ,\s]{2,30}?)\s?(?:기자|특파원)\s?="
        r"|^\[(?:[^\s\[\]=]{2,10}(?:\s|\s?=\s?))?([가-힣·ㆍ,\s]{2,30}?)\s?(?:기자|특파원)\]"
    ),
    "ru": re.compile(
        r"^[А-ЯЁ][А-ЯЁ -]{2,20}, \d{1,2} [а-я]{3,8}\.? [–—-] [^.,]{2,20}, ([А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+)\. "
    ),
}
"""How a text starts that is signed there, and where its names stand."""


def dateline(root: Element, language: str | None) -> tuple[str, ...]:
    """The persons named before the first sentence; none in a language whose papers sign elsewhere."""
    pattern = _OPENED.get(primary(language))
    if pattern is None:
        return ()
    for _, paragraph in zip(range(_MOST_PARAGRAPHS), root.iter("p"), strict=False):
        text = one_line(raw_text(paragraph))
        if len(text) < _SHORTEST:
            continue
        told = pattern.search(text[:_START])
        line = next(filter(None, told.groups()), "") if told else ""
        return tuple(name for name in read_byline(line, language) if is_person(name, frozenset()))
    return ()
