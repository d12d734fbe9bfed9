"""What browsers for terminals write into a text: numbers of links, and below it all addresses, `1. https://…`."""

import re
from collections.abc import Sequence

_ADDRESS = re.compile(r"\s{0,8}\d{1,4}\. {1,4}[a-z]{3,8}:\S{1,2000}\s*\Z")
_NUMBER = re.compile(r"\[\d{1,4}\](?=[^\s\[])")
_LABELS = frozenset({"references", "visible links", "visible links:", "hidden links", "hidden links:"})
_FEWEST = 3


def without_links(texts: Sequence[str]) -> list[str]:
    """`texts` with empty lines for the addresses at their end, and without the numbers that lead to these."""
    left = list(texts)
    place = len(left)
    addresses = 0
    while place:
        text = left[place - 1].strip()
        is_address = _ADDRESS.match(left[place - 1]) is not None
        if text and not is_address and text.casefold() not in _LABELS:
            break
        place -= 1
        addresses += is_address
    if addresses < _FEWEST:
        return left
    return [_NUMBER.sub("", text) for text in left[:place]] + [""] * (len(left) - place)
