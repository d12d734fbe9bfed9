"""Texts that are nearly the same: found by MinHash, proved word by word, remembered as pairs and never merged.

text ─▶ runs of four words ─▶ signature ─┬─▶ bands ─▶ texts that share a band ─▶ Jaccard ≥ 0.6 ─▶ near_bodies
                                         └─▶ sketch ─▶ and look alike by it ─────────▲

Every pair is judged by its two texts alone, so it does not matter in which order they come.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from operator import eq

from rensa import RMinHash

from pipeline.load.batch import Batch
from pipeline.load.words import Words

SIMILAR = 0.6
"""Share of common runs of words from which two texts count as one report; an edited agency text has 0.7 to 0.95."""

_FEWEST_WORDS = 40
"""A shorter text is a teaser or a notice, and many of those are alike."""
_RUN = 4
_BANDS, _ROWS = 14, 3
"""Chance to be compared at all: 0.97 at a similarity of 0.6, 0.997 at 0.7. Twice as many bands of four would find as
much and be twice as much to write, at as many places of the file; two texts that have nothing to do with each other
have one run of words in a thousand in common, and are compared once in 70 million pairs."""
_SEED = 20
_LEAST_ALIKE = 16
"""Of the 42 bytes of two sketches: texts with a similarity of 0.6 have fewer in common once in a thousand times, and
those that share a paragraph of ten almost never as many. The more the file grows, the more texts share one."""
_MOST_COMPARED = 200
"""Texts of a band, and texts compared with a new one, the oldest first: a form letter does not stop the load."""

Runs = frozenset[str]


class NearTexts:
    """Compares the new texts of a batch with all that there are."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._texts: dict[int, Runs] = {}
        self._new: dict[int, frozenset[int]] = {}
        self._sketches: dict[int, bytes] = {}

    def note(self, body_id: int, words: Words) -> None:
        """A new text, whose id is above all others."""
        if runs := runs_of(words):
            signature = signature_of(runs)
            self._texts[body_id], self._new[body_id] = runs, frozenset(bands_of(signature))
            self._sketches[body_id] = sketch_of(signature)

    def write(self) -> None:
        """Add the bands of the new texts, and the pairs that they make with each other and with older ones."""
        sharing = self._sharing()
        others = {
            body_id: sorted({other for band in bands for other in sharing[band] if other < body_id})
            for body_id, bands in self._new.items()
        }
        self._look_up_sketches(
            {other for found in others.values() for other in found} - self._sketches.keys()
        )
        for body_id, bands in self._new.items():
            self._batch.add("body_bands", *({"hash": band, "body_id": body_id} for band in sorted(bands)))
            self._batch.add("body_sketches", {"body_id": body_id, "sketch": self._sketches[body_id]})
            alike = (other for other in others[body_id] if self._look_alike(body_id, other))
            for other in islice(alike, _MOST_COMPARED):
                self._judge(body_id, other)
        self._new.clear()

    def _look_up_sketches(self, wanted: Collection[int]) -> None:
        self._sketches |= self._batch.connection.execute(_SKETCHES, (json.dumps(sorted(wanted)),)).fetchall()

    def _look_alike(self, body_id: int, other_id: int) -> bool:
        alike: int = sum(map(eq, self._sketches[body_id], self._sketches[other_id]))
        return alike >= _LEAST_ALIKE

    def _sharing(self) -> dict[int, list[int]]:
        """For each band of a new text the texts that have it."""
        sharing: dict[int, list[int]] = defaultdict(list)
        wanted = sorted({band for bands in self._new.values() for band in bands})
        values = (json.dumps(wanted), _MOST_COMPARED)
        for band, found in self._batch.connection.execute(_SHARING, values):
            if found != "[]":
                sharing[band] = json.loads(found)
        for body_id, bands in self._new.items():
            for band in bands:
                sharing[band].append(body_id)
        return sharing

    def _judge(self, body_id: int, other_id: int) -> None:
        similarity = jaccard(self._texts[body_id], self._runs(other_id))
        if similarity >= SIMILAR:
            pairs = ((body_id, other_id), (other_id, body_id))
            self._batch.add(
                "near_bodies",
                *({"body_id": one, "near_id": near, "similarity": similarity} for one, near in pairs),
            )

    def _runs(self, body_id: int) -> Runs:
        if body_id not in self._texts:
            sql = "SELECT text FROM bodies WHERE id = ?"
            (text,) = self._batch.connection.execute(sql, (body_id,)).fetchone()
            self._texts[body_id] = runs_of(Words(text))
        return self._texts[body_id]


def runs_of(words: Words) -> Runs:
    """Every four words in a row; none of a text that is too short to tell."""
    every = words.all
    if len(every) < _FEWEST_WORDS:
        return frozenset()
    return frozenset(map(" ".join, zip(*(every[start:] for start in range(_RUN)), strict=False)))


def signature_of(runs: Runs) -> list[int]:
    """By how many of these numbers two texts agree, so similar they are; empty for a text without runs."""
    if not runs:
        return []
    signature = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    signature.update(list(runs))
    return list(signature.digest())


def bands_of(signature: Sequence[int]) -> list[int]:
    """One number for each band of a signature; its place is in it."""
    starts = range(0, len(signature), _ROWS)
    return [_hash(start // _ROWS, signature[start : start + _ROWS]) for start in starts]


def sketch_of(signature: Iterable[int]) -> bytes:
    """The signature in short: a byte of each of its numbers."""
    return bytes(value & 0xFF for value in signature)


def jaccard(one: Runs, other: Runs) -> float:
    """How many of all runs both have, 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _hash(band: int, values: Sequence[int]) -> int:
    """A number that SQLite keeps in six bytes."""
    text = ",".join(map(str, (band, *values)))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=6).digest()) >> 1


_SHARING = """
    SELECT wanted.value, (
        SELECT json_group_array(body_id) FROM (
            SELECT body_id FROM body_bands WHERE hash = wanted.value ORDER BY body_id LIMIT ?2
        )
    )
    FROM json_each(?1) AS wanted
"""
_SKETCHES = (
    "SELECT body_id, sketch FROM json_each(?) AS wanted CROSS JOIN body_sketches ON body_id = wanted.value"
)
