"""The head and the body of a story → its record."""

from collections.abc import Sequence

from pipeline.parse.addresses import absolute
from pipeline.parse.bylines.read import read_byline
from pipeline.parse.dates.find import find_date
from pipeline.parse.info_lines import PartKind, parts_of
from pipeline.parse.metadata.printed.datelines import day_in_dateline, names_in_dateline
from pipeline.parse.plain_text.blocks import blocks_of_lines, standfirst_of
from pipeline.parse.plain_text.lines.line import Line, LineKind, address_in
from pipeline.parse.stories import Place
from pipeline.records import Article, Candidate


def article_of(
    head: Sequence[Line], title: Line, body: Sequence[Line], where: Place, *, above: bool
) -> Article:
    """The story below `head`; `above` tells whether the lines above the title may date it."""
    place = head.index(title)
    dates = [line.text for line in (*head[0 if above else place :], *body[-2:]) if line.kind is LineKind.DATE]
    bylines = [line.text for line in (*head, *body[-2:]) if line.kind in (LineKind.BYLINE, LineKind.CREDIT)]
    labels = [line.text for line in head[:place] if line.kind is LineKind.LABEL]
    labels += [title.label] if title.label else []
    points = [line for line in head[place + 1 :] if line.kind is LineKind.ITEM]
    standfirst = [standfirst_of(line) for line in head[place + 1 :] if line.kind is LineKind.LABEL]
    blocks, complete = blocks_of_lines((*points, *body), title.text, where.language, where.url)
    markers = (line for line in (*head, *body) if line.kind is LineKind.MARKER)
    opening = next((block.text for block in blocks), "")
    dates += [day] if not (dates or bylines) and (day := day_in_dateline(opening)) else []
    told = (
        find_date(one, language=where.language, time_zone=where.time_zone)[0] for one in (*dates, *bylines)
    )
    published = next(filter(None, told), None)
    authors = _names_in(bylines[0], where.language) if bylines else names_in_dateline(opening, where.language)
    return Article(
        title=title.text,
        authors=authors,
        published_at=published,
        section=labels[-1] if labels else None,
        blocks=(*standfirst, *blocks),
        url=next((url for line in (title, *markers) if (url := absolute(address_in(line), where.url))), None),
        language=where.language,
        complete=complete and bool(blocks or standfirst or not title.hour),
        origins=_origins(
            title,
            (*dates, *bylines) if published else (),
            (bylines or [opening]) if authors else [],
            labels[-1:],
        ),
    )


def _names_in(line: str, language: str | None) -> tuple[str, ...]:
    """Who a line names that may tell a date and a section, too."""
    bylines = [part.text for part in parts_of(line, language) if part.kind is PartKind.BYLINE]
    return read_byline(bylines[0] if bylines else line, language)


def _origins(
    title: Line, dates: Sequence[str], bylines: Sequence[str], labels: Sequence[str]
) -> dict[str, tuple[Candidate, ...]]:
    found = {"published_at": dates, "authors": bylines, "section": labels}
    return {
        "title": (Candidate("text.marked-heading" if title.level else "text.line-shape", title.text),),
        "body": (Candidate("text.line-shape", ""),),
        **{name: (Candidate("text.head-line", values[0]),) for name, values in found.items() if values},
    }
