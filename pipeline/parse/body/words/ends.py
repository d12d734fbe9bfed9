"""Headings after which nothing of the story comes, by their words alone: "Related", "Comments"."""

from pipeline.parse.body.words.buttons import bare
from pipeline.parse.body.words.phrases import ENDS

_WHOLE = frozenset(map(bare, ENDS))


def names_end_matter(text: str) -> bool:
    """Whether `text` is the words of such a heading and no others."""
    return bare(text) in _WHOLE
