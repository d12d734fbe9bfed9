"""What a run leaves to the next ones: counted, since hundreds of thousands of URLs would fill the memory."""

from pipeline.urls import page_key


class LeftOut:
    """What there was no room for: how many, and the first of them."""

    def __init__(self) -> None:
        self.first = ""
        self._keys: set[int] = set()

    def add(self, url: str) -> None:
        """One more, unless it is among them."""
        self.first = self.first or url
        self._keys.add(hash(page_key(url)))

    @property
    def count(self) -> int:
        """How many different ones."""
        return len(self._keys)

    def said(self, noun: str) -> str:
        """Their number with its noun: `2 pages`."""
        return f"{self.count} {noun}{'s' * (self.count > 1)}"
