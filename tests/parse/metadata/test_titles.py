"""Which of the headlines that a page states is the headline."""

from pipeline.parse.hints import Hints
from pipeline.parse.html_tree import parse_html
from pipeline.parse.metadata import read_metadata
from tests.parse.metadata.pages import TITLE, URL, json_ld, meta, read


def test_the_name_of_the_site_is_no_part_of_it() -> None:
    """Whatever stands between, the site's name goes: behind or before, as it calls itself or as its host does."""
    for title in (
        f"{TITLE} | Steppe Herald",
        f"{TITLE} - steppe-herald.example",
        f"{TITLE} (Steppe Herald)",
        f"Steppe Herald | {TITLE}",
        f"{TITLE} – The Steppe Herald Online",
        f"{TITLE} – Steppe Herald – 08.12.2025",
        f"{TITLE} - 8 December 2025 - Steppe Herald",
        f"The Steppe Herald » {TITLE}",
        f"Steppe Herald: {TITLE}",
        f"Roads - {TITLE} - Steppe Herald",
    ):
        assert read(f"<title>{title}</title>" + meta(og__site_name="Steppe Herald")).title == TITLE


def test_a_dash_inside_it_stays() -> None:
    """Only what names the site or a date is cut; a word of the site's name may open a headline."""
    herald = "The herald's horse – how it came over the pass"
    assert read(f"<title>{herald}</title>", url="https://herald.example/7").title == herald
    assert (
        read("<title>Snow - and no plough in sight | Steppe Herald</title>").title
        == "Snow - and no plough in sight"
    )


def test_structured_data_go_before_a_single_other_place() -> None:
    """The short form for social media is not the headline that the publisher states."""
    page = read(json_ld(headline=TITLE) + meta(og__title="You will not believe this pass"))
    assert page.title == TITLE
    assert [one.rule for one in page.origins["title"]] == ["json-ld.headline", "og:title"]


def test_opengraph_and_the_visible_headline_together_overrule_them() -> None:
    """Where both agree on another one, JSON-LD holds the form that is written for search engines."""
    page = read(json_ld(headline="Snow pass closed 2025") + meta(og__title=TITLE), f"<h1>{TITLE}</h1>")
    assert page.title == TITLE


def test_the_link_that_led_here_decides_between_them() -> None:
    """The feed's title is evidence for the candidate that it repeats."""
    head = json_ld(headline=TITLE) + meta(og__title="Third day of snow on the pass")
    assert read(head, link_title="Third day of snow on the pass").title == "Third day of snow on the pass"
    assert read(head, link_title="Continue reading").title == TITLE


def test_a_title_cut_with_an_ellipsis_is_completed() -> None:
    """The whole one is told elsewhere on the page."""
    assert read(json_ld(headline="Snow closes the high pass for…"), f"<h1>{TITLE}</h1>").title == TITLE


def test_the_heading_of_the_trail_is_no_headline() -> None:
    """An h1 in the breadcrumb, or one that holds the logo, says nothing about the story."""
    body = f"<nav><h1>News from the roads today</h1></nav><h1 class='logo'>The best paper there is</h1><h1>{TITLE}</h1>"
    assert read(body=body).title == TITLE
    for hidden in ("screen-reader-text", "is_blind", "blind"):
        assert read(f"<title>{TITLE}</title>", f"<h1 class='{hidden}'>Article in detail</h1>").title == TITLE


def test_entities_and_tags_are_resolved() -> None:
    """Escaped once or twice, a quotation mark is a quotation mark."""
    assert (
        read(json_ld(headline="&amp;quot;Closed&amp;quot; &ndash; the <b>pass</b>")).title
        == '"Closed" – the pass'
    )


def test_an_icon_has_a_title_that_is_not_the_page_s() -> None:
    """SVG icons carry title elements; they may stand before the page's own."""
    root, _ = parse_html(f"<body><svg><title>Menu</title></svg><title>{TITLE}</title><p>x</p>")
    assert read_metadata(root, URL, Hints()).title == TITLE


def test_the_section_before_the_name_of_the_site_goes_with_it() -> None:
    """Behind the same mark, where a headline stands before them; a dash of the headline's own stays."""
    for title in (f"{TITLE} | Roads | Steppe Herald", f"{TITLE} - Roads - Steppe Herald"):
        assert read(f"<title>{title}</title>" + meta(og__site_name="Steppe Herald")).title == TITLE
    at_last = "Snow closes the high pass – At last"
    assert read(f"<title>{at_last} | Steppe Herald</title>").title == at_last


def test_what_stands_behind_the_last_bar_is_the_site_where_nothing_else_tells() -> None:
    """A bar parts a headline from the site's name; a page that states its headline elsewhere may have one in it."""
    assert read(f"<title>{TITLE} | The Morning Post</title>").title == TITLE
    assert read("<title>大雪连续第三天封闭高山垭口_河城网</title>").title == "大雪连续第三天封闭高山垭口"
    closed = "폭설로 고개길 사흘째 통제돼 버스 중단"
    assert read(f"<title>{closed}ㅣ강변일보</title>").title == closed
    barred = "Snow closes the high pass | Drivers wait"
    assert read(f"<title>{barred}</title>" + meta(og__title=barred)).title == barred


def test_pointed_marks_around_what_somebody_says_part_nothing() -> None:
    """French sets spaces inside them; one alone stands between a headline and the site's name."""
    quoting = "Un pont fermé : « On l’a lu dans le bus »"
    assert (
        read(f"<title>{quoting} - Le Courrier</title>" + meta(og__site_name="Le Courrier")).title == quoting
    )
    assert read(f"<title>{quoting} - Le Courrier</title>" + json_ld(headline=quoting)).title == quoting


def test_a_kicker_before_a_bar_goes_where_another_place_leaves_it_out() -> None:
    """It stands in the heading and in what is told to other sites; a headline with a bar of its own stays."""
    barred = f"Liikenne | {TITLE}"
    assert read(json_ld(headline=TITLE) + meta(og__title=barred), f"<h1>{barred}</h1>").title == TITLE
    assert read(json_ld(headline=barred) + meta(og__title=barred), f"<h1>{barred}</h1>").title == barred


def test_a_page_whose_title_names_the_site_alone_prints_its_headline() -> None:
    """In what is marked as a headline, else in the first heading that is long enough for one."""
    site = "<title>The Steppe Herald</title>"
    for body in (
        f"<h2>Roads</h2><h2>{TITLE}</h2>",
        f"<h3 class=article-title>{TITLE}</h3>",
        f"<h2>Nobody was hurt by the other storm</h2><div itemprop=headline>{TITLE}</div>",
    ):
        assert read(site, body).title == TITLE
    assert read(f"<title>Roads | {TITLE} of drivers</title>", f"<h2>{TITLE} today</h2>").title != TITLE
    assert read(site + meta(twitter__title=TITLE)).title == TITLE


def test_a_kicker_and_a_headline_that_touch_are_parted() -> None:
    """And written as the page's title writes them."""
    heading = f"<h1><span>Roads</span><span>{TITLE}</span></h1>"
    assert read("", heading).title == f"Roads {TITLE}"
    assert read(f"<title>Roads: {TITLE}</title>", heading).title == f"Roads: {TITLE}"


def test_a_colon_that_is_there_for_machines_goes_with_the_kicker() -> None:
    """Not with the headline, and without a space before it."""
    heading = f"<h1><span>Roads</span><span class=hide>: </span><span>{TITLE}</span></h1>"
    assert read("", heading).title == f"Roads: {TITLE}"
    assert read(f"<title>{TITLE}</title>", heading).title == TITLE
    spaced = f"<h1><span>Routes</span><span> : </span><span>{TITLE}</span></h1>"
    assert read("", spaced).title == f"Routes : {TITLE}"


def test_a_break_in_a_headline_is_a_space() -> None:
    """Its words do not run into one another."""
    assert read("", "<h1>Snow closes the high<br>pass for a third day</h1>").title == TITLE


def test_a_kicker_or_a_button_in_a_heading_is_none_of_the_headline() -> None:
    """Another place says the headline without them."""
    for heading in (
        f"<span>Roads</span>{TITLE}",
        f"<b>Roads</b> <span>{TITLE}</span>",
        f"{TITLE} <a href=#>Share</a>",
    ):
        assert read(f"<title>{TITLE} | Steppe Herald</title>", f"<h1>{heading}</h1>").title == TITLE
    spoken = f"<span>Live:</span> {TITLE}"
    assert read("<title>Steppe Herald</title>", f"<h1>{spoken}</h1>").title == f"Live: {TITLE}"


def test_a_heading_that_names_a_section_is_no_headline() -> None:
    """The title of the page is one, and says nothing of that word."""
    assert read(f"<title>{TITLE} | Steppe Herald</title>", "<h1>Roads</h1>").title == TITLE
    assert read("<title>Roads | Steppe Herald</title>", "<h1>Roads</h1>").title == "Roads"
    assert (
        read("<title>大雪连续第三天 封闭 高山 垭口 河 城</title>", "<h1>垭口再次封闭</h1>").title
        == "垭口再次封闭"
    )


def test_the_link_that_led_here_goes_before_all_other_places() -> None:
    """Whatever search engines are told: readers came by that headline, and the page prints it."""
    seo = "Is the pass open? What drivers should know"
    page = json_ld(headline=seo) + meta(og__title=seo) + f"<title>{seo} | Steppe Herald</title>"
    assert read(page, f"<h1>{TITLE}</h1>").title == seo
    assert read(page, f"<h1>{TITLE}</h1>", link_title=TITLE).title == TITLE
    assert read(page, f"<h1>{TITLE}</h1>", link_title="Continue reading").title == seo


def test_a_quotation_mark_that_nobody_escaped_cuts_no_title() -> None:
    """It ends the tag's value, and the heading tells the rest."""
    title = 'Mayor: "The pass stays closed"'
    assert read(f'<meta property="og:title" content="{title}">', f"<h1>{title}</h1>").title == title


def test_a_wide_colon_may_part_a_headline_from_the_paper() -> None:
    """As Japanese papers print it; a heading that ends there tells."""
    head = '<meta property="og:title" content="古い橋、トラック通行禁止に：河城新聞">'
    assert read(head, "<h1>古い橋、トラック通行禁止に</h1>").title == "古い橋、トラック通行禁止に"


def test_a_second_line_in_the_heading_that_the_page_s_title_leaves_out_is_none_of_the_headline() -> None:
    """The title of the page goes on with the name of the site alone."""
    body = f"<h1>{TITLE}<br><small>Drivers blame the ministry</small></h1>"
    assert read(f"<title>{TITLE} | Gazette</title>", body).title == TITLE


def test_the_name_of_the_site_above_the_story_is_no_headline() -> None:
    """The page's title ends with it, behind the headline."""
    page = read(f"<title>{TITLE} « Naryn Courier</title>", f"<h1>Naryn Courier</h1><h2>{TITLE}</h2>")
    assert page.title == TITLE
    page = read(f"<title>{TITLE} | Roads | Steppe Herald</title>", f"<h1>Roads</h1><h2>{TITLE}</h2>")
    assert page.title == TITLE
    page = read(f"<title>Naryn Courier - {TITLE}</title>", f"<h1>{TITLE}</h1>")
    assert page.title == TITLE


def test_a_heading_that_leads_home_names_the_site() -> None:
    """Blogs and boards set their name so, and put what is theirs beside it into the title of each page."""
    for home in ("/", "/index.php", "https://herald.example/"):
        name = f"<h1><a href='{home}'>Notes from a high and windy pass</a></h1><h3>{TITLE}</h3>"
        for title in (
            "{} - Notes from a high and windy pass",
            "Notes from a high and windy pass » Blog Archive » {}",
        ):
            assert read(f"<title>{title.format(TITLE)}</title>", name).title == TITLE
    story = f"<h1><a href='/story/7'>{TITLE}</a></h1>"
    assert read(f"<title>{TITLE} - Notes from a pass</title>", story).title == TITLE
