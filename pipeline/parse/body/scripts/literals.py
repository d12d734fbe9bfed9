"""The last resort: a story that stands only in script data, as HTML or as an articleBody inside JSON.

Pages that are drawn by the browser carry their text as string literals: JSON-LD, the state of a framework, the
flight data of Next.js (strings of JSON inside strings), HTML with its brackets escaped.
"""

import html
import json
import re
from collections.abc import Iterator

from pipeline.parse.html_tree import Element

_LITERAL = re.compile(r'"((?:[^"\\]++|\\.)*+)(?:"|\\?$)', re.DOTALL)
"""A string as JSON writes it. An unclosed one ends with the text, so that no quote is looked at twice."""

_LONGEST_SCRIPT = 2_000_000
_SHORTEST_LITERAL = 40
_SHORTEST_PLAIN = 300
_NESTED = 2
"""How often a string may itself be JSON."""

_KEYED = re.compile(r'"(?:text|content|value|html|body|paragraph|data)\\?"\s{0,5}:\s{0,5}\Z')
_KEY = 20
"""Characters before a string in which the key stands that says that it is a paragraph."""
_FEWEST_PARAGRAPHS = 3
_SENTENCE_END = re.compile(r"[.!?。！？।…][\"'”’»)]*\Z")

_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?。！？।][\"'”»]?\s+\S")


def html_in_scripts(root: Element) -> Iterator[str]:
    """For each script that holds a story: its strings as one piece of HTML."""
    for script in root.iter("script"):
        text = (script.text or "")[:_LONGEST_SCRIPT]
        if len(text) >= _SHORTEST_PLAIN:
            pieces = list(dict.fromkeys(_pieces(text)))
            if pieces:
                yield "\n".join(pieces)


def _pieces(script: str) -> Iterator[str]:
    """The string literals that are prose, as HTML, in the order of the script."""
    texts = [(script, 0)]
    while texts:
        text, depth = texts.pop()
        inner, found = [], []
        for literal in _LITERAL.finditer(text):
            if len(literal[1]) < _SHORTEST_LITERAL:
                continue
            value = _decoded(literal[1])
            if _PARAGRAPH.search(value) and '\\"' not in value[:200]:
                found.append((value, False))
            elif depth < _NESTED and '":' in value:
                inner.append((value, depth + 1))
            elif len(value) >= _SHORTEST_PLAIN and len(_SENTENCES.findall(value)) > 1 and "<" not in value:
                found.append(("".join(f"<p>{html.escape(line)}</p>" for line in value.splitlines()), False))
            elif _is_paragraph(value, text[max(0, literal.start() - _KEY) : literal.start()]):
                found.append((f"<p>{html.escape(value)}</p>", True))
        enough = sum(short for _, short in found) >= _FEWEST_PARAGRAPHS
        yield from (piece for piece, short in found if enough or not short)
        texts.extend(reversed(inner))


def _is_paragraph(value: str, before: str) -> bool:
    """Whether a short string behind a key like "text" is a sentence: pages keep a story as a list of those, too."""
    return "<" not in value and bool(_SENTENCE_END.search(value[-6:])) and bool(_KEYED.search(before))


def _decoded(literal: str) -> str:
    try:
        value = json.loads(f'"{literal}"', strict=False)
    except ValueError:  # JavaScript's own escapes, or the end of the script cut through one
        value = literal
    return html.unescape(value) if "&lt;" in value else str(value)
