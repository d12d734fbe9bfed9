"""How a text ends: with a sentence, or in the middle of one because a feed or a paywall cut it."""

from collections.abc import Mapping

from pipeline.parse.language_tags import primary

WORDS: Mapping[str, str] = {
    "en": "the a an of and or but than whose their his her its our your my into onto is are was were has have had",
    "de": "der die das dem den des eine einen einem einer eines und oder dass weil für von vom zum zur im beim sowie",
    "fr": "le la les un une des du de et ou que qui dans sur pour par avec aux son sa ses leur leurs cette ces est",
    "es": "el los las una unos unas del y o que con por para sus su al como es son fue",
    "pt": "o os as um uma dos das da do e ou que com por para seu sua ao aos nos nas pelo pela é foi",
    "it": "il lo gli i una del della dei delle degli e o che con per nel nella sul sulla alla ai è sono",
    "nl": "de het een van en of dat voor bij zijn haar hun wordt werd",
    "sv": "en ett och eller att som för med från är var",
    "no": "et og eller å som for fra er",
    "da": "og eller at som for fra er",
    "pl": "w we z ze i oraz lub że dla od przez którego której które jest",
    "cs": "v ve z ze a nebo že pro od který která které je",
    "ru": "в во на с со и или из к ко от об что чтобы для при без который которая которые которого был была",
    "uk": "в у на з із і та або що щоб для при від до який яка які якого був була",
    "tr": "ve veya ile bir bu için",
    "nb": "og eller å som for fra er", "fi": "ja tai että kun joka jotka sekä", "is": "og eða að sem frá til í á",
    "sk": "v vo z zo a alebo že pre od ktorý ktorá ktoré je",
    "ro": "și şi sau că pentru din de la cu un o care este",
    "hu": "a az és vagy hogy egy mint de", "bg": "в на с и или че за от до като който която които е",
    "sr": "и у на са или да за од до који која које је i u na sa ili da za od do koji koja koje je",
    "hr": "i u na s sa ili da za od do koji koja koje je", "bs": "i u na s sa ili da za od do koji koja koje je",
    "sl": "in v na z s ali da za od do ki je", "mk": "и во на со или дека за од до кој која кои е",
    "el": "και ή ο η το οι τα του της των στο στη στην για με από που ότι", "lt": "ir ar kad su iš į už",
    "lv": "un vai ka ar no uz par",
    "et": "ja või et kui", "az": "və ilə üçün bu", "be": "у з на і або што для ад да",
    "ca": "el els les i o que amb per al del", "id": "dan atau yang di ke dari untuk dengan",
    "vi": "và của là cho với tại trong",
    "kk": "және мен пен үшін бұл", "ky": "жана менен үчүн бул", "uz": "va bilan uchun bu", "tk": "we bilen üçin bu",
    "tg": "ва дар аз бо барои ки ба",
}  # fmt: skip
"""Words with which no sentence ends, for each language: a word in two of them may end one in a third."""

_WORDS: Mapping[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in WORDS.items()}
_SHORTEST = 120
"""Characters of a paragraph that is no label, no credit and no way to another page."""
_LONGEST_TEASER = 1500
"""Characters of a text up to which it may be the beginning of one; a longer one needs a surer sign."""


def breaks_off(paragraph: str, length: int, language: str | None) -> bool:
    """True where the last paragraph of a text of `length` characters ends in the middle of a sentence.

    That is in a small letter, without any mark, in a word; scripts without small letters do not tell. Of a text that
    is longer than a teaser the last word has to be one that ends no sentence: publishers forget a full stop.
    """
    if len(paragraph) < _SHORTEST or not paragraph[-1].islower():
        return False
    word = paragraph[-_SHORTEST:].rsplit(maxsplit=1)[-1]
    if not (word.isalpha() and word.islower()):  # an address, or a name
        return False
    return length <= _LONGEST_TEASER or word in _WORDS.get(primary(language), ())
