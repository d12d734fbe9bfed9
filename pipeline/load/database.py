"""The way in for everything that writes: one open database, its runs, one transaction a page."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from pipeline.config import FetchSettings
from pipeline.errors import StorageFault
from pipeline.load.connection import BUSY_TIMEOUT_S, connect, id_of, insert, storage_faults, transaction
from pipeline.load.identity.comparing import compare, compare_if_many
from pipeline.load.reading.habits import gone
from pipeline.load.reading.rejects import forget_rejected
from pipeline.load.reading.renamed import renamed
from pipeline.load.schema import bring_forward
from pipeline.load.upkeep.damage import refuse_damage
from pipeline.load.upkeep.power import ask_again, boot, kept_by_the_disk, let_readers_start_over_after_a_cut
from pipeline.load.values import precise, storable
from pipeline.load.writing.archived import has_capture, last_archived, stored_body
from pipeline.load.writing.writer import PagesWriter
from pipeline.records import Archived, Capture, PageOutcome, PageToLoad, StoredBody
from pipeline.summary import Gone

UNCONFIGURED = FetchSettings()


class Database:
    """An open database; a context manager. Used from the thread that opened it.

    Every method raises `StorageFault` where the file fails; what it was writing is then undone as a whole.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, settings: FetchSettings, backup: Path | None
    ) -> None:
        self._connection = connection
        self._path = path
        self._settings = settings
        self.backup = backup
        """The copy that was made before this file was brought forward; None where it was not."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        if error is None:
            self.close()
        else:  # tidying up must not hide what went wrong
            self._connection.close()

    def start_run(
        self,
        sources: Iterable[str],
        now: datetime,
        *,
        parser_version: int | None = None,
        rules: str | None = None,
    ) -> int:
        """Record that a run over `sources` begins, and that any run left running was killed. Gives its id.

        Sources that are not known before their pages come are added with them. `rules` is the same for two runs that
        read the same bytes alike.

        The caller holds the run lock: no other run is alive. A file that is found to be damaged is left as it is.
        """
        refuse_damage(self._connection, self._path)
        with storage_faults(self._path), kept_by_the_disk(self._connection), transaction(self._connection):
            let_readers_start_over_after_a_cut(self._connection)
            self._connection.execute("UPDATE runs SET status = 'crashed' WHERE status = 'running'")
            # By a clock that was wrong, or by an older `revisit_max_h`.
            latest = precise(now + timedelta(hours=self._settings.revisit_max_h))
            self._connection.execute("UPDATE frontier SET due_at = ? WHERE due_at > ?", (latest, latest))
            told = {"parser_version": parser_version, "rules": rules, "boot": boot()}
            row = {"started_at": precise(now), "status": "running", **told}
            run_id = insert(self._connection, "runs", row)
            self._connection.executemany(
                "INSERT OR IGNORE INTO run_sources (run_id, source_id) VALUES (?, ?)",
                [(run_id, id_of(self._connection, "sources", name=storable(name))) for name in sources],
            )
        return run_id

    def write_pages(
        self, run_id: int, pages: Sequence[PageToLoad], *, again: bool = False
    ) -> Iterator[PageOutcome]:
        """Write pages in one transaction, and yield what each did when all are written.

        Where a bug strikes at one of them, those before it are written all the same. With `again` each was rejected
        and takes the place of the capture that stands at its place of the archive.
        """
        try:
            outcomes = self._write(run_id, pages, again=again)
        except StorageFault:
            raise
        except Exception:
            if len(pages) == 1:
                raise
            for page in pages:
                yield from self._write(run_id, (page,), again=again)
        else:
            with storage_faults(self._path):
                compare_if_many(self._connection)
            yield from outcomes

    def _write(self, run_id: int, pages: Sequence[PageToLoad], *, again: bool) -> list[PageOutcome]:
        with storage_faults(self._path), transaction(self._connection):
            for page in pages if again else ():
                forget_rejected(self._connection, page.capture.archived)
            return PagesWriter(self._connection, run_id, self._settings).write(pages)

    def stored_body(self, payload_digest: str) -> StoredBody | None:
        """Where the archive has a body with this digest (`sha1:` and base 32), if it has."""
        with storage_faults(self._path):
            return stored_body(self._connection, payload_digest)

    def has_capture(self, capture: Capture) -> bool:
        """Whether the same page of the same instant, with the same bytes, was loaded, wherever it is archived."""
        with storage_faults(self._path):
            return has_capture(self._connection, capture)

    def last_archived(self) -> Archived | None:
        """The last place of the archive that is loaded."""
        with storage_faults(self._path):
            return last_archived(self._connection)

    def ask_again(self, begin: Archived, now: datetime) -> None:
        """Have the pages asked for again whose captures stood in the archive at `begin` or behind it."""
        with storage_faults(self._path), transaction(self._connection):
            ask_again(self._connection, begin, now)

    def last_began(self) -> datetime | None:
        """When the last run began that wrote here, or tried to; None where none ever did."""
        with storage_faults(self._path):
            row = self._connection.execute("SELECT started_at FROM runs ORDER BY id DESC LIMIT 1").fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def renamed(
        self, places: Mapping[str, Collection[str]], configured: Collection[str]
    ) -> list[tuple[str, str]]:
        """New sources that begin at the `places` of old ones that are not `configured` any more: new and old names."""
        with storage_faults(self._path):
            return list(renamed(self._connection, places, configured))

    def gone(self, run_id: int) -> list[tuple[str, Gone]]:
        """What the pages of a run tell no longer, each with the name of its source."""
        with storage_faults(self._path):
            return list(gone(self._connection, run_id))

    def finish_run(self, run_id: int, status: str, now: datetime) -> None:
        """Record how a run ended: `finished`, `interrupted` or `failed`. Its totals are those of its pages.

        Texts that came are compared for near duplicates now, unless they were too many to wait for the end.
        """
        with storage_faults(self._path):
            compare(self._connection)
        with storage_faults(self._path), kept_by_the_disk(self._connection), transaction(self._connection):
            self._connection.execute(
                "UPDATE runs SET status = ?, ended_at = ? WHERE id = ?", (status, precise(now), run_id)
            )

    def close(self) -> None:
        """Leave one file that is whole by itself when it is copied, however many readers come and go.

        What a reader reads has to stay where it is: one that is in the middle of a transaction is waited for, as long
        as for another program's write. Where it does not end, a copy is whole only with the -wal file beside it.
        """
        with storage_faults(self._path):
            try:
                if self._is_worth_statistics():
                    self._connection.execute("PRAGMA optimize")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self._connection.close()

    def _is_worth_statistics(self) -> bool:
        """Whether there is enough to count: from few rows SQLite learns to read whole tables, and goes on to."""
        captures = self._connection.execute("SELECT ifnull(max(id), 0) FROM captures").fetchone()[0]
        return bool(captures >= _MANY_CAPTURES)


_MANY_CAPTURES = 1000


def open_database(
    path: Path, *, busy_timeout_s: float = BUSY_TIMEOUT_S, settings: FetchSettings = UNCONFIGURED
) -> Database:
    """Open the database at `path` to write, made with its folder when it is not there, and bring it forward.

    `settings` tell the times between two visits of a page; `busy_timeout_s` is how long a write waits for another
    program's write to end.
    Raises `NewerDatabase`, or `StorageFault` that names the file and the reason.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFault(f"{path.parent}: the folder cannot be made ({error.strerror})") from error
    with storage_faults(path):
        connection = connect(path, busy_timeout_s)
        try:
            backup = bring_forward(connection, path)
        except BaseException:
            connection.close()
            raise
    return Database(connection, path, settings, backup)
