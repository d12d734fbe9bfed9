"""Date, byline, section, tags and "Continue reading" of one story, read and taken out of its copy."""

from collections.abc import Iterator
from itertools import takewhile

from pipeline.parse.html_tree import Element, take_out, text_of
from pipeline.parse.info_lines import names_in
from pipeline.parse.lines.shapes import is_sentence
from pipeline.parse.listing.headlines.titles import Title
from pipeline.parse.listing.parts.small_parts import LONGEST, Reader
from pipeline.parse.listing.parts.small_print import Meta
from pipeline.parse.stories import Place

_LONGEST_LABEL = 40
_BESIDE_NAMES = " •·∙|–—"
"""What parts a name from a date that was read before."""
_LONGEST_SIGNATURE = 80
"""Characters of a line of small print that no element holds."""


def read_meta(copy: Element, heading: Element, title: Title, place: Place) -> Meta:
    """Read the small print of the story in `copy` and take it out, furniture too."""
    above = frozenset(takewhile(lambda element: element is not heading, copy.iter()))
    reader = Reader(Meta(), title, above, place)
    for element in _small_parts(copy, heading):
        known, number = reader.meta.known(), len(reader.meta.taken)
        if rule := reader.rule(element):
            if reader.meta.known() == known:
                reader.meta.taken[number:] = [(rule, text_of(element))]
            take_out(element)
    for line_break in [*copy.iter("br")]:
        known, number = reader.meta.known(), len(reader.meta.taken)
        if reader.reads_line(line := line_break.tail or ""):
            if reader.meta.known() == known:
                reader.meta.taken[number:] = [("small-print", line.strip())]
            line_break.tail = None
    return reader.meta


def reads_block(text: str, meta: Meta, title: Title, place: Place) -> bool:
    """Whether a block of the story is small print after all, as `Posted by Jane Doe at 10:15`; `meta` keeps it."""
    number = len(meta.taken)
    reads = len(text) <= _LONGEST_SIGNATURE and Reader(meta, title, frozenset(), place).reads_line(text)
    del meta.taken[number:]  # the block is named as one
    return reads


def signs(text: str, meta: Meta, place: Place) -> bool:
    """Whether the last block of a story is the name of who wrote it; `meta` keeps it where nobody is known yet."""
    text = text.strip(_BESIDE_NAMES)
    names = names_in(text, place.language) if len(text) <= _LONGEST_LABEL and not is_sentence(text) else ()
    if names:
        meta.keep_names(names, text, "listing.signature")
    return meta.authors == names != ()


def _small_parts(copy: Element, heading: Element) -> Iterator[Element]:
    """Elements from the outside in; what was taken out in between is not entered, nor are long texts."""
    around = {heading, *heading.iterancestors()}
    open_elements = [iter(list(copy))]
    while open_elements:
        element = next(open_elements[-1], None)
        if element is None:
            open_elements.pop()
            continue
        if element not in around:
            yield element
        if element.getparent() is not None and (element in around or not _is_text(element)):
            open_elements.append(iter(list(element)))


def _is_text(element: Element) -> bool:
    """True for a paragraph: a date or a name in it is part of its sentence."""
    return element.tag in ("p", "blockquote", "pre", "table") and len(text_of(element)) > LONGEST
