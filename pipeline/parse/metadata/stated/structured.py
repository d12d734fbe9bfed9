"""JSON-LD in the states it is found in → flat nodes, and which of them is the page's article."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.parse.addresses import parts_of
from pipeline.parse.json_nodes import Node, nodes_in, texts_in
from pipeline.parse.metadata.stated.salvage import salvaged

ARTICLE_TYPES = {
    "newsarticle": 3, "reportagenewsarticle": 3, "analysisnewsarticle": 3, "opinionnewsarticle": 3,
    "backgroundnewsarticle": 3, "reviewnewsarticle": 3, "askpublicnewsarticle": 3, "liveblogposting": 3,
    "blogposting": 3, "article": 3, "techarticle": 3, "scholarlyarticle": 3, "satiricalarticle": 3, "report": 3,
    "socialmediaposting": 2, "discussionforumposting": 2, "advertisercontentarticle": 3, "review": 2, "recipe": 2,
    "howto": 2, "videoobject": 1, "audioobject": 1, "podcastepisode": 1, "radioepisode": 1, "tvepisode": 1,
    "claimreview": 1, "creativework": 1, "webpage": 1, "itempage": 1, "medicalwebpage": 1, "imagegallery": 1,
}  # fmt: skip
"""Types that can tell of a story. 3: they are one; 2: in a way; 1: they carry its fields where nothing else does."""

_MEDIA = frozenset({"videoobject", "audioobject", "podcastepisode"})

_NESTS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "@list", "@set")
"""Keys below which further nodes of the page itself hang. `itemListElement` is not one: other stories hang there."""

_NESTS_OF_CLAIM = tuple(key for key in _NESTS if key != "itemReviewed")
"""Whoever made the claim that a story checks did not write the story."""

_TEXTS = ("name", "@value", "@list", "@set")
"""Keys of a node that hold its text, or the nodes that do."""
_HOLDING = (list, dict)
_MOST_NODES = 2_000
_MOST_STRINGS = 500
_START = 80
"""Characters of a damaged script that are shown."""
_LONGEST_SCRIPT = 2_000_000

_WRAPPING = re.compile(r"\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)\s*")
"""What old templates put before a script so that browsers without scripts show nothing."""
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_REMARK = re.compile(r"^[ \t]{0,40}//[^\n]{0,300}$|/\*[^*]{0,300}\*/", re.MULTILINE)
_VOCABULARY = '"schema:'
_STRAY_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_HALF_A_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
"""A surrogate without its other half, where an emoji was cut in two: no text can be written with it."""
_decoder = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Structured:
    """The JSON-LD of one page: nodes that can tell of its story, the likeliest first, and all nodes by `@id`."""

    stories: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)
    others: tuple[Node, ...] = ()
    damaged: str = ""
    """How the first script begins that is no JSON, whatever could still be made out of it; empty where none is."""

    @property
    def says_article(self) -> bool:
        """True where a node is a story by its type."""
        return any(rank_of(node) == 3 for node in self.stories)

    def first(self, *keys: str) -> object:
        """The first value under one of `keys` that is not empty, in the likeliest story that has it."""
        for node in self.stories:
            for key in keys:
                if value := node.get(key):
                    return value
        return None

    def is_of_media(self, *keys: str) -> bool:
        """Whether only a film or a recording has one of `keys`: one that stands in the story may be older than it."""
        node = next((node for node in self.stories if any(node.get(key) for key in keys)), None)
        return node is not None and not _MEDIA.isdisjoint(types_of(node))

    def resolved(self, value: object) -> object:
        """A mere reference (`{"@id": …}`) as the node it points to."""
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.by_id.get(str(value["@id"]), value)
        return value


def read_structured(scripts: Iterable[str], url: str) -> Structured:
    """Everything that `scripts`, the texts of JSON-LD script elements, tell of the page at `url`."""
    documents, damaged = [], ""
    for script in map(_unwrapped, scripts):
        found = list(read_documents(script))
        damaged = damaged or ("" if found or not script.startswith(("{", "[")) else script[:_START])
        documents += found or [salvaged(script)]
    nodes = list(_flat(documents))
    by_id: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and ("name" in node or name not in by_id):
            by_id[name] = node
    stories: list[Node] = []
    others: list[Node] = []
    for node in nodes:
        (stories if rank_of(node) else others).append(node)
    if len(stories) > 1:
        page = _path(url)
        stories.sort(key=lambda node: _likelihood(node, page), reverse=True)
    return Structured(tuple(stories), by_id, tuple(others), damaged)


def rank_of(node: Node) -> int:
    """How surely a node of this type tells of a story: 3 to 0; one of no type with headline and date does in a way."""
    kinds = types_of(node)
    if not kinds:
        return 2 if node.get("headline") and node.get("datePublished") else 0
    return max([ARTICLE_TYPES.get(kind, 0) for kind in kinds])


def types_of(node: Node) -> tuple[str, ...]:
    """The types of a node in lower case, without the vocabulary's address; a careless template forgets the `@`."""
    kinds = node.get("@type") or node.get("type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return tuple([kind.rpartition("/")[2].lower() for kind in listed if isinstance(kind, str)])


def strings(value: object) -> tuple[str, ...]:
    """Every text in a value that may be a string, a node with a name, or a list of those; entities resolved."""
    if isinstance(value, str):  # nearly always
        return (text,) if (text := clean(value)) else ()
    return tuple(filter(None, map(clean, texts_in(value, _text_of, _MOST_STRINGS)))) if value else ()


def _text_of(node: Node) -> object:
    """The text of a node, the two names of a person that has no other, else the address that stands for one."""
    if told := next((node[key] for key in _TEXTS if node.get(key)), None):
        return told
    parts = [part for key in ("givenName", "familyName") if isinstance(part := node.get(key), str)]
    return " ".join(parts) if parts else node.get("url")


def clean(text: str) -> str:
    """`text` on one line, entities resolved (twice where they were escaped twice), tags dropped."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"<[a-zA-Z/][^<>]{0,200}>", " ", text)
    return " ".join(text.split())


def _likelihood(node: Node, page: str) -> tuple[int, int, int]:
    """A node that names this page, is a story by type, and is filled in, goes first."""
    addresses = (node.get("url"), node.get("@id"), node.get("mainEntityOfPage"))
    names_page = any(_path(text) == page for value in addresses for text in _addresses(value))
    filled = sum(bool(node.get(key)) for key in ("headline", "datePublished", "author"))
    return rank_of(node) * (1 + (filled > 0)), int(names_page), filled


def _addresses(value: object) -> Sequence[str]:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return [value] if isinstance(value, str) else []


def _path(url: str) -> str:
    """What two spellings of one address share."""
    return parts_of(url.strip()).path.rstrip("/").lower()


def _unwrapped(script: str) -> str:
    wrapping = _WRAPPING.match(script)
    text = script[wrapping.end() if wrapping else 0 : _LONGEST_SCRIPT].strip().replace(_VOCABULARY, '"')
    if "'@type'" in text and '"@type"' not in text:  # as a program prints what it never made JSON of
        text = text.replace("'", '"')
    return _HALF_A_CHARACTER.sub(r"\\ufffd", text) if "\\u" in text else text


def read_documents(text: str) -> Iterator[object]:
    """The JSON documents of one script, mended where a cautious mend suffices."""
    for mend in (_as_it_is, _without_slips, html.unescape):
        found = list(_decoded(mend(text)))
        if found:
            yield from found
            return


def _as_it_is(text: str) -> str:
    return text


def _without_slips(text: str) -> str:
    """Without the slips that templates make: a comma before a bracket, a backslash before nothing, a remark."""
    return _STRAY_BACKSLASH.sub(r"\\\\", _TRAILING_COMMA.sub("", _REMARK.sub("", text)))


def _decoded(text: str) -> Iterator[object]:
    """One document after another, up to the first that cannot be read."""
    place = 0
    while place < len(text):
        try:
            document, place = _decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            return
        yield document
        while place < len(text) and text[place] in " \t\r\n,;":
            place += 1


def _flat(documents: list[object]) -> Iterator[Node]:
    """Every node of the page itself, in order."""
    return nodes_in(documents, _nested, _MOST_NODES)


def _nested(node: Node) -> Sequence[object]:
    nests = _NESTS if "claimReviewed" not in node else _NESTS_OF_CLAIM
    return [node[key] for key in nests if isinstance(node.get(key), _HOLDING)]
