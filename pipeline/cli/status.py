"""`pipeline status`: the sources, the last runs, and how much the database holds."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.cli.base import TABLE_WIDTH, config_option, new_console, pipeline, plain_table
from pipeline.config import Config, load_config
from pipeline.errors import ExitCode
from pipeline.load import Reader, RunRow, SourceRow, open_database_to_read
from pipeline.run_lock import is_running


@pipeline.command()
@config_option
def status(config_path: Path) -> ExitCode:
    """Show the sources, the last runs, and what the database holds."""
    config = load_config(config_path)
    path = Path(config.pipeline.database)
    with open_database_to_read(path) as database:
        _show_status(new_console(TABLE_WIDTH), config, path, database)
    return ExitCode.OK


def _show_status(console: Console, config: Config, path: Path, database: Reader) -> None:
    """The sources of the configuration and of the database, the last runs, and how much the database holds."""
    counts = database.counts()
    console.print(
        f"{path}: {counts.articles} articles, {counts.quotes} quotes, {counts.captures} captures, {counts.runs} runs",
        markup=False,
        soft_wrap=True,
    )
    console.print()
    console.print(_source_table(config, {row.name: row for row in database.sources_status()}))
    for source, rows in groupby(database.failing(), itemgetter(0)):
        reasons = ", ".join(f"{pages} x {reason}" for _, reason, pages in rows)
        told = f"{source}: pages that fail whenever they are asked for: {reasons}; see v1_frontier"
        console.print(told, markup=False, soft_wrap=True)
    console.print()
    runs = database.recent_runs()
    if not is_running(path):  # a run that still says so was killed; the next one will note it
        runs = tuple(replace(run, status="crashed") if run.status == "running" else run for run in runs)
    console.print(_run_table(runs))


def _source_table(config: Config, known: Mapping[str, SourceRow]) -> Table:
    headings = ("articles", "quotes", "captures", "failed", "last fetched UTC", "last failed UTC", "reason")
    table = plain_table("source", "", *headings)
    for name in dict.fromkeys((*config.sources, *known)):
        source, row = config.sources.get(name), known.get(name, SourceRow(name))
        state = "gone" if source is None else "on" if source.enabled else "off"
        counts = (row.articles, row.quotes, row.captures, row.failed)
        instants = (_minute(row.last_fetched), _minute(row.last_failed))
        table.add_row(name, state, *map(str, counts), *instants, row.last_failure)
    return table


def _run_table(runs: tuple[RunRow, ...]) -> Table:
    table = plain_table(
        "run", "", "pages", "failed", "articles +", "~", "=", "quotes +", "=", "began UTC", "took"
    )
    for run in runs:
        counts = (
            run.pages, run.failed, run.articles_added, run.articles_changed, run.articles_unchanged,
            run.quotes_added, run.quotes_unchanged,
        )  # fmt: skip
        table.add_row(str(run.id), run.status, *map(str, counts), _minute(run.started_at), _duration(run))
    return table


def _minute(instant: str | None) -> str:
    """An instant of the database as a person reads it: in UTC, to the minute."""
    return f"{datetime.fromisoformat(instant):%Y-%m-%d %H:%M}" if instant else "never"


def _duration(run: RunRow) -> str:
    """Hours, minutes, seconds; empty where the end is not known."""
    if run.ended_at is None:
        return ""
    took = datetime.fromisoformat(run.ended_at) - datetime.fromisoformat(run.started_at)
    return str(timedelta(seconds=round(took.total_seconds())))
