"""Pages that come without waiting are written together: a transaction for many costs a fraction of one for each.

No page waits for one that is not there yet: what feeds the loader calls `write` before it waits itself.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.records import PageOutcome, PageToLoad, StoredBody

MOST_PAGES = 200
"""Of a transaction: more gain little, and would keep other programs from writing for more than a third of a second."""

LONGEST_S = 0.5
"""From the first page of a transaction to its end, however slowly others follow."""

Write = Callable[[Sequence[PageToLoad]], Iterable[PageOutcome]]


class PageGroup:
    """Pages that are written in one transaction, and what became of those that are."""

    def __init__(self, write: Write, now: Callable[[], float] = time.monotonic) -> None:
        self._write = write
        self._now = now
        self._pages: list[PageToLoad] = []
        self._began = 0.0
        self._outcomes: list[PageOutcome] = []

    def add(self, page: PageToLoad) -> None:
        """Take a page, and write all that there are when it is time."""
        if not self._pages:
            self._began = self._now()
        self._pages.append(page)
        if len(self._pages) >= MOST_PAGES or self._now() - self._began >= LONGEST_S:
            self.write()

    def write(self) -> None:
        """Write the pages that wait. Where that fails they are given up here; the archive has them."""
        pages, self._pages = self._pages, []
        for outcome in self._write(pages) if pages else ():
            self._outcomes.append(outcome)

    def outcomes(self) -> Iterator[PageOutcome]:
        """What became of the pages that are written, each told once."""
        outcomes, self._outcomes = self._outcomes, []
        yield from outcomes

    def stored_body(self, payload_digest: str) -> StoredBody | None:
        """Where the archive has a body with this digest, of the pages that wait."""
        for page in self._pages:
            archived, capture = page.capture.archived, page.capture
            if archived and archived.stored and archived.payload_digest == payload_digest:
                return StoredBody(archived.file, archived.offset, capture.final_url, capture.fetched_at)
        return None
