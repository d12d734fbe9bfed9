"""The command line: what a person or cron types, what they see, and the exit code they get.

main ─▶ base, the group ─┬─▶ stages     ingest, fetch, parse, load
                         ├─▶ status
                         ├─▶ queries    search, export, rejects
                         ├─▶ diff
                         ├─▶ again      redrive, replay, rebuild, check
                         └─▶ reference

A run is shown by summary, a page by show.
"""

import errno
import gc
import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import click

from pipeline.cli.base import pipeline
from pipeline.errors import ExitCode, PipelineError
from pipeline.run.interrupts import ENDINGS

__all__ = ["main", "pipeline", "run_command"]

_OUTPUT_FAILED = (errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT)
"""How writing to a full disk or to a closed stdout fails. The database says it by a `StorageFault` of its own."""


def main() -> None:
    """Run the command line and leave with one of the codes of `ExitCode`."""
    for number in ENDINGS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup ignores the end of its terminal
            signal.signal(number, _interrupt)
    _open_what_is_closed()
    _speak_utf8()
    gc.freeze()  # what is imported stays: not to look through it for garbage saves a tenth of a run
    gc.set_threshold(10_000, 50, 50)  # records go without it: to look for cycles less often saves a twentieth
    sys.exit(run_command())


def _open_what_is_closed() -> None:
    """A stream that the caller closed, as daemons do, is one that nobody reads, and that holds nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def _speak_utf8() -> None:
    """Records are UTF-8 in every locale; what a person reads is the same text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    """`kill` ends a run as Ctrl-C does: what is finished is kept, the run says that it was interrupted."""
    raise KeyboardInterrupt


def run_command(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one return for each way to end
    """Do what `arguments` say, or the command line, and give the exit code; what stops it is a sentence on stderr."""
    try:
        return int(pipeline.main(arguments, standalone_mode=False) or ExitCode.OK)
    except click.ClickException as error:
        error.show()
        return ExitCode.BAD_INPUT
    except (KeyboardInterrupt, click.Abort) as error:
        if isinstance(error.__cause__, EOFError):  # click takes it for Ctrl-D; so says a torn .pyc file, too
            return _bug()
        click.echo("pipeline: interrupted; what was finished is kept", err=True)
        return ExitCode.INTERRUPTED
    except PipelineError as error:
        click.echo(f"pipeline: {error}", err=True)
        return error.exit_code
    except OSError as error:
        if error.errno not in _OUTPUT_FAILED:
            return _bug()
        click.echo(f"pipeline: the output cannot be written ({error.strerror})", err=True)
        return ExitCode.STORAGE
    except SystemExit:
        # So click leaves, with code 1, when the reader of our output has left, as `head` does.
        return ExitCode.OK
    except Exception:  # noqa: BLE001 - the last line of defence; what lands here is a bug of ours
        return _bug()


def _bug() -> ExitCode:
    traceback.print_exc()
    click.echo("pipeline: this is a fault in pipeline itself; the traceback above says where", err=True)
    return ExitCode.BUG
