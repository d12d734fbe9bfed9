"""Compare the load with loaders written by hand on bare sqlite3: the same rows, indexes, triggers and full-text index.

Each loader runs in a process of its own, by turns with the others, over the same made-up articles of real paragraphs,
made as they are taken and outside of the time that counts.
"""

import argparse
import multiprocessing
import pickle
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, TypeAlias

from bare_loader import BareLoader, check, rows_as_they_are
from corpus import read_body, read_index
from memory import peak

from pipeline.load import PageGroup, open_database
from pipeline.load.groups import MOST_PAGES
from pipeline.parse import parse_page
from pipeline.records import (
    Archived,
    Article,
    Block,
    BlockKind,
    Capture,
    PageKind,
    PageToLoad,
    ParsedPage,
    Quote,
)

START = datetime(2026, 1, 1, tzinfo=UTC)
HEADINGS = (
    "articles", "ours, ms each", "÷ digesting loader", "÷ rows at hand", "as before, ms each",
    "÷ raw check", "bytes grown, each", "file MB", "peak MB",
)  # fmt: skip
HEADINGS_OF_SHAPES = (
    "pages", "sources", "quotes, each", "as before, ms each", "÷ raw check", "bytes grown, each"
)  # fmt: skip

Pages: TypeAlias = Iterator[Sequence[PageToLoad]]


@dataclass(frozen=True, slots=True)
class Shape:
    """What pages are like: of how many sources they come by turns, and how many quotes each of them prints."""

    sources: int = 50
    quotes: int = 0


PLAIN = Shape()
SHAPES = (PLAIN, Shape(5, 5), Shape(50, 5))


@dataclass(frozen=True, slots=True)
class Took:
    """CPU seconds of a loader, and the most memory that it had, in MB."""

    seconds: float
    peak: float


def paragraphs(corpus: Path) -> list[str]:
    """Real paragraphs, those of all articles of the corpus."""
    pages = (parse_page(read_body(corpus, row), row["url"]) for row in read_index(corpus))
    blocks = (block for page in pages for article in page.articles for block in article.blocks)
    return sorted(
        {block.text for block in blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 100}
    )


def made(texts: Sequence[str], count: int, hour: int = 0, shape: Shape = PLAIN) -> Iterator[PageToLoad]:
    """So many article pages, each with ten paragraphs that no other has in this order, of sources by turns."""
    tickers = [ticker(source, shape.quotes) for source in range(shape.sources)]
    for number in range(count):
        chosen = Random(number)  # noqa: S311 - texts, no secrets
        site = f"site{number % shape.sources}"
        url = f"https://{site}.example/{number}"
        blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in chosen.choices(texts, k=10))
        article = Article(
            title=f"{blocks[0].text[:60]} {number}", blocks=blocks, url=url, authors=(f"Author {number % 997}",),
            published_at=START + timedelta(minutes=number), language="en", tags=(f"tag {number % 101}",),
        )  # fmt: skip
        capture = Capture(
            site, url, url, START + timedelta(hours=hour, seconds=number), status=200,
            content_type="text/html", size=90_000, digest=f"sha256:{number:064x}", allowed_by="robots.txt allows it",
            archived=Archived(f"pipeline-{hour:05}.warc.gz", 30_000 * number, f"sha1:{number:032}", stored=not hour),
        )  # fmt: skip
        yield PageToLoad(
            capture, ParsedPage(url, PageKind.ARTICLE, (article,), tickers[number % shape.sources])
        )


def made_of(texts: Path, count: int, hour: int = 0, shape: Shape = PLAIN) -> Iterator[PageToLoad]:
    """The same out of a file with the paragraphs."""
    return made(pickle.loads(texts.read_bytes()), count, hour, shape)  # noqa: S301 - our own file


def ticker(source: int, quotes: int) -> tuple[Quote, ...]:
    """The quotes that all pages of a source print."""
    told: Any = {"change_pct": Decimal("0.1"), "direction": 1, "as_of": START.date()}
    return tuple(
        Quote("KGS", code, Decimal(f"0.{source + 11}{place}"), **told)
        for place, code in enumerate(("USD", "EUR", "RUB", "KZT", "CNY")[:quotes])
    )  # fmt: skip


def timed(
    write: Callable[[Sequence[PageToLoad]], object], finish: Callable[[], None], pages: Iterator[PageToLoad]
) -> Took:
    """Let `write` have the pages, a transaction's worth at a time, and then `finish`."""
    total = 0.0
    while group := tuple(islice(pages, MOST_PAGES)):
        began = time.process_time()
        write(group)
        total += time.process_time() - began
    began = time.process_time()
    finish()
    total += time.process_time() - began
    return Took(total, peak())


def ours(path: Path, texts: Path, count: int, hour: int = 0, shape: Shape = PLAIN) -> Took:
    """What `pipeline load` does with the pages."""
    with open_database(path) as database:
        run_id = database.start_run((), START)
        group = PageGroup(partial(database.write_pages, run_id))

        def write(pages: Sequence[PageToLoad]) -> None:
            for page in pages:
                group.add(page)
            group.write()
            for _ in group.outcomes():
                pass

        finish = partial(database.finish_run, run_id, "finished", START)
        return timed(write, finish, made_of(texts, count, hour, shape))


def digesting(path: Path, texts: Path, count: int) -> Took:
    """A loader by hand that is given the pages."""
    with closing(BareLoader(path)) as loader:
        return timed(loader.write, loader.finish, made_of(texts, count))


def checking(path: Path, texts: Path, count: int, shape: Shape = PLAIN, hour: int = 24) -> Took:
    """A loader by hand that finds that all is as it was."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return timed(partial(check, connection), lambda: None, made_of(texts, count, hour, shape))


def alone(work: Callable[..., Took], *arguments: object) -> Took:
    """Run it in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def line(folder: Path, texts: Path, count: int, rounds: int) -> str:
    """The figures for so many articles, the median of so many rounds."""
    found = []
    for _ in range(rounds):
        path, bare = folder / "ours.db", folder / "bare.db"
        mine = alone(ours, path, texts, count)
        size = path.stat().st_size
        digested = alone(digesting, bare, texts, count)
        bare.unlink()
        at_hand = rows_as_they_are(bare, path) if count <= 10_000 else float("nan")
        bare.unlink(missing_ok=True)
        again = as_before(path, texts, count)
        path.unlink()
        found.append((
            mine.seconds * 1e3 / count, mine.seconds / digested.seconds,
            mine.seconds / at_hand, *again, size / 1e6, mine.peak,
        ))  # fmt: skip
    return cells(
        (count,), found, ("{:.2f}", "{:.2f}", "{:.2f}", "{:.3f}", "{:.2f}", "{:.0f}", "{:.0f}", "{:.0f}")
    )


def line_of_shape(folder: Path, texts: Path, count: int, shape: Shape, rounds: int) -> str:
    """What pages of this shape take that are as they were, the median of so many rounds a night after the other."""
    path = folder / "shape.db"
    alone(ours, path, texts, count, 0, shape)
    found = [as_before(path, texts, count, shape, 24 * night) for night in range(1, rounds + 1)]
    path.unlink()
    return cells((count, shape.sources, shape.quotes), found, ("{:.3f}", "{:.2f}", "{:.0f}"))


def as_before(
    path: Path, texts: Path, count: int, shape: Shape = PLAIN, hour: int = 24
) -> tuple[float, float, float]:
    """Load pages that are as they were: milliseconds, raw checks and bytes that the file grows by, each."""
    size = path.stat().st_size
    checked = alone(checking, path, texts, count, shape, hour)
    again = alone(ours, path, texts, count, hour, shape)
    return again.seconds * 1e3 / count, again.seconds / checked.seconds, (path.stat().st_size - size) / count


def cells(first: Sequence[int], found: Sequence[Sequence[float]], formats: Sequence[str]) -> str:
    """A line of a table: what it is about, and the median of each figure."""
    figures = (median(column) for column in zip(*found, strict=True))
    told = (form.format(figure) for form, figure in zip(formats, figures, strict=True))
    return f"| {' | '.join((*map(str, first), *told))} |"


def headings(names: Sequence[str]) -> str:
    """The head of a table."""
    return f"| {' | '.join(names)} |\n|{' --: |' * len(names)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a number of articles. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="a folder with index.jsonl and gzipped pages")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where the files are made; a million articles take 15 GB")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        texts = Path(name, "texts")
        texts.write_bytes(pickle.dumps(paragraphs(options.corpus)))
        say = partial(print, flush=True)
        say(headings(HEADINGS))
        for count in options.articles:
            say(line(Path(name), texts, count, options.rounds))
        say(f"\n{headings(HEADINGS_OF_SHAPES)}")
        for shape in SHAPES:
            say(line_of_shape(Path(name), texts, min(options.articles), shape, options.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
