"""The page's headings read as headlines: each rule is one reading of the page."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from statistics import median

from pipeline.parse.addresses import leads_home
from pipeline.parse.html_tree import HEADINGS, Element
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.listing.headlines.titles import (
    FEWEST_TITLE_WORDS,
    MOST_TITLES,
    Readings,
    Title,
    is_day,
    title_of,
)
from pipeline.parse.listing.names.furniture import FurnitureMap, words_in

_TOP = ("body", "main", "html")
STORY_WORDS = frozenset(
    {"article", "card", "entry", "item", "news", "post", "story", "teaser", "hentry", "blogpost"}
)
"""Words in the class of an element that holds one story."""
_PLURAL_WORDS = frozenset(
    {"list", "grid", "container", "wrapper", "wrap", "items", "posts", "stories", "articles", "row", "section",
     "loop", "feed", "archive", "single", "content", "page", "title", "header"}
)  # fmt: skip
"""Words in the class of an element that holds several, or a part of one."""


def heading_readings(headings: Sequence[Title]) -> Readings:
    """The readings by heading elements."""
    for rule, choose in _HEADING_RULES.items():
        titles = choose(headings)
        if len(titles) > 1:
            yield rule, titles[: MOST_TITLES + 1]


def leading_headings(headings: Sequence[Title]) -> list[Title]:
    """The headings long enough for a headline that lead to another page."""
    return [title for title in headings if title.href is not None and _is_headline(title)]


def headings_of(root: Element, url: str, furniture: FurnitureMap, language: str | None) -> list[Title]:
    """The headings outside of boilerplate, but for the dates above the stories of one day and the site's own name."""
    found = (title_of(element, url) for element in root.iter(*HEADINGS) if not furniture.holds(element))
    return [
        title
        for title in found
        if title is not None and not is_day(title.text, language) and not leads_home(title.href, url)
    ]


def linked_headings(headings: Sequence[Title]) -> list[Title]:
    """Headings that lead to a page of their own, one for each container that is surely one story."""
    linked = [title for title in headings if title.href]
    groups = _by_home(linked)
    # deeper headings behind a headline are its story's; a second one of its rank makes it a list
    stories = (group for group in groups if all(title.level > group[0].level for title in group[1:]))
    extra = {late for group in stories if len(groups) > 1 for late in group[1:]}
    return [title for title in linked if title not in extra]


def headings_of_containers(headings: Sequence[Title]) -> list[Title]:
    """The first heading of each container of one story that is no mere label, links or none."""
    return [
        next(filter(_is_headline, group), None) or min(group, key=lambda title: title.level)
        for group in _by_home(headings)
    ]


def _is_headline(title: Title) -> bool:
    return word_count(title.text) >= FEWEST_TITLE_WORDS


def headings_of_rank(headings: Sequence[Title], level: int) -> list[Title]:
    """Headings of one rank, without those as short as a subhead is."""
    ranked = [title for title in headings if title.level == level]
    if len(ranked) < 2:
        return []
    words = [word_count(title.text) for title in ranked]
    fewest = min(2, 0.4 * median(words))
    return [title for title, number in zip(ranked, words, strict=True) if number > fewest]


def _by_home(headings: Sequence[Title]) -> list[list[Title]]:
    """The headings of each element that is made to hold one story; those in none of them are left out."""
    homes: dict[Element, Element | None] = {}
    groups: dict[Element, list[Title]] = {}
    for title in headings:
        home = _home(title.element, homes)
        if home is not None:
            groups.setdefault(home, []).append(title)
    return list(groups.values())


def _home(element: Element, homes: dict[Element, Element | None]) -> Element | None:
    """The nearest element around `element` that is made to hold one story; `homes` keeps what was looked at."""
    passed = []
    at = element.getparent()
    while at is not None and at not in homes:
        if at.tag in _TOP:
            homes[at] = None
        elif at.tag in ("article", "li") or _is_story_name(at):
            homes[at] = at
        else:
            passed.append(at)
            at = at.getparent()
    home = homes[at] if at is not None else None
    homes.update(dict.fromkeys(passed, home))
    return home


def _is_story_name(element: Element) -> bool:
    names = element.get("class")
    return names is not None and _names_story(names)


@lru_cache(maxsize=4096)
def _names_story(names: str) -> bool:
    return any(map(_is_story_token, names[:300].split()))


def _is_story_token(token: str) -> bool:
    words = words_in(token)
    return not STORY_WORDS.isdisjoint(words) and _PLURAL_WORDS.isdisjoint(words) and len(words) < 4


_HEADING_RULES: Mapping[str, Callable[[Sequence[Title]], list[Title]]] = {
    "linked-heading": linked_headings,
    "story-container": headings_of_containers,
    **{f"heading-{level}": partial(headings_of_rank, level=level) for level in range(1, 5)},
}
