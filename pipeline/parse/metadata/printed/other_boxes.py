"""Boxes behind the text that tell of others: related stories, what readers write, columnists, newsletters."""

import re
from functools import lru_cache
from itertools import islice

from pipeline.parse.html_tree import Element, names_of

_NAMES = re.compile(
    r"related|sidebar|comment(?!ary)|recomm|popular|most-?(?:read|view)|trending|newsletter|teaser|promo|latest"
    r"|(?:product|customer|user)-?reviews?|reviews?-(?:list|section|tab|widget)"
    r"|read-?(?:next|also)|(?:more|other|next)-?(?:from|news|stories|posts|articles)|columnists|taboola|outbrain",
    re.IGNORECASE,
)
_MOST_BOXES = 12
"""Levels between a text and the box of others that it stands in."""
_TAGS = frozenset({"aside", "nav"})


def tells_of_others(element: Element) -> bool:
    """True where the tag, class or id of `element` says that it is no part of the story."""
    return element.tag in _TAGS or _names_others(names_of(element))


def is_in_other_box(element: Element) -> bool:
    """True where `element`, or one of the boxes around it, tells of others."""
    return tells_of_others(element) or any(map(tells_of_others, islice(element.iterancestors(), _MOST_BOXES)))


@lru_cache(maxsize=4096)
def _names_others(names: str) -> bool:
    return _NAMES.search(names) is not None
