"""RDFa: what it says of the story, where the page's other data are silent."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.metadata.pages import TITLE, URL, json_ld, meta, read

DAY = datetime(2025, 12, 8, 6, 0, tzinfo=UTC)
LITE = f"""
<div vocab="https://schema.org/" typeof="NewsArticle" resource="{URL}">
  <h2 property="headline">{TITLE}</h2>
  <p class=x1><span property="author" typeof="Person"><b property="name">Aida Sydykova</b>,
  <i property=jobTitle>Editor</i></span> and <span property="author">Jane Doe</span></p>
  <span property="datePublished" content="2025-12-08T12:00:00+06:00">this noon</span>
  <div property="articleBody"><p>Drivers wait.</p></div>
</div>"""
DRUPAL_7 = f"""
<div about="/2025/12/snow-closes-pass" typeof="sioc:Item foaf:Document" class="node">
  <span property="dc:title" content="{TITLE}" class="x2"></span>
  <span property="dc:date dc:created" content="2025-12-08T12:00:00+06:00" rel="sioc:has_creator">Sent in by
    <a href="/u/7" typeof="sioc:UserAccount" property="foaf:name">Aida Sydykova</a> at noon</span>
  <div property="content:encoded"><p>Drivers wait.</p></div>
  <div typeof="sioc:Post sioct:Comment" class="x3"><span property="dc:title">Re: nonsense</span>
    <span property="dc:date dc:created" content="2025-12-09T08:00:00+06:00" rel="sioc:has_creator">
    <b typeof="sioc:UserAccount" property="foaf:name">Max Nobody</b></span></div>
</div>"""
FULL_NAMES = f"""
<section typeof="http://schema.org/BlogPosting"><h1><span property="http://schema.org/headline">{TITLE}</span></h1>
<time property="http://schema.org/datePublished" datetime="2025-12-08T12:00:00+06:00">today</time>
<em property="http://schema.org/author">Aida Sydykova</em></section>"""


@pytest.mark.parametrize(
    ("declared", "body", "authors"),
    [
        ("vocab='https://schema.org/", LITE, ("Aida Sydykova", "Jane Doe")),
        ("version='HTML+RDFa 1.0", DRUPAL_7, ("Aida Sydykova",)),
        ("class='no-js", FULL_NAMES, ("Aida Sydykova",)),
    ],
)
def test_it_tells_title_authors_and_date(declared: str, body: str, authors: tuple[str, ...]) -> None:
    """In the short form, in Drupal's and with whole addresses for names; what its comments say is not the story's."""
    page = read(body=body, lang=f"en' {declared}")
    assert (page.title, page.authors, page.published_at) == (TITLE, authors, DAY)
    assert page.origins["published_at"][0].rule == "rdfa.published"
    assert any(one.rule == "rdfa.title" for one in page.origins["title"])


def test_what_other_data_say_goes_before_it() -> None:
    """JSON-LD, OpenGraph and bylines in sight are asked first; then nobody looks for it."""
    told = json_ld(headline="Pass closed", author="Nurlan Bekov", datePublished="2025-12-01T08:00:00Z")
    page = read(told + meta(og__title="Pass closed"), FULL_NAMES)
    assert (page.title, page.authors) == ("Pass closed", ("Nurlan Bekov",))
    assert page.published_at == datetime(2025, 12, 1, 8, 0, tzinfo=UTC)
    assert not any(one.rule.startswith("rdfa") for origin in page.origins.values() for one in origin)
    byline = FULL_NAMES.replace("</h1>", "</h1><p class=byline>By Nurlan Bekov</p>")
    assert read(body=byline).authors == ("Nurlan Bekov",)


def test_of_several_stories_only_the_pages_own_counts() -> None:
    """Teasers are stories by their type, too: where none is about this page, none of them is."""
    teasers = "".join(
        f"<div typeof='schema:Article' about='/{number}'><h3 property='schema:name'>Other {number}</h3>"
        f"<span property='schema:dateCreated' content='2025-11-0{number}'></span></div>"
        for number in (1, 2, 3)
    )
    own = teasers.replace("/2'", f"{URL}'").replace("2025-11-02", "2025-12-08")
    lang = "en' prefix='schema: http://schema.org/"
    assert read(body=teasers, lang=lang).published_at is None
    found = read(body=f"{teasers}{own}", lang=lang).published_at
    assert found is not None
    assert found.date() == DAY.date()


_ATTRIBUTES = st.sampled_from(["typeof", "property", "rel", "content", "about", "prefix"])
_VALUES = st.sampled_from(
    ["schema:Article", "name", "author headline", "dc:date", "", "#", ":/", "2025-12-08", "[", "http://["]
)


@given(st.lists(st.tuples(_ATTRIBUTES, _VALUES), max_size=12))
def test_no_attributes_raise(attributes: list[tuple[str, str]]) -> None:
    """Whatever stands in them."""
    body = "".join(f"<div {name}='{value}'>Snow" for name, value in attributes)
    found = read(body=f"<h1>{TITLE}</h1>{body}", lang="en' prefix='x")
    assert TITLE in {one.value for one in found.origins["title"]}
