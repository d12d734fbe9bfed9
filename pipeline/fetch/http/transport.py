"""What asks for pages: aiohttp's connections under httpx, at half of the CPU, with our guard at their door."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import NoReturn, Protocol, Self
from weakref import WeakKeyDictionary

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.tracing import Trace
from httpx_aiohttp.transport import map_aiohttp_exceptions
from yarl import URL

from pipeline.config import FetchSettings
from pipeline.fetch.http.asked import Asked
from pipeline.fetch.http.guard import Guard, GuardedResolver

LONGEST_HEAD = 32_768
"""Bytes of one header field. Real ones stay below 8 kB; a flood is cut off here."""

_DNS_S = 60
"""How long an address that was looked up, and checked, is used again."""


class Transport(Protocol):
    """Asks for pages over connections that it keeps. httpx' responses come, and httpx' errors.

    It is none of httpx' own: their requests are made with care for what nobody here asks for, which takes longer than
    to send them.
    """

    async def get(self, asked: Asked, conditions: Mapping[str, str]) -> httpx.Response:
        """The response to a GET with these headers beside the usual ones; its body is still to come."""

    async def aclose(self) -> None:
        """Close all connections."""


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


class _Connector(aiohttp.TCPConnector):
    """The same as its base, with connections that are gone when it is closed.

    Under TLS one whose page was given up waits half a minute for the server's word of leave, and a server that hangs
    says none: without this it outlives the loop, open, until it is collected.
    """

    def __init__(self, resolver: AbstractResolver, context: ssl.SSLContext, limit: int) -> None:
        super().__init__(
            resolver=resolver, ttl_dns_cache=_DNS_S, limit=limit, ssl=context, keepalive_timeout=15
        )
        self._opened = WeakKeyDictionary[asyncio.Transport, socket.socket]()

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - the signature of aiohttp
    ) -> Connection:
        """A connection, new or kept, that is remembered for as long as it is there."""
        connection = await super().connect(req, traces, timeout)
        transport = connection.transport
        if transport and transport not in self._opened and (under := transport.get_extra_info("socket")):
            self._opened[transport] = under
        return connection

    async def close(self, *, abort_ssl: bool = False) -> None:
        """Close all connections, and cut off those that still wait.

        A transport of asyncio that was closed twice, as aiohttp does where an answer is not HTTP, can no longer be
        aborted; its socket can be shut.
        """
        await super().close(abort_ssl=abort_ssl)
        for transport, under in self._opened.items():
            transport.abort()
            with suppress(OSError):
                under.shutdown(socket.SHUT_RDWR)


class _AiohttpTransport:
    """aiohttp's connections under responses of httpx: headers as they are spelled, bytes as they come."""

    def __init__(self, session: aiohttp.ClientSession, proxy: str | None) -> None:
        self._session = session
        self._proxy = proxy

    async def get(self, asked: Asked, conditions: Mapping[str, str]) -> httpx.Response:
        """Ask; the extension `peer` is the address that answered, where it is no proxy."""
        try:
            response = await self._session.request(
                "GET",
                URL(asked.url, encoded=True),
                headers=conditions,
                allow_redirects=False,
                proxy=self._proxy,
            )
        except Exception as error:  # noqa: BLE001 - what it does not know it raises as it is
            _raise_of_httpx(error)
        try:
            return self._response(response)
        except BaseException:
            response.close()
            raise

    def _response(self, response: aiohttp.ClientResponse) -> httpx.Response:
        extensions: dict[str, object] = {"http_version": b"HTTP/%d.%d" % (response.version or (1, 1))}
        if response.reason:
            extensions["reason_phrase"] = response.reason.encode("utf-8", "surrogateescape")
        if self._proxy is None and isinstance(response, _Response):
            extensions["peer"] = response.peer
        return httpx.Response(
            response.status, headers=response.raw_headers, stream=_Bytes(response), extensions=extensions
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._session.close()


class _Bytes(httpx.AsyncByteStream):
    """The body of a response, piece by piece as it comes over the wire."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        content = self._response.content
        try:
            while piece := await content.readany():
                yield piece
        except Exception as error:  # noqa: BLE001 - as above
            _raise_of_httpx(error)
        if isinstance(self._response, _Response) and self._response.goes_on():
            raise httpx.RemoteProtocolError("it goes on behind the end that its head tells")

    async def aclose(self) -> None:
        """Give the connection back; one whose body was not read to its end is closed."""
        try:
            await self._response.__aexit__(None, None, None)
        except Exception as error:  # noqa: BLE001 - as above
            _raise_of_httpx(error)


def _raise_of_httpx(error: Exception) -> NoReturn:
    """Raise `error` as httpx calls it. To be ready for it at every page takes as long as to read the head of one."""
    with map_aiohttp_exceptions():
        raise error


def guarded_transport(
    guard: Guard, settings: FetchSettings, headers: Mapping[str, str], names: AbstractResolver | None = None
) -> Transport:
    """A transport for the running event loop, which sends `headers` with every request.

    Certificates are always verified; a proxy is used where the settings name one. `names` looks names up; without it
    the system does.
    """
    context = httpx.create_ssl_context()
    resolver = GuardedResolver(guard, names)
    if settings.http2 and settings.proxy is None:
        from pipeline.fetch.http.http2 import Http2Transport  # noqa: PLC0415 - few want it, and it brings a lot in

        return Http2Transport(resolver, settings, headers, context)
    session = aiohttp.ClientSession(
        connector=_Connector(resolver, context, settings.connections),
        headers=headers,
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
    return _AiohttpTransport(session, str(httpx.Proxy(settings.proxy).url) if settings.proxy else None)
