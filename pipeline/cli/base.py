"""What the commands share: the group itself, their options, the way a run's stream is drained and shown."""

import sys
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import click
from rich.console import Console

from pipeline import run
from pipeline.cli.progress import progress
from pipeline.cli.tables import show_summary
from pipeline.errors import ExitCode
from pipeline.records import PageOutcome

config_option = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("config.toml"),
    show_default=True,
    help="The configuration file.",
)
source_option = click.option(
    "--source",
    "names",
    multiple=True,
    metavar="NAME",
    help="Only this source, enabled or not; may be repeated.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print nothing when all went well.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="pipeline")
def pipeline() -> None:
    """News pages in, normalized SQLite rows out: fetch, parse, load."""


def drain(outcomes: Generator[PageOutcome], summary: run.RunSummary, *, quiet: bool) -> ExitCode:
    """Pull the stream to its end with progress on a terminal, then print the summary; also after Ctrl-C."""
    try:
        with progress(enabled=not quiet) as advance, closing(outcomes) as stream:
            for outcome in stream:
                advance(outcome)
    except KeyboardInterrupt:
        summary.interrupted = True
    finally:
        for note in summary.notes:
            click.echo(f"pipeline: {note}", err=True)
    code = summary.exit_code
    if not quiet or code:
        show_summary(new_console(TABLE_WIDTH), summary)
    return code


TABLE_WIDTH = 100
"""Columns that the widest table needs. A terminal that has less breaks its lines, and no number is cut."""


def new_console(least_width: int = 0) -> Console:
    """stdout: as wide as the terminal, and `least_width`; in a file or a mail wide enough that nothing is cut."""
    console = Console()
    console.width = max(console.width, least_width) if sys.stdout.isatty() else 160
    return console


def write_line(line: str) -> None:
    """One line to stdout, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
