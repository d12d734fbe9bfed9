"""JSON-LD in the states it is found in."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Reason
from tests.parse.metadata.pages import NOON, TITLE, URL, json_ld, read

KEYS = (
    "@type", "@id", "@graph", "headline", "author", "name", "datePublished", "image", "url", "keywords",
    "mainEntityOfPage", "publisher", "inLanguage", "articleSection", "isAccessibleForFree", "itemListElement", "item",
)  # fmt: skip


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "headline": "%s"}',
        '[{"@type": "WebSite", "name": "x"}, {"@type": ["Article", "Thing"], "headline": "%s"}]',
        '{"@graph": [{"@type": "http://schema.org/BlogPosting", "headline": "%s"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "%s"}}',
        '<!--\n{"@type": "Article", "headline": "%s"}\n-->',
        '//<![CDATA[\n{"@type": "Article", "headline": "%s"}\n//]]>',
        '{"@type": "Article", "headline": "%s",}',
        '{"@type": "Article", "headline": "%s", "description": "two\nlines"};',
        '{"@type": "Article", "headline": "%s", "path": "C:\\snow"}',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;%s&quot;}",
        '{"@type": "WebSite"} {"@type": "Article", "headline": "%s"}',
        '{"@type": "Article", "headline": "%s"} and then it broke',
        '{"@type": "Article", /* made by hand */\n // for now\n "headline": "%s", "url": "https://a.example/b"}',
        "{'@type': 'Article', 'headline': '%s'}",
        '{"@type": "schema:Article", "schema:headline": "%s"}',
    ],
)
def test_it_is_read_in_every_state_it_is_found_in(script: str) -> None:
    """Lists, graphs, several types, wrappings, slips of templates."""
    page = read(f"<script type='application/ld+json'>{script.replace('%s', TITLE)}</script>")
    assert page.title == TITLE
    assert page.says_article


def test_the_node_that_names_this_page_is_the_story() -> None:
    """Other stories may come first in the data."""
    other = {
        "@type": "NewsArticle",
        "headline": "Another one",
        "url": "https://steppe-herald.example/other",
    }
    this = {"@type": "NewsArticle", "headline": TITLE, "mainEntityOfPage": {"@id": URL}}
    assert read(json_ld(other, this)).title == TITLE


def test_stories_of_a_list_are_not_this_page_s() -> None:
    """An ItemList links to other pages."""
    items = [{"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "Another one"}}]
    assert read(json_ld({"@type": "ItemList", "itemListElement": items})).title is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda value: (
            st.lists(value, max_size=4)
            | st.dictionaries(
                st.sampled_from(KEYS),
                value | st.just("NewsArticle"),
                max_size=6,
            )
        ),
        max_leaves=20,
    )
)
def test_no_shape_of_data_is_a_fault(data: object) -> None:
    """Numbers where names are due, lists in lists, nothing at all: the page is read, and authors are names."""
    assert all(isinstance(name, str) and name.strip() for name in read(json_ld(data)).authors)


def test_depth_is_no_fault() -> None:
    """A hundred thousand brackets end the script, not the page."""
    deep = "[" * 100_000
    assert read(f"<script type='application/ld+json'>{deep}</script><title>{TITLE}</title>").title == TITLE


def test_half_a_character_can_be_written() -> None:
    """An emoji that was cut in two is no text; a whole one, which JSON writes as two halves, stays."""
    script = '{"@type": "Article", "headline": "A \\ud83d bridge \\ud83d\\ude00 is built", "author": "A\\udc00 Berg"}'
    page = read(f'<script type="application/ld+json">{script}</script>')
    assert page.title == "A \N{REPLACEMENT CHARACTER} bridge 😀 is built"
    assert page.authors[0].encode().endswith(b" Berg")


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","headline":"Said "no"","author":{"name":"Ann Rice"},"datePublished":"2025-12-08"}',
        '{"@type":"Article","author":[{"name":"Ann Rice"}],"datePublished":"2025-12-08","headline":"He',
        '{"@type": "NewsArticle", "author": "Ann Rice", "datePublished": "2025-12-08" "dateModified": "2025-12-09"}',
    ],
)
def test_what_is_no_json_is_named_and_still_tells(script: str) -> None:
    """Quotes that nobody escaped, an end that is missing, a comma that is: author and date are there all the same."""
    found = read(f'<script type="application/ld+json">{script}</script>')
    assert (found.authors, found.published_at) == (("Ann Rice",), datetime(2025, 12, 8, tzinfo=UTC))
    assert [(problem.reason, problem.where) for problem in found.problems] == [
        (Reason.DATA_DAMAGED, "json-ld")
    ]


def test_a_publisher_is_no_author_of_damaged_data() -> None:
    """Names are looked for up to the next field."""
    script = '{"@type":"NewsArticle","headline":"a "b" c","author":{},"publisher":{"name":"Steppe Herald"}}'
    assert read(f'<script type="application/ld+json">{script}</script>').authors == ()


def test_microdata_dates_a_story_by_an_attribute() -> None:
    """The instant in `content`, words in sight."""
    day = '<span itemprop="datePublished" content="2025-12-08T12:00:00+00:00">Monday</span>'
    found = read(body=f"<h1>{TITLE}</h1>{day}")
    assert found.published_at == datetime(2025, 12, 8, 12, tzinfo=UTC)


def test_a_picture_that_is_only_named_is_looked_up() -> None:
    """`{"@id": …}` is no address of a picture where the node stands elsewhere in the graph."""
    picture = {"@type": "ImageObject", "@id": "#picture", "url": "/snow.jpg"}
    story = {"@type": "NewsArticle", "headline": TITLE, "image": {"@id": "#picture"}}
    for image in (story["image"], [story["image"]]):
        assert read(json_ld({"@graph": [{**story, "image": image}, picture]})).image == (
            "https://steppe-herald.example/snow.jpg"
        )


_CLAIM = (
    '{{"@type": "ClaimReview", "claimReviewed": "x", "itemReviewed": '
    '{{"@type": "CreativeWork", "author": {{"name": "Jon Berg"}}}}, {}}}'
)


@pytest.mark.parametrize(
    "script",
    [
        '<script>{{"@context": "https://schema.org", "@type": "NewsArticle", {}}}</script>',
        '<script type="application/ld+json">{{"@context": "https://schema.org", "type": "Article", {}}}</script>',
        '<script type="application/ld+json">{{"@type": [], {}}}</script>',
        f"<script type='application/ld+json'>{_CLAIM}</script>",
    ],
)
def test_data_that_forget_to_say_what_they_are_tell_of_the_story(script: str) -> None:
    """A script without its type, a node without one; whoever made a claim did not write the story that checks it."""
    page = read(script.format(f'"headline": "{TITLE}", "datePublished": "2025-12-08T12:00:00+06:00"'))
    assert (page.title, page.published_at, page.authors) == (TITLE, NOON, ())


def test_other_inline_scripts_are_no_data() -> None:
    """Not every object is."""
    assert read(f'<script>{{"headline": "{TITLE}", "datePublished": "2025-12-08"}}</script>').title is None
