"""Labels of what somebody paid for among a page's stories: "Sponsored", «Реклама», "Anzeige"."""

import re

from pipeline.parse.alternatives import any_of, phrases_of

PAID = phrases_of("""
    advertisement | advertising | ad | ads | sponsored | sponsored content | promoted | anzeige | werbung
    publicité | publicidad | publicidade | pubblicità | advertentie | annonce | annons | reklame | reklama
    reklam | mainos | реклама | жарнама | жарнак | iklan | quảng cáo | 広告 | スポンサーリンク | 广告 | 廣告
    광고 | إعلان | hirdetés | διαφήμιση | פרסומת | विज्ञापन | publicitate | sponsored post | paid content
    betalt innhold | annonsørinnhold | annonceindhold | betalt annonse | annonse | рэклама | sponset
    sponsrat innehåll | kaupallinen yhteistyö | auglýsing | sisuturundus | reklaam | reklāma | reklám
    reclamă | оглас | oglas | διαφημιση | διαφημίσεις | publicitat | publizitatea | advertensie | reklam alanı
    рекламен | რეკლამა | գովազդ | сурталчилгаа | تبلیغات | إعلانات | اشتہار | বিজ্ঞাপন | โฆษณา | patalastas
    tangazo | sponsored story | promoted content | promoted post | paid post | partner content | advertorial
    advert | на правах рекламы | спонсорский материал | партнерский материал | партнёрский материал | промо
    реклама материалы | publi-rédactionnel | publirédactionnel | sponsorisé | contenido patrocinado
    patrocinado | publieditorial | conteúdo patrocinado | sponsorizzato | sponsorlu
""")
"""What stands above an advertisement, in the languages that we know."""
_PAID = re.compile(
    rf"{any_of(PAID)}|(?:sponsored|promoted|paid for) by .{{1,40}}|paid partnership.{{0,40}}", re.IGNORECASE
)
_LONGEST = 60


def is_paid(text: str) -> bool:
    """True for such a label and nothing else."""
    return len(text) <= _LONGEST and _PAID.fullmatch(text.strip(" :·|[]()")) is not None
