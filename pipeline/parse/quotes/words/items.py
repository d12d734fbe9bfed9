"""Tokens of one ticker → its items: pair, rate, change and arrow, each still as printed.

The kinds of the tokens are written as a line of letters (`BCJCENRB`), and the grammar of a ticker is a regular
expression over that line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from pipeline.parse.quotes.words.instruments import SHARE, kind_of
from pipeline.parse.quotes.words.numbers import exact
from pipeline.parse.quotes.words.order import in_order, letter
from pipeline.parse.quotes.words.tokens import Kind, Token
from pipeline.records import InstrumentKind

_HEADS = r"""
    (?P<equation> N?G?[CD][GB]?E[GB]?NG?C (?!G?E))  # 1 USD = 507.14 KZT
  | (?P<tabled>   (?<=B)NG?C[GB]NG?B?C (?![GB]?[EJ]|[GB]?N(?!G?C)))  # 1 USD | 87.45 | KGS
  | (?P<valued>   (?:NG?C|D) G?EG?N (?=B))       # 1 BTC = 97,345.20, in what it does not say
  | (?P<pair>     P | [CF]G?JG?[CF])             # USDKZT, KGS/USD
  | (?P<codes>    C(?:G?C){2,})                  # a heading row, USD EUR RUB: no pair in it
  | (?P<priced>   (?<=[BC]) C[GBE]?NG?C (?![GB]?[NEJ]))  # USD 507.14 KZT
  | (?P<apart>    CG?C (?=[GJEA]*[BA]?[NS]))     # USD KZT 507.14
  | (?P<single>   [CD] (?=[GEJAU]?[BGE]?G?N))         # USD 507.14
  | (?P<torn>     (?<=B) [CF]J?[CF]? (?=L?B?$))  # the end of a ticker that was cut short
  | (?P<name>     M)                             # an index or a commodity, S&P 500 5,998.74
  | (?P<share>    (?<=[BG]) F)                   # AAPL 189.22
"""
_ONE = re.compile(r"1(?:[.,]0{1,2}|[.,]0{4,})?")
_HEAD = re.compile(rf"(?P<lead>(?<=B)AG?)?(?:{_HEADS})", re.VERBOSE)
_HEAD_BEHIND_ARROW = re.compile(rf"(?P<lead>AG?)?(?:{_HEADS})", re.VERBOSE)
_TAIL = re.compile(r"[^R]*+(?:R[^B]*+(?:B(?![GEJ]*+[NSR])[^B]*+)*+)?")
"""What may follow a head: behind a percentage and a break no number, for that is the next thing on the page."""

_FEWEST_OF_BAND = 3
SEVERAL_RATES = "more than one rate"


class Item(NamedTuple):
    """One item of a ticker as it stands on the page."""

    base: str
    quote: str
    rate: str = ""
    """Printed digits and marks; empty where there are none."""
    percent: Token | None = None
    steps: tuple[Token, ...] = ()
    """Further numbers: the change in units of the quote currency."""
    arrow: str = ""
    """`+`, `-` or empty."""
    places: tuple[int, ...] = ()
    """Indices of the pieces of text that it stands in."""
    flaw: str = ""
    """Why it makes no quote; empty where it does."""
    kind: InstrumentKind = InstrumentKind.CURRENCY_PAIR

    @property
    def pair(self) -> bool:
        """Whether it prices one currency in another."""
        return self.kind is InstrumentKind.CURRENCY_PAIR

    @property
    def changed(self) -> bool:
        """Whether a rise or fall is printed beside it, by a sign or an arrow."""
        return bool(self.arrow or any(token.sign for token in (self.percent, *self.steps) if token))

    @property
    def fractional(self) -> bool:
        """Whether its rate has a decimal or grouping mark: no rank, no number of medals or seats has."""
        return any(mark in self.rate for mark in ".,٫")

    def __str__(self) -> str:
        pair = "/".join(filter(None, (self.base, self.quote)))
        return f"{pair} {self.rate}".rstrip()


def read_items(tokens: Sequence[Token]) -> list[Item]:
    """The items of one ticker, in order; empty where nothing has a rate that can be believed."""
    tokens = in_order(tokens)
    kinds = "".join(map(letter, tokens))
    grammar = _HEAD_BEHIND_ARROW if kinds.startswith("BA") else _HEAD
    heads = pairwise(chain(grammar.finditer(kinds), (None,)))
    items = [
        _item(head, tokens, _TAIL.match(kinds, head.end(), behind.start() if behind else len(tokens)))
        for head, behind in heads
        if head and head.lastgroup != "codes"
    ]
    items = _believed(items)
    if not any(item.rate and (item.quote or not item.pair) for item in items) and not _is_price_list(items):
        return []
    return [*items[:-1], _torn_or_whole(items)]


def scrolls_by(items: Sequence[Item], above: str, *, before_headline: bool) -> bool:
    """True for the band of a page amid its stories, rather than a table of one of them.

    It says everything twice; or it tells three pairs at least, each with its change, right before the next headline,
    and no text announces it. `above` is the text before it.
    """
    printed = Counter(map(str, items))
    if printed and min(printed.values()) > 1:
        return True
    announced = above.endswith((":", "："))
    return (
        before_headline
        and not announced
        and len(printed) >= _FEWEST_OF_BAND
        and all(item.pair and item.percent for item in items)
    )


def _is_price_list(items: Sequence[Item]) -> bool:
    """Whether single currencies have prices in one that nobody names: two at least, each with a fraction."""
    return len({item.base for item in items if item.pair}) > 1 and all(item.fractional for item in items)


def _believed(items: Sequence[Item]) -> list[Item]:
    """Without the instruments that may be anything else: results of a match, medals, seats, channels.

    A name has a rate that is no whole number, or a change; a share both, unless pairs, names or two such shares stand
    beside it. Where
    nothing but such instruments stands, one name with a change or two of any are needed.
    """
    named = [item for item in items if _is_named(item)]
    priced = [item for item in items if item.pair and item.rate and (item.quote or item.fractional)]
    pairs = [item for item in priced if item.quote]
    symbols = [item for item in items if item.kind is InstrumentKind.SHARE]
    sure = [item for item in symbols if _is_share(item, among=bool(pairs or named))]
    shares = [item for item in symbols if len(sure) > 1 and _is_share(item, among=True)] or sure
    alone = (
        not pairs and len(named) + len(shares) + len(priced) < 2 and not any(item.changed for item in named)
    )
    believed = set() if alone else {*map(id, named), *map(id, shares)}
    return [item for item in items if item.pair or id(item) in believed]


def _is_named(item: Item) -> bool:
    known = item.kind not in (InstrumentKind.CURRENCY_PAIR, InstrumentKind.SHARE)
    return known and bool(item.rate) and (item.fractional or (item.changed and item.percent is not None))


def _is_share(item: Item, *, among: bool) -> bool:
    return (
        bool(SHARE.fullmatch(item.base))
        and item.fractional
        and (among or (item.changed and bool(item.percent)))
    )


def _item(head: re.Match[str], tokens: Sequence[Token], behind: re.Match[str] | None) -> Item:
    inside, tail = (tokens[part.start() : part.end()] if part else [] for part in (head, behind))
    whole = (*inside, *tail)
    base, quote = _codes(inside)
    amount = [token for token in tail if token.kind is Kind.AMOUNT]
    numbers = [token for token in tail if token.kind is Kind.NUMBER]
    if head["equation"] or head["tabled"] or head["priced"] or head["valued"]:
        *amount, rate = (token for token in inside if token.kind is Kind.NUMBER)
        numbers.insert(0, rate)
    rates = [token for token in numbers if not token.percent]
    percent = next((token for token in numbers if token.percent), None)
    steps = tuple(_steps(rates, whole))
    flaw = _flaw_of_numbers(base, amount, [*rates[:1], *steps], percent)
    if not flaw and numbers[0].percent and rates[0].sign:
        flaw = "a change stands where its rate should"
    kind = _kind(head, base)
    if kind is not InstrumentKind.CURRENCY_PAIR:
        quote, flaw = _priced_in(tail), "cut short" if _is_cut(tail) else flaw
    elif inside[0].kind is Kind.SIGN:
        flaw = f"{base} is the sign of several currencies"
    elif not head["equation"]:
        quote = quote or _currency_of(rates, base)
        flaw = flaw or _flaw(head, inside, tail, named=bool(quote))
    return Item(
        base,
        quote,
        rate=rates[0].text if rates else "",
        percent=percent,
        steps=steps,
        arrow=next((token.sign for token in whole if token.kind is Kind.ARROW), ""),
        places=tuple(dict.fromkeys(t.place for t in whole if t.kind not in (Kind.GAP, Kind.BREAK))),
        flaw=flaw,
        kind=kind,
    )


def _steps(rates: Sequence[Token], whole: Sequence[Token]) -> Iterator[Token]:
    """The numbers behind the rate; one right behind an arrow has its sign."""
    if len(rates) < 2:  # nearly always
        return
    before = {id(behind): token for token, behind in pairwise(whole)}
    for step in rates[1:]:
        points = before[id(step)].kind is Kind.ARROW and not step.sign
        yield step._replace(sign=before[id(step)].sign) if points else step


def _kind(head: re.Match[str], base: str) -> InstrumentKind:
    if head["share"]:
        return InstrumentKind.SHARE
    kind = kind_of(base) if head["name"] or head["single"] or head["valued"] else None
    return kind or InstrumentKind.CURRENCY_PAIR


def _priced_in(tail: Sequence[Token]) -> str:
    """The currency that stands behind the price of what is no pair; empty where none or several do."""
    currencies = {token.text for token in tail if token.kind is Kind.CODE}
    currencies |= {token.currency for token in tail if token.currency and not token.percent}
    return currencies.pop() if len(currencies) == 1 else ""


def _currency_of(rates: Sequence[Token], base: str) -> str:
    """The currency whose sign stands at the rate of a single code: `USD | 507,14 ₸`; empty where none does."""
    named = rates[0].currency if rates else ""
    return "" if named == base else named


def _is_cut(tail: Sequence[Token]) -> bool:
    return Kind.ELLIPSIS in [token.kind for token in tail]


def _codes(inside: Sequence[Token]) -> tuple[str, str]:
    codes = "/".join(t.text for t in inside if t.kind in (Kind.PAIR, Kind.CODE, Kind.SIGN, Kind.FRAGMENT))
    if not codes:
        return "".join(t.text for t in inside if t.kind is Kind.NAME), ""
    base, _, quote = codes.partition("/")
    return base, quote


def _flaw_of_numbers(
    base: str, amount: Sequence[Token], rates: Sequence[Token], percent: Token | None
) -> str:
    """What is wrong with the numbers of an item: the rate is the first that is no percentage, then come changes."""
    if not rates:
        return "no rate"
    if any(not _ONE.fullmatch(one.text) for one in amount):
        return f"the rate is for {amount[0].text} {base}"
    if percent is None and any(_is_price(step, rates[0]) for step in rates[1:]):
        return SEVERAL_RATES
    return ""


def _is_price(step: Token, rate: Token) -> bool:
    """Whether a number behind a rate is no change: it has no sign, or is about as large, `156.35-156.38`."""
    if not step.sign:
        return bool(step.text.strip("0.,"))
    if step.sign != "-" or abs(len(step.text) - len(rate.text)) > 1 or step.text.isdigit():
        return False
    size, price = exact(step.text, ","), exact(rate.text, ",")
    return size is not None and price is not None and size * 2 > price


def _flaw(head: re.Match[str], inside: Sequence[Token], tail: Sequence[Token], *, named: bool) -> str:
    if head["torn"] or _is_cut(tail):
        return "cut short"
    if unknown := next((token.text for token in (*inside, *tail) if token.kind is Kind.FRAGMENT), None):
        return f"{unknown} is no currency"
    return "" if named else "the page does not name the currency that the rate is in"


def _torn_or_whole(items: Sequence[Item]) -> Item:
    """The last item, with a flaw where the text was cut off within it: it has less than every other item has."""
    *others, last = items
    whole = [item for item in others if not item.flaw]
    if last.flaw or len(whole) < 2 or last.percent:
        return last
    same = [
        item for item in whole if (item.kind, item.base, item.quote) == (last.kind, last.base, last.quote)
    ]
    has_change = all(item.percent for item in whole) and any(item.kind is last.kind for item in whole)
    lacks_change = has_change and (bool(same) or not _is_row(last, others))
    lacks_digits = any(item.rate != last.rate and item.rate.startswith(last.rate) for item in same)
    return last._replace(flaw="cut short") if lacks_change or lacks_digits else last


def _is_row(last: Item, others: Sequence[Item]) -> bool:
    """Whether an item has a row to itself and no fewer decimals than another: there is no change to be told of it."""
    shared = {place for item in others for place in item.places}
    return shared.isdisjoint(last.places) and _decimals(last) >= min(map(_decimals, others))


def _decimals(item: Item) -> int:
    return len(item.rate) - 1 - max(map(item.rate.rfind, ".,٫")) if item.fractional else 0
