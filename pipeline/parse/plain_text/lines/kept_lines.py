"""Lines that keep their shape: code between fences, and rows of tables that are drawn with bars or tabs.

```                | Year | Cost |
code               |------|------|
```                | 2024 | 41.0 |
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

_FENCE = re.compile(r"[ ]{0,3}(`{3,})[^`]{0,80}\Z")
_RULE = re.compile(r"\s{0,3}\|?(?:\s{0,20}:?-{2,200}:?\s{0,20}\|)+(?:\s{0,20}:?-{2,200}:?\s{0,20})?\Z")
_FEWEST_ROWS, _LONGEST_CELL = 3, 60
"""Rows, and characters of a cell, of a table that only tabs draw."""
_CELLS = re.compile(r"(?<!\\)\|")


class Kept(NamedTuple):
    """Code, or the row of a table: the number of its first line, from 1, and its text or its cells."""

    number: int
    text: str
    cells: tuple[str, ...] = ()
    header: bool = False


def keep_apart(texts: Sequence[str]) -> tuple[list[str], list[Kept]]:
    """`texts` with empty lines for what keeps its shape, and that."""
    left = list(texts)
    kept: list[Kept] = []
    for start, end in _fenced(texts):
        code = "\n".join(text.rstrip() for text in texts[start + 1 : end - 1])
        kept += [Kept(start + 1, code)] if code.strip() else []
        left[start:end] = [""] * (end - start)
    for start, end in _tables(left):
        rows = [(place, _cells_of(left[place])) for place in range(start, end) if place != start + 1]
        kept += [Kept(place + 1, "", cells, header=place == start) for place, cells in rows if any(cells)]
        left[start:end] = [""] * (end - start)
    for start, end in _tabbed(left):
        rows = [
            (place, tuple(" ".join(cell.split()) for cell in left[place].split("\t")))
            for place in range(start, end)
        ]
        kept += [Kept(place + 1, "", cells, header=place == start) for place, cells in rows]
        left[start:end] = [""] * (end - start)
    return left, sorted(kept)


def _fenced(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which line to behind which the fences reach; one that is never closed is none."""
    opened: tuple[int, str] | None = None
    for place, text in enumerate(texts):
        fence = _FENCE.match(text)
        if fence is None:
            continue
        if opened is None:
            opened = place, fence[1]
        elif fence[1].startswith(opened[1]):
            yield opened[0], place + 1
            opened = None


def _tables(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which line to behind which the tables reach: names of columns, a rule, rows."""
    end = 0
    for place, text in enumerate(texts[1:], 1):
        if place < end or "|" not in texts[place - 1] or not _RULE.match(text):
            continue
        end = next((row for row in range(place + 1, len(texts)) if "|" not in texts[row]), len(texts))
        yield place - 1, end


def _tabbed(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which line to behind which stand rows of as many short cells each."""
    place = 0
    for cells, run in groupby(texts, _number_of_cells):
        rows = len(list(run))
        if cells > 1 and rows >= _FEWEST_ROWS:
            yield place, place + rows
        place += rows


def _number_of_cells(text: str) -> int:
    if "\t" not in text:  # nearly always
        return 1
    cells = text.strip(" ").split("\t")
    return len(cells) if all(0 < len(cell.strip()) <= _LONGEST_CELL for cell in cells) else 0


def _cells_of(text: str) -> tuple[str, ...]:
    row = text.strip().removeprefix("|")
    cells = _CELLS.split(row[:-1] if row.endswith("|") and not row.endswith("\\|") else row)
    return tuple(" ".join(cell.split()) for cell in cells)
