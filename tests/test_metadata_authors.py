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


LONG = "The council met for six hours and agreed to rebuild the bridge over the river before the next winter comes."


@pytest.mark.parametrize(
    ("lang", "body", "names"),
    [
        ("en", "<p>Posted on March 12, 2024 by Jane Doe</p>", ("Jane Doe",)),
        ("en", "<p>Posted March 12, 2024 at 2:05 pm by Jane Doe</p>", ("Jane Doe",)),
        ("en", "<p>12 March 2024 - By Jane Doe</p>", ("Jane Doe",)),
        (
            "en",
            "<div><a href='/author/jd'>Jane Doe</a>, <a href='/author/jr'>John Roe</a></div>",
            ("Jane Doe", "John Roe"),
        ),
        ("en", "<p class=byline>By JANE DOE<br>Associated Press</p>", ("JANE DOE", "Associated Press")),
        (
            "fr",
            "<p class=signature>Jeanne Exemple, <em>envoyée spéciale à Rome</em></p>",
            ("Jeanne Exemple",),
        ),
        ("ko", "<p>입력 2024.03.12 14:05 | 수정 2024.03.13 09:20|김보기 기자</p>", ("김보기",)),
        ("zh", "<p>河城日报 记者 李明 2024-03-12 14:05</p>", ("李明",)),
        ("en", "<div class=authors><div>Jane Doe</div><div>John Roe</div></div>", ("Jane Doe", "John Roe")),
        ("en", "<ul class=byline-list><li>Jane Doe</li><li>John Roe</li></ul>", ("Jane Doe", "John Roe")),
        ("en", "<div class=writer><p>Written by</p><p>Jane Doe</p><p>Contributor</p></div>", ("Jane Doe",)),
        ("en", "<div class=author><i>Jane</i> <i>Doe</i> <button>Follow</button></div>", ("Jane Doe",)),
        ("en", "<div class=author>Jane Doe <a>View Bio</a></div>", ("Jane Doe",)),
        ("en", f"<div class=author>Jane Doe<div class=bio>{LONG}</div></div>", ("Jane Doe",)),
        ("en", f"<div class=author><b>Jane Doe</b><p>{LONG}</p></div>", ("Jane Doe",)),
        (
            "en",
            "<div class=author><b>Jane Doe</b><i>The Long Courier</i></div>",
            ("Jane Doe", "The Long Courier"),
        ),
        ("en", "<div><a href='/staff/jane-doe'>Jane Doe</a></div>", ("Jane Doe",)),
        (
            "en",
            "<div class=authors>Article published on <time>28 April</time>, <a>Jane Doe</a></div>",
            ("Jane Doe",),
        ),
        ("da", "<div class=byline><div class=byline__description><i>Jane Doe</i></div></div>", ("Jane Doe",)),
        (
            "es",
            "<div class=author><a>Jane Doe</a><p>Esta función es para suscriptores</p><p>Iniciar sesión</p></div>",
            ("Jane Doe",),
        ),
        ("en", "<p class=byline><a>Travel</a> By <a>Jane Doe</a></p>", ("Jane Doe",)),
        ("en", "<p class=author>Jane Doe <i>Jane Doe</i></p>", ("Jane Doe",)),
        ("de", "<p class=author><i>Kommentar von</i> <b>Jane Doe</b></p>", ("Jane Doe",)),
        ("en", "<p class=image-author>Courier News</p><p class=author>Jane Doe</p>", ("Jane Doe",)),
    ],
)
def test_bylines_of_many_houses_are_read(lang: str, body: str, names: tuple[str, ...]) -> None:
    """Behind the date, in a row of links, above the paper's name, within the line of the paper and the date."""
    assert read("", f"<h1>{TITLE}</h1>{body}", lang=lang).authors == names


@pytest.mark.parametrize(
    ("lang", "body", "rule"),
    [
        ("en", "<p>Jane Doe · March 12, 2024</p>", "beside-date"),
        ("en", "<p>12 March 2024 | Jane Doe</p>", "beside-date"),
        ("en", "<p>Jane Doe | Political Editor | 12 March 2024</p>", "beside-date"),
        ("en", "<div><span>Jane Doe</span><span>Political Editor</span></div>", "beside-date"),
        ("tr", "<div><p><b>Jane Doe</b></p><p><i>Yayın</i><b>12 Mart 2024</b></p></div>", "beside-date"),
        (
            "en",
            "<div><div>Jane Doe</div><span>|</span><p>Published <time>4 months ago</time></p></div>",
            "beside-date",
        ),
        ("en", f"<p>{LONG}</p><p><em>Jane Doe</em></p>", "sign-off"),
        ("ru", f"<p>{LONG}</p><p><strong>Jane Doe</strong></p>", "sign-off"),
        ("de", f"<p>{LONG}</p><p style='text-align:right'>Jane Doe</p>", "sign-off"),
    ],
)
def test_names_that_nothing_marks(lang: str, body: str, rule: str) -> None:
    """Beside the date or a role, and set off below the text."""
    found = read("", f"<h1>{TITLE}</h1>{body}", lang=lang)
    assert [(one.rule, one.value) for one in found.origins["authors"]] == [(rule, "Jane Doe")]


def test_the_brackets_that_end_a_japanese_story_sign_it() -> None:
    """Its last paragraph ends with them."""
    text = "市議会は六時間にわたって会議を開き、来年の冬までに川に架かる古い橋を再建することで合意した。" * 3
    assert read("", f"<h1>古い橋の再建で合意</h1><p>{text}（大山花子）</p>", lang="ja").authors == (
        "大山花子",
    )


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "<nav><a href='/local'>Local News</a></nav><h1>{0}</h1><p>Local News | 12 March 2024</p>"),
        ("en", "<h1>{0}</h1><p>{1}</p><p>Related Posts</p>"),
        ("en", "<h1>{0}</h1><p>{1}</p><p><a href='/x'><em>Jane Doe</em></a></p>"),
        (
            "ko",
            "<h1>{0}</h1><p>입력 2024.03.12 14:05</p><p>시의회는 여섯 시간 동안 다리를 짓기로 합의했다</p>",
        ),
    ],
)
def test_what_looks_like_a_name_and_is_none(lang: str, body: str) -> None:
    """A section that the menu links to, the heading of a box, a link to another story, a sentence beside the date."""
    assert read("", body.format(TITLE, LONG), lang=lang).authors == ()


def test_names_with_the_surname_first_are_turned() -> None:
    """As libraries and newsrooms' databases print them."""
    assert read("<meta name=author content='Doe, Jane; Roe, John'>").authors == ("Jane Doe", "John Roe")
    assert read("<meta name=author content='AFP, Reuters'>").authors == ("AFP", "Reuters")


def test_the_site_beside_a_person_and_an_account_sign_nothing() -> None:
    """Where the page's data or readers' eyes have a person's name."""
    site = "<meta property='og:site_name' content='Steppe Herald'>"
    both = [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "Steppe Herald"}]
    assert read(site + json_ld(headline=TITLE, author=both)).authors == ("Jane Doe",)
    account = json_ld(headline=TITLE, author={"@type": "Person", "name": "jdoe77"})
    assert read(account, f"<h1>{TITLE}</h1><p>By Jane Doe</p>").authors == ("Jane Doe",)
    assert read(account, f"<h1>{TITLE}</h1>").authors == ("jdoe77",)
