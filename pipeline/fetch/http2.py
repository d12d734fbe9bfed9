"""HTTP/2 where a server offers it: httpx's own connections, behind the same guard. It takes more CPU than HTTP/1.1."""

import ssl
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager

import httpcore
import httpx

from pipeline.config import FetchSettings
from pipeline.fetch.guard import GuardedResolver

_KEPT_S = 15
"""How long a connection that nobody uses is kept."""


class Http2Transport(httpx.AsyncHTTPTransport):
    """httpx's transport, which has no argument for who looks names up: it is given another pool of connections."""

    def __init__(self, resolver: GuardedResolver, settings: FetchSettings, context: ssl.SSLContext) -> None:
        super().__init__(verify=context, http2=True)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=settings.connections,
            keepalive_expiry=_KEPT_S,
            http2=True,
            network_backend=_GuardedNetwork(resolver),
        )
        self._timeout = httpx.Timeout(settings.timeout_s).as_dict()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; the extension `peer` is the address that answered."""
        request.extensions = {**request.extensions, "timeout": self._timeout}
        with _goaway_is_the_servers():
            response = await super().handle_async_request(request)
        address = response.extensions["network_stream"].get_extra_info("server_addr")
        assert isinstance(response.stream, httpx.AsyncByteStream)
        return httpx.Response(
            response.status_code,
            headers=response.headers,
            stream=_Bytes(response.stream),
            extensions={**response.extensions, "peer": str(address[0]) if address else None},
        )


class _Bytes(httpx.AsyncByteStream):
    """The body of a response, piece by piece."""

    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _goaway_is_the_servers():
            async for piece in self._stream:
                yield piece

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._stream.aclose()


@contextmanager
def _goaway_is_the_servers() -> Iterator[None]:
    """After a GOAWAY h2 calls it our mistake that answers under way still come: they are asked for again."""
    try:
        yield
    except httpx.LocalProtocolError as error:
        raise httpx.RemoteProtocolError(f"the server ended the connection: {error}") from error


class _GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to addresses that the resolver gave, and to no others."""

    def __init__(self, resolver: GuardedResolver) -> None:
        self._resolver = resolver
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature of httpcore
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of `host` that takes one."""
        try:
            found = await self._resolver.resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        for address in found[:-1]:
            try:
                return await self._inner.connect_tcp(
                    address["host"], port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(found[-1]["host"], port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)
