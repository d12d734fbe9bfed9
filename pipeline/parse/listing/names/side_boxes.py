"""Boxes beside the stories, known by what stands above them: "Most read", «Популярное», "Related stories"."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pipeline.parse.html_tree import HEADINGS, Element, text_of

LABELS: Mapping[str, tuple[str, ...]] = {
    "en": ("most read", "most popular", "most viewed", "most commented", "popular", "popular posts",
           "popular stories", "popular news", "popular articles", "trending", "trending now", "trending stories",
           "related", "related stories", "related articles", "related posts", "related news", "related content",
           "recommended", "recommended for you", "you may also like", "you might also like", "read also", "see also",
           "read next", "up next", "more from", "more stories", "more on this story", "editors picks", "editor s picks",
           "recent posts", "recent comments", "latest comments", "comments", "tags", "follow us", "newsletter",
           "subscribe", "share", "share this", "advertisement", "must read", "don t miss", "whats hot", "top stories"),
    "ru": ("популярное", "популярные", "самое популярное", "самое читаемое", "читаемое", "читайте также",
           "читайте ещё", "читайте еще", "по теме", "материалы по теме", "новости по теме", "похожие новости",
           "похожие материалы", "рекомендуем", "вам может быть интересно", "комментарии", "топ новостей",
           "топ за неделю", "подпишитесь", "поделиться", "реклама", "выбор редакции"),
    "uk": ("популярне", "читайте також", "найпопулярніше", "за темою", "коментарі"),
    "kk": ("көп оқылған", "ең көп оқылған", "танымал", "тағы оқыңыз", "оқи отырыңыз", "ұқсас жаңалықтар"),
    "ky": ("көп окулган", "эң көп окулган", "популярдуу", "дагы окуңуз", "окшош жаңылыктар"),
    "uz": ("ko p o qilgan", "mashhur", "mavzuga oid", "кўп ўқилган", "мавзуга оид"),
    "tg": ("маъмул", "бештар хондашуда", "инчунин хонед"),
    "tr": ("çok okunanlar", "en çok okunanlar", "ilgili haberler", "benzer haberler"),
    "de": ("meistgelesen", "meist gelesen", "beliebt", "das könnte sie auch interessieren", "mehr zum thema",
           "lesen sie auch", "verwandte artikel", "empfohlen", "neueste kommentare", "kommentare"),
    "fr": ("les plus lus", "le plus lu", "à lire aussi", "sur le même sujet", "articles liés", "commentaires"),
    "es": ("lo más leído", "lo más visto", "te puede interesar", "noticias relacionadas", "relacionados",
           "comentarios"),
    "pt": ("mais lidas", "mais lidos", "leia também", "relacionadas", "relacionados", "comentários"),
    "it": ("i più letti", "più letti", "leggi anche", "articoli correlati", "commenti"),
    "nl": ("meest gelezen", "lees ook", "gerelateerd", "reacties"),
    "pl": ("najczęściej czytane", "najpopularniejsze", "zobacz także", "przeczytaj także", "komentarze"),
    "cs": ("nejčtenější", "čtěte také", "související"),
    "sv": ("mest läst", "mest lästa", "läs även", "läs också", "relaterat", "relaterade artiklar", "senaste nytt"),
    "da": ("mest læst", "mest læste", "læs også", "relaterede artikler", "seneste nyt"),
    "no": ("mest lest", "mest leste", "les også", "relaterte saker", "relaterte artikler", "siste nytt"),
    "fi": ("luetuimmat", "lue myös", "lisää aiheesta", "suosituimmat"),
    "is": ("mest lesið", "tengdar fréttir"),
    "et": ("loetuimad", "loe ka", "loe lisaks", "seotud lood"),
    "lv": ("lasītākie", "lasi arī", "saistītie raksti"),
    "lt": ("skaitomiausi", "populiariausi", "taip pat skaitykite", "susiję straipsniai"),
    "sk": ("najčítanejšie", "čítajte aj", "súvisiace články"),
    "ro": ("cele mai citite", "cele mai populare", "citește și", "articole similare", "comentarii"),
    "hu": ("legolvasottabb", "legolvasottabbak", "kapcsolódó cikkek", "ajánló", "hozzászólások"),
    "bg": ("най четени", "най четено", "най популярни", "още по темата", "свързани новини", "коментари"),
    "sr": ("најчитаније", "најчитаније вести", "повезане вести", "najčitanije", "povezane vesti", "pročitajte još"),
    "hr": ("najčitanije", "povezane vijesti", "vezane vijesti", "pročitajte i", "komentari"),
    "sl": ("najbolj brano", "najbranejše", "preberite tudi", "sorodne novice"),
    "mk": ("најчитано", "поврзани вести"),
    "el": ("δημοφιλή", "τα πιο δημοφιλή", "διαβάστε επίσης", "διαβάστε ακόμη", "σχετικά άρθρα", "σχόλια"),
    "az": ("ən çox oxunanlar", "çox oxunanlar", "oxşar xəbərlər"),
    "be": ("чытайце таксама", "папулярнае"),
    "tk": ("köp okalan", "meňzeş habarlar"),
    "he": ("הנקראות ביותר", "הכי נקראות", "קראו גם", "כתבות נוספות", "תגובות"),
    "ja": ("関連記事", "人気記事", "アクセスランキング", "ランキング", "おすすめ記事", "あわせて読みたい"),
    "ko": ("관련기사", "관련 기사", "많이 본 뉴스", "인기 기사", "추천 기사"),
    "hi": ("सबसे ज्यादा पढ़े गए", "ये भी पढ़ें", "संबंधित खबरें"),
    "bn": ("সর্বাধিক পঠিত", "আরও পড়ুন"),
    "ur": ("مزید پڑھیں", "مقبول ترین"),
    "th": ("ข่าวยอดนิยม", "ข่าวที่เกี่ยวข้อง"),
    "vi": ("đọc nhiều", "tin liên quan", "xem nhiều", "bình luận"),
    "id": ("terpopuler", "berita terkait", "artikel terkait", "baca juga"),
    "ms": ("paling popular", "berita berkaitan"),
    "sw": ("zinazosomwa zaidi", "habari zinazohusiana"),
    "ca": ("el més llegit", "notícies relacionades"),
    "ar": ("الأكثر قراءة", "اقرأ أيضا", "مواضيع ذات صلة"),
    "fa": ("پربازدیدترین", "مطالب مرتبط"),
    "zh": ("热门", "热门文章", "相关阅读", "相关新闻", "推荐阅读", "熱門", "相關新聞"),
}  # fmt: skip

_NOT_WORD = re.compile(r"[\W_]+")


def _words(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold()).strip()


_LABELS = frozenset(_words(label) for labels in LABELS.values() for label in labels)
_LONGEST = 45
_AROUND = " \t\r\n:…"
_SEVERAL, _MOST_LINKS = 3, 30
_NEVER = frozenset({"html", "body", "main"})


def is_side_label(text: str) -> bool:
    """True where `text` names a box that stands beside a page's stories."""
    return len(text) <= _LONGEST and _words(text) in _LABELS


def side_boxes(root: Element) -> Iterator[Element]:
    """The smallest element around each such label that holds more than the label."""
    for heading in root.iter(*HEADINGS - {"h1"}):
        if is_side_label(text_of(heading)) and (box := _box_of(heading)) is not None:
            yield box
    for box in dict.fromkeys(map(_box_of, _labels(root))):
        if box is not None and _leads_to_several(box):
            yield box


def _labels(root: Element) -> Iterator[Element]:
    """What opens a box with such words and is no heading."""
    for label in root.iter("div", "p", "span", "strong", "b"):
        text = label.text
        if not text or len(text) > _LONGEST or text.strip(_AROUND).casefold() not in _LABELS:
            continue
        if label.getprevious() is None:
            yield label


def _box_of(label: Element) -> Element | None:
    box = label.getparent()
    while box is not None and box.tag not in _NEVER and _holds_one_element(box):
        box = box.getparent()
    return None if box is None or box.tag in _NEVER else box


def _leads_to_several(box: Element) -> bool:
    """Whether a box leads to more than one story: a label without a heading may stand in one that is a story."""
    links = islice((link.get("href") for link in box.iter("a")), _MOST_LINKS)
    return len({href for href in links if href}) >= _SEVERAL


def _holds_one_element(box: Element) -> bool:
    first = next(
        iter(box), None
    )  # to count them would take long in a long box, and there may be many labels in it
    if first is None or first.getnext() is not None:
        return False
    return not (box.text or "").strip() and not (first.tail or "").strip()
