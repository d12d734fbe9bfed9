"""Metadata completed by what the text of the story tells, where the page's head and markup tell nothing."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pipeline.parse.lines.shapes import is_headline, word_count
from pipeline.records import Article, Candidate

if TYPE_CHECKING:
    from pipeline.parse.metadata import Metadata

_FEWEST_WORDS = 3
"""Words of a line of text that is a headline."""


def completed(metadata: "Metadata", story: Article, *, surely: bool) -> "Metadata":
    """What is known of a page's one story with what `story` tells of it, where nothing else does.

    Its headline goes before a mere <title>, where that is short or `story` is `surely` the page's.
    """
    origins = dict(metadata.origins)
    told: dict[str, Any] = {}
    for name in ("title", "authors", "published_at"):
        known = origins.get(name, ())
        if not getattr(story, name) or (name == "title" and word_count(story.title) < _FEWEST_WORDS):
            continue
        if not known or (name == "title" and _is_vague(known[0], surely=surely)):
            told[name] = getattr(story, name)
            origins[name] = (*story.origins[name], *known)
    return replace(metadata, **told, origins=origins)


def _is_vague(title: Candidate, *, surely: bool) -> bool:
    return title.rule == "title-tag" and (surely or not is_headline(title.value))
