"""One client over the URLs on stdin, a JSON array: prints pages, failures, CPU and wall seconds and peak MB as JSON."""

import asyncio
import gc
import json
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from memory import peak

if TYPE_CHECKING:
    from pipeline.config import Config, Source

Get = Callable[[str], Awaitable[bytes]]


async def loop_over(urls: Sequence[str], connections: int, get: Get) -> int:
    """So many workers, each asking for one page after the other. How many failed."""
    left, failed = iter(urls), 0

    async def work() -> None:
        nonlocal failed
        for url in left:
            try:
                await get(url)
            except Exception:  # noqa: BLE001 - whatever a client raises is a failed page
                failed += 1

    await asyncio.gather(*(work() for _ in range(connections)))
    return failed


def with_aiohttp(urls: Sequence[str], connections: int) -> int:
    """A bare loop."""
    import aiohttp  # noqa: PLC0415 - a process imports what it measures, and nothing else

    async def run() -> int:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=connections)) as session:

            async def get(url: str) -> bytes:
                async with session.get(url) as response:
                    return await response.read()

            return await loop_over(urls, connections, get)

    return asyncio.run(run())


def with_httpx(urls: Sequence[str], connections: int) -> int:
    """A bare loop over httpx as it comes."""
    import httpx  # noqa: PLC0415

    async def run() -> int:
        limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
        async with httpx.AsyncClient(limits=limits, timeout=60) as client:

            async def get(url: str) -> bytes:
                return (await client.get(url)).content

            return await loop_over(urls, connections, get)

    return asyncio.run(run())


def with_pipeline(urls: Sequence[str], connections: int, *, archived: bool = False) -> int:
    """Ours, with robots.txt, guard, pace and captures; `archived` as in a run."""
    from pipeline.fetch import fetch_pages  # noqa: PLC0415
    from pipeline.run import stream  # noqa: PLC0415

    with configured(urls, connections) as (config, sources):
        pages = stream.fetch(config, sources) if archived else fetch_pages(sources, config.fetch)
        return sum(page.capture.failure is not None for page in pages if page.capture.role != "robots")


def two_runs(urls: Sequence[str], connections: int) -> dict[str, float]:
    """CPU seconds of a run, and of one that finds every page due again and as it was; how many those were."""
    from pipeline.clock import Clock  # noqa: PLC0415
    from pipeline.run import stream  # noqa: PLC0415
    from pipeline.summary import RunSummary  # noqa: PLC0415

    class Later(Clock):
        def now(self) -> datetime:
            return super().now() + timedelta(days=60)

    with configured(urls, connections) as (config, sources):
        listed = Path(config.pipeline.database).with_name("urls.txt")
        listed.write_text("\n".join(urls))
        update = {"pages": (), "sitemaps": (str(listed),), "follow": ("^http",)}
        listing = {"s": sources["s"].model_copy(update=update)}
        began = time.process_time()
        for _ in stream.ingest(config, listing, RunSummary()):
            pass
        first = time.process_time() - began
        began, unchanged = time.process_time(), 0
        for outcome in stream.ingest(config, listing, RunSummary(), clock=Later()):
            unchanged += outcome.capture.unchanged
        return {"first": first, "second": time.process_time() - began, "unchanged": unchanged}


def with_sitemaps(urls: Sequence[str], connections: int, count: int) -> dict[str, float]:
    """Peak MB of fetching and archiving `count` pages that stand in sitemaps of ten thousand; the URLs are not held."""
    from pipeline.run import stream  # noqa: PLC0415

    with configured(urls, connections) as (config, sources):
        sitemaps = []
        for start in range(0, count, 10_000):
            sitemaps.append(str(Path(config.pipeline.database).with_name(f"{start}.txt")))
            lines = (f"{urls[n % len(urls)]}?{n}\n" for n in range(start, min(count, start + 10_000)))
            Path(sitemaps[-1]).write_text("".join(lines))
        update = {"pages": (), "sitemaps": tuple(sitemaps), "follow": ("^http",), "max_pages": count}
        listing = {"s": sources["s"].model_copy(update=update)}
        pages = failed = 0
        for page in stream.fetch(config, listing):
            pages += page.capture.role == "page"
            failed += page.capture.failure is not None and page.capture.role == "page"
    return {"pages": pages, "failed": failed, "peak": peak()}


@contextmanager
def configured(urls: Sequence[str], connections: int) -> Iterator[tuple["Config", dict[str, "Source"]]]:
    """A configuration for these URLs, its database and archive in a folder of their own."""
    from pipeline.config import Config, Source  # noqa: PLC0415

    settings = {
        "allow_hosts": tuple(sorted({url.split("/")[2] for url in urls})), "delay_s": 0.0,
        "connections": connections, "connections_per_host": 20, "run_minutes": 600.0, "host_minutes": 600.0,
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        database = {"database": str(Path(folder, "p.db"))}
        config = Config.model_validate({"pipeline": database, "fetch": settings})
        yield config, {"s": Source(pages=tuple(urls), max_pages=len(urls))}


def with_scrapy(urls: Sequence[str], connections: int) -> int:
    """A spider that takes every body."""
    from scrapy import Request, Spider  # type: ignore[import-not-found]  # noqa: PLC0415
    from scrapy.crawler import CrawlerProcess  # type: ignore[import-not-found]  # noqa: PLC0415

    bodies = 0

    class Pages(Spider):  # type: ignore[misc]
        name = "pages"

        async def start(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - scrapy's own signature
            for url in urls:
                yield Request(url, dont_filter=True)

        def parse(self, response):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            nonlocal bodies
            bodies += bool(response.body)

    settings = {
        "LOG_ENABLED": False, "CONCURRENT_REQUESTS": connections, "CONCURRENT_REQUESTS_PER_DOMAIN": 20,
        "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": True, "TELNETCONSOLE_ENABLED": False,
    }  # fmt: skip
    process = CrawlerProcess(settings)
    process.crawl(Pages)
    process.start()
    return len(urls) - bodies


CLIENTS = {
    "aiohttp": with_aiohttp,
    "httpx": with_httpx,
    "pipeline": with_pipeline,
    "pipeline, archived": lambda urls, connections: with_pipeline(urls, connections, archived=True),
    "scrapy": with_scrapy,
}


IMPORTS = {
    "aiohttp": ("aiohttp",),
    "httpx": ("httpx",),
    "pipeline": ("pipeline.run.stream", "pipeline.fetch.http.client"),
    "scrapy": ("scrapy.crawler", "twisted.internet.asyncioreactor", "scrapy.core.downloader.handlers.http11"),
}


def main(name: str, connections: int, count: int) -> None:
    """Run one client; the clocks leave out what it imports. `count` is for sitemaps."""
    urls = json.load(sys.stdin)
    for module in IMPORTS[name.partition(",")[0]]:
        import_module(module)
    gc.freeze()  # both for all of them, as our command line does
    gc.set_threshold(10_000, 50, 50)
    if name == "pipeline, two runs":
        print(json.dumps(two_runs(urls, connections)))
        return
    if name == "pipeline, sitemaps":
        print(json.dumps(with_sitemaps(urls, connections, count)))
        return
    cpu, wall = time.process_time(), time.perf_counter()
    failed = CLIENTS[name](urls, connections)
    found = {"pages": len(urls), "failed": failed, "cpu": time.process_time() - cpu}
    print(json.dumps({**found, "wall": time.perf_counter() - wall, "peak": peak()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
