"""What a URL says without asking anybody. None of these raises, whatever the text."""

from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit

from pipeline.urls import page_key, without_tracking


def is_web(url: str) -> bool:
    """Whether `url` is fetched over HTTP or HTTPS, be it well-formed or not."""
    return url.lower().startswith(("http://", "https://"))


def is_file(url: str) -> bool:
    """Whether `url` names a file of this machine."""
    return url.lower().startswith("file:")


def may_lead(page: str, link: str) -> bool:
    """Whether a page may send us there: from the web to the web, from a saved page to saved pages too."""
    return is_web(link) or (is_file(page) and is_file(link))


@lru_cache(maxsize=4096)  # a page on its way asks for its parts ten times
def parts_of(url: str) -> SplitResult:
    """The parts of `url`, in one spelling; all empty where it is no URL, or names a port that there is not."""
    try:
        parts = urlsplit(page_key(url))
        _ = parts.port  # past 65535 it raises here, or else deep inside httpx
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


@lru_cache(maxsize=4096)  # and for its host as often
def host_of(url: str) -> str:
    """Who answers for `url`: the host, with its port where it says one; empty for what no host answers for."""
    parts = parts_of(url)
    return parts.netloc.rpartition("@")[2] if parts.hostname else ""


def resolved(base: str, link: str) -> str:
    """`link` as it is meant on the page at `base`, without its fragment; as it stands where it is no URL."""
    try:
        return urljoin(base, link.strip()).partition("#")[0]
    except ValueError:
        return link


def untracked(url: str) -> str:
    """`url` as it is asked for: without the parameters that only tell how a reader came."""
    try:
        return without_tracking(url)
    except ValueError:
        return url
