"""What a source told before and tells no longer."""

from typing import NamedTuple

SEVERAL = 3
"""Pages of a source of which one has to be as usual: one or two may be of another make."""

NEARLY_NONE = 10
"""Of so many pages one may still tell what is gone from the others: some of a site stays as it was."""

A_STORY = "a story"
"""What pages tell that start pages and feeds lead to, in words."""


class Gone(NamedTuple):
    """What most pages of a source told in earlier runs, and next to none of its last ones."""

    what: str
    """In words: `a byline`."""
    where: str
    """On what: `articles`."""
    told: int
    pages: int
    told_before: int
    pages_before: int

    @property
    def of_fields(self) -> bool:
        """Whether stories still come and lack it."""
        return self.what != A_STORY

    def __str__(self) -> str:
        """As it is told to a person."""
        now = f"{self.what} on {self.told} of its last {self.pages} {self.where}"
        return f"{now}, and on {self.told_before} of the {self.pages_before} before"
