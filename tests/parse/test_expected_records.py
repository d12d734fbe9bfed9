from pathlib import Path

import pytest

from tests import FIXTURES
from tests.parse.expected_records import expected_path, records_of, saved_pages


def _name(page: Path) -> str:
    return page.relative_to(FIXTURES).as_posix()


@pytest.mark.parametrize("page", saved_pages(), ids=_name)
def test_saved_page_gives_its_expected_records(page: Path) -> None:
    """A saved page gives the records that stand beside it (`make expected` writes them anew for review)."""
    assert records_of(page) == expected_path(page).read_text(encoding="utf-8")


def test_no_expectation_is_left_without_its_page() -> None:
    """Every expectation stands beside a page: a renamed page leaves no dead record behind."""
    expectations = set(FIXTURES.rglob("*.expected.json"))
    assert expectations == {expected_path(page) for page in saved_pages()}
