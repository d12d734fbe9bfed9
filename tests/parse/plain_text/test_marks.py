"""Plain texts with the marks of Markdown: letters and pages that were saved so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse import parse_page
from pipeline.parse.plain_text import find_stories_in_lines
from pipeline.parse.stories import Stories
from pipeline.records import Article, Block, BlockKind, Image, PageKind, Reason

PLAIN = "The ferry crossed the lake for the first time in nine years, and everybody who saw it leave the pier cheered."
OTHER = "The pass above the lake has been closed since Sunday, and four hundred trucks wait on either side of it now."
HOME = "https://h.example/letters/48"


def read(*parts: str) -> Stories:
    """The stories of a text whose `parts` stand an empty line apart."""
    return find_stories_in_lines("\n\n".join(parts).splitlines(), "en", url=HOME)


def shown(article: Article) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in article.blocks]


def test_marks_tell_the_kinds_of_lines() -> None:
    """Subheads keep their level, quotations, items and pictures are what they are, and the text is clean."""
    (article,), problems, *_ = read(
        "# Ferry Returns to the Lake",
        f"{PLAIN[:-1]}, **not one** *without* tears.",
        "![The pier](/pier.jpg)",
        "> “It is a **good** ship.”",
        "## On board ##",
        "* bread,\n* `tea`",
        "### Later",
        PLAIN,
    )
    assert article.title == "Ferry Returns to the Lake"
    assert problems == ()
    assert shown(article) == [
        ("paragraph", 0, f"{PLAIN[:-1]}, not one without tears."),
        ("image", 0, ""),
        ("quotation", 0, "“It is a good ship.”"),
        ("subhead", 2, "On board"),
        ("item", 1, "bread,"),
        ("item", 1, "tea"),
        ("subhead", 3, "Later"),
        ("paragraph", 0, PLAIN),
    ]
    assert article.blocks[1].image == Image("https://h.example/pier.jpg", "The pier")
    assert article.rule("title") == "text.marked-heading"


def test_links_of_headlines_and_of_more_are_the_storys_address() -> None:
    """Of other links the words stay, as on any page."""
    first, second, third = read(
        "## [Ferry Returns to the Lake](/ferry)",
        f'{PLAIN} So says the [harbour master](https://harbour.example/a_(b) "The harbour").',
        "## Snow Closes the Pass",
        OTHER,
        "[Read more](https://h.example/snow)",
        "## Carpets for a Village School",
        f"{OTHER} See [the list][1].",
        "[Read more][2]",
        "[1]: https://list.example/\n[2]: /carpets",
    ).articles
    assert [(one.title, one.url, one.complete) for one in (first, second, third)] == [
        ("Ferry Returns to the Lake", "https://h.example/ferry", True),
        ("Snow Closes the Pass", "https://h.example/snow", False),
        ("Carpets for a Village School", "https://h.example/carpets", False),
    ]
    assert first.text == f"{PLAIN} So says the harbour master."
    assert third.text == f"{OTHER} See the list."


@pytest.mark.parametrize(
    "parts",
    [
        ("# The Valley Weekly", "No. 48, 7 December 2025", "Good morning,", "## A", PLAIN, "## B", OTHER),
        ("# The Valley Weekly", "## Economy", "### A", PLAIN, "### B", OTHER),
        ("# The Valley Weekly", f"{PLAIN} Read on.", "## [A](/a)", PLAIN, "## [B](/b)", OTHER),
        ("# A", PLAIN, "## Why", OTHER, "# B", OTHER),
        ("# The Valley Weekly", "# A", PLAIN, "# B", OTHER),
        ("**A**", PLAIN, "**B**", OTHER),
        ("__A__", f"{PLAIN} It is **good**.", "__B__", OTHER),
    ],
)
def test_titles_stand_at_the_first_level_that_has_texts(parts: tuple[str, ...]) -> None:
    """Above it are the letter's name and sections, below it subheads; where none is marked, bold lines are titles."""
    titles = {"A": "Ferry Returns to the Lake", "B": "Snow Closes the High Pass"}
    lines = [
        part.replace("A", titles["A"], 1).replace("B", titles["B"], 1) if len(part) < 12 else part
        for part in parts
    ]
    assert [article.title for article in read(*lines).articles] == [*titles.values()]


def test_section_between_stories_belongs_to_neither() -> None:
    """A heading above the titles ends a story; with a text of its own it is told, and the next story's section."""
    parts = (
        "## Economy",
        "### Ferry Returns to the Lake",
        PLAIN,
        "## Sport",
        "### Snow Closes the Pass",
        OTHER,
    )
    first, second = read(*parts).articles
    assert (first.section, second.section) == ("Economy", "Sport")
    assert (first.text, second.text) == (PLAIN, OTHER)
    found = read(*parts[:4], "Nobody had a line for this one.", *parts[4:])
    assert [article.text for article in found.articles] == [PLAIN, OTHER]
    assert [problem.reason for problem in found.problems] == [Reason.TEXT_LEFT_OVER]


def test_where_headings_are_marked_a_short_line_is_none() -> None:
    """Unless it is set in bold: then it is a subhead of its own."""
    (article,) = read(
        "# Ferry Returns to the Lake", PLAIN, "Nine years", PLAIN, "**On board**", PLAIN
    ).articles
    assert [block.kind for block in article.blocks] == [
        BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.PARAGRAPH,
    ]  # fmt: skip


def test_wrapped_quotations_and_links_are_put_together() -> None:
    """A mark at the start of each line, a link over two and a long address keep no paragraph in pieces."""
    linked = f"{PLAIN} See [the whole long list](https://h.example/{'l' * 100}) there."
    text = f"# Ferry Returns to the Lake\n\n{_wrapped(PLAIN, '> ')}\n\n{_wrapped(linked)}"
    (article,) = find_stories_in_lines(text.splitlines(), "en", url=HOME).articles
    assert shown(article) == [
        ("quotation", 0, PLAIN),
        ("paragraph", 0, f"{PLAIN} See the whole long list there."),
    ]


def _wrapped(text: str, mark: str = "") -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > 40:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(mark + line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "The bill grew by 2 * 3 * 4, and by 5 * 6, said the clerk, who had counted the chairs.",
        "He wrote snake_case_names and f*ck and sh*t on the wall of the club [sic] before he left it.",
        "Their #1 priority is bread, and #2 is tea, a note [1] on the door of the school said.",
        "The note `a` and ~b~ was *starred, said the clerk, who had counted all of the chairs.",
    ],
)
def test_signs_in_a_text_without_marks_stay(text: str) -> None:
    """An asterisk, an underscore or a number sign alone says nothing."""
    (article,) = read("Ferry Returns to the Lake", text, PLAIN).articles
    assert article.text == f"{text}\n\n{PLAIN}"


def test_number_sign_before_a_number_counts_and_marks_nothing() -> None:
    """`# 48` is the number of a letter."""
    found = read(
        "THE VALLEY WEEKLY", "# 48", "Ferry Returns to the Lake", PLAIN, "Snow Closes the High Pass", OTHER
    )
    assert [article.title for article in found.articles] == [
        "Ferry Returns to the Lake",
        "Snow Closes the High Pass",
    ]


_WORDS = st.sampled_from(
    [
        "lake",
        "*",
        "_",
        "a_b",
        "[x]",
        "](",
        "#",
        "`c`",
        "2*3",
        "<b>",
        "\\",
        "&amp;",
        "~~",
        "!",
        "(1)",
        "it’s",
        "1.",
        "+",
    ]
)
_SENTENCES = st.lists(_WORDS, max_size=6).map(
    lambda words: " ".join((PLAIN[:-1], *words, "said the clerk there."))
)
_BLOCKS = st.one_of(
    _SENTENCES.map(lambda text: Block(BlockKind.PARAGRAPH, text)),
    _SENTENCES.map(lambda text: Block(BlockKind.QUOTATION, text)),
    _SENTENCES.map(lambda text: Block(BlockKind.ITEM, text, 1)),
    _WORDS.map(lambda word: Block(BlockKind.SUBHEAD, f"Later {word} on board", 2)),
    st.just(Block(BlockKind.IMAGE, "", image=Image("https://h.example/p_1.jpg", "The pier"))),
)


@given(st.lists(_BLOCKS, min_size=1, max_size=6))
def test_what_is_written_as_markdown_reads_back(blocks: list[Block]) -> None:
    """`article.markdown` under its title is read as the same blocks, whatever signs stand in their words."""
    lede = Block(BlockKind.PARAGRAPH, PLAIN)
    blocks = [lede, *blocks, lede]
    written = Article("", blocks=tuple(blocks)).markdown
    page = parse_page(f"# Ferry Returns to the Lake\n\n{written}\n".encode(), HOME, "text/plain")
    assert page.kind is PageKind.ARTICLE
    assert page.articles[0].blocks == tuple(blocks)


@given(st.text("#>*_`[]()!\\~ -|a1\n:/h"))
def test_no_text_of_marks_raises(text: str) -> None:
    """Torn marks give stories or none, and every line is somewhere or gone with its marks."""
    parse_page(f"# T\n\n{text}".encode(), HOME, "text/plain")


def test_headings_may_be_underlined() -> None:
    """Where other marks tell that the text is Markdown; the name of the letter has no text of its own."""
    first, second = read(
        "The Valley Weekly\n=================",
        "Ferry Returns to the Lake\n-------------------------",
        PLAIN,
        "### On board",
        OTHER,
        "Snow Closes the Pass\n--------------------",
        f"{OTHER} **Wait.**",
    ).articles
    assert [(first.title, first.text), (second.title, second.text)] == [
        ("Ferry Returns to the Lake", f"{PLAIN}\n\nOn board\n\n{OTHER}"),
        ("Snow Closes the Pass", f"{OTHER} Wait."),
    ]
