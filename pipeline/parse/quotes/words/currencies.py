"""Which codes are currencies, and which of them are no longer valid."""

import re
from collections.abc import Mapping
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
CODE_SIZES = tuple({len(code) for code in CODES})

SYMBOLS = {
    "€": "EUR", "₸": "KZT", "₽": "RUB", "₴": "UAH", "₼": "AZN", "₾": "GEL", "₺": "TRY", "₹": "INR",
    "₿": "BTC",
}  # fmt: skip
"""The symbols that one currency alone has."""

DOLLARS = {
    "R$": "BRL", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "AR$": "ARS", "CL$": "CLP", "CO$": "COP",
}  # fmt: skip
"""Which of the currencies that share the sign is meant, by the letters before it."""

ABBREVIATIONS = {
    **dict.fromkeys(("сом", "som"), "KGS"),
    **dict.fromkeys(("тг", "тг.", "тенге", "теңге"), "KZT"),
    **dict.fromkeys(("руб", "руб.", "р."), "RUB"),
    **dict.fromkeys(("сум", "сўм", "so'm", "so‘m", "soʻm"), "UZS"),
    **dict.fromkeys(("грн", "грн."), "UAH"),
    **dict.fromkeys(("лв", "лв."), "BGN"),
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "TL": "TRY",
    "ман.": "AZN",
    "円": "JPY",
    "원": "KRW",
}
"""What one currency is called for short behind its prices."""

SHARED_SYMBOLS = "$£¥₩元"
"""Those of several currencies: which one is meant, a page tells by its codes alone."""


def split_pair(joined: str) -> tuple[str, str] | None:
    """The two codes of `USDKZT` or `DOGEUSDT`; None where `joined` is no pair."""
    for end in range(3, len(joined) - 2):
        if joined[:end] in CODES and joined[end:] in CODES:
            return joined[:end], joined[end:]
    return None


_LANGUAGES = ("en", "ru", "kk", "ky", "uz", "tr", "uk", "de", "fr", "es", "pl", "zh")
"""In which tables of rates call currencies by name, beside their codes."""
LONGEST_NAME = 40

_NOUNS = {
    "EUR": ("euro", "еуро", "avro", "evro", "ευρώ", "유로", "ユーロ", "يورو"),
    "USD": ("us-dollar", "米ドル", "미국 달러"),
    "JPY": ("yen", "йена", "иена", "japanese yen", "日元", "円"),
    "CNY": ("yuan", "юань", "юан", "人民币", "人民幣", "人民元", "renminbi"),
    "GBP": ("sterlin", "sterling", "british pound", "фунт стерлингов", "英ポンド"),
    "AUD": ("豪ドル",),
    "TRY": ("tl",),
    "KZT": ("tenge", "тенге", "теңге"),
    "UAH": ("гривна", "гривня", "hrywna"),
    "PLN": ("zloty", "złoty", "злотый", "злотий"),
    "": ("dollar", "dolar", "dólar", "dólares", "dollaro", "dollár", "доллар", "долар", "δολάριο", "달러", "ドル",
         "دولار", "рубль", "рубли", "ruble", "rouble", "rubel", "rubl", "franc", "frank", "франк", "franken", "lira",
         "лира", "pound", "peso", "krona", "krone", "крона", "rupee", "рупия", "dinar", "динар", "манат", "manat"),
}  # fmt: skip
"""What tickers call currencies for short; below no code what several currencies are called."""

_PAIRS = {
    **dict.fromkeys(
        ("euro/dollar", "euro/dólar", "евро/доллар", "euro/dollaro", "euro/dolar", "ユーロ/ドル"), "EUR/USD"
    ),
    **dict.fromkeys(("dollar/yen", "dólar/yen", "доллар/иена", "ドル/円"), "USD/JPY"),
}
"""What the pairs of all the world's markets are called for short, though several currencies are called dollar."""


def currency_named(text: str) -> str | None:
    """The code of the currency whose name is all that `text` says: `US dollar`, «евро»; empty where several have it."""
    return _names().get(text.casefold()) if len(text) <= LONGEST_NAME else None


def pair_named(text: str) -> str | None:
    """The two codes of a pair that is told by names, `美元/人民币`, as `USD/CNY`; empty where a name is of several."""
    text = text.replace(_WIDE_SLASH, "/")
    if "/" not in text:  # nearly always
        return None
    names = [name.strip() for name in text.split("/", 1)]
    if CODES.issuperset(names):  # told by its codes
        return None
    if (pair := _PAIRS.get(text.casefold().replace(" ", ""))) is not None:
        return pair
    codes = [name if name in CODES else currency_named(name) for name in names]
    if None in codes or codes[0] == codes[1] != "":
        return None
    return "/".join(filter(None, codes)) if all(codes) else ""


_WIDE_SLASH = "／"
_AT_SLASH = re.compile(
    rb"/ ?(?:%b)"
    % b"|".join(
        re.escape(form).encode()
        for nouns in _NOUNS.values()
        for noun in nouns
        for form in dict.fromkeys((noun, noun.capitalize()))
    )
)
"""A currency's noun behind a slash."""
_BEHIND_SLASH = re.compile(
    rb"/(?:(?<=[A-Z]/)|(?<=[A-Z] /)) ?((?:[A-Za-z]|[\xc2-\xf4][\x80-\xbf]{1,3}){2,%d})" % LONGEST_NAME
)
"""A slash behind a capital, and the letters that follow it."""


def names_pair(text: bytes) -> bool:
    """Whether a pair may be told by names somewhere in a page's text: `米ドル/円`, «Доллар / рубль», `EUR/Gold`."""
    text = text.replace(_WIDE_SLASH.encode(), b"/")
    return _AT_SLASH.search(text) is not None or any(map(_names_behind_code, _BEHIND_SLASH.finditer(text)))


def _names_behind_code(slash: re.Match[bytes]) -> bool:
    """Whether a code ends before a slash and a currency's name begins behind it; the texts of a page run together."""
    before = slash.string[max(0, slash.start() - LONGEST - 1) : slash.start()].rstrip(b" ")
    if not any(before[-size:].decode("ascii", "replace") in CODES for size in CODE_SIZES):
        return False
    word = slash[1].decode("utf-8", "ignore")
    return any(currency_named(word[:end]) is not None for end in range(2, len(word) + 1))


@cache
def _names() -> Mapping[str, str]:
    known = (Locale.parse(language).currencies for language in _LANGUAGES)
    named = {name.casefold(): code for names in known for code, name in names.items() if code in CODES}
    nouns = {noun: code for code, several in _NOUNS.items() for noun in several}
    return named | nouns


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
