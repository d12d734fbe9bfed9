"""Bodies are whole or refused, and never larger than the limit."""

import gzip
import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.bodies import MAX_GZIP_MEMBERS, BodyRefused, unzipped
from pipeline.records import Reason


@given(st.lists(st.binary(max_size=200), max_size=5), st.integers(0, 9))
def test_the_content_is_that_of_all_members(members: list[bytes], level: int) -> None:
    """However many there are, and however they were zipped."""
    zipped = b"".join(gzip.compress(member, level) for member in members)
    assert unzipped(zipped, 10_000) == b"".join(members)


def test_members_larger_than_what_is_unzipped_at_once_are_whole() -> None:
    """Their ends and beginnings may lie anywhere in it."""
    members = [Random(size).randbytes(size) for size in (1_500_000, 10, 600_000, 2_000_000)]
    assert unzipped(b"".join(map(gzip.compress, members)), 5_000_000) == b"".join(members)


@given(st.binary(min_size=1, max_size=300), st.data())
def test_no_beginning_of_a_gzip_body_passes_for_the_whole(content: bytes, data: st.DataObject) -> None:
    """Cut anywhere, the body is refused as damaged."""
    zipped = gzip.compress(content)
    end = data.draw(st.integers(1, len(zipped) - 1))
    with pytest.raises(BodyRefused) as refused:
        unzipped(zipped[:end], 10_000)
    assert refused.value.problem.reason is Reason.BODY_DAMAGED


@given(st.binary(min_size=1, max_size=300), st.integers(0, 9), st.data())
def test_damaged_bytes_are_never_handed_on(content: bytes, level: int, data: st.DataObject) -> None:
    """One byte of a gzip body changed anywhere: it is refused, or what was zipped comes all the same."""
    zipped = bytearray(gzip.compress(content, level, mtime=0))
    zipped[data.draw(st.integers(0, len(zipped) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        assert unzipped(bytes(zipped), 10_000) == content
    except BodyRefused as refused:
        assert refused.problem.reason in (Reason.BODY_DAMAGED, Reason.BODY_TOO_LARGE)  # noqa: PT017


@given(st.binary(max_size=300))
def test_bytes_that_are_not_gzip_are_refused_not_raised(content: bytes) -> None:
    """Whatever is called gzip is unzipped or refused."""
    try:
        unzipped(content, 10_000)
    except BodyRefused as refused:
        assert refused.problem.reason is Reason.BODY_DAMAGED  # noqa: PT017 - the other way out is fine too


def test_the_limit_is_exact() -> None:
    """A body of just the limit is taken, one byte more is refused."""
    assert len(unzipped(gzip.compress(bytes(10_000)), 10_000)) == 10_000
    with pytest.raises(BodyRefused) as refused:
        unzipped(gzip.compress(bytes(10_001)), 10_000)
    assert refused.value.problem.reason is Reason.BODY_TOO_LARGE


def test_the_limit_holds_for_all_members_together() -> None:
    """Many small ones are as large as one."""
    zipped = gzip.compress(bytes(1_000)) * 10
    assert len(unzipped(zipped, 10_000)) == 10_000
    with pytest.raises(BodyRefused):
        unzipped(zipped, 9_999)


def test_gzip_members_without_content_end_too() -> None:
    """Empty members cost time and bring nothing: past a thousand the body is refused."""
    assert unzipped(gzip.compress(b"") * MAX_GZIP_MEMBERS, 10**6) == b""
    with pytest.raises(BodyRefused, match="members"):
        unzipped(gzip.compress(b"") * (MAX_GZIP_MEMBERS + 1), 10**6)


def test_deflate_is_not_taken_for_gzip() -> None:
    """A zlib stream under the name of gzip is damaged."""
    with pytest.raises(BodyRefused):
        unzipped(zlib.compress(b"content"), 10_000)
