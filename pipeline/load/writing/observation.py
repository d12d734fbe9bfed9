"""What one capture says of one story, and what all that was ever seen of it comes to. Pure."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple, Self

from pipeline.load.identity.addresses import addresses, is_variant, shared_addresses
from pipeline.load.identity.keys import Key, keys_of
from pipeline.load.identity.words import Words
from pipeline.load.values import digest, storable
from pipeline.records import Article, Block, BlockKind, PageKind, ParsedPage
from pipeline.records.markdown import to_markdown


@dataclass(frozen=True, slots=True)
class Body:
    """A text and where its blocks are in it."""

    text: str
    outline: str
    """JSON: [kind, level, first character from 1, length] of each block."""
    markdown: str
    """The blocks as CommonMark, with the images among them."""
    digest: str
    """What tells it from every other body. Images do not: many have another address whenever they are asked for."""
    wording: str
    """The same for bodies that differ in typography only: case, punctuation, how the text is cut into blocks."""
    words: Words = field(repr=False, compare=False)
    """The words of the text, which identity and near duplicates ask for, too."""

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Self:
        """The body that `blocks` make, joined by one empty line."""
        outline: list[tuple[str, int, int, int]] = []
        texts: list[str] = []
        start = 1
        for block in blocks:
            if block.kind is BlockKind.IMAGE:
                continue
            text = storable(block.text)
            outline.append((block.kind.value, block.level, start, len(text)))
            texts.append(text)
            start += len(text) + 2
        whole, places = "\n\n".join(texts), json.dumps(outline)
        words, markdown = Words(whole), storable(to_markdown(blocks))
        return cls(whole, places, markdown, digest(whole, places), digest(words.letters), words)

    @property
    def row(self) -> dict[str, str]:
        """A row of bodies, without its id."""
        return {name: getattr(self, name) for name in ("digest", "text", "outline", "markdown", "wording")}


@dataclass(frozen=True, slots=True)
class Observation:
    """One story as one page told it. Fields that the page did not tell are None or empty."""

    title: str
    authors: tuple[str, ...]
    published_at: datetime | None
    modified_at: datetime | None
    url: str | None
    language: str | None
    section: str | None
    tags: tuple[str, ...]
    image: str | None
    complete: bool
    own_page: bool
    """True when the page was the story's own, False when it was a listing."""
    length: int
    """Characters of the body."""
    body_digest: str
    variant: bool = False
    """True when its own page was an AMP or print page, or any other that gives another address as the story's."""

    @classmethod
    def of(
        cls, article: Article, body: Body, url: str | None, *, own_page: bool, variant: bool = False
    ) -> Self:
        """What a page says of `article`, which stands at `url`."""
        return cls(
            title=storable(article.title),
            authors=_distinct(article.authors),
            published_at=article.published_at,
            modified_at=article.modified_at,
            url=url,
            language=_optional(article.language),
            section=_optional(article.section),
            tags=_distinct(article.tags),
            image=_optional(article.image),
            complete=article.complete,
            own_page=own_page,
            length=len(body.text),
            body_digest=body.digest,
            variant=variant,
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The observation that `to_json` wrote."""
        values: dict[str, Any] = json.loads(text)
        for name in ("authors", "tags"):
            values[name] = tuple(values[name])
        for name in ("published_at", "modified_at"):
            values[name] = values[name] and datetime.fromisoformat(values[name])
        return cls(**values)

    def to_json(self) -> str:
        """All fields; the same text for the same observation. What is no variant says nothing of it."""
        values = {name: getattr(self, name) for name in _FIELDS}  # asdict copies: half of the time of a page
        if not self.variant:
            del values["variant"]
        return _as_json(values)

    @property
    def content_digest(self) -> str:
        """What tells a story from how it was: where it was seen is no content."""
        return digest((replace(self, own_page=False, variant=False) if self.own_page else self).to_json())


@dataclass(frozen=True, slots=True)
class Story:
    """What a page says of one story, and what it is recognised by."""

    article: Article
    body: Body
    observation: Observation
    observed: str
    """The observation as JSON."""
    keys: frozenset[Key]

    @classmethod
    def all_of(cls, page: ParsedPage, page_url: str) -> tuple[Self, ...]:
        """Every story of `page`, in its order."""
        own_page = page.kind is PageKind.ARTICLE
        shared = shared_addresses(page.articles)
        return tuple(cls._of(one, page_url, own_page=own_page, shared=shared) for one in page.articles)

    @classmethod
    def _of(cls, article: Article, page_url: str, *, own_page: bool, shared: frozenset[str]) -> Self:
        places = addresses(article, page_url, own_page=own_page, shared=shared)
        body = Body.of(article.blocks)
        variant = own_page and is_variant(article, page_url)
        address = next(iter(places), None)
        observation = Observation.of(article, body, address, own_page=own_page, variant=variant)
        keys = keys_of(article, places, body.words, page_url if own_page else None)
        return cls(article, body, observation, observation.to_json(), keys)


class Seen(NamedTuple):
    """An observation, and the first and the last instant at which a page told it."""

    observation: Observation
    first_seen: str
    last_seen: str


def fullest(seen: Sequence[Seen]) -> Observation:
    """What a story is, from all that was ever seen of it.

    Title and body are from one observation: whole before cut off, its own page before a listing, the page at its
    address before AMP and print, of two that are cut off the longer. Where that leaves several addresses, the one
    counts where something was new last: a story that stands at two is not another one at each visit. Then the latest
    counts. What that one does not tell is filled from the next; so is the hour of a day. The order of `seen` does not
    matter.
    """
    best_kind = max(map(_kind, seen))
    _, leads = max((one.first_seen, one.observation.url or "") for one in seen if _kind(one) == best_kind)
    ranked = [one.observation for one in sorted(seen, key=lambda one: _rank(one, leads), reverse=True)]
    told = {name: _first([getattr(one, name) for one in ranked]) for name in _FILLED}
    return replace(ranked[0], **told)


def _first(values: Sequence[Any]) -> Any:  # noqa: ANN401 - those of any field
    """The first that tells anything; of a day without its hour the first that tells the hour."""
    told = [value for value in values if value]
    if not told:
        return values[0]
    if isinstance(told[0], datetime) and told[0].time() == _MIDNIGHT:
        return next((at for at in told if at.time() != _MIDNIGHT and _is_on(at, told[0])), told[0])
    return told[0]


def _is_on(at: datetime, day: datetime) -> bool:
    """Whether an instant is on a day, in the zone of either: that of a bare day is its source's, not its page's."""
    return at.date() == day.date() or timedelta() <= at - day < timedelta(days=1)


def _kind(seen: Seen) -> tuple[bool, bool, bool, int]:
    observation = seen.observation
    whole = observation.complete and observation.length > 0
    return whole, observation.own_page, not observation.variant, 0 if whole else observation.length


def _rank(seen: Seen, leads: str) -> tuple[tuple[bool, bool, bool, int], bool, str, str]:
    """`leads` is the address that counts. The last part only makes an order of what was seen in one instant."""
    observation = seen.observation
    return _kind(seen), (observation.url or "") == leads, seen.last_seen, observation.to_json()


_MIDNIGHT = time()
"""The hour of an instant whose page tells the day alone."""

_FIELDS = tuple(one.name for one in fields(Observation))
_as_json = json.JSONEncoder(default=datetime.isoformat, ensure_ascii=False).encode
_CHOSEN = frozenset({"title", "complete", "own_page", "length", "body_digest", "variant"})
_FILLED = tuple(name for name in _FIELDS if name not in _CHOSEN)


def _optional(text: str | None) -> str | None:
    return storable(text) if text else None


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(storable, names)))
