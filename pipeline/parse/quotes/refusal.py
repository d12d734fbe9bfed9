"""The quick no: whether a tree can hold a ticker at all, asked before anything walks it."""

import re
from collections.abc import Collection, Iterable, Iterator

from lxml import etree

from pipeline.parse.html_tree import Element
from pipeline.parse.quotes.currencies import CODES, LONGEST, split_pair
from pipeline.parse.quotes.instruments import NAME
from pipeline.parse.quotes.small_letters import may_name_small_pair

_TEXTS = etree.XPath("/html/body/descendant::text()", smart_strings=False)
_CODE = re.compile(rf"[A-Z][A-Z](?<![^\W_]..)[A-Z]{{1,{2 * LONGEST - 2}}}(?![^\W\d_])")
"""Capitals on their own, or with a rate right behind.

Two of them stand before what looks back at them: so they are found much quicker.
"""
_OPENING = 20
"""Characters: a code stands no later in a ticker's text, behind a bullet, an arrow or an amount."""

_SHORTEST = min(map(len, CODES))
_CAPITALS = bytes(byte if chr(byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" else ord(" ") for byte in range(256))
"""Makes a blank of whatever is no capital: what is left to split is found at C's pace."""
_FRACTION = re.compile(rb"[.,]\d{1,2}(?:\s|\xc2\xa0)?$")
"""What stands before the sign of a percentage that tells a change: prose has whole ones more often."""
_CHANGE_ENDS = ("%\0", "% \0", "%)\0", "%\n", "%▲", "%▼", "%\r")
"""How a text goes on that ends in a percentage: beside what is no pair there is one."""
_BEFORE_CHANGE = 60
"""Characters between the name of what is quoted and its change."""
_NAME_OPENS = re.compile(rf"\0\s*{NAME}(?=[\s\0:])")
_SHARE_OPENS = re.compile(r"\0\s*([A-Z]{1,5}(?:\.[A-Z]{1,2})?)[\s:]*(?:\0\s*)?[\d$€£]")
_MANY = 10_000
"""Capitals in such runs; a page with more of them has no quick no."""


def may_hold_ticker(root: Element) -> bool:
    """Whether a ticker may be somewhere. Sure where it says no, and quick.

    It first looks for codes and for signs of change anywhere in the text of the whole page, where neighbouring texts
    run into one another; then whether two codes, or names of what is no currency, stand at the start of texts. Pairs in
    small letters are a yes wherever they stand.
    """
    text = etree.tostring(root, method="text", encoding="utf-8")
    codes = _codes_within(text)
    changes = _prints_changes(text)
    if may_name_small_pair(text, changes=changes):
        return True
    if len(codes) < 2 and not changes:
        return False
    texts = _TEXTS(root)
    return (len(codes) > 1 and _names_two(_openings(texts, codes))) or (changes and _names_instruments(texts))


def _prints_changes(text: bytes) -> bool:
    """Whether there is a percentage with a decimal mark."""
    at = text.find(b"%")
    while at >= 0:
        if _FRACTION.search(text, max(0, at - 6), at):
            return True
        at = text.find(b"%", at + 1)
    return False


def _names_instruments(texts: Iterable[str]) -> bool:
    """Whether a text with the name of an index or the like, or two of what may be shares, stand before changes."""
    joined = "\0" + "\0".join(texts) + "\0"
    shares: set[str] = set()
    for end in _CHANGE_ENDS:
        at = joined.find(end)
        while at >= 0:
            before = joined[max(0, at - _BEFORE_CHANGE) : at]
            if _NAME_OPENS.search(before):
                return True
            shares.update(_SHARE_OPENS.findall(before))
            at = joined.find(end, at + 1)
    return len(shares) > 1


def _codes_within(text: bytes) -> Collection[str]:
    """Every code that is printed, and those that only stand within other words."""
    runs = [run for run in set(text.translate(_CAPITALS).split()) if len(run) >= _SHORTEST]
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
