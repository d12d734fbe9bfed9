"""Fixtures that more than one room's tests use."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.web_server import WebServer, serving

# How long an example takes is the machine's business, and the other tests' on its other cores.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

# A shell's background jobs ignore Ctrl-C, and so do their children: the tests of interrupts want it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A fresh web server on loopback, reached without a proxy."""
    monkeypatch.setenv("NO_PROXY", "*")
    with serving() as server:
        yield server
