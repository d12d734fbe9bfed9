import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.records import (
    Article,
    Block,
    BlockKind,
    Candidate,
    Capture,
    FetchedPage,
    Image,
    PageKind,
    PageToLoad,
    ParsedPage,
    Problem,
    Quote,
    Reason,
)
from pipeline.records.wire import read_records, to_json

CAPTURE = Capture("a", "https://a.example/", "https://a.example/", datetime(2025, 12, 8, tzinfo=UTC), 200)


@given(body=st.binary())
def test_a_body_of_any_bytes_survives_the_pipe(body: bytes) -> None:
    """Bytes go down the pipe as they are, whatever they are."""
    page = FetchedPage(replace(CAPTURE, size=len(body)), body)
    assert list(read_records(FetchedPage, [to_json(page)])) == [page]


@given(
    text=st.text(),
    rate=st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=0, max_value=10**9),
)
def test_a_parsed_page_survives_the_pipe(text: str, rate: Decimal) -> None:
    """What parse found arrives at load as it was, in one line."""
    article = Article(
        title=text,
        blocks=(
            Block(BlockKind.PARAGRAPH, text),
            Block(BlockKind.TABLE_ROW, text, cells=(text, "")),
            Block(BlockKind.IMAGE, "", image=Image("https://a.example/a.jpg", text, text)),
        ),
        published_at=datetime(2024, 11, 25, 9, 30, tzinfo=UTC),
        origins={"title": (Candidate("h1", text), Candidate("og:title", ""))},
    )
    quote = Quote("UZS", "USD", rate, Decimal("-0"), -1, 10, date(2025, 12, 8))
    parsed = ParsedPage("u", PageKind.LISTING, (article,), (quote,), problems=(Problem(Reason.NO_ARTICLE),))
    page = PageToLoad(CAPTURE, parsed)
    line = to_json(page)
    assert "\n" not in line
    [arrived] = read_records(PageToLoad, [line])
    assert arrived == page
    assert arrived.parsed is not None
    assert str(arrived.parsed.quotes[0].change_pct) == "-0"


def test_a_rate_is_written_with_its_printed_digits() -> None:
    """A small rate is digits, never an exponent, and keeps its last zeros."""
    quotes = (Quote("UZS", "USD", Decimal("0.00000008")), Quote("TMT", "USD", Decimal("0.28490")))
    written = json.loads(to_json(ParsedPage("u", PageKind.OTHER, quotes=quotes)))
    assert [quote["rate"] for quote in written["quotes"]] == ["0.00000008", "0.28490"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{}", "stdin, line 2: no FetchedPage record: capture: Field required"),
        ("<html>", "stdin, line 2: no FetchedPage record: the line: Invalid JSON"),
        (to_json(FetchedPage(CAPTURE)).replace('"2025-12-08', '"someday'), "capture.fetched_at"),
        (to_json(FetchedPage(CAPTURE)).replace("+00:00", ""), "an instant has no offset from UTC"),
    ],
)
def test_a_line_that_is_no_record_is_named(line: str, sentence: str) -> None:
    """A line that another program wrote is refused with its number and key, not with a traceback."""
    lines = [to_json(FetchedPage(CAPTURE)), line]
    with pytest.raises(BadInput) as caught:
        list(read_records(FetchedPage, lines))
    assert sentence in str(caught.value)
    assert "pipeline fetch" in str(caught.value)


FAILED = replace(CAPTURE, failure=Problem(Reason.TIMED_OUT))
PARSED = ParsedPage("u", PageKind.OTHER)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (FetchedPage(CAPTURE, b"x"), "the body has 1 bytes, and `size` says 0"),
        (FetchedPage(replace(CAPTURE, size=9)), "the body has 0 bytes, and `size` says 9"),
        (PageToLoad(CAPTURE), "either `parsed` or `failure` must be there"),
        (PageToLoad(FAILED, PARSED), "either `parsed` or `failure` must be there"),
        (
            PageToLoad(CAPTURE, replace(PARSED, quotes=(Quote("A", "B", Decimal(1), direction=7),))),
            "A/B: `direction`",
        ),
        (
            PageToLoad(CAPTURE, replace(PARSED, quotes=(Quote("A", "B", Decimal(1), occurrences=0),))),
            "`occurrences`",
        ),
        (
            PageToLoad(CAPTURE, replace(PARSED, quotes=(Quote("A", "B", Decimal("1e99")),))),
            "that no page prints",
        ),
    ],
)
def test_a_record_that_no_stage_writes_is_refused(page: FetchedPage | PageToLoad, sentence: str) -> None:
    """A stage left out of the pipe, or put in twice, is noticed at the first record."""
    line = [to_json(page)]
    with pytest.raises(BadInput) as caught:
        list(
            read_records(FetchedPage, line)
            if isinstance(page, FetchedPage)
            else read_records(PageToLoad, line)
        )
    assert sentence in str(caught.value)
