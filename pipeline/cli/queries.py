"""The commands that ask the database and change nothing: search, export, rejects."""

import dataclasses
import json
from pathlib import Path

import click
from rich.console import Console

from pipeline import export as exporting
from pipeline.cli.base import config_option, new_console, pipeline, write_line
from pipeline.config import Settings, load_config
from pipeline.errors import BadInput, ExitCode
from pipeline.export import FORMATS
from pipeline.load import VIEWS, Found, existing_database, exported, open_database_to_read, rejects


@pipeline.command()
@click.argument("words", nargs=-1, required=True)
@config_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many stories."
)
def search(words: tuple[str, ...], config_path: Path, limit: int) -> ExitCode:
    """Show the stories that have all WORDS, the best first.

    Each word is found in any of its forms. One that ends in * stands for all that begin so.
    """
    config = load_config(config_path)
    wanted = " ".join(words)
    if not any(map(str.isalnum, wanted)):
        raise BadInput(f"{wanted!r} holds no letter or digit to search for")
    with open_database_to_read(Path(config.pipeline.database)) as database:
        _show_found(new_console(), database.search(wanted, limit))
    return ExitCode.OK


@pipeline.command()
@click.argument("what", type=click.Choice(tuple(VIEWS)))
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="JSON Lines, CSV or Parquet.",
)
@click.option("--since", type=click.IntRange(min=0), help="Only what changed after this cursor.")
@click.option(
    "--epoch", help="The epoch of that cursor, which tells whether the database was made anew since."
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file; stdout if left out, or -."
)
def export(  # noqa: PLR0913, PLR0917 - an option each
    what: str, config_path: Path, form: str, since: int | None, epoch: str | None, output: Path | None
) -> ExitCode:
    """Write articles or quotes for other programs.

    All of them, or with --since what changed; stderr tells the cursor for the next time. What is gone is a row of JSON
    Lines with its id and `removed`; for CSV and Parquet stderr tells the ids.
    """
    settings = load_config(config_path).pipeline
    path = existing_database(Path(settings.database))
    output = None if output == Path("-") else output
    if output is not None and _is_ours(output, config_path, settings):
        raise BadInput(
            f"{output}: it is the pipeline's own, and would be written over: name another file with --output"
        )
    if form == "parquet" and output is None:
        raise BadInput("Parquet is no text: name a file with --output")
    if epoch is not None and since is None:
        raise BadInput("--epoch is that of a cursor: name the cursor, too, with --since")
    with exported(path, what, since or 0, epoch) as found, exporting.opened(output) as stream:
        exporting.write(found, form, stream)
        cursor = f"--since {found.cursor} --epoch {found.epoch}"
    if found.removed and form != "jsonl":
        gone = ", ".join(map(str, found.removed))
        click.echo(f"pipeline: gone since that cursor, for which {form} has no rows: id {gone}", err=True)
    click.echo(f"pipeline: for what changes from here on: {cursor}", err=True)
    return ExitCode.OK


def _is_ours(output: Path, config_path: Path, settings: Settings) -> bool:
    """Whether a file to write is the configuration, the database or a file beside it, or one of the archive."""
    output, database = output.resolve(), Path(settings.database).resolve()
    files = {database.with_name(database.name + end) for end in ("", "-wal", "-shm", "-journal", ".lock")}
    in_archive = output.is_relative_to(settings.archive_folder.resolve())
    return in_archive or output in files | {config_path.resolve()}


@pipeline.command(name="rejects")
@config_option
@click.option("--json", "as_json", is_flag=True, help="Write one record a line.")
def list_rejects(config_path: Path, as_json: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """List the pages that came and gave no row, each with its reason."""
    found = rejects(existing_database(Path(load_config(config_path).pipeline.database)))
    for one in found:
        if as_json:
            write_line(json.dumps(dataclasses.asdict(one), ensure_ascii=False))
        else:
            detail = f": {one.detail}" if one.detail else ""
            write_line(f"{one.fetched_at}  {one.source}  {one.reason}{detail}  {one.url}")
    if not found and not as_json:
        write_line("nothing was rejected")
    return ExitCode.OK


def _show_found(console: Console, found: tuple[Found, ...]) -> None:
    """What a search found: the id, for `diff`, and the date before each headline, and below the words around it."""
    if not found:
        console.print("nothing found")
    for story in found:
        date = story.published_local[:10] if story.published_local else "no date"
        headline = f"{story.id:8}  {date:<10}  {story.title}"
        console.print(headline, markup=False, highlight=False, soft_wrap=True)
        around = " ".join(story.snippet.split())
        console.print(f"{'':22}{around}", markup=False, highlight=False, soft_wrap=True, style="dim")
