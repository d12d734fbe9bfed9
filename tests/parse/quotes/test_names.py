"""Tickers that call currencies by name, and say in words what others say in signs."""

import pytest

from pipeline.parse.html_tree import parse_html
from pipeline.parse.quotes import take_quotes


def in_tree(cells: str) -> list[tuple[str, str, int | None]]:
    """What a row of cells says, a comma between two: instrument, rate and direction; problems with no direction."""
    page = "".join(
        f"<li>{''.join(f'<b>{one}</b>' for one in row.split(', '))}</li>" for row in cells.split("; ")
    )
    found = take_quotes(parse_html(f"<body><header><ul>{page}</ul></header><p>News</p></body>")[0], "tr")
    return [(q.instrument, str(q.rate), q.direction) for q in found.quotes] + [
        (problem.detail.partition(":")[0], "", None) for problem in found.problems
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            "BIST 100, 10.234,56, %1,20; GRAM ALTIN, 5.432,10, %-0,45",
            [("BIST 100", "10234.56", 1), ("GRAM ALTIN", "5432.10", -1)],
        ),
        (
            "코스피, 3,990.24, 하락, 32.10, -0.80%; 코스닥, 902.67, 상승, 2.15, +0.24%",
            [("코스피", "3990.24", -1), ("코스닥", "902.67", 1)],
        ),
        (
            "Ibovespa, 158.359,76 pts, +0,35%; Euro, R$ 6,18, 0,10%",
            [("Ibovespa", "158359.76", 1), ("EUR/BRL", "6.18", 1)],
        ),
        (
            "USD, USD = , 11 924,32, +15.20; EUR, EUR = , 13 811,14",
            [("USD 11 924,32", "", None), ("EUR 13 811,14", "", None)],
        ),
        (
            "US dollar, 81,20 ₽, +0,12; Brent, 62,70, −0,60%",
            [("USD/RUB", "81.20", 1), ("Brent", "62.70", -1)],
        ),
        (
            "米ドル/円, 149.87, +0.42; ユーロ／円, 162.45, -0.10",
            [("USD/JPY", "149.87", 1), ("EUR/JPY", "162.45", -1)],
        ),
        (
            "1 USD, 87.4500, KGS; 10 JPY, 5.8100, KGS; 1 EUR, 94.1000, KGS",
            [("USD/KGS", "87.4500", None), ("EUR/KGS", "94.1000", None), ("JPY/KGS 5.8100", "", None)],
        ),
        (
            "USD, 507,14 ₸, +0,12%; EUR, 548,20 тг., −0,20%; RUB 5,80 тенге +0,1%",
            [("USD/KZT", "507.14", 1), ("EUR/KZT", "548.20", -1), ("RUB/KZT", "5.80", 1)],
        ),
        (
            "EUR/PLN 4,3410 zł; USD ЦБ: 87,45 ₽; EUR 24,35 Kč +0,12 %; EUR, 1,00 €; USD 40,1275 TL; GBP 54,1TL",
            [
                ("EUR/PLN", "4.3410", None),
                ("USD/RUB", "87.45", None),
                ("EUR/CZK", "24.35", 1),
                ("USD/TRY", "40.1275", None),
                ("GBP/TRY", "54.1", None),
                ("EUR 1,00", "", None),
            ],
        ),
        (
            "▲ 0.12% EUR/USD 1.0842; ▼ 0.05%, GBP/USD 1.2710; USD/CHF 0.8841, 0.30%",
            [("EUR/USD", "1.0842", 1), ("GBP/USD", "1.2710", -1), ("USD/CHF", "0.8841", 1)],
        ),
        (
            "DOLAR, 40,1275, %0,12; EURO, 46,8230, %-0,31",
            [("DOLAR 40,1275", "", None), ("EUR 46,8230", "", None)],
        ),
        (
            "美元/人民币, 7.2701, +0.03%; EURO/TL, 46,8230, %-0,31; DOLAR/TL, 40,1275, %0,12; BIST 100, 9.234,56",
            [
                ("USD/CNY", "7.2701", 1),
                ("EUR/TRY", "46.8230", -1),
                ("BIST 100", "9234.56", None),
                ("DOLAR/TL 40,1275", "", None),
            ],
        ),
        (
            "Euro/Dollar, 1.0532, +0.2%; Dollar/Yen, 150.12, -0.1%; DAX, 19322.59, +0.1%",
            [("EUR/USD", "1.0532", 1), ("USD/JPY", "150.12", -1), ("DAX", "19322.59", 1)],
        ),
        (
            "Dolar, 38,1245, %0,12; Euro, 41,5520, %-0,08; Altın, 3.812,40, %1,04",
            [("Altın", "3812.40", 1), ("Dolar 38,1245", "", None), ("EUR 41,5520", "", None)],
        ),
        (
            "EUR, US$1.0842, +0.12%; GBP, HK$ 9.8512, −0.10%; Brent, US$ 62.70, −0.60%",
            [("EUR/USD", "1.0842", 1), ("GBP/HKD", "9.8512", -1), ("Brent/USD", "62.70", -1)],
        ),
        (
            "Dolar, USD/TRY, 40,1275; Euro, EUR/TRY, 46,82",
            [("USD/TRY", "40.1275", None), ("EUR/TRY", "46.82", None)],
        ),
    ],
)
def test_names_words_and_units_are_read_in_a_tree(
    cells: str, expected: list[tuple[str, str, int | None]]
) -> None:
    """A name stands for its code where no code does; what several currencies are called is no quote, and is told."""
    assert in_tree(cells) == expected
