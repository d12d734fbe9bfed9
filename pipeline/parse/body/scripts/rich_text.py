"""Rich text as the editors of publishing systems keep it, lists of typed blocks → HTML.

Portable Text, ProseMirror, Slate, Contentful, Editor.js, Draft.js and Arc differ in their words and agree in their
shape: a block has a type and holds texts, or blocks.
"""

import html
import re
from collections.abc import Mapping, Sequence

from pipeline.parse.body.scripts.documents import decoded
from pipeline.parse.html_tree import tags

_CHILDREN = (
    "children", "content", "blocks", "content_elements", "items", "nodes", "document", "data", "body",
)  # fmt: skip
_TEXTS = ("text", "value", "html", "content", "rendered", "markdown", "raw")
_HOLDING = frozenset((*_CHILDREN, *_TEXTS))
_TYPES = ("type", "_type", "nodeType", "__typename", "kind", "tag", "style")
_INLINE = tags(
    "text span link hyperlink inline mark marks strong em bold italic underline code a b i u br highlight"
)
_NO_TEXT = tags(
    "image images photo picture video audio embed ad ads advert advertisement gallery related newsletter social tweet"
    " twitter instagram youtube facebook promo divider iframe oembed script style table chart map interstitial"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|\d+")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|&(?:#\d{1,6}|[a-zA-Z]{2,8});")
_BLOCK_MARKUP = re.compile(r"<(?:p|div|h[1-6]|ul|ol|li|br|blockquote)[\s>/]", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?。！？।…:][\"'”’»)]*\s*\Z")
_DEEPEST = 12


def to_html(value: object, texts: Mapping[str, str], depth: int = 0) -> str:
    """`value` as HTML; empty where it holds no text. `texts` are those that strings like `$1a` stand for."""
    if depth > _DEEPEST:
        return ""
    if isinstance(value, str):
        return _from_string(value, texts, depth)
    if isinstance(value, Mapping):
        return _from_node(value, texts, depth)
    return "".join(to_html(one, texts, depth + 1) for one in value) if isinstance(value, Sequence) else ""


def _from_node(node: Mapping[str, object], texts: Mapping[str, str], depth: int) -> str:
    tag = _tag(node)
    if tag is None:
        return ""
    children = _children(node)
    if children is None:
        own = _text(node, texts)
        return own if _BLOCK_MARKUP.search(own) else _wrapped(tag, own)
    if any(map(_is_block, children)) or _are_paragraphs(children):
        inside = to_html(children, texts, depth + 1)
        return f"<{tag}>{inside}</{tag}>" if inside and tag in ("li", "blockquote") else inside
    return _wrapped(tag, "".join(_inline(one, texts, depth + 1) for one in children))


def _from_string(value: str, texts: Mapping[str, str], depth: int) -> str:
    value = texts.get(value[1:], value) if value.startswith("$") else value
    if value.startswith(("{", "[")) and (document := decoded(value)) is not None:
        return to_html(document, texts, depth + 1)
    if "&lt;" in value:
        value = html.unescape(value)
    if _BLOCK_MARKUP.search(value):
        return value
    return "".join(_wrapped("p", _escaped(line)) for line in value.splitlines())


def _wrapped(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag}>" if inside.strip() else ""


def _escaped(text: str) -> str:
    return text if _MARKUP.search(text) else html.escape(text)


def _children(node: Mapping[str, object]) -> Sequence[object] | None:
    """What stands in a node; None where it only has a text. Some wrap it once more: `{"data": {"blocks": […]}}`."""
    for key in _CHILDREN:
        inside = node.get(key)
        if isinstance(inside, Mapping) and not _HOLDING.isdisjoint(inside):
            return [inside]
        if isinstance(inside, list) and inside:
            return inside
    return None


def _own_text(node: Mapping[str, object]) -> str | None:
    return next((text for key in _TEXTS if isinstance(text := node.get(key), str)), None)


def _text(node: Mapping[str, object], texts: Mapping[str, str]) -> str:
    own = _own_text(node) or ""
    return _escaped(texts.get(own[1:], own) if own.startswith("$") else own)


def _inline(node: object, texts: Mapping[str, str], depth: int) -> str:
    if isinstance(node, str):
        return _escaped(node)
    if not isinstance(node, Mapping) or depth > _DEEPEST:
        return ""
    children = _children(node)
    if children is None:
        return _text(node, texts)
    return "".join(_inline(one, texts, depth + 1) for one in children)


def _words(node: Mapping[str, object]) -> frozenset[str]:
    names = (node.get(key) for key in _TYPES)
    return frozenset(
        word.lower() for name in names if isinstance(name, str) for word in _WORD.findall(name[:60])
    )


def _is_block(node: object) -> bool:
    if not isinstance(node, Mapping):
        return False
    words = _words(node)
    return bool(words) and words.isdisjoint(_INLINE)


def _are_paragraphs(children: Sequence[object]) -> bool:
    """Whether untyped texts are a paragraph each: all of them end as sentences do."""
    texts = [
        one if isinstance(one, str) else _own_text(one) if isinstance(one, Mapping) else None
        for one in children
    ]
    return len(texts) > 1 and all(text and _SENTENCE_END.search(text[-8:]) for text in texts)


def _tag(node: Mapping[str, object]) -> str | None:
    """The element that a node is; None where it holds no text of the story."""
    words = _words(node)
    if not words.isdisjoint(_NO_TEXT):
        return None
    if "quote" in words or "blockquote" in words or "pullquote" in words:
        return "blockquote"
    if node.get("listItem") or {"list", "item"} <= words or "li" in words or "listitem" in words:
        return "li"
    if words & {"heading", "header", "headline", "subhead", "subheading", "subheader"} or "h" in words:
        level = node.get("level")
        level = next((int(word) for word in words if word.isdigit()), level if isinstance(level, int) else 2)
        return f"h{min(max(level, 2), 6)}"
    return "p"
