"""Progress: one line on a terminal, nothing at all anywhere else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pipeline.records import PageOutcome


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
