"""Listings at the edges: with one story left, grouped by day, drawn with lines, or numbered."""

from datetime import date

import pytest

from pipeline.parse import parse_page
from pipeline.records import PageKind, ParsedPage, Reason

URL = "https://steppe-herald.example/economy/"
WOOL = (
    "The wool cooperative of the upper valley met on Friday and talked until the lamps were lit, because the price that"
    " the mill offers has not moved since the autumn and the trucks have to be paid in advance."
)
FERRY = (
    "A second ferry will cross the reservoir from May, the port office said on Monday, after engineers had finished the"
    " ramp on the northern shore and the crew had passed its examination in the capital."
)
TITLES = ("Wool Cooperative Wants a Drying Hall", "Second Ferry to Cross the Reservoir")


def html(main: str, title: str = "Economy") -> ParsedPage:
    page = f"<html><title>{title} — Herald</title><body><main><h1>{title}</h1>{main}</main></body></html>"
    return parse_page(page.encode(), URL)


def text(lines: str) -> ParsedPage:
    return parse_page(lines.encode(), URL, "text/plain")


def story(more: str) -> str:
    return f"<article><h2><a href='/2026/03/wool/'>{TITLES[0]}</a></h2><p>By A. Tilek</p><p>{WOOL}{more}</p></article>"


@pytest.mark.parametrize(
    ("main", "complete"),
    [
        (story(f"</p><p>{FERRY}") + "<p>Viewing results 1 - 1 of 1</p>", True),
        (story(f"</p><p>{FERRY}") + "<p>Viewing results 691 - 691 of 691</p>", True),
        (story(" <a href='/2026/03/wool/'>Continue reading</a>"), False),
    ],
)
def test_a_listing_with_one_story_left_is_one(main: str, complete: bool) -> None:  # noqa: FBT001 - a parameter
    """The last page of a section: its story has its own headline and link, and the page is named after the section."""
    page = html(main)
    assert page.kind is PageKind.LISTING
    (article,) = page.articles
    assert (article.title, article.url, article.authors, article.complete) == (
        TITLES[0], "https://steppe-herald.example/2026/03/wool/", ("A. Tilek",), complete,
    )  # fmt: skip
    assert page.problems == ()


def test_an_article_beside_one_linked_headline_stays_an_article() -> None:
    """The only related story below a text makes no listing of the page."""
    page = html(f"<p>{WOOL}</p><p>{FERRY}</p><h2><a href='/2026/03/other/'>{TITLES[1]}</a></h2>", TITLES[0])
    assert page.kind is PageKind.ARTICLE
    assert page.articles[0].title == TITLES[0]


SECTIONS = "".join(
    f"<section><h2>{title} {n}</h2><p>2 March 2026</p><p>{text} {n}</p></section>"
    for n, (title, text) in enumerate(zip(TITLES, (WOOL, FERRY), strict=True))
)
OTHERS = "".join(
    f"<article><h2><a href=/{n}>{TITLES[n % 2]} {n}</a></h2><p>{FERRY} {n}</p></article>" for n in range(6)
)
HEADLINE = "<h1>What the Valley Talked About on Friday</h1>"


@pytest.mark.parametrize(
    "main",
    [
        f"<h1>The Valley</h1><p>{WOOL[::-1]}</p><p>{FERRY[::-1]}</p>{SECTIONS}",
        f"{SECTIONS}<div><h3>Read on</h3><p>{FERRY[::-1]}</p><p>{WOOL[::-1]}</p></div>",
        f"{HEADLINE}<p>{WOOL[::-1]} {FERRY[::-1]}</p><p>{WOOL[::-1] * 2}</p>{OTHERS}",
    ],
)
def test_sections_with_much_text_beside_them_are_those_of_an_article(main: str) -> None:
    """No data of the page say so, and its title is worded otherwise: a listing has its text in its stories."""
    page = f"<html><title>Valley News — Herald</title><body><main>{main}</main></body></html>"
    parsed = parse_page(page.encode(), "https://steppe-herald.example/2026/03/valley.html")
    assert parsed.kind is not PageKind.LISTING


def test_a_headline_that_leads_nowhere_among_those_that_do_is_the_page_s_own() -> None:
    """A story with others below it, in elements of one kind."""
    main = f"<article>{HEADLINE}<p>{WOOL}</p><p>{FERRY[::-1]}</p><p>{WOOL[::-1]}</p></article>{OTHERS}"
    page = f"<html><title>Valley News — Herald</title><body><main>{main}</main></body></html>"
    parsed = parse_page(page.encode(), "https://steppe-herald.example/2026/03/valley.html")
    assert parsed.kind is PageKind.ARTICLE


def day(date: str, number: int, text: str) -> str:
    return f"<ul><li><a href='/2026/03/{number}/'>{TITLES[number]}</a><p>{text}</p></li></ul>".join(
        (date, "")
    )


@pytest.mark.parametrize("date", ["<h2>{} March 2026</h2>", "<p class='day'>Friday, {} March 2026</p>"])
def test_a_date_above_a_group_dates_its_stories(date: str) -> None:
    """It is printed once for all stories of a day, as a heading or not."""
    page = html(day(date.format(14), 0, WOOL) + day(date.format(13), 1, FERRY), "Latest")
    assert [
        (a.title, a.published_at and a.published_at.day, a.section, a.rule("published_at"))
        for a in page.articles
    ] == [(TITLES[0], 14, None, "listing.day-above"), (TITLES[1], 13, None, "listing.day-above")]
    assert page.problems == ()


def test_the_time_beside_a_story_belongs_to_the_day_above() -> None:
    """Such listings print the day once, and for each story the hour."""
    groups = (
        day(f"<h2>{date} March 2026</h2>", n, text)
        for n, (date, text) in enumerate(((14, WOOL), (13, FERRY)))
    )
    page = html("".join(groups).replace("</a>", "</a> <span>09:15</span>"), "Latest")
    assert [str(article.published_at) for article in page.articles] == [
        "2026-03-14 09:15:00+00:00", "2026-03-13 09:15:00+00:00",
    ]  # fmt: skip
    assert page.problems == ()


@pytest.mark.parametrize(
    ("hours", "dated"),
    [
        (("", ""), []),
        (("18:40", "9:05"), [18, 9]),
        (("9:05", "18:40"), [9, 18]),
        (("9:05", "18:40", "7:00"), []),
    ],
)
def test_the_one_date_of_a_page_dates_stories_whose_hours_run_one_way(
    hours: tuple[str, ...], dated: list[int]
) -> None:
    """Else it is the page's own, or that of the first of several days."""
    rows = "".join(
        f"<li><i>{hour}</i> <a href='/{n}/'>{(*TITLES, *MORE)[n]}</a><p>{(WOOL, FERRY)[n % 2]}</p></li>"
        for n, hour in enumerate(hours)
    )
    page = html(f"<p>08 December 2025</p><ul>{rows}</ul>", "Latest")
    assert len(page.articles) == len(hours)
    assert [when.hour for article in page.articles if (when := article.published_at)] == dated


def test_lines_that_underline_headlines_are_no_text() -> None:
    """Nor are those that part two stories, or the menu above them all."""
    page = text(
        f"Home | Economy | Sport | Contact\n\n{TITLES[0]}\n{'=' * 36}\n\nBy A. Tilek\n14 March 2026\n\n{WOOL}\n\n"
        f"* * *\n\n{TITLES[1]}\n{'-' * 35}\n\nBy B. Asanova\n13 March 2026\n\n{FERRY}\n"
    )
    assert [(a.title, a.authors, a.text) for a in page.articles] == [
        (TITLES[0], ("A. Tilek",), WOOL), (TITLES[1], ("B. Asanova",), FERRY),
    ]  # fmt: skip
    assert page.problems == ()


def test_a_newsletter_numbers_its_stories() -> None:
    """Their numbers are no part of the headlines; the address behind "Read more" is the story's."""
    page = text(
        f"1. {TITLES[0]}\n\n{WOOL}\n\nRead more: https://steppe-herald.example/wool/\n\n"
        f"2. {TITLES[1]}\n\n{FERRY}\n\nRead more: <https://steppe-herald.example/ferry/>\n"
    )
    assert [(a.title, a.text, a.url, a.complete) for a in page.articles] == [
        (TITLES[0], WOOL, "https://steppe-herald.example/wool/", False),
        (TITLES[1], FERRY, "https://steppe-herald.example/ferry/", False),
    ]
    assert page.problems == ()


@pytest.mark.parametrize(
    "top",
    [
        "STEPPE HERALD WEEKLY\n\n",
        "STEPPE HERALD WEEKLY\nIssue 41 | 12 March 2026\n\n",
        "STEPPE HERALD WEEKLY\nIssue 41 | 12 March 2026\n\nGood morning,\n\n",
        "The Steppe Herald of the Week\n\nDear readers,\n\n",
    ],
)
def test_the_head_of_a_letter_is_no_story(top: str) -> None:
    """Its name, its number and its greeting stand above the numbered stories; two dashes begin what stands below."""
    page = text(
        f"{top}1. {TITLES[0]}\n\n{WOOL}\n\n2. {TITLES[1]}\n\n{FERRY}\n\n--\nUnsubscribe: https://h.example/u\n"
    )
    assert [(a.title, a.text) for a in page.articles] == [(TITLES[0], WOOL), (TITLES[1], FERRY)]
    assert page.problems == ()
    assert str(page.as_of) == ("2026-03-12" if "Issue" in top else "None")


def test_a_numbered_list_in_a_story_stays_one() -> None:
    """A story with a headline of its own has items, whatever stands between them."""
    page = text(f"{TITLES[0]}\n\n{WOOL}\n\n1. A drying hall\n\n{FERRY}\n\n2. Two trucks\n\n{WOOL}\n")
    (article,) = page.articles
    assert [block.kind.value for block in article.blocks] == [
        "paragraph",
        "item",
        "paragraph",
        "item",
        "paragraph",
    ]


def test_numbers_that_do_not_rise_are_no_stories() -> None:
    """Rules quoted from somewhere make no newsletter."""
    page = text(f"3. A drying hall of the cooperative\n\n{WOOL}\n\n7. Two trucks for the beams\n\n{FERRY}\n")
    assert page.articles == ()
    assert [problem.reason for problem in page.problems] == [Reason.STORY_WITHOUT_TITLE]


NAMES = ("Jane Doe", "John Roe", "Ann Poe", "Sam Orr")
MORE = ("The Library Opens Its Reading Room at Night", "Night Trains Return to the Southern Line")


def runs(line: str) -> str:
    """Four stories in full, each with `line` below its headline."""
    headed = zip((*TITLES, *MORE), NAMES, strict=True)
    return "".join(
        f"<div class=q><h2><a href='/{n}/'>{title}</a></h2><p class=i>{line.format(name=name, day=n + 1)}</p>"
        f"<p>{WOOL}</p><p>{FERRY}</p></div>"
        for n, (title, name) in enumerate(headed)
    )


@pytest.mark.parametrize(
    "line",
    [
        "{name}, {day} March 2026",
        "{day} March 2026, {name}",
        "{name} · March {day}, 2026",
        "<span>{name}</span><span>·</span><span>March {day}, 2026</span>",
        "<span>{day} March 2026</span> | <span>{name}</span> | <span>5 comments</span>",
        "Категория: Society | Просмотров: 50 | Автор: {name} | Дата: 0{day}.03.2026 | Комментарии (0)",
    ],
)
def test_a_line_of_small_print_is_read_and_no_text(line: str) -> None:
    """Name and date may stand with a comma between them, with bars or dots, or among counters."""
    page = html(runs(line), "Latest")
    assert [a.authors for a in page.articles] == [(name,) for name in NAMES]
    assert [a.published_at and a.published_at.day for a in page.articles] == [1, 2, 3, 4]
    assert {a.text for a in page.articles} == {f"{WOOL}\n\n{FERRY}"}


def test_a_section_beside_the_date_signs_nothing() -> None:
    """A link to anything but an author is a section, however it is capitalised."""
    page = html(runs("<a href='/local'>Local News</a> | {day} March 2026"), "Latest")
    assert [(a.authors, a.section) for a in page.articles] == [((), "Local News")] * 4


def test_the_paging_line_above_the_first_story_is_none_of_it() -> None:
    """It stands there as well as below the last one."""
    paging = "<div>Viewing results 691 - 696 of 1505</div>"
    flat = "".join(
        f"<h3><a href='/{n}/'>{title}</a></h3><p>{WOOL}</p>" for n, title in enumerate((*TITLES, *MORE))
    )
    page = html(f"{paging}{flat}{paging}", "Latest")
    assert {a.text for a in page.articles} == {WOOL}
    assert [one.rule for one in page.boilerplate].count("paging") == 2
    assert page.problems == ()


def test_links_that_fill_blocks_of_one_make_are_headlines() -> None:
    """No heading, no telling name: a picture, a line that leads to the story, and its first sentence."""
    blocks = "".join(
        f"<div class=x1><div class=x2><a href='/{n}/'><img src='/{n}.jpg'></a></div>"
        f"<div class=x3><a href='/{n}/'>{title}</a></div><div class=x4>{FERRY}</div></div>"
        for n, title in enumerate((*TITLES, *MORE))
    )
    page = html(blocks, "Latest")
    assert [(a.title, a.text, a.complete) for a in page.articles] == [
        (t, FERRY, False) for t in (*TITLES, *MORE)
    ]
    assert page.articles[0].url == "https://steppe-herald.example/0/"
    assert page.articles[0].image == "https://steppe-herald.example/0.jpg"


def test_links_in_blocks_below_an_article_make_no_listing() -> None:
    """The text above them is longer than what they lead to."""
    links = "".join(f"<div class=x3><a href='/{n}/'>{title}</a></div>" for n, title in enumerate(MORE * 2))
    body = f"<html><title>{TITLES[0]}</title><body><b>{TITLES[0]}</b><div>{WOOL}<br><br>{FERRY}</div>{links}"
    assert parse_page(body.encode(), URL).kind is PageKind.ARTICLE


def test_teasers_amid_an_article_without_headings_make_no_listing() -> None:
    """Its headline stands in no heading; a page that is named after no line of it would be one."""
    amid = [f"<a class=title href='/{n}/'>{title}</a><p>{FERRY}</p>" for n, title in enumerate(MORE)]
    story = f"<div class=x1>{TITLES[0]}</div><div><p>{FERRY}</p>{''.join(amid)}</div>"
    page = "<html><title>{} | Steppe Herald</title><body>" + story
    assert parse_page(page.format(TITLES[0]).encode(), URL).kind is PageKind.ARTICLE
    assert parse_page(page.format("Economy").encode(), URL).kind is PageKind.LISTING


@pytest.mark.parametrize(("full", "complete"), [(3, True), (1, False)])
def test_a_short_story_is_whole_where_most_are_printed_in_full(full: int, complete: bool) -> None:  # noqa: FBT001
    """One sentence without "Continue reading" is a short story beside long ones, and an excerpt among its like."""
    texts = [f"<p>{WOOL}</p><p>{FERRY}</p><p>{WOOL}</p>"] * full + [f"<p>{FERRY}</p>"] * (4 - full)
    stories = zip((*TITLES, *MORE), texts, strict=True)
    page = html(
        "".join(
            f"<div class=q><h2><a href='/{n}/'>{t}</a></h2>{x}</div>" for n, (t, x) in enumerate(stories)
        ),
        "Latest",
    )
    assert [a.complete for a in page.articles] == [True] * full + [complete] * (4 - full)


def cards(card: str) -> ParsedPage:
    """A page with a card for each of four stories."""
    titles = enumerate((*TITLES, *MORE))
    return html("".join(card.format(n=n, title=title, text=FERRY) for n, title in titles), "Latest")


@pytest.mark.parametrize(
    "card",
    [
        "<div class=n><a class=t href='/{n}/'>{title}</a><span>12.03.2026 1{n}:00</span><p>{text}</p></div>",
        "<div class=c><a href='/{n}/'><span class=s>{title}</span></a><div>2 hours ago</div><div>{text}</div></div>",
        (
            "<div class=c><a href='/{n}/'><img src='/{n}.jpg'></a><div><i>Town</i><i>12 March 2026, 18:40</i></div>"
            "<a href='/{n}/'>{title}</a><div>{text}</div></div>"
        ),
        (
            "<li><figure><a href='/{n}/'><img src='/{n}.jpg'></a>"
            "<figcaption><a href='/{n}/'>{title}</a><p>{text}</p></figcaption></figure></li>"
        ),
    ],
)
def test_links_that_open_blocks_of_one_make_are_headlines(card: str) -> None:
    """The date, the text or the picture stand beside the link, in the same block or around it."""
    page = cards(card)
    assert [(a.title, a.text) for a in page.articles] == [(title, FERRY) for title in (*TITLES, *MORE)]
    assert page.problems == ()


def test_the_footer_of_a_story_holds_its_name_and_hour() -> None:
    """Whatever its class says, it is no footer of the page; the hour completes a day printed above."""
    page = cards(
        "<div class=post><h2 class=date-header>March 1{n}, 2026</h2><h3><a href='/{n}/'>{title}</a></h3><p>{text}</p>"
        "<div class=post-footer><span class='post-author vcard'>"
        "Posted by <span class=fn>Jane Doe</span></span> at <abbr class=published"
        " title='2026-03-1{n}T10:30:00+00:00'>10:30</abbr></div></div>"
    )
    assert [(a.authors, str(a.published_at)) for a in page.articles] == [
        (("Jane Doe",), f"2026-03-1{n} 10:30:00+00:00") for n in range(4)
    ]


def test_links_to_other_stories_below_a_teaser_are_none_of_it() -> None:
    """A list of nothing but links that lead elsewhere; one with a text of its own stays."""
    page = cards(
        "<div class=q><h2><a href='/{n}/'>{title}</a></h2><p>{text}</p><ul><li><a href='/r{n}/'>More of it</a></li>"
        "</ul><ul><li>A drying hall</li></ul></div>"
    )
    assert {a.text for a in page.articles} == {f"{FERRY}\n\nA drying hall"}
    assert [one.rule for one in page.boilerplate].count("links-beside") == 4


def test_a_heading_above_a_row_of_boxes_is_their_section() -> None:
    """Also of those further down the row; the heading of the page is not."""
    boxes = [
        f"<div class=q><h3><a href='/{n}/'>{t}</a></h3><p>{FERRY}</p></div>"
        for n, t in enumerate((*TITLES, *MORE))
    ]
    city, culture = ("".join(boxes[:2]), "".join(boxes[2:]))
    page = html(
        f"<section><h2>City</h2>{city}</section><section><h2>Culture</h2>{culture}</section>", "Latest"
    )
    assert [a.section for a in page.articles] == ["City", "City", "Culture", "Culture"]
    assert [a.section for a in html(city + culture, "Latest").articles] == [None] * 4


def test_a_long_story_among_excerpts_of_others_is_an_article() -> None:
    """Though all three are made alike, and the page says nothing of itself: one holds nearly all of the text."""
    long = "".join(f"<p>{number}. {WOOL} {FERRY}</p>" for number in range(6))
    boxes = (
        f"<section><h2>The mill and the price of wool</h2>{long}</section>"
        f"<section><h2><a href=/2026/ferry/>{TITLES[1]}</a></h2><p>{FERRY}</p></section>"
        f"<section><h2><a href=/2026/hall/>{TITLES[0]}</a></h2><p>{WOOL}</p></section>"
    )
    page = parse_page(f"<html><title>What wool costs - Herald</title><body>{boxes}".encode(), URL)
    assert page.kind is PageKind.ARTICLE
    assert page.articles[0].text.startswith("0. The wool")


def test_the_only_long_story_of_a_page_without_a_name_of_its_own_is_one_of_several() -> None:
    """Its headline leads to a page of its own, as all others do, and nothing stands beside them."""
    rows = "".join(
        f"<h2><a href='/2026/03/{n}/'>{title} {n}</a></h2>" + f"<p>{body}</p>" * count
        for n, title, body, count in (
            (1, TITLES[0], WOOL, 1),
            (2, TITLES[1], FERRY, 30),
            (3, TITLES[0], FERRY, 1),
        )
    )
    page = parse_page(f"<title>Herald</title><body><div>8 March 2026</div>{rows}".encode(), URL)
    assert [len(article.blocks) for article in page.articles] == [1, 30, 1]


@pytest.mark.parametrize("days", [(9, 8, 7), ()])
def test_short_posts_below_their_days_are_a_list(days: tuple[int, ...]) -> None:
    """Half of them need a long text where each tells its day; where none does, it is a text with subheads."""
    bodies = (WOOL, FERRY, "Rope, mostly.")
    posts = (
        f"<h3>Post about the lake</h3><p>{n}: {body}</p>"
        f"<div>Posted at 0{n}:14 AM | <a href='/weblog/{n}.html'>Permalink</a> | <a href='#c'>Comments (3)</a></div>"
        for n, body in enumerate(bodies, 1)
    )
    heads = [f"<h2>March {day}, 2026</h2>" for day in days] or ["", "", ""]
    blog = "".join(f"<div class=blog>{head}{post}</div>" for head, post in zip(heads, posts, strict=True))
    page = parse_page(f"<title>Tidepool</title><body><div>{blog}</div>".encode(), URL)
    hours = [(told.day, told.hour) for article in page.articles if (told := article.published_at)]
    assert hours == [(day, n) for n, day in enumerate(days, 1)]
    assert (page.kind is PageKind.LISTING) == bool(days)
    assert [(article.url, article.section) for article in page.articles if days] == [
        (f"https://steppe-herald.example/weblog/{n}.html", None) for n in range(1, len(days) + 1)
    ]


def test_the_way_to_the_rest_of_a_story_ends_it() -> None:
    """It stands not above the next one's headline, though what dates the page has the same make."""
    rows = "".join(
        f"<h2><a href='/2026/03/{n}/'>{title}</a></h2><div>{n} March 2026</div><div>{WOOL}</div>"
        "<div>Continue reading</div>"
        for n, title in enumerate(TITLES, 1)
    )
    page = html(f"<div>8 March 2026</div>{rows}")
    assert [
        (article.complete, article.published_at and article.published_at.day) for article in page.articles
    ] == [
        (False, 1),
        (False, 2),
    ]
    assert page.as_of == date(2026, 3, 8)


def test_an_article_in_a_script_without_letters_outweighs_the_stories_that_it_leads_to() -> None:
    """A character of Chinese or Japanese says as much as three letters."""
    paragraph = "<p>市議会は十二日、老朽化した北浜の旋回橋を冬までに閉鎖する案を賛成多数で可決した。</p>"
    others = "".join(
        f"<li><a href=/n/{n}>駅から始まり暖炉のそばで終わる 散歩道 {n} つ</a><br>一番安い 電気ケトルが</li>"
        for n in range(8)
    )
    title = "隣町の 町長 未払いの 罰金で 辞任へ"
    page = f"<title>{title}</title><h1>{title}</h1>{paragraph * 5}"
    found = parse_page(f"<html><body>{page}<h2>ランキング</h2><ul>{others}</ul></body></html>".encode(), URL)
    assert found.kind is PageKind.ARTICLE


def test_a_date_beside_other_facts_below_the_headline_signs_the_page() -> None:
    """The number of its views, say: then the text below it is a story, and no description of a section."""
    cards = "".join(f"<div><a href=/n/{n}>{TITLES[0]} in Village {n}</a><br>{FERRY}</div>" for n in range(4))
    page = f"<h1>{TITLES[1]}</h1><div>11.03.2024 14:02 | Views: 1204 | Author: admin</div><div>{FERRY}</div>{cards}"
    found = parse_page(f"<title>{TITLES[1]}</title><body>{page}</body>".encode(), URL)
    assert found.kind is PageKind.ARTICLE


def test_a_page_that_tells_hour_by_hour_is_one_article() -> None:
    """Below a headline and words that open the story, times of the day date no stories; whole dates do."""
    text = (
        "The river came over the wall in the night, and nobody in the lower street slept until the morning."
    )
    heads = ("The First Houses Are Empty", "Water Stands at the Mill", "The Bridge Stays Closed Today")
    parts = [f"<div><h2>{head}</h2><p>{{0}}</p><p>{text} {text}</p></div>" for head in heads]
    body = "<h1>River Leaves Its Bed After Three Days of Rain</h1><p>" + text + "</p>" + "".join(parts)
    page = "<html><head><title>Flood in the valley</title></head><body>" + body + "</body></html>"
    kinds = [
        parse_page(page.format(told).encode(), "https://news.example/flood").kind
        for told in ("10:05", "2 March 2024")
    ]
    assert kinds == [PageKind.ARTICLE, PageKind.LISTING]
