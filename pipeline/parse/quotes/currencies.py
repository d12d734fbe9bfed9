"""Which codes are currencies, and which of them are no longer valid."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import list_currencies

CRYPTO = frozenset(
    {"AAVE", "ADA", "ALGO", "ATOM", "AVAX", "BCH", "BNB", "BTC", "BUSD", "DAI", "DASH", "DOGE", "DOT", "EOS"}
    | {"ETC", "ETH", "FIL", "ICP", "LINK", "LTC", "MATIC", "NEAR", "NEO", "PEPE", "SHIB", "SOL", "SUI", "TON"}
    | {"TRX", "UNI", "USDC", "USDT", "WBTC", "XBT", "XLM", "XMR", "XRP", "XTZ", "ZEC"}
)
"""Codes that ISO 4217 does not list and that tickers print beside those that it does."""

_NO_CURRENCY = frozenset({"XTS", "XXX"})
"""ISO 4217's codes for testing and for no currency at all."""

CODES = (frozenset(list_currencies()) | CRYPTO) - _NO_CURRENCY
"""Every code that may stand in a pair: ISO 4217 of today and of before, its metals, and crypto."""

LONGEST = max(map(len, CODES))

SYMBOLS = {
    "€": "EUR",
    "₸": "KZT",
    "₽": "RUB",
    "₴": "UAH",
    "₼": "AZN",
    "₾": "GEL",
    "₺": "TRY",
    "₹": "INR",
    "₿": "BTC",
}
"""The symbols that one currency alone has."""

SHARED_SYMBOLS = "$£¥₩"
"""Those of several currencies: which one is meant, a page tells by its codes alone."""


def split_pair(joined: str) -> tuple[str, str] | None:
    """The two codes of `USDKZT` or `DOGEUSDT`; None where `joined` is no pair."""
    for end in range(3, len(joined) - 2):
        if joined[:end] in CODES and joined[end:] in CODES:
            return joined[:end], joined[end:]
    return None


_LANGUAGES = ("en", "ru", "kk", "ky", "uz", "tr", "uk", "de", "fr", "es", "pl", "zh")
"""In which tables of rates call currencies by name, beside their codes."""
_LONGEST_NAME = 40


def is_currency_name(text: str) -> bool:
    """True for the name of a currency and nothing else: `US dollar`, «евро»."""
    return len(text) <= _LONGEST_NAME and text.casefold() in _names()


@cache
def _names() -> frozenset[str]:
    known = (Locale.parse(language).currencies for language in _LANGUAGES)
    return frozenset(name.casefold() for names in known for name in names.values())


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The end of a currency: its last day as legal tender, and what took its place where that is known."""

    until: date
    successor: str | None


def withdrawal(code: str, on: date | None) -> Withdrawal | None:
    """How `code` ended, where it had ended by the day `on` (by today's tables where that is None)."""
    ended = _withdrawn().get(code)
    return ended if ended and (on is None or on > ended.until) else None


@cache
def _withdrawn() -> dict[str, Withdrawal]:
    """Every code that was tender somewhere and is tender nowhere, by CLDR's history of territories."""
    histories = [
        [row for row in rows if row[3]]  # funds and units of account are no tender, and never end
        for rows in get_global("territory_currencies").values()
    ]
    valid = {code for rows in histories for code, _, end, _ in rows if end is None}
    withdrawn: dict[str, Withdrawal] = {}
    for rows in histories:
        for place, (code, _, end, _) in enumerate(rows):
            if end is None or code in valid:
                continue
            successor = next((after[0] for after in rows[place + 1 :] if after[0] != code), None)
            until = date(*end)
            if code not in withdrawn or until > withdrawn[code].until:
                withdrawn[code] = Withdrawal(until, successor)
    return withdrawn
