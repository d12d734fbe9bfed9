"""What mail programs put around a letter: fields above it, a line above what is quoted, a sign before each line."""

import re
from collections.abc import Collection, Sequence

_WHO = "from|von|de|da|от|від|kimden|gönderen|van|od|кімнен|кимден|发件人|差出人|보낸사람"
_WHAT = (
    "to|cc|bcc|subject|date|sent|reply-to|an|betreff|datum|gesendet|à|objet|date|envoyé|para|asunto|fecha|assunto|oggetto"
    "|кому|тема|дата|отправлено|копия|kime|konu|tarih|aan|onderwerp|do|temat|data|收件人|主题|日期|宛先|件名|받는사람|제목"
)
_FIELD = re.compile(rf"(?P<name>(?P<who>{_WHO})|{_WHAT})\s?[:：]\s\S", re.IGNORECASE)
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?")
_QUOTES = re.compile(
    r".{3,150}(?:wrote|schrieb|écrit|escribió|escreveu|ha scritto|пишет|написала?(?:\(а\))?|yazdı|schreef"
    r"|napisał\(?a?\)?)\s?:\Z"
)
_FEWEST_FIELDS, _MOST_LINES = 2, 20


def without_quote_signs(texts: Sequence[str]) -> list[str]:
    """`texts` without the sign before each line of a letter that somebody quotes, fields above it aside."""
    others = [text.strip() for text in texts if text.strip() and not _QUOTED.match(text)]
    if len(others) > _MOST_LINES or not all(_QUOTES.match(text) or _FIELD.match(text) for text in others):
        return list(texts)
    return [_QUOTED.sub("", text, count=1) for text in texts]


def fields_of_mail(texts: Sequence[str]) -> Collection[int]:
    """The numbers, from 1, of the lines above a letter that say who wrote it to whom, and of those that quote one."""
    first = [(number, text.strip()) for number, text in enumerate(texts[:_MOST_LINES], 1) if text.strip()]
    fields = [(number, found) for number, text in first if (found := _FIELD.match(text))]
    quotes = {number for number, text in first if _QUOTES.match(text)}
    if len(fields) < _FEWEST_FIELDS or not any(found["who"] for _, found in fields):
        return quotes
    return quotes.union(number for number, _ in fields)
