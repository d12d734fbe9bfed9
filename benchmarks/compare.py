"""Compare the extraction with other libraries: same pages, same score, in turns in one process.

Prints a line a library: the corpus' own scores, pages on which the library raised, time a page, pages a second on one
core, the time as a multiple of a bare lxml parse of the same pages and of ours, peak memory. `make compare` installs
what it needs.
"""

import argparse
import logging
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import (
    Row,
    Scores,
    bare_parse,
    load_score,
    read_body,
    read_index,
    sample,
    scored,
    write_predictions,
)
from libraries import LIBRARIES, Extract, Library

from pipeline.parse.decode import decode

WARM_UP = 20
"""Pages on which each library loads its tables and models before its clock runs."""
MEMORY = Path(__file__).with_name("memory.py")
FIGURES = (
    ("zyte", "f1"),
    ("segments", "f1"),
    ("news", "f1"),
    ("news", "title"),
    ("news", "authors"),
    ("news", "published"),
    ("news", "day"),
)
FIELD = {"f1": "body", "day": "published"}
"""The predicted field that a figure judges, where it is not the one of the same name."""
HEADINGS = (
    "library",
    *(" ".join(figure) for figure in FIGURES),
    *("failed", "ms/page", "pages/s", "÷ lxml", "÷ ours", "peak MB"),
)


@dataclass(slots=True)
class Run:
    """One library on its way over the pages: what it found, why it failed, how long it took, in seconds."""

    library: Library
    extract: Extract
    predictions: dict[str, Row] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    megabytes: str = "-"

    def page(self, row: Row, body: bytes, text: str, repeats: int) -> None:
        """Extract one page `repeats` times; the best time counts, that of a failure too."""
        times = []
        for _ in range(repeats):
            start = time.perf_counter()
            try:
                fields = self.extract(body, text, row["url"])
            except Exception as error:  # noqa: BLE001 - whatever a library raises is a failure on this page
                self.failures[row["id"]] = f"{type(error).__name__}: {error}"
                fields = {}
            times.append(time.perf_counter() - start)
        self.seconds += min(times)
        self.predictions[row["id"]] = {**fields, "id": row["id"], "seconds": min(times)}


def no_network(event: str, _: object) -> None:
    """An audit hook: no library may fetch anything while it is measured. Raises OSError where one tries."""
    if event in {"socket.connect", "socket.getaddrinfo"}:
        raise OSError("the comparison runs without network")


def take_turns(corpus: Path, rows: Sequence[Row], runs: Sequence[Run], repeats: int) -> float:
    """Each page through each library; who goes first changes from page to page. Returns lxml's own seconds."""
    bare = 0.0
    for number, row in enumerate(rows):
        body = read_body(corpus, row)
        text = decode(body, None).text
        encoded = text.encode("utf-8", "replace")
        times = []
        for _ in range(repeats):
            start = time.perf_counter()
            bare_parse(encoded)
            times.append(time.perf_counter() - start)
        bare += min(times)
        first = number % len(runs)
        for run in (*runs[first:], *runs[:first]):
            run.page(row, body, text, repeats)
    return bare


def peak_memory(corpus: Path, name: str, pages: int) -> str:
    """Peak memory of one library in a process of its own, in MB."""
    command = [sys.executable, str(MEMORY), str(corpus), name, str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.split()[-1] if not done.returncode and done.stdout.split() else "failed"


def cells(run: Run, scores: Scores, bare: float, ours: float) -> Iterator[str]:
    """One line of the table; a figure that the corpus or the library does not give is a dash."""
    count = max(len(run.predictions), 1)
    yield f"{run.library.name} {run.library.version}"
    for dataset, name in FIGURES:
        value = scores.get(dataset, {}).get(name)
        given = any(FIELD.get(name, name) in found for found in run.predictions.values())
        yield f"{value:.3f}" if given and value is not None else "-"
    yield str(len(run.failures))
    yield f"{1e3 * run.seconds / count:.2f}"
    yield f"{count / run.seconds:.0f}" if run.seconds else "-"
    yield f"{run.seconds / bare:.2f}" if bare else "-"
    yield f"{run.seconds / ours:.2f}" if ours else "-"
    yield run.megabytes


def markdown(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table, its columns as wide as their widest cell."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for line in (lines[0], rule, *lines[1:]):
        padded = [line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]
        yield f"| {' | '.join(padded)} |"


def failures(runs: Sequence[Run]) -> Iterator[str]:
    """Each page on which a library raised, with its error."""
    for run in runs:
        for page, error in run.failures.items():
            yield f"failed: {run.library.name} {page} {error.splitlines()[0]}"


def main(arguments: Sequence[str] | None = None, libraries: Sequence[Library] = LIBRARIES) -> int:
    """Extract, write, score, time. Returns the exit code."""
    options = _options(arguments)
    logging.disable()  # the libraries log what they make of each page
    rows = sample(read_index(options.corpus), options.limit)
    runs = [Run(library, library.make()) for library in libraries]
    take_turns(options.corpus, sample(rows, WARM_UP), [Run(run.library, run.extract) for run in runs], 1)
    bare = take_turns(options.corpus, rows, runs, options.repeats)
    score, lines = load_score(options.corpus), [HEADINGS]
    for run in runs:
        write_predictions(options.predictions / f"{run.library.name}.jsonl", run.predictions)
        if options.memory_pages:
            run.megabytes = peak_memory(options.corpus, run.library.name, options.memory_pages)
        scores = scored(rows, run.predictions, score) if rows else {}
        lines.append(tuple(cells(run, scores, bare, runs[0].seconds)))
    print("\n".join((*failures(runs), *markdown(lines))))
    print(f"{len(rows)} pages, bare lxml parse {1e3 * bare / max(len(rows), 1):.2f} ms a page")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--limit", type=int, default=0, help="only so many pages, evenly from the whole corpus"
    )
    parser.add_argument("--repeats", type=int, default=1, help="timed runs a page; the best counts")
    parser.add_argument(
        "--predictions", type=Path, default=Path("build/compare"), help="folder, a file a library"
    )
    parser.add_argument(
        "--memory-pages", type=int, default=100, help="pages for the peak memory; 0 leaves it out"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.addaudithook(no_network)
    sys.exit(main())
