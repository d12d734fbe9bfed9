"""The objects and the texts in decoded JSON, one by one, however they are nested. No recursion."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

Node: TypeAlias = Mapping[str, object]
"""An object of JSON."""


def nodes_in(
    documents: Iterable[object], below: Callable[[Node], Iterable[object]], most: int
) -> Iterator[Node]:
    """Every object in `documents` and in what `below` gives of each, in order; of the values no more than `most`."""
    pending = list(documents)[::-1]
    for _ in range(most):
        if not pending:
            return
        one = pending.pop()
        if isinstance(one, list):
            pending.extend(reversed(one))
        elif isinstance(one, dict):
            yield one
            pending.extend(reversed([*below(one)]))


def texts_in(value: object, text_of: Callable[[Node], object], most: int) -> Iterator[str]:
    """Every text in a value that may be one, an object for which `text_of` tells its own, or a list of those.

    Of all that is nested no more than `most` are looked at.
    """
    pending = [value]
    for _ in range(most):
        if not pending:
            return
        one = pending.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            pending.append(text_of(one))
        elif isinstance(one, list):
            pending.extend(reversed(one[:most]))
