"""Pages of one site tell about each other: what stands in story after story is the site's own text."""

from pipeline.parse import parse_page, repeated_texts

HOUSE = "The Herald is written by the people of the valley, and you can join them at the desk in Mill Street."
TALES = {
    "The bridge is closed": "Engineers closed the old bridge over the Kara on Monday before the spring flood.",
    "The ferry is back": "After two winters on the shore the ferry carried its first eleven passengers across at noon.",
    "A road for the valley": "The council has voted for a road along the northern shore that the ministry pays for.",
}


def page(title: str) -> bytes:
    """A story that ends in the site's own text, in a paragraph like any other."""
    story = f"<p>{TALES[title]}</p><p>{TALES[title].replace('the', 'that')}</p><p>{HOUSE}</p>"
    markup = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><article>{story}</article>"
    return markup.encode()


def url(title: str) -> str:
    """Where that story stands."""
    return f"https://herald.example/{len(title)}"


def test_what_other_stories_print_too_is_left_out() -> None:
    """The evidence of two pages mends the third; without it nothing tells that paragraph from the story."""
    first, second, third = TALES
    alone = parse_page(page(third), url(third))
    evidence = repeated_texts([parse_page(page(one), url(one)) for one in (first, second)])
    told = parse_page(page(third), url(third), site_texts=evidence)
    assert HOUSE in alone.articles[0].text
    assert evidence == {HOUSE}
    assert told.articles[0].text == alone.articles[0].text.removesuffix(f"\n\n{HOUSE}")


def test_the_same_story_seen_twice_is_no_evidence() -> None:
    """A story fetched again, or published at two addresses, repeats itself and not the site."""
    first = next(iter(TALES))
    assert not repeated_texts([parse_page(page(first), url(first)), parse_page(page(first), url("again"))])
