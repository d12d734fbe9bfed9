"""Fields that a source's own selectors point at: they go before every other rule."""

from dataclasses import dataclass

from pipeline.parse.bylines.names import distinct
from pipeline.parse.bylines.read import read_byline
from pipeline.parse.html_tree import Element, spaced_text
from pipeline.parse.selectors import Selectors, select
from pipeline.records import Candidate, Problem, Reason

RULE = "selector"


@dataclass(frozen=True, slots=True)
class Selected:
    """What the selectors of a source found; empty where they found nothing or there are none."""

    title: tuple[Candidate, ...] = ()
    authors: tuple[str, ...] = ()
    published: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_selected(root: Element, selectors: Selectors, language: str | None) -> Selected:
    """The title, the names and the date that `selectors` point at."""
    problems: list[Problem] = []
    titles = _found(root, "title", selectors.title, problems)
    bylines = _found(root, "byline", selectors.byline, problems)
    dates = _found(root, "published", selectors.published, problems)
    return Selected(
        tuple(Candidate(RULE, _text(one)) for one in titles[:1]),
        distinct(name for one in bylines for name in read_byline(_text(one), language)),
        tuple(Candidate(RULE, one.get("datetime") or _text(one)) for one in dates[:1]),
        tuple(problems),
    )


def _found(root: Element, field: str, selectors: tuple[str, ...], problems: list[Problem]) -> list[Element]:
    """What the first selector that finds any text finds; each before it that finds none is a problem.

    Where none does, the problems name the field.
    """
    missed: list[str] = []
    for selector in selectors:
        elements = [one for one in select(root, selector) if _text(one)]
        if elements:
            problems += [Problem(Reason.SELECTOR_FOUND_NOTHING, one) for one in missed]
            return elements
        missed.append(selector)
    problems += [Problem(Reason.SELECTOR_FOUND_NOTHING, one, field) for one in missed]
    return []


def _text(element: Element) -> str:
    return element.get("content") or spaced_text(element)
