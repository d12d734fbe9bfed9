"""Lines on the page that are no story, as data: how they begin, in the languages that we know.

To teach the extraction a new one, add it to the list whose description fits; case does not matter.
"""

import re

from pipeline.parse.alternatives import any_of


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases that stand in `text`, parted by bars and line ends; with either apostrophe where one has one."""
    phrases = [phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip()]
    return tuple(dict.fromkeys(form for phrase in phrases for form in (phrase, phrase.replace("'", "’"))))


def opening(beginnings: tuple[str, ...], after: str) -> re.Pattern[str]:
    """The pattern of a text that begins with one of `beginnings` and goes on with `after`; case does not matter."""
    return re.compile(rf"^[^\w(©]{{0,4}}(?:{any_of(beginnings)}){after}", re.IGNORECASE)


POINTERS = phrases_of("""
    read also | read more | read next | read this | also read | more on this | related | related articles
    see also | don't miss | you may also like | you might also like | recommended | recommended for you
    more from | more stories | watch | watch now | top stories | lesen sie auch | lesen sie hier
    lesen sie mehr | mehr zum thema | mehr dazu | auch interessant | das könnte sie auch interessieren
    weitere informationen | weiterlesen | weitere artikel | empfohlene beiträge | passend dazu | siehe auch
    zum thema | lire aussi | à lire aussi | à lire | a lire aussi | à voir aussi | voir aussi
    sur le même sujet | pour aller plus loin | lea también | lee también | leer más | le puede interesar
    te puede interesar | más información | también te puede interesar | leia também | leia mais
    veja também | saiba mais | leggi anche | potrebbe interessarti | per approfondire | lees ook | lees meer
    les også | læs også | läs också | läs mer | lue myös | se også | zobacz także | zobacz też
    czytaj także | czytaj też | czytaj więcej | polecamy | čtěte také | přečtěte si také | viac k téme
    читайте также | читать также | смотрите также | подробнее | по теме | читайте по теме | читайте ще
    читайте також | дагы окуңуз | ilgili haberler | bunlar da ilginizi çekebilir | baca juga | xem thêm
    関連記事 | 相关阅读 | 相关新闻 | 관련기사 | اقرأ أيضا | اقرأ أيضاً
    zum artikel | zum video | weiterlesen auf | hier lesen sie | mehr dazu lesen sie | lesen sie dazu
    you can also check | also check | must read | also see | check out | noticia relacionada | artículo relacionado
    vea también | mira también | ver también | conozca más | veja mais | leggi di più | leggi qui | guarda anche
    ler também | pročitajte i | διαβάστε επίσης | přečtěte si | olvasd el | citește și | citeşte şi
    толығырақ | оқи отырыңыз | тағы оқыңыз | тағы оқы | ошондой эле окуңуз | ўқинг | shuningdek o'qing
    ҳамчунин хонед | şeýle-de okaň | haberin devamı | ayrıca okuyun | 合わせて読みたい | あわせて読みたい
    материалы по теме | ранее мы писали | ранее по теме | more on this story | more on this topic | mavzuga oid
    pročitajte još | pročitajte više | čitajte još | bonus video | прочитајте још | още по темата | вижте още
    прочетете още | sledujte tiež | čítajte aj | preberite tudi | loe ka | lasi arī | skaitykite taip pat
    mohlo by vás zajímat | mohlo by vás zaujímať | διαβάστε ακόμη | διαβάστε ακόμα | ये भी पढ़ें | यह भी पढ़ें
    อ่านข่าวที่เกี่ยวข้อง | อ่านเพิ่มเติม | simak juga | lihat juga | خبر مرتبط | بیشتر بخوانید | kapcsolódó | zie ook
    listen | soma pia | 延伸阅读 | 推荐阅读 | 함께 보면 좋은 기사 | 관련 기사
    related story | related reading | from the archive | à lire également | sur le même thème | te recomendamos
""")
"""How a line begins that leads to other stories."""

OF_HOUSE = phrases_of("""
    support us | please support us | about us | apóyanos | hazte socio | hazte socia | soutenez-nous | aidez-nous
    unterstützen sie uns | unterstütze uns | über uns | sostienici | chi siamo | apoie-nos | quem somos | quiénes somos
    qui sommes-nous | steun ons | over ons | wesprzyj nas | o nas | stöd oss | støtt oss | støt os | om oss | om os
    поддержите нас | поддержать нас | о нас | підтримайте нас | про нас | bizi destekleyin | hakkımızda
""")
"""What the heading of a box says in which the house speaks of itself."""

SHOUTED = re.compile(r"(?:WATCH|LISTEN|READ|VIDEO|VIDÉO|PHOTOS|GALLERY|PODCAST|MIRA|LIRE|MÁS)\s[|]\s")
"""In capitals and in front of a bar, such words lead elsewhere, however long the line."""

LABELS = frozenset(
    phrase.casefold()
    for phrase in phrases_of("""
    submitting | sorry, there seem to be some issues. please try again later
    story continues | article continues | tekst fortsetter under | dalszy ciąg tekstu pod wideo
    dalszy ciąg materiału pod wideo | 請繼續往下閱讀 | 请继续往下阅读 | 分享至好友和朋友圈 | 用微信扫码二维码
    advertisement | advertising | ad | ads | sponsored | sponsored content | promoted | article continues below
    article continues below advertisement | story continues below | story continues below advertisement
    continue reading below | article content | continues after advertisement | anzeige | werbung
    content continues after ad | content continues below | article continues after ad | story continues after ad
    article continues after advertisement | story continues after advertisement | article continues after this ad
    content continues after advertisement | continue reading after the ad | artikel nach der anzeige
    la suite après cette annonce | l'article continue après la publicité | sigue leyendo después del anuncio
    el artículo continúa después de la publicidad | el artículo continúa después del anuncio
    l'articolo continua dopo la pubblicità | articolo continua dopo la pubblicità
    artikel geht unter der werbung weiter
    publicité | la suite après la publicité | la suite après cette publicité | publicidad | publicidade
    continua após a publicidade | continua depois da publicidade | pubblicità | continua a leggere dopo la pubblicità
    advertentie | annonce | annons | reklame | reklama | reklam | mainos | реклама | жарнама | жарнак | iklan
    quảng cáo | 広告 | スポンサーリンク | 广告 | 廣告 | 광고 | إعلان
    tekst gaat verder onder de advertentie | artikel gaat verder onder de advertentie
    verhaal gaat verder onder de advertentie | de tekst gaat verder onder de foto | artiklen fortsætter efter annoncen
    artikkelen fortsetter under annonsen | saken fortsetter under annonsen | artikeln fortsätter efter annonsen
    artikeln fortsätter under annonsen | juttu jatkuu mainoksen jälkeen | artikkeli jatkuu mainoksen jälkeen
    dalsza część artykułu pod materiałem wideo | dalsza część tekstu pod wideo | ciąg dalszy artykułu pod reklamą
    článek pokračuje pod reklamou | článek pokračuje pod videem | pokračování článku pod reklamou
    a cikk a hirdetés után folytatódik | a cikk folytatódik a hirdetés után | hirdetés | articolul continuă după reclamă
    articolul continuă mai jos | la noticia continúa después de la publicidad | continúa después de la publicidad
    la nota continúa debajo | der artikel wird unter der werbung fortgesetzt | weiterlesen nach der anzeige
    nach der anzeige weiterlesen | mehr nach der werbung | продолжение после рекламы | продолжение под рекламой
    статья продолжается после рекламы | продовження після реклами | scroll untuk lanjut membaca
    scroll to continue with content | advertisement scroll to continue with content
    το άρθρο συνεχίζεται μετά τη διαφήμιση | διαφήμιση | פרסומת | विज्ञापन | publicitate
    share | share this | share this article | share this story | share this post | share article | share on
    copy link | link copied | print | print this page | email this article | save | save article | bookmark | listen
    listen to this article | embed | teilen | artikel teilen | drucken | merken | vorlesen | partager
    partager cet article | imprimer | écouter | compartir | compartir noticia | copiar enlace | imprimir | escuchar
    compartilhar | compartilhe | ouvir | condividi | stampa | ascolta | udostępnij | drukuj | paylaş | yazdır
    поделиться | поделиться в соцсетях | распечатать | скопировать ссылку | поділитися | бөлісу | бөлүшүү | ulashish
    シェア | シェアする | この記事をシェア | 印刷 | 分享 | 分享到 | 分享让更多人看到 | 打印 | 공유 | 공유하기
    기사 공유 | 인쇄 | कॉपी लिंक | शेयर
    loading | wird geladen | chargement | cargando | carregando | caricamento | загрузка | yükleniyor | 加载中
    recommended | recommended videos | recommended video | related video | related videos | featured video
    most read | most popular | most viewed | trending | trending now | popular | top stories | latest news
    meistgelesen | am meisten gelesen | les plus lus | les plus lues | lo más leído | lo más visto | mais lidas
    i più letti | più letti | najczęściej czytane | najpopularniejsze | самое читаемое | самое популярное | популярное
    найпопулярніше | en çok okunanlar | noticia relacionada | noticias relacionadas | notícias relacionadas
    prev post | previous post | next post | previous article | next article | previous story | next story
    vorheriger beitrag | nächster beitrag | vorheriger artikel | nächster artikel | article précédent | article suivant
    artículo anterior | artículo siguiente | entrada anterior | entrada siguiente | noticia anterior | noticia siguiente
    articolo precedente | articolo successivo | artigo anterior | próximo artigo | post anterior | próximo post
    vorig artikel | volgend artikel | poprzedni artykuł | następny artykuł | предыдущая статья | следующая статья
    предыдущая новость | следующая новость | попередня новина | наступна новина | önceki haber | sonraki haber
    caption | close | caption close | hide caption | toggle caption | enlarge this image | view gallery | open gallery
    author of the article | beitrag teilen | bericht teilen | seite teilen | share post | sharing options
    back to top | nach oben | zurück | zur übersicht | zurück zur übersicht | zur startseite | retour | volver | наверх
    人気記事 | アクセスランキング | おすすめ | おすすめ情報 | おすすめ記事 | 関連キーワード | 関連タグ | 関連リンク
    フォローする | カテゴリーをフォローする | 热门文章 | 热点新闻 | 推荐阅读 | 相关链接 | 많이 본 뉴스
    인기 기사 | 관련 뉴스
    published | updated | last updated | posted | veröffentlicht | aktualisiert | publié le | mis à jour | publicado
    actualizado | pubblicato | aggiornato | опубликовано | обновлено | оновлено | yayınlanma | güncelleme
    text size | font size | schriftgröße | schriftgröße anpassen | taille du texte | order reprints | print article
    the author | the authors | der autor | die autorin | die autoren | zum autor | zur autorin | l'auteur | el autor
    la autora | disclosure | advertising disclosure | affiliate disclosure | related coverage | breaking news
    all rights reserved | alle rechte vorbehalten | tous droits réservés | todos los derechos reservados
    todos os direitos reservados | terms of use | terms of service | privacy policy
    recommended stories | editor's picks | editors' picks | editor’s picks | watch the video below | watch below
    this slideshow requires javascript | your browser does not support the video tag
    your browser does not support the audio element
    انتهای پیام | انتهای پیام/ | comments: our rules | gefällt mir | gefällt mir wird geladen
    gefällt mir wird geladen… | like this | like loading | like loading…
    j’aime chargement… | me gusta cargando… | curtir isso | curtir carregando… | mi piace caricamento…
""")
)
"""Lines that are nothing but that: what a button, a box or a place for advertisements is called."""

CREDITS = phrases_of("""
    photo | photos | photo credit | image | image credit | image source | images | picture | credit
    credits | source image | featured image | foto | fotos | bild | bilder | bildquelle | quelle | abbildung
    abb. | borítókép | (borítókép | nyitókép | (nyitókép | kiemelt kép | titelbild | beitragsbild | crédit
    crédits | crédit photo | crédits photos | crédits photo
    原标题 | 原標題 | źródło artykułu | bron
    doi | foto de portada | imagen | imágenes | fotografía | créditos | fuente | imagem | immagine | crediti
    zdj. | fot. | фото | источник фото | источник | источники | джерело | дереккөз | булак | manba
    манба | źródło | fonte | kaynak | 来源 | 來源 | 出典 | 출처
    filed under | tags | tagged | posted in | category | categories
    schlagwörter | schlagworte | stichwörter | étiquettes | etiquetas | теги | метки
    published under | keywords | tag | labels | related roundup | video | videos | vídeo | vidéo | видео | відео | wideo
""")
"""How a line begins that says whose picture or which shelf this is; a colon follows."""

HOUSE = re.compile(
    r"(?:sign up|subscri|abonn|in?scri|suscr|anmeld|\bour\b|\byour\b|\bunser|kostenlos|\bfree\b|daily|weekly|morning"
    r"|receive|\bget\b|\bjoin\b|\bnotre\b|\bnos\b|nuestr|nostr|nossa|подпи|\bнаш).{0,40}newsletter"
    r"|newsletter.{0,40}(?:sign up|subscri|abonn|in?scri|anmeld|\bhere\b|\bhier\b|jetzt)|^\W*newsletter\W"
    r"|\bsign up (?:now|today|here)\b|\bsign up (?:for|to) .{0,60}(?:alert|update|e-?mail|inbox|free|account|briefing)"
    r"|\bsubscribe (?:now|today|here|to (?:our|the|(?-i:[A-Z]\w))|for)\b|\bsubscribers? only\b|\babonnieren sie"
    r"|jetzt abonnier|abonnez-vous|suscr[ií]b(?:ete|ase|irse|irte)|inscrevam?-se|assine (?:já|agora)"
    r"|iscriviti|подпи(?:шитесь|сывайтесь|саться) на|підпи(?:шіться|суйтесь|сатися) на (?:наш|нас|канал)|abone ol"
    r"|\bdownload (?:the|our)\b.{0,30}\bapps?\b|follow us|folgen sie uns|folge uns|suivez-nous|síg[ua]enos|seguici su"
    r"|(?:join|follow|channel|group|kanal|gruppe|canal|grupo|gruppo|канал).{0,30}(?:whatsapp|telegram)"
    r"|(?:whatsapp|telegram)[ -](?:channel|group|kanal|gruppe|канал)|google news"
    r"|\bdonate (?:now|today|here|to us)\b|make a donation|jetzt spenden|spendenkonto|bitte spenden"
    r"|unterstützen sie uns (?:bitte|mit|jetzt)|support (?:us (?:on|with|by)|(?:our|independent) journalism)"
    r"|your (?:support|donation)s? (?:help|make|keep|allow|is |are )|affiliate[ -]?link",
    re.IGNORECASE,
)
"""In a short line with a link: the publisher speaks of itself."""

HOUSE_STEMS = phrases_of("""
    newsletter | sign up | subscri | abonn | suscr | inscre | assine | iscriv | подпи | підпи | abone ol | download
    follow us | folge | suivez | síg | seguici | whatsapp | telegram | google news | donat | spende | support
    unterst | affiliate
""")
"""One of these is in every such line, in small letters: to look for them is much quicker."""

CAPTION = re.compile(
    r"[(|/–-]\s?(?:foto|photo|bild|image|credit|crédit|quelle|source|fuente|imagen|picture|zdj"
    r"|фото)[a-zé]{0,4}\s?[:/©]"
    r"|\b(?:afp|reuters|getty(?: images)?|imago|dpa|ap|epa|efe|ansa|pap|alamy|shutterstock|istock|xinhua"
    r"|picture alliance|тасс|риа новости)(?: images| photo)? ?/ ?[^!?/]{2,50}\)?$"
    r"|^(?:abbildung|abb\.|figure|fig\.|bild|tabelle|table|рис\.)\s?\d{0,3}\s?:"
    r"|(?:摄|攝|撮影)[）)]?$"
    r"|[.!] (?:foto|photo|bild|image|credit|crédits?|quelle|fuente|фото|ảnh|kuva|fotó)[a-zé]{0,4}\s?: ?"
    r"(?:[^.]|(?<=[ .]\w)\.){2,60}$",
    re.IGNORECASE,
)
"""In a short paragraph: the legend of a picture."""

ENDS = phrases_of("""
    kontakt | pressekontakt | ansprechpartner | ansprechpartnerin | ansprechpartner presse | ansprechpartner für
    ansprechpartnerin für | kontakt für | kontakt zu | rückfragen | contact | contacts | contact us
    ihr ansprechpartner | ihre ansprechpartnerin | ihre ansprechpartner | ihr kontakt | your contact | votre contact
    further information | reacties | reageren | komentarze | kommentit | komentáře | hozzászólások | diskuze
    comentarii | коментарі | пікірлер | 댓글 | 网友评论 | コメント
    contact information | media contact | press contact | media contacts | ähnliche beiträge | ähnliche artikel
    weitere themen | weitere artikel | weitere beiträge | weitere meldungen | neueste artikel | neueste beiträge
    mehr zum thema | lesen sie auch | das könnte | entdecke weitere | related posts | related articles
    related stories | related news | similar posts | recent posts | latest news | more from | more stories
    you may also like | you might also like | recommended | comments | leave a reply | leave a comment
    articles similaires | articles liés | sur le même sujet | à lire aussi | commentaires
    dans la même rubrique | pour aller plus loin | artículos relacionados | noticias relacionadas
    te puede interesar | comentarios | notas relacionadas | más sobre | contacto | leia também
    notícias relacionadas | articoli correlati | potrebbe interessarti | gerelateerde | lees ook
    relaterade | relaterte | læs også | les også | zobacz także | czytaj także | powiązane | související
    súvisiace | читайте также | похожие | по теме | комментарии | ilgili haberler | yorumlar
    komentari | коментари | maoni | نظر شما | اخبار مرتبط | תגובות | כתבות נוספות | עוד בנושא | التعليقات
    تعليقات | أخبار ذات صلة | مواضيع ذات صلة | اقرأ أيضا
    σχετικά άρθρα | σχόλια | διαβάστε επίσης | sobre la firma | sobre el autor | kommentare | kommentarer
    schlagwörter | tags | about the author
    über den autor | über die autorin | disclaimer | more news | more on this | other news | latest stories
    more in | tell us what you think | what do you think | was denkst du | was meinst du | deine meinung | ihre meinung
    latest articles | top news | top stories | trending | most read | popular news | read next | up next
    latest in news | latest in politics | latest in sport | latest in business | latest in world | keep reading
    what to read next | in case you missed it | around the web
    from our partners | you may also be interested | more headlines | editor's picks | popular now
    aus dem ressort | die neuesten artikel | die neuesten meldungen | die neuesten nachrichten
    vous aimerez aussi | ça pourrait vous | cela pourrait vous
    à lire ensuite | quizás te interese | también te puede | ti potrebbe | você também pode
    meest gelezen | lees verder | mest lest | mest læst | mest läst
    senaste nytt | siste nytt | seneste nyt
    mehr nachrichten | neueste nachrichten | weitere nachrichten | meistgelesen | auch interessant | plus d'infos
    à ne pas manquer | les plus lus | derniers articles | más noticias | últimas noticias | lo más leído | más leídas
    outras notícias
    mais notícias | últimas notícias | mais lidas | altre notizie | ultime notizie | i più letti | meer nieuws
    więcej wiadomości | najnowsze | inne artykuły | polecane
    другие новости | ещё новости | еще новости | последние новости | новости по теме | другие материалы | смотрите также
    популярное | самое читаемое | похожие новости | інші новини | останні новини | схожі новини | читайте також
    басқа жаңалықтар | соңғы жаңалықтар | ұқсас жаңалықтар | тақырып бойынша | башка жаңылыктар | акыркы жаңылыктар
    boshqa yangiliklar | soʻnggi yangiliklar | мавзуга оид | хабарҳои дигар | beýleki habarlar | diğer haberler
    son haberler | bunlar da ilginizi çekebilir | 相关新闻 | 相关阅读 | 推荐阅读 | 更多新闻 | 関連記事 | おすすめ記事
    お問い合わせ | お問合せ | お問い合わせ先 | 問い合わせ先 | 联系方式 | 联系我们 | 문의처
    人気記事 | 관련 기사 | 관련기사 | 많이 본 뉴스 | 다른 기사
""")
"""How a heading begins after which nothing of the story comes."""

ABOUT = phrases_of("""
    about the author | about | über den autor | über die autorin | über | zur person | sobre el autor | sobre la autora
    sobre o autor | sobre a autora | sobre | acerca de | à propos de l'auteur | à propos de | à propos d'
    informazioni su | over de auteur | over | om | o autorze | o autorce | об авторе | про автора | author | autor
    autorin | auteur | autore | автор
""")
"""How a line begins that goes on with the author's name and is told of the author."""

AUTHOR_IS = phrases_of("""
    the writer is | the author is | the authors are | the writers are | the columnist is | our columnist is
    der autor ist | die autorin ist | unser autor ist | unsere autorin ist | der verfasser ist | l'auteur est
    l’auteur est | l'autrice est | el autor es | la autora es | o autor é | a autora é | l'autore è | l'autrice è
    de auteur is | opinions expressed | the opinions expressed | views expressed | the views expressed
    this is an opinion column | this is an opinion piece
""")
"""How a line at the end begins that tells of the author without a name."""

SHELVES = phrases_of("""
    topics | topic | more about | in this article | related topics | themen | thema | themen in diesem artikel
    thèmes | thème | sujets | mots-clés | mots clés | temas | tema | palabras clave | palavras-chave | argomenti
    onderwerpen | tematy | tagi | emner | ämnen | aiheet | темы | тема | теми | konular | témata
""")
"""How a line begins that goes on with links to the shelves on which the story stands; a colon follows."""

CONTINUE = re.compile(
    r"^\W{0,4}(?:continue reading|keep reading|read (?:the )?(?:full|whole|entire) (?:story|article)"
    r"|read more|(?:jetzt |hier )?weiterlesen"
    r"|artikel weiterlesen|lire la suite|seguir leyendo|leer más|continuar lendo|ler mais"
    r"|continua a leggere|leggi tutto|lees verder|lees meer"
    r"|läs mer|les mer|læs mere|czytaj dalej|číst dál|читать (?:далее|дальше|полностью)|читати далі"
    r"|читати (?:повністю|більше)|(?:толығырақ|әрі қарай|жалғасын) оқу|толугу менен|андан ары окуу"
    r"|батафсил|batafsil|davomini o.?qish|to.?liq o.?qish|муфассал|идомаи матн|dowamyny oka|giňişleýin"
    r"|devamını oku|haberin devamı|続きを読む|全文を読む|继续阅读|阅读全文|展开全文"
    r"|계속 읽기|전체 기사 보기|기사 더보기)"
    r"(?![ ]?[:：])"
    r"\W{0,6}$",
    re.IGNORECASE,
)
"""A line that is nothing but the way to the rest."""
