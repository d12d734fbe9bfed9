"""Parts that fold out: the question that opens an answer, be it a button, a link or a box, heads it."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import islice, pairwise

from pipeline.parse.body.buttons import is_button
from pipeline.parse.body.outline import HEADINGS, Outline, Run
from pipeline.parse.html_tree import Element, one_line, raw_text, tags
from pipeline.parse.lines.teasers import is_marker

_HEADS = HEADINGS | {"dt", "summary"}
_OPENS = re.compile(
    r"accord|akkord|collaps|toggl|expand|fold|faq|question|frage|tab-?title|spoiler", re.IGNORECASE
)
"""In the name of what opens a part."""
_NAMED = re.compile(r"(?<![a-z])(?:title|heading|headline|subtitle|subhead|tit)(?![a-z])", re.IGNORECASE)
"""In the name of what heads one without opening it."""
_PARTS = tags("div section article p ul ol dl table blockquote")
_STAYS = ("#", "javascript:")
"""How the address of a link begins that leads to no other page."""
_SAYING = ("data-toggle", "data-bs-toggle", "aria-expanded", "aria-controls")
_SOME_TEXT = 40
"""Characters of what folds out."""
_LONGEST = 200
"""Characters of what opens it."""
_LEVELS = 3
"""How far above it the box may begin that has the text behind it, and its name."""


def read_openers(root: Element) -> None:
    """Make what opens a part of the page a heading of that part: by itself a button is no text, nor is a link."""
    for opener in [one for one in root.iter("button", "a") if (one.get("href") or "#").startswith(_STAYS)]:
        around = opener.getparent()
        if around is not None and around.tag in _HEADS:
            opener.tag = "span"
        elif _opens_text(opener):
            opener.tag = "h4"
        elif opener.tag == "a" and not opener.get("href") and (opener.get("name") or opener.get("id")):
            opener.tag = "span"  # the place to which others lead


def _opens_text(opener: Element) -> bool:
    """Whether an element says that it opens something, and the next thing behind it is a text without links."""
    if not _says_that_it_opens(opener):  # nearly always
        return False
    behind = _behind(opener)
    if behind is None or behind.tag not in _PARTS:
        return False
    said, text = one_line(raw_text(opener)), raw_text(behind)
    if not 0 < len(said) <= _LONGEST or is_button(said) or is_marker(said):
        return False
    return len(text.strip()) >= _SOME_TEXT and not _is_linked(behind, len(text))


def _behind(opener: Element) -> Element | None:
    """What stands behind an element, or behind the boxes around it that end with it and say nothing before it."""
    around: Element | None = opener
    for _ in range(_LEVELS):
        if around is None or (around.tail or "").strip():
            return None
        behind = around.getnext()
        if behind is not None:
            return behind
        above = around.getprevious()
        if above is not None and raw_text(above).strip():  # it closes something: "Show less"
            return None
        around = around.getparent()
    return None


def _says_that_it_opens(opener: Element) -> bool:
    get = opener.get
    return any(map(get, _SAYING)) or _OPENS.search(f"{get('class')} {get('id')}") is not None


def _is_linked(element: Element, size: int) -> bool:
    return 2 * sum(len(raw_text(link)) for link in element.iter("a")) > size


def heads_of_parts(page: Outline, runs: Sequence[Run], lines: Collection[int]) -> set[int]:
    """The numbers of those `lines` among `runs` that are called what opens or heads a part, with a text behind each.

    A box called title heads nothing by itself: the pages that set headings so have several of one make.
    """
    heads: set[int] = set()
    makes: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for run, behind in pairwise(runs):
        if run.number not in lines or behind.free < _SOME_TEXT or not any(map(str.isalpha, run.text)):
            continue
        around = [*islice(page.ancestors(run.node), _LEVELS)]
        names = [f"{page.elements[node].get('class')} {page.elements[node].get('id')}" for node in around]
        if any(page.elements[node].tag == "summary" for node in around) or any(map(_OPENS.search, names)):
            heads.add(run.number)
        elif not any(page.elements[node].tag == "li" for node in around):  # a teaser's title
            made = next(filter(lambda made: _NAMED.search(made[1]), zip(around, names, strict=True)), None)
            if made:
                makes[made[1]][made[0]] = run.number
    return heads.union(*(heading.values() for heading in makes.values() if len(heading) > 1))
