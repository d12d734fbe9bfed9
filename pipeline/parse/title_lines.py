"""The line that prints a page's title where no heading does: pages that set their headline in a <div>."""

from collections.abc import Callable

from pipeline.parse.html_tree import Element, tags

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
