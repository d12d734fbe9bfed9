"""Which story is this? Keys that an observation gives, and which known stories they mean.

Three kinds of key, all within one source:

- `url`: an address of the story, without what only tells how one came there. Decides. An address that the story's own
  page gives as its canonical URL and that is its own without part of the query decides only with the headline beside
  it: /story?id=1 and /story?id=2 may be two stories though both say /story, and /story?comment=5 is the one there.
- `whole`: headline, instant of publication and entire text. Decides: the same story at an address it moved to.
  Without the instant it would tie all stories together whose pages showed the same notice in their place for a night.
- `opening`: headline and first words. Decides only where one side has no address: a listing that prints its
  stories without links. Two addresses with one opening are two stories, like the issues of a weekly column.

So the set of stories is the same in whatever order their pages arrive: stories with an address are the groups that
share a `url` or `whole` key, and each opening without address is one of these or a story of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.load.identity.addresses import address_key, drops_query
from pipeline.load.identity.words import Words
from pipeline.load.values import digest, utc
from pipeline.records import Article
from pipeline.urls import canonical_url

OPENING_LETTERS = 60
"""Letters and digits of the body that make an opening: about eleven words, fewer than any teaser is cut to."""

WHOLE_LETTERS = 200
"""A shorter whole text is a caption or a stub, of which two may well be alike."""


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


def keys_of(
    article: Article, addresses: Iterable[str], words: Words | None = None, page_url: str | None = None
) -> frozenset[Key]:
    """What the story is recognised by.

    `addresses` are the URLs that it stands at, the canonical one first; `words` are those of its text; `page_url` is
    given where the page is its own.
    """
    title, letters = Words(article.title).plain_letters, (words or Words(article.text)).plain_letters
    urls = [key for key in map(address_key, addresses) if key]
    if page_url and urls:
        urls = _with_headline(urls, title or letters[:OPENING_LETTERS], address_key(canonical_url(page_url)))
    keys = {Key(KeyKind.URL, url) for url in urls}
    if article.complete and article.published_at and len(letters) >= WHOLE_LETTERS:
        keys.add(Key(KeyKind.WHOLE, digest(title, letters, utc(article.published_at))))
    if not keys or len(letters) >= OPENING_LETTERS:
        keys.add(Key(KeyKind.OPENING, digest(title, letters[:OPENING_LETTERS])))
    return frozenset(keys)


def _with_headline(urls: list[str], title: str, page: str | None) -> list[str]:
    """The keys of addresses of an own page, the first of them with the headline, and alone if it may be told so."""
    told, *others = urls
    alone = [] if page and drops_query(told, page) else [told]
    return [*alone, *others, f"{told}#{digest(title)[:16]}"]


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
