"""Coverage-guided fuzzing of parse_page: `make fuzz SECONDS=600`, or with libFuzzer's own options

    python -m tests.parse.fuzz_parse_page -max_total_time=600 build/fuzz fixtures/pages fixtures/tickers

What is found is written to the current folder as crash-… or timeout-…; give that file as the only argument to see it
again. Once mended, it becomes a test beside the others.
"""

import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from pipeline.parse import Selectors, parse_page
    from pipeline.records import Capture, PageToLoad
    from pipeline.records.wire import read_records, to_json

URL = "https://herald.example/news/1"
TYPES = (
    None,
    "text/html",
    "text/html; charset=utf-16",
    "text/plain; charset=koi8-r",
    "image/png",
    "text/html; charset=\0",
)
LANGUAGES = (None, "en", "ky", "zh", "de-AT")
SELECTORS = (
    None,
    Selectors(body=("p",), remove=("b",)),
    Selectors(story=("div", "li"), title=("h2",), byline=("i",)),
)


def one_input(data: bytes) -> None:
    """Three bytes of hints and a page. The answer is the same twice, and comes back from its JSON."""
    hints, body = data[:3].ljust(3, b"\0"), data[3:]
    options = {
        "language": LANGUAGES[hints[0] % len(LANGUAGES)],
        "selectors": SELECTORS[hints[1] % len(SELECTORS)],
        "link_title": body[:40].decode("latin-1") if hints[2] & 1 else None,
        "time_zone": ZoneInfo("Asia/Bishkek") if hints[2] & 2 else None,
    }
    content_type = TYPES[hints[2] % len(TYPES)]
    page = parse_page(body, URL, content_type, **options)  # type: ignore[arg-type] # one of each kind
    if page != parse_page(body, URL, content_type, **options):  # type: ignore[arg-type]
        message = "the same bytes gave two answers"
        raise AssertionError(message)
    capture = Capture(
        "fuzz", URL, URL, datetime(2026, 1, 1, tzinfo=UTC), 200, content_type, len(body), "sha256:0"
    )
    sent = PageToLoad(capture, page)
    if list(read_records(PageToLoad, [to_json(sent)])) != [sent]:
        message = "what was parsed did not come back from its JSON"
        raise AssertionError(message)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
