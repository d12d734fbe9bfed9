"""What may stop a run, and the code it stops with.

    PipelineError
    ├── BadInput            what a person wrote: config.toml, the command line, a line on stdin
    ├── RunLocked           another run holds the database
    └── StorageFault        the database cannot be opened or written
        └── NewerDatabase   it was made by a newer version of this project

A page that fails is none of these: it is a `Problem` in a record, flows on, and is counted (`pipeline.records`).
Anything else that is raised is a bug and ends with `ExitCode.BUG`.
"""

from enum import IntEnum
from typing import Self


class ExitCode(IntEnum):
    """What the command line tells cron. The README's table is generated from these lines."""

    OK = 0, "everything asked for was done"
    BUG = 1, "a fault in pipeline itself; the traceback is on stderr"
    BAD_INPUT = 2, "the command line, config.toml or stdin is wrong; what stdin gave before that is kept"
    SOME_FAILED = (
        3,
        "the run finished; some pages failed that did not before, and are listed with their reasons",
    )
    SOURCE_SILENT = (
        4,
        "the run finished; a source gave nothing, or lacks what it used to have (stories, quotes, bylines): look today",
    )
    STORAGE = 5, "the database or the output could not be opened or written; what was committed is kept"
    LOCKED = 6, "another run holds this database; nothing was done"
    INTERRUPTED = 130, "stopped by Ctrl-C, SIGTERM or SIGHUP; every finished page is kept"

    meaning: str

    def __new__(cls, value: int, meaning: str) -> Self:
        """Keep the meaning beside the number."""
        code = int.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        return code


class PipelineError(Exception):
    """Base of all that stops a run on purpose; its text is a sentence for the person who reads it."""

    exit_code = ExitCode.BUG


class BadInput(PipelineError):
    """Something a person wrote is wrong; the text says what, where, and how to mend it."""

    exit_code = ExitCode.BAD_INPUT


class RunLocked(PipelineError):
    """Another run is writing to the same database."""

    exit_code = ExitCode.LOCKED


class StorageFault(PipelineError):
    """The database failed; the text names the file and SQLite's reason."""

    exit_code = ExitCode.STORAGE


class NewerDatabase(StorageFault):
    """The database has migrations that this version does not know."""
