"""When the story was published."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.records import Problem, Reason
from tests.parse.metadata.pages import NOON, TITLE, json_ld, meta, read


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        (json_ld(datePublished="2025-12-08T12:00:00+06:00"), "json-ld.datePublished"),
        (meta(article__published_time="2025-12-08T12:00:00+06:00"), "article:published_time"),
        ('<meta itemprop="datePublished" content="2025-12-08T12:00:00+06:00">', "datepublished"),
        ('<meta name="parsely-pub-date" content="2025-12-08T06:00:00Z">', "parsely-pub-date"),
    ],
)
def test_the_page_s_data_tell_the_instant(head: str, rule: str) -> None:
    """JSON-LD and the many meta tags, with their offsets."""
    page = read(head)
    assert page.published_at == NOON
    assert page.origins["published_at"][0].rule == rule


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<h1>{}</h1><time datetime='2025-12-08T12:00+06:00'>today</time>", "time"),
        ("<h1>{}</h1><span>Published 8 December 2025, 12:00</span>", "visible-date"),
        ("<h1>{}</h1><div><b>8 December 2025</b> <i>12:00</i></div>", "visible-date"),
        ("<div>8 December 2025, 12:00</div><h1>{}</h1>", "visible-date"),
        ("<h1>{}</h1><p>Updated</p><p>9 December 2025</p><p>8 December 2025 12:00</p>", "visible-date"),
    ],
)
def test_else_the_lines_around_the_headline_do(body: str, rule: str) -> None:
    """What readers see, in the zone of the source; never the date of an update."""
    page = read(
        body=body.format(TITLE), time_zone=ZoneInfo("Asia/Bishkek"), url="https://steppe-herald.example/7"
    )
    assert page.published_at == NOON
    assert page.origins["published_at"][0].rule == rule


def test_a_day_in_prose_is_no_date_of_publication() -> None:
    """A caption that mentions a day says when the picture was taken."""
    body = f"<h1>{TITLE}</h1><p>A lorry stands in the snow below the tunnel, 3 December 2025, at dusk.</p>"
    assert read(body=body, url="https://steppe-herald.example/7").published_at is None


@pytest.mark.parametrize(
    "text",
    [
        "「MK-30」の販売を2025年12月8日より開始いたします。",
        "You can buy it from us in Osh on 8 December 2025.",
    ],
)
def test_a_sentence_is_no_date_however_short(text: str) -> None:
    """The day of the story stands beside it."""
    page = read(body=f"<p>2025-12-03</p><h1>{TITLE}</h1><p>{text}</p>", url="https://steppe-herald.example/7")
    assert page.published_at == datetime(2025, 12, 3, tzinfo=UTC)


def test_an_offset_told_elsewhere_completes_a_naive_time() -> None:
    """The same reading of the clock, once without and once with an offset, is one instant."""
    page = read(
        json_ld(datePublished="2025-12-08 12:00:00.0")
        + meta(article__published_time="2025-12-08T12:00:00+06:00")
    )
    assert page.published_at == NOON


def test_a_naive_time_is_read_in_the_zone_of_the_source() -> None:
    """And in UTC where none is given."""
    head = json_ld(datePublished="2025-12-08T12:00:00")
    assert read(head, time_zone=ZoneInfo("Asia/Bishkek")).published_at == NOON
    assert read(head).published_at == datetime(2025, 12, 8, 12, tzinfo=UTC)


def test_an_ambiguous_date_is_a_problem() -> None:
    """It is not guessed, and not silent."""
    page = read(json_ld(datePublished="04/05/2025"), url="https://steppe-herald.example/7")
    assert page.published_at is None
    assert [problem.reason for problem in page.problems] == [Reason.DATE_AMBIGUOUS]


def test_the_last_change_is_told_apart() -> None:
    """Its own field, from its own places."""
    page = read(json_ld(datePublished="2025-12-08T12:00:00+06:00", dateModified="2025-12-08T08:00:00Z"))
    assert page.modified_at == datetime(2025, 12, 8, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "body",
    [
        "<header><div>08 December 2025</div></header><h1>{}</h1>",
        "<div><time datetime='2025-12-08'>08 December 2025</time></div><main><h1>{}</h1></main>",
        "<div class='today'>08 December 2025</div><main><h1>{}</h1></main>",
        "<div>08 December 2025</div><article><h1>{}</h1></article>",
        "<div><ul class='ticker'><li>KGS/USD = 0.01144</li></ul><p>08 December 2025</p></div><main><h1>{}</h1></main>",
    ],
)
def test_the_date_in_the_header_of_the_site_is_not_the_story_s(body: str) -> None:
    """It is the day on which the page was made, and dates the ticker."""
    assert read(body=body.format(TITLE), url="https://steppe-herald.example/7").published_at is None


PUBLISHED, CHANGED = datetime(2025, 12, 8, 10, 15, tzinfo=UTC), datetime(2025, 12, 9, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Published 8 December 2025, 10:15</span> <span>Updated 9 December 2025, 08:30"),
        ("en", "8 December 2025, 10:15 / Updated: December 9, 2025 8:30 am"),
        ("ru", "Опубликовано: 8 декабря 2025, 10:15</span><span>Обновлено: 9 декабря 2025, 08:30"),
        ("ru", "Дата публикации: 08.12.2025 10:15. Дата изменения: 09.12.2025 08:30"),
        ("uk", "Опубліковано 8 грудня 2025, 10:15</span><span>Оновлено 9 грудня 2025, 08:30"),
        (
            "kk",
            "Жарияланды: 2025 жылғы 8 желтоқсан, 10:15</span><span>Жаңартылды: 2025 жылғы 9 желтоқсан, 08:30",
        ),
        (
            "ky",
            "Жарыяланган: 2025-жылдын 8-декабры, 10:15</span><span>Жаңыртылган: 2025-жылдын 9-декабры, 08:30",
        ),
        ("uz", "Chop etilgan: 8-dekabr 2025, 10:15</span><span>Yangilangan: 9-dekabr 2025, 08:30"),
        ("tg", "8 декабри 2025, 10:15</span><span>Таҷдид шуд: 9 декабри 2025, 08:30"),
        ("tk", "Çap edildi: 8-nji dekabr 2025, 10:15</span><span>Täzelendi: 9-njy dekabr 2025, 08:30"),
        ("de", "8. Dezember 2025, 10:15 Uhr. Letzte Änderung: 9. Dezember 2025, 8:30 Uhr"),
        ("fr", "Publié le lundi 8 décembre 2025 à 10:15 - Modifié le mardi 9 décembre 2025 à 08:30"),
        ("es", "08 dic 2025 - 10:15 | Última actualización: 09 dic 2025 - 08:30"),
        ("it", "Pubblicato il 8 dicembre 2025 alle 10:15, aggiornato il 9 dicembre 2025 alle 08:30"),
        ("pt", "Publicado em 08/12/2025 às 10h15. Atualizado em 09/12/2025 às 08h30"),
        ("pl", "Data publikacji: 08.12.2025 10:15</span><span>Ostatnia modyfikacja: 09.12.2025 08:30"),
        ("tr", "Giriş: 08.12.2025 - 10:15</span> <span>Son Güncelleme: 09.12.2025 - 08:30"),
        ("zh", "2025年12月8日 10:15</span><span>最後修改：2025年12月9日 08:30"),
        ("ja", "2025/12/8 10:15 (2025/12/9 8:30更新)"),
        ("ko", "입력 : 2025.12.08 10:15 | 최종수정 : 2025.12.09 08:30"),
        ("ko", "최종수정 2025.12.09 08:30 기사입력 2025.12.08 10:15"),
        ("pl", "Utworzono: 08.12.2025 10:15 | Zaktualizowano: 09.12.2025 08:30"),
        ("fr", "8 décembre 2025 à 10:15</span><span>Article mis à jour le 9 décembre 2025 à 08:30"),
        ("ky", "Жарыяланды: 8-декабрь, 2025 10:15 | Жаңыланды: 9-декабрь, 2025 08:30"),
        ("fi", "8.12.2025 klo 10.15</span><span>Päivitetty 9.12.2025 klo 8.30"),
        ("pl", "8.12.2025, 10:15 (akt. 9.12.2025, 08:30)"),
        ("nl", "8 december 2025 10:15 | aangepast op 9 december 2025 08:30"),
        ("en", "First published: 8 Dec 2025 10:15AM; Last updated: 9 Dec 2025 08:30AM"),
        ("en", "Modified Dec 9, 2025 8:30 am, Created Dec 8, 2025 10:15 am"),
    ],
)
def test_the_last_change_is_told_apart_in_every_language(language: str, line: str) -> None:
    """Two dates in sight, of which a word says that one is the later; it is never the date of publication."""
    found = read(body=f"<h1>{TITLE}</h1><div><span>{line}</span></div>", lang=language)
    assert (found.published_at, found.modified_at) == (PUBLISHED, CHANGED)


def test_a_name_above_the_last_change_does_not_hide_it() -> None:
    """The line before a date may label it, and what stands in its own line does so too."""
    found = read(
        body=f"<h1>{TITLE}</h1><div>By Ann Rice</div><div>Last updated on December 9, 2025 at 8:30 AM</div>"
    )
    assert (found.published_at, found.modified_at) == (None, CHANGED)


def test_a_time_near_the_headline_may_tell_the_last_change() -> None:
    """Where the page's data tell nothing, a <time> called updated does; one of publication never does."""
    changed = "<time class='updated' datetime='2025-12-08T12:00+06:00'>8 December</time>"
    assert read(body=f"<h1>{TITLE}</h1><p>{changed}</p>").modified_at == NOON
    both = "<time class='entry-date published updated' datetime='2025-12-08T12:00+06:00'>8 December</time>"
    assert read(body=f"<h1>{TITLE}</h1><p>{both}</p>").modified_at is None
    assert read(body=f"<h1>{TITLE}</h1><footer><a>Another story</a></footer>").modified_at is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2025/12/08/snow-in-the-pass", 8),
        ("/20251208/snow.html", 8),
        ("/news/article/A2025120814320005196", 8),
        ("/read?no=202512080930001", 8),
        ("/news/20251308", None),
        ("/news/20251208999", None),
        ("/news/120251208", None),
        ("/news/snow-of-20251208a", None),
    ],
)
def test_a_day_in_the_address_counts_where_nothing_else_tells(path: str, day: int | None) -> None:
    """As a folder, or at the head of a story's number; digits that are no instant are just a number."""
    page = read(url=f"https://steppe-herald.example{path}")
    assert (page.published_at and page.published_at.day) == day


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("de", "Stand: 12.03.2024, 14:05 Uhr"),
        ("en", "As of March 12, 2024, 14:05"),
        ("ru", "По состоянию на 12.03.2024, 14:05"),
        ("pl", "Stan na 12.03.2024, 14:05"),
    ],
)
def test_the_day_up_to_which_a_text_is_right_dates_a_page_without_another_day(lang: str, line: str) -> None:
    """`Stand:` says when it was last looked through; alone, it is the best that a page tells of when it came out."""
    found = read("", f"<h1>{TITLE}</h1><p>{line}</p>", lang=lang)
    assert found.modified_at is not None
    assert f"{found.modified_at:%Y-%m-%d %H:%M}" == "2024-03-12 14:05"
    assert found.published_at == found.modified_at
    assert found.origins["published_at"][0].rule == "as-of"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Stand: 12.03.2024, 14:05 Uhr | 11.03.2024, 9:30 Uhr</p>",
        "<p>Stand: 12.03.2024, 14:05 Uhr</p><p>11.03.2024, 9:30 Uhr</p>",
    ],
)
def test_another_day_beside_it_is_that_of_publication(body: str) -> None:
    """In the same line or box."""
    found = read("", f"<h1>{TITLE}</h1><div>{body}</div>", lang="de")
    assert (found.published_at and found.published_at.day) == 11


def test_a_name_beside_the_word_stand_changes_nothing() -> None:
    """The label is the whole word."""
    found = read("", f"<h1>{TITLE}</h1><p>Der Standard, 12.03.2024</p>", lang="de")
    assert found.published_at is not None


def test_what_stands_for_a_date_and_is_none_is_told() -> None:
    """A page whose data say `yesterday` tells no date; one in sight is read instead."""
    assert read(meta(article__published_time="yesterday"), f"<h1>{TITLE}</h1>").problems == (
        Problem(Reason.DATE_UNREADABLE, "yesterday", "published_at"),
    )
    found = read(meta(article__published_time="yesterday"), f"<h1>{TITLE}</h1><p>8 December 2025</p>")
    assert found.published_at is not None
    assert found.problems == ()


def test_a_zone_that_several_places_share_is_told() -> None:
    """The instant stays, with a problem beside it."""
    found = read("", f"<h1>{TITLE}</h1><p>December 8, 2025, 2:05 PM CST</p>")
    assert found.published_at is not None
    assert [(one.reason, one.where) for one in found.problems] == [(Reason.ZONE_UNSURE, "published_at")]


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("Просмотров: 5 | Добавил: Мария Холт | Дата: 12.03.2024 14:05", "14:05"),
        (
            "Категория: <a href=/n>Новости</a> | Добавил: <a href=/u>Мария Холт</a> (12.03.2024) | Рейтинг: 0.0/0",
            "00:00",
        ),
    ],
)
def test_small_print_below_the_text_dates_and_signs_it(line: str, hour: str) -> None:
    """Where nothing near the headline does; a day within a sentence below the text is none."""
    text = f"<p>{'Городской совет решил восстановить старый мост через реку. ' * 3}</p>"
    found = read("", f"<h1>Мост восстановят</h1>{text}<div>{line}</div>", lang="ru")
    assert (str(found.published_at)[:16], found.authors) == (f"2024-03-12 {hour}", ("Мария Холт",))
    prose = "<div>Совет собирался на эту тему и раньше, в последний раз 12.03.2024</div>"
    assert read("", f"<h1>Мост восстановят</h1>{text}{prose}", lang="ru").published_at is None


def test_a_line_that_is_broken_is_read_in_parts() -> None:
    """Names above a date make a line too long for one."""
    names = "Aida Sydykova, Jon Berg and Bo Li of the Steppe Herald"
    body = f"<h1>{TITLE}</h1><p>{names}<br>Monday December 08 2025, 10.15am, The Herald</p>"
    assert read(body=body).published_at == PUBLISHED


def test_a_film_in_the_story_does_not_date_it() -> None:
    """It may have been shown for years; where readers see its very day, it tells the hour, too."""
    film = json_ld({"@type": "VideoObject", "name": "Snow", "uploadDate": "2025-12-08T10:15:00Z"})
    old = json_ld({"@type": "VideoObject", "name": "Snow", "uploadDate": "2019-03-01T10:00:00Z"})
    body = f"<h1>{TITLE}</h1><p>8 December 2025</p>"
    assert (
        read(film, body).published_at == read(film, f"<h1>{TITLE}</h1>", url=BARE).published_at == PUBLISHED
    )
    assert read(old, body).published_at == datetime(2025, 12, 8, tzinfo=UTC)
    assert read(old + meta(article__published_time="2025-12-08T10:15:00Z"), body).published_at == PUBLISHED


BARE = "https://steppe-herald.example/7"
"""An address without a day in it."""


@pytest.mark.parametrize(
    ("path", "is_dated"),
    [
        ("2025/12/08/bridge", True),
        ("2025/12/08?print=1", True),
        ("news/2025-12/08/c_11.htm", True),
        ("2025-12-08-bridge", True),
        ("2025/12-08_bridge", True),
        ("2025/12/08-storeys-high", False),
        ("2025/12/081/bridge", False),
        ("12025/12/08/bridge", False),
    ],
)
def test_the_day_in_an_address_is_a_step_of_its_own(path: str, is_dated: bool) -> None:  # noqa: FBT001 - a column
    """Behind a slash, where what begins with a number is the story's name."""
    found = read(body=f"<h1>{TITLE}</h1>", url=f"https://steppe-herald.example/{path}").published_at
    assert found == (datetime(2025, 12, 8, tzinfo=UTC) if is_dated else None)


@pytest.mark.parametrize("tag", ["section class='related'", "div class='css-1x'", "div id='comments'"])
def test_the_dates_of_stories_and_comments_below_the_text_are_others(tag: str) -> None:
    """A <time> is surer than a printed day, unless it stands behind the text."""
    text = f"<p>{'The council voted on Tuesday for the barrier. ' * 4}</p>" * 6
    below = f"<{tag}><h3>Rail</h3><time datetime='2023-02-11T08:00:00Z'>11 February</time></{tag.split(maxsplit=1)[0]}>"
    page = read(body=f"<main><h1>{TITLE}</h1><p>8 December 2025, 12:00 GMT</p>{text}{below}</main>")
    assert page.published_at == datetime(2025, 12, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "<p>Last updated: Mar 13, 2024, 8:00 AM. First published Mar 12, 2024, 2:05 PM</p>"),
        ("da", "<p>Opdateret 13. mar. 2024, 08:00. Oprettet 12. mar. 2024, 14:05</p>"),
        ("ko", "<p>등록 :2024-03-12 14:05 ㅣ수정 :2024-03-13 08:00</p>"),
        (
            "no",
            "<p><b>Publisert</b> 12. mars 2024 kl. 14:05</p><p><b>Oppdatert</b> 13. mars 2024 kl. 08:00</p>",
        ),
        (
            "no",
            "<p><b>Oppdatert</b> 13. mars 2024 kl. 08:00</p><p><b>Publisert</b> 12. mars 2024 kl. 14:05</p>",
        ),
        ("el", "<p>Ενημερώθηκε 13.03.2024 08:00</p><p>Δημοσιεύτηκε 12.03.2024 14:05</p>"),
        ("he", "<p>עודכן 13.03.2024 08:00</p><p>פורסם 12.03.2024 14:05</p>"),
        ("sl", "<p>Posodobljeno: 13.03.2024 08:00</p><p>12.03.2024 14:05</p>"),
        ("ja", "<p>2024年3月12日 14時05分 (2024年3月13日 08時00分更新)</p>"),
    ],
)
def test_two_days_are_told_apart_by_their_labels(lang: str, body: str) -> None:
    """In one line, and in lines that begin with their label in an element of its own."""
    found = read("", f"<h1>{TITLE}</h1><div>{body}</div>", lang=lang)
    told = [f"{one:%d %H:%M}" for one in (found.published_at, found.modified_at) if one]
    assert told == ["12 14:05", "13 08:00"]


def test_a_day_that_is_labelled_goes_before_one_that_is_not() -> None:
    """When something happens may stand above when the story came out."""
    body = f"<h1>{TITLE}</h1><p>Hearing: January 9, 2026, 7 pm</p><p>Published on December 8, 2025</p>"
    found = read("", body)
    assert (found.published_at and found.published_at.day) == 8


def test_a_number_in_the_data_is_an_instant() -> None:
    """Milliseconds since 1970, without quotation marks."""
    found = read(json_ld(headline=TITLE, datePublished=1765173600000))
    assert found.published_at == NOON


def test_a_label_before_a_time_says_that_it_tells_of_a_change() -> None:
    """It stands beside the <time>, not in it, and the day of publication comes after."""
    body = (
        f"<h1>{TITLE}</h1><p>Last updated <time datetime='2025-12-09T08:00:00Z'>9 December</time></p>"
        "<p><span>First published</span> <time datetime='2025-12-08T12:00:00+06:00'>8 December</time></p>"
    )
    found = read("", body, url="https://steppe-herald.example/7")
    assert found.published_at == NOON
    assert found.modified_at == datetime(2025, 12, 9, 8, tzinfo=UTC)


def test_two_times_of_one_line_are_told_apart_by_what_stands_before_each() -> None:
    """Nothing in either says which is which."""
    told = [
        "Published <time datetime='2025-12-08T12:00:00+06:00'>8 Dec</time>",
        "Updated <time datetime='2025-12-09T08:00:00Z'>9 Dec</time>",
    ]
    for line in (" · ".join(told), " ".join(reversed(told))):
        found = read("", f"<h1>{TITLE}</h1><div>{line}</div>", url="https://steppe-herald.example/7")
        assert (found.published_at, found.modified_at) == (NOON, datetime(2025, 12, 9, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="citation_publication_date" content="2025/12/08">',
        '<meta name="content_PublishedDate" content="2025-12-08 00:00:00">',
        "<meta name='parsely-page' content='{\"pub_date\": \"2025-12-08T00:00:00Z\"}'>",
    ],
)
def test_papers_and_old_tags_tell_it_in_ways_of_their_own(head: str) -> None:
    """A journal's tags, and all that Parse.ly wants to know as JSON in one tag."""
    assert read(head, url="https://steppe-herald.example/7").published_at == datetime(2025, 12, 8, tzinfo=UTC)


def test_an_instant_that_a_script_prints_is_read_where_it_waits() -> None:
    """In an attribute, beside a day without a year; that of a change is none of publication."""
    line = "<p><i>Updated <b data-timestamp='1765260000'>9 Dec</b></i> <i><b data-date-time='{}'>8 Dec</b></i></p>"
    for told in ("1765173600", "1765173600000", "2025-12-08T12:00:00+06:00"):
        page = read("", f"<h1>{TITLE}</h1>{line.format(told)}", url="https://steppe-herald.example/7")
        assert page.published_at == NOON


def test_the_last_change_may_be_told_below_the_text() -> None:
    """In the small print there, as of the day of publication."""
    text = "Drivers wait below the tunnel and boil their tea on stoves, and the plough comes no further than the bend."
    page = read("", f"<h1>{TITLE}</h1><p>{text}</p><p>Last updated: 9 December 2025</p>")
    assert page.modified_at == datetime(2025, 12, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("de", "<span title='08.12.2025, 06:00 Uhr'>vor 3 Stunden</span>"),
        ("en", "<b aria-label='December 8, 2025 at 6:00 AM'>3 hours ago</b>"),
    ],
)
def test_a_day_told_from_today_has_another_in_its_tooltip(lang: str, line: str) -> None:
    """Which readers see when they point at it."""
    page = read("", f"<h1>{TITLE}</h1><div>{line}</div>", lang=lang, url="https://steppe-herald.example/7")
    assert page.published_at == NOON


_NOTED = "2025.12.08 06:00"


@pytest.mark.parametrize(
    ("body", "hour"),
    [
        ("<div data-deploy-dt='{n}' data-re-deploy-dt='2025.12.08 09:00'></div>{h}", 6),
        ("<article data-published-at='1765173600'>{h}</article>", 6),
        ("<aside><div data-publish-date='{n}'></div></aside>{h}", 0),
        ("<div data-publish-date='{n}'></div><div data-publish-date='2025.12.08 07:00'></div>{h}", 0),
        ("<div data-publish-date='2025.12.07 06:00'></div>{h}", 0),
        ("<article data-published='2025.11.07 06:00'>{h}</article>", 0),
        ("<div data-publisher='{n}'></div>{h}", 0),
    ],
)
def test_an_attribute_notes_the_hour_of_a_day_that_is_printed_without_it(body: str, hour: int) -> None:
    """Of the box of the story, or anywhere where no other story of that day has one."""
    head = f"<h1>{TITLE}</h1><div><span>8 December 2025</span></div>"
    page = read("", body.format(n=_NOTED, h=head), url="https://steppe-herald.example/7")
    assert page.published_at == datetime(2025, 12, 8, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "line", "hour"),
    [
        ("cs", "8. prosince 2025 14:20, aktualizováno 16:05", 16),
        ("fr", "Publié le lundi 8 décembre 2025 à 14 h 20, modifié à 16 h 05", 16),
        ("ko", "<em>2025.12.08 오후 2:20</em><em>2025.12.08 오후 4:05 수정</em>", 16),
        ("pl", "Utworzono: 8 grudnia 2025 14:20 <b>Poprawiono: 8 grudnia 2025 16:05</b>", 16),
        ("de", "8. Dezember 2025, aktualisiert", None),
    ],
)
def test_a_change_may_be_told_by_its_hour_alone(lang: str, line: str, hour: int | None) -> None:
    """It is that of the day before it, and a word behind a day says what the day is."""
    page = read("", f"<h1>{TITLE}</h1><div>{line}</div>", lang=lang, url="https://steppe-herald.example/7")
    changed = datetime(2025, 12, 8, hour or 0, 5 if hour else 0, tzinfo=UTC)
    assert page.modified_at == changed


def test_a_marked_day_has_the_hour_that_readers_see_beside_it() -> None:
    """Of that day; another day's is not asked."""
    body = "<h1>{}</h1><p><time itemprop='datePublished' datetime='2025-12-{}'>{} December 2025</time> <i>6 am</i></p>"
    for day, hour in (("08", 6), ("07", 0)):
        page = read("", body.format(TITLE, day, 8), url="https://steppe-herald.example/7")
        assert page.published_at == datetime(2025, 12, int(day), hour, tzinfo=UTC)
