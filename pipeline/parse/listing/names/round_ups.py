"""What pages are called that print several short stories in full: `News in brief`, `Leserbriefe`, «Коротко»."""

import re

from pipeline.parse.alternatives import any_of
from pipeline.parse.dates.months import is_calendar_word

_LONGEST_NAME = 60
"""Characters: a longer one is a headline that begins or ends with such a word."""
_MOST_OTHERS = 3
"""Words beside it: of a place, a paper, a week."""

_NAMES = (
    "briefs", "in brief", "news in brief", "briefly", "news briefs", "roundup", "round-up", "news digest",
    "letters to the editor", "readers’ letters", "readers' letters", "your letters", "death notices", "obituaries",
    "deaths and funerals", "births, marriages and deaths", "police log", "police blotter", "sheriff's log",
    "court reports", "community notes", "notices", "announcements", "press review", "headlines",
    "kurzmeldungen", "kurznachrichten", "meldungen", "kurz notiert", "kurz und knapp", "kurz gemeldet",
    "nachrichten in kürze", "leserbriefe", "traueranzeigen", "nachrufe", "polizeibericht", "polizeimeldungen",
    "presseschau", "vermischtes",
    "en bref", "brèves", "les brèves", "courrier des lecteurs", "avis de décès", "revue de presse", "faits divers",
    "en breve", "breves", "cartas al director", "cartas de los lectores", "necrológicas", "esquelas",
    "in breve", "brevi", "lettere al direttore", "necrologi", "rassegna stampa",
    "em resumo", "notas breves", "cartas ao director", "cartas ao diretor", "cartas dos leitores",
    "kort nieuws", "in het kort", "lezersbrieven", "brieven", "notiser", "i korthet", "insändare", "kortnytt",
    "kort nyt", "læserbreve", "leserbrev", "lyhyesti", "w skrócie", "krótko", "listy do redakcji", "nekrologi",
    "stručně", "krátce", "ve zkratce", "röviden", "pe scurt", "kısa kısa", "kısa haberler", "vefat ilanları",
    "коротко", "кратко", "дайджест", "дайджест новостей", "письма читателей", "некрологи", "сводка новостей",
    "новости одной строкой", "обзор прессы", "коротко про головне", "листи читачів",
    "қысқаша", "қысқа жаңалықтар", "кыскача", "кыска кабарлар", "qisqacha", "қисқача", "gysgaça",
    "简讯", "简报", "快讯", "要闻简报", "読者の声", "短信", "단신", "간추린 뉴스", "독자투고",
)  # fmt: skip
"""By language. Beside one of these stands a place or a paper: `Naryn news briefs`, `Briefs from the valley`."""
_NAMED = re.compile(any_of(_NAMES, r"(?<!\w.)", r"(?!\w)"))
_WORD = re.compile(r"[^\W\d_]+")


def names_round_up(name: str) -> bool:
    """True for the name of such a page, with a place, a paper or a day beside the words."""
    if not 0 < len(name) <= _LONGEST_NAME:
        return False
    found = _NAMED.search(" ".join(name.casefold().split()))
    if found is None:
        return False
    before, behind = (
        [word for word in _WORD.findall(part) if not is_calendar_word(word, None)]
        for part in (found.string[: found.start()], found.string[found.end() :])
    )
    return len(before) + len(behind) <= _MOST_OTHERS and not (before and behind)
