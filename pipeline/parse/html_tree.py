"""str → lxml tree, and the few questions that every room asks of an element. No recursion anywhere."""

from typing import TypeAlias

from lxml import etree

from pipeline.records import Problem, Reason

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for the type of an element


def parse_html(text: str) -> tuple[Element, tuple[Problem, ...]]:
    """The tree of `text`, always with a root; problems name what the parser had to leave out."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    if root is None:
        return etree.Element("html"), (Problem(Reason.EMPTY_PAGE),)
    return root, ()


def text_of(element: Element) -> str:
    """All text below `element` on one line, white space folded."""
    return " ".join("".join(element.itertext()).split())


def take_out(element: Element) -> None:
    """Remove `element` and all below it; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
