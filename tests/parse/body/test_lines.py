"""find_body: lines of the house in the words of many papers, and lines of stories that resemble them."""

import pytest

from tests.parse.body.test_furniture import FIRST, FOURTH, SECOND, TEXTS, THIRD, body, edges, texts


@pytest.mark.parametrize(
    "line",
    [
        "Story continues after photo gallery",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Scroll down for video",
        "View this post on Instagram",
        "Click to play video",
        "Make us preferred on Google",
        "Don’t have time to read?",
        "Im Video: Sturm am Fluss",
        "An dieser Stelle finden Sie einen externen Inhalt von Twitter, der den Artikel ergänzt.",
        "Ce contenu est bloqué car vous n’avez pas accepté les traceurs.",
        "L’article continue ci-dessous",
        "Seguí leyendo:",
        "Mirá también",
        "MORE NEWS",
        "Dalszy ciąg artykułu pod reklamą",
        "【関連記事】<a href=/1>沿岸で大規模停電</a>",
        "[관련기사] <a href=/1>해안 대규모 정전</a>",
        "上一篇：<a href=/1>气动硬密封蝶阀</a>",
        "다음글: <a href=/1>교량 공사 안내</a>",
        "（图片来源：视觉中国）",
        "Сурет: әкімдік баспасөз қызметі",
        "Article continues below this advertisement",
        "Der Artikel wird nach der Anzeige fortgesetzt",
        "Lees verder onder de advertentie",
        "相关报道：<a href=/1>沿岸大规模停电</a>",
        "+++ Alle Meldungen im <a href=/live>Newsblog</a> +++",
        "The old bridge as it was. Photo T. Fenn",
        "Le vieux pont. Photo d’illustration Tilda Fenn",
        "ÖNERİLEN HABER",
        "Tekst gaat verder onder de video.",
        "De tekst loopt door onder de afbeelding",
        "좋아요 12",
        "HABERİN DEVAMI AŞAĞIDA",
        "Bilderstrecke",
        "Galeria zdjęć",
        "Add the Valley Post as a preferred source",
        "Saken oppdateres.",
        "※本記事はプロモーションを含みます。",
        "이 글은 쇼핑 파트너스 활동의 일환으로 일정액의 수수료를 제공받습니다.",
        "Login or Subscribe to participate in polls.",
        "Why you can trust Valley Tests",
        "Our testers walk each bridge twice. Find out how we test.",
        "Thanks to our sponsor Harbor Rope, who make lines that hold.",
        "Abonniere den Whatsapp-Kanal, und du bekommst regelmässig Updates aus dem Tal.",
        "Laporan Wartawan Warga Lembah, Dwi Lestari",
    ],
)
def test_a_line_amid_the_story_that_leads_elsewhere_is_no_text(line: str) -> None:
    assert texts(f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "Enjoyed this article? Share it with your friends!",
        "Read the original article on <a href=/x>Valley Insider</a>",
        "This article was originally published on Valley Post: A bridge",
        "The post <a href=/x>A bridge</a> appeared first on <a href=/>Valley Post</a>.",
        "The agency is solely responsible for all content.",
        "This article is republished under a Creative Commons license.",
        "Not a subscriber? Join today for $1.",
        "More from Valley Post",
        "Editor : M.L.",
        "SOURCE Valley Bridges</p><h3>More views of your release with <a href=/x>a demo</a></h3><p>",
        "Follow Valley Post on Google News",
        "Dieser Artikel stammt aus dem Archiv der Talzeitung.",
        "(Mit Material von dpa)",
        "Dieser Artikel wurde mit maschineller Unterstützung erstellt und von der Redaktion geprüft.",
        "Vous avez apprécié cet article ? Partagez-le !",
        "Pour ne rien manquer, inscrivez-vous à notre newsletter.",
        "Sigue a El Valle en Google News",
        "Redacción web",
        "Сообщи о новости: +7 777 000 00 00",
        "Слідкуйте за нами у Facebook та Telegram",
        "Podoba Ci się artykuł? Podziel się nim ze znajomymi.",
        "Bu habere tepkiniz ne oldu?",
        "Kövesse az oldalunkat a Facebookon is!",
        "Mời độc giả theo dõi trên Zalo",
        "返回搜狐，查看更多",
        "If you like what you read, please consider a donation.",
        "Contact the newsroom at news@valley.example",
        "The views expressed do not necessarily reflect those of this paper.",
        "Para más noticias, síguenos en Facebook",
        "Masz dla nas temat? Napisz do nas!",
        "Читайте больше новостей в нашем Telegram-канале",
        "Оцените статью",
        "Қате тапсаңыз, Ctrl+Enter басыңыз",
        "Edited by: Anna Lake",
        "Editor: Slamet Riyadi",
        "（小林）",
        "撰稿 | 林一舟",
        "소안도=박서연 기자 seoyeon@valley.example",
        "/박서연 기자 seoyeon@valley.example",
        "本文系原创，转载请联系后台授权",
        "往期推荐</p><p><a href=/1>渡口的最后一班船，在雨里靠了岸</a>",
        "Har du fundet en fejl i artiklen, så skriv til os på fejl@valley.example",
        "Retrouvez d’autres actualités autour de",
        "Chaque matin, recevez toute l’information de votre commune",
        "Noch mehr aktuelle Nachrichten aus dem Tal finden Sie auf <a href=/>Talzeitung</a>.",
        "Uneingeschränkten Zugang zu allen digitalen Inhalten sichern.",
        "Follow topics and authors from this story to see more like this.",
        "Meer nieuws uit het dal? Klik <a href=/>hier</a>.",
        "Send e-post til tips@valley.example",
        "Norite daugiau naujienų?",
        "מצאתם טעות? <a href=/r>דווחו לנו</a>",
        "Главное за день — в рассылке",
        "【山田太郎】",
        "Dacă ți-a plăcut articolul, dă-i un like!",
        "Har du bilder eller film från platsen?",
        "Jesteś świadkiem ciekawego wydarzenia? Napisz do nas!",
        "Kövesse a Völgyet a Facebookon is!",
        "Материалды көшіріп басу кезінде сайтқа сілтеме жасау міндетті.",
        "ご意見・ご感想はこちらまで",
        "이 기사에 대해 어떻게 생각하시나요?",
        "Permalink https://valley.example/p/RPYx",
        "Masz informacje na ten temat? Opowiedz nam o tym.",
        "Dieser Artikel wurde im Original veröffentlicht auf Englisch",
        "ताज़ा खबरों के लिए हमारे व्हाट्सएप चैनल से जुड़ें",
    ],
)
def test_a_line_of_the_house_closes_the_story(line: str) -> None:
    assert edges(below=f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "The post office of the town opened first on Monday, at the old bridge.",
        "More from the hearing is expected on Friday.",
        "Follow the money, she said.",
        "Related costs, among them stone and iron, rose by a third.",
        "Source of the trouble: salt.",
        "Scroll down far enough, the mayor said, and you find the plan.",
        "He covers the planks with sand every morning.",
        "Anzeige erstattete am Montag der Fischerverein.",
        "Umfrage: Mehrheit für die Brücke",
        "Más información llegó por la tarde.",
        "Источник в мэрии рассказал, что денег не хватит.",
        "记者从市政厅获悉，票价将上涨。",
    ],
)
def test_a_line_of_the_story_is_text_amid_it_and_at_its_end(line: str) -> None:
    assert texts(f"<p>{line}</p>") == [FIRST, SECOND, line, THIRD, FOURTH]
    assert edges(below=f"<p>{line}</p>") == [*TEXTS, line]


@pytest.mark.parametrize("label", ["ЧИТАЙТЕ ТАКОЖ:", "Related articles:"])
def test_a_line_whose_links_are_gone_ends_no_story(label: str) -> None:
    """What it led to was a frame, or furniture by its name."""
    first = "".join(f"<p>{text} {number}</p>" for number, text in enumerate(TEXTS * 2))
    assert edges(above=f"{first}<p><b>{label}</b></p>")[-len(TEXTS) :] == TEXTS


def test_a_source_that_opens_a_story_told_in_parts_is_text() -> None:
    """At its end it is none."""
    source, details = "Джерело: пресслужба уряду", f"Деталі: {SECOND}"
    page = [FIRST, source, details, THIRD, FOURTH]
    markup = "".join(f"<p>{text}</p>" for text in page)
    assert body(f"<h1>A bridge</h1><div>{markup}<p>{source}</p></div>") == page


def test_a_sentence_with_a_colon_is_no_part_of_a_story_told_in_parts() -> None:
    """What stands in front of it is the source of a picture."""
    told = f"The last ferry leaves today: {SECOND}"
    markup = "".join(f"<p>{text}</p>" for text in (FIRST, "Photo: the harbor board", told, THIRD, FOURTH))
    assert body(f"<h1>A bridge</h1><div>{markup}</div>") == [FIRST, told, THIRD, FOURTH]


def test_a_story_goes_on_behind_links_that_are_numbered_in_a_list() -> None:
    links = "".join(
        f"<li>list {n} of 3 <a href=/{n}>How the old bridge was built</a></li>" for n in (1, 2, 3)
    )
    assert texts(f"<div><span>Read more</span><ul>{links}</ul><span>end of list</span></div>") == TEXTS
