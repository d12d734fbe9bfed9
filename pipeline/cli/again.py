"""What the archive can do again: rebuild, replay, redrive; and the proof that the database agrees with it, check."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.markup import escape

from pipeline.cli.base import config_option, new_console, pipeline, plain_table, quiet_option
from pipeline.cli.summary import drain, progress
from pipeline.config import load_config
from pipeline.errors import ExitCode
from pipeline.load import Difference, content_digest, existing_database, rejects
from pipeline.run import rebuild as rebuilding
from pipeline.run import stream
from pipeline.summary import RunSummary

_Each = TypeVar("_Each")
_Result = TypeVar("_Result")


@pipeline.command()
@config_option
@click.option(
    "--keep-only-archived", is_flag=True, help="Rebuild though pages that are in no archive will be lost."
)
@quiet_option
def rebuild(config_path: Path, keep_only_archived: bool, quiet: bool) -> ExitCode:  # noqa: FBT001 - click flags
    """Make the database again from the archive, without network.

    It is made by today's rules and configuration, and takes the place of the old one when it is whole.
    """
    config = load_config(config_path)
    summary = RunSummary()
    outcomes = rebuilding.rebuild(config, summary, keep_only_archived=keep_only_archived)
    return drain(outcomes, summary, quiet=quiet)


@pipeline.command()
@config_option
@click.option("--dry-run", is_flag=True, help="Change nothing; say what would change.")
def replay(config_path: Path, dry_run: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """Say what parsing the archive anew changes, and rebuild.

    With --dry-run it only says so, field by field, and whether a rebuild would lose pages (code 5).
    """
    config = load_config(config_path)
    with progress(enabled=True) as advance:
        found = _drained(rebuilding.replayed(config, RunSummary()), advance)
    _show_differences(new_console(), found)
    if dry_run or not found:
        rebuilding.refuse_to_lose(config)  # what is gone with the archive is no work of the rules
        return ExitCode.OK
    summary = RunSummary()
    return drain(rebuilding.rebuild(config, summary), summary, quiet=False)


@pipeline.command()
@config_option
@quiet_option
def redrive(config_path: Path, quiet: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """Parse the rejected pages again and load what they give now.

    They are read from the archive, by today's rules and configuration.
    """
    config = load_config(config_path)
    found = rejects(existing_database(Path(config.pipeline.database)))
    archived = [one.archived for one in found if one.archived]
    if len(archived) < len(found):
        lost = len(found) - len(archived)
        click.echo(f"pipeline: {lost} of the rejected pages are in no archive; fetch them again", err=True)
    summary = RunSummary()
    code = drain(stream.redrive(config, archived, summary), summary, quiet=quiet or not found)
    if not found and not quiet:
        click.echo("nothing was rejected")
    return code


@pipeline.command()
@config_option
def check(config_path: Path) -> ExitCode:
    """Prove that the database is whole and agrees with the archive."""
    config = load_config(config_path)
    path = existing_database(Path(config.pipeline.database))
    found: list[str] = []
    waiting = _drained(rebuilding.checked(config), found.append)
    for sentence in found:
        click.echo(sentence)
    if waiting:
        click.echo(
            f"{path}: pages that are archived and not loaded yet: {waiting}; the next ingest loads them"
        )
    click.echo(f"{path}: faults: {len(found)}" if found else f"{path}: whole; content {content_digest(path)}")
    return ExitCode.STORAGE if found else ExitCode.OK


def _drained(stream: Generator[_Each, None, _Result], use: Callable[[_Each], object]) -> _Result:
    """Pull the stream to its end; what it returns."""
    while True:
        try:
            use(next(stream))
        except StopIteration as end:
            result: _Result = end.value
            return result


def _show_differences(console: Console, found: Sequence[Difference]) -> None:
    """One row a field, with the first story or quote that it changes."""
    if not found:
        console.print("nothing changes")
        return
    table = plain_table("of", "field", "how many", "the first", "before", "after")
    for one in found:
        table.add_row(*map(escape, (one.entity, one.field, str(one.count), one.name, one.before, one.after)))
    console.print(table)
