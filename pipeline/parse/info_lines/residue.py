"""Small print that says nothing once date, byline and links are read: "Posted by in", "3 comments"."""

import re

from pipeline.parse.lines.bylines import opening_words
from pipeline.parse.lines.dates import is_date_word
from pipeline.parse.lines.service import is_copyright

_LONGEST = 80
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?(?:\s*[›»>]\s*\S+)*")
"""As results of a search print it: `example.org › news › bridge`."""
_FEED = re.compile(r"[^.!?\d]{3,60}\((?:Atom|RSS)\)")
"""`Subscribe to: Posts (Atom)`."""
_TOKEN = re.compile(r"[^\W\d_]+")

WORDS = frozenset(
    """by in on and with at from under à às s filed tagged tags tag category categories section author date views view
    comment comments reply replies leave a no share shares print email e-mail save like likes min read minute
    minutes reading time photo image video updated edit permalink details info hits written trackback trackbacks
    relevance релевантность en detalles détails dettagli detalhes
    labels marcadores etiquetas libellés etichette etiketler etykiety labels schlagwörter ярлыки мітки szczegóły
    facebook twitter telegram whatsapp x vk
    в рубрике рубрика раздел категория теги метки просмотров просмотры просмотра комментарии комментариев
    комментарий комментария нет
    информация материале оставить поделиться фото видео печать автор источник чтение мин
    подробности добавил добавила добавлено дата рейтинг загрузок прочитано детально
    kommentare kommentar keine von teilen lesezeit commentaires commentaire aucun partager lecture
    comentarios comentario comentário compartir lectura comentários compartilhar
    nenhum sin deja un ningún nessun brak komentarzy commenti condividi yorum paylaş
    ulashish улашиш бөлісу бөлүшүү
    评论 阅读 点赞 收藏 浏览 分享 來源 댓글 조회 조회수 좋아요 コメント 閲覧
    пікір пікірлер көрілім көрүү""".split()  # noqa: SIM905 - vocabulary reads better as text
)
"""Words of small print, in no order."""

SECTION_LABELS = frozenset(
    """section category filed under topic раздел категория рубрика розділ категорія бөлім айдар бөлүм bo‘lim
    ressort rubrik kategorie rubrique catégorie sección categoría editoria categoria sezione dział kategoria kategori
    """.split()  # noqa: SIM905 - vocabulary reads better as text
)
"""What may stand before the name of a section and a colon."""

SOURCE_LABELS = frozenset(
    "source источник джерело дереккөз булак manba quelle fuente fonte źródło kaynak 来源 來源 출처".split()  # noqa: SIM905
)
"""What may stand before the name of the house that a story came from, and a colon."""


def is_residue(text: str, language: str | None) -> bool:
    """True where no word of `text` tells anything of a story."""
    if is_copyright(text):
        return True
    if len(text) > _LONGEST:
        return False
    if _ADDRESS.fullmatch(text) or _FEED.fullmatch(text):
        return True
    words = [word.casefold() for word in _TOKEN.findall(text)]
    known = opening_words(language)
    return all(word in WORDS or word in known or is_date_word(word, language) for word in words)
