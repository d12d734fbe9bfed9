"""Score the extraction on an annotated corpus.

Parses every page without any hint, writes the predictions as JSON lines, and prints what the corpus' own
`score.py` makes of them, how far the scores differ between five folds of sites, and how long parse_page takes
beside a bare lxml parse of the same pages. See README.md for the layout of a corpus.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import (
    FOLDS,
    Row,
    Score,
    Scores,
    bare_parse,
    fold,
    load_score,
    read_body,
    read_index,
    scored,
    write_predictions,
)

from pipeline.parse import parse_page
from pipeline.parse.decode import decode
from pipeline.records import Article, PageKind, ParsedPage


@dataclass(frozen=True, slots=True)
class Timing:
    """Best time for one page, in seconds: all of parse_page, and lxml's parse of the same text alone."""

    page: float
    bare: float


def main_article(page: ParsedPage) -> Article | None:
    """The article that a page is about; of a page that came out as a listing, the longest story."""
    if page.kind is PageKind.LISTING:
        return max(page.articles, key=lambda article: len(article.text))
    return page.articles[0] if page.articles else None


def prediction(row: Row, article: Article | None, seconds: float) -> dict[str, Any]:
    """One line of the file that score.py reads."""
    published = article.published_at.isoformat() if article and article.published_at else None
    return {
        "id": row["id"],
        "title": article.title if article else None,
        "authors": list(article.authors) if article else [],
        "published": published,
        "body": article.text if article else None,
        "seconds": seconds,
    }


def measured(body: bytes, url: str, repeats: int) -> tuple[ParsedPage, Timing]:
    """What the page says, and the best of `repeats` timings; the two parses take turns."""
    text = decode(body, None).text
    encoded = text.encode("utf-8", "replace")
    page_times, bare_times = [], []
    for _ in range(repeats):
        start = time.perf_counter()
        page = parse_page(body, url)
        middle = time.perf_counter()
        bare_parse(encoded)
        page_times.append(middle - start)
        bare_times.append(time.perf_counter() - middle)
    return page, Timing(min(page_times), min(bare_times))


def table(scores: Scores, spread: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """The scores as lines, each figure with its range over the folds."""
    for dataset, figures in scores.items():
        for name, value in figures.items():
            shown = f"{value:.4f}" if isinstance(value, float) else str(value)
            yield f"{dataset:9} {name:10} {shown:>9}  {spread.get((dataset, name), '')}".rstrip()


def over_folds(
    rows: Sequence[Row], predictions: Mapping[str, Row], score: Score
) -> dict[tuple[str, str], str]:
    """Lowest and highest value and standard deviation of each figure over the folds of sites."""
    values: dict[tuple[str, str], list[float]] = {}
    for number in range(FOLDS):
        part = [row for row in rows if fold(row["url"]) == number]
        for dataset, figures in (scored(part, predictions, score) if part else {}).items():
            for name, value in figures.items():
                if name != "pages" and dataset != "speed":  # a share of 1 comes as an int
                    values.setdefault((dataset, name), []).append(float(value))
    return {
        key: f"folds {min(found):.3f} to {max(found):.3f}, sd {statistics.pstdev(found):.3f}"
        for key, found in values.items()
    }


def worst(rows: Sequence[Row], predictions: Mapping[str, Row], score: Score, count: int) -> Iterator[str]:
    """The `count` pages with the lowest body score."""
    _, pages = score(rows, predictions)
    for value, page, url in pages[:count]:
        yield f"{value:.3f} {page} {url}"


def speed(timings: Iterable[Timing]) -> str:
    """The whole run's parse_page time as a multiple of lxml's own."""
    times = list(timings)
    page, bare = sum(t.page for t in times), sum(t.bare for t in times)
    count = max(len(times), 1)
    return (
        f"parse_page {1e3 * page / count:.2f} ms a page ({len(times) / page if page else 0:.0f} pages a second "
        f"on one core), bare lxml parse {1e3 * bare / count:.2f} ms, "
        f"ratio {page / bare if bare else 0:.2f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Predict, write, score, time. Returns the exit code."""
    options = _options(arguments)
    rows, predictions, timings = read_index(options.corpus), {}, []
    for row in rows:
        page, timing = measured(read_body(options.corpus, row), row["url"], options.repeats)
        predictions[row["id"]] = prediction(row, main_article(page), timing.page)
        timings.append(timing)
    write_predictions(options.predictions, predictions)
    score = load_score(options.corpus)
    spread = over_folds(rows, predictions, score)
    report = [*table(score(rows, predictions)[0], spread), speed(timings)]
    report.extend(worst(rows, predictions, score, options.worst))
    print("\n".join(report))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--predictions", type=Path, default=Path("build/predictions.jsonl"))
    parser.add_argument("--repeats", type=int, default=3, help="timed runs a page; the best counts")
    parser.add_argument("--worst", type=int, default=0, help="also print the N pages with the lowest scores")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
