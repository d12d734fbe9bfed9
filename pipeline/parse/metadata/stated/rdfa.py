"""What RDFa says of the story: `typeof` names the element that holds it, `property` what stands where in it.

It is asked only where the page's other data are silent, and looked for only where a heading or a time stands in such
an element, or the page declares a vocabulary: to ask every element for its attributes is slow.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from lxml import etree

from pipeline.parse.addresses import absolute
from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.metadata.stated.clues import Clues
from pipeline.parse.metadata.stated.structured import ARTICLE_TYPES, clean
from pipeline.urls import canonical_url

_PROPERTIES: Mapping[str, Sequence[str]] = {
    "title": ("headline", "name", "title"),
    "authors": ("author", "creator", "has_creator", "byline"),
    "published": ("datepublished", "published_time", "issued", "datecreated", "created", "date"),
}
"""The names of properties that tell a field, in small letters without vocabulary, the surest first."""
_STORIES = frozenset(name for name, rank in ARTICLE_TYPES.items() if rank > 1)
_STORIES |= {"document", "post", "blogpost", "item"}  # of FOAF and SIOC, which Drupal 7 speaks
_DECLARATIONS = frozenset({"prefix", "vocab", "typeof", "version", "xmlns:dc", "xmlns:schema"})
_MOST_LANDMARKS = 2
_MOST_INSIDE = 5
_MOST = 200
"""Elements with a type, or with a property, that are looked at."""
_LONGEST = 400
_TYPED_AROUND = etree.XPath("ancestor::*[@typeof]")
_TYPED = etree.XPath("/html/body/descendant-or-self::*[@typeof]")
_TOLD = etree.XPath("descendant::*[@property or @rel]")


def rdfa(clues: Clues, field: str) -> tuple[str, ...]:
    """What the story's element says of `field`: `title`, `authors` or `published`; the surest first."""
    if clues.rdfa is None:
        scope = _scope(clues)
        clues.rdfa = {} if scope is None else _told(scope)
    return clues.rdfa.get(field, ())


def _scope(clues: Clues) -> Element | None:
    """The element that is the page's story by its type; None where none is, or where several may be."""
    landmarks = (*clues.headings[:_MOST_LANDMARKS], *clues.times[:_MOST_LANDMARKS])
    around = (next(filter(_is_story, reversed(_TYPED_AROUND(one))), None) for one in landmarks)
    stories = list(dict.fromkeys(one for one in around if one is not None))
    told = (item for one in _outermost(clues.root) for item in one.items())
    if not stories and any(value and name in _DECLARATIONS for name, value in told):
        stories = [one for one in islice(_TYPED(clues.root), _MOST) if _is_story(one)]
    page = canonical_url(clues.url)
    named = (one for one in stories if page and canonical_url(_about(one, clues)) == page)
    return next(named, stories[0] if len(stories) == 1 else None)


def _outermost(root: Element) -> Iterator[Element]:
    yield root
    yield from root.iterchildren("body")


def _about(element: Element, clues: Clues) -> str | None:
    return absolute(element.get("about") or element.get("resource"), clues.url)


def _is_story(element: Element) -> bool:
    told = element.get("typeof")
    if not told:
        return False
    types = _names(told[:_LONGEST])
    return not _STORIES.isdisjoint(types) and "comment" not in types


@lru_cache(maxsize=1024)
def _names(attribute: str) -> frozenset[str]:
    """The names in an attribute, in small letters, without their vocabularies: `schema:name http://schema.org/name`."""
    ends = (name.replace("#", "/").replace(":", "/").rpartition("/")[2] for name in attribute.lower().split())
    return frozenset(ends)


def _told(scope: Element) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[tuple[int, str]]] = {field: [] for field in _PROPERTIES}
    for element in islice(_TOLD(scope), _MOST):
        if _typed_above(element) is scope:
            for field, rank in _ranks(element, "property"):
                found[field].append((rank, _literal(element)))
            for field, rank in _ranks(element, "rel"):
                found[field].append((rank, _name_in(element)))
    return {field: _best(values) for field, values in found.items()}


def _ranks(element: Element, attribute: str) -> Iterator[tuple[str, int]]:
    """The fields that an element tells, each with the rank of the property; what has a name of its own is no title."""
    names = _names(element.get(attribute, "")[:_LONGEST])
    for field, properties in _PROPERTIES.items():
        rank = next((rank for rank, name in enumerate(properties) if name in names), None)
        if rank is not None and not (field == "title" and element.get("typeof")):
            yield field, rank


def _best(values: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """All values of the surest property that has any: a story may have several authors."""
    told = [(rank, value) for rank, value in values if value]
    surest = min((rank for rank, _ in told), default=0)
    return tuple(dict.fromkeys(value for rank, value in told if rank == surest))


def _typed_above(element: Element) -> Element | None:
    return next((one for one in element.iterancestors() if one.get("typeof")), None)


def _literal(element: Element) -> str:
    """What an element says: its content, its time, the name in it, or its text."""
    told = element.get("content") or element.get("datetime")
    return _short(told) if told else _name_in(element) or _short(text_of(element))


def _name_in(element: Element) -> str:
    """The name of what an element leads to, which stands in it; empty where none is marked."""
    inside = islice(element.iterdescendants(), _MOST_INSIDE)
    named = next((one for one in inside if "name" in _names(one.get("property", "")[:_LONGEST])), None)
    return "" if named is None else _short(named.get("content") or text_of(named))


def _short(text: str) -> str:
    return clean(text) if len(text) <= _LONGEST else ""
