"""What must not matter in a text: how lines end, which white space is used, at which column it is wrapped."""

import re
import textwrap
from collections.abc import Callable

import pytest

from pipeline.parse import parse_page
from pipeline.records import ParsedPage
from tests import FIXTURES

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("pages/text-*.txt"))}
ENDS: dict[str, Callable[[str], bytes]] = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "trailing blanks": lambda text: text.replace("\n", " \t\n").encode(),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "bom": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "empty lines": lambda text: f"\n\n\n{text}\n\n\n".encode(),
    "form feeds": lambda text: text.replace("\n\n", "\n\f\n").encode(),
}


def read(body: bytes) -> ParsedPage:
    return parse_page(body, "https://h.example/a.txt", "text/plain")


def told(page: ParsedPage) -> list[tuple[object, ...]]:
    return [
        (one.title, one.authors, one.published_at, one.section, one.url, one.complete, one.blocks)
        for one in page.articles
    ]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("ends", ENDS)
def test_how_lines_end_says_nothing(name: str, ends: str) -> None:
    """Nor do white space at their ends, a mark of the encoding, or empty lines around the text."""
    expected = read(TEXTS[name].encode())
    found = read(ENDS[ends](TEXTS[name]))
    assert told(found) == told(expected)
    assert (found.quotes, found.as_of) == (expected.quotes, expected.as_of)
    assert [one.reason for one in found.problems] == [one.reason for one in expected.problems]


@pytest.mark.parametrize(
    "name", [name for name in TEXTS if not re.search("markdown|tight|without-empty|hard-wrapped", name)]
)
@pytest.mark.parametrize("width", [64, 72, 96])
def test_a_text_that_is_wrapped_says_the_same(name: str, width: int) -> None:
    """Its paragraphs, an empty line apart, are put together again."""
    wrapped = "\n".join(_wrapped(line, width) for line in TEXTS[name].split("\n"))
    assert told(read(wrapped.encode())) == told(read(TEXTS[name].encode()))


def _wrapped(line: str, width: int) -> str:
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


_PARAGRAPHS = (
    "The ferry crossed the lake for the first time in nine years, and everybody who saw it leave the pier cheered.",
    "Its engine had been replaced in a well-kept yard upriver, where Ak-Tash lies, at the two- and three-storey sheds.",
    "A ticket costs what it did before the fire, said the captain, who has been on the lake since he was nine.",
)


def _paragraphs(text: str) -> list[str]:
    return [block.text for article in read(text.encode()).articles for block in article.blocks]


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "¬"])
def test_words_that_are_broken_at_the_margin_are_whole(hyphen: str) -> None:
    """Of a word that has a hyphen it stays, where no others are broken too."""
    broken = _PARAGRAPHS[0].replace("years", f"ye{hyphen}\nars")
    assert _paragraphs(f"Ferry Returns to the Lake\n\n{broken}") == [_PARAGRAPHS[0]]
    own = textwrap.fill(_PARAGRAPHS[1], 40)
    assert "well-\n" in own
    others = "\n\n".join(textwrap.fill(text, 40, break_on_hyphens=False) for text in _PARAGRAPHS * 9)
    assert _paragraphs(f"Ferry Returns to the Lake\n\n{own}\n\n{others}")[0] == _PARAGRAPHS[1]


@pytest.mark.parametrize("indent", ["    ", "\t", "\u3000"])
def test_paragraphs_may_be_told_by_their_indentation_alone(indent: str) -> None:
    """As in books; items whose further lines are indented are put together all the same."""
    text = "\n".join(
        textwrap.fill(one, 56, initial_indent=indent, break_on_hyphens=False) for one in _PARAGRAPHS
    )
    assert _paragraphs(f"Ferry Returns to the Lake\n\n{text}") == list(_PARAGRAPHS)
    items = "\n".join(
        textwrap.fill(one, 56, initial_indent="* ", subsequent_indent="  ", break_on_hyphens=False)
        for one in _PARAGRAPHS
    )
    assert _paragraphs(f"Ferry Returns to the Lake\n\n{text}\n\n{items}") == list(_PARAGRAPHS) * 2
