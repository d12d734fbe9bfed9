"""Captures: what was asked for and what came, with its bytes, and where the archive has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from urllib.parse import urlsplit

from pipeline.records.exchange import Exchange
from pipeline.records.problems import LASTING, NOT_NOW, Problem, Reason
from pipeline.records.targets import Found, Role


@dataclass(frozen=True, slots=True)
class Archived:
    """Where a capture stands in the archive."""

    file: str
    """The name of a WARC file in the folder of the archive."""
    offset: int
    """Where its record begins, in bytes of the file as it is: zipped."""
    payload_digest: str | None = None
    """`sha1:` and base 32: of the body as it was received, before it was unzipped."""
    stored: bool = True
    """False where the record says only in which other record the same body is."""


@dataclass(frozen=True, slots=True)
class StoredBody:
    """A body that the archive has already: in which record, and what it was the body of."""

    file: str
    offset: int
    url: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """One attempt to get one page: what was asked, what came, when. `failure` is None when a body came."""

    source: str
    url: str
    """The URL that was asked for."""
    final_url: str
    """The URL that answered, after redirects; the base of the page's relative links."""
    fetched_at: datetime
    role: Role = field(default=Role.PAGE, kw_only=True)
    status: int | None = None
    """HTTP status; None for a local file or when no answer came."""
    content_type: str | None = None
    size: int = 0
    """Bytes of the decoded body."""
    digest: str | None = None
    """`sha256:` and the hex digest of the decoded body."""
    link_title: str | None = None
    failure: Problem | None = None
    archived: Archived | None = None
    allowed_by: str | None = None
    """What robots.txt says of it, in words; None for what is on no server."""
    etag: str | None = None
    last_modified: str | None = None
    """The server's marks of this state of the page, as it sent them."""
    page_robots: str | None = None
    """What the page itself says to robots, like `noarchive, noindex`; None where it says nothing."""
    moved: bool = False
    """True where every redirect on the way to `final_url` is for good."""

    @property
    def unchanged(self) -> bool:
        """Whether the server says that the page is as it was: no body came, and that is no failure."""
        return self.status == 304 and self.failure is None

    @property
    def fails_for_good(self) -> bool:
        """Whether it failed of the page itself, and neither of the moment nor of the network."""
        if self.failure is None:
            return False
        if self.failure.reason is Reason.HTTP_ERROR:
            return self.status not in (None, *NOT_NOW)  # None: the error is that of its robots.txt
        return self.failure.reason in LASTING

    @property
    def taken_down(self) -> bool:
        """Whether the server says that the page is not there any more."""
        return self.status in (404, 410)

    @property
    def led_home(self) -> bool:
        """Whether another page was asked for and the front page came: so many sites do with stories they took down."""
        asked, came = (urlsplit(url).path.strip("/") for url in (self.url, self.final_url))
        return bool(asked) and not came and self.final_url.startswith("http")

    @property
    def to_parse(self) -> bool:
        """Whether a page came: something with a body that is neither a feed nor its like."""
        return self.failure is None and not self.unchanged and self.role in (Role.PAGE, Role.START)


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A capture with its body; the body is empty when the capture failed."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {
        "ser_json_bytes": "base64",
        "val_json_bytes": "base64",
    }

    capture: Capture
    body: bytes = b""
    exchanges: tuple[Exchange, ...] = field(default=(), repr=False)
    """What went over the wire, redirects first; for the archive, and in no JSON line."""
    found: Found | None = None
    """Where it leads, if anybody looked."""

    @property
    def damaged(self) -> bool:
        """Whether it was read from records that do not agree with their digests."""
        failure = self.capture.failure
        return failure is not None and failure.reason is Reason.ARCHIVE_DAMAGED
