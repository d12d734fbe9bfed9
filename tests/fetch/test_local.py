"""Saved pages: files and folders, the URLs they stand for, and what may be wrong with them."""

import gzip
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Source
from pipeline.fetch.saved.local_files import PathRefused
from pipeline.fetch.saved.saved_site import SavedSite
from pipeline.records import Reason
from tests.fetch.fetching import fetch, fetch_one, reason, settings

BASE = "https://steppe-herald.example/"


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        content = f"<p>{name}".encode()
        file.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)


def test_a_folder_is_every_page_in_it(tmp_path: Path) -> None:
    """Pages are found by the ends of their names, at any depth, in sorted order; other files are not pages."""
    write(
        tmp_path,
        "b.html",
        "a.htm",
        "c.xhtml",
        "d.TXT",
        "e.html.gz",
        "sub/a.html",
        "feed.xml",
        "x.css",
        "y.gz",
    )
    pages = fetch(Source(pages=(str(tmp_path),), base_url=BASE))
    names = ["a.htm", "b.html", "c.xhtml", "d.TXT", "e.html", "sub/a.html"]
    assert [page.capture.url for page in pages] == [BASE + name for name in names]
    assert [page.capture.content_type for page in pages] == [
        "text/html", "text/html", "application/xhtml+xml", "text/plain", "text/html", "text/html",
    ]  # fmt: skip


def test_a_zipped_page_is_unzipped(tmp_path: Path) -> None:
    """The body, its size and its digest are those of the page, not of the archive."""
    write(tmp_path, "a.html", "b/a.html.gz")
    (tmp_path / "b/a.html.gz").write_bytes(gzip.compress((tmp_path / "a.html").read_bytes()))
    plain, zipped = fetch(Source(pages=(str(tmp_path),)))
    assert plain.body == zipped.body
    assert plain.capture.digest == zipped.capture.digest


def test_a_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    """A file that is named outright is read; its type is left open where the name does not tell it."""
    write(tmp_path, "saved page")
    page = fetch_one(str(tmp_path / "saved page"))
    assert (page.body, page.capture.content_type, page.capture.status) == (b"<p>saved page", None, None)
    assert page.capture.url == (tmp_path / "saved page").as_uri()
    assert fetch_one((tmp_path / "saved page").as_uri()).body == page.body


def test_what_is_wrong_with_a_place_is_recorded(tmp_path: Path) -> None:
    """Each place that cannot be read is one record with its reason and its path."""
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"content" * 100)[:-9])
    (tmp_path / "large.html").write_bytes(bytes(1_000_001))
    expected = {
        "missing.html": Reason.NOT_FOUND_LOCALLY,
        "empty": Reason.NOT_FOUND_LOCALLY,
        "cut.html.gz/below": Reason.NOT_FOUND_LOCALLY,
        "pipe.html": Reason.UNREADABLE_FILE,
        "cut.html.gz": Reason.BODY_DAMAGED,
        "large.html": Reason.BODY_TOO_LARGE,
    }
    pages = fetch(Source(pages=tuple(str(tmp_path / name) for name in expected)), settings(max_body_mb=1.0))
    assert [reason(page) for page in pages] == list(expected.values())
    for page, name in zip(pages, expected, strict=True):
        assert page.capture.failure
        assert page.capture.failure.where == str(tmp_path / name)


def test_a_path_that_no_file_can_have_is_recorded() -> None:
    """A NUL, say, in a file: URL; config.toml refuses one."""
    assert reason(fetch_one("file:///nul%00.html")) is Reason.UNREADABLE_FILE


@pytest.mark.parametrize("url", ["file://elsewhere.example/a.html", "file://[/a.html"])
def test_files_of_other_machines_are_refused(url: str) -> None:
    """A file: URL names a file of this machine or nothing."""
    assert reason(fetch_one(url)) is Reason.BAD_URL


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("index.html", ""),
        ("a.html", "a.html"),
        ("news/index.htm", "news/"),
        ("news/index.html.gz", "news/"),
        ("news/a b.html", "news/a%20b.html"),
        ("жаңылык/көл.html", "%D0%B6%D0%B0%D2%A3%D1%8B%D0%BB%D1%8B%D0%BA/%D0%BA%D3%A9%D0%BB.html"),
        ("100%.html", "100%25.html"),
        ("what?.html", "what%3F.html"),
        ("myindex.html", "myindex.html"),
    ],
)
@pytest.mark.parametrize("base", ["https://steppe-herald.example", "https://steppe-herald.example/old/"])
def test_files_and_urls_lead_to_each_other(tmp_path: Path, name: str, url: str, base: str) -> None:
    """Each file has one URL below the base URL, and that URL leads back to the file."""
    write(tmp_path, name)
    site = SavedSite(tmp_path, base)
    assert site.url_of(tmp_path / name) == base.rstrip("/") + "/" + url
    assert site.path_of(site.url_of(tmp_path / name)) == tmp_path / name


def test_a_url_is_found_in_any_spelling(tmp_path: Path) -> None:
    """Query, scheme, case of the host, dots and a missing slash do not hide a saved page."""
    write(tmp_path, "news/index.html")
    site = SavedSite(tmp_path, BASE)
    for url in (
        "http://steppe-herald.example/news/",
        "https://Steppe-Herald.Example/news",
        "https://steppe-herald.example/old/../news/?utm_source=rss#top",
        "https://steppe-herald.example/news/index.html",
    ):
        assert site.holds(url)
        assert site.path_of(url) == tmp_path / "news/index.html"


@pytest.mark.parametrize(
    "url",
    ["https://steppe-herald.example.org/", "https://other.example/", "https://steppe-herald.example:8443/"],
)
def test_other_hosts_are_not_in_the_folder(tmp_path: Path, url: str) -> None:
    """Only what is below the base URL is looked for among the saved pages."""
    assert not SavedSite(tmp_path, BASE).holds(url)


@pytest.mark.parametrize(
    "way_out",
    ["../secret.html", "%2e%2e/secret.html", "..%2fsecret.html", "%2Fetc/passwd", "/etc/passwd", "a/../../secret.html",
     "link.html", "%00.html"],
)  # fmt: skip
def test_no_link_leads_out_of_the_folder(tmp_path: Path, way_out: str) -> None:
    """However a URL is written, only files inside the folder answer it."""
    write(tmp_path, "secret.html", "site/a.html")
    (tmp_path / "site/link.html").symlink_to(tmp_path / "secret.html")
    for url in (BASE + way_out, (tmp_path / "site").as_uri() + "/" + way_out):
        with pytest.raises(PathRefused):
            SavedSite(tmp_path / "site", BASE).path_of(url)


@given(st.text(max_size=30))
def test_no_url_breaks_the_search_for_its_file(text: str) -> None:
    """Whatever is below the base URL is found inside the folder or refused."""
    site = SavedSite(Path(__file__).parent, BASE)
    for url in (BASE + text, "file://" + text, text):
        if site.holds(url):
            try:
                found = site.path_of(url)
            except PathRefused:
                continue
            assert found.resolve().is_relative_to(Path(__file__).parent.resolve())
