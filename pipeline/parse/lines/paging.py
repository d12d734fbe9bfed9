"""Lines that lead to the other pages of a listing: "Viewing results 691 - 696 of 1505", "« Older posts"."""

import re
from collections.abc import Mapping

from pipeline.parse.alternatives import any_of
from pipeline.parse.dates.months import NUMBER_OR_WORD

WORDS: Mapping[str, str] = {
    "en": "viewing showing displaying results result page pages of to next previous prev older newer post posts"
          " entries stories articles news items first last load more show all go back a total from found for matching"
          " matches hits about",
    "ru": "показаны показано результаты результатов страница страницы стр из по следующая предыдущая вперед"
          " вперёд назад далее дальше ранее раньше новые старые записи новости первая последняя еще ещё"
          " загрузить показать начало конец пред след предыдущие следующие последние найдено материалов материала"
          " результата запросу всего новостей записей",
    "uk": "сторінка сторінки з наступна попередня вперед назад далі завантажити ще новини",
    "kk": "бет беті беттің бетінен беттен келесі алдыңғы артқа нәтиже тағы көрсету барлығы жалпы ішінен",
    "ky": "бет беттин бети барак барактын барагы кийинки мурунку артка дагы жыйынтык баары бардыгы жалпы ичинен",
    "uz": "sahifa sahifadan sahifalar sahifasi keyingi oldingi yana natija natijalar jami ta dan gacha"
          " саҳифа кейинги олдинги жами",
    "tg": "саҳифа саҳифаи баъдӣ қаблӣ аз",
    "tr": "gösteriliyor arası için sonuçlar sayfa sonraki önceki ileri geri sonuç toplam daha fazla yükle",
    "de": "treffer für anzeige ergebnis"
          " seite seiten von nächste vorherige weiter zurück ältere neuere beiträge ergebnisse bis erste letzte"
          " mehr laden meldungen nachrichten",
    "fr": "affichage pour résultat"
          " page pages sur de suivant suivante précédent précédente articles anciens récents résultats à"
          " première dernière charger plus",
    "es": "página páginas de siguiente anterior entradas antiguas recientes resultados primera última cargar más"
          " mostrando para del al",
    "pt": "mostrando exibindo página páginas próxima anterior seguinte resultados de carregar mais",
    "it": "mostrati per pagina pagine di successiva precedente successivo risultati prossima carica altri",
    "nl": "pagina van volgende vorige resultaten oudere nieuwere berichten meer laden",
    "pl": "strona z następna poprzednia starsze nowsze wpisy wyniki więcej",
    "cs": "strana stránka z další předchozí starší novější výsledky",
    "sv": "sida av nästa föregående äldre nyare inlägg",
    "da": "side sider af næste forrige ældre nyere indlæg flere vis resultater",
    "no": "side sider av neste forrige eldre nyere innlegg flere vis resultater",
    "fi": "sivu sivut seuraava edellinen vanhemmat uudemmat näytä lisää tulokset",
    "is": "síða næsta fyrri eldri nýrri", "et": "lehekülg järgmine eelmine vanemad uuemad kuva rohkem",
    "lv": "lapa no nākamā iepriekšējā vecāki jaunāki rādīt vairāk",
    "lt": "puslapis iš kitas ankstesnis senesni naujesni daugiau",
    "sk": "strana stránka z ďalšia predchádzajúca staršie novšie výsledky",
    "ro": "pagina din următoarea următorul anterioara anterior articole mai vechi noi",
    "hu": "oldal következő előző régebbi újabb bejegyzések találatok",
    "bg": "страница от следваща предишна напред назад по стари нови публикации",
    "sr": "страна страница од следећа претходна старије новије strana stranica od sledeća prethodna starije novije",
    "hr": "stranica od sljedeća prethodna starije novije objave",
    "sl": "stran od naslednja prejšnja starejše novejše",
    "mk": "страница од следна претходна постари понови",
    "el": "σελίδα από επόμενη προηγούμενη παλαιότερα νεότερα άρθρα",
    "ka": "გვერდი შემდეგი წინა", "hy": "էջ հաջորդ նախորդ",
    "az": "səhifə növbəti əvvəlki",
    "be": "старонка з наступная папярэдняя", "tk": "sahypa indiki öňki", "he": "עמוד מתוך הבא הקודם",
    "bn": "পৃষ্ঠা পরবর্তী পূর্ববর্তী", "th": "หน้า ถัดไป ก่อนหน้า", "ms": "halaman daripada seterusnya sebelumnya",
    "ca": "pàgina de següent anterior", "sw": "ukurasa wa inayofuata iliyotangulia",
    "ar": "صفحة من التالي السابق التالية السابقة",
    "fa": "صفحه از بعدی قبلی",
    "hi": "पृष्ठ अगला पिछला",
    "id": "halaman dari selanjutnya berikutnya sebelumnya muat",
    "vi": "trang sau trước tiếp",
    "zh": "页 下一页 上一页 下页 上页 第 共 条 记录 首页 末页 尾页 当前 頁 下一頁 上一頁 筆",
    "ja": "ページ 次へ 前へ 次のページ 前のページ 件 中 を表示 全",
    "ko": "페이지 다음 이전 전체 총 건 개 중 약",
}  # fmt: skip

_WORDS = frozenset(word for words in WORDS.values() for word in words.split())
_UNPARTED = re.compile(f"(?:{any_of([*WORDS['zh'].split(), *WORDS['ja'].split()])})+")
"""Words of languages that put nothing between them."""
_DATE = re.compile(r"\W?\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[\s,]{1,3}\d\d?[:.]\d\d(?::\d\d)?)?\W?")
_PAGE_NUMBER = re.compile(r"([-–—]) ?\d{1,4} ?\1")
"""What stands at the foot of a printed page, `- 3 -`."""
_LONGEST_LINE = 160

_SOUGHT = re.compile(r"(?<=[^\W\d_]\s)[\"“”„«'‘’][^\"“”„«»\d]{1,80}[\"“”»'’]")
"""What was looked for: `Results 1–5 of 320 for "bridge"`."""


def is_paging(text: str) -> bool:
    """True where every word of `text` is a number or belongs to the vocabulary of paging.

    A lone word ("News", "All") is a label rather than paging, unless it comes with an arrow.
    """
    if len(text) > _LONGEST_LINE:
        return False
    if _PAGE_NUMBER.fullmatch(text):
        return True
    if _DATE.fullmatch(text):
        return False
    tokens = NUMBER_OR_WORD.findall(_SOUGHT.sub("", text).casefold())
    numbers = sum(token.isdigit() for token in tokens)
    if not all(token.isdigit() or token in _WORDS or _UNPARTED.fullmatch(token) for token in tokens):
        return False
    words = len(tokens) - numbers
    pointed = any(arrow in text for arrow in "«»‹›←→<>")
    return numbers > 2 or (words > 0 and (pointed or numbers + words > 1))
