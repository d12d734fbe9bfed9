"""A short text of a ticker → its tokens. A text that holds anything else, a sentence say, has none."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from pipeline.parse.alternatives import any_of
from pipeline.parse.quotes.words.currencies import (
    ABBREVIATIONS,
    CODES,
    DOLLARS,
    LONGEST,
    LONGEST_NAME,
    SHARED_SYMBOLS,
    SYMBOLS,
    currency_named,
    pair_named,
    split_pair,
)
from pipeline.parse.quotes.words.instruments import EXCHANGE, NAME, kind_of
from pipeline.parse.quotes.words.numbers import NUMBER
from pipeline.parse.quotes.words.small_letters import small_codes


class Kind(StrEnum):
    """What a token is, by the letter that the grammar of items has for it."""

    PAIR = "P"  # USDKZT, and what `pairs` makes of KGS/USD
    CODE = "C"  # USD
    NAME = "M"  # S&P 500: of an index, a commodity or a crypto-currency
    JOINT = "J"  # / and the dashes, between two codes or behind a pair
    SIGN = "D"  # $, in $1 = 507.14 KZT: of several currencies
    EQUALS = "E"
    NUMBER = "N"
    AMOUNT = "U"  # 100, in a table of rates for 100 yen
    ARROW = "A"
    FRAGMENT = "F"  # capitals that are no currency: a torn code, or one that nobody knows, or a share
    ELLIPSIS = "L"  # the page itself says that something is cut off
    GAP = "G"  # the edge of an element that is no cell: two codes may stand on its two sides
    BREAK = "B"  # a printed separator, the edge of a cell, row, item or line

    __hash__ = str.__hash__  # that of Enum is written in Python, and asked for each token


class Token(NamedTuple):
    """One token. `text` is what was printed: digits without sign, codes of a pair joined by `/`."""

    kind: Kind
    text: str = ""
    sign: str = ""
    """`-`, `+` or empty, whatever typography printed it."""
    percent: bool = False
    place: int = 0
    """Index of the piece of text that it stands in."""
    currency: str = ""
    """Of a number: the code of the symbol right before or behind it."""


_UP, _DOWN = "▲△▴▵⬆↑↗⇧⇑⏶🔺🔼📈", "▼▽▾▿⬇↓↘⇩⇓⏷🔻🔽📉"
_MINUS, _PLUS = r"\-−–—‐‑‒﹣－⁻➖", "+＋﹢⁺➕"
_POINTS = r"(?:bps?|pips?|б\.[ ]?п\.|pts?|Pkt|puan|포인트|点)(?!\w)"
"""The hundredths of a percent and the like that a change is told in, and the points of an index."""
_SIGNS = "".join(SYMBOLS)
_SYMBOLS = {sign.casefold(): code for sign, code in (SYMBOLS | ABBREVIATIONS).items()}
_SIDES = (
    "buy", "buying", "sell", "selling", "bid", "ask", "покупка", "продажа", "сатып алу", "сату", "сатып алуу", "сатуу",
    "купівля", "продаж", "sotib olish", "sotish", "alış", "satış", "ankauf", "verkauf", "achat", "vente", "compra",
    "venta", "venda", "vendita", "acquisto", "kupno", "sprzedaż", "买入", "卖出", "買入", "賣出", "買い", "売り",
)  # fmt: skip
"""What stands before the two rates of a bank: they part as the cells of a table do."""
_TOKEN = re.compile(
    rf"""(?P<moment>(?:\d{{1,4}}([./-])\d{{1,2}}\2\d{{2,4}}|\d{{1,2}}:\d\d(?::\d\d)?)(?![\d.,%]))
    | (?P<exchange>{EXCHANGE})
    | (?P<name>{NAME})
    | (?P<arrow>[{_UP}{_DOWN}])️?
    | (?P<unit>[{_SIGNS}{SHARED_SYMBOLS}][ ]?1(?=[ ]?=)|1[ ]?[{_SIGNS}{SHARED_SYMBOLS}](?=[ ]?=))
    | (?P<leading>[%％٪](?=[{_MINUS}{_PLUS}]?\d))?
        (?P<sign>[{_MINUS}{_PLUS}](?=[\d.,])|[−➖{_PLUS}]️?[ ]?(?=[\d.,]))?(?P<number>{NUMBER})
        [ ]?(?:(?P<percent>(?<![ ])[%％٪]|[%％٪](?![{_MINUS}{_PLUS}]?\d))
            (?P<behind>[{_MINUS}{_PLUS}](?=[ )]?$))?|{_POINTS})?
    | (?P<missing>[Nn]/[Aa](?![^\W_]))
    | (?P<dollar>{any_of(DOLLARS)})
    | (?P<symbol>[{_SIGNS}]|(?<=[\d ])(?i:{any_of(ABBREVIATIONS)})(?![^\W_]))
    | (?P<word>[A-Z]{{1,{2 * LONGEST}}}(?:\.[A-Z]{{1,2}})?)(?:(?![^\W_])|(?=\d+[.,]\d))
    | (?P<suffix>(?<=[A-Z])=X(?![^\W_]))
    | (?P<ellipsis>…|\.\.\.)
    | (?P<joint>(?<=[A-Z][ ])(?:vs\.?|to)(?=[ ][A-Z]{{3}})|[/／\\{_MINUS}]|(?<=[A-Z])[._](?=[A-Z]{{3}}))
    | (?P<equals>[=:≈＝：])
    | (?P<separator>[|¦•·●∙▪■◦○◆⁃‣*;,]|(?i:{any_of(_SIDES)})(?![^\W_]))
    | (?P<bank>(?<=[A-Z][ ])(?:ЦБ(?:[ ]РФ)?|НБ(?:[ ]РК|КР|РК|У)))(?![^\W_])
    | (?P<ignored>[ ()\[\]{SHARED_SYMBOLS}◄►→■🇦-🇿±]|[{_PLUS}]/[{_MINUS}])""",
    re.VERBOSE,
)
_SIGN_BEHIND = re.compile(rf"[ ]?([{_SIGNS}]|(?i:{any_of(ABBREVIATIONS)})(?![^\W_]))")
_LABEL = re.compile(r"\s*[^\W\d_][^\d:|•·¦=]{0,40}(?::(?=\s)|(?:\d\d?:\d\d)?\s*(?=[|•·¦]|$))")
"""Words in front of a line of rates, or between its separators: `Rates of the bank: USD/KZT 507.14 | as of 10:00`."""
_FEWEST_LABELLED = 2
"""Rates with a fraction in a line that words stand in."""
_SILENT = frozenset({"ignored", "moment", "dollar", "suffix", "bank", "exchange"})
_ARROWS = {
    **dict.fromkeys(("up", "rise", "상승", "上涨", "рост", "yükseliş"), "+"),
    **dict.fromkeys(("down", "fall", "하락", "下跌", "падение", "düşüş"), "-"),
}
"""Words that stand for an arrow where nobody sees it."""
_MARKS_AND_DIGITS = frozenset("0123456789+-−.,%|/=▲▼")
_ENDS_OF_NUMBERS = frozenset("0123456789%")
_LONGEST_NUMBER = 40
"""Characters; no rate has more, and a longer row of digits is something else."""

_LONGEST_SIGN = max(map(len, DOLLARS)) + 1

_KINDS = {
    "ellipsis": Kind.ELLIPSIS,
    "joint": Kind.JOINT,
    "missing": Kind.JOINT,
    "equals": Kind.EQUALS,
    "separator": Kind.BREAK,
}

_TELLING = frozenset({
    Kind.PAIR, Kind.CODE, Kind.NAME, Kind.NUMBER, Kind.ARROW, Kind.BREAK, Kind.ELLIPSIS, Kind.JOINT,
    Kind.EQUALS,
})  # fmt: skip


def tokenize(text: str, place: int = 0) -> list[Token] | None:
    """The tokens of one line of text; None where it is no part of a ticker.

    A word that is no currency code makes it none, but for a currency's name that stands alone: a break with its code.
    So does a line of nothing but capitals (`NEWS`), dates and punctuation: these stand beside tickers. A rate may
    follow its pair without a space, EUR/USD1.0842.
    """
    if (said := _said_in_words(text.strip(), place)) is not None:
        return [said]
    tokens: list[Token] = []
    position = 0
    labelled = False
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            codes, end = small_codes(text, position, awaited=_waits_for_code(tokens))
            if not codes:
                end, labelled = _behind_label(text, position, tokens), True
            if end == position:
                return None
            position = end
            tokens += _joined(codes, place)
            continue
        if match.end() - position > _LONGEST_NUMBER:
            return None
        position = match.end()
        if match["symbol"]:
            tokens += _symbol(_SYMBOLS[match["symbol"].casefold()], tokens, place, ends=position == len(text))
        elif match.lastgroup not in _SILENT:
            tokens.append(_token(match, place))
    numbers = [token.text for token in tokens if token.kind is Kind.NUMBER] if labelled else []
    if labelled and sum("." in number or "," in number for number in numbers) < _FEWEST_LABELLED:
        return None
    return tokens if not _TELLING.isdisjoint([token.kind for token in tokens]) else None


def _symbol(code: str, tokens: list[Token], place: int, *, ends: bool) -> Iterator[Token]:
    """A symbol behind `tokens`: the second code; where it ends the text of a price, a gap that names its currency."""
    if _waits_for_code(tokens) or _has_price(tokens):
        yield Token(Kind.CODE, code, place=place)
    elif ends and tokens and tokens[-1].kind is Kind.NUMBER:
        yield Token(Kind.GAP, code, place=place)


def _said_in_words(text: str, place: int) -> Token | None:
    """What a text is that is nothing but the name of a currency or a word for an arrow."""
    if len(text) > LONGEST_NAME or not text or text[0] in _MARKS_AND_DIGITS or text[-1] in _ENDS_OF_NUMBERS:
        return None
    if text in CODES or kind_of(text):
        return None
    if (code := currency_named(text)) is not None:
        return Token(Kind.BREAK, code, place=place) if code else Token(Kind.SIGN, text, place=place)
    if (pair := pair_named(text)) is not None:
        return Token(Kind.PAIR, pair, place=place) if pair else Token(Kind.SIGN, text, place=place)
    sign = _ARROWS.get(text.casefold())
    return Token(Kind.ARROW, sign=sign, place=place) if sign else None


def _behind_label(text: str, position: int, tokens: list[Token]) -> int:
    """Where the words at `position` end, if they open the line or stand behind a separator; else `position`."""
    opens = not tokens or tokens[-1].kind is Kind.BREAK
    label = _LABEL.match(text, position) if opens else None
    return label.end() if label else position


def _waits_for_code(tokens: list[Token]) -> bool:
    """Whether a code can only be the second one: behind `usd = 87.45`, or behind `USD/`."""
    kinds = [token.kind for token in tokens[-2:]]
    return kinds in ([Kind.EQUALS, Kind.NUMBER], [Kind.CODE, Kind.JOINT])


def _has_price(tokens: list[Token]) -> bool:
    """Whether they end in a single code and its price, `USD 507.14`: a symbol behind them is the second code."""
    kinds = [token.kind for token in tokens[-3:]]
    return kinds[-2:] == [Kind.CODE, Kind.NUMBER] and kinds[0] not in (Kind.JOINT, Kind.EQUALS)


def _joined(codes: list[str], place: int) -> Iterator[Token]:
    for number, code in enumerate(codes):
        if number:
            yield Token(Kind.JOINT, "/", place=place)
        yield _word(code, place)


def _token(match: re.Match[str], place: int) -> Token:
    if match["unit"]:
        code = SYMBOLS.get(sign := match["unit"].strip("1 "))
        return Token(Kind.CODE if code else Kind.SIGN, code or sign, place=place)
    if match["number"]:
        printed = match["sign"] or match["behind"]
        sign = printed and ("-" if printed[0] in _MINUS else "+")
        percent = bool(match["percent"] or match["leading"])
        return Token(Kind.NUMBER, match["number"], sign or "", percent, place, _currency_beside(match))
    if match["arrow"]:
        return Token(Kind.ARROW, sign="+" if match["arrow"] in _UP else "-", place=place)
    if match["name"]:
        return Token(Kind.NAME, match["name"], place=place)
    if match["word"]:
        return _word(match["word"], place)
    return Token(_KINDS[match.lastgroup or ""], match[0], place=place)


def _currency_beside(number: re.Match[str]) -> str:
    text, start, end = number.string, number.start(), number.end()
    behind = _SIGN_BEHIND.match(text, end)
    before = text[max(0, start - _LONGEST_SIGN) : start].rpartition(" ")
    sign = before[2] or before[0].rpartition(" ")[2]
    told = DOLLARS.get(sign) or _SYMBOLS.get(sign[-1:].casefold(), "")
    return told or (_SYMBOLS.get(behind[1].casefold(), "") if behind else "")


def _word(word: str, place: int) -> Token:
    if word in CODES:
        return Token(Kind.CODE, word, place=place)
    pair = split_pair(word)
    return Token(Kind.PAIR, "/".join(pair), place=place) if pair else Token(Kind.FRAGMENT, word, place=place)
