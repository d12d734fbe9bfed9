"""English words whose forms no ending tells: children of child, bought of buy. Pure.

What is the same in all forms, as of cut, and forms that differ by an ending, `word_forms` knows. Left out are the verbs
that every story has (be, have, do), which nobody searches for.
"""

import re
from collections.abc import Iterator

from pipeline.load.reading.paradigms import forms_by_word

_VERBS = """
    arise arose arisen, awake awoke awoken, bear bore borne born, become became, befall befell befallen, begin
    began begun, behold beheld, bend bent, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke
    broken, breed bred, bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen,
    cling clung, come came, creep crept, deal dealt, die died dying, dig dug, draw drew drawn, dream dreamt,
    drink drank drunk, drive drove driven, dwell dwelt, eat ate eaten, fall fell fallen, feed fed, feel felt,
    fight fought, find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden, foresee foresaw
    foreseen, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten, give gave
    given, go went gone, grind ground, grow grew grown, hang hung, hear heard, hide hid hidden, hold held, keep
    kept, kneel knelt, know knew known, lay laid, lead led, lean leant, leap leapt, learn learnt, leave left,
    lend lent, lie lay lain lying, light lit, lose lost, make made, mean meant, meet met, mislead misled,
    mistake mistook mistaken, misunderstand misunderstood, oversee oversaw overseen, overcome overcame,
    overthrow overthrew overthrown, overtake overtook overtaken, pay paid, prove proven, rebuild rebuilt, repay
    repaid, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, seek sought,
    sell sold, send sent, sew sewn, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank
    shrunk, sing sang sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid, smell smelt, sow
    sown, speak spoke spoken, speed sped, spell spelt, spend spent, spill spilt, spin spun, spit spat, spoil
    spoilt, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung, stink stank stunk,
    strike struck stricken, strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam
    swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw
    thrown, tie tied tying, tread trod trodden, undergo underwent undergone, understand understood, undertake
    undertook undertaken, uphold upheld, wake woke woken, wear wore worn, weave wove woven, weep wept, win won,
    wind wound, withdraw withdrew withdrawn, withhold withheld, withstand withstood, wring wrung, write wrote
    written, panic panicked panicking, traffic trafficked trafficking
"""
_NOUNS = """
    man men, woman women, child children, person people, foot feet, tooth teeth, goose geese, mouse mice, louse
    lice, ox oxen, penny pence, grandchild grandchildren, stepchild stepchildren, schoolchild schoolchildren,
    wife wives, housewife housewives, midwife midwives, life lives, knife knives, leaf leaves, half halves, calf
    calves, wolf wolves, shelf shelves, thief thieves, loaf loaves, hoof hooves, scarf scarves, sheaf sheaves,
    elf elves, crisis crises, analysis analyses, basis bases, diagnosis diagnoses, hypothesis hypotheses, thesis
    theses, emphasis emphases, oasis oases, axis axes, phenomenon phenomena, criterion criteria, bacterium
    bacteria, referendum referenda, memorandum memoranda, curriculum curricula, stratum strata, nucleus nuclei,
    fungus fungi, stimulus stimuli, alumnus alumni, cactus cacti, index indices, appendix appendices, matrix
    matrices, vertex vertices
"""

_MAN = re.compile(r"(\w{3,})m([ae])n")
"""policeman and policemen; with fewer letters in front, Oman and omen."""


def irregular_forms(word: str) -> frozenset[str]:
    """The other forms of `word`, in lower case; too many of them where it is a regular verb or noun as well."""
    forms = _FORMS.get(word, frozenset())
    if match := _MAN.fullmatch(word):
        forms |= {f"{match[1]}m{'e' if match[2] == 'a' else 'a'}n"}
    return forms - {word}


def _paradigms() -> Iterator[frozenset[str]]:
    for paradigm in _VERBS.split(","):
        base, *others = paradigm.split()
        yield frozenset((base, *others, _in_s(base), _in_ing(base)))
    for paradigm in _NOUNS.split(","):
        yield frozenset(paradigm.split())


def _in_s(verb: str) -> str:
    if re.search("[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search("(?:[osx]|[cs]h)$", verb) else f"{verb}s"


def _in_ing(verb: str) -> str:
    if re.search("[^eio]e$", verb):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if re.search("[^aeiou][aeiou][^aeioucwxy]$", verb) else f"{verb}ing"


_FORMS = forms_by_word(_paradigms())
