"""Compare the load with bare sqlite3: the same rows, indexes, triggers and full-text index, real texts, one run.

Ours gets parsed pages one by one, knows stories again and commits each page. The bare loader is handed the finished
rows of every table and does nothing but write them: all of a table in one statement, the floor for this schema, and
with a commit for each page, the floor for a file that loses no page.
"""

import argparse
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from corpus import read_body, read_index

from pipeline.load import open_database
from pipeline.load.connection import connect
from pipeline.load.schema import bring_forward
from pipeline.parse import parse_page
from pipeline.records import Article, Block, BlockKind, Capture, PageKind, PageToLoad, ParsedPage

START = datetime(2026, 1, 1, tzinfo=UTC)
SKIPPED = ("sqlite_", "_sqlite", "article_search", "search_words", "changes", "epoch")
"""Tables that triggers or the schema fill."""


HEADINGS = (
    "articles", "ours, ms each", "bare, ms each", "ours ÷ bare", "a commit a page, ms each", "ours ÷ that",
    "as before, ms each", "bytes grown", "file MB", "peak MB",
)  # fmt: skip


def paragraphs(corpus: Path) -> list[str]:
    """Real paragraphs, those of all articles of the corpus."""
    pages = (parse_page(read_body(corpus, row), row["url"]) for row in read_index(corpus))
    blocks = (block for page in pages for article in page.articles for block in article.blocks)
    return sorted(
        {block.text for block in blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 100}
    )


def pages(texts: Sequence[str], count: int, hour: int = 0) -> Iterator[PageToLoad]:
    """So many article pages, each with ten paragraphs that no other has in this order."""
    for number in range(count):
        chosen = random.Random(number)  # noqa: S311 - texts, no secrets
        url = f"https://site{number % 50}.example/{number}"
        blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in chosen.choices(texts, k=10))
        article = Article(
            title=f"{blocks[0].text[:60]} {number}", blocks=blocks, url=url, authors=(f"Author {number % 997}",),
            published_at=START + timedelta(minutes=number), language="en", tags=(f"tag {number % 101}",),
        )  # fmt: skip
        at = START + timedelta(hours=hour, seconds=number)
        capture = Capture(
            f"site{number % 50}", url, url, at, 200, "text/html", 90_000, f"sha256:{number:064x}"
        )
        yield PageToLoad(capture, ParsedPage(url, PageKind.ARTICLE, (article,)))


def ours(path: Path, found: Sequence[PageToLoad]) -> float:
    """CPU seconds for a run over these pages."""
    with open_database(path) as database:
        run_id = database.start_run((), START)
        began = time.process_time()
        for page in found:
            database.write_page(run_id, page)
        took = time.process_time() - began
        database.finish_run(run_id, "finished", START)
    return took


def bare(path: Path, full: Path, commits: int = 1) -> float:
    """CPU seconds to write the rows of `full` into a new file, with so many commits."""
    with closing(sqlite3.connect(full)) as source, closing(connect(path)) as target:
        names = source.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
        ).fetchall()
        tables = [name for (name,) in names if not name.startswith(SKIPPED)]
        rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608
        bring_forward(target, path)
        target.execute("PRAGMA foreign_keys = OFF")
        statements = {
            table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[table][0]))})"  # noqa: S608
            for table in sorted(tables, key=lambda name: name == "articles")  # its triggers read bodies
            if rows[table]
        }
        began = time.process_time()
        for commit in range(commits):
            target.execute("BEGIN IMMEDIATE")
            for table, statement in statements.items():
                found = rows[table]
                start, end = (len(found) * place // commits for place in (commit, commit + 1))
                target.executemany(statement, found[start:end])
            target.execute("COMMIT")
        return time.process_time() - began


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a number of articles. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="a folder with index.jsonl and gzipped pages")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    options = parser.parse_args(arguments)
    texts = paragraphs(options.corpus)
    print("| " + " | ".join(HEADINGS) + " |\n|" + " --: |" * len(HEADINGS))
    for count in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            first = Path(folder, "ours.db")
            mine = ours(first, list(pages(texts, count)))
            raw = bare(Path(folder, "bare.db"), first)
            paged = bare(Path(folder, "paged.db"), first, count)
            size = first.stat().st_size
            again = ours(first, list(pages(texts, count, 24)))
            grown = first.stat().st_size - size
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"| {count} | {mine / count * 1e3:.2f} | {raw / count * 1e3:.2f} | {mine / raw:.2f} |"
                f" {paged / count * 1e3:.2f} | {mine / paged:.2f} |"
                f" {again / count * 1e3:.2f} | {grown} | {size / 1e6:.0f} | {peak:.0f} |"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
