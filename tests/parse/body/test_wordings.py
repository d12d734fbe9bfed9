"""Patterns that are asked only where a word beside them stands: no line that one fits is passed over."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse.body.words.call_phrases import CALLING
from pipeline.parse.body.words.closing_phrases import REACHES
from pipeline.parse.body.words.phrases import HOUSE

ROWS = [
    (words, re.compile(row, known.pattern.flags))
    for known in (CALLING, REACHES, HOUSE)
    for words, row in known.rows.items()
]


@pytest.mark.parametrize(("words", "pattern"), ROWS, ids=[words[0] for words, _ in ROWS])
@settings(max_examples=10)
@given(data=st.data())
def test_a_line_that_a_pattern_fits_has_one_of_its_words(
    words: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    """Else the quick look would say no where the pattern says yes."""
    line = data.draw(st.from_regex(pattern)).lower()
    assert any(word in line for word in words)
