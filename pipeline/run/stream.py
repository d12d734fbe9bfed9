"""Joins the stages into one stream, and has what comes out of it counted.

    config.toml ─▶ Source ─▶ fetch_pages ─▶ FetchedPage ─▶ parse_pages ─▶ PageToLoad ─▶ load_pages ─▶ PageOutcome
                                  └─▶ archive ─┘                                                          │
                                                               exit code ◀─ RunSummary ◀──────────────────┘

Every stage is an iterator that pulls from the one before it: one page is in flight between any two, memory is flat,
and closing the last one closes them all.
"""

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import timedelta
from itertools import chain, filterfalse
from pathlib import Path
from zoneinfo import ZoneInfo

from pipeline.archive import Archive, ArchiveReader, Lookup, open_archive
from pipeline.clock import SYSTEM_CLOCK, Clock
from pipeline.config import Config, Source
from pipeline.fetch import World, fetch_pages, pages_of_warc
from pipeline.load import Database, FrontierReader
from pipeline.parse import PARSER_VERSION, Selectors, parse_page
from pipeline.records import Archived, FetchedPage, PageOutcome, PageToLoad, ParsedPage, Problem, Reason, Role
from pipeline.run.loading import RunPlan, begun, load_pages
from pipeline.summary import Expected, RunSummary
from pipeline.urls import page_key


def parse_pages(pages: Iterable[FetchedPage], sources: Mapping[str, Source]) -> Iterator[PageToLoad]:
    """Parse what was fetched, each page with the options of its source; what failed or is no page passes through."""
    for page in pages:
        capture = page.capture
        parsed = parse_fetched(page, sources.get(capture.source)) if capture.to_parse else None
        yield PageToLoad(capture, parsed, page.found)


def parse_fetched(page: FetchedPage, source: Source | None, *, explain: bool = False) -> ParsedPage:
    """Parse one page as its source tells; a page of no known source is read without hints.

    With `explain` the page tells what was left out of its story.
    """
    source = source or Source()
    parsed = parse_page(
        page.body,
        page.capture.final_url,
        page.capture.content_type,
        language=source.language,
        time_zone=ZoneInfo(source.time_zone),
        selectors=Selectors(**source.selectors.model_dump()),
        link_title=page.capture.link_title,
        explain=explain,
    )
    if page.capture.role is Role.PAGE and page.capture.led_home:
        return replace(parsed, problems=(Problem(Reason.LED_HOME), *parsed.problems))
    return parsed


def fetch(
    config: Config, sources: Mapping[str, Source], *, clock: Clock = SYSTEM_CLOCK
) -> Generator[FetchedPage]:
    """Fetch the pages of `sources` and keep what was received in the archive; raises `RunLocked`, `StorageFault`."""
    with (
        _archive(config, clock) as archive,
        closing(fetch_pages(sources, config.fetch, world=World(clock))) as pages,
    ):
        for page in pages:
            yield archive.keep(page)


def redrive(
    config: Config, rejected: Iterable[Archived], summary: RunSummary, *, clock: Clock = SYSTEM_CLOCK
) -> Generator[PageOutcome]:
    """Parse pages of the archive that gave no row again, by today's rules, and load what they give now.

    Raises `RunLocked` and `StorageFault`.
    """
    summary.all_expected = False
    reader = ArchiveReader(config.pipeline.archive_folder)
    plan = replace(_plan(config, summary, clock), again=True)
    yield from load_pages(parse_pages(map(reader.page, rejected), config.sources), plan)


def rules_of(config: Config) -> str:
    """A digest of all that decides how bytes are read: the version of the rules, and the options of the sources."""
    told = {
        name: source.model_dump_json(include={"language", "time_zone", "selectors"})
        for name, source in sorted(config.sources.items())
    }
    return hashlib.sha256(json.dumps([PARSER_VERSION, told]).encode()).hexdigest()[:16]


def expected(sources: Mapping[str, Source]) -> dict[str, Expected]:
    """What a summary has to know of `sources`."""
    return {
        name: Expected(bool(source.follow), frozenset(map(page_key, source.places)))
        for name, source in sources.items()
    }


def ingest(
    config: Config,
    sources: Mapping[str, Source],
    summary: RunSummary,
    *,
    again: bool = False,
    clock: Clock = SYSTEM_CLOCK,
) -> Generator[PageOutcome]:
    """Run the stages as one stream over `sources`, yielding each page's outcome as it is committed.

    What a killed run had archived and not loaded any more comes first. With `again` pages are asked for that are not
    due, too.
    """
    summary.expected = expected(sources)
    for name in sources:
        summary.of(name)
    archived = ArchiveReader(config.pipeline.archive_folder)
    frontier = FrontierReader(Path(config.pipeline.database), clock.now, archived.page, again=again)
    plan = replace(_plan(config, summary, clock), sources=sources)
    pages = fetch_pages(
        sources, config.fetch, world=World(clock), frontier=frontier, before_waiting=plan.lull
    )
    with frontier:
        yield from _ingested(config, pages, plan)


def ingest_warc(config: Config, path: Path, name: str | None, summary: RunSummary) -> Generator[PageOutcome]:
    """The same for the pages in a WARC file, dated as they were captured; they are copied into the archive.

    They belong to the source `name`, or each to the one of its host; those that are loaded already are counted as
    known, and nothing else. Raises `BadInput` where it is no WARC file.
    """
    summary.all_expected = False
    pages = pages_of_warc(path, config.sources, limit=config.fetch.max_body_bytes, name=name)
    return _ingested(config, pages, _plan(config, summary, SYSTEM_CLOCK), skip_known=True)


def _ingested(
    config: Config, pages: Generator[FetchedPage], plan: RunPlan, *, skip_known: bool = False
) -> Generator[PageOutcome]:
    def is_known(page: FetchedPage) -> bool:
        known = skip_known and run.database.has_capture(page.capture)
        plan.summary.known += known
        return known

    with begun(plan) as run, closing(pages) as fetched:
        database = run.database
        plan.summary.notes += tuple(_strange(config, database, plan))
        with _archive(config, plan.clock, run.stored_body, database.last_archived()) as archive:
            plan.summary.notes += tuple(archive.notes)
            if archive.lost is not None:
                database.ask_again(archive.lost, plan.clock.now())
            kept = chain(_not_loaded(config, database), map(archive.keep, filterfalse(is_known, fetched)))
            yield from run.load(parse_pages(kept, {**config.sources, **plan.sources}))


def _strange(config: Config, database: Database, plan: RunPlan) -> Iterator[str]:
    """What is not as the last run left it, a sentence each."""
    last, now = database.last_began(), plan.clock.now()
    if last is None and ArchiveReader(folder := config.pipeline.archive_folder).files():
        yield f"the database is new, and {folder} has pages of earlier runs; `pipeline rebuild` brings them back"
    if last is not None and last > now + timedelta(hours=1):  # set back by less it was put right
        yield (
            f"the clock was set back: it is {now:%Y-%m-%d %H:%M} UTC, and the last run began at {last:%Y-%m-%d %H:%M};"
            " what came then counts as newer than what comes now"
        )
    places = {name: source.places for name, source in plan.sources.items()}
    for new, old in database.renamed(places, config.sources.keys() | places.keys()):
        yield (
            f"{new} begins where {old} did, of which config.toml says nothing any more, and nothing is known of {new}:"
            f" its pages are asked for anew; if {old} was renamed, its old name goes on with what is known"
        )


def _plan(config: Config, summary: RunSummary, clock: Clock) -> RunPlan:
    """A run that reads pages by today's rules into the database of `config`."""
    return RunPlan(Path(config.pipeline.database), config.fetch, summary, clock, rules=rules_of(config))


def _archive(
    config: Config, clock: Clock, lookup: Lookup = lambda _: None, known: Archived | None = None
) -> AbstractContextManager[Archive]:
    limit = int(config.pipeline.archive_file_mb * 1_000_000)
    return open_archive(config.pipeline.archive_folder, lookup, known=known, file_limit=limit, clock=clock)


def _not_loaded(config: Config, database: Database) -> Iterator[FetchedPage]:
    """Pages behind the last one of the archive that the database has.

    A new file beside an old archive starts empty; one whose runs all ended before their first page was loaded does not.
    """
    if database.last_began() is None:
        return iter(())
    return ArchiveReader(config.pipeline.archive_folder).pages(database.last_archived())
