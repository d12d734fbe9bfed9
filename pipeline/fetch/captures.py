"""Captures: one record for each attempt, whether a body came or not."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.bodies import BodyRefused, unzipped
from pipeline.records import Capture, FetchedPage, Problem, Target
from pipeline.records.exchange import Exchange

_FOR_GOOD = (301, 308)
"""Redirects that say that the old address is not to be used again."""


@dataclass(slots=True)
class Answer:
    """What came back for one URL, from a server or a disk: a body, or the problem that stands for it.

    It is filled in on its way through this room; the capture that leaves it is frozen.
    """

    url: str
    """The URL that answered."""
    status: int | None = None
    content_type: str | None = None
    body: bytes = field(default=b"", repr=False)
    zipped: bool = False
    """Whether the body is still as it was sent, to be unzipped by `unpack`."""
    failure: Problem | None = None
    allowed_by: str | None = None
    """What robots.txt says of it, in words; None for what is on no server."""
    page_robots: str | None = None
    """What the page itself says to robots."""
    etag: str | None = None
    last_modified: str | None = None
    exchanges: tuple[Exchange, ...] = field(default=(), repr=False)
    """All that went over the wire for it: redirects and failed attempts first."""


def unpack(answer: Answer, limit: int) -> None:
    """Unzip the body of `answer`, or refuse it past `limit` bytes or as damaged."""
    if not answer.zipped:
        return
    answer.zipped = False
    try:
        answer.body = unzipped(answer.body, limit)
    except BodyRefused as refused:
        answer.body, answer.failure = b"", refused.problem


def page_of(target: Target, answer: Answer, at: datetime) -> FetchedPage:
    """The record of asking for `target` and getting `answer`."""
    body = b"" if answer.failure else answer.body
    came = answer.failure is None and answer.status != 304
    capture = Capture(
        source=target.source,
        url=target.url,
        final_url=answer.url,
        fetched_at=at,
        role=target.role,
        status=answer.status,
        content_type=answer.content_type,
        size=len(body),
        digest=f"sha256:{hashlib.sha256(body).hexdigest()}" if came else None,
        link_title=target.link_title,
        failure=answer.failure,
        allowed_by=answer.allowed_by,
        page_robots=answer.page_robots,
        etag=answer.etag,
        last_modified=answer.last_modified,
        moved=_moved(answer),
    )
    return FetchedPage(capture, body, answer.exchanges)


def _moved(answer: Answer) -> bool:
    hops = [exchange.status for exchange in answer.exchanges if exchange.url != answer.url]
    return bool(hops) and all(status in _FOR_GOOD for status in hops)
