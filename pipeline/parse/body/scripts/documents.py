"""The JSON in a page's scripts: the state of a framework, what JSON.parse is given, the flight data of Next.js."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

_LONGEST_SCRIPT = 2_000_000
_SHORTEST = 200
_MOST_TRIES = 10
"""Places of one script at which JSON may begin: in the code of a program most of them are none."""
_START = re.compile(r"[\[{]\s{0,50}[\[{\"]")
_PARSED = re.compile(r"JSON\.parse\(\s{0,20}(?=[\"'])")
_QUOTED = re.compile(r"'((?:[^'\\]++|\\.)*+)'", re.DOTALL)
_PUSHED = re.compile(r"\s{0,50}(?:\(?self|\(?window)\.__next_f\b.{0,60}?\.push\(")
_ROW = re.compile(r"([0-9a-f]{1,6}):(?:T([0-9a-f]{1,6}),)?")
_decoder = json.JSONDecoder(strict=False)


def documents(scripts: Iterable[str]) -> tuple[list[object], Mapping[str, str]]:
    """Every document in `scripts`, and the long texts that flight data keep apart, by the names they refer to."""
    found: list[object] = []
    pushed: list[str] = []
    for script in scripts:
        text = script[:_LONGEST_SCRIPT]
        if push := _PUSHED.match(text):
            pushed += [part for part in _list_at(text, push.end()) if isinstance(part, str)]
        elif len(text) >= _SHORTEST:
            found += _in_script(text)
    rows, texts = _rows("".join(pushed))
    return [*found, *rows], texts


def decoded(text: str) -> object:
    """The document that `text` is, or None."""
    try:
        return _decoder.decode(text)
    except (ValueError, RecursionError):
        return None


def _value_at(text: str, place: int) -> tuple[object, int]:
    """What the JSON that begins at `place` says, and where it ends; None and `place` where there is none."""
    try:
        return _decoder.raw_decode(text, place)
    except (ValueError, RecursionError):
        return None, place


def _list_at(text: str, place: int) -> list[object]:
    value, _ = _value_at(text, place)
    return value if isinstance(value, list) else []


def _in_script(text: str) -> Iterator[object]:
    for call in _PARSED.finditer(text):
        if (quoted := _string_at(text, call.end())) and (document := decoded(quoted)) is not None:
            yield document
    place = 0
    for _ in range(_MOST_TRIES):
        start = _START.search(text, place)
        if start is None:
            return
        document, end = _value_at(text, start.start())
        place = max(end, start.end())
        if document is not None:
            yield document


def _string_at(text: str, place: int) -> str:
    if text[place] == "'":
        quoted = _QUOTED.match(text, place)
        return quoted[1].replace("\\'", "'").replace("\\\\", "\\") if quoted else ""
    value, _ = _value_at(text, place)
    return value if isinstance(value, str) else ""


def _rows(text: str) -> tuple[list[object], dict[str, str]]:
    """The rows of flight data: JSON up to the end of the line, or a text of so many bytes."""
    found: list[object] = []
    texts: dict[str, str] = {}
    place = 0
    while place < len(text):
        row = _ROW.match(text, place)
        if row and row[2]:
            texts[row[1]] = _first_bytes(text, row.end(), int(row[2], 16))
            place = row.end() + max(1, len(texts[row[1]]))
            continue
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if row and (document := decoded(text[row.end() : end])) is not None:
            found.append(document)
        place = end + 1
    return found, texts


def _first_bytes(text: str, place: int, size: int) -> str:
    """What of `text` from `place` on takes `size` bytes in UTF-8."""
    return text[place : place + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
