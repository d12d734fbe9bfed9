"""What mail programs put around a letter that somebody quotes, and below one."""

import re
from collections.abc import Iterator, Sequence

from pipeline.parse.lines.service import is_service
from pipeline.parse.plain_text.lines.line import Line, LineKind

_QUOTED = re.compile(r"[ ]{0,3}>[ ]?")
_QUOTES = re.compile(
    r".{3,150}(?:wrote|schrieb|écrit|escribió|escreveu|ha scritto|пишет|написала?(?:\(а\))?|yazdı|schreef"
    r"|napisał\(?a?\)?)\s?:\Z"
)
_SIGNATURE = "--"
_MOST_LINES, _MOST_SIGNED, _LONGEST_SIGNED = 20, 8, 100


def without_quote_signs(texts: Sequence[str], fields: Sequence[Line]) -> list[str]:
    """`texts` without the sign before each line of a letter that somebody quotes, `fields` above it aside."""
    numbers = {line.number for line in fields}
    others = [
        text.strip()
        for number, text in enumerate(texts, 1)
        if text.strip() and number not in numbers and not _QUOTED.match(text)
    ]
    if len(others) > _MOST_LINES or not all(map(_QUOTES.match, others)):
        return list(texts)
    return [_QUOTED.sub("", text, count=1) for text in texts]


def lines_of_mail(texts: Sequence[str], fields: Sequence[Line]) -> Iterator[Line]:
    """The line above a letter that is quoted, and what signs one with `fields`: the few lines below two dashes."""
    is_mail = any(line.kind is LineKind.MAIL for line in fields)
    left = 0
    for number, text in enumerate(texts, 1):
        if is_mail and text == _SIGNATURE:
            left = _MOST_SIGNED + 1
            continue
        left = left - 1 if left and text.strip() else 0
        if left and len(text) <= _LONGEST_SIGNED and not is_service(text):
            yield Line(number, text.strip(), LineKind.INFO)
        elif number <= _MOST_LINES and _QUOTES.match(text.strip()):
            yield Line(number, text.strip(), LineKind.MAIL)
