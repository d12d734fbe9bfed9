"""The commands of a run and of its results, one function each: read the options, start the stream, show what comes."""

import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from select import select
from typing import BinaryIO

import click

from pipeline import export as exporting
from pipeline import rebuild as rebuilding
from pipeline import run, wire
from pipeline.cli.base import (
    TABLE_WIDTH,
    config_option,
    drain,
    new_console,
    pipeline,
    quiet_option,
    source_option,
    write_line,
)
from pipeline.cli.progress import progress
from pipeline.cli.show import show_page, stories_as_markdown
from pipeline.cli.tables import show_differences, show_found, show_status
from pipeline.config import Config, Source, load_config
from pipeline.errors import BadInput, ExitCode
from pipeline.export import FORMATS
from pipeline.fetch import fetch_pages
from pipeline.load import VIEWS, Difference, content_digest, exported, open_database_to_read
from pipeline.lull import Lull
from pipeline.records import FetchedPage, PageOutcome, PageToLoad, ParsedPage, Role


@pipeline.command()
@config_option
@source_option
@click.option(
    "--from",
    "warc",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Take the pages of this WARC file and fetch nothing; they belong to --source, or each to its host.",
)
@click.option("--again", is_flag=True, help="Ask for pages that are not due, too.")
@quiet_option
def ingest(
    config_path: Path,
    names: tuple[str, ...],
    warc: Path | None,
    again: bool,  # noqa: FBT001 - a click flag
    quiet: bool,  # noqa: FBT001 - a click flag
) -> ExitCode:
    """Fetch, archive, parse and load in one stream; end with a table of what was done."""
    config = load_config(config_path)
    summary = run.RunSummary()
    if warc is not None:
        return _ingest_warc(config, warc, names, summary, quiet=quiet)
    sources = _chosen(config, names, config_path)
    return drain(run.ingest(config, sources, summary, again=again), summary, quiet=quiet)


@pipeline.command()
@config_option
@source_option
def fetch(config_path: Path, names: tuple[str, ...]) -> ExitCode:
    """Fetch the pages of the sources and archive them; write one FetchedPage record a line to stdout."""
    config = load_config(config_path)
    failed = False
    with closing(run.fetch(config, _chosen(config, names, config_path))) as pages:
        for page in pages:
            failed |= page.capture.failure is not None and page.capture.role is not Role.ROBOTS
            write_line(wire.to_json(page))
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


@pipeline.command()
@click.argument("places", nargs=-1)
@config_option
@click.option("--source", "name", metavar="NAME", help="Read the PLACES with the options of this source.")
@click.option("--json", "as_json", is_flag=True, help="Write one ParsedPage record a line.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Write the stories as Markdown.")
@click.option("--explain", is_flag=True, help="Say which rule gave each field, and which left out each text.")
def parse(  # noqa: PLR0913, PLR0917 - an option each
    places: tuple[str, ...],
    config_path: Path,
    name: str | None,
    as_json: bool,  # noqa: FBT001 - a click flag
    as_markdown: bool,  # noqa: FBT001 - a click flag
    explain: bool,  # noqa: FBT001 - a click flag
) -> ExitCode:
    """Parse PLACES (files, folders, http(s) URLs) and show what was found.

    Without PLACES: read FetchedPage records from stdin, write PageToLoad records to stdout.
    """
    config = load_config(config_path) if config_path.exists() or name or not places else Config()
    if not places:
        return _parse_stdin(config)
    chosen = _chosen(config, (name,), config_path)[name] if name else Source()
    source = _source_of(places, chosen)
    return _parse_places(config, source, _shown(as_json, as_markdown, explain))


def _shown(as_json: bool, as_markdown: bool, explain: bool) -> Callable[[ParsedPage], None]:  # noqa: FBT001 - click flags
    """What shows a parsed page in the form that was asked for."""
    if as_json:
        return lambda page: write_line(wire.to_json(page))
    if as_markdown:
        return lambda page: write_line(stories_as_markdown(page))
    console = new_console()
    return lambda page: show_page(console, page, explain=explain)


@pipeline.command()
@config_option
@quiet_option
def load(config_path: Path, quiet: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """Read PageToLoad records from stdin and write them to the database."""
    config = load_config(config_path)
    summary = run.RunSummary()
    lull = Lull()
    pages = wire.read_records(PageToLoad, _stdin_lines("pipeline parse", lull))
    outcomes = run.load_pages(pages, Path(config.pipeline.database), (), summary, lull=lull)
    return drain(outcomes, summary, quiet=quiet)


@pipeline.command()
@config_option
@click.option(
    "--keep-only-archived", is_flag=True, help="Rebuild though pages that are in no archive will be lost."
)
@quiet_option
def rebuild(config_path: Path, keep_only_archived: bool, quiet: bool) -> ExitCode:  # noqa: FBT001 - click flags
    """Make the database again from the archive, by today's rules and configuration; fetches nothing."""
    config = load_config(config_path)
    summary = run.RunSummary()
    outcomes = rebuilding.rebuild(config, summary, keep_only_archived=keep_only_archived)
    return drain(outcomes, summary, quiet=quiet)


@pipeline.command()
@config_option
@click.option("--dry-run", is_flag=True, help="Change nothing; say what would change.")
def replay(config_path: Path, dry_run: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """Parse the archived pages again and say what that changes, field by field; then rebuild, unless --dry-run."""
    config = load_config(config_path)
    with progress(enabled=True) as advance:
        found = _drained(rebuilding.replayed(config, run.RunSummary()), advance)
    show_differences(new_console(), found)
    if dry_run or not found:
        return ExitCode.OK
    summary = run.RunSummary()
    return drain(rebuilding.rebuild(config, summary), summary, quiet=False)


@pipeline.command()
@click.argument("what", type=click.Choice(tuple(VIEWS)))
@config_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option("--since", type=click.IntRange(min=0), default=0, help="Only what changed after this cursor.")
@click.option("--epoch", help="The epoch of that cursor: where it is another one, start over.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file; stdout if left out, or -."
)
def export(  # noqa: PLR0913, PLR0917 - an option each
    what: str, config_path: Path, form: str, since: int, epoch: str | None, output: Path | None
) -> ExitCode:
    """Write all articles or quotes, or what changed, for other programs; stderr tells the cursor for the next time."""
    path = Path(load_config(config_path).pipeline.database)
    output = None if output == Path("-") else output
    if form == "parquet" and output is None:
        raise BadInput("Parquet is no text: name a file with --output")
    with open_database_to_read(path):  # says so where there is none, or one of another version
        pass
    with exported(path, what, since, epoch) as found, exporting.opened(output) as stream:
        exporting.write(found, form, stream)
        cursor = f"--since {found.cursor} --epoch {found.epoch}"
    click.echo(f"pipeline: for what changes from here on: {cursor}", err=True)
    return ExitCode.OK


@pipeline.command()
@config_option
def check(config_path: Path) -> ExitCode:
    """Prove that the database is whole and agrees with the archive, page by page."""
    config = load_config(config_path)
    path = Path(config.pipeline.database)
    with open_database_to_read(path):  # says so where there is none, or one of another version
        pass
    found = list(rebuilding.checked(config))
    for sentence in found:
        click.echo(sentence)
    click.echo(f"{path}: {len(found)} faults" if found else f"{path}: whole; content {content_digest(path)}")
    return ExitCode.STORAGE if found else ExitCode.OK


@pipeline.command()
@config_option
def status(config_path: Path) -> ExitCode:
    """Show the sources, the last runs, and what the database holds."""
    config = load_config(config_path)
    path = Path(config.pipeline.database)
    with open_database_to_read(path) as database:
        show_status(new_console(TABLE_WIDTH), config, path, database)
    return ExitCode.OK


@pipeline.command()
@click.argument("words", nargs=-1, required=True)
@config_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many stories."
)
def search(words: tuple[str, ...], config_path: Path, limit: int) -> ExitCode:
    """Show the stories that have all WORDS, each in any of its forms, the best first.

    A word that ends in * stands for all that begin so.
    """
    config = load_config(config_path)
    with open_database_to_read(Path(config.pipeline.database)) as database:
        show_found(new_console(), database.search(" ".join(words), limit))
    return ExitCode.OK


def _chosen(config: Config, names: tuple[str, ...], config_path: Path) -> dict[str, Source]:
    """The named sources, or all that are enabled. Raises `BadInput` when there is none."""
    for name in names:
        if name not in config.sources:
            known = ", ".join(config.sources) or "none"
            raise BadInput(f"{config_path}: there is no source {name!r}; there are: {known}")
    chosen = {name: config.sources[name] for name in names} if names else config.enabled()
    if not chosen:
        raise BadInput(
            f"{config_path}: no source is enabled; set `enabled = true` in one, or name one with --source"
        )
    return chosen


def _drained(
    outcomes: Generator[PageOutcome, None, list[Difference]], advance: Callable[[PageOutcome], None]
) -> list[Difference]:
    """Pull the stream to its end; what it returns."""
    while True:
        try:
            advance(next(outcomes))
        except StopIteration as end:
            found: list[Difference] = end.value
            return found


def _ingest_warc(
    config: Config, warc: Path, names: tuple[str, ...], summary: run.RunSummary, *, quiet: bool
) -> ExitCode:
    if len(names) > 1:
        raise BadInput("--from takes one --source at most: all pages of the file belong to it")
    outcomes = run.ingest_warc(config, warc, names[0] if names else None, summary)
    return drain(outcomes, summary, quiet=quiet)


def _parse_stdin(config: Config) -> ExitCode:
    pages = wire.read_records(FetchedPage, _stdin_lines("pipeline fetch"))
    for page in run.parse_pages(pages, config.sources):
        write_line(wire.to_json(page))
    return ExitCode.OK


def _parse_places(config: Config, source: Source, show: Callable[[ParsedPage], None]) -> ExitCode:
    failed = False
    with closing(fetch_pages({"command-line": source}, config.fetch)) as pages:
        for page in pages:
            if page.capture.role is Role.ROBOTS:
                continue
            if page.capture.failure:
                failed = True
                reason = page.capture.failure
                click.echo(f"pipeline: {page.capture.url}: {reason.reason}: {reason.detail}", err=True)
                continue
            show(run.parse_fetched(page, source))
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


def _source_of(places: tuple[str, ...], options: Source) -> Source:
    """A source made of the places on the command line, with the options of a configured one."""
    pages = tuple(place if "://" in place else str(Path(place).resolve()) for place in places)
    update: Mapping[str, object] = {"pages": pages, "feeds": (), "follow": (), "max_pages": sys.maxsize}
    return options.model_copy(update=dict(update))


def _stdin_lines(writer: str, before_waiting: Callable[[], None] = lambda: None) -> Iterable[str]:
    if sys.stdin.isatty():
        raise BadInput(f"nothing on stdin; join it to `{writer}` with a pipe (see --help)")
    return _utf8_lines(_as_they_come(sys.stdin.buffer, before_waiting))


def _as_they_come(stream: BinaryIO, before_waiting: Callable[[], None]) -> Iterator[bytes]:
    """The lines of a pipe; `before_waiting` is called when no more of it is there."""
    while True:
        if not select([stream], [], [], 0)[0]:
            before_waiting()
        line = stream.readline()
        if not line:
            return
        yield line


def _utf8_lines(lines: Iterable[bytes]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput(f"stdin, line {number}: not UTF-8, byte {error.start + 1}") from error
