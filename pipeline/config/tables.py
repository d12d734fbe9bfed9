"""The tables of config.toml and their keys; `pipeline reference config` is made of what is said here."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from pipeline.config.values import (
    CssSelectors,
    FilePath,
    HeaderText,
    Host,
    Language,
    Pattern,
    Place,
    TimeZone,
    WebUrl,
)


class Table(BaseModel):
    """A table of config.toml: nothing but its keys, each as it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)


class SelectorTable(Table):
    """`[sources.NAME.selectors]`: CSS that tells where a field stands, tried in order before any other rule."""

    title: CssSelectors = ()
    """The headline."""
    byline: CssSelectors = ()
    """The names of the authors."""
    published: CssSelectors = ()
    """The date of publication."""
    body: CssSelectors = ()
    """The text of an article."""
    story: CssSelectors = ()
    """On a listing page: each match is one story."""
    remove: CssSelectors = ()
    """Taken out of the page before anything is read."""


class Source(Table):
    """`[sources.NAME]`: a site, or a folder of saved pages."""

    enabled: bool = True
    """Whether a run without `--source` takes it."""
    pages: tuple[Place, ...] = ()
    """Start pages: files, folders (every page in them) and http(s) URLs."""
    feeds: tuple[Place, ...] = ()
    """RSS, Atom, JSON Feed or a list of WordPress' posts; each entry's page is fetched."""
    sitemaps: tuple[Place, ...] = ()
    """Sitemaps, news sitemaps and indexes of them, zipped or not; their pages are fetched, the newest first."""
    follow: tuple[Pattern, ...] = ()
    """Regular expressions: links of start pages whose URL one of them matches are fetched too; of sitemaps these."""
    next_pages: Annotated[int, Field(ge=0, le=1000)] = 3
    """How many further pages of each listing are read, by its link to the next one, until all links are known."""
    discover: bool = False
    """Whether feeds that start pages announce, and sitemaps that robots.txt names, are read too."""
    max_pages: Annotated[int, Field(ge=1)] = 100
    """Pages fetched in one run; what is left out is counted, and comes with the next runs."""
    base_url: WebUrl | None = None
    """The URL that a folder of saved pages stands for."""
    robots: bool = True
    """Whether its robots.txt is obeyed; false is for a site of your own."""
    page_robots: bool = False
    """Whether pages that say `noindex`, `noarchive` or `none` themselves are left out, neither archived nor loaded."""
    language: Language | None = None
    """Two or three letters, like `ky`: used where a page does not tell."""
    time_zone: TimeZone = "UTC"
    """Times without an offset are read in it."""
    selectors: SelectorTable = SelectorTable()

    @property
    def places(self) -> tuple[str, ...]:
        """Everything that it names to start from."""
        return (*self.pages, *self.feeds, *self.sitemaps)


class FetchSettings(Table):
    """`[fetch]`: how pages are got."""

    user_agent: HeaderText = "pipeline/0.1 (its user_agent is not set)"
    """Says who fetches, with an address to write to; put yours."""
    timeout_s: Annotated[float, Field(gt=0, le=600)] = 20.0
    """Longest wait for a connection, or for the next bytes."""
    deadline_s: Annotated[float, Field(gt=0, le=3600)] = 60.0
    """Longest time for one page, its retries and redirects included."""
    host_minutes: Annotated[float, Field(gt=0, le=10_000)] = 60.0
    """Longest time for all pages of one host in a run; what is left is left to the next run (`out-of-time`)."""
    run_minutes: Annotated[float, Field(gt=0, le=10_000)] = 180.0
    """Longest time for all fetching of a run."""
    attempts: Annotated[int, Field(ge=1, le=10)] = 3
    """Tries for one page where another one may help; a missing page is asked for once."""
    max_body_mb: Annotated[float, Field(gt=0, le=100)] = 10.0
    """Largest page, as sent and unpacked."""
    allow_hosts: tuple[Host, ...] = ()
    """Hosts, like `intranet.example` or `127.0.0.1:8000`, that may be asked though their address is private."""
    ports: tuple[Annotated[int, Field(ge=1, le=65535)], ...] = (80, 443, 8080, 8443)
    """Ports that pages are fetched from."""
    revisit_min_h: Annotated[float, Field(gt=0, le=8760)] = 1.0
    """Hours until a page is asked for again while its story changes; start pages and feeds are read in every run."""
    revisit_max_h: Annotated[float, Field(gt=0, le=87600)] = 720.0
    """The same while it rests, or fails each time: the time doubles from visit to visit up to this."""
    proxy: WebUrl | None = None
    """Proxy for all pages; a name of a private address has to be in `allow_hosts`. The environment names none."""
    http2: bool = False
    """Whether HTTP/2 is spoken where a server offers it; takes more CPU, and is not used with a proxy."""
    delay_s: Annotated[float, Field(ge=0, le=60)] = 0.5
    """Least time between two requests to one host; a Crawl-delay, 429 and 503 make it longer."""
    longest_delay_s: Annotated[float, Field(ge=0, le=3600)] = 30.0
    """Longest such time, whatever a host asks for."""
    longest_pause_s: Annotated[float, Field(ge=0, le=36_000)] = 300.0
    """Longest Retry-After that is waited for; a host that asks for more is left to the next run (`host-busy`)."""
    burst: Annotated[int, Field(ge=1, le=100)] = 1
    """Requests that a host which has rested gets without a wait between them, if it asks for no Crawl-delay."""
    connections: Annotated[int, Field(ge=1, le=100)] = 8
    """Pages on their way at once."""
    connections_per_host: Annotated[int, Field(ge=1, le=20)] = 2
    """Of these, from one host."""

    @property
    def max_body_bytes(self) -> int:
        """`max_body_mb` in bytes, before and after unzipping."""
        return int(self.max_body_mb * 1_000_000)


class Settings(Table):
    """`[pipeline]`: what holds for the whole run."""

    database: FilePath = Field(default="data/pipeline.db", validate_default=True)
    """The SQLite file; a path from the folder of config.toml."""
    archive: FilePath | None = None
    """Folder of WARC files: every response as received. Left out: beside the database, as `pipeline.archive`."""
    archive_file_mb: Annotated[float, Field(gt=0, le=100_000)] = 1000.0
    """Size from which a new WARC file is begun."""

    @property
    def archive_folder(self) -> Path:
        """The folder of the archive."""
        return Path(self.archive) if self.archive else Path(self.database).with_suffix(".archive")


class Config(Table):
    """All of config.toml."""

    pipeline: Settings = Field(default={}, validate_default=True)
    fetch: FetchSettings = FetchSettings()
    sources: Mapping[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")], Source] = {}

    def enabled(self) -> dict[str, Source]:
        """The sources that are switched on, by name, in the order of the file."""
        return {name: source for name, source in self.sources.items() if source.enabled}
