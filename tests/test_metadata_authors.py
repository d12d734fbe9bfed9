"""Who signed the story."""

import pytest

from tests.metadata_pages import TITLE, json_ld, read


@pytest.mark.parametrize(
    "author",
    [
        "Aida Sydykova, Jon Berg",
        ["Aida Sydykova", "Jon Berg"],
        [{"@type": "Person", "name": "Aida Sydykova"}, {"@type": "Person", "name": "Jon Berg (jbe)"}],
        {"@type": "Person", "name": ["Aida Sydykova", "Jon Berg"]},
        {"@type": "Person", "name": "By Aida Sydykova and Jon Berg"},
        [{"name": "Aida Sydykova"}, {"name": "AIDA SYDYKOVA"}, {"name": "Jon Berg"}],
    ],
)
def test_every_shape_of_structured_authors_is_read(author: object) -> None:
    """A text, a node, or a list of those; each person once."""
    assert read(json_ld(headline=TITLE, author=author)).authors == ("Aida Sydykova", "Jon Berg")


def test_a_reference_is_followed_through_the_graph() -> None:
    """An author that is only an `@id` is named elsewhere in the graph."""
    person = {"@type": "Person", "@id": "#aida", "name": "Aida Sydykova"}
    graph = {"@graph": [person, {"@type": "Article", "headline": TITLE, "author": {"@id": "#aida"}}]}
    assert read(json_ld(graph)).authors == ("Aida Sydykova",)


def test_the_byline_goes_before_the_site_s_own_name() -> None:
    """Data that name the paper say less than the line that names a person."""
    head = json_ld(headline=TITLE, author={"@type": "Organization", "name": "Steppe Herald"})
    body = f"<h1>{TITLE}</h1><div class='byline'>By <a href='/a'>Aida Sydykova</a></div>"
    assert read(head, body).authors == ("Aida Sydykova",)
    assert read(head, f"<h1>{TITLE}</h1>").authors == ("Steppe Herald",)


def test_the_byline_goes_before_an_organisation_of_any_name() -> None:
    """A broadcaster's full name, or an agency's, is no person where the data say what it is."""
    head = json_ld(headline=TITLE, author=[{"@type": "NewsMediaOrganization", "name": "Radio Naryn Valley"}])
    told = read(head, f"<h1>{TITLE}</h1><div class='byline'>By Aida Sydykova</div>")
    assert told.authors == ("Aida Sydykova",)
    assert [one.value for one in told.origins["authors"]] == ["Aida Sydykova", "Radio Naryn Valley"]
    assert read(head, f"<h1>{TITLE}</h1>").authors == ("Radio Naryn Valley",)


def test_names_in_separate_links_are_separate_people() -> None:
    """A list of links needs no comma between them."""
    body = (
        f"<h1>{TITLE}</h1><div class='authors'><a href='/a'>Aida Sydykova</a><a href='/b'>Jon Berg</a></div>"
    )
    assert read(body=body).authors == ("Aida Sydykova", "Jon Berg")


def test_a_line_that_opens_with_by_needs_no_mark() -> None:
    """Where no class tells, the words do, in the page's language."""
    assert read(body=f"<h1>{TITLE}</h1><p>Von Eva Beispiel und Max Muster</p>", lang="de").authors == (
        "Eva Beispiel",
        "Max Muster",
    )


def test_a_name_beside_the_date_or_below_the_text_signs() -> None:
    """Where nothing else names anybody."""
    beside = f"<h1>{TITLE}</h1><div><span>Aida Sydykova |</span><span>8 December 2025</span></div>"
    below = f"<h1>{TITLE}</h1><p>Snow fell.</p><p>(Author: Jon Berg)</p>"
    assert (read(body=beside).authors, read(body=below).authors) == (("Aida Sydykova",), ("Jon Berg",))


def test_the_author_of_a_reviewed_claim_is_not_the_writer() -> None:
    """A fact check names whom it checks."""
    claim = {"@type": "Claim", "author": {"@type": "Person", "name": "Rumour Monger"}}
    check = {"@type": "ClaimReview", "itemReviewed": claim, "name": TITLE}
    assert read(json_ld(check), f"<h1>{TITLE}</h1>").authors == ()


@pytest.mark.parametrize(
    "line",
    ["By clicking here you agree to the terms", "By default, the pass stays closed", "Source: Steppe Wire"],
)
def test_a_sentence_that_opens_with_by_names_nobody(line: str) -> None:
    """Prose near the headline is no byline, and a source is no author."""
    assert read(body=f"<h1>{TITLE}</h1><p>{line}</p>").authors == ()
