"""Where pages are not fetched from, whoever asks: private addresses, strange ports, URLs with a password.

The address is checked when it is connected to, for every redirect anew: what a name leads to is decided by whoever
owns the name, and may change between two look-ups.
"""

import socket
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from pipeline.fetch.addresses import parts_of
from pipeline.records import Problem, Reason

DEFAULT_PORTS = {"http": 80, "https": 443}

_CARRIES_IPV4 = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
"""IPv6 networks whose addresses are led to IPv4 ones: NAT64, 6to4, Teredo. No news site is reached that way."""

_UNSHARED = ip_network("100.64.0.0/10")
"""Between a provider and its customers; `ipaddress` calls it neither private nor global."""


class AddressForbidden(OSError):
    """A connection that is not made; its text says to which address, and why."""


class Guard:
    """What may be asked. `allow_hosts` are hosts, with or without a port, that the user vouches for."""

    def __init__(self, allow_hosts: Sequence[str], ports: Sequence[int]) -> None:
        self._allowed = {host.lower() for host in allow_hosts}
        self._ports = frozenset(ports)
        self._refusal = lru_cache(maxsize=4096)(self._judged)

    def refusal(self, url: str) -> Problem | None:
        """Why `url` is not asked for, as far as its text tells; None where it may be."""
        parts = parts_of(url)
        return self._refusal(SplitResult(parts.scheme, parts.netloc, "", "", ""))

    def _judged(self, parts: SplitResult) -> Problem | None:
        host, port = parts.hostname or "", parts.port or DEFAULT_PORTS.get(parts.scheme, 0)
        if parts.scheme not in DEFAULT_PORTS:
            return Problem(Reason.BAD_URL, f"{parts.scheme}: pages are fetched over http and https only")
        if parts.username is not None or parts.password is not None:
            return Problem(
                Reason.BAD_URL, "it holds a name or password; pages behind a login are not fetched"
            )
        if self.allows(host, port):
            return None
        if is_public(host) is False:
            return Problem(Reason.ADDRESS_FORBIDDEN, _sentence(host))
        if port not in self._ports:
            return Problem(Reason.ADDRESS_FORBIDDEN, f"port {port} is not one of `ports`")
        return None

    def allows(self, host: str, port: int) -> bool:
        """Whether the user vouches for `host`."""
        return bool(self._allowed & {host.lower(), f"{host}:{port}".lower(), f"[{host}]:{port}".lower()})


class GuardedResolver(AbstractResolver):
    """Looks names up, and gives none of their addresses if one of them is private.

    The connection goes to an address that this gave, so nothing can come between the check and the use. Literal
    addresses were looked at by `Guard.refusal`. Without `inner` the system is asked.
    """

    def __init__(self, guard: Guard, inner: AbstractResolver | None = None) -> None:
        self._guard = guard
        self._inner = inner or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of `host`; raises `AddressForbidden`, or OSError where there are none."""
        found = await self._inner.resolve(host, port, family)
        if not self._guard.allows(host, port):
            for result in found:
                if not is_public(result["host"]):
                    raise AddressForbidden(_sentence(result["host"]))
        return found

    async def close(self) -> None:
        """Nothing is held."""
        await self._inner.close()


def is_public(address: str) -> bool | None:
    """Whether anybody on the internet may be behind `address`; None where it is none, but a name."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            return _is_public_v4(ip.ipv4_mapped)
        carries = any(ip in network for network in _CARRIES_IPV4 if isinstance(network, IPv6Network))
        return ip.is_global and not ip.is_multicast and not carries
    return _is_public_v4(ip)


def _is_public_v4(ip: IPv4Address) -> bool:
    return ip.is_global and not ip.is_multicast and ip not in _UNSHARED


def _sentence(address: str) -> str:
    return f"{address} is no public address; name the host in `allow_hosts` if it is meant"
