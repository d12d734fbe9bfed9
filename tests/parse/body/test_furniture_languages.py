"""What sites print around and among the text, in the languages of their readers."""

import pytest

from pipeline.parse import parse_page

FURNITURE = {
    "sv": "Läs också: | Annons | Dela artikeln | Foto: Nils Berg / TT | Relaterade artiklar | Lämna en kommentar",
    "da": "Læs også: | Annonce | Del artiklen | Foto: Nils Berg / Ritzau | Relaterede artikler | Skriv en kommentar",
    "nb": "Les også: | Annonse | Del | Foto: Nils Berg / NTB | Relaterte saker | Legg igjen en kommentar",
    "fi": "Lue myös: | Mainos | Jaa artikkeli | Kuva: Nils Berg | Aiheeseen liittyvää | Kirjoita kommentti",
    "is": "Lesa meira: | Auglýsing | Deila | Mynd: Nils Berg | Tengdar fréttir | Skrifa athugasemd",
    "et": "Loe ka: | Reklaam | Jaga | Foto: Nils Berg | Seotud lood | Lisa kommentaar",
    "lv": "Lasi arī: | Reklāma | Dalīties | Avots: Nils Berg | Saistītie raksti | Pievienot komentāru",
    "lt": "Taip pat skaitykite: | Reklama | Dalintis | Nuotrauka: Nils Berg | Susiję straipsniai | Rašyti komentarą",
    "nl": "Lees ook: | Advertentie | Deel dit artikel | Foto: Nils Berg | Gerelateerde artikelen | Plaats een reactie",
    "af": "Lees ook: | Advertensie | Deel | Foto: Nils Berg | Verwante artikels |",
    "cs": "Čtěte také: | Reklama | Sdílet článek | Foto: Nils Berg | Související články | Přidat komentář",
    "sk": "Čítajte tiež: | Reklama | Zdieľať | Zdroj: Nils Berg | Súvisiace články | Pridať komentár",
    "ro": "Citește și: | Publicitate | Distribuie | Sursa foto: Nils Berg | Articole similare | Lasă un comentariu",
    "hu": "Kapcsolódó: | Hirdetés | Megosztás | Fotó: Nils Berg | Kapcsolódó cikkek | Szólj hozzá",
    "bg": "Прочетете още: | Реклама | Сподели | Снимка: Нилс Берг | Свързани новини | Остави коментар",
    "mk": "Прочитајте и: | Реклама | Сподели | Извор: Нилс Берг | Поврзани вести | Остави коментар",
    "sr": "Прочитајте још: | Реклама | Подели | Фото: Нилс Берг | Повезане вести | Ostavite komentar",
    "hr": "Pročitajte i: | Oglas | Podijeli | Izvor: Nils Berg | Povezane vijesti | Ostavi komentar",
    "sl": "Preberite tudi: | Oglas | Deli | Foto: Nils Berg | Sorodne novice | Oddaj komentar",
    "el": "Διαβάστε επίσης: | Διαφήμιση | Κοινοποίηση | Φωτογραφία: Νιλς Μπεργκ | Σχετικά άρθρα | Γράψτε ένα σχόλιο",
    "sq": "Lexo edhe: | Reklama | Share | Foto: Nils Berg | Lajme të ngjashme | Lini një koment",
    "ca": "Llegiu també: | Publicitat | Comparteix | Font: Nils Berg | Notícies relacionades | Deixa un comentari",
    "eu": "Irakurri ere: | Publizitatea | Partekatu | Argazkia: Nils Berg | Iruzkinak: 3 | Utzi iruzkina",
    "az": "Həmçinin oxuyun: | Reklam | Paylaş | Foto: Nils Berg | Oxşar xəbərlər | Şərh yaz",
    "ka": "წაიკითხეთ ასევე: | რეკლამა | გაზიარება | ფოტო: ნილს ბერგი | მსგავსი სიახლეები |",
    "hy": "Կարդացեք նաև: | Գովազդ | Կիսվել | Աղբյուր: Նիլս Բերգ | Նմանատիպ նյութեր | Թողնել մեկնաբանություն",
    "be": "Чытайце таксама: | Рэклама | Падзяліцца | Крыніца: Нільс Берг | Чытайце таксама | Пакінуць каментар",
    "he": "קראו גם: | פרסומת | שתפו | צילום: נילס ברג | כתבות נוספות | הוסף תגובה",
    "ar": "اقرأ أيضا: | إعلان | مشاركة | المصدر: نيلس برغ | أخبار ذات صلة | اترك تعليقا",
    "fa": "بیشتر بخوانید: | تبلیغات | اشتراک گذاری | عکس: نیلس برگ | مطالب مرتبط | ارسال نظر",
    "hi": "ये भी पढ़ें: | विज्ञापन | शेयर करें | फोटो: निल्स बर्ग | संबंधित खबरें | टिप्पणी करें",
    "bn": "আরও পড়ুন: | বিজ্ঞাপন | শেয়ার করুন | ছবি: নিলস বার্গ | সম্পর্কিত খবর | মন্তব্য করুন",
    "th": "อ่านเพิ่มเติม: | โฆษณา | แชร์ข่าว | ที่มา: นิลส์ เบิร์ก | ข่าวที่เกี่ยวข้อง | แสดงความคิดเห็น",
    "vi": "Đọc thêm: | Quảng cáo | Chia sẻ | Ảnh: Nils Berg | Tin liên quan | Gửi bình luận",
    "id": "Baca juga: | Iklan | Bagikan artikel | Sumber: Nils Berg | Berita terkait | Tinggalkan komentar",
    "ms": "Baca lagi: | Iklan | Kongsi | Gambar: Nils Berg | Berita berkaitan | Tinggalkan ulasan",
    "sw": "Soma zaidi: | Tangazo | Shiriki | Picha: Nils Berg | Habari zinazohusiana | Acha maoni",
}
"""A line before a link, a place for advertisements, a button, a credit, and two headings of what stands below."""

TEXT = (
    "Rivo salen torma kiel basta nomer, ulis karo men devane soltir. Ake numis torva belan ikora sate menir lo.",
    "Dorva kelin asmo petur, ilan soro vekis namor talu. Besim ora kanel dilu parvo, tesin molar akido sune.",
    "Sulan metro vikas, oren talim boda krasi nolu. Pelin avor dusam kiri, molen trasu etal venor sipo dalan.",
    "Kalir ones bruta velim, sador ikan petros luna vasi. Torel minas boku, alen vidor sante karum pelo nisar.",
)
"""Sentences of no language at all: what is asked is what the lines between them say."""


@pytest.mark.parametrize(("language", "row"), FURNITURE.items())
def test_only_the_text_is_kept(language: str, row: str) -> None:
    pointer, advertisement, share, credit, below, reply = (part.strip() for part in row.split("|"))
    page = f"""<!doctype html><html lang="{language}"><head><title>Torva belan ikora</title></head><body>
    <div><h1>Torva belan ikora</h1><div>{share}</div>
    <p>{TEXT[0]}</p><p>{credit}</p><p>{TEXT[1]}</p>
    <p>{pointer} <a href="/a/1">Kirun daso melan petro vilar sonim</a></p><p>{advertisement}</p>
    <p>{TEXT[2]}</p><p>{TEXT[3]}</p>
    <h3>{below}</h3><p>Amor tilun vasek, noril besan turo kelim data.</p>
    <h3>{reply}</h3><p>Unar velis toma, kirel sado menu palir vase.</p>
    </div></body></html>"""
    (article,) = parse_page(page.encode(), "https://news.example/a/7").articles
    assert tuple(block.text for block in article.blocks if block.text) == TEXT
