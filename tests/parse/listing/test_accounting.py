"""Each text of a listing page is part of a story, a quote, a date or boilerplate with its rule; or a problem's."""

import re
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.parse import parse_page
from pipeline.records import Article, PageKind, ParsedPage, Reason
from tests.parse.listing.pages import STYLES, Story, listing_page, stories

TOKEN = re.compile(r"\bq\d+q\b")

STRAYS = {
    "a paragraph": "<p>It was said in the tea house that nobody had asked for this sentence here.</p>",
    "a box": "<div>It was said in the tea house that nobody had asked for this box here.</div>",
    "two lines in a box": "<div><p>It was said that there are two of them.</p><p>It was said more than once.</p></div>",
    "text on its own": "It was said in the tea house that nobody had asked for these words here.",
    "a headline": "<div><h4>Nobody had asked for this headline either</h4></div>",
}
"""Texts that belong to no story, and that nothing calls furniture."""

SMALL_PRINT = {
    "a bar": "<nav><a href=/x>Weather</a> <a href=/y>Roads</a> and more of it</nav>",
    "a box": "<aside><h3>Most read</h3><p>It was said in the tea house.</p></aside>",
    "a letter": "<div class=newsletter-box><p>Each morning at six.</p><p>Your address</p></div>",
    "a search": "<form><label>Search</label><button>Go</button></form>",
    "a role": "<div role=complementary>Nobody reads this <b>at all</b></div>",
}
"""Boilerplate of several texts."""
LABEL = re.compile(r"(?:Viewing results|Continue reading|Monday)\b")
"""The paging line, the way to the rest, the page's date."""


def marked(page: str) -> tuple[str, dict[str, str]]:
    """The page with a token of its own in front of each of its texts, and the texts of its body by their tokens."""
    root = etree.fromstring(page, etree.HTMLParser())
    numbers = count()
    expected: dict[str, str] = {}
    for element in root.iter():
        for tail in (False, True):
            text = element.tail if tail else element.text
            holder = element.getparent() if tail else element
            if not text or not text.strip() or holder is None or LABEL.match(text):
                continue
            token = f"q{next(numbers)}q"
            if "head" not in {holder.tag, *(one.tag for one in holder.iterancestors())}:
                expected[token] = text
            if tail:
                element.tail = f"{token} {text}"
            else:
                element.text = f"{token} {text}"
    return etree.tostring(root, encoding="unicode", method="html"), expected


def told(page: ParsedPage) -> set[str]:
    """The tokens that the records name."""
    texts = [text for article in page.articles for text in _texts(article)]
    texts += [problem.detail for problem in page.problems if problem.where]
    texts += [one.text for one in page.boilerplate]
    return {token for text in texts for token in TOKEN.findall(text)}


def _texts(article: Article) -> list[str]:
    fields = [article.title, article.section or "", *article.authors, *article.tags]
    return [*fields, *(block.text for block in article.blocks)]


@given(
    made=stories(),
    style=st.sampled_from(STYLES),
    beside=st.tuples(st.sampled_from(sorted(STRAYS)), st.sampled_from(sorted(SMALL_PRINT))),
    place=st.sampled_from(["before", "behind"]),
    address=st.sampled_from(["linked", "bare"]),
)
@settings(max_examples=150, deadline=None)
def test_every_text_is_accounted_for(
    made: tuple[Story, ...], style: str, beside: tuple[str, str], place: str, address: str
) -> None:
    """What stands before and behind the stories too. A place with several texts says how many."""
    page = listing_page(made, style, linked=address == "linked")
    outer = "<footer>" if place == "behind" else "</header>"
    stray = STRAYS[beside[0]]
    added = stray + SMALL_PRINT[beside[1]]
    extra = added + outer if place == "behind" else outer + added
    html, expected = marked(page.replace(outer, extra, 1))
    parsed = parse_page(html.encode(), "https://herald.example/news?page=2")
    assert parsed.kind is PageKind.LISTING
    missing = {token: text for token, text in expected.items() if token not in told(parsed)}
    unnamed = sum(problem.count - 1 for problem in parsed.problems if problem.where)
    unnamed += sum(one.count - 1 for one in parsed.boilerplate)
    assert len(missing) <= unnamed, missing
    assert all(one.rule and one.text for one in parsed.boilerplate)
    assert any(token in told(parsed) for token, text in expected.items() if text in stray)


def test_boilerplate_names_its_rule() -> None:
    """Tag, role, word in a name, label above a box, menu, paging, small print: each with its place."""
    made = "".join(
        f"<article><h2><a href=/{n}>Ferry number {n} returns to the lake</a></h2><time>2{n} May 2025</time>"
        f"<p>{'It was seen by all who came that day, they said. ' * 4}</p><p>3 comments</p><a href=/{n}>Read more</a>"
        "</article>"
        for n in range(4)
    )
    page = parse_page(
        "<html><body><nav><a href=/>Home</a></nav><h1>Latest news</h1><p>Monday, 8 December 2025</p>"
        f"<main>{made}<p>Page 1 of 9</p></main><div role=complementary>Hello</div>"
        "<div class='x newsletter-box'>Six.</div><section><h3>Most read</h3><p>Snow on the pass</p></section>"
        "<footer>© Herald</footer></body></html>".encode(),
        "https://herald.example/news",
    )
    named = {one.rule: one for one in page.boilerplate}
    assert set(named) == {
        "furniture <nav>", "furniture role=complementary", "furniture newsletter-box", "furniture <footer>",
        "side-box", "page-heading", "date-line", "paging", "small-print", "link-to-more",
    }  # fmt: skip
    assert named["side-box"].where == "/html/body/section"
    assert (named["side-box"].text, named["side-box"].count) == ("Most read", 2)
    assert page.problems == ()


@pytest.mark.parametrize("line", ["$ 507.14 € 588.90 ₽ 6.12", "$507.14 €588.90"])
def test_prices_that_are_no_quotes_are_reported(line: str) -> None:
    """They look like small print and paging, and are what somebody may have come for."""
    stories = "".join(
        f"<article><h2><a href='/{n}'>Stone bridge number {n} reopens</a></h2><p>The first cart came.</p></article>"
        for n in range(4)
    )
    page = parse_page(f"<body><div>{line}</div><main>{stories}</main></body>".encode(), "https://a.example/")
    assert len(page.articles) == 4
    assert [(one.reason, one.detail) for one in page.problems] == [(Reason.TEXT_LEFT_OVER, line)]
