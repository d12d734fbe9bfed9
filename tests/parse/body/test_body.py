"""find_body: the text of the story, and nothing of the furniture around it."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse.body import Body, Told, blocks_of, find_body
from pipeline.parse.html_tree import one_line, parse_html
from pipeline.records import Block, BlockKind

FIRST = (
    "The council of Tashbulak voted on Monday to rebuild the old bridge over the Kara river before winter."
)
SECOND = (
    "Engineers had warned for years that its wooden piers would not stand another spring flood in the valley."
)
THIRD = (
    "Work begins in April, and the ferry will carry passengers until the new bridge opens, the mayor said."
)
LINKED = (
    "The ministry said on Tuesday that it had paid. Nobody in the valley has seen the money, though, and the "
    "council, which had voted in May, has asked for it in writing three times since the spring. The mayor says "
    "that he is still waiting for an answer to any of his letters."
)
TITLE = "Tashbulak rebuilds its bridge"
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXTS = [FIRST, SECOND, THIRD]
MENU = (
    "<nav><ul>" + "".join(f"<li><a href=/{n}>Section number {n}</a></li>" for n in range(30)) + "</ul></nav>"
)


def read(markup: str, title: str = TITLE, description: str | None = None, *, explain: bool = False) -> Body:
    """The body of a page with `markup` below a menu and a headline."""
    footer = f"<footer><p>{'Imprint and contact. ' * 9}</p></footer>"
    page = f"<html><body>{MENU}<h1>{title}</h1>{markup}{footer}</body></html>"
    root, _ = parse_html(page)
    return find_body(root, Told(title, description, whole=lambda: root), explain=explain)


def texts(markup: str, description: str | None = None) -> list[str]:
    """The texts of the blocks that are found."""
    return [block.text for block in read(markup, description=description).blocks]


@pytest.mark.parametrize(
    "wrapping",
    [
        "<article>{}</article>",
        "<div class='post hentry category-sidebar tag-comment'>{}</div>",
        "<div><div><section>{}</section></div></div>",
        "<div class='widget Blog'>{}</div>",
        "<form id=aspnet>{}</form>",
        "<header>{}</header>",
        "<ul><li>{}</li></ul>",
        "<noscript>{}</noscript>",
        "<div class=sidebar><main>{}</main></div>",
    ],
)
def test_the_story_is_found_wherever_it_stands(wrapping: str) -> None:
    """A container that holds the page's text is the story's, whatever its tag or class is called."""
    assert texts(wrapping.format(STORY)) == TEXTS


@pytest.mark.parametrize(
    ("rule", "furniture"),
    [
        (
            "furniture <aside>",
            "<aside><p>Stay in touch with our weekly letter about the markets of the whole region.</p></aside>",
        ),
        (
            "furniture newsletter-signup",
            "<div class=newsletter-signup><p>Get the letter that the whole region reads each morning at six.</p></div>",
        ),
        (
            "furniture relatedPosts",
            "<div class='relatedPosts'><p>Ferries run late on the Kara for the third week, say drivers.</p></div>",
        ),
        (
            "furniture <figure>",
            "<figure><img src=b.jpg><figcaption>The old bridge, seen from the mill in autumn.</figcaption></figure>",
        ),
        ("label", "<p>Photo: Aigul Sadykova / Steppe Herald</p>"),
        ("label", "<p>Read also: <a href=/ferry>Ferries run late on the Kara</a></p>"),
        ("link", "<p><a href=/ferry>Ferries run late on the Kara for the third week</a></p>"),
        ("label", "<p>© 2025 Steppe Herald</p>"),
        ("furniture share", "<div class=share><span>Share this story with your friends today.</span></div>"),
        ("label", "<div>Advertisement</div>"),
        ("label", "<p>Like what you read? <a href=/n>Subscribe to our newsletter</a> today.</p>"),
    ],
)
def test_furniture_inside_the_story_is_left_out(rule: str, furniture: str) -> None:
    """Notes, legends, pointers and boxes among the paragraphs are not text, and an explanation says by which rule."""
    body = read(f"<article><p>{FIRST}</p><p>{SECOND}</p>{furniture}<p>{THIRD}</p></article>", explain=True)
    assert [block.text for block in body.blocks] == TEXTS
    told = [(one.rule, one.text) for one in body.left_out]
    assert told == [(rule, one_line(re.sub("<[^>]*>", " ", furniture)).replace(" .", ".")[:80])]


def test_an_explanation_tells_in_page_order_what_is_no_text() -> None:
    """Each text of the story's own container is a block or has a rule that left it out; nothing is told unasked."""
    legend = "<figure><img src=b.jpg><figcaption>The old bridge.</figcaption></figure>"
    inside = f"<p>Share this</p><p>{FIRST}</p>{legend}<p>{SECOND}</p><div><p>{FIRST}</p></div><p>{THIRD}</p>"
    end = "<p>Read also: <a href=/ferry>Ferries run late on the Kara</a></p><h2>Related</h2>"
    body = read(f"<article>{inside}{end}</article>", explain=True)
    assert [block.text for block in body.blocks] == TEXTS
    assert [(one.rule, one.text) for one in body.left_out] == [
        ("label", "Share this"),
        ("furniture <figure>", "The old bridge."),
        ("copy", FIRST[:80]),
        ("label", "Read also: Ferries run late on the Kara"),
        ("label", "Related"),
    ]
    assert all(one.where.startswith("/html/body/article") for one in body.left_out)
    assert read(f"<article>{inside}{end}</article>").left_out == ()


def test_a_lead_between_headline_and_container_is_recovered() -> None:
    """The standfirst stands outside of the container and belongs to the story."""
    lead = (
        "After twenty years of promises the valley gets its crossing back, and a ferry for the time between."
    )
    markup = f"<div class=lead>{lead}</div><div><div>{STORY}</div></div>"
    assert texts(markup) == [lead, *TEXTS]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Background: <a href=/b>How the old bridge over the Kara was built</a></p>",
        "<p>BALA OQUNYZ | <a href=/b>How the old bridge over the Kara was built</a></p>",
        "<p>The bridge in autumn, seen from the ferry. IMAGO/Nurlan Berg</p>",
        "<p>The bridge in autumn, seen from the ferry (AFP / A. Tilek)</p>",
        "<p>Published under: Bridges, Rivers</p>",
        f"<h2>Infrastructure: {TITLE}</h2>",
        "<div class=factbox><p>The Kara is 212 kilometres long and rises in the glaciers of the north.</p></div>",
    ],
)
def test_lines_that_are_no_story_are_left_out_wherever_they_stand(line: str) -> None:
    """Pointers, captions, shelves, and the headline once more with its kicker."""
    assert texts(f"<article>{line}{STORY}</article>") == TEXTS
    assert texts(f"<article>{STORY.replace('</p>', '</p>' + line, 1)}</article>")[:1] == TEXTS[:1]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Sources: the ministry, <a href=/b>the council</a> and three engineers who asked not to be named.</p>",
        "<p>On Friday: <a href=/b>the mayor</a> said that the piers would be tested before any lorry crosses.</p>",
        f"<p><a href=/b>{LINKED}</a></p>",
        "<p>Readers have commented on the plan for weeks, and nobody moderates what they say in the tea house.</p>",
    ],
)
def test_prose_with_a_link_or_a_colon_stays(line: str) -> None:
    """What only looks like a pointer is text."""
    assert len(texts(f"<article>{STORY.replace('</p>', '</p>' + line, 1)}</article>")) == 4


@pytest.mark.parametrize(
    "line",
    [
        "Follow the Herald on Facebook, Instagram and Telegram.",
        "Have a tip? Write to Aida Berg at aida.berg@herald.example.",
        "This is a breaking story - more to follow",
        "Comments that are off topic will not be approved by the moderators.",
        "Kommentare, die nicht zum Thema gehören, werden nicht freigeschaltet.",
    ],
)
def test_closing_lines_are_left_out(line: str) -> None:
    """How to reach the house, and the rules of its comments."""
    assert texts(f"<article>{STORY}<p>{line}</p></article>") == TEXTS


def test_teasers_below_the_story_are_left_out() -> None:
    """Headlines that are links, with unlinked text among them, below a text that is whole."""
    teasers = "".join(
        f"<div><h4><a href=/{n}>Ferry number {n} is back on the river</a></h4>"
        f"<p>It had been away for {n} weeks</p></div>"
        for n in range(2, 6)
    )
    links = "".join(
        f"<li>The long road of <a href=/{n}>the old ferry number {n}</a></li>" for n in range(2, 7)
    )
    story = STORY + "".join(f"<p>{text.replace('the', 'that')}</p>" for text in TEXTS)
    assert len(texts(f"<article>{story}{teasers}</article>")) == 6
    assert len(texts(f"<article>{story}<ul>{links}</ul></article>")) == 6


@pytest.mark.parametrize("headline", ["<h2>After the flood</h2>", "<h3>Valley in waiting</h3>"])
def test_a_lead_below_a_headline_of_another_wording_is_recovered(headline: str) -> None:
    """The title of the page is written for search engines, the headline for readers."""
    lead = "Three winters late, and for twice the money: what the valley was promised, and what it gets."
    paragraphs = [
        text.replace("the", word) for word in ("the", "this", "that", "each", "our") for text in TEXTS
    ]
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = f"<html><body><div>{headline}<p>{lead}</p></div><article>{story}</article></body></html>"
    body = find_body(parse_html(page)[0], Told(TITLE))
    assert [block.text for block in body.blocks] == [lead, *paragraphs]


def test_comments_do_not_outweigh_a_short_story() -> None:
    """More words of readers than of the author do not make them the story."""
    comments = "".join(
        f"<div class=comment><p>Reader {n}: it was about time, if one asks me.</p></div>" for n in range(12)
    )
    assert texts(f"<article>{STORY}</article><section class=comments>{comments}</section>") == TEXTS


def test_a_second_article_below_is_left_out() -> None:
    """Pages that scroll on append another story; its headline ends this one."""
    other = (
        "<article><h1>Mill closes</h1>"
        + "<p>The mill on the Kara closed after ninety years of work, its owner said.</p>" * 4
    )
    markup = f"<main><article><h1>{TITLE}</h1>{STORY}</article>{other}</article></main>"
    assert texts(markup) == TEXTS


def test_cards_below_the_story_are_left_out() -> None:
    """Three siblings of one make, each with a linked headline, lead to other stories."""
    headline = "<h4><a href=/{0}>Headline of another story {0}</a></h4>"
    card = f"<div class=row>{headline}<p>What happened in story {{0}} in short</p></div>"
    cards = "".join(card.format(n) for n in range(4))
    assert texts(f"<div>{STORY}{cards}</div>") == TEXTS


def test_lines_that_lead_elsewhere_amid_paragraphs_of_one_make_make_no_cards_of_them() -> None:
    """Where only line breaks part the paragraphs, what is one <p> holds several, and a link between two of them."""
    pointer = "<br><br><a href=/other>Another story about the bridge and its town</a><br><br>"
    paragraphs = "".join(f"<p class=text>{first}{pointer}{LINKED}</p>" for first in TEXTS)
    assert [text for text in texts(f"<div>{paragraphs}</div>") if text in TEXTS] == TEXTS


def test_more_cards_than_story_below_a_whole_story_are_left_out() -> None:
    """Cards that outweigh the text above them are cards all the same, and their "Read more" leads elsewhere."""
    headline = "<h4><a href=/{0}>Headline of another story {0}</a></h4>"
    excerpt = (
        "<p>What happened in story {0}, told in a hundred characters that end before the way to it does.</p>"
    )
    cards = "".join(f"<div class=row>{headline}{excerpt}<a>Read more</a></div>".format(n) for n in range(20))
    more = [f"{text} So much for the plan." for text in TEXTS]
    body = read(f"<div>{STORY}{''.join(f'<p>{text}</p>' for text in more)}{cards}</div>")
    assert [block.text for block in body.blocks] == [*TEXTS, *more]
    assert body.cut is None


def test_two_line_breaks_part_paragraphs() -> None:
    """Pages without <p> set their paragraphs apart by two breaks; one break is a space."""
    assert texts(f"<div>{FIRST}<br><br>{SECOND}<br> <br>{THIRD.replace(' and', '<br>and')}</div>") == TEXTS


def test_kinds_of_blocks() -> None:
    """Subheads, list items with their depth, quotations, preformatted text and table rows are told apart."""
    markup = (
        f"<p>{FIRST}</p><h2>What comes next</h2><p>{SECOND}</p>"
        "<ul><li>Piers of stone<ol><li>twelve of them</li><li><p>six a side</p><p>at most</p></li></ol></li></ul>"
        "<blockquote><p>We have waited long enough.</p></blockquote><pre>span  80 m\n  width  9 m</pre>"
        "<table><tr><td></td><th>Bridge</th><th>Ferry</th></tr>"
        "<tr><th>Cost</th><td>4 million</td><td></td></tr>"
        f"<tr><td colspan=2>None yet</td><td>twelve</td></tr></table><p>{THIRD}</p>"
    )
    assert read(f"<article>{markup}</article>").blocks == (
        Block(BlockKind.PARAGRAPH, FIRST),
        Block(BlockKind.SUBHEAD, "What comes next", 2),
        Block(BlockKind.PARAGRAPH, SECOND),
        Block(BlockKind.ITEM, "Piers of stone", 1),
        Block(BlockKind.NUMBERED_ITEM, "twelve of them", 2),
        Block(BlockKind.NUMBERED_ITEM, "six a side", 2),
        Block(BlockKind.PARAGRAPH, "at most", 2),
        Block(BlockKind.QUOTATION, "We have waited long enough."),
        Block(BlockKind.PREFORMATTED, "span  80 m\n  width  9 m"),
        Block(BlockKind.TABLE_HEADER, "Bridge | Ferry", cells=("", "Bridge", "Ferry")),
        Block(BlockKind.TABLE_ROW, "Cost | 4 million", cells=("Cost", "4 million", "")),
        Block(BlockKind.TABLE_ROW, "None yet | twelve", cells=("None yet", "", "twelve")),
        Block(BlockKind.PARAGRAPH, THIRD),
    )


BOLD = "<p><b>{}</b></p>"


def subheads(markup: str) -> list[tuple[str, int]]:
    """The subheads of a story, with their levels."""
    blocks = read(f"<article>{markup}</article>").blocks
    return [(block.text, block.level) for block in blocks if block.kind is BlockKind.SUBHEAD]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"<p>{FIRST}</p>{BOLD.format('What it costs')}<p>{SECOND}</p>", [("What it costs", 2)]),
        (
            (
                f"<p>{FIRST}</p><h2>What comes next</h2><p>{SECOND}</p>{BOLD.format('Piers')}<p>{THIRD}</p>"
                f"<p><span><strong>Deck<br></strong></span></p><p>{FIRST} Again.</p>"
            ),
            [("What comes next", 2), ("Piers", 3), ("Deck", 3)],
        ),
        (f"<h2>Bridge</h2><p>{FIRST}</p>{BOLD.format('Aigul Sadykova')}<p>{SECOND}</p>", [("Bridge", 2)]),
        (f"{BOLD.format('From Tashbulak')}<p>{FIRST}</p><p>{SECOND}</p>", []),
        (f"<p>{FIRST}</p>{BOLD.format('“The bridge will be closed.”')}<p>{SECOND}</p>", []),
        (f"<p>{FIRST}</p><p><b>The mayor</b> said no more</p><p>{SECOND}</p>", []),
        (f"<p>{FIRST}</p>{BOLD.format('When will it open?')}<p>{SECOND}</p>", []),
        (f"<p>{FIRST}</p><p>{SECOND}</p>{BOLD.format('Aigul Sadykova in Tashbulak')}", []),
    ],
    ids=[
        "one",
        "below others",
        "one among others",
        "opening",
        "sentence",
        "half bold",
        "interview",
        "signature",
    ],
)
def test_paragraphs_in_bold_that_head_text_are_subheads(markup: str, expected: list[tuple[str, int]]) -> None:
    """Short, no sentence, with text behind them; several, or the story has no other."""
    assert subheads(markup) == expected


def test_a_layout_list_makes_no_items() -> None:
    """A list whose only item holds the story, and items with headings of their own, are boxes."""
    assert {block.kind for block in read(f"<ul><li>{STORY}</li></ul>").blocks} == {BlockKind.PARAGRAPH}
    parts = "".join(f"<li><h3>Part {n}</h3><p>{text}</p></li>" for n, text in enumerate(TEXTS))
    kinds = [block.kind for block in read(f"<article><p>{FIRST} So.</p><ul>{parts}</ul></article>").blocks]
    assert kinds == [BlockKind.PARAGRAPH, *(BlockKind.SUBHEAD, BlockKind.PARAGRAPH) * 3]


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        ("<ol><li>a</li><li>b</li></ol>", [0, 0]),
        ("<ol start=5><li>a</li><li>b</li></ol>", [5, 0]),
        ("<ol reversed><li>a</li><li>b</li><li>c</li></ol>", [3, 2, 1]),
        ("<ol start=9 reversed><li>a</li><li>b</li></ol>", [9, 8]),
        ("<ol><li>a</li><li value=7>b</li><li>c</li></ol>", [0, 7, 0]),
        ("<ol start=none><li value=-1>a</li><li>b</li></ol>", [0, 0]),
    ],
)
def test_a_list_keeps_its_numbers(markup: str, numbers: list[int]) -> None:
    """Where they do not count on from one."""
    blocks = read(f"<article>{STORY}{markup}<p>{FIRST} So.</p></article>").blocks
    assert [block.number for block in blocks if block.kind is BlockKind.NUMBERED_ITEM] == numbers


HTML_IN_JSON = STORY.replace("<", "\\u003c").replace(">", "\\u003e")
ESCAPED = STORY.replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize(
    "script",
    [
        f'window.state = {{"id": 7, "body": "{HTML_IN_JSON}"}};',
        f'var article = {{"text": "{ESCAPED}"}};',
        'self.__next_f.push([1,"7:{\\"a\\":1,\\"html\\":\\"' + HTML_IN_JSON.replace("\\", "\\\\") + '\\"}"])',
        '{"@type": "NewsArticle", "articleBody": "' + "\\n".join(TEXTS) + '"}',
        "[" + ", ".join(f'{{"type": "paragraph", "text": "{text}"}}' for text in TEXTS) + "]",
    ],
    ids=["html", "entities", "flight data", "articleBody", "a string a paragraph"],
)
def test_a_story_that_stands_only_in_a_script(script: str) -> None:
    """Where the page itself has next to no text, its data is read."""
    found = read(f"<div id=app></div><script>{script}</script>")
    assert [block.text for block in found.blocks] == TEXTS
    assert found.rule == "script data"


def test_blocks_of_takes_all_text_and_leaves_the_tree() -> None:
    """For a story with known borders nothing is judged, scripts are no text, and the tree stays."""
    root, _ = parse_html(
        f"<div class=teaser>{FIRST}<br><br><b>Bold</b> word<script>x()</script><p>{SECOND}</p></div>"
    )
    once = blocks_of(root)
    assert [block.text for block in once] == [FIRST, "Bold word", SECOND]
    assert blocks_of(root) == once


def test_an_empty_page_has_no_body() -> None:
    """No text, no blocks, no exception."""
    assert find_body(parse_html("")[0], Told()).blocks == ()


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + STORY,
        "<p>a</p>" * 100_000,
        "<a href=x>link</a> " * 100_000,
        f"<script>{chr(34) * 200_001}</script>",
        "<script>" + '"\\' * 100_000 + "</script>",
        "<div class=sidebar><div class=comment>" * 900 + STORY,
        f"<p>{'by ' * 100_000}</p>",
        "<div>" * 1_900 + "<p>text of some length for a paragraph</p>" * 30_000,
        "".join(f"<p>{n} {'long text ' * 400}</p>" for n in range(2_000)),
        "<p><b>x</b></p>" * 100_000,
        f"<div>{'<b>x</b>' * 100_000}</div>",
        f"<p>{FIRST}</p>" + "<img src=/b.jpg>" * 100_000,
        f"<div>{f'{FIRST}<br><br><img src=/b.jpg>' * 20_000}</div>",
        f"<p>{FIRST}</p><table>{'<tr><td colspan=999>a</td><td>b</td></tr>' * 20_000}</table>",
    ],
    ids=[
        "deep",
        "many paragraphs",
        "many links",
        "quotes",
        "backslashes",
        "nested furniture",
        "long byline",
        "deep and wide",
        "long",
        "bold lines",
        "bold words",
        "images",
        "images in a text",
        "wide table",
    ],
)
def test_hostile_pages_cost_bounded_time(page: str) -> None:
    """No markup makes the time explode."""
    start = time.thread_time()
    find_body(parse_html(page)[0], Told(TITLE))
    assert time.thread_time() - start < 10


PIECES = [
    "<div class=ad>",
    "</div>",
    "<p>",
    "</p>",
    "<ul><li>",
    "<h2>",
    "<a href=x>",
    "</a>",
    "<br>",
    FIRST,
    SECOND,
    "x",
    "<td>",
    "<main>",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_text_is_made_up(page: str) -> None:
    """Every block stands on the page, whatever its markup, and reading twice gives the same."""
    whole = "".join("".join(str(part) for part in parse_html(page)[0].itertext()).split())
    body = find_body(parse_html(page)[0], Told())
    assert all("".join(block.text.split()).replace("|", "") in whole for block in body.blocks)
    assert find_body(parse_html(page)[0], Told()) == body


def test_furniture_that_outweighs_the_rest_is_the_story() -> None:
    """A name counts for less than the text: what is called a widget and holds most of the page is its story."""
    notice = (
        "<div><p>"
        + "This site keeps no cookies, shows no ads and asks nothing of its readers at all. " * 4
        + "</p></div>"
    )
    story = "".join(f"<p>{number}. {text}</p>" for number in range(3) for text in TEXTS)
    assert f"0. {FIRST}" in texts(f"{notice}<div class=widget>{story}</div>")
