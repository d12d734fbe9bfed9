"""A tree as runs of text in document order, each with the block element that owns it."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from pipeline.parse.body.layout.junk import verdict_on
from pipeline.parse.body.layout.openers import tag_of
from pipeline.parse.body.words.buttons import signs_up
from pipeline.parse.html_tree import HEADINGS, Element, lines, one_line, text_of

_BLOCK, _INLINE, _LINK, _BREAK, _IMAGE, _FIELD, _NEVER_TEXT = range(7)
"""What a tag is to the text around it."""


def _tags(part: int, names: str) -> dict[object, int]:
    return dict.fromkeys(names.split(), part)


_PARTS: dict[object, int] = {
    **_tags(_LINK, "a amp-link"),
    **_tags(_BREAK, "br"),
    **_tags(_IMAGE, "img"),
    **_tags(_FIELD, "input button"),
    **_tags(
        _INLINE,
        "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output picture q rp rt "
        "ruby s samp small source span strike strong sub sup time tt u var wbr",
    ),
    **_tags(
        _NEVER_TEXT,
        "applet audio base canvas datalist dialog embed head iframe link map math meta meter "
        "noframes object option progress script select style svg template textarea title track video",
    ),
}
"""Whatever is not listed, custom elements among them, is a block.

A <source> is inline because libxml2 closes none: the image stands in it."""

SENTENCE_ENDS = tuple(".!?…:;\"”“»«'’)」。！？؟।")
"""What a run ends with that is prose rather than a label or a legend."""

FIELDS = frozenset(("email", "radio"))
"""The kinds of fields that a story never has: where to write an address, and what to vote for."""
_UNNAMED = frozenset(("img", "input", "button"))

_BREAK_SIGN = "\n"
"""A part of a run that nothing but a break gives: white space of the page's source is a blank there."""
_OPENERS = frozenset((_LINK, _FIELD))
_MOSTLY = 0.8


@dataclass(slots=True, eq=False)
class Run:
    """A stretch of text without a block border in it."""

    number: int
    """Its place among all of the page."""
    node: int
    """The node that owns it."""
    tag: str
    """That node's tag."""
    text: str
    linked: int
    """How many characters of it are link text."""
    free: int = field(init=False)
    """How many are none."""
    is_link: bool = field(init=False)
    """Whether it is link, save for a few characters."""

    def __post_init__(self) -> None:
        """What nearly every rule asks for is worked out once."""
        size = len(self.text)
        self.free = size - self.linked
        self.is_link = self.linked > _MOSTLY * size


def size_of(runs: Iterable[Run]) -> int:
    """The characters of `runs`."""
    return sum([len(run.text) for run in runs])


def free_of(runs: Iterable[Run]) -> int:
    """The characters of `runs` that are no link."""
    return sum([run.free for run in runs])


class Aside(NamedTuple):
    """What stands among the runs and gives them no text: an image, a field, or furniture left out for its name."""

    element: Element
    node: int
    """The node that it stands in."""
    behind: int
    """How many runs begin in front of it."""


@dataclass(slots=True)
class Outline:
    """The block elements below a root (nodes, in document order) and the runs of text between them."""

    elements: list[Element] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    """For each node the node around it; -1 for the root."""
    runs: list[Run] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)

    @property
    def pruned(self) -> list[Aside]:
        """What was left out because of its name."""
        return [aside for aside in self.asides if aside.element.tag not in _UNNAMED]

    def below(self, node: int) -> range:
        """`node` and the nodes in it."""
        parents = self.parents
        behind = (other for other in range(node + 1, len(parents)) if parents[other] < node)
        return range(node, next(behind, len(parents)))

    def inside(self, node: int, runs: Iterable[Run]) -> list[Run]:
        """Those of `runs` that stand in `node`."""
        nodes = self.below(node)
        return [run for run in runs if run.node in nodes]

    def ancestors(self, node: int) -> Iterator[int]:
        """`node` and the nodes around it, from the inside out."""
        while node >= 0:
            yield node
            node = self.parents[node]


def outline(
    root: Element, *, forgiven: Container[Element] = (), prune: bool = True, broken: bool = False
) -> Outline:
    """Walk the tree below `root`. With `prune`, what its name calls furniture is left out, save the forgiven.

    With `broken`, a text keeps its lines where single breaks part them.
    """
    walk = _Walk(root, broken=broken)
    open_elements: list[tuple[Iterator[Element], Element, int]] = []
    children = iter(root)
    while True:
        for element in children:
            part = _PARTS.get(element.tag, _BLOCK)
            if part in _OPENERS:
                element.tag = tag_of(element)
                part = _PARTS.get(element.tag, _BLOCK)
            if part >= _BREAK:
                walk.without_text(element, part)
            elif not len(element) and not element.text:
                walk.empty(element, part)
            elif (
                prune
                and verdict_on(element)
                and element not in forgiven
                and not walk.is_needed(element, part)
            ):
                walk.aside(element)
                walk.border(part)
            else:
                walk.enter(element, part)
                if len(element):
                    open_elements.append((children, element, part))
                    children = iter(element)
                    break
                walk.leave(part)
            walk.add(element.tail)
        else:
            if not open_elements:
                break
            children, element, part = open_elements.pop()
            walk.leave(part)
            walk.add(element.tail)
    walk.flush()
    return walk.outline


def _is_of_form(field: Element) -> bool:
    """Whether a field or a button is one that a story never has."""
    return signs_up(text_of(field)) if field.tag == "button" else field.get("type") in FIELDS


class _Walk:
    """Where a walk stands, and the run that it is collecting."""

    __slots__ = ("after_break", "broken", "in_link", "linked", "node", "outline", "parts")

    def __init__(self, root: Element, *, broken: bool) -> None:
        self.outline = Outline([root], [-1])
        self.node = 0
        self.parts: list[str] = []
        self.linked = 0
        self.in_link = False
        self.after_break = False
        self.broken = broken
        self.add(root.text)

    def add(self, text: str | None) -> None:
        """Text that stands next in the document."""
        if not text:
            return
        if text.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        self.parts.append(text)
        self.after_break = False
        if self.in_link:
            self.linked += len(text.strip())

    def line_break(self) -> None:
        """One `<br>` parts words, two part paragraphs."""
        if self.after_break and self.outline.elements[self.node].tag != "pre":
            self.flush()
        elif self.parts:
            self.parts.append(_BREAK_SIGN)
            self.after_break = True

    def is_needed(self, element: Element, part: int) -> bool:
        """Whether a link stands amid a sentence, torn without it, or a span is all of a heading."""
        ends = (element.tail or " ").isspace()
        if part == _LINK:
            return bool(self.parts) and not ends
        if part != _INLINE or not ends or self.parts or element.getnext() is not None:
            return False
        around = element.getparent()
        return around is not None and around.tag in HEADINGS and element.getprevious() is None

    def without_text(self, element: Element, part: int) -> None:
        """An element with nothing to read in it."""
        if part == _BREAK:
            self.line_break()
        elif part == _IMAGE or (part == _FIELD and _is_of_form(element)):
            self.aside(element)

    def aside(self, element: Element) -> None:
        """Take note of what gives no text."""
        runs = len(self.outline.runs) + bool(self.parts)
        self.outline.asides.append(Aside(element, self.node, runs))

    def border(self, part: int) -> None:
        """What stands here is left out, but parts the text around it where it is a block."""
        if part == _BLOCK and self.parts:
            self.flush()

    def empty(self, element: Element, part: int) -> None:
        """An element with nothing in it parts the text around it where it is a block, or is called a break."""
        if part == _BLOCK:
            self.border(part)
        elif element.tag == "span" and (element.get("class") or "").rstrip().endswith(" br"):
            self.line_break()

    def flush(self) -> None:
        """End the run."""
        if self.parts:
            tag = str(self.outline.elements[self.node].tag)
            if tag == "pre":
                text = lines("".join(self.parts))
            else:
                text = self._lines() if self.broken else one_line("".join(self.parts))
            if text:
                runs = self.outline.runs
                runs.append(Run(len(runs), self.node, tag, text, min(self.linked, len(text))))
            self.parts.clear()
        self.linked = 0
        self.after_break = False

    def _lines(self) -> str:
        parted = ("".join(line) for is_break, line in groupby(self.parts, _BREAK_SIGN.__eq__) if not is_break)
        return "\n".join(filter(None, map(one_line, parted)))

    def enter(self, element: Element, part: int) -> None:
        if part == _BLOCK:
            if self.parts:
                self.flush()
            self.outline.elements.append(element)
            self.outline.parents.append(self.node)
            self.node = len(self.outline.elements) - 1
        elif part == _LINK:
            self.in_link = True
        self.add(element.text)

    def leave(self, part: int) -> None:
        if part == _BLOCK:
            if self.parts:
                self.flush()
            self.node = self.outline.parents[self.node]
        elif part == _LINK:
            self.in_link = False  # for good: a link that was never closed ends where the next one begins
