"""Pages that are as they were: a capture that brought what an earlier one did is a short row that refers to it.

Nothing is lost: which capture, when, and where in the archive stand in that row; what it shows, in the earlier one's.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from pipeline.load.values import hash64, precise, storable
from pipeline.load.writing.batch import Batch
from pipeline.records import PageToLoad, ParsedPage

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_RECENT = 10
"""Captures of a page that are looked through, the latest first; a page goes back to how it was before soon or never."""

_as_json = TypeAdapter(ParsedPage).dump_json


class Page:
    """A page to load, and what it is compared by."""

    def __init__(self, page: PageToLoad, source_id: int) -> None:
        capture, parsed = page.capture, page.parsed
        self.to_load = page
        self.source_id = source_id
        self.seen_at = precise(capture.fetched_at)
        self.key = page_key(capture.source, capture.url)
        """The same for all captures of a page."""
        self.state = _state(page) if parsed and (parsed.articles or parsed.quotes) else None
        """The same for two captures that brought the same and were read alike; None where each has its own row: where
        there is neither story nor quote."""


class Before(NamedTuple):
    """An earlier capture of a page."""

    capture_id: int
    state: int | None
    seen_at: str
    stories: int
    """How many stories it shows."""
    quotes: int
    """How many quotes."""
    again_at: str = ""
    """When a capture repeated it last; empty where none did."""


class Repeats:
    """Knows the earlier captures of pages, and writes those that repeat one."""

    def __init__(self, batch: Batch, run_id: int) -> None:
        self._batch = batch
        self._run_id = run_id
        self._before: defaultdict[int, list[Before]] = defaultdict(list)

    def look_up(self, pages: Iterable[Page]) -> None:
        """Ask for the earlier captures of `pages`."""
        keys = {page.key for page in pages if page.state or page.to_load.capture.unchanged}
        for key, *row in self._batch.connection.execute(_BEFORE, (json.dumps(sorted(keys)), _RECENT)):
            self._before[key].append(Before(*row))

    def note(self, page: Page, before: Before) -> None:
        """This capture brought something else, which the next one may repeat."""
        if page.to_load.parsed:
            self._before[page.key].insert(0, before)

    def repeated(self, page: Page) -> Before | None:
        """The capture that `page` repeats: the one that brought the same, or the last one where the server says so."""
        known = self._before.get(page.key, ())
        if page.to_load.capture.unchanged:
            earlier = (one for one in known if one.seen_at <= page.seen_at)
            last = max(
                earlier, key=lambda one: (max(one.seen_at, one.again_at), one.capture_id), default=None
            )
            return last if last and (last.stories or last.quotes) else None
        if page.state is not None:
            for one in known:
                if one.state == page.state and one.seen_at <= page.seen_at:
                    return one
        return None

    def quotes_before(self, page: Page) -> int:
        """The most quotes that one of its last captures shows."""
        return max((one.quotes for one in self._before.get(page.key, ())[:_RECENT]), default=0)

    def write(self, page: Page, before: Before) -> None:
        """Note that the page was as it was."""
        capture = page.to_load.capture
        archived = capture.archived
        file_id = archived and self._batch.id_of("archive_files", storable(archived.file))
        row = {
            "id": self._batch.new_id("captures"),
            "capture_id": before.capture_id,
            "run_id": self._run_id,
            "fetched_ms": (capture.fetched_at - _START) // _MILLISECOND,
            "not_modified": int(capture.unchanged),
            "file_id": file_id,
            "warc_offset": archived and archived.offset,
        }
        self._batch.add("repeats", row)
        again = before._replace(again_at=max(before.again_at, page.seen_at))
        known = self._before[page.key]
        known[known.index(before)] = again


def page_key(source: str, url: str) -> int:
    """The same number for all captures of one page of one source."""
    return hash64(f"{storable(source)} {storable(url)}".encode())


def _state(page: PageToLoad) -> int | None:
    capture = page.capture
    received = (
        capture.final_url, capture.role.value, capture.status, capture.content_type, capture.size, capture.digest,
        capture.link_title, capture.allowed_by, capture.page_robots,
        capture.archived and capture.archived.payload_digest,
    )  # fmt: skip
    try:
        return hash64(repr(received).encode() + _as_json(page.parsed)) if page.parsed else None
    except (UnicodeEncodeError, PydanticSerializationError):  # half a surrogate pair, which is in no UTF-8
        return None


_BEFORE = """
    SELECT
        page_key, captures.id, state, fetched_at,
        articles_added + articles_changed + articles_unchanged, quotes_added + quotes_unchanged,
        ifnull((
            SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(fetched_ms) / 1000.0, 'unixepoch')
            FROM repeats WHERE repeats.capture_id = captures.id
        ), '')
    FROM json_each(?1) AS wanted CROSS JOIN captures ON captures.id IN (
        SELECT one.id FROM captures AS one WHERE one.page_key = wanted.value AND one.kind IS NOT NULL
        ORDER BY one.id DESC LIMIT ?2
    )
    ORDER BY page_key, captures.id DESC
"""
