"""find_body: what the page's own data say is its text tells paragraphs of the story from others among them."""

import json

import pytest

from pipeline.parse import parse_page
from tests.parse.body.test_furniture import TEXTS, body

FIFTH = "The bridge was built in 1911 by soldiers, and nothing but its planks has been renewed in all these years."
SIXTH = (
    "Ferries had crossed the Kara there for two centuries before, wherever the water was low and calm enough."
)
STORY = [*TEXTS, FIFTH, SIXTH]
TOLD = " ".join(STORY)
OTHER = (
    "A meadow above the town has been closed to hikers since Sunday, for the bears there have young to feed."
)
APPEAL = "Reporting of this kind costs money, and there is nobody who pays for it but the people who like it."


def story(*, amid: str = "", below: str = "", told: str | None = TOLD) -> list[str]:
    """The texts found where `amid` stands behind the third paragraph and `below` behind the last."""
    page = [f"<p>{text}</p>" for text in STORY]
    page.insert(3, amid)
    return body(f"<h1>A bridge</h1><div>{''.join(page)}{below}</div>", text=told)


@pytest.mark.parametrize(
    "below", [f"<p>{APPEAL}</p>", f"<h3>Dear reader</h3><p>{APPEAL}</p>", "<p>Be well, dear reader.</p>"]
)
def test_paragraphs_behind_the_told_text_are_none_of_it(below: str) -> None:
    assert story(below=below) == STORY
    assert len(story(below=below, told=None)) > len(STORY)


@pytest.mark.parametrize("amid", [f"<p>{OTHER}</p>", f"<h3>Bears on the meadow</h3><p>{OTHER}</p>"])
def test_a_paragraph_amid_the_told_text_is_none_of_it(amid: str) -> None:
    """And the heading above it goes with it."""
    assert story(amid=amid) == STORY
    assert OTHER in story(amid=amid, told=None)


@pytest.mark.parametrize(
    "amid",
    [
        "<h3>What engineers had said for years</h3>",
        "<p><b>What engineers had said for years</b></p>",
        f"<ul><li>{OTHER}</li></ul>",
        f"<blockquote>{OTHER}</blockquote>",
        "<p>— … —</p>",
    ],
)
def test_what_such_data_leave_out_is_kept(amid: str) -> None:
    """Systems fill them with paragraphs: subheads, lists and quotations are missing in many."""
    assert len(story(amid=amid)) == len(STORY) + 1


def test_a_standfirst_is_kept() -> None:
    page = "".join(f"<p>{text}</p>" for text in (OTHER, *STORY))
    assert body(f"<h1>A bridge</h1><div>{page}</div>", text=TOLD)[0] == OTHER


@pytest.mark.parametrize(
    "told",
    [
        TOLD[:-40],  # cut at so many characters
        " ".join(STORY[:4]) + " More about this story, its people and the place where it happened. " * 9,
        TOLD[:300],
        "",
    ],
)
def test_data_that_are_not_the_text_tell_nothing(told: str) -> None:
    assert APPEAL in story(below=f"<p>{APPEAL}</p>", told=told)


def test_a_text_that_goes_on_for_long_behind_what_is_told_is_kept() -> None:
    """The data of a story that is paid for may end where its free part does, at the end of a paragraph."""
    rest = [f"Part {number}: {OTHER}" for number in range(3)]
    assert story(below="".join(f"<p>{text}</p>" for text in rest))[-3:] == rest


def test_the_text_is_told_by_json_ld() -> None:
    """With the markup and the entities that systems leave in it."""
    data = {
        "@type": "NewsArticle",
        "headline": "A bridge",
        "articleBody": f"<p>{TOLD.replace('’', '&rsquo;')}</p>",
    }
    told = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    text = "".join(f"<p>{part}</p>" for part in (*STORY, APPEAL))
    page = f"<html><head>{told}</head><body><h1>A bridge</h1><article>{text}</article></body></html>"
    (article,) = parse_page(page.encode(), "https://steppe-herald.example/bridge").articles
    assert [block.text for block in article.blocks] == STORY
