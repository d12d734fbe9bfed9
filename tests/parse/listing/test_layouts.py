"""Listings in layouts that their markup does not tell: broken lines, mixed makes, small print of all kinds."""

from collections.abc import Callable

import pytest

from pipeline.parse import parse_page
from pipeline.parse.listing.names.round_ups import names_round_up
from pipeline.records import Article, PageKind, ParsedPage, Reason

URL = "https://valley-paper.example/news/"
TITLES = (
    "Stone Bridge Reopens After Two Winters",
    "Bakers of the Old Town Share One Oven",
    "Choir of Shepherds Sings in the Capital",
    "School Bus Finds a Shorter Way",
)
TEASERS = (
    "The first cart crossed it at noon on Monday, with a brass band walking in front of the horses.",
    "Wood is dear this year, so that four families light a single fire and bake in turns from midnight on.",
    "Forty voices came down from the summer pastures and filled the hall for three evenings in a row.",
    "A path along the dam saves the pupils of two villages twenty minutes on each day of the week.",
)
DAYS = ("14 March 2026", "13 March 2026", "12 March 2026", "11 March 2026")


def page_of(body: str, *, language: str = "en", title: str = "News", url: str = URL) -> ParsedPage:
    head = f'<html lang="{language}"><head><title>{title}</title></head>'
    return parse_page(f"{head}<body>{body}</body></html>".encode(), url, "text/html")


def rows(row: Callable[[int], str], number: int = 4) -> str:
    return "".join(map(row, range(number)))


def link(n: int) -> str:
    return f'<a href="/s/{n}">{TITLES[n]}</a>'


def told(article: Article) -> tuple[str, str | None, int | None]:
    return article.title, article.url, article.published_at.day if article.published_at else None


def expected(*numbers: int) -> list[tuple[str, str, int]]:
    return [(TITLES[n], f"https://valley-paper.example/s/{n}", 14 - n) for n in numbers]


def left_over(page: ParsedPage) -> list[str]:
    return [problem.detail for problem in page.problems if problem.reason is Reason.TEXT_LEFT_OVER]


@pytest.mark.parametrize("mark", [" — ", ": ", " | ", ", "])
@pytest.mark.parametrize("row", ["<li>{a}{m}{x}</li>", "<p><b>{a}</b>{m}{x}</p>"])
def test_what_parts_a_headline_from_the_text_behind_it_is_none_of_either(row: str, mark: str) -> None:
    page = page_of("<div>" + rows(lambda n: row.format(a=link(n), m=mark, x=TEASERS[n])) + "</div>")
    assert [(article.title, article.text) for article in page.articles] == list(
        zip(TITLES, TEASERS, strict=True)
    )


@pytest.mark.parametrize(
    "tip", ["<span title='{d}'>3 hours ago</span>", "<p><span title='{d}'>today</span></p>"]
)
def test_a_tool_tip_tells_the_day_of_what_is_some_hours_old(tip: str) -> None:
    row = "<div class=c><h3>{a}</h3><p>{x}</p><div>{tip}</div></div>"
    page = page_of(rows(lambda n: row.format(a=link(n), x=TEASERS[n], tip=tip.format(d=DAYS[n]))))
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)


def test_a_tool_tip_tells_the_hour_of_a_day() -> None:
    line = "<p>Views: 8 | Date: <span title='11:42'>{d}</span></p>"
    page = page_of(
        rows(lambda n: f"<div class=c><h3>{link(n)}</h3><p>{TEASERS[n]}</p>{line.format(d=DAYS[n])}</div>")
    )
    assert [str(a.published_at)[:16] for a in page.articles] == [f"2026-03-{14 - n} 11:42" for n in range(4)]


def test_a_list_has_the_section_above_it() -> None:
    """So has each of its stories, and what is called a tag and leads nowhere is a section, too."""
    part = "<h2>{h}</h2><ul>{items}</ul>"
    items = [f"<li><a href='/s/{n}'><b>{TITLES[n]}</b></a> {TEASERS[n]}</li>" for n in range(4)]
    page = page_of(
        part.format(h="Town", items="".join(items[:2])) + part.format(h="Valley", items="".join(items[2:]))
    )
    assert [article.section for article in page.articles] == ["Town", "Town", "Valley", "Valley"]
    cards = rows(
        lambda n: (
            f"<div class=c><div class=card-tag>Part {n}</div><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>"
        )
    )
    assert [article.section for article in page_of(cards).articles] == [f"Part {n}" for n in range(4)]


@pytest.mark.parametrize(
    "line",
    ["{d} {a}", "{a} ({d})", "&bull; {a} {d}", "<b>{d}</b> {a}"],
)
def test_links_parted_by_line_breaks_are_stories(line: str) -> None:
    """Each line is one: a date, a bullet and a link to the story, in no element of its own."""
    lines = "<br>\n".join(line.format(a=link(n), d=DAYS[n]) for n in range(4))
    page = page_of(f"<table><tr><td>{lines}</td></tr></table>")
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)
    assert not left_over(page)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>{lines}</td><td><b>{t}</b><br>{text}</td></tr></table>",
        "<h2>{t}</h2><font>12 March 2026<br><br>{short}<br><br>It was a fine day.<br><br></font>{boxes}",
    ],
)
def test_a_text_beside_long_links_or_with_its_day_on_top_is_an_article(page: str) -> None:
    """Links are no prose, however long, and a day that opens a text is that of a story of its own."""
    more = " and what the people of the valley have to say of it"
    lines = rows(lambda n: f"<div>{DAYS[n % 4]} <a href='/s/{n}'>{TITLES[n % 4]}{more} {n}</a></div>", 12)
    boxes = rows(lambda n: f"<div class=x><a href='/s/{n}'><b>{TITLES[n]}</b></a><br>{TEASERS[n]}</div>", 3)
    text = "<br><br>".join(TEASERS)
    told = page.format(lines=lines, boxes=boxes, t=f"{TITLES[3]} Home", text=text, short=TEASERS[3])
    assert page_of(told, title=f"{TITLES[3]} Home").kind is PageKind.ARTICLE


def test_lines_below_an_article_stay_beside_it() -> None:
    """They are links to other stories there."""
    text = "".join(f"<p>{teaser} {teaser}</p>" for teaser in TEASERS)
    lines = "<br>".join(f"{DAYS[n]} {link(n)}" for n in range(1, 4))
    page = page_of(f"<h1>{TITLES[0]}</h1>{text}<div>{lines}</div>", title=TITLES[0])
    assert (page.kind, [article.title for article in page.articles]) == (PageKind.ARTICLE, [TITLES[0]])


@pytest.mark.parametrize(
    "row",
    [
        "<li><a href='/s/{n}'>{t}</a><span>{d}</span></li>",
        "<li><a href='/s/{n}'>{t}</a><span>[{d}]</span></li>",
        "<dt>{d}</dt><dd><a href='/s/{n}'>{t}</a></dd>",
        "<div class=v><a href='/s/{n}'><span>02:1{n}</span></a><a href='/s/{n}'>{t}</a><i>{d}</i></div>",
        "<li><a href='/s/{n}'><p class=x>{d}</p><p class=y>{t}</p></a></li>",
    ],
)
def test_three_dated_headlines_are_a_list(row: str) -> None:
    """Where three of them stand alone, the date of each is what tells."""
    body = rows(lambda n: row.format(n=n, t=TITLES[n], d=DAYS[n]), 3)
    page = page_of(f"<dl>{body}</dl>" if "<dt>" in row else f"<div><div>{body}</div></div>")
    assert [told(article) for article in page.articles] == expected(0, 1, 2)


def test_a_headline_above_and_links_among_the_cards_are_stories_too() -> None:
    """A front page has its stories in several makes."""
    hero = f'<section><a href="/s/0"><img src="/0.jpg"></a><h1>{link(0)}</h1></section>'
    cards = "".join(f"<div class=c><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>" for n in (1, 2))
    page = page_of(f"<main>{hero}<section>{cards}</section><ul><li>{link(3)}</li></ul></main>")
    assert [article.title for article in page.articles] == list(TITLES)
    assert not left_over(page)


def test_what_stands_beside_the_stories_is_none_of_them() -> None:
    """Links outside of what holds all cards are reported, not read as stories."""
    cards = "".join(f"<div class=c><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>" for n in (0, 1))
    beside = f"<div>Our choice</div><ul><li>{link(2)}</li><li>{link(3)}</li></ul>"
    page = page_of(f"<div><div>{cards}</div><div>{beside}</div></div>")
    assert [article.title for article in page.articles] == list(TITLES[:2])
    assert left_over(page)


def test_a_bold_line_that_opens_a_paragraph_is_a_headline() -> None:
    """Its link stands at the end of the text, as old pages have it."""
    row = "<p><b>{t}</b><br>{x}<br><a href='/s/{n}'>Full story</a></p><hr>"
    page = page_of("<h1>The Paper</h1><hr>" + rows(lambda n: row.format(n=n, t=TITLES[n], x=TEASERS[n])))
    assert [(a.title, a.url, a.text, a.complete) for a in page.articles] == [
        (TITLES[n], f"https://valley-paper.example/s/{n}", TEASERS[n], False) for n in range(4)
    ]


def test_posts_below_the_day_of_each_are_a_list() -> None:
    """Their headlines lead nowhere; the day above each and the link to its own page tell."""
    row = "<h2>{d}</h2><h3>{t}</h3><p>{x}</p><p>{x}</p><p><a href='/s/{n}'>Permalink</a></p>"
    page = page_of(
        "<h1>Notes</h1>" + rows(lambda n: row.format(n=n, t=TITLES[n], x=TEASERS[n], d=DAYS[n])),
        title="Notes",
    )
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)
    assert [article.text for article in page.articles] == [f"{x}\n\n{x}" for x in TEASERS]


@pytest.mark.parametrize(
    "row",
    [
        "<div class=d>{d}</div><div class=s><i>0{n}:40</i> <a href='/s/{n}'>{t}</a></div>",
        "<div class=s><h3><a href='/s/{n}'>{t}</a></h3><p>{d}</p><p>0{n}:40</p><p>{x}</p></div>",
    ],
)
def test_a_day_and_a_clock_that_stand_apart_make_one_instant(row: str) -> None:
    """The day stands above the story, or both below its headline."""
    page = page_of(rows(lambda n: row.format(n=n, t=TITLES[n], d=DAYS[n], x=TEASERS[n])))
    assert [str(a.published_at) for a in page.articles] == [
        f"2026-03-{14 - n} 0{n}:40:00+00:00" for n in range(4)
    ]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>Posted on {d} by <a href='/x'>Asel Osmon</a></p><p>{x}</p>", ("Asel Osmon",)),
        ("<p>By Asel Osmon {d}</p><p>{x}</p>", ("Asel Osmon",)),
        ("<p>{d} — {x}</p>", ()),
        ("<p>Issue 12 · {d}</p><p>{x}</p>", ()),
        ("<p>{d} · Temps de lecture : 3 min.</p><p>{x}</p><p>1.2K shares</p>", ()),
        (
            "<div><p class=author>By Asel Osmon</p><p class=location>Naryn</p><p>{d}</p></div><p>{x}</p>",
            ("Asel Osmon",),
        ),
        ("<dl><dt>Detalles</dt><dd>{d}</dd><dd>Visto: 345</dd></dl><p>{x}</p>", ()),
        ("<div><span>ليلى حداد</span><span>{d}</span></div><p>{x}</p><p>3 תגובות</p>", ()),
        (
            "<div><img src=/f.jpg width=48 height=48><b>Asel Osmon</b></div><p>{d}</p><p>{x}</p>",
            ("Asel Osmon",),
        ),
        ("<p>{d}</p><p>{x}</p><div><a href='#'>Share</a><a href='#'>Copy link</a></div>", ()),
        ("<p>{d}</p><p>{x}</p><div class=tags><a href='/t/1'>Bridges</a> <a href='/t/2'>Bread</a></div>", ()),
        ("<time datetime=monday>{d}</time><p>{x}</p>", ()),
        ("<p class=date>{d}<span class=cat>Town</span></p><p class=author-article__summary>{x}</p>", ()),
        ("<p>{d}</p><p>{x}</p><p>à(s) 14:05</p>", ()),
        ("<div><span>Published on {d}</span><span aria-hidden=true>{d}</span></div><p>{x}</p>", ()),
        ("<p>Date: {d} Views: 88 Author: Asel Osmon</p><p>{x}</p>", ("Asel Osmon",)),
        ("<p>Автор: Asel Osmon Источник: Река {d} Просмотров: 88</p><p>{x}</p>", ("Asel Osmon",)),
        ("<p>od <a rel=author href='/a/1'>Asel Osmon</a> | {d} | Town</p><p>{x}</p>", ("Asel Osmon",)),
    ],
)
def test_small_print_is_no_text(line: str, authors: tuple[str, ...]) -> None:
    """Whatever it says, and wherever it stands."""
    cards = rows(lambda n: f"<div class=c><h3>{link(n)}</h3>{line.format(d=DAYS[n], x=TEASERS[n])}</div>")
    page = page_of(f"<div>{cards}</div>")
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)
    assert [(article.authors, article.text) for article in page.articles] == [(authors, x) for x in TEASERS]


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("<a href='/s/{n}'><span class=badge>Exclusive</span> {t}</a>", "{t}"),
        ("<a href='/s/{n}'><b>Exclusive</b> {t}</a>", "Exclusive {t}"),
        ("<a href='/s/{n}'>Exclusive <span class=badge>today</span> {t}</a>", "Exclusive today {t}"),
        ("{t} <a href='/s/{n}#comments'>3</a>", "{t} 3"),
        ("<a href='/s/{n}'>{t} <span class=badge>Live</span></a>", "{t}"),
        ("<a href='/s/{n}'>{t} <span>[12]</span></a>", "{t}"),
        (
            "<a href='/s/{n}'><i class=icon><b class=sr-only>For those who subscribe to us</b></i>{t}</a>",
            "{t}",
        ),
        (
            "<a href='/s/{n}' title='{t}'>Stone, Bakers, Choir and School...</a>",
            "Stone, Bakers, Choir and School...",
        ),
        ("<a href='/s/{n}' title='{t} and more'>{t}…</a>", "{t} and more"),
    ],
)
def test_a_label_beside_a_headline_is_no_part_of_it(headline: str, title: str) -> None:
    """It is the section of the story, or its kind; words in bold or amid the headline, or cut off, are its own."""
    row = f"<div><h3>{headline}</h3><p>{{x}}</p></div>"
    page = page_of("<div>" + rows(lambda n: row.format(n=n, t=TITLES[n], x=TEASERS[n])) + "</div>")
    assert [article.title for article in page.articles] == [title.format(t=t) for t in TITLES]


def test_a_count_of_remarks_is_no_part_of_a_headline_in_a_list() -> None:
    items = rows(lambda n: f"<li><a href='/s/{n}'>{TITLES[n]} <em>(3)</em></a></li>")
    assert [article.title for article in page_of(f"<ul>{items}</ul>").articles] == [*TITLES]


def test_columns_of_a_table_are_sections_and_names() -> None:
    """A cell of a word beside the headline is the section; the row above names the columns."""
    row = "<tr><td>{d}</td><td><a href='/s/{n}'>{t}</a></td><td>Town</td></tr>"
    table = rows(lambda n: row.format(n=n, t=TITLES[n], d=DAYS[n]))
    page = page_of(f"<table><tr><th>Day</th><th>Headline</th><th>Part</th></tr>{table}</table>")
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)
    assert [(article.section, article.text) for article in page.articles] == [("Town", "")] * 4
    assert not left_over(page)


@pytest.mark.parametrize(
    "line",
    [
        "Viewing results 691 - 696 of 1505",
        "Results 1–4 of 320 for “bridge”",
        "Результаты 1–5 из 320 по запросу «мост»",
        "Найдено материалов: 4",
        "You receive this letter because you asked for it.",
        "Copyright 2026 The Valley Paper",
        "כל הזכויות שמורות © היומן",
        "Valley Paper. Все права защищены.",
        "전체 214건 2 페이지",
        "31 sahifadan 4-sahifa",
        "12 беттің 1-беті.",
        "Subscribe to: Posts (Atom)",
        "Issue 212 · 12 March 2026",
    ],
)
def test_lines_about_the_page_are_named(line: str) -> None:
    """They are no text that was left over."""
    cards = rows(lambda n: f"<div class=c><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>")
    page = page_of(f"<div><p>{line}</p>{cards}</div>")
    assert (len(page.articles), left_over(page)) == (4, [])
    assert line in [part.text for part in page.boilerplate]


@pytest.mark.parametrize(
    ("pictures", "shown"),
    [
        ("<picture><source srcset='/a.jpg 600w, /b.jpg 1200w'><img src='data:x'></picture>", "/b.jpg"),
        ("<img src=/face.jpg width=80 height=80><img src=/a.jpg width=600 height=400>", "/a.jpg"),
        ("<img src=/thumb.jpg width=90 height=60>", "/thumb.jpg"),
        ("<img src=/dot.gif width=1 height=1><i></i>", None),
        ("<img src='data:x' data-img-url=/a.jpg>", "/a.jpg"),
        ("<img src=/logo.png><img data-src=/a.jpg src=/blank.gif>", "/a.jpg"),
        ("<a style='background-image: url(/a.jpg)'></a>", "/a.jpg"),
    ],
)
def test_the_picture_of_a_story_is_chosen_as_in_an_article(pictures: str, shown: str | None) -> None:
    """The largest size, no portrait and no furniture; beside a teaser a smaller one will do."""
    row = "<div class=c>{p}<h3>{a}</h3><p>{x}</p></div>"
    cards = rows(lambda n: row.format(p=pictures.replace(".", f"-{n}."), a=link(n), x=TEASERS[n]))
    images = [article.image for article in page_of(f"<div>{cards}</div>").articles]
    assert images == [
        shown and f"https://valley-paper.example{shown.replace('.', f'-{n}.')}" for n in range(4)
    ]


def test_the_picture_that_all_stories_share_is_none_of_theirs() -> None:
    """It is the portrait of who wrote them, or the sign of the site."""
    own = ("<img src=/0.jpg>", "<img src=/1.jpg>", "", "")
    cards = rows(
        lambda n: f"<div class=c><img src=/me.jpg>{own[n]}<h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>"
    )
    images = [article.image for article in page_of(f"<div>{cards}</div>").articles]
    assert images == ["https://valley-paper.example/0.jpg", "https://valley-paper.example/1.jpg", None, None]


@pytest.mark.parametrize(
    "card",
    [
        "<p class=x>{a}</p><p class=x><a href='/s/{n}'>{x}</a></p>",
        "<p class=x><a href='/u/{n}'>Aida Sadyk</a> {a}</p><p>{x}</p>",
    ],
)
def test_a_block_that_a_name_or_a_teaser_links_too_has_one_headline(card: str) -> None:
    """It is the first link of those to one page, and no name in front of it."""
    cards = rows(lambda n: f"<div class=c>{card.format(n=n, a=link(n), x=TEASERS[n])}</div>")
    page = page_of(f"<div>{cards}</div>")
    assert [(article.title, article.text) for article in page.articles] == list(
        zip(TITLES, TEASERS, strict=True)
    )


def test_a_front_page_opens_with_its_first_story() -> None:
    """The only heading 1 is that of the first story where a list of others and columns with their names follow."""
    briefs = rows(lambda n: f"<li><i>1{n}:40</i> <a href='/b/{n}'>{TITLES[n]} again</a></li>")
    first = f"<div><h1>{link(0)}</h1><p>{TEASERS[0]}</p></div>"
    page = page_of(f"{first}<div><h3>In brief</h3><ul>{briefs}</ul></div><div><h3>Opinion</h3></div>")
    assert [article.title for article in page.articles] == [
        TITLES[0],
        *(f"{title} again" for title in TITLES),
    ]


@pytest.mark.parametrize(
    ("section", "rule"),
    [
        ("<h2>Town</h2><p>What the council says, and what it does.</p>", "introduction"),
        ("<div><h2>Town</h2><p>What the council says, and what it does.</p></div>", "introduction"),
        (
            "<p>Issue 212 · 12 March 2026</p><div class=c>Good morning,<br>here is the week.</div>",
            "introduction",
        ),
        ("<div style='display:none'>A bridge, a bakery and a choir.</div>", "hidden"),
        ("<div class=entry-crumbs>Home Town</div>", "furniture entry-crumbs"),
        (
            "<site-footer><p>Editor: Asel Osmon, who reads each letter.</p></site-footer>",
            "furniture site-footer",
        ),
    ],
)
def test_what_stands_above_the_stories_and_is_none_is_named(section: str, rule: str) -> None:
    """The text that tells what a section is about, a greeting, what nobody sees, and parts named by their tag."""
    cards = rows(lambda n: f"<div class=c><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>")
    page = page_of(f"<main>{section}<div>{cards}</div></main>")
    assert (len(page.articles), left_over(page)) == (4, [])
    assert rule in [part.rule for part in page.boilerplate]


def test_a_rate_or_a_long_text_below_a_heading_is_still_reported() -> None:
    """It may be what somebody looks for, or a story without a headline."""
    cards = rows(lambda n: f"<div class=c><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>")
    for text in ("DOLAR 41,62 EURO 48,90", f"{TEASERS[1]} {TEASERS[1]}"):
        assert left_over(page_of(f"<main><h2>Town</h2><p>{text}</p><div>{cards}</div></main>")) == [text[:80]]


def test_a_heading_of_a_word_above_links_is_no_story_and_they_are() -> None:
    """A front page has its columns as lists of short headlines, beside sections of cards."""
    first, *others = (f"<article><h3>{link(n)}</h3><p>{TEASERS[n]}</p></article>" for n in range(4))
    short = (
        "The toll was never about money",
        "Leave the plane trees alone",
        "What buses teach us",
        "A late spring",
    )
    column = "".join(
        f"<li><a href='/o/{n}'>{title}</a> <i>A. Osmon</i></li>" for n, title in enumerate(short)
    )
    page = page_of(
        f"<main><div>{first}</div><section><h2><a href='/town'>Town</a></h2>{''.join(others)}</section>"
        f"<section><h2><a href='/opinion'>Opinion</a></h2><ul>{column}</ul></section></main>"
    )
    assert [article.title for article in page.articles] == [*TITLES, *short]


@pytest.mark.parametrize("day", ["{} de março de 2026", "sábado, {} de março de 2026"])
def test_the_day_of_a_group_of_posts_is_not_the_page_s(day: str) -> None:
    """Each dates its own posts, the only one of a day too, whose box it stands in."""
    posts = [f"<div class=p><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>" for n in range(3)]
    groups = (
        f"<h2>{day.format(14)}</h2><div>{posts[0]}{posts[1]}</div>",
        f"<h2>{day.format(13)}</h2>{posts[2]}",
    )
    page = page_of(f"<main>{''.join(f'<div>{group}</div>' for group in groups)}</main>", language="pt")
    assert [told(article)[2] for article in page.articles] == [14, 14, 13]
    assert page.as_of is None


def test_a_letter_with_its_day_below_its_name_has_several_stories() -> None:
    """The name of a newsletter looks like a headline, and its greeting like the text below."""
    name, told = (
        "Your weekly letter from the valley",
        "Dear reader, here is what you need to know of this week.",
    )
    greeting = f"<h1>{name}</h1><p>14 March 2026</p><p>{told}</p>"
    stories = rows(
        lambda n: f"<h3>{TITLES[n]}</h3><p>{TEASERS[n]} <a href='/s/{n}'>Read the full story</a></p>"
    )
    end = "<p><a href='/u'>Unsubscribe from this list</a></p>"
    page = page_of(f"<div>{greeting}{stories}{end}</div>", title=name)
    assert [article.title for article in page.articles] == [*TITLES]


@pytest.mark.parametrize("to", ["/p/{n}", "/p/482{n}", "/2026/03/1{n}/", "/2026/03/"])
def test_the_link_of_a_printed_date_leads_to_the_story_or_to_an_archive(to: str) -> None:
    """An address of nothing but a day or a month is that of all its stories."""
    row = (
        "<div class=c><h3>{t}</h3><p>{x}</p><p><a href='{to}'>{d}</a> <a href='{to}#n'>14 notes</a></p></div>"
    )
    cards = rows(lambda n: row.format(t=TITLES[n], x=TEASERS[n], d=DAYS[n], to=to.format(n=n)))
    page = page_of(f"<div>{cards}</div>")
    urls = [f"https://valley-paper.example{to.format(n=n)}" if "p/" in to else None for n in range(4)]
    assert [(article.url, article.text) for article in page.articles] == list(zip(urls, TEASERS, strict=True))


def test_the_link_of_a_date_amid_small_print_leads_to_the_story() -> None:
    """Posts without linked headlines have no other link."""
    foot = "<span>12.4K views <span><a href='/p/{n}'><time datetime='2026-03-1{n}T10:00'>10:00</time></a></span></span>"
    cards = rows(lambda n: f"<div class=c><h3>{TITLES[n]}</h3><p>{TEASERS[n]}</p>{foot.format(n=n)}</div>")
    page = page_of(f"<div>{cards}</div>")
    assert [(a.url, a.text) for a in page.articles] == [
        (f"https://valley-paper.example/p/{n}", TEASERS[n]) for n in range(4)
    ]


@pytest.mark.parametrize(
    "name", ["<table><caption>News of the year</caption>", "<p class=title>Town news</p><table>"]
)
def test_the_name_of_a_table_is_no_story(name: str) -> None:
    """A caption names it, or what is classed as a title and too short for one."""
    cells = rows(lambda n: f"<tr><td>{DAYS[n]}</td><td>{link(n)}</td></tr>")
    page = page_of(f"<div>{name}{cells}</table></div>")
    assert (len(page.articles), left_over(page)) == (4, [])
    assert [part.rule for part in page.boilerplate] == ["page-heading"]


def test_a_page_of_more_stories_than_are_read_is_a_listing() -> None:
    """What stands behind the last that is read makes no article of it, and is reported."""
    row = "<div class=c><h3><a href='/s/{n}'>Story of the {n} old bridges</a></h3><p>{x}</p></div>"
    page = page_of("<div>" + rows(lambda n: row.format(n=n, x=TEASERS[n % 4]), 5_400) + "</div>")
    assert (page.kind, len(page.articles), page.articles[-1].title) == (
        PageKind.LISTING,
        5_000,
        "Story of the 4999 old bridges",
    )
    assert sum(problem.count for problem in page.problems) == 800


@pytest.mark.parametrize("label", ["Sponsored", "Paid for by a bank", "Реклама", "Mainos"])
def test_what_is_paid_for_is_no_story(label: str) -> None:
    """A label says so; where most cards have it, it is the name of a section."""
    card = "<div class=c><span>{x}</span><h3>{a}</h3><p>{t}</p></div>"
    mixed = rows(lambda n: card.format(x="Town" if n != 1 else label, a=link(n), t=TEASERS[n]))
    page = page_of(f"<div>{mixed}</div>")
    assert [article.title for article in page.articles] == [TITLES[0], *TITLES[2:]]
    assert ("paid-for", TITLES[1]) in [(part.rule, part.text) for part in page.boilerplate]
    alike = page_of("<div>" + rows(lambda n: card.format(x=label, a=link(n), t=TEASERS[n])) + "</div>")
    assert len(alike.articles) == 4


def test_the_only_page_that_a_card_leads_to_is_its_story() -> None:
    """A link without words covers the card."""
    card = "<article><a class=o href='/s/{n}' aria-label='{t}'></a><h3>{t}</h3><p>{x}</p></article>"
    page = page_of("<div>" + rows(lambda n: card.format(n=n, t=TITLES[n], x=TEASERS[n])) + "</div>")
    assert [(article.title, article.url, article.complete) for article in page.articles] == [
        (TITLES[n], f"https://valley-paper.example/s/{n}", False) for n in range(4)
    ]


def test_a_clock_in_a_line_with_a_link_is_told_of_its_day() -> None:
    """No element holds it."""
    lists = (
        f"<h2>{DAYS[n]}</h2><ul><li>0{n}:40 {link(n)}</li><li>0{n}:20 {link(n + 2)}</li></ul>" for n in (0, 1)
    )
    assert [str(article.published_at)[:16] for article in page_of("".join(lists)).articles] == [
        "2026-03-14 00:40",
        "2026-03-14 00:20",
        "2026-03-13 01:40",
        "2026-03-13 01:20",
    ]


def test_a_headline_that_is_signed_below_is_the_pages_own() -> None:
    """Dated links below a short story make no listing of it."""
    links = "".join(f"<li>{link(n)} <small>{DAYS[n]}</small></li>" for n in (1, 2, 3))
    story = f"<h1>{TITLES[0]}</h1><p>Asel Osmon, {DAYS[0]}</p><p>{TEASERS[0]}</p>"
    page = page_of(f"<div>{story}</div><ul>{links}</ul>", title=TITLES[0])
    assert (page.kind, [article.title for article in page.articles]) == (PageKind.ARTICLE, [TITLES[0]])


def test_a_source_beside_a_date_is_no_text() -> None:
    """Its name is none of a person."""
    row = "<div><h3><a href='/s/{n}'>{t}</a></h3><p>Valley, {d}</p><p>{x}</p></div>"
    page = page_of("<div>" + rows(lambda n: row.format(n=n, t=TITLES[n], d=DAYS[n], x=TEASERS[n])) + "</div>")
    assert [(*told(article), article.authors, article.text) for article in page.articles] == [
        (*one, (), TEASERS[n]) for n, one in enumerate(expected(0, 1, 2, 3))
    ]


@pytest.mark.parametrize(
    "name", ["Local briefs", "Letters to the editor, 5 November 2026", "Naryn news briefs"]
)
@pytest.mark.parametrize(
    "row",
    [
        "<h3>{t}</h3><p>{x}</p>",
        "<p><b>{t}.</b> {x}</p>",
        "<details><summary>{t}</summary><p>{x}</p></details>",
    ],
)
def test_a_page_that_is_called_a_round_up_prints_several_stories(name: str, row: str) -> None:
    """In full, without links, days or bylines; under any other name these are the parts of one."""
    body = rows(lambda n: row.format(t=TITLES[n], x=TEASERS[n]))
    page = page_of(f"<h1>{name}</h1>{body}", title=f"{name} | The Paper")
    assert [(a.title, a.text, a.complete) for a in page.articles] == [
        (TITLES[n], TEASERS[n], True) for n in range(4)
    ]
    one = page_of(f"<h1>Our guests</h1><p>{TEASERS[0]}</p>{body}", title="Our guests")
    assert one.kind is not PageKind.LISTING


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Company briefs its shareholders on losses", False),
        ("Brief encounter", False),
        ("Police log", True),
        ("Leserbriefe vom 3. Mai", True),
        ("Коротко", True),
        ("简讯", True),
    ],
)
def test_the_name_of_a_round_up(name: str, is_one: bool) -> None:  # noqa: FBT001 - what is asked
    """Beside a place, a paper or a day; in a sentence the same word tells nothing."""
    assert names_round_up(name) is is_one


def test_boxes_that_fold_out_and_lead_on_are_stories() -> None:
    """The digest of a week; questions and the parts of one story lead nowhere."""
    row = "<details><summary>{t}</summary><p>{x}</p><a href='/s/{n}'>{m}</a></details>"
    body = rows(lambda n: row.format(n=n, t=TITLES[n], x=TEASERS[n], m="Full story"))
    page = page_of(f"<h1>The week in the valley</h1>{body}", title="The week in the valley")
    assert [(a.title, a.url) for a in page.articles] == [
        (TITLES[n], f"https://valley-paper.example/s/{n}") for n in range(4)
    ]
    other = page_of(f"<h1>The week in the valley</h1>{body.replace('Full story', 'a source')}")
    assert other.kind is not PageKind.LISTING


def test_one_sentence_in_its_own_article_is_a_story_above_cards() -> None:
    """All other headlines stand outside of what holds the page's own."""
    cards = "".join(f"<div class=c><a href='/s/{n}'><h4>{TITLES[n]}</h4></a></div>" for n in range(1, 4))
    story = f"<h1>{TITLES[0]}</h1><p>{TEASERS[0]}</p>"
    page = page_of(f"<main>{story}</main><div>{cards}{cards}</div>", title=TITLES[0])
    assert [(a.title, a.text) for a in page.articles] == [(TITLES[0], TEASERS[0])]


def test_a_list_of_links_may_cut_its_headlines_short() -> None:
    """Three dots at the end make no sentence."""
    page = page_of("<h1>Links</h1>" + rows(lambda n: f"<p><a href='/s/{n}'>{TITLES[n]}...</a></p>"))
    assert [article.title for article in page.articles] == [f"{title}..." for title in TITLES]


QUESTIONS = tuple(f"Who told you that {title.lower()}?" for title in TITLES)
ITEM = "<h3><a href='{a}/{n}'>{t}</a></h3><p>{x}</p>"


@pytest.mark.parametrize(
    ("headline", "row", "titles"),
    [
        ("<h1>What we asked in the valley</h1>", ITEM.replace("{a}", "/s"), QUESTIONS),
        ("<h1>What we asked in the valley</h1>", ITEM.replace("{a}", "https://shop.example"), TITLES),
        ("", "<h3>{t}</h3><p>{x}</p>", QUESTIONS),
    ],
)
def test_questions_and_things_in_shops_are_parts_of_one_story(
    headline: str, row: str, titles: tuple[str, ...]
) -> None:
    """Though nobody signs it, and no text stands above the first of them."""
    body = rows(lambda n: row.format(n=n, t=titles[n], x=TEASERS[n]))
    page = page_of(f"{headline}<div>{body}</div>", title="What we asked in the valley")
    assert page.kind is not PageKind.LISTING


def test_a_line_above_the_first_headline_is_the_pages_and_takes_no_text_from_the_stories() -> None:
    """Though it is made as their paragraphs are."""
    stories = rows(lambda n: f"<h3>{link(n)}</h3><p>{TEASERS[n]}</p><p>So it was.</p>")
    page = page_of(f"<div><p>All of the week</p>{stories}</div>")
    assert [article.text for article in page.articles] == [f"{text}\n\nSo it was." for text in TEASERS]


def test_text_in_the_footer_says_nothing_against_a_list_of_headlines() -> None:
    """It is about the paper."""
    links = rows(lambda n: f"<h3>{link(n)}</h3>")
    page = page_of(f"<div>{links}</div><footer><p>{'</p><p>'.join(TEASERS)}</p></footer>")
    assert [article.title for article in page.articles] == [*TITLES]
