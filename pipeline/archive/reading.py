"""The archive as it is read: our own files page by page with the captures, and the responses of anybody's WARC file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from pipeline.archive.decoding import decoded
from pipeline.archive.mending import whole_until
from pipeline.archive.warc import BLOCK_DIGEST, CAPTURE, PAYLOAD_DIGEST, PLACE, payload_digest
from pipeline.archive.writer import SUFFIX
from pipeline.bodies import BodyRefused
from pipeline.errors import BadInput, StorageFault
from pipeline.records import Archived, Capture, FetchedPage, Problem, Reason, wire
from pipeline.records.exchange import Exchange, Headers

_WITH_A_BODY = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit

_ANY_SIZE = 1 << 40
"""No limit: what stands in our own archive was let in under one."""


@dataclass(frozen=True, slots=True)
class Response:
    """One response of a WARC file, its body as it came over the wire; a saved file has neither status nor head."""

    url: str
    at: datetime
    status: int | None
    content_type: str | None
    headers: Headers
    body: bytes = field(repr=False)
    exchange: Exchange | None


class ArchiveReader:
    """The pages in the folder of an archive. Raises `StorageFault` where the disk fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self) -> list[Path]:
        """The files of the archive in the order in which they were written."""
        return sorted(self.folder.glob(f"*{SUFFIX}"))

    def pages(self, after: Archived | None = None) -> Iterator[FetchedPage]:
        """Every page, as it was fetched, in the order of the archive; those behind `after` where that is given.

        A page whose records are damaged has `Reason.ARCHIVE_DAMAGED` as its failure.
        """
        for path in self.files():
            if after is None or path.name >= after.file:
                begin = after.offset if after is not None and path.name == after.file else 0
                pages = self._pages_of(path, begin)
                if begin:
                    next(pages, None)  # that one is known
                yield from pages

    def page(self, archived: Archived) -> FetchedPage:
        """The page at one place. Raises `StorageFault` where it is not there."""
        path = self.folder / archived.file
        page = next(self._pages_of(path, archived.offset), None)
        if page is None:
            raise StorageFault(f"{path}: no record at byte {archived.offset}, though the database names one")
        return page

    def _pages_of(self, path: Path, begin: int) -> Iterator[FetchedPage]:
        with _disk_faults(path), path.open("rb") as file:
            file.seek(begin)
            main: Archived | None = None
            body, fault = b"", None
            for record in ArchiveIterator(file, parse_http=False):
                fault = fault or _rot(record, path.name)
                offset = record.stream_pos
                if record.record_type & _WITH_A_BODY:
                    digest = record.headers.get(PAYLOAD_DIGEST)
                    stored = digest is not None and record.record_type is not WarcRecordType.revisit
                    main = Archived(path.name, offset, digest, stored=stored)
                    if fault is None:
                        body, fault = self._decoded(record, path.name)
                elif record.headers.get("Content-Type") == CAPTURE:
                    capture = wire.read_capture(record.reader.read())
                    fault = fault if capture else _rotten(path.name)
                    main = main or Archived(path.name, offset, stored=False)
                    yield _page(replace(capture or _unread(record), archived=main), body, fault)
                    main, body, fault = None, b"", None

    def _decoded(self, record: WarcRecord, name: str) -> tuple[bytes, Problem | None]:
        """The decoded body of a record in the file `name`, and what is wrong with it, if anything is."""
        if place := record.headers.get(PLACE):
            name, _, offset = place.rpartition(" ")
            return self._stored(name, int(offset))
        response = _response(record)
        digest = record.headers.get(PAYLOAD_DIGEST)
        is_told = digest and record.record_type is not WarcRecordType.revisit
        if is_told and payload_digest(response.body) != digest:
            return b"", _rotten(name)
        try:
            return decoded(response.headers, response.body, _ANY_SIZE), None
        except BodyRefused:
            return b"", None  # its capture says why

    def _stored(self, name: str, offset: int) -> tuple[bytes, Problem | None]:
        """The same for a body that another record refers to."""
        try:
            with (self.folder / name).open("rb") as file:
                file.seek(offset)
                record = next(iter(ArchiveIterator(file, parse_http=False)), None)
                if record is None or _rot(record, name):
                    return b"", _rotten(name)
                return self._decoded(record, name)
        except FileNotFoundError:
            return b"", Problem(Reason.ARCHIVE_DAMAGED, f"its body was in {name}, which is gone", name)


def read_warc(path: Path) -> Iterator[Response]:
    """The responses and saved files in a WARC file of anybody's making, zipped or not, in their order.

    Raises `BadInput` where the file cannot be read, or not to its end; what is whole before that comes first.
    """
    begin, waiting = -1, None
    fault: Exception | None = None
    try:
        for begin, response in _records(path):  # noqa: B007 - where the last one begins
            if waiting is not None:
                yield waiting
            waiting = response
    except (OSError, IndexError) as error:  # IndexError: the head of a record is torn
        fault = error
    if begin < 0:
        raise BadInput(f"{path}: cannot be read as a WARC file ({_why(fault)})") from fault
    end, size = whole_until(path, begin), path.stat().st_size
    if waiting is not None and (end > begin or end == size):  # the reader takes half a record for a whole one
        yield waiting
    if end < size:
        raise BadInput(f"{path}: damaged or torn at byte {end}; the pages before it were taken") from fault
    if fault is not None:
        raise BadInput(f"{path}: cannot be read to its end ({_why(fault)})") from fault


def _why(fault: Exception | None) -> object:
    return "there is no record in it" if fault is None else getattr(fault, "strerror", None) or fault


def _records(path: Path) -> Iterator[tuple[int, Response | None]]:
    """Where each record begins, and what it holds if that is a response or a saved file."""
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            has_page = record.record_type & (WarcRecordType.response | WarcRecordType.resource)
            yield record.stream_pos, _response(record) if has_page else None


def _rot(record: WarcRecord, name: str) -> Problem | None:
    """What is wrong with a record that does not agree with its digest, where it has one of all of it."""
    agrees = BLOCK_DIGEST not in record.headers or record.verify_block_digest(consume=False)
    return None if agrees else _rotten(name)


def _rotten(name: str) -> Problem:
    return Problem(Reason.ARCHIVE_DAMAGED, "its records do not agree with their digests", name)


def _unread(record: WarcRecord) -> Capture:
    url = record.headers.get("WARC-Target-URI") or ""
    return Capture("", url, url, _date(record))


def _page(capture: Capture, body: bytes, fault: Problem | None) -> FetchedPage:
    if fault is not None:
        return FetchedPage(replace(capture, failure=fault, size=0, digest=None))
    return FetchedPage(capture, b"" if capture.failure else body)


def _response(record: WarcRecord) -> Response:
    """A record whose HTTP head is not parsed yet, read to its end."""
    url, at = (record.headers.get("WARC-Target-URI") or "").strip("<>"), _date(record)
    if not record.is_http:
        return Response(url, at, None, record.headers.get("Content-Type"), (), record.reader.read(), None)
    record.parse_http(auto_decode="transfer")
    head = record.http_headers
    headers = tuple((name, value) for name, value in head.items_bytes())
    status = head.status_code or 0
    body = record.reader.read()
    version, _, rest = (head.status_line or "").partition(" ")
    exchange = Exchange(
        url=url,
        at=at,
        request_headers=(),
        status=status,
        headers=headers,
        body=body,
        version=version or "HTTP/1.1",
        reason=rest.partition(" ")[2],
        ip_address=record.headers.get("WARC-IP-Address"),
        truncated=record.headers.get("WARC-Truncated"),
    )
    return Response(url, at, status, head.get("Content-Type"), headers, body, exchange)


def _date(record: WarcRecord) -> datetime:
    date = record.record_date
    return date.astimezone(UTC) if date is not None else datetime.fromtimestamp(0, UTC)


@contextmanager
def _disk_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageFault(f"{path}: the archive cannot be read ({error.strerror or error})") from error
