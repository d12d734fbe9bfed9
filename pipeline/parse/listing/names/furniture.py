"""Named boilerplate: parts of a page that carry no story of its own, known by their tag, role, class or id."""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from pipeline.parse.html_tree import Element, holds, names_of

TAGS = frozenset(
    {"nav", "footer", "aside", "form", "button", "dialog", "template", "noscript", "script", "style", "select", "svg",
     "iframe", "head"}
)  # fmt: skip

ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "alert"}
)

WORDS = frozenset(
    {"ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "comment", "comments",
     "commentlist", "consent", "cookie", "cookies", "crumb", "crumbs", "disqus", "foot", "footer", "hamburger",
     "login", "masthead", "menu", "menus", "modal", "mostread", "mostviewed", "navbar", "navigation", "nav",
     "newsletter", "offcanvas", "pagination", "pager", "pagenavi", "paging", "popular", "popup", "prevnext",
     "recirc", "recirculation", "recommend", "recommendations", "recommended", "related", "respond", "share",
     "sharing", "sharedaddy", "sidebar", "social", "sponsor", "sponsored", "subscribe", "subscription", "tagcloud",
     "ticker", "toolbar", "topbar", "trending", "widgets"}
)  # fmt: skip
"""Whole words of a class or id, split at hyphens, underscores and capitals."""

PHRASES = frozenset(
    {"most-read", "most-viewed", "most-popular", "read-also", "read-next", "see-also", "also-read", "you-may",
     "more-from", "up-next", "site-header", "page-header-top", "top-stories-side", "tag-cloud", "editors-picks"}
)  # fmt: skip

_HARMLESS_BESIDE = frozenset({"no", "has", "with", "without", "hide", "is", "not"})
"""`no-sidebar`, `content-with-sidebar` tell about a layout; the element is no sidebar."""

_OF_POSTS = "Blog"
"""Blogger makes all of a page of widgets; this one holds the posts."""

_LONGEST_NAME = 300
_LONGEST_SHOWN = 60


def is_furniture(element: Element) -> bool:
    """True where `element` itself is boilerplate, whatever stands around it."""
    tag = element.tag
    if tag == "form" and _holds_page(element):
        return False
    if tag in TAGS or element.get("role") in ROLES:
        return True
    if tag == "header":
        return _is_of_site(element)
    if tag in ("html", "body", "main", "article", "time"):
        return False
    return is_furniture_name(_names(element))


def furniture_rule(element: Element) -> str:
    """What gives an element away of which `is_furniture` is true: its tag, its role, or the word in its name."""
    if element.tag in TAGS or element.tag == "header":
        return f"furniture <{element.tag!s}>"
    if element.get("role") in ROLES:
        return f"furniture role={element.get('role')}"
    names = _names(element)[:_LONGEST_NAME].split()
    return f"furniture {next(filter(_is_furniture_token, names), '')[:_LONGEST_SHOWN]}".strip()


def _names(element: Element) -> str:
    """The classes and the id, behind the tag where the page made that up: `<site-footer>`."""
    tag = str(element.tag)
    return f"{tag} {names_of(element)}" if "-" in tag else names_of(element)


def _holds_page(form: Element) -> bool:
    """A form around all of a page: ASP.NET puts one there."""
    around = form.getparent()
    return (
        around is not None
        and around.tag == "body"
        and holds(form, "main", "article", "h1", "h2", "h3", "table")
    )


def _is_of_site(header: Element) -> bool:
    """One with the page's navigation in it; that of a story or a section holds headings and dates."""
    return holds(header, "nav", "form")


@lru_cache(maxsize=4096)
def is_furniture_name(names: str) -> bool:
    """True where one of the white-space separated class names or ids is a word for boilerplate."""
    tokens = names[:_LONGEST_NAME].split()
    return _OF_POSTS not in tokens and any(map(_is_furniture_token, tokens))


@lru_cache(maxsize=4096)
def _is_furniture_token(token: str) -> bool:
    words = words_in(token)
    if words[:1] == ["widget"]:  # page builders put the word behind: `elementor-widget`
        return True
    if any("-".join(pair) in PHRASES for pair in pairwise(words)):
        return True
    return not _HARMLESS_BESIDE.intersection(words) and not WORDS.isdisjoint(words)


class FurnitureMap:
    """Which elements stand inside boilerplate; each ancestor is judged once.

    `guilty` are elements that are boilerplate for another reason than their name. `innocent` look like
    boilerplate and are not: a form around a whole page, a misnamed container.
    """

    def __init__(self, guilty: Collection[Element] = (), innocent: Collection[Element] = ()) -> None:
        self._around: dict[Element, Element | None] = dict.fromkeys(innocent)
        self._guilty = frozenset(guilty)

    def holds(self, element: Element) -> bool:
        """True where `element` or one of its ancestors is boilerplate."""
        return self.around(element) is not None

    def rule(self, element: Element) -> str | None:
        """Which rule calls `element`, or the boilerplate around it, so; None where none does."""
        around = self.around(element)
        if around is None:
            return None
        return "side-box" if around in self._guilty else furniture_rule(around)

    def around(self, element: Element) -> Element | None:
        """The outermost boilerplate that holds `element`, or is it; None where there is none."""
        path: list[Element] = []
        at: Element | None = element
        while at is not None and at not in self._around:
            path.append(at)
            at = at.getparent()
        found = None if at is None else self._around[at]
        for node in reversed(path):
            if found is None and (node in self._guilty or is_furniture(node)):
                found = node
            self._around[node] = found
        return found


_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def words_in(names: str) -> list[str]:
    """The words of a class or an id in small letters: `storyCard-title` says story, card and title."""
    return [word.lower() for word in _WORD.findall(names)]
