"""A tree as runs of text in document order, each with the block element that owns it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.parse.body.junk import Verdict, verdict
from pipeline.parse.html_tree import Element, one_line


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


NEVER_TEXT = _tags("""
    script style template svg math iframe object embed audio video canvas map select option datalist button
    textarea input img picture source link meta base head title noframes applet progress meter dialog track
""")
INLINE = _tags("""
    a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr data center-inline blink output amp-link
""")
HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
DROPPED = _tags("aside figure figcaption address nav footer form menu noscript")


@dataclass(slots=True)
class Run:
    """A stretch of text without a block border in it."""

    owner: int
    """The node that owns it."""
    text: str
    linked: int
    """Characters of it that are link text."""
    tag: str


@dataclass(slots=True)
class Outline:
    """The block elements below a root (nodes, in document order) and the runs of text between them."""

    elements: list[Element] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pruned: list[Element] = field(default_factory=list)
    title_at: int = -1
    """Number of runs before the first h1."""


def outline(root: Element, forgiven: Iterable[Element] = (), *, prune: bool = True) -> Outline:
    """Walk the tree below `root`. What its name calls furniture is left out, except `forgiven` elements."""
    forgiven = set(forgiven)
    found = Outline([root], [-1])
    parts: list[str] = []
    linked = in_link = 0
    after_break = False
    node = 0
    children = iter(root)
    stack: list[tuple[object, Element, int]] = []
    tag = root.tag
    if root.text and not root.text.isspace():
        parts.append(root.text)

    def flush() -> None:
        nonlocal linked, after_break
        if parts:
            text = one_line("".join(parts))
            if text:
                found.runs.append(Run(node, text, linked, found.elements[node].tag))
            parts.clear()
        linked = 0
        after_break = False

    while True:
        el = next(children, None)
        if el is None:
            if not stack:
                break
            children, el, parent = stack.pop()
            if parent >= 0:
                flush()
                node = parent
            elif el.tag == "a":
                in_link -= 1
            tail = el.tail
            if tail:
                if not tail.isspace():
                    parts.append(tail)
                    if in_link:
                        linked += len(tail.strip())
                    after_break = False
                elif parts:
                    parts.append(" ")
            continue
        tag = el.tag
        skip = tag in NEVER_TEXT
        if tag == "br":
            if after_break:
                flush()
            else:
                parts.append("\n")
                after_break = bool(parts)
            skip = True
        elif not skip and prune and el not in forgiven:
            name = el.get("class")
            if tag in DROPPED:
                skip = True
            elif name and verdict(name) and tag not in ("body", "html", "article", "main"):
                skip = True
            else:
                name = el.get("id")
                if name and verdict(name) == Verdict.STRONG and tag not in ("body", "html", "article", "main"):
                    skip = True
            if skip:
                found.pruned.append(el)
                if tag not in INLINE:
                    flush()
        if skip:
            tail = el.tail
            if tail:
                if not tail.isspace():
                    parts.append(tail)
                    if in_link:
                        linked += len(tail.strip())
                    after_break = False
                elif parts:
                    parts.append(" ")
            continue
        if tag in INLINE:
            stack.append((children, el, -1))
            if tag == "a":
                in_link += 1
        else:
            flush()
            stack.append((children, el, node))
            found.elements.append(el)
            found.parents.append(node)
            node = len(found.elements) - 1
            if tag == "h1" and found.title_at < 0:
                found.title_at = len(found.runs)
        text = el.text
        if text:
            if not text.isspace():
                parts.append(text)
                if in_link:
                    linked += len(text.strip())
                after_break = False
            elif parts:
                parts.append(" ")
        children = iter(el)
    flush()
    return found
