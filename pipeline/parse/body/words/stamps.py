"""Lines that say when a story came out, by whom, how long it takes to read, or that one can hear it.

To teach the extraction a new one, add it to the list whose description fits; case does not matter.
"""

import re

from pipeline.parse.alternatives import any_of, phrases_of
from pipeline.parse.body.words.phrases import opening
from pipeline.parse.dates.labels import LABELS

_FEW_BLANKS = 5
"""In a line with more and a full stop: that is a sentence, which may begin with a date."""

_MINUTES = phrases_of("""
    minutes | minute | mins | min | minuten | minutos | minuto | minuti | minuty | minut | минут | минуты | минута
    мин | хвилин | хв | dakika | dk
""")
_READING = phrases_of("""
    to read | read | reading time | lesezeit | lesedauer | de lecture | de lectura | de leitura | di lettura
    leestijd | läsning | czytania | чтения | читання | okuma
""")
"""A line of a number, one of these minutes and one of these words says how long the story takes to read."""

_READING_TIME = phrases_of("""
    estimated reading time | reading time | time to read | read time | lesezeit | lesedauer | temps de lecture
    durée de lecture | tiempo de lectura | tempo de leitura | tempo di lettura | leestijd | lästid | lesetid | læsetid
    czas czytania | doba čtení | время чтения | время на чтение | час читання | okuma süresi
""")
"""How a line begins that says the same the other way round."""

_LISTEN = phrases_of("""
    listen to this article | listen to this story | listen to article | listen to the article | listen to story
    listen to this post | audio version | hear this story | artikel anhören | artikel hören | beitrag anhören
    artikel vorlesen | artikel vorlesen lassen | écouter cet article | écouter l'article | écoutez cet article
    escuchar artículo | escuchar el artículo | escuchar este artículo | escucha este artículo | escuchar noticia
    escucha la noticia | ouvir artigo | ouvir o artigo | ouvir este artigo | ouça este conteúdo | ouvir notícia
    ascolta l'articolo | ascolta questo articolo | luister naar dit artikel | beluister dit artikel
    posłuchaj artykułu | posłuchaj tego artykułu | słuchaj artykułu | слушать статью | прослушать статью
    послушать статью | прослухати статтю | lyssna på artikeln | lytt til artikkelen | lyt til artiklen
    makaleyi dinle | haberi dinle | この記事を聴く
""")
"""What the button says that reads the story aloud; nothing but its length may follow."""

_NAME = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w'’.-]{0,30}|dpa\b|afp\b|sid\b)"
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sonn)tag|mittwoch|samstag"
_BETWEEN = (
    r"(?:,| und| and| et| y| e| i| og| och| en| &)?(?: (?:de|del|di|da|dos|van|von|der|la|le|el|al|zu))?"
)
_STAMP = re.compile(
    rf"^(?:{any_of(LABELS)})(?!\w).{{0,60}}\d"
    r"|^(?:автор[:,]?|text:|autor[:,]?|autorin:?|author,|role,|título del autor,) [^.!?]{3,50}$"
    r"|^(?:reporting from|laporan (?:wartawan|reporter|kontributor)) (?-i:[A-ZÀ-ÖØ-Þ])[^!?]{2,60}$"
    rf"|^(?:by|von|par|por|di|door|av|af|od) (?!{_DAYS})(?-i:{_NAME}(?:{_BETWEEN} {_NAME}){{0,6}})"
    r"(?:\s?[,|/–-].{0,30})?$"
    r"|^\d{1,2}[./]\d{1,2}[./]\d{2,4}\b(?:\W|um|at|à|às|ore|uhr|kl|h|min|lesedauer|lesezeit"
    r"|[\d:.]{1,8}|(?-i:[A-Z]{2,4}\b)){0,20}$",
    re.IGNORECASE,
)
"""Bylines and time stamps as lines of their own."""

_LENGTHS = (
    opening(_READING_TIME, r"\b.{0,30}$"),
    re.compile(
        rf"\D{{0,9}}\d{{1,3}}[\s-]{{0,2}}(?:{any_of(_MINUTES)})\.?[\s-](?:{any_of(_READING)})\W{{0,3}}$",
        re.IGNORECASE,
    ),
)
_STAMPS = (
    _STAMP,
    *_LENGTHS,
    opening(_LISTEN, r"[\W\d]{0,20}(?:min\w{0,6}|sec\w{0,6}|seg\w{0,6}|sek\w{0,6})?\W{0,9}$"),
)


def is_stamp(text: str) -> bool:
    """Whether a line says when the story came out, by whom, or how long it takes to read or to hear."""
    if text.endswith(".") and text.count(" ") > _FEW_BLANKS:
        return False
    return any(stamp.match(text) for stamp in _STAMPS)


def tells_reading_time(text: str) -> bool:
    """Whether a line says how long the story takes to read."""
    return any(length.match(text) for length in _LENGTHS)
