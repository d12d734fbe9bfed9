"""Plain texts as programs write them: mail, letters with sections, lists of links, minutes, code, tables."""

from textwrap import fill

import pytest

from pipeline.parse import parse_page
from pipeline.records import Article, BlockKind, ParsedPage

TITLES = (
    "Stone Bridge Reopens After Two Winters",
    "Bakers of the Old Town Share One Oven",
    "Choir Sings in the Capital",
)
TEXTS = (
    "The first cart crossed it at noon on Monday, with a brass band in front of the horses and the mayor behind.",
    "Wood is dear this year, so that four families light a single fire and bake their bread in turns from midnight on.",
    "Forty voices came down from the summer pastures and filled the hall for three evenings in a row, to applause.",
)
NAMES = ("Asel Osmon", "Timur Hall", "Nora Park")
LINK = "https://valley-paper.example/s/{}"


def read(text: str, *, mark: str = "\n") -> ParsedPage:
    return parse_page(text.replace("\n", mark).encode(), "https://valley-paper.example/w.txt", "text/plain")


def told(page: ParsedPage) -> list[tuple[str, str]]:
    return [(article.title, article.text) for article in page.articles]


def rules(page: ParsedPage) -> list[tuple[str, str]]:
    return [(part.rule, part.text) for part in page.boilerplate]


EXPECTED = list(zip(TITLES, TEXTS, strict=True))
SIGNED = list(zip(TITLES, TEXTS, NAMES, strict=True))


@pytest.mark.parametrize("line", ["21.10.2024", "21/10/2024", "[21.10.2024]"])
def test_a_date_in_figures_above_a_headline_is_no_line_of_pages(line: str) -> None:
    """Three numbers are a date where they look like one."""
    page = read("\n".join(f"{line}\n{title}\n{text}" for title, text in EXPECTED))
    assert told(page) == EXPECTED
    assert {str(article.published_at)[:10] for article in page.articles} == {"2024-10-21"}


@pytest.mark.parametrize(
    ("line", "authors", "day"),
    [
        ("(The Valley Paper, 21 October 2024)", (), 21),
        ("Asel Osmon, 21 October 2024", ("Asel Osmon",), 21),
        ("Asel Osmon | 21 October 2024", ("Asel Osmon",), 21),
        ("Posted on 21 October 2024 by Asel Osmon", ("Asel Osmon",), 21),
        ("Source: The Valley Paper", (), None),
    ],
)
def test_a_line_of_names_and_dates_is_no_text(line: str, authors: tuple[str, ...], day: int | None) -> None:
    """What it says is the story's, in whatever order."""
    page = read("\n\n".join(f"{title}\n{line}\n\n{text}" for title, text in EXPECTED))
    assert told(page) == EXPECTED

    def said(article: Article) -> tuple[tuple[str, ...], int | None]:
        return article.authors, article.published_at.day if article.published_at else None

    assert {said(article) for article in page.articles} == {(authors, day)}


@pytest.mark.parametrize("number", ["{n}. ", "{n}) ", "[{n}/3] ", "#{n} ", "№ {n} ", "{n}、"])
def test_numbers_that_count_the_stories_are_no_part_of_headlines(number: str) -> None:
    """In whatever way they are written."""
    page = read(
        "\n\n".join(f"{number.format(n=n)}{EXPECTED[n - 1][0]}\n\n{EXPECTED[n - 1][1]}" for n in (1, 2, 3))
    )
    assert told(page) == EXPECTED


def test_headlines_in_capitals_are_put_together_where_they_are_wrapped() -> None:
    """They are narrower than the text, and a word that is a code in a ticker is none without a rate."""
    titles = [title.upper() for title in (*TITLES[:2], "SNOW LEOPARD FILMED NEAR THE SKI LIFT AT DAWN")]
    heads = [
        f"{title[:30].rpartition(' ')[0]}\n{title[len(title[:30].rpartition(' ')[0]) + 1 :]}"
        for title in titles
    ]
    texts = [
        text.replace(" and", "\nand").replace(", so", ",\nso").replace(", with", ",\nwith") for text in TEXTS
    ]
    page = read(
        "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, texts, strict=True)), mark="\r\n"
    )
    assert [article.title for article in page.articles] == titles


def test_a_letter_that_is_quoted_is_read_without_its_signs() -> None:
    """The line above it says who wrote it."""
    letter = "\n".join(f"> {line}" for title, text in EXPECTED for line in (title, "", text, ""))
    page = read(f"On Mon, 21 Oct 2024, Aida wrote:\n{letter}")
    assert told(page) == EXPECTED
    assert rules(page) == [("mail-header", "On Mon, 21 Oct 2024, Aida wrote:")]


def test_fields_above_a_letter_are_named_and_tell_its_day() -> None:
    """They stand where a site's name does."""
    fields = (
        "From: Paper <news@p.example>",
        "To: me@p.example",
        "Subject: Digest",
        "Date: Mon, 21 Oct 2024 07:00:00 +0600",
    )
    page = read("\n".join(fields) + "\n\n" + "\n\n".join(f"{title}\n{text}" for title, text in EXPECTED))
    assert told(page) == EXPECTED
    assert rules(page) == [("mail-header", field) for field in fields]
    assert page.problems == ()


def test_names_between_rules_are_sections() -> None:
    """A story ends before the next one, and its address stands on a line of its own."""
    one, two, three = (f"{EXPECTED[n][0]}\n{EXPECTED[n][1]}\nRead more: {LINK.format(n)}" for n in range(3))
    page = read(f"=== ECONOMY ===\n\n{one}\n\n{two}\n\n--- Culture ---\n\n{three}")
    assert told(page) == EXPECTED
    assert [(a.section, a.url) for a in page.articles] == [
        ("ECONOMY", LINK.format(0)),
        ("ECONOMY", LINK.format(1)),
        ("Culture", LINK.format(2)),
    ]
    assert page.problems == ()


def test_items_with_an_address_below_each_are_stories() -> None:
    """They are headlines, of which the text is elsewhere."""
    page = read(
        "Top stories\n\n" + "\n".join(f"* {title}\n  {LINK.format(n)}" for n, title in enumerate(TITLES))
    )
    assert [(a.title, a.url, a.text, a.complete) for a in page.articles] == [
        (title, LINK.format(n), "", False) for n, title in enumerate(TITLES)
    ]


def test_short_numbered_heads_are_parts_of_one_text() -> None:
    """Minutes number what was spoken of."""
    parts = "\n\n".join(
        f"{n}. {head}\n\n{TEXTS[n - 1]}" for n, head in enumerate(("Opening", "The bridge", "Money"), 1)
    )
    page = read(f"MINUTES OF THE VALLEY COUNCIL\n21 October 2024\n\nPresent: A. Osmon, T. Hall.\n\n{parts}")
    assert [article.title for article in page.articles] == ["MINUTES OF THE VALLEY COUNCIL"]
    assert all(text in page.articles[0].text for text in TEXTS)


def test_a_label_that_stands_in_each_story_is_a_subhead() -> None:
    """No two stories have one headline."""
    page = read("\n\n".join(f"{title}\n\n{text}\n\nWhat it costs now\n\n{text}" for title, text in EXPECTED))
    assert [article.title for article in page.articles] == list(TITLES)
    assert [[block.kind for block in article.blocks] for article in page.articles] == [
        [BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.PARAGRAPH]
    ] * 3


def test_code_and_tables_keep_their_shape() -> None:
    """What looks like a headline or a rule in them is none."""
    code = "```sh\n# no headline here\n\n  print 1\n-----\n```"
    table = "| Year | **Cost** |\n|------|:-----:|\n| 2024 | 41.0 |\n| 2025 |  |"
    page = read(
        f"# {TITLES[0]}\n\n{TEXTS[0]}\n\n{code}\n\n{table}\n\n{TEXTS[1]}\n\n# {TITLES[1]}\n\n{TEXTS[1]}"
    )
    first, second = page.articles
    assert (first.title, second.title, second.text) == (TITLES[0], TITLES[1], TEXTS[1])
    assert [(block.kind.value, block.text, block.cells) for block in first.blocks] == [
        ("paragraph", TEXTS[0], ()),
        ("preformatted", "# no headline here\n\n  print 1\n-----", ()),
        ("table-header", "Year | Cost", ("Year", "Cost")),
        ("table-row", "2024 | 41.0", ("2024", "41.0")),
        ("table-row", "2025", ("2025", "")),
        ("paragraph", TEXTS[1], ()),
    ]


def test_brackets_around_a_headline_are_none_of_it() -> None:
    """As texts in Chinese and Japanese have them."""
    page = read(
        "【大桥因桥墩裂缝将封闭六周】\n工程师在例行检查中发现九个桥墩中有两个出现裂缝。\n\n【教师工资四年来首次上涨】\n有十年教龄的教师从一月起工资将增加。"
    )
    assert [article.title for article in page.articles] == [
        "大桥因桥墩裂缝将封闭六周",
        "教师工资四年来首次上涨",
    ]


def test_what_a_saved_page_prints_around_its_story_is_named() -> None:
    """Its menu, its call and whose it is."""
    story = f"{TITLES[0]}\n\n{TEXTS[0]}\n\n{TEXTS[1]}"
    page = read(
        f"The Valley Paper\n\nHome\nPolitics\nEconomy\n\n{story}\n\nShare this article\n\n© 2024 The Valley Paper."
    )
    assert told(page) == [(TITLES[0], f"{TEXTS[0]}\n\n{TEXTS[1]}")]
    assert page.problems == ()
    assert {rule for rule, _ in rules(page)} == {"masthead", "menu", "call", "copyright"}


def test_what_messengers_and_mail_put_around_headlines_and_addresses_is_none_of_them() -> None:
    """A pictograph in front, brackets around."""
    page = read("\n\n".join(f"📌 {t}\n\n{x}\n\nRead more [{LINK.format(0)}]" for t, x in EXPECTED))
    assert told(page) == EXPECTED
    assert {article.url for article in page.articles} == {LINK.format(0)}


def test_the_house_below_each_headline_and_the_numbers_of_pages_are_no_text() -> None:
    """They are named, and so is what stands at the top of the first page, which tells its day."""
    page = read(
        "The Valley Paper          21 October 2024\n\n"
        + "\n\n".join(f"{t}\nBy {name}\nValley Wire\n\n{x}\n\n- 1 -" for t, x, name in SIGNED)
    )
    assert told(page) == EXPECTED
    assert [article.authors for article in page.articles] == [(name,) for name in NAMES]
    assert (str(page.as_of), page.problems) == ("2024-10-21", ())
    assert {"masthead", "small-print", "paging"} == {rule for rule, _ in rules(page)}


@pytest.mark.parametrize(
    ("dateline", "language", "authors", "day"),
    [
        ("Saintes, 12 mars 2026 (ACP) - ", "fr", (), "2026-03-12"),
        ("BERLIN, 3. Mai 2026 – ", "de", (), "2026-05-03"),
        ("(전주=한누리통신) 김서연 기자 = ", "ko", ("김서연",), ""),
        ("On Monday, 12 of them (all from 2026) - ", "en", (), ""),
    ],
)
def test_a_dateline_tells_the_day_and_who_reports(
    dateline: str, language: str, authors: tuple[str, ...], day: str
) -> None:
    """Of a wire's story, where no line of its own does."""
    text = "\n\n".join(f"{title}\n\n{dateline}{text}" for title, text in EXPECTED)
    page = parse_page(text.encode(), "https://valley-paper.example/w.txt", "text/plain", language=language)
    assert {(a.authors, str(a.published_at or "")[:10]) for a in page.articles} == {(authors, day)}
    assert [article.text for article in page.articles] == [dateline + text for text in TEXTS]


@pytest.mark.parametrize("form", ["{t} <{u}>", "{t} ({u})", "→ {t} <{u}>", "▶ {t} ({u})"])
def test_an_address_behind_a_headline_is_its_link(form: str) -> None:
    """And a pointer in front of it is none of it."""
    page = read(
        "\n\n".join(
            f"{form.format(t=title, u=LINK.format(n))}\n{text}" for n, (title, text) in enumerate(EXPECTED)
        )
    )
    assert told(page) == EXPECTED
    assert [article.url for article in page.articles] == [LINK.format(n) for n in range(3)]


def test_bylines_below_the_stories_sign_those_above_them() -> None:
    """The last line of the text tells so."""
    page = read("\n\n".join(f"{title}\n\n{text}\n\nBy {name}" for title, text, name in SIGNED))
    assert told(page) == EXPECTED
    assert [article.authors for article in page.articles] == [(name,) for name in NAMES]


def test_bylines_above_the_headlines_are_those_of_the_stories_below() -> None:
    """Of the first one, too."""
    page = read("\n\n".join(f"By {name}\n{title}\n\n{text}" for title, text, name in SIGNED))
    assert told(page) == EXPECTED
    assert [article.authors for article in page.articles] == [(name,) for name in NAMES]


@pytest.mark.parametrize("hour", ["10:2{n} {t}", "[10:2{n}] {t}", "10:2{n} — {t}"])
def test_an_hour_before_each_headline_is_none_of_it(hour: str) -> None:
    """With the texts below, and without any: then the stories are elsewhere."""
    heads = [hour.format(n=n, t=title) for n, title in enumerate(TITLES)]
    assert (
        told(read("\n\n".join(f"{head}\n{text}" for head, text in zip(heads, TEXTS, strict=True))))
        == EXPECTED
    )
    page = read("Latest news\n21 October 2024\n\n" + "\n".join(heads))
    assert [(a.title, a.text, a.complete) for a in page.articles] == [(title, "", False) for title in TITLES]
    assert (str(page.as_of), page.problems) == ("2024-10-21", ())


def test_fewer_hours_than_three_are_part_of_what_they_stand_in() -> None:
    """A headline may begin with one."""
    first, second, _ = EXPECTED
    page = read(f"10:20 {first[0]}\n{first[1]}\n\n10:30 {second[0]}\n{second[1]}")
    assert [article.title[:5] for article in page.articles] == ["10:20", "10:30"]


def test_hours_below_a_paragraph_are_a_programme() -> None:
    """Its lines are the story's."""
    hours = "\n".join(f"1{n}:30 {title}" for n, title in enumerate(TITLES))
    page = read(f"Programme of the Valley Festival\n\n{TEXTS[0]}\n\n{hours}\n\n{TEXTS[1]}")
    assert not {article.title for article in page.articles}.intersection(TITLES)


def test_names_and_dates_may_stand_apart_by_dashes() -> None:
    """Where no better sign is at hand."""
    page = read("\n\n".join(f"{t}\n{name} - 21 October 2024 - News\n{x}" for t, x, name in SIGNED))
    assert told(page) == EXPECTED
    assert [(a.authors, str(a.published_at)[:10]) for a in page.articles] == [
        ((name,), "2024-10-21") for name in NAMES
    ]


@pytest.mark.parametrize("form", ["{t}\n{u}\n{x}", "{t}\n\n{x}\n-> {u}", "{t}\n\n{x}\n→ {u}"])
def test_an_address_between_headline_and_text_or_below_is_the_storys(form: str) -> None:
    """As readers of feeds and letters write them."""
    page = read(
        "\n\n".join(form.format(t=t, u=LINK.format(n), x=fill(x, 60)) for n, (t, x) in enumerate(EXPECTED))
    )
    assert told(page) == EXPECTED
    assert [article.url for article in page.articles] == [LINK.format(n) for n in range(3)]


def test_a_letter_is_one_below_the_line_that_leads_to_a_browser() -> None:
    """Its name is no headline, and the numbered lines are."""
    stories = "\n\n".join(
        f"{n}. {t}\n{x}\nRead more: {LINK.format(n)}" for n, (t, x) in enumerate(EXPECTED, 1)
    )
    page = read(
        f"View this email in your browser\n{LINK.format(0)}\n\nTHE VALLEY BRIEF\n21 October 2024\n\n{stories}"
    )
    assert told(page) == EXPECTED
    assert str(page.as_of) == "2024-10-21"


def test_rows_that_tabs_draw_are_those_of_a_table() -> None:
    """Three at least, of as many cells each: two lines with a tab are indented somehow."""
    rows = "Field\t2024\t2025\nSchools\t1,210\t1,390\nRoads\t640\t655"
    (article,) = read(f"{TITLES[0]}\n\n{TEXTS[0]}\n\n{rows}\n\n{TEXTS[1]}").articles
    assert [block.cells for block in article.blocks] == [
        (), ("Field", "2024", "2025"), ("Schools", "1,210", "1,390"), ("Roads", "640", "655"), (),
    ]  # fmt: skip
    assert not any(
        block.cells for article in read(rows.rpartition("\n")[0]).articles for block in article.blocks
    )


@pytest.mark.parametrize("heading", ["Related posts", "Mehr zum Thema", "Читайте также", "相关阅读"])
def test_what_a_heading_leads_to_below_the_last_paragraph_is_no_text(heading: str) -> None:
    """Other stories, and what a browser for terminals writes at the end: it gives each link a number."""
    links = "\n".join(f"   {n}. {LINK.format(n)}" for n in range(1, 4))
    page = read(
        f"{TITLES[0]}\n\n[1]{TEXTS[0]}\n\n[Share] [Print]\n\n{heading}\n\n"
        f"* [2]{TITLES[1]}\n* [3]{TITLES[2]}\n\nReferences\n\n   Visible links\n{links}"
    )
    assert told(page) == [(TITLES[0], TEXTS[0])]
    assert page.problems == ()
    assert [rule for rule, _ in rules(page)] == ["call", "links", "links", "links"]


def test_who_took_a_picture_is_no_headline() -> None:
    """Though a name without a sentence's end looks like one."""
    page = read(f"{TITLES[0]}\n\n{TEXTS[0]}\n\nFot. Jan Nowak\n\n{TEXTS[1]}")
    assert told(page) == [(TITLES[0], f"{TEXTS[0]}\n\n{TEXTS[1]}")]


REPLIES = ("Re:", "НА:", "Fwd: AW[2]:")


def _letter(n: int) -> str:
    return (
        f"Message: {n + 1}\nDate: Mon, 21 Oct 2024 0{n}:00:00 +0000\nFrom: {NAMES[n]} <{n}@valley-paper.example>\n"
        f"To: list@valley-paper.example\nSubject: [Valley] {REPLIES[n]} {TITLES[n]}\n"
        f"Message-ID: <{n}@valley-paper.example>\n\tof Monday\n\n{TEXTS[n]}\n\n-- \n{NAMES[n]}\nThe Valley Paper"
    )


@pytest.mark.parametrize("width", [72, 200])
@pytest.mark.parametrize("letters", [1, 2, 3])
def test_letters_are_stories_named_by_their_subjects(letters: int, width: int) -> None:
    """One or a digest of them, which names them first; where a letter has several stories, its subject is none."""
    contents = "\n".join(f"   {n + 1}. {TITLES[n]} ({NAMES[n]})" for n in range(letters))
    page = read(
        f"Today's topics:\n\n{contents}\n\n{'-' * 70}\n\n"
        + f"\n\n{'-' * 30}\n\n".join(
            _letter(n).replace(TEXTS[n], fill(TEXTS[n], width)) for n in range(letters)
        )
    )
    assert told(page) == EXPECTED[:letters]
    assert [article.authors for article in page.articles] == [(name,) for name in NAMES[:letters]]
    assert {str(article.published_at)[:10] for article in page.articles} == {"2024-10-21"}
    assert [rule for rule, _ in rules(page)][: letters + 1] == ["contents"] * (letters + 1)
    assert not page.problems


def test_no_blank_stands_behind_a_wide_colon_in_the_fields_of_mail() -> None:
    page = read(f"发件人：{NAMES[0]}\n收件人：list@valley-paper.example\n主题：{TITLES[0]}\n\n{TEXTS[0]}")
    assert (told(page), page.articles[0].authors) == (EXPECTED[:1], NAMES[:1])


def test_from_one_town_to_another_is_no_letter() -> None:
    """One has a subject, or a day."""
    (article,) = read(f"{TITLES[0]}\n\n{TEXTS[0]}\n\nFrom: Naryn\nTo: Osh\n\n{TEXTS[1]}").articles
    assert [block.text for block in article.blocks] == [TEXTS[0], "From: Naryn", "To: Osh", TEXTS[1]]


FRONT_MATTER = f"""---
layout: post
author: {NAMES[0]}
date: 2024-10-21 10:00:00 +0000
title: "{TITLES[0]}"
tags:
  - bridges
---
"""
LIST_OF_FIELDS = f"""{TITLES[0]}
{"#" * len(TITLES[0])}

:date: 2024-10-21 10:00
:tags: bridges, rivers
:author: {NAMES[0]}
"""


@pytest.mark.parametrize(
    "head", [FRONT_MATTER, FRONT_MATTER.replace("---", "+++").replace(": ", " = "), LIST_OF_FIELDS]
)
def test_fields_above_a_page_tell_its_title_author_and_day(head: str) -> None:
    """In whatever order; the others are named."""
    heads = ("On the bridge", "Below it")
    marks = ("## {0}", "## {0}") if head[0] in "-+" else ("{0}\n=============", "{0}\n========")
    text = "\n\n".join(f"{mark.format(name)}\n\n{TEXTS[1]}" for mark, name in zip(marks, heads, strict=True))
    page = read(f"{head}\n{TEXTS[0]}\n\n{text}\n")
    (article,) = page.articles
    assert (article.title, article.authors, str(article.published_at)[:10]) == (
        TITLES[0],
        NAMES[:1],
        "2024-10-21",
    )
    assert [block.text for block in article.blocks] == [TEXTS[0], heads[0], TEXTS[1], heads[1], TEXTS[1]]
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH, BlockKind.SUBHEAD}
    assert page.problems == ()
    assert {rule for rule, _ in rules(page)} == {"field"}


def test_a_sign_between_colons_is_no_field() -> None:
    """A sentence may begin with one, two in a row may, and none of them tells of the story."""
    smiles = ":smile: The ferry is back on the river.\n:wave: Nobody had to wait for it on Monday."
    (article,) = read(f"{TITLES[0]}\n{'=' * len(TITLES[0])}\n\n{TEXTS[0]}\n\n{smiles}\n").articles
    assert ":smile: The ferry" in article.text
    assert ":wave: Nobody" in article.text


def test_buttons_amid_a_head_part_it_not() -> None:
    """As a page has them between the day and the text; below the story stands the footer, which is named."""
    page = read(
        f"Home\nNews\nSport\n\n{TITLES[0]}\n\nIt had been closed since the flood\n\n"
        f"By {NAMES[0]}\n21 October 2024\nShare\n"
        f"\n{TEXTS[0]}\n\nWho paid\n\n{TEXTS[1]}\n\nImprint\nAbout us\nCookies\n© 2024 The Valley Paper"
    )
    (article,) = page.articles
    assert (article.title, article.authors) == (TITLES[0], NAMES[:1])
    assert [block.text for block in article.blocks][1:] == [TEXTS[0], "Who paid", TEXTS[1]]
    assert page.problems == ()
    assert [rule for rule, _ in rules(page)][-4:] == ["footer", "footer", "footer", "copyright"]


@pytest.mark.parametrize(
    ("dateline", "note"),
    [
        ("PARIS, March 5 (Reuters) - ", "(Adds comment by the mayor)"),
        ("AK-TASH, Kyrgyzstan (AP) — ", "Eds: UPDATES with quotes. With AP Photos."),
        ("МОСКВА, 5 марта. /ТАСС/. ", "Keywords: BRIDGES"),
        ("Алматы. 5 марта. ИНТЕРФАКС - ", "BC-EU--Bridge,1st Ld-Writethru,310"),
        ("AK-TASH, March 3, 2026 – ", "FOR IMMEDIATE RELEASE"),
        ("PARIS, March 5 (Reuters) - ", "Sperrfrist: Dienstag, 18 Uhr"),
        ("AK-TASH – ", "Keywords: BRIDGES"),
        ("AK-TASH, March 5 - ", "Keywords: BRIDGES"),
        ("AK-TASH, Kyrgyzstan (AP) — ", "AP Photo XLB101, XLB102"),
        ("AK-TASH, March 3, 2026 – ", "Media contact: Joan Ellery, +1 555 0100, joan@bridge.example"),
    ],
)
def test_a_dateline_begins_a_story_and_no_other_headline_does(dateline: str, note: str) -> None:
    """Points stand between headline and byline, notes to editors anywhere; a subhead has neither."""
    story = (
        "* Nine winters\n* Two piers\n\n{note}\n\nBy {name}\n\n{dateline}{text}\n\n"
        "The cost of the work\n\n{text} {text} Enditem"
    )
    page = read(
        "\n\n".join(
            f"{t}\n\n{story.format(note=note, name=n, dateline=dateline, text=x)}" for t, x, n in SIGNED
        )
    )
    assert [(article.title, article.authors) for article in page.articles] == [
        (t, (n,)) for t, _, n in SIGNED
    ]
    assert [block.text for block in page.articles[2].blocks] == [
        "Nine winters", "Two piers", dateline + TEXTS[2], "The cost of the work", f"{TEXTS[2]} {TEXTS[2]} Enditem",
    ]  # fmt: skip
    assert page.problems == ()


def test_the_day_above_stories_with_hours_dates_them() -> None:
    """One where all hours run one way, or each of several days."""
    heads = [f"{hour} {title}" for hour, title in zip(("18:20", "16:45", "9:10"), TITLES, strict=True)]
    alone = read("Latest news\n21 October 2024\n\n" + "\n".join(heads))
    assert [str(article.published_at)[:16] for article in alone.articles] == [
        "2024-10-21 18:20", "2024-10-21 16:45", "2024-10-21 09:10",
    ]  # fmt: skip
    later = read(
        "\n\n".join((f"21 October 2024\n{heads[1]}\n{TEXTS[1]}", f"20 October 2024\n{heads[0]}\n{heads[2]}"))
    )
    assert [str(article.published_at)[:16] for article in later.articles] == [
        "2024-10-21 16:45", "2024-10-20 18:20", "2024-10-20 09:10",
    ]  # fmt: skip
    assert later.articles[0].text == TEXTS[1]


def test_the_label_in_brackets_before_a_headline_is_its_section() -> None:
    page = read("\n\n".join(f"【Town】{title}\n【Ak-Tash】{text}" for title, text in EXPECTED))
    assert [(a.title, a.section, a.text) for a in page.articles] == [
        (title, "Town", f"【Ak-Tash】{text}") for title, text in EXPECTED
    ]


def test_what_the_numbers_in_a_text_lead_to_stands_in_a_list_below() -> None:
    """Behind the paragraphs of a letter, or before the headlines in a browser for terminals."""
    notes = "\n".join(f"[{n}] {LINK.format(n)}" for n in range(3))
    letter = read(
        "\n\n".join(f"{t}\n\n{x} [{n}]" for n, (t, x) in enumerate(EXPECTED)) + f"\n\n{notes}\n\nUnsubscribe"
    )
    listed = "\n".join(f"   {n}. {LINK.format(n)}" for n in range(3))
    dump = read(
        "\n\n".join(f"[{n}]{t}\n\n   {x}" for n, (t, x) in enumerate(EXPECTED))
        + f"\n\nReferences\n\n{listed}"
    )
    for page in (letter, dump):
        assert told(page) == EXPECTED
        assert [article.url for article in page.articles] == [LINK.format(n) for n in range(3)]
        assert page.problems == ()


@pytest.mark.parametrize("between", ["\n", "\n\n4–5 minutes\n", "\n\n21 October 2024\n\n"])
def test_a_name_alone_below_a_headline_signs_the_story(between: str) -> None:
    """At once, or beside the day or how long it takes to read; a short line amid the text is a subhead still."""
    before, after = (between, "\n\n") if "October" in between else ("\n", between)
    page = read(
        f"valley-paper.example\n{TITLES[0]}{before}{NAMES[0]}{after}\n{TEXTS[0]}\n\nTimur Hall\n\n{TEXTS[1]}"
    )
    (article,) = page.articles
    assert (article.title, article.authors) == (TITLES[0], NAMES[:1])
    assert [block.text for block in article.blocks] == [TEXTS[0], "Timur Hall", TEXTS[1]]


def test_what_is_said_behind_names_is_no_headline() -> None:
    """Where most lines are; a headline may have a colon, too."""
    said = "\n\n".join(
        f"MAYOR: Was it {word}?\n\nASEL OSMON: Not at all, and it never was {word}."
        for word in ("old", "new")
    )
    (article,) = read(f"Interview: the woman who rebuilt the bridge\n\n{said}\n\nMAYOR: Thank you").articles
    assert article.title == "Interview: the woman who rebuilt the bridge"
    assert len(article.blocks) == 5


def test_head_and_foot_of_each_page_are_no_text() -> None:
    """They count the pages, or repeat what stands at the top of the first."""
    head = "Valley Bulletin No. 12          October 2024"
    page = read(
        "\n\n".join(
            f"{head}\n\n{t}\n\n{x}\n\nValley Bulletin          Page {n}"
            for n, (t, x) in enumerate(EXPECTED, 1)
        )
    )
    assert told(page) == EXPECTED
    assert page.problems == ()
    assert [rule for rule, _ in rules(page)] == ["masthead", "paging", "paging", "paging", "paging", "paging"]


def test_subheads_that_count_are_no_feet_of_pages() -> None:
    """A foot names the paper, too; nor are words with a slash initials that sign."""
    lessons = "\n\n".join(f"Lesson {n}\n\n{text}" for n, text in enumerate(TEXTS, 1))
    (article,) = read(
        f"{TITLES[0]}\n\nBy {NAMES[0]}\n\n{TEXTS[0]}\n\n{lessons}\n\nYes/No\n\n{TEXTS[1]}"
    ).articles
    assert [block.text for block in article.blocks if block.level] == [
        "Lesson 1",
        "Lesson 2",
        "Lesson 3",
        "Yes/No",
    ]


def test_gaps_part_the_small_print_of_a_line() -> None:
    """Blanks, a tab or a wide blank, where nothing else does."""
    for gap in ("    ", "\t", "\u3000"):
        line = gap.join(("Source: Valley Wire", "Editor: huaxia", "2024-10-21 20:11:00"))
        page = read("\n\n".join(f"{t}\n\n{line}\n\n{x}" for t, x in EXPECTED))
        assert told(page) == EXPECTED
        assert {str(article.published_at)[:10] for article in page.articles} == {"2024-10-21"}


def test_what_is_said_behind_a_dash_keeps_it() -> None:
    """Who says it stands between two more, in small letters; an item may have a second one before a name."""
    said = "– Nie mogliśmy czekać – powiedział szef zarządu dróg. Filar się przesunął."
    (article,) = read(
        f"{TITLES[0]}\n\n{TEXTS[0]}\n\n{said}\n\n– chleb i sól – Warszawa i okolice\n– herbata\n\n{TEXTS[1]}"
    ).articles
    assert [(block.kind, block.text) for block in article.blocks][1:4] == [
        (BlockKind.PARAGRAPH, said), (BlockKind.ITEM, "chleb i sól – Warszawa i okolice"), (BlockKind.ITEM, "herbata"),
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["+++ {} +++", "*{}*", "_{}_", "++{}++"])
def test_signs_around_a_headline_are_none_of_it(form: str) -> None:
    """As tickers and messengers write them."""
    assert told(read("\n\n".join(f"{form.format(title)}\n\n{text}" for title, text in EXPECTED))) == EXPECTED


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [("记者 陈晓雯", "zh", "陈晓雯"), ("本报记者 王磊", "zh", "王磊"), ("정하늘 기자", "ko", "정하늘")],
)
def test_reporters_are_told_by_their_trade(line: str, language: str, name: str) -> None:
    """Before the name, or behind it."""
    text = "\n\n".join(f"{title}\n\n{line}\n\n{text}" for title, text in EXPECTED)
    page = parse_page(text.encode(), "https://valley-paper.example/w.txt", "text/plain", language=language)
    assert told(page) == EXPECTED
    assert {article.authors for article in page.articles} == {(name,)}


def test_very_short_headlines_below_a_long_one_are_subheads() -> None:
    """Where none is dated."""
    title = "The bridge that moved four centimetres and what it tells about the valley"
    subheads = ("Why nobody looked", "Who pays for it")
    page = read(f"{title}\n\n{TEXTS[0]}\n\n{subheads[0]}\n\n{TEXTS[1]}\n\n{subheads[1]}\n\n{TEXTS[2]}")
    assert [article.title for article in page.articles] == [title]
    assert [block.text for block in page.articles[0].blocks if block.level] == [*subheads]


def test_capitals_amid_a_wrapped_text_are_a_headline() -> None:
    """Though the line above it is full."""
    text = "\n".join(f"{title.upper()}\n{fill(text, 58)}" for title, text in EXPECTED)
    assert told(read(text)) == [(title.upper(), text) for title, text in EXPECTED]


def test_what_is_below_the_last_story_is_named() -> None:
    """From whose the letter is, or how to leave it; words may stand there, too."""
    below = (
        "Twitter\n© 2024 The Valley Paper\nOur address is:\n12 Harbour Street\nAny questions?\nUnsubscribe"
    )
    page = read("\n\n".join(f"{title}\n\n{text} {text}" for title, text in EXPECTED) + f"\n\n{below}")
    assert [article.text for article in page.articles] == [f"{text} {text}" for text in TEXTS]
    assert page.problems == ()
    assert [rule for rule, _ in rules(page)] == [
        "footer",
        "copyright",
        "footer",
        "footer",
        "footer",
        "letter-service",
    ]
