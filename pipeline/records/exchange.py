"""Exchanges: one request over HTTP and the response to it, as they went over the wire."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

Headers: TypeAlias = tuple[tuple[bytes, bytes], ...]
"""Names and values in the order and spelling of the wire, repeated ones too."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked and what came. Only chunks are joined: a body that was sent zipped is still zipped."""

    url: str
    at: datetime
    """When the request was sent; aware, in UTC."""
    request_headers: Headers
    status: int
    headers: Headers
    body: bytes = field(default=b"", repr=False)
    method: str = "GET"
    target: str = ""
    """What stood in the request line: path and query; empty where nobody asked, or nobody knows how."""
    version: str = "HTTP/1.1"
    """Of the response."""
    reason: str = ""
    ip_address: str | None = None
    """Who was connected to; None where that is not known."""
    truncated: str | None = None
    """Why the body is not whole: `length`, `time`, `disconnect` or `unspecified`, the words of the WARC standard."""

    def all_of(self, name: bytes) -> list[str]:
        """The values of every header of the response that has this name, which is given in small letters."""
        return [value.decode("latin-1") for key, value in self.headers if key.lower() == name]
