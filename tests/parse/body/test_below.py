"""find_body: other stories and readers' words below a story, told by their make, and what stands above its headline."""

import pytest

from tests.parse.body.test_furniture import FIRST, TEXTS, body, edges, texts

PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
SAID = "I have crossed this bridge since I was a child, and I never saw a single engineer on it, number {}."
NEWS = (
    "A mill in the valley burned down on Sunday, and the mayor asks who had seen the night watch, number {}."
)


def readers(button: str, count: int = 3) -> str:
    """What readers say, in boxes whose names tell nothing."""
    one = "<div class=a><div>Nurlan {0}</div><div>{1}</div><div>{2}</div></div>"
    return "".join(one.format(n, SAID.format(n), button) for n in range(count))


@pytest.mark.parametrize(
    "button", ["<a href=#>Reply</a>", "<a href=#>Ответить</a> <a href=#>Жалоба</a>", "返信"]
)
def test_what_can_be_answered_is_of_readers(button: str) -> None:
    """No name and no heading tells it; nor does it stand in a box of its own."""
    assert edges(below=readers(button)) == TEXTS
    assert body(f"<h1>A bridge</h1><div>{PARAGRAPHS}</div><div>{readers(button, 12)}</div>") == TEXTS


def test_a_thread_that_can_be_answered_keeps_its_first_post() -> None:
    """And a single word is no button."""
    post = f"<div class=a><div>Aida</div>{PARAGRAPHS}<div><a href=#>Reply</a></div></div>"
    assert body(f"<h1>A bridge</h1><div>{post}{readers('<a href=#>Reply</a>')}</div>")[:4] == TEXTS
    assert texts("<h3>Reply</h3>") == [*TEXTS[:2], "Reply", *TEXTS[2:]]


CARD = "<div class=o><a href=/{0}>A mill burned down in village number {0}</a>{1}<p>{2}</p></div>"
CARDS = "".join(CARD.format(n, "", NEWS.format(n)) for n in range(4))
LINES = "".join(
    f"<div><a href=/{n}>A mill burned in village {n}</a><br>{NEWS.format(n)}</div>" for n in range(4)
)
ITEMS = "".join(
    f"<li><a href=/{n}>駅から始まり暖炉のそばで終わる散歩道{n}</a><br>{NEWS.format(n)}</li>" for n in range(4)
)


@pytest.mark.parametrize(
    "below",
    [
        f"<div><h3>Other news</h3>{CARDS}</div><div>The Courier, {'a paper of the valley, ' * 4}since 1998.</div>",
        f"<div><b>Смотрите также:</b>{LINES}</div>",
        f"<div><p>関連記事</p><ul>{ITEMS}</ul></div>",
        f"<section><h2>Latest flashes</h2>{CARDS}{CARDS.replace('number', 'no')}</section>",
    ],
)
def test_other_stories_below_a_short_one_are_left_out(below: str) -> None:
    """However much more they say, where a heading leads to them or all of them are cards."""
    assert body(f"<main><section><h1>A bridge</h1><p>{FIRST}</p></section>{below}</main>") == [FIRST]


def test_a_list_of_links_with_a_text_each_is_the_story_where_no_heading_ends_one() -> None:
    """A round-up tells in several paragraphs what it links to."""
    parts = "".join(
        f"<h2><a href=/{n}>The bridge of village number {n}</a></h2><p>{text}</p>"
        for n, text in enumerate(TEXTS)
    )
    found = body(f"<h1>Bridges</h1><p>{FIRST[::-1]}</p><div>{parts}</div>")
    assert [text for text in found if text in TEXTS] == TEXTS


def test_what_stands_above_the_headline_asks_for_something_else() -> None:
    """Cookies, in a layer without a telling name, with more to say than the story."""
    layer = "".join(f"<p>{SAID.format(n)}</p>" for n in range(5))
    page = f"<div class=x1>{layer}</div><div><h1>{{}}</h1><p>{FIRST}</p></div>"
    assert body(page.format("A bridge falls in spring"), title="A bridge falls in spring") == [FIRST]
    assert len(body(page.format("A subhead"), title="A bridge falls in spring")) > 1


@pytest.mark.parametrize("name", ["social-media", "nav_2", "comments-of-the-mayor"])
def test_the_id_of_a_subhead_is_made_of_its_words(name: str) -> None:
    """It does not say what the subhead is."""
    assert texts(f"<h3 id={name}>What comes next for the town</h3>")[2] == "What comes next for the town"


@pytest.mark.parametrize("style", ['style="text-align: right"', "align=right", 'class="x text-right"'])
def test_a_name_set_flush_right_below_the_story_signs_it(style: str) -> None:
    """In many countries, and often with nothing else on the page that tells the name; a sentence is none."""
    assert edges(below=f"<p {style}>Lê Quang</p>") == TEXTS
    assert edges(below="<p>Lê Quang</p>") == [*TEXTS, "Lê Quang"]
    assert edges(below=f"<p {style}>The ferry runs until ten.</p>")[-1] == "The ferry runs until ten."


@pytest.mark.parametrize(
    "line",
    [
        "(mho)",
        "(abc/def)",
        "OK/dpa",
        "SC",
        "kms@courier.example.kr",
        "Copyright Courier.",
        "编辑 | 李敏",
        "Dieses Thema im Programm: Morgenmagazin, 8 Uhr",
        "(Except for the headline, this story has not been edited by our staff.)",
        "To send flowers to the family or plant a tree in memory of Aida, please visit our floral store.",
        "图为即将关闭的桥。陈洁摄",
    ],
)
def test_marks_of_the_house_close_a_story(line: str) -> None:
    """Initials, an address, whose right it is, who edited it."""
    assert edges(below=f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "line", ["(sic)", "No.", "Copyright law does not end at the bridge, the mayor said."]
)
def test_what_resembles_such_a_mark_is_text_amid_a_story(line: str) -> None:
    """Only the last lines are looked at, and a sentence is none."""
    assert texts(f"<p>{line}</p>")[2] == line


@pytest.mark.parametrize(
    "line",
    [
        "Edited by Nurlan Asanov. Translated from German by Aida/ts",
        "*Com Agência Vale",
        "Investor contact: Aida Sydykova ir@bridge.example",
        "김민수 기자 kim@courier.example.kr",
        "This page was last updated on August 4, 2001.",
        "Diese Seite wurde zuletzt am 3. Februar 2008 geändert. Webmaster: Max Muster",
        "Dernière mise à jour le 4 mai 2023",
        "Źródło artykułu: PAP",
        "Με πληροφορίες από το ΑΠΕ",
        "Dieser Beitrag wurde unter Allgemein veröffentlicht. Setze ein Lesezeichen auf den Permalink.",
        "Texto editado por Ana Luz",
        "Our comments follow our community guidelines: be kind, stay on topic, and comment under your own name.",
        "Disclosure: The state university has been a financial supporter of the Courier, a nonprofit newsroom.",
    ],
)
def test_what_the_house_says_of_its_work_is_no_text(line: str) -> None:
    """Who edited it, who pays it, how to reach it."""
    assert edges(below=f"<p>{line}</p>") == TEXTS


def test_a_label_that_runs_into_its_headline_leads_away() -> None:
    """Both are lines of their own on the screen."""
    link = "<a href=/x>Les dix buts dont on parlera encore</a>"
    assert texts(f"<p><strong>À lire aussi</strong>{link}</p>") == TEXTS
    assert texts(f"<p><span>La une du jour</span>{link}</p>") == TEXTS
    assert len(texts(f"<p>La mairie a relu {link}</p>")) == len(TEXTS) + 1


def test_a_call_in_the_heading_of_a_box_takes_the_box_along() -> None:
    """Nothing in it has to ask once more."""
    box = "<div><h4>Do you have a tip for us?</h4><p>We are still reporting. Call or text Aida.</p></div>"
    assert texts(box) == TEXTS


@pytest.mark.parametrize("heading", ["Support us", "Apóyanos", "Anketa", "Sponsored by"])
def test_a_box_in_which_the_house_speaks_of_itself_is_no_text(heading: str) -> None:
    """Nor does the story end with it, and a sentence that begins so is one."""
    assert (
        texts(f"<div><h4>{heading}</h4><p>The Courier has told what happens since 1968.</p></div>") == TEXTS
    )
    assert len(texts(f"<p>{heading} is what he said when he took leave of them.</p>")) == len(TEXTS) + 1


@pytest.mark.parametrize(
    "inside",
    [
        "<h3>Related articles</h3>"
        + "".join(f"<div><a href=/{n}>The ferry to Tashbulak runs again {n}</a></div>" for n in range(3)),
        "<h3>Contact information</h3><p>Ms. Ibraimova, first floor.</p>",
    ],
)
def test_a_story_goes_on_behind_a_box_of_something_else(inside: str) -> None:
    """Its paragraphs stand beside those in front; what stands behind a heading that has no box does not."""
    last = SAID.format(7)
    assert edges(below=f"<div>{inside}</div><p>{last}</p>") == [*TEXTS, last]
    assert edges(below=f"{inside}<p>{last}</p>") == TEXTS


@pytest.mark.parametrize("heading", ["Further information", "Ihr Ansprechpartner", "Reacties", "Herausgeber"])
def test_a_heading_of_what_is_no_story_ends_it(heading: str) -> None:
    """Whatever stands below."""
    assert edges(below=f"<div><h4>{heading}</h4><p>Ms. Ibraimova, first floor, Mondays.</p></div>") == TEXTS


def test_a_paragraph_of_several_sentences_beside_a_picture_is_no_legend() -> None:
    """Sixty characters of Japanese say what two hundred letters do."""
    text = "費用を誰が負担するのかは決まっていない。山本氏は納得していない。市議会は旋回橋を閉鎖する案を可決した。"
    assert text in texts(f"<section><div><img src=b.jpg></div><div><p>{text}</p></div></section>")


def test_a_heading_above_the_headline_heads_no_lead() -> None:
    """The layer that it heads asks for something, be the headline's box the container or the whole page."""
    layer = (
        f"<div><div><h2>Welcome to the Courier</h2><p>{SAID.format(1)}</p><p>{SAID.format(2)}</p></div></div>"
    )
    story = f"<div><div><h1>A bridge falls in spring</h1><p>{FIRST}</p><p>{TEXTS[3]}</p></div></div>"
    assert body(f"{layer}{story}", title="A bridge falls in spring") == [FIRST, TEXTS[3]]
