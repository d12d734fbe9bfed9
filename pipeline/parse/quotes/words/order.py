"""The tokens of one ticker in the order that its grammar knows: each code once, one edge between two, pairs first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.parse.quotes.words.currencies import CODES
from pipeline.parse.quotes.words.tokens import Kind, Token

_CODED = (Kind.PAIR, Kind.CODE)
_EDGES = (Kind.GAP, Kind.BREAK)
_RATE_FIRST = re.compile(r"(?<=B)NG?(?P<pair>P|CJC)(?=B(?:NG?(?:P|CJC)B|(?![EJA]?[NSR])))")
_CHANGE_FIRST = re.compile(r"(?<=B)(?:A?G?RA?G?)(?P<pair>(?:P|CJC)[GJE]?G?N)(?=B)")
"""`▲ 0.12% EUR/USD 1.0842`, a change in front of what it is of."""

_CODE = r"(?P<code>P|CJC|C)"
_AMOUNTS = (
    re.compile(rf"(?<=B)(?P<amount>N)B{_CODE}(?=B[NS])"),
    re.compile(rf"(?<=B){_CODE}B(?P<amount>N)(?=B[NS])"),
)
"""`100 | JPY | 327.90` and `JPY | 100 | 327.90`, an amount in each row."""
_CODES = re.compile(_CODE)
_ROUND = re.compile(r"10{0,5}")


def in_order(tokens: Sequence[Token]) -> list[Token]:
    """The same tokens, tidied."""
    return _changes_last(_pairs_first(_amounts_told(_merged_edges(_codes_once(tokens)))))


def letter(token: Token) -> str:
    """The letter that the grammar writes for a token."""
    if token.kind is Kind.NUMBER:
        return "R" if token.percent else "S" if token.sign else "N"
    return token.kind


def _codes_once(tokens: Sequence[Token]) -> Iterator[Token]:
    """The same without a code right behind itself, and with the names of currencies that stand without their codes."""
    printed = {code for token in tokens if token.kind in _CODED for code in token.text.split("/")}
    named = {token.text for token in tokens if token.kind is Kind.BREAK and token.text in CODES} - printed
    labels = set(_labels(tokens))
    last = None
    for token in tokens:
        if id(token) in labels:
            yield token._replace(kind=Kind.BREAK)
        elif named and token.text in CODES and (token.kind is Kind.GAP or token.text in named):
            yield from (token._replace(text=""), token._replace(kind=Kind.CODE))
            last = token.text
        elif token.kind is not Kind.CODE or token.text != last:
            yield token
            if token.kind not in _EDGES:
                last = token.text if token.kind is Kind.CODE else None


def _labels(tokens: Sequence[Token]) -> Iterator[int]:
    """The ids of what several currencies are called, where a code stands beside it: that tells which is meant."""
    if not any(token.kind is Kind.SIGN for token in tokens):  # nearly always
        return
    words = [token for token in tokens if token.kind not in _EDGES]
    for one, other in pairwise(words):
        for word, beside in ((one, other), (other, one)):
            if word.kind is Kind.SIGN and word.text.isalpha() and beside.kind in _CODED:
                yield id(word)


def _merged_edges(tokens: Iterable[Token]) -> list[Token]:
    """The same between two breaks, with each row of gaps and breaks as its strongest one."""
    merged = [Token(Kind.BREAK)]
    behind_edge = True
    for token in (*tokens, Token(Kind.BREAK)):
        is_edge = token.kind in _EDGES
        if not (is_edge and behind_edge):
            merged.append(token)
        elif token.kind is Kind.BREAK:
            merged[-1] = token
        behind_edge = is_edge
    return merged


def _amounts_told(tokens: list[Token]) -> list[Token]:
    """The same with each amount that rates are for behind its code, where every row of a table has one."""
    kinds = "".join(map(letter, tokens))
    codes = len(_CODES.findall(kinds))
    for pattern in _AMOUNTS if codes > 1 else ():
        rows = list(pattern.finditer(kinds))
        if len(rows) == codes and all(_ROUND.fullmatch(tokens[row.start("amount")].text) for row in rows):
            return list(_with_amounts(tokens, rows))
    return tokens


def _with_amounts(tokens: Sequence[Token], rows: Iterable[re.Match[str]]) -> Iterator[Token]:
    end = 0
    for row in rows:
        yield from tokens[end : row.start()]
        yield from tokens[row.start("code") : row.end("code")]
        yield tokens[row.start("amount")]._replace(kind=Kind.AMOUNT)
        end = row.end()
    yield from tokens[end:]


def _pairs_first(tokens: list[Token]) -> list[Token]:
    """The same with each pair before its rate where they stand the other way round: `507.14 USD/KZT`.

    A single one has both in one text: else it may be the price at which the pair before is sold.
    """
    kinds = "".join(map(letter, tokens))
    matches = list(_RATE_FIRST.finditer(kinds))
    if len(matches) == 1 and tokens[matches[0].start()].place != tokens[matches[0].start("pair")].place:
        return tokens
    return _turned(tokens, matches)


def _changes_last(tokens: list[Token]) -> list[Token]:
    """The same with each change behind its pair and rate, where it stands in front of them in one row."""
    if not any(token.percent for token in tokens):
        return tokens
    return _turned(tokens, list(_CHANGE_FIRST.finditer("".join(map(letter, tokens)))))


def _turned(tokens: list[Token], matches: Sequence[re.Match[str]]) -> list[Token]:
    """The same with the `pair` of each match in front of what it begins with."""
    if not matches:
        return tokens
    turned: list[Token] = []
    end = 0
    for match in matches:
        turned += (*tokens[end : match.start()], *tokens[match.start("pair") : match.end()])
        turned += tokens[match.start() : match.start("pair")]
        end = match.end()
    return [*turned, *tokens[end:]]
