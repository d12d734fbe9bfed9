"""What forms, boxes and notices of a publisher say, as data, in the languages that we know.

The words on the left say it together with one of those on the right, in any order; alone where there is none on the
right. All are in small letters. To teach the extraction a new one, choose words that no story says together.
"""

from collections.abc import Mapping

_AGREED = tuple(
    f"{who} {does}"
    for who in ("i", "you")
    for does in ("agree", "accept", "consent", "acknowledge", "confirm")
)
_ZUGESTIMMT = (
    "ich habe",
    "habe ich",
    "ich stimme",
    "stimme ich",
    "stimmen sie",
    "ich akzeptiere",
    "akzeptieren sie",
    "einverstanden",
    "in unserer",
    "finden sie",
)

HOUSE_BOXES: Mapping[str, tuple[str, ...]] = {
    "your inbox": ("deliver", "straight", "sent ", "direct", "newsletter", "alert", "meet", "sign up", "subscri"),
    "use your sign-up": ("provide content", "consent"),
    **dict.fromkeys(("unsubscribe at any", "opt out at any", "like to be emailed", "like to receive e"), ()),
    **dict.fromkeys(("by submitting", "by signing up", "by clicking", "by subscribing", "by registering"), _AGREED),
    **dict.fromkeys(("datenschutzerklärung", "datenschutzhinweise", "datenschutzbestimmungen"), _ZUGESTIMMT),
    "anmeldung": ("willige ich", "willigen sie", "akzeptiere", "stimme ich", "stimmen sie"),
    "en vous inscrivant": ("accept", "consent"),
    "politique de confidentialité": ("j'accepte", "j’accepte", "vous acceptez", "consultez", "notre politique"),
    "données recueillies": ("font l'objet", "font l’objet", "sont destinées", "par l'éditeur", "par l’éditeur"),
    "política de privacidad": ("acepto", "aceptas", "he leído"),
    "política de privacidade": ("aceito", "concordo", "concorda", "aceita"),
    "informativa": ("acconsento", "accetto", "ho letto"),
    "privacybeleid": ("akkoord", "accepteer"),
    "prywatności": ("akceptuję", "wyrażam zgod", "zapoznał"),
    "персональных данных": ("даю ", "соглашаюсь", "соглашаетесь", "вы согласны", "я согласен"),
    "персональних даних": ("надаю згод", "погоджуюс", "погоджуєтес"),
    "kişisel veri": ("kabul ediyor", "kabul etmiş", "onaylıyor"),
    "プライバシーポリシー": ("同意",),
    "隐私政策": ("同意",),
    "개인정보": ("동의합니다", "동의하는", "동의하시", "동의 후"),
    **dict.fromkeys(("redaktioneller inhalt", "externer inhalt", "externe inhalte", "daten an drittplattform"), ()),
    "eingebettete inhalte": ("einwilligung", "zustimmung", "einverständnis"),
    "keine verbindung zu": ("einverständnis", "einwilligung", "zustimmung"),
    "your personal data": ("only be disclosed", "we process"),
    "revoke this consent": (),
    "klicken sie auf": ("inhalt von", "inhalt zu laden", "inhalte von"),
    "contenu externe": ("afficher", "accept", "cookies"),
    "recaptcha": ("protected", "terms of", "geschützt", "protégé", "protegido", "protetto", "защищ"),
    **dict.fromkeys(("advertisement has not loaded", "external links and will open"), ()),
    "your browser": ("does not support", "doesn't support", "update to a modern", "out of date", "outdated"),
    "browser unterstützt": ("nicht", "kein"),
    **dict.fromkeys(("already a subscriber", "already have an account", "unlimited online access"), ()),
    **dict.fromkeys(("sign in to continue", "sign in or create", "create an account or"), ()),
    **dict.fromkeys(("bereits abonnent", "déjà abonné", "ya soy suscriptor", "já sou assinante"), ()),
    "会員登録": ("必要", "ください", "ログイン"),
    **dict.fromkeys(("video has failed to load", "try refreshing your browser", "kommentarfunktion"), ()),
    "javascript": ("please enable", "enable javascript", "bitte aktivier", "activez", "active javascript", "включите"),
    "bookmark": ("premium", "subscri", "sign in", "log in", "account"),
    **dict.fromkeys(("save this article by", "don't have an account", "don’t have an account", "noch kein konto"), ()),
    "ad block": ("disable", "turn off", "users:", "whitelist", "deaktivier"),
}  # fmt: skip
"""What a form, a box of foreign content or a notice of the browser says: what stands beside it says no more."""

NOTICES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("affiliate link", "affiliate-link", "affiliatelink", "affiliate program"), ()),
    **dict.fromkeys(("liens affiliés", "liens d'affiliation", "liens d’affiliation", "link di affiliazione"), ()),
    **dict.fromkeys(("enlaces de afiliad", "enlaces afiliad", "links de afiliad", "links afiliad"), ()),
    **dict.fromkeys(("earn a commission", "earn us a commission", "earn commission", "receive a commission"), ()),
    "affiliate commission": ("we may", "may earn", "we earn", "earns", "may receive"),
    **dict.fromkeys(("unsubscribe from this list", "our mailing address is", "how you receive these emails"), ()),
    "our comments to be": ("lively", "community"),
    "letters to the editor": ("words or", "must be", "should be", "edited for", "may be edited", "submit", "send "),
    "disclosure:": ("owns no", "own no", "no position", "holds no", "does not own", "owns shares", "has positions"),
    **dict.fromkeys(("issues raised in this article", "issues raised by this article"), ("opinion", "response")),
    **dict.fromkeys(("reader-supported publication", "listener-supported publication"), ()),
    "receive new posts": ("support my work", "subscrib"),
    "reader funded": ("member", "donat", "support us"),
    "reader-funded": ("become a member", "donat", "support us"),
    "votre don": ("déductible", "défiscalis", "impôts"),
    "spende": ("steuerlich absetz", "unabhängigen journalismus", "spendenkonto"),
    "exclusiv informării": (),
    **dict.fromkeys(("reproducerea integrală", "reproducerea parțială", "preluarea integrală"), ("interzis", "fără")),
    **dict.fromkeys(("may receive compensation", "we receive compensation", "may be compensated"), ()),
    **dict.fromkeys(("percevoir une commission", "touchons une commission", "touche une commission"), ()),
    "provision": ("erhalten wir", "wir erhalten", "bekommen wir", "wir bekommen"),
    "meinung der redaktion": ("nicht", "müssen"),
    **dict.fromkeys(("n'engagent que", "n’engagent que"), ("auteur", "opinion", "propos")),
    "no necesariamente": ("línea editorial", "de este medio", "del medio", "del periódico"),
    **dict.fromkeys(("não reflete necessariamente", "não refletem necessariamente"), ("opini",)),
    **dict.fromkeys(("non rispecchiano necessariamente", "non riflettono necessariamente"), ("opinion",)),
    "mening van de redactie": ("niet",),
    **dict.fromkeys(("мнение редакции", "мнением редакции", "позицией редакции"), ("не совпад", "может не")),
    **dict.fromkeys(("думка редакції", "думкою редакції", "позицією редакції"), ("не збіга", "може не")),
    **dict.fromkeys(("stanowiska redakcji", "stanowiskiem redakcji", "poglądów redakcji"), ("nie ",)),
    **dict.fromkeys(("may not be reproduced", "non-commercial use only"), ()),
    **dict.fromkeys(("riproduzione riservata", "tutti i diritti riservati", "reproduction interdite"), ()),
    **dict.fromkeys(("prohibida la reproducción", "prohibida su reproducción", "proibida a reprodução"), ()),
    **dict.fromkeys(("prawa zastrzeżone", "все права защищены", "усі права захищен", "всі права захищен"), ()),
    **dict.fromkeys(("использовании материалов", "перепечатк"), ("ссылк", "запрещ", "разреш")),
    **dict.fromkeys(("використанні матеріалів", "передрук"), ("посилан", "заборон", "дозвол")),
    **dict.fromkeys(("tüm hakları saklıdır", "may not be published, broadcast"), ()),
}  # fmt: skip
"""What a line says of who earns by it, whose opinion it is, or who may print it: what stands beside it is the story."""
