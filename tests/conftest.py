"""Fixtures that more than one room's tests use."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.web_server import WebServer, serving

# How long an example takes is the machine's business, and the other tests' on its other cores.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A fresh web server on loopback, reached without a proxy."""
    monkeypatch.setenv("NO_PROXY", "*")
    with serving() as server:
        yield server
