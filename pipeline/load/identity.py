"""Which story is this? Keys that an observation gives, and which known stories they mean.

Three kinds of key, all within one source:

- `url`: an address of the story, without what only tells how one came there. Decides.
- `whole`: headline, instant of publication and entire text. Decides: the same story at an address it moved to.
  Without the instant it would tie all stories together whose pages showed the same notice in their place for a night.
- `opening`: headline and first words. Decides only where one side has no address: a listing that prints its
  stories without links. Two addresses with one opening are two stories, like the issues of a weekly column.

So the set of stories is the same in whatever order their pages arrive: stories with an address are the groups that
share a `url` or `whole` key, and each opening without address is one of these or a story of its own.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

from pipeline.load.values import digest, utc
from pipeline.records import Article

OPENING_LETTERS = 60
"""Letters and digits of the body that make an opening: about eleven words, fewer than any teaser is cut to."""

WHOLE_LETTERS = 200
"""A shorter whole text is a caption or a stub, of which two may well be alike."""

_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium|content)|hsa_\w+|at_(?:medium|campaign|custom\d)"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|_openstat"
    r"|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|cmpid|ocid|s_cid|ref_src|__twitter_impression",
    re.IGNORECASE,
)
"""Names of query parameters that tell how a reader came, never what the page is."""


_VARIANT = re.compile(r"/(?:amp|print)$", re.IGNORECASE)
"""The end of a path that tells how a page is shown, not which story it shows."""


class KeyKind(StrEnum):
    """What a key is made of."""

    URL = "url"
    WHOLE = "whole"
    OPENING = "opening"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One thing that a story is recognised by."""

    kind: KeyKind
    value: str


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A stored story that shares a key with an observation."""

    article_id: int
    shared: KeyKind
    has_url: bool


@lru_cache(maxsize=1024)  # a listing asks for its own address once a story
def canonical_url(url: str | None) -> str | None:
    """`url` without fragment and tracking parameters, in one spelling; None where it is no web address."""
    try:
        canonical = canonicalize_url(url or "")
        parts = urlsplit(canonical)
        tracking = {
            name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if _TRACKING.fullmatch(name)
        }
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return url_query_cleaner(canonical, tuple(tracking), remove=True, unique=False) if tracking else canonical


def keys_of(article: Article, page_url: str, *, own_page: bool) -> frozenset[Key]:
    """What the story is recognised by. `page_url` is an address of it only on its `own_page`.

    Three addresses are nobody's, though sites print them as the canonical URL of story after story, which would
    make them all one: the homepage, the listing page for the stories on it, and a page above the story's own.
    """
    told, page = _url_key(article.url), _url_key(page_url)
    if told and page and own_page and page.startswith(told + "/"):
        told = None
    urls = {told, page} if own_page else {told} - {page}
    keys = {Key(KeyKind.URL, url) for url in urls if url}
    title, letters = _letters(article.title), _letters(article.text)
    if article.complete and article.published_at and len(letters) >= WHOLE_LETTERS:
        keys.add(Key(KeyKind.WHOLE, digest(title, letters, utc(article.published_at))))
    if not keys or len(letters) >= OPENING_LETTERS:
        keys.add(Key(KeyKind.OPENING, digest(title, letters[:OPENING_LETTERS])))
    return frozenset(keys)


def lasting(keys: frozenset[Key]) -> frozenset[Key]:
    """The keys by which a story is found again.

    Without an address that is its opening alone. Were its whole text kept too, it would tie together the two
    stories with addresses that share this opening, if their pages come in an unlucky order.
    """
    if any(key.kind is KeyKind.URL for key in keys):
        return keys
    return frozenset(key for key in keys if key.kind is KeyKind.OPENING)


def same_story(keys: frozenset[Key], known: Iterable[KnownStory]) -> tuple[int, ...]:
    """Which of the `known` stories are the one that has these `keys`, by id; the first is the one that stays."""
    known = tuple(known)
    certain = {story.article_id for story in known if story.shared is not KeyKind.OPENING}
    likely = sorted({story.article_id for story in known if story.shared is KeyKind.OPENING} - certain)
    if any(key.kind is KeyKind.URL for key in keys):
        without_url = {story.article_id for story in known if not story.has_url}
        return tuple(sorted(certain | (without_url & set(likely))))
    return tuple(sorted(certain or likely[:1]))


def _url_key(url: str | None) -> str | None:
    """The address without scheme, `www.`, last slash and variant; None for no address and for a homepage."""
    canonical = canonical_url(url)
    if canonical is None:
        return None
    parts = urlsplit(canonical)
    path = _VARIANT.sub("", parts.path.rstrip("/"))
    if not path and not parts.query:
        return None
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")
    host = re.sub(r":(?:80|443)$", "", host)
    return f"{host}{path}?{parts.query}" if parts.query else host + path


def _letters(text: str) -> str:
    """Letters and digits alone, without case or typography, so that a change of quotation marks is no new story."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
