"""Authors as the data of a page tell them: JSON-LD, meta tags, labels for cards."""

import re
from collections.abc import Iterable, Iterator

from pipeline.parse.bylines.houses import is_agency, is_company
from pipeline.parse.bylines.read import is_opening, read_names
from pipeline.parse.metadata.naming.persons import Signed
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.structured import strings, types_of

_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "cxenseparse:author", "citation_author", "og:article:author", "article:author_name", "article.author",
    "article:byline", "authors", "og:author", "dc.author", "mediator_author", "itemprop.author",
    "shareaholic:article_author_name", "rel.author", "content_author", "articleauthor",
)  # fmt: skip


def told_authors(clues: Clues, language: str | None) -> Iterator[Signed]:
    """What the page's data say."""
    value = clues.structured.first("author", "creator")
    nodes = [clues.structured.resolved(one) for one in (value if isinstance(value, list) else [value])]
    names = read_names(_each(strings(nodes)), language)
    is_of_media = clues.structured.is_of_media("author", "creator")
    yield Signed(
        "json-ld.author", names, organisation=all(map(_is_organisation, nodes)), of_media=is_of_media
    )
    more = read_names(_each(strings(clues.structured.first("contributor"))), language)
    yield Signed("json-ld.contributor", tuple(dict.fromkeys((*names, *more))) if more else ())
    for key in filter(clues.meta.__contains__, _META):
        told = (_without_house(one) for one in clues.contents(key) if "://" not in one)
        names = read_names(_each(told), language)
        yield Signed(key, names, organisation=all(map(is_company, names)))
    for key, label in (("twitter:data1", "twitter:label1"), ("twitter:data2", "twitter:label2")):
        if key in clues.meta and is_opening(clues.content(label), language):
            yield Signed(key, read_names(clues.contents(key)[:1], language))


def _each(values: Iterable[str]) -> Iterator[str]:
    """Each of the names that stand between semicolons, the surname last: of `Doe, Jane; Berg, Jon` both."""
    return (_turned(part) for value in values for part in value.split("; "))


def _without_house(value: str) -> str:
    """`value` without the one word behind a bar at its end, a paper's or portal's: `Jane Doe | Courier`."""
    names, bar, house = value.rpartition(" | ")
    return names if bar and " " not in house else value


_SURNAME_FIRST = re.compile(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+(?: [^\W\d_]\.?)?)")


def _turned(name: str) -> str:
    """`Doe, Jane` as `Jane Doe`; two words in capitals are two agencies."""
    parts = _SURNAME_FIRST.fullmatch(name)
    if not parts or is_agency(parts[1]) or is_agency(parts[2]):
        return name
    return f"{parts[2]} {parts[1]}" if parts[1].istitle() and parts[2].istitle() else name


def _is_organisation(node: object) -> bool:
    return isinstance(node, dict) and any(kind.endswith("organization") for kind in types_of(node))
