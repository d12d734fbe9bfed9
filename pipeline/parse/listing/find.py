"""The way through the room: readings of the page are tried, the best is judged, its stories are read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import takewhile

from pipeline.parse.html_tree import HEADINGS, SUBHEADINGS, Element, path, text_of
from pipeline.parse.lines.numbering import without_numbers
from pipeline.parse.lines.shapes import is_headline
from pipeline.parse.listing.days import days_above
from pipeline.parse.listing.groups import Run, is_paid_for
from pipeline.parse.listing.headlines.broken_lines import with_lines_in_boxes
from pipeline.parse.listing.headlines.headings import headings_of
from pipeline.parse.listing.headlines.titles import title_of
from pipeline.parse.listing.kind import Facts, is_listing, is_listing_of_one, is_surely_article
from pipeline.parse.listing.leftovers import left_over
from pipeline.parse.listing.names.naming import PageName, name_of_page
from pipeline.parse.listing.names.side_boxes import side_boxes
from pipeline.parse.listing.prose import judge_furniture, passages
from pipeline.parse.listing.reading import Layout, best_reading, only_story, with_others, without_head
from pipeline.parse.listing.story import read_story, shared_images
from pipeline.parse.quotes.tree.page_date import day_alone
from pipeline.parse.selectors import select
from pipeline.parse.snippets import snippet
from pipeline.parse.stories import Place, Stories
from pipeline.records import Boilerplate, Problem, Reason


def find_stories(
    root: Element,
    place: Place,
    *,
    says_article: bool,
    headline: str | None = None,
    story_selector: tuple[str, ...] = (),
) -> Stories:
    """The stories of a listing page in order, or none where the page is not a listing. Leaves the tree as it was.

    `says_article` is True where the page's own data call it an article: strong evidence, not proof. `headline` is
    the page's title where a heading prints it: then the two together are.
    `story_selector` are CSS selectors of the source: each match is one story, and nothing else is asked.
    Problems name stories without a headline and text that belongs to no story, with its place in the page.
    """
    if story_selector:
        return _selected(root, place, story_selector)
    if says_article and headline and is_headline(headline):  # half of all pages
        return Stories()
    name = name_of_page(root, place.url)
    if is_surely_article(name, says_article=says_article):
        return Stories()
    found = _listing(root, place, name, says_article=says_article)
    if found is None and not says_article and (boxed := with_lines_in_boxes(root, place.url)) is not None:
        found = _listing(boxed, place, name_of_page(boxed, place.url), says_article=False)
    return found or Stories()


def _listing(root: Element, place: Place, name: PageName, *, says_article: bool) -> Stories | None:
    """The stories of the page, None where it is no listing."""
    texts = passages(root)
    furniture = judge_furniture(texts, [*side_boxes(root)])
    page = Layout(root, place.url, headings_of(root, place.url, furniture, place.language), texts, furniture)
    reading = without_head(page, best_reading(page), name.headline)
    facts = partial(
        Facts, name=name, root=root, url=place.url, says_article=says_article, language=place.language
    )
    if reading is not None and is_listing(facts(reading)):
        wider = with_others(page, reading)
        reading = wider if is_listing(facts(wider)) else reading
    else:
        reading = None if says_article else only_story(page)
        if reading is None or not is_listing_of_one(facts(reading)):
            return None
    paid = [run for run in reading.runs if is_paid_for(run)]
    paid = paid if len(paid) * 2 <= len(reading.runs) else []  # a section of that name
    read = _read([run for run in reading.runs if run not in paid], f"listing.{reading.rule}", place)
    rest = left_over(root, reading.runs, furniture, place)
    paid_for = [
        Boilerplate("paid-for", run.title.text, path(run.elements[0]), len(run.elements)) for run in paid
    ]
    return Stories(
        read.articles,
        (*read.problems, *rest.problems),
        (*read.boilerplate, *rest.named, *paid_for),
        _day_above(root, rest.dates, reading.runs[0].elements[0], place.language),
    )


def _day_above(
    root: Element, dates: Sequence[tuple[Element, str]], first: Element, language: str | None
) -> date | None:
    """The only date of the page that belongs to no story, where it stands above the `first` of them.

    In a heading it is that of the stories of a day.
    """
    if len(dates) != 1 or dates[0][0].tag in SUBHEADINGS:
        return None
    printed, text = dates[0]
    above = takewhile(lambda one: one is not first, root.iter())
    return day_alone(text, language) if any(one is printed for one in above) else None


def _read(runs: Sequence[Run], rule: str, place: Place) -> Stories:
    """The stories of `runs`. Of those that nothing marks, a short one is whole where most are printed in full.

    One of several paragraphs is so beside any that is printed in full, or that has a link to the rest of it.
    """
    days = days_above(runs, place.language)
    numbered = zip(runs, _without_numbers(runs), strict=True)
    shared = shared_images(runs, place.url)
    stories = [read_story(bare, rule, place, days.get(run), shared) for run, bare in numbered]
    full, short = sum(story.article.complete for story in stories), sum(story.short for story in stories)
    told = full > 0 or any(story.marked for story in stories)
    return Stories(
        tuple(
            replace(story.article, complete=True)
            if story.short and (full > short or (told and len(story.article.blocks) > 1))
            else story.article
            for story in stories
        ),
        tuple(problem for story in stories for problem in story.problems),
        tuple(one for story in stories for one in story.boilerplate),
    )


def _without_numbers(runs: Sequence[Run]) -> Sequence[Run]:
    """`runs` with the numbers before their headlines taken off, where these count the stories of the page."""
    titles = without_numbers([run.title.text for run in runs])
    return [replace(run, title=replace(run.title, text=text)) for run, text in zip(runs, titles, strict=True)]


def _selected(root: Element, place: Place, selectors: tuple[str, ...]) -> Stories:
    matches = next(filter(None, (select(root, selector) for selector in selectors)), [])
    if not matches:
        return Stories(problems=(Problem(Reason.SELECTOR_FOUND_NOTHING, ", ".join(selectors)),))
    runs: list[Run] = []
    problems: list[Problem] = []
    for element in matches:
        headings = element.iter(*HEADINGS, "a")
        title = next(filter(None, (title_of(heading, place.url) for heading in headings)), None)
        if title is None:
            where = element.getroottree().getpath(element)
            problems.append(Problem(Reason.STORY_WITHOUT_TITLE, snippet(text_of(element)), where))
        else:
            runs.append(Run(title, (element,)))
    read = _read(runs, "selector.story", place)
    return read._replace(problems=(*problems, *read.problems))
