"""Words whose forms no ending tells: children of child, bought of buy, люди of человек, балдар of бала. Pure.

What is the same in all forms, as of cut, and forms that differ by an ending, `word_forms` knows. Left out are the verbs
that every story has (be, have, do), which nobody searches for.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

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
_CYRILLIC = """
    человек:/а/у/ом/е люд:и/ей/ям/ьми/ях, ребен:ок/ка/ку/ком/ке дет:и/ей/ям/ьми/ях ребят:а/ам/ами/ах ребят,
    сын:/а/у/ом/е сыновь:я/ям/ями/ях сыновей, брат:/а/у/ом/е брать:я/ев/ям/ями/ях, муж:/а/у/ем/е
    мужь:я/ям/ями/ях мужей, друг:/а/у/ом/е друзь:я/ям/ями/ях друзей, мат:ь/ери/ерью/ерей/ерям/ерями/ерях,
    доч:ь/ери/ерью/ерей/ерям/ерями/ерьми/ерях, год:/а/у/ом/е/ы/ов/ам/ами/ах лет, ден:ь
    д:ня/ню/нем/не/ни/ней/ням/нями/нях, врем:я/ени/енем/ена/ен/енам/енами/енах,
    им:я/ени/енем/ена/ен/енам/енами/енах, знам:я/ени/енем/ена/ен/енам/енами/енах,
    дерев:о/а/у/ом/е/ья/ьев/ьям/ьями/ьях, лист:/а/у/ом/е/ы/ов/ья/ьев/ьям/ьями/ьях,
    стул:/а/у/ом/е/ья/ьев/ьям/ьями/ьях, крыл:о/а/у/ом/е/ья/ьев/ьям/ьями/ьях, рот рт:а/у/ом/е/ы/ов/ам/ами/ах, лоб
    лб:а/у/ом/е/ы/ов/ам/ами/ах, сон сн:а/у/ом/е/ы/ов/ам/ами/ах, лед ль:да/ду/дом/де/ды/дов/дам/дами/дах, лев
    льв:а/у/ом/е/ы/ов/ам/ами/ах, пес пс:а/у/ом/е/ы/ов/ам/ами/ах, церк:овь/ви/овью/вей/вам/вами/вах,
    люб:овь/ви/овью, неб:о/а/у/ом/е/еса/ес/есам/есами/есах, чуд:о/а/у/ом/е/еса/ес/есам/есами/есах,
    хозя:ин/ина/ину/ином/ине/ева/ев/евам/евами/евах, гражд:анин/анина/анину/анином/анине/ане/ан/анам/анами/анах,
    господ:ин/ина/ину/ином/ине/а/ам/ами/ах господ, хорош:ий/его/ему/им/ем/ая/ей/ую/ее/ие/их/ими
    луч:ше/ший/шего/шему/шим/шем/шая/шей/шую/шее/шие/ших/шими, плох:ой/ого/ому/им/ом/ая/ую/ое/ие/их/ими
    худ:ший/шего/шему/шим/шем/шая/шей/шую/шее/шие/ших/шими хуже, ид:ти/ет/ут/у/ем/ите шел шл:а/о/и,
    пой:ти/дет/дут/ду/дем пошел пошл:а/о/и, прий:ти прид:ет/ут/у/ем пришел пришл:а/о/и, вый:ти/дет/дут/ду вышел
    вышл:а/о/и, вой:ти/дет/дут войду вошел вошл:а/о/и, най:ти/дет/дут/ду/дем нашел нашл:а/о/и, прой:ти/дет/дут
    прошел прошл:а/о/и, уй:ти/дет/дут ушел ушл:а/о/и, ех:ать/ал/ала/ало/али ед:ет/ут/у/ем,
    да:ть/л/ла/ло/ли/ст/дут/м/дим, созда:ть/л/ла/ло/ли/ст/дут/н/на/но/ны/дим, взя:ть/л/ла/ло/ли/т/та/то/ты
    возьм:ет/ут/у/ем, приня:ть/л/ла/ло/ли/т/та/то/ты прим:ет/ут/у/ем, нача:ть/л/ла/ло/ли/т/та/то/ты
    начн:ет/ут/у/ем, мо:чь/г/гла/гло/гли/жет/гут/гу/жем, помо:чь/г/гла/гло/гли/жет/гут/гу/жем, вез:ти/ет/ут вез
    вез:ла/ло/ли, вес:ти вед:ет/ут/у/ем вел вел:а/о/и, сказа:ть/л/ла/ло/ли/н/на/но/ны скаж:ет/ут/у/ем,
    каза:ть/л/ла/ло/ли каж:ет/ут, показа:ть/л/ла/ло/ли/н/на/но/ны покаж:ет/ут/у/ем, писа:ть/л/ла/ло/ли
    пиш:ет/ут/у/ем, написа:ть/л/ла/ло/ли/н/на/но/ны напиш:ет/ут/у/ем, подписа:ть/л/ла/ло/ли/н/на/но/ны
    подпиш:ет/ут/у/ем, плат:ить/ил/ила/ило/или/ит/ят/им плачу, купи:ть/л/ла/ло/ли/т/м
    куп:ят/лю/лен/лена/лено/лены, бала:/га/ны/нын/да/дан/сы/сын/сына/лар/м/быз
    балдар:/га/ды/дын/да/дан/ы/ын/ына/ынын/ым/ыбыз/ыбызга/ыбыздын/ыбызды
"""
"""Russian and Kyrgyz. A word is written as its stems, each with the endings that follow it."""

_MAN = re.compile(r"(\w{3,})m([ae])n")
"""policeman and policemen; with fewer letters in front, Oman and omen."""


def irregular_forms(word: str) -> frozenset[str]:
    """The other forms of a folded `word`; too many of them where it is a regular verb or noun as well."""
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
    for paradigm in _CYRILLIC.split(","):
        yield frozenset(
            stem + ending
            for stem, _, endings in (piece.partition(":") for piece in paradigm.split())
            for ending in endings.split("/")
        )


def _in_s(verb: str) -> str:
    if re.search("[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search("(?:[osx]|[cs]h)$", verb) else f"{verb}s"


def _in_ing(verb: str) -> str:
    if re.search("[^eio]e$", verb):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if re.search("[^aeiou][aeiou][^aeioucwxy]$", verb) else f"{verb}ing"


def _forms_by_word() -> dict[str, frozenset[str]]:
    """All forms of all paradigms that a word is in: leaves are of leaf and of leave."""
    forms: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for paradigm in _paradigms():
        for word in paradigm:
            forms[word] |= paradigm
    return dict(forms)


_FORMS = _forms_by_word()
