"""What can go wrong on the way to a server: every exception that fetching may meet, and what is recorded for it."""

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import httpx

from pipeline.records import Problem, Reason

EXPECTED = (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, AssertionError)
"""What a URL, a server or the network can make httpx raise. ValueError: names that IDNA refuses, header text
that cannot be encoded; AssertionError: answers that httpx did not think of. Anything else is a bug of ours."""


@dataclass(frozen=True, slots=True)
class _Failure:
    errors: type[BaseException] | tuple[type[BaseException], ...]
    reason: Reason
    again: bool
    """Whether another try may help."""


_FAILURES = (
    _Failure(ssl.SSLError, Reason.TLS_FAILED, again=False),
    _Failure(socket.gaierror, Reason.CONNECTION_FAILED, again=True),
    _Failure((httpx.InvalidURL, httpx.UnsupportedProtocol), Reason.BAD_URL, again=False),
    _Failure(httpx.LocalProtocolError, Reason.BAD_URL, again=False),
    _Failure((httpx.TimeoutException, TimeoutError), Reason.TIMED_OUT, again=True),
    _Failure((httpx.TransportError, OSError), Reason.CONNECTION_FAILED, again=True),
    _Failure(ValueError, Reason.BAD_URL, again=False),
    _Failure((httpx.HTTPError, AssertionError), Reason.CONNECTION_FAILED, again=False),
)
"""The first line that holds for the error, or for an error that caused it, tells."""


def failure_of(error: BaseException) -> tuple[Problem, bool]:
    """The problem to record for an `EXPECTED` error, and whether another try may help."""
    causes = list(_causes(error))
    failure, cause = next((f, c) for f in _FAILURES for c in causes if isinstance(c, f.errors))
    return Problem(
        failure.reason, f"{type(error).__name__}: {_sentence(cause) or _sentence(error)}"
    ), failure.again


def _causes(error: BaseException) -> Iterator[BaseException]:
    """`error`, and what it was raised from, outermost first."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _sentence(error: BaseException) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(text.split())
