"""Dates that are told from today: `3 hours ago`, «Сегодня, 18:32», `Bugun, 18:32`. No day can be read from them."""

import re

_LONGEST = 40
"""Characters of such a date; a longer line with one of its words is prose."""

TODAY = frozenset({
    "today", "yesterday", "heute", "gestern", "aujourd'hui", "aujourd’hui", "hier", "hoy", "ayer", "oggi", "ieri",
    "hoje", "ontem", "avui", "ahir", "hoxe", "onte", "gaur", "atzo", "dzisiaj", "dziś", "wczoraj", "bugün", "dün",
    "bu gün", "dünən", "vandaag", "gisteren", "vandag", "gister", "idag", "igår", "tänään", "eilen", "dnes", "včera",
    "danas", "jučer", "juče", "danes", "včeraj", "данас", "јуче", "денес", "вчера", "azi", "tegnap",
    "сегодня", "сьогодні", "вчора", "сёння", "учора", "днес", "бүгін", "кеше", "бүгүн", "кечээ", "bugun", "kecha",
    "бугун", "кеча", "имрӯз", "дирӯз", "düýn", "өнөөдөр", "өчигдөр", "šiandien", "vakar", "šodien", "täna", "eile",
    "σήμερα", "χθες", "sot", "dje", "inniu", "inné", "היום", "אתמול", "اليوم", "أمس", "امروز", "دیروز", "आज", "कल",
    "আজ", "গতকাল", "오늘", "어제", "그제", "今天", "昨天", "今日", "昨日",
    "วันนี้", "เมื่อวาน", "kemarin", "semalam", "kahapon", "დღეს", "გუშინ", "այսօր",
    "երեկ",
})  # fmt: skip
"""Words that name a day by themselves."""

AGO = frozenset({
    "ago", "vor", "hace", "fa", "há", "temu", "önce", "geleden", "gelede", "sedan", "siden", "síðan", "sitten", "před",
    "pred", "prije", "pre", "пре", "пред", "преди", "назад", "тому", "таму", "бұрын", "мурун", "oldin", "олдин", "пеш",
    "şu", "ozal", "əvvəl", "өмнө", "acum", "órája", "perce", "napja", "prieš", "pirms", "tagasi", "πριν", "parë",
    "duela", "לפני", "منذ", "قبل", "پیش", "پہلے", "पहले", "আগে", "ที่แล้ว", "trước", "lalu", "nakalipas", "წინ", "առաջ",
})  # fmt: skip
"""Words that stand beside a number and its unit."""

_IN_PLACE = re.compile(
    r"\d\s?(?:秒|分|小时|小時|時間|天|日|分钟|分鐘|초|분|시간|일)\s?[前전]|[今昨]天|[今昨]日|오늘|어제"
    r"|(?<!\w)(?:il y a|kwa saa) \d",
    re.IGNORECASE,
)


def is_relative(text: str) -> bool:
    """True for a short text that names a day by itself, or tells one by a number from today."""
    if len(text) > _LONGEST:
        return False
    words = text.lower().replace(",", " ").split()
    if not TODAY.isdisjoint(words):
        return True
    if not AGO.isdisjoint(words) and any(map(str.isdigit, text)):
        return True
    return _IN_PLACE.search(text) is not None
