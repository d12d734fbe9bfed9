"""Indices, shares, commodities and crypto-currencies: read where a ticker's shape speaks for them, and nowhere else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.html_tree import parse_html
from pipeline.parse.quotes import take_quotes, take_quotes_from_lines
from pipeline.parse.quotes.words.instruments import NAMES, kind_of
from pipeline.records import InstrumentKind, Quote


def read(*lines: str, language: str | None = None) -> list[str]:
    quotes = take_quotes_from_lines(list(lines), language)[0].quotes
    return [f"{one.kind} {one.instrument} {one.rate} {one.change_pct}" for one in quotes]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["S&P 500 5,998.74 +0.35%"], ["index S&P 500 5998.74 0.35"]),
        (["KASE 5\u202f421,30 ▲ 0,2 %"], ["index KASE 5421.30 0.2"]),
        (["FTSE 100 8,281.22 -0.4%"], ["index FTSE 100 8281.22 -0.4"]),
        (["NASDAQ 18,239.92 ▼ 1.02%"], ["index NASDAQ 18239.92 -1.02"]),
        (["Brent 71.20 -0.4%"], ["commodity Brent 71.20 -0.4"]),
        (["Золото 2 650,10 -0%"], ["commodity Золото 2650.10 -0"]),
        (["Gold 2,650.1", "Brent 71.20"], ["commodity Gold 2650.1 None", "commodity Brent 71.20 None"]),
        (
            ["USD/KZT507.14", "Brent71.20"],
            ["currency-pair USD/KZT 507.14 None", "commodity Brent 71.20 None"],
        ),
        (
            ["Nikkei 225 38,026.17 +0.3%", "Gold2,650.1"],
            ["index Nikkei 225 38026.17 0.3", "commodity Gold 2650.1 None"],
        ),
        (["Brent 71.20 USD -0.4%"], ["commodity Brent/USD 71.20 -0.4"]),
        (["Brent 71,20 € -0,4%"], ["commodity Brent/EUR 71.20 -0.4"]),
        (["Gold (oz) ₹76,625.00 +0.4%"], ["commodity Gold (oz)/INR 76625.00 0.4"]),
        (["Gold/Unze 2'633.21 -0.1%"], ["commodity Gold/Unze 2633.21 -0.1"]),
        (["BTC 97,000 +2.1%"], ["crypto BTC 97000 2.1"]),
        (["AAPL 189.22 +1.04%", "MSFT 415.10 -0.2%"], ["share AAPL 189.22 1.04", "share MSFT 415.10 -0.2"]),
        (
            ["AAPL 189.22", "MSFT 415.10 -0.2%", "TSLA 244.10 +0.3%"],
            ["share AAPL 189.22 None", "share MSFT 415.10 -0.2", "share TSLA 244.10 0.3"],
        ),
        (
            ["USD/KZT 507.14 +0.1%", "AAPL 189.22"],
            ["currency-pair USD/KZT 507.14 0.1", "share AAPL 189.22 None"],
        ),
        (
            ["Brent 71.20 -0.4%", "Gold 2,650.1 +0.3%", "USD/KZT 507.14"],
            ["commodity Brent 71.20 -0.4", "commodity Gold 2650.1 0.3", "currency-pair USD/KZT 507.14 None"],
        ),
        (["XAU/USD 2650.10 +0.1%"], ["currency-pair XAU/USD 2650.10 0.1"]),
        (["BTC/USD 97000.5 +0.1%"], ["currency-pair BTC/USD 97000.5 0.1"]),
    ],
)
def test_an_instrument_is_read_as_it_is_printed(lines: list[str], expected: list[str]) -> None:
    """Name, kind, every digit of the price, and the change with its sign; a pair stays a pair."""
    assert read(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["AAPL 189.22"],  # one alone may be anything
        ["AAPL 189.22", "MSFT 415.10"],  # results of a match look like this
        ["KGZ 8.95", "KAZ 8.91", "UZB 8.40"],
        ["Gold 10", "Silver 5", "Bronze 3"],
        ["ATA 32 28.5%", "BIR 21 16.4%"],  # seats and votes
        ["Gold 3"],
        ["BBC 1", "BBC 2", "CNN 3"],
        ["Gold medal 2,650.1 +3%"],
        ["Gold2026 +3%", "Oil2 4.10"],
        ["The S&P 500 rose to 5,998.74, +0.35%"],
        ["Oil +3%"],
        ["Tel. 996 312 123", "FAX 996 312 124"],
    ],
)
def test_what_only_looks_like_a_market_is_none(lines: list[str]) -> None:
    """Medals, points, seats, channels, telephones and sentences give nothing."""
    assert read(*lines) == []


def test_a_name_in_an_article_is_no_quote() -> None:
    """Where a paragraph stands above it, a table belongs to the story."""
    page = (
        "<article><p>"
        + "The market closed higher. " * 8
        + "</p><table><tr><td>S&P 500<td>5,998.74<td>+0.35%</table>"
    )
    assert take_quotes(parse_html(page)[0], "en").quotes == ()


def test_repeats_are_folded_and_disagreement_is_marked() -> None:
    """As for pairs: ten times the same is one quote, two values are a conflict."""
    folded = take_quotes_from_lines(["S&P 500 5,998.74 +0.35%"] * 10, None)[0].quotes
    assert [(one.base, one.occurrences, one.conflict) for one in folded] == [("S&P 500", 10, False)]
    rivals = take_quotes_from_lines(["DAX 19,322.59 +0.1%", "DAX 19,400.00 +0.5%"], None)[0].quotes
    assert [one.conflict for one in rivals] == [True, True]


NAMED = st.sampled_from(sorted(NAMES))
PRICES = st.tuples(st.integers(1000, 99_999_999), st.integers(-999, 999)).map(
    lambda n: (Decimal(n[0]).scaleb(-2), Decimal(n[1]).scaleb(-2))
)


@given(
    rows=st.dictionaries(NAMED, PRICES, min_size=2, max_size=6),
    typography=st.sampled_from(
        ((",", "."), (".", ","), ("\u202f", ","), ("\u00a0", ","), ("'", "."), (" ", "."))
    ),
    times=st.integers(1, 3),
)
def test_any_rendering_gives_the_prices_back(
    rows: dict[str, tuple[Decimal, Decimal]], typography: tuple[str, str], times: int
) -> None:
    """Thousands and decimals in any typography, repeated: each instrument once, with its printed digits."""
    group, point = typography

    def printed(number: Decimal, form: str) -> str:
        return format(number, form).replace(",", "G").replace(".", point).replace("G", group)

    lines = [
        f"{name} {printed(price, ',.2f')} {printed(change, '+.2f')}%"
        for name, (price, change) in rows.items()
    ]
    page = "".join(f"<li>{line.replace('&', '&amp;')}</li>" for line in lines * times)
    found = take_quotes(parse_html(f"<body><ul>{page}</ul>")[0], None).quotes
    assert {one.base: (one.rate, one.change_pct, one.occurrences) for one in found} == {
        name: (price, change, times) for name, (price, change) in rows.items()
    }


def test_each_name_has_its_kind_in_any_capitals() -> None:
    """The vocabulary is asked without regard to capitals; a code of a crypto-currency is one."""
    assert kind_of("s&p 500") is InstrumentKind.INDEX
    assert kind_of("GOLD") is InstrumentKind.COMMODITY
    assert kind_of("DOGE") is InstrumentKind.CRYPTO
    assert kind_of("AAPL") is None


def test_the_name_to_show_has_no_stray_slash() -> None:
    """A pair shows both codes, an index its name."""
    assert Quote("KGS", "USD", Decimal("0.01144")).instrument == "KGS/USD"
    assert Quote("S&P 500", "", Decimal(1), kind=InstrumentKind.INDEX).instrument == "S&P 500"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<p><b>NASDAQ: AAPL</b> <b>189.22</b> <b>+1.2%</b></p><p><b>MSFT</b> <b>423.46</b> <b>-0.4%</b></p>",
            ["share AAPL 189.22 1.2", "share MSFT 423.46 -0.4"],
        ),
        (
            "<p><b>AAPL</b> <b>189.22</b> <b>+1.2%</b></p><p><b>MSFT</b> <b>423.46</b> <b>-0.4%</b></p>",
            ["share AAPL 189.22 1.2", "share MSFT 423.46 -0.4"],
        ),
        (
            """<table><tr><th>Code</th><th>Currency</th><th>Rate</th></tr>
            <tr><td>USD/KZT</td><td>US dollar</td><td>507.14</td></tr>
            <tr><td>EUR/KZT</td><td>евро</td><td>540.20</td></tr></table>""",
            ["currency-pair USD/KZT 507.14 None", "currency-pair EUR/KZT 540.20 None"],
        ),
        (
            """<li><b>Apple Inc.</b> <b>AAPL</b> <b>$189.22</b> <b>+0.66 (0.35%)</b></li>
            <li><b>MSFT</b> <b>Microsoft</b> <b>423.46</b> <b>-0.4%</b></li>""",
            ["share AAPL 189.22 0.35", "share MSFT 423.46 -0.4"],
        ),
        (
            "<table><tr><td>1 USD</td><td>=</td><td>507.14 KZT</td></tr></table>",
            ["currency-pair USD/KZT 507.14 None"],
        ),
    ],
)
def test_a_row_of_cells_is_read_as_a_line_is(page: str, expected: list[str]) -> None:
    """Symbols before everything else, names beside codes, a sign of equality in a cell of its own."""
    root, _ = parse_html(f"<html><body>{page}<p>{'The market closed higher. ' * 8}</p></body></html>")
    quotes = take_quotes(root, "en").quotes
    assert [f"{one.kind} {one.instrument} {one.rate} {one.change_pct}" for one in quotes] == expected


def test_a_rate_for_a_hundred_in_cells_is_named() -> None:
    """It is no rate for one."""
    page = "<tr><td>100 JPY</td><td>=</td><td>325.40 KZT</td></tr><tr><td>1 USD</td><td>=</td><td>507.14 KZT</td></tr>"
    found = take_quotes(parse_html(f"<table>{page}</table>")[0], "en")
    assert [one.instrument for one in found.quotes] == ["USD/KZT"]
    assert [problem.detail for problem in found.problems] == ["JPY/KZT 325.40: the rate is for 100 JPY"]
