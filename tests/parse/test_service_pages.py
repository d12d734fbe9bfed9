"""Pages that come as if they told a story: errors, walls, forms. They are named; stories with such names stay."""

import pytest

from pipeline.parse import parse_page
from pipeline.records import PageKind, Reason

SITE = "https://herald.example"
TEXTS = (
    "The council of Tashbulak voted on Monday to rebuild the old bridge over the Kara river before winter comes.",
    "Engineers had warned for years that its wooden piers would not stand another spring flood in the valley.",
    "Work begins in April, and the ferry will carry passengers until the new bridge opens, the mayor said.",
    "The bridge was closed in May after a truck broke through its deck. Nobody was hurt in the accident.",
    "The ministry of transport pays two thirds of the cost; the rest comes from a loan that the town took in March.",
)
STORY = "".join(f"<p>{text}</p>" for text in TEXTS)
MENU = "<nav><ul><li><a href=/>Home</a><li><a href=/sport>Sport</a></ul></nav>"


def page(title: str, main: str) -> bytes:
    """A page of a site with its name behind the title."""
    return f"""<html><head><meta charset=utf-8><title>{title}</title><meta property=og:site_name content=Herald>
      </head><body>{MENU}<main>{main}</main><footer><p>Copyright 2025 Herald</p></footer></body></html>""".encode()


@pytest.mark.parametrize(
    ("title", "main"),
    [
        (
            "Page not found - Herald",
            """<section class="error-404 not-found"><h1>Oops! That page can&rsquo;t be found.</h1>
            <p>It looks like nothing was found at this location. Maybe try a search?</p></section>""",
        ),
        (
            "404 | Herald",
            """<h1>404</h1><h2>We're sorry, the page you are looking for could not be found.</h2>
            <p>The page may have been moved, renamed or deleted. Please check the address and try again.</p>""",
        ),
        (
            "Herald",
            """<h1>This article is no longer available</h1>
            <p>The story that you are looking for has been removed or has expired.</p>""",
        ),
        (
            "Страница не найдена",
            """<h1>Ошибка 404</h1><p>К сожалению, запрашиваемая Вами страница не
            найдена. Возможно, вы ошиблись при наборе адреса.</p>""",
        ),
        (
            "Seite nicht gefunden",
            "<h1>Seite nicht gefunden</h1><p>Die aufgerufene Seite existiert leider nicht.</p>",
        ),
        (
            "Page introuvable",
            "<h1>Page introuvable</h1><p>La page que vous cherchez n'existe plus, ou a changé.</p>",
        ),
        (
            "Página no encontrada",
            "<h1>Error 404</h1><p>La página que buscas no existe o ya no está aquí.</p>",
        ),
        (
            "Бет табылмады",
            "<h1>404</h1><p>Кешіріңіз, сіз іздеген бет табылмады немесе жойылған болуы мүмкін.</p>",
        ),
        ("页面不存在", "<h1>404</h1><p>抱歉，您访问的页面不存在或已被删除，请返回首页继续浏览其他内容。</p>"),
        ("403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>"),
        (
            "Access Denied",
            "<h1>Access Denied</h1>You don't have permission to access this on this server.<p>Ref 18.4d",
        ),
        (
            "503 Service Temporarily Unavailable",
            """<h1>Service Temporarily Unavailable</h1><p>The server is
            temporarily unable to service your request due to maintenance downtime or capacity problems.</p>""",
        ),
        (
            "Just a moment...",
            """<h1>herald.example</h1><h2>Checking if the site connection is secure</h2>
            <p>herald.example needs to review the security of your connection before proceeding.</p>""",
        ),
        ("Loading", "<div>Please enable JavaScript and cookies to continue</div>"),
        (
            "Before you continue",
            """<h1>Before you continue to the Herald</h1><p>We use cookies and data to
            deliver our services, and if you accept all, to measure the effectiveness of advertisements.</p>""",
        ),
    ],
)
def test_an_error_that_comes_as_a_page_is_no_story(title: str, main: str) -> None:
    """The server says 200, the page says what went wrong, in whatever language."""
    found = parse_page(page(title, main), f"{SITE}/2025/12/08/old-bridge")
    assert (found.kind, found.articles) == (PageKind.OTHER, ())
    assert [problem.reason for problem in found.problems] == [Reason.ERROR_PAGE]


@pytest.mark.parametrize(
    ("way", "title", "main"),
    [
        (
            "/contact-us/",
            "Write to us",
            """<h1>Write to us</h1><p>The Herald, 12 River Street, Tashbulak</p>
            <p>We read every letter that reaches us, and answer most of them within two working days.</p>""",
        ),
        (
            "/x",
            "Контакты - Herald",
            """<h1>Контакты</h1><p>Редакция: Ташбулак, улица Речная, 12, второй этаж</p>
            <p>Мы читаем каждое письмо и на большинство отвечаем в течение двух рабочих дней.</p>""",
        ),
        (
            "/login",
            "Log in - Herald",
            """<h1>Log in to your account</h1><form><input type=password></form><p>Don't
            have an account yet? Register now, it takes less than a minute, and you can save your stories.</p>""",
        ),
        (
            "/?s=bridge",
            "Search results for bridge - Herald",
            """<h1>Search results for: bridge</h1><p>Please try again with
            some other words, or have a look at the sections in our menu.</p>""",
        ),
        (
            "/subscribe.html",
            "The Herald at home",
            """<h1>The Herald at home</h1><p>Read all stories and listen to all
            podcasts for three euros a month. You can cancel at any time, without giving a reason.</p>""",
        ),
    ],
)
def test_a_page_about_the_site_is_no_story(way: str, title: str, main: str) -> None:
    """Addresses and forms, by the name of the page or of its address."""
    found = parse_page(page(title, main), SITE + way)
    assert (found.kind, found.articles) == (PageKind.OTHER, ())
    assert {problem.reason for problem in found.problems} <= {Reason.SITE_PAGE, Reason.ERROR_PAGE}


def test_a_page_of_contacts_that_tells_how_to_find_the_house_is_text() -> None:
    found = parse_page(page("Contact us - Herald", f"<h1>Contact us</h1>{STORY}"), f"{SITE}/contact")
    assert found.kind is PageKind.ARTICLE
    found = parse_page(page("Log in - Herald", f"<h1>Log in</h1>{STORY}"), f"{SITE}/login")
    assert found.kind is PageKind.OTHER


LD = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Access denied"}</script>'


@pytest.mark.parametrize(
    ("title", "before"),
    [
        ("Page not found: how the valley lost its archive", ""),
        ("Page not found", ""),
        ("Access denied", "<p class=byline>By Ann Rice</p>"),
        ("Access denied", LD),
        ("Contact", "<p class=byline>By Ann Rice</p>"),
        ("404 sheep crossed the ferry before the storm came", ""),
        ("500 years of bridges in one museum", ""),
    ],
)
def test_a_story_may_have_such_a_name(title: str, before: str) -> None:
    """It tells more than an error does, is signed, or its page's data say what it is."""
    found = parse_page(
        page(f"{title} - Herald", f"<article><h1>{title}</h1>{before}{STORY}</article>"), f"{SITE}/x"
    )
    assert [article.title for article in found.articles] == [title]
    assert [block.text for block in found.articles[0].blocks] == list(TEXTS)


@pytest.mark.parametrize("title", ["500 sheep drowned", "500-летие города", "429 votes for the bridge"])
def test_a_short_story_that_begins_with_the_number_of_an_error_stays(title: str) -> None:
    """The number of an error stands alone, or with the words of one."""
    found = parse_page(page(title, f"<h1>{title}</h1><p>{TEXTS[0]}</p>"), f"{SITE}/x")
    assert [article.title for article in found.articles] == [title]


def test_a_short_story_about_cookies_stays() -> None:
    """What an error page says is found in one of its sentences, among others that it has nothing to do with."""
    main = (
        f"<h1>Sites must ask before they track readers</h1><p>The page says it will use cookies.</p>{STORY}"
    )
    assert parse_page(page("Sites must ask", main), f"{SITE}/x").kind is PageKind.ARTICLE


def test_quotes_of_such_a_page_are_kept() -> None:
    """The ticker stands on every page of the site, on its errors too."""
    ticker = "<div class=ticker><span>USD/KZT 507.14</span><span>EUR/KZT 590.20</span></div>"
    found = parse_page(
        page("Page not found", f"{ticker}<h1>Page not found</h1><p>Nothing is here, sorry.</p>"), SITE
    )
    assert (found.kind, len(found.quotes)) == (PageKind.OTHER, 2)


ABOUT = (
    "<p>All the news about money from the markets and the mines, chosen by our editors through the day, for readers"
    " who have no time to lose and want to know what matters to their purse.</p>"
)
NAMES = "<h2>Markets</h2> <h2><a href=/e/b>Banks</a></h2> <h2>Mines</h2>"
EMPTY = [
    "There are no stories in this section yet.", "No posts found.", "Noch keine Artikel in diesem Ressort.",
    "Aucun article pour le moment.", "No hay noticias en esta sección.", "Nenhuma notícia encontrada.",
    "Non ci sono articoli.", "Er zijn nog geen artikelen.", "Brak artykułów w tym dziale.",
    "В этом разделе пока нет материалов.", "Тут немає новин.", "Жаңылыктар азырынча жок.", "Henüz haber bulunmuyor.",
    "暂无相关文章", "記事はまだありません。", "게시물이 없습니다.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("way", "main"),
    [
        ("/economy", f"<h1>Economy</h1>{ABOUT}{NAMES}"),
        ("/category/economy/", f"<h1>Economy</h1>{ABOUT}"),
        ("/%D1%80%D1%83%D0%B1%D1%80%D0%B8%D0%BA%D0%B0/economy.html", f"<h1>Economy</h1>{ABOUT}"),
        *(("/economy", f"<h1>Economy</h1><p>{text}</p>") for text in EMPTY),
    ],
)
def test_a_section_without_stories_is_named_so(way: str, main: str) -> None:
    """It has a name and a word about it, and headings in a row, such an address, or says that there is nothing."""
    found = parse_page(page("Economy - Herald", main), SITE + way)
    assert (found.kind, found.articles) == (PageKind.OTHER, ())
    assert [(problem.reason, problem.detail) for problem in found.problems] == [
        (Reason.SECTION_PAGE, "Economy")
    ]


@pytest.mark.parametrize(
    ("way", "main"),
    [
        ("/economy", f"<h1>Economy</h1>{ABOUT}"),
        ("/economy/economy", f"<h1>Economy</h1>{ABOUT}"),
        ("/category/economy-of-the-steppe", f"<h1>Economy</h1>{ABOUT}"),
        ("/category/economy", f"<h1>Economy</h1><p class=byline>By Ann Rice</p>{ABOUT}"),
        ("/category/economy", f"<h1>Economy</h1><time datetime=2025-12-08T12:00Z>8 December</time>{ABOUT}"),
        ("/category/economy", f"<h1>Economy</h1>{LD.replace('Access denied', 'Economy')}{ABOUT}"),
        ("/category/economy", f"<h1>Economy</h1>{STORY}{ABOUT}"),
        (
            "/economy",
            f"<h1>Economy</h1>{ABOUT}<h2>Markets</h2>{ABOUT}<h2>Banks</h2>{ABOUT}<h2>Mines</h2>{ABOUT}",
        ),
        (
            "/economy",
            f"<h1>Economy</h1>{STORY}<p>There are no stories in the books of the town, the clerk said.</p>",
        ),
    ],
)
def test_a_short_text_may_be_a_story(way: str, main: str) -> None:
    """Where nothing speaks for a section, or where it is signed, dated, or long."""
    found = parse_page(page("Economy - Herald", main), SITE + way)
    assert [article.title for article in found.articles] == ["Economy"]
