"""The stories of one page → articles, their versions and sightings, as rows of a batch.

Article ─▶ Story (its text and keys) ─▶ same_story ─┬─ none: a new article
                                                    ├─ one:  a sighting of it, and a version when it reads otherwise
                                                    └─ more: what were taken for several stories is one; unite them
                                                                                    └─▶ fullest ─▶ the row of articles
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from pipeline.load.identity.keys import lasting, same_story
from pipeline.load.values import digest
from pipeline.load.writing.batch import Batch
from pipeline.load.writing.known import KnownBodies, KnownStories
from pipeline.load.writing.observation import Observation, Seen, Story, fullest
from pipeline.load.writing.rows import article_row


class Fate(Enum):
    """What a page did to a story."""

    ADDED = auto()
    CHANGED = auto()
    UNCHANGED = auto()


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where and when stories were seen."""

    source_id: int
    capture_id: int
    seen_at: str


@dataclass(frozen=True, slots=True)
class State:
    """A version of a story as it is stored, and when it was seen first and last."""

    version_id: int
    digest: str
    observed: str
    body_id: int
    first_seen: str
    last_seen: str

    def seen_at(self, instant: str) -> "State":
        """The same, seen at that instant, too."""
        first, last = min(self.first_seen, instant), max(self.last_seen, instant)
        return replace(self, first_seen=first, last_seen=last)


class StoryWriter:
    """Writes the stories of one capture after another."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._bodies = KnownBodies(batch)
        self._known = KnownStories(batch)
        self._fates: dict[int, Fate] = {}
        self._uncontested: set[int] = set()

    def look_up(self, stories: Iterable[tuple[int, Story]]) -> None:
        """Ask at once for all that is known of stories that are about to be written, each of a source."""
        stories = tuple(stories)
        self._known.look_up({(source_id, key) for source_id, story in stories for key in story.keys})
        self._bodies.look_up(story.body for _, story in stories)

    def write(self, stories: Sequence[Story], seen: Sighting) -> Counter[Fate]:
        """Write every story of a page and count them; one that stands on the page twice counts once."""
        self._fates = {}
        if stories:  # from here on another state may stand beside any
            self._uncontested.clear()
        for position, story in enumerate(stories):
            body_id = self._bodies.id_of(story.body)
            same = same_story(story.keys, self._known.with_any(seen.source_id, story.keys))
            if same:
                self._see_again(same, story, body_id, position, seen)
            else:
                self._add(story, body_id, position, seen)
        return Counter(self._fates.values())

    def see_as_before(self, before: int, seen: Sighting) -> Counter[Fate]:
        """See every story of the capture `before` again, each in the state in which it stands there."""
        self._batch.write()
        self._fates = {}
        self._uncontested.clear()
        for position, article_id, version_id in self._batch.connection.execute(_PLACES, (before,)).fetchall():
            self._batch.write_before_reading(article_id)
            self._write_sighting(article_id, version_id, position, seen)
            self._settle(
                article_id, tuple(self._states_when_seen(article_id, version_id, seen.seen_at)), seen
            )
        return Counter(self._fates.values())

    def look_up_contested(self, captures: Iterable[int]) -> None:
        """Ask at once which captures show a story that was seen in another state, or two that were merged since.

        Before anything is written.
        """
        captures = frozenset(captures)
        contested = self._batch.connection.execute(_CONTESTING, (json.dumps(sorted(captures)),))
        self._uncontested |= captures - {capture_id for (capture_id,) in contested}

    def would_change(self, before: int, stories: int, seen_at: str) -> bool:
        """Whether one of the `stories` of the capture `before` would read otherwise if it came again at `seen_at`.

        It does where another page showed it in another state since, and no less full: the later one counts. Where two
        of them were made one since, they would be fewer.
        """
        if before in self._uncontested:
            return False
        self._batch.write_if_holding("captures", before)
        shown = self._batch.connection.execute(_SHOWN, (before,)).fetchall()
        for (article_id,) in shown:
            self._batch.write_before_reading(article_id)
        if len(shown) != stories:
            return True
        found = self._batch.connection.execute(_CONTESTED, (before,)).fetchall()
        for article_id, version_id in found:
            states = self._states_when_seen(article_id, version_id, seen_at)
            if self._fullest(states).content_digest != self._known_digest(article_id):
                return True
        return False

    def _add(self, story: Story, body_id: int, position: int, seen: Sighting) -> None:
        observation, article_id = story.observation, self._batch.new_id("articles")
        ids = {"id": article_id, "source_id": seen.source_id, "body_id": body_id}
        told = {"digest": observation.content_digest, "changed_at": seen.seen_at}
        self._batch.add("articles", {**ids, **article_row(observation), **told}, article=article_id)
        self._known.note(seen.source_id, lasting(story.keys), article_id)
        self._link_names(article_id, observation)
        version_id = self._add_version(article_id, story, body_id)
        self._write_sighting(article_id, version_id, position, seen)
        self._fates[article_id] = Fate.ADDED

    def _see_again(
        self, same: tuple[int, ...], story: Story, body_id: int, position: int, seen: Sighting
    ) -> None:
        """A sighting of a story that is known, made one of several where need be."""
        article_id, *others = same
        for other in others:
            self._unite(article_id, other)
        self._batch.write_before_reading(article_id)
        self._known.note(seen.source_id, lasting(story.keys), article_id)
        states = {state.digest: state for state in self._states(article_id)}
        known = states.get(digest(story.observed))
        version_id = known.version_id if known else self._add_version(article_id, story, body_id)
        self._write_sighting(article_id, version_id, position, seen)
        new = State(version_id, digest(story.observed), story.observed, body_id, seen.seen_at, seen.seen_at)
        now = known.seen_at(seen.seen_at) if known else new
        self._settle(article_id, {**states, now.digest: now}.values(), seen)

    def _states(self, article_id: int) -> Iterator[State]:
        for row in self._batch.connection.execute(_STATES, (article_id,)):
            yield State(*row)

    def _states_when_seen(self, article_id: int, version_id: int, seen_at: str) -> Iterator[State]:
        """The states of a story, one of which is seen again."""
        for state in self._states(article_id):
            yield state.seen_at(seen_at) if state.version_id == version_id else state

    def _unite(self, stays: int, goes: int) -> None:
        self._batch.write()
        for statement in _UNITE:
            self._batch.connection.execute(statement, {"stays": stays, "goes": goes})
        self._known.unite(stays, goes)
        self._fates.pop(goes, None)

    def _add_version(self, article_id: int, story: Story, body_id: int) -> int:
        version_id = self._batch.new_id("article_versions")
        rules = {name: story.article.rule(name) for name in story.article.origins}
        ids = {"id": version_id, "article_id": article_id, "body_id": body_id}
        told = {"digest": digest(story.observed), "observed": story.observed, "rules": json.dumps(rules)}
        self._batch.add("article_versions", {**ids, **told}, article=article_id)
        return version_id

    def _write_sighting(self, article_id: int, version_id: int, position: int, seen: Sighting) -> None:
        ids = {"capture_id": seen.capture_id, "position": position, "article_id": article_id}
        row = {**ids, "version_id": version_id, "seen_at": seen.seen_at}
        self._batch.add("sightings", row, article=article_id)

    def _settle(self, article_id: int, states: Collection[State], seen: Sighting) -> None:
        """Make the row of articles what all its states come to, if it is not that already."""
        story = self._fullest(states)
        if story.content_digest == self._known_digest(article_id):
            self._fates.setdefault(article_id, Fate.UNCHANGED)
            return
        if self._fates.get(article_id) is not Fate.ADDED:
            self._fates[article_id] = Fate.CHANGED
        told = {"digest": story.content_digest, "changed_at": seen.seen_at}
        body_id = next(state.body_id for state in states if story.body_digest in state.observed)
        row = {**article_row(story), "body_id": body_id, **told}
        self._batch.change_article(article_id, row)
        self._link_names(article_id, story)

    @staticmethod
    def _fullest(states: Iterable[State]) -> Observation:
        return fullest(
            [Seen(Observation.from_json(each.observed), each.first_seen, each.last_seen) for each in states]
        )

    def _known_digest(self, article_id: int) -> str:
        """What the row of articles comes to."""
        sql = "SELECT digest FROM articles WHERE id = ?"
        return str(self._batch.connection.execute(sql, (article_id,)).fetchone()[0])

    def _link_names(self, article_id: int, story: Observation) -> None:
        """Link an article to its authors and tags, in order."""
        for what, names in (("author", story.authors), ("tag", story.tags)):
            self._batch.add(
                f"article_{what}s",
                *(
                    {"article_id": article_id, "position": position, f"{what}_id": self._batch.id_of(f"{what}s", name)}
                    for position, name in enumerate(names)
                ),
                article=article_id,
            )  # fmt: skip


_STATES = """
    SELECT
        id, digest, observed, body_id,
        (SELECT min(seen_at) FROM sightings WHERE version_id = article_versions.id), -- no page repeats a later one
        max(
            (SELECT max(seen_at) FROM sightings WHERE version_id = article_versions.id),
            ifnull((
                SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(fetched_ms) / 1000.0, 'unixepoch')
                FROM sightings JOIN repeats USING (capture_id) WHERE version_id = article_versions.id
            ), '')
        )
    FROM article_versions WHERE article_id = ?
"""
_CONTESTING = """
    SELECT wanted.value FROM json_each(?) AS wanted WHERE EXISTS (
        SELECT 1 FROM sightings AS here
        JOIN article_versions AS other ON other.article_id = here.article_id AND other.id <> here.version_id
        WHERE here.capture_id = wanted.value
    ) OR (SELECT count(DISTINCT article_id) FROM sightings WHERE capture_id = wanted.value) <> (
        SELECT articles_added + articles_changed + articles_unchanged FROM captures WHERE id = wanted.value
    )
"""
_PLACES = "SELECT position, article_id, version_id FROM sightings WHERE capture_id = ? ORDER BY position"
_SHOWN = "SELECT DISTINCT article_id FROM sightings WHERE capture_id = ?"
_CONTESTED = """
    SELECT DISTINCT article_id, version_id FROM sightings AS here WHERE capture_id = ? AND EXISTS (
        SELECT 1 FROM article_versions AS other
        WHERE other.article_id = here.article_id AND other.id <> here.version_id
    )
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
