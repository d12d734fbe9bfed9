"""What config.toml, the command line and links name → visits: URLs to ask for, and saved pages to read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.config import Source
from pipeline.fetch.addresses import is_file, is_web, untracked
from pipeline.fetch.saved.local_files import PathRefused, file_path, pages_in
from pipeline.fetch.saved.saved_site import SavedSite
from pipeline.fetch.visits import Visit
from pipeline.records import Link, Problem, Role, Target


class Places:
    """The places of one source, and the links that lead on from them."""

    def __init__(self, name: str, source: Source) -> None:
        self.name = name
        self.source = source
        self._site = SavedSite.of(source)

    def start_pages(self) -> Iterator[Visit]:
        """Its start pages; of a folder every page in it."""
        for place in self.source.pages:
            start = self._named(place, Role.START)
            if start.path is None:
                yield start
            else:
                yield from (self._saved(found, Role.START) for found in pages_in(start.path))

    def feeds(self) -> Iterator[Visit]:
        """Its feeds."""
        return (self._named(place, Role.FEED) for place in self.source.feeds)

    def sitemaps(self) -> Iterator[Visit]:
        """Its sitemaps."""
        return (self._named(place, Role.SITEMAP) for place in self.source.sitemaps)

    def linked(self, link: Link, role: Role = Role.PAGE) -> Visit:
        """What a page links to: a saved page where the source's folder stands for the site."""
        target = Target(self.name, untracked(link.url), link.text, role)
        if not self._site.holds(link.url):
            return Visit(target, obey_robots=self.source.robots, obey_page=self.source.page_robots)
        try:
            path = self._site.path_of(link.url)
        except PathRefused as refused:
            return Visit(target, problem=refused.problem)
        return Visit(replace(target, url=self._site.url_of(path)), path)

    def _named(self, place: str, role: Role) -> Visit:
        """A place as config.toml and the command line write it: a URL or a path."""
        if is_web(place):
            return self.linked(Link(place.partition("#")[0]), role)
        try:
            return self._saved(file_path(place) if is_file(place) else Path(place), role)
        except PathRefused as refused:
            return Visit(Target(self.name, place, role=role), problem=refused.problem)

    def _saved(self, found: Path | Problem, role: Role) -> Visit:
        if isinstance(found, Problem):
            target = Target(self.name, Path(found.where).absolute().as_uri(), role=role)
            return Visit(target, problem=found)
        return Visit(Target(self.name, self._site.url_of(found), role=role), found)
