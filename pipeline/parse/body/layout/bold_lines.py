"""Subheads that a page sets as paragraphs in bold type."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.parse.html_tree import Element, tags
from pipeline.records import Block, BlockKind

_INLINE = tags("b strong span u em i font")
_MOST_CHILDREN = 4
_LONGEST = 100
_SENTENCE_ENDS = tuple(".!…,;。！।")
_QUOTES = "\"'”’“»«)"
_QUESTIONS = tuple("?？؟;")
_PROSE = frozenset((
    BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.NUMBERED_ITEM, BlockKind.QUOTATION, BlockKind.TABLE_HEADER,
))  # fmt: skip


def bold_lines(root: Element) -> set[Element]:
    """The paragraphs below `root` whose whole text is set bold."""
    found = (_paragraph_of(element) for element in root.iter("b", "strong"))
    return {paragraph for paragraph in found if paragraph is not None}


def _paragraph_of(element: Element) -> Element | None:
    """The paragraph in which `element` is all that there is to read."""
    around = element.getparent()
    while around is not None and _holds_nothing_but(around, element):
        if around.tag in ("p", "div"):
            return around
        if around.tag not in _INLINE:
            break
        element, around = around, around.getparent()
    return None


def _holds_nothing_but(around: Element, element: Element) -> bool:
    if not _is_blank(around.text):
        return False
    children = list(islice(around, _MOST_CHILDREN + 1))  # its length would be counted each time
    return len(children) <= _MOST_CHILDREN and all(
        (child is element or child.tag == "br") and _is_blank(child.tail) for child in children
    )


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def as_subheads(blocks: list[Block], bold: Sequence[int]) -> list[Block]:
    """`blocks` with those of the bold ones that head the text behind them as subheads, a level below the others.

    A single one counts where the story has no other subheads and does not open with it. Questions in bold that
    are most of what is bold are an interviewer's.
    """
    if not bold:
        return blocks
    set_bold = frozenset(bold)
    lines = [number for number in bold if _heads(blocks, number, set_bold)]
    statements = [number for number in lines if not blocks[number].text.endswith(_QUESTIONS)]
    if (len(lines) - len(statements)) * 2 > len(bold):
        lines = statements
    levels = [block.level for block in blocks if block.kind is BlockKind.SUBHEAD]
    if not lines or (len(lines) == 1 and (levels or lines == [0])):
        return blocks
    level = min(max(levels, default=1) + 1, 6)
    for number in lines:
        blocks[number] = replace(blocks[number], kind=BlockKind.SUBHEAD, level=level)
    return blocks


def _heads(blocks: Sequence[Block], number: int, bold: Collection[int]) -> bool:
    """A short line that is no sentence, with text behind it."""
    block, behind = blocks[number], blocks[number + 1 : number + 2]
    if block.kind is not BlockKind.PARAGRAPH or block.level or len(block.text) > _LONGEST:
        return False
    if block.text.rstrip(_QUOTES).endswith(_SENTENCE_ENDS) or not behind:
        return False
    return behind[0].kind in _PROSE and number + 1 not in bold
