"""Lines that say nothing but when a story came out, as sites print them in the language of the page."""

from datetime import date

import pytest

from pipeline.parse.dates.find import find_day
from pipeline.parse.dates.relative import is_relative
from pipeline.parse.lines.dates import is_date_line

PRINTED = {
    "sv": """
        Publicerad 24 november 2025
        Publicerad: 24 november 2025 kl. 10.15
        Uppdaterad 24 november 2025 10:15
        24 nov 2025 kl 10:15
        Senast uppdaterad 24 november 2025
        måndag 24 november 2025
    """,
    "da": """
        Udgivet 24. november 2025
        Opdateret 24. nov. 2025 kl. 10.15
        Publiceret 24. november 2025
        Offentliggjort 24. november 2025 kl. 10.15
        mandag den 24. november 2025
        Sidst opdateret 24. nov. 2025
    """,
    "nb": """
        Publisert 24. november 2025 kl. 10:15
        Oppdatert 24. november 2025
        Sist oppdatert 24. november 2025 kl. 10:15
        mandag 24. november 2025
        Publisert: 24.11.2025
    """,
    "fi": """
        Julkaistu 24.11.2025 klo 10.15
        Päivitetty 24. marraskuuta 2025
        24. marraskuuta 2025 klo 10:15
        maanantai 24. marraskuuta 2025
        Julkaistu 24.11.2025
    """,
    "is": """
        Birt 24. nóvember 2025 kl. 10:15
        Uppfært 24. nóvember 2025
        mánudagur 24. nóvember 2025
        24. nóvember 2025 10:15
    """,
    "nl": """
        Gepubliceerd op 24 november 2025 om 10:15
        Bijgewerkt 24 november 2025
        Laatst bijgewerkt op 24 november 2025
        Geplaatst op 24 november 2025
        24 nov. 2025, 10:15 uur
        maandag 24 november 2025
        Laatste update: 24 november 2025
    """,
    "cs": """
        Publikováno 24. listopadu 2025
        Aktualizováno 24. 11. 2025 10:15
        Vydáno 24. listopadu 2025 v 10:15
        pondělí 24. listopadu 2025
        Vytvořeno: 24. 11. 2025
    """,
    "sk": """
        Publikované 24. novembra 2025
        Aktualizované 24. 11. 2025 o 10:15
        Zverejnené 24. novembra 2025
        pondelok 24. novembra 2025
    """,
    "ro": """
        Publicat 24 noiembrie 2025
        Publicat la 24 noiembrie 2025, ora 10:15
        Actualizat: 24 noiembrie 2025
        Data publicării: 24.11.2025
        Ultima actualizare 24 noiembrie 2025
        luni, 24 noiembrie 2025
        Publicat pe 24 noiembrie 2025
    """,
    "hu": """
        2025. november 24. 10:15
        Megjelent: 2025. november 24.
        Frissítve: 2025. november 24. 10:15
        Közzétéve: 2025. november 24.
        2025. november 24., hétfő
        Utolsó frissítés: 2025. 11. 24.
    """,
    "bg": """
        Публикувано на 24 ноември 2025
        Обновено 24 ноември 2025, 10:15
        24 ноември 2025 г.
        понеделник, 24 ноември 2025
        Публикувана 24.11.2025 в 10:15 ч.
        Последна промяна: 24.11.2025
    """,
    "mk": """
        Објавено на 24 ноември 2025
        понеделник, 24 ноември 2025
        Ажурирано 24 ноември 2025
    """,
    "sr": """
        Објављено 24. новембра 2025.
        Objavljeno 24. novembra 2025. u 10:15
        Ažurirano 24. 11. 2025.
        понедељак, 24. новембар 2025.
        Датум: 24.11.2025. 10:15
    """,
    "hr": """
        Objavljeno 24. studenoga 2025. u 10:15
        Ažurirano 24. studenoga 2025.
        ponedjeljak, 24. studenoga 2025.
        Zadnja izmjena 24.11.2025.
        Datum objave: 24.11.2025.
    """,
    "bs": """
        Objavljeno 24. novembra 2025.
        ponedjeljak, 24. novembar 2025.
    """,
    "sl": """
        Objavljeno 24. novembra 2025 ob 10:15
        Posodobljeno 24. november 2025
        ponedeljek, 24. november 2025
        Zadnja sprememba: 24.11.2025
    """,
    "el": """
        Δημοσιεύτηκε 24 Νοεμβρίου 2025
        Δημοσιεύθηκε: 24/11/2025, 10:15
        Ενημερώθηκε 24 Νοεμβρίου 2025 10:15
        Τελευταία ενημέρωση: 24/11/2025
        Δευτέρα 24 Νοεμβρίου 2025
        24 Νοε 2025
    """,
    "lt": """
        Paskelbta 2025 m. lapkričio 24 d.
        Publikuota 2025-11-24 10:15
        Atnaujinta 2025 m. lapkričio 24 d. 10:15
        2025 lapkričio 24 d. 10:15
        2025 m. lapkričio 24 d., pirmadienis
    """,
    "lv": """
        Publicēts 2025. gada 24. novembrī
        2025. gada 24. novembris, 10:15
        Atjaunots 24. novembris 2025
        pirmdiena, 24. novembris 2025
        Publicēts: 24.11.2025.
    """,
    "et": """
        Avaldatud 24. november 2025
        Uuendatud 24.11.2025 kell 10:15
        esmaspäev, 24. november 2025
        Lisatud 24. november 2025
    """,
    "he": """
        פורסם: 24.11.2025, 10:15
        עודכן 24.11.2025 10:15
        24 בנובמבר 2025
        פורסם ב-24 בנובמבר 2025
        יום שני, 24 בנובמבר 2025
        עודכן לאחרונה 24.11.2025
    """,
    "ar": """
        نشر في 24 نوفمبر 2025
        24 نوفمبر 2025 10:15
        تم النشر في 24/11/2025
        آخر تحديث: 24 نوفمبر 2025
        الاثنين 24 نوفمبر 2025
        تاريخ النشر: 24-11-2025
        الإثنين، 24 نوفمبر 2025
    """,
    "fa": """
        ۲۴ نوامبر ۲۰۲۵
        تاریخ انتشار: ۲۴ نوامبر ۲۰۲۵
        دوشنبه ۲۴ نوامبر ۲۰۲۵
    """,
    "hi": """
        24 नवंबर 2025
        प्रकाशित: 24 नवंबर 2025
        अपडेटेड 24 नवंबर 2025, 10:15
        सोमवार, 24 नवंबर 2025
        Published: 24 Nov 2025 10:15 AM IST
        Updated: Mon, 24 Nov 2025 10:15 AM (IST)
    """,
    "bn": """
        প্রকাশ: ২৪ নভেম্বর ২০২৫
        ২৪ নভেম্বর ২০২৫, ১০:১৫
        আপডেট: ২৪ নভেম্বর ২০২৫
        প্রকাশিত: ২৪ নভেম্বর ২০২৫ ১০:১৫
        সোমবার, ২৪ নভেম্বর ২০২৫
    """,
    "ur": """
        24 نومبر 2025
        شائع 24 نومبر 2025
        اپ ڈیٹ 24 نومبر 2025
    """,
    "th": """
        24 พฤศจิกายน 2568
        เผยแพร่ 24 พ.ย. 2568 10:15 น.
        วันจันทร์ที่ 24 พฤศจิกายน 2568
        24 พ.ย. 2568, 10:15 น.
    """,
    "vi": """
        24/11/2025 10:15
        Thứ hai, 24/11/2025, 10:15 (GMT+7)
        24 tháng 11, 2025
        Cập nhật: 24/11/2025 10:15
        Đăng ngày 24/11/2025
        Ngày đăng: 24/11/2025
    """,
    "id": """
        Senin, 24 November 2025 10:15 WIB
        Diterbitkan 24 November 2025
        Dipublikasikan 24 November 2025, 10.15 WIB
        Diperbarui 24 November 2025
        24 Nov 2025, 10:15 WIB
        Tanggal: 24 November 2025
        Terbit 24 November 2025 pukul 10.15
    """,
    "ms": """
        Isnin, 24 November 2025
        Diterbitkan pada 24 November 2025
        Dikemas kini 24 November 2025
        24 Nov 2025, 10:15 pagi
    """,
    "tl": """
        Nobyembre 24, 2025
        Inilathala noong Nobyembre 24, 2025
    """,
    "sw": """
        24 Novemba 2025
        Imechapishwa 24 Novemba 2025
        Jumatatu, 24 Novemba 2025
        Ilichapishwa: Novemba 24, 2025
    """,
    "af": """
        24 November 2025 om 10:15
        Gepubliseer 24 November 2025
        Opgedateer 24 November 2025
        Maandag 24 November 2025
    """,
    "ca": """
        Publicat el 24 de novembre de 2025
        Actualitzat 24 de novembre de 2025 a les 10:15
        Dilluns, 24 de novembre de 2025
        24 de novembre del 2025
    """,
    "gl": """
        Publicado o 24 de novembro de 2025
        Actualizado 24 de novembro de 2025
    """,
    "eu": """
        2025eko azaroaren 24a
        2025/11/24 10:15
        Argitaratua: 2025eko azaroaren 24a
        2025eko azaroaren 24an, 10:15
    """,
    "az": """
        24 noyabr 2025, 10:15
        Dərc edilib: 24 noyabr 2025
        24 noyabr 2025-ci il
        Yenilənib 24 noyabr 2025
    """,
    "hy": """
        24 նոյեմբերի, 2025
        24 նոյեմբերի 2025 10:15
        Երկուշաբթի, 24 նոյեմբերի 2025
    """,
    "ka": """
        24 ნოემბერი, 2025
        24 ნოემბერი 2025 10:15
        ორშაბათი, 24 ნოემბერი 2025
        გამოქვეყნდა 24 ნოემბერი 2025
    """,
    "mn": """
        2025 оны 11-р сарын 24
    """,
    "be": """
        24 лістапада 2025
        Апублікавана 24 лістапада 2025, 10:15
    """,
    "sq": """
        24 Nëntor 2025
        Publikuar më 24 nëntor 2025
    """,
    "ga": """
        24 Samhain 2025
        Foilsithe 24 Samhain 2025
    """,
    "lb": """
        24. November 2025
        Publizéiert den 24. November 2025
    """,
    "ja": """
        2025年11月24日 10時15分
        2025/11/24 10:15
        公開日：2025年11月24日
        更新日: 2025年11月24日
        投稿日：2025.11.24
        2025年11月24日（月） 10:15
        2025年11月24日 月曜日 10:15
        配信 2025/11/24 10:15
        最終更新：2025年11月24日
    """,
    "zh": """
        2025年11月24日 10:15
        发布时间：2025-11-24 10:15
        2025-11-24 10:15:32
        发表于 2025-11-24
        更新时间：2025年11月24日
        2025年11月24日 星期一
        日期：2025-11-24
        發布時間：2025/11/24 10:15
    """,
    "ko": """
        2025.11.24 10:15
        입력 2025.11.24 10:15
        수정 2025.11.24. 오전 10:15
        등록 2025-11-24 10:15
        2025년 11월 24일 (월)
        승인 2025.11.24 10:15
        기사입력 2025.11.24. 오후 3:15
        최종수정 2025.11.24 10:15
        입력 : 2025-11-24 10:15:00
        발행일 2025.11.24
    """,
    "ru": """
        Опубликовано: 24 ноября 2025 в 10:15
        24 ноября 2025, понедельник
        Дата публикации: 24.11.2025
    """,
    "tg": """
        24 ноябри соли 2025
        Нашр шуд: 24 ноябри 2025
        Душанбе, 24 ноябри 2025
    """,
    "tk": """
        2025-nji ýylyň 24-nji noýabry
        24 noýabr 2025
        24-nji noýabr 2025
    """,
    "uz": """
        24 noyabr 2025, 10:15
        2025 yil 24 noyabr
        Chop etilgan: 24 noyabr 2025
    """,
    "kk": """
        24 қараша 2025, 10:15
        2025 жылғы 24 қараша
        Жарияланды: 24 қараша 2025
    """,
    "ky": """
        24-ноябрь, 2025-жыл
        2025-жылдын 24-ноябры
        Жарыяланды: 24-ноябрь 2025
    """,
    "es": """
        Publicado el 24 de noviembre de 2025
        24 noviembre, 2025
        Última actualización: 24 de noviembre de 2025 a las 10:15
        Creado: 24.11.2025
        lunes, 24 de noviembre de 2025
        24/11/2025 10:15 h
    """,
    "pt": """
        Publicado em 24 de novembro de 2025 às 10h15
        24/11/2025 10h15
        Última atualização em 24 de novembro de 2025
        segunda-feira, 24 de novembro de 2025
        Criado em 24 de novembro de 2025
    """,
    "it": """
        Pubblicato il 24 novembre 2025 alle 10:15
        24 novembre 2025 alle ore 10:15
        Ultimo aggiornamento: 24 novembre 2025
        lunedì 24 novembre 2025
        Pubblicata il 24/11/2025
    """,
    "fr": """
        Publié le 24 novembre 2025 à 10h15
        Mis à jour le 24/11/2025 à 10:15
        Modifié le 24 novembre 2025
        lundi 24 novembre 2025
        Posté le 24 novembre 2025
        Publié le lundi 24 novembre 2025
        Mise à jour : 24 novembre 2025
        Article publié le 24/11/2025
        Dernière mise à jour le 24 novembre 2025
    """,
    "de": """
        Veröffentlicht am 24. November 2025 um 10:15 Uhr
        Stand: 24.11.2025, 10:15 Uhr
        24. November 2025, 10:15 Uhr
        Zuletzt aktualisiert: 24.11.2025
        Aktualisiert: 24.11.2025 - 10:15
        Montag, 24. November 2025
        Erschienen am 24. November 2025
        Publiziert am 24.11.2025
        Erstveröffentlichung: 24.11.2025
        Letztes Update: 24.11.2025
        geändert am 24.11.2025
        Mo., 24.11.2025
    """,
    "tr": """
        24 Kasım 2025 - 10:15
        Yayın Tarihi: 24 Kasım 2025
        Son Güncelleme: 24.11.2025 10:15
        24 Kasım 2025 Pazartesi
        Güncellendi: 24.11.2025
        Yayınlandı: 24 Kasım 2025
    """,
    "pl": """
        Opublikowano: 24 listopada 2025
        24 listopada 2025, 10:15
        Data publikacji: 24.11.2025
        Ostatnia aktualizacja: 24.11.2025
        poniedziałek, 24 listopada 2025
        Dodano: 24 listopada 2025, godz. 10:15
        Publikacja: 24.11.2025 10:15
    """,
    "uk": """
        24 листопада 2025, 10:15
        Опубліковано 24.11.2025 о 10:15
        понеділок, 24 листопада 2025
    """,
    "en": """
        Published Nov 24, 2025 at 10:15 AM EST
        First published on Monday 24 November 2025
        Originally published November 24, 2025
        Last modified on 24 Nov 2025
        Created: 24 November 2025
        Released 24 November 2025
        Monday, November 24, 2025
        Nov. 24, 2025 10:15 a.m. PT
        Updated: 10:15, 24 November 2025
        24 November 2025 | 10:15
        Issued on 24 November 2025
    """,
}
"""24 November 2025, a Monday."""

TOLD_FROM_TODAY = {
    "sv": """
        för 3 timmar sedan
    """,
    "da": """
        for 3 timer siden
    """,
    "nb": """
        for 3 timer siden
    """,
    "fi": """
        3 tuntia sitten
    """,
    "nl": """
        3 uur geleden
    """,
    "cs": """
        před 3 hodinami
        dnes 10:15
    """,
    "sk": """
        pred 3 hodinami
        dnes o 10:15
    """,
    "ro": """
        acum 3 ore
    """,
    "hu": """
        3 órája
    """,
    "bg": """
        преди 3 часа
    """,
    "mk": """
        пред 3 часа
    """,
    "sr": """
        pre 3 sata
    """,
    "hr": """
        prije 3 sata
    """,
    "bs": """
        prije 3 sata
    """,
    "sl": """
        pred 3 urami
    """,
    "el": """
        πριν από 3 ώρες
    """,
    "lt": """
        prieš 3 valandas
    """,
    "lv": """
        pirms 3 stundām
        Šodien, 10:15
    """,
    "et": """
        3 tundi tagasi
        Täna kell 10:15
    """,
    "he": """
        לפני 3 שעות
    """,
    "ar": """
        منذ 3 ساعات
    """,
    "hi": """
        3 घंटे पहले
    """,
    "vi": """
        3 giờ trước
    """,
    "id": """
        3 jam yang lalu
        3 jam lalu
    """,
    "ms": """
        3 jam lalu
    """,
    "ca": """
        fa 3 hores
    """,
    "az": """
        3 saat əvvəl
    """,
    "be": """
        3 гадзіны таму
    """,
    "sq": """
        3 orë më parë
    """,
    "ja": """
        3時間前
    """,
    "uz": """
        3 soat oldin
    """,
    "kk": """
        3 сағат бұрын
    """,
    "es": """
        hace 3 horas
    """,
    "pt": """
        Atualizado há 3 horas
    """,
    "it": """
        3 ore fa
    """,
    "fr": """
        il y a 3 heures
    """,
    "de": """
        vor 3 Stunden
    """,
    "tr": """
        3 saat önce
    """,
    "pl": """
        3 godziny temu
    """,
    "uk": """
        3 години тому
    """,
    "en": """
        Added 3 hours ago
    """,
}


def _lines(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, line.strip()) for language, text in texts.items() for line in text.strip().splitlines()
    ]


@pytest.mark.parametrize(("language", "line"), _lines(PRINTED))
def test_a_line_of_a_day_is_known_and_read(language: str, line: str) -> None:
    assert is_date_line(line, language)
    assert find_day(line, language=language) == (date(2025, 11, 24), None)


@pytest.mark.parametrize(("language", "line"), _lines(TOLD_FROM_TODAY))
def test_a_day_told_from_today_is_known(language: str, line: str) -> None:
    assert is_date_line(line, language)
    assert is_relative(line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "24 die in November 2025 floods"),
        ("de", "Angst vor Hochwasser"),
        ("hr", "Prije svega ljudi"),
        ("es", "Hace falta agua"),
        ("ru", "Шаг назад"),
        ("th", "ราคาน้ำมัน 24 บาท"),
        ("ja", "2025年度予算案"),
    ],
)
def test_a_headline_is_no_line_of_a_day(language: str, line: str) -> None:
    assert not is_date_line(line, language)
    assert not is_relative(line)
