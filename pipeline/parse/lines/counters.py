"""Short texts that only count the readers of a story, or what they said: "1,204 views", «Просмотров: 77»."""

import re

_COUNTER = re.compile(
    r"\W{0,3}(?:(?:number of |total |количество |кол-во |liczba |numero di )?"
    r"(?:views?|page views|visits|hits|reads?|times read"
    r"|aufrufe|zugriffe|gelesen|lectures?|vues?|visitas|vistas|lecturas|visualizações|acessos|visualizzazioni|letture"
    r"|wyświetleń|odsłony?|gelezen|просмотры|просмотров|показов|прочтений|прочитано|прочитали|просмотрели|переглядів|перегляди|прочитань"
    r"|қаралды|қаралым|көрілім|көрүүлөр|окулду|ko.rildi|кўрилди|тамошо|okunma|görüntülenme|görüntüleme"
    r"|comments|comentarios|commentaires|kommentare|комментарии|комментариев|коментарі|коментарів|пікірлер|комментарийлер"
    r"|visto|vistos|visite|affichages|zobrazení|תגובות|צפיות|مشاهدات|مشاهدة|تعليقات|بازدید|نظرات"
    r"|浏览|浏览次数|阅读|阅读次数|阅读量|点击|好评|点赞|评论|閲覧数|조회|조회수)\s?[:：]?\s?\d[\d\s.,]{0,9}[km]?"
    r"|\d[\d\s.,]{0,9}[km]?\s?(?:views?|reads|hits|shares?|likes?|notes|claps"
    r"|просмотр(?:а|ов)?|переглядів|рет қаралды|жолу окулду|vues|visitas"
    r"|visualizações|lecturas|okunma|görüntülenme|comments|comentarios|comentários|commentaires|kommentare|commenti"
    r"|reacties|kommentarer|komentarzy|תגובות|צפיות|تعليقات|تعليق|مشاهدة|قراءة|بازدید|نظر|комментари(?:й|я|ев)|коментар(?:і|ів)))\W{0,3}(?:times|раз|рет|жолу|mal|fois|veces|vezes|volte|razy|次)?\W{0,3}",
    re.IGNORECASE,
)

_LONGEST = 60


def is_counter(text: str) -> bool:
    """True where `text` says nothing but a number and what was counted."""
    return len(text) <= _LONGEST and _COUNTER.fullmatch(text) is not None
