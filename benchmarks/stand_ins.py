"""Stand-ins for sites that nobody has looked at: a corpus written anew, its pages disturbed in one way.

    python benchmarks/stand_ins.py path/to/corpus KIND path/of/the/new/corpus

Classes and ids are taken out, or metadata, or headings are made plain boxes, or furniture of a kind that no name gives
away is put in; what is expected of a page stays as it was. The new folder is laid out as the old one, so that
evaluate.py and compare.py read it. A page whose story is found in no element of it is left out where furniture would be
put beside its story.
"""

import argparse
import gzip
import json
import random
import re
import shutil
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from corpus import Row, read_body, read_index, site
from lxml import etree

from pipeline.parse.decode import decode
from pipeline.parse.html_tree import Element

_WORDS = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+")
_NAMES = re.compile(r"""(\s(?:class|id)\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_LONG = 25
"""Letters of a text that stands in one story only."""
_LONGEST = 200
"""Letters of a sentence that is put in."""
_STORY, _ALL_OF_IT = 0.5, 0.97
"""The share of what is expected that has to be found on a page, and that the element of its story holds."""
_FURNITURE = frozenset(("script", "style", "title", "noscript"))
_PEOPLE = ("Marta K.", "bluebird77", "Old Tom", "Kemal Aydin", "Екатерина", "Hans-Peter M.", "Anna W.")
_CONSENT = (
    "We and our 842 partners store and access information on your device, such as unique identifiers in cookies.",
    "You may accept or manage your choices by clicking below, or at any time in the privacy policy page.",
    "These choices will be signalled to our partners and will not affect browsing data.",
    "We use precise geolocation data and actively scan device characteristics for identification.",
)
_IMPRINT = (
    "All material on this site is for general information only and is no advice of any kind.",
    "Founded in 1968, the paper comes out six days a week and is a member of the press council.",
    "No part of this publication may be reproduced in any form without the permission of the publisher.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One page to put something into, and where its words come from."""

    body: Element
    story: Element
    """The lowest element that holds what is expected of the page."""
    others: Sequence[Row]
    """Pages of other sites whose stories are known."""
    chance: random.Random

    def stories(self, number: int) -> Iterator[tuple[str, list[str]]]:
        """Headline and sentences of other stories, by chance."""
        for row in self.chance.choices(self.others, k=number):
            text = row["gold"]["body"].replace("\n", " ")
            yield row["gold"]["title"], [sentence[:_LONGEST] for sentence in _SENTENCE_END.split(text)[:9]]

    def name(self) -> str:
        """A class name that tells nothing."""
        return f"c{self.chance.randrange(1 << 28):x}"


def element(tag: str, *parts: "str | Element", **attributes: str) -> Element:
    """An element with text and elements in it."""
    made = etree.Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    for part in parts:
        if not isinstance(part, str):
            made.append(part)
        elif len(made):
            made[-1].tail = part
        else:
            made.text = part
    return made


def remarks(place: Place) -> None:
    """What eleven readers say, below the story, each with name, day and button."""
    name = place.name()
    said = [
        element(
            "div",
            element("div", place.chance.choice(_PEOPLE)),
            element("div", f"{number + 1} May 2024, 10:{number + 20}"),
            element("div", " ".join(sentences[1:4]) or headline),
            element("div", element("a", "Reply", href="#r")),
            class_=name,
        )
        for number, (headline, sentences) in enumerate(place.stories(11))
    ]
    place.story.addnext(element("div", element("h3", "What do you think?"), *said))


def teasers(place: Place) -> Element:
    """Six other stories, headline, picture and excerpt."""
    name = place.name()
    cards = [
        element(
            "div",
            element("a", element("img", src=f"/{number}.jpg"), href=f"/{number}"),
            element("h3", element("a", headline, href=f"/news/{number}-{name}")),
            element("p", sentences[0]),
            class_=name,
        )
        for number, (headline, sentences) in enumerate(place.stories(6))
    ]
    return element("div", element("div", "You may also like"), *cards, class_=place.name())


def teasers_above(place: Place) -> None:
    """Other stories in front of the page's own."""
    place.story.addprevious(teasers(place))


def teasers_below(place: Place) -> None:
    """Other stories at the end of the page's own."""
    place.story.append(teasers(place))


def next_story(place: Place) -> None:
    """A whole other story below, as on pages that scroll on."""
    headline, sentences = next(place.stories(1))
    paragraphs = [element("p", f"{one} {two}") for one, two in pairwise(sentences)]
    link = element("h2", element("a", headline, href=f"/news/{place.name()}"))
    box = next(
        (around for around in place.story.iterancestors() if around.find(".//h1") is not None), place.story
    )
    if place.story.find(".//h1") is not None or box.tag in ("body", "html"):
        box = place.story
    box.addnext(
        element("div", link, element("div", "By Ann Rice"), element("div", "2 March 2024"), *paragraphs)
    )


def consent(place: Place) -> None:
    """A layer that asks to accept cookies, at the top of the page."""
    lines = [element("p", line) for line in _CONSENT]
    place.body.insert(0, element("div", element("h2", "We value your privacy"), *lines, class_=place.name()))


def imprint(place: Place) -> None:
    """Prose at the foot of the page."""
    place.body.append(element("div", *(element("p", line) for line in _IMPRINT), class_=place.name()))


def nothing(_place: Place) -> None:
    """The pages as they are: what the others are held against."""


def without_metadata(root: Element) -> None:
    """Take out what speaks to machines: meta tags, scripts, microdata."""
    etree.strip_elements(root, "meta", "script", with_tail=False)
    for one in root.iter(etree.Element):
        for name in ("itemprop", "itemtype", "itemscope"):
            one.attrib.pop(name, None)


def without_headings(root: Element) -> None:
    """Make every heading a plain box."""
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        heading.tag = "div"


FURNITURE: Mapping[str, Callable[[Place], None]] = {
    "untouched": nothing,
    "remarks": remarks,
    "teasers-above": teasers_above,
    "teasers-below": teasers_below,
    "next-story": next_story,
    "consent": consent,
    "imprint": imprint,
}
NAMES: Mapping[str, float] = {"half-names": 0.5, "no-names": 1.0}
"""The share of the words in class and id that goes."""
WITHOUT: Mapping[str, Callable[[Element], None]] = {
    "no-metadata": without_metadata,
    "no-headings": without_headings,
}
KINDS = (*NAMES, *WITHOUT, *FURNITURE)


def without_names(markup: str, share: float, host: str) -> str:
    """The page without this share of the words in its classes and ids; a word goes all over a site or not at all."""

    def kept(match: re.Match[str]) -> str:
        words = match[2].strip("\"'").split()
        stay = (word for word in words if zlib.crc32((word + host).encode()) % 1000 >= 1000 * share)
        return f'{match[1]}"{" ".join(stay)}"'

    return _NAMES.sub(kept, markup)


def story_of(root: Element, text: str) -> Element | None:
    """The lowest element that holds `text`, or None where that stands elsewhere, or all over the page."""
    wanted = f" {_plain(text)} "
    sizes: dict[Element, int] = {}
    found = 0
    for one in root.iter(etree.Element):
        for part, owner in ((one.text, one), (one.tail, one.getparent())):
            plain = _plain(part or "")
            if owner is None or owner.tag in _FURNITURE or len(plain) < _LONG or plain not in wanted:
                continue
            found += len(plain)
            for around in (owner, *owner.iterancestors()):
                sizes[around] = sizes.get(around, 0) + len(plain)
    if found < _STORY * len(wanted):
        return None
    story = root
    while below := [child for child in story if sizes.get(child, 0) >= _ALL_OF_IT * found]:
        story = below[0]
    return None if story.tag in ("html", "body", "p") else story


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def disturbed(row: Row, body: bytes, kind: str, told: Sequence[Row]) -> bytes | None:
    """The page of a row, disturbed; None where it has no place for that."""
    markup = decode(body, None).text
    if kind in NAMES:
        return without_names(markup, NAMES[kind], site(row["url"])).encode("utf-8", "replace")
    root = etree.fromstring(
        markup.encode("utf-8", "replace"), etree.HTMLParser(huge_tree=True, encoding="utf-8")
    )
    if kind in WITHOUT:
        WITHOUT[kind](root)
    else:
        story, around = story_of(root, row["gold"].get("body", "")), root.find("body")
        if story is None or around is None:
            return None
        others = [other for other in told if site(other["url"]) != site(row["url"])]
        FURNITURE[kind](Place(around, story, others, random.Random(row["id"])))  # noqa: S311 - no secret
    return etree.tostring(root, encoding="utf-8", method="html")


def write(corpus: Path, kind: str, target: Path) -> int:
    """Write the disturbed corpus and say how many pages it has."""
    rows = read_index(corpus)
    told = [row for row in rows if row["gold"].get("title") and row["gold"].get("body")]
    (target / "pages").mkdir(parents=True, exist_ok=True)
    shutil.copy(corpus / "score.py", target)
    kept = []
    for row in rows:
        page = disturbed(row, read_body(corpus, row), kind, told)
        if page is not None:
            file = f"pages/{row['id']}.html.gz"
            (target / file).write_bytes(gzip.compress(page, mtime=0))
            kept.append({**row, "file": file})
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
    (target / "index.jsonl").write_text("".join(lines), encoding="utf-8")
    return len(kept)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("target", type=Path)
    told = parser.parse_args()
    print(f"{write(told.corpus, told.kind, told.target)} pages in {told.target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
