"""The posts of a thread, and the question and answers of a page, where the software of a board names their boxes.

To teach the extraction a new board, add the class or the id of what holds the text of one post, and nothing else of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from pipeline.parse.body.layout.outline import Outline, Run, free_of
from pipeline.parse.html_tree import Element, tags

_CLASSES = tags("""
    bbWrapper messageText postbody postmsg post_body postcontent postcolor kmsg cPost_contentWrap userContent
    Post-body t_f js-post-body lia-message-body-content bbp-reply-content bbp-topic-content cooked
    js-post__content-text wpforo-post-content spPostContent b-post__text post-message
""")
"""Among the words of the class of a post's text."""
_ID = re.compile(r"(?:post_?message_|msg_|post_content|pid_)\d{1,12}")

_PROSE, _LINE = 30, 60
"""Characters of a text, for a sentence of Chinese has no more; and of a text in front of the first post."""
_LEVELS = 6
"""How far above its text the box of a post is looked for."""
_FEWEST, _MOST, _LITTLE = 2, 0.5, 0.2
"""How many posts make a thread, the share of all prose in them, and what stands in front of the first beside that."""


def posts(page: Outline, runs: Sequence[Run]) -> list[Run]:
    """The runs that are text of a post; none where the page is no thread of a board that we know."""
    longest = max(runs, key=attrgetter("free"), default=None)
    if longest is None or not _is_in_post(page, longest):  # nearly always
        return []
    boxes = list(_boxes(page))
    inside = {node for box in boxes for node in box}
    prose = [run for run in runs if run.free >= _PROSE]
    told = free_of(run for run in prose if run.node in inside)
    before = [run for run in prose if run.free >= _LINE and run.node < boxes[0].start]
    if len(boxes) < _FEWEST or told < _MOST * free_of(prose):
        return []
    is_headed = len(before) > 1 and free_of(before) > _LITTLE * told  # one line tells of the board
    return [] if is_headed else [run for run in runs if run.node in inside]


def _is_in_post(page: Outline, run: Run) -> bool:
    return any(_is_post(page.elements[node]) for node in islice(page.ancestors(run.node), _LEVELS))


def _boxes(page: Outline) -> Iterator[range]:
    """The nodes of each post, those around others only."""
    end = 0
    for node, element in enumerate(page.elements):
        if node >= end and _is_post(element):
            nodes = page.below(node)
            yield nodes
            end = nodes.stop


def _is_post(element: Element) -> bool:
    class_, id_ = element.get("class"), element.get("id")
    return (class_ is not None and _is_named(class_)) or (id_ is not None and _ID.fullmatch(id_) is not None)


@lru_cache(maxsize=4_096)
def _is_named(class_: str) -> bool:
    return not _CLASSES.isdisjoint(class_.split())
