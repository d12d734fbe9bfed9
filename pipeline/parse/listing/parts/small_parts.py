"""One small part of a story after the other, read into what is known of it: a date, a byline, a section, a link."""

import re
from collections.abc import Callable, Mapping
from itertools import islice
from types import MappingProxyType

from pipeline.parse.body import asks
from pipeline.parse.bylines.read import read_byline
from pipeline.parse.dates.find import find_date
from pipeline.parse.dates.labels import names_change
from pipeline.parse.html_tree import Element, holds, one_line, spaced_text, text_of
from pipeline.parse.info_lines import Part, PartKind, names_in, parts_of
from pipeline.parse.lines.bylines import is_byline
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.shapes import is_sentence, word_count
from pipeline.parse.lines.teasers import is_marker, opens_with_marker
from pipeline.parse.listing.headlines.link_parts import are_buttons, has_like, leads_away
from pipeline.parse.listing.headlines.titles import Title, href_of, is_bare
from pipeline.parse.listing.names.furniture import furniture_rule, is_furniture
from pipeline.parse.listing.parts.part_names import (
    BYLINE_WORDS,
    DATE_WORDS,
    FOOT_WORDS,
    SECTION_WORDS,
    SOURCE_WORDS,
    TAG_WORDS,
    machine_date,
    name_words,
)
from pipeline.parse.listing.parts.small_print import Meta
from pipeline.parse.metadata.printed.signatures import is_signature
from pipeline.parse.permalinks import is_permalink
from pipeline.parse.stories import Place

LONGEST = 160
"""Characters of a line of small print."""
_NO_LINKS: Mapping[str, Element] = MappingProxyType({})
_LONGEST_LABEL = 40
_MOST_ITEMS = 6
"""Items of a list of small print."""
_LONGEST_NAMED_DATE = 80
_MOST_MARKER_WORDS = 6
_MOST_LABEL_WORDS = 4
_CLOCK = re.compile(r"(?<![\d:])\d?\d:[0-5]\d(?![\d:])")
_ARCHIVE = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$")
"""The end of an address of all stories of a day, a month or a year."""


class Reader:
    """Reads one small part after the other into `meta`."""

    def __init__(self, meta: Meta, title: Title, above: frozenset[Element], place: Place) -> None:
        self.meta = meta
        self._title = title
        self._above = above
        self._url = place.url
        self._language = place.language
        self._time_zone = place.time_zone

    def rule(self, element: Element) -> str | None:
        """By which rule all that `element` says is small print, now read; None where it is text."""
        words = name_words(element)
        if element.tag in ("figcaption", "script", "style"):
            return "legend"
        if is_furniture(element) and BYLINE_WORDS.isdisjoint(words):
            # a story's footer holds its date, section and tags
            is_foot = element.tag == "footer" or not words.isdisjoint(FOOT_WORDS)
            return None if is_foot else furniture_rule(element)
        if element.tag in ("ul", "ol"):
            if self._reads_list(element):
                return "small-print"
            if leads_away(element, self._url, self._title.href):
                return "links-beside"
        text = text_of(element)
        if not text:
            return self._unseen(element, words)
        return self._rule(element, text, words) if len(text) <= LONGEST else None

    def _unseen(self, element: Element, words: frozenset[str]) -> str | None:
        """Read what an element without words tells machines: a date, or the address of the story."""
        if element.tag == "link" and "url" in words:
            self.meta.more = self.meta.more or href_of(element, self._url)
        timed = element.tag == "time" or (element.tag == "meta" and not DATE_WORDS.isdisjoint(words))
        return "date" if timed and self._date(element, "", words) else None

    def _reads_list(self, element: Element) -> bool:
        """Read a list of dates, bylines and sections; false where it is none."""
        items = [spaced_text(item) for item in islice(element, _MOST_ITEMS + 1)]
        if not 1 < len(items) <= _MOST_ITEMS:
            return False
        return self.reads_line(" | ".join(filter(None, items)), {text_of(a): a for a in element.iter("a")})

    def _rule(self, element: Element, text: str, words: frozenset[str]) -> str | None:
        """The first of the rules that reads the element."""
        rules: tuple[tuple[str, Callable[[Element, str, frozenset[str]], bool]], ...] = (
            ("link-to-more", self._marker),
            ("permalink", self._permalink),
            ("date", self._date),
            ("byline", self._byline),
            ("section-or-tags", self._label),
            ("source", self._source),
            ("buttons", lambda element, *_: are_buttons(element, self._url)),
            ("small-print", self._line),
        )
        return next((rule for rule, reads in rules if reads(element, text, words)), None)

    def _permalink(self, element: Element, text: str, _: frozenset[str]) -> bool:
        if not is_permalink(element, text):
            return False
        self.meta.permalink = self.meta.permalink or href_of(element, self._url)
        return True

    def _line(self, element: Element, _: str, __: frozenset[str]) -> bool:
        line = spaced_text(element)
        if self._has_parts(element):
            if any(map(_tells_itself, element)):
                return False
            line = " | ".join(filter(None, map(spaced_text, element)))
        return self.reads_line(line, {text_of(link): link for link in element.iter("a")}, element)

    def _has_parts(self, element: Element) -> bool:
        """True for elements side by side of which one is a date: each is read by itself where anything names them."""
        parts = [text_of(part) for part in element] if 1 < len(element) <= _MOST_ITEMS else []
        return any(is_date_line(part, self._language) for part in parts) and is_bare(element)

    def _marker(self, element: Element, text: str, _: frozenset[str]) -> bool:
        leads_on = (
            element.tag == "a"
            and self._title.href is not None
            and href_of(element, self._url) == self._title.href
            and word_count(text) <= _MOST_MARKER_WORDS
            and not is_sentence(text.rstrip(".… "))
            and text != self._title.text
        )
        if is_marker(text) or asks(text) or opens_with_marker(text, self._title.text) or leads_on:
            self.meta.marked = self.meta.marked or not is_date_line(text, self._language)
            link = next(element.iter("a"), None)
            if link is not None and self.meta.more is None:
                self.meta.more = href_of(link, self._url)
            return not is_date_line(text, self._language)
        return False

    def _date(self, element: Element, text: str, words: frozenset[str]) -> bool:
        printed = machine_date(element)
        is_line, is_dated = is_date_line(text, self._language), element.tag in ("time", "meta")
        named = len(element) == 0 and not DATE_WORDS.isdisjoint(words) and len(text) < _LONGEST_NAMED_DATE
        timed = next(element.iter("time"), None)
        self._keep_permalink(element if timed is None and is_line else timed)
        if not (is_line or is_dated or named):
            return self._reads_label_behind(element, words)
        instant = problem = None
        for told in filter(None, (printed, text, spaced_text(element))):  # twice, for those who listen too
            instant, problem = find_date(told, language=self._language, time_zone=self._time_zone)
            if instant:
                break
        if problem:
            self.meta.problems = (*self.meta.problems, problem)
        if instant:
            self.meta.keep_date(instant, printed or text, is_change=names_change(element))
        else:
            self.meta.keep_clock(text)
        return instant is not None or is_line

    def _reads_label_behind(self, element: Element, words: frozenset[str]) -> bool:
        """Read a date with nothing but a label in it: `<dt class=date>2026.03.10<span class=cat>IR</span>`."""
        day = one_line(element.text or "")
        if len(element) != 1 or DATE_WORDS.isdisjoint(words) or not is_date_line(day, self._language):
            return False
        return self._label(element[0], text_of(element[0]), name_words(element[0])) and self.reads_line(day)

    def _byline(self, element: Element, _: str, words: frozenset[str]) -> bool:
        text = spaced_text(element)
        named = not BYLINE_WORDS.isdisjoint(words) or "author" in (
            element.get("rel", "") + element.get("itemprop", "")
        )
        if named and is_sentence(text) and word_count(text) > _MOST_LABEL_WORDS:
            return False  # it stands in a box of `author-article`
        if not named and (_tells_source_too(element) or not is_byline(text, self._language)):
            return False
        timed = next(element.iter("time"), None)
        names = read_byline(text if timed is None else text.replace(spaced_text(timed), ""), self._language)
        if names:
            self.meta.keep_names(names, text)
            self._keep_dates_in(element, text)
            self.meta.keep_clock(next(iter(_CLOCK.findall(text)), ""))
        return bool(names)

    def _keep_dates_in(self, element: Element, text: str) -> None:
        """Take the date that a byline ends with, and that of the last change where it prints both."""
        for timed in [*element.iter("time")] or [element]:
            printed = machine_date(timed) or (text if timed is element else text_of(timed))
            instant, _ = find_date(printed, language=self._language, time_zone=self._time_zone)
            if instant:
                self.meta.keep_date(instant, printed, is_change=names_change(timed))
            else:
                self.meta.keep_clock(printed)

    def _keep_permalink(self, dated: Element | None) -> None:
        """Take the link that a date is, if none is known and it leads to no archive of that day."""
        around = () if dated is None else (dated, *dated.iterancestors("a"))
        href = next((href_of(link, self._url) for link in around if link.tag == "a"), None)
        if href is not None and not _ARCHIVE.search(href):
            self.meta.permalink = self.meta.permalink or href

    def _label(self, element: Element, text: str, words: frozenset[str]) -> bool:
        rel = element.get("rel", "").split()
        if not TAG_WORDS.isdisjoint(words) and element.tag != "a":
            tags = tuple(text_of(anchor) for anchor in element.iter("a"))
            self.meta.tags = self.meta.tags or tags
            if not tags and word_count(text) <= _MOST_LABEL_WORDS:
                self.meta.keep_section(text, text)
            return True
        if rel == ["tag"] and (self.meta.section or self.meta.tags or has_like(element)):
            self.meta.tags = (*self.meta.tags, text)
            return True
        named = not SECTION_WORDS.isdisjoint(words) or "tag" in rel or element.tag in ("td", "th")
        if element.find(".//time") is not None:
            return False
        if (
            not (named or self._stands_above(element, text))
            or (element.tag == "td" and word_count(text) > _MOST_LABEL_WORDS)
            or len(text) > _LONGEST_LABEL
            or is_sentence(text)
        ):
            return False
        if any(map(is_signature, element.iter("a"))) and (names := names_in(text, self._language)):
            self.meta.keep_names(names, text)
        else:
            self.meta.keep_section(text_of(next(element.iter("a"), element)).strip(" |•·/"), text)
        return True

    def _source(self, element: Element, text: str, words: frozenset[str]) -> bool:
        """The house that a portal has the story from."""
        named = not SOURCE_WORDS.isdisjoint(words) and len(element) < 2
        return named and len(text) <= _LONGEST_LABEL and not is_sentence(text)

    def _stands_above(self, element: Element, text: str) -> bool:
        """True for one to four words between the story's start and its headline."""
        if element not in self._above or len(element) > 1 or word_count(text) > _MOST_LABEL_WORDS:
            return False
        return all(part.kind is not PartKind.DATE for part in parts_of(text, self._language))

    def reads_line(
        self, line: str, links: Mapping[str, Element] = _NO_LINKS, holder: Element | None = None
    ) -> bool:
        """True for a line of dates and bylines, as `24 November | By Aida Sadyk`. `links` are those in it, by text.

        The date that its `holder` carries for machines goes before the printed one.
        """
        parts = parts_of(line, self._language) if len(line) <= 2 * LONGEST else []
        signs = {text: link for text, link in links.items() if is_permalink(link, text)}
        parts = [part for part in parts if part.text not in signs]
        if not parts or not all(part.kind for part in parts):
            return False
        for text, link in signs.items():
            self._permalink(link, text, frozenset())
        if holder is not None:
            self._keep_dates_in(holder, "")
        for part in parts:
            self._keep(part, links)
        return True

    def _keep(self, part: Part, links: Mapping[str, Element]) -> None:
        link = links.get(part.text)
        if part.kind is PartKind.DATE:
            instant, _ = find_date(part.text, language=self._language, time_zone=self._time_zone)
            if instant:
                self.meta.keep_date(instant, part.text)
            else:
                self.meta.keep_clock(part.text)
        elif names := self._signed_by_link(part, links):
            self.meta.keep_names(names, part.text)
        elif part.kind is PartKind.SMALL_PRINT:
            self.meta.taken.append(("small-print", part.text))
        elif part.kind is PartKind.SECTION or (link is not None and not is_signature(link)):
            self.meta.keep_section(part.value, part.text)
        elif part.kind is PartKind.BYLINE and (names := read_byline(part.text, self._language)):
            self.meta.keep_names(names, part.text)

    def _signed_by_link(self, part: Part, links: Mapping[str, Element]) -> tuple[str, ...]:
        """Whom a link to an author names that ends the part, behind a word for "by" that no list has."""
        signed = (
            text for text, link in links.items() if part.text.endswith(f" {text}") and is_signature(link)
        )
        return next(filter(None, (names_in(text, self._language) for text in signed)), ())


def _tells_source_too(element: Element) -> bool:
    """Whether a place or a house stands beside a byline, each in an element that is named so."""
    names = [name_words(part) for part in element] if 1 < len(element) <= _MOST_ITEMS else []
    return not (all(map(BYLINE_WORDS.isdisjoint, names)) or all(map(SOURCE_WORDS.isdisjoint, names)))


def _tells_itself(part: Element) -> bool:
    """Whether a part of a line says by its tags or its name what it is."""
    if holds(part, "a", "time", "abbr"):
        return True
    return not name_words(part).isdisjoint(
        BYLINE_WORDS | DATE_WORDS | SECTION_WORDS | TAG_WORDS | SOURCE_WORDS
    )
