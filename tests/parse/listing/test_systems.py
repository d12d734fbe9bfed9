"""Listings as publishing systems, portals and letters build them: what stands in and around their stories."""

import pytest

from pipeline.parse import parse_page
from pipeline.records import PageKind
from tests.parse.listing.test_layouts import (
    DAYS,
    TEASERS,
    TITLES,
    expected,
    left_over,
    link,
    page_of,
    rows,
    told,
)


def test_the_widget_of_blogger_that_holds_the_posts_is_none() -> None:
    """Its posts are few and short, and everything else on the page is a widget, too."""
    tags = "<a href='/l/town' rel=tag>town</a>, <a href='/l/food' rel=tag>food</a>"
    row = (
        "<h2 class=date-header>{d}</h2><div class='post hentry'><h3 class=post-title>{a}</h3>"
        "<div class=post-body>{x}</div><span>Posted by <b>Asel Osmon</b></span><span>Labels: {g}</span></div>"
    )
    posts = rows(lambda n: row.format(d=DAYS[n], a=link(n), x=TEASERS[n], g=tags))
    page = page_of(f"<div class='widget Blog' id=Blog1><div class=blog-posts>{posts}</div></div>")
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)
    assert {(a.authors, a.tags) for a in page.articles} == {(("Asel Osmon",), ("town", "food"))}
    assert [article.text for article in page.articles] == list(TEASERS)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("<div class=sa_press>전북신문</div><div><b>2시간전</b></div>", "ko"),
        ("<span class=source>Valley Radio</span>", "en"),
        ("<div>오늘</div>", "ko"),
        ("<div>昨天</div>", "zh"),
    ],
)
def test_the_house_and_the_hour_of_a_portals_story_are_no_text(line: str, language: str) -> None:
    """Portals print from whom they have a story, and how long ago."""
    cards = rows(lambda n: f"<li><a href='/s/{n}'><h3>{TITLES[n]}</h3></a><p>{TEASERS[n]}</p>{line}</li>")
    page = page_of(f"<ul>{cards}</ul>", language=language)
    assert [(a.text, a.complete) for a in page.articles] == [(text, False) for text in TEASERS]


def test_days_and_the_name_of_the_site_are_no_headlines() -> None:
    """Whatever their classes say."""
    row = "<div class=day_title>{d}</div><div><i>0{n}:40</i><div class=news_title>{a}</div></div>"
    logo = "<a href='/'><div class='head__logo t-title'>Valley Paper</div></a>"
    page = page_of(logo + rows(lambda n: row.format(d=DAYS[n], n=n, a=link(n))))
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)
    assert [str(a.published_at)[11:16] for a in page.articles] == ["00:40", "01:40", "02:40", "03:40"]


def test_a_term_with_a_date_and_a_label_belongs_to_what_it_defines() -> None:
    """Lists of announcements are built so."""
    row = "<dt><time>{d}</time><span class=label>Notice</span></dt><dd>{a}</dd>"
    page = page_of(f"<dl>{rows(lambda n: row.format(d=DAYS[n], a=link(n)))}</dl>")
    assert [told(article) for article in page.articles] == expected(0, 1, 2, 3)
    assert {article.section for article in page.articles} == {"Notice"}
    assert left_over(page) == []


def test_links_out_of_a_letter_and_on_to_a_story_are_no_headlines() -> None:
    """In a letter made of tables all are links alone in their cells; the picture is that of the story below."""
    cell = "<tr><td>{}</td></tr>"
    row = (
        "<table>" + cell.format("<a href='/s/{n}'><img src='/{n}.jpg' width=552></a>")
        + cell.format("<a href='/s/{n}'>{t}</a>") + cell.format("{x}")
        + cell.format("<a href='/s/{n}'>Read the full story</a>") + "</table>"
    )  # fmt: skip
    stories = rows(lambda n: row.format(n=n, t=TITLES[n], x=TEASERS[n]))
    view, day = cell.format("Trouble? <a href='/v'>View it in your browser</a>"), cell.format(DAYS[0])
    page = page_of(f"<table>{view}{day}{cell.format(stories)}</table>", title="The Letter")
    assert [(a.title, a.text, a.image) for a in page.articles] == [
        (TITLES[n], TEASERS[n], f"https://valley-paper.example/{n}.jpg") for n in range(4)
    ]
    assert str(page.as_of) == "2026-03-14"


def test_small_print_that_fell_out_of_its_box_belongs_to_it() -> None:
    """A box within a paragraph ends that; what the template prints behind stands outside."""
    row = "<p class=item>{a}<br>{x}<div style='clear:both'></div><small>Section:&nbsp;Town</small><br></p>"
    page = page_of(f"<div>{rows(lambda n: row.format(a=f'<b>{link(n)}</b>', x=TEASERS[n]))}</div>")
    assert [(a.text, a.section) for a in page.articles] == [(text, "Town") for text in TEASERS]
    assert left_over(page) == []


def test_the_picture_behind_a_box_is_the_one_that_comes_later() -> None:
    """Until then a stand-in of twenty pixels is shown."""
    box = "<div data-original='/large-{n}.jpg' style=\"background-image:url('/tiny.jpg')\"></div>"
    cards = rows(lambda n: f"<div class=c>{box.format(n=n)}<h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>")
    assert [article.image for article in page_of(f"<div>{cards}</div>").articles] == [
        f"https://valley-paper.example/large-{n}.jpg" for n in range(4)
    ]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Home &gt; News", "breadcrumb"),
        ("ホーム › 新着情報", "breadcrumb"),
        ("共1268条 首页上页12下页尾页", "paging"),
        ("<ul><li>首页</li><li>上一页</li><li>2</li><li>共 14页139条</li></ul>", "paging"),
        ("11-20 / 약 1,482건", "paging"),
        ("共218条记录 当前1/15页 首页 上一页 尾页", "paging"),
        ("当前位置: 主页 &gt; 新闻 &gt;", "breadcrumb"),
        ("版权所有：江北农业大学 地址：江北市学府路1号 邮编：430000", "small-print"),
        ("<form><label>Subject</label><select><option>All</option></select></form>", "furniture <form>"),
    ],
)
def test_what_stands_around_the_stories_is_named(line: str, rule: str) -> None:
    """In a box of its own."""
    cards = rows(lambda n: f"<div class=c><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>")
    page = page_of(f"<div><p>{line}</p></div><div>{cards}</div>")
    assert (len(page.articles), left_over(page)) == (4, [])
    assert rule in [part.rule for part in page.boilerplate]


@pytest.mark.parametrize("dated", [True, False])
def test_a_short_story_in_a_box_with_its_day_is_the_page(dated: bool) -> None:  # noqa: FBT001 - what is asked
    """Cards with days of their own stand outside of it. Without a day, it is a section and its description."""
    day = f"<div class=d>{DAYS[0]}</div>" if dated else ""
    story = f"<div class=m>{day}<h1>{TITLES[0]}</h1><div class=t><p>{TEASERS[0]}</p></div></div>"
    cards = "".join(
        f"<div class=c><i>{DAYS[n]}</i><h3>{link(n)}</h3><p>{TEASERS[n]}</p></div>" for n in (1, 2, 3)
    )
    page = page_of(f"<div>{story}<div class=f>{cards}</div></div>", title=f"{TITLES[0]} — The Paper")
    assert page.kind is (PageKind.ARTICLE if dated else PageKind.LISTING)
    assert page.articles[0].title == TITLES[0 if dated else 1]


def test_an_article_above_cards_is_only_itself() -> None:
    """The cards hold more text together."""
    more = "The mason who laid the last stone is the grandson of the one who laid the first."
    cards = "".join(f"<li><article><h2>{link(n)}</h2><p>{TEASERS[n]}</p></article></li>" for n in (1, 2, 3))
    story = f"<article><h1>{TITLES[0]}</h1><p>{TEASERS[0]}</p><p>{more}</p></article>"
    page = page_of(f"<div>{story}<ul>{cards}</ul></div>", title=TITLES[0])
    assert [(a.title, a.text) for a in page.articles] == [(TITLES[0], f"{TEASERS[0]}\n\n{more}")]


def test_slides_with_pictures_above_the_stories_are_stories() -> None:
    """Front pages print their first stories so; without a picture it is a row of links."""
    slide = "<div class=slide><a href='/s/{n}'>{i}<div><span>{t}</span></div></a></div>"
    cards = rows(lambda n: f"<div class=c><a href='/c/{n}'><h5>Card {n}: {TITLES[n]}</h5></a></div>")
    for picture, number in (("<img src=/a.jpg width=850 height=480>", 8), ("", 4)):
        slides = "".join(slide.format(n=n, t=title, i=picture) for n, title in enumerate(TITLES))
        page = page_of(f"<main><div>{slides}</div><div>{cards}</div></main>")
        assert len(page.articles) == number
        assert page.articles[-1].title == f"Card 3: {TITLES[3]}"


def test_a_name_behind_a_day_that_was_read_signs_the_story() -> None:
    """The dot between them stays with it."""
    row = "<div class=c><h3>{a}</h3><p>{x}</p><div><time>{d}</time><span>•</span><a href=/@a>Asel Osmon</a></div></div>"
    page = page_of(rows(lambda n: row.format(a=link(n), x=TEASERS[n], d=DAYS[n])))
    assert [(a.text, a.authors) for a in page.articles] == [(text, ("Asel Osmon",)) for text in TEASERS]


@pytest.mark.parametrize("line", ["<b>Asel Osmon</b> | {d}", "{d}"])
def test_whole_stories_with_a_name_and_a_day_each_are_a_listing(line: str) -> None:
    """Also below a name as long as a headline; with days alone they tell how one thing went."""
    row = "<h2>{t}</h2><p>{line}</p><p>{x}</p><p>{x}</p>"
    body = rows(lambda n: row.format(t=TITLES[n], x=TEASERS[n], line=line.format(d=DAYS[n])))
    page = page_of(f"<h1>All the news of the week</h1>{body}", title="All the news of the week - The Paper")
    assert page.kind is (PageKind.LISTING if "Asel" in line else PageKind.ARTICLE)


def test_a_bold_line_alone_in_its_cell_is_a_headline() -> None:
    """The table has a row for the date, one for the headline and one for the text, all in <font>."""
    row = (
        "<tr><td><font>{d} 14:35</font></td></tr><tr><td><font><b>{t}</b></font></td></tr>"
        "<tr><td><font>{x}<br><br>{x}<br><br>{x}</font></td></tr>"
    )
    page = page_of(
        "<table>"
        + rows(lambda n: row.format(d=f"{14 - n}.03.2026", t=TITLES[n], x=TEASERS[n]))
        + "</table><p>Page 3 of 12</p>"
    )
    assert [(a.title, str(a.published_at), a.complete) for a in page.articles] == [
        (TITLES[n], f"2026-03-{14 - n} 14:35:00+00:00", True) for n in range(4)
    ]


def test_a_date_for_machines_goes_before_the_printed_one() -> None:
    """It has the zone; RDFa keeps it in an element amid the line."""
    row = (
        "<div><h2>{a}</h2><div><span property=dc:date content=2026-03-1{n}T10:15:00+02:00>Submitted by Asel Osmon on"
        " 1{n} March 2026 - 10:15</span></div><p>{x}</p></div>"
    )
    page = page_of("<div>" + rows(lambda n: row.format(a=link(n), n=n, x=TEASERS[n])) + "</div>")
    assert [(str(a.published_at), a.authors, a.text) for a in page.articles] == [
        (f"2026-03-1{n} 10:15:00+02:00", ("Asel Osmon",), TEASERS[n]) for n in range(4)
    ]


@pytest.mark.parametrize(
    "beside",
    [
        "<h1><a href='/'>The Valley Paper</a></h1>",
        "<div><div><h3>Most read</h3><ul><li>{a}</li></ul></div></div>",
        (
            "<div><div><b>Don’t miss</b></div><p><a href=/s/7>The fair</a> opens on Monday in the old hall.</p>"
            "<p><a href=/s/8>Snow</a> has closed the pass since Sunday, the rangers say.</p>"
            "<p><a href=/s/9>The tea house</a> has been sold to a family from the next valley.</p></div>"
        ),
        "<div><h3>Town news</h3><ul><li><a href=/w>Works</a></li><li><a href=/n>Notices</a></li></ul></div>",
        "<div><a href='#main'>Skip to the content</a></div>",
        "<center>[ <a href=/o>Home</a> | <a href=/m>Contact</a> ]</center>",
        "<div class=foot><p>Town hall, Mill Street 1</p></div>",
    ],
)
def test_what_boxes_around_the_stories_hold_is_named(beside: str) -> None:
    """Whatever box holds it: the site's name, boxes with a label or a menu, the way to the text."""
    posts = rows(lambda n: f"<article><h1>{link(n)}</h1><p>{TEASERS[n]}</p></article>", 3)
    page = page_of(f"{beside.format(a=link(3))}<div id=main>{posts}</div>")
    assert [article.title for article in page.articles] == list(TITLES[:3])
    assert not left_over(page)


def test_two_paragraphs_beside_a_story_in_full_are_whole() -> None:
    """The page tells what it cuts short."""
    two, one, three = (f"<p>{TEASERS[0][:90]}.</p>" * number for number in (2, 1, 3))
    bodies = (two, one, three)
    more = "<p><a href='/s/1'>Continue reading</a></p>"
    posts = rows(lambda n: f"<article><h2>{link(n)}</h2>{bodies[n]}{more if n == 1 else ''}</article>", 3)
    assert [article.complete for article in page_of(f"<main>{posts}</main>").articles] == [True, False, True]


def letter(foot: str) -> str:
    block = (
        "<table class=pic><tr><td><img src=/{n}.png></td></tr></table>"
        "<table class=txt><tr><td><h2>{t}</h2><p>{x}</p></td></tr></table>"
    )
    button = "<table class=btn><tr><td><a href='/s/1'>Read more</a></td></tr></table>"
    blocks = rows(lambda n: block.format(n=n, t=TITLES[n], x=TEASERS[n]) + (button if n == 1 else ""), 3)
    return f"<h1>The Letter of the Valley</h1><p>14 March 2026</p><div>{blocks}</div>{foot}"


def test_a_letter_with_several_stories_is_a_listing() -> None:
    """It tells how to leave it. The picture above a text and the button below it stand in boxes of their own."""
    foot = "<p>You can <a href='https://x.example/u'>unsubscribe from this list</a>.</p>"
    page = page_of(letter(foot), title="The Letter of the Valley")
    assert [(a.title, a.url, a.image, a.complete) for a in page.articles] == [
        (TITLES[n], f"https://valley-paper.example/s/{n}" if n == 1 else None,
         f"https://valley-paper.example/{n}.png", n != 1) for n in range(3)
    ]  # fmt: skip
    assert str(page.as_of) == "2026-03-14"
    assert page_of(letter(""), title="The Letter of the Valley").kind is PageKind.ARTICLE


def test_a_box_with_a_headline_amid_a_text_makes_no_listing_of_it() -> None:
    """Teasers of the same make stand below it. The page is named after its headline, and signed below that."""
    box = "<div class=c><h2>{a}</h2><p>{x}</p></div>"
    cards = rows(lambda n: box.format(a=link(n), x=TEASERS[n]))
    text = f"<p>{TEASERS[0]} {TEASERS[1]}</p>{box.format(a='<a href=/s/9>Old tram depot is closed</a>', x='Why.')}"
    story = (
        f"<h1>Tower of the Old Waterworks Is Saved</h1><div>{DAYS[0]}, 10:30 <span>Asel Osmon</span></div>"
    )
    page = page_of(
        f"<div>{story}<div>{text}<p>{TEASERS[2]}</p></div><div>{cards}</div></div>",
        title="Tower of the Old Waterworks Is Saved",
    )
    assert page.kind is PageKind.ARTICLE


def test_the_lines_of_a_page_that_tells_no_language_are_read_by_that_of_its_text() -> None:
    """Old pages tell none."""
    row = (
        "<h3>{a}</h3><span>Postado por Asel Osmon</span><p>A ponte foi aberta na quinta-feira e os carros já passam"
        " por ela, disse a câmara da cidade, que não quis falar dos custos da obra.</p>"
    )
    body = "<html><title>Notas da serra</title><body><div>" + rows(lambda n: row.format(a=link(n))) + "</div>"
    page = parse_page(body.encode(), "https://serra.example/arquivo")
    assert {(article.authors, article.language) for article in page.articles} == {(("Asel Osmon",), "pt")}


@pytest.mark.parametrize(
    ("day", "language"),
    [("Samstag, {} März 2026", "de"), ("{} اسفند ۱۴۰۴", "fa"), ("{} March 2026", "en")],
)
def test_the_day_above_a_group_is_no_headline_in_any_language(day: str, language: str) -> None:
    """The stories below it have headings of the next rank, and the hour of each."""
    item = "<div class=m><div><span>1{n}:20 Uhr</span><span>Town</span></div><h3>{t}</h3><p>{x}</p><p>{x}</p></div>"
    groups = (
        f"<h2>{day.format(f'{1 + n}.' if language == 'de' else 1 + n)}</h2>"
        + "".join(item.format(n=m, t=TITLES[m], x=TEASERS[m]) for m in (n, n + 2))
        for n in (0, 1)
    )
    page = page_of(f"<h1>News</h1>{''.join(groups)}", language=language)
    assert [(a.title, str(a.published_at)[11:16]) for a in page.articles] == [
        (TITLES[n], f"1{n}:20") for n in (0, 2, 1, 3)
    ]


def test_whom_or_what_a_page_is_named_after_is_no_story() -> None:
    """The box of an author stands in the make of the stories, a picture and a line about him in it."""
    about = "<div class=card><img src=/a.jpg><h2>Asel Osmon</h2><p>Writes about bridges and bread.</p></div>"
    cards = "".join(f"<div class=card><h2>{link(n)}</h2><p>{TEASERS[n]}</p></div>" for n in range(3))
    page = page_of(f"<div>{about}{cards}</div>", title="Asel Osmon - The Valley Paper")
    assert [article.title for article in page.articles] == [*TITLES[:3]]


def test_a_heading_that_leads_to_the_front_page_is_the_name_of_the_site() -> None:
    """However long it is; the posts below it are whole, and each closes with its hour."""
    foot = "<p class=f>Posted by Asel Osmon at {h}:42 in Town</p>"
    posts = "".join(
        f"<h2>{DAYS[n]}</h2><div class=e><h3>{TITLES[n]}</h3><p>{TEASERS[n]}</p>{foot.format(h=10 + n)}</div>"
        for n in range(3)
    )
    name = "<h1><a href='https://valley-paper.example/'>The Quiet Notes of Asel Osmon</a></h1>"
    page = page_of(
        f"<div>{name}</div><div>{posts}</div>",
        title="The Quiet Notes of Asel Osmon",
        url="https://valley-paper.example/",
    )
    assert [(a.title, a.text, a.authors, str(a.published_at)[:16]) for a in page.articles] == [
        (TITLES[n], TEASERS[n], ("Asel Osmon",), f"2026-03-{14 - n} {10 + n}:42") for n in range(3)
    ]


def test_a_box_named_after_paging_that_holds_the_stories_is_none() -> None:
    """So is that which a script fills with the next ones."""
    cards = rows(lambda n: f"<article><h2>{link(n)}</h2><p>{TEASERS[n]}</p></article>")
    page = page_of(f"<h1>News</h1><div class=ajax_pagination_container>{cards}</div>")
    assert [article.text for article in page.articles] == [*TEASERS]


def test_behind_the_rule_that_ends_the_last_story_the_page_goes_on() -> None:
    story = "<p><b>{t}</b><br>{d}</p><p>{x}</p><p><i>Asel Osmon</i></p><hr>"
    body = rows(lambda n: story.format(t=TITLES[n], x=TEASERS[n], d=DAYS[n]))
    page = page_of(f"<table><tr><td>{body}<p>The paper of the valley since 1911</p></td></tr></table>")
    assert [(a.text, a.authors) for a in page.articles] == [(x, ("Asel Osmon",)) for x in TEASERS]
    assert left_over(page) == ["The paper of the valley since 1911"]


@pytest.mark.parametrize(
    ("box", "complete"),
    [
        ("class=entry-content", True),
        ("itemprop='description articleBody'", True),
        ("class=entry-summary", False),
    ],
)
def test_the_name_of_the_box_tells_that_a_short_text_is_whole(box: str, complete: bool) -> None:  # noqa: FBT001 - what is asked
    posts = rows(lambda n: f"<div class=post><h2>{link(n)}</h2><div {box}><p>{TEASERS[n]}</p></div></div>")
    assert {article.complete for article in page_of(f"<div>{posts}</div>").articles} == {complete}
