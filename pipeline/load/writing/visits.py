"""When each page is due again: soon while its story changes, later and later while it rests."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from pipeline.config import FetchSettings
from pipeline.load.values import precise, storable
from pipeline.load.writing.repeats import page_key as page_number
from pipeline.records import Capture, Found, PageOutcome, Role
from pipeline.records.problems import PUT_OFF
from pipeline.urls import page_key

_FAILED = "failed"
"""The reason of a page that fails of the moment; where it does so at the next visit, too, it has the reason's name."""

GONE_AFTER = 3
"""Answers of 404 or 410 in a row, each after a longer wait, before a page is given up."""


class Told(NamedTuple):
    """What the row of a page says, but for when it is due and why."""

    link_title: str | None = None
    role: str = Role.PAGE.value
    etag: str | None = None
    last_modified: str | None = None
    rules: str | None = None
    state: str = "live"
    moved_to: str | None = None
    proofs: int = 0


class LastVisit(NamedTuple):
    """What the last visit of a page left."""

    interval_s: int = 0
    visited: int = 0
    told: Told = Told()
    reason: str = ""
    """Why the next one is due when it is."""


class Visits:
    """Notes visits, and what they led to, in the course of a transaction. Files of this machine are not noted."""

    def __init__(self, connection: sqlite3.Connection, settings: FetchSettings) -> None:
        self._connection = connection
        self._shortest = round(settings.revisit_min_h * 3600)
        self._longest = round(settings.revisit_max_h * 3600)
        self._before: dict[tuple[int, str], LastVisit] = {}
        self._visited: dict[tuple[int, str], tuple[object, ...]] = {}
        self._resting: dict[tuple[int, str], tuple[object, ...]] = {}

    def look_up(self, pages: Iterable[tuple[int, Capture]]) -> None:
        """Ask for the last visits of pages, each with the id of its source."""
        wanted = list({(source, visited_key(capture.url)) for source, capture in pages if _is_noted(capture)})
        for place, interval_s, visited, reason, *told in self._connection.execute(
            _VISITS, (json.dumps(wanted),)
        ):
            self._before[wanted[place]] = LastVisit(interval_s, visited, Told(*told), reason)

    def note_found(self, source_id: int, capture: Capture, found: Found) -> int:
        """Remember the pages that `capture` leads to, due at once; tells how many of them were known."""
        if capture.allowed_by is None or not found.links:
            return 0
        self.write()  # what was visited is known
        at, role = precise(capture.fetched_at), capture.role.value
        cursor = self._connection.executemany(
            "INSERT OR IGNORE INTO frontier (source_id, url, role, link_title, state, interval_s, due_at, proofs,"
            " reason, found_on, place) VALUES (?, ?, 'page', ?, 'live', 0, ?, 0, 'found', ?, ?)",
            (
                (source_id, visited_key(link.url), link.text and storable(link.text), at, role, place)
                for place, link in enumerate(found.links)
            ),
        )
        return len(found.links) - cursor.rowcount

    def note(self, source_id: int, outcome: PageOutcome, rules: str | None = None) -> bool:
        """Say when the page of `outcome` is due again; `rules` tells by which options its links were noted, if any.

        Gives whether it fails of the same as at its last visit, not just for the moment, and was told to have then.
        """
        capture = outcome.capture
        if not _is_noted(capture):
            return False
        key = visited_key(capture.url)
        before = self._before.get((source_id, key), LastVisit())
        last, marks = before.told, (capture.etag, capture.last_modified)
        if capture.unchanged:
            rules, marks = last.rules, (last.etag, last.last_modified)
        elif capture.failure is not None:
            marks = (None, None)
        missing = capture.taken_down
        proofs = last.proofs + 1 if missing else 0
        state = "gone" if proofs >= GONE_AFTER else "live"
        title = last.link_title if capture.link_title is None else storable(capture.link_title)
        role, (etag, modified) = capture.role.value, marks
        told = Told(title, role, _storable(etag), _storable(modified), rules, state, None, proofs)
        interval, reason = self._next(before, outcome, missing=missing)
        fails_again = (
            capture.failure is not None and reason == before.reason != _FAILED and self._was_told(capture)
        )
        if capture.moved and capture.failure is None:
            new = visited_key(capture.final_url)
            self._note((source_id, new), capture, told._replace(state="live", proofs=0), (interval, reason))
            told, reason = Told(title, role, state="moved", moved_to=new), "moved"
        self._note((source_id, key), capture, told, (interval, reason))
        return fails_again

    def _was_told(self, capture: Capture) -> bool:
        """Whether the run that visited the page last came to its summary; nobody heard of one that was killed."""
        last = self._connection.execute(_LAST_RUN, (page_number(capture.source, capture.url),)).fetchone()
        return last is not None and last[0] in ("finished", "interrupted")

    def _note(self, page: tuple[int, str], capture: Capture, told: Told, due: tuple[int, str]) -> None:
        (interval, reason), before = due, self._before.get(page, LastVisit())
        due_at = precise(capture.fetched_at + timedelta(seconds=interval))
        if before.visited and told == before.told and page not in self._visited:
            self._resting[page] = (interval, due_at, reason, *page)
        else:
            self._resting.pop(page, None)
            self._visited[page] = (*page, *told, interval, due_at, reason)
        self._before[page] = LastVisit(interval, visited=1, told=told, reason=reason)

    def _next(self, before: LastVisit, outcome: PageOutcome, *, missing: bool) -> tuple[int, str]:
        """Seconds to the next visit, and why so many."""
        longer = min(self._longest, max(self._shortest, 2 * before.interval_s))
        if missing:
            return longer, "missing"
        if (failure := outcome.capture.failure) is not None:
            reason = failure.reason.value
            at_once = not outcome.capture.fails_for_good and before.reason not in (_FAILED, reason)
            if at_once or failure.reason in PUT_OFF:
                return 0, _FAILED  # at the next run
            return (longer if reason == before.reason else 0), reason  # once may be by mistake
        if not before.visited or outcome.articles_added or outcome.articles_changed:
            return max(self._shortest, before.interval_s // 2), "changed"
        return longer, "unchanged"

    def write(self) -> None:
        """Write what was noted."""
        self._connection.executemany(_VISITED, self._visited.values())
        self._connection.executemany(_RESTING, self._resting.values())
        self._visited.clear()
        self._resting.clear()


def visited_key(url: str) -> str:
    """The URL of a page as the frontier has it."""
    return storable(page_key(url))


def _is_noted(capture: Capture) -> bool:
    return capture.allowed_by is not None and capture.role is not Role.ROBOTS


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


_VISITS = """
    SELECT
        wanted.key, interval_s, found_on IS NULL, reason,
        link_title, role, etag, last_modified, rules, state, moved_to, proofs
    FROM json_each(?) AS wanted CROSS JOIN frontier
    ON source_id = wanted.value ->> 0 AND url = wanted.value ->> 1
"""
_LAST_RUN = """
    SELECT runs.status FROM captures JOIN runs ON runs.id = run_id
    WHERE page_key = ? AND runs.status <> 'running' ORDER BY captures.id DESC LIMIT 1
"""
_VISITED = """
    INSERT INTO frontier (
        source_id, url, link_title, role, etag, last_modified, rules, state, moved_to, proofs, interval_s, due_at,
        reason, place
    )
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
    ON CONFLICT DO UPDATE SET
        link_title = ifnull(excluded.link_title, link_title), role = excluded.role, found_on = NULL, place = 0,
        etag = excluded.etag, last_modified = excluded.last_modified, rules = excluded.rules,
        state = excluded.state, moved_to = excluded.moved_to, interval_s = excluded.interval_s,
        due_at = excluded.due_at, proofs = excluded.proofs, reason = excluded.reason
"""
_RESTING = "UPDATE frontier SET interval_s = ?, due_at = ?, reason = ? WHERE source_id = ? AND url = ?"
