"""What a crash leaves at the end of an archive's file, and how it is cut off.

A clean end is noted in a small file beside the archive's files. Where the note agrees with the last file, all is well;
else the file is read from the noted size on, member by member, and cut behind the last record that ends a page.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.bodies import GZIP, GZIP_MAGIC

NOTE = "whole"
"""Name of the note: the file's name and how many bytes of it were whole when a run ended."""

_CHUNK = 1 << 20
_LENGTH = re.compile(rb"\nContent-Length:[ \t]*(\d{1,18})\r\n", re.IGNORECASE)
_ENDS_A_PAGE = (b"WARC-Type: metadata", b"WARC-Type: warcinfo")
"""A page's records end with its capture. What stands behind the last of these is half a page."""


@dataclass(frozen=True, slots=True)
class Member:
    """One whole gzip member: where it begins and ends, and the first bytes in it."""

    start: int
    end: int
    head: bytes


def mend(path: Path) -> str | None:
    """Cut what is torn off the end of the file at `path`; a sentence that says so, or None where it is whole."""
    size = path.stat().st_size
    whole = _noted(path)
    if whole == size:
        return None
    begin = whole if whole < size else 0
    ends = (
        member.end for member in members(path, begin) if any(mark in member.head for mark in _ENDS_A_PAGE)
    )
    whole = max(ends, default=begin)
    if whole == size:
        return None
    with path.open("r+b") as file:
        file.truncate(whole)
    return f"{path}: a run was killed while it wrote; {size - whole} bytes of half a page were cut off"


def note_whole(path: Path, size: int) -> None:
    """Note that the file at `path` is whole with `size` bytes. Losing the note costs time alone."""
    note = path.with_name(NOTE)
    fresh = note.with_suffix(".new")
    fresh.write_text(f"{path.name} {size}\n", encoding="utf-8")
    fresh.replace(note)


def members(path: Path, begin: int = 0) -> Iterator[Member]:
    """The whole gzip members of a file from the byte `begin` on; ends before the first that is torn or damaged."""
    with path.open("rb") as file:
        file.seek(begin)
        start, data = begin, file.read(_CHUNK)
        while data:
            unzip = zlib.decompressobj(GZIP)
            head, used = b"", 0
            try:
                while not unzip.eof and data:
                    used += len(data)
                    head = (head + unzip.decompress(data))[:400]
                    data = unzip.unused_data or file.read(_CHUNK)
            except zlib.error:
                return
            if not unzip.eof:
                return
            end = start + used - len(unzip.unused_data)
            yield Member(start, end, head)
            start = end


def whole_until(path: Path, begin: int) -> int:
    """Where the last whole record of a WARC file ends, of anybody's making; `begin` is where the last one begins.

    Zeros and line ends behind it are part of it. Of a file in another compression than gzip it cannot be told.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(begin)
        head = file.read(_CHUNK)
        if head.startswith(b"WARC/"):
            end = _end_of_plain(head, begin, size)
        else:
            file.seek(0)
            if file.read(2) != GZIP_MAGIC:
                return size
            # Some are one member as a whole, and their records begin nowhere.
            first = begin if head.startswith(GZIP_MAGIC) else 0
            end = max((member.end for member in members(path, first)), default=first)
        file.seek(end)
        return size if not file.read(_CHUNK).strip(b"\0\r\n") else end


def _end_of_plain(head: bytes, begin: int, size: int) -> int:
    length = _LENGTH.search(head)
    content = head.find(b"\r\n\r\n") + 4
    end = begin + content + int(length[1]) if length and content > 3 else size + 1
    return end if end <= size else begin


def _noted(path: Path) -> int:
    try:
        name, _, size = path.with_name(NOTE).read_text(encoding="utf-8").partition(" ")
        return int(size) if name == path.name else 0
    except (OSError, ValueError):
        return 0
