"""What the head of an HTTP response says: a redirect, a page, or a refusal. Decided before the body is read."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from pipeline.fetch.addresses import host_of, is_web, resolved
from pipeline.records import Known, Problem, Reason

REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
"""Statuses of a host that wants to be asked less."""

NO_PAGE_STATUSES = frozenset({204, 205, 206})
"""Successful, and still not the whole page."""

NO_PAGES = (
    "image/", "video/", "audio/", "font/", "model/",
    "application/pdf", "application/zip", "application/gzip", "application/x-tar", "application/epub+zip",
    "application/msword", "application/vnd.ms-", "application/vnd.openxmlformats-",
    "application/javascript", "text/javascript", "text/css",
)  # fmt: skip
"""Beginnings of media types that hold no page. Unknown types are fetched: what they hold is for parse/ to say."""

PLAIN_ENCODINGS = frozenset({"", "identity", "none", "utf-8"})
"""Content encodings that change nothing; the last two are common mistakes of servers."""
GZIP_ENCODINGS = frozenset({"gzip", "x-gzip"})

MAX_REDIRECTS = 10


def refusal(status: int, headers: Mapping[str, str], *, any_type: bool = False) -> Problem | None:
    """Why the response is no page, or None where its body should be read. With `any_type` its type is no reason."""
    if not 200 <= status < 300 or status in NO_PAGE_STATUSES:
        return Problem(Reason.HTTP_ERROR, _phrase(status))
    media_type = headers.get("content-type", "").strip().lower()
    if media_type.startswith(NO_PAGES) and not any_type:
        return Problem(Reason.NOT_A_PAGE, media_type.partition(";")[0])
    encoding = _encoding(headers)
    if encoding not in PLAIN_ENCODINGS | GZIP_ENCODINGS:
        return Problem(Reason.BODY_DAMAGED, f"encoded as {encoding!r}, though only gzip was offered")
    return None


def is_gzipped(headers: Mapping[str, str]) -> bool:
    """Whether the body is to be unzipped."""
    return _encoding(headers) in GZIP_ENCODINGS


def next_hop(url: str, location: str, visited: set[str]) -> str | Problem:
    """Where the redirect from `url` leads, or why it is not followed."""
    target = resolved(url, location)
    if not (is_web(target) and host_of(target)):
        return Problem(Reason.BAD_URL, "redirected to what is no http(s) URL", target)
    if target in visited:
        return Problem(Reason.TOO_MANY_REDIRECTS, "redirected in a circle", target)
    if len(visited) > MAX_REDIRECTS:
        return Problem(Reason.TOO_MANY_REDIRECTS, f"more than {MAX_REDIRECTS} redirects", target)
    return target


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds for which the server asks to be left alone, written as a number or as a date; None where unsaid."""
    value = headers.get("retry-after", "").strip()
    try:
        return float(int(value)) if value.isascii() and value.isdigit() else _seconds_until(value, now)
    except (ValueError, TypeError, OverflowError):  # the header is free text
        return None


def _seconds_until(date: str, now: datetime) -> float:
    instant = parsedate_to_datetime(date)
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def _encoding(headers: Mapping[str, str]) -> str:
    return headers.get("content-encoding", "").strip().lower()


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def conditions(known: Known | None) -> dict[str, str]:
    """The headers that ask for a page only if it is no longer as it is known."""
    if known is None:
        return {}
    marks = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: mark for name, mark in marks.items() if mark and mark.isascii() and mark.isprintable()}
