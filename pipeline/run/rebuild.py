"""The database made again from the archive alone, and the proof that the two agree."""

import os
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.archive import ArchiveReader
from pipeline.clock import SYSTEM_CLOCK, Clock
from pipeline.config import Config
from pipeline.errors import StorageFault
from pipeline.load import (
    Difference,
    as_of_today,
    carry_over_runs,
    differences,
    faults,
    is_database_at,
    not_archived,
    places,
    put_in_place,
    refuse_to_replace,
)
from pipeline.records import PageOutcome
from pipeline.run import stream
from pipeline.run.loading import RunPlan, load_pages
from pipeline.run_lock import lock_to_read, run_lock
from pipeline.summary import RunSummary


def rebuild(
    config: Config, summary: RunSummary, *, keep_only_archived: bool = False, clock: Clock = SYSTEM_CLOCK
) -> Generator[PageOutcome]:
    """Load every page of the archive into a new file, by today's rules and configuration, and swap it in at the end.

    The old content stays until then, whatever happens; what it tells of its runs is carried over. Raises `StorageFault`
    where captures would be lost that are in no archive, unless `keep_only_archived`, where there is neither archive
    nor database, or where the database is another program's; `NewerDatabase`, and `RunLocked`.
    """
    path = Path(config.pipeline.database)
    fresh = _fresh(path)
    refuse_to_replace(path)
    is_there = is_database_at(path)
    if not is_there and not config.pipeline.archive_folder.is_dir():
        raise StorageFault(f"{config.pipeline.archive_folder}: there is no archive to make a database from")
    with run_lock(path):
        if is_there and not keep_only_archived:
            refuse_to_lose(config)
        try:
            _remove(fresh)
            if is_there and not carry_over_runs(path, fresh):
                summary.notes += (f"{path}: what it told of its runs cannot be read and is lost",)
            yield from _loaded_anew(config, fresh, summary, clock)
            put_in_place(path, fresh)
        finally:
            _remove(fresh)


def replayed(config: Config, summary: RunSummary) -> Generator[PageOutcome, None, list[Difference]]:
    """Parse the archive again and return what would change, field by field; changes nothing.

    The new file is made beside the database, or where it is read-only in the folder for temporary files. What is in no
    file of the archive any more is told as gone; `refuse_to_lose` tells whether there is such.
    """
    path = Path(config.pipeline.database)
    with lock_to_read(path), _room_for(_fresh(path)) as fresh:
        earlier = fresh.with_name(fresh.name + ".earlier")
        try:
            _remove(fresh, earlier)
            with as_of_today(path, earlier) as before:
                yield from _loaded_anew(config, fresh, summary, SYSTEM_CLOCK)
                return differences(before, fresh)
        finally:
            _remove(fresh, earlier)


def checked(config: Config) -> Generator[str, None, int]:
    """Every fault of the database and of its agreement with the archive, a sentence each; none where all is well.

    Returns how many pages came behind the last one that is loaded, by `fetch` or a run that was killed: the next run
    loads them, and nothing is wrong with that.
    """
    waiting = 0
    path = Path(config.pipeline.database)
    with lock_to_read(path):
        yield from faults(path)
        reader = ArchiveReader(config.pipeline.archive_folder)
        loaded = set(places(path))
        last = max(loaded, default=("", -1))
        bodies: Counter[str] = Counter()
        for page in reader.pages():
            place = page.capture.archived
            stands_at = (place.file, place.offset) if place else ("", -1)
            if stands_at in loaded:
                loaded.remove(stands_at)
            elif stands_at > last:
                waiting += 1
            else:
                yield f"{page.capture.final_url}: archived and not loaded; `pipeline rebuild` loads it"
            if page.damaged and page.capture.failure:
                file = page.capture.failure.where
                if (reader.folder / file).exists():
                    yield f"{page.capture.final_url}: its records in the archive are damaged"
                else:
                    bodies[file] += 1
        for name, count in bodies.items():
            yield f"{reader.folder / name}: it is gone, and {count} pages in other files have their bodies in it"
        for name, missing in groupby(sorted(loaded), itemgetter(0)):
            yield from _not_found(reader.folder / name, [offset for _, offset in missing])
    return waiting


def _not_found(file: Path, offsets: Sequence[int]) -> Iterator[str]:
    """What is said of the pages that a file of the archive has no longer: once where it is gone itself."""
    if not file.exists():
        yield f"{file}: it is gone, and the database names {len(offsets)} pages in it; put it back"
        return
    for offset in offsets:
        yield f"{file}: no page at byte {offset}, though the database names one"


def refuse_to_lose(config: Config) -> None:
    """Raise `StorageFault` where the database has pages that its archive has not, or no longer."""
    path, archive = Path(config.pipeline.database), ArchiveReader(config.pipeline.archive_folder)
    if lost := not_archived(path, (file.name for file in archive.files())):
        raise StorageFault(
            f"{path}: {lost} of its pages are not in {archive.folder} and would be lost;"
            " `pipeline rebuild --keep-only-archived` rebuilds all the same"
        )


def _loaded_anew(config: Config, fresh: Path, summary: RunSummary, clock: Clock) -> Iterator[PageOutcome]:
    summary.all_expected, summary.past = False, True
    pages = ArchiveReader(config.pipeline.archive_folder).pages()
    parsed = stream.parse_pages(pages, config.sources)
    plan = RunPlan(fresh, config.fetch, summary, clock, rules=stream.rules_of(config))
    with closing(load_pages(parsed, plan)) as outcomes:
        yield from outcomes


@contextmanager
def _room_for(fresh: Path) -> Iterator[Path]:
    if os.access(fresh.parent, os.W_OK):
        yield fresh
        return
    with TemporaryDirectory(prefix="pipeline-") as folder:
        yield Path(folder, fresh.name)


def _fresh(path: Path) -> Path:
    return path.with_name(path.name + ".rebuilding")


def _remove(*files: Path) -> None:
    for file in files:
        for suffix in ("", "-wal", "-shm", ".lock"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
