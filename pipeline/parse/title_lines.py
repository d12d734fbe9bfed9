"""How long a title may be, and the line that prints a page's where no heading does: in a <div>, say."""

from collections.abc import Callable

from pipeline.parse.html_tree import Element, tags

LONGEST_TITLE = 400
"""Characters of a headline, wherever it stands; what is longer is none."""
_LINES = tags("div p span td strong b font")
_MOST_SPACED = 2
"""How many times as long as its text a line may be for the white space of its markup."""


def title_line(root: Element, shortest: int, longest: int, is_title: Callable[[str], bool]) -> Element | None:
    """The first line below `root` that `is_title`; not one that is a link, which leads elsewhere.

    Titles have `shortest` to `longest` characters: other lines are not asked.
    """
    for element in root.iter(*_LINES):
        text = "" if len(element) else element.text or ""
        if shortest <= len(text) <= _MOST_SPACED * longest and is_title(text):
            around = element.getparent()
            if around is None or around.tag != "a":
                return element
    return None
