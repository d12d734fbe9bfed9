"""What a value of config.toml has to be: each type checks, and says in a sentence what is wrong."""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import GenericTranslator, SelectorError
from pydantic import AfterValidator, Field, ValidationInfo


def _known_time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: 'Asia', a folder of zones
        raise ValueError(f"no such time zone: {name!r}; write one like 'Asia/Almaty' or 'UTC'") from error
    return name


def _css_selector(selector: str) -> str:
    try:
        GenericTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise ValueError(f"not a CSS selector: {selector!r} ({error})") from error
    return selector


def _regular_expression(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: '{pattern}' ({error})") from error
    return pattern


def _place(place: str, info: ValidationInfo) -> str:
    """A URL as it is; a path made absolute, from the folder of config.toml."""
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]+):/", place)
    if not place.strip():
        raise ValueError("empty; name a file, a folder or an http(s) URL")
    if scheme is None:
        return _path(place, info)
    if scheme[1].lower() not in ("http", "https"):
        raise ValueError(f"{place!r}: only http:// and https:// URLs, files and folders can be fetched")
    if not _has_host(place):
        raise ValueError(f"{place!r}: a URL without a host that can be asked")
    if "@" in urlsplit(place).netloc:
        raise ValueError("a URL with a name or password; pages behind a login are not fetched")
    return place


def _has_host(url: str) -> bool:
    """Whether a host stands where it belongs, without a blank in it, and with no port that there cannot be."""
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and not re.search(r"\s", parts.netloc) and parts.port != 0
    except ValueError:  # http://[::1, and https://a.example:99999
        return False


def _path(path: str, info: ValidationInfo) -> str:
    if "\0" in path:
        raise ValueError(f"{path!r}: no file can be called so")
    if path.startswith("~"):
        raise ValueError(f"{path!r}: ~ means nothing here; write the whole path, or one from this folder")
    whole = Path((info.context or {}).get("folder", "."), path)
    if whole.name in ("", ".."):
        raise ValueError(
            f"{path!r}: it has no name of its own; write the whole path, with the last part named"
        )
    return str(whole)


def _header_text(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError(f"{text!r}: HTTP takes plain letters only; write it in ASCII, on one line")
    return text


def _language(code: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise ValueError(f"{code!r} is no language code; write two or three small letters like 'en' or 'ky'")
    return code


def _web_url(url: str) -> str:
    if not re.match(r"https?://", url) or not _has_host(url):
        raise ValueError(f"{url!r} is not an http(s) URL; write one like 'https://herald.example/'")
    return url


def _host(host: str) -> str:
    if not re.fullmatch(
        r"(?:[^\s/:@\[\]]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?|[0-9a-fA-F.]*:[0-9a-fA-F:.]*", host
    ):
        raise ValueError(f"{host!r} is no host; write one like 'intranet.example' or '127.0.0.1:8000'")
    return host


Place = Annotated[str, AfterValidator(_place)]
FilePath = Annotated[str, Field(min_length=1), AfterValidator(_path)]
WebUrl = Annotated[str, AfterValidator(_web_url)]
Host = Annotated[str, AfterValidator(_host)]
HeaderText = Annotated[str, Field(min_length=1), AfterValidator(_header_text)]
CssSelectors = tuple[Annotated[str, AfterValidator(_css_selector)], ...]
Pattern = Annotated[str, AfterValidator(_regular_expression)]
Language = Annotated[str, AfterValidator(_language)]
TimeZone = Annotated[str, AfterValidator(_known_time_zone)]
