"""What can still be made out of JSON-LD that is no JSON: quotes that nobody escaped, text that breaks off."""

import re
from collections.abc import Iterator, Mapping

_LONGEST_VALUE = 400
_KEYS = (
    "@type|@id|headline|alternativeHeadline|datePublished|dateCreated|dateModified|articleSection|inLanguage|description"
    "|isAccessibleForFree|wordCount"
)
_VALUE = re.compile(
    rf'"({_KEYS})"\s{{0,20}}:\s{{0,20}}\[?\s{{0,20}}(?:"([^\n]{{0,{_LONGEST_VALUE}}}?)"(?=\s{{0,20}}[,}}\]]\s{{0,20}}["}}\]]|\s{{0,20}}[}}\]]|\s{{0,20}}$)'
    r"|(true|false|\d{1,7}))"
)
"""A key with a value that ends where a comma and the next key follow, or a bracket."""
_AUTHOR = re.compile(r'"author"\s{0,20}:\s{0,20}(?:"([^"\n]{1,200})")?')
_NAME = re.compile(r'"name"\s{0,20}:\s{0,20}"([^"\n]{1,200})"')
_NEAR = 600
"""Characters behind the key `author` in which names are looked for."""
_NEXT_FIELD = re.compile(r'"(?:publisher|headline|datePublished|mainEntityOfPage|image|articleBody)"')


def salvaged(text: str) -> Mapping[str, object]:
    """The first value of each key that tells of a story, and the names of its authors; empty where there is none."""
    found: dict[str, object] = {}
    for key, string, literal in _VALUE.findall(text):
        found.setdefault(key, string.replace('\\"', '"').replace("\\/", "/") or literal)
    if names := list(_names(text)):
        found["author"] = names
    return found


def _names(text: str) -> Iterator[str]:
    start = _AUTHOR.search(text)
    if start is None or start[1]:
        yield from (start[1],) if start else ()
        return
    behind = text[start.end() : start.end() + _NEAR]
    ends = _NEXT_FIELD.search(behind)
    yield from _NAME.findall(behind[: ends.start()] if ends else behind)
