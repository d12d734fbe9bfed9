"""The blocks that an article's body is made of, each with its kind."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of an article's body is."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    ITEM = "item"
    """An item of a list with bullets, or of a list of terms."""
    NUMBERED_ITEM = "numbered-item"
    QUOTATION = "quotation"
    PREFORMATTED = "preformatted"
    TABLE_HEADER = "table-header"
    """The row of a table that names its columns."""
    TABLE_ROW = "table-row"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture among the text of a story."""

    url: str
    """Absolute; of several sizes the largest."""
    alt: str = ""
    """What the page says for those who do not see it."""
    caption: str = ""
    """Its legend, credit included, as printed."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a body, with its kind. `text` is one line, except in preformatted blocks."""

    kind: BlockKind
    text: str
    """Empty in an image: its caption is no text of the story."""
    level: int = 0
    """Heading level (1-6) of a subhead, nesting depth (1-) of a list item, and of a paragraph that goes on with
    the item before it; else 0."""
    cells: tuple[str, ...] = ()
    """The cells of a table's row, the empty ones too; `text` holds the others, parted by ` | `."""
    image: Image | None = None
    """The picture of an image block, else None."""
    number: int = 0
    """That of a numbered item where it is not one more than that of the item before, or not 1; else 0."""
