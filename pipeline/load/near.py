"""Texts that are nearly the same: found by MinHash, proved word by word, remembered as pairs and never merged.

text ─▶ runs of four words ─▶ signature ─▶ bands ─▶ texts that share a band ─▶ Jaccard ≥ 0.6 ─▶ near_bodies

Every pair is judged by its two texts alone, so it does not matter in which order they come.
"""

import hashlib
import json
from collections import defaultdict

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
_MOST_COMPARED = 200
"""Texts compared with a new one, the oldest first: a form letter of a site does not stop the load."""

Runs = frozenset[str]


class NearTexts:
    """Compares the new texts of a batch with all that there are."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._texts: dict[int, Runs] = {}
        self._new: dict[int, frozenset[int]] = {}

    def note(self, body_id: int, words: Words) -> None:
        """A new text, whose id is above all others."""
        if runs := runs_of(words):
            self._texts[body_id], self._new[body_id] = runs, frozenset(bands_of(runs))

    def write(self) -> None:
        """Add the bands of the new texts, and the pairs that they make with each other and with older ones."""
        sharing = self._sharing()
        for body_id, bands in self._new.items():
            self._batch.add("body_bands", *({"hash": band, "body_id": body_id} for band in sorted(bands)))
            others = sorted({other for band in bands for other in sharing[band] if other < body_id})
            for other in others[:_MOST_COMPARED]:
                self._judge(body_id, other)
        self._new.clear()

    def _sharing(self) -> dict[int, list[int]]:
        """For each band of a new text all texts that have it."""
        sharing: dict[int, list[int]] = defaultdict(list)
        wanted = {band for bands in self._new.values() for band in bands}
        for band, body_id in self._batch.connection.execute(_SHARING, (json.dumps(sorted(wanted)),)):
            sharing[band].append(body_id)
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


def bands_of(runs: Runs) -> list[int]:
    """One number for each band of the signature; its place is in it. None of a text without runs."""
    if not runs:
        return []
    signature = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    signature.update(list(runs))
    values = signature.digest()
    return [_hash(band, values[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS)]


def jaccard(one: Runs, other: Runs) -> float:
    """How many of all runs both have, 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _hash(band: int, values: list[int]) -> int:
    """A number that SQLite keeps in six bytes."""
    text = ",".join(map(str, (band, *values)))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=6).digest()) >> 1


_SHARING = "SELECT hash, body_id FROM json_each(?) AS wanted CROSS JOIN body_bands ON hash = wanted.value"
