"""What a byline names beside those who wrote: who took the pictures, towns, papers, degrees."""

import re
from itertools import pairwise

from pipeline.parse.alternatives import any_of, holds_one
from pipeline.parse.bylines.cities import is_city
from pipeline.parse.bylines.houses import is_agency
from pipeline.parse.bylines.roles import EDGES, holds_role, without_role
from pipeline.parse.bylines.words import BEATS, OUTLETS

PHOTOGRAPHERS = frozenset({
    "photographer", "photojournalist", "fotograf", "fotografin", "fotografo", "fotografa", "fotógrafo", "fotógrafa",
    "photographe", "photographie", "fotografía", "fotografia", "fotografie", "fotoreporter", "fotojournalist",
    "fotografka", "valokuvaaja", "kuvaaja", "kuvat", "фотограф", "фотокорреспондент", "фотокор", "фотокореспондент",
    "photos", "photo", "fotos", "foto", "bilder", "zdjęcia", "фото", "сүрөт", "сурет",
})  # fmt: skip
"""What stands behind the name of somebody who took the pictures, and wrote nothing."""

WROTE = frozenset(
    {"text", "texts", "texte", "texto", "testo", "tekst", "teksti", "words", "текст", "мәтін", "matn"}
)
"""What stands in brackets behind the name of who wrote, where another took the pictures."""

DEGREES = frozenset({
    "phd", "ph.d", "md", "m.d", "mba", "jd", "j.d", "rn", "msc", "esq", "cfa", "cpa", "mph", "obe", "mbe", "cbe", "kbe",
    "d.phil", "dphil", "ma", "ba", "bsc", "b.sc", "m.sc", "llb", "ll.b", "llm", "pharmd", "edd", "dds", "rd", "rdn",
})  # fmt: skip
"""What may stand behind a name and its comma without being another one."""

_TWO_NAMES = frozenset({
    "de", "fr", "it", "nl", "pl", "cs", "sk", "sv", "da", "nb", "no", "nn", "fi", "hu", "tr", "es", "pt", "ro", "en",
})  # fmt: skip
"""Languages in whose bylines everybody has two names or more."""

REPORTED = ("報導", "报道", "報道", "綜合報導", "报导", "摄影报道")
"""How a part ends that says where from somebody reports: `記者王小明／台北報導`."""

_SPECIAL = (
    "TV ", "Radio ", "Rádio ", "The ", "Special to ", "Special for ", "For the ", "For The ", "Head of ",
    "Deputy head of ", "Director of ", "University of ",
)  # fmt: skip
_HOUSES = frozenset({
    "news", "times", "post", "herald", "tribune", "journal", "courier", "gazette", "chronicle", "observer", "service",
    "magazine", "radio", "tv", "television", "media", "network", "university", "institute", "zeitung", "tageblatt",
    "city", "press", "conteúdo",
})  # fmt: skip
"""How the names of papers, broadcasters and schools end, and those of some towns."""
_PAPER = re.compile(r"[«„“\"].{2,40}[»“”\"]")
"""The name of a paper behind that of who writes for it: `Айзада Токтогулова, «Өрөөн»`."""
_DID = re.compile(rf"\((?:({any_of(PHOTOGRAPHERS)})|{any_of(WROTE)})\)(?=\s?([^\W\d_]?))", re.IGNORECASE)
"""What somebody did, in brackets behind the name."""
_TOWN_BEFORE = re.compile(
    r"^(?:[가-힣]{2}/|(?!사진|영상|그래픽)[가-힣]{2,5}\s?=\s?)(?=[가-힣]{3})"
    r"|^[ァ-ヺー一-鿿・]{2,12}\s?[=＝]\s?(?=[一-鿿]{3})"
)
_TOOK_PICTURES = " fotograf"
"""Put behind a name in place of `(Fotos)`, as what stands in brackets is left out."""


def with_marks(line: str) -> str:
    """`line` without brackets around what it tells of somebody: that they took the pictures."""
    return _DID.sub(_did, line) if "(" in line else line


def _did(found: re.Match[str]) -> str:
    """A word for who took the pictures; a comma where another name with its capital follows."""
    return (_TOOK_PICTURES if found[1] else "") + (", " if found[2].isupper() else "")


def without_photographers(parts: list[str]) -> list[str]:
    """The parts without those that name who took the pictures, where somebody wrote: `A (Text), B, Fotograf`."""
    wrote: list[str] = []
    took: list[str] = []
    for part in parts:
        name, marked, _ = part.partition(_TOOK_PICTURES)
        if not marked:
            name, _, last = part.rpartition(" ")
            did = last.strip(EDGES).lower()
        if marked or did in PHOTOGRAPHERS:
            took.append(name or (wrote.pop() if wrote else part))
        else:
            wrote.append(name if name and did in WROTE else part)
    return wrote or took


def names_photographer(line: str) -> bool:
    """True where a word of `line` says that somebody took the pictures."""
    return not PHOTOGRAPHERS.isdisjoint(word.strip(EDGES) for word in line.lower().split())


def without_place(parts: list[str], line: str, language: str) -> list[str]:
    """The parts without single words behind a full name and a comma, towns or papers and no agencies.

    A word in plain letters is kept, unless nobody in `language` has a name of one word, or it stands behind the last of
    several: `Von Eva Muster, Kiel, und Max Beispiel, Hannover`.
    """
    kept = parts[:1]
    for before, part in pairwise(parts):
        is_word = " " not in part and not is_agency(part) and f", {part}" in line
        is_behind_name = is_word and (" " in before or is_agency(before))
        is_behind_last = len(parts) > 2 and part is parts[-1] and f", {before}" not in line
        is_place = language in _TWO_NAMES or is_behind_last or (part.istitle() and not part.isascii())
        kept += [] if is_behind_name and is_place else [part]
    return kept


def without_town_before(line: str) -> str:
    """`line` without the town before a slash, or an equals sign: `부산/김보기 기자`."""
    return _TOWN_BEFORE.sub("", line) if holds_one(line, "/=＝") else line


def without_asides(parts: list[str], language: str | None) -> list[str]:
    """The parts that may be names: behind a full name stand towns, degrees, and in small letters the rest.

    `Von Eva Beispiel, Berlin`, `Jane Doe, PhD`, `Jane Doe, in Paris`, `Jane Doe, Special to the Courier`.
    """
    if not parts or (" " not in parts[0] and parts[0].isascii() and not is_agency(parts[0])):
        return parts
    others = (part for part in parts[1:] if is_agency(part) or not _is_aside(part, language))
    if not holds_role(parts[0]):
        others = (part for part in others if not _ends_with_role(part))
    return [parts[0], *others]


def _ends_with_role(part: str) -> bool:
    """True for a role with its field behind a name that has none: `Jane Doe, City Hall Reporter`."""
    return " " in part and holds_role(part.rpartition(" ")[2])


def is_degree(part: str) -> bool:
    """True for what stands behind a scholar's name: `PhD`."""
    return part.strip(EDGES).lower() in DEGREES


def _is_aside(part: str, language: str | None) -> bool:
    first, _, more = part.partition(" ")
    if first.islower() or ":" in part or _PAPER.fullmatch(part):
        return True
    if more:
        last = more.rpartition(" ")[2].lower()
        is_house = last in _HOUSES and without_role(part) == part
        return is_house or part.startswith(_SPECIAL) or (first.isupper() and first.lower() in OUTLETS)
    bare = part.strip(EDGES)
    return (
        is_city(bare, language)
        or is_degree(part)
        or bare.lower() in BEATS
        or bare.endswith(REPORTED)
        or any(mark.isdigit() or mark == "." for mark in bare)
    )
