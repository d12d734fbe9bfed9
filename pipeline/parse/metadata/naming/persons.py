"""What tells the name of a person from that of a site, a paper or a user account; names as one place gives them."""

import re
from dataclasses import dataclass

from pipeline.parse.bylines.cities import is_city
from pipeline.parse.bylines.look_alikes import looks_alike
from pipeline.parse.bylines.roles import holds_role
from pipeline.parse.bylines.words import AGENCIES_END, PARTICLES
from pipeline.parse.metadata.naming.site_names import fold

_SHORTEST_SITE = 6
"""Letters of a site's name that are looked for inside a longer one: `News` stands in too many names."""
_MOST_CASELESS = 4
"""Words of a name in such letters: a longer one cannot be told from prose."""
_IDEOGRAPHS = re.compile(
    r"[\u3005\u3400-\u9fff\uac00-\ud7af]{2,5}|[\u3005\u3041-\u9fff]{1,4}[ \u3000][\u3005\u3041-\u9fff]{1,4}"
)
"""A name; a Japanese one may have a space in it."""
_ACCOUNT = re.compile(r"[a-z0-9._-]{2,30}")


def is_site(name: str, sites: frozenset[str]) -> bool:
    """True for the name of the site, also within a longer one. `sites` are folded."""
    folded = fold(name)
    return any(site in folded if len(site) >= _SHORTEST_SITE else site == folded for site in sites)


def is_person(name: str, sites: frozenset[str]) -> bool:
    """True for two to five capitalised words, or a name in ideographs, that are not the site's own name."""
    if _IDEOGRAPHS.fullmatch(name):
        return not name.endswith(AGENCIES_END) and not is_site(name, sites)
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    return (
        2 <= len(words) <= 5
        and ":" not in name
        and all(word[0].isupper() for word in words)
        and not is_site(name, sites)
    )


def is_caseless_name(name: str) -> bool:
    """True for two to four words in letters without capitals, of Arabic, Hebrew, Hindi or Thai: enough behind "By"."""
    words = name.split()
    return 2 <= len(words) <= _MOST_CASELESS and all(
        word[0].isalpha() and word[0].lower() == word[0].upper() for word in words
    )


def is_surely_person(name: str, language: str | None, sites: frozenset[str]) -> bool:
    """True for the name of a person that is no role, heading or city: enough where nothing marks it as one."""
    is_other = holds_role(name) or looks_alike(name) or is_city(name, language)
    return is_person(name, sites) and not is_other


def is_account(name: str) -> bool:
    """True for what a program calls a user: `jdoe77`, `webdesk`."""
    return _ACCOUNT.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Signed:
    """Names from one place."""

    rule: str
    names: tuple[str, ...]
    organisation: bool = False
    """True where the place says that this is no person."""
    of_media: bool = False
    """True where it tells of a film or a recording alone."""


def beside_site(names: tuple[str, ...], sites: frozenset[str]) -> tuple[str, ...]:
    """The names without the site's own, where there are others."""
    return tuple(name for name in names if not is_site(name, sites)) or names
