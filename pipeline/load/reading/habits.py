"""What the pages of a source tell as a rule, and tell no longer: the site was made anew, and nothing of it fails.

Only what is new or came with other bytes says anything of that: a page that is as it was is of the old make. The last
runs that say next to nothing stand against those before them.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from math import comb
from typing import NamedTuple, TypeAlias

from pipeline.records.problems import PUT_OFF
from pipeline.summary import A_STORY, NEARLY_NONE, SEVERAL, Gone

LEAST_RUNS, LEAST_PAGES = 10, 100
"""Runs are looked back on until they are so many and have so many pages: what is gone is told for as long."""
_MOST_RUNS = 200
_MOST_PAGES = 100
"""Of one run, the last ones."""

_CHANCE = 1e-4
"""What comes about more seldom than in one of so many runs is no chance."""

Run: TypeAlias = Sequence[int]
"""How many pages of a run there are, and how many of them tell each of several things."""


class Told(NamedTuple):
    """How many of so many pages tell something."""

    told: int
    pages: int

    @property
    def nearly_none(self) -> bool:
        """Whether next to none of them does."""
        return self.told * NEARLY_NONE <= self.pages

    def is_chance(self, share: float) -> bool:
        """Whether so few may well do where each does with a probability of `share`."""
        ways = ((comb(self.pages, told), told, self.pages - told) for told in range(self.told + 1))
        return sum(count * share**told * (1 - share) ** rest for count, told, rest in ways) >= _CHANCE


def gone(connection: sqlite3.Connection, run_id: int) -> Iterator[tuple[str, Gone]]:
    """What the pages of a run tell no longer, each with the name of its source."""
    earlier = [each for (each,) in connection.execute(_EARLIER, (run_id, _MOST_RUNS))]
    for source_id, name in connection.execute(_SOURCES, (run_id,)).fetchall():
        for where, habits, sql in _PLACES:
            runs = (connection.execute(sql, (each, source_id)).fetchone() for each in earlier)
            now = connection.execute(sql, (run_id, source_id)).fetchone()
            doubtful = [place for place in range(len(habits)) if now[0] and _told(now, place).nearly_none]
            last = [now, *_looked_back_on(runs)] if doubtful else []
            for place in doubtful:
                if found := _stopped([_told(run, place) for run in last]):
                    yield name, Gone(habits[place], where, *found[0], *found[1])


def _told(run: Run, place: int) -> Told:
    return Told(run[1 + place], run[0])


def _looked_back_on(runs: Iterable[Run]) -> Iterator[Run]:
    """Those of `runs`, the latest first, that have a page, up to where there are enough of them."""
    seen = pages = 0
    for run in runs:
        if run[0]:
            yield run
            seen, pages = seen + 1, pages + run[0]
            if seen >= LEAST_RUNS and pages >= LEAST_PAGES:
                return


def _stopped(runs: Sequence[Told]) -> tuple[Told, Told] | None:
    """What is told now and what was told before, where most told it up to some run and nearly none since then.

    A run among those before that told next to nothing of it, too, shows that it comes and goes.
    """
    first = next((number for number, told in enumerate(runs) if not told.nearly_none), len(runs))
    now, before = _sum(runs[:first]), _sum(runs[first:])
    share = (before.told + 1) / (before.pages + 2)
    comes_and_goes = any(told.nearly_none and told.pages >= SEVERAL for told in runs[first:])
    if comes_and_goes or now.pages < SEVERAL or 2 * before.told <= before.pages or now.is_chance(share):
        return None
    return now, before


def _sum(runs: Sequence[Told]) -> Told:
    return Told(sum(each.told for each in runs), sum(each.pages for each in runs))


_EARLIER = "SELECT id FROM runs WHERE id < ? ORDER BY id DESC LIMIT ?"
_SOURCES = "SELECT sources.id, name FROM run_sources JOIN sources ON sources.id = source_id WHERE run_id = ?"
_SHOWS_A_STORY = (
    "ifnull(kind <> 'other', 0) AND NOT EXISTS"
    " (SELECT 1 FROM problems WHERE capture_id = {}.id AND reason = 'led-home')"
)
_OF_PAGES = f"""
    SELECT count(*), ifnull(sum(story), 0) FROM (
        SELECT {_SHOWS_A_STORY.format("here")} AS story FROM captures AS here
        WHERE run_id = ? AND source_id = ? AND role = 'page' AND (
            story OR ifnull((
                SELECT {_SHOWS_A_STORY.format("earlier")} FROM captures AS earlier
                WHERE earlier.page_key = here.page_key AND earlier.id < here.id ORDER BY id DESC LIMIT 1
            ), 1) -- what was none before says nothing new
        )
        AND ifnull(status, 200) NOT IN (304, 404, 410) -- as it was, or taken down
        AND NOT EXISTS (
            SELECT 1 FROM problems WHERE capture_id = here.id AND stage = 'fetch'
            AND reason IN ({", ".join(f"'{reason}'" for reason in PUT_OFF)})
        )
        ORDER BY id DESC LIMIT {_MOST_PAGES}
    )
"""  # noqa: S608 - our own words
_HABITS_OF_STORIES = {
    "a byline": "observed ->> '$.authors' <> '[]'",
    "a date": "observed ->> '$.published_at' IS NOT NULL",
    "the hour of their dates": "ifnull(observed ->> '$.published_at' NOT LIKE '%T00:00:00%', 1)",
    "the whole text": "observed ->> '$.complete'",
}
_OF_STORIES = f"""
    SELECT count(*), {", ".join(f"ifnull(sum({told}), 0)" for told in _HABITS_OF_STORIES.values())} FROM (
        SELECT version_id FROM captures JOIN sightings ON capture_id = captures.id
        WHERE run_id = ? AND source_id = ? AND kind = '{{}}' ORDER BY captures.id DESC LIMIT {_MOST_PAGES}
    ) JOIN article_versions ON article_versions.id = version_id
"""  # noqa: S608 - our own words
_PLACES = (
    ("pages", (A_STORY,), _OF_PAGES),
    ("articles", tuple(_HABITS_OF_STORIES), _OF_STORIES.format("article")),
    ("stories of listings", tuple(_HABITS_OF_STORIES), _OF_STORIES.format("listing")),
)
