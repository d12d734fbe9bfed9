"""Bodies as they stand in an archive → the bytes of the page, unzipped within a limit."""

import io
from collections.abc import Callable, Mapping

from fastwarc.stream_io import BrotliReader, ZstdReader

from pipeline.bodies import GZIP_MAGIC, BodyRefused, too_large, unzipped
from pipeline.records import Reason
from pipeline.records.exchange import Headers

_OTHERS: Mapping[str, Callable[[io.BytesIO], BrotliReader | ZstdReader]] = {
    "br": BrotliReader,
    "zstd": ZstdReader,
}
"""Encodings that we never ask for, and that stand in the files of others."""


def decoded(headers: Headers, body: bytes, limit: int) -> bytes:
    """The body without its Content-Encoding; raises `BodyRefused` past `limit` bytes and for a damaged one.

    Some archives keep the header and unzip the body: what is not zipped is taken as it is.
    """
    encoding = next((value for name, value in headers if name.lower() == b"content-encoding"), b"")
    name = encoding.decode("latin-1").strip().lower()
    if opener := _OTHERS.get(name):
        try:
            body = opener(io.BytesIO(body)).read(limit + 1)
        except OSError as error:
            raise BodyRefused(Reason.BODY_DAMAGED, f"the body cannot be unpacked: {error}") from error
    elif name in ("gzip", "x-gzip") and body.startswith(GZIP_MAGIC):
        return unzipped(body, limit)
    if len(body) > limit:
        raise too_large(limit)
    return body
