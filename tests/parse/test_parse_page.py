"""The contract of the parse stage as a whole: `parse_page` on any bytes, with and without a source's options."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.parse import Selectors, parse_page
from pipeline.records import Article, PageKind, ParsedPage, Reason
from tests import FIXTURES
from tests.parse.expected_records import records_of, saved_pages

URL = "https://steppe-herald.example/2025/bridge.html"
PARAGRAPHS = (
    "The council of Almaly voted on Tuesday to begin the work on the bridge before winter, after years of talk.",
    "Engineers said that it would take four months, and that buses would be sent over the northern crossing.",
    "Many residents came to the town hall to hear the decision, and stayed to ask what it was going to cost.",
)
STORY = f"""<!doctype html><html><head><title>A bridge for Almaly | Steppe Herald</title></head>
<body><div class="top"><h1>A bridge for Almaly at last</h1><div class="wrote">By Aigul Sadykova</div>
<div class="when">5 November 2025, 14:30</div></div>
<div class="c1"><p>{"</p><p>".join(PARAGRAPHS)}</p></div><div class="box"><p>Write to the desk to get our paper sent
to your door each morning, with all the news of the valley and the mountains around it.</p></div></body></html>"""


def parse(page: str, **options: object) -> ParsedPage:
    return parse_page(page.encode(), URL, "text/html; charset=utf-8", **options)  # type: ignore[arg-type]


def only_article(page: ParsedPage) -> Article:
    assert page.kind is PageKind.ARTICLE
    [article] = page.articles
    return article


@given(
    st.binary(max_size=2000), st.sampled_from([None, "text/html", "text/plain; charset=utf-16", "image/png"])
)
@example(b"0a", None)
def test_any_bytes_give_a_page(body: bytes, content_type: str | None) -> None:
    """Whatever the bytes and whatever they are called, the answer is a page, and the same one twice."""
    page = parse_page(body, URL, content_type)
    assert page == parse_page(body, URL, content_type)
    assert page.articles or page.quotes or page.problems


TAGS = (
    "<p> </p> <div> </div> <article> <h1> <h2> </h2> <li> <script> <!-- --> <table><tr><td> &#0; &amp \x00 ]]> </html>"
    " KGS/USD=0.01 <a/href=x> <time/datetime=2025-99-99> <meta/content=x> <link/rel=canonical/href=//[>"
    ' <script/type=application/ld+json>{"@graph":[{"author":[[1]],"datePublished":{}}]}</script>'
)
MARKUP = st.sampled_from(TAGS.split(" "))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(MARKUP, st.text(max_size=30)), max_size=60))
def test_any_tag_soup_gives_a_page(pieces: list[str]) -> None:
    """Tags in any order, closed or not, with text of any alphabet between them, never raise."""
    page = parse("".join(pieces))
    assert page.url == URL


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 200_000 + b"deep",
        b"<p>" + b"x" * 5_000_000,
        b"<p class='" + b"a b " * 1_000_000 + b"'>text",
        b"<a href=x>y</a>" * 200_000,
        b"\x00" * 100_000,
        b"\xff\xfe<p>text</p>",
        b"<table>" * 50_000,
    ],
    ids=["nested", "one-text", "attribute", "links", "nul", "false-bom", "tables"],
)
def test_hostile_page_is_read_in_bounded_time(body: bytes) -> None:
    """A page that is made to hurt is answered like any other. The time bound is far above what it takes."""
    begun = datetime.now(UTC)
    page = parse_page(body, URL)
    assert page.url == URL
    assert (datetime.now(UTC) - begun).total_seconds() < 30


def test_nothing_but_space_is_an_empty_page() -> None:
    """A page without text says so."""
    page = parse_page(b" \n\t ", URL, "text/html")
    assert (page.kind, [problem.reason for problem in page.problems]) == (PageKind.OTHER, [Reason.EMPTY_PAGE])


def test_a_page_without_a_story_says_so() -> None:
    """A page of links alone holds no article, and that is a named reason."""
    page = parse("<html><body><ul>" + "<li><a href='/x'>Home</a></li>" * 20 + "</ul></body></html>")
    assert page.articles == ()
    assert Reason.NO_ARTICLE in {problem.reason for problem in page.problems}


@pytest.mark.parametrize(
    "url", ["", "page.html", "http://[::1", "http://[x]/page", "http://news\u2100.example/"]
)
@pytest.mark.parametrize("saved", saved_pages()[::20], ids=lambda saved: saved.name)
def test_a_page_is_read_whatever_its_address(saved: Path, url: str) -> None:
    """A saved page may have none, and what calls itself one need not be one."""
    page = parse_page(saved.read_bytes(), url)
    assert page.articles or page.quotes or page.problems


@pytest.mark.parametrize(
    "root", ["<rss version='2.0'>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<urlset>"]
)
def test_a_feed_is_no_page(root: str) -> None:
    """A feed or sitemap that stands where a page should is named, not read as a story."""
    page = parse(f"<?xml version='1.0'?>\n<?xml-stylesheet href='x'?>{root}<title>{PARAGRAPHS[0]}</title>")
    assert (page.kind, page.articles) == (PageKind.OTHER, ())
    assert [problem.reason for problem in page.problems] == [Reason.NO_ARTICLE]


def test_a_text_without_a_headline_is_kept_and_named() -> None:
    """A story is not lost because its page prints no headline anywhere."""
    page = parse(f"<html><body><div><p>{'</p><p>'.join(PARAGRAPHS)}</p></div></body></html>")
    article = only_article(page)
    assert (article.title, article.text) == ("", "\n\n".join(PARAGRAPHS))
    assert [problem.reason for problem in page.problems] == [Reason.STORY_WITHOUT_TITLE]


def test_an_undeclared_encoding_is_detected() -> None:
    """Cyrillic in windows-1251 that nothing declares is read as Cyrillic, and the guess is named."""
    text = "Жители села собрались в здании школы, чтобы обсудить ремонт моста через реку. " * 5
    page = parse_page(
        f"<html><body><h1>Мост починят к зиме</h1><p>{text}</p></body></html>".encode("cp1251"), URL
    )
    assert only_article(page).title == "Мост починят к зиме"
    assert Reason.ENCODING_GUESSED in {problem.reason for problem in page.problems}


def test_a_source_s_selectors_go_before_every_rule() -> None:
    """Each selector decides its field, and the origin says that it was the selector."""
    selectors = Selectors(
        title=("h1",), byline=("div.wrote",), published=("div.when",), body=("div.c1",), remove=("div.box",)
    )
    article = only_article(
        parse(STORY, selectors=selectors, language="en", time_zone=ZoneInfo("Asia/Bishkek"))
    )
    assert article.title == "A bridge for Almaly at last"
    assert article.authors == ("Aigul Sadykova",)
    assert article.published_at == datetime(2025, 11, 5, 8, 30, tzinfo=UTC)
    assert article.text == "\n\n".join(PARAGRAPHS)
    rules = {name: article.rule(name) for name in ("title", "authors", "published_at", "body")}
    assert set(rules.values()) == {"selector"}


def test_a_selector_that_finds_nothing_is_named_and_the_rules_go_on() -> None:
    """A site that changed its markup is noticed, and still read."""
    page = parse(STORY, selectors=Selectors(body=("div.story-text",), title=("h1.headline",)))
    article = only_article(page)
    assert PARAGRAPHS[0] in article.text
    missed = {problem.detail for problem in page.problems if problem.reason is Reason.SELECTOR_FOUND_NOTHING}
    assert missed == {"div.story-text", "h1.headline"}


def test_remove_selectors_take_out_before_anything_is_read() -> None:
    """What the source calls furniture is in no field, and is told as left out, once for each selector."""
    page = parse(STORY, selectors=Selectors(remove=("div.c1 p:last-child", "div.box", "div.nowhere")))
    assert only_article(page).text.endswith(PARAGRAPHS[1])
    told = [(one.rule, one.count) for one in page.boilerplate]
    assert told == [("remove div.c1 p:last-child", 1), ("remove div.box", 1)]
    assert PARAGRAPHS[2].startswith(page.boilerplate[0].text)


def test_remove_selectors_hold_for_what_stands_in_the_scripts_of_a_page() -> None:
    """They are looked at in the page as it came, where its tree tells nothing."""
    told = json.dumps("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    page = f"<html><title>A bridge</title><body><h1>A bridge</h1><script id=old>x = {told}</script></body></html>"
    assert PARAGRAPHS[2] in only_article(parse(page)).text
    assert parse(page, selectors=Selectors(remove=("script#old",))).articles == ()


def test_the_link_that_led_here_decides_between_titles() -> None:
    """Where the page offers several headlines, the one in the feed or on the listing is right."""
    page = STORY.replace("<h1>", '<meta property="og:title" content="Almaly gets its bridge back"><h1>')
    for title in ("Almaly gets its bridge back", "A bridge for Almaly at last"):
        assert only_article(parse(page, link_title=title)).title == title


def test_stories_of_several_languages_share_a_page() -> None:
    """On an English page a Russian and a Kyrgyz story keep their own languages, and their authors' names."""
    page = (FIXTURES / "site" / "index.html").read_text(encoding="utf-8")
    stories = parse(page).articles
    assert [story.language for story in stories] == ["en", "en", "ru", "en", "ky", "en"]
    assert [stories[2].authors, stories[4].authors] == [("Жылдыз Асанова",), ("Мирлан Токтогулов",)]


def test_language_is_the_page_s_then_the_source_s_then_detected() -> None:
    """The page's own word goes first; where nobody tells, the text itself does."""
    declared = STORY.replace("<html>", '<html lang="en-GB">')
    assert only_article(parse(declared, language="uz")).language == "en"
    assert only_article(parse(STORY, language="sw")).language == "sw"
    detected = only_article(parse(STORY))
    assert (detected.language, detected.rule("language")) == ("en", "detected")


@pytest.mark.parametrize("told", ["de", "uz", "fr"])
def test_a_text_in_other_words_than_the_page_tells_is_detected(told: str) -> None:
    """English and German are written in the same letters; their small words are not the same."""
    long = STORY.replace("</p></div>", f"</p><p>{'</p><p>'.join(PARAGRAPHS)}</p></div>", 1)
    article = only_article(parse(long.replace("<html>", f'<html lang="{told}">')))
    assert article.language == "en"
    assert [one.value for one in article.origins["language"]] == ["en", told]


def test_naive_times_are_read_in_the_source_s_zone() -> None:
    """A time without an offset is local to the source."""
    page = STORY.replace("<h1>", '<meta property="article:published_time" content="2025-11-05T14:30:00"><h1>')
    article = only_article(parse(page, time_zone=ZoneInfo("Asia/Bishkek")))
    assert article.published_at == datetime(2025, 11, 5, 8, 30, tzinfo=UTC)


PROGRAM = """
import sys
from pathlib import Path
from tests.parse.expected_records import records_of
for name in sys.argv[1:]:
    sys.stdout.write(records_of(Path(name)))
"""


def test_the_answer_is_the_same_in_any_process_and_order() -> None:
    """Hash seeds and what was parsed before change nothing."""
    pages = [str(page) for page in saved_pages()[:40]]
    outputs = set()
    for seed, order in (("1", pages), ("2", pages[::-1])):
        result = subprocess.run(
            [sys.executable, "-c", PROGRAM, *order],
            cwd=FIXTURES.parent, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        outputs.add("".join(sorted(result.stdout.splitlines(keepends=True))))
    assert len(outputs) == 1
    assert records_of(Path(pages[0])).splitlines()[1] in outputs.pop()


AUDITED = """
import sys
from pipeline.parse.metadata import detect_language
from tests.parse.expected_records import records_of, saved_pages

detect_language("The library unpacks its model once, through a temporary file.")

def refuse(event, arguments):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.system", "os.remove", "os.mkdir"):
        raise RuntimeError(event)
    if event == "open" and arguments[1] and set(str(arguments[1])) & set("wax+"):
        raise RuntimeError(f"writes {arguments[0]}")

sys.addaudithook(refuse)
for page in saved_pages():
    records_of(page)
"""


def test_parsing_asks_no_network_and_writes_no_file() -> None:
    """With sockets, processes and writing refused once the language model is loaded, every saved page is parsed."""
    result = subprocess.run(
        [sys.executable, "-B", "-c", AUDITED],
        cwd=FIXTURES.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
