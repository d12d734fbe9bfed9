import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from w3lib.url import canonicalize_url

from pipeline.load.identity.addresses import addresses, shared_addresses
from pipeline.load.identity.keys import Key, KeyKind, KnownStory, keys_of, lasting, same_story
from pipeline.records import Article
from pipeline.urls import canonical_url, page_key
from tests.load.records import NOON, SITE, paragraphs, story, teaser


def kinds(keys: frozenset[Key]) -> set[KeyKind]:
    return {key.kind for key in keys}


def urls(article: Article, page_url: str = f"{SITE}/page/2/", *, own_page: bool = False) -> set[str]:
    keys = keys_of(article, addresses(article, page_url, own_page=own_page))
    return {key.value for key in keys if key.kind is KeyKind.URL}


@pytest.mark.parametrize(
    "spelling",
    [
        "https://steppe-herald.example/news/snow?id=7&page=2",
        "HTTPS://Steppe-Herald.example/news/snow?id=7&page=2",
        "https://steppe-herald.example:443/news/snow?page=2&id=7",
        "http://www.steppe-herald.example/news/snow/?id=7&page=2#comments",
        "https://steppe-herald.example/news/./snow?utm_source=mail&id=7&fbclid=x&page=2&UTM_Medium=y",
    ],
)
def test_spellings_of_an_address_are_one_address(spelling: str) -> None:
    """Scheme, www., port, case of the host, last slash, fragment, order and tracking do not make a new story."""
    assert urls(story(1, url=spelling)) == {"steppe-herald.example/news/snow?id=7&page=2"}


@pytest.mark.parametrize(
    "other",
    [
        "https://steppe-herald.example/news/Snow?id=7",
        "https://steppe-herald.example/news/snow?id=8",
        "https://steppe-herald.example/news/snow?id=7&ref=2",
        "https://steppe-herald.example/news/snow?id=",
        "https://ky.steppe-herald.example/news/snow?id=7",
        "https://steppe-herald.example:8443/news/snow?id=7",
    ],
)
def test_what_may_be_another_page_is_another_address(other: str) -> None:
    """Case of the path, real parameters, empty ones too, the host and its port are part of an address."""
    assert urls(story(1, url=other)) != urls(story(1, url="https://steppe-herald.example/news/snow?id=7"))


@pytest.mark.parametrize(
    "nothing",
    [None, "", "mailto:desk@herald.example", "file:///srv/saved.html", "//", "http://[", "https:///x"],
)
def test_what_is_no_web_address_is_none(nothing: str | None) -> None:
    """A file, a mail address or a broken URL is nobody's address."""
    assert canonical_url(nothing) is None


@given(st.from_regex(r"https?://[a-z0-9.-]{1,6}(/[A-Za-z0-9_.-]{0,3}){0,4}", fullmatch=True))
def test_an_address_that_looks_plain_is_left_as_it_is(url: str) -> None:
    """What is not spelled anew, to save the time, is what w3lib would leave alone."""
    assert page_key(url) == canonicalize_url(url)


@given(st.text() | st.text().map("https://herald.example/".__add__) | st.text().map("http://".__add__))
def test_any_text_may_stand_where_a_url_should(url: str) -> None:
    """A canonical URL is its own canonical URL, and no text breaks the reading of one."""
    canonical = canonical_url(url)
    assert canonical is None or canonical_url(canonical) == canonical


HOSTS = (
    "127.0.0.1",
    "Herald.example",
    "a.example:80",
    "a.example:8080",
    "[::1]:8080",
    "a..b",
    "a.b.",
    "-a_b",
)


@given(
    st.sampled_from(("http", "https", "HTTP")),
    st.sampled_from(HOSTS),
    st.text("ab/.?%2fF=&+~;:-_*", max_size=12),
)
@example("http", "herald.example", "")
@example("http", "herald.example", "/a?b")
@example("http", "herald.example", "/a?b=")
def test_pages_are_told_apart_by_w3libs_spelling(scheme: str, host: str, path: str) -> None:
    """Also where a URL is plain enough to do without its help."""
    url = f"{scheme}://{host}{path}"
    try:
        expected = canonicalize_url(url)
    except ValueError:
        expected = url
    assert page_key(url) == expected


def test_a_homepage_is_nobodys_address() -> None:
    """A site that prints its homepage as the canonical URL of every story does not make them all one."""
    assert not urls(story(1, url=f"{SITE}/"))
    assert urls(story(1, url=f"{SITE}/?p=7")) == {"steppe-herald.example?p=7"}


def test_a_listing_page_is_not_the_address_of_its_stories() -> None:
    """A story on a listing page that links to that page has no address; on its own page it has two."""
    assert not urls(story(1, url=f"{SITE}/page/2"), f"{SITE}/page/2/")
    assert urls(story(1, url=f"{SITE}/snow"), f"{SITE}/?p=7", own_page=True) == {
        "steppe-herald.example/snow",
        "steppe-herald.example?p=7",
    }


def test_a_page_above_the_story_is_not_its_address() -> None:
    """Neither a section printed as canonical URL nor one that shows its latest story whole makes its stories one."""
    page = f"{SITE}/news/2025/snow"
    assert urls(story(1, url=f"{SITE}/news/"), page, own_page=True) == {
        "steppe-herald.example/news/2025/snow"
    }
    assert urls(story(1, url=page), f"{SITE}/news/", own_page=True) == {
        "steppe-herald.example/news/2025/snow"
    }
    assert "steppe-herald.example/new" in urls(story(1, url=f"{SITE}/new"), page, own_page=True)


def test_an_address_that_many_stories_of_a_page_print_is_nobodys() -> None:
    """ "Continue reading" that leads to one form for every story does not make them all one; two prints of one do."""
    join = [story(number, url=f"{SITE}/join?utm_source={number}") for number in range(3)]
    assert shared_addresses(join) == {"steppe-herald.example/join"}
    assert not shared_addresses([*join[:2], *join[:2]])
    assert not addresses(join[0], f"{SITE}/page/2/", own_page=False, shared=shared_addresses(join))


@pytest.mark.parametrize("variant", ["/snow/amp", "/snow/amp/", "/snow/print", "/snow/AMP?utm_source=x"])
def test_a_variant_of_a_page_has_its_address(variant: str) -> None:
    """The print and the AMP page of a story stand at its address."""
    assert urls(story(1), SITE + variant, own_page=True) == {"steppe-herald.example/snow"}


def test_typography_and_case_do_not_make_a_new_story() -> None:
    """Curly quotation marks, dashes, no-break spaces and capitals are the same letters."""
    plain = Article('The "road" over the pass - closed', blocks=paragraphs("It's shut - until  May. " * 20))
    typeset = Article(
        "THE “ROAD” over the pass — closed", blocks=paragraphs("It’s shut — until\u00a0May.\n" * 20)
    )
    assert keys_of(plain, []) == keys_of(typeset, [])


def test_a_teaser_opens_like_its_story() -> None:
    """A teaser without address shares the opening of the whole text, and only that."""
    shared = keys_of(teaser(1), []) & keys_of(story(1), [])
    assert kinds(shared) == {KeyKind.OPENING}
    assert not keys_of(teaser(1), []) & keys_of(story(2), [])


def test_a_stub_with_an_address_is_known_by_that_alone() -> None:
    """Two captions of three words are not one story because they are alike."""
    stub = Article("Photo of the day", blocks=paragraphs("See the photo."))
    assert kinds(keys_of(stub, [f"{SITE}/photo/1"])) == {KeyKind.URL}


def test_a_story_without_address_lasts_by_its_opening() -> None:
    """Only what has an address is found again by its whole text."""
    dated = story(1, published_at=NOON)
    assert kinds(lasting(keys_of(dated, []))) == {KeyKind.OPENING}
    assert kinds(lasting(keys_of(dated, [f"{SITE}/1"]))) == set(KeyKind)


def test_a_whole_text_without_its_date_ties_nothing() -> None:
    """A notice that stands in place of many stories has no date of publication, and makes them no one story."""
    assert KeyKind.WHOLE not in kinds(keys_of(story(1), [f"{SITE}/1"]))


URL_KEY, OPENING_KEY = Key(KeyKind.URL, "u"), Key(KeyKind.OPENING, "o")
OPENS_SO = KnownStory(4, KeyKind.OPENING, has_url=True)


@pytest.mark.parametrize(
    ("keys", "known", "same"),
    [
        ({URL_KEY}, [], ()),
        ({URL_KEY}, [KnownStory(4, KeyKind.URL, has_url=True)], (4,)),
        # one address, one whole text: what were two is one, and the older stays
        ({URL_KEY}, [KnownStory(4, KeyKind.URL, has_url=True), KnownStory(2, KeyKind.WHOLE, has_url=True)], (2, 4)),
        # with an address, an opening finds only what has none
        ({URL_KEY, OPENING_KEY}, [OPENS_SO], ()),
        ({URL_KEY, OPENING_KEY}, [KnownStory(4, KeyKind.OPENING, has_url=False)], (4,)),
        # without one, it finds the first story that opens so
        ({OPENING_KEY}, [OPENS_SO, KnownStory(3, KeyKind.OPENING, has_url=True)], (3,)),
        ({OPENING_KEY}, [KnownStory(3, KeyKind.WHOLE, has_url=True), OPENS_SO], (3,)),
    ],
)  # fmt: skip
def test_which_stories_are_the_same(keys: set[Key], known: list[KnownStory], same: tuple[int, ...]) -> None:
    """Addresses and whole texts decide; an opening decides only where one side has no address."""
    assert same_story(frozenset(keys), known) == same
