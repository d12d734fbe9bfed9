"""Whatever the container, the stories of a page come out in order, each paragraph once and in its own story."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.parse.html_tree import parse_html
from pipeline.parse.listing import find_stories
from pipeline.parse.plain_text import find_stories_in_lines
from pipeline.parse.stories import Place
from pipeline.records import Article
from tests.parse.listing.pages import STYLES, Story, listing_page, stories


def _found(page: str) -> tuple[Article, ...]:
    root, _ = parse_html(page)
    articles, *_ = find_stories(root, Place("https://steppe-herald.example/", "en", None), says_article=False)
    return articles


def _bodies(articles: tuple[Article, ...]) -> list[Story]:
    return [Story(a.title, tuple(block.text for block in a.blocks)) for a in articles]


@settings(deadline=None)
@given(made=stories(), style=st.sampled_from(STYLES), tag=st.sampled_from(("h2", "h3")), linked=st.booleans())
def test_every_container_style_gives_the_same_stories(
    made: tuple[Story, ...],
    style: str,
    tag: str,
    linked: bool,  # noqa: FBT001
) -> None:
    """Titles in page order, and every paragraph of a body exactly once, in its own story."""
    assert _bodies(_found(listing_page(made, style, tag=tag, linked=linked))) == list(made)


@settings(deadline=None)
@given(text=st.text(alphabet="<>/ahp2div=\"'liartce \n&;", max_size=300))
def test_any_markup_is_read_without_an_exception(text: str) -> None:
    """Broken mark-up gives stories with titles or none, never an exception, and the same ones each time."""
    page = f"<html><body>{text}</body></html>"
    found = _found(page)
    assert all(article.title for article in found)
    assert _bodies(found) == _bodies(_found(page))


@settings(deadline=None)
@given(
    made=stories(least=1),
    ending=st.sampled_from(("\n", "\r\n")),
    gaps=st.lists(st.integers(1, 3), min_size=60),
)
def test_lines_of_text_give_the_same_stories_however_they_are_spaced(
    made: tuple[Story, ...], ending: str, gaps: list[int]
) -> None:
    """Windows line ends, missing and doubled empty lines change nothing."""
    lines = [line for story in made for line in (story.title, *story.paragraphs)]
    text = "".join(line + ending * gap for line, gap in zip(lines, gaps, strict=False))
    articles, problems, *_ = find_stories_in_lines(text.splitlines(), "en")
    assert _bodies(articles) == list(made)
    assert problems == ()


@settings(deadline=None)
@example(lines=["0" * 60 + "A¬", "a", "0"])
@given(lines=st.lists(st.text(max_size=80), max_size=40))
def test_any_lines_are_read_without_an_exception(lines: list[str]) -> None:
    """Lines of any kind give stories or none, never an exception, and no word that stands on none of them."""
    articles, *_ = find_stories_in_lines(lines, None)
    printed = _visible("".join(lines))
    assert all(_visible(article.title) in printed for article in articles)


def _visible(text: str) -> str:
    """What is printed, without the marks at which words are broken: the halves of one are put together."""
    return "".join(one for one in "".join(text.split()) if one.isprintable() and one not in "-‐¬")
