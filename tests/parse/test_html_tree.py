"""str → tree: any markup, any depth, any character, and no text lost without a word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.parse.html_tree import lines, one_line, parse_html, take_out, text_of
from pipeline.records import Reason


@pytest.mark.parametrize("text", ["", "   \n", "<!-- only a comment -->", "\0"])
def test_a_page_without_an_element_has_a_root_and_a_problem(text: str) -> None:
    """Nothing in, an empty root out."""
    root, problems = parse_html(text)
    assert text_of(root) == ""
    assert [problem.reason for problem in problems] == [Reason.EMPTY_PAGE]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + "<p>deep</p>" + "</div>" * 200_000 + "<p>after</p>",
        "<ul><li>" * 5_000 + "deep" + "</li></ul>" * 5_000 + "<p>after</p>",
        "<font color=red>" * 200_000 + "deep</font> after",
        "<table><tr><td>" * 50_000 + "deep" + "</td></tr></table>" * 50_000 + "<p>after</p>",
    ],
    ids=["div", "list", "font", "table"],
)
def test_depth_costs_no_text(page: str) -> None:
    """What is nested deeper than the parser goes is flattened; nothing behind it is lost, and it is said."""
    start = time.thread_time()
    root, problems = parse_html(f"<p>before</p>{page}")
    assert text_of(root).split() == ["before", "deep", "after"]
    assert [problem.reason for problem in problems] == [Reason.TREE_CUT_SHORT]
    assert time.thread_time() - start < 10


@pytest.mark.parametrize("end", ["</body></html>", "</HTML>", "</body>", "</div></body>\n</html>"])
def test_what_stands_behind_the_end_of_the_page_is_on_the_page(end: str) -> None:
    """Browsers show it in the body; what a server appends to every page stands there, and pages in pages."""
    root, problems = parse_html(f"<html><body><div><p>before</p>{end}<html><body><p>after</p></body></html>")
    assert ([p.text for body in root.iter("body") for p in body.iter("p")], problems) == (
        ["before", "after"],
        (),
    )


def test_ordinary_depth_is_left_alone() -> None:
    """A page within the parser's reach keeps its elements and has no problem."""
    root, problems = parse_html("<div>" * 150 + "<p>deep</p>" + "</div>" * 150)
    assert problems == ()
    assert len(list(root.iter("div"))) == 150


def test_a_huge_text_node_is_kept() -> None:
    """Eleven megabytes in one node do not end the page."""
    root, problems = parse_html(f"<p>{'x' * 11_000_000}</p><p>after</p>")
    assert text_of(root).endswith("after")
    assert problems == ()


def test_the_declared_encoding_of_decoded_text_does_not_matter() -> None:
    """Text is decoded already: neither an XML declaration nor a meta tag decodes it again."""
    page = '<?xml version="1.0" encoding="utf-16"?><html><head><meta charset="gb2312"></head><body>ü Я 草</body></html>'
    assert text_of(parse_html(page)[0]) == "ü Я 草"


def test_characters_without_a_shape_are_taken_out() -> None:
    """Soft hyphens, zero-width spaces, controls and no-break spaces do not reach the text; joiners do."""
    assert one_line("a\u00adb\u200bc\x01d\u00a0 \te\ufefff\n") == "abcd ef"
    assert one_line("می\u200cخواهم") == "می\u200cخواهم"


def test_preformatted_text_keeps_its_lines() -> None:
    """Lines and indents stay, trailing space and outer empty lines go."""
    assert lines("\n  a\t \n    b\u00ad\n\n") == "  a\n    b"


def test_taking_out_leaves_the_text_behind() -> None:
    """The text behind an element is not its own, even when it holds what lxml refuses to write."""
    root, _ = parse_html("<p>a<b>x</b>c\x01d<i>q</i>e\x02</p>")
    for element in list(root.iter("b", "i")):
        take_out(element)
    assert text_of(root) == "acde"


def test_entities_and_files_stay_closed() -> None:
    """A document type cannot pull in a file."""
    page = '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><p>[&f;]</p>'
    assert text_of(parse_html(page)[0]).endswith("[&f;]")


@given(
    st.text(alphabet=st.characters(), max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div a='",
                "<",
                ">",
                "&",
                "<!--",
                "-->",
                "<table>",
                "<td",
                "\0",
                "\ud800",
                "x",
                "</",
                "<a ",
                "'",
                '"',
            ]
        )
    ).map("".join)
)
def test_no_text_breaks_the_parser(text: str) -> None:
    """Whatever the text, there is a tree of it."""
    root, _ = parse_html(text)
    assert isinstance(etree.tostring(root), bytes)


def test_a_page_without_body_tags_has_a_body_all_the_same() -> None:
    """HTML 5 lets them out; libxml2, which does not know its elements, leaves these in the head."""
    root, _ = parse_html(
        "<!doctype html><html><title>T</title><meta charset=utf-8><main><p>one</p></main>two<p>three"
    )
    assert etree.tostring(root) == (
        b'<html><head><title>T</title><meta charset="utf-8"/></head>'
        b"<body><main><p>one</p></main>two<p>three</p></body></html>"
    )


def test_a_page_in_frames_is_what_it_tells_browsers_without_them() -> None:
    """libxml2 leaves the markup in a `<noframes>` unread."""
    told = "<body><h1>Canal society</h1><p>We clear the canal.</p></body>"
    page = f"<html><head><title>A</title></head><frameset><frame src=a><noframes>{told}</noframes></frameset></html>"
    root, _ = parse_html(page)
    assert [root.findtext("head/title"), root.findtext("body/h1"), root.findtext("body/p")] == [
        "A",
        "Canal society",
        "We clear the canal.",
    ]
    assert parse_html("<html><frameset><frame src=a></frameset></html>")[0].find("body") is None
