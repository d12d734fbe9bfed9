"""Loaders as one would write them by hand on bare sqlite3, for the schema as it is: what the load is measured against.

None recognises a story: each is told that all is new, or that all is known. None keeps a history, compares texts with
each other, or could be given a page twice.
"""

import json
import sqlite3
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from pipeline.load.connection import connect
from pipeline.load.groups import MOST_PAGES
from pipeline.load.identity.near import bands_of, runs_of, signature_of, sketch_of
from pipeline.load.schema import bring_forward
from pipeline.load.values import digest, precise
from pipeline.load.writing.batch import Row, insert_all
from pipeline.load.writing.observation import Story
from pipeline.load.writing.repeats import Page
from pipeline.load.writing.rows import article_row, capture_row
from pipeline.records import PageToLoad

HELD = ("sqlite_", "_sqlite", "article_search", "search_words", "changes", "epoch")
"""Tables that triggers or the schema fill."""

_MOST_BANDS = 280_000
"""That wait to be written together."""

NONE_COUNTED = dict.fromkeys(
    ("articles_changed", "articles_unchanged", "quotes_added", "quotes_unchanged"), 0
)


class BareLoader:
    """Digests what has digests, as the load does, and writes the rows of many pages with a statement a table."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path)
        bring_forward(self._connection, path)
        self._connection.execute(
            "INSERT INTO runs (id, started_at, status) VALUES (1, '2026-01-01Z', 'running')"
        )
        self._ids: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._next = 1
        self._bands: list[tuple[int, int]] = []

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def write(self, pages: Sequence[PageToLoad]) -> None:
        """Write pages that nobody has seen before, in one transaction."""
        rows: defaultdict[str, list[Row]] = defaultdict(list)
        for page in pages:
            self._add(Page(page, self._id("sources", page.capture.source, rows)), rows)
        self._connection.execute("BEGIN IMMEDIATE")
        for table in sorted(rows, key=ORDER.index):
            insert_all(self._connection, table, rows[table])
        self._connection.execute("COMMIT")
        if len(self._bands) >= _MOST_BANDS:
            self.finish()

    def finish(self) -> None:
        """Write the bands that wait, in the order of their index."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO body_bands VALUES (?, ?)", sorted(self._bands))
        self._connection.execute("COMMIT")
        self._bands.clear()

    def _add(self, page: Page, rows: defaultdict[str, list[Row]]) -> None:
        capture, source_id, number = page.to_load.capture, page.source_id, self._next
        self._next += 1
        assert page.to_load.parsed
        [story] = Story.all_of(page.to_load.parsed, capture.final_url)
        keyed = {"page_key": page.key, "state": page.state}
        ids = {"id": number, "run_id": 1, "source_id": source_id}
        rows["captures"].append(
            {**ids, **capture_row(page.to_load), "articles_added": 1, **NONE_COUNTED, **keyed}
        )
        rows["bodies"].append({"id": number, **story.body.row})
        told = {"digest": story.observation.content_digest, "changed_at": page.seen_at}
        ids = {"id": number, "source_id": source_id, "body_id": number}
        rows["articles"].append({**ids, **article_row(story.observation), **told})
        rows["article_keys"] += (
            {"source_id": source_id, "kind": key.kind.value, "key": key.value, "article_id": number}
            for key in story.keys
        )
        ids = {"id": number, "article_id": number, "body_id": number}
        read = {"digest": digest(story.observed), "observed": story.observed, "rules": json.dumps({})}
        rows["article_versions"].append({**ids, **read})
        ids = {"capture_id": number, "position": 0, "article_id": number, "version_id": number}
        rows["sightings"].append({**ids, "seen_at": page.seen_at})
        signature = signature_of(runs_of(story.body.words))
        self._bands += ((band, number) for band in bands_of(signature))
        rows["body_sketches"].append({"body_id": number, "sketch": sketch_of(signature)})
        self._link(number, story, rows)
        rows["frontier"].append(visited(page))

    def _link(self, number: int, story: Story, rows: defaultdict[str, list[Row]]) -> None:
        for what, names in (("author", story.observation.authors), ("tag", story.observation.tags)):
            rows[f"article_{what}s"] += (
                {"article_id": number, "position": place, f"{what}_id": self._id(f"{what}s", name, rows)}
                for place, name in enumerate(names)
            )

    def _id(self, table: str, name: str, rows: defaultdict[str, list[Row]]) -> int:
        known = self._ids[table]
        if name not in known:
            known[name] = len(known) + 1
            rows[table].append({"id": known[name], "name": name})
        return known[name]


ORDER = (
    "sources", "authors", "tags", "captures", "bodies", "articles", "article_keys", "article_versions", "sightings",
    "article_authors", "article_tags", "body_sketches", "frontier",
)  # fmt: skip


def visited(page: Page) -> Row:
    """The row of frontier for a page that was just seen for the first time."""
    capture = page.to_load.capture
    due_at = precise(capture.fetched_at + timedelta(hours=1))
    told = {"role": "page", "place": 0, "state": "live", "interval_s": 3600, "due_at": due_at, "proofs": 0}
    return {"source_id": page.source_id, "url": capture.url, **told, "reason": "changed"}


def check(connection: sqlite3.Connection, pages: Sequence[PageToLoad]) -> None:
    """Find that pages are as they were: digest each, compare with what the file has, note when it is due again."""
    connection.execute("BEGIN IMMEDIATE")
    for given in pages:
        sql = "SELECT id FROM sources WHERE name = ?"
        page = Page(given, connection.execute(sql, (given.capture.source,)).fetchone()[0])
        sql = "SELECT state FROM captures WHERE page_key = ? ORDER BY id DESC LIMIT 1"
        assert connection.execute(sql, (page.key,)).fetchone() == (page.state,)
        due = precise(given.capture.fetched_at + timedelta(hours=2))
        connection.execute(
            "UPDATE frontier SET interval_s = 7200, due_at = ?, reason = 'unchanged' WHERE source_id = ? AND url = ?",
            (due, page.source_id, given.capture.url),
        )
    connection.execute("COMMIT")


def rows_as_they_are(path: Path, full: Path) -> float:
    """CPU seconds to write the rows of `full`, which are at hand, into a new file, in as many transactions."""
    with closing(sqlite3.connect(full)) as source, closing(connect(path)) as target:
        names = source.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
        ).fetchall()
        tables = [name for (name,) in names if not name.startswith(HELD)]
        tables.sort(key=lambda name: name == "articles")  # its triggers read bodies
        rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608
        bring_forward(target, path)
        target.execute("PRAGMA foreign_keys = OFF")  # rows of one page are not always in the same transaction
        commits = max(1, len(rows["captures"]) // MOST_PAGES)
        began = time.process_time()
        for commit in range(commits):
            target.execute("BEGIN IMMEDIATE")
            for table, found in rows.items():
                start, end = (len(found) * place // commits for place in (commit, commit + 1))
                if part := found[start:end]:
                    marks = f"({', '.join('?' * len(part[0]))})"
                    sql = f"INSERT INTO {table} VALUES {', '.join([marks] * len(part))}"  # noqa: S608
                    target.execute(sql, [value for row in part for value in row])
            target.execute("COMMIT")
        return time.process_time() - began
