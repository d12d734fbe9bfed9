"""find_body: boxes, buttons and labels of the house amid and around a story, told by their fields and their words."""

import pytest

from tests.test_body_furniture import FIRST, FOURTH, SECOND, TEXTS, THIRD, body, edges, texts

PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
SAID = "Whoever closes a bridge opens a ferry, and whoever closes a ferry has to swim across."


POLL = "<h4>Is the mayor right?</h4><label><input type=radio>Yes</label><label><input type=radio>No</label>"
LETTER = (
    "<h3>The river on Friday</h3><p>The best of the valley, once a week.</p>"
    "<div><label>Address <input type=email></label><button>Go</button></div>"
)


@pytest.mark.parametrize("box", [POLL, LETTER])
def test_the_words_around_a_field_are_no_text(box: str) -> None:
    """Scripts send what is written into it: there need not be a form."""
    assert texts(f"<div>{box}</div>") == TEXTS


def test_a_search_field_takes_no_text_with_it() -> None:
    """Nor does a box to tick, in a list of things to do."""
    assert texts(f"<div><p>{SAID}</p><input type=checkbox><input type=text></div>") == [
        FIRST,
        SECOND,
        SAID,
        THIRD,
        FOURTH,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Content continues after ad",
        "Article continues after advertisement",
        "L’article continue après la publicité",
        "El artículo continúa después de la publicidad",
        "RELATED STORY",
        "Don’t miss",
        "Listen to this article · 6 minutes",
        "Artikel anhören (4 Min.)",
        "Escuchar artículo 5:12",
        "Video: How the planks of the old bridge broke under a lorry",
        "Vidéo : comment les planches du vieux pont ont cédé sous un camion",
        "Get the app for breaking news and live updates.",
        "Please consider supporting our newsroom with a small gift.",
        "Join more than 40,000 readers who hear from us on Friday.",
        "Chaque jeudi, le meilleur de la rédaction. Désinscription à tout moment.",
        "Was wichtig ist, jeden Morgen in Ihrem Postfach.",
        "Topics: <a href=/t/1>Bridges</a>, <a href=/t/2>Ferries</a>, <a href=/t/3>The Kara river</a>",
        "Temas: <a href=/t/1>Puentes</a>, <a href=/t/2>Barcas</a>",
    ],
)
def test_a_line_of_the_house_is_no_text(line: str) -> None:
    """A place for advertisements, a player, the shelves of the story, or what it asks of its readers."""
    assert texts(f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "Listen to this article of the law, the judge told the mayor: nobody shall close a bridge.",
        "Topics: the old bridge, the ferry, and who is to pay for both of them in the end.",
        "Themen: Wer die Brücke baut, wann sie kommt, und was die <a href=/f>Fähre</a> bis dahin kostet.",
        "Videos of the accident were seen by thousands on the morning after it.",
        "Join more than forty engineers, the minister told her, and you will hear forty opinions.",
        "The letter lay in your inbox for weeks, the mayor was told.",
    ],
)
def test_a_sentence_with_such_words_is_text(line: str) -> None:
    """It goes on otherwise."""
    found = texts(f"<p>{line}</p>")
    assert len(found) == len(TEXTS) + 1


@pytest.mark.parametrize(
    "heading",
    ["View comments", "Kommentare anzeigen (24)", "Voir les commentaires (24)", "Ver comentarios (24)"],
)
def test_a_heading_that_opens_the_comments_ends_the_story(heading: str) -> None:
    """However much the readers say."""
    remarks = "".join(f"<li><div><p>{SAID} {number}, I say.</p></div></li>" for number in range(20))
    assert edges(below=f"<section><h2>{heading}</h2><ol>{remarks}</ol></section>") == TEXTS


def test_the_number_of_comments_beside_the_byline_does_not_end_the_story() -> None:
    """However long the lead above it."""
    lead = f"{SAID} {SAID} {SAID} So said the ferryman of Tashbulak."
    above = f"<h1>A bridge</h1><p>{lead}</p><ul><li>By Aida</li><li>24 Comments</li></ul>"
    assert body(f"<main>{above}{PARAGRAPHS}</main>")[-4:] == TEXTS


@pytest.mark.parametrize("line", ["24 Comments", "24 commentaires", "3 комментария"])
def test_the_number_of_comments_is_no_text(line: str) -> None:
    """Which may stand in front of what is counted, or behind it."""
    assert edges(above=f"<ul><li>{line}</li></ul>") == TEXTS


def test_buttons_that_share_a_story_do_not_part_it_from_its_headline() -> None:
    """A heading below it leads elsewhere, however short the story."""
    names = "Share", "Post", "Mail", "Print", "Copy", "Save"
    buttons = "".join(f"<li><a href=#{name}>{name}</a></li>" for name in names)
    card = "<article><h3><a href=/{0}>Bridge number {0} is closed too</a></h3><p>{1} {0}.</p></article>"
    long = SAID * 3
    cards = "".join(card.format(number, text) for number, text in enumerate((long, "Soon", long)))
    below = f"<div><h2>Related articles</h2>{cards}</div>"
    assert body(f"<main><h1>A bridge</h1><ul>{buttons}</ul><p>{FIRST}</p>{below}</main>") == [FIRST]


@pytest.mark.parametrize(
    "heading", ["Latest in News", "Keep reading", "Quizás te interese", "Vous aimerez aussi"]
)
def test_a_heading_above_other_stories_ends_this_one(heading: str) -> None:
    """Their excerpts may stand in no card."""
    assert edges(below=f"<div><h2>{heading}</h2><p>{SAID}</p></div>") == TEXTS


@pytest.mark.parametrize(
    "heading", ["Latest in a string of accidents", "Más en forma que nunca", "Die neuesten Zahlen"]
)
def test_a_subhead_that_begins_like_it_does_not(heading: str) -> None:
    """It says what the text below it tells."""
    assert edges(below=f"<h2>{heading}</h2><p>{SAID}</p>") == [*TEXTS, heading, SAID]
