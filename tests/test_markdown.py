"""Article.markdown: a reader of CommonMark finds the same structure and the same words in it."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.records import Article, Block, BlockKind, Image
from pipeline.records.markdown import heading, to_markdown

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_MARKUP_LINES = """
    * ** _ __ # ## 1. 12) - + > | || ` ``` ~~ ~~~ < <b> </b> <!-- [a] [a](b) ![a](b) [a]: &amp; &#38; \\ \\* === --- ***
    :---: https://news.example/a_b_c?d=1&copy=2 word слово 中文 a_b _a_ *a* 5.5 x
"""
texts = st.lists(
    st.one_of(
        st.sampled_from(_MARKUP_LINES.split()),
        st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8),
        st.text("*_#`<>[]()!\\|~&;-+=1. ab", max_size=8),
    ),
    max_size=8,
).map(" ".join)


def read(markdown: str) -> list[Token]:
    """The tokens that a reader of Markdown makes of it."""
    return _READER.parse(markdown)


def words(tokens: list[Token]) -> list[str]:
    """All plain words, in order; markup that no text may turn into would be missing here."""
    return " ".join(_texts(tokens)).split()


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(
                " " if part.type == "softbreak" else part.content
                for part in token.children or ()
                if part.type in ("text", "text_special", "softbreak")
            )
        elif token.type == "fence":
            yield token.content


def shape(markdown: str) -> list[str]:
    """The types of the tokens that open something, with their tags."""
    return [f"{token.tag}" for token in read(markdown) if token.nesting >= 0 and token.type != "inline"]


PLAIN = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM, BlockKind.NUMBERED_ITEM, BlockKind.SUBHEAD)


@given(texts, st.sampled_from(PLAIN), st.integers(1, 6))
@example("# no heading #", BlockKind.SUBHEAD, 2)
@example("1. no item", BlockKind.PARAGRAPH, 0)
def test_any_text_reads_back_as_its_words(text: str, kind: BlockKind, level: int) -> None:
    """No character of a text is taken for markup, in whatever block it stands."""
    level = 0 if kind is BlockKind.PARAGRAPH else level
    assert words(read(to_markdown([Block(kind, text, level)]))) == text.split()


@given(st.lists(st.builds(Block, st.sampled_from(PLAIN), texts, st.integers(0, 6)), max_size=8))
def test_a_body_reads_back_as_its_words(blocks: list[Block]) -> None:
    """Whatever stands next to what."""
    assert words(read(to_markdown(blocks))) == [word for block in blocks for word in block.text.split()]


@given(st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=4), st.booleans())
def test_a_table_keeps_its_cells(rows: list[list[str]], headed: bool) -> None:  # noqa: FBT001 - drawn
    """Row for row and cell for cell, the missing ones empty."""
    kinds = [BlockKind.TABLE_HEADER if headed else BlockKind.TABLE_ROW] + [BlockKind.TABLE_ROW] * len(rows)
    blocks = [Block(kind, " | ".join(row), cells=tuple(row)) for kind, row in zip(kinds, rows, strict=False)]
    tokens = read(to_markdown(blocks))
    assert tokens[0].type == "table_open"
    width = max(map(len, rows))
    cells = [" ".join(_texts([token])).split() for token in tokens if token.type == "inline"]
    expected = [cell.split() for row in rows for cell in row + [""] * (width - len(row))]
    assert cells == ([] if headed else [[]] * width) + expected


@given(texts, texts, texts)
def test_an_image_keeps_its_address_alt_and_caption(path: str, alt: str, caption: str) -> None:
    """One image with its alternative text, below it the caption in italics and nothing else."""
    image = Image(f"https://news.example/{path}", alt, caption)
    [_, inline, _] = read(to_markdown([Block(BlockKind.IMAGE, "", image=image)]))
    picture, *rest = inline.children or []
    assert picture.type == "image"
    assert words([Token("inline", "", 0, children=picture.children)]) == alt.split()
    assert [part.type for part in rest if part.type not in ("text", "text_special")] == (
        ["softbreak", "em_open", "em_close"] if caption.split() else []
    )
    assert words([inline]) == caption.split()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n`~"), min_size=1))
def test_preformatted_text_keeps_every_character(text: str) -> None:
    """Backticks, indents and empty lines too."""
    tokens = read(to_markdown([Block(BlockKind.PREFORMATTED, text)]))
    assert [token.content for token in tokens] == (
        ["\n".join(text.splitlines()) + "\n"] if text.strip() else []
    )


def test_the_structure_of_a_body_is_read_back() -> None:
    """Headings by level, lists by depth and kind, quotations, paragraphs that belong to an item."""
    blocks = [
        Block(BlockKind.PARAGRAPH, "The bridge is rebuilt."),
        Block(BlockKind.SUBHEAD, "What comes next", 3),
        Block(BlockKind.NUMBERED_ITEM, "Piers", 1),
        Block(BlockKind.ITEM, "of stone", 2),
        Block(BlockKind.PARAGRAPH, "twelve of them", 2),
        Block(BlockKind.NUMBERED_ITEM, "Deck", 1),
        Block(BlockKind.QUOTATION, "We have waited."),
        Block(BlockKind.QUOTATION, "Long enough."),
        Block(BlockKind.PREFORMATTED, "span  80 m"),
    ]
    opened = "p h3 ol li p ul li p p li p blockquote p p code"
    assert shape(to_markdown(blocks)) == opened.split()


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([0, 0], ["1"]),
        ([5, 0, 0], ["5"]),
        ([3, 2, 0], ["3", "2"]),
        ([0, 7, 8], ["1", "7"]),
        ([12, 4, 9], ["12", "4", "9"]),
    ],
)
@pytest.mark.parametrize("depth", [1, 2])
def test_a_list_is_read_back_with_its_numbers(numbers: list[int], expected: list[str], depth: int) -> None:
    """Where they jump another list begins, also within an item; no text runs into it."""
    items = [
        Block(BlockKind.NUMBERED_ITEM, f"Pier {n}", depth, number=number) for n, number in enumerate(numbers)
    ]
    tokens = read(to_markdown([*[Block(BlockKind.ITEM, "Piers", 1)] * (depth - 1), *items]))
    lists = [token for token in tokens if token.type == "ordered_list_open"]
    assert [str(token.attrGet("start") or 1) for token in lists] == expected
    assert sum(token.type == "list_item_open" for token in tokens) == len(numbers) + depth - 1


def test_the_lines_of_a_body() -> None:
    """As a person reads it."""
    blocks = (
        Block(BlockKind.PARAGRAPH, "Costs rose by 5 * 3 %."),
        Block(BlockKind.NUMBERED_ITEM, "Piers", 1),
        Block(BlockKind.ITEM, "stone", 2),
        Block(BlockKind.NUMBERED_ITEM, "Deck", 1),
        Block(BlockKind.TABLE_HEADER, "Part | Cost", cells=("Part", "Cost")),
        Block(BlockKind.TABLE_ROW, "a|b", cells=("a|b", "")),
        Block(BlockKind.IMAGE, "", image=Image("https://news.example/a b.jpg", "The bridge", "In autumn")),
    )
    assert Article("Bridge", blocks=blocks).markdown == (
        "Costs rose by 5 \\* 3 %.\n\n"
        "1. Piers\n   - stone\n2. Deck\n\n"
        "| Part | Cost |\n| --- | --- |\n| a\\|b |  |\n\n"
        "![The bridge](https://news.example/a%20b.jpg)\n*In autumn*"
    )


def test_a_heading_has_one_to_six_levels() -> None:
    """A level beyond is the nearest that there is; no text, no heading."""
    assert [heading("Bridge", level) for level in (0, 7)] == ["# Bridge", "###### Bridge"]
    assert heading(" ") == ""
