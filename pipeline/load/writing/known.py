"""What is known of the stories of a batch: asked for all of them at once, and kept up while they are written."""

import json
from collections.abc import Iterable

from pipeline.load.identity.keys import Key, KeyKind, KnownStory
from pipeline.load.identity.near import bands_of, runs_of, signature_of, sketch_of
from pipeline.load.writing.batch import Batch
from pipeline.load.writing.observation import Body


class KnownStories:
    """Which stories have which keys; those of a key that was not looked up are not known."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._stories: dict[tuple[int, Key], list[int]] = {}
        self._with_url: set[int] = set()

    def look_up(self, keys: Iterable[tuple[int, Key]]) -> None:
        """Ask for the stories that have any of these keys, each within a source."""
        wanted = sorted(set(keys) - self._stories.keys())
        self._stories |= {key: [] for key in wanted}
        listed = json.dumps([(source_id, key.kind.value, key.value) for source_id, key in wanted])
        for place, article_id, has_url in self._batch.connection.execute(_STORIES, (listed,)):
            self._stories[wanted[place]].append(article_id)
            if has_url:
                self._with_url.add(article_id)

    def with_any(self, source_id: int, keys: Iterable[Key]) -> list[KnownStory]:
        """The stories that share a key with an observation."""
        return [
            KnownStory(article_id, key.kind, has_url=article_id in self._with_url)
            for key in keys
            for article_id in self._stories[source_id, key]
        ]

    def note(self, source_id: int, keys: Iterable[Key], article_id: int) -> None:
        """A story has these keys, from now on if not before."""
        for key in sorted(keys):
            having = self._stories[source_id, key]
            if article_id not in having:
                having.append(article_id)
                row = {
                    "source_id": source_id,
                    "kind": key.kind.value,
                    "key": key.value,
                    "article_id": article_id,
                }
                self._batch.add("article_keys", row, article=article_id)
            if key.kind is KeyKind.URL:
                self._with_url.add(article_id)

    def unite(self, stays: int, goes: int) -> None:
        """What were two stories is one."""
        for key, having in self._stories.items():
            if goes in having:
                self._stories[key] = list(dict.fromkeys(stays if one == goes else one for one in having))
        if goes in self._with_url:
            self._with_url.add(stays)


class KnownBodies:
    """The texts that are stored; those whose digest was not looked up are not known."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._bodies: dict[str, tuple[int, str | None]] = {}

    def look_up(self, bodies: Iterable[Body]) -> None:
        """Ask for all of these at once."""
        listed = json.dumps([body.digest for body in bodies])
        for digest, body_id, markdown in self._batch.connection.execute(_BODIES, (listed,)):
            self._bodies[digest] = (body_id, markdown)

    def id_of(self, body: Body) -> int:
        """The id of the row of this text, added when it is not there."""
        if body.digest not in self._bodies:
            body_id = self._batch.new_id("bodies")
            self._bodies[body.digest] = (body_id, body.markdown)
            self._batch.add("bodies", {"id": body_id, **body.row})
            self._add_signature(body_id, body)
            return body_id
        body_id, markdown = self._bodies[body.digest]
        # With more images than it is known with; ties are broken alike in any order of the pages.
        if markdown is None or (len(body.markdown), body.markdown) > (len(markdown), markdown):
            self._bodies[body.digest] = (body_id, body.markdown)
            self._batch.write()
            sql = "UPDATE bodies SET markdown = ? WHERE id = ?"
            self._batch.connection.execute(sql, (body.markdown, body_id))
        return body_id

    def _add_signature(self, body_id: int, body: Body) -> None:
        """What `comparing` finds texts by that are nearly the same; nothing for a text that is too short to tell."""
        if signature := signature_of(runs_of(body.words)):
            bands = json.dumps(bands_of(signature))
            self._batch.add("body_sketches", {"body_id": body_id, "sketch": sketch_of(signature)})
            self._batch.add("bodies_to_compare", {"body_id": body_id, "bands": bands})


_STORIES = f"""
    SELECT wanted.key, article_id, EXISTS (
        SELECT 1 FROM article_keys AS other
        WHERE other.article_id = article_keys.article_id AND other.kind = '{KeyKind.URL.value}'
    )
    FROM json_each(?) AS wanted CROSS JOIN article_keys
    ON source_id = wanted.value ->> 0 AND kind = wanted.value ->> 1 AND article_keys.key = wanted.value ->> 2
"""  # noqa: S608 - our own name
_BODIES = "SELECT digest, bodies.id, markdown FROM json_each(?) AS wanted CROSS JOIN bodies ON digest = wanted.value"
