"""What an element's tag, class and id say of it: text, or furniture."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from pipeline.parse.alternatives import any_of
from pipeline.parse.body.words import vocabulary
from pipeline.parse.html_tree import HEADINGS, SUBHEADINGS, Element, beginning, holds, names_of, raw_text


class Verdict(IntEnum):
    """What a name says of what stands below it."""

    TEXT = 0
    MENU = 1
    """Furniture if it is made of links: restaurants have menus too."""
    CARD = 2
    """Furniture if it holds links or next to no text."""
    JUNK = 3


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_RANDOM = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z]{0,20}[0-9])"
    r"(?:[A-Z]?[a-z0-9]{1,2}(?=[A-Z])|[A-Z]{1,3}(?=[a-z0-9])){3,20}[A-Za-z0-9]{0,3}(?![A-Za-z0-9])"
)
"""A word that a machine made: capitals, small letters and digits change too often for it to mean anything."""
_BY_TAG = {
    **dict.fromkeys(vocabulary.JUNK_TAGS, Verdict.JUNK),
    **dict.fromkeys(vocabulary.CARD_TAGS, Verdict.CARD),
}
_NEVER_JUNK = frozenset(("html", "body", "article", "main", "blockquote", "tr", "td", "th", "tbody", "thead"))
_BOXES = frozenset(("div", "section"))
_LONGEST_LABEL = 40
"""Characters of the name of a box; a longer one is a headline."""
_TEXT_TAGS = HEADINGS | {"p"}
_SENTENCE = 7
"""Dashes of an id that is made of what its element says, as headings often have them: no name of a part has so many."""
_CARD_TEXT = 80
_PROSE = 300
_PROSE_LINKS = 0.3
_OF_MENU = 300
"""Elements of a menu that are looked at."""
_DISH_LINKS = 0.3
"""The share of a menu that names dishes which is link at most: "Book a table" stands below."""
_STORY_HEADER = re.compile(r"(?:article|entry|post|story|content)[a-z_-]{0,40}header")

_ALONE = "(?<![a-z].)"
"""No letter before it."""


def _pattern(stems: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> re.Pattern[str]:
    whole = rf"(?:{any_of(words, _ALONE)})(?![a-z])"
    return re.compile(rf"{any_of(stems, _ALONE)}|{whole}" if stems else whole)


_JUNK = _pattern(vocabulary.JUNK_STEMS, vocabulary.JUNK_WORDS)
_CARD = _pattern(vocabulary.CARD_STEMS, vocabulary.CARD_WORDS)
_MENU = _pattern(words=vocabulary.MENU_WORDS)
_VERDICTS = ((Verdict.JUNK, _JUNK), (Verdict.CARD, _CARD), (Verdict.MENU, _MENU))
_PATTERNS = (_JUNK, _CARD, _MENU, vocabulary.POST, vocabulary.HIDDEN, vocabulary.SHOWN)
_TELLING = re.compile("|".join(one.pattern for one in _PATTERNS))
"""In every word that says anything: one look instead of six."""


def verdict_on(element: Element) -> bool:
    """True where `element` is furniture by its names, as far as one can tell without the rest of the page."""
    class_, id_ = element.get("class"), element.get("id")
    found = _by_names(str(element.tag), class_, id_)
    if not found:  # nearly always
        return element.tag in _BOXES and _is_labelled_junk(element)
    if element.tag == "figure" and _sets_text_apart(element):
        found = _by_names("div", class_, id_)
    if found is Verdict.MENU:
        return not _names_dishes(element)
    return found is Verdict.JUNK or (found is Verdict.CARD and not _is_text_after_all(element))


def sign_of_junk(element: Element) -> str:
    """What gives away `element`, of which the verdict is true: a word of its class or id, or its tag."""
    return next(filter(_by_name, names_of(element).split()), f"<{element.tag!s}>")


def _is_labelled_junk(element: Element) -> bool:
    """Whether what tests or screen readers call a box tells of furniture: made-up class names tell nothing."""
    get = element.get
    label = (
        get("data-testid")
        or get("data-component")
        or get("data-qa")
        or get("aria-label")
        or get("aria-labelledby")
    )
    return label is not None and len(label) <= _LONGEST_LABEL and _by_label(label) is Verdict.JUNK


@lru_cache(maxsize=16_384)
def _by_label(label: str) -> Verdict:
    return _by_name("-".join(label.split()))


@lru_cache(maxsize=65_536)
def _by_names(tag: str, class_: str | None, id_: str | None) -> Verdict:
    """The verdict on a tag with its class and id; cached, for pages repeat these, and sites even more."""
    if tag in _NEVER_JUNK:
        return Verdict.TEXT
    found = [_BY_TAG.get(tag, Verdict.TEXT)]
    is_said = id_ is not None and (tag in SUBHEADINGS or id_.count("-") >= _SENTENCE)
    names = (class_, None if is_said else id_, tag if "-" in tag else None)
    found += [_by_name(name) for name in names if name and "/" not in name[:8]]
    return max(found)


def _sets_text_apart(figure: Element) -> bool:
    """Whether a figure shows no picture, but a table or a quotation that is not set large once more."""
    if "pull" in (figure.get("class") or "").lower() or holds(figure, "img", "picture", "a"):
        return False
    return holds(figure, "table", "blockquote")


def _is_text_after_all(element: Element) -> bool:
    if element.tag in _TEXT_TAGS:
        return True
    if not len(element):
        return len((element.text or "").strip()) >= _CARD_TEXT
    if holds(element, "h1"):
        return True
    if holds(element, "a"):
        return _STORY_HEADER.search((element.get("class") or "").lower()) is not None or _is_prose(element)
    if holds(element, "h2", "h3", "h4", "pre"):
        return True
    return len(raw_text(element).strip()) >= _CARD_TEXT


def _names_dishes(menu: Element) -> bool:
    """Whether there is more to read in a menu than its links."""
    size, linked = beginning(menu, _OF_MENU)
    return linked < _DISH_LINKS * size


def _is_prose(element: Element) -> bool:
    """True where long paragraphs outweigh the links: a slide show whose slides tell the story."""
    prose = _length(element, "p")
    return prose >= _PROSE and _length(element, "a") < _PROSE_LINKS * prose


def _length(element: Element, tag: str) -> int:
    return sum(len(raw_text(found)) for found in element.iter(tag))


def _by_name(name: str) -> Verdict:
    """The verdict on a class or an id, which may be several words."""
    told = [of_word for word in name.split() if (of_word := _by_word(word)) is not _NOTHING]
    if not told or any(word.post for word in told):
        return Verdict.TEXT
    if any(word.hidden for word in told) and not any(word.shown for word in told):
        return Verdict.JUNK
    return max(word.verdict for word in told)


class _Word(NamedTuple):
    """What one word of a class says."""

    verdict: Verdict = Verdict.TEXT
    post: bool = False
    hidden: bool = False
    shown: bool = False


_NOTHING = _Word()


@lru_cache(maxsize=65_536)
def _by_word(word: str) -> _Word:
    """Cached: sites share the words of their style sheets, and put them together anew on each page."""
    words = word if word.islower() else _CAMEL.sub("-", _RANDOM.sub("", word)).lower()
    if not _TELLING.search(words):  # nearly always
        return _NOTHING
    words = vocabulary.NOT_JUNK.sub(" ", words)
    verdict = next((one for one, pattern in _VERDICTS if pattern.search(words)), Verdict.TEXT)
    post, hidden, shown = (
        pattern.search(word) is not None for pattern in (vocabulary.POST, vocabulary.HIDDEN, vocabulary.SHOWN)
    )
    return _Word(verdict, post, hidden, shown) if verdict or post or hidden or shown else _NOTHING
