"""Listing pages made up at random: the same stories in every kind of container that sites use."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

_WORDS = (
    "amber", "bridge", "canal", "district", "early", "ferry", "granary", "harbour", "island", "journey", "keeper",
    "lantern", "market", "nomad", "orchard", "passage", "quarry", "river", "silk", "tower", "upland", "valley",
    "weaver", "yurt", "zenith", "glacier", "shepherd", "railway", "minister", "teacher",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """A made-up story: its title and its paragraphs, none of which occurs twice on a page."""

    title: str
    paragraphs: tuple[str, ...]


def _sentence(words: list[str], mark: int) -> str:
    return f"{' '.join(words).capitalize()} number {mark} was seen by all who came that day, they said."


@st.composite
def stories(draw: st.DrawFn, least: int = 3, most: int = 7) -> tuple[Story, ...]:
    """Stories whose titles and paragraphs carry a number that makes each of them unique."""
    count = draw(st.integers(least, most))
    made = []
    for number in range(count):
        words = draw(st.lists(st.sampled_from(_WORDS), min_size=5, max_size=9))
        bodies = draw(
            st.lists(st.lists(st.sampled_from(_WORDS), min_size=8, max_size=40), min_size=2, max_size=5)
        )
        paragraphs = tuple(_sentence(body, number * 100 + place) for place, body in enumerate(bodies))
        made.append(Story(f"{' '.join(words).title()} No {number}", paragraphs))
    return tuple(made)


def _heading(story: Story, tag: str, linked: bool, number: int) -> str:  # noqa: FBT001 - one mark-up decision
    inner = f'<a href="/stories/{number}/">{story.title}</a>' if linked else story.title
    return f"<{tag}>{inner}</{tag}>"


def _paragraphs(story: Story) -> str:
    return "".join(f"<p>{text}</p>" for text in story.paragraphs)


_STYLES: dict[str, tuple[str, Callable[[str, str], str]]] = {
    "article": ("<main>{}</main>", lambda head, body: f"<article>{head}{body}</article>"),
    "story-class": ("<div id=list>{}</div>", lambda head, body: f'<div class="story">{head}{body}</div>'),
    "plain-div": ("<div>{}</div>", lambda head, body: f"<div>{head}<div>{body}</div></div>"),
    "header-and-body": ("<main>{}</main>", lambda head, body: f"<div>{head}</div><div>{body}</div>"),
    "flat": ("<main>{}</main>", lambda head, body: head + body),
    "flat-with-rules": ("<div>{}</div>", lambda head, body: f"{head}{body}<hr>"),
    "list-items": ("<ul>{}</ul>", lambda head, body: f"<li>{head}{body}</li>"),
    "cells": ("<table>{}</table>", lambda head, body: f"<tr><td>{head}{body}</td></tr>"),
    "rows": ("<table>{}</table>", lambda head, body: f"<tr><td>{head}</td></tr><tr><td>{body}</td></tr>"),
}
STYLES = tuple(_STYLES)


def listing_page(made: tuple[Story, ...], style: str, *, tag: str = "h2", linked: bool = True) -> str:
    """A page with a header, the stories in one container style, a pager and a footer."""
    outer, inner = _STYLES[style]
    parts = [
        inner(_heading(story, tag, linked, number), _paragraphs(story)) for number, story in enumerate(made)
    ]
    return (
        "<html><head><title>The Steppe Herald</title></head><body>"
        "<header><nav><a href='/'>Home</a> <a href='/about'>About</a></nav></header>"
        f"{outer.format(''.join(parts))}<p>Viewing results 1 - {len(made)} of 107</p>"
        "<footer>All rights reserved, whatever the weather.</footer></body></html>"
    )
