"""The line that prints a page's title where no heading does: pages that set their headline in a <div>."""

from collections.abc import Callable

from pipeline.parse.html_tree import Element, tags

_LINES = tags("div p span td strong b font")
_MOST_SPACED = 2
"""How many times as long as its text a line may be for the white space of its markup."""


def title_line(root: Element, lengths: range, is_title: Callable[[str], bool]) -> Element | None:
    """The first line below `root` of such a length that `is_title`; not one that is a link, which leads elsewhere."""
    for element in root.iter(*_LINES):
        text = "" if len(element) else element.text or ""
        if lengths.start <= len(text) <= _MOST_SPACED * lengths.stop and is_title(text):
            around = element.getparent()
            if around is None or around.tag != "a":
                return element
    return None
