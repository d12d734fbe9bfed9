"""Items as printed → quotes: values read, repeats folded, what disagrees marked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, compress
from typing import NamedTuple

from pipeline.parse.quotes.words.currencies import withdrawal
from pipeline.parse.quotes.words.items import SEVERAL_RATES, Item
from pipeline.parse.quotes.words.numbers import exact, grouping_mark
from pipeline.records import InstrumentKind, Problem, Quote, Reason

_LEAST_SHARE = 5
"""A second number in colour that is less than this part of the rate is its change, and not the price to sell at."""


class Sighting(NamedTuple):
    """One item, with what is known of it beside its text."""

    item: Item
    colour: int | None = None
    """-1, 0 or 1 by the classes of its elements; None where they tell nothing."""


def read_quotes(
    sightings: Sequence[Sighting], *, language: str | None, as_of: date | None
) -> tuple[tuple[Quote, ...], tuple[Problem, ...]]:
    """The quotes of one page in order of first appearance, and what is wrong with them."""
    grouping = grouping_mark((number for one in sightings for number in _numbers(one.item)), language)
    items = [one.item for one in sightings]
    readings = [_reading(one, grouping) for one in sightings]
    folded = _fold(filter(None, readings))
    rivals = Counter(one.instrument for one in folded)
    quotes = tuple(_quote(one, as_of, conflict=rivals[one.instrument] > 1) for one in folded)
    unreadable = [item for item, reading in zip(items, readings, strict=True) if reading is None]
    at_odds = _at_odds(compress(items, readings))
    flags = (*_conflicts(quotes), *at_odds, *_inverted(quotes), *_withdrawn(quotes, as_of))
    flaws = dict.fromkeys(f"{item}: {item.flaw or 'no rate'}" for item in unreadable)
    return quotes, (*(Problem(Reason.QUOTE_UNREADABLE, detail) for detail in flaws), *flags)


def _numbers(item: Item) -> Iterator[str]:
    yield item.rate
    yield from (token.text for token in (item.percent, *item.steps) if token)


_Instrument = tuple[InstrumentKind, str, str]


class _Reading(NamedTuple):
    """What one item, or several that say the same, come to."""

    instrument: _Instrument
    rate: Decimal
    change: Decimal | None
    direction: int | None
    occurrences: int = 1


def _quote(one: _Reading, as_of: date | None, *, conflict: bool) -> Quote:
    kind, base, quote = one.instrument
    return Quote(
        base,
        quote,
        one.rate,
        one.change,
        one.direction,
        as_of=as_of,
        occurrences=one.occurrences,
        conflict=conflict,
        kind=kind,
    )


def _reading(sighting: Sighting, grouping: str) -> _Reading | None:
    item = sighting.item
    rate = exact(item.rate, grouping) if item.rate else None
    change = exact(item.percent.text, grouping) if item.percent else None
    steps = [step for token in item.steps if (step := exact(token.text, grouping)) is not None]
    coloured = item.flaw == SEVERAL_RATES and sighting.colour and len(steps) == 1
    if not rate or (item.flaw and not (coloured and steps[0] * _LEAST_SHARE < rate)):
        return None
    direction = _direction(sighting, change if item.percent else next(iter(steps), None))
    if change is not None and item.percent and (item.percent.sign == "-" or (change and direction == -1)):
        change = change.copy_negate()  # ▼ 0.35% is a change of -0.35, and -0% keeps its sign
    return _Reading((item.kind, item.base, item.quote), rate, change, direction)


def _direction(sighting: Sighting, size: Decimal | None) -> int | None:
    """By a printed sign, else by an arrow, else by colour; a bare number has risen unless it is nought."""
    item = sighting.item
    signs = [token.sign for token in (item.percent, *item.steps) if token]
    for sign in (*signs, item.arrow):
        if sign:
            return -1 if sign == "-" else 1
    if sighting.colour is not None or size is None:
        return sighting.colour
    return 1 if size else 0


_Key = tuple[_Instrument, Decimal, Decimal | None, int | None]


def _fold(readings: Iterable[_Reading]) -> list[_Reading]:
    """One reading for all that say the same; of 0.2849 and 0.28490 the one with more digits stands."""
    folded: dict[_Key, _Reading] = {}
    for reading in readings:
        key = reading[:4]
        folded[key] = _both(folded[key], reading) if key in folded else reading
    return _without_silent(folded)


def _both(one: _Reading, other: _Reading) -> _Reading:
    change = one.change
    if change is not None and other.change is not None:
        change = _longer(change, other.change)
    return one._replace(
        rate=_longer(one.rate, other.rate), change=change, occurrences=one.occurrences + other.occurrences
    )


def _longer(one: Decimal, other: Decimal) -> Decimal:
    return other if len(f"{other:f}") > len(f"{one:f}") else one


def _without_silent(folded: dict[_Key, _Reading]) -> list[_Reading]:
    """A rate printed without its change says nothing against the same rate with it: the two are one quote."""
    if len({key[2:] == (None, None) for key in folded}) < 2:  # nearly always
        return list(folded.values())
    same_rate: dict[tuple[_Instrument, Decimal], list[_Key]] = {}
    for key in folded:
        same_rate.setdefault(key[:2], []).append(key)
    for first, *others in same_rate.values():
        if len(others) == 1 and (None, None) in (first[2:], others[0][2:]):
            told, silent = sorted((first, others[0]), key=lambda key: key[2:] == (None, None))
            folded[first] = _both(folded[told], folded[silent])
            del folded[others[0]]
    return list(folded.values())


def _conflicts(quotes: Sequence[Quote]) -> Iterator[Problem]:
    disagreeing: dict[_Instrument, list[Quote]] = {}
    for quote in quotes:
        if quote.conflict:
            disagreeing.setdefault((quote.kind, quote.base, quote.quote), []).append(quote)
    for rivals in disagreeing.values():
        values = " or ".join(map(_printed, rivals))
        yield Problem(Reason.QUOTE_CONFLICT, f"{rivals[0].instrument}: {values}")


def _at_odds(items: Iterable[Item]) -> Iterator[Problem]:
    """The items whose arrow points up where their change is below nought, or down where it is above."""
    told: dict[str, str] = {}
    for item in items:
        change = item.percent or next(iter(item.steps), None) if item.arrow else None
        if change and change.sign and change.sign != item.arrow and change.text.strip("0.,٫"):
            told[str(item)] = f"{'▼' if item.arrow == '-' else '▲'} {change.sign}{change.text}"
    yield from (Problem(Reason.QUOTE_AT_ODDS, f"{item}: {change}") for item, change in told.items())


def _printed(quote: Quote) -> str:
    change = "" if quote.change_pct is None else f" {quote.change_pct:f}%"
    return f"{quote.rate:f}{change} (×{quote.occurrences})"


def _inverted(quotes: Iterable[Quote]) -> Iterator[Problem]:
    """The pairs that stand both as A/B and as B/A, in the order of the second of the two."""
    seen: set[tuple[str, str]] = set()
    for base, counter in dict.fromkeys(_pairs(quotes)):
        if (counter, base) in seen:
            yield Problem(Reason.QUOTE_INVERTED, f"{counter}/{base} and {base}/{counter}")
        seen.add((base, counter))


def _pairs(quotes: Iterable[Quote]) -> Iterator[tuple[str, str]]:
    for quote in quotes:
        if quote.kind is InstrumentKind.CURRENCY_PAIR:
            yield quote.base, quote.quote


def _withdrawn(quotes: Iterable[Quote], as_of: date | None) -> Iterator[Problem]:
    for code in dict.fromkeys(chain.from_iterable(_pairs(quotes))):
        if ended := withdrawal(code, as_of):
            heir = f"; {ended.successor} took its place" if ended.successor else ""
            yield Problem(Reason.CURRENCY_OBSOLETE, f"{code} ended on {ended.until}{heir}")
