"""find_body: what stands beside a story on pages whose names say nothing, told by its place and its words."""

import re

import pytest

from tests.parse.body.test_furniture import FIRST, SECOND, TEXTS, THIRD, body, edges, texts

PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
CAPTION = "The mayor of Tashbulak, third from the left, shows the plans to engineers at the mill on Sunday."


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div><img src=b.jpg></div><div><p>{CAPTION}</p></div></div>",
        f"<div><a href=/b.jpg><img src=b.jpg></a><p>{CAPTION}</p></div>",
        f"<div><span><picture><img src=b.jpg></picture></span><p>{CAPTION}</p><p>Aida Sydykova, Courier</p></div>",
        f"<div><div class=img-share><img src=b.jpg><button>Enlarge</button></div><div><p>{CAPTION}</p></div></div>",
    ],
)
def test_a_legend_that_has_a_box_to_itself_with_its_picture_is_no_text(box: str) -> None:
    """Though it is a whole sentence and no name tells what it is."""
    assert texts(box) == TEXTS


def test_a_legend_between_the_headline_and_the_story_is_no_lead() -> None:
    """Unless the page describes itself with it."""
    boxes = "<div>" * 12  # so deep that the story is the container, and this stands before it
    page = f"{boxes}<h1>A bridge</h1><div><img src=b.jpg><p>{CAPTION}</p></div>{boxes.replace('<', '</')}"
    page += f"<div>{PARAGRAPHS}</div>"
    assert body(page) == TEXTS
    assert body(page, description=CAPTION) == [CAPTION, *TEXTS]


@pytest.mark.parametrize(
    "box",
    [
        f"<div><p>{CAPTION}</p><img src=b.jpg></div>",
        f"<div><img src=b.jpg><h4>What the mayor shows</h4><p>{CAPTION}</p></div>",
        f"<p><img src=b.jpg>{CAPTION}</p>",
        f"<div><img src=b.jpg><p>{CAPTION}</p><p>{CAPTION[::-1]}</p><p>{CAPTION} {CAPTION} {CAPTION}</p></div>",
    ],
)
def test_a_picture_among_paragraphs_takes_none_of_them_along(box: str) -> None:
    """What stands before it, in one paragraph with it, or is longer than a legend, is the story's."""
    assert CAPTION in texts(box)


def test_a_page_of_pictures_with_a_text_each_keeps_the_texts() -> None:
    """The sights of a town: the boxes are the story."""
    sights = [f"Sight number {n} of the old town stands by the river since {1900 + n}." for n in range(5)]
    page = "".join(f"<div><img src={n}.jpg><p>{text}</p></div>" for n, text in enumerate(sights))
    assert [text for text in texts(f"<div>{page}</div>") if text in sights] == sights


def test_what_a_notice_stands_beside_is_the_story() -> None:
    """It is a line of its own, and no box of the house."""
    notice = "<p>This article contains affiliate links, for which we earn a commission.</p>"
    assert edges(above=f"<div>{notice}<p>{CAPTION}</p></div>") == [CAPTION, *TEXTS]


def test_a_link_that_was_never_closed_makes_no_link_of_the_page() -> None:
    """Browsers end it where the next one begins."""
    page = f"<a href=/advert><div>Subscribe</div><div><a href=/>Home</a></div><h1>A bridge</h1><div>{PARAGRAPHS}</div>"
    assert body(page) == TEXTS


def test_the_first_headline_of_a_page_is_its_own_though_text_stands_above_its_article() -> None:
    """A second one begins another story, which the site appended."""
    above = f"<div><p>{CAPTION}</p><p>{CAPTION[::-1]}</p><p>{CAPTION.upper()}</p></div>"
    page = f"{above}<article><h1>A bridge</h1>{PARAGRAPHS}</article>"
    other = f"<article><h1>Another story, of a ferry</h1><p>{SECOND[::-1]}</p><p>{THIRD[::-1]}</p></article>"
    assert body(page)[-4:] == TEXTS
    assert body(page + other)[-4:] == TEXTS


def test_a_story_whose_box_is_called_furniture_goes_before_what_readers_say() -> None:
    """Though that is no shorter; where there is nothing else, it is the story, of a match minute by minute."""
    story = f"<div class=related><h1>A bridge</h1>{PARAGRAPHS}</div>"
    said = "".join(f"<p>{text[::-1]}</p>" for text in TEXTS)
    assert body(f"{story}<div class=comments-list>{said}</div>") == TEXTS
    assert body(f"<div class=comments-list>{said}</div>") == [text[::-1] for text in TEXTS]


def test_cards_below_the_story_are_no_text_though_their_excerpts_are_long() -> None:
    """They lead to other stories. Where the cards are the story, a round-up, they are kept."""
    excerpts = [f"{n}. {SECOND[::-1]} {THIRD[::-1]}" for n in range(4)]
    cards = "".join(
        f"<div class=c><h3><a href=/{n}>Another story of the valley {n}</a></h3><p>{text}</p></div>"
        for n, text in enumerate(excerpts)
    )
    long = "".join(f"<p>{text} {text[::-1]}</p>" for text in TEXTS)
    assert len(body(f"<h1>A bridge</h1><div>{long}</div>{cards}")) == len(TEXTS)
    assert [text for text in body(f"<h1>A bridge</h1><p>{FIRST}</p>{cards}") if text in excerpts] == excerpts


@pytest.mark.parametrize("name", ["related-link", "share-link", "promo"])
def test_a_link_amid_a_sentence_is_text_whatever_its_name(name: str) -> None:
    """Without it the sentence would be torn."""
    before, after = THIRD.split("the ferry")
    assert texts(f"<p>{before}<a class={name} href=/ferry>the ferry</a>{after}</p>")[2] == THIRD
    assert texts(f"<p>{SECOND} <a class={name} href=/ferry>Ferries of the region</a></p>")[2] == THIRD


READERS = "".join(
    f"<p>I have crossed this bridge for {n} years and have never seen an engineer on it.</p>"
    for n in range(20)
)


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>38 comments</h3>",
        "<h3>3 Kommentare</h3>",
        "<div>[ 167 comments ]</div>",
        "<h2>5 thoughts on “A bridge”</h2>",
        "<h3>One response to “A bridge”</h3>",
        "<h3>Leave a Reply</h3>",
        "<h3>Schreibe einen Kommentar</h3>",
        "<p>Deja un comentario</p>",
        "<h4>2 комментария</h4>",
        "<h3>Добавить комментарий</h3>",
        "<h2>Top Rated Comments</h2>",
    ],
)
def test_what_readers_say_below_the_story_is_not_the_story(heading: str) -> None:
    """The heading tells how many they are, or asks for more; what they say may be longer than the story."""
    assert edges(below=heading + READERS) == TEXTS


def test_comments_that_a_sentence_counts_end_nothing() -> None:
    """`38 comments were read at the hearing` is told by the story itself."""
    said = "38 comments were read out at the hearing, of which the council answered none."
    assert edges(below=f"<p>{said}</p>")[-1] != TEXTS[-1]


@pytest.mark.parametrize(
    "line",
    [
        "4 min read",
        "Reading time: 3 minutes",
        "Lesezeit: ca. 5 Minuten",
        "Tempo de leitura: 1 minuto",
        "Время чтения 3 минуты",
        "Get the morning briefing delivered straight to your inbox.",
        "By submitting this form you agree to our terms and our privacy policy.",
        "An dieser Stelle finden Sie externe Inhalte, die den Artikel ergänzen.",
        "Ich habe die Datenschutzerklärung gelesen und stimme ihr zu.",
        "En vous inscrivant, vous acceptez nos conditions d'utilisation.",
        "He leído y acepto la política de privacidad de este sitio.",
        "Your browser does not support this video.",
        "This article contains affiliate links. We may earn a commission when you buy through them.",
        "Die Beiträge von Gästen geben nicht die Meinung der Redaktion wieder.",
        "При использовании материалов активная ссылка обязательна.",
        "To save this article by email, choose a name.",
    ],
)
def test_what_forms_and_boxes_say_is_not_the_story(line: str) -> None:
    """Whoever set them, they say the same on every site."""
    assert texts(f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "The mayor found the letter in her inbox on Monday morning.",
        "The council asked residents to read the privacy policy of the new ferry app.",
        "The commission may earn the mayor's trust if its members keep their word.",
        "The editors of the paper and the mayor do not share an opinion on the ferry.",
        "Kommission und Rat wollen den neuen Datenschutzbestimmungen zustimmen, sagte die Bürgermeisterin.",
        "Согласно закону о персональных данных, совет обязан хранить списки жителей три года.",
        "Meclis, kişisel verilerin korunması kanununu kabul etti.",
        "By clicking on the link, victims accept a contract, the police said.",
        "The militia's affiliate in the valley learned of the vote from the radio.",
        "It takes three minutes to read the plan, and ten years to build the bridge.",
    ],
)
def test_a_sentence_with_such_a_word_is(line: str) -> None:
    """One word alone tells nothing."""
    assert line in texts(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Президент подписал <a href=/law>закон о мостах и переправах</a>.",
        "The dam is safe, the governor wrote <a href=/t>on Telegram</a> in the night.",
        "A bank donated <a href=/b>five million som</a> to the town.",
        "The provision of <a href=/w>drinking water</a> is a task of the town.",
        "The company said its newsletter business <a href=/n>grew by a third</a>.",
        "Support our farmers, <a href=/f>the banner said</a>.",
        "The paper lost a tenth of <a href=/s>its subscribers</a> in a year.",
    ],
)
def test_a_short_line_of_the_story_keeps_its_link_and_stays(line: str) -> None:
    """The words with which a house asks for readers and money stand in the news, too."""
    assert re.sub("<[^>]*>", "", line) in texts(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "below",
    [
        "<p>The ministry declined to comment on whether it would approve the policy.</p>",
        "<p>Comments from the builders were not to be had on Sunday.</p>",
        "<p>Copyright law does not protect a bridge, the court had ruled before.</p>",
        "<p>The mayor's deputy reported from the ferry that the river was rising.</p>",
        "<p>This is a breaking point for the valley, the mayor said.</p>",
        "<p>More to follow, the general promised.</p>",
        "<p>Reporting by foreigners is restricted in the valley.</p>",
        "<p>Follow the money, the prosecutor had said on Facebook.</p>",
        "<p>Über den Autor des Briefes ist nichts bekannt.</p>",
        f"<h2>Contact with the far bank was lost</h2><p>{CAPTION}</p>",
        f"<h3>Trending topics of the hearing</h3><p>{CAPTION}</p>",
    ],
)
def test_a_story_may_end_with_words_that_sites_end_it_with(below: str) -> None:
    """A sentence that begins with one, or has two that are far from each other, is the story's; so is a subhead."""
    assert len(edges(below=below)) > len(TEXTS)


@pytest.mark.parametrize(
    "below",
    [
        "<h4>About Aida Sydykova</h4><p>She writes about rivers and the people who live by them.</p>",
        "<p>Aida Sydykova is a reporter of the Courier. She has written about rivers since 2014.</p>",
        "<h3>Über Aida Sydykova</h3><p>Schreibt seit 2014 über Flüsse.</p><p>Lebt in Osch.</p>",
        "<p>Aida is a freelance writer who lives in Osh.</p>",
        "<p>•Sydykova, a public affairs analyst, writes from Osh.</p>",
        "<p>Las opiniones vertidas en esta columna son de responsabilidad de su autora.</p>",
        "<p>Reporter Aida Sydykova can be reached at the desk of the Courier in Osh.</p>",
        "<p>The writer is a member of the town council of Tashbulak.</p>",
        "<p>Die Autorin ist Mitglied des Stadtrats.</p>",
    ],
)
def test_what_is_told_of_the_author_below_the_story_is_not_the_story(below: str) -> None:
    """The page's data name her, and so does the line."""
    assert edges(below=below, authors=("Aida Sydykova",)) == TEXTS


def test_a_story_that_begins_with_its_author_is_kept() -> None:
    """Only the last lines can tell of her."""
    line = "Aida Sydykova was on the bridge when it broke."
    assert edges(above=f"<p>{line}</p>", authors=("Aida Sydykova",)) == [line, *TEXTS]


def test_a_last_line_that_begins_with_a_first_name_of_the_story_is_kept() -> None:
    """It may be that of an author too."""
    first, last = (
        "The engineer Aida Berg drew the plans of the bridge.",
        "Aida is content with what was built.",
    )
    kept = edges(above=f"<p>{first}</p>", below=f"<p>{last}</p>", authors=("Aida Sydykova",))
    assert kept == [first, *TEXTS, last]


FORM = "<form><input type=email><button>Go</button></form>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h3>Stay in the know</h3><p>The best of the valley every morning at seven.</p>{FORM}</div>",
        f"<section><div><p>Should the bridge have a toll? Tell us what you think.</p></div>{FORM}</section>",
    ],
)
def test_the_few_words_in_one_box_with_a_form_are_no_text(box: str) -> None:
    """They say what one gets for filling it in, whatever they say."""
    assert texts(box) == TEXTS


def test_a_form_among_paragraphs_takes_none_of_them_along() -> None:
    """A box of many lines, or that holds most of the text, is the story's: the form sets the number of guests."""
    items = "".join(f"<li>{number} spoons of flour</li>" for number in range(6))
    assert "3 spoons of flour" in texts(f"<div><ul>{items}</ul>{FORM}</div>")
    assert texts(FORM) == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "Если вы обнаружили опечатку, выделите фрагмент текста и нажмите Ctrl+Enter",
        "Ann Rice is a reporter at the Courier. Contact her at ann@courier.example.",
        "Media contact: Jane Miller, press office, +1 555 0100, press@courier.example",
        "Добавлять комментарии могут только зарегистрированные пользователи.",
        "You must be logged in to post a comment.",
        "Количество просмотров: 1 204",
        "1,204 views",
        "Қаралды: 77 рет",
        "###",
    ],
)
def test_a_last_line_that_speaks_of_the_house_is_no_text(line: str) -> None:
    """How to reach people, who may comment, how often it was read; the same number in a sentence is the story's."""
    assert edges(below=f"<p>{line}</p>") == TEXTS
    assert edges(below="<p>The film about the bridge had 1,204 views by noon.</p>") != TEXTS


@pytest.mark.parametrize(
    "above",
    [
        "<p>By Aida Sydykova for the Courier, Monday, 8 December 2025</p>",
        "<p>Monday November 18, 2019 7:45 am PST by the night desk</p>",
        "<div>Aida Sydykova 08.12.2025 Environment, Rivers</div>",
        "<div>11:48, Thu, Jul 18, 2024 | UPDATED: 11:50, Thu, Jul 18, 2024</div>",
    ],
)
def test_a_line_of_day_and_hour_or_author_above_the_story_is_not_the_story(above: str) -> None:
    """Whatever else stands in it."""
    assert edges(above=above, authors=("Aida Sydykova",), language="en") == TEXTS


def test_a_first_sentence_with_a_day_and_an_hour_is_kept() -> None:
    """It ends as sentences do."""
    line = "On Monday, 8 December 2025, at 7:45 the first lorry crossed the new bridge."
    assert edges(above=f"<p>{line}</p>") == [line, *TEXTS]


@pytest.mark.parametrize(
    "line",
    [
        "12.03.2024, 14:05 Uhr",
        "Stand: 12.03.2024",
        "By Jane Doe and John Roe",
        "Von Eva Beispiel, Berlin",
        "von dpa/afp",
    ],
)
def test_a_stamp_or_a_byline_is_a_line_of_its_own(line: str) -> None:
    """With nothing in it but days, hours and names."""
    assert texts(f"<p>{line}</p>", language=None) == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "Von der Theorie zur Praxis",
        "Por qué sube el pan",
        "12.3.2024 Erster Spatenstich der Brücke",
        "Stand heute gibt es in der Stadt dreihundert Boote und 2 Fähren.",
        "Published in 2019, the plan was forgotten by all who had read it.",
    ],
)
def test_a_subhead_or_an_entry_that_begins_like_one_is_text(line: str) -> None:
    """It goes on with words that are no names."""
    assert line in texts(f"<h3>{line}</h3>", language=None)


CARD = (
    "<div><div><a href=/2024/05/ferry><h5>The ferry that nobody wanted is back on the river</h5></a>"
    "<p>It carries forty cars, and on most days two of them.</p></div></div>"
)


def test_a_headline_that_leads_to_another_story_goes_with_its_excerpt() -> None:
    """A single card has no sisters that would give it away."""
    longer = f"<p>{SECOND} {FIRST}</p>"
    assert CARD_TEXT not in texts(CARD + longer)


CARD_TEXT = "It carries forty cars, and on most days two of them."


def test_a_round_up_of_linked_headlines_keeps_its_texts() -> None:
    """Where they are the story, there is no other."""
    items = "".join(
        f"<div><h3><a href=/{n}>A headline of the week that leads elsewhere</a></h3><p>{n}: {SECOND}</p></div>"
        for n in range(6)
    )
    assert sum(SECOND in text for text in texts(items)) == 7


@pytest.mark.parametrize(
    "box",
    [
        (
            "<div><h4>The morning letter</h4><p>All that moves the region, at six.</p>"
            "<p>Delivered straight to your inbox.</p></div>"
        ),
        (
            "<section><h3>More for you</h3><ul><li>Unlimited access to all stories</li><li>The crossword of "
            "the day</li></ul><p>Already a subscriber?</p></section>"
        ),
    ],
)
def test_one_line_of_a_box_gives_the_others_away(box: str) -> None:
    """What stands in one small box with a line that asks to sign up is of the same kind."""
    assert texts(box) == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "Sunday, 12 March 2024, 14:05 | Updated on Monday, 13 March 2024, 09:20",
        "Published: 12.03.2024 14:05 Last updated: 13.03.2024 09:20, a.m.",
        "2024年3月12日 14時05分 (3月13日 09時20分更新)",
    ],
)
def test_a_line_of_dates_between_the_headline_and_the_story_is_no_lead(line: str) -> None:
    """It is as long as one, and says nothing of the story."""
    page = f"<div><h1>A bridge for Tashbulak</h1><div><div>{line}</div></div><div>{PARAGRAPHS}</div></div>"
    assert body(page, title="A bridge for Tashbulak") == TEXTS


def test_each_author_may_stand_in_a_line_above_the_date() -> None:
    """With the place where they wrote between; what stands between two lines of the story is none."""
    names = ("Ana Cuesta", "Silvia Rodil")
    lines = ("A bridge, and who pays", *names, "Valladolid", "Miércoles, 23 de abril 2025, 13:45")
    above = "".join(f"<p>{line}</p>" for line in lines)
    assert edges(above, authors=names) == [lines[0], *TEXTS]
    assert "Valladolid" in edges("<p>Valladolid</p>", authors=names)
    assert edges("<ul><li>Author: Ana Cuesta</li></ul>", authors=names) == TEXTS
    assert "Ana Cuesta" in edges("<ul><li>Ana Cuesta</li></ul>", authors=names)


@pytest.mark.parametrize(
    "lead",
    ["소방 “천장 배선서 시작” 인근 도로 통제", "A bridge for a valley that waited four winters for it"],
)
def test_a_lead_in_a_box_right_behind_the_headline_is_text(lead: str) -> None:
    """Without a full stop, as papers set it; fewer letters are enough where each is a syllable."""
    page = "<div><h1>새벽 배송 물류센터서 불</h1><div>{}</div>" + f"<div>{PARAGRAPHS}</div></div>"
    assert body(page.format(lead), title="새벽 배송 물류센터서 불") == [lead, *TEXTS]
    assert body(page.format("공유하기 인쇄"), title="새벽 배송 물류센터서 불") == TEXTS


def test_a_headline_in_a_lower_heading_tells_where_to_look() -> None:
    """A header with links is furniture, unless the headline stands in it; so is what stands below the headline."""
    lead = "The bridge over the Kara was opened on Sunday, four years after the old one had been closed to carts."
    header = f"<header><a href=/>Courier</a><h2>A bridge for Tashbulak</h2><p>{lead}</p></header>"
    page = f"{header}<div>{PARAGRAPHS}</div>"
    assert body(page, title="A bridge for Tashbulak") == [lead, *TEXTS]
    assert body(page.replace("A bridge for", "Another bridge for"), title="A bridge for Tashbulak") == TEXTS


def test_the_address_of_a_picture_is_no_text() -> None:
    """Some themes print it with its size, the author and the address of the site, for machines."""
    site = "https://courier.example"
    line = f"{site}/2022/11/bridge-scaled.jpg 1707 2560 Aida Sydykova {site}/{'logo' * 40}.png"
    assert edges(below=f"<div>{line}</div>") == TEXTS


@pytest.mark.parametrize("tag", ["div", "section", "td"])
def test_boxes_beside_the_column_of_a_short_story_are_no_text(tag: str) -> None:
    """They begin with a heading; where a text goes on there without one, or says more, it is the story's."""
    column = f"<{tag}><h1>A bridge</h1><div>{PARAGRAPHS}</div></{tag}>"
    row = "<div>{}</div>" if tag != "td" else "<table><tr>{}</tr></table>"
    beside = f"<{tag}><h5>Scouts</h5><p>{CAPTION}</p></{tag}>"
    assert body(row.format(column + beside)) == TEXTS
    assert body(row.format(column + beside.replace("<h5>Scouts</h5>", ""))) == [*TEXTS, CAPTION]
    short = f"<{tag}><h1>A bridge</h1><p>{CAPTION}</p></{tag}><{tag}><h2>The vote</h2>{PARAGRAPHS}</{tag}>"
    assert body(row.format(short)) == [CAPTION, "The vote", *TEXTS]


OTHER = "<h2><a href=/s>Snow closes the pass above Naryn for the winter</a></h2>" + "".join(
    f"<p>The pass stays closed until {month}, for the snow lies higher than the posts beside the road, "
    f"and those who live behind it come down by the long way round the lake.</p>"
    for month in ("April", "May", "June", "July")
)


@pytest.mark.parametrize(
    "story",
    [
        f"<main><h1>A bridge</h1><aside>{PARAGRAPHS}</aside></main>",
        f"<main><h1>A bridge</h1><div>In the valley</div><div class=sidebar>{PARAGRAPHS}</div></main>",
        f"<div class=sidebar-1><h1>A bridge</h1>{PARAGRAPHS}</div>",
    ],
)
def test_a_story_that_its_name_calls_furniture_is_told_before_another_one(story: str) -> None:
    """Nothing stands between its headline and that of the other one but what the name hides."""
    assert body(f"{story}<div>{OTHER}</div>", title="A bridge") == TEXTS
    beside = f"<main><h1>A bridge</h1>{PARAGRAPHS}</main><aside>{OTHER}</aside>"
    assert body(beside, title="A bridge") == TEXTS


def test_a_heading_that_says_the_title_heads_the_story_below_the_name_of_the_site() -> None:
    """Though the h1 is the site's: a story with a date behind its box is another one."""
    title = "A bridge over the Kara"
    page = f"<h1>The Valley</h1><div><h2>{title}</h2>{PARAGRAPHS}</div><div>{OTHER}</div>"
    assert body(f"<nav><h1>{title}</h1></nav>{page}", title=title) == TEXTS


def test_a_heading_that_says_another_title_heads_no_story() -> None:
    """A layer that asks to accept cookies stands in front of the page's own story, whose headline comes yet."""
    asks = f"<div><h2>We value your privacy</h2><p>{SECOND}</p><p>{CAPTION}</p></div>"
    story = f"<div><h2>A bridge over the Kara is closed</h2><div>8 December 2025</div>{PARAGRAPHS}</div>"
    assert FIRST in body(asks + story, title="What the council of Tashbulak decided")


def test_a_part_of_the_story_is_no_other_one_for_its_day() -> None:
    """It stands above a subhead of a word or two."""
    lead = f"<div><h1>A bridge</h1><p>{SECOND} {THIRD}</p></div>"
    told = f"<div><div>25.01.2022</div><div><h3>The costs</h3><p>{FIRST}</p>{OTHER.partition('</h2>')[2]}</div></div>"
    assert FIRST in body(lead + told)
    assert FIRST not in body(lead + told.replace("The costs", "Snow closes the pass above Naryn"))


def test_a_story_begins_behind_the_box_of_teasers_above_it() -> None:
    """Of which there is more than of the story; what leads to others is none."""
    cards = "".join(
        f"<div><h3><a href=/{n}>Other bridge number {n}</a></h3><p>{CAPTION}</p></div>" for n in range(6)
    )
    above = f"<div><div>You may also like</div>{cards}</div>"
    page = f"<h1>A bridge</h1><p>{THIRD}</p><div>{above}<div><p>{FIRST}</p><p>{SECOND}</p></div></div>"
    assert body(page) == [THIRD, FIRST, SECOND]
