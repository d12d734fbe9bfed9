"""Dates that are told from today: `3 hours ago`, «Сегодня, 18:32», `Bugun, 18:32`. No day can be read from them."""

import re

_LONGEST = 40
"""Characters of such a date; a longer line with one of its words is prose."""

TODAY = frozenset({
    "today", "yesterday", "heute", "gestern", "aujourd'hui", "aujourd’hui", "hier", "hoy", "ayer", "oggi", "ieri",
    "hoje", "ontem", "dzisiaj", "dziś", "wczoraj", "bugün", "dün", "vandaag", "gisteren", "idag", "igår", "tänään",
    "eilen", "dnes", "včera", "сегодня", "вчера", "сьогодні", "вчора", "сёння", "днес", "бүгін", "кеше", "бүгүн",
    "кечээ", "bugun", "kecha", "бугун", "кеча", "имрӯз", "дирӯз", "düýn", "azi",
})  # fmt: skip
"""Words that name a day by themselves."""

AGO = frozenset({
    "ago", "vor", "hace", "fa", "há", "temu", "önce", "geleden", "sedan", "siden", "sitten", "před", "назад", "тому",
    "бұрын", "мурун", "oldin", "олдин", "пеш", "şu",
})  # fmt: skip
"""Words that stand beside a number and its unit."""

_WORDS = TODAY | AGO

_GLUED = re.compile(
    r"\d\s?(?:秒|分|小时|小時|時間|天|日|分钟|分鐘|초|분|시간|일)\s?[前전]|[今昨]天|[今昨]日|오늘|어제"
)


def is_relative(text: str) -> bool:
    """True for a short text that tells a day from today, a number in it."""
    if len(text) > _LONGEST:
        return False
    return not _WORDS.isdisjoint(text.lower().replace(",", " ").split()) or _GLUED.search(text) is not None
