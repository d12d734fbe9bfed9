"""Where a story stands: its URLs in one spelling, without those that sites print for story after story."""

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, urlsplit

from pipeline.records import Article
from pipeline.urls import canonical_url

_VARIANT = re.compile(r"/(?:amp|print)$", re.IGNORECASE)
"""The end of a path that tells how a page is shown, not which story it shows."""

_MANY = 3
"""So many stories of one page do not stand at one address: it is a way to subscribe, or to the section."""


def addresses(
    article: Article, page_url: str, *, own_page: bool, shared: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The canonical URLs of the story, the one to show first. `page_url` is one of them only on its `own_page`.

    Four addresses are nobody's, though sites print them for story after story, which would make them all one: the
    homepage, the listing page for the stories on it, what is `shared`, and of an own page's two addresses the one
    above the other: a section given as the canonical URL of its stories, or one that shows its latest story whole.
    """
    told, page = canonical_url(article.url), canonical_url(page_url)
    told_key, page_key = address_key(told), address_key(page)
    nobodys = {None, *shared, _above(told_key, page_key) if own_page else page_key}
    found = ((told, told_key), (page, page_key))
    return tuple(address for address, key in found if address and key not in nobodys)


def shared_addresses(articles: Sequence[Article]) -> frozenset[str]:
    """The keys of addresses that several differently titled stories of one page print."""
    if len(articles) < _MANY:
        return frozenset()
    titles: dict[str, set[str]] = {}
    for article in articles:
        if key := address_key(canonical_url(article.url)):
            titles.setdefault(key, set()).add(article.title)
    return frozenset(key for key, different in titles.items() if len(different) >= _MANY)


def address_key(canonical: str | None) -> str | None:
    """What two spellings of an address share: no scheme, `www.`, last slash or variant. None for a homepage."""
    if canonical is None:
        return None
    parts = urlsplit(canonical)
    return _key(parts, _VARIANT.sub("", parts.path.rstrip("/")))


def is_variant(article: Article, page_url: str) -> bool:
    """Whether an own page shows its story elsewhere than at the story's address, as AMP and print pages do."""
    told, page = canonical_url(article.url), canonical_url(page_url)
    if page is None:
        return False
    here = urlsplit(page)
    path = here.path.rstrip("/")
    if _VARIANT.search(path):
        return True
    there = urlsplit(told) if told else here
    return _key(there, there.path.rstrip("/")) != _key(here, path)


def _key(parts: SplitResult, path: str) -> str | None:
    if not path and not parts.query:
        return None
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")
    host = re.sub(r":(?:80|443)$", "", host)
    return f"{host}{path}?{parts.query}" if parts.query else host + path


def drops_query(told_key: str, page_key: str) -> bool:
    """Whether a page that stands at `page_key` gives as its canonical URL its own without part of the query.

    What is dropped may be how the page is shown, or which of the stories of a site it shows.
    """
    told, _, told_query = told_key.partition("?")
    page, _, page_query = page_key.partition("?")
    kept, all_of_it = (set(parse_qsl(query, keep_blank_values=True)) for query in (told_query, page_query))
    return told == page and kept < all_of_it


def _above(one: str | None, other: str | None) -> str | None:
    """Whichever of two keys is a folder that the other is in; None where neither is."""
    pairs = ((one, other), (other, one))
    return next((above for above, below in pairs if above and below and below.startswith(above + "/")), None)
