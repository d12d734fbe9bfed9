from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.records import InstrumentKind, PageKind, PageToLoad, Quote, Reason, Role
from tests.load.records import NOON, SITE, TICKER, listing, load, opened, own_page, rows, story


def test_rates_keep_every_printed_digit(path: Path) -> None:
    """The exact text stands beside the number: no exponent, last zeros and the sign of a zero kept."""
    load(path, listing(quotes=(*TICKER, Quote("IRR", "USD", Decimal("0.00000080")))))
    found = rows(
        path, "SELECT base, rate_text, rate, change_text, direction, as_of FROM v1_quotes ORDER BY id"
    )
    assert [tuple(row.values()) for row in found] == [
        ("KGS", "0.01144", 0.01144, "0", 0, "2025-12-08"),
        ("KZT", "0.00197", 0.00197, "-0", -1, "2025-12-08"),
        ("UZS", "0.00008", 0.00008, "0", 0, "2025-12-08"),
        ("TMT", "0.28490", 0.2849, None, None, "2025-12-08"),
        ("IRR", "0.00000080", 8e-7, None, None, None),
    ]


def test_another_digit_date_or_change_is_another_quote(path: Path) -> None:
    """The series grows by a row for each printed rate, printed change and date; without a date, too."""
    base = Quote("KGS", "USD", Decimal("0.0114"))
    series = (
        base,
        replace(base, rate=Decimal("0.01140")),
        replace(base, change_pct=Decimal(0)),
        replace(base, change_pct=Decimal("-0")),
        replace(base, as_of=date(2025, 12, 8)),
    )
    load(path, listing(quotes=series), listing(quotes=series, hour=1))
    assert rows(path, "SELECT count(*) AS n, min(sightings) AS seen FROM v1_quotes") == [{"n": 5, "seen": 2}]


def test_quotes_in_conflict_stay_and_are_not_the_latest(path: Path) -> None:
    """Where one page prints two values, both are in v1_quotes and the last undisputed one is the latest."""
    agreed = Quote("KGS", "USD", Decimal("0.01144"), as_of=date(2025, 12, 8))
    disputed = tuple(
        replace(agreed, rate=Decimal(rate), as_of=date(2025, 12, 9), conflict=True)
        for rate in ("0.01150", "0.01160")
    )
    load(path, listing(quotes=(agreed,)), listing(quotes=disputed, hour=1))
    assert rows(path, "SELECT sum(conflict) AS disputed, count(*) AS n FROM v1_quotes") == [
        {"disputed": 2, "n": 3}
    ]
    assert rows(path, "SELECT rate_text FROM v1_latest_quotes") == [{"rate_text": "0.01144"}]


def test_the_latest_quote_is_that_of_the_latest_date(path: Path) -> None:
    """An old page fetched today does not make its old rate the latest; of one date, the last seen is."""
    new = Quote("KGS", "USD", Decimal("0.0120"), as_of=date(2025, 12, 9))
    old = Quote("KGS", "USD", Decimal("0.0110"), as_of=date(2025, 12, 1))
    load(path, listing(quotes=(new,)), listing(quotes=(old,), hour=1))
    assert rows(path, "SELECT rate FROM v1_latest_quotes") == [{"rate": 0.012}]
    load(path, listing(quotes=(replace(new, rate=Decimal("0.0125")),), hour=2))
    assert rows(path, "SELECT rate FROM v1_latest_quotes") == [{"rate": 0.0125}]


@pytest.mark.parametrize(
    ("shown", "latest"),
    [
        # each value with its date and the days after the first capture; then which of them is the latest
        ([(date(2025, 12, 7), 0), (None, 0)], 0),  # the undated one comes later, from a page of any age
        ([(None, 0), (date(2025, 12, 8), 1)], 1),
        ([(date(2025, 12, 7), 0), (None, 2)], 1),  # nobody prints the dated one any more
        ([(date(2025, 12, 7), 0), (date(2024, 3, 1), 1)], 0),
        ([(date(2025, 12, 9), 0), (date(2025, 12, 8), 0)], 0),  # tomorrow's rate, as banks print it
        ([(date(2029, 1, 1), 0), (date(2025, 12, 9), 1)], 1),  # a slip, or the date of something else
        ([(None, 0), (None, 1)], 1),
    ],
)
def test_what_prints_its_date_is_surer_than_what_was_seen_late(
    path: Path, shown: list[tuple[date | None, int]], latest: int
) -> None:
    quotes = [
        Quote("KGS", "USD", Decimal(f"0.0{number}"), as_of=day) for number, (day, _) in enumerate(shown, 1)
    ]
    pages = [
        listing(quotes=(quote,), url=f"{SITE}/{number}", hour=24 * days + number)
        for number, (quote, (_, days)) in enumerate(zip(quotes, shown, strict=True))
    ]
    load(path, *pages)
    assert rows(path, "SELECT rate FROM v1_latest_quotes") == [{"rate": float(quotes[latest].rate)}]


def test_a_story_that_keeps_the_ticker_of_its_day_outdoes_no_start_page(path: Path) -> None:
    """It is read behind the start page in each run; who follows the changes hears of the value that came back."""
    old, new = (Quote("KGS", "USD", Decimal(rate)) for rate in ("0.011", "0.012"))

    def front(quote: Quote, hour: int) -> PageToLoad:
        page = listing(quotes=(quote,), url=f"{SITE}/", hour=hour)
        return replace(page, capture=replace(page.capture, role=Role.START))

    def kept(quote: Quote, hour: int) -> PageToLoad:
        return own_page(story(1), url=f"{SITE}/{quote.rate}", hour=hour, quotes=(quote,))

    load(path, front(old, 0), kept(old, 1), front(new, 24), kept(old, 25))
    assert rows(path, "SELECT rate FROM v1_latest_quotes") == [{"rate": 0.012}]
    before = len(rows(path, "SELECT * FROM v1_changes"))
    load(path, front(old, 48))
    assert rows(path, f"SELECT entity, id, kind FROM v1_changes WHERE seq > {before}") == [
        {"entity": "quote", "id": 1, "kind": "changed"}
    ]
    load(path, kept(new, 49))
    assert rows(path, "SELECT rate FROM v1_latest_quotes") == [{"rate": 0.011}]
    closes = rows(path, "SELECT rate FROM v1_daily_quotes ORDER BY day")
    assert [row["rate"] for row in closes] == [0.011, 0.012, 0.011]


def test_a_quote_that_a_page_gives_twice_is_one_sighting(path: Path) -> None:
    """Its occurrences add up."""
    [outcome] = load(path, listing(quotes=(TICKER[0], TICKER[0])))
    assert (outcome.quotes_added, outcome.quotes_unchanged) == (1, 1)
    assert rows(path, "SELECT occurrences, sightings FROM v1_quotes") == [{"occurrences": 20, "sightings": 1}]


def test_a_rate_far_from_the_last_one_is_flagged_and_kept(path: Path) -> None:
    """A lost decimal point is a named problem of its capture; the rate stays as printed, and the next night is calm."""

    def night(hour: int, rate: str) -> list[Reason]:
        quote = Quote("USD", "KZT", Decimal(rate))
        page = listing(quotes=(quote,), hour=hour, url=f"{SITE}/{hour}")
        return [problem.reason for problem in load(path, page)[0].problems]

    assert night(0, "507.14") == []
    assert night(24, "5071.4") == [Reason.QUOTE_JUMP]
    assert night(48, "507.20") == [Reason.QUOTE_JUMP]
    assert night(72, "512.00") == []
    kept = [row["rate_text"] for row in rows(path, "SELECT rate_text FROM v1_quotes ORDER BY first_seen")]
    assert kept == ["507.14", "5071.4", "507.20", "512.00"]
    (first, _) = rows(path, "SELECT detail FROM v1_problems WHERE reason = 'quote-jump' ORDER BY fetched_at")
    assert first["detail"] == "USD/KZT: 5071.4, after 507.14 on 2025-12-08"


def test_a_page_that_is_loaded_late_is_compared_with_the_rate_of_its_time(path: Path) -> None:
    """And not with what was printed since: neither in the file nor in its own transaction."""

    def at(hour: int, rate: str) -> PageToLoad:
        return listing(quotes=(Quote("USD", "KZT", Decimal(rate)),), hour=hour, url=f"{SITE}/{hour}")

    load(path, at(0, "100"), at(48, "900"))
    with opened(path) as database:
        late = [at(24, "170"), at(60, "905"), at(25, "171"), at(26, "500")]
        told = list(database.write_pages(database.start_run((), NOON), late))
    assert [len(one.problems) for one in told] == [1, 0, 0, 1]
    details = rows(path, "SELECT detail FROM v1_problems ORDER BY fetched_at")
    assert [row["detail"] for row in details] == [
        "USD/KZT: 170, after 100 on 2025-12-08",
        "USD/KZT: 500, after 171 on 2025-12-09",
        "USD/KZT: 900, after 100 on 2025-12-08",
    ]


def test_instruments_of_every_kind_are_rows(path: Path) -> None:
    """An index has no currency, and is no other thing of the same name."""
    kinds = (InstrumentKind.INDEX, InstrumentKind.SHARE, InstrumentKind.COMMODITY, InstrumentKind.CRYPTO)
    quotes = tuple(Quote("X", "", Decimal("1.50"), kind=kind) for kind in kinds)
    load(path, listing(quotes=quotes))
    found = rows(path, "SELECT kind, base, quote, rate_text FROM v1_latest_quotes ORDER BY kind")
    assert [(row["kind"], row["base"], row["quote"]) for row in found] == sorted(
        (kind.value, "X", "") for kind in kinds
    )


def test_a_page_of_rates_alone_is_no_reject(path: Path) -> None:
    """It tells no story, and gave what it has."""
    rates, nothing = (listing(quotes=quotes, url=f"{SITE}/{len(quotes)}") for quotes in (TICKER[:1], ()))
    for page in (rates, nothing):
        assert page.parsed
        load(path, replace(page, parsed=replace(page.parsed, kind=PageKind.OTHER)))
    assert [row["url"] for row in rows(path, "SELECT url FROM v1_rejects")] == [f"{SITE}/0"]
