"""The way back: what was called furniture by its name and holds most of the text is text after all."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice

from pipeline.parse.body.layout.headed import headline_of, is_headed
from pipeline.parse.body.layout.junk import verdict_on
from pipeline.parse.body.layout.outline import Aside, Outline, Run, outline
from pipeline.parse.body.words import vocabulary
from pipeline.parse.html_tree import HEADINGS, Element, raw_text, text_of

_SECOND_LOOKS = 4
"""How many names are forgiven at most: mis-nested pages put the story into a menu item in a menu in a header."""
_SOME_TEXT = 200
"""Characters of text that furniture must hold to be worth a second look."""
_BESIDE, _HEADED = 2, 6
"""How many times as much text furniture at the side must hold, and beside a text that follows a headline."""
_NO_STORY = 2
"""How many times as much comments of readers must hold where nothing else was found."""
_FEWEST_POSTS, _PROSE = 2, 60
"""How many boxes of one name are posts of a thread, and the characters of a text in front that says otherwise."""
_HEADLINE = 15
"""Characters of the headline of another story."""
_PLENTY = 1000
"""Where this much was found without it, only the paragraphs of furniture count, not its other text."""


def forgiving_outline(root: Element, headline: Element | None = None) -> Outline:
    """The outline of the page, where what was called furniture and holds most of the text is text after all.

    What holds the headline and most of the paragraphs is so whatever is found without it.
    """
    forgiven = {around for main in root.iter("main") for around in main.iterancestors()}
    page = outline(root, forgiven=forgiven)
    if headline is not None and not any(run.tag == "h1" for run in page.runs):
        around = {box for box in headline.iterancestors() if _tells_most(box, root)}
        page = outline(root, forgiven=forgiven | around) if around else page
        forgiven |= around
    for _ in range(_SECOND_LOOKS):
        own = _own(page.runs)
        good = max(_good(own), _SOME_TEXT)
        found = _heaviest(page, good, headed=is_headed(own)) or _posts(page, good)
        if not found:
            break
        forgiven.update(found)
        page = outline(root, forgiven=forgiven)
    return page


def _posts(page: Outline, more_than: int) -> list[Element]:
    """What is called a comment and stands below the headline with no text between: the posts of a thread."""
    groups: dict[str, list[Aside]] = defaultdict(list)
    for aside in page.asides:
        if "omment" in (aside.element.get("class") or ""):
            groups[_name(aside.element)].append(aside)
    for name, asides in groups.items():
        if len(asides) < _FEWEST_POSTS or vocabulary.NEVER_STORY.search(name):
            continue
        elements = [aside.element for aside in asides]
        before = page.runs[headline_of(page.runs, None) : asides[0].behind]
        if not any(run.free >= _PROSE for run in before) and sum(map(_unlinked_text, elements)) > more_than:
            return elements
    return []


def _tells_most(element: Element, root: Element) -> bool:
    """Whether an element is called furniture and has most of the paragraphs in it."""
    return verdict_on(element) and 3 * _count(element) > _count(root)


def _count(element: Element) -> int:
    return sum(1 for _ in _paragraphs(element))


def _heaviest(page: Outline, more_than: int, *, headed: bool) -> list[Element]:
    """The furniture of one name that holds the most text, if that is `more_than` what was found without it."""
    pruned = [aside.element for aside in page.pruned]
    sizes = [len(raw_text(element)) for element in pruned]
    if sum(sizes) <= more_than:  # half of the pages
        return []
    groups: dict[str, list[Element]] = defaultdict(list)
    raw: Counter[str] = Counter()
    for element, size in zip(pruned, sizes, strict=True):
        name = _name(element)
        groups[name].append(element)
        raw[name] += size
    weights = {
        name: _weight(name, elements, more_than, headed=headed)
        for name, elements in groups.items()
        if raw[name] > more_than
    }
    heaviest = max(weights, key=lambda name: weights[name], default=None)
    return groups[heaviest] if heaviest is not None and weights[heaviest] > more_than else []


def _weight(name: str, elements: list[Element], more_than: int, *, headed: bool) -> int:
    read, weigh = (_paragraphs, _paragraph_text) if more_than > _PLENTY else (_all, _unlinked_text)
    raw = sum(len(raw_text(part)) for element in elements for part in read(element))
    if raw <= more_than:  # nearly always; the rest is worth a closer look
        return 0
    is_beside = vocabulary.BESIDE.search(f"{name} {elements[0].get('role') or ''}")
    share = (_HEADED if headed else _BESIDE) if is_beside else 1
    weight = sum(map(weigh, elements)) // share if raw > more_than * share else 0
    if weight > more_than and _tells_no_story(name, elements):
        return 0 if headed or more_than > _SOME_TEXT else weight // _NO_STORY
    return weight


def _tells_no_story(name: str, elements: list[Element]) -> bool:
    return vocabulary.NEVER_STORY.search(f"{name} {(elements[0].get('id') or '').lower()}") is not None


def _all(element: Element) -> Iterable[Element]:
    return (element,)


def _paragraphs(element: Element) -> Iterable[Element]:
    return element.iter("p")


def _name(element: Element) -> str:
    return f"{element.tag!s} {element.get('class')}".lower()


def _own(runs: list[Run]) -> list[Run]:
    """The runs; none where the text below the first h1 begins behind the headline of another story, whose it is."""
    first = headline_of(runs, None)
    if not runs or runs[first].tag != "h1":
        return runs
    for run in islice(runs, first + 1, None):
        if run.free >= _PROSE:
            return runs
        if run.tag in HEADINGS and run.is_link and run.linked >= _HEADLINE:
            return []
    return runs


def _good(runs: list[Run]) -> int:
    return sum(run.free for run in runs if run.free > 20 and run.linked < run.free)


def _unlinked_text(element: Element) -> int:
    return len(text_of(element)) - sum(len(raw_text(link)) for link in element.iter("a"))


def _paragraph_text(element: Element) -> int:
    return sum(len(text_of(p)) for p in _paragraphs(element))
