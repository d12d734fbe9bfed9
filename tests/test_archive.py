"""The archive: what is kept, what other tools read of it, and what a crash costs."""

import gzip
import io
import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as OtherReader

from pipeline.archive import ArchiveReader, open_archive, read_warc
from pipeline.errors import BadInput, RunLocked, StorageFault
from pipeline.fetch import pages_of_warc
from pipeline.records import Capture, FetchedPage, Problem, Reason, Role, StoredBody
from pipeline.records.exchange import Exchange
from tests.fetch.fetching import reason

NOW = datetime(2026, 3, 14, 2, 15, tzinfo=UTC)


def web_page(number: int, body: bytes = b"<p>Snow on the pass.</p>", *, zipped: bool = True) -> FetchedPage:
    """A page as fetch hands it on, with what went over the wire."""
    url = f"https://gorge.example/{number}"
    wire = gzip.compress(body, mtime=0) if zipped else body
    headers = [(b"Content-Type", b"text/html; charset=utf-8"), (b"Transfer-Encoding", b"chunked")]
    if zipped:
        headers.append((b"Content-Encoding", b"gzip"))
    at = NOW + timedelta(seconds=number)
    exchange = Exchange(
        url, at, ((b"Host", b"gorge.example"),), 200, tuple(headers), wire, target=f"/{number}"
    )
    capture = Capture("gorge", url, url, at, 200, "text/html; charset=utf-8", len(body), digest="sha256:00")
    return FetchedPage(capture, body, (exchange,))


def keep(folder: Path, *pages: FetchedPage, file_limit: int = 1_000_000) -> list[FetchedPage]:
    with open_archive(folder, file_limit=file_limit) as archive:
        return [archive.keep(page) for page in pages]


def test_pages_are_read_back_as_they_were_fetched(tmp_path: Path) -> None:
    """Pages of the web, of this machine, and failed ones come back with body and capture."""
    saved = FetchedPage(Capture("disk", "file:///a.html", "file:///a.html", NOW, size=3), b"abc")
    failure = Problem(Reason.TIMED_OUT, "not complete after 60 s")
    failed = FetchedPage(
        Capture("gorge", "https://gorge.example/x", "https://gorge.example/x", NOW, failure=failure)
    )
    kept = keep(tmp_path / "a", web_page(1), web_page(2, zipped=False), saved, failed)

    read = list(ArchiveReader(tmp_path / "a").pages())

    assert [(page.capture.url, page.body) for page in read] == [
        (page.capture.url, page.body) for page in kept
    ]
    assert [page.capture for page in read] == [page.capture for page in kept]


def test_each_place_leads_to_its_own_record(tmp_path: Path) -> None:
    """The offset alone is enough: a reader that starts there reads that record."""
    kept = keep(tmp_path / "a", *(web_page(number, b"story %d" % number) for number in range(5)))
    for number in (3, 0, 4):
        place = kept[number].capture.archived
        assert place is not None
        with (tmp_path / "a" / place.file).open("rb") as file:
            file.seek(place.offset)
            record = next(iter(ArchiveIterator(file)))
        assert record.headers["WARC-Target-URI"] == f"https://gorge.example/{number}"
        assert ArchiveReader(tmp_path / "a").page(place).body == b"story %d" % number


def test_another_tool_reads_the_archive_and_finds_every_digest_right(tmp_path: Path) -> None:
    """warcio takes every record, one gzip member each, and unpacks the bodies."""
    keep(tmp_path / "a", web_page(1), web_page(2, b"zwei", zipped=False))
    (path,) = ArchiveReader(tmp_path / "a").files()
    with path.open("rb") as file:
        records = OtherReader(file, check_digests="raise")
        found = [(record.rec_type, record.content_stream().read()) for record in records]
    assert [kind for kind, _ in found] == ["warcinfo", *(["request", "response", "metadata"] * 2)]
    assert [body for kind, body in found if kind == "response"] == [b"<p>Snow on the pass.</p>", b"zwei"]


def test_a_body_that_is_stored_is_not_stored_again(tmp_path: Path) -> None:
    """The second capture is a revisit record that says where the body is, and reads the same."""
    stored: dict[str, StoredBody] = {}
    body = b"<p>long</p>" * 1000
    with open_archive(tmp_path / "a", stored.get) as archive:
        first = archive.keep(web_page(1, body, zipped=False)).capture
        assert first.archived is not None
        assert first.archived.payload_digest is not None
        place = first.archived
        stored[first.archived.payload_digest] = StoredBody(
            place.file, place.offset, first.url, first.fetched_at
        )
        size = ArchiveReader(tmp_path / "a").files()[0].stat().st_size
        second = archive.keep(web_page(2, body, zipped=False)).capture
    assert second.archived is not None
    assert not second.archived.stored
    assert [page.body for page in ArchiveReader(tmp_path / "a").pages()] == [body, body]
    assert ArchiveReader(tmp_path / "a").page(second.archived).body == body
    assert ArchiveReader(tmp_path / "a").files()[0].stat().st_size - size < 1500


def test_a_body_whose_file_was_taken_away_is_stored_again(tmp_path: Path) -> None:
    """What the database remembers of a file that is gone does not cost the body."""
    gone = StoredBody("gone.warc.gz", 0, "https://gorge.example/1", NOW)
    with open_archive(tmp_path / "a", lambda _: gone) as archive:
        archived = archive.keep(web_page(1)).capture.archived
    assert archived is not None
    assert archived.stored


def test_a_new_file_is_begun_when_one_is_large_enough(tmp_path: Path) -> None:
    """Files are named so that their order is the order of the pages."""
    keep(tmp_path / "a", *(web_page(number) for number in range(6)), file_limit=2000)
    reader = ArchiveReader(tmp_path / "a")
    assert len(reader.files()) > 1
    assert [page.capture.url[-1] for page in reader.pages()] == list("012345")


def test_pages_behind_a_place_are_those_that_came_later(tmp_path: Path) -> None:
    """A reader that stopped somewhere goes on there, over the end of a file too."""
    kept = keep(tmp_path / "a", *(web_page(number) for number in range(6)), file_limit=2000)
    for number, page in enumerate(kept):
        later = ArchiveReader(tmp_path / "a").pages(page.capture.archived)
        assert [page.capture.url[-1] for page in later] == list("012345")[number + 1 :]


def test_a_torn_tail_costs_the_page_in_flight_alone(tmp_path: Path) -> None:
    """Wherever the last page is torn, the pages before it stay, and the next one is written behind them."""
    whole = tmp_path / "whole"
    keep(whole, web_page(1))
    (path,) = ArchiveReader(whole).files()
    one = path.stat().st_size
    keep(whole, web_page(2))
    two = path.stat().st_size
    note = f"{path.name} {one}\n"
    for end in sorted({*range(one + 1, two, 97), two - 1}):
        folder = tmp_path / str(end)
        shutil.copytree(whole, folder)
        (folder / "whole").write_text(note, encoding="utf-8")
        with (folder / path.name).open("r+b") as file:
            file.truncate(end)
        with open_archive(folder) as archive:
            (note,) = archive.notes
            assert str(end - one) in note
            archive.keep(web_page(3))
        assert [page.capture.url[-1] for page in ArchiveReader(folder).pages()] == ["1", "3"]


@pytest.mark.parametrize("note", ["", "nonsense", "other.warc.gz 12\n", "{name} 999999999\n"])
def test_a_lost_or_wrong_note_costs_nothing(tmp_path: Path, note: str) -> None:
    """The note of how much is whole only saves reading."""
    keep(tmp_path / "a", web_page(1), web_page(2))
    (path,) = ArchiveReader(tmp_path / "a").files()
    (tmp_path / "a" / "whole").write_text(note.format(name=path.name), encoding="utf-8")
    with open_archive(tmp_path / "a") as archive:
        assert archive.notes == []
    assert len(list(ArchiveReader(tmp_path / "a").pages())) == 2


def rot(path: Path, offset: int) -> None:
    """Change a letter in the record that begins there."""
    whole = path.read_bytes()
    text = gzip.GzipFile(fileobj=io.BytesIO(whole[offset:])).read(1200).split(b"WARC/1.1")[1]
    rotten = gzip.compress(b"WARC/1.1" + text.replace(b"xxx", b"xyx"), mtime=0)
    rest = whole.index(b"\x1f\x8b\x08", offset + 10)
    path.write_bytes(whole[:offset] + rotten + whole[rest:])


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_body_in_a_record_that_is_gone_or_rotten_fails_its_page(tmp_path: Path, is_gone: bool) -> None:  # noqa: FBT001
    """It stands in another file, and the capture alone is no page; the others go on."""
    folder = tmp_path / "a"
    first, other, _ = keep(
        folder, web_page(1, b"x" * 500, zipped=False), web_page(2), web_page(3), file_limit=1
    )
    place = first.capture.archived
    assert place is not None
    stored = StoredBody(place.file, place.offset, first.capture.url, NOW)
    with open_archive(folder, lambda digest: stored if digest == place.payload_digest else None) as archive:
        archive.keep(web_page(4, b"x" * 500, zipped=False))
    if is_gone:
        (folder / place.file).unlink()
    else:
        rot(folder / place.file, place.offset)
    *_, second, third, last = ArchiveReader(folder).pages()
    assert [reason(page) for page in (second, third, last)] == [None, None, Reason.ARCHIVE_DAMAGED]
    assert (second.body, last.body) == (other.body, b"")
    assert last.capture.failure
    assert last.capture.failure.where == place.file


def test_a_record_that_rotted_is_a_failed_page(tmp_path: Path) -> None:
    """The page says so by name, and its neighbours are read."""
    kept = keep(tmp_path / "a", web_page(1), web_page(2, b"x" * 500, zipped=False), web_page(3))
    place = kept[1].capture.archived
    assert place is not None
    rot(tmp_path / "a" / place.file, place.offset)

    read = list(ArchiveReader(tmp_path / "a").pages())

    assert [reason(page) for page in read] == [
        None, Reason.ARCHIVE_DAMAGED, None,
    ]  # fmt: skip


def test_two_runs_do_not_write_into_one_archive(tmp_path: Path) -> None:
    """The second is told at once."""
    with open_archive(tmp_path / "a"), pytest.raises(RunLocked), open_archive(tmp_path / "a"):
        pass


def test_a_disk_that_fails_is_told_as_such(tmp_path: Path) -> None:
    """A folder that cannot be made is a storage fault, with its name."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFault, match="file"), open_archive(tmp_path / "file" / "a"):
        pass


HEADER = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=30).map(str.strip)


@given(
    body=st.binary(max_size=3000),
    path=st.text(max_size=30),
    title=st.none() | st.text(max_size=30),
    header=HEADER,
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_came_is_what_is_read(
    tmp_path: Path, body: bytes, path: str, title: str | None, header: str
) -> None:
    """Any bytes, any URL and any header go through the archive unchanged."""
    shutil.rmtree(tmp_path / "a", ignore_errors=True)
    page = web_page(1, body, zipped=False)
    url = "https://gorge.example/" + quote(path, errors="replace")
    exchange = replace(page.exchanges[0], url=url, headers=((b"X-Says", header.encode("latin-1")),))
    capture = replace(
        page.capture, url=url, final_url=url, link_title=title and title.encode("utf-8", "replace").decode()
    )
    (kept,) = keep(tmp_path / "a", replace(page, capture=capture, exchanges=(exchange,)))

    (read,) = ArchiveReader(tmp_path / "a").pages()

    assert read.body == body
    assert read.capture == kept.capture
    (response,) = read_warc(ArchiveReader(tmp_path / "a").files()[0])
    assert response.exchange is not None
    assert response.exchange.headers == exchange.headers


def foreign(path: Path, *records: tuple[str, str, dict[str, str], bytes]) -> Path:
    """A WARC 1.0 file as other crawlers write it: URL, status line, headers and body of each response."""
    with path.open("wb") as file:
        for number, (url, status, headers, body) in enumerate(records):
            head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            block = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
            fields = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"WARC-Date: 2026-03-14T02:15:00Z\r\nWARC-Target-URI: {url}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(fields.encode() + block + b"\r\n\r\n"))
    return path


def described(page: FetchedPage) -> tuple[str, str, str]:
    return page.capture.source, page.capture.url[-1], page.body.decode()[:9]


def test_a_warc_file_of_another_crawler_gives_its_pages(tmp_path: Path) -> None:
    """Zipped, chunked and plain bodies are unpacked; redirects and robots.txt are no pages; failures are named."""
    html = {"Content-Type": "text/html"}
    path = foreign(
        tmp_path / "crawl.warc.gz",
        ("https://a.example/robots.txt", "200 OK", {"Content-Type": "text/plain"}, b"User-agent: *"),
        ("https://a.example/old", "301 Moved", {"Location": "/1"}, b""),
        ("https://a.example/1", "200 OK", html, b"<p>one"),
        ("https://www.b.example/2", "200 OK", html | {"Content-Encoding": "gzip"}, gzip.compress(b"<p>two")),
        (
            "https://a.example/3",
            "200 OK",
            html | {"Content-Encoding": "gzip"},
            b"<p>three, unzipped by the crawler",
        ),
        (
            "https://a.example/4",
            "200 OK",
            html | {"Transfer-Encoding": "chunked"},
            b"6\r\n<p>fou\r\n1\r\nr\r\n0\r\n\r\n",
        ),
        ("https://a.example/5", "404 Not Found", html, b"gone"),
        ("https://a.example/6.png", "200 OK", {"Content-Type": "image/png"}, b"\x89PNG"),
        (
            "https://a.example/7",
            "200 OK",
            html | {"Content-Encoding": "gzip"},
            gzip.compress(bytes(10_000_000)),
        ),
        (
            "https://a.example/8",
            "200 OK",
            html | {"Content-Encoding": "gzip"},
            gzip.compress(b"<p>" * 999)[:30],
        ),
    )
    pages = list(pages_of_warc(path, {}, limit=1_000_000))
    assert [(*described(page), reason(page)) for page in pages] == [
        ("a.example", "1", "<p>one", None),
        ("b.example", "2", "<p>two", None),
        ("a.example", "3", "<p>three,", None),
        ("a.example", "4", "<p>four", None),
        ("a.example", "5", "", Reason.HTTP_ERROR),
        ("a.example", "g", "", Reason.NOT_A_PAGE),
        ("a.example", "7", "", Reason.BODY_TOO_LARGE),
        ("a.example", "8", "", Reason.BODY_DAMAGED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content_type", "body", "role"),
    [
        (
            "text/xml",
            b"<?xml version='1.0'?>\n<!-- of today -->\n<rss version='2.0'><channel/></rss>",
            Role.FEED,
        ),
        ("application/atom+xml", b"not well-formed", Role.FEED),
        ("application/xml", b"\xef\xbb\xbf<feed xmlns='http://www.w3.org/2005/Atom'/>", Role.FEED),
        ("text/xml", b"<rdf:RDF xmlns:rdf='x'/>", Role.FEED),
        ("text/xml", b"<sitemapindex/>", Role.SITEMAP),
        ("application/gzip", gzip.compress(b"<urlset><url/></urlset>", mtime=0), Role.SITEMAP),
        ("text/html", b"<!DOCTYPE html><html><feed>", Role.PAGE),
        ("text/html", b"<p>rss", Role.PAGE),
    ],
)
def test_feeds_and_sitemaps_of_another_crawler_are_no_pages(
    tmp_path: Path, content_type: str, body: bytes, role: Role
) -> None:
    """They are kept as what they are, none of them a page that failed or one without a story."""
    path = foreign(
        tmp_path / "crawl.warc.gz", ("https://a.example/x", "200 OK", {"Content-Type": content_type}, body)
    )
    (page,) = pages_of_warc(path, {}, limit=1_000_000)
    assert (page.capture.role, page.capture.failure, page.body) == (role, None, body)
    assert page.capture.to_parse is (role is Role.PAGE)


def test_a_page_that_was_cut_where_it_was_captured_is_no_page(tmp_path: Path) -> None:
    """Half a page passes for none, whoever cut it: ours are kept so, too, for instance those over the limit."""
    path = foreign(
        tmp_path / "crawl.warc.gz", ("https://a.example/1", "200 OK", {"Content-Type": "text/html"}, b"<p>1")
    )
    whole = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(whole.replace(b"WARC-Date:", b"WARC-Truncated: length\r\nWARC-Date:")))
    (page,) = pages_of_warc(path, {}, limit=1_000_000)
    assert (reason(page), page.body) == (Reason.BODY_DAMAGED, b"")
    assert page.exchanges[0].body == b"<p>1"


def test_no_request_is_made_up_for_a_page_of_another_crawler(tmp_path: Path) -> None:
    """Their file tells of the answer alone; so does ours."""
    path = foreign(
        tmp_path / "crawl.warc.gz", ("https://a.example/1", "200 OK", {"Content-Type": "text/html"}, b"<p>1")
    )
    with open_archive(tmp_path / "archive") as archive:
        for page in pages_of_warc(path, {}, limit=1_000_000):
            archive.keep(page)
    (kept,) = (tmp_path / "archive").glob("*.gz")
    with kept.open("rb") as file:
        assert [record.rec_type for record in OtherReader(file)] == ["warcinfo", "response", "metadata"]


@pytest.mark.parametrize("content", [None, b"no WARC at all\n" * 99])
def test_what_is_no_warc_file_is_told_as_such(tmp_path: Path, content: bytes | None) -> None:
    """A sentence with the file's name."""
    path = tmp_path / "x.warc.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput, match=r"x\.warc\.gz"):
        list(read_warc(path))


def taken(path: Path) -> tuple[list[bytes], BadInput | None]:
    """The bodies in a WARC file, and how it was refused in the end, if it was."""
    bodies: list[bytes] = []
    try:
        bodies.extend(response.body for response in read_warc(path))
    except BadInput as refused:
        return bodies, refused
    return bodies, None


@pytest.mark.parametrize(("kind", "at_an_end"), [("members", 2), ("one member", 0), ("plain", 14)])
def test_a_torn_warc_file_gives_what_is_whole_and_says_so(tmp_path: Path, kind: str, at_an_end: int) -> None:
    """Wherever it is cut, no half page passes for a whole one; at the end of a record, or in the line ends behind it,
    nothing is missing, and everywhere else it is told.
    """
    pages = [
        (f"https://a.example/{n}", "200 OK", {"Content-Type": "text/html"}, f"<p>{n}".encode())
        for n in range(3)
    ]
    path = foreign(tmp_path / "torn.warc.gz", *pages)
    whole = path.read_bytes()
    if kind != "members":
        whole = gzip.decompress(whole)
    if kind == "one member":
        whole = gzip.compress(whole)
    path.write_bytes(whole)
    bodies, refused = taken(path)
    assert (bodies, refused) == ([b"<p>0", b"<p>1", b"<p>2"], None)
    untold = []
    for cut in range(1, len(whole)):
        path.write_bytes(whole[:cut])
        found, refused = taken(path)
        assert found == bodies[: len(found)]
        if refused is None:
            untold.append(cut)
    assert len(untold) == at_an_end


@pytest.mark.parametrize("size", [0, 1, 65_000, 65_535, 131_070, 200_000])
def test_a_body_that_came_zipped_is_kept_as_it_came(tmp_path: Path, size: int) -> None:
    """In as many blocks as it takes; gzip and another tool read the member and find its checksum right."""
    body = random.Random(size).randbytes(size)
    (kept,) = keep(tmp_path / "a", web_page(1, body))
    wire = kept.exchanges[0].body
    (path,) = ArchiveReader(tmp_path / "a").files()
    assert wire in gzip.decompress(path.read_bytes())
    with path.open("rb") as file:
        bodies = [
            r.content_stream().read()
            for r in OtherReader(file, check_digests="raise")
            if r.rec_type == "response"
        ]
    assert bodies == [body]
