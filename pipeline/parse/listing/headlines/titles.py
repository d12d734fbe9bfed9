"""One headline: its element, its text, the label above it, its link."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from pipeline.parse.html_tree import HEADINGS, Element, one_line, text_of
from pipeline.parse.lines.dates import is_date_line
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.listing.names.furniture import words_in
from pipeline.parse.title_lines import LONGEST_TITLE

_LEVELS = {tag: int(tag[1]) for tag in HEADINGS}
MOST_TITLES = 5_000
"""Stories read from one page; it also bounds the time that a hostile page can take."""
FEWEST_TITLE_WORDS = 3
TITLE_WORDS = frozenset({"title", "headline", "heading", "hed"})
NOT_A_TITLE = frozenset(
    {"page", "site", "section", "widget", "subtitle", "sub", "block", "category", "archive", "author"}
)
_KICKER_WORDS = frozenset(
    {"kicker", "eyebrow", "overline", "topline", "overtitle", "pretitle", "supertitle", "dachzeile", "spitzmarke",
     "rubric", "rubrik", "category", "section", "topic", "label"}
)  # fmt: skip
_BADGE_WORDS = frozenset(
    {"badge", "flag", "tag", "sticker", "pill", "premium", "paywall", "plus", "icon", "live"}
)
_UNSEEN_WORDS = frozenset({"sr", "hidden", "visuallyhidden", "reader"})
"""Words in the class of what is written for those who hear a page."""
_MOST_LEVELS = 4
"""Boxes with pictures beside them, one in another."""
_MOST_PARTS, _MOST_KICKER_WORDS = 6, 3
"""Elements of a headline with its label, and words of a label that no name tells."""
_COUNT = re.compile(r"\[\d{1,5}\]|\(\d{1,5}\)")
"""How many remarks there are, in an element beside the headline."""
_OTHER_SCHEME = re.compile(r"(?!https?:|file:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """A headline: its element, its text, and its link as the page writes it, None where it leads to no other page."""

    element: Element
    text: str
    href: str | None
    kicker: str = ""
    """A label above it in the same element."""

    @property
    def level(self) -> int:
        """1 to 6 for a heading element; 7 for anything else."""
        return _LEVELS.get(str(self.element.tag), len(HEADINGS) + 1)


Readings: TypeAlias = Iterator[tuple[str, list[Title]]]
"""(rule, titles in page order) for each way to read the page that gives at least two titles.

One title beyond the limit is among them, so that the last story that is read has an end.
"""


def title_of(element: Element, url: str) -> Title | None:
    """`element` as a headline, with the link in it or around it; None where it is empty or far too long."""
    text = text_of(element)
    if not text or len(text) > LONGEST_TITLE:
        return None
    named = element
    anchor = next(element.iter("a"), None)
    if anchor is None:
        anchor = _anchor_around(element)
    elif (own := text_of(anchor)) and len(own) * 2 >= len(text):
        named = anchor
    else:
        anchor = None
    text, kicker = headline_in(named)
    return Title(element, text, None if anchor is None else href_of(anchor, url), kicker)


def headline_in(element: Element) -> tuple[str, str]:
    """The headline that `element` says, and the label above it: `<span>City</span><span>Two bridges close</span>`.

    They are told apart by their names, or because no white space parts them, which style sheets do then.
    """
    inner = innermost(element)
    if not 0 < len(inner) <= _MOST_PARTS:
        return _uncut(element), ""
    if not is_bare(inner):
        return _beside_badge(inner)
    if len(inner) < 2:
        return text_of(element), ""
    parts = [(part, text) for part in inner if (text := text_of(part))]
    named = [text for part, text in parts if is_named(part, TITLE_WORDS, NOT_A_TITLE)]
    kickers = [text for part, text in parts if is_named(part, _KICKER_WORDS)]
    if len(parts) > 1 and not named and not kickers and _abut(inner):
        longest = max((text for _, text in parts), key=word_count)
        named = [next((text for _, text in parts if word_count(text) > _MOST_KICKER_WORDS), longest)]
    if len(named) != 1:
        named = [" ".join(text for _, text in parts if text not in kickers)]
    headline = named[0] or text_of(element)
    return headline, next((text for _, text in parts if text not in headline), "")


def _uncut(element: Element) -> str:
    """The text of a link; where it ends in an ellipsis, the whole of it as its tool tip has it."""
    text, whole = text_of(element), element.get("title", "")
    if whole and text.endswith(("…", "...")) and whole.startswith(text.rstrip("…. ")):
        return one_line(whole)
    return text


def _beside_badge(element: Element) -> tuple[str, str]:
    """The headline beside a label that opens or ends its line: `<span class="badge">Exclusive</span> Bridges close`."""
    text = text_of(element)
    ends = (element[0], element.text, text.removeprefix), (element[-1], element[-1].tail, text.removesuffix)
    for part, beside, without in ends:
        label = text_of(part)
        if not label or (beside or "").strip():
            continue
        headline, unseen = without(label).strip(), any(is_named(one, _UNSEEN_WORDS) for one in part.iter())
        if word_count(headline) >= FEWEST_TITLE_WORDS and (unseen or _is_badge(part, label)):
            return headline, "" if unseen else label
    return text, ""


def _is_badge(part: Element, label: str) -> bool:
    if _COUNT.fullmatch(label):
        return True
    return word_count(label) <= _MOST_KICKER_WORDS and is_named(part, _KICKER_WORDS | _BADGE_WORDS)


def innermost(element: Element) -> Element:
    """What holds the words of `element`: pictures beside it, and boxes around it, hold none."""
    levels = 0
    while len(element) and levels < _MOST_LEVELS and len(element) <= _MOST_PARTS and is_bare(element):
        spoken = [part for part in element if text_of(part)] if len(element) > 1 else [element[0]]
        if len(spoken) != 1:
            break
        levels += len(element) > 1
        element = spoken[0]
    return element


def is_bare(element: Element) -> bool:
    """Whether all text in an element stands in the elements below it."""
    return not any(text and not text.isspace() for text in (element.text, *(one.tail for one in element)))


def _abut(element: Element) -> bool:
    """Whether the elements below one follow each other without white space, so that their words would run together."""
    return not any((element.text, *(one.tail for one in element)))


def is_named(element: Element, wanted: frozenset[str], never: frozenset[str] = frozenset()) -> bool:
    """Whether a class of `element` has one of the words that are wanted, and none of the others beside it."""
    names = map(words_in, element.get("class", "")[:300].split())
    return any(not wanted.isdisjoint(words) and never.isdisjoint(words) for words in names)


def _anchor_around(element: Element) -> Element | None:
    return next((around for around in islice(element.iterancestors(), 4) if around.tag == "a"), None)


def href_of(anchor: Element, url: str) -> str | None:
    """The link of `anchor` as written; None where it leads nowhere, or to the page at `url` itself."""
    href = anchor.get("href", "").strip()
    page = href.partition("#")[0]
    if not page or page == url.partition("#")[0] or _OTHER_SCHEME.match(href):
        return None
    return href


def is_day(text: str, language: str | None = None) -> bool:
    """True for the date above the stories of one day."""
    return any(map(str.isdigit, text)) and is_date_line(text, language)
