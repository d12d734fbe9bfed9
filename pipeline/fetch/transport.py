"""What httpx sends its requests with: aiohttp's connections, at half of the CPU, with our guard at their door."""

import ssl

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from pipeline.config import FetchSettings
from pipeline.fetch.guard import Guard, GuardedResolver

LONGEST_HEAD = 32_768
"""Bytes of one header field. Real ones stay below 8 kB; a flood is cut off here."""

_DNS_S = 60
"""How long an address that was looked up, and checked, is used again."""


def guarded_transport(guard: Guard, settings: FetchSettings) -> AiohttpTransport:
    """A transport for one event loop. Certificates are always verified; a proxy is used where the settings name one."""
    context = httpx.create_ssl_context()

    def session() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=_connector(guard, settings.connections, context),
            # No cookies: a page must not depend on which pages were fetched before it.
            cookie_jar=aiohttp.DummyCookieJar(),
            # As received: bodies are kept zipped, and unzipped within a limit.
            auto_decompress=False,
            max_line_size=LONGEST_HEAD,
            max_field_size=LONGEST_HEAD,
        )

    proxy = httpx.Proxy(settings.proxy) if settings.proxy else None
    return AiohttpTransport(verify=context, client=session, proxy=proxy)


def _connector(guard: Guard, connections: int, context: ssl.SSLContext) -> aiohttp.TCPConnector:
    return aiohttp.TCPConnector(
        resolver=GuardedResolver(guard),
        ttl_dns_cache=_DNS_S,
        limit=connections,
        ssl=context,
        keepalive_timeout=15,
    )
