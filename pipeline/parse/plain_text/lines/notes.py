"""What agencies, press offices, channels and reading views put beside a story: notes, names to follow, its length.

To teach the parser another one, add it to the list whose description fits; case does not matter.
"""

import re
from collections.abc import Iterable, Mapping

from pipeline.parse.alternatives import any_of

CHANGES: Mapping[str, tuple[str, ...]] = {
    "en": ("adds", "recasts", "updates", "corrects", "repeats", "rewrites", "fixes", "refiles", "removes", "changes",
           "clarifies"),
}  # fmt: skip
"""How a note to editors begins in brackets: `(Adds comment by the mayor)`."""

OPENINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("keyword:", "keywords:", "embargoed until", "embargoed till", "embargoed for", "image source,"),
    "de": ("sperrfrist:",),
    "fr": ("sous embargo jusqu'au",),
}
"""How a note begins that is a line of its own."""

WHOLE: Mapping[str, tuple[str, ...]] = {
    "en": ("for immediate release", "ends", "ends.", "-30-", "- 30 -", "-ends-", "- ends -"),
    "fr": ("pour diffusion immédiate",),
    "es": ("para publicación inmediata",),
    "pt": ("para divulgação imediata",),
}
"""Whole lines: when a text may come out, and where it ends."""

MINUTES: Mapping[str, tuple[str, ...]] = {
    "en": ("minute", "minutes", "min", "min."),
    "de": ("minuten",),
    "es": ("minutos",),
    "ru": ("минут", "минута", "минуты", "мин", "мин."),
}
"""What stands behind the number of them in a reading view: `4–5 minutes`."""

_LONGEST = 220


def _any_of(words: Mapping[str, Iterable[str]]) -> str:
    return any_of(
        {form for several in words.values() for one in several for form in (one, one.replace("'", "’"))}
    )


_NOTE = re.compile(
    rf"\((?:{_any_of(CHANGES)})\b[^()]{{1,200}}\)|\(\(.{{1,200}}\)\)|eds[.:]\s.{{1,200}}"
    rf"|(?:{_any_of(OPENINGS)})\s.{{1,100}}|(?:{_any_of(WHOLE)})|this article is more than .{{1,20}} old\.?"
    rf"|\d{{1,3}}(?:[–-]\d{{1,3}})?\s(?:{_any_of(MINUTES)})",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"[A-Z]{2}-[\w-]{1,40}--[^,]{1,80},.{0,100}|[A-Z]{2}-[A-Z]{2}-\d\d-\d\d-\d\d\s.{0,200}|(?-i:[a-z]{2,4}(?:/[a-z]{2,4}){1,4})"
    r"|@\w{2,40}|(?:#\w{2,60}\s?){1,12}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|t\.me/\w{2,40}"
    r"|(?-i:[A-Z]{2,8} (?:Photo|Graphic|Video)s?)[ :].{1,60}"
    r"|[^\W\d_][\w -]{1,40}: [^@!?]{0,120}[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}",
    re.IGNORECASE,
)
"""The slug of an agency, initials, and whom to follow or to write to: `BC-EU--Bridge,1st Ld,310`, `abc/de`, `@asel`,
`Contact: Asel Osmon, asel@bridge.example`."""


def is_note(text: str) -> bool:
    """True for a line that says something about a story and is none of it."""
    return len(text) <= _LONGEST and (_NOTE.fullmatch(text) or _SIGNS.fullmatch(text)) is not None
