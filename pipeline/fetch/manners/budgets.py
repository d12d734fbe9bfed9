"""What a host, and a run, may use up: time, and tries beyond the first. A broken host costs the others nothing."""

from collections import Counter

from pipeline.clock import Clock

RETRIES_PER_HOST = 30
RETRIES_PER_RUN = 600
"""Tries beyond the first. A host that needs more of them is not stumbling, it is down."""


class Time:
    """How long a host, and the run, may still be asked. A host's time begins with its first page."""

    def __init__(self, host_s: float, run_s: float, clock: Clock) -> None:
        self._host_s = host_s
        self._clock = clock
        self._run_ends = clock.monotonic() + run_s
        self._host_ends: dict[str, float] = {}

    def left(self, host: str) -> float:
        """Seconds until `host` is not asked any more; zero or less where that is now."""
        now = self._clock.monotonic()
        ends = self._host_ends.setdefault(host, now + self._host_s)
        return min(ends, self._run_ends) - now


class Retries:
    """How often a host, and the run, may still be asked again."""

    def __init__(self, per_host: int = RETRIES_PER_HOST, per_run: int = RETRIES_PER_RUN) -> None:
        self._per_host = per_host
        self._left = per_run
        self._used: Counter[str] = Counter()

    def spend(self, host: str) -> bool:
        """Take one for `host`; False where there is none left."""
        if self._left < 1 or self._used[host] >= self._per_host:
            return False
        self._left -= 1
        self._used[host] += 1
        return True
