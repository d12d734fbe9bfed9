"""parse_page and find_body: pages that are no news: threads, questions, products, pages built of boxes."""

import pytest

from pipeline.parse import parse_page
from pipeline.records import PageKind
from tests.parse.body.test_furniture import FIRST, FOURTH, SECOND, TEXTS, THIRD, body, texts

HEADLINE = "<h1>A bridge</h1>"
ANSWERS = (
    "My father crossed it each day of his life, and he would have laughed at such a price for a few planks.",
    "Has anybody asked the ferrymen what they think? They will have no work from the next summer on, I fear.",
    "We have been waiting for that since the floods, and I shall believe it when I see the first lorry on it.",
)
URL = "https://forum.example/thread/4"


def thread(form: str, title: str) -> list[str]:
    """What is found of a thread whose posts have that form, the first of four paragraphs."""
    posts = ("".join(f"<p>{text}</p>" for text in TEXTS), *ANSWERS)
    told_all = "".join(form.format(text=text, n=n) for n, text in enumerate(posts))
    return body(f"<h1>{title}</h1><div>{told_all}</div>", title=title)


@pytest.mark.parametrize(
    "form",
    [
        "<div class=post><div>bluebird7</div><div>1{n} May 2024</div><div>{text}</div></div>",
        "<div class='post bg{n}'><b>Marta K.</b><div>{n} hours ago</div><div>{text}</div></div>",
        "<div class=answer><div>{n}</div><div>{text}</div><div>answered 1{n} May 2024 by kim</div></div>",
        "<li class=p><h3><a href=#{n}>Re: Planks, and who is to pay for them</a></h3><div>{text}</div></li>",
        "<li class=p><h3>AW: Planks, and who is to pay for them</h3><div>{text}</div></li>",
        "<li class=p><div>{text}</div><a href=/quote/{n}>Reply With Quote</a></li>",
        "<div class=topic-body><a href=/u/{n}>bluebird</a><div>{text}</div></div>",
    ],
)
def test_the_posts_of_a_thread_are_its_text(form: str) -> None:
    """They are of one make with the first, whoever of them wrote it, and say its title above each."""
    found = thread(form, "Planks, and who is to pay for them")
    told = [line for line in found if line in (*TEXTS, *ANSWERS)]
    assert told == [*TEXTS, *ANSWERS]
    assert not [line for line in found if "who is to pay" in line or "Quote" in line]


@pytest.mark.parametrize(
    "text",
    [
        "<div id=post_message_{n}>{text}</div>",
        "<div class=inner id=msg_{n}>{text}</div>",
        "<div class='lbContainer message-userContent'><div class=bbWrapper>{text}</div></div>",
        "<div class=ipsComment_content><div class=cPost_contentWrap>{text}</div></div>",
    ],
)
def test_of_the_boxes_of_a_known_board_the_text_alone_is_read(text: str) -> None:
    """Neither what it says of the writers, nor the head of the board, nor what stands below."""
    about = "<ul><li>Newcomer</li><li>14 posts since May</li></ul>"
    form = f"<table class=p><tr><td>{about}</td><td>{text}<div>Logged</div></td></tr></table>"
    posts = "".join(form.format(text=text, n=n) for n, text in enumerate((FIRST, *ANSWERS)))
    below = "<p>You cannot post now. Have you been here before? Then log in to tell us what you think.</p>"
    above = "<p>The board for all who live by the river.</p>"
    assert body(f"{above}<form>{posts}</form>{below}") == [FIRST, *ANSWERS]


def test_what_is_called_a_comment_is_text_below_a_headline_alone() -> None:
    """It is one no more where a story stands between."""
    posts = "".join(f"<div class=x-comment__text>{text}</div>" for text in (SECOND, *ANSWERS))
    below = f"<p>{FOURTH}</p>"
    assert body(f"{HEADLINE}{posts}{below}")[:4] == [SECOND, *ANSWERS]
    assert body(f"{HEADLINE}<p>{FIRST}</p>{posts}{below}") == [FIRST, FOURTH]


def test_posts_of_short_sentences_are_a_thread_below_one_line_of_the_board() -> None:
    """A sentence of Chinese has half as many letters."""
    posts = "".join(f"<td class=t_f>{text}</td>" for text in (FIRST, ANSWERS[0][:44], ANSWERS[1][:44]))
    above = f"<p>{ANSWERS[2][:70]}</p><p>Go to the first post</p>"
    found = body(f"{HEADLINE}{above}<table><tr>{posts}</tr></table>")
    assert " ".join(found) == f"{FIRST} | {ANSWERS[0][:44]} | {ANSWERS[1][:44]}"


def test_a_story_with_posts_below_it_is_no_thread() -> None:
    posts = "".join(f"<div class=bbWrapper>{text}</div>" for text in ANSWERS)
    assert body(f"{HEADLINE}<div>{''.join(f'<p>{text}</p>' for text in TEXTS)}</div>{posts}")[:4] == TEXTS


def test_answers_to_a_question_are_its_text() -> None:
    """Though the question stands in a box of another make."""
    form = "<div class='answer js-answer'><div>{0}</div><div>answered May {1}, 2024</div></div>"
    page = "".join(form.format(text, n + 1) for n, text in enumerate(ANSWERS))
    found = body(f"{HEADLINE}<div class=question><p>{FIRST}</p><p>{SECOND}</p></div><div>{page}</div>")
    assert [text for text in (FIRST, SECOND, *ANSWERS) if text not in found] == []


@pytest.mark.parametrize(("name", "kept"), [("Answer", 3), ("comment-box", 0)])
def test_the_number_of_answers_begins_them(name: str, kept: int) -> None:
    """In many languages replies to a story are called so, too."""
    question = f"<article class=Question>{HEADLINE}<p>{FIRST}</p><p>{SECOND}</p></article>"
    answers = "".join(f"<article class={name}><p>{text}</p></article>" for text in ANSWERS)
    found = body(f"<div>{question}<section><h2>3 Antworten</h2>{answers}</section></div>")
    assert [text for text in found if text in TEXTS] == [FIRST, SECOND]
    assert len([text for text in found if text in ANSWERS]) == kept


@pytest.mark.parametrize(
    "name",
    [
        *("postprofile", "message-user", "userinfo", "signature", "online-list"),  # of a forum
        *("jdgm-rev", "product-reviews", "customerReviews", "kundenbewertungen"),  # of a shop
    ],
)
def test_what_is_said_of_writers_or_by_buyers_is_no_text(name: str) -> None:
    about = "Senior member. Has 1,204 posts. Joined in the days of the old board, and liked that one better."
    found = body(f"{HEADLINE}<div><div class={name}>{about}</div><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert found == [FIRST, SECOND]


def test_what_stands_in_boxes_of_its_own_is_text() -> None:
    """A page that is built of boxes tells its text in several; the largest is not all of it."""
    first, last = "".join(f"<p>{text}</p>" for text in TEXTS[:3]), f"<div><p>{FOURTH}</p></div>"
    rows = "<table><tr><td>Length</td><td>412 m</td></tr></table>"
    boxes = f"<section><div><div><div>{first}</div></div></div></section><section>{last}{rows}</section>"
    assert body(f"<main>{HEADLINE}{boxes}</main>") == [*TEXTS, "Length | 412 m"]


def test_boxes_of_links_beside_the_largest_are_not_its_text() -> None:
    links = "".join(f"<p><a href=/{n}>{text}</a> And so on for ever.</p>" for n, text in enumerate(ANSWERS))
    told = "".join(f"<p>{text}</p>" for text in TEXTS)
    assert body(f"<main>{HEADLINE}<div><div>{told}</div></div><div>{links}</div></main>") == TEXTS


@pytest.mark.parametrize(
    "part",
    [
        "<h2><button>{0}</button></h2><p>{1}</p>",
        "<dl><dt><button>{0}</button></dt></dl><p>{1}</p>",
        "<button class=accordion>{0}</button><div class=panel><p>{1}</p></div>",
        "<div><div><svg></svg><button aria-expanded=false>{0}</button></div></div><div><p>{1}</p></div>",
        "<h4 class=panel-title><a data-toggle=collapse href=#c1>{0}</a></h4><div><p>{1}</p></div>",
        "<div class=head><a data-bs-toggle=collapse href=#c1>{0}</a></div><div><p>{1}</p></div>",
        "<div class=elementor-tab-title><i></i><a class=elementor-toggle-title>{0}</a></div><div><p>{1}</p></div>",
        "<section><div class=toggler>{0}</div><div><p>{1}</p></div></section>",
        "<section><div class=accordion-header>{0}</div><div><p>{1}</p></div></section>",
        "<details><summary><div>{0}</div></summary><p>{1}</p></details>",
        "<div class=sub-title>{0}</div><div><p>{1}</p></div>",
        "<a name=q7><h3>{0}</h3></a><p>{1}</p>",
    ],
)
def test_what_opens_a_part_of_the_page_is_its_heading(part: str) -> None:
    """Be it a button, a link to the part or a box with a name for it."""
    parts = "".join(part.format(f"Who pays part {n}?", text) for n, text in enumerate(TEXTS))
    told = [line for n, text in enumerate(TEXTS) for line in (f"Who pays part {n}?", text)]
    assert body(f"{HEADLINE}<div><div>{parts}</div></div>") == told
    found = body(f"{HEADLINE}<div><div>{parts.replace('?<', '<')}</div></div>")
    assert found == [line.removesuffix("?") for line in told]


@pytest.mark.parametrize(
    "button",
    [
        "<div><p>{}</p><button aria-expanded=false>Unfold the rest of it</button></div>",
        "<p>{}</p><button class=toggle>Parts</button><div><a href=/>One of its sections, with a long name</a></div>",
        "<p>{}</p><button>Nothing that opens</button>",
        "<p>{}</p><button aria-expanded=false>Continue reading</button>",
        "<p>{}</p><button aria-expanded=false>Show less</button>",
        "<p>{} <button class=toggle>Parts</button></p>",
        "<p>{}</p><div><div><span>12</span> <button class=toggle>Parts of it</button></div></div>",
        "<p>{}</p><div><div><button class=toggle>Parts</button> of it</div></div>",
        "<p>{}</p><button class=toggle>Parts</button><form>Write to us what you think of the bridge</form>",
        "<p>{}</p><div><div class=sub-title>The only one of its make</div></div>",
    ],
)
def test_what_opens_no_text_is_no_heading(button: str) -> None:
    parts = "".join(f"<p>{text}</p>" for text in TEXTS[1:])
    assert body(f"{HEADLINE}<div>{button.format(FIRST)}{parts}</div>") == TEXTS


def test_the_titles_of_teasers_are_no_headings() -> None:
    item = "<li><div><div class=sub-title>Other bridges {0}</div><p>{1}</p></div></li>"
    items = "".join(item.format(n, text) for n, text in enumerate(ANSWERS))
    told = "".join(f"<p>{text}</p>" for text in TEXTS)
    found = body(f"{HEADLINE}<div>{told}<ul>{items}</ul></div>")
    assert not [line for line in found if line.startswith("Other bridges")]


def test_the_dishes_of_a_menu_are_text() -> None:
    """They are short, and what they stand in is called as what leads through a site; but that is made of links."""
    dish = "<div class=menu-item><b class=menu-title>Pike {0}</b><div class=menu-text>with leek</div></div>"
    dishes = "".join(dish.format(n) for n in range(12))
    section = f"<div class=menu-section-header>Mains</div><div class=menu-items>{dishes}</div>"
    links = "".join(f"<li class=menu-item><a href=/{n}>Part {n}</a></li>" for n in range(9))
    page = (
        f"<div><div><div><div>{HEADLINE}<p>{FIRST}</p></div></div></div></div><div class=menu>{section}</div>"
    )
    found = body(f"<div><ul class=menu>{links}</ul><section>{page}</section></div>")
    assert found[:4] == [FIRST, "Mains", "Pike 0", "with leek"]
    assert found[-2:] == ["Pike 11", "with leek"]


def test_a_menu_of_links_is_no_text() -> None:
    assert (
        texts("<div class=menu><a href=/1>Ferries and bridges of the valley</a> And all about them.</div>")
        == TEXTS
    )


def test_what_a_shop_says_beside_its_form_is_text() -> None:
    """It stands in one box with the headline and with the button to buy; what gets no headline goes with the form."""
    told = "".join(f"<p>{text}</p>" for text in TEXTS[1:])
    form = "<form><button>Add to cart</button></form>"
    assert body(f"<div><div>{HEADLINE}<p>{FIRST}</p>{form}</div><div>{told}</div></div>") == TEXTS
    assert body(f"<div>{HEADLINE}<div><p>{FIRST}</p>{form}</div><div>{told}</div></div>") == TEXTS[1:]


def test_links_in_a_table_that_names_its_columns_are_what_it_tells() -> None:
    """Its rows are of one make, each with a link: cards are so too."""
    row = "<tr><td><a href=/{0}>The bridge of the {0} river</a></td><td><a href=/{0}>19{0}0</a></td><td>{1}</td></tr>"
    rows = "".join(row.format(n, text) for n, text in enumerate(ANSWERS, 4))
    head = "<tr><th>Bridge</th><th>Built</th><th>What they say</th></tr>"
    found = body(
        f"{HEADLINE}<div><p>{FIRST}</p><p>{THIRD}</p><table>{head}{rows}</table><p>{FOURTH}</p></div>"
    )
    told = [f"The bridge of the {n} river | 19{n}0 | {text}" for n, text in enumerate(ANSWERS, 4)]
    assert found == [FIRST, THIRD, "Bridge | Built | What they say", *told, FOURTH]


def test_a_table_of_links_leads_through_the_site() -> None:
    links = "".join(f"<td><a href=/{n}>The bridge of the {n} river</a></td>" for n in range(4))
    found = texts(f"<table><tr><th>Bridges</th>{links}</tr></table>")
    assert not [line for line in found if " river" in line and line not in TEXTS]


@pytest.mark.parametrize(("name", "found"), [("col-6", [FIRST, *TEXTS[1:]]), ("text", TEXTS[1:])])
def test_sentences_in_a_column_beside_a_picture_are_text(name: str, found: list[str]) -> None:
    """A legend has no column of the same make as its picture."""
    told = "".join(f"<p>{text}</p>" for text in TEXTS[1:])
    columns = (
        f"<div><div class='col-6 a'><img src=b.jpg></div><div class='{name} b'><p>{FIRST}</p></div></div>"
    )
    assert body(f"<div>{HEADLINE}{columns}{told}</div>") == found


def test_what_an_editor_of_texts_leaves_in_them_names_no_furniture() -> None:
    told = "".join(f"<li class=_mce_tagged_br>{text}</li>" for text in TEXTS[1:3])
    found = body(f"{HEADLINE}<div><p>{FIRST}</p><ul>{told}</ul><p>{FOURTH}</p></div>")
    assert found == TEXTS


def test_a_mark_in_a_heading_does_not_leave_it_without_its_text() -> None:
    heading = "<h3>Tolls and fares<a class=toolbar href=#x>edit</a></h3>"
    part = f"<section>{heading}<ol><li><p>{FOURTH}</p></li></ol></section>"
    found = body(f"<div>{HEADLINE}<p>{FIRST}</p><p>{THIRD}</p>{part}</div>")
    assert found == [FIRST, THIRD, "Tolls and fares", FOURTH]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        (
            "<h5 class='entry time'><span class=time__value>06.20: The pier is closed</span></h5>",
            "06.20: The pier is closed",
        ),
        ("<h5><span class=promo>The pier is closed</span></h5>", "The pier is closed"),
        ("<h5><span class=promo>A kicker</span> The pier is closed</h5>", "The pier is closed"),
        ("<h5>The pier is closed <span class=promo>More</span></h5>", "The pier is closed"),
    ],
)
def test_what_is_all_of_a_heading_is_no_furniture_in_it(heading: str, found: str) -> None:
    assert body(f"<div>{HEADLINE}<p>{FIRST}</p>{heading}<p>{FOURTH}</p></div>") == [FIRST, found, FOURTH]


@pytest.mark.parametrize(("heading", "said"), [("<h1>{}</h1>", ["Who pays"]), ("<div><h1>{}</h1></div>", [])])
def test_a_heading_of_the_first_rank_between_paragraphs_is_a_subhead(heading: str, said: list[str]) -> None:
    """In a box of its own it heads something else."""
    found = body(
        f"<div>{HEADLINE}<p>{FIRST}</p>{heading.format('Who pays')}<p>{THIRD}</p><p>{FOURTH}</p></div>"
    )
    assert found == [FIRST, *said, THIRD, FOURTH]


@pytest.mark.parametrize("form", ["<div><div>{}</div><div><p>{}</p></div></div>", "<p>{}</p><p>{}</p>"])
def test_the_dates_of_a_chronicle_are_text(form: str) -> None:
    entries = [*zip(("14 March 2021", "2 August 2022", "9 January 2024", "4 May 2025"), TEXTS, strict=True)]
    told = "".join(form.format(*entry) for entry in entries)
    assert body(f"<div>{HEADLINE}<p>{ANSWERS[0]}</p>{told}</div>") == [
        ANSWERS[0],
        *(text for entry in entries for text in entry),
    ]


def test_an_id_that_says_what_stands_in_its_box_names_no_furniture() -> None:
    box = f"<div id={{}}><p>{FOURTH}</p></div>"
    page = f"<div>{HEADLINE}<p>{FIRST}</p><p>{THIRD}</p>{{}}</div>"
    assert FOURTH in body(page.format(box.format("she-promoted-her-film-on-a-red-carpet-3")))
    assert FOURTH not in body(page.format(box.format("promoted-links-of-the-week")))


@pytest.mark.parametrize("sign", ["\u00b6", "#", " \u00a7 "])
def test_the_sign_that_leads_to_a_heading_is_none_of_its_words(sign: str) -> None:
    told = "".join(f"<p>{text}</p>" for text in TEXTS)
    link = f"<a href=#it>{sign}</a>"
    page = f"<html><body><h1>Backups of tables{link}</h1>{told}<h2>In C#{link}</h2><p>{ANSWERS[0]}</p></body></html>"
    (article,) = parse_page(page.encode(), "https://docs.example/backups").articles
    assert article.title == "Backups of tables"
    assert article.text.endswith(f"In C#\n\n{ANSWERS[0]}")


def test_the_name_of_a_language_does_not_make_a_listing_furniture() -> None:
    """`source` is a word for whose picture it is."""
    found = texts("<div class='highlight highlight-source-shell'><pre>pip install planks</pre></div>")
    assert "pip install planks" in found


@pytest.mark.parametrize("hook", ["js-slider-toggle", "js-lightbox-gallery"])
def test_the_hook_of_a_script_does_not_make_a_text_furniture(hook: str) -> None:
    link = "<a href=/map>Where it is</a>"
    found = body(
        f"{HEADLINE}<div class={hook}><p>{FOURTH}</p>{link}</div><div><p>{FIRST}</p><p>{THIRD}</p></div>"
    )
    assert found == [FOURTH, FIRST, THIRD]


def test_parts_whose_buttons_lead_to_one_page_are_no_stories() -> None:
    """They sell one thing."""
    part = (
        "<section><h2>Planks that last for years {n}</h2><p>{text}</p><a href=/demo>Learn more</a></section>"
    )
    parts = "".join(part.format(n=n, text=text) for n, text in enumerate(TEXTS))
    page = f"<html><title>Planks</title><body><h1>Planks for all</h1><p>{ANSWERS[0]}</p>{parts}</body></html>"
    parsed = parse_page(page.encode(), "https://planks.example/")
    assert parsed.kind is PageKind.ARTICLE
    assert [text for text in TEXTS if text not in parsed.articles[0].text] == []


def test_links_amid_sentences_are_no_headlines() -> None:
    """A newsletter has neither headings nor paragraphs that are marked, and a link in each item."""
    items = "".join(
        f"<li><b>Why it matters:</b> {text[:60]}<a href=/{n}>the council of the town said</a>.</li>"
        f"<li><b>The mayor, </b><a href=/m{n}>who has been deeply critical of it</a>, says: {text}</li>"
        for n, text in enumerate(TEXTS)
    )
    page = (
        f"<html><title>The Courier</title><body><div><p>{ANSWERS[1]}</p><ul>{items}</ul></div></body></html>"
    )
    parsed = parse_page(page.encode(), "https://courier.example/letter")
    assert parsed.kind is PageKind.ARTICLE
    assert [text for text in TEXTS if text not in parsed.articles[0].text] == []


@pytest.mark.parametrize("heading", ["About us", "Über uns", "Over ons", "O nas"])
def test_what_a_house_says_of_itself_in_a_part_of_its_page_is_text(heading: str) -> None:
    """So ends an advert for a job: the other parts are no longer."""
    told = "We have made pumps for dairies since 1931, and 340 people work for us in two towns."
    found = body(
        f"<div><div>{''.join(map('<p>{}</p>'.format, TEXTS))}</div><div><h2>{heading}</h2><p>{told}</p></div></div>"
    )
    assert found[-2:] == [heading, told]
