"""What the commands share: the group that they belong to, their options, how lines and tables are written."""

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

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

_MODULES: Mapping[str, str] = {
    "ingest": "stages", "fetch": "stages", "parse": "stages", "load": "stages",
    "status": "status", "search": "queries", "export": "queries", "rejects": "queries", "diff": "diff",
    "redrive": "again", "replay": "again", "rebuild": "again", "check": "again",
    "reference": "reference",
}  # fmt: skip
"""Where each command is, in the order of `--help`."""


class _Commands(click.Group):
    """Imports a command when it is asked for: who searches the database waits for no parser and no network."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The names of all commands."""
        return list(_MODULES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of that name, which its module registers."""
        if module := _MODULES.get(name):
            import_module(f"pipeline.cli.{module}")
        return super().get_command(context, name)


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120}
)
@click.version_option(package_name="pipeline")
def pipeline() -> None:
    """News pages in, normalized SQLite rows out: fetch, parse, load."""


TABLE_WIDTH = 120
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


def plain_table(*headings: str) -> Table:
    """Plain columns, numbers to the right, no cell folded."""
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        numeric = heading in _NUMERIC
        table.add_column(heading, justify="right" if numeric else "left", no_wrap=True)
    return table


_NUMERIC = frozenset(
    ("pages", "failed", "articles +", "~", "=", "quotes +", "articles", "quotes", "captures")
)
