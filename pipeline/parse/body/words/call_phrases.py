"""How a house asks its readers for something: to subscribe, to follow, to write, to share, as data.

Each language has how such lines begin and what they go on to name. To teach the extraction a new one, add it where it
fits; choose beginnings that no sentence of a story has, or leave the rest to what must follow. Where the verb ends the
line, or words do not stand apart, a line is told by a pattern.
"""

from typing import NamedTuple

from pipeline.parse.alternatives import phrases_of, wording

CHANNELS = (
    "newsletter", "whatsapp", "telegram", "facebook", "twitter", "instagram", "youtube", "tiktok", "linkedin",
    "bluesky", "viber", "google news", "podcast", "rss", "app", "telegram-канал*", "telegram-kan*",
)  # fmt: skip
"""Where a house reaches its readers, in every language."""


class Calls(NamedTuple):
    """How calls of one language begin; those that need no more, and those that go on with one of `naming`."""

    alone: tuple[str, ...]
    begin: tuple[str, ...]
    naming: tuple[str, ...]


def _phrases(text: str) -> tuple[str, ...]:
    return phrases_of(text.replace("\n", " "))


CALLS = (
    Calls(
        _phrases("""follow us on | follow us at | find us on | like us on | like and follow | join our whatsapp*
            | join our telegram* | join our facebook* | join the conversation | join the discussion | join the debate
            | be the first to comment | comments are closed | view comments | read comments | have your say
            | have you been affected | already signed up? | do you have a tip | share your thoughts
            | share your views | share your opinion
            | was this article helpful | was this article useful | was this page helpful | was this helpful
            | rate this article | rate this story | report a typo | report an error | report a correction
            | spotted a mistake | found a typo | did you find an error | did you spot a mistake
            | did you find a mistake
            | advertise with us | our standards: | log in or create an account | thank you for subscribing
            | thank you for signing up | thanks for signing up
            | thank you for registering | thanks for subscribing | thanks for registering | become a member today
            | become a member now | become a subscriber today | donate today | donate now
            | support independent journalism | support our journalism | support local journalism
            | no credit card required
            | support quality journalism | click here to subscribe | click here to sign up | click here to join
            | click here to donate | click here for more | tell us in the comments | let us know in the comments
            | let us know what you think | tell us what you think | what do you think? tell us | share on facebook
            | share on twitter | share via
            | get latest updates on | get more updates on | if you see an error | catch all the latest
            | catch all the live
            | to read more, subscribe | to continue reading, | get in touch with us
            | want to reply? | want to respond? | to respond to this article | to respond to this column
            | don't miss out: | don’t miss out: | for more information visit* | for more news | for more stories like
            | for more updates | get involved with the news | send your news & | send your news and
            | built with shorthand | click here to get the | click here to download | click here to follow
            | click here for the | tap here to | follow live | follow topics and authors from | make us preferred
            | click to play video
            | view this post on | scroll down for video | watch the video here | don't have time to read
            | listen to this article instead | read the original article on | read the original story on
            | not a subscriber? | support trusted local | support trusted journalism | contact the newsroom at
            | read more of our | hear more from
            | why you can trust | thanks to our sponsor* | this issue is sponsored by
            | this newsletter is sponsored by | this episode is sponsored by | this post is sponsored by
            | this issue is brought to you by | this newsletter is brought to you by
            | this episode is brought to you by | enjoyed this article? | login or subscribe to participate
            | enjoyed this story? | enjoying this article? | republish our articles"""),
        _phrases("""subscribe to our | subscribe to the | subscribe now | subscribe today | sign up to | sign up for
            | sign up here | sign up now | sign up today | sign up and | signup for | register for our | follow our
            | follow @ | follow me on | join our | download our | download the | get our | get the app
            | get the latest
            | get breaking | get updates | install our | stay up to date | stay informed | stay connected
            | stay updated
            | stay tuned | stay in the loop | never miss | don't miss | don’t miss | visit our | check out our
            | listen to our | watch our | turn on | connect with us | want more | want the latest | got a tip
            | got a story | got a news | have you got a | get the week | get the day | get the top | get the best
            | get stories
            | got any news | have a tip | have a story | have a news | have a question | got a question
            | have information | if you enjoyed this | if you like our | if you like what | if you liked this
            | if you found this
            | do you have a story | do you have news | do you have information | do you know more
            | send us | send your | send tips | send news tips | email us | e-mail us | email our | email your
            | contact us
            | contact our | contact the author | contact the reporter | contact the news* | contact the editor
            | message us | write to us | reach out to us | reach us"""),
        _phrases("""clap | donation | donating | follow me | follow us | share it | our newsletter | newsletters
            | our daily
            | our weekly | our free | our channel | our app
            | our page
            | our website | our social | our podcast | our community | our newsdesk | our newsroom | our team
            | our site
            | newsdesk | news desk | newsroom | inbox | mobile app | notifications | news alerts | email alerts
            | subscribe | membership | tips@ | in the comments | comments below | comment below | get in touch
            | breaking news | live updates | on ios | app store
            | on social media | apple news | preferred source | we will send | we'll send | we’ll send
            | sign up | us know | call us | write to us | email us | contact us | send us"""),
    ),
    Calls(
        _phrases("""folgen sie uns | folge uns | folgt uns | diskutieren sie mit | diskutiere mit
            | teilen sie diesen | artikel teilen | artikel drucken | artikel kommentieren | artikel weiterempfehlen
            | ihre meinung ist gefragt | deine meinung ist gefragt | fehler gefunden | fehler entdeckt
            | jetzt abonnieren | jetzt newsletter | newsletter abonnieren | newsletter bestellen | jetzt anmelden
            | jetzt kostenlos anmelden | jetzt registrieren | unsere redaktion erreichen sie
            | hier geht es zum newsletter | lesen sie hier mehr nachrichten
            | hier geht's zum newsletter | war dieser artikel hilfreich | war dieser beitrag hilfreich
            | war diese seite hilfreich | hat ihnen dieser artikel geholfen | noch keine kommentare
            | unser whatsapp-kanal | noch mehr aktuelle nachrichten | noch mehr nachrichten aus
            | weitere nachrichten aus | alle nachrichten aus | mehr nachrichten aus"""),
        _phrases("""abonnieren sie | abonniere | melden sie sich | melde dich | folgen sie | folge @ | laden sie
            | lade dir | lade jetzt | registrieren sie sich | besuchen sie uns | schreiben sie uns | schreib uns
            | schreibt uns | haben sie hinweise | haben sie fragen | haben sie anregungen | haben sie einen hinweis
            | haben sie einen fehler | hast du hinweise | hast du einen | holen sie sich | hol dir | erhalten sie
            | bestellen sie | unterstützen sie | hören sie | bleiben sie | bleib"""),
        _phrases("""unsere app | unserer app | news-app | unseren newsletter | unserem newsletter | unser newsletter
            | whatsapp-kanal | unseren kanal | unserem kanal | unabhängigen journalismus
            | schreiben sie uns | schreib uns | melden sie sich bei | auf dem laufenden"""),
    ),
    Calls(
        _phrases("""suivez-nous | vous avez apprécié cet article | vous avez aimé cet article | cet article vous a plu
            | abonnez-vous | commencez la conversation
            | rejoignez la conversation | participez à la conversation | consultez ici nos
            | vous avez trouvé une erreur | réagir à cet article | réagissez à cet | partager cet article
            | partagez cet article | laisser un commentaire | déjà abonné | rejoignez-nous | retrouvez-nous
            | retrouvez d'autres actualités | retrouvez notre sélection | retrouvez toute l'actualité
            | cet article est réservé aux abonnés
            | article réservé aux abonnés"""),
        _phrases("""inscrivez-vous | suivez | retrouvez | rejoignez | téléchargez | recevez | cliquez | écrivez-nous
            | contactez-nous | restez | ne manquez | pour ne rien manquer | ne ratez"""),
        _phrases("""inscrivez-vous | abonnez-vous | infolettre | notre newsletter | nos newsletters
            | notre chaîne | notre application | notre appli
            | nos réseaux | les réseaux sociaux | boîte mail | google actualités | notre page | notre compte"""),
    ),
    Calls(
        _phrases("""síguenos en | síganos en | suscríbete a | suscríbase a | comparte esta noticia
            | comparte este artículo
            | comparta esta noticia | comparta este artículo | compartir esta noticia | deja tu comentario
            | apoya el periodismo | apoya nuestro periodismo
            | deja un comentario | conforme a los criterios de | únete a nuestr* | únase a nuestr*
            | todos los derechos reservados | regístrate gratis | para más noticias, síguenos
            | para más noticias síguenos | descarga la app | descarga nuestra
            | recibe las noticias | haz clic aquí para leer más | suscríbete aquí
            | recuerda que puedes recibir | y recuerda que puedes recibir | recibe en tu correo | recibe nuestr*"""),
        _phrases("""sigue nuestr* | siga nuestr* | únete a | únase a | descárgate | descargue
            | haz clic | haga clic
            | apúntate | escríbenos | envíanos | entérate | mantente | visita nuestr* | consulta nuestr*"""),
        _phrases("""boletín | boletines | nuestro canal | nuestra app | la app | aplicación móvil | nuestra aplicación
            | nuestras redes | redes sociales | tu correo | su correo | google noticias"""),
    ),
    Calls(
        _phrases("""siga-nos | inscreva-se | compartilhe esta | compartilhe este | compartilhar esta
            | deixe seu comentário
            | veja outras notícias | veja mais notícias | leia outras notícias | leia mais notícias
            | confira outras notícias | confira mais notícias
            | participe do nosso canal | participe do canal | participe do nosso grupo | todos os direitos reservados
            | clique aqui para | vídeos: veja mais | vídeos: tudo sobre | vídeos: assista
            | entre no nosso canal | entre no canal
            | entre em nosso | curta nossa página"""),
        _phrases("""siga o | siga a | siga nosso | siga nossa | assine | baixe | receba | acompanhe | participe
            | cadastre-se | quer receber"""),
        _phrases("""nosso aplicativo | nosso app | o aplicativo | nosso canal | nossa página | nossas redes
            | redes sociais | google notícias | nosso grupo | o canal"""),
    ),
    Calls(
        _phrases("""seguici | iscriviti alla | iscriviti al nostro | iscriviti ai | condividi questo articolo
            | condividi questa notizia | condividi l'articolo | condividi l’articolo | commenta questo articolo
            | entra nel nostro canale | vai a tutte le notizie | lascia un commento | scarica la nostra"""),
        _phrases("segui il nostro | segui la nostra | segui i nostri | clicca | unisciti | ricevi | resta aggiornato"
            " | rimani aggiornato | abbonati"),
        _phrases("""nostra newsletter | nostro canale | nostra app | nostra pagina | nostri social | i nostri social
            | tua mail | questo link"""),
    ),
    Calls(
        _phrases("""volg ons | deel dit artikel | deel dit bericht | schrijf je in voor | meld je aan voor
            | reageer op dit artikel | reageer op dit bericht | wil je reageren op | wilt u reageren op
            | whatsapp ons | tip de redactie | heb jij een tip | stuur ons je
            | word abonnee"""),
        _phrases("""volg | bekijk onze | bekijk al onze | download | abonneer | ontvang | klik hier
            | meer nieuws | praat mee | heb je een tip
            | blijf op de hoogte"""),
        _phrases("nieuwsbrief | playlist | onze app | ons kanaal | onze redactie | onze website | klik hier"),
    ),
    Calls(
        _phrases("""obserwuj nas | polub nas | śledź nas | udostępnij artykuł | udostępnij ten
            | skomentuj artykuł | masz news, zdjęcie | więcej takich historii | więcej takich artykułów
            | więcej takich informacji
            | jesteś świadkiem ciekawego | byłeś świadkiem | oceń jakość naszego | oceń artykuł
            | twoja opinia pozwala nam | cieszymy się, że jesteś z nami
            | chcesz być na bieżąco | jeśli chcesz być na bieżąco | obserwuj wydarzenia
            | masz dla nas temat | masz informacje na
            | podoba ci się artykuł
            | podobał ci się artykuł | spodobał ci się | zobacz wideo
            | zapisz się na nasz* | zapisz się na newsletter | zapisz się do newslettera"""),
        _phrases("""więcej informacji | więcej wiadomości | zapisz się | obserwuj | dołącz | pobierz | subskrybuj
            | polub | bądź na bieżąco"""),
        _phrases("""na stronie głównej | nasz kanał | naszego kanału | nasze kanały | naszą aplikację
            | nasz profil | kanał | facebook*"""),
    ),
    Calls(
        _phrases("""pratite nas | zapratite nas | preuzmite našu | prijavite se na naš* | следвайте ни
            | последвайте ни
            | sledujte nás | sledujte naš* | odebírejte naš* | odebírejte náš | abonujte
            | kövess minket | kövessen minket | kövesse az oldalunkat
            | kövesd az oldalunkat | iratkozz fel a hírlev*
            | iratkozzon fel a hírlev* | iratkozzon fel hírlev* | urmărește-ne | urmăriți-ne
            | dacă ți-a plăcut articolul | dacă apreciezi acest articol
            | dacă v-a plăcut articolul | abonează-te la
            | följ oss på | mejla oss på | tipsa oss | har du bilder eller
            | har du tips | har du et tip | tips oss | følg oss på | følg os på | seuraa meitä
            | vi retter fejl | har du fundet en fejl | fant du en feil | funnet en feil | fant du feil
            | har du hittat ett fel | har du hittat fel | löysitkö virheen | huomasitko virheen
            | norite daugiau naujien* | parsisiųskite mūsų | להצטרפות לערוץ* | להצטרפות לקבוצ* | הצטרפו לערוץ*
            | עקבו אחרינו | מצאתם טעות | tilaa uutiskirj* | ακολουθήστε το
            | ακολουθήστε μας | تابعوا صفحتنا | تابعوا صفحاتنا | تابع صفحتنا
            | تابعونا على | تابعوا آخر | اشترك في قناتنا | ما را در"""),
        _phrases("""send e-post | send en e-post | send en mail | send mail | skicka ett mejl | mejla | maila
            | zapratite | pratite | urmărește | urmăriți | följ | følg | ακολουθήστε | prenumerera | tilmeld
            | meld deg | kövesse | kövesd | theo dõi | mời độc giả theo dõi | mời quý độc giả theo dõi"""),
        _phrases("nyhetsbrev | nyhedsbrev | nyhetsbrevet | naš* kanal* | zalo | canalul nostru | facebookon"),
    ),
    Calls(
        _phrases("""simak breaking news | simak berita | ikuti kami di | cek berita dan artikel | pantau terus berita
            | dapatkan update berita | dapatkan berita terbaru | dapatkan informasi terbaru"""),
        _phrases("simak | ikuti | dapatkan | bergabung | bergabunglah | mari bergabung | gabung | pilih saluran"),
        _phrases("ponselmu | ponsel anda | saluran | kanal | channel | grup | berlangganan | media sosial"),
    ),
    Calls(
        _phrases("""подпишитесь на | подписывайтесь на | подпишись на | подписаться на | читайте нас | следите за нами
            | поделиться новостью | поделитесь новостью | поделиться статьёй | поделиться статьей
            | поделиться в соцсетях | поделитесь с друзьями | нашли ошибку | нашли опечатку | заметили ошибку
            | заметили опечатку | если вы нашли ошибку | если вы заметили ошибку | оставить комментарий
            | стали свидетелем | стали очевидцем | есть новость? | получай новости | получай оперативные
            | получайте первыми | получайте новости
            | хочешь получать | читайте больше новостей | напишите нам | сообщи о новости | сообщить новость
            | главное за день | главное за неделю | хотите обсудить новость | обсудить новость
            | хотите сообщить новость | присылайте новости | отправляйте важные новости
            | отправляйте новости"""),
        _phrases("""следите за | читайте | смотрите | присоединяйтесь | скачайте | скачивайте | установите
            | пишите | присылайте | ставьте
            | вступайте | больше новостей | оперативные новости | самые важные новости | самые свежие новости"""),
        _phrases("""в telegram | в max | в дзене | рассылк* | телеграм* | вотсап* | ватсап* | инстаграм*
            | в нашем | наш канал | нашего канала
            | наш сайт
            | наше приложение | вконтакте | в дзене | яндекс.новости | соцсетях | подписывайтесь | нашей группе"""),
    ),
    Calls(
        _phrases("""підписуйтесь на | підписуйтеся на | підпишіться на | стежте за нами | слідкуйте за нами
            | читайте нас
            | поділитися новиною | знайшли помилку | помітили помилку | якщо ви помітили помилку"""),
        _phrases("стежте за | приєднуйтесь | приєднуйтеся | завантажуйте | надсилайте | більше новин"),
        _phrases("розсилк* | телеграм* | інстаграм* | наш канал | нашого каналу | у нашому"),
    ),
)  # fmt: skip
"""A star stands for any ending."""

CALLING = wording({
    ("жазыл", "катталыңыз", "қосыл"):
        r"(?:telegram|телеграм|whatsapp|instagram|facebook|youtube|арна|канал).{0,60}(?:жазыл|катталыңыз|қосыл)\w{0,12}\W*$",
    ("obuna", "kuzatib"): r"(?:telegram|kanal).{0,60}(?:obuna bo.?ling|kuzatib boring)\W*$",
    ("abone", "takip", "taki\u0307p", "katıl", "katil", "ndir", "ndi\u0307r"):  # as `lower` makes them of capitals, too
        r"(?:bülten|kanal|telegram|whatsapp|instagram|facebook|youtube|twitter|uygulama|google news).{0,60}"
        r"(?:abone ol|takip ed|katıl|indirin|indir)\w{0,6}\W*$",
    ("关注", "扫", "下载", "下載"):
        r"(?:关注|关注我们|扫描|扫码|下载|下載).{0,30}(?:公众号|微信|微博|二维码|客户端|app)|(?:更多|精彩).{0,20}请关注",
    ("二维码", "蓝字"): r"(?:长按|扫描|识别).{0,12}二维码|点击.{0,8}蓝字",
    ("版权", "未经", "转载请"): r"版权(?:归|所有)|未经.{0,20}(?:转载|禁止)|转载请(?:联系|注明|标明|在后台)",
    ("责任编辑", "返回搜狐", "举报/", "海量资讯"): r"^责任编辑|^返回搜狐|^举报/反馈|^海量资讯",
    ("ご意見", "断", "転載"): r"^ご意見・ご感想|無断(?:転載|複製)|転載を禁",
    ("생각하시나요", "만족", "제보는"):
        r"어떻게 생각하시나요\W*$|만족(?:도|하)\S{0,4} ?(?:습니까|십니까|평가|조사)|^\W{0,3}제보는",
    ("좋아요", "공유"): r"^좋아요 ?\d|기사를 공유(?:합니다|하기)\W*$",
    ("무단", "재배포"): r"무단\s?(?:전재|복제|배포)|재배포\s?금지",
    ("व्हाट्स",): r"व्हाट्सएप चैनल|व्हाट्सऐप चैनल",
    ("tepkin", "tepki\u0307n"): r"tepkiniz ne oldu",
    ("тапсаңыз",): r"қате тапсаңыз",
    ("preferred source",): r"^\W{0,3}(?:add|make|set|choose) .{2,50} preferred source",
    ("preferred source", "bevorzugte quelle", "source préférée", "preferida", "preferita",
     "voorkeursbron", "preferowane", "tercih edilen"):
        r"(?:preferred source|bevorzugte quelle|source préférée|fuente preferida|fonte prefer(?:ita|ida)|voorkeursbron"
        r"|preferowane źródło|tercih edilen kaynak).{0,20}google.{0,12}$",
    (" onder ",):
        r"^\W{0,2}(?:(?:de |het )?(?:tekst|artikel|verhaal) (?:gaat|loopt) (?:verder|door)|lees verder)"
        r" onder (?:de|het) \w+\W*$",
})  # fmt: skip
"""Anywhere in a line; in front of each pattern the words of which one is in every line that it fits."""
