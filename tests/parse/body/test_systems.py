"""find_body: what newer publishing systems set around and amid a story, where class names tell little."""

import pytest

from tests.parse.body.test_furniture import FIRST, FOURTH, SECOND, TEXTS, THIRD, body, edges, texts

PITCH = "The bridge of this town is told of by people whom you pay, and by nobody else in the valley."
FIFTH = "At noon the market opened again, and the first cart to cross carried nothing but salt."


@pytest.mark.parametrize(
    "label",
    [
        "data-testid=newsletter-inline",
        "data-component=related-links-block",
        "data-qa=promo",
        'aria-label="newsletter promotion"',
        "aria-labelledby=recommendations-heading",
    ],
)
def test_the_label_of_a_box_tells_furniture_where_its_class_is_made_up(label: str) -> None:
    assert texts(f"<div class=css-1x2y3z {label}><p>{PITCH}</p></div>") == TEXTS


@pytest.mark.parametrize(
    "label",
    ["aria-label='How the newsletter of the town lost its readers in a year'", "data-testid=paragraph"],
)
def test_a_headline_for_a_label_tells_nothing(label: str) -> None:
    assert texts(f"<div {label}><p>{PITCH}</p></div>") == [FIRST, SECOND, PITCH, THIRD, FOURTH]


@pytest.mark.parametrize(
    "box",
    [
        "<a href=#end>Skip the offer and continue reading</a><p>{0}</p><p id=end>End of the offer</p>",
        "<a href=#end>Saltar la oferta y continuar leyendo</a><p>{0}</p><p id=end>Fin de la oferta</p>",
        "<a href=#end>Пропустить и продолжить чтение</a><div><p>{0}</p></div><div id=end>Конец</div>",
    ],
)
def test_what_a_link_skips_is_no_text(box: str) -> None:
    assert texts(f"<section>{box.format(PITCH)}</section>") == TEXTS


@pytest.mark.parametrize(
    "markup",
    [
        "<a href=#gone>Skip the offer</a><p>{0}</p>",
        "<a href=#end>Skip the offer</a><p>{0}</p>" + "<p>{1}</p>" * 40 + "<p id=end>It ends.</p>",
    ],
)
def test_a_link_that_skips_next_to_nothing_or_too_much_takes_no_text_along(markup: str) -> None:
    for number in range(markup.count("{1}")):
        markup = markup.replace("{1}", f"{FIFTH} {number}", 1)
    assert PITCH in texts(f"<div>{markup.format(PITCH)}</div>")


def test_a_paragraph_to_which_such_a_link_leads_is_text() -> None:
    box = f"<a href=#on>Skip the offer and continue reading</a><p>{PITCH}</p><p id=on>{FIFTH}</p>"
    assert texts(f"<section>{box}</section>") == [FIRST, SECOND, FIFTH, THIRD, FOURTH]


STORY = "".join(f"<div><p class=css-at9mc1>{text}</p></div>" for text in (*TEXTS, FIFTH))


@pytest.mark.parametrize(
    "below", ["<p>{0}</p>", "<p class=css-2fg4z9>{0}</p>", "<div class=css-kyr>{0}</div>"]
)
def test_below_the_box_of_a_story_other_paragraphs_are_none_of_it(below: str) -> None:
    page = f"<main><h1>Bridge</h1><section>{STORY}</section><div>{below.format(PITCH)}</div></main>"
    assert body(page) == [*TEXTS, FIFTH]


def test_a_last_paragraph_of_another_make_in_the_box_of_the_story_is_text() -> None:
    page = f"<main><h1>Bridge</h1><section>{STORY}<p class=css-2fg4z9>{PITCH}</p></section></main>"
    assert body(page) == [*TEXTS, FIFTH, PITCH]


POINTER = "<p><b>Related articles:</b></p><p><a href=/1>How the old bridge was built by hand</a></p>"


def test_a_story_goes_on_behind_a_pointer_and_its_links_among_its_paragraphs() -> None:
    page = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, PITCH, FIFTH))
    rest = "".join(f"<p>{text}</p>" for text in (THIRD, FOURTH))
    found = body(f"<main><h1>Bridge</h1>{page}{POINTER}{rest}</main>")
    assert found == [FIRST, SECOND, PITCH, FIFTH, THIRD, FOURTH]


def test_a_card_set_as_an_article_amid_the_story_is_no_text() -> None:
    card = f"<article><h3><a href=/1>How the old bridge was built by hand</a></h3><p>{PITCH}</p></article>"
    long = FIRST + " " + FIFTH * 5
    page = f"<article><h1>Bridge</h1><p>{long}</p><div>{card}</div><p>{SECOND}</p><p>{THIRD}</p></article>"
    assert body(page) == [long, SECOND, THIRD]


def test_an_empty_element_called_a_break_parts_words() -> None:
    found = texts(
        "<div>Crews are waiting for the tide.<span class='id br'></span>The bridge is closed.</div>"
    )
    assert "Crews are waiting for the tide. The bridge is closed." in found


@pytest.mark.parametrize(
    "line",
    [
        "CLICK HERE TO GET THE VALLEY NEWS APP",
        "Y recuerda que puedes recibir notificaciones cuando cambie el río.",
        "Więcej takich historii znajdziesz na stronie głównej",
        "Twoja opinia pozwala nam tworzyć lepsze treści.",
        "Получайте первыми новости в нашем телеграм-канале.",
        "Читайте нашу газету в Telegram.",
        "海量资讯、精准解读，尽在河谷新闻APP",
        "▶제보는 카톡 river",
        "İLGİLİ HABER <a href=/1>Köprü nehrin üzerinde yeniden açıldı</a>",
        "[Gambas:Video 20detik]",
        "खबरें और भी हैं...",
        "Reporting from Valley Town, Maine",
        "Jetzt für 1 Euro. Vier Wochen lang alle Artikel lesen, jederzeit kündbar.",
        "We rely on readers like you, and we always have.",
        "A version of this article appears in print on Nov. 21, 2026, with the headline: A Bridge.",
        "The paper is not responsible for the content of external sites.",
        "Tu suscripción se está usando en otro dispositivo.",
    ],
)
def test_a_line_in_which_the_house_speaks_is_no_text(line: str) -> None:
    assert texts(f"<p>{line}</p>") == TEXTS


def test_a_long_last_line_that_begins_with_a_call_closes_the_story() -> None:
    line = "Simak breaking news dan berita pilihan kami. " + "Pilih saluran andalanmu untuk berita. " * 5
    page = "".join(f"<p>{text}</p>" for text in (*TEXTS, line))
    assert body(f"<main><h1>Bridge</h1>{page}</main>") == TEXTS


@pytest.mark.parametrize("sign", ["▲", "△ "])
def test_a_line_that_points_up_to_its_picture_is_its_legend(sign: str) -> None:
    assert texts(f"<p><img src=b.jpg></p><p>{sign}十一月的渡口</p>") == TEXTS


def test_a_line_that_points_up_to_no_picture_is_text() -> None:
    """Korean papers list names so."""
    assert texts("<p>▲ 홍길동 과장 ▲ 김철수 부장</p>") == [
        FIRST,
        SECOND,
        "▲ 홍길동 과장 ▲ 김철수 부장",
        THIRD,
        FOURTH,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "This service provides the news as is without warranty of any kind.",
        "This content was paid for by the Bridge Company and produced by its studio.",
        "This is AI generated summarization, which may have errors.",
        "Follow live coverage of the council <a href=/live>here</a>",
        "If you enjoyed this story, please clap and follow me for more.",
        "Zobacz wideo Most po powodzi. Nagranie z drona",
        "Więcej informacji z kraju na stronie głównej <a href=/>Dolina.pl</a>",
        "Apoya el periodismo local con una aportación mensual.",
        "Раздел: Общество",
    ],
)
def test_what_a_system_adds_of_its_own_is_no_text(line: str) -> None:
    assert texts(f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "below",
    [
        "<p>Tilda Fenn can be reached at tilda@valley.example</p>",
        "<p>More information: T. Fenn et al, Rural ferries, Transport and Place (2026). DOI: 10.1000/xyz</p>",
        "<p><b>Media contact</b></p><p>Tilda Fenn<br>+1 207 555 0132<br>tilda@valley.example</p>",
        "<p>Tilda Fenn, Harbor Board, email us here, Visit us on social media: X LinkedIn</p>",
    ],
)
def test_how_to_reach_somebody_closes_a_story(below: str) -> None:
    assert edges(below=below) == TEXTS


def test_a_number_above_the_story_counts_who_shared_it() -> None:
    assert edges(above="<p>412</p>") == TEXTS


@pytest.mark.parametrize("widget", ["call-to-action", "posts"])
def test_a_widget_is_told_by_its_kind(widget: str) -> None:
    page = f"<div class='elementor-widget elementor-widget-{widget}'><p>{PITCH}</p></div>"
    assert edges(below=page) == TEXTS


def test_a_widget_of_text_is_text() -> None:
    page = f"<div class='elementor-widget elementor-widget-text-editor'><p>{PITCH}</p></div>"
    assert edges(below=page) == [*TEXTS, PITCH]
