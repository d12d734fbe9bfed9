"""ingest, and the stages one by one: fetch, parse, load."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from select import select
from typing import BinaryIO

import click

from pipeline.cli.base import config_option, new_console, pipeline, quiet_option, source_option, write_line
from pipeline.cli.show import show_page, stories_as_markdown
from pipeline.cli.summary import drain
from pipeline.clock import SYSTEM_CLOCK
from pipeline.config import Config, Source, load_config
from pipeline.errors import BadInput, ExitCode
from pipeline.fetch import fetch_pages
from pipeline.fetch.addresses import is_file, is_web
from pipeline.records import Capture, FetchedPage, PageToLoad, ParsedPage, Role, wire
from pipeline.run import stream
from pipeline.run.loading import RunPlan, load_pages
from pipeline.run.lull import Lull
from pipeline.summary import RunSummary
from pipeline.urls import canonical_url

_STDIN = "-"
"""How a place is written that is the page on stdin."""
_LONGEST_LINE = 400_000_000
"""Bytes of a record on stdin: that of the largest page that config.toml may allow has 134 million."""


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
    """Fetch, archive, parse and load in one stream.

    At the end comes a table of what was done; with --quiet only if something needs a look.
    """
    config = load_config(config_path)
    summary = RunSummary()
    if warc is not None:
        if again:
            raise BadInput("--again asks sites for pages, and --from asks none; leave one out")
        if len(names) > 1:
            raise BadInput("--from takes one --source at most: all pages of the file belong to it")
        outcomes = stream.ingest_warc(config, warc, names[0] if names else None, summary)
    else:
        outcomes = stream.ingest(config, _to_fetch(config, names, config_path), summary, again=again)
    return drain(outcomes, summary, quiet=quiet)


@pipeline.command()
@config_option
@source_option
def fetch(config_path: Path, names: tuple[str, ...]) -> ExitCode:
    """Fetch pages and archive them; write one record a line.

    These are FetchedPage records, for `pipeline parse`.
    """
    config = load_config(config_path)
    failed = False
    with closing(stream.fetch(config, _to_fetch(config, names, config_path))) as pages:
        for page in pages:
            failed |= page.capture.failure is not None and page.capture.role is not Role.ROBOTS
            write_line(wire.to_json(page))
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


@pipeline.command()
@click.argument("places", nargs=-1)
@config_option
@click.option("--source", "name", metavar="NAME", help="Read the PLACES with the options of this source.")
@click.option(
    "--url", metavar="URL", help="Where the page comes from, if its one PLACE is a file: links begin there."
)
@click.option("--json", "as_json", is_flag=True, help="Write one ParsedPage record a line.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Write the stories as Markdown.")
@click.option("--explain", is_flag=True, help="Say which rule gave each field, and which left out each text.")
def parse(  # noqa: PLR0913, PLR0917 - an option each
    places: tuple[str, ...],
    config_path: Path,
    name: str | None,
    url: str | None,
    as_json: bool,  # noqa: FBT001 - a click flag
    as_markdown: bool,  # noqa: FBT001 - a click flag
    explain: bool,  # noqa: FBT001 - a click flag
) -> ExitCode:
    """Show what is found on pages, or parse what fetch writes.

    PLACES are files, folders and http(s) URLs; a single - is the page on stdin. Without them FetchedPage records are
    read from stdin, and PageToLoad records, for `pipeline load`, are written to stdout.
    """
    config = load_config(config_path) if config_path.exists() or name or not places else Config()
    forms = {"--json": as_json, "--markdown": as_markdown, "--explain": explain}
    _refuse_what_cannot_be(places, name, url, [option for option, is_set in forms.items() if is_set])
    if not places:
        return _parse_stdin(config)
    chosen = _chosen(config, (name,), config_path)[name] if name else Source()
    show = _shown(as_json, as_markdown, explain)
    if places == (_STDIN,):
        page = _page_on_stdin(url or "stdin:", config.fetch.max_body_bytes)
        show(stream.parse_fetched(page, chosen, explain=explain))
        return ExitCode.OK
    source = _source_of(places, chosen)
    return _parse_places(
        config, source, url, lambda page: show(stream.parse_fetched(page, source, explain=explain))
    )


def _refuse_what_cannot_be(
    places: tuple[str, ...], name: str | None, url: str | None, forms: Sequence[str]
) -> None:
    """Raise `BadInput` where one option would silently win over another, or have nothing to say something of."""
    if _STDIN in places and len(places) > 1:
        raise BadInput("- is the page on stdin, and stands alone; name the other places in a second call")
    if strange := [place for place in places if "://" in place and not is_web(place) and not is_file(place)]:
        raise BadInput(f"{strange[0]}: only http:// and https:// URLs, files and folders can be fetched")
    if url and not (len(places) == 1 and (places[0] == _STDIN or Path(places[0]).is_file())):
        raise BadInput("--url tells where one file comes from; name that file, and nothing else")
    if url and canonical_url(url) is None:
        raise BadInput(f"--url {url}: no http(s) URL; write all of it, like https://herald.example/page/2/")
    if len(forms) > 1:
        raise BadInput(f"{' and '.join(forms)}: take one; --json has the rules of the fields, too")
    if not places and (name or forms):
        raise BadInput(f"{'--source' if name else forms[0]} is for PLACES: name files, folders or URLs")


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
    """Load the records that parse writes into the database."""
    config = load_config(config_path)
    summary = RunSummary(expected=stream.expected(config.sources))
    lull = Lull()
    pages = wire.read_records(PageToLoad, _stdin_lines("pipeline parse", lull))
    outcomes = load_pages(pages, RunPlan(Path(config.pipeline.database), config.fetch, summary, lull=lull))
    return drain(outcomes, summary, quiet=quiet)


def _chosen(config: Config, names: tuple[str, ...], config_path: Path) -> dict[str, Source]:
    """The named sources, or all that are enabled. Raises `BadInput` when there is none."""
    for name in names:
        if name not in config.sources:
            known = ", ".join(config.sources) or "none"
            raise BadInput(f"{config_path}: there is no source {name!r}; there are: {known}")
    chosen = {name: config.sources[name] for name in names} if names else config.enabled()
    if not config.sources:
        raise BadInput(
            f'{config_path}: no source; write one: [sources.NAME] and below it pages = ["https://…/"]'
        )
    if not chosen:
        raise BadInput(
            f"{config_path}: no source is enabled; set `enabled = true` in one, or name one with --source"
        )
    return chosen


def _to_fetch(config: Config, names: tuple[str, ...], config_path: Path) -> dict[str, Source]:
    """The same for who fetches. Raises `BadInput` for a source, switched off so far, that names nothing to fetch."""
    chosen = _chosen(config, names, config_path)
    if empty := [name for name, source in chosen.items() if not source.places]:
        raise BadInput(
            f"{config_path}: sources.{empty[0]}: it names no `pages`, `feeds` or `sitemaps` to fetch"
        )
    return chosen


def _parse_stdin(config: Config) -> ExitCode:
    pages = wire.read_records(FetchedPage, _stdin_lines("pipeline fetch"))
    for page in stream.parse_pages(pages, config.sources):
        write_line(wire.to_json(page))
    return ExitCode.OK


def _parse_places(
    config: Config, source: Source, url: str | None, show: Callable[[FetchedPage], None]
) -> ExitCode:
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
            capture = replace(page.capture, final_url=url or page.capture.final_url)
            show(replace(page, capture=capture))
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


def _source_of(places: tuple[str, ...], options: Source) -> Source:
    """A source made of the places on the command line, with the options of a configured one."""
    pages = tuple(place if "://" in place else str(Path(place).resolve()) for place in places)
    return options.model_copy(update={"pages": pages, "feeds": (), "follow": (), "max_pages": sys.maxsize})


def _page_on_stdin(url: str, limit: int) -> FetchedPage:
    """What is on stdin as a page that came from `url`."""
    body = sys.stdin.buffer.read(limit + 1)
    if len(body) > limit:
        raise BadInput(f"stdin: more than {limit / 1e6:g} MB; `max_body_mb` is the limit")
    capture = Capture("command-line", url, url, SYSTEM_CLOCK.now(), size=len(body))
    return FetchedPage(capture, body)


def _stdin_lines(writer: str, before_waiting: Callable[[], None] = lambda: None) -> Iterable[str]:
    if sys.stdin.isatty():
        raise BadInput(f"nothing on stdin; join it to `{writer}` with a pipe (see --help)")
    return _as_they_come(sys.stdin.buffer, before_waiting)


def _as_they_come(pipe: BinaryIO, before_waiting: Callable[[], None]) -> Iterator[str]:
    """The lines of a pipe; `before_waiting` is called when no more of it is there."""
    for number in count(1):
        if not select([pipe], [], [], 0)[0]:
            before_waiting()
        if not (line := pipe.readline(_LONGEST_LINE)):
            return
        if len(line) == _LONGEST_LINE:
            raise BadInput(
                f"stdin, line {number}: more than {_LONGEST_LINE / 1e6:g} MB, and no record of a page"
            )
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput(f"stdin, line {number}: not UTF-8, byte {error.start + 1}") from error
        yield text
