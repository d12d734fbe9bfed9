"""A URL as it is asked for: who is asked, and what stands in the request line."""

import re
from dataclasses import dataclass
from functools import lru_cache

import httpx

_PLAIN = re.compile(
    r"([a-z]{4,5}://[^/?#\\@\s]{1,300})"
    r"(/[A-Za-z0-9_~/?=&:,;+.-]{0,9999}(?:%[A-Fa-f0-9]{2}[A-Za-z0-9_~/?=&:,;+.-]{0,999}){0,999})"
)
"""Origin and target of a URL that is spelled as it goes over the wire, and nearly every one is."""

_LONGEST = 60_000
"""Characters; with somewhat more httpx refuses a URL."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked for what."""

    origin: str
    """Scheme, host and port, in one spelling."""
    host: str
    """As the header of that name has it."""
    target: str
    """Path and query."""

    @property
    def url(self) -> str:
        """All of it."""
        return self.origin + self.target


def asked(url: str) -> Asked:
    """How `url` is asked for, spelled as httpx does. Raises `httpx.InvalidURL`, or UnicodeError for some names.

    httpx looks at every character, which takes as long as to send the request: what is plain is left as it is.
    """
    plain = _PLAIN.fullmatch(url)
    if plain is not None and "/." not in plain[2] and len(url) < _LONGEST:
        return Asked(*_origin(plain[1]), plain[2])
    whole = httpx.URL(url)
    return Asked(*_origin_of(whole), whole.raw_path.decode("ascii"))


@lru_cache(maxsize=4096)
def _origin(text: str) -> tuple[str, str]:
    return _origin_of(httpx.URL(text))


def _origin_of(url: httpx.URL) -> tuple[str, str]:
    host = url.netloc.decode("ascii")
    return f"{url.scheme}://{host}", host
