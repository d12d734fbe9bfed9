"""Boxes beside the stories, known by what stands above them: "Most read", «Популярное», "Related stories"."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.listing.titles import HEADINGS

LABELS: Mapping[str, tuple[str, ...]] = {
    "en": ("most read", "most popular", "most viewed", "most commented", "popular", "popular posts", "popular stories",
           "popular news", "popular articles", "trending", "trending now", "trending stories", "related",
           "related stories", "related articles", "related posts", "related news", "related content", "recommended",
           "recommended for you", "you may also like", "you might also like", "read also", "see also", "read next",
           "up next", "more from", "more stories", "more on this story", "editors picks", "editor s picks",
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
    "ar": ("الأكثر قراءة", "اقرأ أيضا", "مواضيع ذات صلة"),
    "fa": ("پربازدیدترین", "مطالب مرتبط"),
    "zh": ("热门", "热门文章", "相关阅读", "相关新闻", "推荐阅读", "熱門", "相關新聞"),
}  # fmt: skip

_LABELS = frozenset(label for labels in LABELS.values() for label in labels)
_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST = 45
_AROUND = " \t\r\n:…"
_SEVERAL, _MOST_LINKS = 3, 30
_NEVER = frozenset({"html", "body", "main"})


def is_side_label(text: str) -> bool:
    """True where `text` names a box that stands beside a page's stories."""
    return len(text) <= _LONGEST and _NOT_WORD.sub(" ", text.casefold()).strip() in _LABELS


def side_boxes(root: Element) -> Iterator[Element]:
    """The smallest element around each such label that holds more than the label."""
    for heading in root.iter(*HEADINGS[1:]):
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
