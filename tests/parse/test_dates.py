"""Dates as pages write them."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.dates.find import PLAUSIBLE_YEARS, find_date, find_day
from pipeline.records import Problem, Reason

BISHKEK = ZoneInfo("Asia/Bishkek")
THE_DAY = date(2025, 12, 8)

DAYS = [
    ("en", "08 December 2025"),
    ("en", "Monday, December 8th, 2025"),
    ("en", "Dec. 8, 2025"),
    ("ru", "8 декабря 2025 г."),
    ("ru", "понедельник, 8 дек 2025"),
    ("kk", "2025 жылғы 8 желтоқсан"),
    ("kk", "8 желтоқсан, 2025 ж."),
    ("ky", "2025-жылдын 8-декабры"),
    ("ky", "8-декабрь, 2025"),
    ("uz", "2025-yil 8-dekabr"),
    ("uz", "8 декабр 2025"),
    ("uz", "2025 йил 8 декабрь"),
    ("tg", "8-уми декабри соли 2025"),
    ("tg", "8 декабри 2025"),
    ("tk", "2025-nji ýylyň 8-nji dekabry"),
    ("tk", "08.12.2025"),
    ("de", "Montag, 8. Dezember 2025"),
    ("fr", "lundi 8 décembre 2025"),
    ("es", "8 de diciembre de 2025"),
    ("it", "8 dicembre 2025"),
    ("pt", "8 de dezembro de 2025"),
    ("pl", "8 grudnia 2025 r."),
    ("uk", "8 грудня 2025 року"),
    ("tr", "8 Aralık 2025 Pazartesi"),
    ("tr", "8 ARALIK 2025"),
    ("zh", "2025年12月8日"),
    ("ja", "２０２５年１２月８日（月）"),
    ("ko", "2025년 12월 8일"),
    ("ko", "2025. 12. 8."),
    ("cs", "8. 12. 2025"),
    ("fr", "08/12/2025"),
    ("de", "08.12.25"),
    (None, "2025-12-08"),
    (None, "2025/12/08"),
    (None, "8 grudnia 2025"),
    ("ja", "令和7年12月8日"),
    ("zh", "民國114年12月8日"),
    ("en", "17 Jumada 1447 | Dec 08, 2025"),
]


@pytest.mark.parametrize(("language", "text"), DAYS)
def test_a_day_is_read_in_the_language_of_the_page(language: str | None, text: str) -> None:
    """Every language that the sources write in has its own way to print 8 December 2025."""
    assert find_day(text, language=language) == (THE_DAY, None)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa", "۱۷ آذر ۱۴۰۴", date(2025, 12, 8)),
        ("fa-IR", "دوشنبه ۱۷ آذر ماه ۱۴۰۴", date(2025, 12, 8)),
        ("fa", "17/9/1404", date(2025, 12, 8)),
        ("fa", "۲۵ ارديبهشت ۱۴۰۳", date(2024, 5, 14)),  # the letter of an Arabic keyboard
        ("ps", "17 قوس 1404", date(2025, 12, 8)),
        ("fa", "1403/12/30", date(2025, 3, 20)),
        ("fa", "1400/01/01", date(2021, 3, 21)),
        ("fa", "2025-12-08", date(2025, 12, 8)),
        ("fa", "1403/7/31", None),
        ("en", "1404/9/17", None),
    ],
)
def test_a_day_of_the_persian_calendar_is_one_of_ours(
    language: str, text: str, expected: date | None
) -> None:
    """On the pages of those who print it, in words or in figures."""
    assert find_day(text, language=language)[0] == expected


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    "language", sorted({language for language, _ in DAYS if language} - {"zh", "ja", "ko"})
)
def test_every_month_is_known_by_both_of_its_forms(language: str, month: int) -> None:
    """A month in the form used in dates and in the form used alone is the same month."""
    from babel.dates import get_month_names  # noqa: PLC0415 - the names are this test's only input

    for context in ("format", "stand-alone"):
        name = get_month_names("wide", context, language)[month]
        assert find_day(f"3 {name} 2024", language=language)[0] == date(2024, month, 3)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "8. Dezember 2025, 14.30 Uhr"),
        ("fr", "Publié le 8 décembre 2025 à 14h30"),
        ("en", "December 8, 2025 at 2:30 p.m."),
        ("en", "14:30, 8 December 2025"),
        ("ru", "8 декабря 2025, 14:30"),
        ("it", "8 dicembre 2025 alle ore 14.30"),
        ("ja", "2025年12月8日 午後2時30分"),
        ("zh", "2025年12月8日14时30分"),
        ("ko", "입력 2025.12.08. 오후 2:30"),
        ("ar", "8 ديسمبر 2025 02:30 م"),
        ("el", "8 Δεκεμβρίου 2025, 2:30 μ.μ."),
        (None, "2025-12-08T14:30"),
        (None, "20251208T143000"),
        (None, "20251208143000"),
    ],
)
def test_a_time_without_a_zone_is_read_in_the_zone_of_the_source(language: str | None, text: str) -> None:
    """What is printed without a zone is meant for readers who live where the source is."""
    expected = datetime(2025, 12, 8, 14, 30, tzinfo=BISHKEK)
    assert find_date(text, language=language, time_zone=BISHKEK) == (expected, None)


def test_a_time_without_any_zone_is_utc() -> None:
    """Where neither the page nor the source tells a zone, the time is taken as UTC."""
    assert find_date("2025-12-08 14:30", language=None, time_zone=None)[0] == datetime(
        2025, 12, 8, 14, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2025-12-08T14:30:00+06:00", 6),
        ("2025-12-08 14:30:00 +0600", 6),
        ("2025-12-08T14:30:00Z", 0),
        ("Mon, 08 Dec 2025 14:30:00 GMT", 0),
        ("Mon Dec 08 2025 14:30:00 GMT+0600 (Kyrgyzstan Time)", 6),
        ("December 8, 2025 2:30 PM EST", -5),
        ("December 8, 2025 2:30 PM ET", -5),
        ("8 December 2025, 14:30 (UTC+5)", 5),
        ("8 декабря 2025, 14:30 МСК", 3),
        ("8 декабря 2025, 14:30 мск", 3),
        ("Mon Dec 08 14:30:00 EST 2025", -5),
        ("Mon Dec 08 14:30:00 +0600 2025", 6),
        ("December 8, 2025 2:30 PM EAT", 3),
        ("14:30, 8 December 2025 | GMT +5", 5),
        ("14:30 08.12.2025 (GMT+6)", 6),
        ("8 December 2025, 14:30, GMT+5", 5),
        ("8 December 2025, 14:30 am GMT+5", 5),
        ("8 December 2025, 25:61, 14:30 GMT+5", 5),
        ("8 December 2025, 14:30 GMT+55", 6),
        ("8 декабря 2025, 14:30 по московскому времени", 3),
        ("8 December 2025 à 14h30 HNE", -5),
        ("8 December 2025 às 14h30 (horário de Brasília)", -3),
        ("8 December 2025, 2.30pm London time", 0),
        ("8 December 2025 - ٠٢:٣٠ م بتوقيت القاهرة", 2),
    ],
)
def test_a_printed_offset_is_kept(text: str, hours: int) -> None:
    """An offset or a zone in the text goes before the zone of the source."""
    instant, problem = find_date(text, language="en", time_zone=BISHKEK)
    assert problem is None
    assert instant == datetime(2025, 12, 8, 14, 30, tzinfo=timezone(timedelta(hours=hours)))
    assert instant.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("zone", "text", "hours"),
    [
        ("America/Chicago", "December 8, 2025 2:30 PM CST", -6),
        ("Asia/Shanghai", "Mon, 08 Dec 2025 14:30:00 CST", 8),
        ("Asia/Shanghai", "Mon Dec 08 14:30:00 CST 2025", 8),
    ],
)
def test_a_name_that_zones_share_is_the_source_s(zone: str, text: str, hours: int) -> None:
    """CST is central time for a paper of Chicago, and China's for one of Shanghai."""
    instant, problem = find_date(text, language="en", time_zone=ZoneInfo(zone))
    assert problem is None
    assert instant == datetime(2025, 12, 8, 14, 30, tzinfo=timezone(timedelta(hours=hours)))


@pytest.mark.parametrize("zone", [BISHKEK, None])
def test_a_name_that_zones_share_is_doubtful_elsewhere(zone: ZoneInfo | None) -> None:
    """The instant is that of the source's zone, and the problem says that it may be another one."""
    instant, problem = find_date("December 8, 2025 2:30 PM CST", language="en", time_zone=zone)
    assert instant == datetime(2025, 12, 8, 14, 30, tzinfo=zone or UTC)
    assert problem == Problem(Reason.ZONE_UNSURE, "2025-12-08 14:30 CST")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mon, 03/04/2024 - 14:00", date(2024, 3, 4)),
        ("en", "Wed, 03/04/2024 - 14:00", date(2024, 4, 3)),
        ("en", "03/04/2024, Monday", date(2024, 3, 4)),
    ],
)
def test_a_weekday_settles_the_order(language: str, text: str, expected: date) -> None:
    """Only one of the two days falls on it."""
    assert find_day(text, language=language) == (expected, None)


@pytest.mark.parametrize("text", ["Tue, 03/12/2024", "Fri, 03/04/2024"])
def test_a_weekday_that_fits_both_days_or_none_settles_nothing(text: str) -> None:
    """12 March and 3 December 2024 were Tuesdays; neither 3 April nor 4 March was a Friday."""
    day, problem = find_day(text, language="en")
    assert day is None
    assert problem is not None
    assert problem.reason is Reason.DATE_AMBIGUOUS


@pytest.mark.parametrize("text", ["2024年3月12日（火）午後2時5分", "2024년 3월 12일 오후 2시 5분"])
def test_minutes_below_ten_are_read(text: str) -> None:
    """They are written with one digit where a word follows them."""
    instant, _ = find_date(text, language="ja", time_zone=None)
    assert instant == datetime(2024, 3, 12, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize("language", ["en", None, "zh"])
def test_a_day_and_month_that_could_be_swapped_are_not_guessed(language: str | None) -> None:
    """04/05/2025 is two days, and English readers are divided."""
    day, problem = find_day("04/05/2025", language=language)
    assert day is None
    assert problem is not None
    assert problem.reason is Reason.DATE_AMBIGUOUS


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "12/25/2025", date(2025, 12, 25)),
        ("en", "25/12/2025", date(2025, 12, 25)),
        ("en", "05/05/2025", date(2025, 5, 5)),
        ("en", "04.05.2025", date(2025, 5, 4)),
        ("en-GB", "04/05/2025", date(2025, 5, 4)),
        ("en-US", "04/05/2025", date(2025, 4, 5)),
        ("ru", "04/05/2025", date(2025, 5, 4)),
    ],
)
def test_the_order_is_sure_where_something_tells_it(language: str, text: str, expected: date) -> None:
    """A number above twelve, dots, a region or a language with one habit settle the order."""
    assert find_day(text, language=language) == (expected, None)


@pytest.mark.parametrize(
    "text",
    ["0000-00-00 00:00:00", "1970-01-01T00:00:00Z", "31.02.2025", "2025-13-40", "0001-01-01"],
)
def test_an_implausible_date_is_unreadable(text: str) -> None:
    """Empty database fields and impossible days are problems, not dates."""
    instant, problem = find_date(text, language="de", time_zone=None)
    assert instant is None
    assert problem is not None
    assert problem.reason is Reason.DATE_UNREADABLE
    assert problem.detail == text


@pytest.mark.parametrize(
    "text", ["", "3 hours ago", "8 December", "KZT 0.00197", "Kabul, Afghanistan", "call 555 1234"]
)
def test_text_without_a_date_has_neither_date_nor_problem(text: str) -> None:
    """A line that holds no date is no fault of the page."""
    assert find_date(text, language="en", time_zone=None) == (None, None)


def test_the_first_date_wins_and_leaves_the_time_of_the_second_alone() -> None:
    """Publication comes before the update, whose time is not its own."""
    text = "Published 8 December 2025 | Updated 9 December 2025 14:30"
    assert find_date(text, language="en", time_zone=None)[0] == datetime(2025, 12, 8, tzinfo=UTC)


def test_seconds_since_1970_are_an_instant() -> None:
    """Some templates print the machine's own clock."""
    for text in ("1765204200", "1765204200000"):
        assert find_date(text, language=None, time_zone=BISHKEK)[0] == datetime(
            2025, 12, 8, 14, 30, tzinfo=UTC
        )


@given(st.text(max_size=400), st.sampled_from(["en", "ru", "xx", None, "zh", "tr"]))
def test_any_text_is_read_without_a_fault(text: str, language: str | None) -> None:
    """Whatever the text, the answer is a plausible aware instant, a problem, or nothing."""
    instant, problem = find_date(text, language=language, time_zone=BISHKEK)
    assert instant is None or (instant.tzinfo is not None and instant.year in PLAUSIBLE_YEARS)
    assert instant is None or problem is None


@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2099, 12, 30)))  # noqa: DTZ001 - the zone is the test's
def test_what_machines_write_is_read_back(moment: datetime) -> None:
    """ISO 8601 with an offset comes back as the same instant."""
    instant = moment.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert find_date(instant.isoformat(), language=None, time_zone=None) == (instant, None)
