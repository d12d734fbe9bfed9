"""The commands that look back: what changed in a story, what was rejected, and trying that again."""

import dataclasses
import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from pipeline import run
from pipeline.cli.base import config_option, drain, new_console, pipeline, quiet_option, write_line
from pipeline.config import load_config
from pipeline.errors import BadInput, ExitCode
from pipeline.load import Revision, open_database_to_read, rejects, revisions

_WORD = re.compile(r"\n\n|\S+")
_AROUND = 8
"""Unchanged words shown on either side of a change."""


@pipeline.command()
@click.argument("article")
@config_option
@click.option(
    "--from", "old", type=click.IntRange(min=1), help="This revision; the last but one if left out."
)
@click.option("--to", "new", type=click.IntRange(min=1), help="And this one; the last if left out.")
@click.option("--json", "as_json", is_flag=True, help="Write every revision, one record a line.")
def diff(article: str, config_path: Path, old: int | None, new: int | None, as_json: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """Show how ARTICLE changed: its revisions, then word by word what differs between two of them.

    ARTICLE is an id of v1_articles or a canonical URL.
    """
    path = Path(load_config(config_path).pipeline.database)
    found = _revisions(path, article)
    if as_json:
        for one in found:
            write_line(json.dumps(dataclasses.asdict(one), ensure_ascii=False))
        return ExitCode.OK
    console = new_console()
    for one in found:
        what = f"{one.cause}: {one.changed}" if one.changed else one.cause
        console.print(f"{one.revision:3}  {one.valid_from}  {what}", highlight=False, markup=False)
    before, after = _chosen(found, old or len(found) - 1), _chosen(found, new or len(found))
    if before and after:
        same = before.title == after.title
        headline = Text(after.title) if same else _word_diff(before.title, after.title)
        for part in (headline, *_changed_fields(before, after), _word_diff(before.text, after.text)):
            console.print()
            console.print(part, soft_wrap=True)
    return ExitCode.OK


@pipeline.command(name="rejects")
@config_option
@click.option("--json", "as_json", is_flag=True, help="Write one record a line.")
def list_rejects(config_path: Path, as_json: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """List the pages that came and gave no row, each with its reason."""
    path = _database(load_config(config_path).pipeline.database)
    found = rejects(path)
    for one in found:
        if as_json:
            write_line(json.dumps(dataclasses.asdict(one), ensure_ascii=False))
        else:
            detail = f": {one.detail}" if one.detail else ""
            write_line(f"{one.fetched_at}  {one.source}  {one.reason}{detail}  {one.url}")
    if not found and not as_json:
        write_line("nothing was rejected")
    return ExitCode.OK


@pipeline.command()
@config_option
@quiet_option
def redrive(config_path: Path, quiet: bool) -> ExitCode:  # noqa: FBT001 - a click flag
    """Parse the rejected pages again, from the archive and by today's rules, and load what they give now."""
    config = load_config(config_path)
    found = rejects(_database(config.pipeline.database))
    archived = [one.archived for one in found if one.archived]
    if len(archived) < len(found):
        lost = len(found) - len(archived)
        click.echo(f"pipeline: {lost} of the rejected pages are in no archive; fetch them again", err=True)
    summary = run.RunSummary()
    return drain(run.redrive(config, archived, summary), summary, quiet=quiet)


def _changed_fields(before: Revision, after: Revision) -> Iterator[Text]:
    """A line for each field beside headline and text that is another one."""
    for name in ("authors", "published_at", "modified_at"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Text(f"{name}: {old or 'none'} → {new or 'none'}")


def _database(name: str) -> Path:
    path = Path(name)
    with open_database_to_read(path):  # says so where there is none, or one of another version
        pass
    return path


def _revisions(path: Path, article: str) -> list[Revision]:
    found = revisions(_database(str(path)), article)
    if not found:
        raise BadInput(f"{path}: no story {article!r}; name an id of v1_articles or a canonical URL")
    return found


def _chosen(found: list[Revision], number: int) -> Revision | None:
    if number > len(found):
        raise BadInput(f"there is no revision {number}; the last one is {found[-1].revision}")
    return found[number - 1] if number else None


def _word_diff(before: str, after: str) -> Text:
    """Words that went in [- -], words that came in {+ +}; of what stayed only what stands around them."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    shown = Text()
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            shown.append(_shortened(old[a:b], first=a == 0, last=b == len(old)))
            continue
        if a < b:
            shown.append(f"[-{_joined(old[a:b])}-] ", style="red")
        if c < d:
            shown.append(f"{{+{_joined(new[c:d])}+}} ", style="green")
    return shown


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    head, tail = ([] if first else words[:_AROUND]), ([] if last else words[-_AROUND:])
    if len(words) <= len(head) + len(tail):
        return _joined(words) + " "
    return " ".join(filter(None, (_joined(head), "…", _joined(tail)))) + " "


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" \n\n ", "\n\n")
