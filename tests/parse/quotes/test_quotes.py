"""Tickers in trees and in lines: what counts, what is left on the page, what is no ticker at all."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.parse.html_tree import parse_html, text_of
from pipeline.parse.quotes import PageQuotes, take_quotes, take_quotes_from_lines
from pipeline.records import Problem, Quote, Reason
from tests import FIXTURES

PROSE = (
    "<p>Forty orchards in the valley will be watered through buried hoses next spring, the union said.</p>"
)
STORY = f"<article><h2><a href='/a'>Orchards try hoses</a></h2><time>7 December 2025</time>{PROSE}</article>"

TORN = ["KZ", "KZT", "KZT/", "KZT/U", "KZT/USD", "KZT/USD ="]
TORN += ["KZT/USD = 0", "KZT/USD = 0.00", "KZT/USD = 0.0019", "KZT/USD = 0.00197", "KZT/USD = 0.00197 -0"]
TORN += ["KZT/USD = 0.0…"]


def taken(page: str, language: str | None = "en") -> tuple[PageQuotes, str]:
    """What the tickers of an HTML page say, and the text that is left on it."""
    root, _ = parse_html(page)
    return take_quotes(root, language), text_of(root)


def short(quotes: PageQuotes) -> list[str]:
    """Each quote as pair, rate, change and direction on one line."""
    return [f"{q.base}/{q.quote} {q.rate:f} {q.change_pct} {q.direction}" for q in quotes.quotes]


def saved(name: str) -> tuple[PageQuotes, str]:
    """The same of a page under fixtures/tickers."""
    return taken((FIXTURES / "tickers" / name).read_text(encoding="utf-8"))


def reasons(problems: tuple[Problem, ...]) -> list[Reason]:
    return [problem.reason for problem in problems]


@pytest.mark.skipif("PIPELINE_CORPUS" not in os.environ, reason="PIPELINE_CORPUS names no folder")
def test_seed_page_gives_five_quotes_and_leaves_the_stories() -> None:
    """The seed page, as text, prints five pairs as often as it prints each, of which only KZT falls."""
    text = (Path(os.environ["PIPELINE_CORPUS"]) / "seed-listing-page.txt").read_text(encoding="utf-8")
    found, left = take_quotes_from_lines(text.splitlines(), "en")
    day = date(2025, 12, 8)
    printed = [
        ("KGS", "0.01144", "0", 0),
        ("KZT", "0.00197", "-0", -1),
        ("TJS", "0.10904", "0", 0),
        ("UZS", "0.00008", "0", 0),
        ("TMT", "0.28490", "0", 0),
    ]
    assert [(str(q.rate), str(q.change_pct)) for q in found.quotes] == [row[1:3] for row in printed]
    assert found == PageQuotes(
        tuple(
            Quote(base, "USD", Decimal(rate), Decimal(change), way, text.count(f"{base}/USD ="), day)
            for base, rate, change, way in printed
        ),
        day,
    )
    assert next(filter(None, left)).startswith("Why Kazakhstan is Tightening")
    assert not any("/USD" in line or line.startswith("08 December") for line in left)


def test_ticker_leaves_the_tree_with_its_date_and_nothing_else() -> None:
    """Ticker and page date are taken out; stories, their dates and the site's name stay."""
    ticker = "<ul><li>KGS/USD = 0.01144 0%</li><li>KZT/USD = 0.00197 -0%</li></ul>"
    page = f"<header>{ticker}<b>Herald</b><i>8 December 2025</i></header>{STORY}"
    found, left = taken(page)
    assert short(found) == ["KGS/USD 0.01144 0 0", "KZT/USD 0.00197 -0 -1"]
    assert found.as_of == date(2025, 12, 8)
    assert left == text_of(parse_html(f"<b>Herald</b>{STORY}")[0])


def test_labels_of_a_ticker_leave_with_it() -> None:
    """The heading, the column names and the link of a box of rates do not stay behind as loose text."""
    _, left = saved("table-with-currency-names.html")
    assert not any(label in left for label in ("Exchange rates", "Euro", "All rates", "EUR"))
    assert "Orchard Growers" in left


def test_hidden_clone_is_not_counted_and_taken_out() -> None:
    """A ticker that is doubled for the sake of scrolling counts once, and neither copy stays."""
    found, left = saved("aria-hidden-clone.html")
    assert {quote.occurrences for quote in found.quotes} == {2}
    assert "USD" not in left


def test_hidden_ticker_counts_where_no_other_is() -> None:
    """A ticker hidden from those who listen is still the page's ticker when there is no other."""
    found, _ = saved("only-ticker-is-aria-hidden.html")
    assert len(found.quotes) == 5


@pytest.mark.parametrize("torn", TORN)
def test_torn_last_item_is_no_quote(torn: str) -> None:
    """An item that is cut off at the end of a ticker is a problem, neither a quote nor a conflict."""
    cycle = ["• KGS/USD = 0.01144 0%", "• KZT/USD = 0.00197 -0%"]
    found, left = take_quotes_from_lines([*cycle * 9, f"• {torn}"], "en")
    assert [(q.base, q.occurrences, q.conflict) for q in found.quotes] == [
        ("KGS", 9, False),
        ("KZT", 9, False),
    ]
    assert reasons(found.problems) == [Reason.QUOTE_UNREADABLE]
    assert not any(left)


def test_blocks_that_disagree_are_all_kept_and_marked() -> None:
    """Two tickers with different rates for one pair give both, marked, and one problem that names them."""
    found, _ = saved("two-tickers-that-disagree.html")
    assert [(q.base, str(q.rate), q.occurrences, q.conflict) for q in found.quotes] == [
        ("KGS", "0.01144", 2, False),
        ("KZT", "0.00197", 1, True),
        ("TJS", "0.10904", 2, False),
        ("KZT", "0.00191", 1, True),
    ]
    assert [(p.reason, p.detail) for p in found.problems] == [
        (Reason.QUOTE_CONFLICT, "KZT/USD: 0.00197 -0% (×1) or 0.00191 -3% (×1)")
    ]


@pytest.mark.parametrize(
    "boxes",
    [
        ("KGS/USD 0.01144 -0.1%", "KGS/USD 0.011440"),
        ("KGS/USD 0.011440", "KGS/USD 0.01144 -0.1%"),
        ("KGS/USD 0.011440 -0.1%", "KGS/USD 0.01144"),
    ],
)
def test_rate_without_its_change_does_not_contradict_the_same_rate_with_it(boxes: tuple[str, str]) -> None:
    """A second box that prints no changes repeats the quotes of the first; the rate with more digits stands."""
    found, _ = take_quotes_from_lines([boxes[0], "", boxes[1]], "en")
    assert [(str(q.rate), str(q.change_pct), q.direction, q.occurrences) for q in found.quotes] == [
        ("0.011440", "-0.1", -1, 2)
    ]


@pytest.mark.parametrize("changes", [("-0.10%", "-0.1%"), ("-0.1%", "-0.10%")])
def test_of_two_spellings_of_a_change_the_one_with_more_digits_stands(changes: tuple[str, str]) -> None:
    """In either order."""
    found, _ = take_quotes_from_lines([f"KGS/USD 0.01144 {change}" for change in changes], "en")
    assert [(str(q.change_pct), q.occurrences) for q in found.quotes] == [("-0.10", 2)]


def test_withdrawn_currency_is_named_and_kept() -> None:
    """TMM gave way to TMT in 2009: the quote stands as printed, and a problem says so."""
    found, _ = saved("obsolete-code.html")
    assert found.quotes[0].base == "TMM"
    assert [(p.reason, p.detail) for p in found.problems] == [
        (Reason.CURRENCY_OBSOLETE, "TMM ended on 2009-01-01; TMT took its place")
    ]


def test_currency_is_not_obsolete_on_a_page_of_its_time() -> None:
    """A page dated before a currency ended prints it rightly."""
    found, _ = take_quotes_from_lines(["TMM/USD 0.00019 0%", "KGS/USD 0.02 0%", "8 May 2004"], "en")
    assert found.as_of == date(2004, 5, 8)
    assert not found.problems


@pytest.mark.parametrize(
    "page",
    [
        "<p>The KGS/USD rate fell to 0.01144 on Monday, traders said.</p>",
        f"<p>The <b>KGS/USD 0.01144</b> rate is the lowest since the spring of last year.</p>{STORY}",
        f"<article>{PROSE}<table><tr><td>KGS/USD</td><td>0.01144</td><td>0%</td></tr></table></article>",
        f"<div>{PROSE}<ul><li>KGS/USD 0.01144 0%</li><li>KZT/USD 0.00197 0%</li></ul></div>",
        f"<div><div itemprop='articleBody'><div>KGS/USD 0.01144 0%</div>{PROSE}</div></div>",
        f"<h2>USD/KZT 507.14</h2>{PROSE}",
        "<nav><a href='/1'>KGS/USD</a> <a href='/2'>KZT/USD</a></nav>",
        "<ul><li>USD 2025</li><li>EUR 2025</li></ul>",
    ],
)
def test_pair_in_a_story_is_no_quote(page: str) -> None:
    """A pair in a sentence, a headline, a menu, or a table or list of a story is no quote and stays."""
    found, left = taken(page)
    assert found == PageQuotes()
    assert left == text_of(parse_html(page)[0])


def test_list_between_paragraphs_of_a_text_is_part_of_it() -> None:
    """In plain text, rates between two paragraphs belong to the story, even of a pair that the ticker prints."""
    prose = "Wool exporters, who are paid in dollars, had asked for a weaker som all autumn long, they said."
    lines = ["KGS/USD 0.01144 0%", "", prose, "KGS/USD 0.01150 -0.5%", prose]
    found, left = take_quotes_from_lines(lines, "en")
    assert short(found) == ["KGS/USD 0.01144 0 0"]
    assert left == ["", *lines[1:]]


def test_ticker_between_paragraphs_of_a_text_counts_where_it_repeats_another() -> None:
    """It is the same box, printed again."""
    prose = "Wool exporters, who are paid in dollars, had asked for a weaker som all autumn long, they said."
    lines = ["KGS/USD 0.01144 0%", "", prose, "KGS/USD 0.01144 0%", prose]
    found, left = take_quotes_from_lines(lines, "en")
    assert [quote.occurrences for quote in found.quotes] == [2]
    assert left == ["", "", prose, "", prose]


_PROSE_LINE = (
    "Wool exporters, who are paid in dollars, had asked for a weaker som all autumn long, they said."
)
_BAND = ["KGS/USD = 0.01144 0%", "KZT/USD = 0.00197 -0%", "TJS/USD = 0.10904 0%"]


@pytest.mark.parametrize(
    ("band", "times"), [(_BAND[:1] * 2, 2), (["", *_BAND, "", "Ferry Returns to the Lake"], 1)]
)
def test_band_amid_the_stories_of_a_text_counts(band: list[str], times: int) -> None:
    """It prints everything twice, or stands right above the next headline and nothing announces it."""
    found, _ = take_quotes_from_lines([_PROSE_LINE, *band, _PROSE_LINE], "en")
    assert {quote.occurrences for quote in found.quotes} == {times}
    announced, _ = take_quotes_from_lines(
        ["They set them:", _PROSE_LINE[:-1] + ":", *band[-5:], _PROSE_LINE], "en"
    )
    assert bool(announced.quotes) == (times > 1)


@pytest.mark.parametrize(
    "band",
    [
        f"<div class='news-ticker'><span>{_BAND[0]}</span><span>{_BAND[1]}</span></div>",
        f"<p>{_BAND[0]}</p><p>{_BAND[1]}</p>" * 2,
        f"<p>{_BAND[0]}</p><p>{_BAND[1]}</p><p>{_BAND[2]}</p>",
    ],
)
def test_band_between_two_stories_of_one_container_counts(band: str) -> None:
    """Its name tells it, what it prints again, or the headline that it stands above."""
    found, left = taken(
        f"<div><h2><a href=/1>One</a></h2>{PROSE}{band}<h2><a href=/2>Two</a></h2>{PROSE}</div>"
    )
    assert len(found.quotes) > 1
    assert "USD" not in left


@pytest.mark.parametrize("between", [[], [""], ["", ""]])
def test_lines_of_a_ticker_may_have_empty_ones_between_them(between: list[str]) -> None:
    """A cell a line, say, with the day above all of them."""
    cells = ["8 December 2025", "KGS/USD", "0.01144", "0%", "KZT/USD", "0.00197", "-0.1%"]
    found, left = take_quotes_from_lines([line for cell in cells for line in (cell, *between)], "en")
    assert short(found) == ["KGS/USD 0.01144 0 0", "KZT/USD 0.00197 -0.1 -1"]
    assert found.as_of == date(2025, 12, 8)
    assert not any(left)


def test_ticker_below_the_last_paragraph_of_a_text_counts() -> None:
    """A saved page may hold its ticker at its end."""
    prose = "Wool exporters, who are paid in dollars, had asked for a weaker som all autumn long, they said."
    found, left = take_quotes_from_lines([prose, "", "KGS/USD 0.01150 -0.5%", "KZT/USD 0.00197 0%"], "en")
    assert short(found) == ["KGS/USD 0.01150 -0.5 -1", "KZT/USD 0.00197 0 0"]
    assert left == [prose, "", "", ""]


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("08 December 2025", "en"),
        ("Monday, 8 December 2025", "en"),
        ("8 декабря 2025", "ru"),
        ("Понедельник, 8 декабря 2025 г.", "ru"),
        ("2025-12-08", None),
        ("08.12.2025", "de"),
    ],
)
def test_page_date_is_read_as_printed(printed: str, language: str | None) -> None:
    """The date beside the ticker is the page's own, in whatever form its language prints it."""
    ticker = "<ul><li>KGS/USD 0.01144 0%</li></ul>"
    found, left = taken(
        f"<div>{ticker}</div><div class='menu'>News</div><div>{printed}</div>{STORY}", language
    )
    assert found.as_of == date(2025, 12, 8)
    assert [quote.as_of for quote in found.quotes] == [date(2025, 12, 8)]
    assert printed not in left
    of_lines, rest = take_quotes_from_lines(["KGS/USD 0.01144 0%", "", printed, "", "Title"], language)
    assert of_lines == found
    assert list(filter(None, rest)) == ["Title"]


@pytest.mark.parametrize(
    "story",
    [
        STORY,
        f"<div class='card'><span>7 December 2025</span><h3>Orchards try hoses</h3>{PROSE}</div>",
        f"<h2>Orchards try hoses</h2><p>7 December 2025</p>{PROSE}",
        "<div>Published 7 December 2025</div>",
        "<div>By <b>Aida Osmonova</b> <i>7 December 2025</i></div>",
        "<a href='/2025/12/07/'>7 December 2025</a>",
        f"{PROSE}<div>7 December 2025</div>",
    ],
)
def test_date_of_a_story_is_not_the_pages(story: str) -> None:
    """A date in an article, under or over a headline, behind a paragraph or a byline word dates a story."""
    found, left = taken(f"<body><ul><li>KGS/USD 0.01144 0%</li></ul>{story}</body>")
    assert len(found.quotes) == 1
    assert found.as_of is None
    assert "7 December 2025" in left


@pytest.mark.parametrize("when", ["{} December 2025", "<b>Aida Osmonova</b> <i>{} December 2025</i>"])
def test_a_date_that_other_stories_print_alike_is_a_storys(when: str) -> None:
    """Where elements of one make print several days, none of them is the page's; repeats of one day may be."""
    entry = f"<div class='entry'><div class='when'>{when}</div><div>A headline of no tag</div></div>"
    ticker = "<p>KGS/USD = 0.01144 0% | KZT/USD = 0.00197 -0%</p>"
    several, left = taken(ticker + entry.format(5) + entry.format(4))
    assert several.as_of is None
    assert "5 December 2025" in left
    assert taken(ticker + entry.format(5) + entry.format(5))[0].as_of == date(2025, 12, 5)


def test_header_date_is_read_without_a_ticker() -> None:
    """A page that prints its date in its header but has no ticker still has a date."""
    found, left = saved("header-date-without-a-ticker.html")
    assert found == PageQuotes(as_of=date(2025, 12, 8))
    assert "08 December 2025" not in left


def test_ticker_beside_a_story_is_no_part_of_it() -> None:
    """It stands in a column of its own, though the box around both holds the paragraphs above it."""
    found, left = taken(f"<main>{PROSE}<aside><ul><li>KGS/USD 0.01144 0%</li></ul></aside></main>")
    assert short(found) == ["KGS/USD 0.01144 0 0"]
    assert left == text_of(parse_html(PROSE)[0])


def test_ticker_in_lines_parted_by_breaks_is_taken_out_without_what_holds_it() -> None:
    """The box around it tells more."""
    found, left = taken(f"<main>KGS/USD 0.01144 0%<br>KZT/USD 0.00197 0%<br>{PROSE}</main>")
    assert short(found) == ["KGS/USD 0.01144 0 0", "KZT/USD 0.00197 0 0"]
    assert left == text_of(parse_html(PROSE)[0])


def test_red_is_a_rise_where_markets_print_it_so() -> None:
    """Chinese, Japanese and Korean tickers print a rise in red."""
    page = "<ul><li class='red'>USD/JPY 155.20</li><li class='green'>EUR/JPY 180.05</li></ul>"
    assert [q.direction for q in taken(page, "ja")[0].quotes] == [1, -1]
    assert [q.direction for q in taken(page, "en")[0].quotes] == [-1, 1]


@pytest.mark.parametrize(
    "items", ["KGS/USD 0.01144 | KZT/USD 0.00197", "<b>KGS/USD</b> 0.01144 <b>KZT/USD</b> 0.00197"]
)
def test_class_of_the_whole_ticker_tells_nothing_of_its_items(items: str) -> None:
    """A box that slides up does not make the rates in it rise."""
    found, _ = taken(f"<div class='slide up'>{items}</div>")
    assert [quote.direction for quote in found.quotes] == [None, None]


def test_codes_side_by_side_in_a_table_are_no_pair() -> None:
    """A row of column names is not the pair of the first number below it."""
    rows = "<tr><td>USD</td><td>EUR</td></tr><tr><td>507.14</td><td>550.02</td></tr>"
    assert taken(f"<table>{rows}</table>")[0] == PageQuotes()


def test_what_follows_a_ticker_stays() -> None:
    """A menu word in capitals and the numbers of a pager are no part of the ticker above them."""
    found, left = take_quotes_from_lines(["KGS/USD 0.01144 0%", "NEWS", "KZT/USD 0.00197 0%", "1", "2"], "en")
    assert [quote.base for quote in found.quotes] == ["KGS", "KZT"]
    assert left == ["", "NEWS", "", "1", "2"]
    assert not found.problems


@pytest.mark.parametrize(
    ("line", "as_of"),
    [
        ("Opublikowano 3.04.2026", None),
        ("Обновлена 3 апреля 2026", None),
        ("Stand: 3.04.2026", date(2026, 4, 3)),
        ("3.04.2026", date(2026, 4, 3)),
    ],
)
def test_a_day_on_which_something_came_out_is_not_that_of_the_ticker_beside_it(
    line: str, as_of: date | None
) -> None:
    """Beside rates a "Stand" is how they stood."""
    found, _ = taken(f"<div><p>KGS/USD 0.01144 0% KZT/USD 0.00197 0%</p><p>{line}</p></div>")
    assert found.as_of == as_of


def test_box_with_a_story_in_it_stays() -> None:
    """A box that holds a ticker and a linked headline loses the ticker alone."""
    _, left = taken("<div><div>KGS/USD 0.01144 0%</div><h3><a href='/a'>Orchards try hoses</a></h3></div>")
    assert left == "Orchards try hoses"


@pytest.mark.parametrize("cells", ["<li>BIST 100 9,379.83", "<li>BIST 100<li>9,379.83", "<li>AAPL<li>189.22"])
def test_share_behind_a_rate_without_a_change_is_not_its_change(cells: str) -> None:
    """The numbers of an index or a share do not become those of the pair before it."""
    found, _ = taken(f"<ul><li>BTC/USDT 83,300.00{cells}<li>ETH/USDT 1,801.40</ul>")
    pairs = [one for one in short(found) if "/USDT" in one]
    assert pairs == ["BTC/USDT 83300.00 None None", "ETH/USDT 1801.40 None None"]


def test_share_in_a_ticker_does_not_spoil_the_pair_before_it() -> None:
    """An index or a share beside currency pairs is no part of the item that it follows."""
    found, _ = saved("unknown-code-and-an-index.html")
    assert short(found) == ["KGS/USD 0.01144 0 0", "BIST 100/ 9379.83 -0.2 -1", "KZT/USD 0.00197 -0 -1"]
    assert [p.detail for p in found.problems] == ["QQQ/USD 1.50: QQQ is no currency"]


def test_order_of_boxes_is_the_order_of_quotes_and_changes_nothing_else() -> None:
    """Two boxes in either order give the same quotes."""
    one, other = "<ul><li>KGS/USD 0.01144 0%</li></ul>", "<ul><li>KZT/USD 0.00197 -0%</li></ul>"
    forth, back = (taken(f"{pair}{STORY}")[0].quotes for pair in (one + other, other + one))
    assert forth == tuple(reversed(back))
