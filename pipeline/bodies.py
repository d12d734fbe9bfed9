"""Bodies with an end: unzipped where needed, and refused past a limit or when damaged."""

from typing import TYPE_CHECKING

from isal import isal_zlib

from pipeline.records import Problem, Reason

if TYPE_CHECKING:
    from isal.isal_zlib import Decompress

MAX_GZIP_MEMBERS = 1000
"""A gzip file may be many joined together. Past this many, somebody plays with us: each one costs set-up time."""

GZIP = 16 + isal_zlib.MAX_WBITS
"""What zlib is told of data in this form."""
GZIP_MAGIC = b"\x1f\x8b"
"""How they begin."""
_DAMAGED: type[Exception] = isal_zlib.error  # type: ignore[assignment]  # its stubs declare an instance
_STEP = 1 << 20
"""Bytes that a member is given at once: what it leaves of them is copied."""


class BodyRefused(Exception):
    """A body that is not taken, with the problem to record; `again` is True where another try may help."""

    def __init__(self, reason: Reason, detail: str, *, again: bool = False) -> None:
        super().__init__(detail)
        self.problem = Problem(reason, detail)
        self.again = again


def unzipped(data: bytes, limit: int) -> bytes:
    """The content of gzip data, all members of it, `limit` bytes at most; raises `BodyRefused`."""
    content: list[bytes] = []
    rest, room = memoryview(data), limit
    for _ in range(1 + MAX_GZIP_MEMBERS):
        if not any(rest):  # padding, as on tapes, is part of many real files; no member begins with a zero
            return b"".join(content)
        member = isal_zlib.decompressobj(GZIP)
        while rest and not member.eof:
            step = rest[:_STEP]
            # One byte more than fits is enough to know that it does not fit.
            content.append(_next_of(member, step, room + 1))
            room -= len(content[-1])
            if room < 0:
                raise too_large(limit)
            rest = rest[len(step) - len(member.unused_data) :]
        if not member.eof:
            raise BodyRefused(Reason.BODY_DAMAGED, "the gzip data ends too early")
    raise BodyRefused(Reason.BODY_DAMAGED, f"more than {MAX_GZIP_MEMBERS} gzip members")


def _next_of(member: "Decompress", data: memoryview, room: int) -> bytes:
    try:
        return member.decompress(data, room)
    except _DAMAGED as error:
        raise BodyRefused(Reason.BODY_DAMAGED, f"the gzip data is damaged: {error}") from error


def too_large(limit: int) -> BodyRefused:
    """The refusal of a body past `limit` bytes."""
    return BodyRefused(Reason.BODY_TOO_LARGE, f"more than {limit / 1e6:g} MB; `max_body_mb` is the limit")
