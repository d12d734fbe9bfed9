"""Fixtures that more than one room's tests use."""

from collections.abc import Iterator

import pytest

from tests.web_server import WebServer, serving


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A fresh web server on loopback, reached without a proxy."""
    monkeypatch.setenv("NO_PROXY", "*")
    with serving() as server:
        yield server
