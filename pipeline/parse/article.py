"""The one story of a page: its body, its metadata, and what each tells of the other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo

from pipeline.parse.addresses import absolute
from pipeline.parse.body import Body, StoryInData, Told, blocks_of, find_body, withheld
from pipeline.parse.bylines.read import read_names
from pipeline.parse.dates.find import find_date
from pipeline.parse.hints import Hints
from pipeline.parse.html_tree import Element
from pipeline.parse.language_tags import primary
from pipeline.parse.metadata import Metadata, completed, detect_language, is_foreign
from pipeline.parse.selectors import select
from pipeline.parse.stories import Stories
from pipeline.records import Article, Candidate, Problem, Reason

_A_STORY = 250
"""Characters from which on a text without a headline is kept as a story."""


def main_article(
    root: Element, url: str, metadata: Metadata, hints: Hints, whole: Callable[[], Element]
) -> Stories:
    """The page's story, if it has one. A long text is kept though its headline was not found."""
    body, problems = _body(root, url, metadata, hints, whole)
    if body.told:
        metadata = completed(metadata, _in_data(body.told, metadata.language, hints.time_zone), surely=True)
    if not metadata.title and sum(len(block.text) for block in body.blocks) >= _A_STORY:
        problems = (*problems, Problem(Reason.STORY_WITHOUT_TITLE))
    elif not body.blocks or not metadata.title:
        return Stories((), problems, body.left_out)
    access = metadata.access
    cut = (access.paid and withheld(body.blocks, metadata.word_count, access.shown)) or body.cut
    article = Article(
        title=metadata.title or "",
        authors=metadata.authors,
        published_at=metadata.published_at,
        modified_at=metadata.modified_at,
        blocks=body.blocks,
        url=metadata.url,
        language=metadata.language,
        section=metadata.section,
        tags=metadata.tags,
        image=metadata.image,
        complete=cut is None,
        origins={
            **metadata.origins,
            "body": (Candidate(body.rule, next(block.text for block in body.blocks if block.text)),),
        },
    )
    return Stories((article,), (*problems, cut) if cut else problems, body.left_out)


def _in_data(story: StoryInData, language: str | None, time_zone: tzinfo | None) -> Article:
    """The story as the page's scripts have it, beside its text."""
    names = ("title", "authors", "published_at")
    values = (story.title, ", ".join(story.authors), story.published)
    return Article(
        title=story.title,
        authors=read_names(story.authors, language),
        published_at=find_date(story.published, language=language, time_zone=time_zone)[0],
        origins={name: (Candidate("script data", value),) for name, value in zip(names, values, strict=True)},
    )


def _body(
    root: Element, url: str, metadata: Metadata, hints: Hints, whole: Callable[[], Element]
) -> tuple[Body, tuple[Problem, ...]]:
    """What the source's selectors match, or the rules' answer where they match nothing."""
    base = _base(root, url if url.startswith("http") else metadata.url or url)  # a saved page, but whose?
    for selector in hints.selectors.body:
        blocks = tuple(block for element in select(root, selector) for block in blocks_of(element, base))
        if any(block.text for block in blocks):
            return Body(blocks, "selector"), ()
    missed = tuple(
        Problem(Reason.SELECTOR_FOUND_NOTHING, selector, "body") for selector in hints.selectors.body
    )
    told = Told(
        title=metadata.title,
        description=metadata.description,
        authors=metadata.authors,
        language=metadata.language,
        text=metadata.text,
        site_texts=hints.site_texts,
        base=base,
        whole=whole,
    )
    return find_body(root, told, explain=hints.explain), missed


def _base(root: Element, url: str) -> str:
    """Where the relative links of the page at `url` begin."""
    element = next(root.iter("base"), None)
    return url if element is None else absolute(element.get("href"), url) or url


def in_its_language(article: Article, page_read_as: str | None = None) -> Article:
    """The story with the language of its text, where nobody tells it or its letters speak against what is told.

    `page_read_as` is the language that the text of its page was found to be in: to find that out takes long.
    """
    text = f"{article.title}\n{article.text}"
    if article.language and not is_foreign(text, article.language):
        return article
    read_as = primary(page_read_as)
    code = read_as if read_as and not is_foreign(text, read_as) else detect_language(text)
    if code is None:
        return article
    told = article.origins.get("language", ())
    origins = {**article.origins, "language": (Candidate("detected", code), *told)}
    return replace(article, language=code, origins=origins)
