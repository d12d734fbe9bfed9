"""Where a story breaks off: "Continue reading", «Читать далее», "[…]" and their like in many languages."""

import re
from collections.abc import Mapping

from pipeline.parse.alternatives import any_of

REST: Mapping[str, tuple[str, ...]] = {
    "en": ("continue reading", "keep reading", "read more", "read on", "read the full story",
           "read full story", "read the full article", "read full article", "read the rest",
           "read the whole story", "read the whole article", "read the entire story",
           "read the entire article"),
    "ru": ("читать далее", "читать дальше", "читать полностью"),
    "uk": ("читати далі", "читати більше", "читати повністю"), "be": ("чытаць далей",), "bg": ("прочети още",),
    "sr": ("прочитај више", "pročitaj više"),
    "kk": ("ары қарай оқу", "әрі қарай оқу", "жалғасын оқу", "толығырақ оқу"),
    "ky": ("андан ары окуу", "толугу менен"), "tg": ("муфассал", "идомаи матн"),
    "uz": ("batafsil", "davomini oʻqish", "davomini o'qish", "to'liq o'qish", "батафсил", "davomini o‘qish",
           "davomini o’qish", "davomini oqish", "toʻliq oʻqish", "to‘liq o‘qish", "to’liq o’qish"),
    "tk": ("dowamyny oka", "giňişleýin"), "az": ("davamını oxu",), "tr": ("devamını oku", "haberin devamı"),
    "mn": ("цааш унших",),
    "de": ("weiterlesen", "jetzt weiterlesen", "hier weiterlesen", "artikel weiterlesen"),
    "nl": ("lees meer", "lees verder", "verder lezen"),
    "sv": ("läs mer", "läs vidare", "läs hela artikeln", "fortsätt läsa"),
    "no": ("les mer", "les videre", "les hele saken", "fortsett å lese"),
    "da": ("læs mere", "læs videre", "læs hele artiklen"),
    "fi": ("jatka lukemista", "lue koko juttu", "lue koko artikkeli"), "et": ("loe edasi",),
    "lv": ("lasīt tālāk",), "lt": ("skaityti toliau",), "fr": ("lire la suite", "continuer la lecture"),
    "es": ("leer más", "seguir leyendo", "continuar leyendo", "leer nota completa"),
    "ca": ("continua llegint",), "pt": ("ler mais", "continue lendo", "continuar lendo", "continuar a ler"),
    "it": ("leggi tutto", "continua a leggere"), "ro": ("continuă lectura", "citește mai departe"),
    "pl": ("czytaj dalej",), "cs": ("číst dále", "číst dál", "pokračovat ve čtení"), "sk": ("čítať ďalej",),
    "sl": ("preberi več",), "hr": ("pročitaj više", "pročitajte više", "nastavi čitati"),
    "hu": ("tovább olvasom", "olvass tovább"), "el": ("συνέχεια ανάγνωσης",), "he": ("המשך קריאה",),
    "ar": ("أكمل القراءة", "تابع القراءة", "لقراءة المزيد"), "fa": ("ادامه مطلب",),
    "hi": ("पूरा पढ़ें", "आगे पढ़ें"), "bn": ("আরও পড়ুন",), "id": ("baca selengkapnya", "lanjutkan membaca"),
    "ms": ("teruskan membaca",), "vi": ("đọc tiếp", "xem tiếp"), "th": ("อ่านต่อ",),
    "zh": ("阅读全文", "继续阅读", "查看全文", "閱讀全文", "繼續閱讀", "展开全文"), "ja": ("続きを読む", "全文を読む"),
    "ko": ("계속 읽기", "전체 기사 보기", "기사 더보기"), "mk": ("прочитај повеќе",),
}  # fmt: skip
"""What leads to the rest of a text, whoever says it."""

MORE: Mapping[str, tuple[str, ...]] = {
    "en": ("full story", "full article", "more", "see more", "view more", "learn more", "read article",
           "read story", "view article", "view story"),
    "ru": ("читать еще", "читать ещё", "подробнее", "далее", "продолжение"), "uk": ("детальніше", "докладніше"),
    "be": ("падрабязней",), "bg": ("вижте още", "още"), "sr": ("opširnije", "више"), "kk": ("толығырақ",),
    "ky": ("кененирээк", "толугураак", "уландысы"), "tg": ("давомаш", "бештар"), "az": ("ətraflı",),
    "tr": ("devamı", "daha fazla oku"), "mn": ("дэлгэрэнгүй",), "hy": ("կարդալ ավելին", "ավելին"),
    "ka": ("სრულად", "გაგრძელება", "ვრცლად"),
    "de": ("mehr lesen", "mehr", "zum artikel", "artikel lesen", "mehr erfahren", "mehr anzeigen",
           "weitere informationen"), "nl": ("meer",),
    "fi": ("lue lisää",), "et": ("loe lähemalt",), "lv": ("lasīt vairāk",),
    "lt": ("skaityti daugiau", "plačiau"),
    "fr": ("lire plus", "en savoir plus", "plus d'informations", "suite", "lire l'article"),
    "es": ("sigue leyendo", "ver más", "más información"),
    "ca": ("llegir més",), "pt": ("leia mais", "saiba mais", "mais informações"),
    "it": ("leggi di più", "continua", "altro", "leggi l'articolo"),
    "ro": ("citește mai mult", "citeşte mai mult", "mai mult"), "pl": ("czytaj więcej", "więcej"),
    "cs": ("číst více", "celý článek", "více"), "sk": ("čítať viac", "viac"), "sl": ("več",),
    "hr": ("opširnije", "više"), "hu": ("tovább", "bővebben"), "el": ("διαβάστε περισσότερα", "περισσότερα"),
    "he": ("קרא עוד", "לכתבה המלאה"), "ar": ("اقرأ المزيد", "قراءة المزيد", "المزيد"),
    "fa": ("بیشتر بخوانید", "ادامه"), "ur": ("مزید پڑھیں",), "hi": ("और पढ़ें",), "bn": ("বিস্তারিত",),
    "id": ("selengkapnya", "baca juga"), "ms": ("baca lagi",), "vi": ("xem thêm",), "th": ("อ่านเพิ่มเติม",),
    "zh": ("阅读更多", "更多", "详细", "详情", "全文", "詳細", "詳情", "閱讀更多"),
    "ja": ("もっと見る", "詳しく", "詳細"),
    "ko": ("더 보기", "더보기", "자세히 보기"),
}  # fmt: skip
"""What leads to the rest of a teaser on a listing; below a story it leads to others."""

_PHRASES = frozenset(phrase.casefold() for phrases in (*REST.values(), *MORE.values()) for phrase in phrases)
_LONGEST_PHRASE = max(map(len, _PHRASES))
_DECORATION = " \t\u00a0\u200b.…·:|[](){}<>«»‹›“”\"'→←⟶➔➝►▶▸▾▼↓+*–—-"
_QUOTES = "“”„«»\"'‘’"
_ARROWS = " \u00a0→⟶➔➝►▶▸»›>)]"
_ELLIPSIS = re.compile(r"[\[(]?(?:…|\.\.\.)[\])]?$")
_AFTER_A_TEXT = re.compile(r"(?:[.!?…。！？”»\])|–—→]|[\[(])\s{0,3}$")
_LONGEST_LINE = 160
_LEADS_TO_REST = re.compile(
    rf"\W{{0,4}}(?:{any_of({phrase for phrases in REST.values() for phrase in phrases})})(?!\s?[:：])\W{{0,6}}$",
    re.IGNORECASE,
)


def leads_to_rest(text: str) -> bool:
    """True for a line below a story that is nothing but the way to the rest of it."""
    return len(text) <= _LONGEST_LINE and _LEADS_TO_REST.match(text) is not None


def is_marker(text: str) -> bool:
    """True where `text` says nothing but that the story goes on elsewhere."""
    return len(text) <= _LONGEST_PHRASE + 20 and text.strip(_DECORATION).casefold() in _PHRASES


def opens_with_marker(text: str, title: str) -> bool:
    """True for a marker, and for one that repeats the headline: `Continue reading "Snow closes the pass"`."""
    if is_marker(text):
        return True
    line = text[: _LONGEST_PHRASE + 20].lstrip(_DECORATION).casefold()
    start = title.casefold()[:20]
    return len(text) < len(title) + 80 and bool(start) and start in text.casefold() and line.startswith(_LONG)


_LONG = tuple(phrase for phrase in _PHRASES if " " in phrase or len(phrase) > 8)


def without_marker(text: str, title: str = "") -> tuple[str, bool]:
    """`text` without the marker at its end, and whether there was one; it may repeat the headline `title`.

    A phrase counts only behind a sentence's end: "he told them to read more" breaks nothing off.
    """
    if is_marker(text):
        return "", True
    named = _without_headline(text, title)
    rest = _without_phrase(named)
    rest = text if rest == named else rest
    bare = rest.rstrip(_ARROWS) if rest != text else rest.rstrip()
    cut = _ELLIPSIS.sub("", bare[-5:])
    if len(cut) < len(bare[-5:]):
        return (bare[:-5] + cut).rstrip(), True
    return (rest.rstrip(" \u00a0[(|–—→"), True) if rest != text else (text, False)


def _without_headline(text: str, title: str) -> str:
    """`text` up to the marker in it, where that goes on with the headline: `Read more about Snow closes the pass`."""
    bare = text.rstrip(_ARROWS + _QUOTES)
    if not title or not bare.endswith(title):
        return text
    before = bare[: -len(title)].rstrip(_ARROWS + _QUOTES + ":")
    if before.casefold().endswith(_LONG):
        return before
    phrase, _, about = before.rpartition(" ")
    return phrase if about.isalpha() and phrase.casefold().endswith(_LONG) else text


def _without_phrase(text: str) -> str:
    tail_start = max(0, len(text) - _LONGEST_PHRASE - 20)
    tail = text[tail_start:].rstrip(_ARROWS + ".…:")
    for size in range(min(len(tail), _LONGEST_PHRASE), 3, -1):
        before = text[: tail_start + len(tail) - size]
        if tail[-size:].casefold() in _PHRASES and _AFTER_A_TEXT.search(before[-6:]):
            return before.rstrip(" \u00a0|–—→")
    return text
