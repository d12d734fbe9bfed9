"""config.toml → `Config`. Every key is checked; all mistakes are reported at once, each with its line."""

import difflib
import re
import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import GenericTranslator, SelectorError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails

from pipeline.errors import BadInput
from pipeline.toml_lines import line_of, lines_of_keys


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)


def _folder(info: ValidationInfo) -> Path:
    folder = (info.context or {}).get("folder", ".")
    return Path(folder)


def _known_time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: 'Asia', a folder of zones
        raise ValueError(f"no such time zone: {name!r}; write one like 'Asia/Almaty' or 'UTC'") from error
    return name


def _css_selector(selector: str) -> str:
    try:
        GenericTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise ValueError(f"not a CSS selector: {selector!r} ({error})") from error
    return selector


def _regular_expression(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: '{pattern}' ({error})") from error
    return pattern


def _place(place: str, info: ValidationInfo) -> str:
    """A URL as it is; a path made absolute, from the folder of config.toml."""
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*)://", place)
    if not place.strip():
        raise ValueError("empty; name a file, a folder or an http(s) URL")
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise ValueError(f"{place!r}: only http:// and https:// URLs, files and folders can be fetched")
    if scheme and not _has_host(place):
        raise ValueError(f"{place!r}: a URL without a host")
    return place if scheme else str(_folder(info) / place)


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:  # http://[::1
        return False


def _path(path: str, info: ValidationInfo) -> str:
    if "\0" in path:
        raise ValueError(f"{path!r}: no file can be called so")
    return str(_folder(info) / path)


def _header_text(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError(f"{text!r}: HTTP takes plain letters only; write it in ASCII, on one line")
    return text


def _language(code: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise ValueError(f"{code!r} is no language code; write two or three small letters like 'en' or 'ky'")
    return code


def _web_url(url: str) -> str:
    if not re.match(r"https?://[^/\s]+", url):
        raise ValueError(f"{url!r} is not an http(s) URL")
    return url


def _host(host: str) -> str:
    if not re.fullmatch(
        r"(?:[^\s/:@\[\]]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?|[0-9a-fA-F.]*:[0-9a-fA-F:.]*", host
    ):
        raise ValueError(f"{host!r} is no host; write one like 'intranet.example' or '127.0.0.1:8000'")
    return host


Place = Annotated[str, AfterValidator(_place)]
CssSelectors = tuple[Annotated[str, AfterValidator(_css_selector)], ...]
Pattern = Annotated[str, AfterValidator(_regular_expression)]


class SelectorTable(_Table):
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


class Source(_Table):
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
    base_url: Annotated[str, AfterValidator(_web_url)] | None = None
    """The URL that a folder of saved pages stands for."""
    robots: bool = True
    """Whether its robots.txt is obeyed; false is for a site of your own."""
    page_robots: bool = False
    """Whether pages that say `noindex`, `noarchive` or `none` themselves are left out, neither archived nor loaded."""
    language: Annotated[str, AfterValidator(_language)] | None = None
    """Two or three letters, like `ky`: used where a page does not tell."""
    time_zone: Annotated[str, AfterValidator(_known_time_zone)] = "UTC"
    """Times without an offset are read in it."""
    selectors: SelectorTable = SelectorTable()

    @property
    def places(self) -> tuple[str, ...]:
        """Everything that it names to start from."""
        return (*self.pages, *self.feeds, *self.sitemaps)


class FetchSettings(_Table):
    """`[fetch]`: how pages are got."""

    user_agent: Annotated[str, Field(min_length=1), AfterValidator(_header_text)] = (
        "pipeline/0.1 (its user_agent is not set)"
    )
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
    allow_hosts: tuple[Annotated[str, AfterValidator(_host)], ...] = ()
    """Hosts, like `intranet.example` or `127.0.0.1:8000`, that may be asked though their address is private."""
    ports: tuple[Annotated[int, Field(ge=1, le=65535)], ...] = (80, 443, 8080, 8443)
    """Ports that pages are fetched from."""
    revisit_min_h: Annotated[float, Field(gt=0, le=8760)] = 1.0
    """Hours until a page is asked for again while its story changes; start pages and feeds are read in every run."""
    revisit_max_h: Annotated[float, Field(gt=0, le=87600)] = 720.0
    """The same while it rests: the time doubles from visit to visit up to this."""
    proxy: Annotated[str, AfterValidator(_web_url)] | None = None
    """Proxy for all pages; its host must be in `allow_hosts` where it is private. The environment names none."""
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


class Settings(_Table):
    """`[pipeline]`: what holds for the whole run."""

    database: Annotated[str, Field(min_length=1), AfterValidator(_path)] = Field(
        default="data/pipeline.db", validate_default=True
    )
    """The SQLite file; a path from the folder of config.toml."""
    archive: Annotated[str, Field(min_length=1), AfterValidator(_path)] | None = None
    """Folder of WARC files: every response as received. Left out: beside the database, as `pipeline.archive`."""
    archive_file_mb: Annotated[float, Field(gt=0, le=100_000)] = 1000.0
    """Size from which a new WARC file is begun."""

    @property
    def archive_folder(self) -> Path:
        """The folder of the archive."""
        return Path(self.archive) if self.archive else Path(self.database).with_suffix(".archive")


class Config(_Table):
    """All of config.toml."""

    pipeline: Settings = Field(default={}, validate_default=True)
    fetch: FetchSettings = FetchSettings()
    sources: Mapping[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")], Source] = {}

    def enabled(self) -> dict[str, Source]:
        """The sources that are switched on, by name, in the order of the file."""
        return {name: source for name, source in self.sources.items() if source.enabled}


def load_config(path: Path) -> Config:
    """Read and check the file at `path`.

    Raises `BadInput` that lists every mistake as `file:line: key: what is wrong`.
    """
    text = _text_of(path)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        hint = "; write it between '…', where \\ is no escape" if "Unescaped" in str(error) else ""
        raise BadInput(f"{path}: not valid TOML: {error}{hint}") from error
    lines = lines_of_keys(text)
    try:
        config = Config.model_validate(_frozen(data), context={"folder": path.resolve().parent})
    except ValidationError as error:
        mistakes = sorted((line_of(e["loc"], lines), _sentence(e)) for e in error.errors())
        raise BadInput("\n".join(f"{path}:{line}: {sentence}" for line, sentence in mistakes)) from error
    if found := sorted((line_of(place, lines), sentence) for place, sentence in _mistakes_of(config)):
        raise BadInput("\n".join(f"{path}:{line}: {sentence}" for line, sentence in found))
    return config


def _mistakes_of(config: Config) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with sources that are well written: where, and the sentence."""
    saved: dict[str, str] = {}
    for name, source in config.enabled().items():
        if not (source.pages or source.feeds or source.sitemaps):
            yield (
                ("sources", name),
                f"sources.{name}: neither `pages` nor `feeds` nor `sitemaps`: there is nothing to fetch",
            )
        if source.base_url is None or all("://" in place for place in source.places):
            continue
        other = saved.setdefault(source.base_url.partition("://")[2].rstrip("/"), name)
        if other != name:
            sentence = (
                f"the same as that of sources.{other}, so that files of one name would be one page;"
                " give both folders to one source, or each its own base_url"
            )
            yield ("sources", name, "base_url"), f"sources.{name}.base_url: {sentence}"


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}); name another with --config") from error
    try:
        return content.decode("utf-8-sig").replace(
            "\r\n", "\n"
        )  # some editors put a byte order mark in front
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        saved = "it is saved as UTF-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "not UTF-8"
        raise BadInput(f"{path}:{line}: {saved}; save it as UTF-8, as TOML is written") from error


def _frozen(value: Any) -> Any:  # noqa: ANN401 - TOML holds anything
    """Lists as tuples, all the way down: strict checking takes no list for a tuple."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _sentence(error: ErrorDetails) -> str:
    key = ".".join(str(part) for part in error["loc"] if part != "[key]")
    match error["type"]:
        case "extra_forbidden":
            return f"{key}: unknown key{_did_you_mean(error['loc'])}"
        case "value_error":
            return f"{key}: {error['ctx']['error']}"
        case "string_pattern_mismatch":
            return f"{key}: a source is named with small letters, digits, - and _"
        case "tuple_type":
            return f"{key}: must be a list, like [{error['input']!r}]"
        case "model_type" | "mapping_type" | "dict_type":
            return f"{key}: must be a table, like [{key}], not {error['input']!r}"
        case _:
            return f"{key}: {error['msg'].replace('Input should', 'must')}, not {error['input']!r}"


_TABLES: Mapping[str, type[_Table]] = {
    "": Config, "pipeline": Settings, "fetch": FetchSettings, "source": Source, "selectors": SelectorTable,
}  # fmt: skip


def _did_you_mean(loc: Sequence[int | str]) -> str:
    """The keys that the table knows, the nearest first, for a key that it does not."""
    table = {1: "", 4: "selectors"}.get(len(loc), "source" if loc[0] == "sources" else str(loc[0]))
    known = list(_TABLES[table].model_fields)
    near = difflib.get_close_matches(str(loc[-1]), known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known here: {', '.join(known)}"
