"""What the start pages, feeds and sitemaps of a source came to in one run: what they showed, and where they led."""

from dataclasses import dataclass

from pipeline.records import PageKind, PageOutcome, Role


@dataclass(slots=True)
class StartsTally:
    """Counts of pages, and of the pages that they lead to."""

    read: int = 0
    """Start pages whose links were looked at."""
    telling: int = 0
    """Start pages that came and showed a story, a quote or a link to follow, or that are as they were."""
    empty: int = 0
    """Start pages that came and showed none of these."""
    tickers_lost: int = 0
    """Start pages that came without a quote and showed some not long ago."""
    unchanged: int = 0
    """Start pages, feeds and sitemaps of which the server says that they are as they were: they lead where they led."""
    links: int = 0
    """Pages that they lead to."""
    links_known: int = 0
    """Of these, those that were known before."""

    def add(self, outcome: PageOutcome) -> None:
        """Count one page of any role: what is no start page may lead on, too."""
        capture = outcome.capture
        self.links += outcome.links or 0
        self.links_known += outcome.links_known
        self.unchanged += capture.role is not Role.PAGE and capture.unchanged
        if capture.role is Role.START:
            self.read += outcome.links is not None
            if capture.failure is None:
                self._add_shown(outcome)

    def _add_shown(self, outcome: PageOutcome) -> None:
        quotes = outcome.capture.unchanged or outcome.quotes_added + outcome.quotes_unchanged
        tells = bool(quotes or outcome.kind is not PageKind.OTHER or outcome.links)
        self.telling += tells
        self.empty += not tells
        self.tickers_lost += outcome.quotes_before > 0 and not quotes

    @property
    def are_empty(self) -> bool:
        """True when start pages came and told nothing, whatever feeds and sitemaps say: tickers stand nowhere else."""
        return self.empty > 0 and self.telling == 0

    @property
    def lead_nowhere(self) -> bool:
        """True when start pages came whole, and neither they nor a feed led to one page that was to be followed."""
        return self.read > 0 and self.links + self.unchanged == 0
