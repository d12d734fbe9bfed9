"""Language tags (BCP 47) like `en-GB`."""

from functools import lru_cache


@lru_cache(maxsize=256)
def primary(tag: str | None) -> str:
    """The language of a tag without its region, in small letters; empty for None."""
    return (tag or "").partition("-")[0].lower()
