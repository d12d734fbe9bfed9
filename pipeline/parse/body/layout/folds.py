"""Boxes without a heading that head the text behind them: called the title of a part or what opens one, or dates."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import islice, pairwise

from pipeline.parse.body.layout.openers import OPENS
from pipeline.parse.body.layout.outline import Outline, Run
from pipeline.parse.html_tree import names_of
from pipeline.parse.lines.dates import is_date_line

_NAMED = re.compile(r"(?<![a-z])(?:title|heading|headline|subtitle|subhead|tit)(?![a-z])", re.IGNORECASE)
"""In the name of what heads one without opening it."""
_SOME_TEXT = 40
"""Characters of what stands below it."""
_FEWEST_DATES = 3
"""Dates of one make, each above a text, that are the entries of a chronicle."""
_LEVELS = 3
"""How far above a heading its name may stand."""


def heads_of_parts(page: Outline, runs: Sequence[Run], lines: Collection[int]) -> set[int]:
    """The numbers of those `lines` among `runs` that are called what opens or heads a part, with a text behind each.

    A box called title heads nothing by itself: the pages that set headings so have several of one make.
    """
    heads: set[int] = set()
    makes: defaultdict[str, dict[int, int]] = defaultdict(dict)
    dates: defaultdict[str, set[int]] = defaultdict(set)
    for run, behind in pairwise(runs):
        if run.number not in lines or behind.free < _SOME_TEXT or not any(map(str.isalpha, run.text)):
            continue
        around = [*islice(page.ancestors(run.node), _LEVELS)]
        names = [names_of(page.elements[node]) for node in around]
        if is_date_line(run.text, None):
            dates[names[0]].add(run.number)
        elif any(page.elements[node].tag == "summary" for node in around) or any(map(OPENS.search, names)):
            heads.add(run.number)
        elif not any(page.elements[node].tag == "li" for node in around):  # a teaser's title
            made = next(filter(lambda made: _NAMED.search(made[1]), zip(around, names, strict=True)), None)
            if made:
                makes[made[1]][made[0]] = run.number
    heads.update(*(found for found in dates.values() if len(found) >= _FEWEST_DATES))
    return heads.union(*(heading.values() for heading in makes.values() if len(heading) > 1))
