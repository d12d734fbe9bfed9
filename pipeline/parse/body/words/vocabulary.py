"""Words in tags, classes and ids that tell furniture from text, as data.

To teach the extraction a new kind of furniture, add a word here. A stem matches where a word of the name begins
with it (`comment` finds `comments-area` and `CommentList`); a whole word matches that word only.
"""

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


JUNK_TAGS = _words("aside figure figcaption address nav footer form menu noscript")
CARD_TAGS = _words("header")

JUNK_STEMS = _words("""
    advert adsense banner breadcrumb captcha comment consent cookie disqus footer gdpr lightbox livefyre
    login modal newsletter outbrain pagination paginator popular popup promo recirc recommend register
    encrypted talkback related relevant sharing share sidebar signup skyscraper sponsor subscri taboola toolbar
    tooltip trending viafoura widget mostread morefrom seealso masthead offcanvas
    navigation navbar dropdown megamenu submenu sitemap aside addthis jp-relatedposts editsection navbox
    socialmedia socialicon sociallink socialbar socialbutton socialnetwork socials
    facebook twitter whatsapp linkedin pinterest telegram instagram
    byline caption credit dateline metadata timestamp avatar
    most-read more-from see-also read-also also-read pubdate postdate postmeta entrymeta singlepostmeta
    bildunterschrift bildtext bildzeile bildquelle bildnachweis fotocredit didascalia piefoto pie-foto pie-de-foto
    img__desc image__desc img-desc image-desc photo-desc foto-desc bildlegende epigrafe
    kommentar komentar comentari reacties werbung werbe publicit publicidad pubblicit reklam mainos annons
    verwandt relacionad correlat gerelateerd souvisej powiazan kanren empfehl empfohlen recomend raccomand
    compartir compartilh condivi partage udostepn paylas abonnier suscri anmeldung registrier
    meistgelesen schlagwort stichwort stichwoert brotkrum fil-ariane ariane seitenleiste fusszeile
    pohozh poxozh podelit chitayte chitajte populyarn rekomend prosmotr benzer etiket polecan
    postprofile userinfo message-user usertitle online-list thread_info posting_rules
    trackback pingback
    jdgm yotpo loox-review spr-review bazaarvoice customer-review customerreview product-reviews productreviews
    kundenbewert kundenrezens kundenmeinung
    lire-aussi a-lire leer-mas lea-tambien te-puede leia-tambem leia-mais leggi-anche lees-ook les-ogsa
""")
"""Furniture, wherever it stands."""

JUNK_WORDS = _words("""
    social rail rails rightrail leftrail siderail
    ad ads adv nav pager tools actions tags tagged taglist keywords
    rss printer email mail noprint screen-reader sr-only skip copyright disclaimer
    biography aboutauthor authorbox upnext factbox fact-box faktabox faktaboks faktaruta faktenbox
    faktenkasten
    feedback rating ratings vote poll survey quiz donate donation vcard cta call-to-action
    signature line-clamp author authors meta date datetime dates
    autor autoren autorin auteur auteurs autore autori autores datum fecha anzeige anzeigen annonce teilen drucken
    site-sub content-sub etiquetas etiquettes tagi legende yorum yorumlar ilgili migas
""")

CARD_STEMS = _words("""
    teaser published posted gallery slideshow carousel slider player video audio podcast thumb
    header infobox toc readmore
""")
"""Furniture if it holds links or next to no text: a teaser without a link is the lead of this very story."""

CARD_WORDS = _words("""
    print latest time tag bio info infos source sources figure image img photo pic picture media
    category categories kicker eyebrow rubric topics topic section-label label badge icon icons follow
""")

MENU_WORDS = ("menu",)
"""Furniture if it is made of links."""

NOT_JUNK = re.compile(
    r"(?:^|\s)(?:category|tag|type|status|format|postid|overflow|wp-block"
    r"|field-+label|field-+type)-[^\s]+"
    r"|(?:^|\s)elementor-widget-(?!call-to-action|posts|share|social|form|author-box)[^\s]+"
    r"|(?:^|\s)subscriber-(?:only|preview|premium|content)(?=\s|$)"
    r"|(?:^|\s)js-(?:lightbox|slider|slideshow|carousel|gallery)[^\s]*|(?<![a-z])topic-?_?(?:body|content|text)"
    r"|(?:accordion|faq|collaps[a-z]{0,4}|toggle|panel|menu-section)[_-]{1,2}(?:header|label|title)"
    r"|(?<![a-z])message-user-content(?![a-z])"
    r"|(?:^|\s)_?mce_[^\s]+"  # what an editor of texts leaves in them
    r"|(?<![a-z])commentary(?![a-z])|(?:^|\s)(?:social|twitter|tweet)[a-z-]{0,20}embed(?=\s|$)"
    r"|[\w-]{0,20}sidebar-layout(?![a-z])|(?:^|\s)elementor-widget(?=\s|$)|(?:^|[\s-])(?:has|is|no|with|without)-[^\s]+",
    re.IGNORECASE,
)
"""What WordPress and utility styles put on the article itself: no word of these counts."""

POST = re.compile(r"(?:^|\s)(?:hentry|h-entry|type-post|status-publish|post-\d+|twitter-tweet)(?:\s|$)")
"""Classes of a story itself, whatever else stands beside them."""

HIDDEN = re.compile(
    r"(?:^|\s)(?:hidden|visually-?hidden|element-invisible|screen-reader-text|print:hidden|no-?print|d-print-none"
    r"|hidden-print|d-none)(?:\s|$)"
)
SHOWN = re.compile(r":(?:block|flex|grid|inline|contents)|d-(?:\w+-)?(?:block|flex|grid|inline)")
"""A hidden element that some screens show all the same."""

BESIDE = re.compile(
    r"sidebar|aside|comment|related|footer|recomm|popular|\bmodal|popup|dialog|lightbox|offcanvas|login|sign-?up"
)
"""Furniture beside the story or in a window over it, which often holds more text: it has to hold twice as much to be
taken for it."""

NEVER_STORY = re.compile(
    r"comments|comment-?_?(?:list|thread|area|section|body)|kommentare|disqus|livefyre|viafoura|guestbook"
    r"|talkback|encrypted|cookie|consent|gdpr|newsletter|\bbio\b|about-?author|author-?(?:bio|box|info)"
)
"""What readers write, and what the house says of itself, is not taken for the story where there is one.

A `commentary` may be one."""
