"""Pages that are made to hurt: time and memory grow with the page, and no faster.

By default the pages are small, and each is compared with one four times as large. PIPELINE_HOSTILE_BYTES=50000000
parses each kind at that size instead, in a process with a bound on its memory.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

import pytest

from pipeline.parse import parse_page

HEAD = "<html><head><title>The valley rebuilds its bridge</title></head><body><h1>The valley rebuilds its bridge</h1>"
PROSE = "<p>The council of the valley voted on Monday to rebuild the old bridge over the river before winter comes.</p>"
SMALL, LARGE = 60_000, 240_000
"""Bytes."""
MOST_GROWTH = 9.0
TOO_QUICK_TO_TELL = 0.15
"""Seconds."""
SECONDS_A_MEGABYTE, BYTES_A_BYTE = 3, 120
"""What a page may cost at full size: seconds and memory for each byte of it."""

Page = Callable[[int], str]


def again(unit: str, before: str = HEAD, behind: str = "") -> Page:
    """A page that says `unit` over and over."""
    return lambda size: before + unit * (size // len(unit)) + behind


def counted(unit: str, before: str = HEAD) -> Page:
    """The same with a number in each."""
    return lambda size: before + "".join(unit.format(number) for number in range(size // (len(unit) + 2)))


LD = '<script type="application/ld+json">'
PAGES: Mapping[str, Page] = {
    "paragraphs": again(PROSE),
    "one paragraph": again("a word and one more. ", HEAD + "<p>"),
    "empty tags": again("<b></b>"),
    "script": again("a", HEAD + PROSE * 5 + "<script>var x='", "'</script>"),
    "strings in a script": again(
        '"abc def ghi jkl. Mno pqr stu vwx yz abcdef",', HEAD + "<script>", "</script>"
    ),
    "links": again("<a href=/x>some words of a link</a> "),
    "links in items": again("<li><a href=/x>some more words of a link</a></li>"),
    "cells": again("<tr><td>1</td><td>22</td></tr>"),
    "a ticker": again("<span>USD/KZT</span><span>507.14</span><span>-0.2%</span>"),
    "a ticker that never says the same": counted("<li>USD/KZT {}.07</li>"),
    "shares that never say the same": counted(
        "<li>AAPL {}.22 +0.35%</li>", HEAD + "<li>USD/KZT 507.14</li>" * 5
    ),
    "nested div": again("<div>", behind=PROSE),
    "nested b": again("<b>", behind=PROSE),
    "nested a": again("<a href=x>", behind=PROSE),
    "nested lists": again("<ul><li>", behind=PROSE),
    "nested font with text": again("<font color=red>x", behind=PROSE),
    "nested tables": again("<table><tr><td>", behind=PROSE),
    "nested quotations": again("<blockquote>x"),
    "an attribute": again("a ", HEAD + "<p title='", f"'>x</p>{PROSE * 5}"),
    "a class": again("menu-x ", HEAD + "<div class='", f"'>{PROSE * 5}</div>"),
    "a style": again("display ", HEAD + "<div style='", f"'>{PROSE * 5}</div>"),
    "an address": again("x/", HEAD + "<a href='/", f"'>a link that leads elsewhere</a>{PROSE * 5}"),
    "headlines": again("<h1>Some words of a headline</h1>"),
    "linked subheads": again("<h2><a href=/q>Some words of a headline</a></h2><p>text</p>"),
    "JSON-LD scripts": again(LD + '{"@type":"NewsArticle","headline":"x y z"}</script>', behind=PROSE * 5),
    "deep JSON-LD": again('{"a":', HEAD + LD, f"</script>{PROSE * 5}"),
    "brackets for JSON-LD": again("[", HEAD + LD, f"</script>{PROSE * 5}"),
    "a long graph": again(
        '{"@type":"Person","name":"A B"},', HEAD + LD + '{"@graph":[', "{}]}</script>" + PROSE * 5
    ),
    "meta tags": again('<meta property="article:tag" content="x y">'),
    "meta tags of many names": counted('<meta name="k{}" content="v">', ""),
    "times": again('<time datetime="2025-01-01">1 Jan 2025</time>'),
    "dates": again("<div>8 December 2025</div>"),
    "bylines": again("<span class=author>By Aida Berg</span>"),
    "cards in links": again("<a href=/x><div>four words of a card</div><p>and some more of it</p></a>"),
    "nested cards": again("<a href=/x><div>four words of a card", behind=PROSE),
    "forms": again(f"<div><form><b>go</b></form>{PROSE}</div>", HEAD + "<article>"),
    "pictures": counted('<img src="/a{}.jpg">', HEAD + "<article>" + PROSE * 9),
    "pictures among text": counted(PROSE + '<img src="/{}.jpg" alt="x">', HEAD + "<article>"),
    "stories": counted(
        "<article><h2><a href=/{}>Words of one more headline</a></h2><p>Its text.</p></article>"
    ),
    "boxes of headed text": counted(
        f"<div><h2>Words of headline {{}}</h2>{PROSE * 3}</div>", f"<div>{HEAD}{PROSE * 5}</div>"
    ),
    "headings in a box": counted(
        "<h2>Words of headline {}</h2><p>text</p>", f"<div>{HEAD}{PROSE}</div><div>"
    ),
    "boxes in boxes of headed text": again(f"<div><h2>Words</h2>{PROSE}", f"<div>{HEAD}{PROSE * 5}</div>"),
    "remarks": counted(
        f"<div><b>Marta</b><div>{{}} May 2024</div><div>{PROSE}</div></div>", f"<div>{HEAD}{PROSE * 5}</div>"
    ),
    "series of what might be remarks": counted(
        f"<div>{PROSE * 9}{'<div class=c{0}><div>7 May</div><p>What he said about bridges</p></div>' * 3}</div>",
        f"<div>{HEAD}{PROSE * 5}</div>",
    ),
    "lines in bold": counted("<b>Line number {} says five words</b><br>", HEAD + "<div>"),
    "labels in a box": again("<p><b>Share</b></p>", HEAD + "<div>"),
    "short lines around a sentence in boxes": lambda size: (
        HEAD
        + "<div>one more dish of the house<br>" * (size // 240)
        + PROSE
        + "</div>one more dish" * (size // 240)
    ),
    "menus in menus": lambda size: (
        HEAD + "<div class=menu>A dish, 12.50<a href=/x>y</a>" * (size // 200) + PROSE * (size // 150)
    ),
    "headings in headings": lambda size: (
        HEAD + "<h2><a href=#>#</a>" * (size // 200) + "<a href=#x>#</a>" * (size // 25) + PROSE
    ),
    "parts that fold out of parts": lambda size: (
        HEAD + "<a href=# class=toggle>How?</a><div>" * (size // 300) + PROSE * (size // 150)
    ),
    "line breaks": again("some text of a line<br>"),
    "spaces": again(" ", HEAD + "<p>", PROSE),
    "entities": again("&amp;&lt;p&gt;"),
    "opening brackets": again("<"),
    "comments that never end": again("<!--"),
    "plain lines": again("A line of text that goes on for a while.\n", ""),
    "plain lines that break words": again("a line of text that goes on for a whi-\n", ""),
    "one plain line": again("A line of text that goes on for a while. ", ""),
    "plain titles": again("Words of a title\n\n", ""),
    "plain stories that are signed": again("By Jane Doe\nWords of a longer title\n\nA text.\n\n", ""),
    "letters": again("From: Jane Doe <j@d.example>\nSubject: Words of a title\n\nA text.\n\n", ""),
    "a plain ticker": again("USD/KZT 507.14 -0.2%\n", ""),
}


def _seconds(page: str) -> float:
    body = page.encode()
    start = time.process_time()
    parse_page(body, "https://herald.example/a")
    return time.process_time() - start


@pytest.mark.skipif(
    "PIPELINE_HOSTILE_BYTES" in os.environ, reason="the pages are parsed at full size instead"
)
@pytest.mark.parametrize("name", PAGES)
def test_time_grows_with_the_page_and_no_faster(name: str) -> None:
    """Four times the page takes about four times as long."""
    make = PAGES[name]
    longer = _seconds(make(LARGE))
    if longer >= TOO_QUICK_TO_TELL:
        shorter = min(_seconds(make(SMALL)) for _ in range(3))
        longer = min(longer, _seconds(make(LARGE)))
        assert longer < max(TOO_QUICK_TO_TELL, MOST_GROWTH * shorter)


@pytest.mark.skipif("PIPELINE_HOSTILE_BYTES" not in os.environ, reason="PIPELINE_HOSTILE_BYTES names no size")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_full_size_is_read_within_bounds(name: str) -> None:
    """CPU time and memory stay within what the size of the page allows; a process that takes more is ended."""
    size = int(os.environ["PIPELINE_HOSTILE_BYTES"])
    code = f"import tests.parse.test_hostile as t; t.parse_page(t.PAGES[{name!r}]({size}).encode(), 'https://a.example/')"
    memory = 500_000_000 + BYTES_A_BYTE * size
    seconds = 10 + SECONDS_A_MEGABYTE * size // 1_000_000

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    result = subprocess.run(
        [sys.executable, "-c", code],
        timeout=10 * seconds,  # of the clock on the wall: a busy machine is no fault of a page
        preexec_fn=bound,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-500:]


FOUND_BY_FUZZING = {
    "text beside the cells of a row": f"{HEAD}{PROSE * 4}<table><tr>loose words<td>a</td></tr></table>",
    "a control character behind a story": "".join(
        f"<h2><a href=/{n}>Words of one more headline {n}</a></h2>{PROSE.replace('Monday', str(n))}\x03{PROSE}"
        for n in range(4)
    ),
    "a day in an element whose name is no name": "<html><body><a[b>8 December 2025</a[b>"
    + "".join(
        f"<h2><a href=/{n}>Words of one more headline {n}</a></h2>{PROSE.replace('Monday', str(n))}"
        for n in range(4)
    ),
}


@pytest.mark.parametrize("name", FOUND_BY_FUZZING)
def test_what_fuzzing_found_is_read(name: str) -> None:
    """Pages that once raised or never ended."""
    page = parse_page(FOUND_BY_FUZZING[name].encode(), "https://herald.example/a")
    assert len(page.articles) in (1, 4)
