"""How the last lines of a page speak that are no longer the story, as data, in the languages that we know.

To teach the extraction a new one, add it to the list whose description fits; case does not matter.
"""

import re

from pipeline.parse.alternatives import phrases_of, wording

OPENINGS = phrases_of("""
    © | copyright © | copyright (c) | copyright 20 | copyright by | all rights reserved | alle rechte vorbehalten
    tous droits réservés | todos los derechos reservados
    follow us | sign up for | subscribe to | get the latest | join our | folgen sie uns
    abonnieren sie | suivez-nous | síguenos | siga-nos | seguici su | подписывайтесь на | подпишитесь на
    view comments
    leave a comment
    (with inputs from | with inputs from
    mit agenturmaterial | (mit agenturmaterial | mit informationen von | με πληροφορίες από | πηγή:
    mit material von | mit material der | (con información de
    con información de | (avec afp | avec afp | avec agences | (责编 | 责编 | (责任编辑 | 责任编辑 | (编辑： | 编辑：
    記者： | 文字： | 撰文： | 图片： | 摄影： | 来源： | 文：| 图：| sendung: | über dieses thema berichtet
    уважаемый посетитель | если вы заметили ошибку | если вы нашли ошибку | нашли ошибку | заметили ошибку
    якщо ви знайшли помилку | помітили помилку | fehler gefunden | spotted an error | found a mistake | see an error
    подписаться на | підписуйтесь | підпишіться | жазылыңыз | жазылып ал | бизге жазыл | obuna boʻling | kanalimizga
    наш телеграм | наш telegram | читайте нас в | больше новостей | новости без блокировки
    this page was last | page last updated | last modified | diese seite wurde zuletzt | zuletzt geändert
    letzte änderung | letzte aktualisierung | dernière mise à jour | dernière modification | última actualización
    última modificación | última atualização | ultimo aggiornamento | ultima modifica | laatst gewijzigd
    laatst bijgewerkt | senast uppdaterad | senast ändrad | sist oppdatert | sist endret | sidst opdateret
    sidst ændret
    ostatnia aktualizacja | ostatnia modyfikacja | poslední aktualizace | последнее обновление | son güncelleme
    最終更新日 | 最后更新 | best viewed | *com | com informações d
    *com informações d
    dieses thema im programm | dieser artikel wurde erstmals | dieser artikel erschien zuerst
    dieser text erschien zuerst | dieser beitrag erschien zuerst | (except for the headline
    except for the headline, this
    notice: the content above | 特别声明 | 声明： | 免责声明
    this entry was posted | dieser beitrag wurde unter | dieser beitrag wurde am | dieser eintrag wurde veröffentlicht
    ce contenu a été publié dans | cet article a été publié dans | esta entrada fue publicada
    esta entrada se publicó
    esse post foi publicado em | este artigo foi publicado em | questo articolo è stato pubblicato in
    questa voce è stata pubblicata in | dit bericht werd geplaatst | dit bericht is geplaatst
    detta inlägg publicerades | det här inlägget postades
    dette innlegget ble publisert i | dette indlæg blev udgivet i
    ten wpis został opublikowany | wpis opublikowany | tento příspěvek byl publikován | запись опубликована в
    эта запись была опубликована | цей запис був опублікований
    simak breaking news dan berita | simak berita-berita | jangan lupa subscribe
    this article was originally published | this story was originally published | this post originally appeared
    this article originally appeared | this story originally appeared | this article first appeared
    this story first appeared | trending: | dieser artikel stammt aus | (mit material
    hier geht es zur | hier geht's zur | temas: | theo ttx | ※この記事は | 記事提供
    with files from | edited by: | redaktion: | editör: | hinweis: dieser text wurde automatisch | ⓒ
    la rédaction avec | oprac. | （完） | to report a correction | send questions/comments | source : | have a news tip
    more information: | journal information: | journal reference: | legal disclaimer
    about the author: | über den autor: | à propos de l'auteur : | sobre el autor: | sobre o autor:
""")
"""How a closing line begins that is no longer the story."""

MARKS = re.compile(
    r"\([\w./-]{2,8}(?:[,/ ]{1,2}[\w./-]{2,8}){0,2}\)|(?-i:[A-Z]{2,4}|[a-z]{2,5})/[a-z]{2,6}"
    r"|（[^（）。、]{1,20}）|【[^【】。、]{1,20}】"
    r"|\W{0,2}(?:[^\W\d_]{2,8} ?= ?)?(?:[^\W\d_]{2,5} ?(?:기자|记者|記者) ?)?"
    r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}"
    r"|\w{4,20} https?://\S{5,100}"
    r"|copyright:? (?:20\d\d )?(?-i:[A-ZÀ-ÖØ-Þ])[^.!?]{1,60}\.?"
    r"|(?:(?:texto |tekst )?(?:editado por|redagowała?:?)|(?:editor|penulis|pewarta|muhabir|редактор) ?:) "
    r"(?-i:[A-ZÀ-ÖØ-ÞŁŚŻА-Я]).{2,40}"
    r"|(?:作者|编辑|編輯|责编|责任编辑|校对|审核|记者|記者|撰文|撰稿|采写|文字|供图|监制|审校|排版|统筹|摄影|攝影|图片|文|图)\s?[|丨│/｜].{1,30}",
    re.IGNORECASE,
)
"""A whole closing line: initials (`(mho)`, `(abc/def)`, `ok/dpa`, `（小林）`), an address, whose right, who edited."""

INITIALS = re.compile(r"[A-Z]{1,3}")
"""A whole paragraph with which somebody signs: `SC`."""

ALONE = phrases_of("""
    comments | kommentare | commentaires | comentarios | comentários | commenti | комментарии | newsletter | copyright
    media contact | media contacts | press contact | press contacts | media enquiries | media inquiries
    press enquiries | press inquiries | pressekontakt | contact presse | contacto de prensa | contatto stampa
    about the author | über den autor | über die autorin | à propos de l'auteur | sobre el autor | sobre o autor
""")
"""What a closing line says that is no longer the story, with nothing but a number behind it."""

_SOMEBODY = (
    r"(?:us|me|him|her|them|the (?:author|authors|reporter|writer|editor|(?-i:[A-Z]))|@|(?-i:[A-ZÀ-ÖØ-ÞА-Я]))"
)
REACHES = wording({
    ("@", "twitter", "facebook", "instagram", "mail", "live at"):
        rf"^(?:follow|contact|e-?mail|reach|write to|listen to) {_SOMEBODY}"
        r".{0,200}(?:@|\btwitter\b|\bfacebook\b|\binstagram\b|\be-?mail\b|\blive at\b)",
    ("@", "mail", "contact"):
        r"^(?:have (?:a|any) (?:tip|question)|got a (?:tip|story))\b.{0,200}(?:@|\be-?mail\b|\bcontact\b)",
    ("reporting", "editing", "edited by", "edited from", "translated"):
        r"^\W{0,3}(?:with )?(?:additional )?(?:reporting|editing|edited|translated) (?:by|from) "
        r"(?:(?:a|our) (?:staff|correspondent|reporter)|(?-i:[A-ZÀ-ÖØ-Þ]))",
    ("contributed",): r"^.{3,150}\bcontributed (?:reporting|research|to this (?:report|story|article))\b",
    ("reported from",): r"^.{3,40}\breported from (?!.{0,80}\bthat\b).{0,300}$",
    ("contact", "enquir", "inquir", "kontakt", "ansprechpartner", "rückfragen", "contato", "contatti", "контакт"):
        r"^(?:(?:media|press|news|investor) )?(?:contacts?|enquiries|inquiries|kontakt|pressekontakt|ansprechpartner"
        r"|rückfragen|contacto|contato|contatti|контакты|контактное лицо)\b.{0,20}:.{0,300}"
        r"(?:@|\[at\]|\d[\d ()/-]{5}\d)"
        r"|^(?:media|press) (?:contacts?|enquiries|inquiries)\b.{0,200}(?:@|\d[\d ()/-]{5}\d)",
    ("source",): r"^(?-i:SOURCE):? (?-i:[A-ZÀ-ÖØ-Þ]).{1,90}$",
    ("@",):
        r"^.{3,200}\b(?:contact|reach|e-?mail|follow) (?:him|her|them|me|us|the (?:author|reporter|writer))\b.{0,60}@"
        r"|^(?=.{0,200}[\w.-]@\w)(?=.{0,200}\d{3}[ .-]?\d{3})[^!?]{5,200}[^.!?]$",
    ("mail",): r"^.{0,200}\be-?mail us here\b",
    ("appeared",): r"^the (?:post|article) .{3,250} (?:appeared first on|first appeared on|appeared first in) ",
    ("more from",): r"^more from (?-i:[A-ZÀ-ÖØ-Þ])[^.!?]{2,40}$",
    ("reached",): r"^.{3,150}\b(?:can be|is best|may be) reached (?:at|on|by|via)\b.{0,80}(?:@|\d{3})",
    ("ctrl",): r"^.{0,200}\bctrl\s?\+\s?enter\b",
    ("tel.", "tel:", "tel ", "telef", "teleph", "télé", "telé", "phone", "hotline", "тел.", "тел:", "тел ", "телеф"):
        r"^.{0,200}\b(?:tele(?:phone|fon)|téléphone|teléfono|telefone|phone|tel|hotline|телефон|тел)\b\.? ?:"
        r".{0,200}(?:@|\bfax\b|\bext(?:ension)?\b|\be-?mail\b)",
    ("this is a",): r"^this is a (?:breaking|developing) (?:news? )?story\b",
    ("more to follow", "more follows"): r"^more (?:to follow|follows)\W*$",
}, re.DOTALL)  # fmt: skip
"""In a closing line: how to reach the writer or the house, or that more is to come."""
