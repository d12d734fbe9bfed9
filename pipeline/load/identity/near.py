"""Which texts are nearly the same: what a new one is found by, in a short form that can be indexed. Pure.

text ─▶ runs of four words ─▶ signature ─┬─▶ bands: two texts that share one may be nearly the same
                                         └─▶ sketch: and are not unless they look alike by it, too

`comparing` finds the pairs. Each is judged by its two texts alone, so it does not matter in which order they come.
"""

import hashlib
from collections.abc import Iterable, Sequence
from operator import eq

from rensa import RMinHash

from pipeline.load.identity.words import Words

SIMILAR = 0.6
"""Share of common runs of words from which two texts count as one report; an edited agency text has 0.7 to 0.95."""

_FEWEST_WORDS = 40
"""A shorter text is a teaser or a notice, and many of those are alike."""
_RUN = 4
_BANDS, _ROWS = 24, 4
"""Chance to be compared at all: 0.96 at a similarity of 0.6, 0.998 at 0.7. Of bands of three numbers 14 would find as
much in less room, but texts that have a paragraph in common share one five times as often."""
_SEED = 20
_LEAST_ALIKE = 43
"""Of the 96 bytes of two sketches: texts with a similarity of 0.6 have fewer in common less than once in a thousand
times, and those with one of 0.3 almost never as many. The more the file grows, the more texts share a paragraph."""

Runs = frozenset[str]


def runs_of(words: Words) -> Runs:
    """Every four words in a row; none of a text that is too short to tell."""
    every = words.all
    if len(every) < _FEWEST_WORDS:
        return frozenset()
    return frozenset(map(" ".join, zip(*(every[start:] for start in range(_RUN)), strict=False)))


def signature_of(runs: Runs) -> list[int]:
    """Numbers of which two texts share the more, the more similar they are; empty for a text without runs."""
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


def look_alike(one: bytes, other: bytes) -> bool:
    """Whether the texts of two sketches may be nearly the same."""
    alike: int = sum(map(eq, one, other))
    return alike >= _LEAST_ALIKE


def jaccard(one: Runs, other: Runs) -> float:
    """How many of all runs both have, 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _hash(band: int, values: Sequence[int]) -> int:
    """A number that SQLite keeps in six bytes."""
    text = ",".join(map(str, (band, *values)))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=6).digest()) >> 1
