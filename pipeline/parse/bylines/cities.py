"""Large cities of the world by their names in CLDR, which lists one or more for every time zone."""

from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError, get_global

from pipeline.parse.dates.months import fold
from pipeline.parse.language_tags import primary


def is_city(name: str, language: str | None) -> bool:
    """True for the name of a city in `language` (a BCP 47 tag) or in English."""
    folded = fold(name)
    return folded in _english() or folded in _cities(primary(language) or "en")


@cache
def _cities(language: str) -> frozenset[str]:
    try:
        zones = Locale.parse(language).time_zones
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(fold(city) for zone in zones.values() if (city := zone.get("city")))


@cache
def _english() -> frozenset[str]:
    """The names of the zones themselves: `Europe/Berlin`."""
    zones = get_global("zone_territories")
    return frozenset(fold(zone.rpartition("/")[2].replace("_", " ")) for zone in zones)
