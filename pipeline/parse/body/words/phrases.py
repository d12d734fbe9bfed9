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
    more from | more stories | watch | watch now | top stories | lesen sie auch | lesen sie hier | lesen sie mehr
    mehr zum thema | mehr dazu | auch interessant | das könnte sie auch interessieren | weitere informationen
    weiterlesen | weitere artikel | empfohlene beiträge | passend dazu | siehe auch | zum thema | lire aussi
    à lire aussi | à lire | a lire aussi | à voir aussi | voir aussi | sur le même sujet | pour aller plus loin
    lea también | lee también | leer más | le puede interesar | te puede interesar | más información
    también te puede interesar | leia também | leia mais | veja também | saiba mais | leggi anche
    potrebbe interessarti | per approfondire | lees ook | lees meer | les også | læs også | läs också | läs mer
    lue myös | se også | zobacz także | zobacz też | czytaj także | czytaj też | czytaj więcej | polecamy
    čtěte také | přečtěte si také | viac k téme | читайте также | читать также | смотрите также | подробнее
    по теме | читайте по теме | читайте ще | читайте також | дагы окуңуз | ilgili haberler
    bunlar da ilginizi çekebilir | baca juga | xem thêm | 関連記事 | 相关阅读 | 相关新闻 | 관련기사 | اقرأ أيضا
    اقرأ أيضاً | zum artikel | zum video | im video | weiterlesen auf | hier lesen sie | mehr dazu lesen sie
    lesen sie dazu
    you can also check | also check | must read | also see | check out | noticia relacionada
    artículo relacionado | vea también | mira también | ver también | conozca más | veja mais | leggi di più
    leggi qui | guarda anche | ler também | pročitajte i | διαβάστε επίσης | přečtěte si | olvasd el | citește și
    citeşte şi | толығырақ | оқи отырыңыз | тағы оқыңыз | тағы оқы | ошондой эле окуңуз | ўқинг
    shuningdek o'qing | ҳамчунин хонед | şeýle-de okaň | haberin devamı | ayrıca okuyun | 合わせて読みたい
    あわせて読みたい | материалы по теме | ранее мы писали | ранее по теме | more on this story
    more on this topic | mavzuga oid | pročitajte još | pročitajte više | čitajte još | bonus video
    прочитајте још | още по темата | вижте още | прочетете още | sledujte tiež | čítajte aj | preberite tudi
    loe ka | lasi arī | skaitykite taip pat | mohlo by vás zajímat | mohlo by vás zaujímať | διαβάστε ακόμη
    διαβάστε ακόμα | ये भी पढ़ें | यह भी पढ़ें | อ่านข่าวที่เกี่ยวข้อง | อ่านเพิ่มเติม | simak juga | lihat juga
    خبر مرتبط | بیشتر بخوانید | kapcsolódó | zie ook | listen | soma pia | 延伸阅读 | 推荐阅读
    上一篇 | 下一篇 | 上一条 | 下一条 | 上一个 | 下一个 | 上一則 | 下一則 | 이전글 | 다음글 | 이전 글 | 다음 글
    前の記事 | 次の記事 | 함께 보면 좋은 기사 | 관련 기사 | les mer | se også: | læs mere | se mere | se även
    läs vidare | katso myös
    lisää aiheesta | lesa meira | sjá einnig | loe lisaks | loe rohkem | vaata ka | lasi vēl | lasi vairāk
    skatīt arī | skaitykite daugiau | taip pat skaitykite | susiję straipsniai | čítajte tiež
    mohlo by vás zaujať | více k tématu | čtěte více | citește mai mult | citește și: | vezi și | vezi şi
    pe aceeași temă | olvasta már | olvassa el | bővebben | ajánljuk még | kapcsolódó cikkek | pročitaj i
    pročitaj više | pogledajte i | čitaj još | vezane vijesti | povezane vijesti | pogledajte još | beri še
    berite tudi | preberi tudi | več o temi | прочитај и | прочитајте и | погледнете и | повеќе | прочетете и
    прочетете повече | виж още | вижте и | διαβάστε περισσότερα | δείτε επίσης | δείτε ακόμα | σχετικά άρθρα
    lexo edhe | lexo më shumë | llegiu també | llegeix també | més informació | irakurri ere | le tamén
    léigh freisin | lees gerus | lees ook: | daha çox oxu | həmçinin oxuyun | oxşar xəbərlər | წაიკითხეთ ასევე
    ასევე წაიკითხეთ | կարդացեք նաև | чытайце таксама | чытаць таксама | уншаарай | холбоотой мэдээ | קראו גם
    קראו עוד | לקריאה נוספת | עוד בנושא | ראו גם | اقرأ المزيد | اقرأ أيضًا | شاهد أيضا | شاهد أيضاً
    مواضيع ذات صلة | طالع أيضا | همچنین بخوانید | مطالب مرتبط | مزید پڑھیں | یہ بھی پڑھیں
    potrebbe interessarti anche | 相关报道 | 相關報道 | और पढ़ें | इसे भी पढ़ें
    यह भी देखें | ilgili haber | simak video | może cię zainteresować | संबंधित खबरें | আরও পড়ুন | আরো পড়ুন
    আরও দেখুন | மேலும் படிக்க | ఇవి చదవండి | हेही वाचा
    हे पण वाचा | ข่าวที่เกี่ยวข้อง | อ่านเพิ่ม | อ่านข่าวอื่น | đọc thêm | tin liên quan | mời bạn đọc thêm
    baca selengkapnya | artikel terkait | berita terkait | lihat video | pilihan editor | baca lagi
    artikel berkaitan | berita berkaitan | basahin din | kaugnay na balita | soma zaidi | pia soma
    habari zinazohusiana | related story | related reading | from the archive | à lire également
    sur le même thème | te recomendamos | people are also reading
""")
"""How a line begins that leads to other stories."""

SKIPS = phrases_of("""
    skip | saltar | omitir | pular | ir para depois | passer | ignorer et | überspringen | salta | sla over
    overslaan
    pomiń | přeskočit | preskočiť | hoppa över | hopp over | spring over | ohita | ugrás | sari peste | preskoči
    пропустить | пропустити | прескочи | атла | atla | өткізіп жіберу | өткөрүп жиберүү | oʻtkazib yuborish
    تخطى | تجاوز | رد شدن | رد کردن | چھوڑیں | छोड़कर | छोड़ कर | এড়িয়ে | lewati | langkau | bỏ qua | ข้าม
    スキップ | 跳过 | 跳過 | 건너뛰기 | ruka | דלג
""")
"""How a link begins that leads past what stands behind it."""

OF_HOUSE = phrases_of("""
    support us | please support us | about us | apóyanos | hazte socio | hazte socia | soutenez-nous | aidez-nous
    unterstützen sie uns | unterstütze uns | über uns | sostienici | chi siamo | apoie-nos | quem somos
    quiénes somos
    qui sommes-nous | steun ons | over ons | wesprzyj nas | o nas | stöd oss | støtt oss | støt os | om oss | om os
    поддержите нас | поддержать нас | о нас | підтримайте нас | про нас | bizi destekleyin | hakkımızda
""")
"""What the heading of a box says in which the house speaks of itself."""

SHOUTED = re.compile(r"(?:WATCH|LISTEN|READ|VIDEO|VIDÉO|PHOTOS|GALLERY|PODCAST|MIRA|LIRE|MÁS)\s[|]\s")
"""In capitals and in front of a bar, such words lead elsewhere, however long the line."""

CREDITS = phrases_of("""
    photo | photos | photo credit | image | image credit | image source | images | picture | credit | credits
    source image | featured image | foto | fotos | bild | bilder | bildquelle | quelle | abbildung | abb.
    borítókép | (borítókép | nyitókép | (nyitókép | kiemelt kép | titelbild | beitragsbild | crédit | crédits
    crédit photo | crédits photos | crédits photo | 原标题 | 原標題 | źródło artykułu | bron | doi | foto de portada
    imagen | imágenes | fotografía | créditos | fuente | imagem | immagine | crediti | zdj. | fot. | фото
    сурет | сүрөт | surat | источник фото | источник | источники | джерело | дереккөз | булак | manba | манба
    źródło | fonte | kaynak
    来源 | 图片来源 | 图源 | 圖片來源 | 來源 | 出典 | 출처 | bilde | foto/ill | kilde | kilder | kilde til bilde
    illustrasjon | billede
    illustration | källa | kuva | kuvat | lähde | mynd | heimild | foto autor | allikas | attēls | avots
    nuotrauka | nuotr | šaltinis | zdroj | fotka | kép | fotó | forrás | sursa | sursă | sursa foto | izvor
    фотографија | извор | снимка | снимки | източник | φωτογραφία | φωτο | πηγή | burimi | font | iturria
    argazkia | beeld | şəkil | mənbə | ფოტო | წყარო | լուսանկարը | աղբյուր | здымак | крыніца | эх сурвалж | צילום
    צילומים | מקור | تصوير | الصورة | المصدر | صورة | عکس | منبع | تصویر | फोटो | स्रोत | ছবি | সূত্র | ภาพ
    ที่มา | ảnh | nguồn | foto oleh | sumber | gambar | picha | chanzo | filed under | tags | tagged | posted in
    category | categories | schlagwörter | schlagworte | stichwörter | étiquettes | etiquetas | теги | метки
    published under | раздел | рубрика | категория | категорія | kategoria | keywords | tag | labels
    related roundup | video | videos | vídeo | vidéo | видео | відео
    wideo
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
    r"(?:[^.]|(?<=[ .]\w)\.){2,60}$"
    r"|[.!?»”] (?-i:Photos? (?:d['’](?:illustration|archives?)|[A-ZÀ-ÖØ-Þ])(?:[^.!?:]|(?<=[ .]\w)\.){0,40})$",
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
    autor:innen | autor*innen | autor_innen | weitere aktuelle themen
    weitere themen | weitere artikel | weitere beiträge | weitere meldungen | neueste artikel | neueste beiträge
    mehr zum thema | lesen sie auch | das könnte | entdecke weitere | related posts | related articles
    related stories | related news | similar posts | recent posts | latest news | more from | more stories
    you may also like | you might also like | recommended | comments | leave a reply | leave a comment
    articles similaires | articles liés | sur le même sujet | à lire aussi | commentaires | dans la même rubrique
    pour aller plus loin | artículos relacionados | noticias relacionadas | te puede interesar | comentarios
    notas relacionadas | más sobre | contacto | leia também | notícias relacionadas | articoli correlati
    potrebbe interessarti | gerelateerde | lees ook | relaterade | relaterte | læs også | les også | zobacz także
    czytaj także | powiązane | související | súvisiace | читайте также | похожие | по теме | комментарии
    ilgili haberler | yorumlar | komentari | коментари | maoni | نظر شما | اخبار مرتبط | תגובות | כתבות נוספות
    עוד בנושא | التعليقات | تعليقات | أخبار ذات صلة | مواضيع ذات صلة | اقرأ أيضا | σχετικά άρθρα | σχόλια
    διαβάστε επίσης | sobre la firma | sobre el autor | kommentare | kommentarer | schlagwörter | tags
    about the author | über den autor | über die autorin | disclaimer | more news | more on this | other news
    latest stories | more in | tell us what you think | what do you think | was denkst du | was meinst du
    deine meinung | ihre meinung | latest articles | top news | top stories | trending | most read | popular news
    read next | up next | latest in news | latest in politics | latest in sport | latest in business
    latest in world | keep reading | what to read next | in case you missed it | around the web
    from our partners | you may also be interested | more headlines | editor's picks | popular now
    aus dem ressort | die neuesten artikel | die neuesten meldungen | die neuesten nachrichten
    vous aimerez aussi | ça pourrait vous | cela pourrait vous | à lire ensuite | quizás te interese
    también te puede | ti potrebbe | você também pode | meest gelezen | lees verder | mest lest | mest læst
    mest läst | senaste nytt | siste nytt | seneste nyt | mehr nachrichten | neueste nachrichten
    weitere nachrichten | meistgelesen | auch interessant | plus d'infos | à ne pas manquer | les plus lus
    derniers articles | más noticias | últimas noticias | lo más leído | más leídas | outras notícias
    mais notícias | últimas notícias | mais lidas | altre notizie | ultime notizie | i più letti | meer nieuws
    więcej wiadomości | najnowsze | inne artykuły | polecane | другие новости | ещё новости | еще новости
    последние новости | новости по теме | другие материалы | смотрите также | популярное | самое читаемое
    похожие новости | інші новини | останні новини | схожі новини | читайте також | басқа жаңалықтар
    соңғы жаңалықтар | ұқсас жаңалықтар | тақырып бойынша | башка жаңылыктар | акыркы жаңылыктар
    boshqa yangiliklar | soʻnggi yangiliklar | мавзуга оид | хабарҳои дигар | beýleki habarlar | diğer haberler
    son haberler | bunlar da ilginizi çekebilir | 相关新闻 | 相关阅读 | 推荐阅读 | 更多新闻 | 関連記事
    おすすめ記事 | お問い合わせ | お問合せ | お問い合わせ先 | 問い合わせ先 | 联系方式 | 联系我们 | 문의처
    人気記事 | 관련 기사 | 관련기사 | 많이 본 뉴스 | 다른 기사 | relaterte saker | relaterte artikler
    flere saker | flere nyheter | relaterede artikler | flere nyheder | andre læser | relaterade artiklar
    fler nyheter | fler artiklar | mer om | lisää aiheesta | lue seuraavaksi | aiheeseen liittyvää | luetuimmat
    tengdar fréttir | fleiri fréttir | seotud artiklid | seotud lood | loe lisaks | saistītie raksti | citas ziņas
    lasi vēl | susiję straipsniai | taip pat skaitykite | kitos naujienos | související články | další články
    nejčtenější | mohlo by vás zajímat | súvisiace články | ďalšie články | mohlo by vás zaujímať
    articole similare | alte articole | știri similare | citește și | te-ar putea interesa | kapcsolódó cikkek
    további cikkek | ezt olvasta már | povezane vijesti | vezane vijesti | povezani članci
    povezane vesti | slične vesti | najčitanije | najnovije vesti | sorodne novice | več novic | повезани вести
    слични вести | најчитано | повезане вести | поврзани вести | նմանատիպ նյութեր | свързани новини | още новини
    още по темата | подобни статии | διαβάστε ακόμη | δείτε ακόμα | δείτε επίσης | δημοφιλή | lajme të ngjashme
    lexo edhe | notícies relacionades | articles relacionats | també et pot interessar | gerelateerde artikelen
    meer over | meer nieuws over | lees verder over | verwante artikels | oxşar xəbərlər | digər xəbərlər
    მსგავსი სიახლეები | чытайце таксама | холбоотой мэдээ | קראו גם | אולי יעניין אותך | עוד כתבות | شاهد أيضا
    اقرأ المزيد | أخبار متعلقة | مقالات ذات صلة | الأكثر قراءة | مطالب مرتبط | بیشتر بخوانید | संबंधित खबरें
    और खबरें | ये भी पढ़ें | আরও পড়ুন | সম্পর্কিত খবর | ข่าวที่เกี่ยวข้อง | tin liên quan | tin cùng chuyên mục
    bài viết liên quan | bình luận | có thể bạn quan tâm | artikel terkait | berita terkait | berita lainnya
    izohlar | изоҳлар | пикирлер | комментарийлер | шарҳҳо | şərhlər | teswirler | komentar | berita berkaitan
    habari zinazohusiana | kaugnay na balita
""")
"""How a heading begins after which nothing of the story comes."""

ABOUT = phrases_of("""
    about the author | about | über den autor | über die autorin | über | zur person | sobre el autor
    sobre la autora | sobre o autor | sobre a autora | sobre | acerca de | à propos de l'auteur | à propos de
    à propos d' | informazioni su | over de auteur | over | om | o autorze | o autorce | об авторе | про автора
    author | autor | autorin | auteur | autore | автор
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
    onderwerpen | tematy | tagi | emner | ämnen | aiheet | темы | тема | теми | konular | témata | emne | ämne | aihe
    avainsanat | asiasanat | märksõnad | teemad | tēmas | temos | raktažodžiai | témy | kľúčové slová | klíčová slova
    štítky | subiecte | etichete | cuvinte cheie | címkék | témák | teme | tagovi | oznake | ključne riječi
    ključne besede | ključne reči | тагови | кључне речи | клучни зборови | етикети | ключови думи | тагове | θέματα
    ετικέτες | etiquetes | trefwoorden | açar sözlər | тэгі | תגיות | תגים | الكلمات المفتاحية | وسوم | کلمات کلیدی
    برچسب‌ها | टैग | विषय | แท็ก | từ khóa | chủ đề | topik | kata kunci
""")
"""How a line begins that goes on with links to the shelves on which the story stands; a colon follows."""
