"""Which elements of a page may be headlines of its stories: each rule is one reading of the page."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from statistics import median
from typing import TypeAlias
from urllib.parse import urljoin

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.shapes import is_sentence, word_count
from pipeline.parse.listing.furniture import FurnitureMap

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEVELS = {tag: level for level, tag in enumerate(HEADINGS, 1)}
MOST_TITLES = 1000
"""Stories read from one page; it also bounds the time that a hostile page can take."""
_LONGEST_TITLE = 400
_FEWEST_CARDS = 4
_MOST_LINES = 20
"""Lines of a card among which its headline is looked for."""
_FEWEST_TITLE_WORDS = 3

STORY_WORDS = frozenset(
    {"article", "card", "entry", "item", "news", "post", "story", "teaser", "hentry", "blogpost"}
)
"""Words in the class of an element that holds one story."""
_PLURAL_WORDS = frozenset(
    {"list", "grid", "container", "wrapper", "wrap", "items", "posts", "stories", "articles", "row", "section",
     "loop", "feed", "archive", "single", "content", "page", "title", "header"}
)  # fmt: skip
"""Words in the class of an element that holds several, or a part of one."""
_TITLE_WORDS = frozenset({"title", "headline", "heading", "hed"})
_NOT_A_TITLE = frozenset(
    {"page", "site", "section", "widget", "subtitle", "sub", "block", "category", "archive", "author"}
)
_OTHER_SCHEME = re.compile(r"(?!https?:|file:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """A headline: its element, its text, and its link as the page writes it, None where it leads to no other page."""

    element: Element
    text: str
    href: str | None

    @property
    def level(self) -> int:
        """1 to 6 for a heading element; 7 for anything else."""
        return _LEVELS.get(str(self.element.tag), len(HEADINGS) + 1)


Readings: TypeAlias = Iterator[tuple[str, list[Title]]]
"""(rule, titles in page order) for each way to read the page that gives at least two titles.

One title beyond the limit is among them, so that the last story that is read has an end.
"""


def heading_readings(headings: Sequence[Title]) -> Readings:
    """The readings by heading elements."""
    for rule, choose in _HEADING_RULES.items():
        titles = choose(headings)
        if len(titles) > 1:
            yield rule, titles[: MOST_TITLES + 1]


def leading_headings(headings: Sequence[Title]) -> list[Title]:
    """The headings long enough for a headline that lead to another page."""
    return [t for t in headings if t.href is not None and word_count(t.text) >= _FEWEST_TITLE_WORDS]


def other_readings(root: Element, url: str, furniture: FurnitureMap) -> Readings:
    """The readings of pages that mark their headlines up as anything else."""
    for rule, find in _OTHER_RULES.items():
        titles = find(root, url, furniture)
        if len(titles) > 1:
            yield rule, titles[: MOST_TITLES + 1]


def headings_of(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """The headings outside of boilerplate, but for the dates above the stories of one day."""
    found = (title_of(element, url) for element in root.iter(*HEADINGS) if not furniture.holds(element))
    return [title for title in found if title is not None and not _is_day(title.text)]


def _is_day(text: str) -> bool:
    """True for the date above the stories of one day."""
    return any(map(str.isdigit, text)) and is_date_line(text, None)


def title_of(element: Element, url: str) -> Title | None:
    """`element` as a headline, with the link in it or around it; None where it is empty or far too long."""
    text = text_of(element)
    if not text or len(text) > _LONGEST_TITLE:
        return None
    anchor = next(element.iter("a"), None)
    if anchor is None:
        anchor = _anchor_around(element)
    elif (own := text_of(anchor)) and len(own) * 2 >= len(text):
        text = own
    else:
        anchor = None
    return Title(element, text, None if anchor is None else href_of(anchor, url))


def _anchor_around(element: Element) -> Element | None:
    at: Element | None = element
    for _ in range(4):
        at = None if at is None else at.getparent()
        if at is None or at.tag == "a":
            return at
    return None


def href_of(anchor: Element, url: str) -> str | None:
    """The link of `anchor` as written; None where it leads nowhere, or to the page at `url` itself."""
    href = anchor.get("href", "").strip()
    page = href.partition("#")[0]
    if not page or page == url.partition("#")[0] or _OTHER_SCHEME.match(href):
        return None
    return href


def absolute(href: str, url: str) -> str | None:
    """`href` on the page at `url` as an absolute URL; None where it is none."""
    try:
        return urljoin(url, href)
    except ValueError:
        return None


def linked_headings(headings: Sequence[Title]) -> list[Title]:
    """Headings that lead to a page of their own, one for each container that is surely one story."""
    linked = [title for title in headings if title.href]
    homes = {title: _home(title.element) for title in linked}
    groups: dict[Element, list[Title]] = {}
    for title, home in homes.items():
        if home is not None:
            groups.setdefault(home, []).append(title)
    extra = {
        late for group in groups.values() if len(groups) > 1 and _is_one_story(group) for late in group[1:]
    }
    return [title for title in linked if title not in extra]


def _is_one_story(group: Sequence[Title]) -> bool:
    """True for a headline followed by deeper headings; a second headline of its rank makes it a list."""
    return all(title.level > group[0].level for title in group[1:])


def headings_of_containers(headings: Sequence[Title]) -> list[Title]:
    """The first heading of each container of one story that is no mere label, links or none."""
    groups: dict[Element, list[Title]] = {}
    for title in headings:
        home = _home(title.element)
        if home is not None:
            groups.setdefault(home, []).append(title)
    return [
        next(filter(_is_headline, group), None) or min(group, key=lambda title: title.level)
        for group in groups.values()
    ]


def _is_headline(title: Title) -> bool:
    return word_count(title.text) >= _FEWEST_TITLE_WORDS


def headings_of_rank(headings: Sequence[Title], level: int) -> list[Title]:
    """Headings of one rank, without those as short as a subhead is."""
    ranked = [title for title in headings if title.level == level]
    if len(ranked) < 2:
        return []
    words = [word_count(title.text) for title in ranked]
    usual = median(words)
    if usual < _FEWEST_TITLE_WORDS:
        return []
    return [title for title, number in zip(ranked, words, strict=True) if number > min(2, 0.4 * usual)]


def _home(element: Element) -> Element | None:
    """The nearest element around `element` that is made to hold one story."""
    at = element.getparent()
    while at is not None and at.tag not in ("body", "main", "html"):
        if at.tag in ("article", "li") or _is_story_name(at):
            return at
        at = at.getparent()
    return None


def _is_story_name(element: Element) -> bool:
    itemtype, names = element.get("itemtype"), element.get("class")
    if itemtype is not None and ("Article" in itemtype or "Posting" in itemtype):
        return True
    return names is not None and _names_story(names)


@lru_cache(maxsize=4096)
def _names_story(names: str) -> bool:
    return any(map(_is_story_token, names[:300].split()))


def _is_story_token(token: str) -> bool:
    words = [word.lower() for word in _WORD.findall(token)]
    return (
        bool(words)
        and not STORY_WORDS.isdisjoint(words)
        and _PLURAL_WORDS.isdisjoint(words)
        and len(words) < 4
    )


def classed_titles(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Elements that their class or microdata calls a title, on pages that use no headings."""
    elements = root.iter("div", "p", "span", "a", "strong", "b", "td")
    named = (element for element in elements if _is_named_title(element) and not furniture.holds(element))
    titles = [title for element in named if (title := _title_or_anchor(element, url)) is not None]
    return _outermost(
        [title for title in titles if word_count(title.text) > 1 and not is_sentence(title.text)]
    )


def _outermost(titles: Sequence[Title]) -> list[Title]:
    """`titles` without those inside another one."""
    elements = {title.element for title in titles}
    return [title for title in titles if elements.isdisjoint(title.element.iterancestors())]


def _is_named_title(element: Element) -> bool:
    itemprop, names = element.get("itemprop"), element.get("class", "")
    if itemprop in ("headline", "name") and names != "author":
        return True
    if itemprop is None and "itle" not in names and "head" not in names:  # nearly always
        return False
    for token in names[:300].split():
        words = [word.lower() for word in _WORD.findall(token)]
        if not _TITLE_WORDS.isdisjoint(words) and _NOT_A_TITLE.isdisjoint(words):
            return True
    return False


def _title_or_anchor(element: Element, url: str) -> Title | None:
    if element.tag != "a":
        return title_of(element, url)
    text = text_of(element)
    return Title(element, text, href_of(element, url)) if 0 < len(text) <= _LONGEST_TITLE else None


def opening_links(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Links of at least four words, or in bold, that open a list item, a table cell or a paragraph."""
    titles: list[Title] = []
    seen: set[Element] = set()
    for anchor in root.iter("a"):
        home = _opened_by(anchor)
        if home is None or home in seen:
            continue
        text = text_of(anchor)
        if len(text) > _LONGEST_TITLE or word_count(text) < 4:
            continue
        if (href := href_of(anchor, url)) is not None and not furniture.holds(anchor):
            seen.add(home)
            titles.append(Title(anchor, text, href))
    return titles


def _opened_by(anchor: Element) -> Element | None:
    """The item or cell, or in bold the paragraph, whose first words are those of `anchor`, a date aside."""
    at, tag = anchor, anchor.tag
    bold = len(anchor) == 1 and anchor[0].tag in ("b", "strong") and not (anchor.text or "").strip()
    while tag in _AROUND_LINKS:
        parent = at.getparent()
        if parent is None:
            return None
        before = parent.text or ""
        if len(before) > _LONGEST_DATE and len(before.strip()) > _LONGEST_DATE and at.getprevious() is None:
            return None
        bold = bold or tag in ("b", "strong")
        at, tag = parent, parent.tag
    return at if tag in ("li", "td", "dt") or (bold and tag == "p") else None


_AROUND_LINKS = frozenset({"a", "b", "strong", "span", "font", "big", "em", "div"})
_LONGEST_DATE = 40


def card_links(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Links around whole cards of one make, each with its first line of four words; no heading in any."""
    cards: dict[tuple[Element | None, str], list[Title]] = {}
    for anchor in root.iter("a"):
        if len(anchor) and (href := href_of(anchor, url)) is not None and not furniture.holds(anchor):
            lines = islice(anchor.iter("div", "p", "span"), _MOST_LINES)
            if headline := next(filter(None, (_card_title(line, href) for line in lines)), None):
                cards.setdefault((anchor.getparent(), anchor.get("class", "")), []).append(headline)
    return [title for titles in cards.values() if len(titles) >= _FEWEST_CARDS for title in titles]


def _card_title(element: Element, href: str) -> Title | None:
    """The text right in `element` as a headline, unless it is too short or a date."""
    text = " ".join((element.text or "").split())
    is_title = word_count(text) > _FEWEST_TITLE_WORDS and len(text) <= _LONGEST_TITLE and not _is_day(text)
    return Title(element, text, href) if is_title else None


_HEADING_RULES: Mapping[str, Callable[[Sequence[Title]], list[Title]]] = {
    "linked-heading": linked_headings,
    "story-container": headings_of_containers,
    **{f"heading-{level}": partial(headings_of_rank, level=level) for level in range(1, 5)},
}
_OTHER_RULES: Mapping[str, Callable[[Element, str, FurnitureMap], list[Title]]] = {
    "title-class": classed_titles,
    "opening-link": opening_links,
    "card-link": card_links,
}
