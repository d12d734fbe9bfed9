"""Boxes beside the stories, known by what stands above them: "Most read", «Популярное», "Related stories"."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.parse.alternatives import phrases_of
from pipeline.parse.body.words.phrases import HEADS_OF_BOXES, READ_ALSO
from pipeline.parse.html_tree import SUBHEADINGS, Element, text_of

_LABELS_OF_LISTS = phrases_of("""
    most popular | most viewed | most commented | popular | popular posts | popular stories | popular articles
    trending now | trending stories | related | related content | recommended for you | read also | see also
    more on this story | editors picks | recent comments | latest comments | follow us | newsletter
    subscribe | share | share this | advertisement | must read | don't miss | whats hot | популярные
    самое популярное | читаемое | читайте ещё | читайте еще | материалы по теме | похожие материалы
    рекомендуем | вам может быть интересно | топ новостей | топ за неделю | подпишитесь | поделиться | реклама
    выбор редакции | популярне | найпопулярніше | за темою | көп оқылған | ең көп оқылған | танымал
    тағы оқыңыз | оқи отырыңыз | көп окулган | эң көп окулган | популярдуу | дагы окуңуз | окшош жаңылыктар
    ko'p o'qilgan | mashhur | mavzuga oid | кўп ўқилган | маъмул | бештар хондашуда | инчунин хонед
    çok okunanlar | en çok okunanlar | benzer haberler | meist gelesen | beliebt
    das könnte sie auch interessieren | verwandte artikel | empfohlen | neueste kommentare | le plus lu
    lo más visto | relacionados | mais lidos | relacionadas | comentários | più letti | leggi anche | commenti
    gerelateerd | najczęściej czytane | najpopularniejsze | przeczytaj także | čtěte také | mest lästa
    läs även | läs också | relaterat | mest læste | mest leste | lue myös | suosituimmat | mest lesið
    loetuimad | loe ka | lasītākie | lasi arī | skaitomiausi | populiariausi | najčítanejšie | čítajte aj
    cele mai citite | cele mai populare | legolvasottabb | legolvasottabbak | ajánló | най четени | най четено
    най популярни | најчитаније | најчитаније вести | pročitajte još | pročitajte i | najbolj brano
    najbranejše | preberite tudi | τα πιο δημοφιλή | ən çox oxunanlar | çox oxunanlar | папулярнае
    köp okalan | meňzeş habarlar | הנקראות ביותר | הכי נקראות | アクセスランキング | ランキング
    あわせて読みたい | 인기 기사 | 추천 기사 | सबसे ज्यादा पढ़े गए | সর্বাধিক পঠিত | مزید پڑھیں | مقبول ترین
    ข่าวยอดนิยม | đọc nhiều | xem nhiều | terpopuler | baca juga | paling popular | zinazosomwa zaidi
    el més llegit | پربازدیدترین | 热门 | 热门文章 | 熱門 | 相關新聞
""")
"""What stands above boxes beside a list of stories, and may be the name of a part of a story."""

_NOT_WORD = re.compile(r"[\W_]+")


def _words(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold()).strip()


_LABELS = frozenset(map(_words, (*READ_ALSO, *HEADS_OF_BOXES, *_LABELS_OF_LISTS)))
_LONGEST = 45
_SEVERAL, _MOST_LINKS = 3, 30
_NEVER = frozenset({"html", "body", "main"})


def is_side_label(text: str) -> bool:
    """True where `text` names a box that stands beside a page's stories."""
    return len(text) <= _LONGEST and _words(text) in _LABELS


def side_boxes(root: Element) -> Iterator[Element]:
    """The smallest element around each such label that holds more than the label."""
    for heading in root.iter(*SUBHEADINGS):
        if is_side_label(text_of(heading)) and (box := _box_of(heading)) is not None:
            yield box
    for box in dict.fromkeys(map(_box_of, _labels(root))):
        if box is not None and _leads_to_several(box):
            yield box


def _labels(root: Element) -> Iterator[Element]:
    """What opens a box with such words and is no heading."""
    for label in root.iter("div", "p", "span", "strong", "b"):
        if label.text and is_side_label(label.text) and label.getprevious() is None:
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
    first = next(iter(box), None)  # to count them takes long in a long box, and it may have many labels
    if first is None or first.getnext() is not None:
        return False
    return not (box.text or "").strip() and not (first.tail or "").strip()
