"""Finds which new texts are nearly the same as others: many at a time, remembered as pairs and never merged.

bodies_to_compare ─▶ body_bands ─▶ texts that share a band ─▶ look alike ─▶ Jaccard ≥ 0.6 ─▶ near_bodies

The bands of one text stand at 24 places of an index that are nowhere near each other, and to go to each of them as the
text comes would cost more the more texts there are. So new texts wait, and are looked up and written in the order of
the index. Each step is a short transaction; what a killed run leaves undone the next one does again, to the same end.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from pipeline.load.connection import transaction
from pipeline.load.identity.near import SIMILAR, Runs, jaccard, look_alike, runs_of
from pipeline.load.identity.words import Words

_MOST_WAITING = 20_000
"""Texts: to compare so many takes a second or two, and as long as a few thousand."""
_MOST_COMPARED = 200
"""Texts of a band, and texts compared with a new one, the oldest first: a form letter does not stop the load."""
_BANDS_AT_ONCE = 20_000
_PAIRS_AT_ONCE = 200
"""Of a transaction, so that no other program waits for long."""
_TEXTS_AT_HAND = 200

Pair = tuple[int, int, float]


def compare_if_many(connection: sqlite3.Connection, most: int = _MOST_WAITING) -> None:
    """Compare the texts that wait if they are more than `most`; between two transactions."""
    first, last = connection.execute(_WAITING).fetchone()
    if first is not None and last - first >= most:
        compare(connection)


def compare(connection: sqlite3.Connection) -> None:
    """Compare the texts that wait with each other and with all others; between two transactions."""
    first, last = connection.execute(_WAITING).fetchone()
    if first is None:
        return
    connection.execute(_NEW)
    try:
        _write_bands(connection)
        pairs = _pairs(connection)
        while found := list(islice(pairs, _PAIRS_AT_ONCE)):
            with transaction(connection):
                connection.executemany("INSERT OR IGNORE INTO near_bodies VALUES (?, ?, ?)", found)
        with transaction(connection):
            connection.execute("DELETE FROM bodies_to_compare WHERE body_id <= ?", (last,))
    finally:
        connection.execute("DROP TABLE temp.new_bands")


def _write_bands(connection: sqlite3.Connection) -> None:
    (count,) = connection.execute("SELECT ifnull(max(rowid), 0) FROM temp.new_bands").fetchone()
    for start in range(0, count, _BANDS_AT_ONCE):
        with transaction(connection):
            connection.execute(_WRITE_BANDS, (start, start + _BANDS_AT_ONCE))


def _pairs(connection: sqlite3.Connection) -> Iterator[Pair]:
    """The pairs that new texts make with older ones, each both ways round."""

    @lru_cache(_TEXTS_AT_HAND)
    def runs(body_id: int) -> Runs:
        (text,) = connection.execute("SELECT text FROM bodies WHERE id = ?", (body_id,)).fetchone()
        return runs_of(Words(text))

    compared: Counter[int] = Counter()
    for new, old, sketch, other in connection.execute(_SHARING, (_MOST_COMPARED,)):
        if compared[new] < _MOST_COMPARED and look_alike(sketch, other):
            compared[new] += 1
            similarity = jaccard(runs(new), runs(old))
            if similarity >= SIMILAR:
                yield new, old, similarity
                yield old, new, similarity


_WAITING = "SELECT (SELECT min(body_id) FROM bodies_to_compare), (SELECT max(body_id) FROM bodies_to_compare)"
_NEW = """
    CREATE TEMP TABLE new_bands AS
    SELECT DISTINCT value AS hash, body_id FROM bodies_to_compare JOIN json_each(bands) ORDER BY 1, 2
"""
_WRITE_BANDS = """
    INSERT OR IGNORE INTO body_bands (hash, body_id)
    SELECT hash, body_id FROM temp.new_bands WHERE rowid > ? AND rowid <= ?
"""
_SHARING = """
    SELECT new_id, old_id, new.sketch, old.sketch
    FROM (
        SELECT new_bands.body_id AS new_id, older.value AS old_id
        FROM temp.new_bands JOIN json_each((
            SELECT json_group_array(body_id) FROM (
                SELECT body_id FROM body_bands
                WHERE body_bands.hash = new_bands.hash AND body_bands.body_id < new_bands.body_id
                ORDER BY body_id LIMIT ?
            )
        )) AS older
        GROUP BY old_id, new_id
    )
    CROSS JOIN body_sketches AS old ON old.body_id = old_id
    CROSS JOIN body_sketches AS new ON new.body_id = new_id
    ORDER BY old_id, new_id
"""
