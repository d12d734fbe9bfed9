"""A page as WARC 1.1 records: bytes, one gzip member a record, so that each can be read from its offset alone."""

import base64
import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID

from isal import isal_zlib

from pipeline.bodies import GZIP, GZIP_MAGIC
from pipeline.records import Capture, FetchedPage, StoredBody, wire
from pipeline.records.exchange import Exchange, Headers

_GZIP_HEAD = GZIP_MAGIC + b"\x08\x00\x00\x00\x00\x00\x00\xff"
"""Deflated, no name, no time, an unknown system."""
_LARGEST_BLOCK = 0xFFFF
"""Bytes that one block of RFC 1951 holds unpacked."""

CAPTURE = "application/vnd.pipeline.capture+json"
"""The content type of the `metadata` record that ends a page's records and holds its `Capture`."""

PLACE = "Pipeline-Refers-To-Place"
"""A field of our `revisit` records: file and offset of the record that has the body."""

_HTTP = "application/http; msgtype={}"

PAYLOAD_DIGEST, BLOCK_DIGEST = "WARC-Payload-Digest", "WARC-Block-Digest"
"""Of a body alone, and of all that a record holds: one of them is enough, and to make both is a tenth of the time."""

SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
RENAMED = b"X-Archive-Orig-"
"""Before a header that no longer holds: chunks are joined, and readers would look for them."""


@dataclass(frozen=True, slots=True)
class Records:
    """What is appended for one page: a gzip member a record, and which of them the capture points to."""

    members: tuple[bytes, ...]
    main: int


def payload_digest(payload: bytes) -> str:
    """As WARC files spell it: `sha1:` and base 32."""
    return "sha1:" + base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode("ascii")


def payload_of(page: FetchedPage) -> bytes:
    """The body as it was received, still zipped where it came so."""
    return page.exchanges[-1].body if page.exchanges else page.body


def records_of(page: FetchedPage, digest: str | None, stored: StoredBody | None) -> Records:
    """The records of `page`, whose payload has this digest. Where that is `stored`, they only say where."""
    members: list[bytes] = []
    for exchange in page.exchanges:
        if exchange.target:
            members.append(_request(exchange))
        is_last = exchange is page.exchanges[-1]
        known = digest if is_last else exchange.body and payload_digest(exchange.body)
        members.append(_response(exchange, known or None, stored if is_last else None))
    if not page.exchanges and page.capture.failure is None:
        members.append(_resource(page, digest, stored))
    main = max(0, len(members) - 1)
    members.append(_capture(page.capture))
    return Records(tuple(members), main)


def about(fields: Mapping[str, str], at: datetime) -> bytes:
    """A `warcinfo` record: who wrote what follows it."""
    block = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    return _member("warcinfo", at, {"Content-Type": "application/warc-fields"}, block)


def _request(exchange: Exchange) -> bytes:
    start = f"{exchange.method} {exchange.target} HTTP/1.1\r\n".encode("utf-8", "surrogateescape")
    fields = {"WARC-Target-URI": exchange.url, **_address(exchange), "Content-Type": _HTTP.format("request")}
    return _member("request", exchange.at, fields, start + _head(exchange.request_headers))


def _response(exchange: Exchange, digest: str | None, stored: StoredBody | None) -> bytes:
    # Readers know no status line of HTTP/2, which has none.
    version = exchange.version if exchange.version.startswith("HTTP/1.") else "HTTP/1.1"
    start = f"{version} {exchange.status} {exchange.reason}".rstrip().encode("utf-8", "surrogateescape")
    head = start + b"\r\n" + _head(_as_kept(exchange.headers))
    fields = {"WARC-Target-URI": exchange.url, **_address(exchange), "Content-Type": _HTTP.format("response")}
    if exchange.truncated:
        fields["WARC-Truncated"] = exchange.truncated
    if exchange.status == 304:
        fields["WARC-Profile"] = NOT_MODIFIED
        return _member("revisit", exchange.at, fields, head)
    if digest:
        fields[PAYLOAD_DIGEST] = digest
    if stored is not None:
        return _member("revisit", exchange.at, fields | _refers(stored), head)
    if media_type := _media_type(exchange.headers):
        # datatrove drops without a word what does not say it
        fields["WARC-Identified-Payload-Type"] = media_type
    zipped = exchange.body.startswith(GZIP_MAGIC)
    return _member("response", exchange.at, fields, head + exchange.body, zipped=zipped)


def _resource(page: FetchedPage, digest: str | None, stored: StoredBody | None) -> bytes:
    capture = page.capture
    fields = {
        "WARC-Target-URI": capture.final_url,
        "Content-Type": capture.content_type or "application/octet-stream",
    }
    if digest:
        fields[PAYLOAD_DIGEST] = digest
    if stored is not None:
        return _member("revisit", capture.fetched_at, fields | _refers(stored), b"")
    return _member("resource", capture.fetched_at, fields, page.body)


def _capture(capture: Capture) -> bytes:
    fields = {"WARC-Target-URI": capture.final_url, "Content-Type": CAPTURE}
    block = wire.write_capture(capture)
    return _member("metadata", capture.fetched_at, fields, block)


def _refers(stored: StoredBody) -> dict[str, str]:
    return {
        "WARC-Profile": SAME_PAYLOAD,
        "WARC-Refers-To-Target-URI": _plain(stored.url),
        "WARC-Refers-To-Date": _instant(stored.at),
        PLACE: f"{stored.file} {stored.offset}",
    }


def _address(exchange: Exchange) -> dict[str, str]:
    fields = {"WARC-IP-Address": exchange.ip_address} if exchange.ip_address else {}
    return fields | ({"WARC-Protocol": "h2"} if exchange.version == "HTTP/2" else {})


def _as_kept(headers: Headers) -> Headers:
    return tuple(
        (RENAMED + name if name.lower() == b"transfer-encoding" else name, value) for name, value in headers
    )


def _head(headers: Headers) -> bytes:
    return b"".join([b"%b: %b\r\n" % header for header in headers]) + b"\r\n"


def _media_type(headers: Headers) -> str:
    value = next((value for name, value in headers if name.lower() == b"content-type"), b"")
    return _plain(value.decode("latin-1").partition(";")[0].strip())


def _member(
    kind: str, at: datetime, fields: Mapping[str, str], block: bytes, *, zipped: bool = False
) -> bytes:
    """One record as one gzip member, written here: a WARC library takes three times as long for small records."""
    if PAYLOAD_DIGEST not in fields or kind == "revisit":
        fields = {**fields, BLOCK_DIGEST: payload_digest(block)}
    named = "".join([f"{name}: {_plain(value)}\r\n" for name, value in fields.items()])
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{_new_id()}>\r\nWARC-Date: {_instant(at)}\r\n"
        f"{named}Content-Length: {len(block)}\r\n\r\n"
    )
    record = b"".join((head.encode(), block, b"\r\n\r\n"))
    return _stored(record) if zipped else isal_zlib.compress(record, wbits=GZIP)


def _stored(record: bytes) -> bytes:
    """A gzip member that holds `record` as it is: to zip again what came zipped costs time and saves nothing.

    zlib writes the same at level 0 in four times the time, and lets go of the interpreter, which then is waited for.
    """
    parts: list[bytes | memoryview] = [_GZIP_HEAD]
    rest = memoryview(record)
    while True:
        block, rest = rest[:_LARGEST_BLOCK], rest[_LARGEST_BLOCK:]
        size = len(block)
        parts += (struct.pack("<BHH", not rest, size, size ^ 0xFFFF), block)
        if not rest:
            break
    parts.append(struct.pack("<II", isal_zlib.crc32(record), len(record) & 0xFFFFFFFF))
    return b"".join(parts)


_CONTROLS = dict.fromkeys(range(32), " ")

_IDS = Random()  # noqa: S311 - they are different, and no secret
"""uuid4 asks the system each time, and meanwhile another thread may take its turn."""


def _new_id() -> UUID:
    return UUID(int=_IDS.getrandbits(128), version=4)


def _instant(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _plain(text: str) -> str:
    """Text that a line of a header can hold."""
    return text if text.isprintable() else text.translate(_CONTROLS).encode("utf-8", "replace").decode()
