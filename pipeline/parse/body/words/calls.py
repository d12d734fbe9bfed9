"""Whether a line is one in which the house asks its readers for something."""

import re
from collections.abc import Iterator, Sequence

from pipeline.parse.alternatives import any_of
from pipeline.parse.body.words.call_phrases import CALLING, CALLS, CHANNELS

_LONGEST = 200
"""Characters of such a line."""
_APART = 100
"""Characters between how it begins and what it names."""


def _words(phrases: Sequence[str]) -> str:
    """The pattern of any of `phrases`, as whole words save where a star stands."""
    whole = any_of(phrase for phrase in phrases if not phrase.endswith("*"))
    stems = any_of(phrase[:-1] for phrase in phrases if phrase.endswith("*"))
    return rf"(?:{whole})(?!\w)" + (f"|{stems}" if stems else "")


def _calls() -> str:
    """The pattern of a line that begins like a call, in any language."""
    parts = [_words([phrase for calls in CALLS for phrase in calls.alone])]
    for calls in CALLS:
        named = rf"(?<!\w)(?:{_words((*CHANNELS, *calls.naming))})"
        parts.append(rf"(?:{_words(calls.begin)}).{{0,{_APART}}}?(?:{named}|@)")
    return "|".join(parts)


_CALL = re.compile(rf"\W{{0,6}}(?:{_calls()})")
_SENTENCE_END = re.compile(r"[.!?…] (?=\w)")
_FOLLOW = re.compile(
    r"(?:Follow|Sigue a|Siga|Segui|Suivez) (?:the )?[A-ZÀ-Þ]\w{1,20}(?: [A-ZÀ-Þ]\w{1,20}){0,4} (?:on|en|no|su|sur) "
    r"(?:Twitter|X|Facebook|Instagram|YouTube|TikTok|WhatsApp|Google News)"
)
"""A name in capitals is a paper's or a person's: `Follow the money`, somebody may say."""


def _sentences(line: str) -> Iterator[int]:
    """Where the sentences of a line begin."""
    yield 0
    for end in _SENTENCE_END.finditer(line):
        yield end.end()


def is_call(text: str) -> bool:
    """Whether a line asks its readers for something."""
    if len(text) > _LONGEST:
        return False
    line = text.lower()
    if any(_CALL.match(line, at) for at in _sentences(line)) or _FOLLOW.match(text):
        return True
    return CALLING.fits(text)
