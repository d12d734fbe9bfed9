"""Values as SQLite keeps them: text that it can hold, instants that sort, decimals with every digit."""

import hashlib
import re
from datetime import UTC, datetime
from typing import overload

_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with U+FFFD for what no SQLite text can hold: half a surrogate pair, and NUL, which would end it."""
    return _NOT_STORABLE.sub("\ufffd", text)


@overload
def utc(at: datetime, *, timespec: str = "seconds") -> str: ...
@overload
def utc(at: datetime | None, *, timespec: str = "seconds") -> str | None: ...
def utc(at: datetime | None, *, timespec: str = "seconds") -> str | None:
    """An instant as ISO 8601 text in UTC that ends in Z. A naive datetime is a bug of whoever made it."""
    if at is None:
        return None
    if at.tzinfo is None:
        raise ValueError(f"{at!r} has no time zone")
    try:
        at = at.astimezone(UTC)
    except OverflowError:  # the first or last day of the calendar, which some sites print for "no date"
        at = at.replace(tzinfo=UTC)
    return at.replace(tzinfo=None).isoformat(timespec=timespec) + "Z"


def precise(at: datetime) -> str:
    """An instant of ours, to the millisecond: two captures of one second keep their order."""
    return utc(at, timespec="milliseconds")


def hash64(data: bytes) -> int:
    """64 bits of a digest over `data`, with a sign, as SQLite keeps a whole number."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), signed=True)


def digest(*texts: str) -> str:
    """sha256 over `texts`, in hex."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
