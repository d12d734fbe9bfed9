"""str → lxml tree, and the few questions that every room asks of an element. No recursion anywhere."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TypeAlias

from lxml import etree

from pipeline.markup import without_ends
from pipeline.parse.snippets import snippet
from pipeline.records import Problem, Reason

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for the type of an element


def tags(names: str) -> frozenset[str]:
    """Tag names, written as words."""
    return frozenset(names.split())


HEADINGS = tags("h1 h2 h3 h4 h5 h6")
SUBHEADINGS = HEADINGS - {"h1"}

_DEEPEST = 200
"""Levels that are kept of a page too deep for the parser: real pages stay below 60."""

_MOST_COUNTED = 2_000
"""Siblings before an element that are counted to tell its place: for each of a million it would take for ever."""

_MOST_TEXTS = 80
"""Texts of one element that are read apart: a line of names or dates has few."""

_TORN_TAG = re.compile(r"</?(?:[a-zA-Z][^<>]*)?\Z")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_ALWAYS_KEPT = tags("br h1 h2 h3 h4 h5 h6 head html body meta p script style title")
_VOID = tags("area base br col embed hr img input link meta param source track wbr")

_INVISIBLE = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)),  # control characters
    **dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF)),  # soft hyphen, zero-width space, joiner, byte-order mark
    **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),  # direction marks
}
"""Characters without a shape. The zero-width (non-)joiners stay: Persian and Hindi are spelt with them."""


def parse_html(text: str, utf_8: bytes | None = None) -> tuple[Element, tuple[Problem, ...]]:
    """The tree of `text`, always with a root; problems name what the parser had to leave out. Never raises.

    `utf_8` is the same text encoded, where the caller has it. Comments and processing instructions are not in
    the tree. Text in it may hold control characters: `one_line` cleans it.
    """
    root, cut_short = _parse(_encoded(text) if utf_8 is None else utf_8)
    if root is not None and (without_frames := _without_frames(root)):
        root, cut_short = _parse(_encoded(without_frames))
    if cut_short:
        root, _ = _parse(_encoded(flattened(text)))
        return _or_empty(root), (Problem(Reason.TREE_CUT_SHORT, f"deeper than {_DEEPEST} levels"),)
    return _or_empty(root), () if root is not None else (Problem(Reason.EMPTY_PAGE),)


def torn_end(text: str) -> str | None:
    """How a page ends that was cut in a tag or a script; None for any other, be it without end tags."""
    at = text.rfind("<")
    torn = _TORN_TAG.match(text, at) if at >= 0 else None
    if torn:
        return snippet(torn[0])
    script = text.rfind("<script")
    return "<script" if script >= 0 and text.find("</", script) < 0 else None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _parse(utf_8: bytes) -> tuple[Element | None, bool]:
    """The tree, or None where there is no element; and whether libxml2 gave up before the end."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
        collect_ids=False,  # a table of all ids that nobody asks for: a tenth of the time
    )
    try:
        root = etree.fromstring(without_ends(utf_8), parser)
    except etree.XMLSyntaxError:  # nothing in it that makes a document
        return None, False
    if root is not None:
        _give_body(root)
    last = parser.error_log.last_error
    return root, last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _without_frames(root: Element) -> str:
    """The page as browsers show it that know no frames; empty where it has none, or says nothing to these."""
    frames = root.find("frameset")
    told = None if frames is None else next(frames.iter("noframes"), None)
    if frames is None or told is None or not (told.text or "").strip():
        return ""
    head = root.find("head")
    opening = "" if head is None else etree.tostring(head, encoding="unicode", method="html")
    return f"<html>{opening}{told.text}</html>"


def _give_body(root: Element) -> None:
    """Move to the body what libxml2 leaves in the head: it knows no HTML 5, in which nobody need write `<body>`."""
    head = root.find("head")
    first = None if head is None else next(head.iterchildren(*_NEVER_IN_A_HEAD), None)
    if head is None or first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved = [first, *first.itersiblings()]
    opening, body.text = body.text, None
    for place, element in enumerate(moved):
        body.insert(place, element)
    moved[-1].tail = (moved[-1].tail or "") + (opening or "")


def _or_empty(root: Element | None) -> Element:
    return etree.Element("html") if root is None else root


def flattened(text: str) -> str:
    """`text` with the tags below the deepest kept level left out; what separates paragraphs stays."""
    kept, end, depth = [], 0, 0
    for tag in _TAG.finditer(text):
        closing, name = tag[1], tag[2].lower()
        if name in _VOID:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth - (not closing) >= _DEEPEST and name not in _ALWAYS_KEPT:
            kept.append(text[end : tag.start()])
            end = tag.end()
    return " ".join((*kept, text[end:]))


_NEVER_IN_A_HEAD = (
    "main", "article", "section", "header", "nav", "aside", "footer", "figure", "details", "dialog", "hgroup", "search",
)  # fmt: skip


def outward(element: Element) -> Iterator[Element]:
    """`element` and those around it, from the inside out."""
    return chain((element,), element.iterancestors())


def holds(element: Element, *tags: str) -> bool:
    """Whether `element` is one of these tags, or one stands in it."""
    return next(element.iter(*tags), None) is not None


_STRING = etree.XPath("string()", smart_strings=False)
"""Five times as quick as to join what `itertext` gives."""


def raw_text(element: Element) -> str:
    """All text below `element` as it stands in the page."""
    return str(_STRING(element)) if len(element) else element.text or ""


def beginning(box: Element, most: int) -> tuple[int, int]:
    """The characters that the first elements of a box say, up to `most` of them, and those that are link text.

    Boxes stand in boxes, and each may hold all of the page: to ask this of each takes no longer for that.
    """
    size = linked = 0
    links: set[Element | None] = set()
    for element in islice(box.iter(), most):
        own = len((element.text or "").strip())
        size += own + (0 if element is box else len((element.tail or "").strip()))
        if element.tag == "a" or element.getparent() in links:
            links.add(element)
            linked += own
    return size, linked


def names_of(element: Element) -> str:
    """The class and the id of `element`, whose words tell what it is for."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def make_of(element: Element) -> tuple[str, str]:
    """Tag and classes of an element: those of one make hold the like."""
    return str(element.tag), element.get("class", "")


def text_of(element: Element) -> str:
    """All text below `element` on one line, white space folded, invisible characters taken out."""
    return one_line(raw_text(element))


def spaced_text(element: Element) -> str:
    """All text below `element` on one line, with a space where a tag stands: names in neighbouring spans stay apart."""
    if not len(element):
        return " ".join((element.text or "").split())
    return " ".join(" ".join(islice(element.itertext(), _MOST_TEXTS)).split())


def one_line(text: str) -> str:
    """`text` with runs of white space (no-break ones too) as one space, and without invisible characters."""
    line = " ".join(text.split())
    if line.isprintable():  # nearly always, and much quicker than to translate
        return line
    return " ".join(line.translate(_INVISIBLE).split())


def lines(text: str) -> str:
    """`text` with its lines and their indents kept, and without invisible characters: preformatted text."""
    kept = [line.expandtabs(4).translate(_INVISIBLE).rstrip() for line in text.splitlines()]
    return "\n".join(kept).strip("\n")


def path(element: Element) -> str:
    """Where `element` stands: the path that leads to it from the root; empty among too many siblings to count."""
    far = next(islice(element.itersiblings(preceding=True), _MOST_COUNTED, None), None)
    return "" if far is not None else element.getroottree().getpath(element)


def take_out(element: Element) -> None:
    """Remove `element` and all below it; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        _append(parent, element.getprevious(), element.tail)
    parent.remove(element)


def _append(parent: Element, before: Element | None, text: str) -> None:
    """Put `text` behind `before`, or at the start of `parent`."""
    whole = ((parent.text if before is None else before.tail) or "") + text
    try:
        _set(parent, before, whole)
    except ValueError:  # lxml reads control characters but does not write them
        _set(parent, before, whole.translate(_INVISIBLE))


def _set(parent: Element, before: Element | None, text: str) -> None:
    if before is None:
        parent.text = text
    else:
        before.tail = text
