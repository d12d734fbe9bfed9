"""Lines that count the issues of a paper or the letters of a newsletter: "No. 48", "Ausgabe 12", "第3期"."""

import re

_ISSUE = re.compile(
    r"\W{0,3}(?<!\w)(?:(?:no|nr|num|vol|n)\.?|n[°º]|№|issue|edition|volume|letter|newsletter|ausgabe|folge|numéro|numero"
    r"|número|edición|edição|edizione|wydanie|numer|sayı|выпуск|номер|випуск|письмо|сан|нөмір|чыгарылыш|son|шумора"
    r"|第)\s{0,2}[#№]?\s{0,2}\d{1,6}(?!\d)",
    re.IGNORECASE,
)
_LONGEST = 100


def is_issue(text: str) -> bool:
    """True for a line that begins with the number of a letter."""
    return len(text) <= _LONGEST and _ISSUE.match(text) is not None


def tells_issue(text: str) -> bool:
    """True for a line with that number anywhere."""
    return len(text) <= _LONGEST and _ISSUE.search(text) is not None


def is_issue_alone(text: str) -> bool:
    """True for that number and nothing else."""
    return len(text) <= _LONGEST and _ISSUE.fullmatch(text) is not None
