"""Lines → stories: a story runs from its head to the next one."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import pairwise, takewhile

from pipeline.parse.dates.find import find_date
from pipeline.parse.lines.dates import are_of_one_day, is_dated_place
from pipeline.parse.lines.issues import is_issue
from pipeline.parse.lines.numbering import without_numbers
from pipeline.parse.lines.shapes import without_bullet
from pipeline.parse.plain_text.article import article_of
from pipeline.parse.plain_text.ends import up_to_footer, up_to_links, up_to_section, without_trailing_labels
from pipeline.parse.plain_text.heads import Head, find_heads
from pipeline.parse.plain_text.levels import title_level
from pipeline.parse.plain_text.lines.fields import number_of_letters, with_subjects
from pipeline.parse.plain_text.lines.line import Line, LineKind, address_in
from pipeline.parse.plain_text.lines.read import read_lines
from pipeline.parse.plain_text.listed_titles import with_listed_titles
from pipeline.parse.plain_text.masthead import masthead
from pipeline.parse.snippets import snippet
from pipeline.parse.stories import Place, Stories
from pipeline.records import Article, Boilerplate, Candidate, Problem, Reason

_ABOVE_NAME = frozenset({LineKind.SERVICE, LineKind.MARKER, LineKind.MAIL})
"""What may stand above the name of a letter."""
_LEADER = re.compile(r"\s?(?:(?<!\.)\.{3,}\s?\d{1,3}|\([^()]{1,60}\))\Z")
"""What stands behind a headline in a list of contents: a page, or who wrote it."""
_RULERS = " =~—–-*_•"
"""What is drawn around the name of a section."""
_TEXT_KINDS = (LineKind.PARAGRAPH, LineKind.ITEM, LineKind.QUOTATION)
_LONGEST_GREETING = 80
"""Characters between the name of a letter and its first story: `Good morning,`."""
_RULES: Mapping[LineKind, str] = {
    LineKind.PAGING: "paging", LineKind.MENU: "menu", LineKind.SERVICE: "letter-service",
    LineKind.MARKER: "link-to-more", LineKind.CALL: "call", LineKind.COPYRIGHT: "copyright",
    LineKind.MAIL: "mail-header", LineKind.FIELD: "field", LineKind.SECTION: "section",
    LineKind.INFO: "small-print",
}  # fmt: skip
"""What lines of these kinds are called where they are no part of a story."""


def find_stories_in_lines(
    lines: Sequence[str], language: str | None, time_zone: tzinfo | None = None, url: str = ""
) -> Stories:
    """The stories in `lines` in order, and the lines that belong to none. `url` is where the text came from."""
    read, titled = _lines_and_heads(lines, language)
    if not titled:
        return Stories(problems=tuple(_problems(read, {})))
    titled = _signed_below(read, titled[_names_letter(read, titled) :])
    above = _stand_above(read, titled, LineKind.DATE)
    starts = [_start_of_first(read, titled), *(head.start for head in titled[1:])]
    ends = [*starts[1:], len(read)]
    where = Place(url, language, time_zone)
    level = title_level(read)
    houses = _repeated_below(read, titled)
    sections = _sections(read, starts)
    articles: list[Article] = []
    left_over = list(read[: starts[0]])
    rules, as_of = masthead(left_over, language)
    rules |= _contents(left_over, [read[_title_of(head)].text for head in titled])
    for head, start, end, section in zip(titled, starts, ends, sections, strict=True):
        body, further = up_to_section(read[head.end : end], level)
        body, links = up_to_links(body)
        body, footer = up_to_footer(body) if end == len(read) else (body, ())
        body, rest = without_trailing_labels(body)
        top = [line for line in read[start : head.end] if line.number not in houses]
        story = article_of(top, read[_title_of(head)], body, where, above=above)
        articles.append(replace(story, section=section) if section and not story.section else story)
        left_over += (*rest, *links, *footer, *further)
        rules |= {line.number: "links" for line in links}
        rules |= {
            line.number: "footer" for line in ((*rest, *footer) if footer else ()) if line.kind not in _RULES
        }
    articles = _of_their_days(articles, read, where)
    rules |= houses
    rules = {line.number: rule for line in read if (rule := _RULES.get(line.kind))} | rules
    named = tuple(
        Boilerplate(rules[line.number], snippet(line.text), f"line {line.number}")
        for line in read
        if line.number in rules
    )
    problems = tuple(_problems(left_over, rules))
    return Stories(tuple(_without_numbers(articles)), problems, named, as_of)


def _of_their_days(articles: list[Article], read: Sequence[Line], where: Place) -> list[Article]:
    """Stories that have an hour each, with the day that stands above several of them."""
    told: list[tuple[str, str]] = []
    day = ""
    for above, line in pairwise((None, *read)):
        assert line is not None
        if line.kind is LineKind.DATE and not (above and above.hour):
            day = line.text
        elif line.hour:
            told.append((day, line.hour))
    days, hours = {day for day, _ in told}, [hour for _, hour in told]
    if len(told) != len(articles) or "" in days or (len(days) < 2 and not are_of_one_day(hours)):
        return articles
    dated = []
    for article, printed in zip(articles, map(" ".join, told), strict=True):
        when, _ = find_date(printed, language=where.language, time_zone=where.time_zone)
        origins = {**article.origins, "published_at": (Candidate("text.day-above", printed),)}
        dated.append(replace(article, published_at=when, origins=origins) if when else article)
    return dated


def _lines_and_heads(texts: Sequence[str], language: str | None) -> tuple[list[Line], list[Head]]:
    """The lines of a text and the heads of its stories; subjects of letters or a list of titles tell them at last."""
    read = read_lines(texts, language)
    titled = _titled(read)
    if len(titled) <= number_of_letters(read):
        read = with_subjects(read, language)
        titled = _titled(read)
    if not titled or _is_masthead(read, titled):
        read = with_listed_titles(read)
        known = frozenset(titled)
        titled = [head for head in _titled(read) if head not in known] or titled
    return read, titled


def _contents(above: Sequence[Line], titles: Collection[str]) -> dict[int, str]:
    """The rule for each line of `above` that names a story below, and for the line that announces them."""
    known = {title.casefold() for title in titles}
    named = [_LEADER.sub("", without_bullet(line.text)).casefold() in known for line in above]
    announced = (line.text.endswith(":") and after for line, after in zip(above, named[1:], strict=False))
    return {
        line.number: "contents"
        for line, names, announces in zip(above, named, (*announced, False), strict=False)
        if names or announces
    }


def _without_numbers(articles: Sequence[Article]) -> list[Article]:
    """The stories without the numbers before their headlines, where these count them."""
    titles = without_numbers([article.title for article in articles])
    return [
        article if article.title == title else replace(article, title=title)
        for article, title in zip(articles, titles, strict=True)
    ]


def _is_masthead(read: Sequence[Line], titled: Sequence[Head]) -> bool:
    """True where the only title is a letter's: it tells the issue, or no more than a greeting stands below it."""
    first, *others = titled
    below = list(takewhile(lambda line: line.kind is not LineKind.ITEM, read[first.end :]))
    greets = len(below) < len(read) - first.end and sum(len(line.text) for line in below) <= _LONGEST_GREETING
    above = {line.kind for line in read[: first.start]}
    return not others and above <= _ABOVE_NAME and (greets or is_issue(read[_title_of(first)].text))


def _names_letter(read: Sequence[Line], titled: Sequence[Head]) -> bool:
    """True where the first title is a letter's: its issue stands below it, or a greeting above stories with links."""
    if len(titled) < 3 or any(line.kind is not LineKind.MAIL for line in read[: titled[0].start]):
        return False
    name, *below = (line.text for line in read[_title_of(titled[0]) : titled[0].end])
    if any(map(is_issue, (*name.split(", ")[1:], *below))):
        return True
    ends = [*(head.start for head in titled[1:]), len(read)]
    first, *others = (read[head.end : end] for head, end in zip(titled, ends, strict=True))
    greets = sum(len(line.text) for line in first) <= _LONGEST_GREETING and not any(map(address_in, first))
    return greets and all(any(map(address_in, body)) for body in others)


def _signed_below(read: Sequence[Line], titled: Sequence[Head]) -> list[Head]:
    """`titled` without the bylines above titles, where each signs the story before it: so does the last line."""
    first, *others = titled
    body, _ = up_to_links(read[titled[-1].end :])
    ends = next((line for line in reversed(body) if line.kind in (LineKind.BYLINE, *_TEXT_KINDS)), None)
    if ends is None or ends.kind is not LineKind.BYLINE or read[first.start].kind is LineKind.BYLINE:
        return list(titled)
    return [first, *(_behind_bylines(read, head) for head in others)]


def _behind_bylines(read: Sequence[Line], head: Head) -> Head:
    """`head` without the bylines that open it, and the dates beside them."""
    start = head.start
    while read[start].kind in (LineKind.BYLINE, LineKind.DATE) and start + 1 < head.end:
        start += 1
    signed = any(line.kind is LineKind.BYLINE for line in read[head.start : start])
    return replace(head, start=start) if signed else head


def _titled(read: Sequence[Line]) -> list[Head]:
    return [head for head in find_heads(read) if head.title is not None]


def _title_of(head: Head) -> int:
    assert head.title is not None
    return head.title


def _start_of_first(read: Sequence[Line], titled: Sequence[Head]) -> int:
    """The first story begins with its title, or with the lines above it that other stories have there too."""
    kinds = {
        kind for kind in (LineKind.DATE, LineKind.BYLINE, LineKind.LABEL) if _stand_above(read, titled, kind)
    }
    start = _title_of(titled[0])
    while start > titled[0].start and read[start - 1].kind in kinds:
        kinds.remove(read[start - 1].kind)
        start -= 1
    return start


def _stand_above(read: Sequence[Line], titled: Sequence[Head], kind: LineKind) -> bool:
    """True where lines of `kind` stand above the titles: one date at the top of a page is the page's own.

    That of a text that was made out at a place is its own.
    """
    above = [h for h in titled if any(line.kind is kind for line in read[h.start : _title_of(h)])]
    if len(titled) == 1 and kind is LineKind.DATE:
        return any(is_dated_place(line.text, None) for line in read[titled[0].start : _title_of(titled[0])])
    return len(above) > 1 and len(above) * 2 >= len(titled)


def _repeated_below(read: Sequence[Line], titled: Sequence[Head]) -> dict[int, str]:
    """The rule for each label that stands below several titles: the house that they are from."""
    below = [
        line
        for head in titled
        for line in read[_title_of(head) + 1 : head.end]
        if line.kind is LineKind.LABEL
    ]
    number = Counter(line.text for line in below)
    return {line.number: _RULES[LineKind.INFO] for line in below if number[line.text] > 1}


def _sections(read: Sequence[Line], starts: Sequence[int]) -> list[str | None]:
    """For each story the name of the last section that begins above it."""
    found: list[str | None] = []
    name = None
    for start, end in pairwise((0, *starts)):
        names = [line.text.strip(_RULERS) for line in read[start:end] if line.kind is LineKind.SECTION]
        name = names[-1] if names else name
        found.append(name)
    return found


def _problems(left_over: Sequence[Line], rules: Mapping[int, str]) -> Iterator[Problem]:
    """One problem for each run of lines that no story holds and no rule names; `rules` by the number of a line."""
    run: list[Line] = []
    for line in (*left_over, None):
        if line is not None and (line.picture or line.number in rules or _RULES.get(line.kind)):
            continue
        if run and (line is None or line.number > run[-1].end + 2):
            yield _problem(run)
            run = []
        if line is not None:
            run.append(line)


def _problem(run: Sequence[Line]) -> Problem:
    first, last = run[0].number, run[-1].end
    where = f"lines {first}-{last}" if last > first else f"line {first}"
    text = next((line for line in run if line.kind is LineKind.PARAGRAPH), None)
    reason = Reason.STORY_WITHOUT_TITLE if text and len(text.text) > 200 else Reason.TEXT_LEFT_OVER
    return Problem(reason, snippet((text or run[0]).text), where)
