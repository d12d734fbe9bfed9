"""What keeps a long run small: links on the disk, pages met as numbers, the count of what is left out."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.room import Counted
from pipeline.fetch.seen import Seen
from pipeline.fetch.spool import Spool
from pipeline.records import Link

LINKS = st.lists(st.builds(Link, st.text(), st.none() | st.text()), max_size=600)


@given(st.lists(LINKS, max_size=3))
def test_each_part_comes_back_as_it_was_added(parts: list[list[Link]]) -> None:
    """Whatever the text of a link, in its order, also when others are added in between."""
    with Spool() as spool:
        places = [spool.add(links) for links in parts]
        reading = [spool.read(place) for place in places]
        firsts = [next(links, None) for links in reading]
        spool.add([Link("later")])
        rests = [list(links) for links in reading]
    read = [[first, *rest] if first else rest for first, rest in zip(firsts, rests, strict=True)]
    assert read == parts


def test_what_is_left_out_is_counted_once() -> None:
    """Two spellings of a page are one."""
    left_out = Counted()
    for url in (
        "https://herald.example/1",
        "https://herald.example/1?utm_source=x",
        "https://herald.example/2",
    ):
        left_out.add(url)
    assert (left_out.count, left_out.first, left_out.said("page")) == (
        2,
        "https://herald.example/1",
        "2 pages",
    )


@given(st.lists(st.integers(0, 1200), max_size=1500))
def test_pages_that_were_met_are_known(numbers: list[int]) -> None:
    """As a set of URLs would know them, however many there are."""
    seen, expected = Seen(), set[str]()
    for number in numbers:
        url = f"https://herald.example/{number}"
        assert (url in seen) is (url in expected)
        assert seen.add(url) is (url not in expected)
        expected.add(url)
    assert len(seen) == len(expected)
