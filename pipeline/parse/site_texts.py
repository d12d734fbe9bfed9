"""What the pages of one site tell about each other: the texts that stand in story after story are the site's own."""

from collections import defaultdict
from collections.abc import Iterable

from pipeline.records import ParsedPage

_FEWEST = 2
"""Different stories that hold the same text; an agency's story under two titles is as long as a story, not a line."""
_LONGEST = 600
"""Characters: what is longer and stands twice is a story that was published twice."""


def repeated_texts(pages: Iterable[ParsedPage]) -> frozenset[str]:
    """The texts that stand in several stories of one site: how to subscribe, who the writer is, rules of comments.

    `pages` are pages of the site as parsed without such evidence. To be given to `parse_page` as `site_texts`
    for any page of that site; the answer does not depend on their order.
    """
    holding: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for article in page.articles:
            for block in article.blocks:
                if 0 < len(block.text) <= _LONGEST:
                    holding[block.text].add(article.title)
    return frozenset(text for text, titles in holding.items() if len(titles) >= _FEWEST)
