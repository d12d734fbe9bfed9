"""Lines of a letter about the letter itself: how to leave it, to change one's address, to see it in a browser."""

from collections.abc import Mapping

from pipeline.parse.alternatives import holds_one

PHRASES: Mapping[str, tuple[str, ...]] = {
    "en": ("unsubscribe", "view in browser", "view in your browser", "view it in your browser",
           "view this email", "view this letter",
           "read it in your browser", "manage your subscription", "manage preferences", "manage your preferences",
           "update your preferences", "you are receiving this", "you receive this", "you're receiving this",
           "you received this", "was forwarded this", "forward this email", "forward to a friend"),
    "ru": ("отписаться", "отписка от", "вы получили это письмо", "вы получаете это письмо", "открыть в браузере",
           "посмотреть в браузере", "настройки рассылки"),
    "uk": ("відписатися", "ви отримали цей лист", "переглянути в браузері"),
    "kk": ("жазылымнан бас тарту", "жазылудан бас тарту", "браузерде ашу"),
    "ky": ("жазылуудан баш тартуу", "жазылууну токтотуу"),
    "uz": ("obunani bekor qilish", "обунани бекор қилиш"),
    "tg": ("обунаро бекор кардан", "даст кашидан аз обуна"),
    "tk": ("abunalygy ýatyr", "abunalykdan çyk"),
    "de": ("abmelden", "newsletter abbestellen", "abbestellen", "im browser ansehen", "im browser lesen",
           "im browser anzeigen", "sie erhalten diese", "sie erhalten diesen"),
    "fr": ("se désabonner", "se désinscrire", "désabonnez-vous", "vous recevez cet", "vous recevez cette",
           "dans votre navigateur"),
    "es": ("darse de baja", "darte de baja", "cancelar la suscripción", "cancelar suscripción", "recibe este correo",
           "recibes este correo", "ver en el navegador"),
    "it": ("annulla l'iscrizione", "annulla iscrizione", "disiscriviti", "cancellati dalla", "ricevi questa",
           "visualizza nel browser"),
    "pt": ("cancelar inscrição", "cancelar a inscrição", "cancelar subscrição", "descadastrar",
           "está a receber este", "recebeu este e-mail", "ver no navegador"),
    "pl": ("wypisz się", "zrezygnuj z subskrypcji", "anuluj subskrypcję", "otrzymujesz tę", "otwórz w przeglądarce"),
    "tr": ("abonelikten çık", "aboneliği iptal", "aboneliğinizi iptal", "tarayıcıda görüntüle"),
    "zh": ("退订", "取消订阅", "退訂", "取消訂閱", "在浏览器中查看"),
    "ja": ("配信停止", "配信を停止", "購読解除", "購読を解除", "ブラウザで表示", "ブラウザで見る"),
    "ko": ("수신거부", "수신 거부", "구독 취소", "구독 해지", "브라우저에서 보기"),
}  # fmt: skip

_PHRASES = tuple(phrase for phrases in PHRASES.values() for phrase in phrases)
_LONGEST = 200

_SIGNS = ("©", "Copyright ", "COPYRIGHT ", "(c) ", "(C) ", "版权所有", "版權所有")
_CLAIMS = (
    "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
    "todos os direitos reservados", "tutti i diritti riservati", "alle rechten voorbehouden",
    "wszelkie prawa zastrzeżone", "tüm hakları saklıdır", "все права защищены", "усі права захищен",
    "всі права захищен", "барлық құқықтар қорғалған", "бардык укуктар корголгон", "barcha huquqlar himoyalangan",
    "барча ҳуқуқлар ҳимояланган", "جميع الحقوق محفوظة", "تمامی حقوق", "کلیه حقوق", "כל הזכויות שמורות",
)  # fmt: skip
_LONGEST_COPYRIGHT, _LONGEST_CLAIM = 160, 100


def is_copyright(text: str) -> bool:
    """True for the line that says whose the page is."""
    if len(text) > _LONGEST_COPYRIGHT:
        return False
    return text.startswith(_SIGNS) or (len(text) <= _LONGEST_CLAIM and holds_one(text.casefold(), _CLAIMS))


def is_service(text: str) -> bool:
    """True for a short line that says one of these."""
    if len(text) > _LONGEST:
        return False
    return holds_one(text.casefold(), _PHRASES)
