"""Numbers, codes and items: the digits are kept in every typography, and no text does harm."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.html_tree import parse_html
from pipeline.parse.quotes import take_quotes, take_quotes_from_lines
from pipeline.parse.quotes.tree.elements import tickers_of
from pipeline.parse.quotes.tree.pieces import pieces_of
from pipeline.parse.quotes.tree.refusal import may_hold_ticker
from pipeline.parse.quotes.words.currencies import CODES, split_pair, withdrawal
from pipeline.parse.quotes.words.numbers import exact, grouping_mark
from pipeline.parse.quotes.words.tokens import tokenize
from pipeline.records import Quote, Reason

rates = st.tuples(st.integers(1, 10**15), st.integers(0, 15)).map(lambda r: Decimal(r[0]).scaleb(-r[1]))
pairs = st.lists(st.sampled_from(sorted(CODES)), min_size=2, max_size=2, unique=True)


def read(text: str, language: str | None = None) -> tuple[Quote, ...]:
    return take_quotes_from_lines(text.splitlines(), language)[0].quotes


def grouped(digits: str, mark: str) -> str:
    """`1234567` as `1 234 567`, with `mark` between the groups."""
    return f"{int(digits):,}".replace(",", mark)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0.28490", "0.28490"),
        ("0.00008", "0.00008"),
        ("97,345.20", "97345.20"),
        ("97.345,20", "97345.20"),
        ("97 345,20", "97345.20"),
        ("97'345.20", "97345.20"),
        ("97’345", "97345"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("12,34,567.8", "1234567.8"),
        ("507,14", "507.14"),
        ("0,284", "0.284"),
        ("1284,123", "1284.123"),
        (".28490", "0.28490"),
        ("٥٠٧٫١٤", "507.14"),
    ],
)
def test_number_that_can_be_read_in_one_way_is_read_so(printed: str, value: str) -> None:
    """Points, commas, spaces and apostrophes are told apart by their places."""
    assert str(exact(printed, grouping_mark([printed], None))) == value


@pytest.mark.parametrize(
    ("neighbours", "language", "value"),
    [
        (["97,345.20"], None, "1234"),
        (["507,14"], None, "1.234"),
        (["0.5"], "de", "1234"),
        ([], "en", "1234"),
        ([], "ru", "1.234"),
        ([], "de", "1.234"),
        ([], "qqq", "1234"),
    ],
)
def test_doubtful_mark_is_read_as_its_neighbours_are(
    neighbours: list[str], language: str | None, value: str
) -> None:
    """`1,234` is a fraction where the numbers beside it use the comma so, else as the language has it."""
    assert str(exact("1,234", grouping_mark(["1,234", *neighbours], language))) == value


@pytest.mark.parametrize("printed", ["08.12.2025", "1,2.3,4", "1.23.4"])
def test_marks_that_make_no_number_give_none(printed: str) -> None:
    """A row of digits and marks that groups nothing by threes is no rate."""
    assert exact(printed, ",") is None


@given(rates, pairs)
def test_every_printed_digit_comes_back(rate: Decimal, pair: list[str]) -> None:
    """A rate comes back with exactly the digits that were printed, its last noughts and all."""
    base, quote = pair
    printed = f"{rate:f}"
    (found,) = read(f"{base}/{quote} = {printed} 0.25%")
    assert (found.base, found.quote, f"{found.rate:f}") == (base, quote, printed)


@given(
    st.integers(0, 10**9).map(str),
    st.text("0123456789", min_size=1, max_size=8).filter(lambda digits: len(digits) != 3),
    st.sampled_from(
        [(",", "."), (".", ","), (" ", ","), ("\xa0", "."), ("\u202f", ","), ("’", "."), ("'", ",")]
    ),
)
def test_typography_does_not_change_a_rate(whole: str, fraction: str, marks: tuple[str, str]) -> None:
    """A rate is the same in every custom of grouping thousands and marking the fraction."""
    grouping, decimal = marks
    found = read(f"BTC/USD {grouped(whole, grouping)}{decimal}{fraction}")
    value = Decimal(f"{whole}.{fraction}")
    assert [str(quote.rate) for quote in found] == ([f"{value:f}"] if value else [])


@pytest.mark.parametrize(
    ("change", "value", "direction"),
    [
        ("0%", "0", 0),
        ("-0%", "-0", -1),
        ("−0.00%", "-0.00", -1),
        ("+0%", "0", 1),
        ("–1,5 %", "-1.5", -1),
        ("(+0.35%)", "0.35", 1),
        ("▼ 0.35%", "-0.35", -1),
        ("↓0.35%", "-0.35", -1),
        ("➖0.35%", "-0.35", -1),
        ("➕ 0.35%", "0.35", 1),
        ("‒0.35%", "-0.35", -1),
        ("▲ 0.35%", "0.35", 1),
        ("⬆️ 0.35%", "0.35", 1),
        ("0.35%", "0.35", 1),
        ("-1.20 (-0.24%)", "-0.24", -1),
        ("1.20 ▼ 0.24%", "-0.24", -1),
        ("-1.20", "None", -1),
        ("▲", "None", 1),
        ("", "None", None),
        ("▲1.20", "None", 1),
        ("▼ 1,20", "None", -1),
        ("+12 bp", "None", 1),
        ("−8 pips", "None", -1),
        ("0.31%-", "-0.31", -1),
        ("(0.31%+)", "0.31", 1),
        ("%0,12", "0.12", 1),
        ("+/-0%", "0", 0),
        ("±0,00 %", "0.00", 0),
        ("%-0,30", "-0.30", -1),
    ],
)
def test_change_is_read_in_any_typography(change: str, value: str, direction: int | None) -> None:
    """Signs, arrows and percentages tell the change and its direction; nothing tells nothing."""
    (quote,) = read(f"USD/KZT 507.14 {change}")
    assert (str(quote.rate), str(quote.change_pct), quote.direction) == ("507.14", value, direction)


@pytest.mark.parametrize(
    "item",
    [
        "KGS/USD = 0.01144",
        "KGS/USD: 0.01144",
        "KGS-USD 0.01144",
        "KGS / USD — 0.01144",
        "KGSUSD 0.01144",
        "KGS USD 0.01144",
        "• KGS/USD 0.01144",
        "1 KGS = 0.01144 USD",
        "KGS = 0.01144 USD",
        "1.00 KGS = $0.01144 USD",
        "KGS/USD 0.01144 14:35",
        "KGS/USD 0.01144 (08.12.2025)",
        "KGS/USD0.01144",
        "KGSUSD0.01144",
        "kgs/usd 0.01144",
        "Kgs / Usd: 0.01144",
        "kgs/usd0.01144",
        "kgsusd 0.01144",
        "KGS/usd 0.01144",
        "1 kgs = 0.01144 usd",
        "kgs = 0.01144 Usd",
        "KGS.USD 0.01144",
        "KGS／USD 0.01144",
        "🇰🇬 KGS/USD 0.01144",
        "KGS_USD 0.01144",
        "KGS 0.01144 USD",
        "0.01144 KGS/USD",
        "KGSUSD=X 0.01144",
        "KGS vs USD 0.01144",
        "KGS to USD: 0.01144",
    ],
)
def test_pair_is_read_in_any_form(item: str) -> None:
    """A pair may be parted by a slash, a dash, a space or nothing, or be an equation; in small letters, too."""
    (quote,) = read(item)
    assert (quote.base, quote.quote, str(quote.rate)) == ("KGS", "USD", "0.01144")


@pytest.mark.parametrize(
    ("item", "flaw"),
    [
        ("100 JPY = 327.90 KZT", "JPY/KZT 327.90: the rate is for 100 JPY"),
        ("USD/KZT 505.00 509.00", "USD/KZT 505.00: more than one rate"),
        ("USD/KZT 505.00-509.00", "USD/KZT 505.00: more than one rate"),
        ("USD/KZT Buy 505.00 Sell 509.00", "USD/KZT 505.00: more than one rate"),
        ("EUR 550.02", "EUR 550.02: the page does not name the currency that the rate is in"),
        ("QQQ/USD 1.50", "QQQ/USD 1.50: QQQ is no currency"),
        ("qqq/usd 1.50", "QQQ/USD 1.50: QQQ is no currency"),
        ("usd/qqq1.50", "USD/QQQ 1.50: QQQ is no currency"),
        ("eur/kzt", "EUR/KZT: no rate"),
        ("EUR/KZT 0.00", "EUR/KZT 0.00: no rate"),
        ("EUR/KZT n/a", "EUR/KZT: no rate"),
        ("EUR/KZT N/A", "EUR/KZT: no rate"),
        ("EUR/KZT —", "EUR/KZT: no rate"),
        ("$1 = 507.14 KZT", "$/KZT 507.14: $ is the sign of several currencies"),
        ("1 £ = $1.3011", "£ 1.3011: £ is the sign of several currencies"),
        ("USD 32.45元 +0.12%", "USD 32.45: the page does not name the currency that the rate is in"),
        ("1 EUR = 550.02", "EUR 550.02: the page does not name the currency that the rate is in"),
        ("EUR/USD 1,1642 % +0,21", "EUR/USD 0,21: a change stands where its rate should"),
    ],
)
def test_item_that_cannot_be_read_is_named(item: str, flaw: str) -> None:
    """What is printed in a ticker and makes no quote is a problem that says why, never a guess."""
    found, _ = take_quotes_from_lines(["USD/KGS 87.45", item, "CNY/KZT 71.30"], None)
    assert [quote.base for quote in found.quotes] == ["USD", "CNY"]
    assert [(p.reason, p.detail) for p in found.problems] == [(Reason.QUOTE_UNREADABLE, flaw)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1 USD = 507,14 ₸", "1 EUR = 588,90 ₸"], ["USD/KZT 507.14", "EUR/KZT 588.90"]),
        (["1 € = 588,90 ₸ | ₽1 = 6,12 ₸"], ["EUR/KZT 588.90", "RUB/KZT 6.12"]),
        (["1 BTC = $97 345,20", "1 ETH = $3 512,09"], ["BTC 97345.20", "ETH 3512.09"]),
        (["USD 81,20 ₽ EUR 94,20 ₽"], ["USD/RUB 81.20", "EUR/RUB 94.20"]),
        (["USD 507.14 KZT EUR 588.90 KZT"], ["USD/KZT 507.14", "EUR/KZT 588.90"]),
        (["507.14 USD/KZT", "588.90 EUR/KZT"], ["USD/KZT 507.14", "EUR/KZT 588.90"]),
        (["Rates of the bank: USD/KZT 507.14, EUR/KZT 588.90"], ["USD/KZT 507.14", "EUR/KZT 588.90"]),
        (
            ["08.12.2025 | USD/KZT 507.14 | EUR/KZT 588.90 | Updated 10:00"],
            ["USD/KZT 507.14", "EUR/KZT 588.90"],
        ),
    ],
)
def test_rates_are_read_between_the_words_and_symbols_around_them(
    lines: list[str], expected: list[str]
) -> None:
    """A symbol that one currency alone has is its code; labels open a line of rates or stand between its bars."""
    assert [f"{one.instrument} {one.rate}" for one in read("\n".join(lines), "ru")] == expected


def test_an_equation_of_signs_is_found_in_a_tree() -> None:
    """No code stands on the page."""
    root, _ = parse_html("<html><body><header><b>1 € = 588,90 ₸</b></header><p>News</p></body></html>")
    assert [(q.instrument, str(q.rate)) for q in take_quotes(root, "ru").quotes] == [("EUR/KZT", "588.90")]


@pytest.mark.parametrize(
    "text", ["Score: USD 5 EUR 6", "USD/KZT 507.14 and then EUR/KZT 588.90", "He paid: USD 507.14 in cash"]
)
def test_a_sentence_with_rates_is_no_ticker(text: str) -> None:
    """Words count as labels only before the rates or between bars, and only beside two rates with fractions."""
    assert tokenize(text) is None


def test_prices_without_a_currency_are_named() -> None:
    """A price list of single codes gives no quote, and says so, in one place or in cells."""
    page = "<ul><li>USD 507.14 +0.35</li><li>EUR 588.90 -1.20</li></ul>"
    found = take_quotes(parse_html(f"<body>{page}</body>")[0], "ru")
    assert [problem.detail for problem in found.problems] == [
        "USD 507.14: the page does not name the currency that the rate is in",
        "EUR 588.90: the page does not name the currency that the rate is in",
    ]


def test_the_currency_of_a_price_may_stand_in_the_cell_of_its_number() -> None:
    """In a table of single codes the second one stands behind each price."""
    rows = "<tr><td>USD</td><td>507.14 KZT</td></tr><tr><td>EUR</td><td>588.90 KZT</td></tr>"
    found = take_quotes(parse_html(f"<body><table>{rows}</table></body>")[0], "en")
    assert [f"{one.instrument} {one.rate}" for one in found.quotes] == ["USD/KZT 507.14", "EUR/KZT 588.90"]
    assert found.problems == ()


def test_a_small_second_number_in_colour_is_the_change() -> None:
    """A class tells which way the rate went; two prices in colour are to buy and to sell at, and no quote."""
    row = '<p><span>USD/KZT</span> <span>507.14</span> <span class="{}">{}</span></p>'
    page = row.format("down", "1.20") + row.replace("USD", "EUR").format("up", "509.20")
    found = take_quotes(parse_html(f"<body>{page}</body>")[0], "en")
    assert [(one.base, str(one.rate), one.direction) for one in found.quotes] == [("USD", "507.14", -1)]
    assert [problem.detail for problem in found.problems] == ["EUR/KZT 507.14: more than one rate"]


def test_rates_without_spaces_part_from_the_pairs_around_them() -> None:
    """Where a saved page lost its cells, pairs and rates of one line still stand in turns; a share has its price so."""
    found = read("EUR/USD1.0842USD/JPY149.50+0.35%\nAAPL189.22+0.4%")
    assert [(q.instrument, str(q.rate)) for q in found] == [
        ("EUR/USD", "1.0842"),
        ("USD/JPY", "149.50"),
        ("AAPL", "189.22"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "try php 8.2",
        "all 1.5",
        "top/news 12",
        "and/or 2.5",
        "mad = 12",
        "top = 5 tips",
        "copall",
        "and usd 1.5",
    ],
)
def test_words_in_small_letters_that_are_codes_too_make_no_pair(text: str) -> None:
    """What may be a word is none: a pair has two codes and a slash, an equation, or no space and a rate behind it."""
    assert read(text) == ()
    assert [q.base for q in read(f"USD/KGS 87.45\n{text}")] == ["USD"]


@pytest.mark.parametrize(
    "texts",
    [
        ["eur/usd 1.0842"],
        ["eur/usd", "1.0842"],
        ["1 eur = 1.0842 usd"],
        ["EUR/USD1.0842"],
        ["eurusd 1.0842 +0.35%"],
        ["Kurse", "eur/usd", "▲", "1.0842"],
    ],
)
def test_ticker_in_small_letters_or_without_spaces_is_found_in_a_tree(texts: list[str]) -> None:
    """What is quick to say that a page holds no ticker knows these forms, too; cells may run into one another."""
    cells = "".join(f"<td>{text}</td>" for text in texts)
    root, _ = parse_html(f"<html><body><table><tr>{cells}</tr></table></body></html>")
    assert [(q.base, q.quote, str(q.rate)) for q in take_quotes(root, "en").quotes] == [
        ("EUR", "USD", "1.0842")
    ]


def test_code_behind_a_rate_is_no_quote_currency_where_it_has_its_own_rate() -> None:
    """`USD = 507.14 EUR = 550.02` names no pair: both rates are in a currency that stands elsewhere."""
    found, _ = take_quotes_from_lines(["USD/KGS 87.45 | USD = 507.14 EUR = 550.02"], None)
    assert [(quote.base, quote.quote) for quote in found.quotes] == [("USD", "KGS")]
    assert len(found.problems) == 2


def test_leading_arrows_belong_to_the_pair_behind_them() -> None:
    """Where a ticker begins with an arrow, each arrow speaks of what follows it."""
    assert [q.direction for q in read("▲ KGS/USD 0.01144 ▼ KZT/USD 0.00197")] == [1, -1]
    assert [q.direction for q in read("KGS/USD 0.01144 ▲ KZT/USD 0.00197 ▼")] == [1, -1]


def test_codes_are_those_of_iso_and_the_usual_crypto() -> None:
    """Metals, offshore yuan and crypto may stand in pairs; codes for tests and for nothing may not."""
    assert {"KGS", "XAU", "XAG", "CNH", "BTC", "USDT"} <= CODES
    assert CODES.isdisjoint({"XXX", "XTS", "USB"})
    assert split_pair("USDTRY") == ("USD", "TRY")
    assert split_pair("BTCUSDT") == ("BTC", "USDT")
    assert split_pair("UNESCO") is None


def test_only_what_ended_everywhere_is_withdrawn() -> None:
    """A currency that one country gave up and another kept is valid, and so are funds and metals."""
    gone = {code for code in CODES if withdrawal(code, None)}
    assert {"TMM", "HRK", "DEM", "BYR"} <= gone
    assert gone.isdisjoint({"USD", "EUR", "RUB", "TMT", "XAU", "XDR", "BTC"})


blocks = st.lists(
    st.tuples(st.sampled_from(["KGS/USD", "KZT/USD", "UZS/USD"]), st.sampled_from(["0.5", "1.25", "0.30"])),
    min_size=1,
    max_size=6,
)


@given(blocks.flatmap(lambda items: st.tuples(st.just(items), st.permutations(items))))
def test_order_of_items_does_not_change_the_set_of_quotes(
    orders: tuple[list[tuple[str, str]], list[tuple[str, str]]],
) -> None:
    """The quotes of a ticker, their counts and their conflicts are the same in any order of its items."""
    one, other = (set(read("\n".join(f"{pair} {rate} 0.1%" for pair, rate in order))) for order in orders)
    assert one == other


tickerish = st.lists(
    st.sampled_from([*"KGSUDZTJM0123456789.,%-−+/=|•▲▼…: \n'€", "USD", "KZT", "KGS/USD ", "0.00197 "]),
    max_size=40,
).map("".join)


@given(st.one_of(st.text(), tickerish))
def test_no_text_raises(text: str) -> None:
    """Any text gives quotes or none, and loses no line that holds a word."""
    found, left = take_quotes_from_lines(text.splitlines(), None)
    assert all(quote.rate > 0 and quote.occurrences > 0 for quote in found.quotes)
    assert len(left) <= len(text.splitlines())


@given(
    st.lists(
        st.tuples(st.sampled_from(["li", "td", "b", "p", "article", "div hidden"]), tickerish), max_size=8
    )
)
def test_no_tree_raises(parts: list[tuple[str, str]]) -> None:
    """Any tree gives quotes or none."""
    page = "".join(f"<{tag}>{text}" for tag, text in parts)
    found = take_quotes(parse_html(f"<div>{page}</div>")[0], None)
    assert all(quote.rate > 0 for quote in found.quotes)


@pytest.mark.parametrize(
    "unit",
    [
        "KGS/USD 0.1 ",
        "USD ",
        "U",
        "1 234 ",
        "1,",
        "1.2.",
        "9",
        "USD KZT ",
        "- ",
        "▲",
        "/",
        "…",
        "=1 USD",
        "$1=",
        "1€ =",
        "%-0",
        "USD vs ",
        "K/",
        "<b>USD",
        "usd/",
        "kgs/usd",
        "usd=1",
        "usdkgs",
        "<div>8 May 2025",
        "<ul><li>KGS/USD 1</ul><p>8 May 2025",
        "\n1",
        "KGS/USD 1\n",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    """Ten times as much hostile text takes about ten times as long, in lines and in a tree."""

    def seconds(size: int) -> float:
        text = "KGS/USD 0.01144 0%\n" + unit * (size // len(unit))
        start = time.process_time()
        take_quotes_from_lines(text.splitlines(), None)
        take_quotes(parse_html("<div>" + text.replace("\n", "<li>") + "</div>")[0], None)
        return time.process_time() - start

    assert min(seconds(40_000) for _ in range(3)) < 30 * min(seconds(4_000) for _ in range(3)) + 0.05


printed = st.lists(
    st.sampled_from(
        [
            "USD",
            "KZT ",
            "USD KZT 507.14",
            "EUR/",
            "BTC",
            "1 ",
            " = ",
            "507.14",
            "1,5%",
            "▲",
            "\n",
            " ",
            "é",
            "a",
            " the ",
            "Gold",
        ]
    ),
    max_size=5,
).map("".join)


@given(st.lists(st.tuples(st.sampled_from(("span", "li", "b", "p", "title")), printed), max_size=8))
def test_quick_no_is_sure(texts: list[tuple[str, str]]) -> None:
    """A page with a ticker in which two codes stand in capitals is not refused, whatever stands beside or between."""
    page = "".join(
        f"<svg><{tag}>{text}</{tag}></svg>" if tag == "title" else f"<{tag}>{text}</{tag}>"
        for tag, text in texts
    )
    root, _ = parse_html(f"<html><body>{page}</body></html>")
    items = [item for ticker in tickers_of(pieces_of(root)) for item in ticker.items]
    codes = CODES.intersection(code for item in items for code in (item.base, item.quote))
    assert may_hold_ticker(root) or len(codes) < 2


@pytest.mark.parametrize(
    "page",
    [
        "<p>KZT and USD",
        "<p>KZT</p><p>KZT and its rate",
        "<p>KZT</p><p>TOP news",
        "<p>USD</p><p>WE ALL try</p>",
        "<p>Some USD KZT 507.14",
        "<p>up 1.5%</p><p>KZT 507",
    ],
)
def test_page_without_two_codes_in_texts_of_their_own_is_refused(page: str) -> None:
    """Words in capitals are codes by chance, and prose names them: neither costs a look at every element."""
    assert not may_hold_ticker(parse_html(f"<html><body>{page}</body></html>")[0])


def test_pair_quoted_both_ways_round_is_flagged_and_kept() -> None:
    """Both rates stand as printed: which of them is mislabelled nobody can tell from the page."""
    found, _ = take_quotes_from_lines(
        ["USD/KZT 507.14 | EUR/KZT 590.20 | KZT/USD 0.00197 | EUR/USD 1.16"], None
    )
    assert [str(quote.rate) for quote in found.quotes] == ["507.14", "590.20", "0.00197", "1.16"]
    assert [(one.reason, one.detail) for one in found.problems] == [
        (Reason.QUOTE_INVERTED, "USD/KZT and KZT/USD")
    ]


@pytest.mark.parametrize(
    ("change", "size", "told"),
    [
        ("▲ -5%", "-5", ["▲ -5"]),
        ("▼ +0.40%", "0.40", ["▼ +0.40"]),
        ("▼ -5%", "-5", []),
        ("▲ 5%", "5", []),
        ("▲ -0.00%", "-0.00", []),
    ],
)
def test_an_arrow_against_its_sign_is_flagged_and_nothing_altered(
    change: str, size: str, told: list[str]
) -> None:
    """The sign counts: an arrow may stand for the day and the change for the month. Nought points nowhere."""
    found, _ = take_quotes_from_lines(
        [f"USD/KZT 507.14 {change} | EUR/KZT 590.20 +0.1% | RUB/KZT 5.14 -0.2%"], None
    )
    assert [(one.reason, one.detail) for one in found.problems] == [
        (Reason.QUOTE_AT_ODDS, f"USD/KZT 507.14: {one}") for one in told
    ]
    assert str(found.quotes[0].change_pct) == size


@pytest.mark.parametrize(
    ("rows", "rates"),
    [
        (["USD/KZT 507.14 +0.2%", "EUR/KZT 590.10 +0.1%", "RUB/KZT 5.14"], 3),
        (["USD/KZT 507.14 +0.2%", "EUR/KZT 590.10 +0.1%", "RUB/KZT 5.1"], 2),
        (["USD/KZT 507.14 +0.2%", "EUR/KZT 590.10 +0.1%", "USD/KZT 507.14 +0.2%", "EUR/KZT 590.10"], 2),
        (["USD/KZT 507.14 +0.2% | EUR/KZT 590.10 +0.1% | RUB/KZT 5.14"], 2),
        (["USD/KZT 507.14", "EUR/KZT 590.10", "RUB/KZT 5.14"], 3),
    ],
)
def test_a_last_row_without_a_change_is_whole(rows: list[str], rates: int) -> None:
    """Unless digits are missing, the pair was told with its change above, or it shares its row."""
    page = "".join(f"<li>{row}</li>" for row in rows)
    for found in (
        take_quotes(parse_html(f"<body><ul>{page}</ul></body>")[0], "en"),
        take_quotes_from_lines(rows, None)[0],
    ):
        assert len(found.quotes) == rates


@pytest.mark.parametrize("sides", [("Buy", "Sell"), ("покупка", "продажа"), ("Kurs A", "Kurs B")])
def test_the_price_to_sell_at_is_not_that_of_the_pair_behind_it(sides: tuple[str, str]) -> None:
    """A single rate before a pair, in a text of its own, may be anything; whatever the words before it say."""
    cell = "<p><b>{}</b><span>{} <i>87.40</i></span><span>{} <i>87.80</i></span></p>"
    page = "".join(cell.format(pair, *sides) for pair in ("USD/KGS", "EUR/KGS"))
    assert take_quotes(parse_html(f"<body>{page}</body>")[0], "en").quotes == ()


@pytest.mark.parametrize("row", ["{code}, {amount}, {name}, {rate}", "{amount}, {code}, {name}, {rate}"])
def test_an_amount_in_each_row_of_a_table_is_what_its_rates_are_for(row: str) -> None:
    """As central banks print them; what a currency is called there nobody has to know. Their headings date them."""
    rows = (("USD/KZT", 1, "US dollar", "507.14"), ("JPY/KZT", 100, "Yen of Japan", "327.90"))
    lines = [
        row.format(code=code, amount=amount, name=name, rate=rate).split(", ")
        for code, amount, name, rate in rows
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
    found = take_quotes(
        parse_html(f"<aside><h3>Rates of 08.12.2025</h3><table>{table}</table></aside>")[0], "en"
    )
    assert [(one.instrument, str(one.rate)) for one in found.quotes] == [("USD/KZT", "507.14")]
    assert [problem.detail for problem in found.problems] == ["JPY/KZT 327.90: the rate is for 100 JPY"]
    assert str(found.as_of) == "2025-12-08"
