"""A page as WARC 1.1 records: bytes, one gzip member a record, so that each can be read from its offset alone."""

import base64
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from pipeline import wire
from pipeline.exchange import Exchange, Headers
from pipeline.records import Archived, Capture, FetchedPage, StoredBody

GZIP_LEVEL = 1
"""A higher level costs three times as much and saves 3 %."""
GZIP_STORED = 0
"""For a body that arrived zipped: to zip it once more costs a fifth of a page's time and saves nothing."""

_GZIP_MAGIC = b"\x1f\x8b"

CAPTURE = "application/vnd.pipeline.capture+json"
"""The content type of the `metadata` record that ends a page's records and holds its `Capture`."""

PLACE = "Pipeline-Refers-To-Place"
"""A field of our `revisit` records: file and offset of the record that has the body."""

SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
RENAMED = "X-Archive-Orig-"
"""Before a header that no longer holds: chunks are joined, and readers would look for them."""


@dataclass(frozen=True, slots=True)
class Records:
    """What is appended for one page: a gzip member a record, and which of them the capture points to."""

    members: tuple[bytes, ...]
    main: int
    archived: Archived
    """Without the offset, which the file gives."""


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
        members.append(_request(exchange))
        is_last = exchange is page.exchanges[-1]
        known = digest if is_last else exchange.body and payload_digest(exchange.body)
        members.append(_response(exchange, known or None, stored if is_last else None))
    if not page.exchanges and page.capture.failure is None:
        members.append(_resource(page, digest, stored))
    main = max(0, len(members) - 1)
    archived = Archived("", 0, digest, stored=digest is not None and stored is None)
    members.append(_capture(page.capture))
    return Records(tuple(members), main, archived)


def about(fields: Mapping[str, str], at: datetime) -> bytes:
    """A `warcinfo` record: who wrote what follows it."""
    block = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    return _member(WarcRecordType.warcinfo, at, {"Content-Type": "application/warc-fields"}, block)


def _request(exchange: Exchange) -> bytes:
    start = f"{exchange.method} {exchange.target} HTTP/1.1\r\n".encode("utf-8", "surrogateescape")
    fields = {"WARC-Target-URI": exchange.url, **_address(exchange)}
    return _member(
        WarcRecordType.request, exchange.at, fields, start + _head(exchange.request_headers), http=True
    )


def _response(exchange: Exchange, digest: str | None, stored: StoredBody | None) -> bytes:
    start = f"{exchange.version} {exchange.status} {exchange.reason}".rstrip().encode(
        "utf-8", "surrogateescape"
    )
    head = start + b"\r\n" + _head(_as_kept(exchange.headers))
    fields = {"WARC-Target-URI": exchange.url, **_address(exchange)}
    if exchange.truncated:
        fields["WARC-Truncated"] = exchange.truncated
    if exchange.status == 304:
        fields["WARC-Profile"] = NOT_MODIFIED
        return _member(WarcRecordType.revisit, exchange.at, fields, head, http=True)
    if digest:
        fields["WARC-Payload-Digest"] = digest
    if stored is not None:
        return _member(WarcRecordType.revisit, exchange.at, fields | _refers(stored), head, http=True)
    if media_type := _media_type(exchange.headers):
        # datatrove drops without a word what does not say it
        fields["WARC-Identified-Payload-Type"] = media_type
    level = GZIP_STORED if exchange.body.startswith(_GZIP_MAGIC) else GZIP_LEVEL
    return _member(WarcRecordType.response, exchange.at, fields, head + exchange.body, http=True, level=level)


def _resource(page: FetchedPage, digest: str | None, stored: StoredBody | None) -> bytes:
    capture = page.capture
    fields = {
        "WARC-Target-URI": capture.final_url,
        "Content-Type": capture.content_type or "application/octet-stream",
    }
    if digest:
        fields["WARC-Payload-Digest"] = digest
    if stored is not None:
        return _member(WarcRecordType.revisit, capture.fetched_at, fields | _refers(stored), b"")
    return _member(WarcRecordType.resource, capture.fetched_at, fields, page.body)


def _capture(capture: Capture) -> bytes:
    fields = {"WARC-Target-URI": capture.final_url, "Content-Type": CAPTURE}
    block = wire.to_json(replace(capture, archived=None)).encode("utf-8", "surrogatepass")
    return _member(WarcRecordType.metadata, capture.fetched_at, fields, block)


def _refers(stored: StoredBody) -> dict[str, str]:
    return {
        "WARC-Profile": SAME_PAYLOAD,
        "WARC-Refers-To-Target-URI": _plain(stored.url),
        "WARC-Refers-To-Date": _instant(stored.at),
        PLACE: f"{stored.file} {stored.offset}",
    }


def _address(exchange: Exchange) -> dict[str, str]:
    return {"WARC-IP-Address": exchange.ip_address} if exchange.ip_address else {}


def _as_kept(headers: Headers) -> Iterator[tuple[bytes, bytes]]:
    for name, value in headers:
        yield (RENAMED.encode() + name if name.lower() == b"transfer-encoding" else name), value


def _head(headers: Iterator[tuple[bytes, bytes]] | Headers) -> bytes:
    return b"".join(name + b": " + value + b"\r\n" for name, value in headers) + b"\r\n"


def _media_type(headers: Headers) -> str:
    value = next((value for name, value in headers if name.lower() == b"content-type"), b"")
    return _plain(value.decode("latin-1").partition(";")[0].strip())


def _member(  # noqa: PLR0913 - what a record is, each by name
    kind: WarcRecordType,
    at: datetime,
    fields: Mapping[str, str],
    block: bytes,
    *,
    http: bool = False,
    level: int = GZIP_LEVEL,
) -> bytes:
    record = WarcRecord()
    record.init_headers(kind)
    record.record_date = at
    if http:
        record.is_http = True
        record.headers["Content-Type"] = (
            f"application/http; msgtype={'request' if kind is WarcRecordType.request else 'response'}"
        )
    for name, value in fields.items():
        record.headers[name] = _plain(value)
    record.set_bytes_content(block)
    raw = io.BytesIO()
    writer = GzipWriter(raw, compression_level=level)
    record.write(writer, checksum_data=True)
    writer.finish()  # one member a record: without this there are no offsets
    return raw.getvalue()


_CONTROLS = dict.fromkeys(range(32), " ")


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _plain(text: str) -> str:
    """Text that a line of a header can hold."""
    return text.translate(_CONTROLS).encode("utf-8", "replace").decode()
