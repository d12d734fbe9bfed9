"""One run of elements → one article: date, byline, section and marker read and set aside, the rest is its body."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import time
from itertools import chain, takewhile
from typing import NamedTuple

from lxml import etree

from pipeline.parse.addresses import absolute
from pipeline.parse.body import PICTURE, THUMBNAIL, blocks_of, image_behind, image_of, in_mid_sentence
from pipeline.parse.dates.find import find_date
from pipeline.parse.html_tree import HEADINGS, Element, path, take_out
from pipeline.parse.info_lines import is_residue
from pipeline.parse.lines.paging import is_paging
from pipeline.parse.lines.teasers import without_marker
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.headlines.link_blocks import INLINE
from pipeline.parse.listing.headlines.link_parts import only_link
from pipeline.parse.listing.headlines.titles import Title
from pipeline.parse.listing.parts.meta import read_meta, reads_block, signs
from pipeline.parse.listing.parts.small_print import Meta
from pipeline.parse.snippets import snippet
from pipeline.parse.stories import Place
from pipeline.records import Article, Block, BlockKind, Boilerplate, Candidate, Problem

_DATE_BEHIND = re.compile(r"(?<=\S)\s\(([^()]{6,60})\)\Z")
"""A date in parentheses behind the text."""
_DATE_BEFORE = re.compile(r"(?:([^—–|·\[(]{6,40}?)\s?[—–|·:-]\s|[\[(]([^\[\]()]{6,40})[\])]\s)(?=\S)")
"""A date in front of the text, as results of a search have it, or in brackets."""
_EMPTY_BRACKETS = re.compile(r"\s?(?:\[\s?\]|\(\s?\))\Z")
"""What is left where a link to more stood in brackets."""
_BETWEEN = " \u00a0—–-:|·•.,"
_WHOLE = re.compile(r"(?<![\w-])(?:entry-content|e-content|articleBody)(?![\w-])")
"""What hAtom and schema.org call the box that holds all of a text."""
_LONGEST_EXCERPT = 400
"""Characters: one paragraph no longer than this, or several as much shorter, with a link to more, are an excerpt."""
_DENSE = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")
"""Characters of Chinese, Japanese and Korean: each says what three of an alphabet do."""


class Story(NamedTuple):
    """What one run says: its article, what is wrong with it, and what stands in it without being part of it."""

    article: Article
    problems: tuple[Problem, ...]
    boilerplate: tuple[Boilerplate, ...]
    short: bool = False
    """True where nothing but its length speaks for an excerpt."""
    marked: bool = False
    """True where it says that it goes on elsewhere."""


def read_story(
    run: Run, rule: str, place: Place, day: str | None = None, signs_of_site: Collection[str] = ()
) -> Story:
    """The article that `run` holds. The page's tree stays as it is.

    `day` is the date above the stories of its day, `signs_of_site` are pictures that are none of its own.
    """
    copy, heading = _copy(run)
    image = next((image for image in _images((copy,), place.url) if image not in signs_of_site), None)
    around = only_link(copy.iter("a"), place.url)
    meta = read_meta(copy, heading, run.title, place)
    section = run.title.kicker or (None if day else run.section)
    _part_from_text(heading)
    take_out(heading)
    blocks, dropped, cut = _body(copy, run.title, meta, place)
    _complete_date(meta, day, place)
    href = run.title.href or meta.more or meta.permalink or around
    link = absolute(href, place.url)
    length = sum(len(block.text) + 2 * len(_DENSE.findall(block.text)) for block in blocks)
    leads = (run.title.href or meta.more or around) is not None
    short = leads and not (cut or meta.marked) and length * len(blocks) <= _LONGEST_EXCERPT
    short = short and not any(
        _WHOLE.search(f"{box.get('class')} {box.get('itemprop')}") for box in copy.iter("div", "section")
    )
    complete = not (cut or meta.marked or short)
    article = Article(
        title=run.title.text,
        authors=meta.authors,
        published_at=meta.published_at,
        modified_at=meta.modified_at,
        blocks=blocks,
        url=link,
        section=meta.section or section,
        tags=meta.tags,
        image=image,
        complete=complete,
        origins=_origins(run, meta, rule, section, {"url": link, "image": image}),
    )
    small_print = [(name, snippet(text)) for name, text in (*meta.taken, *dropped) if text]
    where = path(run.elements[0]) if small_print else ""
    left_out = tuple(Boilerplate(name, text, where) for name, text in small_print)
    return Story(
        article, () if meta.published_at else meta.problems, left_out, short and bool(blocks), meta.marked
    )


def _complete_date(meta: Meta, day: str | None, place: Place) -> None:
    """Put together the date above the stories of a day, or beside one, and the time of the day that stands alone."""
    rule = "listing.day-above"
    if meta.published_at is not None:
        if meta.clock is None or meta.published_at.time() != time():
            return
        rule, day = "listing.date", meta.origins["published_at"][0].value
    if day:
        told = f"{day} {meta.clock}" if meta.clock else day
        found, _ = find_date(told, language=place.language, time_zone=place.time_zone)
        meta.published_at = found or meta.published_at
        meta.origins["published_at"] = (Candidate(rule, told),)


def _copy(run: Run) -> tuple[Element, Element]:
    """A detached copy of the run's elements in one <div>, and the headline in it."""
    copy = etree.Element("div")
    heading = copy
    for element in run.elements:
        twin = deepcopy(element)
        if not run.tails:
            twin.tail = None
        copy.append(twin)
        heading = next(
            (new for old, new in zip(element.iter(), twin.iter(), strict=True) if old is run.title.element),
            heading,
        )
    _undo_layout_tables(copy)
    for around in heading.iterancestors("li", "dd", "blockquote"):
        around.tag = "div"  # it holds a whole story, and is no item of that story
    return copy, heading


def _part_from_text(heading: Element) -> None:
    """Take off what stands between a headline and the text behind it in the same line: a dash, a colon."""
    at: Element | None = heading
    while at is not None and at.tag in INLINE:
        if behind := (at.tail or "").strip():
            at.tail = behind.lstrip(_BETWEEN)
        at = None if behind or at.getnext() is not None else at.getparent()


def _undo_layout_tables(copy: Element) -> None:
    """Cells that hold paragraphs or headings are a layout of old: boxes, not rows of a table."""
    for block in copy.iter("p", "div", *HEADINGS):
        for cell in takewhile(lambda around: around.tag in _TABLE_TAGS, block.iterancestors()):
            cell.tag = "div"
    for row in copy:
        if row.tag in _TABLE_TAGS:
            row.tag = "div"


_TABLE_TAGS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "table"})


def _body(
    copy: Element, title: Title, meta: Meta, place: Place
) -> tuple[tuple[Block, ...], list[tuple[str, str]], bool]:
    """The blocks of the body, (rule, text) of what is none of it, and whether it breaks off."""
    blocks: list[Block] = []
    dropped: list[tuple[str, str]] = []
    for block in blocks_of(copy):
        if block.text == title.text:
            dropped.append(("headline-again", block.text))
        elif reads_block(block.text, meta, title, place) or is_residue(block.text, place.language):
            dropped.append(("small-print", block.text))
        else:
            blocks.append(block)
    if blocks:
        dropped += _dates_around(blocks, lambda text: reads_block(text, meta, title, place))
    while blocks and blocks[-1].kind is BlockKind.PARAGRAPH and is_paging(blocks[-1].text):
        dropped.append(("paging", blocks.pop().text))
    if len(blocks) > 1 and signs(blocks[-1].text, meta, place):
        dropped.append(("byline", blocks.pop().text))
    if len(blocks) > 1 and signs(blocks[0].text, meta, place):
        dropped.append(("byline", blocks.pop(0).text))
    if not blocks:
        return (), dropped, False
    text, cut = without_marker(blocks[-1].text, title.text)
    dropped.append(("link-to-more", blocks[-1].text[len(text) :].strip()))
    text = _EMPTY_BRACKETS.sub("", text)
    last = (Block(blocks[-1].kind, text, blocks[-1].level),) if text else ()
    return (*blocks[:-1], *last), dropped, cut or in_mid_sentence(blocks, place.language) is not None


def _dates_around(blocks: list[Block], reads: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Take the dates off that stand in front of the text and behind it, where `reads` can read them."""
    taken = []
    if (told := _DATE_BEHIND.search(blocks[-1].text)) and reads(told[1]):
        taken.append(("date", told[1]))
        blocks[-1] = replace(blocks[-1], text=blocks[-1].text[: told.start()])
    if (told := _DATE_BEFORE.match(blocks[0].text)) and reads(day := told[1] or told[2]):
        taken.append(("date", day))
        blocks[0] = replace(blocks[0], text=blocks[0].text[told.end() :])
    return taken


def shared_images(runs: Sequence[Run], url: str) -> Collection[str]:
    """Pictures that stand in most of several stories: of the site, of the one who wrote them all."""
    shown = Counter(chain.from_iterable({*_images(run.elements, url)} for run in runs))
    return {image for image, number in shown.items() if number > 2 and number * 2 > len(runs)}


def _images(elements: Iterable[Element], url: str) -> Iterator[str]:
    """The pictures, then the thumbnails, then what is shown behind boxes."""
    inside = [*chain.from_iterable(element.iter() for element in elements)]
    pictures = [one for one in inside if one.tag in ("img", "amp-img")]
    found = (image_of(one, url, least) for least in (PICTURE, THUMBNAIL) for one in pictures)
    behind = (image_behind(one, url) for one in inside if one.tag in ("div", "span", "a", "figure"))
    return (image.url for image in chain(found, behind) if image)


def _origins(
    run: Run, meta: Meta, rule: str, section: str | None, links: Mapping[str, str | None]
) -> dict[str, tuple[Candidate, ...]]:
    origins = {"title": (Candidate(rule, run.title.text),), "body": (Candidate(rule, ""),)}
    for name, link in links.items():
        if link is not None:
            origins[name] = (Candidate(_LINK_RULES[name], link),)
    if section and not meta.section:
        origins["section"] = (Candidate("listing.section-heading", section),)
    return {**origins, **meta.origins}


_LINK_RULES = {"url": "listing.headline-link", "image": "listing.first-image"}
