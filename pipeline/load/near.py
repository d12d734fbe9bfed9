"""Texts that are nearly the same: found by MinHash, proved word by word, remembered as pairs and never merged.

text ─▶ runs of four words ─▶ signature ─▶ bands ─▶ texts that share a band ─▶ Jaccard ≥ 0.6 ─▶ near_bodies

Every pair is judged by its two texts alone, so it does not matter in which order they come.
"""

import hashlib
import re
import sqlite3

from rensa import RMinHash

SIMILAR = 0.6
"""Share of common runs of words from which two texts count as one report; an edited agency text has 0.7 to 0.95."""

_FEWEST_WORDS = 40
"""A shorter text is a teaser or a notice, and many of those are alike."""
_RUN = 4
_BANDS, _ROWS = 25, 4
"""Chance to be compared at all: 0.97 at a similarity of 0.6, 0.999 at 0.7."""
_SEED = 20
_MOST_COMPARED = 200
"""Texts compared with a new one, the oldest first: a form letter of a site does not stop the load."""

_WORD = re.compile(r"\w+")


def note_near(connection: sqlite3.Connection, body_id: int, text: str) -> None:
    """Find the stored texts that are nearly the same as `text`, the new body `body_id`, and note the pairs."""
    runs = _runs(text)
    if not runs:
        return
    bands = _bands(runs)
    marks = ", ".join("?" * len(bands))
    candidates = connection.execute(
        f"SELECT DISTINCT id, text FROM body_bands JOIN bodies ON bodies.id = body_id WHERE hash IN ({marks})"  # noqa: S608
        " AND id <> ? ORDER BY id LIMIT ?",
        (*bands, body_id, _MOST_COMPARED),
    ).fetchall()
    for other_id, other in candidates:
        similarity = _jaccard(runs, _runs(other))
        if similarity >= SIMILAR:
            connection.executemany(
                "INSERT OR IGNORE INTO near_bodies (body_id, near_id, similarity) VALUES (?, ?, ?)",
                ((body_id, other_id, similarity), (other_id, body_id, similarity)),
            )
    connection.executemany(
        "INSERT OR IGNORE INTO body_bands (hash, body_id) VALUES (?, ?)", ((band, body_id) for band in bands)
    )


def _runs(text: str) -> frozenset[str]:
    """Every four words in a row; none of a text that is too short to tell."""
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST_WORDS:
        return frozenset()
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(_RUN)), strict=False)))


def _bands(runs: frozenset[str]) -> list[int]:
    """One number for each band of the signature; its place is in it."""
    signature = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    signature.update(list(runs))
    values = signature.digest()
    return [_hash(band, values[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS)]


def _hash(band: int, values: list[int]) -> int:
    """As SQLite keeps it: 64 bits with a sign."""
    text = ",".join(map(str, (band, *values)))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
