"""What a page tells about its main article beside the body."""

import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.hints import Hints
from pipeline.parse.html_tree import parse_html
from pipeline.parse.metadata import detect_language, is_foreign, read_metadata
from pipeline.parse.selectors import Selectors
from pipeline.records import Reason
from tests.parse.metadata.pages import NOON, TITLE, URL, json_ld, meta, read


def test_the_canonical_address_is_absolute_and_no_start_page() -> None:
    """A template that calls the start page canonical is not believed."""
    assert read('<link rel="canonical" href="/snow">').url == "https://steppe-herald.example/snow"
    assert read('<link rel="Canonical alternate" href="/snow">').url == "https://steppe-herald.example/snow"
    assert read('<link rel="canonical" href="https://steppe-herald.example/">' + meta(og__url=URL)).url == URL
    for start in ("/index.html", "/en", "/fr-FR/accueil", "/home"):
        assert read(f'<link rel="canonical" href="{start}">' + meta(og__url=URL)).url == URL


def test_the_canonical_address_names_the_page_and_no_place_in_it() -> None:
    """What stands behind `#` leads to its comments, say."""
    assert read('<link rel="canonical" href="/snow#comments">').url == "https://steppe-herald.example/snow"


@pytest.mark.parametrize(
    "address", ["javascript:void(0)", "http://[::1", "", "mailto:a@b.example", "https://"]
)
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    """In a link as in the page's own address."""
    assert read(f'<link rel="canonical" href="{address}">').url is None
    assert read(json_ld(headline=TITLE), url=address).title == TITLE


@pytest.mark.parametrize(
    ("lang", "head", "expected"),
    [
        ("en-GB", "", "en"),
        ("ky_KG", "", "ky"),
        ("UA", "", "uk"),
        ("", meta(og__locale="kk_KZ"), "kk"),
        ("", '<meta http-equiv="Content-Language" content="tg, ru">', "tg"),
        ("en", json_ld(inLanguage="ru"), "ru"),
        ("", "", "uz"),
    ],
)
def test_the_language_is_declared_or_the_source_s(lang: str, head: str, expected: str) -> None:
    """As a primary subtag; the source's where the page says nothing."""
    assert read(head, lang=lang, language="uz").language == expected


def test_section_tags_image_and_description() -> None:
    """Each from its first place that tells."""
    page = read(
        json_ld(articleSection="Roads", keywords="snow, pass,  Snow", isAccessibleForFree="False")
        + meta(og__image="/snow.jpg", og__description="Three days of it.")
    )
    assert (page.section, page.tags) == ("Roads", ("snow", "pass"))
    assert (page.image, page.description) == (
        "https://steppe-herald.example/snow.jpg",
        "Three days of it.",
    )
    assert page.access.paid


def test_section_and_tags_are_read_where_readers_see_them() -> None:
    """A label over the headline, and links that call themselves tags in the same article as it."""
    label = "<p class='story-section'><a>Roads</a> <a>World</a></p>"
    tags = "<a rel='tag'>snow</a> <a rel='tag'>pass</a> <a rel='category tag'>Roads</a>"
    page = read(
        body=f"<article>{label}<h1>{TITLE}</h1>{tags}</article><aside><a rel='tag'>onions</a></aside>"
    )
    assert (page.section, page.tags) == ("Roads", ("snow", "pass"))
    assert read(body=f"<p class='intersection'>Roads</p><h1>{TITLE}</h1>").section is None


@pytest.mark.parametrize(
    ("steps", "section"),
    [
        ([("Home", "/"), ("Roads", "/roads/"), ("Snow closes the pass", URL)], "Roads"),
        ([("Home", "/"), ("Roads", "/roads/"), ("Snow closes the pass", None)], "Roads"),
        ([("Home", "/"), ("Year", "/2025/"), ("December", "/2025/12/")], "December"),
        ([("Home", "/"), ("Snow closes the pass", URL)], None),
    ],
)
def test_a_breadcrumb_ends_in_the_section_or_in_the_story(steps: list[tuple[str, str]], section: str) -> None:
    """Its last step is the section where its address stands above that of the page."""
    trail = [{"@type": "ListItem", "name": name, "item": address} for name, address in steps]
    assert read(json_ld({"@type": "BreadcrumbList", "itemListElement": trail})).section == section


def test_a_step_that_says_the_headline_is_no_section() -> None:
    """Wherever it leads: to another spelling of the page's address, say."""
    trail = [("Home", "/"), ("Roads", "/roads/"), (TITLE, "/2025/12/")]
    steps = [{"@type": "ListItem", "name": name, "item": address} for name, address in trail]
    page = read(json_ld({"@type": "BreadcrumbList", "itemListElement": steps}), f"<h1>{TITLE}</h1>")
    assert page.section == "Roads"


def test_every_field_says_where_it_comes_from() -> None:
    """The winner first, then what lost."""
    page = read(json_ld(headline=TITLE, author="Jon Berg") + meta(author="J. Berg"))
    assert [(one.rule, one.value) for one in page.origins["authors"]] == [
        ("json-ld.author", "Jon Berg"),
        ("author", "J. Berg"),
    ]
    assert set(page.origins) == {"title", "authors", "language"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "Кыргызстанда кар калың түшүп, ашуу үчүнчү күнү жабык турат, айдоочулар күтүп жатышат."),
        ("kk", "Қазақстанда қар қалың жауып, асу үшінші күн жабық тұр, жүргізушілер күтіп отыр."),
        ("ru", "Из-за снегопада перевал закрыт уже третий день, водители ждут у въезда в тоннель."),
        ("en", "Snow has closed the high pass for a third day, and drivers wait at the tunnel."),
    ],
)
def test_a_language_is_recognised_from_text(language: str, text: str) -> None:
    """For pages that declare none; a few words are too few."""
    assert detect_language(text) == language
    assert detect_language(text[:12]) is None


ENGLISH = (
    "The first passenger boat since 2015 left the pier on Friday with forty villagers and a crate of trout."
)
RUSSIAN = (
    "Две сестры, которые двадцать лет валяли ковры вдвоём, впервые открыли двери для всех желающих. "
    "Занятия идут по субботам в бывшем зернохранилище, и плата за них — килограмм овечьей шерсти."
)
KYRGYZ = (
    "Көк-Өзөн айылынын китепканасы апрелден баштап кечки саат тогузга чейин иштейт. "
    "Мындай чечимди айыл жашоочулары жалпы жыйында кабыл алышты."
)
CHINESE = "第一艘客船周五离开码头，载着四十名村民和一箱鳟鱼。这是十一年来的第一次，孩子们在岸上挥手，镇长站在船头致意。"


@pytest.mark.parametrize(
    ("text", "own", "others"),
    [
        (ENGLISH, ("en", "de", "uz", "kk"), ("ru", "ky", "zh")),
        (RUSSIAN, ("ru", "bg", "uz"), ("en", "ky", "kk", "zh")),
        (KYRGYZ, ("ky", "kk"), ("en", "ru")),
        (CHINESE, ("zh", "ja"), ("en", "de")),
    ],
)
def test_letters_speak_against_a_language(text: str, own: tuple[str, ...], others: tuple[str, ...]) -> None:
    """A text in another script, or with or without the letters that part Kyrgyz from Russian, is foreign."""
    assert [language for language in (*own, *others) if is_foreign(text, language)] == list(others)
    assert not is_foreign(text[:20], others[0])


def test_they_go_before_every_other_rule() -> None:
    """A person who knows the site has the last word."""
    page = read(
        json_ld(headline="Another one", author="Nobody Else", datePublished="2001-01-01"),
        f"<h2 id='t'>{TITLE}</h2><i class='who'>By Jon Berg</i><b data-when>8 December 2025 12:00</b>",
        selectors=Selectors(title=("#t",), byline=(".who",), published=("[data-when]",)),
        time_zone=ZoneInfo("Asia/Bishkek"),
    )
    assert (page.title, page.authors, page.published_at) == (TITLE, ("Jon Berg",), NOON)
    assert [page.origins[field][0].rule for field in ("title", "authors", "published_at")] == ["selector"] * 3


def test_what_the_rules_would_have_said_is_told_beside_a_selector() -> None:
    """A person who checks a selector sees what it is for."""
    page = read(
        "",
        f"<h1>{TITLE}</h1><p>By Jon Berg</p><p>9 December 2025</p><p class='who'>Aida Sadyk</p>"
        "<i class='when'>8 December 2025 12:00</i>",
        selectors=Selectors(byline=(".who",), published=(".when",)),
        time_zone=ZoneInfo("Asia/Bishkek"),
    )
    assert (page.authors, page.published_at) == (("Aida Sadyk",), NOON)
    for field, other in (("authors", "Jon Berg"), ("published_at", "9 December 2025")):
        assert any(other in one.value for one in page.origins[field][1:]), field


def test_one_that_finds_nothing_is_a_problem_and_the_other_rules_apply() -> None:
    """The site has changed; the person who runs this hears of it."""
    page = read(json_ld(headline=TITLE), selectors=Selectors(title=("h1.gone", ".too")))
    assert page.title == TITLE
    assert [(one.reason, one.detail) for one in page.problems] == [
        (Reason.SELECTOR_FOUND_NOTHING, "h1.gone"),
        (Reason.SELECTOR_FOUND_NOTHING, ".too"),
    ]


@given(st.text(alphabet="<>/=\"' abh1meta-timeclassbyline:0123456789\n", max_size=300))
def test_no_page_is_a_fault(text: str) -> None:
    """Whatever the tree, metadata are read, and the first candidate of a field is its value."""
    root, _ = parse_html(text)
    found = read_metadata(root, URL, Hints(link_title="x"))
    assert found.title == (found.origins["title"][0].value if "title" in found.origins else None)


@pytest.mark.parametrize(
    "body",
    [
        "<h1>" * 500 + "word " * 20_000,
        f"<h1>{TITLE}</h1>" + "<div class='author'>" * 20_000,
        f"<h1>{TITLE}</h1>" + "<div>12.13.2025 " * 2_000,
        "<meta name='author' content='Jon Berg, Bo Li'>" * 20_000,
        "<meta property='og:title' content='" + "a - " * 100_000 + "'>",
        "<script type='application/ld+json'>{" + "," * 200_000 + " " * 200_000 + "}</script>",
    ],
    ids=["nested headings", "nested authors", "dates", "authors", "separators", "commas"],
)
def test_a_hostile_page_takes_no_longer_than_its_length(body: str) -> None:
    """What is read of each place is bounded: half a megabyte of anything takes well under five seconds."""
    root, _ = parse_html(body)
    started = time.thread_time()
    read_metadata(root, URL, Hints())
    assert time.thread_time() - started < 5


def test_reading_leaves_the_tree_as_it_was() -> None:
    """The body and the ticker are read from the same tree."""
    root, _ = parse_html(f"<h1>{TITLE}</h1><p class='byline'>By Jon Berg</p>")
    before = sum(1 for _ in root.iter())
    read_metadata(root, URL, Hints())
    assert sum(1 for _ in root.iter()) == before
