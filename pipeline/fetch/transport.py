"""What httpx sends its requests with: aiohttp's connections, at half of the CPU, with our guard at their door."""

from collections.abc import AsyncIterator
from typing import Self

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http_exceptions import HttpProcessingError
from httpx_aiohttp import AiohttpTransport
from httpx_aiohttp.transport import map_aiohttp_exceptions
from yarl import URL

from pipeline.config import FetchSettings
from pipeline.fetch.guard import Guard, GuardedResolver

LONGEST_HEAD = 32_768
"""Bytes of one header field. Real ones stay below 8 kB; a flood is cut off here."""

_DNS_S = 60
"""How long an address that was looked up, and checked, is used again."""


class _Response(aiohttp.ClientResponse):
    """The same as its base, with the address that answers: a short answer gives its connection back at once."""

    peer: str | None = None
    _protocol: ResponseHandler | None = None

    async def start(self, connection: Connection) -> Self:
        """Note who is at the other end, and read the head."""
        self._protocol = connection.protocol
        name = connection.transport.get_extra_info("peername") if connection.transport else None
        self.peer = str(name[0]) if name else None
        await super().start(connection)
        return self

    def goes_on(self) -> bool:
        """Whether bytes came behind the announced end of the body: they are read as a further answer, and are none."""
        return self._protocol is not None and isinstance(self._protocol.exception(), HttpProcessingError)


class _Transport(AiohttpTransport):
    """The same as its base, for requests without a body: headers as they are spelled, bytes as they come.

    The base gives 16 kB at a time and reads every header five times, which is half of the CPU of a page.
    """

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; the extension `peer` is the address that answered, where it is no proxy."""
        if not isinstance(self.client, aiohttp.ClientSession):
            self.client = self.get_client()
        with map_aiohttp_exceptions():
            response = await self.client.request(
                request.method,
                URL(str(request.url), encoded=True),
                headers=[
                    (name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw
                ],
                allow_redirects=False,
                proxy=str(self.proxy.url) if self.proxy else None,
            )
        try:
            return self._response(request, response)
        except BaseException:
            response.close()
            raise

    def _response(self, request: httpx.Request, response: aiohttp.ClientResponse) -> httpx.Response:
        extensions: dict[str, object] = {"http_version": b"HTTP/%d.%d" % (response.version or (1, 1))}
        if response.reason:
            extensions["reason_phrase"] = response.reason.encode("utf-8", "surrogateescape")
        if self.proxy is None and isinstance(response, _Response):
            extensions["peer"] = response.peer
        return httpx.Response(
            response.status,
            headers=response.raw_headers,
            stream=_Bytes(response),
            request=request,
            extensions=extensions,
        )


class _Bytes(httpx.AsyncByteStream):
    """The body of a response, piece by piece as it comes over the wire."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with map_aiohttp_exceptions():
            async for piece in self._response.content.iter_any():
                yield piece
        if isinstance(self._response, _Response) and self._response.goes_on():
            raise httpx.RemoteProtocolError("it goes on behind the end that its head tells")

    async def aclose(self) -> None:
        """Give the connection back; one whose body was not read to its end is closed."""
        with map_aiohttp_exceptions():
            await self._response.__aexit__(None, None, None)


def guarded_transport(
    guard: Guard, settings: FetchSettings, names: AbstractResolver | None = None
) -> httpx.AsyncBaseTransport:
    """A transport for one event loop. Certificates are always verified; a proxy is used where the settings name one.

    `names` looks names up; without it the system does.
    """
    context = httpx.create_ssl_context()
    resolver = GuardedResolver(guard, names)
    if settings.http2 and settings.proxy is None:
        from pipeline.fetch.http2 import Http2Transport  # noqa: PLC0415 - few want it, and it brings a lot in

        return Http2Transport(resolver, settings, context)

    def session() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=resolver,
                ttl_dns_cache=_DNS_S,
                limit=settings.connections,
                ssl=context,
                keepalive_timeout=15,
            ),
            # No cookies: a page must not depend on which pages were fetched before it.
            cookie_jar=aiohttp.DummyCookieJar(),
            # As received: bodies are kept zipped, and unzipped within a limit.
            auto_decompress=False,
            max_line_size=LONGEST_HEAD,
            max_field_size=LONGEST_HEAD,
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=settings.timeout_s, sock_read=settings.timeout_s
            ),
            response_class=_Response,
        )

    proxy = httpx.Proxy(settings.proxy) if settings.proxy else None
    return _Transport(verify=context, client=session, proxy=proxy)
