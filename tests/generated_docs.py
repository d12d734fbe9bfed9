"""The parts of README.md that come from the program itself.

`make docs` (`python -m tests.generated_docs`) writes them anew; tests/test_docs.py fails when they are stale.
"""

import json
import subprocess
import sys
import tempfile
import types
import typing
from collections.abc import Callable, Mapping
from pathlib import Path

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pipeline.cli import pipeline
from pipeline.config import FetchSettings, SelectorTable, Settings, Source
from pipeline.errors import ExitCode
from pipeline.load import data_dictionary
from pipeline.records import Reason

README = Path(__file__).parent.parent / "README.md"
_TABLES: Mapping[str, type[BaseModel]] = {
    "pipeline": Settings,
    "fetch": FetchSettings,
    "sources.NAME": Source,
    "sources.NAME.selectors": SelectorTable,
}


def cli_reference() -> str:
    """Every command's own help text."""
    program = click.Context(pipeline, info_name="pipeline", **pipeline.context_settings, terminal_width=100)
    helps = []
    for name, command in pipeline.commands.items():
        helps.append(command.get_help(click.Context(command, info_name=name, parent=program)))
    return "```text\n" + "\n\n".join(helps) + "\n```"


def exit_codes() -> str:
    """The table of exit codes."""
    return "\n".join(
        ["| code | meaning |", "|---|---|", *(f"| {code.value} | {code.meaning} |" for code in ExitCode)]
    )


def reasons() -> str:
    """Every named reason with its meaning."""
    rows = (f"| `{reason.value}` | {reason.meaning} |" for reason in Reason)
    return "\n".join(["| reason | meaning |", "|---|---|", *rows])


def configuration() -> str:
    """Every key of config.toml, table by table."""
    return "\n\n".join(_key_table(name, table) for name, table in _TABLES.items())


def _key_table(name: str, table: type[BaseModel]) -> str:
    rows = (_key_row(key, field) for key, field in table.model_fields.items() if key != "selectors")
    return "\n".join([f"| `[{name}]` | type | default | |", "|---|---|---|---|", *rows])


def _key_row(key: str, field: FieldInfo) -> str:
    default = field.get_default()
    shown = "" if default is None else f"`{json.dumps(default)}`"
    return f"| `{key}` | {_type_name(field.annotation)} | {shown} | {' '.join((field.description or '').split())} |"


def _type_name(annotation: object) -> str:
    if typing.get_origin(annotation) is tuple:
        return "list of strings"
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return _type_name(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) is typing.Annotated:
        return _type_name(typing.get_args(annotation)[0])
    names: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "true or false"}
    return names[annotation]


def summary() -> str:
    """What a first run over the sample prints."""
    command = [str(Path(sys.executable).with_name("pipeline")), "ingest"]
    with tempfile.TemporaryDirectory() as folder:
        config = README.with_name("config.toml").read_text(encoding="utf-8")
        Path(folder, "config.toml").write_text(config, encoding="utf-8")
        Path(folder, "fixtures").symlink_to(README.with_name("fixtures"))
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return f"```text\n{result.stdout.rstrip()}\n```"


_SECTIONS: Mapping[str, Callable[[], str]] = {
    "summary": summary,
    "cli": cli_reference,
    "exit-codes": exit_codes,
    "config": configuration,
    "dictionary": data_dictionary,
    "reasons": reasons,
}


def generated(readme: str) -> str:
    """The text of README.md with its generated parts written anew."""
    for name, section in _SECTIONS.items():
        before, begin, rest = readme.partition(f"<!-- begin: {name} -->\n")
        _, end, after = rest.partition(f"<!-- end: {name} -->")
        if not (begin and end):
            raise LookupError(f"README.md has no place for the generated part {name!r}")
        readme = f"{before}{begin}\n{section()}\n\n{end}{after}"
    return readme


if __name__ == "__main__":
    README.write_text(generated(README.read_text(encoding="utf-8")), encoding="utf-8")
