"""One run at a time for a database, by a lock of the operating system that a crash frees."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import RunLocked, StorageFault


def is_running(database: Path) -> bool:
    """Whether a run holds the lock of `database` at this moment; where that cannot be told, it is taken to."""
    try:
        with run_lock(database):
            return False
    except (RunLocked, StorageFault):
        return True


@contextmanager
def lock_to_read(database: Path) -> Iterator[None]:
    """The same for who writes nothing to `database`; where its folder is read-only, there is no run to keep away."""
    with run_lock(database) if os.access(database.parent, os.W_OK) else nullcontext():
        yield


@contextmanager
def run_lock(database: Path) -> Iterator[None]:
    """Hold the lock of `database`, or raise `RunLocked` at once when another run has it."""
    path = database.with_name(database.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, blocking=False)
        lock.acquire()
    except Timeout as error:
        if not path.exists():  # filelock takes it for a file that another process is about to make
            raise _no_lock(path, "no file can be made there") from error
        raise RunLocked(
            f"another run is writing to {database}; nothing was done (the lock is {path}; it ends with that run)"
        ) from error
    except OSError as error:
        raise _no_lock(path, error.strerror) from error
    try:
        yield
    finally:
        lock.release()


def _no_lock(path: Path, why: str | None) -> StorageFault:
    told = "its folder has to be one that can be written; `database` names it"
    return StorageFault(f"{path}: the lock cannot be taken ({why}); {told}")
