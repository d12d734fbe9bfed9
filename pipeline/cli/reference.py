"""`pipeline reference`: keys of config.toml, columns of the database, reasons, exit codes; from the program itself."""

import json
import sys
import types
import typing
from collections.abc import Callable, Mapping

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from rich.markdown import Markdown

from pipeline.cli.base import new_console, pipeline, write_line
from pipeline.config import FetchSettings, SelectorTable, Settings, Source
from pipeline.errors import ExitCode
from pipeline.load import data_dictionary
from pipeline.records.problems import Reason

_TABLES: Mapping[str, type[BaseModel]] = {
    "pipeline": Settings,
    "fetch": FetchSettings,
    "sources.NAME": Source,
    "sources.NAME.selectors": SelectorTable,
}
_TYPES: Mapping[object, str] = {str: "string", int: "integer", float: "number", bool: "true or false"}


def exit_codes() -> str:
    """What each exit code means, as a table in Markdown."""
    return _table(("code", "meaning"), [(str(code.value), code.meaning) for code in ExitCode])


def reasons() -> str:
    """Every named reason of `v1_problems` with its meaning, as a table in Markdown."""
    return _table(("reason", "meaning"), [(f"`{reason.value}`", reason.meaning) for reason in Reason])


def configuration() -> str:
    """Every key of config.toml with its type, default and meaning, a table in Markdown for each of its tables."""
    return "\n\n".join(_keys(name, table) for name, table in _TABLES.items())


TOPICS: Mapping[str, Callable[[], str]] = {
    "config": configuration,
    "views": lambda: data_dictionary("view"),
    "tables": lambda: data_dictionary("table"),
    "reasons": reasons,
    "exit-codes": exit_codes,
}


@pipeline.command()
@click.argument("topic", type=click.Choice(tuple(TOPICS)))
def reference(topic: str) -> ExitCode:
    """Print the whole reference of a TOPIC, in Markdown.

    config: the keys of config.toml. views: the columns that readers can rely on. tables: what is under them.
    reasons: why a page or a field is doubtful. exit-codes: what cron gets.
    """
    text = TOPICS[topic]()
    if sys.stdout.isatty():
        new_console().print(Markdown(text))
    else:
        write_line(text)
    return ExitCode.OK


def _keys(name: str, table: type[BaseModel]) -> str:
    rows = [_key(key, field) for key, field in table.model_fields.items() if key != "selectors"]
    return _table((f"`[{name}]`", "type", "default", ""), rows)


def _key(name: str, field: FieldInfo) -> tuple[str, ...]:
    default = field.get_default()
    shown = "" if default is None else f"`{json.dumps(default)}`"
    return f"`{name}`", _type_name(field.annotation), shown, " ".join((field.description or "").split())


def _type_name(annotation: object) -> str:
    if typing.get_origin(annotation) is tuple:
        return f"list of {_type_name(typing.get_args(annotation)[0])}s"
    if typing.get_origin(annotation) in (typing.Union, types.UnionType, typing.Annotated):
        return _type_name(typing.get_args(annotation)[0])
    return _TYPES[annotation]


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join("|".join(("", *(f" {cell} " for cell in line), "")) for line in lines)
