"""Who signed the story."""

import pytest

from tests.parse.metadata.pages import TITLE, json_ld, meta, read


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


def test_an_agency_in_the_graph_is_an_author_and_not_the_site() -> None:
    """An organisation of the graph is the paper otherwise, and names nobody beside a person."""
    for name, signed in (("AFP", ("Aida Sydykova", "AFP")), ("Steppe Herald", ("Aida Sydykova",))):
        people = [
            {"@id": "#a", "name": "Aida Sydykova"},
            {"@type": "Organization", "@id": "#b", "name": name},
        ]
        story = {"@type": "NewsArticle", "headline": TITLE, "author": [{"@id": "#a"}, {"@id": "#b"}]}
        assert read(json_ld({"@graph": [*people, story]})).authors == signed


@pytest.mark.parametrize(
    ("author", "line", "language", "expected"),
    [
        (
            "高瀬 悠真",
            f"<p>{'橋の点検は五年に一度と定められている。' * 4}【高瀬悠真】</p>",
            "ja",
            "高瀬 悠真",
        ),
        ("河城報", "<p>老街騎樓高低落差大。（記者陳昱廷攝）</p>", "zh", "河城報"),
        ("مصر اليوم", "<span class=writeBy>كتب : محمود الشناوي</span>", "ar", "محمود الشناوي"),
    ],
)
def test_names_in_letters_without_capitals_are_told_from_papers(
    author: str, line: str, language: str, expected: str
) -> None:
    """A space in one makes no paper of it, who took a picture wrote nothing, and who signs goes before the paper."""
    page = read(
        json_ld(headline=TITLE, author=author, publisher={"name": "مصر اليوم"}),
        f"<h1>{TITLE}</h1>{line}",
        lang=language,
    )
    assert page.authors == (expected,)


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


def test_each_of_a_list_signs_with_what_is_told_of_them_beside() -> None:
    """The list is what is marked; the boxes in it differ from one to the next, as people have pages or have none."""
    first = "<li><div><div class='author-name'><a href='/author/aida'>Aida Sydykova</a></div><p>Osh</p></div></li>"
    second = "<li><div><div>Jon Berg</div><div class='byline-location'>Naryn</div></div></li>"
    body = f"<h1>{TITLE}</h1><ul class='byline'>{first}{second}</ul>"
    assert "Jon Berg" in read("", body).authors


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
            ("Jane Doe",),
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
        ("en", "<p class=byline>By <b>Jane Doe</b> <a href='/x'>Follow</a></p>", ("Jane Doe",)),
        ("en", "<p class=byline>By <b>Jane Doe</b><i class=byline-org>CNB</i></p>", ("Jane Doe",)),
        (
            "ru",
            "<p class=authors><a>Jane Doe</a> обозреватель <a>John Roe</a> фотокорреспондент</p>",
            ("Jane Doe",),
        ),
        ("en", "<p>By the Editorial Board</p>", ("the Editorial Board",)),
        ("de", "<div>Kommentar von</div><div>Eva von der Probe</div>", ("Eva von der Probe",)),
        ("en", "<p>By Jane Doe<br>Staff Writer<br>4 March 2025</p>", ("Jane Doe",)),
        ("zh", "<p>2025-03-04 18:32 来源：新华社 作者：王小明</p>", ("王小明",)),
        ("ja", "<p>佐々木麻衣 記者</p>", ("佐々木麻衣",)),
        ("ja", "<p>取材・文 佐々木麻衣</p>", ("佐々木麻衣",)),
        ("en", "<p class=byline>ORSK — By <b>Jane Doe</b></p>", ("Jane Doe",)),
        ("es", "<ul><li><b>TEXTO:</b> Jane Doe</li><li><b>FOTOS:</b> John Roe</li></ul>", ("Jane Doe",)),
        ("es", "<p class=autor>Corresponsal | Jane Doe</p>", ("Jane Doe",)),
        (
            "no",
            (
                "<div class=byline><p><b>Jane Doe</b> <i class=role>Journalist</i></p>"
                "<p><b>John Roe</b> <i class=role>Fotograf</i></p></div>"
            ),
            ("Jane Doe",),
        ),
        ("sv", "<p>TT | Jane Doe</p><p>2024-03-12 14.05</p>", ("Jane Doe",)),
        ("hu", "<p class=szerzo>Példa Anna</p>", ("Példa Anna",)),
        ("id", "<p>Reporter: Jane Doe | Editor: John Roe</p>", ("Jane Doe",)),
        ("es", "<p><a href='/equipo/jane-doe'>Jane Doe</a></p><p>12 SEP 2024</p>", ("Jane Doe",)),
        ("no", "<p><a href='/av/jane.doe'>Jane Doe</a><i>Journalist</i></p>", ("Jane Doe",)),
        ("de", "<p class=author>Jane Doe <i class=place>Musterstadt</i></p>", ("Jane Doe",)),
        (
            "de",
            "<p class=authors><span class=author>Jane Doe</span> | <span class=author>John Roe</span></p>",
            ("Jane Doe", "John Roe"),
        ),
        ("en", "<a class=author href=/a>JD</a><p class=byline>Jane Doe</p>", ("Jane Doe",)),
        (
            "es",
            "<figure><figcaption><i class=author>John Roe</i></figcaption></figure><p class=author>Jane Doe</p>",
            ("Jane Doe",),
        ),
        (
            "de",
            "<figure><figcaption><address>Von <a rel=author>Jane Doe</a></address></figcaption></figure>",
            ("Jane Doe",),
        ),
        ("en", "<div data-test-id=header-byline><b>Jane Doe</b> and <b>AP</b></div>", ("Jane Doe", "AP")),
        ("en", "<a href='/meet-the-team/jane-doe-p4zy7c'>Jane Doe</a>", ("Jane Doe",)),
        ("en", "<p class=byline>Written by <a>IANS</a> | Edited by: <b>John Roe</b></p>", ("IANS",)),
        ("en", "<p class=byline>Written by: <a>Jane Doe</a> | Edited by: <a>John Roe</a></p>", ("Jane Doe",)),
        ("en", "<p>12 March 2024 Author: Jane Doe</p>", ("Jane Doe",)),
        ("ja", "<p>投稿日: 2024年3月12日 投稿者: 大山花子</p>", ("大山花子",)),
        ("de", "<p>Stand: 12.03.2024 10:20 Uhr Von Jane Doe, ARD Rom</p>", ("Jane Doe",)),
        ("de", "<p><b>Hinterau.</b> Von Jane Doe</p>", ("Jane Doe",)),
        ("tr", f"<p><b>Jane DOE</b></p><p>{LONG}</p>", ("Jane DOE",)),
        (
            "es",
            "<p class=columnista><b>Jane Doe</b><i class=cargo>Profesora de Historia</i></p>",
            ("Jane Doe",),
        ),
        ("ro", "<p>De <b>Jane Doe</b>, Data apariției: 09.09.2025</p>", ("Jane Doe",)),
        ("en", "<address><a rel=author>Jane Doe</a> North of England correspondent</address>", ("Jane Doe",)),
        ("fr", "<p class=signataire>Le Courrier <b>Jane DOE, pigiste</b></p>", ("Le Courrier", "Jane DOE")),
        ("es", "<div><b>EFE</b><i>Amposta</i><i>20/11/2025 14:32</i></div>", ("EFE",)),
        (
            "sv",
            (
                "<div class=bylines><div><i>Jane Doe</i> <a>Mejla</a> <i>Text</i></div>"
                "<div><i>Jon Ek</i> <i>Foto</i></div></div>"
            ),
            ("Jane Doe",),
        ),
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
        ("en", f"<p>{LONG}</p><p>— Jane Doe</p>", "sign-off"),
        ("en", f"<p>{LONG * 3}</p><p>{LONG * 3}</p><p class=author-name>Jane Doe</p>", "sign-off"),
        ("ru", f"<p>{LONG}</p><p>Jane Doe, «Вестник»</p>", "sign-off"),
        ("ky", f"<div><p>{LONG}</p></div><p align=right><b>Jane Doe</b></p>", "sign-off"),
        ("nl", "<div><p>Gisteren om 18:32</p><p>Jane Doe</p></div>", "beside-date"),
        ("kk", "<div><p>Jane Doe</p><p>Бүгін, 18:32</p></div>", "beside-date"),
        ("ru", "<div><p>Подписаться</p><p>Jane Doe</p><p>2 часа назад</p></div>", "beside-date"),
        ("uk", "<p><b>Jane Doe</b> — Вівторок, 4 березня 2025, 18:32</p>", "beside-date"),
        (
            "no",
            "<p><a href='mailto:jd@dal.example'>Jane Doe</a> Journalist</p><p>4. mars 2025</p>",
            "beside-date",
        ),
        ("pt", "<div><p>Jane Doe</p><p>SÃO PAULO</p><p>4.mar.2025 às 18h32</p></div>", "beside-date"),
        ("tr", "<p>Jane Doe | Sözcü Gazetesi | 04/03/2025 18:32</p>", "beside-date"),
        ("tr", "<div>Jane Doe |<i>04.03.2025 - Güncelleme : 05.03.2025</i></div>", "beside-date"),
        ("de", "<div><i>Jane Doe</i><i>·</i><i>04.03.2025</i></div>", "beside-date"),
        ("es", f"<p><b>Jane Doe / Lima</b></p><p>{LONG}</p>", "sign-on"),
        ("en", f"<p><b>From Jane Doe, Naryn</b></p><p>{LONG}</p>", "sign-on"),
        (
            "es",
            f"<p><b>Jane Doe</b><br><i>Presidente de la Federación de Pescadores</i></p><p>{LONG}</p>",
            "sign-on",
        ),
        ("ru", f"<div>{LONG}<br><br>{LONG}<br><br><i>Jane Doe.<br>Фото: Jon Berg.</i></div>", "sign-off"),
    ],
)
def test_names_that_nothing_marks(lang: str, body: str, rule: str) -> None:
    """Beside the date or a role, and set off below the text."""
    found = read("", f"<h1>{TITLE}</h1>{body}", lang=lang)
    assert [(one.rule, one.value) for one in found.origins["authors"]] == [(rule, "Jane Doe")]


@pytest.mark.parametrize(
    ("lang", "line", "name"),
    [
        ("de", "dpa | 04.03.2025", "dpa"),
        ("es", "EFE | 04.03.2025", "EFE"),
        ("sv", "<b>TT</b> <i>4 mars 2025</i>", "TT"),
        ("de", "<b>dpa</b> <b>·</b> <b>4. März 2025</b>", "dpa"),
        ("ru", "<b>РИА Новости</b> <i>4 марта 2025</i>", "РИА Новости"),
    ],
)
def test_an_agency_beside_the_date_signs_alone(lang: str, line: str, name: str) -> None:
    """Its name needs not be written as a person's is."""
    assert read("", f"<h1>{TITLE}</h1><p>{line}</p>", lang=lang).authors == (name,)
    beside = f"<h1>{TITLE}</h1><p>{line}</p><div><p>Jane Doe</p><p>04.03.2025</p></div>"
    assert read("", beside, lang=lang).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("lang", "start", "names"),
    [
        ("zh", "河城日报讯（记者 王小明）", ("王小明",)),
        ("zh", "新华社北京3月4日电（记者王小明、李小红）", ("王小明", "李小红")),
        ("ko", "(서울=연합뉴스) 김보기 기자 = ", ("김보기",)),
        ("ko", "[강마을일보 김보기·이예시 기자] ", ("김보기", "이예시")),
        ("ru", "БИШКЕК, 4 мар — Sputnik, Иван Примеров. ", ("Иван Примеров",)),
        ("ru", "БИШКЕК, 4 мар — РИА Новости. ", ()),
        ("en", "（记者 王小明）", ()),
    ],
)
def test_the_first_words_of_the_text_may_sign_it(lang: str, start: str, names: tuple[str, ...]) -> None:
    """Where papers of that language do so, and nothing else names anybody."""
    found = read("", f"<h1>{TITLE}</h1><p>{start}{LONG}</p><p>{LONG}</p>", lang=lang)
    assert found.authors == names
    assert [one.rule for one in found.origins.get("authors", ())] == (["dateline"] if names else [])


def test_the_brackets_that_end_a_japanese_story_sign_it() -> None:
    """Its last paragraph ends with them."""
    text = "市議会は六時間にわたって会議を開き、来年の冬までに川に架かる古い橋を再建することで合意した。" * 3
    assert read("", f"<h1>古い橋の再建で合意</h1><p>{text}（大山花子）</p>", lang="ja").authors == (
        "大山花子",
    )
    assert read(
        "", f"<h1>古い橋の再建で合意</h1><p>{text}（大山花子、佐々木麻衣）</p>", lang="ja"
    ).authors == (
        "大山花子",
        "佐々木麻衣",
    )
    assert read(
        "", f"<h1>古い橋の再建で合意</h1><p>{text[:60]}</p><p>（大山花子）</p>", lang="ja"
    ).authors == ("大山花子",)


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "<nav><a href='/homes'>Real Estate</a></nav><h1>{0}</h1><p>Real Estate | 12 March 2024</p>"),
        ("en", "<h1>{0}</h1><p>{1}</p><p>Related Posts</p>"),
        ("en", "<h1>{0}</h1><p class=photo-credit>Jane Doe</p><p>12 March 2024</p>"),
        ("en", "<h1>{0}</h1><p><b>Green Valley</b></p><p>{1}</p>"),
        ("en", "<h1>{0}</h1><p><b>GREEN VALLEY, Osh</b></p><p>{1}</p>"),
        ("en", "<h1>{0}</h1><p>Trusted Local Journalism</p><p>12 March 2024</p>"),
        ("de", "<h1>{0}</h1><p><b>Die Narynsche Gesellschaft für alte Brücken am Fluss</b></p><p>{1}</p>"),
        ("es", "<h1>{0}</h1><p>Ana Ejemplo, alcaldesa, ha abierto hoy el puente.</p><p>{1}</p>"),
        ("es", "<h1>{0}</h1><p><b>Ana Ejemplo, alcaldesa, abre hoy el puente viejo</b></p><p>{1}</p>"),
        ("es", "<title>Ana Ejemplo abre el puente</title><h1>{0}</h1><p><b>Ana Ejemplo</b></p><p>{1}</p>"),
        ("en", "<h1>{0}</h1><p>{1}</p><p><a href='/x'><em>Jane Doe</em></a></p>"),
        (
            "ko",
            "<h1>{0}</h1><p>입력 2024.03.12 14:05</p><p>시의회는 여섯 시간 동안 다리를 짓기로 합의했다</p>",
        ),
        ("en", "<h1>{0}</h1><div><b>Key Points</b><i>4 March 2025</i></div>"),
        ("en", "<h1>{0}</h1><div><b>Port Harcourt</b><i>4 March 2025</i></div>"),
        ("tr", "<h1>{0}</h1><div><b>Son Dakika</b><i>4 Mart 2025</i></div>"),
        ("en", "<h1>{0}</h1><p>{1}</p><p><b>Breaking News</b></p>"),
        ("ja", "<h1>{0}</h1><div><b>社会</b><i>2025年3月4日</i></div>"),
        ("en", "<h1>{0}</h1><p>{1}</p><p>Jane Doe</p>"),
        ("ru", "<h1>{0}</h1><p>{1}</p><p>Поделиться</p>"),
        ("fi", "<h1>{0}</h1><div><p>Jane Doe, kuvat</p><p>4.3.2025</p></div>"),
    ],
)
def test_what_looks_like_a_name_and_is_none(lang: str, body: str) -> None:
    """A section that the menu links to, the heading of a box, a link to another story, a sentence beside the date.

    A button, a town, a section in ideographs, who took the pictures.
    """
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


PERSON = {"@type": "Person", "name": "Jane Doe"}


@pytest.mark.parametrize(
    "author",
    [
        {"@list": [PERSON]},
        {"@type": "Person", "givenName": "Jane", "familyName": "Doe"},
        {"@type": "Person", "name": "Doe, Jane"},
    ],
)
def test_a_person_is_known_by_other_keys_than_the_name(author: object) -> None:
    """A list that keeps its order, two names instead of one, and the surname first."""
    assert read(json_ld(headline=TITLE, author=author)).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=authors content='Jane Doe'>",
        "<meta name=mediator_author content='Jane Doe'>",
        "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Jane Doe'>",
        "<meta name='twitter:label2' content='Verfasst von'><meta name='twitter:data2' content='Jane Doe'>",
        "<div itemprop=author itemscope><meta itemprop=name content='Jane Doe'></div>",
        "<meta name=content_author content='Jane Doe'>",
        "<meta name=articleAuthor content='Jane Doe'>",
    ],
)
def test_other_meta_tags_name_the_author(head: str) -> None:
    """Of other houses, of the card that a messenger shows, and of microdata that nobody sees."""
    assert read(body=f"<h1>{TITLE}</h1>{head}", lang="de").authors == ("Jane Doe",)


def test_other_cards_and_the_author_of_a_comment_name_nobody() -> None:
    """A card says how long the story is, too; readers' comments are marked up as the story is."""
    minutes = "<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Three Minutes'>"
    comment = "<div itemprop=comment><p itemprop=author><meta itemprop=name content='Jane Doe'></p></div>"
    assert read(minutes, f"<h1>{TITLE}</h1>{comment}").authors == ()
    author = "<div><p itemprop=author><meta itemprop=name content='{}'></p></div>"
    cards = author.format("Jane Doe") + author.format("John Roe")
    assert read(body=f"<h1>{TITLE}</h1>{cards}").authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "name",
    [
        "Redacción",
        "Web Desk",
        "Staff Writer",
        "Online Editor",
        "Agency Report",
        "Haber Merkezi",
        "Администратор",
        "Редакция",
        "编辑部",
        "Kun.uz",
    ],
)
def test_the_byline_goes_before_a_newsroom(name: str) -> None:
    """That the data name as if it were a person; without a byline it signs."""
    head = json_ld(headline=TITLE, author={"@type": "Person", "name": name})
    by = f"<h1>{TITLE}</h1><p class=author>{name}</p>"
    assert read(head, f"{by}<p>{LONG}</p><p><i>Jane Doe is a reporter.</i></p>").authors == ("Jane Doe",)
    assert read(head, f"{by}<div><b>dpa</b> <i>8 December 2025</i></div>").authors == (name,)
    assert read(head, f"<h1>{TITLE}</h1><p>By Jane Doe</p>").authors == ("Jane Doe",)
    assert read(head, f"<h1>{TITLE}</h1><p>By Reuters</p>").authors == (name,)


def test_who_made_the_pages_or_a_film_in_them_did_not_write_the_story() -> None:
    """A company in the head, and the author of a recording, sign only where no byline does."""
    byline = f"<h1>{TITLE}</h1><p>By Jane Doe</p>"
    maker = "<meta name=author content='Acme Web Design Ltd'>"
    film = json_ld(
        {"@type": "VideoObject", "name": "Snow", "author": {"@type": "Person", "name": "Jon Berg"}}
    )
    assert read(maker, byline).authors == read(film, byline).authors == ("Jane Doe",)
    assert read(maker, f"<h1>{TITLE}</h1>").authors == ("Acme Web Design Ltd",)
    assert read(film, f"<h1>{TITLE}</h1>").authors == ("Jon Berg",)


SHORT_PARAGRAPHS = f"<p>{'The council voted on Tuesday for the barrier. ' * 4}</p>" * 6
"""A story as most papers set it: no paragraph is long."""


@pytest.mark.parametrize(
    "others",
    [
        "<section class='related'><h3>Rail</h3><span class='byline'>By Jon Berg</span></section>",
        "<aside><ul><li class='author-card'><a href='/author/jon-berg'>Jon Berg</a></li></ul></aside>",
        "<div id='comments'><b class='comment-author'>Jon Berg</b></div>",
        "<div class='reviews-section'><b class='review-author'>Jon Berg</b></div>",
        "<div class='css-1x'><h3>Rail</h3><span>By Jon Berg</span></div>",
        "<section class='related'><h3>Rail</h3><span>Author: Jon Berg</span></section>",
    ],
)
def test_who_signed_a_story_below_the_text_did_not_sign_this_one(others: str) -> None:
    """Neither where the box is named for what it is, nor where only the length of the text tells that it is over."""
    body = f"<h1>{TITLE}</h1><div>%s<p>8 December 2025</p></div><div>{SHORT_PARAGRAPHS}</div>{others}"
    assert read(body=body % "").authors == ()
    assert read(body=body % "<p>Aida Sydykova</p>").authors == ("Aida Sydykova",)


@pytest.mark.parametrize(
    ("name", "page_title"),
    [
        ("jdoe", ""),
        ("SH", ""),
        ("Herald Staff", ""),
        ("The Naryn Gazette", f"{TITLE} | The Naryn Gazette"),
        ("The Naryn Gazette Online", f"{TITLE} - The Naryn Gazette"),
    ],
)
@pytest.mark.parametrize("body", ["<p>By Jane Doe</p>", "<p>Jane Doe</p><p>8 December 2025</p>"])
def test_who_is_named_on_the_page_goes_before_an_account_and_the_paper(
    name: str, page_title: str, body: str
) -> None:
    """The paper is known by the end of the page's title too, and a person by a name of two words."""
    head = f"<title>{page_title}</title><meta name=author content='{name}'>"
    assert read(head, f"<h1>{TITLE}</h1>{body}").authors == ("Jane Doe",)
    assert read(head, f"<h1>{TITLE}</h1>").authors == (name,)


def test_who_signs_with_a_first_name_goes_before_who_is_named_beside_a_date() -> None:
    """As on blogs and boards: the other one is somebody else."""
    head = "<meta name=author content=Tiberius>"
    assert read(head, f"<h1>{TITLE}</h1><p>Jane Doe</p><p>8 December 2025</p>").authors == ("Tiberius",)


def test_an_organisation_in_the_data_is_no_person_in_the_head() -> None:
    """JSON-LD says what the name is that a meta tag repeats."""
    told = {"@type": "NewsMediaOrganization", "name": "Radio Naryn Valley"}
    head = f"{json_ld(headline=TITLE, author=told)}<meta name=author content='Radio Naryn Valley'>"
    assert read(head, f"<h1>{TITLE}</h1><p>By Jane Doe</p>").authors == ("Jane Doe",)


def test_somebody_whose_name_is_that_of_the_site_signs() -> None:
    """A page on somebody's own site ends its title with the name."""
    head = f"<title>{TITLE} - Jane Doe</title><meta name=author content='Jane Doe'>"
    assert read(head, f"<h1>{TITLE}</h1>").authors == ("Jane Doe",)


def test_a_box_around_the_whole_story_that_is_named_after_its_author_signs_nothing() -> None:
    """As publishing systems do; a line in it that is named so signs."""
    offer = "<div><h2>Subscribe</h2><p>Sign up with your address.</p></div>"
    box = f"<div class='post author-jane-doe'><h1>{TITLE}</h1>{{}}{SHORT_PARAGRAPHS}{offer}</div>"
    assert read(body=box.format("")).authors == ()
    assert read(body=box.format("<a class=author-link href=/jane>Jane Doe</a>")).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("lang", "last", "behind", "names", "rule"),
    [
        (
            "en",
            "",
            "<p>(Reporting by Jane Doe and John Roe; Editing by Ann Poe)</p>",
            ("Jane Doe", "John Roe"),
            "sign-off",
        ),
        ("ru", "<br><i>Анна ПРИМЕРОВА.</i>", "", ("Анна ПРИМЕРОВА",), "sign-off"),
        ("ja", "", "<div><p>取材・文／佐々木麻衣</p></div>", ("佐々木麻衣",), "sign-off"),
        ("de", "", "<p>Das Gespräch führte Eva Beispiel.</p>", ("Eva Beispiel",), "sign-off"),
        (
            "ru",
            "",
            "<div class=authors><b>Авторы</b><a>Анна Примерова</a><a>Иван Образцов</a></div>",
            ("Анна Примерова", "Иван Образцов"),
            "author-box",
        ),
        (
            "en",
            "",
            "<div class=bio><h4>About the author</h4><p><b>Jane Doe</b> covers transport.</p></div>",
            ("Jane Doe",),
            "biography",
        ),
        (
            "de",
            "",
            "<div><h2>Kommentar von</h2><a rel=author href=/e><h4>Eva Beispiel</h4><h5>Redakteurin</h5></a></div>",
            ("Eva Beispiel",),
            "author-box",
        ),
        ("en", "", "<p><em>Jane Doe is a reporter in Naryn.</em></p>", ("Jane Doe",), "biography"),
        (
            "de",
            "",
            "<div class=autor-vita>Eva Beispiel, Jahrgang 1979, lebt am Meer.</div>",
            ("Eva Beispiel",),
            "sign-off",
        ),
        (
            "de",
            "",
            "<p><i>Die Autorin Eva Beispiel ist Professorin.</i></p>",
            ("Eva Beispiel",),
            "biography",
        ),
        ("en", "", "<p><b>Jane Doe</b><br>Naryn</p>", ("Jane Doe",), "sign-off"),
        ("kk", "", "<p><b>Айгүл Үлгі</b>, Нарын облысы</p>", ("Айгүл Үлгі",), "sign-off"),
        ("ko", "", "<p>김보기 기자 kim@herald.example</p>", ("김보기",), "sign-off"),
        ("en", "", "<p><i>Jane Doe can be reached at jd@herald.example.</i></p>", ("Jane Doe",), "biography"),
        ("es", "", "<p><b>Ana Ejemplo</b> es economista y profesora.</p>", ("Ana Ejemplo",), "biography"),
        ("ru", "", "<p>Анна Примерова, фото автора.</p>", ("Анна Примерова",), "sign-off"),
        (
            "ru",
            "",
            "<p>Анна Примерова, «Степной вестник Нарына», фото Ивана Образцова</p>",
            ("Анна Примерова",),
            "sign-off",
        ),
        ("pl", "", "<p>Autor/źródło: Anna Przykład/PAP</p>", ("Anna Przykład", "PAP"), "sign-off"),
        ("de", "", "<p>(dpa)</p>", ("dpa",), "sign-off"),
        ("de", "", "<p>Von Eva Beispiel</p>", ("Eva Beispiel",), "sign-off"),
        ("de", "", "<p>Eva Beispiel/dpa</p>", ("Eva Beispiel", "dpa"), "sign-off"),
        ("en", "", "<p>~ Jane Doe</p>", ("Jane Doe",), "sign-off"),
        ("en", "", "<p>The writer, Jane Doe, is a lecturer.</p>", ("Jane Doe",), "biography"),
        ("es", "", "<p><i>*Ana Ejemplo es politóloga</i></p>", ("Ana Ejemplo",), "biography"),
        ("en", "", "<p><i>Jane Doe (@janedoe) is a columnist.</i></p>", ("Jane Doe",), "biography"),
        ("ko", "", "<p>[김보기 기자]</p>", ("김보기",), "sign-off"),
        ("ja", "", "<p>取材・文　佐々木麻衣</p>", ("佐々木麻衣",), "sign-off"),
    ],
)
def test_who_signs_below_the_text(
    lang: str, last: str, behind: str, names: tuple[str, ...], rule: str
) -> None:
    """A credit, a last line, a box about the author; what stands in other type at the end of a paragraph is enough."""
    text = SHORT_PARAGRAPHS.removesuffix("</p>")
    found = read(body=f"<h1>{TITLE}</h1><div>{text}{last}</p></div>{behind}", lang=lang)
    assert found.authors == names
    assert found.origins["authors"][0].rule == rule


@pytest.mark.parametrize(
    "behind",
    [
        "<h3>Rail</h3><p class=author>Jon Berg</p>",
        "<a href='/rail'>The rail line will be closed until the spring of next year</a><i class=author>Jon Berg</i>",
        "<p>Jon Berg is a reporter in Naryn.</p>",
        "<p>Before. <i>Jon Berg.</i></p>",
        "<p><b>Jon Berg</b> was there, too.</p>",
        "<footer><p class=author>Jon Berg</p></footer>",
    ],
)
def test_what_stands_below_the_text_without_a_mark_signs_nothing(behind: str) -> None:
    """A heading, or a link as long as one, begins another story; a sentence about somebody is part of this one."""
    assert read(body=f"<h1>{TITLE}</h1><div>{SHORT_PARAGRAPHS}</div>{behind}").authors == ()


def test_an_agency_in_small_letters_is_no_account() -> None:
    """Beside initials it signs, and no line of the page goes before both."""
    head = json_ld(headline=TITLE, author=[{"name": "rh"}, {"name": "dpa"}])
    assert read(head, f"<h1>{TITLE}</h1><p>rh/dpa</p><p>8 December 2025</p>").authors == ("rh", "dpa")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ivana Horvat/Hina", ("Ivana Horvat", "Hina")),
        ("Eero Kallas STT", ("Eero Kallas",)),
        ("Oprac.: Jan Kowalczyk", ("Jan Kowalczyk",)),
        ("Marco Rossi/ANSA", ("Marco Rossi", "ANSA")),
        ("Ayşe YILMAZ, Mehmet KAYA / İSTANBUL, (DHA)", ("Ayşe YILMAZ", "Mehmet KAYA")),
        ("Jane Doe/Steppe Photo", ("Jane Doe",)),
        ("Jane Doe/Jon Berg", ("Jane Doe", "Jon Berg")),
        ("Party 90/The Green Ones", ("Party 90/The Green Ones",)),
        ("By Jane Doe and Jon Berg, The Naryn Herald", ("Jane Doe", "Jon Berg")),
        ("Jane Doe, Naryn Times (TNS)", ("Jane Doe",)),
        ("Jane Doe, KVQR", ("Jane Doe",)),
        ("Jane Doe • Staff Writer", ("Jane Doe",)),
    ],
)
def test_an_agency_stands_beside_a_name_in_a_field(author: str, names: tuple[str, ...]) -> None:
    """Behind a slash it signs too, behind a space it tells for whom somebody writes."""
    assert read(json_ld(headline=TITLE, author=author)).authors == names


@pytest.mark.parametrize(
    "head",
    [
        json_ld(headline=TITLE, author="Sydykova, Aida; Berg, Jon"),
        '<link rel="author" href="/a" title="Aida Sydykova"><link rel="author" href="/b" title="Jon Berg">',
        """<meta name="parsely-page" content='{"authors": ["Aida Sydykova", "Jon Berg"], "type": "post"}'>""",
        json_ld(
            {"@type": "Article", "headline": TITLE, "author": [{"@id": "#a"}, {"@id": "#b"}]},
            {"@type": "Person", "@id": "#a", "name": "Aida Sydykova"},
            {"@type": ["Person", "Organization"], "@id": "#b", "name": "Jon Berg"},
        ),
    ],
)
def test_two_names_are_told_in_many_ways(head: str) -> None:
    """Semicolons, links, a tag with JSON in it, and somebody who is an organisation too: the owner of a blog."""
    assert read(head, f"<h1>{TITLE}</h1>").authors == ("Aida Sydykova", "Jon Berg")


def test_a_parsely_tag_that_is_no_json_tells_nothing() -> None:
    """It is no fault either."""
    assert read("<meta name='parsely-page' content='[1, {'>", f"<h1>{TITLE}</h1>").authors == ()


def test_the_text_goes_on_behind_the_names_in_brackets() -> None:
    """The first line of a Chinese story is a short one."""
    line = "新华社河谷10月14日电（记者李雨晴、王一帆）市议会决定更换人行桥。"
    assert read("", f"<h1>市议会决定更换河上的人行桥</h1><p>{line}</p>", lang="zh").authors == (
        "李雨晴",
        "王一帆",
    )
    line = "记者李雨晴从市议会了解到，人行桥将于今年更换。"
    assert read("", f"<h1>市议会决定更换河上的人行桥</h1><p>{line}</p>", lang="zh").authors == ()


def test_a_name_stands_before_a_dash_and_the_day() -> None:
    """All in one text without an element around either."""
    body = f"<h1>{TITLE}</h1><p>Оксана Гриневич — вівторок, 14 жовтня 2025 р., 18:05</p>"
    assert read("", body, lang="uk").authors == ("Оксана Гриневич",)


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（佐藤圭、田中恵）", ("佐藤圭", "田中恵")),
        ("【田中恵】", ("田中恵",)),
        ("（敬称略）", ()),
    ],
)
@pytest.mark.parametrize("parted", ["", "</p><p>"])
def test_short_names_end_a_japanese_story(end: str, names: tuple[str, ...], parted: str) -> None:
    """Of three letters, where there are two of them, or in the brackets of a paper that keeps these for names."""
    text = "市議会は火曜日の夜、川にかかる木造の歩道橋を架け替えることを決めた。工事は来月から始まるという。"
    assert read("", f"<h1>古い橋の再建で合意</h1><p>{text}{parted}{end}</p>", lang="ja").authors == names


@pytest.mark.parametrize(
    "head",
    [
        meta(author="Aida Sydykova, Jon Berg"),
        meta(twitter__label1="Written by", twitter__data1="Aida Sydykova, Jon Berg"),
    ],
)
def test_the_fuller_of_two_places_tells_who_signed(head: str) -> None:
    """Some systems keep the first author alone in JSON-LD; another person elsewhere in the data is no addition."""
    told = json_ld(headline=TITLE, author={"@type": "Person", "name": "Aida Sydykova"})
    assert read(told + head).authors == ("Aida Sydykova", "Jon Berg")
    assert read(told + meta(author="Jon Berg, Bo Li")).authors == ("Aida Sydykova",)


def test_who_contributed_signed_beside_the_author() -> None:
    """So does a system tell that keeps the first author alone under that name."""
    person = {"@type": "Person", "name": "Aida Sydykova"}
    told = json_ld(headline=TITLE, author=person, contributor=[{"@type": "Person", "name": "Jon Berg"}])
    assert read(told).authors == ("Aida Sydykova", "Jon Berg")


def test_a_paper_before_a_bar_and_its_portal_sign_nothing() -> None:
    """As a portal tells whose story it shows."""
    body = f"<h1>{TITLE}</h1><em class='journalist_name'>김보기 기자</em>"
    assert read(meta(og__article__author="강변일보 | 다음버"), body, lang="ko").authors == ("김보기",)


def test_a_role_with_two_fields_is_nobody() -> None:
    """In an element of its own behind the name."""
    body = (
        f"<h1>{TITLE}</h1><div class='byline'><b>Aida Sydykova</b><i>Highlands and Islands reporter</i></div>"
    )
    assert read("", body).authors == ("Aida Sydykova",)


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("th", "โดย สมชาย ใจดี", ("สมชาย ใจดี",)),
        ("ar", "كتب: أحمد منصور", ("أحمد منصور",)),
        ("he", "מאת: דנה כהן ויואב לוי", ("דנה כהן", "יואב לוי")),
        ("th", "โดย รถไฟ สาย เหนือ หยุด วิ่ง", ()),
    ],
)
def test_letters_without_capitals_sign_behind_a_word_for_by(
    lang: str, line: str, names: tuple[str, ...]
) -> None:
    """In a short line of few words; more are prose."""
    assert read("", f"<h1>{TITLE}</h1><div>{line}</div>", lang=lang).authors == names


def test_authors_beside_one_another_are_named_one_by_one() -> None:
    """Each in an element of its own, with no box around them but that of their line."""
    person = "<span itemprop='author'><b itemprop='name'>{}</b></span>"
    line = f"<p>By {person.format('Jane Doe')} and {person.format('Jon Berg')}</p>"
    assert read("", f"<h1>{TITLE}</h1>{line}").authors == ("Jane Doe", "Jon Berg")


def test_who_is_named_right_before_the_text_signs_it_however_far_the_headline_is() -> None:
    """Behind films, pictures with what they show, and columns; not who is named among those."""
    columns = "".join(f"<div><a>Column {number}</a></div>" for number in range(70))
    legend = f"<div class=carousel><p>{LONG}</p></div>" * 4
    text = f"<p class=byline>By Jane Doe</p><p>{LONG}</p><p>{LONG}</p>"
    column = "<a class=author href='/author/john-roe'>John Roe</a>"
    assert read("", f"<h1>{TITLE}</h1>{column}{columns}{text}").authors == ("Jane Doe",)
    assert read("", f"<h1>{TITLE}</h1>{legend}{text}").authors == ("Jane Doe",)


def test_a_link_with_a_number_leads_to_an_author() -> None:
    """Whose page is called by a number and the name."""
    line = "<p><a href='/staff/2648/jane-doe/'>Jane Doe</a></p>"
    assert read("", f"<h1>{TITLE}</h1>{line}").authors == ("Jane Doe",)


def test_a_korean_story_names_the_town_and_who_reports_in_brackets() -> None:
    """Before its first sentence."""
    text = (
        "[강변=홍길동 기자] 시의회는 화요일 저녁 강변 시장을 보수를 위해 폐쇄하기로 의결했다고 시청이 밝혔다."
    )
    assert read("", f"<h1>강변시장 폐쇄</h1><p>{text}</p>", lang="ko").authors == ("홍길동",)
