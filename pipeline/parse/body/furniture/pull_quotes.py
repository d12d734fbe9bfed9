"""A sentence that a story says in its text and once more set large, in a box of its own: the second is no text."""

from collections.abc import Iterator, Sequence

from pipeline.parse.body.layout.outline import SENTENCE_ENDS, Outline, Run

_SHORTEST, _LONGEST = 40, 400
_MOST = 3
"""Where there are more, readers quote each other."""
_MORE = 15
"""Characters that a paragraph has at least beside the sentence of it that is set large."""
_TAGS = frozenset(("p", "div", "blockquote", "section", "span"))
_AROUND = " .…\"'“”„‟«»‹›‘’‚「」『』"


def without_pull_quotes(page: Outline, runs: list[Run]) -> list[Run]:
    """The runs without what is said once more in a paragraph."""
    candidates = [run for run in _boxed(page, runs) if _is_sentence(run)]
    if not candidates:
        return runs
    whole = "\n".join(run.text for run in runs)
    quotes = {run.text for run in candidates if _stands_in_paragraph(run.text, whole)}
    return runs if not 0 < len(quotes) <= _MOST else [run for run in runs if run.text not in quotes]


def _boxed(page: Outline, runs: Sequence[Run]) -> Iterator[Run]:
    """The runs that are block quotations, or have another parent than their neighbours."""
    parents = [page.parents[run.node] for run in runs]
    for run, before, parent, behind in zip(runs, (-1, *parents), parents, (*parents[1:], -1), strict=False):
        if before != parent != behind or run.tag == "blockquote":
            yield run


def _is_sentence(run: Run) -> bool:
    return _SHORTEST <= len(run.text) <= _LONGEST and run.tag in _TAGS and run.text.endswith(SENTENCE_ENDS)


def _stands_in_paragraph(text: str, whole: str) -> bool:
    """Whether a sentence stands in two of the lines of `whole`, of which one says more than that."""
    words = text.strip(_AROUND)
    first = whole.find(words)
    second = whole.find(words, first + 1)
    return second >= 0 and _says_more(whole, first, text) != _says_more(whole, second, text)


def _says_more(whole: str, at: int, text: str) -> bool:
    end = whole.find("\n", at)
    return (end if end >= 0 else len(whole)) - whole.rfind("\n", 0, at) - 1 > len(text) + _MORE
