"""The summary of a run, and `pipeline status`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.config import Config
from pipeline.load import Difference, Found, Reader, RunRow, SourceRow
from pipeline.run import RunSummary, SourceTally
from pipeline.run_lock import is_running


def show_summary(console: Console, summary: RunSummary) -> None:
    """One row a source: pages, articles, quotes; then what was left out or doubtful, and why."""
    table = _table(
        "source", "fetched", "failed", "parsed", "left out", "articles +", "~", "=", "quotes +", "="
    )
    shown = _largest(summary.sources)
    for name, tally in shown.items():
        counts = (
            tally.fetched, tally.failed, tally.parsed, tally.left_out,
            tally.articles_added, tally.articles_changed, tally.articles_unchanged,
            tally.quotes_added, tally.quotes_unchanged,
        )  # fmt: skip
        table.add_row(name, *map(str, counts))
    console.print(table)
    if len(shown) < len(summary.sources):
        console.print(f"and {len(summary.sources) - len(shown)} smaller sources")
    console.print(
        "[dim]+ added   ~ changed or made fuller   = as before; once for each page that shows it[/]"
    )
    for name, tally in shown.items():
        for reason, count in sorted(tally.problems.items()):
            url, problem = tally.examples[reason]
            first = f"{problem.detail} ({url})" if problem.detail else url
            console.print(f"{name}: {count} x {reason}, the first: {first}", markup=False, soft_wrap=True)
        if tally.silent and summary.all_expected and not summary.interrupted:
            what = (
                "no article and no quote at all; has the site changed?" if tally.fetched else "no page came"
            )
            console.print(f"[bold red]{name}: {what}[/]")
    if summary.interrupted:
        console.print("interrupted; every finished page is kept")


def show_differences(console: Console, found: Sequence[Difference]) -> None:
    """One row a field, with the first story that it changes."""
    if not found:
        console.print("nothing changes")
        return
    table = _table("field", "articles", "the first", "before", "after")
    for one in found:
        table.add_row(*map(escape, (one.field, str(one.stories), one.title, one.before, one.after)))
    console.print(table)


def _largest(sources: Mapping[str, SourceTally]) -> Mapping[str, SourceTally]:
    """At most as many as a person reads, those with the most pages, in the order that they have."""
    if len(sources) <= _MOST_SOURCES:
        return sources
    by_size = sorted(sources, key=lambda name: sources[name].fetched + sources[name].failed, reverse=True)
    largest = set(by_size[:_MOST_SOURCES])
    return {name: tally for name, tally in sources.items() if name in largest}


def show_status(console: Console, config: Config, path: Path, database: Reader) -> None:
    """The sources of the configuration and of the database, the last runs, and how much the database holds."""
    counts = database.counts()
    console.print(
        f"{path}: {counts.articles} articles, {counts.quotes} quotes, {counts.captures} captures, {counts.runs} runs"
    )
    console.print()
    console.print(_source_table(config, {row.name: row for row in database.sources_status()}))
    console.print()
    runs = database.recent_runs()
    if not is_running(path):  # a run that still says so was killed; the next one will note it
        runs = tuple(replace(run, status="crashed") if run.status == "running" else run for run in runs)
    console.print(_run_table(runs))


def show_found(console: Console, found: tuple[Found, ...]) -> None:
    """What a search found: rank and date before each headline, the words around what was found below it."""
    if not found:
        console.print("nothing found")
    for story in found:
        date = story.published_at[:10] if story.published_at else "no date"
        headline = f"{story.rank:8.3f}  {date:<10}  {story.title}"
        console.print(headline, markup=False, highlight=False, soft_wrap=True)
        around = " ".join(story.snippet.split())
        console.print(f"{'':22}{around}", markup=False, highlight=False, soft_wrap=True, style="dim")


def _source_table(config: Config, known: Mapping[str, SourceRow]) -> Table:
    table = _table(
        "source", "", "articles", "quotes", "captures", "failed", "last fetched UTC", "last failure"
    )
    for name in dict.fromkeys((*config.sources, *known)):
        source, row = config.sources.get(name), known.get(name)
        state = "gone" if source is None else "on" if source.enabled else "off"
        table.add_row(name, state, *(_source_cells(row) if row else ("0", "0", "0", "0", "never", "")))
    return table


def _source_cells(row: SourceRow) -> tuple[str, ...]:
    counts = (row.articles, row.quotes, row.captures, row.failed)
    return (
        *map(str, counts),
        _minute(row.last_fetched) if row.last_fetched else "never",
        row.last_failure or "",
    )


def _run_table(runs: tuple[RunRow, ...]) -> Table:
    table = _table("run", "", "pages", "failed", "articles +", "~", "=", "quotes +", "=", "began UTC", "took")
    for run in runs:
        counts = (
            run.pages, run.failed, run.articles_added, run.articles_changed, run.articles_unchanged,
            run.quotes_added, run.quotes_unchanged,
        )  # fmt: skip
        table.add_row(str(run.id), run.status, *map(str, counts), _minute(run.started_at), _duration(run))
    return table


def _minute(instant: str) -> str:
    """An instant of the database as a person reads it: in UTC, to the minute."""
    return f"{datetime.fromisoformat(instant):%Y-%m-%d %H:%M}"


def _duration(run: RunRow) -> str:
    """Hours, minutes, seconds; empty where the end is not known."""
    if run.ended_at is None:
        return ""
    took = datetime.fromisoformat(run.ended_at) - datetime.fromisoformat(run.started_at)
    return str(timedelta(seconds=round(took.total_seconds())))


def _table(*headings: str) -> Table:
    """Plain columns, numbers to the right, no cell folded."""
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        numeric = heading in _NUMERIC
        table.add_column(heading, justify="right" if numeric else "left", no_wrap=True)
    return table


_MOST_SOURCES = 40

_NUMERIC = frozenset(
    ("pages", "failed", "articles +", "~", "=", "quotes +", "articles", "quotes", "captures")
)
