"""Records as JSON lines: what `pipeline fetch | pipeline parse | pipeline load` sends down the pipe.

One record a line, UTF-8. Decimals are strings with every printed digit, instants ISO 8601 with offset, bodies
base64. What comes in is checked: a line that is no such record is a `BadInput` that says which line, which key.
"""

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from pipeline.errors import BadInput
from pipeline.records import Article, Block, Capture, FetchedPage, InstrumentKind, PageToLoad, Quote

Record = TypeVar("Record", FetchedPage, PageToLoad)


def to_json(record: object, *, indent: int | None = None) -> str:
    """A record as JSON text; an article also shows its `text` and `markdown`, which its blocks hold."""
    return json.dumps(_plain(record), ensure_ascii=False, indent=indent)


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - any record, field by field; one return a type
    match value:
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case tuple() | list():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _ if is_dataclass(value):
            plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
            return _completed(value, plain)
        case _:
            return value


def _completed(record: object, plain: dict[str, Any]) -> dict[str, Any]:
    """An article with what its blocks come to; a block without what few have; a page only once."""
    if isinstance(record, Article):
        return plain | {"text": record.text, "markdown": record.markdown}
    if isinstance(record, FetchedPage):
        return {"capture": plain["capture"], "body": plain["body"], "found": plain["found"]}
    if isinstance(record, Block):
        return {
            name: value for name, value in plain.items() if value or name not in ("cells", "image", "number")
        }
    return plain


_READERS: dict[type, Callable[[str], Any]] = {
    FetchedPage: TypeAdapter(FetchedPage).validate_json,
    PageToLoad: TypeAdapter(PageToLoad).validate_json,
}

_CAPTURE = TypeAdapter(Capture)

_DIGITS = 60
"""More than any printed rate has; a number far beyond it could not be written out."""


def write_capture(capture: Capture) -> bytes:
    """The capture as JSON for the archive, without its place there."""
    try:
        return _CAPTURE.dump_json(capture, exclude={"archived"})
    except PydanticSerializationError:  # a file whose name is no valid text
        return to_json(replace(capture, archived=None)).encode("utf-8", "surrogatepass")


def read_capture(text: bytes) -> Capture | None:
    """The capture that `write_capture` wrote, or None where it is none."""
    try:
        capture: Capture = _CAPTURE.validate_json(text)
    except ValidationError:
        return None
    return capture


def read_records(kind: type[Record], lines: Iterable[str]) -> Iterator[Record]:
    """The records in `lines`, one after another as they come. Raises `BadInput` at the first that is none."""
    read = _READERS[kind]
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record: Record = read(line)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"]) or "the line"
            raise _no_record(number, kind, f"{key}: {first['msg']}") from error
        if flaw := next(_flaws(record), None):
            raise _no_record(number, kind, flaw)
        yield record


def _flaws(record: FetchedPage | PageToLoad) -> Iterator[str]:
    """What no stage of ours would write, though every key has its type."""
    if any(instant.tzinfo is None for instant in _instants(record)):
        yield "an instant has no offset from UTC"
    if isinstance(record, FetchedPage):
        if len(record.body) != record.capture.size:
            yield f"the body has {len(record.body)} bytes, and `size` says {record.capture.size}"
    elif (record.parsed is not None) != record.capture.to_parse:
        yield "either `parsed` or `failure` must be there, and not both"
    elif record.parsed:
        yield from filter(None, map(_quote_flaw, record.parsed.quotes))


def _quote_flaw(quote: Quote) -> str:
    pair = quote.instrument
    if not quote.base or (quote.kind is InstrumentKind.CURRENCY_PAIR and not quote.quote):
        return f"{pair}: `base` or `quote` is empty"
    if quote.direction not in (-1, 0, 1, None):
        return f"{pair}: `direction` is -1, 0, 1 or null"
    if quote.occurrences < 1:
        return f"{pair}: `occurrences` is below 1"
    plausible = all(number.is_finite() and abs(number.adjusted()) < _DIGITS for number in _numbers(quote))
    return "" if plausible else f"{pair}: a number that no page prints"


def _numbers(quote: Quote) -> Iterator[Decimal]:
    yield quote.rate
    if quote.change_pct is not None:
        yield quote.change_pct


def _instants(record: FetchedPage | PageToLoad) -> Iterator[datetime]:
    yield record.capture.fetched_at
    if isinstance(record, PageToLoad) and record.parsed:
        for article in record.parsed.articles:
            yield from filter(None, (article.published_at, article.modified_at))


def _no_record(number: int, kind: type, mistake: str) -> BadInput:
    writer = "pipeline fetch" if kind is FetchedPage else "pipeline parse"
    return BadInput(
        f"stdin, line {number}: no {kind.__name__} record: {mistake} (`{writer}` writes such lines)"
    )
