"""Which headings only name what stands below them: a section with its stories, or a list of links."""

from collections.abc import Iterable, Sequence

from pipeline.parse.html_tree import text_of
from pipeline.parse.lines.shapes import word_count
from pipeline.parse.listing.groups import Run, in_section, runs_of
from pipeline.parse.listing.headlines.titles import Title
from pipeline.parse.listing.neighbours import LONGEST_LABEL_WORDS

_MOST_WORDS_ABOVE_LINKS = 2
_SEVERAL = 3


def split(titles: Sequence[Title]) -> list[Run]:
    """One run a title. A heading that only names the section below it is no title, but the section of what follows."""
    runs = runs_of(titles)
    behind = (*(run.title for run in runs[1:]), None)
    labels = {run.title for run, title in zip(runs, behind, strict=False) if _names_section(run, title)}
    if not 0 < len(labels) < len(runs):
        return runs
    kept = [title for title in titles if title not in labels]
    return [in_section(run, name) for run, name in zip(runs_of(kept), _sections(titles, labels), strict=True)]


def _names_section(run: Run, following: Title | None) -> bool:
    """True for a short heading with nothing but a deeper heading, or a list of links, behind it."""
    if word_count(run.title.text) > LONGEST_LABEL_WORDS:
        return False
    if following is None or following.level <= run.title.level:
        return _heads_list(run)
    return sum(len(text_of(element)) for element in run.elements) < len(run.title.text) + 20


def _heads_list(run: Run) -> bool:
    """True where several links, at least half of the text, stand below a headline of a word or two."""
    links = [link for element in run.elements for link in element.iter("a")]
    if (
        len({link.get("href") for link in links}) <= _SEVERAL
        or word_count(run.title.text) > _MOST_WORDS_ABOVE_LINKS
    ):
        return False
    return 2 * sum(len(text_of(link)) for link in links) > sum(len(text_of(one)) for one in run.elements)


def _sections(titles: Iterable[Title], labels: set[Title]) -> list[str | None]:
    sections: list[str | None] = []
    name = None
    for title in titles:
        if title in labels:
            name = title.text
        else:
            sections.append(name)
    return sections
