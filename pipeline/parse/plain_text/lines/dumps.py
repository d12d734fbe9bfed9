"""Addresses that stand apart from what leads to them, by number: below a letter, or what a browser for terminals shows.

[7]Old mill to become a school       The first boat leaves at six. [1]
7. https://gazette.example/mill      [1] https://harbour.example/ferry
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.parse.lines.shapes import Shape, is_headline, shape_of

_ADDRESS = re.compile(r"\s{0,8}(?:\[(\d{1,4})\]|(\d{1,4})\.):? {1,4}<?([a-z]{3,8}:\S{1,2000}?)>?\s*\Z")
_NUMBER = re.compile(r"\[(\d{1,4})\](?=[^\s\[])|\s?\[(\d{1,4})\](?![^\s\[])")
"""Right before what is a link, or behind a word."""
_HEADLINE = re.compile(r"\s*\[(\d{1,4})\]([^\s\[][^\[\]]{1,180})\Z")
_CLOSING = re.compile(r".*\s\[(\d{1,4})\]\s*\Z")
_LABELS = frozenset({"", "references", "visible links", "visible links:", "hidden links", "hidden links:"})
_FEWEST = 3


def without_links(texts: Sequence[str]) -> list[str]:
    """`texts` with empty lines for such addresses, and without the numbers that lead to these.

    That of a line which is a link alone, or of the end of a paragraph, is where the number was: behind it, or below.
    """
    listed = {place: found for place, text in enumerate(texts) if (found := _ADDRESS.match(text))}
    end = len(texts)
    while end and (end - 1 in listed or texts[end - 1].strip().casefold() in _LABELS):
        end -= 1
    notes = {place: found for place, found in listed.items() if found[1] or place >= end}
    if len(notes) < _FEWEST:
        return list(texts)
    addresses = {found[1] or found[2]: found[3] for found in notes.values()}
    left = ["" if place in notes else text for place, text in enumerate(texts[:end])]
    for place, text in enumerate(left):
        if "[" in text:
            left[place] = _NUMBER.sub(
                lambda found: "" if found[1] or found[2] in addresses else found[0], text
            )
            _put_back(text, place, left, addresses)
    return [*left, *[""] * (len(texts) - end)]


def _put_back(text: str, place: int, left: list[str], addresses: Mapping[str, str]) -> None:
    if place + 1 < len(left) and left[place + 1].strip():
        return
    headline, closing = _HEADLINE.match(text), _CLOSING.match(text)
    is_link = headline and shape_of(headline[2]) is Shape.HEADLINE and is_headline(headline[2])
    if headline and is_link and headline[1] in addresses:
        left[place] += f" <{addresses[headline[1]]}>"
    elif closing and closing[1] in addresses and place + 1 < len(left):
        left[place + 1] = addresses[closing[1]]
