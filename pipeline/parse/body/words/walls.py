"""Lines that ask for money or a login before the rest of a text, as data, in the languages that we know.

Each row is how such a line goes on behind one of its openings, which are parted by bars, in small letters. To teach
the extraction another one, add a row. Openings are looked for first, and quickly: a short one that is in every other
line, like "to", makes it slow.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from pipeline.parse.alternatives import any_of

_LONGEST = 160
"""Characters of such a line."""
_NAMED = r" .{0,25}(?:\+(?!\d)|\b(?:plus|premium|плюс|премиум|преміум)\b"
"""How offers are named, `Herald+` or `Premium`; a word for a subscription ends the list."""

ROWS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (("continue reading with|keep reading with|read on with|read more with|read the full story with"
         "|read this story with|read the full article with|read this article with"),
         _NAMED + "|subscription|membership)"),
        (("subscribe|sign in|sign up|log in|register|join|become a member|become a subscriber|create an account"
         "|create a free account"), r".{0,30}\bto (?:continue|keep|read|unlock|access)"),
        ("to continue|to keep", " reading"),
        ("to read",
         r" (?:the (?:full|rest|whole)|this|more)\b.{0,30}(?:subscri|sign|log in|register|account|member)"),
        ("subscriber|member", r"s?[ -]only\b"),
        ("exclusive|exclusively|reserved|available only|only available",
         r" (?:to|for) (?:our |paid |paying |registered ){0,2}(?:subscribers|members)"),
        ("already", r" (?:have an? (?:account|subscription)|an? (?:subscriber|member)\?)"),
        ("you have|you've", r" (?:read|reached|used)\b.{0,30}(?:free (?:article|stor)|limit of)"),
    ),
    "de": (
        ("lesen sie diesen artikel mit|lies diesen artikel mit|lesen sie weiter mit|lies weiter mit",
         _NAMED + "|abo)"),
        ("jetzt mit", r" .{1,25}(?:\+|plus|premium|abo) lesen"),
        ("mit ", ".{1,20} weiterlesen"),
        ("weiterlesen mit|weiterlesen nach|weiterlesen als",
         r" .{0,25}(?:\+|plus|abo|premium|anmeld|registr|login)"),
        ("nur für|exklusiv für", r" (?:unsere )?(?:abonnent|mitglieder|plus|premium|registriert)"),
        ("abonnentinnen|abonnenten", r".{0,25}vorbehalten"),
        ("bereits", r" (?:abonnent|(?:ein )?(?:\w{0,12}-?abo|konto)\b.{0,30}(?:\?|anmelden|einloggen))"),
        ("weiterzulesen|artikel zu lesen", r"\b.{0,50}(?:abo|anmeld|registr|einlogg)"),
        ("anmelden|registrieren|abonnieren|einloggen", " (?:und|um) .{0,20}(?:weiterlesen|weiterzulesen|zu lesen)"),
    ),
    "fr": (
        ("lire la suite avec|continuer la lecture avec|poursuivre la lecture avec|lire cet article avec",
         _NAMED + "|abonnement)"),
        ("reste", " .{0,5}% (?:de|à) .{0,20}(?:article|lire|découvrir)"),
        ("réservé|réservée|réservés", " (?:aux|à nos) abonnés"),
        ("abonnez-vous|connectez-vous|inscrivez-vous|identifiez-vous",
         ".{0,20} (?:pour|et) (?:lire|continuer|accéder|accédez|poursuivre|lisez|découvrir la suite)"),
        ("pour lire|pour continuer|pour poursuivre|pour accéder",
         r"\b.{0,50}(?:abonnez|connectez|inscrivez|identifiez|créez)"),
        ("déjà", " (?:abonné|inscrit|un compte)"),
    ),
    "es": (
        (("sigue leyendo con|seguir leyendo con|continúa leyendo con|lee la noticia completa con"
         "|lee el artículo completo con"), _NAMED + "|suscripción)"),
        ("suscríbete|suscríbase|regístrate|regístrese|inicia sesión|hazte socio|hazte premium",
         ".{0,20} (?:para|y) (?:leer|seguir|sigue|continuar|acceder|accede)"),
        ("para seguir leyendo|para continuar leyendo|para leer",
         r"\b.{0,50}(?:suscr[ií]b|reg[ií]str|inicia sesión)"),
        ("solo para|sólo para|exclusivo para|exclusiva para|exclusivos para|únicamente para",
         " (?:nuestros )?(?:suscriptores|assinantes|abonados|socios|usuarios registrados)"),
        ("ya eres|ya es usted|ya soy|ya tienes", " (?:una )?(?:suscriptor|cuenta|suscripción|abonado|socio)"),
    ),
    "pt": (
        ("continue lendo com|continuar lendo com|continue a ler com|leia mais com|leia a íntegra com",
         _NAMED + "|assinatura)"),
        ("assine|inscreva-se|cadastre-se|faça login|faça o login",
         ".{0,20} (?:para|e) (?:ler|leia|continu|ter acesso|acess|desbloque)"),
        ("para continuar lendo|para continuar a ler|para ler", r"\b.{0,40}(?:assine|cadastre|login|inscreva)"),
        ("exclusivo|exclusiva|apenas|restrito|reservado",
         " (?:para|a|aos) (?:nossos )?(?:assinantes|membros|associados)"),
        ("já é|já sou|já tem", " (?:uma )?(?:assinante|conta|assinatura)"),
    ),
    "it": (
        ("continua a leggere con|leggi tutto con|prosegui la lettura con|leggi l'articolo completo con",
         _NAMED + "|abbonamento)"),
        ("abbonati|accedi|registrati|iscriviti", ".{0,20} (?:per|e) (?:continua|leggere|leggi|prosegu|sblocca)"),
        ("per continuare a leggere|per leggere|per proseguire", r"\b.{0,40}(?:abbona|accedi|registra|iscriv)"),
        ("riservato|riservata|riservati|esclusivo|esclusiva",
         " (?:agli|ai|per gli|per i) (?:nostri )?(?:abbonati|iscritti|soci)"),
        ("sei già|hai già|solo per gli|solo per i", " (?:un )?(?:abbonat|registrat|iscritt|account)"),
    ),
    "nl": (
        ("lees verder met|lees dit artikel met|verder lezen met", _NAMED + "|abonnement)"),
        ("alleen voor|exclusief voor", " (?:onze )?(?:abonnees|leden)"),
        ("log in|abonneer|registreer|word lid|word abonnee", ".{0,25} om (?:verder|dit|het|alles|te lezen)"),
        ("al abonnee|al lid|al een account", r"\?"),
    ),
    "sv": (
        (("läs vidare med|läs mer med|fortsätt läsa med|les videre med|les mer med|fortsett å lese med|læs videre med"
         "|læs mere med"), _NAMED + "|abonnement|prenumeration)"),
        ("abonnement|abonnementet", " (?:kræves|krävs)"),
        ("endast för|bara för|kun for|bare for",
         " (?:våra |våre )?(?:prenumeranter|medlemmar|abonnenter|medlemmer)"),
        ("logga in|logg inn|log ind|bli prenumerant",
         ".{0,20} (?:för att|for å|for at) (?:läsa|fortsätta|lese|læse)"),
    ),
    "da": (
        ("kun for|forbeholdt|eksklusivt for", " (?:vores )?(?:abonnenter|medlemmer)"),
        ("log ind|køb abonnement|bliv abonnent|få adgang", ".{0,25} (?:og|for at|for å) (?:læs|lese|få)"),
        ("er du allerede|har du allerede|er du abonnent|har du et abonnement", r".{0,20}\?"),
    ),
    "no": (
        ("kun for|forbeholdt|eksklusivt for", " (?:våre )?(?:abonnenter|medlemmer)"),
        ("denne artikkelen er for|denne saken er for|denne artikel er for", " (?:våre )?abonnenter"),
        ("bli abonnent|kjøp abonnement|få tilgang", ".{0,25} (?:for å|og) (?:lese|få)"),
    ),
    "sk": (
        ("čítajte ďalej s|pokračujte v čítaní s|čítať ďalej s", _NAMED + "|predplatn)"),
        ("len pre|iba pre|exkluzívne pre", " (?:našich )?(?:predplatiteľ|prihlásen|registrovan)"),
        ("prihláste sa|predplaťte si|kúpte si", ".{0,25} (?:a čítajte|na čítanie|aby ste)"),
    ),
    "hr": (
        ("samo za|isključivo za|dostupno samo", " (?:naše |našim )?(?:pretplatnik|registrovan|registriran|članov)"),
        ("pretplatite se|prijavite se|registrirajte se|registrujte se",
         ".{0,25} (?:kako biste|da biste|za) (?:čita|nastav|proč)"),
        ("već ste|već imate", r" (?:pretplat|račun|nalog).{0,12}\?"),
    ),
    "sl": (
        ("samo za|dostopno le|izključno za", " (?:naše )?(?:naročnik|registriran)"),
        ("prijavite se|naročite se|sklenite naročnino", ".{0,25} (?:za branje|in berite|za nadaljevanje)"),
    ),
    "bg": (
        ("само за|достъпно само", " (?:нашите |за )?(?:абонат|регистриран)"),
        ("абонирайте се|влезте|регистрирайте се", ".{0,25} (?:за да|и) (?:проче|чете|продълж)"),
    ),
    "el": (
        ("μόνο για|αποκλειστικά για", " (?:τους )?(?:συνδρομητές|μέλη)"),
        ("συνδεθείτε|εγγραφείτε|γίνετε συνδρομητής", ".{0,25} για να (?:διαβάσ|συνεχίσ)"),
    ),
    "et": (("loe edasi|edasi lugemiseks|artikli lugemiseks", ".{0,30}(?:telli|logi sisse|osta|registreeru)"),),
    "lv": (("lai lasītu|lai turpinātu lasīt|tikai abonentiem", ".{0,30}(?:abon|pieslēdz|ielogo|reģistr|$)"),),
    "lt": (
        ("norėdami skaityti|norint skaityti|skaitykite toliau", ".{0,30}(?:prenumer|prisijunk|registruok)"),
        ("tik prenumeratoriams", ""),
    ),
    "he": (("להמשך קריאה|כדי להמשיך לקרוא|לקריאת הכתבה המלאה", ".{0,30}(?:הירשמו|התחברו|מנוי|הצטרפו)"),),
    "ar": (("لمتابعة القراءة|لقراءة المزيد|لقراءة المقال كاملا", ".{0,30}(?:اشترك|سجل|تسجيل)"),),
    "id": (
        ("untuk melanjutkan membaca|untuk membaca|baca selengkapnya dengan",
         ".{0,30}(?:berlangganan|masuk|login|daftar|langganan)"),
        ("khusus", " (?:untuk )?(?:pelanggan|member|anggota)"),
    ),
    "vi": (("để đọc tiếp|để tiếp tục đọc|để đọc toàn bộ", ".{0,30}(?:đăng nhập|đăng ký|mua gói)"),),
    "fi": (("jatka lukemista|lue koko juttu|lue koko artikkeli|lue lisää", _NAMED + "|tilauksella|tilaajana)"),),
    "cs": (
        ("číst dál s|čtěte dál s|číst dále s|čtěte dále s|pokračujte ve čtení s|pokračovat ve čtení s",
         _NAMED + "|předplatn)"),
    ),
    "hu": (("olvass tovább|olvassa tovább|olvasd tovább", _NAMED + "|prémium|előfizet)"),),
    "ro": (("citește mai departe cu|citeşte mai departe cu|continuă lectura cu", _NAMED + "|abonament)"),),
    "pl": (
        ("czytaj dalej z|czytaj dalej dzięki|czytaj więcej z", _NAMED + "|subskrypcj|prenumerat)"),
        ("tylko dla|wyłącznie dla|artykułu dostępny dla|treść dostępna dla",
         " (?:naszych )?(?:subskrybentów|prenumeratorów|zalogowanych|abonentów)"),
        ("wykup|zaloguj|kup dostęp|załóż konto|zarejestruj",
         r"\b.{0,40}\b(?:aby|by|żeby|i) (?:czyta|przeczyta|kontynuowa|uzyska)"),
        ("by czytać|by przeczytać|by kontynuować", r"\b.{0,40}(?:wykup|zaloguj|kup |załóż|zarejestruj)"),
        ("masz już", " (?:konto|prenumeratę|subskrypcję|dostęp|abonament)"),
        ("pozostało", ".{0,6}% (?:artykułu|tekstu)"),
    ),
    "ru": (
        (("читайте дальше с|читать дальше с|читайте далее с|читать далее с|продолжить чтение с|продолжите чтение с"
         "|дочитать с|дочитайте с"), _NAMED + "|подписк)"),
        ("чтобы читать|чтобы прочитать|чтобы продолжить|чтобы дочитать|чтобы прочесть|для чтения|для продолжения",
         r"\b.{0,40}(?:подпи|войд|авториз|зарегистр|оформ)"),
        ("подпишитесь|оформите|войдите|зарегистрируйтесь|авторизуйтесь",
         r"\b.{0,40} (?:чтобы|и) (?:чита|прочита|продолж|дочит|прочес)"),
        ("только для|только по", " подписчик"),
        ("доступен|доступна|доступно|доступны",
         " (?:только )?(?:нашим |платным )?(?:подписчикам|по подписке|авторизованным|зарегистрированным)"),
        ("уже есть подписка|уже есть аккаунт|уже подписаны|уже зарегистрированы", r"\?"),
    ),
    "uk": (
        ("читайте далі з|читати далі з|продовжити читання з|дочитати з|дочитайте з",
         _NAMED + "|підписк|передплат)"),
        ("щоб читати|щоб прочитати|щоб продовжити|щоб дочитати",
         r"\b.{0,40}(?:підпи|увійд|оформ|зареєстр|передплат)"),
        ("підпишіться|оформіть|увійдіть|передплатіть|зареєструйтеся",
         r"\b.{0,40} (?:щоб|і) (?:чита|прочит|продовж)"),
        ("лише для|тільки для", " передплатників"),
        ("доступний|доступна|доступно|доступні",
         " (?:лише |тільки )?(?:передплатникам|за передплатою|за підпискою|зареєстрованим)"),
        ("вже є|вже маєте", r" (?:підписк|передплат|акаунт).{0,3}\?"),
    ),
    "kk": (
        ("тек жазылушылар", ""),
        ("толық|жалғасын|әрі қарай|мақаланы", ".{0,30} ?оқу үшін.{0,30}(?:жазыл|тіркел|кір)"),
    ),
    "ky": (
        ("жазылуучулар үчүн гана", ""),
        ("толук|уландысын|андан ары|макаланы", ".{0,30} ?окуу үчүн.{0,30}(?:жазыл|каттал|кир)"),
    ),
    "uz": (
        ("faqat obunachilar|фақат обуначилар", ""),
        ("toʻliq|to'liq|to‘liq|davomini|maqolani", " .{0,30}o.?qish uchun.{0,30}(?:obuna|ro.?yxat|kir)"),
        ("тўлиқ|давомини|мақолани", " .{0,30}ўқиш учун.{0,30}(?:обуна|рўйхат|кир)"),
    ),
    "tg": (
        ("танҳо барои", " (?:обуначиён|муштариён)"),
        ("барои хондан|барои идома|барои мутолиа", ".{0,50}(?:обуна|ворид|номнавис|сабт)"),
    ),
    "tk": (
        ("diňe abunaçylar", ""),
        ("doly|dowamyny|makalany", ".{0,30} ?okamak üçin.{0,30}(?:abuna|hasaba|giriň)"),
    ),
    "tr": (
        ("devamını|tamamını", r" .{1,25}(?:\+|\bplus|\bpremium) ile oku"),
        ("sadece|yalnızca", " (?:aboneler|üyeler)"),
        ("abonelere|üyelere", " özel"),
        ("devamını|tamamını|haberi|yazıyı|makaleyi",
         ".{0,20} (?:okumak|okuyabilmek) için.{0,30}(?:abone|üye|giriş|kayıt)"),
    ),
    "zh": (
        ("会员|會員", "(?:继续阅读|繼續閱讀|续读)"),
        ("会员|會員|订户|訂戶", "(?:专享|專享|专属|專屬|可读)"),
        ("订阅|訂閱|登录|登錄|登入|付费|付費|注册|註冊",
         "(?:会员|會員)?(?:[后後]|以|即可)(?:可|继续|繼續){0,2}(?:阅读|閱讀|查看)"),
    ),
    "ja": (
        ("続きは|続きを|全文は|全文を", r".{1,20}(?:プラス|プレミアム|\+)で"),
        ("会員", "(?:限定|専用)"),
        ("会員登録|ログイン|購読", ".{0,12}(?:続き|全文)"),
        ("続き", "(?:を読む|は).{0,6}(?:には|会員|登録|有料|ログイン)"),
        ("残り", r".{0,4}\d文字"),
        ("この記事は", r"(?:会員|有料|プレミアム).{0,4}記事"),
        ("会員になると", ".{0,25}(?:読め|読みいただけ|読みになれ)"),
    ),
    "ko": (
        ("플러스로|프리미엄으로|플러스에서|프리미엄에서", " ?(?:계속|전체|전문|이어)"),
        ("구독자|유료회원|유료 회원|정기구독자", r" ?(?:전용|만 )"),
        ("유료", " ?회원"),
        ("전체|전문|기사|계속|나머지", ".{0,12}(?:보려면|읽으려면|보시려면|읽기 위해).{0,15}(?:로그인|구독|가입)"),
        ("구독|로그인|회원가입", " ?(?:후|하시면|하면) ?(?:계속|전체|전문|이용|볼 수|읽을 수)"),
    ),
}  # fmt: skip

_REPORTED = re.compile(
    r"\b(?:said|says|told|tells|according to|reported|sagte|sagt|erklärte|teilte .{0,40}mit|laut|a dit|a déclaré|selon"
    r"|indique|dijo|dice|según|disse|segundo|ha detto|secondo|zei|volgens|powiedział|według|сказал|сообщил|заявил"
    r"|говорит|по словам|сказав|повідомил|заявив|за словами|деді|айтты|билдирди|деди|dedi|aytdi|açıkladı|гуфт|diýdi)"
    r"(?!\w)|(?:说|說|表示|と述べ|と語|밝혔다|말했다|전했다)"
)
"""What makes of such words a piece of news: somebody said so of a law, a firm or a school."""


def _pattern(rows: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{'|'.join(map(re.escape, openings.split('|')))}){rest}" for openings, rest in rows)
    )


_WALLS = [
    (opening, wall)
    for rows in ROWS.values()
    for wall in (_pattern(rows),)
    for openings, _ in rows
    for opening in openings.split("|")
]
_OPENING = re.compile(any_of({opening for opening, _ in _WALLS}))


def asks(text: str) -> bool:
    """True for a line that asks for money or a login before the rest of a text."""
    return len(text) <= _LONGEST and demand(text) is not None


@lru_cache(maxsize=4096)
def demand(text: str) -> str | None:
    """The words of `text` that ask for money or a login, None where none do.

    Cached: a page's last lines are asked about several times, and sites repeat theirs on every page.
    """
    line = text.lower()
    if not _OPENING.search(line) or _REPORTED.search(line):  # nearly always, and quicker than each alone
        return None
    for opening, wall in _WALLS:
        if opening in line and (found := wall.search(line)):
            return text[found.start() : found.end()]
    return None
