"""What a run leaves to the next ones: counted, since hundreds of thousands of URLs would fill the memory."""

from pipeline.fetch.seen import Seen


class LeftOut:
    """What there was no room for: how many, and the first of them."""

    def __init__(self) -> None:
        self.first = ""
        self._seen = Seen()

    def add(self, url: str) -> None:
        """One more, unless it is among them."""
        self.first = self.first or url
        self._seen.add(url)

    @property
    def count(self) -> int:
        """How many different ones."""
        return len(self._seen)

    def said(self, noun: str) -> str:
        """Their number with its noun: `2 pages`."""
        return f"{self.count} {noun}{'s' * (self.count > 1)}"
