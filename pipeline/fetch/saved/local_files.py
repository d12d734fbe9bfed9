"""Files and folders of this machine. What is wrong with one is a recorded problem, never an exception."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from pipeline.bodies import BodyRefused, too_large, unzipped
from pipeline.fetch.captures import Answer
from pipeline.records import Problem, Reason

CONTENT_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain",
}  # fmt: skip
"""What is a page in a folder, by the end of its name; each may be followed by `.gz`."""


class PathRefused(Exception):
    """A path that is not read, with the problem to record."""

    def __init__(self, reason: Reason, detail: str, path: Path) -> None:
        super().__init__(detail)
        self.problem = Problem(reason, detail, str(path))


def read_file(path: Path, url: str, limit: int) -> Answer:
    """The file at `path`, unzipped, as the answer of `url`; at most `limit` bytes."""
    try:
        return Answer(url, content_type=content_type_of(path), body=_content(path, limit))
    except BodyRefused as refused:
        return Answer(url, failure=Problem(refused.problem.reason, refused.problem.detail, str(path)))
    except PathRefused as refused:
        return Answer(url, failure=refused.problem)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return Answer(url, failure=_problem(error, path))


def pages_in(place: Path) -> Iterator[Path | Problem]:
    """Every page in the folder `place` and in the folders below it, sorted; `place` itself where it is a file."""
    if not is_folder(place):
        yield place
        return
    problems: list[Problem] = []
    count = 0
    for folder, folders, names in os.walk(
        place, onerror=lambda error: problems.append(_problem(error, place))
    ):
        folders.sort()
        for name in sorted(names):
            if content_type_of(Path(name)):
                count += 1
                yield Path(folder, name)
    if not count and not problems:
        endings = ", ".join(CONTENT_TYPES)
        problems.append(
            Problem(Reason.NOT_FOUND_LOCALLY, f"no page in this folder; pages end in {endings}", str(place))
        )
    yield from problems


def content_type_of(path: Path) -> str | None:
    """The media type that the name tells, or None where it tells none."""
    page = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return CONTENT_TYPES.get(page.suffix.lower())


def file_path(url: str) -> Path:
    """The path in a file: URL; raises `PathRefused` where it names none of this machine."""
    try:
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path))
    except ValueError as error:
        raise PathRefused(Reason.BAD_URL, str(error), Path(url)) from error
    if parts.netloc not in ("", "localhost"):
        raise PathRefused(Reason.BAD_URL, f"a file on another machine, {parts.netloc!r}", path)
    return path


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path` that we may look at."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib raises where nobody may look


def is_regular(path: Path) -> bool:
    """Whether there is an ordinary file at `path`."""
    return os.path.isfile(path)  # noqa: PTH113 - as above


def _content(path: Path, limit: int) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):  # a device never ends, a pipe without a writer blocks for ever
        raise PathRefused(Reason.UNREADABLE_FILE, "not a regular file", path)
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise too_large(limit)
    return unzipped(content, limit) if path.suffix.lower() == ".gz" else content


def _problem(error: OSError | ValueError, path: Path) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(Reason.NOT_FOUND_LOCALLY, "no such file or folder", str(path))
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    where = error.filename if isinstance(error, OSError) and error.filename else path
    return Problem(Reason.UNREADABLE_FILE, detail, str(where))
