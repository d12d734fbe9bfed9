"""Stories that stand only in the data of their page's scripts: found by their shape, with title, names and date."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse import parse_page
from pipeline.parse.body.scripts.rich_text import to_html
from pipeline.records import Article, BlockKind
from tests.parse.body.test_body import TEXTS, TITLE

URL = "https://herald.example/2025/12/tashbulak-bridge"
OTHER = "The ferry crossed the lake for the first time in nine years, and everybody who saw it leave the pier cheered."
TEASER = {
    "headline": "Ferry returns to the Kara",
    "publishedAt": "2025-12-01T08:00:00Z",
    "body": f"<p>{OTHER}</p>",
}
HTML = "".join(f"<p>{text}</p>" for text in TEXTS)


def state(**body: object) -> str:
    """The state of a page: a story with this body among teasers."""
    story = {
        "id": 7,
        "headline": TITLE,
        "publishedAt": "2025-12-07T10:15:00+06:00",
        "authors": [{"name": "Jane Doe"}, {"fullName": "Aida Sydykova"}],
        **body,
    }
    return json.dumps(
        {"props": {"latest": [TEASER], "pageProps": {"article": story, "related": [TEASER, TEASER]}}}
    )


def read(script: str, attributes: str = "") -> Article:
    page = f"<html lang=en><head><title>Herald</title></head><div id=app></div><script {attributes}>{script}</script>"
    (article,) = parse_page(page.encode(), URL).articles
    return article


def spans(text: str, **words: str) -> list[dict[str, object]]:
    """A sentence in three pieces, of which the second is set in bold."""
    first, second, third = text[:30], text[30:45], text[45:]
    return [
        {**words, "text": first},
        {**words, "marks": [{"type": "bold"}], "text": second},
        {**words, "text": third},
    ]


PORTABLE = [{"_type": "block", "style": "normal", "children": spans(text, _type="span")} for text in TEXTS]
PROSEMIRROR = {
    "type": "doc",
    "content": [{"type": "paragraph", "content": spans(text, type="text")} for text in TEXTS],
}
SLATE = [{"type": "p", "children": spans(text)} for text in TEXTS]
CONTENTFUL = {
    "json": None,
    "document": {
        "nodeType": "document",
        "content": [
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text, "marks": []}]}
            for text in TEXTS
        ],
    },
}
EDITOR_JS = {"blocks": [{"type": "paragraph", "data": {"text": text}} for text in TEXTS]}
DRAFT_JS = {
    "blocks": [{"type": "unstyled", "text": text, "inlineStyleRanges": []} for text in TEXTS],
    "entityMap": {},
}
ARC = [{"type": "image", "caption": OTHER}, *({"type": "text", "content": text} for text in TEXTS)]


@pytest.mark.parametrize(
    "body",
    [
        {"body": HTML},
        {"content": {"rendered": HTML}},
        {"text": "\n\n".join(TEXTS)},
        {"paragraphs": TEXTS},
        {"content": PORTABLE},
        {"body": PROSEMIRROR},
        {"body": json.dumps(PROSEMIRROR)},
        {"content": SLATE},
        {"body": CONTENTFUL},
        {"body": EDITOR_JS},
        {"content": DRAFT_JS},
        {"content_elements": ARC},
    ],
    ids=["html", "wordpress", "lines", "strings", "portable", "prosemirror", "in a string", "slate", "contentful",
         "editorjs", "draftjs", "arc"],
)  # fmt: skip
def test_a_body_is_read_in_the_form_of_any_editor(body: dict[str, object]) -> None:
    """Sentences stay whole though their words are styled, and no teaser is in the text."""
    article = read(state(**body), "type=application/json")
    assert [block.text for block in article.blocks] == TEXTS
    assert article.title == TITLE
    assert article.authors == ("Jane Doe", "Aida Sydykova")
    assert article.published_at == datetime(2025, 12, 7, 4, 15, tzinfo=UTC)
    assert [article.rule(name) for name in ("title", "authors", "body")] == ["script data"] * 3


def flight() -> list[str]:
    """The pieces in which Next.js sends a state whose body stands in a row of its own; one is cut in two."""
    long = f"<p>{TEXTS[0]} Ü</p>{HTML[HTML.index('</p>') + 4 :]}"
    rows = f"1:I[7,[]]\n2a:T{len(long.encode()):x},{long}3:{state(body='$2a')}\n"
    return [f"self.__next_f.push({json.dumps([1, part])})" for part in (rows[:300], rows[300:])]


@pytest.mark.parametrize(
    "script",
    [
        f"window.__STATE__ = {state(body=HTML)};",
        f"window.__STATE__ = JSON.parse({json.dumps(state(body=HTML))});",
        "window.__STATE__ = JSON.parse('"
        + state(body=HTML).replace("\\", "\\\\").replace("'", "\\'")
        + "');",
        "!function(){var a=[];return[a]}();x=" + state(body=HTML),
        "</script><script>".join(flight()),
        f"self.__next_f.push([</script><script>x={state(body=HTML)}",
        f'y=JSON.parse("\\x");x={state(body=HTML)}',
        f"x={state(body=HTML.replace('<', '&lt;').replace('>', '&gt;'))}",
        f"x={state(body=[[{'type': 'paragraph', 'children': [*pair, 7]} for pair in map(spans, TEXTS)]])}",
    ],
    ids=[
        "state",
        "parsed",
        "parsed, single quotes",
        "behind code",
        "flight data",
        "behind broken flight data",
        "behind a broken string",
        "escaped",
        "among numbers",
    ],
)
def test_a_state_is_found_wherever_it_stands(script: str) -> None:
    """As a value, as a string that is parsed, behind code, and in rows over several scripts."""
    article = read(script)
    assert [block.text.removesuffix(" Ü") for block in article.blocks] == TEXTS
    assert (article.title, article.authors[0]) == (TITLE, "Jane Doe")


def test_blocks_keep_their_kinds() -> None:
    """Subheads, quotations and items; pictures and what is embedded are no text."""
    blocks = [
        *PORTABLE[:2],
        {"_type": "block", "style": "h3", "children": [{"_type": "span", "text": "What it costs"}]},
        {
            "_type": "block",
            "style": "blockquote",
            "children": [{"_type": "span", "text": "It is a good bridge."}],
        },
        {
            "_type": "block",
            "listItem": "bullet",
            "children": [{"_type": "span", "text": "two thirds by the ministry"}],
        },
        {"_type": "image", "text": OTHER},
        {"_type": "embed", "html": f"<p>{OTHER}</p>"},
        PORTABLE[2],
    ]
    kinds = [(block.kind, block.level) for block in read(state(content=blocks)).blocks]
    paragraph = (BlockKind.PARAGRAPH, 0)
    assert kinds == [
        paragraph, paragraph, (BlockKind.SUBHEAD, 3), (BlockKind.QUOTATION, 0), (BlockKind.ITEM, 1), paragraph,
    ]  # fmt: skip


def test_of_several_stories_the_one_that_the_address_names_counts() -> None:
    """Else the first of those that are long."""
    longer = {
        "headline": "Ferry returns to the Kara",
        "slug": "ferry",
        "body": HTML + HTML.replace("The", "A"),
    }
    own = json.loads(state(body=HTML, slug="tashbulak-bridge"))
    assert read(json.dumps([longer, own])).title == TITLE
    assert read(json.dumps([longer, json.loads(state(body=HTML))])).title == longer["headline"]


def test_what_the_page_itself_says_goes_before_its_data() -> None:
    """Its data fill what is silent."""
    head = '<meta property="og:title" content="A bridge for Tashbulak"><meta name=author content="Max Beck">'
    page = f"<html><head>{head}</head><div id=app></div><script>x={state(body=HTML)}</script>"
    (article,) = parse_page(page.encode(), URL).articles
    assert (article.title, article.authors) == ("A bridge for Tashbulak", ("Max Beck",))
    assert article.published_at == datetime(2025, 12, 7, 4, 15, tzinfo=UTC)


_KEYS = st.sampled_from(
    ["headline", "title", "body", "content", "children", "text", "type", "data", "blocks", "slug"]
)
_DATA = st.recursive(
    st.one_of(
        st.none(),
        st.integers(),
        st.text(max_size=5),
        st.sampled_from([HTML, "$1", "heading", "{"]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_KEYS, inner, max_size=5)),
    max_leaves=20,
)


@given(_DATA)
def test_no_data_raise(data: object) -> None:
    """Whatever its shape."""
    assert isinstance(to_html(data, {"1": "$1"}), str)
    script = json.dumps(data)
    for text in (
        script,
        f"self.__next_f.push([1,{json.dumps('1:' + script)}])",
        f"JSON.parse('{script}",
        script[:-3],
    ):
        page = parse_page(f"<div id=app></div><script>{'x = ' * 60}{text}</script>".encode(), URL)
        assert page.articles or page.problems


@pytest.mark.parametrize(
    "around", ["[{}]", '{{"children": [{}]}}', '{{"text": "A", "children": [{{"children": [{}]}}]}}']
)
def test_data_deeper_than_any_story_say_nothing(around: str) -> None:
    """As deep as the reader of JSON goes."""
    text = '"told"'
    for _ in range(200):
        text = around.format(text)
    assert to_html(json.loads(text), {}) == ""


@pytest.mark.parametrize(
    "script",
    [
        '{"a":' * 100_000,
        "[[" * 300_000,
        '{"headline":"h","body":{"data":' * 900 + "1" + "}}" * 900,
        "JSON.parse('" * 50_000,
        'self.__next_f.push([1,"' + "1:T5,ab" * 100_000 + '"])',
        '{"title":"t","content":[' + ",".join(['{"title":"t","content":"x"}'] * 50_000) + "]}",
    ],
    ids=["deep", "brackets", "nested bodies", "calls", "rows", "wide"],
)
def test_hostile_data_end_soon(script: str) -> None:
    """Depth, width and torn ends are bounded."""
    page = parse_page(f"<div id=app></div><script>{script}</script>".encode(), URL)
    assert page.problems
    assert "".join(article.title for article in page.articles) == ""
