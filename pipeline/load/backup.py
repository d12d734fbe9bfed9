"""A copy of a database beside it, before a migration changes what is in it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.errors import StorageFault
from pipeline.load.connection import storage_faults


def back_up(connection: sqlite3.Connection, path: Path, version: str) -> Path:
    """Copy the database at `path`, which has this `version`, and give the path of the copy, which is kept.

    It is written under another name and renamed when it is whole and on the disk. An earlier copy of the same version
    gives way: it was made by a migration that did not come to its end. Raises `StorageFault`.
    """
    copy = path.with_name(f"{path.name}.{version}.backup")
    part = path.with_name(f"{copy.name}.part")
    try:
        part.unlink(missing_ok=True)
        with storage_faults(part), closing(sqlite3.connect(part)) as target:
            connection.backup(target)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(copy)
    except OSError as error:
        raise StorageFault(f"{copy}: the copy before the migration failed ({error.strerror})") from error
    finally:
        part.unlink(missing_ok=True)
    return copy
