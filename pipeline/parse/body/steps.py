"""The steps that cut furniture out of a text, each with a name, and the trail that tells what each of them left out."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from pipeline.parse.body.layout.junk import sign_of_junk
from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.html_tree import Element, path, text_of
from pipeline.parse.snippets import snippet
from pipeline.records import Boilerplate


class Told(NamedTuple):
    """What is known of the story before its text is found: what the page's metadata say, and what other pages do."""

    title: str | None = None
    description: str | None = None
    authors: Collection[str] = ()
    language: str | None = None
    text: str | None = None
    """The story, where the page's data have it."""
    site_texts: Collection[str] = frozenset()
    """What other pages of the site print too."""
    base: str = ""
    """Where the page's relative links begin."""
    whole: Callable[[], Element] = partial(etree.Element, "html")
    """Gives the page with its scripts."""


Steps = Mapping[str, Callable[[Outline, list[Run], Told], list[Run]]]
"""By its name, as an explanation has it, each step in their order: it gives those of the runs that it leaves in."""

Trail = list[tuple[str, list[Run], list[Run]]]
"""The steps that left something out, each with the runs before and after it."""


def take(steps: Steps, page: Outline, runs: list[Run], told: Told, trail: Trail) -> list[Run]:
    """The runs that all of `steps` leave in. What they do is added to `trail`, and looked at by those who ask only."""
    for name, step in steps.items():
        before, runs = runs, step(page, runs, told)
        if len(runs) < len(before):
            trail.append((name, before, runs))
    return runs


def left_out(page: Outline, container: int, trail: Trail) -> tuple[Boilerplate, ...]:
    """What stands in the container and is no text of the story, each with its rule, in the order of the page."""
    nodes = page.below(container)
    told = [
        (one.behind, False, one.element, f"furniture {sign_of_junk(one.element)}", text_of(one.element))
        for one in page.pruned
        if one.node in nodes
    ]
    told += [
        (run.number, True, page.elements[run.node], name, run.text)
        for name, before, after in trail
        for run in {*before}.difference(after)
        if run.node in nodes
    ]
    return tuple(
        Boilerplate(rule, snippet(text), path(element))
        for *_, element, rule, text in sorted(told, key=itemgetter(0, 1))
        if text
    )
