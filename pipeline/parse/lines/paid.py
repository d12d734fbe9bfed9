"""Labels of what somebody paid for among a page's stories: "Sponsored", «Реклама», "Anzeige"."""

import re

_PAID = re.compile(
    r"(?:sponsored(?: (?:content|post|story|by .{1,40}))?|paid (?:content|post|for by .{1,40}|partnership.{0,40})"
    r"|promoted(?: (?:content|post|by .{1,40}))?|partner content|advertisement|advertorial|ad|advert"
    r"|реклама|на правах рекламы|спонсорский материал|партн[её]рский материал|промо|жарнама|жарнак|реклама материалы"
    r"|anzeige|werbung|sponsored post|publicité|publi-?rédactionnel|sponsorisé|contenido patrocinado|patrocinado"
    r"|publicidad|publieditorial"
    r"|conteúdo patrocinado|publicidade|sponsorizzato|reklam|sponsorlu|reklama|广告|廣告|広告|광고)",
    re.IGNORECASE,
)
_LONGEST = 60


def is_paid(text: str) -> bool:
    """True for such a label and nothing else."""
    return len(text) <= _LONGEST and _PAID.fullmatch(text.strip(" :·|[]()")) is not None
