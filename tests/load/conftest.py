"""What the tests of the database share."""

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database may stand, in a folder that is not there yet."""
    return tmp_path / "data" / "herald.db"
