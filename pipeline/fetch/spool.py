"""Links on the disk: a source may offer a hundred thousand of them, and a run needs a few at a time."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Self

from pipeline.records import Link

_IN_MEMORY = 1 << 18
"""Bytes from which a disk is needed at all."""

_AT_ONCE = 256
"""Links that are read at once."""


@dataclass(frozen=True, slots=True)
class Part:
    """The links that were added at once: where they begin and end, in bytes."""

    begin: int
    end: int


class Spool:
    """A file of links that is gone when it is closed. A context manager."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, links: Iterable[Link]) -> Part:
        """Put `links` at the end."""
        begin = self._end
        self._file.seek(begin)
        self._file.writelines(json.dumps([link.url, link.text]).encode() + b"\n" for link in links)
        self._end = self._file.tell()
        return Part(begin, self._end)

    def read(self, part: Part) -> Iterator[Link]:
        """The links of `part` in their order, a few at a time; others may be added meanwhile."""
        place = part.begin
        while place < part.end:
            lines: list[bytes] = []
            self._file.seek(place)
            while place < part.end and len(lines) < _AT_ONCE:
                lines.append(self._file.readline())
                place += len(lines[-1])
            yield from (Link(*json.loads(line)) for line in lines)
