"""Words of which a language has irregular forms: each with all forms of each paradigm that it is in."""

from collections import defaultdict
from collections.abc import Iterable


def forms_by_word(paradigms: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    """All forms of all paradigms that a word is in: leaves are of leaf and of leave."""
    forms: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for paradigm in paradigms:
        for word in paradigm:
            forms[word] |= paradigm
    return dict(forms)
