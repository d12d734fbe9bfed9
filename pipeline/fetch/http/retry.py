"""When to ask again, and how long to wait first."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from tenacity import AsyncRetrying, RetryCallState, retry_if_result

from pipeline.fetch.captures import Answer
from pipeline.fetch.world import World

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try for one URL: what came, whether another try may help, and how long the server asks us to wait."""

    answer: Answer
    again: bool = False
    retry_after: float | None = None
    location: str | None = None
    """Where a redirect leads."""


def backoff(attempt: int, random: Random) -> float:
    """Seconds to wait after the `attempt`th failure, counted from 1: doubling, and jittered by up to a half.

    Jitter keeps many pages of a host that stumbled from coming back all at the same moment.
    """
    whole = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (attempt - 1))
    return random.uniform(whole / 2, whole)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one page is asked for again."""

    attempts: int
    ends_at: float
    """A reading of the monotonic clock: no wait goes beyond it."""
    may_retry: Callable[[], bool]
    """Asked before each further try, which it counts."""


async def retrying(
    attempt: Callable[[str], Awaitable[Attempt]], url: str, patience: Patience, world: World
) -> Attempt:
    """Call `attempt(url)` until it succeeds, fails for good, or patience ends. The last attempt, whatever it was."""

    def wait(state: RetryCallState) -> float:
        asked = _result(state).retry_after
        return asked or backoff(state.attempt_number, world.random)

    def stop(state: RetryCallState) -> bool:
        begins_at = world.clock.monotonic() + state.upcoming_sleep
        if state.attempt_number >= patience.attempts or begins_at >= patience.ends_at:
            return True
        return not patience.may_retry()

    first = await attempt(url)
    if not first.again:  # nearly always: the machinery below costs as much as a tenth of a page
        return first
    waiting = [first]

    async def further(url: str) -> Attempt:
        return waiting.pop() if waiting else await attempt(url)

    policy = AsyncRetrying(
        retry=retry_if_result(lambda result: result.again),
        stop=stop,
        wait=wait,
        sleep=world.clock.sleep,
        retry_error_callback=_result,
    )
    return await policy(further, url)


def _result(state: RetryCallState) -> Attempt:
    assert state.outcome is not None
    result: Attempt = state.outcome.result()
    return result
