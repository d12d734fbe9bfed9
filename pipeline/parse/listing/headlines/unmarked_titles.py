"""Headlines of pages that have no headings: each rule is one reading of the page."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.lines.shapes import is_sentence, word_count
from pipeline.parse.lines.teasers import is_marker
from pipeline.parse.listing.headlines.link_parts import is_way
from pipeline.parse.listing.headlines.titles import (
    FEWEST_TITLE_WORDS,
    MOST_TITLES,
    NOT_A_TITLE,
    TITLE_WORDS,
    Readings,
    Title,
    headline_in,
    href_of,
    is_bare,
    is_day,
    is_named,
    title_of,
)
from pipeline.parse.listing.names.furniture import FurnitureMap
from pipeline.parse.listing.names.round_ups import names_round_up
from pipeline.parse.title_lines import LONGEST_TITLE

_NAMES_OF_SITES = frozenset({"logo", "brand"})
_FEWEST_CARDS = 4
_MOST_LINES = 20
"""Lines of a card among which its headline is looked for."""
_FEWEST_LINKED, _FEWEST_BESIDE, _SEVERAL = 4, 2, 3
"""Words of a link that is a headline, of one among such, and how many these are."""
_AROUND_LINKS = frozenset({"a", "b", "strong", "span", "font", "big", "em", "div"})
_LONGEST_DATE = 40
_BREAKS = frozenset({"br", "hr", "img", "p", "div", "table"})


def other_readings(root: Element, url: str, furniture: FurnitureMap) -> Readings:
    """The readings of pages that mark their headlines up as anything else."""
    for rule, find in _OTHER_RULES.items():
        titles = find(root, url, furniture)
        if len(titles) > 1:
            yield rule, titles[: MOST_TITLES + 1]


def classed_titles(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Elements that their class or microdata calls a title, on pages that use no headings."""
    elements = root.iter("div", "p", "span", "a", "strong", "b", "td")
    named = (element for element in elements if _is_named_title(element) and not furniture.holds(element))
    titles = [title for element in named if (title := _title_or_anchor(element, url)) is not None]
    return _outermost(
        [title for title in titles if word_count(title.text) > 1 and _may_be_headline(title.text)]
    )


def _may_be_headline(text: str) -> bool:
    return not (is_sentence(text) or is_day(text))


def _outermost(titles: Sequence[Title]) -> list[Title]:
    """`titles` without those inside another one."""
    elements = {title.element for title in titles}
    return [title for title in titles if elements.isdisjoint(title.element.iterancestors())]


def _is_named_title(element: Element) -> bool:
    itemprop, names = element.get("itemprop"), element.get("class", "")
    if itemprop in ("headline", "name") and names != "author":
        return True
    if itemprop is None and "itle" not in names and "head" not in names:  # nearly always
        return False
    return is_named(element, TITLE_WORDS, NOT_A_TITLE) and not is_named(element, _NAMES_OF_SITES)


def _title_or_anchor(element: Element, url: str) -> Title | None:
    if element.tag != "a":
        return title_of(element, url)
    text, kicker = headline_in(element)
    return Title(element, text, href_of(element, url), kicker) if 0 < len(text) <= LONGEST_TITLE else None


def opening_links(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Links of at least four words, or in bold, that open a list item, a table cell or a paragraph.

    A shorter one is a headline where it stands among several of these.
    """
    titles: dict[Element, Title] = {}
    short: set[Element] = set()
    for anchor in root.iter("a"):
        home = _opened_by(anchor)
        if home is None or (home in titles and home not in short):
            continue
        text, kicker = headline_in(anchor)
        words = word_count(text)
        if (
            len(text) > LONGEST_TITLE
            or text[:1].islower()
            or words < (_FEWEST_BESIDE if home not in titles else _FEWEST_LINKED)
        ):
            continue
        if (href := href_of(anchor, url)) is not None and not furniture.holds(anchor):
            (short.add if words < _FEWEST_LINKED else short.discard)(home)
            line = _first_line(anchor, href) if len(anchor) > 1 else None
            titles[home] = line or Title(anchor, text, href, kicker)
    rows = Counter(home.getparent() for home in titles if home not in short)
    kept = (
        title for home, title in titles.items() if home not in short or rows[home.getparent()] >= _SEVERAL
    )
    return [title for title in kept if not is_way(title.text)]


def _opened_by(anchor: Element) -> Element | None:
    """The item or cell, or in bold the paragraph, whose first words are those of `anchor`, a date aside."""
    at, tag = anchor, anchor.tag
    bold = len(anchor) == 1 and anchor[0].tag in ("b", "strong") and not (anchor.text or "").strip()
    while tag in _AROUND_LINKS and (parent := at.getparent()) is not None:
        previous = at.getprevious()
        before = (parent.text if previous is None else previous.tail) or ""
        if len(before) > _LONGEST_DATE and len(before.strip()) > _LONGEST_DATE:
            return None
        bold = bold or tag in ("b", "strong")
        at, tag = parent, parent.tag
    return at if tag in ("li", "td", "dt", "dd") or (bold and tag == "p") else None


def card_links(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Links around whole cards of one make, each with its first line of four words; no heading in any."""
    cards: dict[tuple[object, str], list[Title]] = {}
    for anchor in root.iter("a"):
        href = href_of(anchor, url) if len(anchor) else None
        if href is None or furniture.holds(anchor):
            continue
        if headline := _first_line(anchor, href):
            for row in _rows_of(anchor):
                cards.setdefault((row, anchor.get("class", "")), []).append(headline)
    rows = (titles for titles in cards.values() if len(titles) >= _FEWEST_CARDS)
    return [*dict.fromkeys(chain.from_iterable(rows))]


def _rows_of(card: Element) -> list[object]:
    """What holds a card among its like; where it has a box to itself, what holds that, and the class of such boxes."""
    around = card.getparent()
    if around is None or sum(1 for _ in islice(around.iterchildren("a"), 2)) > 1:
        return [around]
    return [row for row in (around.getparent(), around.get("class")) if row is not None]


def _first_line(anchor: Element, href: str) -> Title | None:
    """The first line of a link around several that may be a headline."""
    lines = islice(anchor.iter("div", "p", "span", "strong", "b"), _MOST_LINES)
    return next(filter(None, (_card_title(line, href) for line in lines)), None)


def _card_title(element: Element, href: str) -> Title | None:
    """The text right in `element` as a headline, unless it is too short or a date."""
    text = " ".join((element.text or "").split())
    is_title = word_count(text) > FEWEST_TITLE_WORDS and len(text) <= LONGEST_TITLE and not is_day(text)
    return Title(element, text, href) if is_title else None


def summaries(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """What stands on boxes that a reader folds out, at least three, where most say that the story goes on elsewhere.

    Those of a page that is called a round-up need not; others are parts of one story, questions say.
    """
    boxes = [one for one in root.iter("summary") if not furniture.holds(one)]
    titles = [title for one in boxes if (title := title_of(one, url)) is not None]
    if len(titles) < _SEVERAL:
        return []
    leading = sum(_leads_on(title.element.getparent()) for title in titles)
    return titles if leading * 2 > len(titles) or _is_round_up(root) else []


def _leads_on(box: Element | None) -> bool:
    return box is not None and any(is_marker(text_of(link)) for link in box.iter("a"))


def _is_round_up(root: Element) -> bool:
    return any(names_round_up(text_of(heading)) for heading in root.iter("h1"))


def run_in_heads(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Words in bold that open paragraphs of a page that is called a round-up: `<b>Bridge opens.</b> The cart …`."""
    if not _is_round_up(root):
        return []
    heads = (one[0] for one in root.iter("p") if len(one) and not (one.text or "").strip())
    bold = [one for one in heads if one.tag in ("b", "strong") and not furniture.holds(one)]
    titles = [title for one in bold if (one.tail or "").strip() and (title := title_of(one, url)) is not None]
    return [
        replace(title, text=title.text.rstrip(".: "))
        for title in titles
        if word_count(title.text) >= FEWEST_TITLE_WORDS
    ]


def bold_lines(root: Element, url: str, furniture: FurnitureMap) -> list[Title]:
    """Lines in bold between line breaks or alone in a cell, at least three side by side or in boxes of one class."""
    rows: dict[object, list[Title]] = {}
    for element in map(_line_of, root.iter("b", "strong")):
        if _is_line(element) and not furniture.holds(element) and (title := title_of(element, url)):
            is_headline = word_count(title.text) >= FEWEST_TITLE_WORDS and not is_sentence(title.text)
            if is_headline and not is_day(title.text):
                rows.setdefault(_box_of(element), []).append(title)
    return [title for titles in rows.values() if len(titles) >= _SEVERAL for title in titles]


def _box_of(line: Element) -> object:
    """What holds a line among its like: the class of its box, or the table of its cell; of a paragraph the box."""
    around = line.getparent()
    if around is not None and around.tag == "p" and not around.get("class") and line.getprevious() is None:
        return around.getparent()
    if around is None or (around.tag != "td" and not around.get("class")):
        return around
    return around.get("class") or next(around.iterancestors("table"), around)


def _line_of(element: Element) -> Element:
    """The outermost element that holds nothing but `element`, as <font> does."""
    around = element.getparent()
    while around is not None and around.tag in _AROUND_LINKS and _is_alone(element) and is_bare(around):
        element, around = around, around.getparent()
    return element


def _is_alone(element: Element) -> bool:
    """Whether nothing stands beside `element`: to count the children of a box takes long where there are many."""
    return element.getprevious() is None and element.getnext() is None


def _is_line(element: Element) -> bool:
    """Whether `element` has a line for itself, as far as its neighbours tell."""
    before, behind = element.getprevious(), element.getnext()
    around = element.getparent()
    if around is None:
        return False
    text = around.text if before is None else before.tail
    if (text and not text.isspace()) or (element.tail and not element.tail.isspace()):
        return False
    if behind is None:
        return around.tag == "td" and before is None
    return (before is None or before.tag in _BREAKS) and behind.tag in _BREAKS


_OTHER_RULES: Mapping[str, Callable[[Element, str, FurnitureMap], list[Title]]] = {
    "title-class": classed_titles,
    "opening-link": opening_links,
    "card-link": card_links,
    "bold-line": bold_lines,
    "summary": summaries,
    "run-in-head": run_in_heads,
}
