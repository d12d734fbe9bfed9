"""Addresses as pages write them: anything may stand where one should, so that none of these raises."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit

_WEB = ("https://", "http://")
_HAS_PATH = re.compile(r"(?:https?://[^/?#]+)?/[^/?#.]")


def parts_of(address: str) -> SplitResult:
    """The parts of an address; all of them empty where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def host_of(address: str) -> str:
    """Its host without `www.`; empty where it has none."""
    return (parts_of(address).hostname or "").removeprefix("www.")


def last_step(address: str) -> str:
    """The last part of its way: `contact-us.html` of `/en/contact-us.html`."""
    return parts_of(address).path.rstrip("/").rpartition("/")[2]


def absolute(address: str | None, base: str) -> str | None:
    """`address`, found on the page at `base`, as an absolute http(s) URL; None where it is none."""
    address = (address or "").strip()
    if not address:
        return None
    try:
        joined = address if address.startswith(_WEB) else urljoin(base, address)
    except ValueError:
        return None
    return joined if joined.startswith(_WEB) and parts_of(joined).netloc else None


def leads_home(href: str | None, url: str) -> bool:
    """Whether a link on the page at `url` leads to the front page of its site, as that of the site's name does."""
    if href is None or _HAS_PATH.match(href):  # nearly always
        return False
    to = parts_of(absolute(href, url) or "")
    return not (to.path.strip("/") or to.query) and to.netloc == parts_of(url).netloc != ""
