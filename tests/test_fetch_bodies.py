"""Bodies are whole or refused, and never larger than the limit."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.bodies import MAX_GZIP_MEMBERS, Body, BodyRefused
from pipeline.records import Reason


def collected(chunks: list[bytes], *, limit: int = 10_000, gzipped: bool = False) -> bytes:
    body = Body(limit, gzipped=gzipped)
    for chunk in chunks:
        body.add(chunk)
    return body.finish()


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=5), st.integers(1, 50))
def test_gzip_is_the_same_however_it_arrives(members: list[bytes], size: int) -> None:
    """Members and network chunks may be cut anywhere; the content is that of all members."""
    zipped = b"".join(map(gzip.compress, members))
    assert collected(cut(zipped, size), gzipped=True) == b"".join(members)


@given(st.binary(min_size=1, max_size=300), st.data())
def test_no_beginning_of_a_gzip_body_passes_for_the_whole(content: bytes, data: st.DataObject) -> None:
    """Cut anywhere, the body is refused as damaged."""
    zipped = gzip.compress(content)
    end = data.draw(st.integers(1, len(zipped) - 1))
    with pytest.raises(BodyRefused) as refused:
        collected([zipped[:end]], gzipped=True)
    assert refused.value.problem.reason is Reason.BODY_DAMAGED


@given(st.binary(max_size=300))
def test_bytes_that_are_not_gzip_are_refused_not_raised(content: bytes) -> None:
    """Whatever is called gzip is unzipped or refused."""
    try:
        collected([content], gzipped=True)
    except BodyRefused as refused:
        assert refused.problem.reason is Reason.BODY_DAMAGED  # noqa: PT017 - the other way out is fine too


@pytest.mark.parametrize("gzipped", [False, True])
def test_the_limit_is_exact(*, gzipped: bool) -> None:
    """A body of just the limit is taken, one byte more is refused."""
    pack = gzip.compress if gzipped else bytes
    assert len(collected([pack(bytes(10_000))], gzipped=gzipped)) == 10_000
    with pytest.raises(BodyRefused) as refused:
        collected([pack(bytes(10_001))], gzipped=gzipped)
    assert refused.value.problem.reason is Reason.BODY_TOO_LARGE


def test_gzip_members_without_content_end_too() -> None:
    """Empty members cost time and bring nothing: past a thousand the body is refused."""
    with pytest.raises(BodyRefused, match="members"):
        collected([gzip.compress(b"") * (MAX_GZIP_MEMBERS + 1)], limit=10**6, gzipped=True)


def test_bytes_on_the_wire_count_as_well() -> None:
    """Padding without end is refused, though it unzips to nothing."""
    with pytest.raises(BodyRefused) as refused:
        collected([gzip.compress(b"x"), *[bytes(1000)] * 11], gzipped=True)
    assert refused.value.problem.reason is Reason.BODY_TOO_LARGE


def test_deflate_is_not_taken_for_gzip() -> None:
    """A zlib stream under the name of gzip is damaged."""
    with pytest.raises(BodyRefused):
        collected([zlib.compress(b"content")], gzipped=True)
