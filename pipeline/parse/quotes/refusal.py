"""The quick no: whether a tree can hold a ticker at all, asked before anything walks it."""

import re
from collections.abc import Collection, Iterable, Iterator

from lxml import etree

from pipeline.parse.html_tree import Element
from pipeline.parse.quotes.currencies import CODES, LONGEST, split_pair

_TEXTS = etree.XPath("/html/body/descendant::text()", smart_strings=False)
_CODE = re.compile(rf"[A-Z][A-Z](?<![^\W_]..)[A-Z]{{1,{2 * LONGEST - 2}}}(?![^\W_])")
"""Capitals on their own. Two of them stand before what looks back at them: so they are found much quicker."""
_OPENING = 20
"""Characters: a code stands no later in a ticker's text, behind a bullet, an arrow or an amount."""

_CAPITALS = bytes(ord("A") if chr(byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" else ord(" ") for byte in range(256))
_RUN = re.compile(rb"AAA+")
"""Three capitals or more, once `_CAPITALS` has made all of them one letter: so it is found at C's pace."""
_MANY = 10_000
"""Capitals in such runs; a page with more of them has no quick no."""


def may_hold_ticker(root: Element) -> bool:
    """Whether two currency codes stand at the start of texts. Sure where it says no, and quick.

    It first asks for codes anywhere in the text of the whole page, where neighbouring texts run into one another.
    """
    codes = _codes_within(root)
    return len(codes) > 1 and _names_two(_openings(_TEXTS(root), codes))


def _codes_within(root: Element) -> Collection[str]:
    """Every code that is printed, and those that only stand within other words."""
    text = etree.tostring(root, method="text", encoding="utf-8")
    runs = {text[run.start() : run.end()] for run in _RUN.finditer(text.translate(_CAPITALS))}
    printed = b" ".join(runs).decode("ascii")
    return [code for code in CODES if code in printed] if len(printed) <= _MANY else CODES


def _openings(texts: Iterable[str], codes: Collection[str]) -> Iterator[str]:
    """The start of each text that names one of the codes."""
    if codes is CODES:
        yield from (text.lstrip()[:_OPENING] for text in texts)
        return
    joined = "\0".join(texts)  # which stands in no text of a tree
    for code in codes:
        end = 0
        while (found := joined.find(code, end)) >= 0:
            start = joined.rfind("\0", end, found) + 1 or end
            end = joined.find("\0", found) + 1 or len(joined)
            yield joined[start:end].lstrip()[:_OPENING]


def _names_two(texts: Iterable[str]) -> bool:
    words = {word for text in texts for word in _CODE.findall(text)}
    codes = {code for word in words for code in (split_pair(word) or (word,))}
    return len(codes & CODES) > 1
