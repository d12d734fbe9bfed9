"""Rows for other programs: JSON Lines, CSV and Parquet, written as they are read, whole or not at all."""

import csv
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from arro3.core import Array, DataType, RecordBatch, RecordBatchReader
from arro3.io import write_parquet

from pipeline.errors import StorageFault
from pipeline.load import Export

FORMATS = ("jsonl", "csv", "parquet")

_BATCH = 1000
"""Rows that are held at once."""

_LISTS = frozenset({"authors", "tags"})
"""Columns that hold a JSON array."""

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_TYPES = {"INTEGER": DataType.int64(), "REAL": DataType.float64(), "TEXT": DataType.utf8()}


def write(export: Export, form: str, output: BinaryIO) -> None:
    """Write the rows to `output` in one of `FORMATS`."""
    if form == "jsonl":
        _write_json_lines(export, output)
    elif form == "csv":
        _write_csv(export, output)
    else:
        _write_parquet(export, output)


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """The file at `path`, which is there when all of it is written; stdout where that is None.

    A link is followed, and the file there keeps its mode; a pipe or a device is written to as it is.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with path.open("wb") if path.exists() and not path.is_file() else _replacing(path.resolve()) as file:
            yield file
    except OSError as error:
        raise StorageFault(f"{path}: it cannot be written ({error.strerror})") from error


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file beside `path` that takes its place at the end."""
    fresh = path.with_name(path.name + ".writing")
    try:
        with fresh.open("wb") as file:
            if path.exists():
                shutil.copymode(path, fresh)
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _write_json_lines(export: Export, output: BinaryIO) -> None:
    """An object a row; what is gone since the cursor is an id with `removed`."""
    names = [column.name for column in export.columns]
    for row in export.rows:
        record = {
            name: json.loads(str(value)) if name in _LISTS else value
            for name, value in zip(names, row, strict=True)
        }
        output.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")
    output.writelines(
        json.dumps({"id": number, "removed": True}).encode() + b"\n" for number in export.removed
    )


def _write_csv(export: Export, output: BinaryIO) -> None:
    """RFC 4180 with a heading. A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    text = io.TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(column.name for column in export.columns)
    for row in export.rows:
        writer.writerow(map(_safe, row))
    text.detach()


def _write_parquet(export: Export, output: BinaryIO) -> None:
    """Columns in compressed groups of rows, with their types."""
    forgiving = _Forgiving(output)
    with io.BufferedWriter(forgiving) as buffered:
        write_parquet(RecordBatchReader.from_batches(_batch(export, []).schema, _batches(export)), buffered)
    if forgiving.fault is not None:
        raise forgiving.fault


class _Forgiving(io.RawIOBase):
    """Keeps the first fault of a file for later: arro3 would print a backtrace of Rust's over a full disk."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self.fault: OSError | None = None

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - whatever has bytes
        """All of `data`, or, after a fault, nothing."""
        try:
            if self.fault is None:
                self._output.write(data)
        except OSError as error:
            self.fault = error
        return len(data)


def _safe(value: object) -> object:
    formula = isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value)
    return f"'{value}" if formula else value


def _batches(export: Export) -> Iterator[RecordBatch]:
    while rows := list(islice(export.rows, _BATCH)):
        yield _batch(export, rows)


def _batch(export: Export, rows: list[tuple[object, ...]]) -> RecordBatch:
    arrays = [
        Array([row[place] for row in rows], type=_TYPES[column.type])
        for place, column in enumerate(export.columns)
    ]
    return RecordBatch.from_arrays(arrays, names=[column.name for column in export.columns])
