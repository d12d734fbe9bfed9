"""One name as printed → the name alone, without roles, places and marks; and what can be none."""

import re
from collections.abc import Iterable
from functools import cache

from pipeline.parse.alternatives import any_of
from pipeline.parse.bylines.asides import REPORTED
from pipeline.parse.bylines.houses import is_system_account
from pipeline.parse.bylines.look_alikes import SECTIONS
from pipeline.parse.bylines.patterns import closing
from pipeline.parse.bylines.roles import EDGES, holds_role, without_role
from pipeline.parse.bylines.words import (
    BEATS,
    CONJUNCTIONS,
    NOBODY,
    OPENINGS,
    PARTICLES,
    TITLES_BEFORE,
    TITLES_BEHIND,
)
from pipeline.parse.html_tree import one_line
from pipeline.parse.language_tags import primary

_LONGEST = 400
"""Characters read: a byline is short."""
_LONGEST_NAME = 60
_MOST_WORDS = 7
_SENTENCE = 2
"""From so many words in small letters on, a line is no name but a sentence."""

_TITLE_BEFORE = re.compile(rf"[一-鿿가-힣]{{0,6}}(?:{any_of(TITLES_BEFORE)})[\s・:：]?(?=\S)")
_DESK = re.compile(r"^(?:社会|政治|経済|国際|運動|文化|科学|地域|生活|編集|報道)部[・\s]")
"""The desk of a newsroom before the name: `社会部・山田太郎`."""
_NOISE = re.compile(
    r"""https?://\S{1,200} | [\w.+-]{1,64}@[\w.-]{1,100} | (?<!\w)@\w{2,50} | \b[\w-]{1,60}\.(?:com|org|net)/\S{0,200}
      | \([^()]{0,80}\) | \[[^\[\]]{0,80}\] | [（【〔][^（）【】〔〕]{0,80}[）】〕]""",
    re.VERBOSE,
)
_IN_NOISE = re.compile(r"[@/(\[（【〔]")
"""One of these is in all of it: to look for them is much quicker."""
_OF_NAME = re.compile(r"\b(?:[^\W\d_]|[JS]r)\.$|[א-ת]'$")
"""The end of a name to which its full stop belongs, or in Hebrew the mark of a foreign sound."""
_FILED = re.compile(
    rf"[／/][^／/]{{1,10}}(?:{any_of(REPORTED)})$|(?<=[一-鿿]{{2}})[一-鿿]{{2}}\d{{1,2}}日[電电訊讯]$"
)
"""From where somebody reports, behind the name: `王小明／台北報導`, `王小明台北4日電`."""


def people(names: Iterable[str], language: str | None = None) -> tuple[str, ...]:
    """`names` cleaned, once each, in order; a bare role ("Staff Writer") only where nobody else is named."""
    cleaned = [clean_name(name, language) for name in names]
    named = [name for name in cleaned if name and not holds_role(name)]
    if any(" " in name for name in named):
        named = [name for name in named if name.lower() not in BEATS]  # `Travel`, the section beside a person
    return distinct(named or [name for name in cleaned if name])


def clean_name(name: str, language: str | None = None) -> str:
    """One name without role, place and punctuation; empty where `name` names nobody."""
    printed = " ".join(without_noise(on_one_line(name)).split())
    name = printed.strip(EDGES)
    for title in TITLES_BEHIND if name.endswith(TITLES_BEHIND) else ():
        name = name.removesuffix(title).strip()
    if not name.isascii():
        title_before = _TITLE_BEFORE.match(name)
        name = _DESK.sub("", _FILED.sub("", name[title_before.end() :] if title_before else name))
    before = closing(primary(language)).split(name, maxsplit=1)[0].strip(EDGES)
    name = before if " " in before else name
    name = without_role(_without_by(name, language))
    name += next((mark for mark in ".'" if f"{name}{mark}" in printed and _OF_NAME.search(name + mark)), "")
    return name if is_name(name) else ""


def _without_by(name: str, language: str | None) -> str:
    """A full name without a short word that opens a byline only where one is marked: `From Jane Doe`, `de Ana Pop`."""
    if not name[:1].islower() and not name.startswith(("From ", "By ")):  # nearly always
        return name
    first, _, rest = name.partition(" ")
    is_opening_word = first.lower() in OPENINGS["en"] or first in OPENINGS.get(primary(language), ())
    names = rest.split()
    is_name = len(names) > 1 and all(word[0].isupper() for word in names)
    return rest if is_opening_word and is_name else name


def is_name(name: str) -> bool:
    """True for what can be the name of a person, an agency or a newsroom."""
    if not 1 < len(name) <= _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return False
    is_nobody = name.lower() in _no_names() or is_system_account(name)
    return not is_nobody and any(letter.isalpha() for letter in name)


def is_sentence(name: str) -> bool:
    """True for a line of several words in small letters: an organisation may be called so, but signs nothing."""
    words = name.split()
    return len(words) > _SENTENCE and sum(map(_is_small, words)) >= _SENTENCE


def _is_small(word: str) -> bool:
    """Whether a word with a small letter is none that stands in names: neither `von` nor `staff`."""
    return word[0].islower() and word not in PARTICLES and not holds_role(word)


@cache
def _no_names() -> frozenset[str]:
    """What stands where a name should and names nobody."""
    return NOBODY.union(SECTIONS, *OPENINGS.values(), *CONJUNCTIONS.values())


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """`names` once each, however they are capitalised, in order."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(" ".join(name.casefold().split()), name)
    return tuple(first.values())


def on_one_line(text: str) -> str:
    """The start of `text` on one line."""
    return one_line(text[:_LONGEST])


def without_noise(line: str) -> str:
    """`line` without addresses, handles and what stands in brackets."""
    return _NOISE.sub(" ", line) if _IN_NOISE.search(line) else line
