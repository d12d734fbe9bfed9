"""Words as a person types them → a query for v1_search that finds them in every form."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.load.reading.irregular import irregular_forms
from pipeline.load.reading.word_forms import beginnings, fold, spellings, stems

MOST_FORMS = 100
"""Of one word: the most frequent ones."""

_WORD = re.compile(r"[^\W_]+\*?")
_GENITIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A story that a search found."""

    id: int
    rank: float
    """bm25: the lowest number is the best."""
    published_at: str | None
    published_local: str | None
    """The same instant where the page is: its day there is the one that it prints."""
    title: str
    snippet: str
    """The words around what was found, which is in brackets."""


def search(connection: sqlite3.Connection, words: str, limit: int) -> Iterator[Found]:
    """The stories that have all `words`, each in any of its forms, the best first.

    A word that ends in `*` stands for all that begin so. Nothing is found where `words` holds no letter or digit.
    """
    if query := _query(connection, words):
        for row in connection.execute(_FOUND, (query, limit)):
            yield Found(*row)


def _query(connection: sqlite3.Connection, words: str) -> str:
    """In the language of FTS5: for each word one of its forms."""
    return " AND ".join(
        f"({_any_form(connection, word)})" for word in _WORD.findall(_GENITIVE.sub("", words))
    )


def _any_form(connection: sqlite3.Connection, word: str) -> str:
    if word.endswith("*"):
        return f'"{word[:-1]}" *'
    return " OR ".join(f'"{form}"' for form in dict.fromkeys((word, *_forms(connection, word))))


def _forms(connection: sqlite3.Connection, word: str) -> list[str]:
    """The words of the index that are forms of `word`."""
    wanted = stems(word)
    found = {
        term: documents
        for beginning in beginnings(word)
        for term, documents in connection.execute(_TERMS, (beginning, beginning + "\U0010ffff"))
        if wanted & stems(term)
    }
    for other in irregular_forms(fold(word)):
        for spelled in spellings(other):
            found.update(connection.execute(_TERM, (spelled,)))
    return sorted(found, key=lambda term: (found[term], term), reverse=True)[:MOST_FORMS]


_TERMS = "SELECT term, doc FROM search_words WHERE term >= ? AND term < ?"
_TERM = "SELECT term, doc FROM search_words WHERE term = ?"
_FOUND = """
SELECT id, rank, published_at, (SELECT published_local FROM v1_articles WHERE v1_articles.id = v1_search.id),
       title, snippet
  FROM v1_search WHERE query = ? ORDER BY rank LIMIT ?
"""
