"""The order in which pages arrive decides nothing about what is known in the end."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Article, PageToLoad
from tests.load.records import NOON, SITE, listing, load, own_page, paragraphs, rows, story, teaser

SAMPLE = (
    # ten listing pages of four, each moved on by one: whole, whole without address, or cut short, by turns
    *(
        listing(
            *(
                (
                    story(page + place, url=f"{SITE}/{page + place}", section="News"),
                    story(page + place),
                    teaser(page + place, url=f"{SITE}/{page + place}?utm_source=front", tags=("front",)),
                )[page % 3]
                for place in range(4)
            ),
            url=f"{SITE}/page/{page}/",
            hour=page,
        )
        for page in range(10)
    ),
    # the own pages of some, one of them edited since
    own_page(story(2, authors=("A. Tilek",)), url=f"{SITE}/2", hour=11),
    own_page(story(5, authors=("A. Tilek",)), url=f"{SITE}/5", hour=12),
    own_page(story(5, title="Valley 5 moved after all"), url=f"{SITE}/5", hour=13),
    # an AMP page that leaves a paragraph out
    own_page(story(2, blocks=story(2).blocks[:-1]), url=f"{SITE}/2/amp", hour=14),
)


def known(tmp_path: Path, pages: Sequence[PageToLoad]) -> list[list[dict[str, Any]]]:
    """All that readers are told, but for what depends on when pages were loaded: ids, and when a row changed."""
    path = tmp_path / "herald.db"
    for file in tmp_path.iterdir():
        file.unlink()
    load(path, *pages)
    found = [rows(path, f"SELECT * FROM {view}") for view in ("v1_articles", "v1_quotes", "v1_latest_quotes")]
    told = [
        [{key: row[key] for key in row.keys() - {"id", "quote_id", "changed_at"}} for row in view]
        for view in found
    ]
    return [sorted(view, key=lambda row: sorted(map(str, row.items()))) for view in told]


@given(pages=st.permutations(SAMPLE))
@settings(max_examples=25, deadline=None)  # files, on a machine that may be busy
def test_pages_in_any_order_tell_the_same(pages: list[PageToLoad], tmp_path_factory: Any) -> None:  # noqa: ANN401
    """Stories, quotes, first and last seen are the same in whatever order the pages of a site are loaded."""
    folder = tmp_path_factory.mktemp("order")
    assert known(folder, pages) == known(folder, SAMPLE)


def test_the_sample_is_what_it_claims_to_be(tmp_path: Path) -> None:
    """Its pages hold thirteen stories, all of them whole in the end."""
    load(tmp_path / "herald.db", *SAMPLE)
    found = rows(
        tmp_path / "herald.db", "SELECT count(*) AS stories, sum(complete) AS whole FROM v1_articles"
    )
    assert found == [{"stories": 13, "whole": 13}]


OPENING = (
    "The council of the lower valley met on Monday and spoke of the bridge, of the road and of the winter. "
)
TEXTS = ("Short.", OPENING, OPENING + "It will be built. " * 20, OPENING + "It will be torn down. " * 20)
URLS = (None, f"{SITE}/1", f"{SITE}/2", f"{SITE}/3", f"{SITE}/1?id=1", f"{SITE}/1?id=2")


@st.composite
def any_page(draw: st.DrawFn) -> PageToLoad:
    """A page with one story that shares title, opening, text or address with the stories of other such pages."""
    article = Article(
        title=draw(st.sampled_from(("The bridge", "The bridge, again"))),
        blocks=paragraphs(draw(st.sampled_from(TEXTS))),
        url=draw(st.sampled_from(URLS)),
        complete=draw(st.booleans()),
        published_at=draw(st.sampled_from((None, NOON))),
    )
    hour = draw(st.integers(0, 9))
    url = draw(st.sampled_from(URLS))
    return own_page(article, url=url, hour=hour) if url else listing(article, hour=hour)


@given(pages=st.lists(any_page(), max_size=7), data=st.data())
@settings(max_examples=100, deadline=None)
def test_stories_that_resemble_each_other_are_told_apart_in_any_order(
    pages: list[PageToLoad], data: st.DataObject, tmp_path_factory: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """However titles, openings, texts and addresses cross, the same stories come out, each with the same addresses."""
    shuffled = data.draw(st.permutations(pages))
    assert stories(tmp_path_factory.mktemp("a"), pages) == stories(tmp_path_factory.mktemp("b"), shuffled)


def stories(folder: Path, pages: Sequence[PageToLoad]) -> list[str]:
    """The addresses of each story, and of a story without one its opening."""
    load(folder / "herald.db", *pages)
    sql = """
        SELECT ifnull(
            (SELECT group_concat(key) FROM article_keys WHERE article_id = id AND kind = 'url'),
            (SELECT group_concat(key) FROM article_keys WHERE article_id = id AND kind = 'opening')
        ) AS keys FROM articles
    """
    return sorted(row["keys"] for row in rows(folder / "herald.db", sql))
