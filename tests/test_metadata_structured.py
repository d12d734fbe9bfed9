"""JSON-LD in the states it is found in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metadata_pages import TITLE, URL, json_ld, read

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
