"""One line of a text, and what it may be to the story around it."""

import re
from dataclasses import dataclass
from enum import Enum, auto


class LineKind(Enum):
    """What a line is to the story around it."""

    LABEL = auto()
    """Headline-shaped: a title, a subhead or a section name."""
    PARAGRAPH = auto()
    ITEM = auto()
    DATE = auto()
    BYLINE = auto()
    CREDIT = auto()
    """A byline in parentheses, which closes a story."""
    MARKER = auto()
    """It says that the story goes on elsewhere, or for subscribers; the address may stand behind it."""
    MENU = auto()
    """The site's sections, side by side."""
    PAGING = auto()
    SERVICE = auto()
    """How to leave a letter, or to read it elsewhere."""
    CALL = auto()
    """What asks readers to share, to follow, to subscribe."""
    COPYRIGHT = auto()
    MAIL = auto()
    """A field above a letter, or the line above one that is quoted."""
    FIELD = auto()
    """Above the text of a page that a program makes: its layout, its tags."""
    SECTION = auto()
    """The name of the section that begins here, drawn large: `=== ECONOMY ===`."""
    INFO = auto()
    """Small print that is neither date nor byline: a source, a number of readers."""
    CODE = auto()
    ROW = auto()
    """Of a table."""
    QUOTATION = auto()
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty, or a paragraph. `number` counts from 1 in the text that was read."""

    number: int
    text: str
    kind: LineKind
    level: int = 0
    """Of a heading that is marked as one, 1 to 6."""
    hour: str = ""
    """What stood before it, `10:20 Bridge reopens`."""
    lines: int = 1
    """How many lines of the text were put together."""
    link: str | None = None
    """Where a headline, or a line that says where the story goes on, leads by its marks."""
    picture: str | None = None
    """The address of a picture; `text` is what it shows."""
    label: str = ""
    """What stands in brackets before a headline, its section: `【港口】`."""
    cells: tuple[str, ...] = ()
    """Of the row of a table; `level` is 1 in the one that names the columns."""

    @property
    def end(self) -> int:
        """The number of its last line."""
        return self.number + self.lines - 1


ADDRESS = re.compile(r"[<\[]?https?://[^\s<>\[\]]+[>\]]?$")


def address_in(line: Line) -> str | None:
    """The web address that a line leads to, or that ends it."""
    found = ADDRESS.search(line.text)
    return line.link or (found[0].strip("<>[]") if found else None)
