"""The story in the state of a page: the node that has a headline and a long body, with its names and its date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from pipeline.parse.addresses import last_step
from pipeline.parse.body.scripts.documents import documents
from pipeline.parse.body.scripts.rich_text import to_html
from pipeline.parse.html_tree import Element, one_line
from pipeline.parse.json_nodes import Node, nodes_in, texts_in
from pipeline.parse.title_lines import LONGEST_TITLE

_TITLES = ("headline", "title", "headlines", "seoTitle", "name")
_BODIES = (
    "articleBody", "body", "content", "bodyHtml", "body_html", "bodyHTML", "contentHtml", "content_html", "html",
    "text", "fullText", "full_text", "content_elements", "paragraphs", "blocks", "story", "elements", "components",
    "richText", "bodyText", "mainContent",
)  # fmt: skip
_AUTHORS = ("authors", "author", "byline", "bylines", "creators", "creator", "credits", "contributors")
_PUBLISHED = (
    "datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "published_date",
    "firstPublished", "firstPublishedAt", "first_publish_date", "publicationDate", "publication_date", "publishTime",
    "publishedTime", "published", "display_date", "displayDate", "date", "createdAt", "created_at",
)  # fmt: skip
_NAMES = ("name", "fullName", "full_name", "displayName", "display_name", "text", "basic", "rendered", "by")
_ADDRESSES = (
    "slug", "url", "canonicalUrl", "canonical_url", "canonical", "path", "link", "uri", "website_url",
)  # fmt: skip
_SHORTEST = 250
"""Characters of HTML from which on a body is one: teasers have less."""
_MOST_NODES = 50_000
_MOST_NAMES = 20
_NEARLY = 0.5
"""The share of the longest body from which on another one may be the page's: then the first stands."""


@dataclass(frozen=True, slots=True)
class StoryInData:
    """A story as the page's data have it; `published` as it is written there."""

    html: str
    title: str
    authors: tuple[str, ...] = ()
    published: str = ""


def story_in_scripts(root: Element, url: str) -> StoryInData | None:
    """The story of the page at `url` in its scripts: the node that names the page, else the first of the long ones."""
    found, texts = documents(script.text or "" for script in root.iter("script"))
    stories = [
        (story, node)
        for node in nodes_in(found, Mapping.values, _MOST_NODES)
        if (story := _story(node, texts))
    ]
    longest = max((len(story.html) for story, _ in stories), default=0)
    long = [(story, node) for story, node in stories if len(story.html) >= _NEARLY * longest]
    step = last_step(url.casefold())
    named = (story for story, node in long if step and step in map(last_step, _addresses(node)))
    return next(named, long[0][0] if long else None)


def _story(node: Mapping[str, object], texts: Mapping[str, str]) -> StoryInData | None:
    title = next((text for key in _TITLES for text in _texts(node.get(key))), "")
    if not title or len(title) > LONGEST_TITLE:
        return None
    bodies = (to_html(node[key], texts) for key in _BODIES if node.get(key))
    body = max(bodies, key=len, default="")
    if len(body) < _SHORTEST:
        return None
    authors = next((names for key in _AUTHORS if (names := tuple(_texts(node.get(key))))), ())
    published = next((str(node[key]) for key in _PUBLISHED if isinstance(node.get(key), str | int)), "")
    return StoryInData(body, title, authors, published)


def _texts(value: object) -> Iterator[str]:
    """Every text in a value that may be a string, a node with a name, or a list of those."""
    return filter(None, (one_line(unescape(text)) for text in texts_in(value, _name, _MOST_NAMES)))


def _name(node: Node) -> object:
    return next((node[key] for key in _NAMES if node.get(key)), None)


def _addresses(node: Mapping[str, object]) -> Iterator[str]:
    yield from (value.casefold() for key in _ADDRESSES if isinstance(value := node.get(key), str))
