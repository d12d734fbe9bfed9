"""Who reports, told in the first words of the text: `（记者 陈晓雯）`, `(서울=연합뉴스) 정하늘 기자 =`."""

import re
from itertools import islice

from pipeline.parse.alternatives import holds_one
from pipeline.parse.bylines.read import read_byline
from pipeline.parse.html_tree import Element, one_line, raw_text
from pipeline.parse.language_tags import primary
from pipeline.parse.metadata.naming.persons import is_person

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
_DATED = re.compile(
    r"[^\W\d_][^,.()\d]{1,30}, ([^,()]{0,14}\d[^()]{1,20}\d{4})(?: ?\([^()]{2,20}\))? ?[-–—]{1,2} (?=\S)"
)

_WIRED = re.compile(
    r"[^\W\d_][^()]{1,60}\((?!\d)[^()]{2,30}\) ?[-–—=]{1,2} "
    r"|[^\W\d_][^\W\d_-]{2,30}(?:, |\. )\d{1,2} [^\W\d_]{3,8}\.? ?(?:[-–—] |/|[^\W\d_]{3,20}[^.]{0,20} [-–—] )"
)
"""`PARIS, March 5 (Reuters) - `, `PARIS (AP) — `, `МОСКВА, 5 марта. /ТАСС/. `, `Алматы. 5 марта. ИНТЕРФАКС - `."""

_LOUD = re.compile(r"([^\W\d_]{2}[^,()–—\d]{1,28})(?:, [^–—()]{2,30})? [–—-]{1,2} (?=\S)")
"""`AK-TASH – `, `AK-TASH, March 5 - `: the place is in capitals."""


def has_dateline(text: str) -> bool:
    """True for the text of an agency: it begins with a place, and a day or who reports."""
    if not text[:1].isupper() or not holds_one(text[:_START], "(,.–—-"):
        return False
    loud = _LOUD.match(text)
    return bool(loud and loud[1].isupper()) or bool(_DATED.match(text) or _WIRED.match(text))


def dateline(root: Element, language: str | None) -> tuple[str, ...]:
    """The persons named before the first sentence; none in a language whose papers sign elsewhere."""
    if primary(language) not in _OPENED:
        return ()
    for paragraph in islice(root.iter("p"), _MOST_PARAGRAPHS):
        text = one_line(raw_text(paragraph))
        if len(text) >= _SHORTEST:
            return names_in_dateline(text, language)
    return ()


def names_in_dateline(text: str, language: str | None) -> tuple[str, ...]:
    """The same of a story that begins with `text`."""
    pattern = _OPENED.get(primary(language))
    told = pattern.search(text[:_START]) if pattern else None
    line = next(filter(None, told.groups()), "") if told else ""
    return tuple(name for name in read_byline(line, language) if is_person(name, frozenset()))


def day_in_dateline(text: str) -> str | None:
    """The day that stands behind the place in `Saintes, 12 mars 2026 (ACP) - La préfecture …`, as it is printed."""
    told = _DATED.match(text)
    return told[1] if told else None
