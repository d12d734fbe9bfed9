"""A folder of saved pages, and the URLs that its files stand for."""

import os
from pathlib import Path
from typing import Self
from urllib.parse import quote, unquote

from pipeline.config import Source
from pipeline.fetch.addresses import is_file, is_web, parts_of
from pipeline.fetch.saved.local_files import PathRefused, file_path, is_folder, is_regular
from pipeline.records import Reason

INDEX_FILES = ("index.html", "index.htm")
"""Files that stand for the folder that they are in."""


class SavedSite:
    """The saved pages of one source: which URL a file has, and which file a URL has.

    With a base URL, the file `a/b.html` has the URL `base_url + "a/b.html"`, `a/index.html` has
    `base_url + "a/"`, and links below the base URL lead back into the folder. Without one, URLs are file:
    URLs. No link leads out of the folder, however it is written.
    """

    def __init__(self, root: Path | None, base_url: str | None) -> None:
        self._root = Path(os.path.abspath(root)) if root else None  # noqa: PTH100 - keeps symbolic links
        self._base = base_url.rstrip("/") + "/" if root and base_url else None

    @classmethod
    def of(cls, source: Source) -> Self:
        """The saved pages of `source`: the innermost folder that holds all of its places on this machine."""
        places = [Path(place) for place in source.places if "://" not in place]
        folders = {os.path.abspath(p if is_folder(p) else p.parent) for p in places}  # noqa: PTH100 - as above
        return cls(Path(os.path.commonpath(folders)) if folders else None, source.base_url)

    def url_of(self, path: Path) -> str:
        """The URL of the page saved at `path`."""
        file = Path(os.path.abspath(path))  # noqa: PTH100 - as above
        if self._base is None or self._root is None or not file.is_relative_to(self._root):
            return file.as_uri()
        name = file.relative_to(self._root).as_posix().removesuffix(".gz")
        folder, _, last = name.rpartition("/")
        if last in INDEX_FILES:
            name = f"{folder}/" if folder else ""
        return self._base + quote(os.fsencode(name))

    def holds(self, url: str) -> bool:
        """Whether `url` is read from the folder and never from the network."""
        return self._root is not None and (is_file(url) or self._name(url) is not None)

    def path_of(self, url: str) -> Path:
        """The file of the page at `url`, whatever its query; raises `PathRefused` where there is none."""
        assert self._root is not None
        name = self._name(url)
        wanted = file_path(url) if name is None else self._root / unquote(name).lstrip("/")
        for path in (wanted, *(wanted / index for index in INDEX_FILES)):
            for file in (path, Path(f"{path}.gz")):
                if is_regular(file) and file.resolve().is_relative_to(self._root.resolve()):
                    return file
        raise PathRefused(Reason.NOT_FOUND_LOCALLY, "not among the saved pages", wanted)

    def _name(self, url: str) -> str | None:
        """The path of `url` below the base URL, still quoted; None where it is not below it.

        http and https are one: a saved page stands for both.
        """
        if self._base is None or not is_web(url):
            return None
        base, page = parts_of(self._base), parts_of(url)
        if base.netloc != page.netloc or not f"{page.path}/".startswith(base.path):
            return None
        return page.path[len(base.path) :]
