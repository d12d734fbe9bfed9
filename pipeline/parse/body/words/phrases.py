"""Lines on the page that are no story, as data: how they begin, in the languages that we know.

To teach the extraction a new one, add it to the list whose description fits; case does not matter.
"""

import re

from pipeline.parse.alternatives import any_of, phrases_of, wording


def opening(beginnings: tuple[str, ...], after: str) -> re.Pattern[str]:
    """The pattern of a text that begins with one of `beginnings` and goes on with `after`; case does not matter."""
    return re.compile(rf"^[^\w(©]{{0,4}}(?:{any_of(beginnings)}){after}", re.IGNORECASE)


READ_ALSO = phrases_of("""
    read next | more on this | related articles | you may also like | you might also like | recommended
    more from | more stories | top stories | lesen sie auch | mehr zum thema | auch interessant
    weitere artikel | à lire aussi | sur le même sujet | pour aller plus loin | te puede interesar
    leia também | potrebbe interessarti | lees ook | les også | læs også | zobacz także | czytaj także
    читайте также | смотрите также | по теме | читайте також | ilgili haberler | bunlar da ilginizi çekebilir
    関連記事 | 相关阅读 | 往期推荐 | 往期回顾 | 往期精选
    相关新闻 | 관련기사 | اقرأ أيضا | διαβάστε επίσης | citește și | още по темата
    mohlo by vás zajímat | mohlo by vás zaujímať | διαβάστε ακόμη | ये भी पढ़ें | بیشتر بخوانید | 推荐阅读
    관련 기사 | lisää aiheesta | loe lisaks | lasi vēl | taip pat skaitykite | susiję straipsniai
    kapcsolódó cikkek | vezane vijesti | povezane vijesti | δείτε επίσης | δείτε ακόμα | σχετικά άρθρα
    lexo edhe | oxşar xəbərlər | чытайце таксама | холбоотой мэдээ | קראו גם | עוד בנושא | اقرأ المزيد
    شاهد أيضا | مواضيع ذات صلة | مطالب مرتبط | संबंधित खबरें | আরও পড়ুন | ข่าวที่เกี่ยวข้อง | tin liên quan
    artikel terkait | berita terkait | berita berkaitan | kaugnay na balita | habari zinazohusiana
""")
"""What stands above links to other stories, or opens a line that leads to one."""

HEADS_OF_BOXES = phrases_of("""
    reacties | komentarze | hozzászólások | comentarii | коментарі | related posts | related stories
    related news | recent posts | comments | articles liés | commentaires | noticias relacionadas
    comentarios | articoli correlati | související | комментарии | komentari | коментари | תגובות
    כתבות נוספות | σχόλια | kommentare | tags | trending | most read | popular news | up next | editor's picks
    meest gelezen | mest lest | mest læst | mest läst | senaste nytt | siste nytt | seneste nyt | meistgelesen
    les plus lus | lo más leído | mais lidas | i più letti | новости по теме | популярное | самое читаемое
    похожие новости | ұқсас жаңалықтар | мавзуга оид | おすすめ記事 | 人気記事 | 많이 본 뉴스
    relaterte saker | relaterte artikler | relaterede artikler | relaterade artiklar | luetuimmat
    tengdar fréttir | seotud lood | saistītie raksti | nejčtenější | súvisiace články | articole similare
    povezane vesti | najčitanije | sorodne novice | најчитано | повезане вести | поврзани вести
    свързани новини | δημοφιλή | notícies relacionades | الأكثر قراءة | bình luận
""")
"""What else stands above what the page has beside its stories: "Most read", comments, tags."""

POINTERS = READ_ALSO + phrases_of("""
    read also | read more | read this | also read | related | see also | don't miss | recommended for you
    watch | watch now | lesen sie hier | lesen sie mehr | mehr dazu | das könnte sie auch interessieren
    weitere informationen | weiterlesen | empfohlene beiträge | passend dazu | siehe auch | zum thema
    lire aussi | à lire | a lire aussi | à voir aussi | voir aussi | lea también | lee también | leer más
    le puede interesar | más información | también te puede interesar | leia mais | veja também | saiba mais
    leggi anche | per approfondire | lees meer | läs också | läs mer | lue myös | se også | zobacz też
    czytaj też | czytaj więcej | polecamy | čtěte také | přečtěte si také | viac k téme | читать также
    подробнее | читайте по теме | читайте ще | дагы окуңуз | baca juga | xem thêm | اقرأ أيضاً | zum artikel
    zum video | im video | weiterlesen auf | hier lesen sie | mehr dazu lesen sie | lesen sie dazu
    you can also check | also check | must read | also see | check out | noticia relacionada
    artículo relacionado | vea también | mira también | ver también | conozca más | veja mais | leggi di più
    leggi qui | guarda anche | ler também | pročitajte i | přečtěte si | olvasd el | citeşte şi | толығырақ
    оқи отырыңыз | тағы оқыңыз | тағы оқы | ошондой эле окуңуз | ўқинг | shuningdek o'qing | ҳамчунин хонед
    şeýle-de okaň | haberin devamı | ayrıca okuyun | 合わせて読みたい | あわせて読みたい | материалы по теме
    ранее мы писали | ранее по теме | more on this story | more on this topic | mavzuga oid | pročitajte još
    pročitajte više | čitajte još | bonus video | прочитајте још | вижте още | прочетете още | sledujte tiež
    čítajte aj | preberite tudi | loe ka | lasi arī | skaitykite taip pat | διαβάστε ακόμα | यह भी पढ़ें
    อ่านข่าวที่เกี่ยวข้อง | อ่านเพิ่มเติม | simak juga | lihat juga | خبر مرتبط | kapcsolódó | zie ook
    listen | soma pia | 延伸阅读 | 上一篇 | 下一篇 | 上一条 | 下一条 | 上一个 | 下一个 | 上一則 | 下一則
    이전글 | 다음글 | 이전 글 | 다음 글 | 前の記事 | 次の記事 | 함께 보면 좋은 기사 | les mer | se også:
    læs mere | se mere | se även | läs vidare | katso myös | lesa meira | sjá einnig | loe rohkem | vaata ka
    lasi vairāk | skatīt arī | skaitykite daugiau | čítajte tiež | mohlo by vás zaujať | více k tématu
    čtěte více | citește mai mult | citește și: | vezi și | vezi şi | pe aceeași temă | olvasta már
    olvassa el | bővebben | ajánljuk még | pročitaj i | pročitaj više | pogledajte i | čitaj još
    pogledajte još | beri še | berite tudi | preberi tudi | več o temi | прочитај и | прочитајте и
    погледнете и | повеќе | прочетете и | прочетете повече | виж още | вижте и | διαβάστε περισσότερα
    lexo më shumë | llegiu també | llegeix també | més informació | irakurri ere | le tamén | léigh freisin
    lees gerus | lees ook: | daha çox oxu | həmçinin oxuyun | წაიკითხეთ ასევე | ასევე წაიკითხეთ | կարդացեք նաև
    чытаць таксама | уншаарай | קראו עוד | לקריאה נוספת | ראו גם | اقرأ أيضًا | شاهد أيضاً | طالع أيضا
    همچنین بخوانید | مزید پڑھیں | یہ بھی پڑھیں | potrebbe interessarti anche | 相关报道 | 相關報道 | और पढ़ें
    इसे भी पढ़ें | यह भी देखें | ilgili haber | simak video | może cię zainteresować | আরো পড়ুন | আরও দেখুন
    மேலும் படிக்க | ఇవి చదవండి | हेही वाचा | हे पण वाचा | อ่านเพิ่ม | อ่านข่าวอื่น | đọc thêm
    mời bạn đọc thêm | baca selengkapnya | lihat video | pilihan editor | baca lagi | artikel berkaitan
    basahin din | soma zaidi | pia soma | related story | related reading | from the archive
    à lire également | sur le même thème | te recomendamos | people are also reading
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
    support us | please support us | apóyanos | hazte socio | hazte socia | soutenez-nous | aidez-nous
    unterstützen sie uns | unterstütze uns | sostienici | apoie-nos | steun ons | wesprzyj nas | stöd oss
    støtt oss | støt os | поддержите нас | поддержать нас | підтримайте нас | bizi destekleyin
""")
"""What the heading of a box says in which the house speaks of itself."""

SHOUTED = re.compile(r"(?:WATCH|LISTEN|READ|VIDEO|VIDÉO|PHOTOS|GALLERY|PODCAST|MIRA|LIRE|MÁS)\s[|]\s")
"""In capitals and in front of a bar, such words lead elsewhere, however long the line."""

CREDITS = phrases_of("""
    photo | photos | photo credit | image | image credit | image source | images | picture | credit | credits
    source image | featured image | header image | foto | fotos | bild | bilder | bildquelle | quelle | abbildung | abb.
    borítókép | (borítókép | nyitókép | (nyitókép | kiemelt kép | titelbild | beitragsbild | crédit | crédits
    crédit photo | crédits photos | crédits photo | 原标题 | 原標題 | źródło artykułu | bron | doi | foto de portada
    imagen | imágenes | fotografía | créditos | fuente | imagem | immagine | crediti | zdj. | fot. | фото
    сурет | сүрөт | surat | источник фото | источник | источники | джерело | дереккөз | булак | manba | манба
    źródło | fonte | kaynak
    来源 | 图片来源 | 图源 | 圖片來源 | 來源 | 出典 | 写真 | 撮影 | 編集 | 출처 | bilde | foto/ill | kilde | kilder
    kilde til bilde | illustrasjon | billede
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

HOUSE = wording({
    ("newsletter",):
        r"(?:sign up|subscri|abonn|in?scri|suscr|anmeld|\bour\b|\byour\b|\bunser|kostenlos|\bfree\b|daily|weekly"
        r"|morning|receive|\bget\b|\bjoin\b|\bnotre\b|\bnos\b|nuestr|nostr|nossa|подпи|\bнаш).{0,40}newsletter"
        r"|newsletter.{0,40}(?:sign up|subscri|abonn|in?scri|anmeld|\bhere\b|\bhier\b|jetzt)|^\W*newsletter\W",
    ("sign up", "subscri"):
        r"\bsign up (?:now|today|here)\b"
        r"|\bsign up (?:for|to) .{0,60}(?:alert|update|e-?mail|inbox|free|account|briefing)"
        r"|\bsubscribe (?:now|today|here|to (?:our|the|(?-i:[A-Z]\w))|for)\b|\bsubscribers? only\b",
    ("abonn", "suscr", "inscre", "assine", "iscriv", "подпи", "підпи", "abone ol"):
        r"\babonnieren sie|jetzt abonnier|abonnez-vous"
        r"|suscr[ií]b(?:ete|ase|irse|irte)|inscrevam?-se|assine (?:já|agora)"
        r"|iscriviti|подпи(?:шитесь|сывайтесь|саться) на|підпи(?:шіться|суйтесь|сатися) на (?:наш|нас|канал)|abone ol",
    ("download",): r"\bdownload (?:the|our)\b.{0,30}\bapps?\b",
    ("follow us", "folge", "suivez", "síg", "seguici"):
        r"follow us|folgen sie uns|folge uns|suivez-nous|síg[ua]enos|seguici su",
    ("whatsapp", "telegram"):
        r"(?:join|follow|channel|group|kanal|gruppe|canal|grupo|gruppo|канал).{0,30}(?:whatsapp|telegram)"
        r"|(?:whatsapp|telegram)[ -](?:channel|group|kanal|gruppe|канал)",
    ("google news",): r"google news",
    ("donat", "spende", "unterst", "support"):
        r"\bdonate (?:now|today|here|to us)\b|make a donation|jetzt spenden|spendenkonto|bitte spenden"
        r"|unterstützen sie uns (?:bitte|mit|jetzt)|support (?:us (?:on|with|by)|(?:our|independent) journalism)"
        r"|your (?:support|donation)s? (?:help|make|keep|allow|is |are )",
    ("affiliate",): r"affiliate[ -]?link",
})  # fmt: skip
"""In a short line with a link: the publisher speaks of itself."""

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

ENDS = (
    READ_ALSO
    + HEADS_OF_BOXES
    + phrases_of("""
    kontakt | pressekontakt | ansprechpartner | ansprechpartnerin | ansprechpartner presse
    ansprechpartner für | ansprechpartnerin für | kontakt für | kontakt zu | rückfragen | contact | contacts
    contact us | ihr ansprechpartner | ihre ansprechpartnerin | ihre ansprechpartner | ihr kontakt
    your contact | votre contact | further information | reageren | kommentit | komentáře | diskuze | пікірлер
    댓글 | 网友评论 | コメント | contact information | media contact | press contact | media contacts
    ähnliche beiträge | ähnliche artikel | autor:innen | autor*innen | autor_innen | herausgeber
    weitere aktuelle themen
    weitere themen | weitere beiträge | weitere meldungen | neueste artikel | neueste beiträge | das könnte
    entdecke weitere | similar posts | latest news | leave a reply | leave a comment | articles similaires
    dans la même rubrique | artículos relacionados | notas relacionadas | más sobre | contacto
    notícias relacionadas | gerelateerde | relaterade | relaterte | powiązane | súvisiace | похожие | yorumlar
    maoni | نظر شما | اخبار مرتبط | التعليقات | تعليقات | أخبار ذات صلة | sobre la firma | sobre el autor
    kommentarer | schlagwörter | about the author | über den autor | über die autorin | disclaimer | more news
    other news | latest stories | more in | tell us what you think | what do you think | was denkst du
    was meinst du | deine meinung | ihre meinung | latest articles | top news | latest in news
    latest in politics | latest in sport | latest in business | latest in world | keep reading
    what to read next | in case you missed it | around the web | from our partners
    you may also be interested | more headlines | popular now | aus dem ressort | die neuesten artikel
    die neuesten meldungen | die neuesten nachrichten | vous aimerez aussi | ça pourrait vous
    cela pourrait vous | à lire ensuite | quizás te interese | también te puede | ti potrebbe
    você também pode | lees verder | mehr nachrichten | neueste nachrichten | weitere nachrichten
    plus d'infos | à ne pas manquer | derniers articles | más noticias | últimas noticias | más leídas
    outras notícias | mais notícias | últimas notícias | altre notizie | ultime notizie | meer nieuws
    więcej wiadomości | najnowsze | inne artykuły | polecane | другие новости | ещё новости | еще новости
    последние новости | другие материалы | інші новини | останні новини | схожі новини | басқа жаңалықтар
    соңғы жаңалықтар | тақырып бойынша | башка жаңылыктар | акыркы жаңылыктар | boshqa yangiliklar
    soʻnggi yangiliklar | хабарҳои дигар | beýleki habarlar | diğer haberler | son haberler | 更多新闻
    お問い合わせ | お問合せ | お問い合わせ先 | 問い合わせ先 | 联系方式 | 联系我们 | 문의처 | 다른 기사
    flere saker | flere nyheter | flere nyheder | andre læser | fler nyheter | fler artiklar | mer om
    lue seuraavaksi | aiheeseen liittyvää | fleiri fréttir | seotud artiklid | citas ziņas | kitos naujienos
    související články | další články | ďalšie články | alte articole | știri similare | te-ar putea interesa
    további cikkek | ezt olvasta már | povezani članci | slične vesti | najnovije vesti | več novic
    повезани вести | слични вести | նմանատիպ նյութեր | още новини | подобни статии | lajme të ngjashme
    articles relacionats | també et pot interessar | gerelateerde artikelen | meer over | meer nieuws over
    lees verder over | verwante artikels | digər xəbərlər | მსგავსი სიახლეები | אולי יעניין אותך | עוד כתבות
    أخبار متعلقة | مقالات ذات صلة | और खबरें | সম্পর্কিত খবর | tin cùng chuyên mục | bài viết liên quan
    có thể bạn quan tâm | berita lainnya | izohlar | изоҳлар | пикирлер | комментарийлер | шарҳҳо | şərhlər
    teswirler | komentar
""")
)
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
    this is an opinion column | this is an opinion piece | las opiniones vertidas | las opiniones expresadas
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
