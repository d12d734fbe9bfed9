"""Reads config.toml and says what is wrong with it, each mistake with its line."""

import difflib
import re
import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.config.tables import Config, FetchSettings, SelectorTable, Settings, Source, Table
from pipeline.errors import BadInput

Place: TypeAlias = tuple[int | str, ...]
"""Where a key stands: the tables that hold it, its own name, and its number in a list."""


def load_config(path: Path) -> Config:
    """Read and check the file at `path`.

    Raises `BadInput` that lists every mistake as `file:line: key: what is wrong`.
    """
    text = _text_of(path)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput(f"{path}{_no_toml(str(error), text)}") from error
    lines, context = _lines_of_keys(text), {"folder": path.resolve().parent}
    mistakes: list[tuple[Place, str]] = []
    try:
        config = Config.model_validate(_frozen(data), context=context)
    except ValidationError as error:
        mistakes += ((one["loc"], _sentence(one)) for one in error.errors())
        sound = reduce(_without, (place for place, _ in mistakes), _frozen(data))
        config = Config.model_validate(sound, context=context)  # what is left may hold others
    badly_written = [place for place, _ in mistakes]
    for places, sentence in _mistakes_of(config):
        if not any(bad[: len(place)] == place for bad in badly_written for place in places):
            mistakes.append((places[0], sentence))
    if mistakes:
        told = sorted((_line_of(place, lines), sentence) for place, sentence in mistakes)
        raise BadInput("\n".join(f"{path}:{line}: {sentence}" for line, sentence in told))
    return config


def _without(table: Mapping[str, Any], place: Place) -> Mapping[str, Any]:
    """`table` without the key at `place`, or the one that holds it where it is in a list."""
    key, *inner = place
    below = table.get(str(key))
    if inner and isinstance(below, dict) and inner[0] in below:
        return {**table, str(key): _without(below, tuple(inner))}
    return {name: value for name, value in table.items() if name != key}


def _mistakes_of(config: Config) -> Iterator[tuple[tuple[Place, ...], str]]:
    """What is wrong with keys that are well written one by one: where, what else was looked at, and the sentence."""
    if config.fetch.revisit_min_h > config.fetch.revisit_max_h:
        sentence = f"longer than revisit_max_h, which is {config.fetch.revisit_max_h:g}; give it at most that"
        yield (("fetch", "revisit_min_h"), ("fetch", "revisit_max_h")), f"fetch.revisit_min_h: {sentence}"
    if config.pipeline.archive_folder == Path(config.pipeline.database):
        yield (
            (("pipeline", "archive"), ("pipeline", "database")),
            "pipeline.archive: the same as `database`; give it a folder of its own",
        )
    saved: dict[str, str] = {}
    for name, source in config.enabled().items():
        if not (source.pages or source.feeds or source.sitemaps):
            yield (
                (("sources", name),),
                f"sources.{name}: neither `pages` nor `feeds` nor `sitemaps`: there is nothing to fetch",
            )
        if source.base_url is None or all("://" in place for place in source.places):
            continue
        other = saved.setdefault(source.base_url.partition("://")[2].rstrip("/"), name)
        if other != name:
            sentence = (
                f"the same as that of sources.{other}, so that files of one name would be one page;"
                " give both folders to one source, or each its own base_url"
            )
            yield (("sources", name, "base_url"),), f"sources.{name}.base_url: {sentence}"


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}); name another with --config") from error
    try:
        text = content.decode("utf-8-sig")  # some editors put a byte order mark in front
        return text.replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        saved = "it is saved as UTF-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "not UTF-8"
        raise BadInput(f"{path}:{line}: {saved}; save it as UTF-8, as TOML is written") from error


def _no_toml(told: str, text: str) -> str:
    """What tomllib says of a `text` that it cannot read, with the line in front as in every other mistake."""
    what, line, column = told, "", ""
    if place := _PLACE.search(told):
        what, line, column = told[: place.start()], f":{place[1]}", f", column {place[2]}"
    elif told.endswith(_AT_END):
        what, line = told.removesuffix(_AT_END), f":{len(text.splitlines())}"
    remedy = next((remedy for said, remedy in _REMEDIES.items() if what.startswith(said)), "")
    if told.endswith(_AT_END) and what not in _AT_ANY_END:
        remedy = "; the file ends in the midst of it: a bracket, a quotation mark or a value is missing"
    return f"{line}: not valid TOML: {what}{column}{remedy}"


_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_AT_END = " (at end of document)"
_AT_ANY_END = frozenset(("Cannot overwrite a value",))
"""What is told of an end without anything being missing there."""

_REMEDIES: Mapping[str, str] = {
    "Unescaped": "; write it between '…', where \\ is no escape",
    "Invalid value": "; a text stands in quotes, true and false in small letters without",
    "Unclosed array": "; a comma stands between two items of a list, and ] behind the last",
    "Unclosed inline table": "; it stands on one line, with a comma between two keys",
    "Expected newline": "; a key and its value stand on a line of their own, a text in quotes",
    "Cannot declare": "; a table has one header: put all of its keys below that",
    "Cannot overwrite": "; a key stands once in its table",
}
"""What to do, by how the mistake is told."""


def _frozen(value: Any) -> Any:  # noqa: ANN401 - TOML holds anything
    """Lists as tuples, all the way down: strict checking takes no list for a tuple."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _sentence(error: ErrorDetails) -> str:
    key = ".".join(str(part) for part in error["loc"] if part != "[key]")
    match error["type"]:
        case "extra_forbidden":
            return f"{key}: unknown key{_did_you_mean(error['loc'])}"
        case "value_error":
            return f"{key}: {error['ctx']['error']}"
        case kind if kind in _SENTENCES:
            return f"{key}: {_SENTENCES[kind].format(key=key, given=_as_toml(error['input']))}"
        case _:
            return f"{key}: {error['msg'].replace('Input should', 'must')}, not {_as_toml(error['input'])}"


def _as_toml(value: Any) -> str:  # noqa: ANN401 - TOML holds anything
    """A value as it is written in TOML: who reads it has written it so."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{key} = {_as_toml(item)}" for key, item in value.items()) + "}"
        case tuple():
            return "[" + ", ".join(map(_as_toml, value)) + "]"
        case str():
            return repr(value)
        case _:
            return str(value)


_TABLE = "must be a table, like [{key}], not {given}"
_WHOLE_NUMBER = "must be a whole number, without quotes, not {given}"
_SENTENCES: Mapping[str, str] = {
    "string_pattern_mismatch": "a source is named with small letters, digits, - and _",
    "string_too_short": "must not be empty",
    "string_type": "must be one text in quotes, not {given}",
    "bool_type": "must be true or false, without quotes, not {given}",
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "float_type": "must be a number, without quotes, not {given}",
    "tuple_type": "must be a list, like [{given}]",
    "model_type": _TABLE,
    "mapping_type": _TABLE,
    "dict_type": _TABLE,
}
"""What is said of a mistake that pydantic finds, where its own words are not those of TOML."""

_TABLES: Mapping[str, type[Table]] = {
    "": Config, "pipeline": Settings, "fetch": FetchSettings, "source": Source, "selectors": SelectorTable,
}  # fmt: skip


def _did_you_mean(loc: Sequence[int | str]) -> str:
    """The keys that the table knows, the nearest first, for a key that it does not."""
    table = {1: "", 4: "selectors"}.get(len(loc), "source" if loc[0] == "sources" else str(loc[0]))
    known = list(_TABLES[table].model_fields)
    near = difflib.get_close_matches(str(loc[-1]), known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known here: {', '.join(known)}"


def _lines_of_keys(text: str) -> dict[tuple[str, ...], int]:
    """The line of each key and table header, and of a table without a header that of the first one in it.

    tomllib keeps no positions, and no kept parser of TOML does.
    """
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[{1,2}([^\]]+)\]", line):
            table = _parts(header[1])
            lines[table] = min(number, lines.get(table, number))
        elif key := re.match(r"""\s*([\w."'-]+)\s*=""", line):
            lines.setdefault((*table, *_parts(key[1])), number)
    for path, number in sorted(lines.items(), key=lambda item: item[1]):
        for end in range(1, len(path)):
            lines.setdefault(path[:end], number)
    return lines


def _line_of(loc: Sequence[int | str], lines: Mapping[tuple[str, ...], int]) -> int:
    """The line of the key at `loc`, or of the nearest table around it that stands in the text."""
    path = tuple(str(part) for part in loc)
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 1)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
