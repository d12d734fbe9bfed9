"""Dates that are told from today: `3 hours ago`, «Сегодня, 18:32», `Bugun, 18:32`. No day can be read from them."""

import re

_LONGEST = 40
"""Characters of such a date; a longer line with one of its words is prose."""

_WORDS = frozenset({
    "ago", "today", "yesterday", "heute", "gestern", "vor", "aujourd'hui", "aujourd’hui", "hier", "hoy", "ayer", "hace",
    "oggi", "ieri", "fa", "hoje", "ontem", "há", "dzisiaj", "dziś", "wczoraj", "temu", "bugün", "dün", "önce",
    "vandaag", "gisteren", "geleden", "idag", "igår", "sedan", "siden", "tänään", "eilen", "sitten", "dnes", "včera",
    "před", "сегодня", "вчера", "назад", "сьогодні", "вчора", "тому", "сёння", "днес", "бүгін", "кеше", "бұрын",
    "бүгүн", "кечээ", "мурун", "bugun", "kecha", "oldin", "бугун", "кеча", "имрӯз", "şu", "düýn", "azi",
})  # fmt: skip
"""One of these stands beside a number."""

_GLUED = re.compile(
    r"\d\s?(?:秒|分|小时|小時|時間|天|日|分钟|分鐘|초|분|시간|일)\s?[前전]|[今昨]天|[今昨]日|오늘|어제"
)


def is_relative(text: str) -> bool:
    """True for a short text that tells a day from today, a number in it."""
    if len(text) > _LONGEST:
        return False
    return not _WORDS.isdisjoint(text.lower().replace(",", " ").split()) or _GLUED.search(text) is not None
