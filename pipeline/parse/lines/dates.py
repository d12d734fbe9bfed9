"""Short texts that say nothing but when a story came out: "24 November 2025, 10:15", "3 hours ago"."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import get_day_names

from pipeline.parse.dates.months import fold, month_of
from pipeline.parse.dates.relative import AGO, TODAY

WORDS: Mapping[str, str] = {
    "": "am pm a p m gmt utc est edt cet cest bst ist msk jst h t z",
    "en": "date published posted updated last on at the of st nd rd th just now"
          " second seconds sec minute minutes min mins hour hours hr hrs day days week weeks month months year years",
    "ru": "опубликовано обновлено добавлено дата в во от г год года мск"
          " секунд минуту минуты минут мин час часа часов день дня дней неделю недели недель месяц месяца"
          " месяцев изменено публикации обновления",
    "uk": "опубліковано оновлено о об р року роки хвилин хв годин години годину день дні днів",
    "kk": "жыл жылы жылғы жарияланды минут сағат күн жаңартылды жаңартылған жарияланған күні",
    "ky": "жыл жылдын жылы жарыяланды мүнөт саат күн жаңыланды жаңыртылды",
    "uz": "yil yilning daqiqa soat kun yangilandi yangilangan etilgan chop йил",
    "tg": "сол соли соат дақиқа рӯз",
    "tk": "ýyl ýylyň gün",
    "de": "datum veröffentlicht aktualisiert am um uhr stand minuten stunde stunden tag"
          " tagen erstellt letzte aktualisierung",
    "fr": "publié mis à jour le la à il y a aujourd hui minute minutes min heure heures jour jours"
          " modifié modification dernière",
    "es": "fecha publicado actualizado el a las de minutos hora horas día días",
    "pt": "publicado atualizado em às de minutos hora horas dia dias",
    "it": "pubblicato aggiornato il alle minuti ora ore giorno giorni modificato modifica"
          " ultimo aggiornamento",
    "tr": "yayınlanma güncelleme tarihi dakika saat gün son giriş eklenme güncellenme oluşturulma",
    "pl": "opublikowano aktualizacja dodano minut godzin godziny dni utworzono"
          " zaktualizowano zmodyfikowano data publikacji aktualizacji godz",
    "nl": "gepubliceerd bijgewerkt op om minuten uur dagen",
}  # fmt: skip

_TODAY = frozenset(map(fold, TODAY))
_WORDS = _TODAY | {fold(word) for words in (*WORDS.values(), *AGO) for word in words.split()}
_LONGEST_LINE = 80
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_DIGITS_AND_UNITS = re.compile(
    r"[/\d\s年月日时分時年월일시분天小昨今前刚剛发布發佈更新於于:：.-]+(?:,\s[\d\s:：.-]+)?$"
)


_DATED = re.compile(r"\d\s?[-:.：年月]\s?\d|(?<!\d)\d{1,4}/\d{1,2}/\d{2,4}(?!\d)")


def is_date_line(text: str, language: str | None) -> bool:
    """True where every word of `text` belongs to a date or to the phrases that go with one."""
    text = text.strip("[]() ")
    if not text or len(text) > _LONGEST_LINE:
        return False
    if _DIGITS_AND_UNITS.match(text) and any(map(str.isdigit, text)):
        return _looks_dated(text)
    tokens = _TOKEN.findall(text)
    numbers = sum(token.isdigit() for token in tokens)
    if not tokens or numbers > 12:
        return False
    words = [token for token in tokens if not token.isdigit()]
    return (
        bool(words) and (numbers > 0 or _is_relative(words)) and all(is_date_word(w, language) for w in words)
    )


def _looks_dated(text: str) -> bool:
    """Numbers alone are a date where there are at least two of them and a separator: 24.11.2025, 10:15, 24/11/2025."""
    return len(re.findall(r"\d+", text)) >= 2 and bool(_DATED.search(text))


def _is_relative(words: list[str]) -> bool:
    return len(words) == 1 and fold(words[0]) in _TODAY


def is_date_word(word: str, language: str | None) -> bool:
    """True for months, weekdays and the words around them."""
    folded = fold(word)
    return (
        folded in _WORDS
        or month_of(word, language) is not None
        or folded in _weekdays("en")
        or folded in _weekdays((language or "en").partition("-")[0])
    )


@cache
def _weekdays(language: str) -> frozenset[str]:
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = (
        name
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, context, locale).values()
    )
    return frozenset(fold(name.rstrip(".")) for name in names)
