"""find_body: lines in which the house asks its readers for something, amid the story and with no link in them."""

import pytest

from pipeline.parse.body.words.calls import is_call
from tests.parse.body.test_furniture import TEXTS, body, texts

CALLS = """
Sign up to our free daily newsletter
Follow The Courier on Twitter and Instagram
Join our WhatsApp channel for breaking news
Get Latest Updates on India News and Weather Today on The Courier.
Get the week's stories from your valley with our newsletter.
Chcete vědět víc? Odebírejte náš newsletter.
If you see an error in this story, please click here.
Lesen Sie hier mehr Nachrichten aus Herne!
Commencez la conversation
Download our app for the latest news
Stay up to date with our morning newsletter.
Click here for more stories like this
Do you have a story to share? Contact our newsdesk.
Have you been affected? Get in touch.
Send us a tip at tips@courier.example
Support independent journalism. Donate today.
Was this article helpful?
Did you find an error? Let us know.
Melden Sie sich jetzt für unseren Newsletter an.
Folgen Sie dem Kurier auf WhatsApp
Laden Sie unsere App herunter
Haben Sie Hinweise? Schreiben Sie uns an tipps@kurier.example
Teilen Sie diesen Artikel
Inscrivez-vous à notre newsletter quotidienne
Rejoignez notre chaîne WhatsApp
Vous avez trouvé une erreur? Merci de nous la signaler.
Téléchargez notre application
Únete a nuestro canal de WhatsApp
Comparte esta noticia
Descarga nuestra app
Siga o Correio no Instagram
Baixe nosso aplicativo
Dacă apreciezi acest articol, te așteptăm pe pagina noastră.
Iscriviti alla nostra newsletter
Entra nel nostro canale WhatsApp
Schrijf je in voor onze nieuwsbrief
Volg ons op Facebook
Bekijk onze algemene nieuwsvideo’s in onderstaande playlist:
Więcej takich informacji znajdziesz na stronie głównej Nadodrza
Zapisz się na nasz newsletter
Obserwuj nas na Facebooku
Подпишитесь на нашу рассылку
Следите за нами в Telegram
Нашли опечатку? Выделите её мышкой.
Підписуйтесь на наш Telegram-канал
Біздің Telegram арнамызға жазылыңыз
Телеграм каналыбызга жазылыңыз
Bültenimize abone olun
Bizi Facebook'ta takip edin
Telegram kanalımızı TAKİP EDİN
Uygulamamızı ŞİMDİ İNDİRİN
TEPKİNİZ NE OLDU?
更多精彩内容请关注河城日报微信公众号
무단 전재 및 재배포 금지
""".strip().splitlines()

NEWS = """
Follow the money, the prosecutor told the court, and you will find the mayor.
Followers of the party on Facebook were asked to stay away.
Subscribe to our view or not, the minister said, the law will pass.
Signing up for the race closes on Friday.
Support for the president fell on social media after the speech.
Like Facebook, Twitter had to answer to the committee.
Share prices of the newsletter company fell by a third.
Join the army, his father had told him at sixteen.
For more than a decade Facebook kept the numbers to itself.
Have a look at the bridge from the other bank, said the guide.
Readers may pick a preferred source in Google, and publishers ask them to.
Tell us about your work, the judge asked the owner of the app.
Get out of the house, the fireman shouted.
Privacy policy changes at Instagram anger users in six countries.
Comments are what the minister wants to forbid.
Hier ist es vor allem die Schnelllebigkeit, die Twitter auszeichnet.
Jetzt hat auch Facebook dem Minister geantwortet.
Folge des Streits ist ein Verbot von Telegram.
Alle Kommentare auf Facebook wurden gelöscht, sagte die Polizei.
Werden sie Mitglied der Union, fällt der Zoll.
Artikel über den Minister verschwanden von Facebook.
Suivez le fil de l'eau, disait le pêcheur, et vous verrez le pont.
Sigue a la baja Facebook en la bolsa de Nueva York.
Comparte Ana Ejemplo el premio con su hermana en Instagram.
Recibe las llaves de la ciudad y lo cuenta en Instagram.
Entra en vigor la ley que prohíbe Telegram.
Descarga eléctrica mata a dos hombres junto al canal.
Curta duração marca o novo programa no YouTube.
Scarica la colpa sul vicino il sindaco accusato su Facebook.
Deel van de stad zit zonder stroom, meldt de krant op Twitter.
Новости о взрыве появились в Telegram-каналах утром.
Поделиться впечатлениями о поездке министр не захотел.
Следите за уровнем воды, предупредили жителей спасатели.
Yeni uygulama geçen yıl beş milyon kez indirildi dedi.
무단 침입한 남성이 경찰에 붙잡혔다.
""".strip().splitlines()


@pytest.mark.parametrize("line", CALLS)
def test_a_call_to_the_readers_is_no_text(line: str) -> None:
    """Wherever it stands."""
    first, *rest = (f"<p>{text}</p>" for text in TEXTS)
    assert body(f"<main><h1>A bridge</h1>{first}<p>{line}</p>{''.join(rest)}</main>") == TEXTS


@pytest.mark.parametrize("line", NEWS)
def test_a_sentence_that_begins_like_a_call_is_text(line: str) -> None:
    """What is reported of an app, a channel or an order that somebody gave."""
    assert not is_call(line)


def test_a_long_text_is_no_call() -> None:
    """It may begin with one and go on with the story."""
    assert not is_call("Follow us on Twitter, he had told them. " + TEXTS[0] * 2)


@pytest.mark.parametrize(
    "line",
    [
        "Wil je elke ochtend weten wat je hebt gemist? Abonneer je op onze nieuwsbrief!",
        "Есть тема? Пишите редакции в Telegram и WhatsApp.",
        "12 issues for £11.99. Click here for more information.",
        "Ακολουθήστε την Εφημερίδα στο Google News και μάθετε πρώτοι τα νέα",
    ],
)
def test_a_later_sentence_of_a_line_may_be_the_call(line: str) -> None:
    """A question or an offer stands in front of it."""
    assert texts(f"<p>{line}</p>") == TEXTS


@pytest.mark.parametrize(
    "box",
    [
        "<div><p>Read also</p><div><h4>The mill burns</h4><div>It was the third one since May.</div></div></div>",
        "<div><h3>Rural news, every day</h3><ul><li>Tune in at noon</li><li>Sign up for our newsletter</li></ul></div>",
    ],
)
def test_what_stands_in_one_box_with_such_a_line_goes_with_it(box: str) -> None:
    """Where the line begins the box, or a heading does."""
    assert texts(box) == TEXTS


def test_a_part_of_the_story_that_ends_with_such_a_line_stays() -> None:
    """It does not begin with it."""
    part = (
        "<div><p>It was the third one since May.</p><p>Read also</p><p>Sign up for our newsletter.</p></div>"
    )
    assert texts(part) == [*TEXTS[:2], "It was the third one since May.", *TEXTS[2:]]
