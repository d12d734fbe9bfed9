"""One response as it arrives: its head, and its body both as it was sent and unpacked, each within a limit."""

from collections.abc import Mapping
from datetime import datetime

import httpx

from pipeline.bodies import Body, BodyRefused, too_large
from pipeline.exchange import Exchange
from pipeline.fetch.failures import EXPECTED
from pipeline.fetch.replies import is_gzipped
from pipeline.records import Reason

A_LITTLE = 65_536
"""Bytes that are kept of a body that is no page, like the text of a 404."""


class Received:
    """A response whose head has come."""

    def __init__(self, response: httpx.Response, url: str, at: datetime, limit: int) -> None:
        self._response = response
        self._url = url
        self._at = at
        self._limit = limit
        self._wire = bytearray()
        self._truncated: str | None = None

    @property
    def status(self) -> int:
        """HTTP status."""
        return self._response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """By name in any case."""
        return self._response.headers

    def all_of(self, name: str) -> list[str]:
        """Every header of this name."""
        return self._response.headers.get_list(name)

    async def read(self) -> bytes:
        """The body, unpacked; raises `BodyRefused`."""
        announced = self.headers.get("content-length", "")
        if announced.isdigit() and int(announced) > self._limit:
            self._truncated = "length"
            raise too_large(self._limit)
        body = Body(self._limit, gzipped=is_gzipped(self.headers))
        self._truncated = "length"  # until its end has come
        try:
            async for chunk in self._response.aiter_raw():
                self._wire += chunk
                body.add(chunk)
        except (httpx.RemoteProtocolError, httpx.ReadError) as error:
            self._truncated = "disconnect"
            raise BodyRefused(Reason.BODY_DAMAGED, f"the body was cut short: {error}", again=True) from error
        self._truncated = None
        return body.finish()

    async def read_a_little(self) -> None:
        """The beginning of a body that nobody parses; what goes wrong with it does not matter."""
        try:
            async for chunk in self._response.aiter_raw():
                self._wire += chunk
                if len(self._wire) > A_LITTLE:
                    self._truncated = "length"
                    return
        except EXPECTED:
            self._truncated = "disconnect"

    def exchange(self) -> Exchange:
        """What went over the wire up to now."""
        request, response = self._response.request, self._response
        return Exchange(
            url=self._url,
            at=self._at,
            method=request.method,
            target=request.url.raw_path.decode("ascii"),
            request_headers=tuple(request.headers.raw),
            status=response.status_code,
            version=response.http_version,
            reason=response.reason_phrase,
            headers=tuple(response.headers.raw),
            body=bytes(self._wire),
            ip_address=response.extensions.get("peer"),
            truncated=self._truncated,
        )
