"""The quick no: whether a tree can hold a ticker at all, asked before anything walks it."""

import re
from collections.abc import Collection, Iterable

from lxml import etree

from pipeline.parse.html_tree import Element, one_line
from pipeline.parse.quotes.words.currencies import CODE_SIZES, CODES, currency_named, names_pair
from pipeline.parse.quotes.words.instruments import NAME
from pipeline.parse.quotes.words.small_letters import may_name_small_pair
from pipeline.parse.quotes.words.tokens import Kind, tokenize

_TEXTS = etree.XPath("/html/body/descendant::text()", smart_strings=False)
_CAPITALS = re.compile(rb"AAA+")
_SHAPES = re.sub(rb"[^A]", b" ", re.sub(rb"[A-Z]", b"A", bytes(range(256))))
"""Makes an A of every capital and a blank of all else: runs of capitals are found at C's pace."""
_OPENING = 60
"""Characters: a code stands no later in a ticker's text, behind a label, a bullet, an arrow or an amount."""
_FRACTION = re.compile(rb"[.,]\d{1,2}(?:\s|\xc2\xa0)?$")
_FRACTION_BEHIND = re.compile(rb"%-?\d{1,3},\d")
"""What stands around the sign of a percentage that tells a change: prose has whole ones more often."""
_CHANGE_ENDS = re.compile(r"%(?:[ )]?\0|[\n\r▲▼]|-?\d{1,3},\d{1,2}\0)")
"""How a text goes on that ends in a percentage: beside what is no pair there is one."""
_BEFORE_CHANGE = 60
"""Characters between the name of what is quoted and its change."""
_NAME_OPENS = re.compile(rf"\0\s*{NAME}(?=[\s\0:\d])")
_SHARE_OPENS = re.compile(
    r"\0\s*([A-Z]{1,5}(?:\.[A-Z]{1,2})?)[\s\0:]{0,12}(?:[^\W\d_][^\0\d]{0,29}\0[\s\0]{0,12})?[\d$€£]"
)
_WORDS_OPEN = re.compile(r"\0\s*([^\W\d_][^\0\d:]{1,38}[^\W\d_])[\s\0:]{1,12}\W{0,4}\d")
_MANY = 10_000
"""Capitals in such runs; a page with more of them has no quick no."""


def may_hold_ticker(root: Element) -> bool:
    """Whether a ticker may be somewhere. Sure where it says no, and quick.

    It first looks for codes and for signs of change anywhere in the text of the whole page, where neighbouring texts
    run into one another; then whether texts that could stand in a ticker name two codes, or whether names of what is no
    currency stand before changes. Pairs in small letters, and those told by names, are a yes wherever they stand.
    """
    text = etree.tostring(root, method="text", encoding="utf-8")
    codes, changes = _codes_within(text), _prints_changes(text)
    if may_name_small_pair(text, changes=changes) or names_pair(text):
        return True
    if len(codes) < 2 and not changes:
        return False
    joined = "\0" + "\0".join(_TEXTS(root)) + "\0"  # which stands in no text of a tree
    return (len(codes) > 1 and _names_two(_opened(codes, joined))) or (changes and _names_instruments(joined))


def _prints_changes(text: bytes) -> bool:
    """Whether there is a percentage with a decimal mark."""
    at = text.find(b"%")
    while at >= 0:
        if _FRACTION.search(text, max(0, at - 6), at) or _FRACTION_BEHIND.match(text, at):
            return True
        at = text.find(b"%", at + 1)
    return False


def _names_instruments(joined: str) -> bool:
    """Whether the name of an index or the like, or two of what may be shares or of currencies, stand before changes."""
    shares: set[str] = set()
    for change in _CHANGE_ENDS.finditer(joined):
        before = joined[max(0, change.start() - _BEFORE_CHANGE) : change.start()]
        if _NAME_OPENS.search(before):
            return True
        shares.update(_SHARE_OPENS.findall(before))
        shares.update(name for name in _WORDS_OPEN.findall(before) if currency_named(name) is not None)
    return len(shares) > 1


def _codes_within(text: bytes) -> Collection[str]:
    """Every code that is printed, and those that only stand within other words."""
    runs = {text[run.start() : run.end()] for run in _CAPITALS.finditer(text.translate(_SHAPES))}
    if sum(map(len, runs)) > _MANY:
        return CODES
    words = [run.decode("ascii") for run in runs]
    return CODES.intersection(
        [word[at : at + size] for word in words for size in CODE_SIZES for at in range(len(word) - size + 1)]
    )


def _opened(codes: Collection[str], joined: str) -> set[str]:
    """The texts at whose start one of the codes stands; all texts where there are too many codes to tell."""
    if codes is CODES:
        return set(joined.split("\0"))
    texts: set[str] = set()
    for code in codes:
        end = 0
        while (found := joined.find(code, end)) >= 0:
            start = joined.rfind("\0", end, found) + 1
            end = joined.index("\0", found)
            text = joined[start:end].lstrip()
            if code in text[:_OPENING]:
                texts.add(text)
    return texts


def _names_two(texts: Iterable[str]) -> bool:
    """Whether two codes stand in texts that could be parts of a ticker."""
    named: set[str] = set()
    for text in texts:
        for token in tokenize(one_line(text)) or ():
            if token.kind in (Kind.CODE, Kind.PAIR):
                named.update(token.text.split("/"))
        if len(named) > 1:
            return True
    return False
