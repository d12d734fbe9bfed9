"""WARC files of anybody's making, CC-NEWS included → pages, as if they had been fetched when they were captured."""

from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

from pipeline.archive import Response, decoded, read_warc
from pipeline.bodies import BodyRefused
from pipeline.config import Source
from pipeline.fetch.addresses import host_of, is_web
from pipeline.fetch.captures import Answer, page_of
from pipeline.fetch.finding import role_of
from pipeline.fetch.http.replies import REDIRECTS, refusal
from pipeline.records import FetchedPage, Problem, Reason, Role, Target

_NO_PAGES = ("dns:", "urn:", "filedesc:", "metadata:", "screenshot:", "warcinfo:")
"""Beginnings of URLs that crawlers give to records of their own."""


def pages_of_warc(
    path: Path, sources: Mapping[str, Source], *, limit: int, name: str | None = None
) -> Generator[FetchedPage]:
    """The pages in a WARC file in their order; redirects, robots.txt and what the crawler noted are none.

    Feeds and sitemaps are kept as what they are, and not read: what they led to is in the file.

    A page belongs to the source `name`; else to the one of `sources` that has places on its host, else to one that
    is called as its host. `limit` is the size in bytes over which a body is refused. Raises `BadInput`.
    """
    names = dict(_hosts(sources))
    for response in read_warc(path):
        host = host_of(response.url).removeprefix("www.")
        if response.status in REDIRECTS or response.url.startswith(_NO_PAGES):
            continue
        if not response.url.endswith("/robots.txt"):
            yield _page(response, name or names.get(host) or host or path.name, limit)


def _hosts(sources: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    for name, source in sources.items():
        for place in (*source.places, source.base_url or ""):
            if is_web(place):
                yield host_of(place).removeprefix("www."), name


def _page(response: Response, source: str, limit: int) -> FetchedPage:
    body, role, failure = _body(response, limit)
    answer = Answer(response.url, response.status, response.content_type, body, failure=failure)
    answer.exchanges = (response.exchange,) if response.exchange else ()
    return page_of(Target(source, response.url, role=role), answer, response.at)


def _body(response: Response, limit: int) -> tuple[bytes, Role, Problem | None]:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    headers.pop("content-encoding", None)  # any that can be unpacked will do: nobody was asked for one
    if response.status is not None and (problem := refusal(response.status, headers, any_type=True)):
        return b"", Role.PAGE, problem
    if response.exchange is not None and (why := response.exchange.truncated):
        return b"", Role.PAGE, Problem(Reason.BODY_DAMAGED, f"cut where it was captured: {why}")
    try:
        body = decoded(response.headers, response.body, limit)
    except BodyRefused as refused:
        return b"", Role.PAGE, refused.problem
    role = role_of(body, response.content_type)
    if response.status is not None and role is Role.PAGE and (problem := refusal(response.status, headers)):
        return b"", role, problem
    return body, role, None
