"""Each text of a listing page is part of a story, a quote, a date or boilerplate; or a problem names its place."""

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.parse import parse_page
from pipeline.records import Article, PageKind, ParsedPage
from tests.listing_pages import STYLES, Story, listing_page, stories

TOKEN = re.compile(r"\bq\d+q\b")

STRAYS = {
    "a paragraph": "<p>It was said in the tea house that nobody had asked for this sentence here.</p>",
    "a box": "<div>It was said in the tea house that nobody had asked for this box here.</div>",
    "two lines in a box": "<div><p>It was said that there are two of them.</p><p>It was said more than once.</p></div>",
    "text on its own": "It was said in the tea house that nobody had asked for these words here.",
    "a headline": "<div><h4>Nobody had asked for this headline either</h4></div>",
}
"""Texts that belong to no story, and that nothing calls furniture."""

FURNITURE = {"nav", "header", "footer", "aside", "form", "head", "title"}
"""Tags that name what stands in them as boilerplate."""
LABEL = re.compile(r"(?:Viewing results|Continue reading|Monday)\b")
"""The paging line, the way to the rest, the page's date."""


def marked(page: str) -> tuple[str, dict[str, str]]:
    """The page with a token of its own in front of each of its texts, and the texts that are no named boilerplate."""
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
            around = {holder.tag, *(one.tag for one in holder.iterancestors())}
            if around.isdisjoint(FURNITURE):
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
    return {token for text in texts for token in TOKEN.findall(text)}


def _texts(article: Article) -> list[str]:
    fields = [article.title, article.section or "", *article.authors, *article.tags]
    return [*fields, *(block.text for block in article.blocks)]


@given(
    made=stories(),
    style=st.sampled_from(STYLES),
    stray=st.sampled_from(sorted(STRAYS)),
    place=st.sampled_from(["before", "behind"]),
    address=st.sampled_from(["linked", "bare"]),
)
@settings(max_examples=150, deadline=None)
def test_every_text_is_accounted_for(
    made: tuple[Story, ...], style: str, stray: str, place: str, address: str
) -> None:
    """What stands before and behind the stories too. A place with several texts says how many."""
    page = listing_page(made, style, linked=address == "linked")
    outer = "<footer>" if place == "behind" else "</header>"
    extra = STRAYS[stray] + outer if place == "behind" else outer + STRAYS[stray]
    html, expected = marked(page.replace(outer, extra, 1))
    parsed = parse_page(html.encode(), "https://herald.example/news?page=2")
    assert parsed.kind is PageKind.LISTING
    missing = {token: text for token, text in expected.items() if token not in told(parsed)}
    unnamed = sum(problem.count - 1 for problem in parsed.problems if problem.where)
    assert len(missing) <= unnamed, missing
