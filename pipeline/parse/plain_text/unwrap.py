"""Hard-wrapped lines put back together: mail and old text files break a paragraph at column 72 or so."""

from collections.abc import Sequence

_WIDEST_WRAP = 100
"""No program wraps wider; a text with a longer line is not wrapped."""


def unwrapped(lines: Sequence[str]) -> list[str]:
    """`lines` without white space at their ends, each wrapped paragraph as one line; empty lines stay."""
    bare = [" ".join(line.split()) for line in lines]
    width = max(map(len, bare), default=0)
    if width > _WIDEST_WRAP:
        return bare
    joined: list[list[str]] = []
    previous = ""
    for line in bare:
        if _is_full(previous, line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
        previous = line
    return [" ".join(parts) for parts in joined]


def _is_full(line: str, following: str, width: int) -> bool:
    """True where the first word of `following` had no room on `line`."""
    if not line or not following:
        return False
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width
