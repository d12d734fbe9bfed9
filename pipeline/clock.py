"""Time as a parameter: what a run asks of the world's clock."""

import asyncio
import time
from datetime import UTC, datetime


class Clock:
    """The real clock. A test hands in another that answers the same three questions."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait, and let others work."""
        await asyncio.sleep(seconds)


SYSTEM_CLOCK = Clock()
