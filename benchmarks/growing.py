"""What an article costs as the file grows, beside one of a new file that is loaded in turn with it.

One process loads articles into one file, step by step, and for ten transactions one into a file that is new at each
step: how busy the machine is weighs on both.
"""

import argparse
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from loading import START, made, paragraphs
from memory import peak

from pipeline.load import Database, open_database
from pipeline.load.groups import MOST_PAGES
from pipeline.records import PageToLoad

HEADINGS = ("articles", "ms each", "in a new file", "ratio", "file MB", "peak MB", "resident MB")


@dataclass(slots=True)
class Growing:
    """A file that articles are loaded into, and what that took."""

    database: Database
    run_id: int
    pages: Iterator[PageToLoad]
    seconds: float = 0.0
    """Of CPU time."""

    def load(self, count: int) -> None:
        """Load so many more."""
        for _ in range(0, count, MOST_PAGES):
            group = tuple(islice(self.pages, MOST_PAGES))
            began = time.process_time()
            for _ in self.database.write_pages(self.run_id, group):
                pass
            self.seconds += time.process_time() - began

    def finish(self) -> None:
        """End the run, which compares the texts that wait."""
        began = time.process_time()
        self.database.finish_run(self.run_id, "finished", START)
        self.seconds += time.process_time() - began


def step(old: Growing, folder: Path, texts: Sequence[str], count: int) -> tuple[float, float]:
    """Load so many more: milliseconds for each, and for each of a tenth as many that a new file takes meanwhile."""
    path, new_count = folder / "new.db", count // 10
    old.seconds = 0
    with open_database(path) as database:
        new = Growing(database, database.start_run((), START), made(texts, new_count))
        for _ in range(0, new_count, MOST_PAGES):
            old.load(10 * MOST_PAGES)
            new.load(MOST_PAGES)
        new.finish()
    for file in folder.glob("new.db*"):
        file.unlink()
    return old.seconds * 1e3 / count, new.seconds * 1e3 / new_count


def resident_mb() -> float:
    """What the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a step. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="a folder with index.jsonl and gzipped pages")
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--step", type=int, default=50_000)
    parser.add_argument("--folder", type=Path, help="where the files are made; a million articles take 15 GB")
    parser.add_argument("--texts", type=Path, help="pickled paragraphs, so that the process holds no parser")
    options = parser.parse_args(arguments)
    texts = pickle.loads(options.texts.read_bytes()) if options.texts else paragraphs(options.corpus)  # noqa: S301
    say = partial(print, flush=True)
    say("| " + " | ".join(HEADINGS) + " |\n|" + " --: |" * len(HEADINGS))
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        path = Path(name, "old.db")
        with open_database(path) as database:
            old = Growing(database, database.start_run((), START), made(texts, options.articles))
            for reached in range(options.step, options.articles + 1, options.step):
                each, each_new = step(old, Path(name), texts, options.step)
                size, most = path.stat().st_size / 1e6, peak()
                say(
                    f"| {reached} | {each:.2f} | {each_new:.2f} | {each / each_new:.2f} | {size:.0f} | {most:.0f} |"
                    f" {resident_mb():.0f} |"
                )
            old.seconds = 0
            old.finish()
            say(f"\nThe end of the run: {old.seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
