"""Bodies with an end: bytes are collected, unzipped where needed, and refused past a limit or when damaged."""

import zlib

from pipeline.records import Problem, Reason

MAX_GZIP_MEMBERS = 1000
"""A gzip file may be many joined together. Past this many, somebody plays with us: each one costs set-up time."""

_GZIP = 16 + zlib.MAX_WBITS


class BodyRefused(Exception):
    """A body that is not taken, with the problem to record; `again` is True where another try may help."""

    def __init__(self, reason: Reason, detail: str, *, again: bool = False) -> None:
        super().__init__(detail)
        self.problem = Problem(reason, detail)
        self.again = again


class Body:
    """One body as it arrives. At no time are more than `limit` bytes held, zipped or unzipped."""

    def __init__(self, limit: int, *, gzipped: bool) -> None:
        self._limit = limit
        self._received = 0
        self._content = bytearray()
        self._unzip = _Unzip() if gzipped else None

    def add(self, chunk: bytes) -> None:
        """Take the next bytes as they were sent; raises `BodyRefused`."""
        self._received += len(chunk)
        self._check(self._received)
        if self._unzip is None:
            self._content += chunk
            return
        while chunk:
            # One byte more than fits is enough to know that it does not fit.
            content, chunk = self._unzip.step(chunk, self._limit - len(self._content) + 1)
            self._content += content
            self._check(len(self._content))

    def finish(self) -> bytes:
        """All of it, once nothing more will come; raises `BodyRefused` where the end is missing."""
        if self._unzip is not None and self._received and not self._unzip.complete:
            raise BodyRefused(Reason.BODY_DAMAGED, "the gzip data ends too early")
        return bytes(self._content)

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise too_large(self._limit)


class _Unzip:
    """gzip, member by member, never more output at a time than asked for."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._members = 1

    @property
    def complete(self) -> bool:
        return self._member.eof

    def step(self, data: bytes, room: int) -> tuple[bytes, bytes]:
        """Up to `room` bytes of content, and the input that is still to be read."""
        if self._member.eof:
            if not data.strip(b"\0"):  # padding, as on tapes: part of many real files
                return b"", b""
            self._next_member()
        try:
            content = self._member.decompress(data, room)
        except zlib.error as error:
            raise BodyRefused(Reason.BODY_DAMAGED, f"the gzip data is damaged: {error}") from error
        return content, self._member.unused_data if self._member.eof else self._member.unconsumed_tail

    def _next_member(self) -> None:
        self._members += 1
        if self._members > MAX_GZIP_MEMBERS:
            raise BodyRefused(Reason.BODY_DAMAGED, f"more than {MAX_GZIP_MEMBERS} gzip members")
        self._member = zlib.decompressobj(_GZIP)


def too_large(limit: int) -> BodyRefused:
    """The refusal of a body past `limit` bytes."""
    return BodyRefused(Reason.BODY_TOO_LARGE, f"more than {limit / 1e6:g} MB; `max_body_mb` is the limit")
