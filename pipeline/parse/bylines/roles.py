"""What somebody is, and for whom they write, told beside the name: `Jane Doe Political Editor`."""

from pipeline.parse.bylines.houses import NEWSROOM, is_agency
from pipeline.parse.bylines.words import BEATS, OUTLETS, PARTICLES, ROLES, ROLES_END

EDGES = " \t.,:;·•|/\\–—~-&*©®\"'“”„«»()[]（）〔〕【】"
"""Marks around a name."""

_ONE_WORD_ROLE = 10
"""Letters that a role with its field in front has more than: shorter words may be somebody's name."""


def without_role(name: str) -> str:
    """The name before or behind a role that stands with it without a comma."""
    words = name.split()
    roles = _roles_in(words)
    if not roles:
        return _without_outlet(words)
    if len(roles) == 1 and _bare(words[-1]) in NEWSROOM:  # `Valley Courier Staff`
        return name
    before, behind = words[: roles[0]], words[roles[-1] + 1 :]
    person = _without_beat(before)
    if len(person) >= 2 and _is_person(person):
        return " ".join(person).strip(EDGES)
    is_whole_name = len(behind) >= 2 and all(word[:1].isupper() for word in behind)
    return " ".join(behind) if is_whole_name else name


def _without_beat(words: list[str]) -> list[str]:
    """The words before a role without its field: none where a name would be too short, or that of an agency."""
    end = len(words)
    while end and _bare(words[end - 1]) in BEATS:
        end -= 1
    if end == 1 and _bare(words[0]) not in OUTLETS:  # `Mark House, Reporter` is somebody
        end = len(words)
    return words[:end]


def _without_outlet(words: list[str]) -> str:
    """The name of somebody who is named with an agency or a broadcaster behind: `Jane Doe BBC News`."""
    ends = range(2, len(words))
    end = next((n for n in ends if _is_outlet(words[n]) or is_agency(" ".join(words[n:]))), len(words))
    return " ".join(words[:end] if _is_person(words[:end]) else words)


def _is_person(words: list[str]) -> bool:
    return all(word[:1].isupper() or word in PARTICLES for word in words)


def _is_outlet(word: str) -> bool:
    return word.isupper() and (_bare(word) in OUTLETS or is_agency(word))


def holds_role(name: str) -> bool:
    """Whether a word of `name` is a role."""
    return any(_is_role(_bare(word)) for word in name.split())


def _roles_in(words: list[str]) -> list[int]:
    return [place for place, word in enumerate(words) if _is_role(_bare(word))]


def _is_role(word: str) -> bool:
    return word in ROLES or (len(word) > _ONE_WORD_ROLE and word.endswith(ROLES_END))


def _bare(word: str) -> str:
    return word.lower().strip(EDGES)
