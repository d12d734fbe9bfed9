"""Pages made up for the tests of metadata."""

import json
from datetime import datetime, timedelta, timezone

from pipeline.parse.hints import Hints
from pipeline.parse.html_tree import parse_html
from pipeline.parse.metadata import Metadata, read_metadata

URL = "https://steppe-herald.example/2025/12/snow-closes-pass/"
TITLE = "Snow closes the high pass for a third day"
NOON = datetime(2025, 12, 8, 12, 0, tzinfo=timezone(timedelta(hours=6)))


def read(head: str = "", body: str = "", **hints: object) -> Metadata:
    """The metadata of a page with this head and body."""
    lang = hints.pop("lang", "en")
    root, _ = parse_html(
        f"<html lang='{lang}'><head>{head}</head><body>{body}<p>Drivers wait.</p></body></html>"
    )
    return read_metadata(root, str(hints.pop("url", URL)), Hints(**hints))  # type: ignore[arg-type]


def json_ld(*nodes: object, **fields: object) -> str:
    """A script element with these nodes, or with one article of these fields."""
    article = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f"<script type='application/ld+json'>{json.dumps(nodes or article)}</script>"


def meta(**fields: str) -> str:
    """Meta tags; `__` in a name stands for a colon."""
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in fields.items()
    )
