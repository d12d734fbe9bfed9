"""Pictures of a story: which images are some, where they stand, and that the text does not know them."""

import pytest

from pipeline.parse import parse_page
from pipeline.records import Article, BlockKind, Image
from tests.parse.body.test_body import FIRST, SECOND, THIRD, TITLE

URL = "https://herald.example/news/bridge"


def article(markup: str) -> Article:
    """The story of a page with `markup` in its <article>."""
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><article>{markup}</article></body></html>"
    [story] = parse_page(page.encode(), URL, "text/html").articles
    return story


def images(markup: str) -> list[Image]:
    """The pictures in a story of three paragraphs with `markup` behind the first."""
    story = article(f"<p>{FIRST}</p>{markup}<p>{SECOND}</p><p>{THIRD}</p>")
    assert story.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    places = [number for number, block in enumerate(story.blocks) if block.kind is BlockKind.IMAGE]
    assert places in ([], [1])
    return [block.image for block in story.blocks if block.image]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ("<img src=/b.jpg>", "/b.jpg"),
        ("<p><img src='/old bridge.jpg'></p>", "/old%20bridge.jpg"),
        ("<div><div><a href=/big.jpg><img src=/b.jpg></a></div></div>", "/b.jpg"),
        ("<img src=data:image/gif;base64,R0 data-src=/b.jpg>", "/b.jpg"),
        ("<img src=/stand-in.gif data-lazy-src=/b.jpg>", "/b.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg 300w, /l.jpg 1200w,/m.jpg 600w'>", "/l.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg, /l,1.jpg 2x'>", "/l,1.jpg"),
        ("<picture><source srcset='/l.webp 900w'><img src=/b.jpg></picture>", "/l.webp"),
        ("<noscript><img src=/b.jpg></noscript>", "/b.jpg"),
        ("<img src=/b.jpg width=640 height=480><noscript><img src=/b.jpg></noscript>", "/b.jpg"),
    ],
)
def test_the_largest_address_of_a_picture(markup: str, url: str) -> None:
    """Absolute, and not that of a stand-in; a picture that is there twice counts once."""
    assert images(markup) == [Image(f"https://herald.example{url}")]


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=/t.gif width=1 height=1>",
        "<img src=/spacer.gif>",
        "<img src=/b.svg>",
        "<img src=/b.jpg class='author avatar'>",
        "<img src=/b.jpg width=32px>",
        "<img src=data:image/gif;base64,R0>",
        "<img src='http://['>",
        "<img src=javascript:x()>",
        "<img>",
        "<div class=related-stories><img src=/other.jpg></div>",
        "<p><a href=/ferry><img src=/ferry.jpg> Ferries run late on the Kara for the third week</a></p>",
    ],
)
def test_what_is_no_picture_of_the_story(markup: str) -> None:
    """Pixels, icons, portraits of authors, and the pictures of other stories."""
    assert images(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=/b.jpg alt='A bridge'><figcaption>In <b>autumn</b>. Photo: A. Tilek</figcaption></figure>",
        (
            "<figure><a href=/ferry><picture><img src=/b.jpg alt='A bridge'></picture></a>"
            "<figcaption>In autumn. Photo: A. Tilek</figcaption></figure>"
        ),
        (
            "<div class=wp-caption><img src=/b.jpg alt='A bridge'>"
            "<p class=wp-caption-text>In autumn. Photo: A. Tilek</p></div>"
        ),
    ],
)
def test_alt_and_caption(markup: str) -> None:
    """The caption is with the image, and no text of the story."""
    url = "https://herald.example/b.jpg"
    assert images(markup) == [Image(url, "A bridge", "In autumn. Photo: A. Tilek")]


def test_pictures_stand_where_the_page_shows_them() -> None:
    """Before all text, between line breaks, in a list; none behind the end of the story."""
    parts = [FIRST, SECOND, THIRD]
    story = article(
        "<figure><img src=/0.jpg></figure>"
        + "".join(f"{text}<br><br><img src=/{n}.jpg><br><br>" for n, text in enumerate(parts, 1))
        + "<h3>Related stories</h3><p>Ferries run late on the Kara for the third week.</p><img src=/4.jpg>"
    )
    shown = [block.image.url.rpartition("/")[2] if block.image else block.text for block in story.blocks]
    assert shown == ["0.jpg", FIRST, "1.jpg", SECOND, "2.jpg", THIRD, "3.jpg"]


def test_relative_addresses_begin_where_the_page_says() -> None:
    """<base href> counts, and so does an address in another letter than Latin."""
    story = article(f"<base href=/static/><p>{FIRST}</p><img src=мост.jpg><p>{SECOND}</p><p>{THIRD}</p>")
    assert "![](https://herald.example/static/%D0%BC%D0%BE%D1%81%D1%82.jpg)" in story.markdown


def test_pictures_of_a_saved_page_have_the_address_of_its_site() -> None:
    """A file on disk says where it comes from; where it does not, no picture has an address."""
    found = []
    for canonical in (f"<link rel=canonical href={URL}>", ""):
        page = f"<html><head>{canonical}</head><h1>{TITLE}</h1><p>{FIRST}</p><img src=/b.jpg><p>{SECOND}</p></html>"
        [story] = parse_page(page.encode(), "file:///tmp/bridge.html", "text/html").articles
        found.append([block.image.url for block in story.blocks if block.image])
    assert found == [["https://herald.example/b.jpg"], []]
