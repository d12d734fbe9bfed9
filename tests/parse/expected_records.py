"""The saved pages under fixtures/, and what the parser is expected to find on each.

    fixtures/ROOM/NAME.html            a page
    fixtures/ROOM/NAME.expected.json   what it says, reviewed by a person

`make expected` (`python -m tests.parse.expected_records`) writes the second anew from today's parser: review the
difference with `git diff fixtures` before it is committed.
"""

import json
import sys
from pathlib import Path

from pipeline.parse import parse_page
from pipeline.records.wire import to_json
from tests import FIXTURES

_CONTENT_TYPES = {".html": "text/html", ".txt": "text/plain"}


def saved_pages() -> list[Path]:
    """Every saved page whose records are expected; `site` is a source and is tested end to end instead."""
    return sorted(
        path
        for path in FIXTURES.rglob("*")
        if path.suffix in _CONTENT_TYPES and "site" not in path.relative_to(FIXTURES).parts
    )


def expected_path(page: Path) -> Path:
    """Where the expected records of a page stand."""
    return page.with_suffix(".expected.json")


def records_of(page: Path) -> str:
    """What today's parser finds, as JSON; without `text` and `markdown`, which repeat the blocks."""
    url = f"https://news.example/{page.relative_to(FIXTURES).as_posix()}"
    found = json.loads(to_json(parse_page(page.read_bytes(), url, _CONTENT_TYPES[page.suffix])))
    for article in found["articles"]:
        del article["text"], article["markdown"]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write every expectation anew, and say which ones changed."""
    for page in saved_pages():
        target, records = expected_path(page), records_of(page)
        if not target.exists() or target.read_text(encoding="utf-8") != records:
            target.write_text(records, encoding="utf-8")
            sys.stdout.write(f"changed: {target.relative_to(FIXTURES.parent)}\n")


if __name__ == "__main__":
    main()
