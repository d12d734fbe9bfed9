"""Whether a text is whole: paywalled and cut-off texts are marked with the reason, whole ones never."""

import pytest

from pipeline.parse import parse_page
from pipeline.records import Reason
from tests.parse.body.test_body import FIRST, SECOND, STORY, TEXTS, TITLE, read


@pytest.mark.parametrize(
    "end",
    [
        "<p><a href=/full>Continue reading</a></p>",
        "<p>Читать далее</p>",
        "<p>Әрі қарай оқу</p>",
        "<p>Толугу менен</p>",
        "<p>Batafsil…</p>",
        "<p>Haberin devamı</p>",
        "<p>Läs vidare</p>",
        "<p>Continuer la lecture</p>",
        "<p>繼續閱讀</p>",
        "<p>阅读全文</p>",
        "<p>続きを読む</p>",
        "<p>기사 더보기</p>",
        "<div class=paywall-note><p>Weiterlesen</p></div>",
        "<p>The mayor then turned to the ferry and […]</p>",
        "<p>The mayor then turned to the ferry…</p>",
        "<p>The mayor then turned to the ferry... <a href=/full>Read more</a></p>",
    ],
)
def test_a_text_that_breaks_off_is_cut(end: str) -> None:
    """What stands behind the text says that there is more of it, or its last line does."""
    cut = read(f"<article>{STORY}{end}</article>").cut
    assert cut is not None
    assert cut.reason is Reason.TEXT_CUT_OFF


@pytest.mark.parametrize(
    "end",
    [
        "<p>This story is for subscribers only.</p>",
        "<p>Nur für Abonnenten</p>",
        "<p>Réservé aux abonnés</p>",
        "<p>Contenido exclusivo para suscriptores</p>",
        "<p>Articolo riservato agli abbonati</p>",
        "<p>Conteúdo exclusivo para assinantes</p>",
        "<p>Tylko dla prenumeratorów</p>",
        "<p>Только для подписчиков</p>",
        "<p>Лише для передплатників</p>",
        "<p>Тек жазылушыларға</p>",
        "<p>Жазылуучулар үчүн гана</p>",
        "<p>Faqat obunachilar uchun</p>",
        "<p>Танҳо барои обуначиён</p>",
        "<p>Diňe abunaçylar üçin</p>",
        "<p>Sadece aboneler okuyabilir</p>",
        "<p>订阅后可阅读</p>",
        "<p>会員限定記事です</p>",
        "<p>この記事は有料記事です。</p>",
        "<p>無料会員になると月5本までお読みいただけます。</p>",
        "<p>구독자 전용 기사</p>",
        "<div class=subscribe-box><p>Log in to continue.</p><p>Already a subscriber?</p></div>",
        "<div><h3>Subscribe to continue</h3><p>Every story for $1 a week.</p><p>Already have an account?</p></div>",
        "<div><h2>This post is for paid members only</h2><p>Become a member to get access.</p></div>",
        "<div class=cta><h2>This post is for paid members only</h2><p>Become a member.</p></div>",
        "<p>You have read 3 of 3 free articles this month.</p><p>Subscribe today.</p>",
        "<aside class=gh-post-upgrade-cta><h2>This post is for paying subscribers only</h2></aside>",
        "<h2>Weiterlesen mit HERALD+</h2><p>Vier Wochen für 1 Euro.</p>",
        "<h2>Dieser Artikel ist Abonnenten vorbehalten</h2>",
        "<p>Il vous reste 75% de cet article à lire. La suite est réservée aux abonnés.</p>",
        "<h2>Suscríbete para seguir leyendo</h2><p>¿Ya eres suscriptor?</p>",
        "<h2>Abbonati per continuare a leggere</h2>",
        "<h2>Assine para continuar lendo</h2><p>Já é assinante?</p>",
        "<h2>Pozostało 80% artykułu</h2><p>Masz już prenumeratę? Zaloguj się</p>",
        "<p>Чтобы читать дальше, оформите подписку.</p>",
        "<p>Полный текст доступен только подписчикам</p>",
        "<p>Щоб читати далі, оформіть передплату</p>",
        "<p>Толық нұсқасын оқу үшін жазылыңыз</p>",
        "<p>Толук окуу үчүн жазылыңыз</p>",
        "<p>Toʻliq oʻqish uchun obuna boʻling</p>",
        "<p>Барои хондани матни пурра обуна шавед</p>",
        "<p>Doly okamak üçin abuna ýazylyň</p>",
        "<p>Devamını okumak için abone olun</p>",
        "<p>登录后可继续阅读</p>",
        "<p>続きを読むには会員登録が必要です</p>",
        "<p>전체 기사를 보려면 로그인하세요</p>",
        "<p>Continue reading with Herald+</p>",
        "<p>Read the full story with Herald Premium</p>",
        "<p>Weiterlesen mit R+</p>",
        "<p>Jetzt mit HEROLD+ lesen</p>",
        "<p>Lire la suite avec Le Héraut+</p>",
        "<p>Sigue leyendo con Heraldo+</p>",
        "<p>Continue lendo com Arauto+</p>",
        "<p>Continua a leggere con Araldo Plus</p>",
        "<p>Lees verder met Heraut+</p>",
        "<p>Läs vidare med Plus</p>",
        "<p>Les mer med Herold+</p>",
        "<p>Læs videre med et abonnement</p>",
        "<p>Jatka lukemista Airut+</p>",
        "<p>Czytaj dalej z Herold+</p>",
        "<p>Čtěte dál s předplatným</p>",
        "<p>Olvass tovább Hírnök+ előfizetéssel</p>",
        "<p>Citește mai departe cu Heraldul+</p>",
        "<p>Читайте дальше с Вестник+</p>",
        "<p>Читати далі з Вісник Преміум</p>",
        "<p>Devamını Haberci+ ile oku</p>",
        "<p>会员继续阅读</p>",
        "<p>続きは使者プラスで</p>",
        "<p>전령 플러스로 계속 읽기</p>",
        "<p>Dalszy ciąg artykułu dostępny dla prenumeratorów</p>",
    ],
)
def test_a_text_before_a_paywall_is_marked(end: str) -> None:
    """A line behind the text asks for money or a login, in whatever language, or a box does that is left out."""
    cut = read(f"<article>{STORY}{end}</article>").cut
    assert cut is not None
    assert cut.reason is Reason.PAYWALLED


def test_a_wall_is_no_text() -> None:
    """What is on offer below the line that asks is left out with it; the same line above a long text is left."""
    wall = "<h3>Subscribe to continue reading</h3><p>Get every story for $1 a week.</p><p>Cancel at any time.</p>"
    assert [block.text for block in read(f"<article>{STORY}{wall}</article>").blocks] == list(TEXTS)
    assert read(f"<article>{wall}{STORY}</article>").cut is None
    offered = "".join(f"<dd>Reason number {number} to pay</dd>" for number in range(12))
    wall = f"<p>Subscribe to continue reading</p><dl>{offered}</dl>"
    assert [block.text for block in read(f"<article>{STORY}{wall}</article>").blocks] == list(TEXTS)


LONG = STORY + "".join(f"<p>{number}. {text}</p>" for number in range(5) for text in TEXTS)


@pytest.mark.parametrize(
    "markup",
    [
        STORY,
        STORY + "<p>Read more books, the mayor told the pupils of the town.</p>",
        STORY + "<p>Read more:</p><p><a href=/ferry>Ferries run late on the Kara</a></p>",
        LONG + "<p><a href=/topic>Read more</a></p>",
        LONG + "<p>And so they waited…</p>",
        LONG + "<div class=subscribe-box><p>Already a subscriber?</p></div>",
    ],
)
def test_a_whole_text_is_complete(markup: str) -> None:
    """No such line, or one that leads elsewhere behind a story that is long enough to be whole."""
    assert read(f"<article>{markup}</article>").cut is None


@pytest.mark.parametrize(
    ("told", "markup", "complete"),
    [
        ('"isAccessibleForFree": false', STORY, False),
        ('"isAccessibleForFree": "False", "wordCount": 60', STORY, True),
        ('"isAccessibleForFree": false, "wordCount": "900"', LONG, False),
        ('"isAccessibleForFree": false', LONG, True),
        ('"isAccessibleForFree": false, "wordCount": 900', f"<p>{'桥将在冬天之前重建。' * 90}</p>", True),
        ('"isAccessibleForFree": true', STORY, True),
        ('"hasPart": {"isAccessibleForFree": "False", "cssSelector": ".paid"}', STORY, False),
        (
            '"hasPart": {"isAccessibleForFree": false, "cssSelector": ".paid"}',
            LONG + "<div class=paid></div>",
            False,
        ),
        (
            '"hasPart": [{"isAccessibleForFree": false, "cssSelector": "#paid"}]',
            f"<div id=paid>{LONG}</div>",
            True,
        ),
        ('"hasPart": {"isAccessibleForFree": true, "cssSelector": ".paid"}', STORY, True),
    ],
)
def test_a_page_that_calls_its_story_paid_for(told: str, markup: str, *, complete: bool) -> None:
    """It is marked where its text is no longer than a teaser or far from the words it should have."""
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", {told}}}</script>'
    page = parse_page(
        f"<html><head>{data}</head><article><h1>{TITLE}</h1>{markup}</article>".encode(), "https://a.b/c"
    )
    assert page.articles[0].complete is complete
    assert [problem.reason for problem in page.problems] == ([] if complete else [Reason.PAYWALLED])


@pytest.mark.parametrize(
    "tag",
    [
        "<meta itemprop=isAccessibleForFree content=False>",
        "<meta property=article:content_tier content=locked>",
    ],
)
def test_meta_tags_say_it_too(tag: str) -> None:
    """Without any JSON-LD."""
    page = parse_page(
        f"<html><head>{tag}</head><article><h1>{TITLE}</h1>{STORY}</article>".encode(), "https://a.b/c"
    )
    assert [problem.reason for problem in page.problems] == [Reason.PAYWALLED]


CUT = (
    "The beams of the bridge came on eleven wagons, and each of them was lifted over the river by two cranes that"
    " stood so close to one another that the drivers of both"
)
TORN = f"{CUT} shook the"


@pytest.mark.parametrize(
    ("markup", "complete"),
    [
        (f"{STORY}<p>{CUT}</p>", False),
        (f"{STORY}<p>{CUT} shook hands.</p>", True),
        (f"{STORY}<p>{CUT} met Jane Doe</p>", True),
        (f"{STORY}<p>{CUT} wrote to herald.example</p>", True),
        (f"{STORY}<p>The drivers of the two cranes shook hands</p>", True),
        (f"{STORY}<ul><li>{CUT}</li></ul>", True),
        (f"{STORY}<blockquote><p>{CUT}</p></blockquote>", True),
        (f"{STORY}<table>{f'<tr><th>1.</th><td>{CUT}</td></tr>' * 3}</table>", True),
        (f"{LONG}{LONG}<p>{CUT}</p>", True),
        (f"{LONG}{LONG}<p>{TORN}</p>", False),
        (f"{LONG}{LONG}<p>{CUT} fuhren von der</p>", True),
    ],
)
def test_a_text_that_stops_in_mid_sentence_is_cut(markup: str, *, complete: bool) -> None:
    """In a long paragraph, in a small letter and without a mark; of a long text in a word that ends no sentence."""
    body = f"<html lang=en><article><h1>{TITLE}</h1>{markup}</article>".encode()
    page = parse_page(body, "https://a.b/c")
    assert page.articles[0].complete is complete
    assert [problem.reason for problem in page.problems] == ([] if complete else [Reason.TEXT_CUT_OFF])


def test_stories_of_a_text_or_a_listing_are_cut_alike() -> None:
    """Of each only the one that breaks off, and the one before a named offer."""
    stories = [
        ("Tashbulak rebuilds its bridge", [f"{CUT} went home together and"]),
        ("Ferry returns to the Kara", [FIRST, SECOND]),
        ("Snow closes the high pass", [FIRST, SECOND, "Weiterlesen mit R+"]),
    ]
    text = "\n\n".join("\n\n".join((title, *texts)) for title, texts in stories)
    page = parse_page(text.encode(), "https://a.b/c.txt", "text/plain", language="en")
    assert [(one.complete, len(one.blocks)) for one in page.articles] == [(False, 1), (True, 2), (False, 2)]
    html = "".join(
        f"<div class=post><h2>{title}</h2>{''.join(f'<p>{one}</p>' for one in texts)}</div>"
        for title, texts in stories
    )
    page = parse_page(f"<html lang=en><body>{html}".encode(), "https://a.b/c")
    assert [(one.complete, len(one.blocks)) for one in page.articles] == [(False, 1), (True, 2), (False, 2)]


@pytest.mark.parametrize(
    "end",
    [
        "Readers must log in to read the plan, the clerk said.",
        "Der neue Sender ist nur für Abonnenten zu sehen, teilte die Stadt mit.",
        "Тек жазылушылар ғана пайдалана алады, деді компания.",
        "Sadece aboneler etkilendi, dedi şirket.",
    ],
)
def test_news_of_subscribers_asks_nobody(end: str) -> None:
    """Somebody said so of a firm: the line is the story's, and the story whole."""
    page = read(f"<article>{STORY}<p>{end}</p></article>")
    assert page.cut is None
    assert page.blocks[-1].text == end


@pytest.mark.parametrize(
    ("end", "is_torn"),
    [
        ("<", True),
        ("<p cla", True),
        ("</artic", True),
        ("<a href='https://herald.example/ferry", True),
        ("<script>var ready = 1 <", True),
        ("<script>var ready = 1;", True),
        ("", False),
        ("</article></body></html>\n", False),
        ("</article></body></html><!-- made in 0.2 s", False),
        ("</article><script src=a.js /></body></html>", False),
        ("<p>A page of 2 kB is < 3 kB", False),
    ],
)
def test_a_page_that_ends_amid_a_tag_was_cut(end: str, is_torn: bool) -> None:  # noqa: FBT001 - a column of the table
    """What its last story lost is not known; end tags that were left out say nothing."""
    page = parse_page(
        f"<html><body><article><h1>{TITLE}</h1>{STORY}{end}".encode(), "https://herald.example/a"
    )
    assert page.articles[0].complete is not is_torn
    assert [problem.reason for problem in page.problems] == [Reason.TEXT_CUT_OFF] * is_torn
