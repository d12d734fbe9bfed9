"""What `pipeline parse` shows a person."""

import io

import pytest
from rich.console import Console

from pipeline.cli.show import show_page
from pipeline.parse import Selectors, parse_page
from tests import FIXTURES

PAGE = FIXTURES / "pages" / "article-needs-a-site-rule.html"


@pytest.mark.parametrize("width", [60, 100, 160])
def test_an_explanation_is_a_line_for_each_value(width: int) -> None:
    """However narrow the terminal: what is longer ends in an ellipsis, and nothing runs on below it."""
    page = parse_page(PAGE.read_bytes(), "https://herald.example/", selectors=Selectors(remove=("p.x2",)))
    console = Console(file=(shown := io.StringIO()), width=width)
    show_page(console, page, explain=True)
    *told, left_out = shown.getvalue().splitlines()
    assert left_out.startswith("left out remove ")
    assert len(left_out) == width
    values = [one for one in told if one.startswith("     ")]
    candidates = [one for origins in page.articles[0].origins.values() for one in origins]
    assert len(values) == len(candidates)
    assert told[-len(values) :] == values
    assert max(map(len, values)) == width
    assert any(value.endswith("…") for value in values)
