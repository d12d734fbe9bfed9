"""The stories of one page → articles, their versions and sightings. Runs inside the page's transaction.

Article ─▶ keys_of ─▶ same_story ─┬─ none: a new article
                                  ├─ one:  a sighting of it, and a version when it reads otherwise
                                  └─ more: what were taken for several stories is one; unite them
                                                                      └─▶ fullest ─▶ the row of articles
"""

import json
import sqlite3
from collections import Counter
from dataclasses import asdict, replace
from enum import Enum, auto

from pipeline.load.addresses import addresses, shared_addresses
from pipeline.load.connection import insert
from pipeline.load.identity import Key, KeyKind, KnownStory, keys_of, lasting, same_story
from pipeline.load.near import note_near
from pipeline.load.observation import Body, Observation, fullest
from pipeline.load.rows import article_row
from pipeline.load.values import digest
from pipeline.records import Article, PageKind, ParsedPage


class Fate(Enum):
    """What a page did to a story."""

    ADDED = auto()
    CHANGED = auto()
    UNCHANGED = auto()


class StoryWriter:
    """Writes the stories of one capture."""

    def __init__(self, connection: sqlite3.Connection, source_id: int, capture_id: int, seen_at: str) -> None:
        self._connection = connection
        self._source_id = source_id
        self._capture_id = capture_id
        self._seen_at = seen_at
        self._fates: dict[int, Fate] = {}
        self._only: dict[int, Observation] = {}
        """Stories that were just added, with all that was ever seen of them."""

    def write(self, page: ParsedPage, page_url: str) -> Counter[Fate]:
        """Write every story of `page` and count them; one that stands on the page twice counts once."""
        own_page = page.kind is PageKind.ARTICLE
        shared = shared_addresses(page.articles)
        for position, article in enumerate(page.articles):
            places = addresses(article, page_url, own_page=own_page, shared=shared)
            body = Body.of(article.blocks)
            observation = Observation.of(article, body, next(iter(places), None), own_page=own_page)
            body_id = self._body_id(body)
            article_id = self._article_id(keys_of(article, places), observation, body_id)
            version_id = self._version_id(article_id, article, observation, body_id)
            self._write_sighting(position, article_id, version_id)
            self._settle(article_id)
        return Counter(self._fates.values())

    def _article_id(self, keys: frozenset[Key], observation: Observation, body_id: int) -> int:
        """The story that has these keys, made or united from several where need be."""
        same = same_story(keys, self._known(keys))
        article_id = same[0] if same else self._add(observation, body_id)
        for other in same[1:]:
            self._unite(article_id, other)
        self._connection.executemany(
            "INSERT OR IGNORE INTO article_keys (source_id, kind, key, article_id) VALUES (?, ?, ?, ?)",
            [(self._source_id, key.kind.value, key.value, article_id) for key in sorted(lasting(keys))],
        )
        return article_id

    def _known(self, keys: frozenset[Key]) -> list[KnownStory]:
        return [
            KnownStory(article_id, key.kind, has_url=bool(has_url))
            for key in keys
            for article_id, has_url in self._connection.execute(
                _KNOWN, (self._source_id, key.kind.value, key.value)
            )
        ]

    def _add(self, observation: Observation, body_id: int) -> int:
        row = {"source_id": self._source_id, "body_id": body_id, **article_row(observation)}
        row |= {"digest": "", "changed_at": self._seen_at}  # the digest follows when the story settles
        article_id = insert(self._connection, "articles", row)
        self._fates[article_id] = Fate.ADDED
        self._only[article_id] = observation
        return article_id

    def _unite(self, stays: int, goes: int) -> None:
        for statement in _UNITE:
            self._connection.execute(statement, {"stays": stays, "goes": goes})
        self._fates.pop(goes, None)

    def _body_id(self, body: Body) -> int:
        known = self._connection.execute(
            "SELECT id, markdown, wording FROM bodies WHERE digest = ?", (body.digest,)
        )
        found = known.fetchone()
        if found is None:
            body_id = insert(self._connection, "bodies", asdict(body))
            note_near(self._connection, body_id, body.text)
            return body_id
        body_id, markdown, wording = found
        if wording is None:  # from before it was kept
            self._connection.execute("UPDATE bodies SET wording = ? WHERE id = ?", (body.wording, body_id))
            note_near(self._connection, body_id, body.text)
        if _richer(body.markdown, markdown):
            self._connection.execute("UPDATE bodies SET markdown = ? WHERE id = ?", (body.markdown, body_id))
        return int(body_id)

    def _version_id(self, article_id: int, article: Article, observation: Observation, body_id: int) -> int:
        observed = observation.to_json()
        ids = {"article_id": article_id, "digest": digest(observed)}
        known = self._connection.execute(
            "SELECT id FROM article_versions WHERE article_id = :article_id AND digest = :digest", ids
        ).fetchone()
        if known:
            return int(known[0])
        rules = {name: article.rule(name) for name in article.origins}
        row = {"observed": observed, "rules": json.dumps(rules), "body_id": body_id}
        return insert(self._connection, "article_versions", {**ids, **row})

    def _write_sighting(self, position: int, article_id: int, version_id: int) -> None:
        self._connection.execute(
            "INSERT INTO sightings (capture_id, position, article_id, version_id, seen_at) VALUES (?, ?, ?, ?, ?)",
            (self._capture_id, position, article_id, version_id, self._seen_at),
        )

    def _settle(self, article_id: int) -> None:
        """Make the row of articles what all versions come to, if it is not that already."""
        story = self._only.pop(article_id, None) or self._fullest(article_id)
        story_digest = digest(replace(story, own_page=False).to_json())  # where it was seen is no content
        (known,) = self._connection.execute(
            "SELECT digest FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if story_digest == known:
            self._fates.setdefault(article_id, Fate.UNCHANGED)
            return
        if self._fates.get(article_id) is not Fate.ADDED:
            self._fates[article_id] = Fate.CHANGED
        self._write_article(article_id, story, story_digest)

    def _fullest(self, article_id: int) -> Observation:
        versions = self._connection.execute(_VERSIONS, (article_id,)).fetchall()
        return fullest((Observation.from_json(observed), last_seen) for observed, last_seen in versions)

    def _write_article(self, article_id: int, story: Observation, story_digest: str) -> None:
        row = {**article_row(story), "digest": story_digest, "changed_at": self._seen_at}
        columns = ", ".join(f"{name} = ?" for name in row)
        self._connection.execute(
            f"UPDATE articles SET {columns}, body_id = (SELECT id FROM bodies WHERE digest = ?) WHERE id = ?",  # noqa: S608
            (*row.values(), story.body_digest, article_id),
        )
        self._write_names(article_id, story.authors, "author")
        self._write_names(article_id, story.tags, "tag")

    def _write_names(self, article_id: int, names: tuple[str, ...], what: str) -> None:
        """Link an article to its authors or tags, in order."""
        link = f"article_{what}s"
        self._connection.execute(f"DELETE FROM {link} WHERE article_id = ?", (article_id,))  # noqa: S608
        self._connection.executemany(
            f"INSERT OR IGNORE INTO {what}s (name) VALUES (?)",  # noqa: S608 - our own names
            [(name,) for name in names],
        )
        self._connection.executemany(
            f"INSERT INTO {link} (article_id, position, {what}_id) SELECT ?, ?, id FROM {what}s WHERE name = ?",  # noqa: S608
            [(article_id, position, name) for position, name in enumerate(names)],
        )


def _richer(markdown: str, known: str | None) -> bool:
    """Of the same text, the one with more images; the rest makes an order, so that pages may come in any."""
    return known is None or (len(markdown), markdown) > (len(known), known)


_KNOWN = f"""
    SELECT article_id, EXISTS (
        SELECT 1 FROM article_keys AS other
        WHERE other.article_id = article_keys.article_id AND other.kind = '{KeyKind.URL.value}'
    )
    FROM article_keys WHERE source_id = ? AND kind = ? AND key = ?
"""  # noqa: S608 - our own name
_VERSIONS = """
    SELECT observed, (SELECT max(seen_at) FROM sightings WHERE version_id = article_versions.id)
    FROM article_versions WHERE article_id = ?
"""
_UNITE = (
    # a version that both have: its sightings go to the one that stays
    """
    UPDATE sightings SET (article_id, version_id) = (
        SELECT twin.article_id, twin.id FROM article_versions AS own
        JOIN article_versions AS twin ON twin.digest = own.digest AND twin.article_id = :stays
        WHERE own.id = sightings.version_id
    )
    WHERE version_id IN (
        SELECT id FROM article_versions WHERE article_id = :goes
        AND digest IN (SELECT digest FROM article_versions WHERE article_id = :stays)
    )
    """,
    """
    DELETE FROM article_versions WHERE article_id = :goes
    AND digest IN (SELECT digest FROM article_versions WHERE article_id = :stays)
    """,
    # the others move, and their sightings with them (ON UPDATE CASCADE)
    "UPDATE article_versions SET article_id = :stays WHERE article_id = :goes",
    "UPDATE OR IGNORE article_keys SET article_id = :stays WHERE article_id = :goes",
    "DELETE FROM article_keys WHERE article_id = :goes",
    "DELETE FROM article_authors WHERE article_id = :goes",
    "DELETE FROM article_tags WHERE article_id = :goes",
    "DELETE FROM articles WHERE id = :goes",
)
