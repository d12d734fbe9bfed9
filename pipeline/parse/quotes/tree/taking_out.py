"""What was read as ticker or page date leaves the tree, with the boxes and labels that serve only it."""

from collections.abc import Collection
from itertools import accumulate

from pipeline.parse.html_tree import Element, take_out
from pipeline.parse.quotes.tree.pieces import Piece, Pieces

_KEPT = frozenset({"html", "body", "header", "main", "article", "footer"})
"""Parts that every page has: emptied, but never taken out."""
_LABEL = 40
"""Characters: a longer text is no label of a ticker."""
_LABELS = 80
"""Characters of labels that any ticker may have; a long one may have twice as many as it has itself."""


def take_out_pieces(pieces: Pieces, taken: Collection[int]) -> tuple[str, ...]:
    """Take the pieces numbered in `taken` out of the tree, each with the largest box around it that serves it.

    The answer are the labels that go with them.
    """
    serving = _Serving(pieces, taken)
    boxes = dict.fromkeys(box for number in sorted(taken) if (box := serving.box(number)) is not None)
    for number in taken:
        _blank(pieces.texts[number])
    labels: dict[int, str] = {}
    for box in boxes:
        first, end = pieces.spans[box]
        labels |= {number: pieces.texts[number].text for number in range(first, end) if number not in taken}
        take_out(box)
    return tuple(labels.values())


def _blank(piece: Piece) -> None:
    if piece.tail:
        piece.owner.tail = None
    else:
        piece.owner.text = None


class _Serving:
    """Which elements hold little beside what is taken, by running totals over the pieces."""

    def __init__(self, pieces: Pieces, taken: Collection[int]) -> None:
        self._pieces = pieces
        sizes = [(len(p.text), number in taken, p) for number, p in enumerate(pieces.texts)]
        self._own = [0, *accumulate(size if own else 0 for size, own, _ in sizes)]
        self._other = [0, *accumulate(0 if own else size for size, own, _ in sizes)]
        self._barred = [0, *accumulate(not own and _is_more_than_label(piece) for _, own, piece in sizes)]

    def box(self, number: int) -> Element | None:
        """The largest element around a piece that only serves tickers; None where even the smallest does more."""
        largest = None
        for element in self._pieces.around(number, number + 1):
            if element.tag in _KEPT or not self._only_serves(element):
                break
            largest = element
        return largest

    def _only_serves(self, element: Element) -> bool:
        first, end = self._pieces.spans[element]
        own, other, barred = (sums[end] - sums[first] for sums in (self._own, self._other, self._barred))
        return not barred and other <= max(_LABELS, 2 * own)


def _is_more_than_label(piece: Piece) -> bool:
    around = piece.around
    return len(piece.text) > _LABEL or around.story or (around.heading and around.link)
