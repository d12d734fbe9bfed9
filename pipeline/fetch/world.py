"""What fetching asks of the world, as a parameter: a test hands in a clock that need not be waited for."""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from pipeline.clock import SYSTEM_CLOCK, Clock

if TYPE_CHECKING:
    from aiohttp.abc import AbstractResolver

_JITTER = Random()  # noqa: S311 - spreads retries in time; guards nothing


@dataclass(frozen=True, slots=True)
class World:
    """The time, chance, and who looks names up."""

    clock: Clock = SYSTEM_CLOCK
    random: Random = _JITTER
    names: "AbstractResolver | None" = None
    """Asked for addresses instead of the system."""
