"""URLs in one spelling, without what only tells how a reader came: fetch asks for each once, load knows stories so."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium|content)|hsa_\w+|at_(?:medium|campaign|custom\d)"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|_openstat"
    r"|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|cmpid|ocid|s_cid|ref_src|__twitter_impression",
    re.IGNORECASE,
)
"""Names of query parameters that tell how a reader came, never what the page is."""

_MAY_TRACK = re.compile(rf"[?&](?:{_TRACKING.pattern})(?:[=&#]|$)|%", re.IGNORECASE)
"""Where this is not found no parameter has such a name; nearly no URL has one, and each is asked."""

_CANONICAL = re.compile(
    r"https?://[a-z\d-]+(?:\.[a-z\d-]+)*(?::(?:[1-9]\d{1,3}|[1-5]\d{4}))?/"
    r"(?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*)?(?:\?[\w.~-]+(=[\w.~-]*)?)?",
    re.ASCII,
)
"""Most URLs are in that spelling, but for the `=` behind a parameter without a value. To spell one anew is a fifth of
what loading a page takes that is as it was, and takes as long as to look a page up that is to be fetched."""


@lru_cache(maxsize=1024)  # a listing asks for its own address once a story
def canonical_url(url: str | None) -> str | None:
    """`url` without fragment and tracking parameters, in one spelling; None where it is no web address."""
    if url and (spelled := _spelled(url)):
        return without_tracking(spelled)
    try:
        canonical = canonicalize_url(url or "")
        parts = urlsplit(canonical)
        clean = without_tracking(canonical)
    except ValueError:
        return None
    return clean if parts.scheme in ("http", "https") and parts.hostname else None


def without_tracking(url: str) -> str:
    """`url` without its tracking parameters, spelled as it was; as it stands where it has none. Raises ValueError."""
    if "?" not in url or not _MAY_TRACK.search(url):
        return url
    query = urlsplit(url).query
    tracking = {name for name, _ in parse_qsl(query, keep_blank_values=True) if _TRACKING.fullmatch(name)}
    return url_query_cleaner(url, tuple(tracking), remove=True, unique=False) if tracking else url


@lru_cache(maxsize=4096)  # the same page is looked for in several places
def page_key(url: str) -> str:
    """The same text for two URLs of one page: query order, escapes, fragment and tracking parameters aside."""
    try:
        return without_tracking(_spelled(url) or canonicalize_url(url))
    except ValueError:
        return url


def _spelled(url: str) -> str | None:
    """`url` in one spelling, where a look at it tells which; None where w3lib has to be asked."""
    if (plain := _CANONICAL.fullmatch(url)) is None:
        return None
    return url if plain[1] or "?" not in url else f"{url}="
