"""Which old encoding a page is in, by the letters that its language has beside those of ASCII.

Statistics over pairs of letters need much text, and a page is mostly markup. How often each byte occurs needs little:
in the right encoding nearly all are letters of one alphabet, in a wrong one they are letters of several, or signs.
"""

import re

_LATIN = (
    # French, Spanish, Portuguese, Italian, German, Dutch, the Nordic languages, Icelandic
    ("cp1252", "éèêëàâçîïôùûüœæ", "áéíóúüñºª", "ãõçáéíóúâêôàüº", "àèéìòù",
     "äöüßé", "éëïöüèó", "äöåé", "æøåéèô", "áéíóúýþæöð"),
    # Polish, Czech and Slovak, Hungarian, Romanian, Serbian and its neighbours in Latin letters
    ("iso8859-2", "ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕôä", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    ("cp1250", "ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕôä", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    ("cp1254", "çğıöşüâîû"),
    # Lithuanian, Latvian, Estonian
    ("cp1257", "ąčęėįšųūž", "āčēģīķļņšūž", "äöüõšž"),
)  # fmt: skip
"""Where two explain a page alike, the first counts."""

_OTHERS = (
    ("cp1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
     "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ"),
    ("koi8-r", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("koi8-u", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    ("iso8859-5", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("cp866", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("iso8859-7", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
    ("cp1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
)  # fmt: skip
"""Small letters alone: a text in the wrong one of two Cyrillic encodings is full of capitals."""

_SIGNS = "\xa0«»“”„‘’‚–—…•·°§©®™€№£¿¡"
"""What stands in texts of any language."""

_ENOUGH = 0.9
"""The share of bytes beyond ASCII that has to be letters of one alphabet: the rest are capitals and names from abroad.
In Chinese, Japanese and Korean pages no alphabet has more than .65 of them."""
_ALONE = 1.5
"""Bytes beyond ASCII that stand together, on average, where they are the accented letters of a Latin alphabet; in any
other script it is 3 and more."""
BROWSERS_DEFAULT = "cp1252"
"""What browsers read where nothing is told: English has no accents, only names and signs that fit no alphabet."""

_ASCII = bytes(range(128))
_BEYOND = re.compile(rb"[\x80-\xff]+")


def by_letters(body: bytes) -> str | None:
    """The encoding in which the bytes beyond ASCII are best explained as one alphabet; None for another script."""
    beyond = body.translate(None, _ASCII)
    alone = len(beyond) <= _ALONE * sum(1 for _ in _BEYOND.finditer(body))
    best, most = BROWSERS_DEFAULT if alone else None, _ENOUGH * len(beyond)
    for encoding, letters in _LATIN_BYTES if alone else _OTHER_BYTES:
        explained = len(beyond) - len(beyond.translate(None, letters))
        if explained > most:
            best, most = encoding, explained
    return best


_LATIN_BYTES = [
    (encoding, (letters + letters.upper() + _SIGNS).encode(encoding, "ignore"))
    for encoding, *alphabets in _LATIN
    for letters in alphabets
]
_OTHER_BYTES = [
    (encoding, (letters + _SIGNS).encode(encoding, "ignore"))
    for encoding, *alphabets in _OTHERS
    for letters in alphabets
]
