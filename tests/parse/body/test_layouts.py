"""find_body: what publishing systems put around, between and below the paragraphs of a story."""

import pytest

from tests.parse.body.test_furniture import FIRST, FOURTH, SECOND, TEXTS, THIRD, body, edges, texts

PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
SHORT = f"<h1>A bridge is closed</h1><p>{FIRST}</p>"
SAID = "Whoever closes a bridge opens a ferry."
EXCERPT = (
    "Engineers from three towns met by the river to look at the piers of all the other bridges, and they found "
    * 3
)


def test_a_figure_without_a_picture_is_text() -> None:
    """Editors set tables and quotations into figures."""
    table = "<figure class=wp-block-table><table><tr><td>Year</td><td>Cars</td></tr></table></figure>"
    quote = f"<figure class=block-quote><blockquote>{SAID}</blockquote></figure>"
    assert texts(table) == [FIRST, SECOND, "Year | Cars", THIRD, FOURTH]
    assert texts(quote) == [FIRST, SECOND, SAID, THIRD, FOURTH]


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure class=wp-block-pullquote><blockquote><p>{SAID}</p></blockquote></figure>",
        f"<figure><img src=a.jpg><blockquote>{SAID}</blockquote></figure>",
        "<figure class=related><table><tr><td>Year</td><td>Cars</td></tr></table></figure>",
    ],
)
def test_a_figure_that_shows_something_is_not(figure: str) -> None:
    """Nor is a quotation set large, or what its name calls furniture."""
    assert texts(figure) == TEXTS


def test_text_for_subscribers_is_text_where_it_is_there() -> None:
    """Unless it is encrypted."""
    kinds = "preview", "only", "only", "only"
    parts = "".join(
        f"<div class=subscriber-{k}><p>{text}</p></div>" for k, text in zip(kinds, TEXTS, strict=True)
    )
    secret = "<p>kAm%96 4@F?4:= @7 %2D93F=2< G@E65 @? |@?52J E@ C63F:=5 E96 @=5 3C:586 @G6C E96 z2C2 C:G6C]k^Am</p>"
    hidden = f'<div class="subscriber-only encrypted-content" style="display: none">{secret * 9}</div>'
    page = "<div><h1>A bridge</h1><div class=asset-content>{}</div></div>"
    assert body(page.format(parts)) == TEXTS
    assert body(page.format(parts[: parts.index("</div>")] + "</div>" + hidden)) == [FIRST]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_heading_ends_a_short_story_above_cards_with_long_excerpts(count: int) -> None:
    """Two sentences are a story; what stands below a heading that leads elsewhere is not."""
    card = "<div class=t><h3><a href=/{0}>Bridge number {0} is closed too</a></h3><p>{1} {0}.</p></div>"
    cards = "".join(card.format(number, EXCERPT[:250]) for number in range(max(count, 3)))
    cards = cards.replace(EXCERPT[:250], EXCERPT[:90], max(count, 3) - count)
    assert body(f"<main>{SHORT}<div><h2>More stories</h2>{cards}</div></main>") == [FIRST]


def test_a_lead_in_an_element_of_the_sites_own_is_recovered() -> None:
    """Its name tells nothing, but that it is one."""
    lead = "The council has spoken, and after ten years of talk it is in favour."
    story = "".join(f"<x-p>{text}</x-p>" for text in (*TEXTS, *(text[::-1] for text in TEXTS)))
    head = f"<x-title><h1>A bridge</h1></x-title><x-lead>{lead}</x-lead><x-by>Aida</x-by>"
    assert body(f"<x-page>{head}<x-body>{story}</x-body></x-page>")[:2] == [lead, FIRST]


NOTICE = (
    "When you purchase through links on our site, we may earn an affiliate commission. Here is how it works."
)


def test_a_notice_between_the_headline_and_the_story_is_no_lead() -> None:
    """Nor is a call to the readers."""
    for line in (
        NOTICE,
        "Sign up to our free newsletter and get the latest news from the river every morning.",
    ):
        assert body(f"<h1>A bridge</h1><div><p>{line}</p></div><div>{'<div>' * 9}{PARAGRAPHS}</div>") == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        NOTICE,
        "Do you have an opinion on the issues raised in this article? Send us a response of up to 300 words.",
        "Letters to the editor must be 300 words or less and carry a name and an address.",
        "The Letter is a reader-supported publication.",
        "To receive new posts and support my work, consider becoming a free or paid subscriber.",
        "Soutenez-nous : votre don est déductible à 66 % de vos impôts.",
        "Articolul de mai sus este destinat exclusiv informării dumneavoastră personale.",
        "We use your sign-up to provide content in ways you've consented to and improve our understanding of you.",
        "Want to change how you receive these emails? You can unsubscribe from this list.",
        "Disclosure: the author owns no shares of the companies named.",
        "Got a question for Ada? Send it to ada@courier.example.",
        "Sign up and we will send you the best stories of the week.",
        "Veja outras notícias da região no Portal do Rio.",
        "Simak breaking news dan berita pilihan kami langsung di ponselmu.",
        "Ikuti saluran WhatsApp kami",
        "Wil je reageren op dit artikel? Dat kan onderaan.",
        "长按识别二维码，关注老街故事",
        "A cikk a hirdetés után folytatódik",
        "Artikkelen fortsetter under annonsen",
        "Gefällt mir Wird geladen …",
        "Want the latest river news delivered to you? Sign up to our morning email.",
        "We want our comments to be a lively and valuable part of our community.",
        "Send your news & photos",
        "War dieser Artikel hilfreich?",
        "Pratite nas na Facebook i Instagram stranici.",
        "Følg oss på Facebook",
        "💬 WhatsApp ons! Heb jij een tip? Stuur ons je foto.",
        "Meer nieuws uit de regio? Download de app van Omroep Kanaal.",
        "Round bales near the bridge. Credit: M. Parker",
        "Iratkozzon fel hírlevelünkre!",
        "Pročitajte još:",
        "انتهای پیام/",
        "doi: https://doi.org/10.0000/d41586-024-0001",
    ],
)
def test_what_the_house_says_amid_the_story_is_left_out(line: str) -> None:
    """In a paragraph like any other."""
    assert texts(f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "The bank earned commissions of 12 million, and affiliate firms another two.",
        "She wrote letters to the editor of every paper in the valley until one of them printed it.",
        "Ada got a question that nobody in the room could answer, and she sent it on to the engineers.",
        "Her disclosure: the bridge had been unsafe since the flood of 1998.",
        "Pemerintah ikuti saran para ahli dan menutup jembatan itu.",
    ],
)
def test_a_sentence_with_the_same_words_is_kept(line: str) -> None:
    """News tell of questions, letters and commissions too."""
    assert line in texts(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "below",
    [
        "<p>Media Contact Joel Pratt 402-555-0117 press@harlan.example</p><p>SOURCE Harlan Foods, Inc.</p>",
        "<p>Прочитали: 1822</p>",
        "<div>Read other stories</div><div><a href=/1>How the ferryman lost his ferry</a></div>",
    ],
)
def test_what_closes_a_story_is_left_out(below: str) -> None:
    """Whom to call, how many read it, and what the links below it are called."""
    assert edges(below=below) == TEXTS


@pytest.mark.parametrize(
    "above", ["<li>12 May 2024</li>", "<p>Osh, 12 May 2024</p>", "<li>Просмотров: 233</li>"]
)
def test_where_and_when_a_story_was_written_is_no_text(above: str) -> None:
    """Nor is how often it was read."""
    assert edges(above=above) == TEXTS


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>38 Comments</h3>",
        "<h3>Comments (38)</h3>",
        "<h3>Комментарии (3)</h3>",
        "<h3>Коментари (1)</h3>",
        f"<h3>2 Responses to “{SECOND}”</h3>",
    ],
)
def test_a_heading_that_counts_comments_ends_a_story_of_two_sentences(heading: str) -> None:
    """Though they are many, and their boxes have no names."""
    remarks = "".join(f"<div><div>Neighbor {n}</div><div>{EXCERPT[:200]} {n}.</div></div>" for n in range(9))
    assert body(f"<div>{SHORT}<p>{THIRD}</p><div>{heading}{remarks}</div></div>") == [FIRST, THIRD]


def test_labels_in_front_of_the_headline_are_no_text() -> None:
    """A kicker, or the name of the site; a sentence there is one of the story."""
    page = f"<div><div>The Courier</div><p>Politics</p><h1>A bridge</h1>{PARAGRAPHS}</div>"
    assert body(page) == TEXTS
    assert body(page.replace("Politics", "The river has won.")) == ["The river has won.", *TEXTS]


STAMPS = "<div>{0} May 2024, 12:10</div>", "<time>{0} May</time>"


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_story_that_the_site_appended_in_a_box_of_the_same_make_is_another(stamp: str) -> None:
    """Without <article>, its date tells."""
    story = "<div class=entry><h1>{}</h1>{}<div>{}</div></div>"
    other = "".join(f"<p>{text[::-1]}</p>" for text in TEXTS)
    page = story.format("A bridge", stamp.format(8), PARAGRAPHS) + story.format(
        "A ferry", stamp.format(7), other
    )
    assert body(f"<div>{page}</div>") == TEXTS
    undated = page.replace(stamp.format(8), "").replace(stamp.format(7), "")
    assert len(body(f"<div>{undated}</div>")) > len(TEXTS)


def test_an_offer_below_the_beginning_of_a_story_is_cut_though_its_heading_is_loose() -> None:
    """A wall is looked for before short lines outside of paragraphs are dropped."""
    offer = (
        "<div>Weiterlesen mit Kurier Plus</div><ul><li>Alle Artikel lesen</li><li>Jederzeit kündbar</li></ul>"
    )
    assert edges(below=f"<div>{offer}</div>") == TEXTS


def test_parts_of_a_letter_in_tables_of_their_own_are_one_text() -> None:
    """Whether the tables have a <tbody> or not."""
    part = "<table><tbody><tr><td>{}</td></tr></tbody></table>"
    above = part.format(f"<p>{FIRST}</p><p>{SECOND}</p>")
    below = part.format(
        f"<h2>Jobs</h2><ul><li>Mend the planks.</li><li>Feed the ferryman.</li></ul><p>{FOURTH}</p>"
    )
    letter = f"<table><tbody><tr><td>{above}{below}</td></tr></tbody></table>"
    for page in (letter, letter.replace("<tbody>", "").replace("</tbody>", "")):
        assert body(page) == [FIRST, SECOND, "Jobs", "Mend the planks.", "Feed the ferryman.", FOURTH]


def test_a_lower_heading_with_a_kicker_and_the_title_tells_where_to_look() -> None:
    """The lead below it is recovered."""
    lead = "Wages rise more than prices, and yet there is nothing left of them."
    title = "Why nobody feels the rise in wages"
    head = f"<header><h2><span>Money</span> <span>{title}</span></h2><div>{lead}</div><b>By Aida</b></header>"
    page = f"<article>{head}<div>{'<div>' * 9}{PARAGRAPHS}</div></article>"
    assert body(page, title=title) == [lead, *TEXTS]


def test_a_layout_table_with_short_paragraphs_makes_no_row() -> None:
    """Its cells hold several texts: the second is the story."""
    cells = f"<td><p>Masses on Sunday at eleven.</p></td><td>{PARAGRAPHS}</td>"
    found = body(f"<h1>A bridge</h1><table><tr>{cells}</tr></table>")
    assert found[-4:] == TEXTS


OWN = f"<div><h1>A bridge</h1>{PARAGRAPHS}</div>"
LONGER = "".join(f"<p>{text[::-1]} {text[::-1]}</p>" for text in TEXTS)


@pytest.mark.parametrize(
    "other",
    [
        f"<div><h2><a href=/ferry>The ferry sinks</a></h2>{LONGER}</div>",
        f"<div><h2>The ferry sinks</h2><div>By Ann Rice</div><div>8 May 2024</div>{LONGER}</div>",
        f"<div><h1>The ferry sinks</h1><div>{LONGER}</div></div>",
        f"<article><h1><a href=/ferry>The ferry sinks</a></h1>{LONGER * 2}</article>",
        f"<div><h3><a href=/ferry>The ferry sinks</a></h3>{LONGER}</div>" * 2,
    ],
    ids=["linked", "dated", "headed alike", "the only article", "two"],
)
def test_a_longer_story_in_a_box_below_the_pages_own_is_another(other: str) -> None:
    """A page that scrolls on is about its first story, whatever its boxes are called."""
    assert body(f"<div>{OWN}{other}</div>", title="A bridge") == TEXTS


@pytest.mark.parametrize(
    "page",
    [
        f"<div>{OWN}<div><h2>The ferry sinks</h2>{LONGER}</div></div>",
        f"<h1>A bridge</h1><div>{PARAGRAPHS}</div><div><h2><a href=/f>The ferry</a></h2>{LONGER}</div>",
        f"<div>{OWN}<div><h2><a href=/f>The ferry</a></h2>{LONGER}</div><div><p>{SAID * 3}</p></div></div>",
        f"<div>{OWN}<div>"
        + "".join(f"<h2>1{n}:00</h2><p>8 May 2024</p><p>{text}</p>" for n, text in enumerate([EXCERPT] * 4))
        + "</div></div>",
    ],
    ids=["a part of it", "the headline is above both", "it goes on behind", "a series of entries"],
)
def test_a_headed_box_of_text_is_not_always_another_story(page: str) -> None:
    """Where nothing tells that it stands on its own, it is a part of the story."""
    assert len(body(page, title="A bridge")) > len(TEXTS)


def test_a_story_with_its_headline_below_a_box_of_text_is_the_pages_own() -> None:
    """What stands above asks for consent, and no story is appended to that."""
    layer = "".join(
        f"<p>We and our {n} partners store on your device what tells it from the devices of others.</p>"
        for n in range(9)
    )
    page = f"<div>{layer}</div><div><h1>A bridge is closed by a lorry</h1><p>8 May 2024</p>{PARAGRAPHS}</div>"
    assert body(page, title="A bridge is closed by a lorry") == TEXTS


def test_a_headline_that_leads_elsewhere_is_another_storys_where_the_page_prints_none() -> None:
    """One that only has a date may be the page's own."""
    page = f"<div><div>{PARAGRAPHS}</div><div><h2>{{}}</h2><p>8 May 2024</p>{LONGER}</div></div>"
    assert body(page.format("<a href=/ferry>The ferry sinks</a>")) == TEXTS
    assert len(body(page.format("The ferry sinks"))) > len(TEXTS)


def test_a_heading_around_a_box_of_text_is_no_other_story() -> None:
    """Editors nest them so by mistake."""
    inside = f"<div><h3>The ferry</h3><p>{EXCERPT}</p><p>{EXCERPT}</p></div>"
    page = f"<div><h1>A bridge</h1>{PARAGRAPHS}<p>{EXCERPT}</p></div><h2>{inside}</h2>"
    assert set(TEXTS) <= set(body(page, title="A bridge"))


def test_what_holds_the_headline_and_most_paragraphs_is_no_furniture() -> None:
    """Whatever it is called, and however much stands beside it."""
    about = f"<div><p>{EXCERPT}</p></div>"
    page = f'<div class="newsletter-page"><h1>A bridge</h1>{PARAGRAPHS}<p>{SAID * 9}</p></div>{about}'
    assert body(page, title="A bridge")[:4] == TEXTS


def test_cards_in_front_of_a_story_are_none_of_it() -> None:
    """Though there are more words on them than in it."""
    card = "<div class=q7><div><a href=/{0}>What happened in village number {0}</a></div><div>{1}</div></div>"
    cards = "".join(card.format(number, EXCERPT[:150]) for number in range(8))
    story = f"<h1>A bridge</h1><div>Most read{cards}</div>{PARAGRAPHS}<p>{EXCERPT}</p>"
    assert body(f"<article>{story}</article>") == [*TEXTS, EXCERPT.strip()]


RIGHTS = "No part of this publication may be stored or sent on in any form without the written word of its publisher."


@pytest.mark.parametrize("page", ["{story}<div>{notice}</div>", "<div>{notice}</div>{story}"])
def test_a_short_story_and_its_headline_stand_in_one_of_the_pages_boxes(page: str) -> None:
    """What the others say is not of it, though it is as long."""
    story = f"<div><div><h1>A bridge is closed</h1><div><p>{FIRST}</p><p>{THIRD}</p></div></div></div>"
    notice = "".join(f"<p>{number}. {RIGHTS}</p>" for number in range(3))
    assert body(page.format(story=story, notice=notice)) == [FIRST, THIRD]


def test_a_story_in_several_of_the_pages_boxes_is_whole() -> None:
    """Where only its beginning stands in one box with its headline."""
    more = "".join(f"<div><p>{EXCERPT}{number}</p></div>" for number in range(9))
    found = body(f"<div><h1>A bridge is closed</h1><p>{FIRST}</p></div>{more}")
    assert found[0] == FIRST
    assert len(found) == 10


@pytest.mark.parametrize(
    "line", ["<div>Who pays for it</div>", "<div>The vote</div><div>Who pays for it</div>"]
)
def test_a_line_in_front_of_a_paragraph_of_its_box_is_a_subhead(line: str) -> None:
    """Whatever its tag; one word is a label, and so is a line with a box of its own or none behind it."""
    inside = [text for text in ("The vote", "Who pays for it") if text in line]
    assert texts(line) == [FIRST, SECOND, *inside, THIRD, FOURTH]
    assert texts(f"<ul><li>{SAID}</li></ul>", line) == [FIRST, SECOND, SAID, *inside, THIRD, FOURTH]
    assert texts(f"<div>{line}</div>") == texts("<div>Publicidad</div>") == edges(below=line) == TEXTS


def test_a_line_in_an_item_of_a_list_is_text() -> None:
    """However many boxes are put around it: such are the ingredients of a dish."""
    items = ["200 g of flour", "Two eggs"]
    listed = "".join(f"<li><div><div>{item}</div></div></li>" for item in items)
    assert texts(f"<ul>{listed}</ul>") == [FIRST, SECOND, *items, THIRD, FOURTH]


def test_a_line_below_the_heading_of_its_box_is_text() -> None:
    """It is all that this part of the page says; a heading that has a box of its own leads to more."""
    assert texts("<div><h2>Hours</h2><div>Monday to Friday from 8 to 5</div></div>")[2:4] == [
        "Hours",
        "Monday to Friday from 8 to 5",
    ]
    apart = "<div><div><h2>Pictures</h2></div><div>All 50 of them</div></div>"
    assert texts(apart) == [FIRST, SECOND, "Pictures", THIRD, FOURTH]


def test_a_headline_in_a_line_tells_where_the_story_is() -> None:
    """A long text in front of it is none."""
    title = "A bridge over the Kara river is closed"
    page = f"<div><p>{EXCERPT * 2}</p></div><div><div class=x>{title}</div><div>{PARAGRAPHS}</div></div>"
    assert body(page, title=title) == TEXTS
    linked = page.replace(title, f"<a href=/b>{title}</a>")
    assert body(linked, title=title) != TEXTS
