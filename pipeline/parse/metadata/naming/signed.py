"""Names from one place of a page, and who among them is the site itself."""

from dataclasses import dataclass

from pipeline.parse.metadata.naming.persons import is_site


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
