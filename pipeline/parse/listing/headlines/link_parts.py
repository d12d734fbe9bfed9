"""Parts of a story that are nothing but links: to itself, to others, to nowhere."""

from collections.abc import Iterable

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.lines.service import is_service
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.listing.headlines.titles import href_of

_LINKED = 0.9
"""The share of a part's text that stands in its links, where it says nothing else."""


def is_way(text: str) -> bool:
    """True for the words of a link that lead somewhere and are no headline: on to the rest, or out of a letter."""
    return is_marker(text) or is_service(text)


def leads_away(element: Element, url: str, headline: str | None) -> bool:
    """True for nothing but links to other stories than the one at `headline`, on the page at `url`."""
    links = _links_of(element)
    return bool(links) and all(href_of(link, url) not in (None, headline) for link in links)


def are_buttons(element: Element, url: str) -> bool:
    """True for nothing but links that lead nowhere: a script answers them."""
    links = _links_of(element)
    return bool(links) and all(href_of(link, url) is None for link in links)


def only_link(links: Iterable[Element], url: str) -> str | None:
    """Where the links of a card lead, one over its picture say, if all lead to the same page and one has no words."""
    links = list(links)
    led = {href_of(link, url) for link in links}
    return led.pop() if len(led) == 1 and not all(map(text_of, links)) else None


def _links_of(element: Element) -> list[Element]:
    """The links with words in an element; none where other text stands beside them."""
    links = [link for link in element.iter("a") if text_of(link)]
    linked = sum(len(text_of(link)) for link in links)
    return links if linked >= _LINKED * len(text_of(element)) else []


def has_like(link: Element) -> bool:
    """Whether another such link stands right beside it: a story has several tags, and one section."""
    beside = (link.getprevious(), link.getnext())
    return any(one is not None and one.get("rel") == link.get("rel") for one in beside)
