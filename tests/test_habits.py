"""What a site's pages told night after night and tell no longer, as cron hears of it: real pages, and real runs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from tests.command_line import run
from tests.web_server import WebServer

TEXT = (
    "The council of Almaly voted on Tuesday to begin work number {} before winter, after three years of petitions.",
    "Engineers said that it would take four months, and that buses would be sent over the northern crossing.",
    "Many residents came to the town hall to hear the decision, and stayed to ask what it was going to cost.",
)
BYLINE = "<p class='byline'>By <a rel='author' href='/author/asanova'>Meerim Asanova</a></p>"
CUT = "<div class='paywall'><p>This article is for subscribers. Subscribe to continue reading.</p></div>"


def story(
    number: int,
    byline: str = BYLINE,
    at: str = "2026-03-14T09:30:00+06:00",
    *,
    text: bool = True,
    rest: str = "",
) -> str:
    """A page with a story, or what of one is left."""
    date = f"<time datetime='{at}'>{at[:10]}</time>" if at else ""
    body = "".join(f"<p>{paragraph.format(number)}</p>" for paragraph in TEXT) if text else ""
    title = f"Work number {number} to begin in Almaly"
    article = f"<article><h1>{title}</h1>{byline}{date}{body}{rest}</article>"
    return f"<html><title>{title}</title><body>{article}</body></html>"


def nameless(number: int) -> str:
    return story(number, byline="")


def undated(number: int) -> str:
    return story(number, at="")


def hourless(number: int) -> str:
    return story(number, at="2026-03-14")


def paywalled(number: int) -> str:
    return story(number, rest=CUT)


def mute(number: int) -> str:
    return story(number, text=False)


Make = Callable[[int], str]


class Site:
    """A folder of pages behind a start page, and the nights in which it is read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages = 0
        (folder / "config.toml").write_text(
            "[sources.herald]\npages = ['index.html']\nfollow = ['/story/']\n", encoding="utf-8"
        )
        (folder / "story").mkdir()

    def night(self, *nights: tuple[int, Make]) -> tuple[int, str]:
        """Publish so many pages of each make; the exit code, and what is said of the site."""
        for count, make in nights:
            for _ in range(count):
                self._pages += 1
                path = self._folder / f"story/{self._pages}.html"
                path.write_text(make(self._pages), encoding="utf-8")
        paths = sorted(self._folder.glob("story/*"))
        links = "".join(
            f"<article><h2><a href='story/{path.name}'>The council votes on {path.stem}</a></h2></article>"
            for path in paths
        )
        (self._folder / "index.html").write_text(f"<html><body>{links}</body></html>", encoding="utf-8")
        result = run(self._folder, "ingest", "--quiet")
        said = [line for line in result.stdout.splitlines() if line.endswith("has the site changed?")]
        return result.returncode, " ".join(said).removeprefix("herald: ").removesuffix(
            "; has the site changed?"
        )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a good first night behind it."""
    site = Site(tmp_path)
    assert site.night((12, story)) == (ExitCode.OK, "")
    return site


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (nameless, "a byline on 0 of its last 4 articles, and on 12 of the 12 before"),
        (undated, "a date on 0 of its last 4 articles, and on 12 of the 12 before"),
        (hourless, "the hour of their dates on 0 of its last 4 articles, and on 12 of the 12 before"),
        (paywalled, "the whole text on 0 of its last 4 articles, and on 12 of the 12 before"),
    ],
)
def test_what_articles_tell_no_longer_is_told_to_cron(site: Site, make: Make, told: str) -> None:
    """Stories go on as ever, and each lacks the same: no page fails, and no selector is there to miss."""
    assert site.night((4, make)) == (ExitCode.SOURCE_SILENT, told)
    assert site.night() == (ExitCode.OK, "")  # nothing came that says anything
    assert site.night((1, make)) == (ExitCode.SOURCE_SILENT, told.replace("4", "5", 1))
    assert site.night((4, story)) == (ExitCode.OK, "")


def test_few_pages_and_what_comes_and_goes_alarm_nobody(site: Site) -> None:
    """Three pages without a byline may be chance; seven are none; and what was gone once and came back is known to."""
    assert site.night((3, nameless)) == (ExitCode.OK, "")
    told = "a byline on 0 of its last 7 articles, and on 12 of the 12 before"
    assert site.night((4, nameless)) == (ExitCode.SOURCE_SILENT, told)
    assert site.night((4, story)) == (ExitCode.OK, "")
    assert site.night((9, nameless)) == (ExitCode.OK, "")


def test_what_few_pages_ever_told_is_not_missed(tmp_path: Path) -> None:
    """One byline in three is no rule."""
    site = Site(tmp_path)
    assert site.night((8, nameless), (4, story)) == (ExitCode.OK, "")
    assert site.night((30, nameless)) == (ExitCode.OK, "")


def test_one_page_that_is_as_usual_hides_no_hundred_that_are_not(site: Site) -> None:
    """Some of a site made anew is of the old make still."""
    told = "a byline on 1 of its last 14 articles, and on 12 of the 12 before"
    assert site.night((13, nameless), (1, story)) == (ExitCode.SOURCE_SILENT, told)


def test_pages_that_tell_no_story_any_more_are_told_to_cron(tmp_path: Path) -> None:
    """One page that is as it was hides no others; many do, and what never told a story is not waited for."""
    site = Site(tmp_path)
    assert site.night((12, story), (3, mute)) == (ExitCode.OK, "")
    assert site.night((8, mute)) == (ExitCode.OK, "")  # beside twelve that are as they were
    for page in sorted((tmp_path / "story").iterdir())[1:]:
        page.write_text(mute(int(page.stem)), encoding="utf-8")
    told = "a story on 0 of its last 19 pages, and on 12 of the 15 before"
    assert site.night() == (ExitCode.SOURCE_SILENT, told)


@pytest.mark.parametrize(("how", "later"), [("broken", ExitCode.SOME_FAILED), ("led_home", ExitCode.OK)])
def test_a_site_that_gives_its_feed_and_no_page_any_more_is_told_to_cron(
    tmp_path: Path, web: WebServer, how: str, later: ExitCode
) -> None:
    """So sites do that shut out programs: the feed goes on, and each page behind it fails like a dead link, or leads to
    the front page.
    """
    web.pages["/"] = "text/html", story(1000).encode()
    (tmp_path / "config.toml").write_text(
        f"[fetch]\nallow_hosts = ['{web.url('')[7:]}']\nports = [{web.server_port}]\ndelay_s = 0.0\nattempts = 1\n"
        f"[sources.herald]\nfeeds = ['{web.url('/feed')}']\n",
        encoding="utf-8",
    )

    def night(*pages: int) -> tuple[int, bool]:
        for page in pages:
            web.pages[f"/story/{page}"] = "text/html", story(page).encode()
        items = "".join(f"<item><link>{web.url(path)}</link></item>" for path in web.pages if "story" in path)
        feed = f"<rss version='2.0'><channel>{items}</channel></rss>"
        web.pages["/feed"] = "application/rss+xml", feed.encode()
        result = run(tmp_path, "ingest", "--quiet")
        told = "herald: a story on 1 of its last 14 pages, and on 12 of the 12 before; has the site changed?"
        return result.returncode, told in result.stdout

    assert night(*range(12)) == (ExitCode.OK, False)
    web.missing = {f"/story/{page}" for page in range(12, 18)}
    # Taken down, which says nothing of the site.
    assert night(*range(12, 18)) == (ExitCode.SOME_FAILED, False)
    setattr(web, how, {f"/story/{page}" for page in range(18, 31)})
    assert night(*range(18, 32)) == (ExitCode.SOURCE_SILENT, True)
    assert night() == (later, False)  # the same again, and nothing new


def test_stories_of_listings_that_lost_their_dates_are_told_to_cron(tmp_path: Path) -> None:
    """A site that prints its stories one below the other, and nowhere else."""
    (tmp_path / "config.toml").write_text("[sources.herald]\npages = ['index.html']\n", encoding="utf-8")
    for night, at in enumerate(("2026-03-14T09:30:00+06:00", "")):
        stories = "".join(
            story(10 * night + number, at=at).partition("<body>")[2].removesuffix("</body></html>")
            for number in range(5)
        )
        (tmp_path / "index.html").write_text(f"<html><body>{stories}</body></html>", encoding="utf-8")
        result = run(tmp_path, "ingest", "--quiet")
        assert result.returncode == (ExitCode.SOURCE_SILENT if night else ExitCode.OK), result.stdout
    told = "herald: a date on 0 of its last 5 stories of listings, and on 5 of the 5 before; has the site changed?"
    assert told in result.stdout
