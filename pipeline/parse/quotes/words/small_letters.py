"""Pairs in small letters: `usd/kgs 87.45`, `Usd/Kgs`, `1 usd = 87.45 kgs`.

In small letters many codes are words, like all, cup, mad, top and try. So one counts only beside another, where a
slash, an equation or the rate behind them speaks for a pair.
"""

import re
from itertools import islice

from pipeline.parse.quotes.words.currencies import CODES, LONGEST, SHARED_SYMBOLS, SYMBOLS, split_pair

_CODE = rf"[A-Za-z]{{3,{LONGEST}}}"
_SMALL = re.compile(
    rf"""(?: (?P<base>{_CODE})[ ]?/[ ]?(?P<quote>{_CODE})   # usd/kgs
           | (?P<joined>[A-Za-z]{{6,{2 * LONGEST}}})        # usdkgs
           | (?P<alone>{_CODE})                             # usd
         )(?![^\W\d_])(?P<rated>[ :=]{{0,3}}\d++[.,]\d)?""",
    re.VERBOSE,
)
_EQUALS = re.compile(r" ?= ?\d")

_PARTED = re.compile(rb"/ ?([A-Za-z]{3,10})(?=[^A-Za-z]{0,24}\d)")
_SIGN = "|".join(map(re.escape, (*SYMBOLS, *SHARED_SYMBOLS))).encode()
_EQUATED = re.compile(rb"= ?(?:(?:%b) ?)?\d" % _SIGN)
_JOINED = re.compile(rb"(?:[a-z]{3,5}usd|usd[a-z]{3,5})[\s:=]{0,3}\d")
_ENDS_IN_SIGN = re.compile(rb"(?:(?:%b) ?1|1 ?(?:%b)) ?\Z" % (_SIGN, _SIGN))
"""`1 € = 586,20`, in bytes of UTF-8."""
_ENDS_IN_CODE = re.compile(rb"[A-Za-z]{3,10} ?\Z")
_NEAR = 2 * LONGEST
"""Letters before a mark among which a code stands: neighbouring texts may run into one another."""
_MANY = 1_000
"""Marks of one kind; a page with more of them has no quick no."""


def small_codes(text: str, position: int, *, awaited: bool) -> tuple[list[str], int]:
    """The codes at `position`, in capitals, and where they end; none where they may be anything else.

    One that is no currency comes along where the other is one and a rate stands behind. A single one counts before
    `= 87.45` and where it is `awaited`, behind such a rate or behind a code and a slash.
    """
    match = _SMALL.match(text, position)
    if match is None:
        return [], position
    if match["base"]:
        codes = [match["base"].upper(), match["quote"].upper()]
        known = sum(code in CODES for code in codes)
        sure = known == 2 or (known == 1 and match["rated"] is not None)
        return codes if sure else [], match.end("quote")
    if match["joined"]:
        return list(split_pair(match["joined"].upper()) or ()) if match["rated"] else [], match.end("joined")
    code, end = match["alone"].upper(), match.end("alone")
    sure = code in CODES and (awaited or _EQUALS.match(text, end) is not None)
    return [code] if sure else [], end


def may_name_small_pair(text: bytes, *, changes: bool) -> bool:
    """Whether pairs in small letters may stand in the text of a page, two codes at a slash or one before `= 87`.

    Such as `usdkgs` are looked for only where there are `changes`, percentages: to look for them is slow.
    """
    parted = list(islice(_PARTED.finditer(text), _MANY))
    equated = list(islice(_EQUATED.finditer(text), _MANY))
    return (
        _MANY in (len(parted), len(equated))
        or any(_is_code(mark[1], ends=False) and _follows_code(mark) for mark in parted)
        or any(map(_follows_code, equated))
        or (changes and b"usd" in text and _JOINED.search(text) is not None)
    )


def _follows_code(mark: re.Match[bytes]) -> bool:
    start = mark.start()
    before = _ENDS_IN_CODE.search(mark.string, max(0, start - _NEAR), start)
    if before is None:
        return _ENDS_IN_SIGN.search(mark.string, max(0, start - _NEAR), start) is not None
    return _is_code(before[0].rstrip(), ends=True)


def _is_code(letters: bytes, *, ends: bool) -> bool:
    word = letters.decode("ascii").upper()
    return any((word[-size:] if ends else word[:size]) in CODES for size in range(3, LONGEST + 1))
