"""The archive as it is written: one file open, appended to page by page, a new one when it is large enough."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from io import FileIO
from pathlib import Path
from typing import TypeAlias

from pipeline.archive.mending import mend, note_whole
from pipeline.archive.warc import about, payload_digest, payload_of, records_of
from pipeline.clock import SYSTEM_CLOCK, Clock
from pipeline.errors import StorageFault
from pipeline.records import Archived, FetchedPage, StoredBody
from pipeline.run_lock import run_lock

SUFFIX = ".warc.gz"

Lookup: TypeAlias = Callable[[str], StoredBody | None]
"""Where a body with this payload digest is stored already, if it is."""


class Archive:
    """The folder of WARC files of one database, open to append. Raises `StorageFault` where the disk fails."""

    def __init__(self, folder: Path, lookup: Lookup, file_limit: int, clock: Clock) -> None:
        self._folder = folder
        self._lookup = lookup
        self._file_limit = file_limit
        self._clock = clock
        self._file: FileIO | None = None
        self._name = ""
        self._end = 0
        self._known = ""
        self.notes: list[str] = []
        """What a killed run, a power cut or a person did to it, each a sentence."""
        self.lost: Archived | None = None
        """From where on pages are missing that are loaded; None where all of them are there."""

    def keep(self, page: FetchedPage) -> FetchedPage:
        """Append all that was received for `page`; the same page, with its place."""
        payload = payload_of(page)
        digest = payload_digest(payload) if payload else None
        stored = self._stored(digest)
        records = records_of(page, digest, stored)
        start = self._append(b"".join(records.members))
        offset = start + sum(map(len, records.members[: records.main]))
        archived = Archived(self._name, offset, digest, stored=digest is not None and stored is None)
        return replace(page, capture=replace(page.capture, archived=archived))

    def open(self, known: Archived | None) -> None:
        """Go on with the last file, or begin the first; cut off what a killed run left half written.

        Where the place `known` is gone, with the end of the last file or with all of a later one, another file is
        begun: no page is to stand where another stood.
        """
        self._known = known.file if known else ""
        with _disk_faults(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            last = max(self._folder.glob(f"*{SUFFIX}"), default=None)
            if last is None:
                if known is not None:
                    self.notes.append(
                        f"{self._folder}: its files are gone, and the database has pages in them; put them back, or"
                        " no `pipeline rebuild` brings those pages back"
                    )
                return
            self.notes += filter(None, [mend(last)])
            if known is not None and (known.file, known.offset) >= (last.name, last.stat().st_size):
                self.lost = Archived(last.name, last.stat().st_size)
                self.notes.append(
                    f"{last}: pages behind it that are loaded are gone, by a power cut or with a file that was taken"
                    " away; `pipeline check` names them, and they are asked for again"
                )
            else:
                self._use(last)

    def close(self) -> None:
        """Make sure that all of it is on the disk."""
        if self._file is None:
            return
        with _disk_faults(self._folder):
            os.fsync(self._file.fileno())
            self._file.close()
            note_whole(self._folder / self._name, self._end)
        self._file = None

    def _stored(self, digest: str | None) -> StoredBody | None:
        """Where the body with this digest is, if it is anywhere; a file that was taken away, or cut, does not count."""
        found = self._lookup(digest) if digest else None
        try:
            return found if found and (self._folder / found.file).stat().st_size > found.offset else None
        except FileNotFoundError:
            return None

    def _append(self, data: bytes) -> int:
        """Write `data` as a whole and tell where it begins; where that fails, leave nothing of it."""
        file = self._open_file()
        start = self._end
        with _disk_faults(self._folder):
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[file.write(rest) :]
            except BaseException:
                file.truncate(start)
                file.seek(start)
                raise
        self._end = start + len(data)
        return start

    def _open_file(self) -> FileIO:
        if self._file is not None and self._end < self._file_limit:
            return self._file
        self.close()
        with _disk_faults(self._folder):
            self._use(self._new_path())
        assert self._file is not None
        fields = {"software": f"pipeline {version('pipeline')}", "format": "WARC File Format 1.1"}
        self._append(about(fields, self._clock.now()))
        return self._file

    def _new_path(self) -> Path:
        """A name that sorts behind all there are, and were, also where the clock was set back."""
        last = max((self._known, *(path.name for path in self._folder.glob(f"pipeline-*{SUFFIX}"))))
        stamp = max(f"{self._clock.now():%Y%m%dT%H%M%S}Z", last.removeprefix("pipeline-").partition("-")[0])
        number = next(n for n in range(100_000) if f"pipeline-{stamp}-{n:05d}{SUFFIX}" > last)
        return self._folder / f"pipeline-{stamp}-{number:05d}{SUFFIX}"

    def _use(self, path: Path) -> None:
        self._file = FileIO(path, "a")
        self._name = path.name
        self._end = self._file.seek(0, os.SEEK_END)


@contextmanager
def open_archive(
    folder: Path,
    lookup: Lookup = lambda _: None,
    *,
    known: Archived | None = None,
    file_limit: int = 1_000_000_000,
    clock: Clock = SYSTEM_CLOCK,
) -> Iterator[Archive]:
    """The archive in `folder`, made when it is not there, for this process alone.

    `lookup` tells where a body is stored already, and `known` is the last page that is loaded; `file_limit` is the size
    in bytes from which a new file is begun.
    Raises `RunLocked` when another run has it, and `StorageFault`.
    """
    with run_lock(folder):
        archive = Archive(folder, lookup, file_limit, clock)
        archive.open(known)
        try:
            yield archive
        finally:
            archive.close()


@contextmanager
def _disk_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageFault(
            f"{error.filename or folder}: the archive cannot be written ({error.strerror});"
            " what was kept before is whole"
        ) from error
