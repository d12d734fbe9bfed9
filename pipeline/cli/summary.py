"""A run as a person sees it: progress while it goes on, then a table of what was done."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pipeline.cli.base import TABLE_WIDTH, new_console, plain_table
from pipeline.errors import ExitCode
from pipeline.records import Capture, PageOutcome, Problem, Reason
from pipeline.summary import RunSummary, SourceTally

_MOST_SOURCES = 40
_LEGEND = """\
parsed: with a story or a quote   left out: with neither, or beyond max_pages
+ added   ~ changed or made fuller   = as before; once for each page that shows it"""
_LOCAL = (Reason.NOT_FOUND_LOCALLY, Reason.UNREADABLE_FILE)
"""What is wrong with a file is told with its path: its URL may be that of the site that it was saved from."""


def drain(outcomes: Generator[PageOutcome], summary: RunSummary, *, quiet: bool) -> ExitCode:
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
        _show_summary(new_console(TABLE_WIDTH), summary)
    return code


def _show_summary(console: Console, summary: RunSummary) -> None:
    """One row a source: pages, articles, quotes; then what was left out or doubtful, and why."""
    table = plain_table(
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
    console.print(_LEGEND, style="dim", markup=False)
    for name, tally in shown.items():
        for trouble, count in sorted(tally.problems.items(), key=lambda one: (one[0].told_before, one)):
            capture, problem = tally.examples[trouble]
            first = f"{problem.detail or problem.reason.meaning} ({_place(capture, problem)})"
            again = " as before" if trouble.told_before else ""
            told = f"{name}: {count} x {problem.reason}{again}, the first: {first}"
            console.print(told, markup=False, soft_wrap=True)
        if (what := tally.to_look_at) and summary.all_expected and not summary.interrupted:
            console.print(f"[bold red]{name}: {what}[/]")
    if summary.known:
        console.print(f"{summary.known} captures were known, and are not counted again")
    if summary.interrupted:
        what = "the database is as it was" if summary.past else "every finished page is kept"
        console.print(f"interrupted; {what}")


def _place(capture: Capture, problem: Problem) -> str:
    """Where a person looks for it: the path of a file, or the URL that was asked for and the one that answered."""
    if problem.reason in _LOCAL and problem.where:
        return problem.where
    moved = capture.final_url != capture.url
    return f"{capture.url} → {capture.final_url}" if moved else capture.url


def _largest(sources: Mapping[str, SourceTally]) -> Mapping[str, SourceTally]:
    """At most as many as a person reads, those with the most pages, in the order that they have."""
    if len(sources) <= _MOST_SOURCES:
        return sources
    by_size = sorted(sources, key=lambda name: sources[name].fetched + sources[name].failed, reverse=True)
    largest = set(by_size[:_MOST_SOURCES])
    return {name: tally for name, tally in sources.items() if name in largest}


@contextmanager
def progress(*, enabled: bool) -> Iterator[Callable[[PageOutcome], None]]:
    """Yield a function to be called with each page that is done; it draws on stderr when that is a terminal."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} pages"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not (enabled and console.is_terminal)
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda outcome: bar.update(task, advance=1, description=outcome.capture.url)
