"""The line on which each key of a TOML text stands. tomllib keeps no positions, and no kept TOML parser does."""

import re
from collections.abc import Mapping, Sequence


def lines_of_keys(text: str) -> dict[tuple[str, ...], int]:
    """The line of each key and table header, and of a table without a header that of the first one in it."""
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


def line_of(loc: Sequence[int | str], lines: Mapping[tuple[str, ...], int]) -> int:
    """The line of the key at `loc`, or of the nearest table around it that stands in the text."""
    path = tuple(str(part) for part in loc)
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 1)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
