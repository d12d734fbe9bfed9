"""Records → the values of a row, in the order of its columns. Pure."""

from collections.abc import Iterator, Sequence

from pipeline.load.values import precise, storable, utc
from pipeline.load.writing.batch import Row
from pipeline.load.writing.observation import Observation
from pipeline.records import PageToLoad, Problem, Quote, Role


def capture_row(page: PageToLoad) -> Row:
    """A row of captures, without the ids and totals that only the database knows."""
    capture, parsed = page.capture, page.parsed
    archived = capture.archived
    return {
        "url": storable(capture.url),
        "final_url": storable(capture.final_url),
        "fetched_at": precise(capture.fetched_at),
        "role": capture.role.value,
        "status": capture.status,
        "content_type": capture.content_type and storable(capture.content_type),
        "size": capture.size,
        "digest": capture.digest,
        "link_title": capture.link_title and storable(capture.link_title),
        "allowed_by": capture.allowed_by and storable(capture.allowed_by),
        "page_robots": capture.page_robots and storable(capture.page_robots),
        "warc_file": archived and storable(archived.file),
        "warc_offset": archived and archived.offset,
        "warc_stored": archived and int(archived.stored),
        "payload_digest": archived and archived.payload_digest and storable(archived.payload_digest),
        "kind": parsed and parsed.kind.value,
        "as_of": parsed and parsed.as_of and parsed.as_of.isoformat(),
    }


def problems_of(page: PageToLoad) -> tuple[Problem, ...]:
    """All that is wrong with a page, the failure of its capture first. A robots.txt that does not come is none."""
    capture = page.capture
    failure = (capture.failure,) if capture.failure and capture.role is not Role.ROBOTS else ()
    return failure + (page.parsed.problems if page.parsed else ())


def problem_rows(page: PageToLoad, more: Sequence[Problem] = ()) -> Iterator[Row]:
    """Rows of problems, without the capture: those of the page, and those that loading it found."""
    for position, problem in enumerate((*problems_of(page), *more)):
        yield {
            "position": position,
            "stage": "fetch" if problem is page.capture.failure else "parse",
            "reason": problem.reason.value,
            "detail": storable(problem.detail),
            "place": storable(problem.where),
        }


def quote_row(quote: Quote) -> Row:
    """A row of quotes, without its source and instrument."""
    change = quote.change_pct
    return {
        "rate_text": f"{quote.rate:f}",
        "rate": float(quote.rate),
        "change_text": None if change is None else f"{change:f}",
        "change_pct": None if change is None else float(change),
        "as_of": quote.as_of and quote.as_of.isoformat(),
        "direction": quote.direction,
        "conflict": int(quote.conflict),
    }


def article_row(story: Observation) -> Row:
    """A row of articles, without its ids."""
    return {
        "title": story.title,
        "url": story.url,
        "published_at": utc(story.published_at),
        "published_local": story.published_at and story.published_at.isoformat(timespec="seconds"),
        "modified_at": utc(story.modified_at),
        "language": story.language,
        "section": story.section,
        "image": story.image,
        "complete": int(story.complete),
    }
