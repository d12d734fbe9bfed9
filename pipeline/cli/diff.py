"""`pipeline diff`: what changed in a story, word by word."""

import dataclasses
import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from pipeline.cli.base import config_option, new_console, pipeline, write_line
from pipeline.config import load_config
from pipeline.errors import BadInput, ExitCode
from pipeline.load import Revision, existing_database, revisions

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
    """Show how a story changed, word by word.

    ARTICLE is an id of v1_articles or its canonical URL. First come its revisions, then what differs between two.
    """
    path = Path(load_config(config_path).pipeline.database)
    if not (found := revisions(existing_database(path), article)):
        raise BadInput(f"{path}: no story {article!r}; name an id of v1_articles or a canonical URL")
    if as_json:
        for one in found:
            write_line(json.dumps(dataclasses.asdict(one), ensure_ascii=False))
        return ExitCode.OK
    if len(ids := sorted({one.article_id for one in found})) > 1:
        several = ", ".join(map(str, ids))
        raise BadInput(f"several sources tell a story of {article}; name one of them by its id: {several}")
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


def _changed_fields(before: Revision, after: Revision) -> Iterator[Text]:
    """A line for each field beside headline and text that is another one."""
    fields = {
        "authors": (", ".join(before.authors), ", ".join(after.authors)),
        "published_at": (before.published_at, after.published_at),
        "modified_at": (before.modified_at, after.modified_at),
    }
    for name, (old, new) in fields.items():
        if old != new:
            yield Text(f"{name}: {old or 'none'} → {new or 'none'}")


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
