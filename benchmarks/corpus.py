"""An annotated corpus: its pages, its score, its folds of sites, and the bare parse that all times are divided by."""

import gzip
import hashlib
import json
import runpy
import statistics
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from lxml import etree

FOLDS = 5

Row: TypeAlias = Mapping[str, Any]
"""A line of index.jsonl: id, dataset, url, file, gold."""
Scores: TypeAlias = Mapping[str, Mapping[str, float]]
"""Dataset → figure → value."""
Score: TypeAlias = Callable[
    [Sequence[Row], Mapping[str, Row]], tuple[Scores, Sequence[tuple[float, str, str]]]
]
"""Rows and predictions → the scores, and (body score, id, url) of each page, the worst first."""


def read_index(corpus: Path) -> list[Row]:
    """All lines of the corpus' index."""
    with (corpus / "index.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sample(rows: Sequence[Row], limit: int) -> Sequence[Row]:
    """At most `limit` rows, evenly from the whole index; all of them if `limit` is 0."""
    return rows[:: -(-len(rows) // limit)] if limit and rows else rows


def read_body(corpus: Path, row: Row) -> bytes:
    """The page of one line, unzipped."""
    return gzip.decompress((corpus / row["file"]).read_bytes())


def write_predictions(target: Path, predictions: Mapping[str, Row]) -> None:
    """Write the file that score.py reads, its folder too if there is none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in predictions.values())
    target.write_text("".join(lines), encoding="utf-8")


def load_score(corpus: Path) -> Score:
    """The function with which the corpus itself scores."""
    score: Score = runpy.run_path(str(corpus / "score.py"))["score"]
    return score


def scored(rows: Sequence[Row], predictions: Mapping[str, Row], score: Score) -> Scores:
    """The scores of some rows; a figure that no row of a part can give leaves its part out."""
    try:
        scores, _ = score(rows, predictions)
    except statistics.StatisticsError:
        return {}
    return scores


def bare_parse(encoded: bytes) -> None:
    """What every extraction on lxml must at least do: build the tree of a UTF-8 page."""
    etree.fromstring(encoded, etree.HTMLParser(huge_tree=True, encoding="utf-8"))


def site(url: str) -> str:
    """The site of a page: pages of one site never part."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def fold(url: str) -> int:
    """Which of the folds the page's site belongs to; the same on every machine."""
    return hashlib.sha256(site(url).encode()).digest()[0] % FOLDS
