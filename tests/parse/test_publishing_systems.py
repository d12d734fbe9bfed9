"""Pages as publishing systems make them, in many languages: headline, byline, date, section, tags, picture, text."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.parse import parse_page
from pipeline.records import Article, PageKind

URL = "https://herald.example/story"
EN = (
    "The council of Tashbulak voted on Monday to rebuild the old bridge over the Kara river before winter comes.",
    "Engineers had warned for years that its wooden piers would not stand another spring flood in the valley.",
    "Work begins in April, and the ferry will carry passengers until the new bridge opens, the mayor said.",
)
RU = (
    "Совет Ташбулака проголосовал в понедельник за то, чтобы восстановить старый мост через реку Кара до зимы.",
    "Инженеры годами предупреждали, что его деревянные опоры не выдержат ещё одного весеннего паводка в долине.",
    "Работы начнутся в апреле, а до открытия нового моста пассажиров будет перевозить паром, сказал мэр.",
)
JA = (
    "タシュブラク市議会は月曜日、カラ川に架かる古い橋を冬が来る前に架け替えることを決めた。技術者は前から警告していた。",
    "工事は四月に始まり、新しい橋が開通するまでは渡し船が乗客を運ぶと市長は述べた。野党の議員二人も賛成票を投じた。",
    "古い橋は五月、トラックが床板を踏み抜いたため閉鎖された。けが人はいなかった。住民はこの決定を十年待っていたと話す。",
)
KO = (
    "타슈불라크 시의회는 월요일 카라강의 낡은 다리를 겨울이 오기 전에 다시 짓기로 의결했다. 기술자들이 경고했다.",
    "공사는 4월에 시작되며 새 다리가 개통될 때까지 나룻배가 승객을 실어 나른다고 시장은 말했다. 야당 의원도 찬성했다.",
    "낡은 다리는 5월에 트럭이 바닥판을 뚫고 빠지면서 폐쇄됐다. 다친 사람은 없었다. 주민들은 십 년을 기다렸다고 말했다.",
)


def article(page: str) -> Article:
    """The only story of a page."""
    parsed = parse_page(page.encode(), URL)
    assert parsed.kind is PageKind.ARTICLE
    return parsed.articles[0]


def prose(texts: Sequence[str], tag: str = "p") -> str:
    """The texts, each in its element."""
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def texts(found: Article) -> tuple[str, ...]:
    """What stands in the blocks."""
    return tuple(block.text for block in found.blocks if block.text)


def test_wordpress_without_data_for_machines() -> None:
    """Categories are marked as tags too: they are the section, and no tag."""
    found = article(f"""<html lang=ru-RU><head><title>Мост восстановят до зимы | Степной вестник</title></head>
      <body class="single single-post"><article id=post-77 class="post-77 post hentry category-society">
      <header class=entry-header><span class=cat-links><a href=/c rel="category tag">Общество</a></span>
      <h1 class=entry-title>Мост восстановят до зимы</h1><div class=entry-meta><span class=posted-on>Опубликовано
      <time class="entry-date published" datetime="2025-12-08T10:15:00+06:00">08.12.2025</time></span>
      <span class=byline>Автор: <span class="author vcard"><a href=/a>Аида Садыкова</a></span></span></div></header>
      <div class=entry-content>{prose(RU)}<div class=sharedaddy><h3>Поделиться ссылкой:</h3></div></div>
      <footer class=entry-footer>Метки: <a href=/t rel=tag>мост</a>, <a href=/k rel=tag>Кара</a></footer></article>
      <div id=comments><h2>3 комментария</h2><p>Давно пора было это сделать, спасибо.</p></div></body></html>""")
    assert found.title == "Мост восстановят до зимы"
    assert found.authors == ("Аида Садыкова",)
    assert found.published_at == datetime(2025, 12, 8, 4, 15, tzinfo=UTC)
    assert (found.section, found.tags) == ("Общество", ("мост", "Кара"))
    assert texts(found) == RU


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("fr", "Soumis par <a href=/u>Claire Dubois</a> le lun 08/12/2025 - 14:30", "Claire Dubois"),
        ("es", "Publicado por <a href=/u>Ana Ruiz</a> el 8 de diciembre de 2025", "Ana Ruiz"),
        ("it", "Scritto da <a href=/u>Luca Bianchi</a> il 8 dicembre 2025", "Luca Bianchi"),
        ("pt", "Publicado por <a href=/u>Rita Lopes</a> em 8 de dezembro de 2025", "Rita Lopes"),
        ("de", "Geschrieben von <a href=/u>Karin Weber</a> am 8. Dezember 2025", "Karin Weber"),
        ("nl", "Geplaatst door <a href=/u>Piet Bakker</a> op 8 december 2025", "Piet Bakker"),
        ("pl", "Opublikował <a href=/u>Jan Kowalski</a> 8 grudnia 2025", "Jan Kowalski"),
        ("ru", "Опубликовал <a href=/u>Ержан Касымов</a> 8 декабря 2025", "Ержан Касымов"),
        ("uk", "Опублікувала <a href=/u>Олена Коваль</a> 8 грудня 2025", "Олена Коваль"),
    ],
)
def test_drupal_says_who_submitted_a_story(language: str, line: str, name: str) -> None:
    """The name in a link, the date behind it, the weekday cut short: "Soumis par Claire Dubois le lun 08/12/2025"."""
    found = article(f"""<html lang={language}><head><title>Tashbulak 2025</title></head><body><main>
      <h1 class=page-header>Tashbulak, Kara 2025: Kara 2026</h1><article class=node><footer class=node__meta>
      <div class=node__submitted>{line}</div></footer><div class="field--name-body">{prose(EN)}</div></article>
      </main></body></html>""")
    assert found.authors == (name,)
    assert found.published_at is not None
    assert found.published_at.date().isoformat() == "2025-12-08"


def test_blogger_has_no_h1_for_a_post() -> None:
    """The headline is the h3 that the page's title repeats behind the blog's name; the instant is in an <abbr>."""
    found = article(f"""<html lang=en><head><title>Valley diary: Old bridge to be rebuilt before winter</title></head>
      <body><div class="widget Blog"><div class="blog-posts hfeed"><h2 class=date-header>Monday, 8 December 2025</h2>
      <div class="post hentry"><h3 class="post-title entry-title">Old bridge to be rebuilt before winter</h3>
      <div class="post-body entry-content">{"<br/><br/>".join(EN)}</div><div class=post-footer>
      <span class="post-author vcard">Posted by <span class=fn>Ann Rice</span></span> at
      <abbr class=published title="2025-12-08T10:15:00-08:00">10:15</abbr></div></div></div></div></body></html>""")
    assert found.title == "Old bridge to be rebuilt before winter"
    assert found.authors == ("Ann Rice",)
    assert found.published_at == datetime(2025, 12, 8, 18, 15, tzinfo=UTC)
    assert texts(found) == EN


def test_a_page_laid_out_by_tables() -> None:
    """No heading and no class: the large line that the title repeats, date and name below, and the text as prose."""
    found = article(f"""<html lang=en><head><title>Valley Gazette - Old bridge to be rebuilt</title></head><body>
      <table width=760><tr><td width=150><font size=1><a href=a>News</a><br><a href=b>Sport</a></font></td>
      <td><font size=5><b>Old bridge to be rebuilt</b></font><br><font size=1>8 December 2025, 10:15 | Author: Ann
      Rice</font>{prose(EN)}</td><td width=120><a href=r>Shop</a></td></tr></table></body></html>""")
    assert found.title == "Old bridge to be rebuilt"
    assert found.authors == ("Ann Rice",)
    assert found.published_at == datetime(2025, 12, 8, 10, 15, tzinfo=UTC)
    assert texts(found) == EN


def test_a_japanese_portal_names_paper_and_itself_behind_the_headline() -> None:
    """`headline（paper） - portal` in the page's data, the headline alone in its h1."""
    told = "古い橋、冬までに架け替えへ（谷新聞） - Yポータルニュース"
    found = article(f"""<html lang=ja><head><title>{told}</title><meta property=og:title content="{told}">
      </head><body><main><article>
      <h1>古い橋、冬までに架け替えへ</h1><time>12/8(月) 10:15</time><div>{prose(JA)}</div></article>
      <section class=related>
      <h2>関連記事</h2><ul><li><a href=/1>雪で峠が閉鎖</a></ul></section></main></body></html>""")
    assert found.title == "古い橋、冬までに架け替えへ"
    assert texts(found) == JA


def test_a_korean_portal_has_the_paper_as_author() -> None:
    """The journalist that the page prints wins over the paper and the portal in its data."""
    found = article(f"""<html lang=ko><head><title>낡은 다리, 겨울 전에 다시 짓는다 : N뉴스</title>
      <meta property=og:title content="낡은 다리, 겨울 전에 다시 짓는다">
      <meta property=og:article:author content="골짜기일보 | N뉴스"></head><body><div>
      <h2 id=title_area class=media_end_head_headline><span>낡은 다리, 겨울 전에 다시 짓는다</span></h2>
      <span class=datestamp>2025.12.08. 오전 10:15</span><em class=journalist_name>김민수 기자</em></div>
      <article id=dic_area>{"<br><br>".join(KO)}</article></body></html>""")
    assert found.authors == ("김민수",)
    assert found.published_at == datetime(2025, 12, 8, 10, 15, tzinfo=UTC)
    assert texts(found) == KO


@pytest.mark.parametrize(
    ("language", "title", "byline", "day", "section"),
    [
        ("kk", "Ескі көпір қысқа дейін салынады", "Авторы: Айгүл Сәдуақас", "2025 жылғы 8 желтоқсан, 10:15", "Қоғам"),
        ("ky", "Эски көпүрө кышка чейин курулат", "Автор: Айгүл Садыкова", "8-декабрь, 2025-жыл 10:15", "Коом"),
        ("uz", "Eski koʻprik qishgacha quriladi", "Muallif: Aziza Karimova", "8-dekabr 2025, 10:15", "Jamiyat"),
        ("tg", "Пули кӯҳна то зимистон сохта шавад", "Муаллиф: Фирӯза Раҳимова", "8 декабри 2025, 10:15", "Ҷомеа"),
        ("tk", "Köne köpri gyşdan öň gurlar", "Awtor: Aýna Berdiýewa", "8-nji dekabr 2025 ý. 10:15", "Jemgyýet"),
        ("tr", "Eski köprü kıştan önce yenileniyor", "Yazan: Elif Kaya", "08.12.2025 - 10:15", "Gündem"),
        ("uk", "Старий міст відбудують до зими", "Автор: Олена Коваль", "8 грудня 2025, 10:15", "Суспільство"),
        ("pl", "Stary most zostanie odbudowany", "Autor: Jan Kowalski", "8 grudnia 2025, 10:15", "Wiadomości"),
        ("de", "Alte Brücke wird neu gebaut", "Von Karin Weber", "8. Dezember 2025, 10:15 Uhr", "Lokales"),
        ("fr", "Le vieux pont sera reconstruit", "Par Claire Dubois", "8 décembre 2025 à 10:15", "Société"),
        ("es", "El viejo puente será reconstruido", "Por Ana Ruiz", "8 de diciembre de 2025, 10:15", "Sociedad"),
        ("it", "Il vecchio ponte sarà ricostruito", "Di Luca Bianchi", "8 dicembre 2025, 10:15", "Cronaca"),
        ("pt", "Velha ponte será reconstruída", "Por Rita Lopes", "8 de dezembro de 2025, 10:15", "Cidades"),
        ("ru", "Мост через Кару восстановят", "Автор: Ержан Касымов", "08.12.2025 10:15", "Общество"),
        ("zh", "塔什布拉克老桥将在冬季前重建", "作者：王小明", "2025年12月08日 10:15", "社会"),
        ("ja", "古い橋、冬までに架け替えへ", "筆者：山田太郎", "2025年12月8日 10時15分", "社会"),
        ("ko", "낡은 다리, 겨울 전에 다시 짓는다", "김민수 기자", "2025.12.08. 10:15", "사회"),
        ("en", "Old bridge to be rebuilt before winter", "By Jon Berg", "December 8, 2025, 10:15", "Local"),
    ],
)  # fmt: skip
def test_what_a_page_prints_is_read_in_every_language(
    language: str, title: str, byline: str, day: str, section: str
) -> None:
    """A system of its own, with nothing for machines but the names of its boxes."""
    body = {"zh": JA, "ja": JA, "ko": KO, "ru": RU}.get(language, EN)
    found = article(f"""<html lang={language}><head><title>{title} - Dala</title></head><body>
      <div class=top><a href="/">Dala</a></div><div class=content-block><div class=news-category>
      <a href=/c>{section}</a></div><h1 class=news-title>{title}</h1><div class=news-info>
      <span class=news-date>{day}</span>
      <span class=news-author>{byline}</span></div><div class=news-body>{prose(body)}</div></div></body></html>""")
    name = byline.replace("：", ": ").removesuffix(" 기자").split(": ")[-1]
    name = (
        name.removeprefix("Von ")
        .removeprefix("Par ")
        .removeprefix("Por ")
        .removeprefix("Di ")
        .removeprefix("By ")
    )
    assert (found.title, found.authors, found.section) == (title, (name,), section)
    assert found.published_at is not None
    assert abs(found.published_at - datetime(2025, 12, 8, 10, 15, tzinfo=UTC)) < timedelta(minutes=1)
    assert texts(found) == body
