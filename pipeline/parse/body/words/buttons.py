"""What buttons, boxes and places for advertisements are called, as data, in the languages that we know."""

from pipeline.parse.alternatives import phrases_of
from pipeline.parse.dates.labels import SURE
from pipeline.parse.lines.paid import PAID

_LONGEST = 60
_AROUND = " .:…-–—|*•·[]()▼▲>»→"

_TURKISH = str.maketrans({"ı": "i", "\u0307": None})
"""Its capitals make other small letters in its own alphabet: `İLGİLİ` and `AŞAĞIDA` are ilgili and aşağıda."""


def bare(text: str) -> str:
    """`text` in small letters, without the arrows and marks around it; to compare it with others made so."""
    return text.strip(_AROUND).casefold().translate(_TURKISH)


_BOXES = phrases_of("""
    submitting | sorry, there seem to be some issues. please try again later | story continues
    article continues | more news | tekst fortsetter under | dalszy ciąg tekstu pod wideo
    dalszy ciąg materiału pod wideo | 請繼續往下閱讀 | 请继续往下阅读 | 分享至好友和朋友圈 | 用微信扫码二维码
    article continues below | article continues below advertisement | story continues below
    story continues below advertisement | continue reading below | article content
    continues after advertisement | content continues after ad | content continues below
    article continues after ad | story continues after ad | article continues after advertisement
    story continues after advertisement | article continues after this ad
    content continues after advertisement | continue reading after the ad | artikel nach der anzeige
    la suite après cette annonce | l'article continue après la publicité | sigue leyendo después del anuncio
    el artículo continúa después de la publicidad | el artículo continúa después del anuncio
    l'articolo continua dopo la pubblicità | articolo continua dopo la pubblicità
    artikel geht unter der werbung weiter | la suite après la publicité | la suite après cette publicité
    continua após a publicidade | continua depois da publicidade | continua a leggere dopo la pubblicità
    artiklen fortsætter efter annoncen | artikkelen fortsetter under annonsen
    saken fortsetter under annonsen | artikeln fortsätter efter annonsen | artikeln fortsätter under annonsen
    juttu jatkuu mainoksen jälkeen | artikkeli jatkuu mainoksen jälkeen
    dalsza część artykułu pod materiałem wideo | dalsza część tekstu pod wideo
    ciąg dalszy artykułu pod reklamą | článek pokračuje pod reklamou | článek pokračuje pod videem
    pokračování článku pod reklamou | a cikk a hirdetés után folytatódik | a cikk folytatódik a hirdetés után
    articolul continuă după reclamă | articolul continuă mai jos
    la noticia continúa después de la publicidad | continúa después de la publicidad | la nota continúa debajo
    der artikel wird unter der werbung fortgesetzt | weiterlesen nach der anzeige
    nach der anzeige weiterlesen | mehr nach der werbung | продолжение после рекламы
    продолжение под рекламой | статья продолжается после рекламы | продовження після реклами
    scroll untuk lanjut membaca | scroll to continue with content
    advertisement scroll to continue with content | το άρθρο συνεχίζεται μετά τη διαφήμιση | mainos jatkuu
    del | del artikel | del denne artikkelen | del på facebook | dela | dela artikeln | dela på facebook | jaa
    jaa artikkeli | deila | jaga | jaga artiklit | dalīties | dalintis | sdílet | sdílet článek | zdieľať
    zdieľaj | distribuie | distribuie articolul | megosztás | megosztom | podijeli | podeli | deli | подели
    сподели | споделете | κοινοποίηση | μοιραστείτε | comparteix | partekatu | deel | deel dit artikel
    deel dit | paylaş | გაზიარება | կիսվել | падзяліцца | שתפו | שיתוף | مشاركة | شارك | شارك المقال
    اشتراک گذاری | شیئر کریں | शेयर करें | শেয়ার করুন | শেয়ার | แชร์ | แชร์ข่าว | chia sẻ | bagikan
    bagikan artikel | kongsi | ibahagi | shiriki | share | share this | share this article | share this story
    share this post | share article | share on | copy link | link copied | print | print this page
    email this article | save | save article | bookmark | listen | listen to this article | embed | teilen
    artikel teilen | drucken | merken | vorlesen | partager | partager cet article | imprimer | écouter
    compartir | compartir noticia | copiar enlace | imprimir | escuchar | compartilhar | compartilhe | ouvir
    condividi | stampa | ascolta | udostępnij | drukuj | yazdır | поделиться | поделиться в соцсетях
    распечатать | скопировать ссылку | поділитися | бөлісу | бөлүшүү | ulashish | シェア | シェアする
    この記事をシェア | 印刷 | 分享 | 分享到 | 分享让更多人看到 | 打印 | 공유 | 공유하기 | 기사 공유 | 인쇄
    कॉपी लिंक | शेयर | loading | wird geladen | chargement | cargando | carregando | caricamento | загрузка
    yükleniyor | 加载中 | recommended | recommended videos | recommended video | related video
    related videos | featured video | most read | most popular | most viewed | trending | trending now
    popular | top stories | latest news | meistgelesen | am meisten gelesen | les plus lus | les plus lues
    lo más leído | lo más visto | mais lidas | i più letti | più letti | najczęściej czytane
    najpopularniejsze | самое читаемое | самое популярное | популярное | найпопулярніше | en çok okunanlar
    noticia relacionada | noticias relacionadas | notícias relacionadas | mest lest | mest leste | mest læste
    mest læst | mest lästa | mest läst | luetuimmat | mest lesið | loetuimad | lasītākie | visvairāk lasītie
    skaitomiausi | populiariausi | nejčtenější | najčítanejšie | cele mai citite | cele mai populare
    legolvasottabb | legolvasottabbak | najčitanije | najbranejše | најчитано | најчитаније | най-четени
    най-четено | най-популярни | δημοφιλή | τα πιο δημοφιλή | περισσότερα διαβασμένα | més llegit
    el més llegit | irakurrienak | meest gelezen | çox oxunanlar | ən çox oxunanlar | הנקראות ביותר
    הכי נקראות | הכי נקראים | الأكثر قراءة | الأكثر مشاهدة | پربازدیدترین | پربیننده‌ترین
    सबसे ज्यादा पढ़े गए | সর্বাধিক পঠিত | জনপ্রিয় | ข่าวยอดนิยม | đọc nhiều | đọc nhiều nhất | tin mới
    tin mới nhất | terpopuler | paling banyak dibaca | terkini | berita terkini | najnovije
    najnovije vijesti | ultimele știri | senaste nytt | siste nytt | seneste nyt | prev post | previous post
    next post | previous article | next article | previous story | next story | vorheriger beitrag
    nächster beitrag | vorheriger artikel | nächster artikel | article précédent | article suivant
    artículo anterior | artículo siguiente | entrada anterior | entrada siguiente | noticia anterior
    noticia siguiente | articolo precedente | articolo successivo | artigo anterior | próximo artigo
    post anterior | próximo post | vorig artikel | volgend artikel | poprzedni artykuł | następny artykuł
    предыдущая статья | следующая статья | предыдущая новость | следующая новость | попередня новина
    наступна новина | önceki haber | sonraki haber | caption | close | caption close | hide caption
    toggle caption | enlarge this image | view gallery | open gallery | author of the article | beitrag teilen
    bericht teilen | seite teilen | share post | sharing options | back to top | nach oben | zurück
    zur übersicht | zurück zur übersicht | zur startseite | retour | volver | наверх | 人気記事
    アクセスランキング | おすすめ | おすすめ情報 | おすすめ記事 | 関連キーワード | 関連タグ | 関連リンク
    フォローする | カテゴリーをフォローする | 热门文章 | 热点新闻 | 推荐阅读 | 相关链接 | 많이 본 뉴스
    인기 기사 | 관련 뉴스 | publié le | text size | font size | schriftgröße | schriftgröße anpassen
    taille du texte | order reprints | print article | the author | the authors | der autor | die autorin
    die autoren | zum autor | zur autorin | l'auteur | el autor | la autora | disclosure
    advertising disclosure | affiliate disclosure | related coverage | breaking news | all rights reserved
    alle rechte vorbehalten | tous droits réservés | todos los derechos reservados
    todos os direitos reservados | terms of use | terms of service | privacy policy | recommended stories
    editor's picks | editors' picks | editor’s picks | watch the video below | watch below
    this slideshow requires javascript | your browser does not support the video tag
    your browser does not support the audio element | انتهای پیام | انتهای پیام/ | comments: our rules
    gefällt mir | gefällt mir wird geladen | gefällt mir wird geladen… | like this | like loading
    like loading… | j’aime chargement… | me gusta cargando… | curtir isso | you might also be interested in
    this video is no longer available | print this article | article continues below this advertisement
    kommentare zu diesem artikel | noticia en desarrollo | der artikel wird nach der anzeige fortgesetzt
    оцените статью | новость обновляется | поширити | شارك هذا الموضوع
    story continues after photo gallery | story continues after gallery | story continues after video
    advertisement - continue reading below | advertisement continue reading below
    schlagworte zu diesem artikel | l'article continue ci-dessous | l’article continue ci-dessous
    la suite ci-dessous | dalszy ciąg artykułu pod reklamą | redacción web | redacción digital | redacción
    da redação | фото автора | foto autora | bekijk ook | mirá también | seguí leyendo | ver más
    sigue leyendo | あわせて読みたい | watch the video here | click to play video | खबरें और भी हैं
    advertisement · scroll to continue | réutiliser ce contenu | curtir carregando… | mi piace caricamento…
    reply with quote | quote | zitieren | mit zitat antworten | antworten mit zitat | répondre en citant
    citer | responder citando | citar | rispondi citando | cita | met citaat reageren | odpowiedz z cytatem
    cytuj | ответить с цитированием | цитировать | alıntı | bild herunterladen | akzeptieren | ablehnen
    saken oppdateres | artikeln uppdateras | artiklen opdateres | artikkelia päivitetään | juttua päivitetään
    dieser artikel wird aktualisiert | dieser artikel wird laufend aktualisiert | wird laufend aktualisiert
    plus d'informations à venir | plus d’informations à venir | plus d'infos à venir | article en cours de mise à jour
    in aggiornamento | articolo in aggiornamento | notizia in aggiornamento | em atualização | notícia em atualização
    matéria em atualização | noticia en actualización | información en desarrollo | dit bericht wordt bijgewerkt
    dit artikel wordt bijgewerkt | artykuł jest aktualizowany | článek aktualizujeme | zprávu aktualizujeme
    новость дополняется | материал дополняется | материал обновляется | новина доповнюється | новина оновлюється
    haber güncelleniyor | detaylar geliyor | ayrıntılar geliyor | a cikk frissül | cikkünk frissül
    știre în curs de actualizare | von | by | par | por
    материалы к статье | polecane oferty | materiały promocyjne partnera | kontakt z redakcją | napisz do nas
    dit is een premium artikel | end of list | возврат к списку | назад к списку | önerilen haber
    önerilen haberler | ilginizi çekebilir | bu haberler de ilginizi çekebilir | haberin devamı aşağıda
    haberin devamı için tıklayınız | haberin devamı için tıklayın | článek | tilaajille
    haberi oku ve sesli dinle | haberi sesli dinle | haberi dinle | artiklen fortsætter under billedet
    photo gallery | photogallery | photo galleries | fotogalerie | bildergalerie | bilderstrecke
    galerie photos | galerie foto | galería de fotos | galería de imágenes | galeria de fotos
    galeria zdjęć | fotogalleria | fotogalerij | fotogalleri | fotogaléria | galéria | fotogalerija
    φωτογραφίες | фотогалерея | фото галерея | фотогалерія | foto galeri | fotoğraf galerisi | galeri foto
    لا يفوتك | لا يفوتكم | گالری تصاویر
    artikeln fortsätter under bilden | saken fortsetter under bildet | juttu jatkuu kuvan jälkeen
    show more | show less | see less | read less | expand | expand all | collapse | mehr anzeigen
    weniger anzeigen | afficher plus | afficher moins | voir moins | mostrar más | mostrar menos | ver menos
    mostra altro | mostra meno | показать ещё | показать еще | показать больше | скрыть | свернуть
    развернуть
""")
_OF_OTHERS = frozenset(
    bare(phrase)
    for phrase in phrases_of("""
    video | vidéo | vídeo | wideo | видео | відео
    poll | reader poll | quick poll | umfrage | leserumfrage | abstimmung | sondage | encuesta | enquete | sondagem
    sondaggio | peiling | poll van de dag | sonda | sondaż | anketa | опрос | голосование | опитування | anket
    afstemning | avstemning | omröstning | äänestys | szavazás | sondaj | δημοσκόπηση | ψηφοφορία
    סקר | استطلاع | アンケート | 투표
    sponsored by | presented by | brought to you by | a message from our sponsor | gesponsert von | präsentiert von
    sponsorisé par | en partenariat avec | patrocinado por | sponsorizzato da | in collaborazione con | offerto da
    """)
)
"""What the heading of a box says in which readers are to vote, or somebody pays to speak."""
_LONGEST_OF_OTHERS = max(map(len, _OF_OTHERS)) + 3
_LABELS = _OF_OTHERS.union(map(bare, (*SURE, *PAID, *_BOXES)))
"""Lines that are nothing but that: what a button, a box or a place for advertisements is called."""

_SIGN_UPS = frozenset(
    bare(phrase)
    for phrase in phrases_of("""
    sign up | sign up now | sign up free | sign up for free | sign me up | subscribe | subscribe now | subscribe free
    i'm in | get the newsletter | jetzt anmelden | anmelden | jetzt abonnieren | abonnieren | kostenlos anmelden
    kostenlos abonnieren | newsletter abonnieren | newsletter bestellen | zur anmeldung | je m'inscris
    je m'abonne | s'inscrire | s'abonner | m'inscrire | suscribirme | suscribirse | suscríbete | apuntarme | me apunto
    apúntate | inscribirme | regístrate | inscreva-se | inscrever-se | quero receber | assinar | iscriviti
    iscriviti ora | iscriviti gratis | mi iscrivo | inschrijven | schrijf je in | schrijf je nu in | meld je aan
    aanmelden | ik meld me aan | tilmeld | tilmeld dig | tilmeld mig | tilmeld nyhedsbrev | meld deg på | meld meg på
    anmäl dig | anmäl mig | prenumerera | tilaa | tilaa uutiskirje | skrá mig | liitu | liitu uudiskirjaga
    pieteikties | prenumeruoti | užsisakyti | zapisz się | zapisuję się | zapisz mnie | subskrybuj | přihlásit se
    přihlásit odběr | odebírat | chci odebírat | odoberať | prihlásiť sa | feliratkozom | feliratkozás | abonează-te
    mă abonez | prijavi se | prijavite se | pretplati se | naroči se | абонирай се | абониране | претплати се
    εγγραφή | εγγραφείτε | подписаться | подпишитесь | хочу получать | підписатися | підписатись | жазылу | жазылуу
    obuna bo'lish | абуна бўлиш | abone ol | hemen abone ol | kayıt ol | הרשמה | להרשמה | הרשמו | اشترك
    اشترك الآن
    سجل الآن | عضویت | daftar | daftar sekarang | berlangganan | langganan | đăng ký | đăng ký ngay | สมัคร
    सब्सक्राइब करें | সাবস্ক্রাইব | 登録 | 登録する | 無料登録 | メルマガ登録 | 订阅 | 立即订阅 | 訂閱 | 立即訂閱 | 구독
    구독하기 | 뉴스레터 구독하기
    """)
)
"""What the button says below an offer of letters; with a place for the address it is a form, without one a link."""
_LONGEST_SIGN_UP = max(map(len, _SIGN_UPS)) + 6


def is_button(text: str) -> bool:
    """Whether a line is nothing but what a button, a box or a place for advertisements is called."""
    return len(text) <= _LONGEST and bare(text) in _LABELS


def heads_others(text: str) -> bool:
    """Whether a line is nothing but the heading of a box that is not the story's."""
    return len(text) <= _LONGEST_OF_OTHERS and bare(text) in _OF_OTHERS


def signs_up(text: str) -> bool:
    """Whether a line is nothing but what a button says that orders letters."""
    return len(text) <= _LONGEST_SIGN_UP and bare(text) in _SIGN_UPS
