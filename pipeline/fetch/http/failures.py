"""What can go wrong on the way to a server: every exception that fetching may meet, and what is recorded for it."""

import os
import socket
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import aiohttp
import httpcore
import httpx

from pipeline.fetch.http.guard import AddressForbidden
from pipeline.records import Problem, Reason

EXPECTED = (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, ValueError, AssertionError)
"""What a URL, a server or the network can make httpx raise. ValueError: names that IDNA refuses, header text
that cannot be encoded; AssertionError: answers that httpx did not think of. Anything else is a bug of ours."""

_NO_CONNECTION = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    httpcore.ConnectError,
    httpcore.ConnectTimeout,
)
"""What comes before there is a connection: name not found, refused, no route."""


@dataclass(frozen=True, slots=True)
class _Failure:
    errors: type[BaseException] | tuple[type[BaseException], ...]
    reason: Reason
    again: bool
    """Whether another try may help."""


_FAILURES = (
    _Failure(AddressForbidden, Reason.ADDRESS_FORBIDDEN, again=False),
    _Failure((ssl.SSLError, aiohttp.ClientSSLError), Reason.TLS_FAILED, again=False),
    _Failure(socket.gaierror, Reason.CONNECTION_FAILED, again=True),
    _Failure(httpx.RemoteProtocolError, Reason.CONNECTION_FAILED, again=True),
    _Failure((httpx.InvalidURL, httpx.UnsupportedProtocol), Reason.BAD_URL, again=False),
    _Failure(httpx.LocalProtocolError, Reason.BAD_URL, again=False),
    _Failure(TimeoutError, Reason.TIMED_OUT, again=True),
    _Failure((httpx.TransportError, OSError), Reason.CONNECTION_FAILED, again=True),
    _Failure(aiohttp.ClientResponseError, Reason.CONNECTION_FAILED, again=False),
    _Failure(ValueError, Reason.BAD_URL, again=False),
    _Failure((httpx.HTTPError, AssertionError), Reason.CONNECTION_FAILED, again=False),
)
"""The first line that holds for the error, or for an error that caused it, tells."""


def failure_of(error: BaseException) -> tuple[Problem, bool]:
    """The problem to record for an `EXPECTED` error, and whether another try may help."""
    causes = tuple(_causes(error))
    failure = next(failure for failure in _FAILURES if any(isinstance(e, failure.errors) for e in causes))
    return Problem(failure.reason, sentence(error)), failure.again


def never_connected(error: BaseException) -> bool:
    """Whether there was no connection at all, and another try may find one."""
    return failure_of(error)[1] and any(isinstance(cause, _NO_CONNECTION) for cause in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """`error`, and what it was raised from, down to the first cause."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = (
            cause.exceptions[0]
            if isinstance(cause, BaseExceptionGroup)
            else cause.__cause__ or cause.__context__
        )


def sentence(error: BaseException) -> str:
    """What happened, for a person: what the operating system said, or what a library's error means."""
    causes = tuple(_causes(error))
    said = (text for cause in reversed(causes) if (text := _said(cause)))
    return next(said, " ".join(str(error).split()) or type(error).__name__)


def _said(cause: BaseException) -> str | None:
    match cause:
        case ssl.SSLCertVerificationError():
            return f"its certificate is not good: {cause.verify_message}"
        case ssl.SSLError():
            return f"no TLS with it: {(cause.reason or 'the connection broke').lower().replace('_', ' ')}"
        case AddressForbidden() | socket.gaierror():
            return cause.strerror or str(cause)
        case OSError(errno=int(number)) if number > 0:
            return os.strerror(number)  # asyncio's own text is `Connect call failed`
        case _:
            return next((text for kind, text in _MEANINGS if isinstance(cause, kind)), None)


_MEANINGS: Sequence[tuple[type[BaseException] | tuple[type[BaseException], ...], str]] = (
    (aiohttp.http_exceptions.LineTooLong, "a line of its head is too long"),
    (aiohttp.http_exceptions.BadStatusLine, "the answer is not HTTP"),
    (aiohttp.http_exceptions.ContentLengthError, "less came than the head announced"),
    (aiohttp.http_exceptions.TransferEncodingError, "the last chunk did not come"),
    (aiohttp.http_exceptions.BadHttpMessage, "its head is damaged, or has too many lines"),
    (aiohttp.ServerDisconnectedError, "the server hung up without an answer"),
    (aiohttp.ConnectionTimeoutError, "no connection within `timeout_s`"),
    ((aiohttp.SocketTimeoutError, httpx.ReadTimeout), "nothing more came within `timeout_s`"),
    ((httpx.InvalidURL, UnicodeError), "no host can be called so"),
)
"""What errors of libraries mean."""
