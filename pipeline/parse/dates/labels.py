"""Words in front of the day on which a story came out, or was touched last: "Published", «Обновлено», 更新日.

To teach the extraction a new one, add it to its language. One with a colon means something else, or is a name, where
none follows it on the page.
"""

from collections.abc import Mapping
from itertools import chain

from pipeline.parse.html_tree import Element

_CAME_OUT: Mapping[str, tuple[str, ...]] = {
    "en": ("published", "posted", "last published", "last posted", "first published", "originally published"),
    "ru": ("опубликовано", "опубликована"), "uk": ("опубліковано",), "be": ("апублікавана",),
    "bg": ("публикувано", "публикувана", "публикуван"), "mk": ("објавено",), "sr": ("објављено", "objavljeno"),
    "kk": ("жарияланды", "жарияланған"), "ky": ("жарыяланды",), "uz": ("chop etilgan",), "tg": ("нашр шуд",),
    "az": ("dərc edilib",), "ka": ("გამოქვეყნდა",), "hy": ("հրապարակվել",),
    "de": ("veröffentlicht", "erstellt", "erschienen am", "publiziert am"), "lb": ("publizéiert",),
    "fr": ("publié", "publiée"), "es": ("publicado", "publicada"), "ca": ("publicat",),
    "pt": ("publicado", "publicada"), "it": ("pubblicato", "pubblicata"), "ro": ("publicat", "publicată"),
    "eu": ("argitaratua",), "tr": ("yayınlanma", "yayınlandı"), "pl": ("opublikowano", "data publikacji", "utworzono"),
    "cs": ("publikováno", "vydáno"), "sk": ("publikované", "zverejnené"), "hu": ("megjelent", "közzétéve"),
    "nl": ("gepubliceerd",), "af": ("gepubliseer",), "sv": ("publicerad", "publicerat"),
    "da": ("udgivet", "offentliggjort", "publiceret"), "nb": ("publisert",), "fi": ("julkaistu",),
    "et": ("avaldatud",), "lv": ("publicēts", "publicēta"), "lt": ("paskelbta", "publikuota"),
    "el": ("δημοσιεύτηκε", "δημοσιεύθηκε"), "sq": ("publikuar më",), "ga": ("foilsithe",), "he": ("פורסם",),
    "ar": ("نشر في", "تم النشر", "تاريخ النشر"), "fa": ("تاریخ انتشار",), "hi": ("प्रकाशित",),
    "bn": ("প্রকাশ:", "প্রকাশিত"), "th": ("เผยแพร่",), "vi": ("ngày đăng",),
    "id": ("diterbitkan", "dipublikasikan"), "tl": ("inilathala",), "sw": ("imechapishwa", "ilichapishwa"),
    "ja": ("公開日", "投稿日", "掲載日", "配信日", "公開日時"), "ko": ("입력", "기사입력"),
    "zh": ("发布时间", "發布時間", "发表于", "發表於", "发布日期", "發布日期", "发布于", "發佈於"),
}  # fmt: skip

_CHANGED: Mapping[str, tuple[str, ...]] = {
    "en": ("updated", "modified", "last updated", "last modified", "last update"),
    "ru": ("обновлено", "обновлена"), "uk": ("оновлено",), "be": ("абноўлена",), "bg": ("обновено", "обновена"),
    "mk": ("ажурирано",), "sr": ("ажурирано", "измењено", "ažurirano", "izmenjeno"), "sl": ("posodobljeno",),
    "kk": ("жаңартылды", "жаңартылған"), "ky": ("жаңыланды", "жаңыртылды"), "uz": ("yangilangan", "yangilandi"),
    "az": ("yenilənib", "yeniləndi"), "ka": ("განახლდა",), "hy": ("թարմացվել",),
    "de": ("stand:", "aktualisiert", "zuletzt aktualisiert", "letztes update"), "lb": ("aktualiséiert",),
    "fr": ("mis à jour", "mise à jour", "modifié", "dernière mise à jour"),
    "es": ("actualizado", "actualizada", "última actualización"), "ca": ("actualitzat",),
    "pt": ("atualizado", "atualizada", "última atualização"),
    "it": ("aggiornato", "aggiornata", "ultimo aggiornamento"),
    "ro": ("actualizat", "ultima actualizare", "actualizată"), "eu": ("eguneratua",),
    "tr": ("güncelleme", "güncellenme", "son güncelleme", "güncellendi"),
    "pl": ("zaktualizowano", "ostatnia aktualizacja", "poprawiono"), "cs": ("aktualizováno",), "sk": ("aktualizované",),
    "hu": ("frissítve", "utolsó frissítés"), "nl": ("bijgewerkt", "laatst bijgewerkt", "laatste update"),
    "af": ("opgedateer",), "sv": ("uppdaterad", "uppdaterat", "senast uppdaterad"),
    "da": ("opdateret", "sidst opdateret", "senest opdateret"), "nb": ("oppdatert", "sist oppdatert"),
    "fi": ("päivitetty", "muokattu"), "et": ("uuendatud", "muudetud"),
    "lv": ("atjaunots", "atjaunota", "papildināts"), "lt": ("atnaujinta",),
    "el": ("ενημερώθηκε", "τελευταία ενημέρωση"), "ga": ("nuashonraithe",), "he": ("עודכן",),
    "ar": ("آخر تحديث",), "hi": ("अपडेटेड",), "bn": ("আপডেট",), "vi": ("cập nhật",), "id": ("diperbarui",),
    "ms": ("dikemas kini",), "sw": ("imesasishwa",),
    "ja": ("更新日", "最終更新", "更新日時", "最終更新日"), "ko": ("최종수정",),
    "zh": ("更新时间", "更新時間", "更新于", "更新於"),
}  # fmt: skip

_WRITTEN = [frozenset(chain.from_iterable(labels.values())) for labels in (_CAME_OUT, _CHANGED)]

CAME_OUT, CHANGED = (frozenset(label.removesuffix(":") for label in labels) for labels in _WRITTEN)

LABELS = CAME_OUT | CHANGED

SURE = LABELS & frozenset.union(*_WRITTEN)
"""Those that need no colon."""


def names_change(dated: Element) -> bool:
    """True where the class or property of what holds a date calls it a later one than that of publication."""
    names = f"{dated.get('class', '')} {dated.get('itemprop', '')}".lower()
    return ("updated" in names or "modified" in names) and "publish" not in names
