"""The only way into parse/: one page, from bytes to records.

body ─▶ decode ─┬─ html ─▶ parse_html ─▶ read_metadata ─▶ take_quotes ─┬─▶ find_stories ─▶ a listing
                │                                                      └─▶ find_body ────▶ an article
                └─ text ─▶ take_quotes_from_lines ─▶ find_stories_in_lines
"""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import tzinfo
from functools import cache

from lxml import etree

from pipeline.parse.article import in_its_language, main_article
from pipeline.parse.body import blocks_of
from pipeline.parse.decode import decode
from pipeline.parse.hints import Hints
from pipeline.parse.html_tree import (
    HEADINGS,
    Element,
    holds,
    parse_html,
    path,
    raw_text,
    take_out,
    text_of,
    torn_end,
)
from pipeline.parse.listing import find_stories, page_titles
from pipeline.parse.metadata import Metadata, completed, detect_language, read_metadata, second_page
from pipeline.parse.permalinks import take_out_signs
from pipeline.parse.plain_text import find_stories_in_lines, is_one_story
from pipeline.parse.quotes import PageQuotes, take_quotes, take_quotes_from_lines
from pipeline.parse.selectors import Selectors, select
from pipeline.parse.service_pages import has_no_story, tells_no_story
from pipeline.parse.snippets import snippet
from pipeline.parse.stories import Place, Stories
from pipeline.records import Boilerplate, PageKind, ParsedPage, Problem, Reason

PARSER_VERSION = 17
"""Raised with every change of the rules, so that a change of ours is told apart from a publisher's edit."""

_FEWEST_UNMARKED = 3
"""Stories of a page without headings: two may be one story in two parts."""
_MOST_LINKED = 0.1

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|div|p|article|section|title|meta|ul|h[1-6])\b", re.IGNORECASE
)

_FEED = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,300}>\s*){0,5}<(rss|feed|urlset|sitemapindex|rdf:RDF)\b"
)


def parse_page(  # noqa: PLR0913 - the options of a source, each by name
    body: bytes,
    url: str,
    content_type: str | None = None,
    *,
    language: str | None = None,
    time_zone: tzinfo | None = None,
    selectors: Selectors | None = None,
    link_title: str | None = None,
    site_texts: Collection[str] = (),
    explain: bool = False,
) -> ParsedPage:
    """Read one page: its articles in page order, its ticker quotes with repeats folded, its own date.

    `body` is the page as received, after content decoding; `url` is its address, the base of its links.
    `language` and `time_zone` are the source's: they are used where the page does not tell. `link_title` is
    the text of the link or feed entry that led here, `site_texts` what other pages of the site print too (see
    `repeated_texts`): it is left out of the body. With `explain` a page of one story, too, tells in `boilerplate`
    what stands among its text. Does no I/O, never raises for any `body`, and gives the same answer for the same
    input; what is wrong with the page is in `problems`.
    """
    text, problems, utf_8 = decode(body, content_type)
    if not text or text.isspace():
        return ParsedPage(url, PageKind.OTHER, problems=(*problems, Problem(Reason.EMPTY_PAGE)))
    if feed := _FEED.match(text):
        no_page = Problem(Reason.NO_ARTICLE, f"a <{feed[1]}> document: a source names it under `feeds`")
        return ParsedPage(url, PageKind.OTHER, problems=(*problems, no_page))
    hints = Hints(language, time_zone, selectors or Selectors(), link_title, frozenset(site_texts), explain)
    page = (
        _read_html(text, utf_8, url, hints)
        if _is_html(text, content_type)
        else _read_text(text.splitlines(), url, hints)
    )
    return replace(page, problems=(*problems, *page.problems))


def _is_html(text: str, content_type: str | None) -> bool:
    if content_type and "html" in content_type.lower():
        return True
    return bool(_MARKUP.search(text, 0, 100_000))


def _read_text(lines: list[str], url: str, hints: Hints) -> ParsedPage:
    found, lines = take_quotes_from_lines(lines, hints.language)
    language = hints.language or detect_language("\n".join(lines))  # of the most, not of every story
    stories = find_stories_in_lines(lines, language, hints.time_zone, url)
    kind = (PageKind.OTHER, PageKind.ARTICLE, PageKind.LISTING)[min(len(stories.articles), 2)]
    page = _page_of_stories(url, kind, stories, found, hints.language)
    if page.articles or page.quotes or page.problems:
        return page
    return replace(page, problems=(Problem(Reason.NO_ARTICLE),))  # a line of a word and a figure, say


def _read_html(text: str, utf_8: bytes | None, url: str, hints: Hints) -> ParsedPage:
    root, problems = parse_html(text, utf_8)
    removed = _remove(root, hints.selectors.remove)
    page = _read_tree(root, text, utf_8, url, hints)
    if page.articles and (torn := torn_end(text)):
        page = _torn(page, torn)
    return replace(page, problems=(*problems, *page.problems), boilerplate=(*removed, *page.boilerplate))


def _whole(text: str, utf_8: bytes | None, hints: Hints) -> Element:
    """The page with its scripts, and without what the source removes."""
    root, _ = parse_html(text, utf_8)
    _remove(root, hints.selectors.remove)
    return root


def _torn(page: ParsedPage, end: str) -> ParsedPage:
    """The page that was cut amid its markup: what its last story lost is not known."""
    *others, last = page.articles
    cut = Problem(Reason.TEXT_CUT_OFF, f"the page ends amid its markup: {end}", "body")
    return replace(page, articles=(*others, replace(last, complete=False)), problems=(*page.problems, cut))


def _read_tree(root: Element, text: str, utf_8: bytes | None, url: str, hints: Hints) -> ParsedPage:
    take_out_signs(root)
    metadata = read_metadata(root, url, hints)
    etree.strip_elements(root, "script", "style", with_tail=False)  # metadata was the last to read them
    found = take_quotes(root, metadata.language)
    stories = find_stories(
        root,
        Place(url, metadata.lines_language, hints.time_zone),
        says_article=metadata.says_article,
        headline=metadata.headline,
        story_selector=hints.selectors.story,
    )
    if stories.articles:
        return _page_of_stories(url, PageKind.LISTING, stories, found, metadata.language)
    if unmarked := _read_unmarked(root, url, metadata, hints):
        surely = is_one_story(unmarked.articles, url)
        if surely or len(unmarked.articles) == 1:
            metadata = completed(metadata, unmarked.articles[0], surely=surely)
        elif len(unmarked.articles) >= _FEWEST_UNMARKED:
            quotes, as_of = found.quotes or unmarked.quotes, found.as_of or unmarked.as_of
            return replace(unmarked, quotes=quotes, as_of=as_of)
    whole = cache(lambda: _whole(text, utf_8, hints))
    further = second_page(root, url, text)
    main = main_article(root, url, metadata, hints, whole)
    if not main.articles:
        missing = (*stories.problems, *main.problems, Problem(Reason.NO_ARTICLE))
        return _page(url, PageKind.OTHER, main._replace(problems=missing), found)
    article, unread = main.articles[0], main.problems
    if no_story := tells_no_story(article, metadata, url) or has_no_story(article, metadata, url, whole):
        return _page(url, PageKind.OTHER, Stories((), (no_story,), main.boilerplate), found)
    if article.complete and further:
        article = replace(article, complete=False)
        unread = (*unread, Problem(Reason.TEXT_CUT_OFF, further, "body"))
    told = Stories((article,), (*metadata.problems, *unread), main.boilerplate)
    return _page(url, PageKind.ARTICLE, told, found, metadata.lines_language)


def _read_unmarked(root: Element, url: str, metadata: Metadata, hints: Hints) -> ParsedPage | None:
    """What the lines of a page say whose markup tells no headline from a text; None for any other page.

    Such are saved texts in a <pre>, a paragraph a line, and headlines in bold. A page that is named after one of its
    lines is that story's, and one with many links is no text.
    """
    if metadata.says_article or hints.selectors.body or holds(root, *HEADINGS):
        return None
    lines = [line for block in blocks_of(root, broken=True) for line in (*block.text.splitlines(), "")]
    if sum(len(raw_text(link)) for link in root.iter("a")) > _MOST_LINKED * sum(map(len, lines)):
        return None
    read = _read_text(lines, url, replace(hints, language=metadata.language))
    return None if not read.articles or any(map(page_titles(root).name, lines)) else read


def _remove(root: Element, selectors: tuple[str, ...]) -> tuple[Boilerplate, ...]:
    """Take out what the source's `remove` selectors match, and say so; a page need not hold all of it."""
    removed = []
    for selector in selectors:
        if found := select(root, selector):
            text, where = snippet(text_of(found[0])), path(found[0])
            removed.append(Boilerplate(f"remove {selector}", text, where, len(found)))
        for element in found:
            take_out(element)
    return tuple(removed)


def _page_of_stories(
    url: str, kind: PageKind, stories: Stories, found: PageQuotes, language: str | None
) -> ParsedPage:
    """The page with `stories` in it, which are in its `language` unless their letters say otherwise."""
    articles = tuple(replace(article, language=language) for article in stories.articles)
    return _page(url, kind, stories._replace(articles=articles), found.dated(stories.as_of))


def _page(
    url: str, kind: PageKind, stories: Stories, found: PageQuotes, read_as: str | None = None
) -> ParsedPage:
    articles = tuple(in_its_language(article, read_as) for article in stories.articles)
    labels = (Boilerplate("ticker-label", text) for text in found.labels)
    problems = (*stories.problems, *found.problems)
    return ParsedPage(
        url, kind, articles, found.quotes, found.as_of, problems, (*labels, *stories.boilerplate)
    )
