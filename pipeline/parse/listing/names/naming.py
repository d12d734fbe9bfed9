"""What a page calls itself, and which of its headings it is named after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from pipeline.parse.addresses import leads_home
from pipeline.parse.html_tree import Element, holds, outward, text_of
from pipeline.parse.lines.shapes import FEWEST_HEADLINE_WORDS, is_headline, letters_of
from pipeline.parse.title_lines import title_line

_OWN_TITLES = frozenset({"og:title", "twitter:title", "title"})
_SITE_SEPARATOR = re.compile(r"(?<!\s)\s+[|·•–—:«»/-]++\s+")
_WORD = re.compile(r"\w+")
_SHORTEST_HEADLINE = 15
"""Letters; what is shorter may be a section's name."""
_MOST_HEADINGS = 100


@dataclass(frozen=True, slots=True)
class PageTitles:
    """What the page calls itself in its <title> and og:title."""

    whole: tuple[str, ...]
    """Folded to letters and digits."""
    parts: frozenset[str]
    """The same cut at dashes and bars, which part the headline from the site's name."""
    words: tuple[frozenset[str], ...]
    site: frozenset[str]
    """What the site calls itself: og:site_name, and the last part of a title that has several."""

    def name(self, headline: str) -> bool:
        """True where the page is named after `headline`, or after an edited form of it."""
        folded = letters_of(headline)
        if len(folded) < _SHORTEST_HEADLINE:
            return folded in self.parts
        if any(folded in title for title in self.whole):
            return True
        return any(
            len(part) >= _SHORTEST_HEADLINE and part in folded for part in self.parts
        ) or self._resembles(headline)

    def _resembles(self, headline: str) -> bool:
        words = frozenset(_WORD.findall(headline.casefold()))
        return any(
            len(common := words & title) >= FEWEST_HEADLINE_WORDS and len(common) * 5 >= len(words) * 3
            for title in self.words
        )


def page_titles(root: Element) -> PageTitles:
    """The titles that the page's head gives."""
    head = root.find("head")
    found = [_own_title(element) for element in (root if head is None else head).iter("title", "meta")]
    cut = (
        title[:400].strip().removesuffix("…").removesuffix("...") for title, is_site in found if not is_site
    )
    titles = dict.fromkeys(filter(None, cut))
    parts = [
        [folded for part in _SITE_SEPARATOR.split(title) if (folded := letters_of(part))] for title in titles
    ]
    whole = {several[0] for several in parts if len(several) == 1}
    sites = {letters_of(title) for title, is_site in found if title and is_site}
    return PageTitles(
        whole=tuple(folded for title in titles if (folded := letters_of(title))),
        parts=frozenset(part for several in parts for part in several),
        words=tuple(frozenset(_WORD.findall(title.casefold())) for title in titles),
        site=frozenset(sites | ({several[-1] for several in parts if len(several) > 1} - whole)),
    )


def _own_title(element: Element) -> tuple[str, bool]:
    """(a title or nothing, whether it is the site's)."""
    if element.tag == "title":
        return element.text or "", False
    name = element.get("property") or element.get("name")
    if name == "og:site_name":
        return element.get("content", ""), True
    return element.get("content", "") if name in _OWN_TITLES else "", False


@dataclass(frozen=True, slots=True)
class PageName:
    """What the page calls itself, and the heading that says the same, if there is one."""

    titles: PageTitles
    headline: Element | None


def name_of_page(root: Element, url: str) -> PageName:
    """Read the head, and look for the heading that repeats it."""
    titles = page_titles(root)
    return PageName(titles, _headline(root, titles, url))


def _headline(root: Element, titles: PageTitles, url: str) -> Element | None:
    """The heading 1, or else heading 2, that the page is named after; a headline rather than a section's name.

    One that leads to the site's front page says the site's name.
    """
    named: Element | None = None
    for element in islice(chain(root.iter("h1"), root.iter("h2")), _MOST_HEADINGS):
        text = text_of(element)
        if (
            0 < len(text) < 400
            and titles.name(text)
            and (letters_of(text) not in titles.site or has_body(element))
            and not any(leads_home(link.get("href"), url) for link in islice(element.iter("a"), 1))
        ):
            if is_headline(text):
                return element
            named = element if named is None else named
    return _printed(root, titles) if named is None else named


def _printed(root: Element, titles: PageTitles) -> Element | None:
    """The line that says the page's title, where that is long enough for a headline."""
    wanted = {part for part in titles.parts - titles.site if len(part) >= _SHORTEST_HEADLINE}
    if not wanted:
        return None
    return title_line(
        root,
        min(map(len, wanted)),
        max(map(len, wanted)),
        lambda text: letters_of(text) in wanted and is_headline(text),
    )


_MOST_FOLLOWING = 11
"""Paragraphs and headings looked at behind a headline."""
_LONG_BODY = 300
"""Characters of the paragraphs below a headline that settle the matter."""


def has_body(headline: Element) -> bool:
    """True where paragraphs as long as an article follow `headline` before any other heading."""
    length = 0
    for element in islice(_following(headline), _MOST_FOLLOWING):
        if element.tag != "p" or "title" in element.get("class", ""):
            return False
        text = text_of(element)
        length += len(text) if len(text) > 80 and not holds(element, "a") else 0
        if length > _LONG_BODY:
            return True
    return False


def _following(headline: Element) -> Iterator[Element]:
    """Paragraphs, headings and what is classed as one behind `headline`, in document order."""
    for sibling in chain.from_iterable(around.itersiblings() for around in outward(headline)):
        for element in sibling.iter("p", "h1", "h2", "h3", "h4", "summary", "div"):
            names = element.get("class", "")
            if element.tag != "div" or ("itle" in names and "ub" not in names):
                yield element
