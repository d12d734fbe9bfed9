"""HTTP/2 where a server offers it: httpcore's connections, behind the same guard. It takes more CPU than HTTP/1.1."""

import ssl
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

import httpcore
import httpx

from pipeline.config import FetchSettings
from pipeline.fetch.http.asked import Asked
from pipeline.fetch.http.guard import GuardedResolver

_KEPT_S = 15
"""How long a connection that nobody uses is kept."""

_UNFIT = (
    httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.UnsupportedProtocol,
    httpcore.ConnectionNotAvailable,
)  # fmt: skip
"""What httpcore raises; httpx has a class of the same name for nearly each."""


class Http2Transport:
    """httpcore's connections under responses of httpx, whose own transport does not say how names are looked up."""

    def __init__(
        self,
        resolver: GuardedResolver,
        settings: FetchSettings,
        headers: Mapping[str, str],
        context: ssl.SSLContext,
    ) -> None:
        self._headers = headers
        self._network = _GuardedNetwork(resolver)
        self._connections = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=settings.connections,
            keepalive_expiry=_KEPT_S,
            http2=True,
            network_backend=self._network,
        )
        self._timeout = httpx.Timeout(settings.timeout_s).as_dict()

    async def get(self, asked: Asked, conditions: Mapping[str, str]) -> httpx.Response:
        """Ask; the extension `peer` is the address that answered."""
        request = httpcore.Request(
            "GET",
            asked.url,
            headers=[("Host", asked.host), *self._headers.items(), *conditions.items()],
            extensions={"timeout": self._timeout},
        )
        with _errors_of_httpx():
            response = await self._connections.handle_async_request(request)
        address = response.extensions["network_stream"].get_extra_info("server_addr")
        assert isinstance(response.stream, AsyncIterable)
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Bytes(response.stream, response.aclose),
            extensions={**response.extensions, "peer": str(address[0]) if address else None},
        )

    async def aclose(self) -> None:
        """Close all connections, also those that the pool let go of, as it does some after a GOAWAY."""
        await self._connections.aclose()
        await self._network.aclose()


class _Bytes(httpx.AsyncByteStream):
    """The body of a response, piece by piece."""

    def __init__(self, stream: AsyncIterable[bytes], close: Callable[[], Awaitable[None]]) -> None:
        self._stream = stream
        self._close = close

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _errors_of_httpx():
            async for piece in self._stream:
                yield piece

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._close()


@contextmanager
def _errors_of_httpx() -> Iterator[None]:
    """Errors as the rest of this room knows them.

    After a GOAWAY h2 calls it our mistake that answers under way still come: they are asked for again.
    """
    try:
        yield
    except httpcore.LocalProtocolError as error:
        raise httpx.RemoteProtocolError(f"the server ended the connection: {error}") from error
    except _UNFIT as error:
        raise getattr(httpx, type(error).__name__, httpx.TransportError)(str(error)) from error


class _GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to addresses that the resolver gave, and to no others."""

    def __init__(self, resolver: GuardedResolver) -> None:
        self._resolver = resolver
        self._inner = httpcore.AnyIOBackend()
        self._opened: list[httpcore.AsyncNetworkStream] = []

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
            *others, last = await self._resolver.resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        how = port, timeout, local_address, socket_options
        for address in others:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self._noted(await self._inner.connect_tcp(address["host"], *how))
        return self._noted(await self._inner.connect_tcp(last["host"], *how))

    def _noted(self, connection: httpcore.AsyncNetworkStream) -> httpcore.AsyncNetworkStream:
        self._opened = [*filter(_is_open, self._opened), connection]
        return connection

    async def aclose(self) -> None:
        """Close what is still open."""
        for connection in filter(_is_open, self._opened):
            await connection.aclose()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)


def _is_open(connection: httpcore.AsyncNetworkStream) -> bool:
    socket = connection.get_extra_info("socket")
    return socket is not None and socket.fileno() >= 0
