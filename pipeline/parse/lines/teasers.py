"""Where a story breaks off: "Continue reading", «Читать далее», "[…]" and their like in many languages."""

import re
from collections.abc import Mapping

MARKERS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "continue reading", "keep reading", "read more", "read on", "read the full story", "read full story",
        "read the full article", "read full article", "read the rest", "full story", "full article", "more",
        "see more", "view more", "learn more", "read article", "read story", "view article", "view story",
    ),
    "ru": ("читать далее", "читать дальше", "читать полностью", "читать еще", "читать ещё", "подробнее", "далее",
           "продолжение"),
    "uk": ("читати далі", "читати більше", "детальніше", "докладніше"),
    "be": ("чытаць далей", "падрабязней"),
    "bg": ("прочети още", "вижте още", "още"),
    "sr": ("прочитај више", "pročitaj više", "opširnije", "више"),
    "kk": ("толығырақ", "ары қарай оқу", "әрі қарай оқу", "жалғасын оқу"),
    "ky": ("кененирээк", "толугураак", "андан ары окуу", "уландысы"),
    "tg": ("муфассал", "давомаш", "бештар"),
    "uz": ("batafsil", "davomini oʻqish", "davomini o'qish", "to'liq o'qish", "батафсил"),
    "tk": ("dowamyny oka", "giňişleýin"),
    "az": ("ətraflı", "davamını oxu"),
    "tr": ("devamını oku", "devamı", "daha fazla oku", "haberin devamı"),
    "mn": ("дэлгэрэнгүй", "цааш унших"),
    "hy": ("կարդալ ավելին", "ավելին"),
    "ka": ("სრულად", "გაგრძელება", "ვრცლად"),
    "de": ("weiterlesen", "mehr lesen", "mehr", "zum artikel", "artikel lesen", "mehr erfahren"),
    "nl": ("lees meer", "lees verder", "verder lezen", "meer"),
    "sv": ("läs mer", "läs vidare"),
    "no": ("les mer", "les videre"),
    "da": ("læs mere", "læs videre"),
    "fi": ("lue lisää", "jatka lukemista"),
    "et": ("loe edasi", "loe lähemalt"),
    "lv": ("lasīt vairāk", "lasīt tālāk"),
    "lt": ("skaityti daugiau", "skaityti toliau", "plačiau"),
    "fr": ("lire la suite", "lire plus", "en savoir plus", "suite", "lire l'article", "continuer la lecture"),
    "es": ("leer más", "seguir leyendo", "sigue leyendo", "continuar leyendo", "ver más", "leer nota completa"),
    "ca": ("llegir més", "continua llegint"),
    "pt": ("leia mais", "ler mais", "continue lendo", "continuar lendo", "continuar a ler", "saiba mais"),
    "it": ("leggi tutto", "leggi di più", "continua a leggere", "continua", "leggi l'articolo"),
    "ro": ("citește mai mult", "citeşte mai mult", "mai mult", "continuă lectura"),
    "pl": ("czytaj dalej", "czytaj więcej", "więcej"),
    "cs": ("číst dále", "číst více", "celý článek", "více"),
    "sk": ("čítať ďalej", "čítať viac", "viac"),
    "sl": ("preberi več", "več"),
    "hr": ("pročitaj više", "opširnije", "više"),
    "hu": ("tovább olvasom", "tovább", "bővebben"),
    "el": ("διαβάστε περισσότερα", "συνέχεια ανάγνωσης", "περισσότερα"),
    "he": ("קרא עוד", "המשך קריאה", "לכתבה המלאה"),
    "ar": ("اقرأ المزيد", "قراءة المزيد", "المزيد", "أكمل القراءة", "تابع القراءة"),
    "fa": ("ادامه مطلب", "بیشتر بخوانید", "ادامه"),
    "ur": ("مزید پڑھیں",),
    "hi": ("और पढ़ें", "पूरा पढ़ें", "आगे पढ़ें"),
    "bn": ("আরও পড়ুন", "বিস্তারিত"),
    "id": ("baca selengkapnya", "selengkapnya", "baca juga", "lanjutkan membaca"),
    "ms": ("baca lagi", "teruskan membaca"),
    "vi": ("đọc tiếp", "xem thêm", "xem tiếp"),
    "th": ("อ่านต่อ", "อ่านเพิ่มเติม"),
    "zh": ("阅读全文", "阅读更多", "继续阅读", "查看全文", "更多", "详细", "详情", "全文", "詳細",
           "詳情", "閱讀全文", "閱讀更多", "繼續閱讀"),
    "ja": ("続きを読む", "もっと見る", "全文を読む", "詳しく", "詳細"),
    "ko": ("더 보기", "더보기", "자세히 보기", "계속 읽기"),
}  # fmt: skip

_PHRASES = frozenset(phrase.casefold() for phrases in MARKERS.values() for phrase in phrases)
_LONGEST_PHRASE = max(map(len, _PHRASES))
_DECORATION = " \t\u00a0\u200b.…·:|[](){}<>«»‹›“”\"'→←⟶➔➝►▶▸▾▼↓+*–—-"
_QUOTES = "“”„«»\"'‘’"
_ARROWS = " \u00a0→⟶➔➝►▶▸»›>)]"
_ELLIPSIS = re.compile(r"[\[(]?(?:…|\.\.\.)[\])]?$")
_AFTER_A_TEXT = re.compile(r"(?:[.!?…。！？”»\])|–—→]|[\[(])\s{0,3}$")


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
