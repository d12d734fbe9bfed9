"""Print the peak resident memory, in MB, of a process that runs one library over a corpus and does nothing else."""

import contextlib
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus import read_body, read_index, sample
from libraries import LIBRARIES


def main(arguments: Sequence[str]) -> int:
    """Corpus, name of the library, number of pages. Returns the exit code."""
    corpus, name, limit = Path(arguments[0]), arguments[1], int(arguments[2])
    extract = next(library for library in LIBRARIES if library.name == name).make()
    for row in sample(read_index(corpus), limit):
        body = read_body(corpus, row)
        with contextlib.suppress(Exception):  # compare.py counts the failures
            extract(body, body.decode("utf-8", "replace"), row["url"])
    print(round(peak()))
    return 0


def peak() -> float:
    """Peak resident memory of this process, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux: getrusage would also count the parent, from before this program took over
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # macOS counts in bytes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
