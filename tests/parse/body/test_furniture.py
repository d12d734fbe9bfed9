"""find_body: furniture that stands among the paragraphs and that no name gives away."""

import pytest

from pipeline.parse.body import Told, find_body
from pipeline.parse.html_tree import parse_html

FIRST = (
    "The council of Tashbulak voted on Monday to rebuild the old bridge over the Kara river before winter."
)
SECOND = (
    "“Nobody had listened to the engineers for ten years, and now we all pay,” the mayor said after the vote, "
    "which took until midnight and in which two members of the opposition sided with her."
)
THIRD = (
    "Work begins in April, and the ferry will carry passengers until the new bridge opens, the mayor said."
)
FOURTH = (
    "The old one was closed in May, when a lorry broke through the planks; nobody was hurt in the accident."
)
TEXTS = [FIRST, SECOND, THIRD, FOURTH]


def texts(*inside: str, authors: tuple[str, ...] = (), language: str | None = "en") -> list[str]:
    """The texts found where `inside` stands between the second and the third of four paragraphs."""
    page = f"<h1>A bridge</h1><div><p>{FIRST}</p><p>{SECOND}</p>{''.join(inside)}<p>{THIRD}</p><p>{FOURTH}</p></div>"
    return body(page, authors=authors, language=language)


def edges(above: str = "", below: str = "", **told: object) -> list[str]:
    """The texts found where something stands above the first paragraph and below the last."""
    page = "".join(f"<p>{text}</p>" for text in TEXTS)
    return body(f"<h1>A bridge</h1><div>{above}{page}{below}</div>", **told)


def body(page: str, **told: object) -> list[str]:
    """The texts found in a page of this body."""
    root, _ = parse_html(f"<html><body>{page}</body></html>")
    return [block.text for block in find_body(root, Told(**told)).blocks if block.text]  # type: ignore[arg-type]


PULLED = "Nobody had listened to the engineers for ten years, and now we all pay"


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote>“{PULLED}.”</blockquote>",
        f"<blockquote><p>{PULLED}.</p></blockquote>",
        f"<div class=x><p>»{PULLED}.«</p><span>The mayor</span></div>",
    ],
)
def test_a_sentence_set_large_beside_its_paragraph_is_left_out(quote: str) -> None:
    """A pull quote says again what the text says."""
    assert PULLED not in " ".join(text for text in texts(quote) if text != SECOND)


def test_a_quotation_that_is_said_once_is_kept() -> None:
    """What stands nowhere else is text, in whatever box it stands."""
    said = "I have read every page of this report, and I do not believe a word of it."
    assert texts(f"<blockquote><p>{said}</p></blockquote>") == [FIRST, SECOND, said, THIRD, FOURTH]


def test_where_readers_quote_each_other_nothing_is_left_out() -> None:
    """A thread of answers that begin with what they answer keeps all of them."""
    remarks = [f"I think that number {n} of the proposals is the best of all." for n in range(5)]
    thread = "".join(
        f"<blockquote><p>{one}</p></blockquote><p>{one} But it costs more than we have.</p>"
        for one in remarks
    )
    assert set(remarks) < set(texts(thread))


@pytest.mark.parametrize(
    "picture",
    [
        "<div><img src=b.jpg alt='The old bridge seen from the mill'></div><p>The old bridge seen from the mill.</p>",
        "<p><img src=b.jpg><br>The old bridge seen from the mill</p>",
        "<p><img src=b.jpg><br><em>The old bridge seen from the mill</em></p>",
        "<img src=b.jpg><center>The old bridge, via <a href=/x>the archive</a></center>",
        "<img src=b.jpg><div style='font-size: 11px; color: #888'>The old bridge seen from the mill</div>",
        (
            "<ul><li><img src=1.jpg><p>The old bridge seen from the mill</p></li><li><img src=2.jpg><p>The mill seen "
            "from the bridge</p></li><li><div><img src=3.jpg></div>The ferry at noon on a Sunday in June</li></ul>"
        ),
        (
            "<div class=detail-img><img src=b.jpg><div class=detail-img__description>The old bridge, seen from the "
            "mill on the other side of the river in the autumn of the year in which it was closed.</div></div>"
        ),
    ],
)
def test_the_legend_of_a_picture_is_left_out(picture: str) -> None:
    """Behind its picture and no sentence, or what `alt` says: a legend, whatever its class is called."""
    assert texts(picture) == TEXTS


@pytest.mark.parametrize("sign", ["amp", "⚡"])
def test_pictures_of_amp_are_pictures(sign: str) -> None:
    """Their tag is one of their own."""
    picture = "<div><amp-img src=b.jpg></amp-img><p>The old bridge seen from the mill.</p></div>"
    story = f"<h1>A bridge</h1><div><p>{FIRST}</p><p>{SECOND}</p>{picture}<p>{THIRD}</p><p>{FOURTH}</p></div>"
    root, _ = parse_html(f"<html {sign}><body>{story}</body></html>")
    assert [block.text for block in find_body(root, Told()).blocks if block.text] == TEXTS


def test_a_list_of_pictures_keeps_its_lines() -> None:
    """Where most lines stand behind a picture, they are what the page is about."""
    goods = [f"{n}) A toy of the eighties, number {n}" for n in range(1, 9)]
    shown = "".join(f"<p><img src={n}.jpg>{text}</p>" for n, text in enumerate(goods))
    assert set(goods) < set(texts(shown))


@pytest.mark.parametrize(
    "items",
    [
        [f"<img src={n}.jpg>Step {n}: saw the planks, and nail them down." for n in range(4)],
        [f"<img src={n}.jpg>Plank {n}<p>Of oak</p>" for n in range(4)],
        [f"<img src={n}.jpg>A ferry of the eighties, {n} feet long" for n in range(12)],
    ],
)
def test_a_list_whose_items_tell_something_is_no_gallery(items: list[str]) -> None:
    """Sentences, more than a line, or most of the page."""
    shown = "".join(f"<li>{item}</li>" for item in items)
    assert len(texts(f"<ul>{shown}</ul>")) >= len(TEXTS) + len(items)


@pytest.mark.parametrize(
    "box",
    [
        "<div class=q1><h3>Life on the river</h3><ul><li><a href=/1>Ferries run late on the Kara again</a></ul></div>",
        "<div class=q2><div><h2>How the bridge was built</h2></div><div><img src=video.jpg></div></div>",
        "<section><h3>Your news</h3><div class=newsletter><p>Every morning at six.</p></div></section>",
    ],
)
def test_the_heading_of_a_box_that_is_left_out_goes_with_it(box: str) -> None:
    """What headed a video, a letter or other stories is no subhead of the story."""
    assert texts(box) == TEXTS


def test_a_subhead_in_a_box_of_its_own_is_kept() -> None:
    """Layouts wrap subheads, with an anchor or a line beside them; each part of a ticker has its picture."""
    assert texts("<div class=h><h2>What comes next</h2><a href=#next>#</a></div>")[2] == "What comes next"
    ticker = "".join(f"<section><h3>Report number {n}</h3><img src={n}.jpg></section>" for n in range(5))
    assert [text for text in texts(ticker) if text.startswith("Report")] == [
        f"Report number {n}" for n in range(5)
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Advertisement", "ANZEIGE", "Publicité", "Publicidad", "Реклама", "Жарнама", "広告", "广告", "광고",
        "Share this article", "Teilen", "Поделиться", "分享让更多人看到", "공유하기", "कॉपी लिंक",
        "Recommended Videos", "Lo más leído", "Самое читаемое", "おすすめ情報", "This slideshow requires JavaScript.",
        "PUBLISHED:", "| UPDATED:", "Schriftgröße anpassen", "Die Autorin", "Опубликовано:",
    ],
)  # fmt: skip
def test_what_a_button_or_a_box_is_called_is_no_text(label: str) -> None:
    """A line that is nothing but a label, in the languages of the sources."""
    assert texts(f"<p>{label}</p>") == TEXTS
    sentence = f"{label} is what the sign says that they have put up at the river."
    assert sentence in texts(f"<p>{sentence}</p>")


@pytest.mark.parametrize(
    "pointer",
    [
        "<p>À lire aussi <a href=/x>La natalité menacée d'effondrement</a></p>",
        "<li>Zum Artikel: <a href=/x>Wie die Brücke gebaut wurde</a></li>",
        "<p>&gt;&gt; Find all dates <a href=/x>in our calendar of the year's meetings</a></p>",
        "<p>► All you have to know <a href=/x>about the new bridge of the town</a></p>",
    ],
)
def test_a_line_that_leads_to_another_story_is_left_out(pointer: str) -> None:
    """With a mark or without one between the words and their link."""
    assert texts(pointer) == TEXTS


def test_posts_of_others_are_text() -> None:
    """A post that a story shows is part of it, also in a wrapper with a network's name; its buttons are not."""
    post = "The bridge is closed for everybody, and that means for lorries too. #tashbulak"
    shown = f"<div class=social-media-embed><blockquote class=twitter-tweet><p>{post}</p></blockquote></div>"
    assert texts(shown) == [FIRST, SECOND, post, THIRD, FOURTH]
    assert (
        texts("<div class=social-media-links><p>Find us where you like to read us best.</p></div>") == TEXTS
    )


def test_a_name_that_a_machine_made_means_nothing() -> None:
    """`n1AuAdJlVL` is no advertisement; `AdSlot3` is one."""
    told = "The council will meet again in June to choose the builder, the clerk of the town said."
    assert told in texts(f"<p id=block-id-n1AuAdJlVL>{told}</p>")
    assert told not in texts(f"<p id=AdSlot3>{told}</p>")


@pytest.mark.parametrize(
    ("names", "is_text"),
    [
        ("story-railway", True),
        ("socialist-party", True),
        ("commentary", True),
        ("right-rail", False),
        ("social-bar", False),
        ("socialshare", False),
        ("pohozhie-novosti", False),
    ],
)
def test_a_name_is_read_by_its_words(names: str, is_text: bool) -> None:  # noqa: FBT001 - a parameter
    """A railway is no rail beside the story."""
    told = "The council will meet again in June to choose the builder, the clerk of the town said."
    assert (told in texts(f"<div class={names}><p>{told}</p></div>")) is is_text


@pytest.mark.parametrize(("tag", "is_text"), [("newsletter-box", False), ("story-part", True), ("p", True)])
def test_an_element_that_a_site_made_up_is_told_by_its_name(tag: str, is_text: bool) -> None:  # noqa: FBT001
    """As it is by its classes."""
    told = "The council will meet again in June to choose the builder, the clerk of the town said."
    assert (told in texts(f"<{tag}>{told}</{tag}>")) is is_text


def test_what_only_a_screen_reader_reads_is_left_out() -> None:
    """Frameworks have a class for it."""
    assert texts("<h2 class=visually-hidden>Article content</h2>") == TEXTS
    assert texts("<p class=screen-reader-text>Skip the picture and go on to the next part</p>") == TEXTS


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Aida Sydykova", "en"),
        ("Aida Sydykova | Bishkek", "en"),
        ("(Aida Sydykova)", "de"),
        ("By Jon Berg and Mia Olsen", "en"),
        ("By admin", "en"),
        ("Posted by cms-prod", "en"),
        ("Автор: админ", "ru"),
        ("Автор: Ержан Касымов", "ru"),
        ("15 августа 2016, 13:43", "ru"),
        ("2025年11月24日 10:15", "ja"),
        ("17:41, October 13, 2024", "en"),
    ],
)
def test_lines_that_sign_or_date_a_story_are_left_out(line: str, language: str) -> None:
    """Above the text as below it; the authors are those of the metadata."""
    assert edges(above=f"<p>{line}</p>", authors=("Aida Sydykova",), language=language) == TEXTS
    assert edges(below=f"<p>{line}</p>", authors=("Aida Sydykova",), language=language) == TEXTS


@pytest.mark.parametrize("line", ["Video", "Umfrage", "Abstimmung"])
def test_what_a_box_is_called_may_head_a_part_of_the_story(line: str) -> None:
    """Where paragraphs stand beside it; in a box, or in front of a short line, it is a label."""
    assert texts(f"<h2>{line}</h2>") == [*TEXTS[:2], line, *TEXTS[2:]]
    assert texts(f"<div><h2>{line}</h2></div>") == TEXTS
    assert line not in texts(f"<h2>{line}</h2><p>Bridge or ferry?</p>")


def test_a_sentence_about_its_author_is_text() -> None:
    """A name in a sentence, or in front of an answer, signs nothing."""
    for line in ("Aida Sydykova was there.", "Aida Sydykova:", "10 p.m."):
        assert line in edges(above=f"<p>{line}</p>", authors=("Aida Sydykova",), language="en")


@pytest.mark.parametrize(
    "line",
    [
        "With reporting by a correspondent in Osh.",
        "Olsen reported from Osh and Berg from Naryn. Reporters Ann Lee and Bo Ek were in Bishkek.",
        "Jon Berg contributed reporting from Naryn.",
        "(责编：牛镛、岳弘彬)",
        "Mit Agenturmaterial.",
        "The service centre of the Courier can be contacted with any questions: Telephone: 555-01, extension 4.",
        "$$PLACE_OF_AD$$",
    ],
)
def test_who_helped_is_no_text(line: str) -> None:
    """The closing line that tells who else reported, how to reach the house, or nothing yet."""
    assert edges(below=f"<p>{line}</p>") == TEXTS


def test_a_line_behind_the_authors_name_in_a_box_of_its_own_is_about_the_author() -> None:
    """Though it says nothing of the name; behind another line it is text."""
    told = "Redactora de Sociedad, especializada en educación."
    page = "".join(f"<p>{text}</p>" for text in TEXTS)
    box = "<h1>A bridge</h1><div>{0}<div><div>{1}</div><p>{2}</p></div></div>"
    assert body(box.format(page, "Nuria Sanz", told), authors=["Nuria Sanz"]) == TEXTS
    assert body(box.format(page, "Los datos", told), authors=["Nuria Sanz"])[-1] == told
