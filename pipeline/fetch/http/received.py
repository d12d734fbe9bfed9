"""One response as it arrives: its head, and its body as it was sent, within a limit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import httpx

from pipeline.bodies import BodyRefused, too_large
from pipeline.fetch.http.asked import Asked
from pipeline.fetch.http.failures import EXPECTED, sentence
from pipeline.records import Reason
from pipeline.records.exchange import Exchange, Headers

A_LITTLE = 65_536
"""Bytes that are kept of a body that is no page, like the text of a 404."""


class Received:
    """A response whose head has come."""

    def __init__(
        self, response: httpx.Response, url: str, at: datetime, asked: Asked, request_headers: Headers
    ) -> None:
        assert isinstance(response.stream, httpx.AsyncByteStream)
        self._stream = response.stream
        self._exchange = Exchange(
            url=url,
            at=at,
            target=asked.target,
            request_headers=request_headers,
            status=response.status_code,
            version=response.http_version,
            reason=response.reason_phrase,
            headers=tuple(response.headers.raw),
            ip_address=response.extensions.get("peer"),
        )
        self._pieces: list[bytes] = []
        self._truncated: str | None = None
        self.at, self.status = at, response.status_code
        self.headers = _by_name(self._exchange.headers)

    async def read(self, limit: int) -> bytes:
        """The body, still zipped where it came so; raises `BodyRefused` past `limit` bytes."""
        announced = self.headers.get("content-length", "")
        self._truncated = "time"  # until its end has come
        if announced.isdigit() and int(announced) > limit:
            self._truncated = "length"
            raise too_large(limit)
        try:
            whole = await self._read(limit)
        except (httpx.RemoteProtocolError, httpx.ReadError) as error:
            self._truncated = "disconnect"
            raise BodyRefused(
                Reason.BODY_DAMAGED, f"the body is not as announced: {sentence(error)}", again=True
            ) from error
        self._truncated = None if whole else "length"
        if not whole:
            raise too_large(limit)
        return self._body()

    async def read_a_little(self) -> None:
        """The beginning of a body that nobody parses; what goes wrong with it does not matter."""
        try:
            self._truncated = None if await self._read(A_LITTLE) else "length"
        except EXPECTED:
            self._truncated = "disconnect"

    async def _read(self, limit: int) -> bool:
        """Collect the body; False where it goes on past `limit` bytes."""
        size = 0
        async for piece in self._stream:
            self._pieces.append(piece)
            size += len(piece)
            if size > limit:
                return False
        return True

    def _body(self) -> bytes:
        """What has come of the body. Most come in one piece, which is then not copied."""
        if len(self._pieces) > 1:
            self._pieces = [b"".join(self._pieces)]
        return self._pieces[0] if self._pieces else b""

    def exchange(self) -> Exchange:
        """What went over the wire up to now."""
        return replace(self._exchange, body=self._body(), truncated=self._truncated)


def _by_name(raw: Sequence[tuple[bytes, bytes]]) -> Mapping[str, str]:
    """Headers by their names in small letters; httpx looks through all of them, and decodes them, at every question."""
    headers: dict[str, str] = {}
    for key, value in raw:
        name, text = key.decode("latin-1").lower(), value.decode("latin-1")
        headers[name] = f"{headers[name]}, {text}" if name in headers else text
    return headers
