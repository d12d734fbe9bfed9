"""The verdict: a listing, or an article with other stories around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from statistics import median

from pipeline.parse.addresses import host_of
from pipeline.parse.html_tree import Element, outward, text_of
from pipeline.parse.lines.service import is_service
from pipeline.parse.lines.shapes import is_headline, word_count
from pipeline.parse.lines.teasers import is_marker, opens_with_marker
from pipeline.parse.listing.days import days_above
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.headlines.link_parts import only_link
from pipeline.parse.listing.headlines.titles import href_of
from pipeline.parse.listing.names.naming import PageName, has_body
from pipeline.parse.listing.names.round_ups import names_round_up
from pipeline.parse.listing.names.series import says_listing
from pipeline.parse.listing.parts.signed import is_signed, is_signed_below, is_signed_box, shows_name_and_day
from pipeline.parse.listing.prose import Coverage
from pipeline.parse.listing.reading import Reading

_SEVERAL = 3
_MOSTLY, _HALF = 0.75, 0.5
_LONG_TEXT = 100
"""Characters of a paragraph that is no standfirst."""
_SHORTEST_BODY = 300
"""Characters of prose that make an article of their own; the description of a section is shorter."""


def is_surely_article(name: PageName, *, says_article: bool) -> bool:
    """The quick answer for nearly every article page: named after a headline that a text follows.

    The page's own data speak for one as well as a long headline or a text does: two of the three are needed.
    """
    if name.headline is None or (not says_article and names_round_up(text_of(name.headline))):
        return False
    long = is_headline(text_of(name.headline))
    return (long and says_article) or ((long or says_article) and has_body(name.headline))


@dataclass(frozen=True, slots=True)
class Facts:
    """What the verdict rests on."""

    reading: Reading
    name: PageName
    root: Element
    url: str
    says_article: bool
    language: str | None

    @property
    def runs(self) -> Sequence[Run]:
        """The stories of the reading."""
        return self.reading.runs

    @property
    def coverage(self) -> Coverage:
        """Where the page's prose stands in this reading."""
        return self.reading.coverage

    @property
    def names_own_story(self) -> bool:
        """True where the page is named after a headline, rather than after a section."""
        return self.name.headline is not None and is_headline(text_of(self.name.headline))

    @property
    def is_round_up(self) -> bool:
        """True where the page is named after a kind of page that prints several stories."""
        return self.name.headline is not None and names_round_up(text_of(self.name.headline))

    @property
    def lone_headline(self) -> Element | None:
        """The only heading 1 where it is long enough for a headline, whatever the page's title says."""
        only = _only_h1(self.root)
        return only if only is not None and is_headline(text_of(only)) else None

    @property
    def headline_is_story(self) -> bool:
        """True where that headline stands in one of the stories, or the page is named after a story's title."""
        if any(self.name.titles.name(r.title.text) and is_headline(r.title.text) for r in self.runs):
            return True
        lone = self.lone_headline
        if lone is not None and any(r.title.element is lone and r.title.href is None for r in self.runs):
            return True
        if self.name.headline is None:
            return False
        if any(run.title.element is self.name.headline for run in self.runs):
            return True
        if not self.names_own_story:
            return False
        owned = {element for run in self.runs for element in run.elements}
        return not owned.isdisjoint(outward(self.name.headline))

    @property
    def linked(self) -> bool:
        """True where at least half of the stories lead to a page of their own; a button leads to the same from all."""
        leading = [lead for run in self.runs if (lead := _lead_of(run, self.url))]
        return len(leading) * 2 >= len(self.runs) and len({*leading}) > 1

    @property
    def with_prose(self) -> float:
        """The share of stories that hold a long text."""
        return sum(prose > 0 for prose in self.coverage.stories) / len(self.runs)


def _only_h1(root: Element) -> Element | None:
    first = list(islice(root.iter("h1"), 2))
    return first[0] if len(first) == 1 else None


def _lead_of(run: Run, url: str) -> str | None:
    """Where the headline of a story leads, or else a link in it that says that it goes on there."""
    if run.title.href is not None:
        return run.title.href
    links = [link for element in run.elements for link in element.iter("a")]
    marked = (href_of(link, url) for link in links if is_marker(text_of(link)))
    return next(filter(None, marked), None) or only_link(links, url)


def is_listing(facts: Facts) -> bool:
    """The verdict on one reading of the page."""
    if len(facts.runs) < 2 or not facts.reading.has_headlines or _is_one_article(facts):
        return False
    return _is_list_of_links(facts) if facts.linked else _is_list_of_texts(facts)


def is_listing_of_one(facts: Facts) -> bool:
    """The verdict on a page whose only headline that leads elsewhere holds its text: the last page of a section, say.

    The page has to be named after a section, and to say that it is a listing or that the story goes on elsewhere.
    """
    (run,) = facts.runs
    if facts.names_own_story or run.title.element is facts.name.headline:
        return False
    if facts.name.headline is None and not _is_section_page(facts.root, run):
        return False
    if facts.name.titles.name(run.title.text) or facts.coverage.outside * 4 > sum(facts.coverage.stories):
        return False
    return says_listing(facts.root, facts.url) or any(
        _leads_on(run, element, facts.url) for element in run.elements
    )


def _is_section_page(root: Element, run: Run) -> bool:
    """True where the only heading 1 is too short for a headline, and is not that of the story."""
    only = _only_h1(root)
    return only is not None and only is not run.title.element and not is_headline(text_of(only))


def _leads_on(run: Run, element: Element, url: str) -> bool:
    """True where a link in `element` says that the story goes on where its headline leads."""
    title, page = run.title.text, (run.title.href or "").partition("#")[0]
    return any(
        opens_with_marker(text_of(a), title) and (href_of(a, url) or "").partition("#")[0] == page
        for a in element.iter("a")
    )


def _is_one_article(facts: Facts) -> bool:
    """True where the page has a headline of its own with a text of its own, or one text outweighs all others."""
    prose = facts.coverage.stories
    if facts.headline_is_story:
        return True
    if facts.names_own_story and facts.coverage.before >= _SHORTEST_BODY:
        return True
    opened = facts.coverage.before > 0 or _opens_with_prose(facts.runs[0])
    if facts.names_own_story and opened and (_is_apart(facts) or _is_signed_story(facts)):
        return not _is_letter(facts)
    if facts.coverage.before >= 2 * _SHORTEST_BODY and facts.lone_headline is not None:
        return True
    others = sum(prose) - max(prose)
    if max(prose) > 2 * _SHORTEST_BODY and _is_far_more(max(prose), others, len(prose) - 1):
        return not _is_one_of_many(facts)
    return facts.coverage.outside > max(sum(prose), _SHORTEST_BODY)


def _is_one_of_many(facts: Facts) -> bool:
    """True where the longest text has a headline like the others', with a page of its own, and nothing else has one."""
    longest = max(range(len(facts.runs)), key=facts.coverage.stories.__getitem__)
    return (
        facts.linked
        and facts.runs[longest].title.href is not None
        and facts.name.headline is None
        and facts.lone_headline is None
        and facts.coverage.before == facts.coverage.outside == 0
        and facts.with_prose >= _MOSTLY
    )


def _opens_with_prose(run: Run) -> bool:
    """True where a long text stands before the headline of a story: a box amid the text of another."""
    above = takewhile(lambda element: element is not run.title.element, run.elements[0].iter())
    return any(element.tag == "p" and len(element.text or "") > _LONG_TEXT for element in above)


def _is_apart(facts: Facts) -> bool:
    """True where the page's headline has its text in an <article> or <main>, and all other stories stand outside."""
    headline = facts.name.headline
    home = None if headline is None else next(headline.iterancestors("article", "main"), None)
    others = {run.elements[0] for run in facts.runs}
    return home is not None and not any(element in others for element in home.iter())


def _is_signed_story(facts: Facts) -> bool:
    """True where a date or byline of its own stands below the page's headline, or in a box with it and its text."""
    if facts.name.headline is None:
        return False
    others = {element for run in facts.runs for element in run.elements}
    return is_signed_below(facts.name.headline, facts.language) or is_signed_box(
        facts.name.headline, others, facts.language
    )


def _is_far_more(longest: int, others: int, number: int) -> bool:
    """True where one text is a story, and the `number` others, which hold `others` characters together, are teasers."""
    return longest > 6 * others or (longest > 3 * others and others < 150 * number)


def _is_list_of_links(facts: Facts) -> bool:
    if facts.names_own_story and (_ask(facts.runs) or _lead_away(facts)):
        return False
    if facts.says_article:
        return len(facts.runs) > 2 and facts.coverage.outside < _SHORTEST_BODY
    if sum(facts.coverage.stories) > 0:
        return True
    return facts.coverage.outside < _SHORTEST_BODY and (len(facts.runs) > 3 or _are_signed(facts))


def _is_list_of_texts(facts: Facts) -> bool:
    """Headlines without links look like subheads: other evidence has to say that this is a list."""
    if (
        facts.says_article
        or facts.coverage.before >= _SHORTEST_BODY
        or not _tell_stories(facts)
        or facts.coverage.outside * 2 > sum(facts.coverage.stories)
        or _ask(facts.runs)
    ):
        return False
    if facts.is_round_up or facts.names_own_story:
        return facts.is_round_up or _are_signed_stories(facts) or _is_letter(facts)
    if says_listing(facts.root, facts.url):
        return True
    if facts.lone_headline is not None and facts.coverage.before > 0:  # or a page that tells hour by hour
        return _are_signed(facts, clocks=False)
    if _are_signed(facts):
        return True
    return (
        len(facts.runs) > 2
        and facts.name.headline is None
        and facts.coverage.before == 0
        and median(word_count(run.title.text) for run in facts.runs) > 4
    )


def _tell_stories(facts: Facts) -> bool:
    """True where most headlines have long texts; half of them will do where each shows its day or who wrote it."""
    share = facts.with_prose
    return share >= _MOSTLY or (share >= _HALF and _are_signed(facts, clocks=False))


def _is_letter(facts: Facts) -> bool:
    """True where the page tells how to leave a newsletter, and any of its stories goes on elsewhere."""
    leads = any(_lead_of(run, facts.url) for run in facts.runs)
    return leads and any(is_service(text_of(link)) for link in facts.root.iter("a"))


def _ask(runs: Sequence[Run]) -> bool:
    """True where most headlines are questions: those of an interview, or of readers."""
    return sum(run.title.text.endswith(("?", "？")) for run in runs) * 2 > len(runs)


def _lead_away(facts: Facts) -> bool:
    """True where every headline leads to another host: the things that an article is about, in shops say."""
    here = host_of(facts.url)
    return all(host_of(run.title.href or "") not in ("", here) for run in facts.runs)


def _are_signed_stories(facts: Facts) -> bool:
    """True where each of several stories shows both a name and a day, whatever the page is called."""
    return len(facts.runs) >= _SEVERAL and all(
        shows_name_and_day(run.elements, facts.language) for run in facts.runs
    )


def _are_signed(facts: Facts, *, clocks: bool = True) -> bool:
    """True where more than half of the stories show a date or a byline, or each stands below its day.

    With `clocks`, the time of a day is enough.
    """
    signed = sum(is_signed(run.elements, facts.language, clocks=clocks) for run in facts.runs)
    return signed * 2 > len(facts.runs) or bool(days_above(facts.runs, facts.language))
