"""Words that tell furniture from text, as data: in class names and ids, and in what stands on the page.

To teach the extraction a new kind of furniture, add a word here. A stem matches where a word of the name begins
with it (`comment` finds `comments-area` and `CommentList`); a whole word matches that word only.
"""

import re


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip())


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


JUNK_TAGS = _words("aside figure figcaption address nav footer form menu noscript")
CARD_TAGS = _words("header")

JUNK_STEMS = _words("""
    advert adsense banner breadcrumb captcha comment consent cookie disqus footer gdpr lightbox livefyre
    login modal newsletter outbrain pagination paginator popular popup promo recirc recommend register
    related relevant sharing share sidebar signup skyscraper social sponsor subscri taboola toolbar
    tooltip trending viafoura widget mostread morefrom seealso masthead offcanvas
    navigation navbar dropdown megamenu submenu sitemap aside rail addthis sharedaddy jp-relatedposts
    facebook twitter whatsapp linkedin pinterest telegram instagram
    byline caption credit dateline metadata timestamp avatar
""")
"""Furniture, wherever it stands."""

JUNK_WORDS = _words("""
    ad ads adv advertisement menu nav pager tools actions tags tagged taglist keywords
    rss printer email mail noprint screen-reader sr-only skip copyright disclaimer
    biography aboutauthor authorbox promo-box upnext
    feedback rating ratings vote poll survey quiz donate donation vcard
    line-clamp author authors meta date time datetime dates
""")

CARD_STEMS = _words("""
    teaser published posted gallery slideshow carousel slider player video audio podcast thumb
    header infobox toc readmore
""")
"""Furniture if it holds links or next to no text: a teaser without a link is the lead of this very story."""

CARD_WORDS = _words("""
    print latest tag bio info infos source sources figure image img photo pic picture media
    category categories kicker eyebrow rubric topics topic section-label label badge icon icons follow
""")

NOT_JUNK = re.compile(
    r"(?:^|\s)(?:category|tag|type|status|format|postid|overflow|elementor-widget|wp-block|field-+label|field-+type)-[^\s]+"
    r"|(?:^|\s)elementor-widget(?=\s|$)|(?:^|[\s-])(?:has|is|no|with|without)-[^\s]+",
    re.IGNORECASE,
)
"""What WordPress and utility styles put on the article itself: no word of these counts."""

POST = re.compile(r"(?:^|\s)(?:hentry|h-entry|type-post|status-publish|post-\d+|twitter-tweet)(?:\s|$)")
"""Classes of a story itself, whatever else stands beside them."""

HIDDEN = re.compile(r"(?:^|\s)(?:hidden|print:hidden|no-?print|d-print-none|hidden-print|d-none)(?:\s|$)")
SHOWN = re.compile(r":(?:block|flex|grid|inline|contents)|d-(?:\w+-)?(?:block|flex|grid|inline)")
"""A hidden element that some screens show all the same."""

BESIDE = re.compile("sidebar|aside|comment|related|footer|recomm|popular")
"""Furniture that often holds more text than the story: it has to hold twice as much to be taken for it."""

RELATED = _phrases("""
    read also | read more | read next | read this | also read | more on this | related | related articles | see also | don't miss
    you may also like | you might also like | recommended | recommended for you | more from | more stories | watch | watch now | top stories
    lesen sie auch | lesen sie hier | lesen sie mehr | mehr zum thema | mehr dazu | auch interessant | das könnte sie auch interessieren
    weitere informationen | weiterlesen | weitere artikel | empfohlene beiträge | passend dazu | siehe auch | zum thema
    lire aussi | à lire aussi | à lire | a lire aussi | à voir aussi | voir aussi | sur le même sujet | pour aller plus loin
    lea también | lee también | leer más | le puede interesar | te puede interesar | más información | también te puede interesar
    leia também | leia mais | veja também | saiba mais | leggi anche | potrebbe interessarti | per approfondire
    lees ook | lees meer | les også | læs også | läs också | läs mer | lue myös | se også
    zobacz także | zobacz też | czytaj także | czytaj też | czytaj więcej | polecamy | čtěte také | přečtěte si také | viac k téme
    читайте также | читать также | смотрите также | подробнее | по теме | читайте по теме | читайте ще | читайте також | дагы окуңуз
    ilgili haberler | bunlar da ilginizi çekebilir | baca juga | xem thêm | 関連記事 | 相关阅读 | 相关新闻 | 관련기사 | اقرأ أيضا | اقرأ أيضاً
""")
"""How a line begins that leads to other stories."""

CREDIT = _phrases("""
    photo | photos | photo credit | image | image credit | image source | images | picture | credit | credits | source image | featured image
    foto | fotos | bild | bilder | bildquelle | quelle | abbildung | abb. | titelbild | beitragsbild | crédit | crédits | crédit photo | crédits photos | crédits photo
    foto de portada | imagen | imágenes | fotografía | créditos | fuente | imagem | immagine | crediti | zdj. | fot. | фото | источник фото
    filed under | tags | tagged | posted in | category | categories | schlagwörter | schlagworte | stichwörter | étiquettes | etiquetas | теги | метки
""")
"""How a line begins that says whose picture or which shelf this is; a colon follows."""

STAMP = re.compile(
    r"^(?:(?:last )?(?:published|updated|posted|modified)|stand|aktualisiert|veröffentlicht|erstellt|publié|mis à jour|modifié|publicado|"
    r"actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|опубликовано|обновлено|güncelleme|yayınlanma|oppdatert|publisert)"
    r"\b.{0,60}\d|^(?:by|von|par|por|di|door|av|af|od|автор:?|text:|autor:?|autorin:?) [^.!?]{3,50}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}\b.{0,40}$",
    re.IGNORECASE,
)
"""Bylines and time stamps as lines of their own."""

CUT = _phrases("""
    © | copyright | all rights reserved | alle rechte vorbehalten | tous droits réservés | todos los derechos reservados
    (reporting by | reporting by | additional reporting | editing by | follow us on | follow us | sign up for | subscribe to | get the latest | join our
    folgen sie uns | abonnieren sie | newsletter | suivez-nous | síguenos | siga-nos | seguici su | подписывайтесь | подпишитесь
    view comments | leave a comment | comments | kommentare | commentaires | comentarios | commenti | комментарии
    about the author | über den autor | à propos de l'auteur | sobre el autor | sobre o autor
""")
"""How a closing line begins that is no longer the story."""

HOUSE = re.compile(
    r"newsletter|\bsign up|\bsubscri|\babonnier|abonnez|suscr[ií]b|inscre|iscriviti|подпи[сш]|\bdownload (?:the|our)\b.{0,30}\bapp"
    r"|follow us|folgen sie|suivez|síg[ua]enos|whatsapp|telegram|google news|\bdonat|\bspende|affiliate|provision",
    re.IGNORECASE,
)
"""In a short line with a link: the publisher speaks of itself."""

CAPTION = re.compile(
    r"[(|/–-]\s?(?:foto|photo|bild|image|credit|crédit|quelle|source|fuente|imagen|picture|zdj|фото)[a-zé]{0,4}\s?[:/©]"
    r"|^(?:abbildung|abb\.|figure|fig\.|bild|tabelle|table|рис\.)\s?\d{0,3}\s?:"
    r"|[.!] (?:foto|photo|bild|image|credit|crédits?|quelle|fuente|фото)[a-zé]{0,4}\s?: ?[^.]{2,60}$",
    re.IGNORECASE,
)
"""In a short paragraph: the legend of a picture."""

ENDS = _phrases("""
    kontakt | pressekontakt | ansprechpartner | ansprechpartnerin | rückfragen | contact | contacts | media contact | press contact | media contacts
    ähnliche beiträge | ähnliche artikel | weitere themen | weitere artikel | weitere beiträge | weitere meldungen | neueste artikel | neueste beiträge
    mehr zum thema | lesen sie auch | das könnte | entdecke weitere | related posts | related articles | related stories | related news | similar posts
    recent posts | latest news | more from | more stories | you may also like | you might also like | recommended | comments | leave a reply | leave a comment
    articles similaires | articles liés | sur le même sujet | à lire aussi | commentaires | dans la même rubrique | pour aller plus loin
    artículos relacionados | noticias relacionadas | te puede interesar | comentarios | notas relacionadas | más sobre | contacto | leia também | notícias relacionadas
    articoli correlati | potrebbe interessarti | gerelateerde | lees ook | relaterade | relaterte | læs også | les også
    zobacz także | czytaj także | powiązane | související | súvisiace | читайте также | похожие | по теме | комментарии | ilgili haberler | yorumlar
    sobre la firma | sobre el autor | kommentare | kommentarer | schlagwörter | tags | about the author | über den autor | über die autorin | disclaimer
""")
"""How a heading begins after which nothing of the story comes."""

CONTINUE = re.compile(
    r"^\W{0,4}(?:continue reading|keep reading|read (?:the )?(?:full|whole|entire) (?:story|article)|read more|(?:jetzt |hier )?weiterlesen"
    r"|artikel weiterlesen|lire la suite|seguir leyendo|leer más|continuar lendo|ler mais|continua a leggere|leggi tutto|lees verder|lees meer"
    r"|läs mer|les mer|læs mere|czytaj dalej|číst dál|читать (?:далее|дальше|полностью)|читати далі|толугу менен|devamını oku|続きを読む|继续阅读)"
    r"\W{0,6}$",
    re.IGNORECASE,
)
"""A line that is nothing but the way to the rest."""

PAYWALL = re.compile(
    r"(?:for|to) (?:our )?subscribers? only|subscribe (?:now )?to (?:read|continue)|(?:sign|log) in to (?:read|continue)|already a subscriber\?"
    r"|to continue reading|nur für abonnenten|mit .{1,20} weiterlesen|bereits abonnent|réservé aux abonnés|abonnez-vous pour lire|déjà abonné"
    r"|(?:solo|exclusivo) para (?:suscriptores|assinantes|abonados)|suscríbete para (?:leer|seguir)|riservato agli abbonati|alleen voor abonnees"
    r"|только (?:для|по) подписчик|доступно по подписке|tylko dla (?:subskrybentów|prenumeratorów)|会員限定|会员专享",
    re.IGNORECASE,
)
"""A line that asks for money or a login before the rest."""
