"""The date that a page prints for itself: beside its ticker or in its header, on its own."""

import re
from datetime import date

from pipeline.parse.html_tree import one_line
from pipeline.parse.metadata.dates import find_day

_LONGEST = 48
_MOST_WORDS = 6
_WORD = re.compile(r"[^\W\d_]+")
_STORY_WORDS = re.compile(
    r"\b(?:publi|posted|updated?|modified|written|by|added|опубликован|обновлен|автор|жарияла|"
    r"veröffentlicht|aktualisiert|von|mis à jour|publicado|actualizado|por|pubblicato)",
    re.IGNORECASE,
)
"""Words that date a story and not the page."""


def day_alone(text: str, language: str | None) -> date | None:
    """The day in a text that is a date and nothing else: `Monday, 8 December 2025`; None for any other text."""
    line = one_line(text[: 4 * _LONGEST])
    if not 6 <= len(line) <= _LONGEST or not any(map(str.isdigit, line)) or _STORY_WORDS.search(line):
        return None
    if len(_WORD.findall(line)) > _MOST_WORDS:
        return None
    day, _ = find_day(line, language=language)
    return day
