"""What readers see above a story, in the languages of the sources: who signed, when it came out, when it changed."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from pipeline.parse.hints import Hints
from pipeline.parse.html_tree import parse_html
from pipeline.parse.metadata import detect_language, is_foreign, read_metadata

ZONE = ZoneInfo("Asia/Bishkek")
PUBLISHED = datetime(2025, 12, 8, 14, 30, tzinfo=ZONE)
CHANGED = datetime(2025, 12, 9, 9, 5, tzinfo=ZONE)


class Sight(NamedTuple):
    """The lines of one page and the names in its byline; both instants are the same on every page."""

    title: str
    byline: str
    names: tuple[str, ...]
    published: str
    changed: str


PAGES = {
    "en": Sight(
        "Snow closes the high pass for a third day",
        "By Aida Sample and Jon Model",
        ("Aida Sample", "Jon Model"),
        "Published Monday, December 8, 2025 at 2:30 p.m.",
        "Updated December 9, 2025 at 9:05 a.m.",
    ),
    "ru": Sight(
        "Снег закрыл высокий перевал на третий день",
        "Текст: Иван Примеров, Анна Образцова",
        ("Иван Примеров", "Анна Образцова"),
        "Опубликовано: 8 декабря 2025 г., 14:30",
        "Обновлено: 9 декабря 2025 г., 09:05",
    ),
    "kk": Sight(
        "Қар биік асуды үшінші күн жауып тастады",
        "Авторы: Айгүл Үлгі және Ержан Мысал",
        ("Айгүл Үлгі", "Ержан Мысал"),
        "Жарияланды: 2025 жылғы 8 желтоқсан, 14:30",
        "Жаңартылды: 2025 жылғы 9 желтоқсан, 09:05",
    ),
    "ky": Sight(
        "Кар бийик ашууну үчүнчү күн жаап койду",
        "Автору: Айгүл Үлгүева жана Бакыт Мисалов",
        ("Айгүл Үлгүева", "Бакыт Мисалов"),
        "Жарыяланды: 2025-жылдын 8-декабры, 14:30",
        "Жаңыртылды: 2025-жылдын 9-декабры, 09:05",
    ),
    "uz": Sight(
        "Qor baland dovonni uchinchi kun yopib qo‘ydi",
        "Muallif: Aziza Namunayeva va Bek Misolov",
        ("Aziza Namunayeva", "Bek Misolov"),
        "Chop etilgan: 2025-yil 8-dekabr, 14:30",
        "Yangilangan: 2025-yil 9-dekabr, 09:05",
    ),
    "tg": Sight(
        "Барф ағбаи баландро рӯзи сеюм баст",
        "Муаллиф: Зарина Намунаева ва Фаррух Мисолов",
        ("Зарина Намунаева", "Фаррух Мисолов"),
        "Нашр шуд: 8 декабри соли 2025, 14:30",
        "Навсозӣ шуд: 9 декабри соли 2025, 09:05",
    ),
    "tk": Sight(
        "Gar beýik geçelgäni üçünji gün ýapdy",
        "Awtor: Maral Nusgaýewa we Batyr Mysalow",
        ("Maral Nusgaýewa", "Batyr Mysalow"),
        "Çap edildi: 2025-nji ýylyň 8-nji dekabry, 14:30",
        "Täzelendi: 2025-nji ýylyň 9-njy dekabry, 09:05",
    ),
    "de": Sight(
        "Schnee sperrt den hohen Pass am dritten Tag",
        "Von Max Muster und Eva Beispiel, Berlin",
        ("Max Muster", "Eva Beispiel"),
        "Montag, 8. Dezember 2025, 14.30 Uhr",
        "Aktualisiert am 9. Dezember 2025 um 9:05 Uhr",
    ),
    "fr": Sight(
        "La neige ferme le haut col pour un troisième jour",
        "Par Jeanne Exemple et Luc Modèle",
        ("Jeanne Exemple", "Luc Modèle"),
        "Publié le lundi 8 décembre 2025 à 14h30",
        "Mis à jour le mardi 9 décembre 2025 à 09h05",
    ),
    "es": Sight(
        "La nieve cierra el puerto alto por tercer día",
        "Por Ana Ejemplo y Luis Muestra",
        ("Ana Ejemplo", "Luis Muestra"),
        "Publicado el lunes, 8 de diciembre de 2025 a las 14:30",
        "Actualizado el 9 de diciembre de 2025 a las 09:05",
    ),
    "it": Sight(
        "La neve chiude il passo per il terzo giorno",
        "Di Marco Esempio e Anna Prova",
        ("Marco Esempio", "Anna Prova"),
        "Pubblicato lunedì 8 dicembre 2025, ore 14:30",
        "Aggiornato il 9 dicembre 2025 alle 9:05",
    ),
    "pt": Sight(
        "A neve fecha o passo alto pelo terceiro dia",
        "Por Ana Exemplo e Rui Modelo",
        ("Ana Exemplo", "Rui Modelo"),
        "Publicado em 8 de dezembro de 2025 às 14h30",
        "Atualizado em 9 de dezembro de 2025 às 09h05",
    ),
    "pl": Sight(
        "Śnieg zamknął wysoką przełęcz trzeci dzień",
        "Autor: Jan Przykład i Ewa Wzór",
        ("Jan Przykład", "Ewa Wzór"),
        "Opublikowano: 8 grudnia 2025, 14:30",
        "Aktualizacja: 9 grudnia 2025, 09:05",
    ),
    "uk": Sight(
        "Сніг закрив високий перевал на третій день",
        "Автор: Іван Приклад та Олена Зразок",
        ("Іван Приклад", "Олена Зразок"),
        "Опубліковано: 8 грудня 2025 року, 14:30",
        "Оновлено: 9 грудня 2025 року, 09:05",
    ),
    "tr": Sight(
        "Kar yüksek geçidi üçüncü gün kapattı",
        "Yazan: Ayşe Örnek ve Can Deneme",
        ("Ayşe Örnek", "Can Deneme"),
        "Yayınlanma: 8 Aralık 2025 Pazartesi 14:30",
        "Güncelleme: 9 Aralık 2025 Salı 09:05",
    ),
    "zh": Sight(
        "大雪连续第三天封闭高山垭口",
        "作者：王小明、李小红",
        ("王小明", "李小红"),
        "发布时间：2025年12月8日 14:30",
        "更新时间：2025年12月9日 09:05",
    ),
    "ja": Sight(
        "雪で峠が三日目も通行止め",
        "執筆：大山 花子、例文 太郎",
        ("大山 花子", "例文 太郎"),
        "公開：2025年12月8日 午後2時30分",
        "更新：2025年12月9日 9時05分",
    ),
    "ko": Sight(
        "눈으로 높은 고개 사흘째 통제",
        "김보기·이예시 기자",
        ("김보기", "이예시"),
        "입력 2025.12.08. 오후 2:30",
        "수정 2025.12.09. 오전 9:05",
    ),
}

LAYOUTS = {
    "spans": "<h1>{0.title}</h1><div><span>{0.byline}</span> <span>{0.published}</span> <span>{0.changed}</span></div>",
    "paragraphs": "<h1>{0.title}</h1><p>{0.byline}</p><p>{0.published}</p><p>{0.changed}</p>",
    "dates on one line": "<h1>{0.title}</h1><p>{0.byline}</p><p>{0.published} | {0.changed}</p>",
    "classes": "<h1>{0.title}</h1><div class='byline'>{0.byline}</div><b>{0.published}</b><b>{0.changed}</b>",
    "all on one line": "<h1>{0.title}</h1><div>{0.byline} | {0.published} | {0.changed}</div>",
    "above the headline": "<p>{0.changed}</p><p>{0.published}</p><h1>{0.title}</h1><p>{0.byline}</p>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", PAGES)
def test_byline_and_dates_are_read_in_the_language_of_the_page(language: str, layout: str) -> None:
    """No data, no marks: the words tell the date of publication from that of the last change."""
    page = PAGES[language]
    head = LAYOUTS[layout].format(page)
    prose = f"<p>{page.title}. {page.title}.</p>" * 2
    root, _ = parse_html(f"<html lang='{language}'><body><main>{head}{prose}</main></body></html>")
    found = read_metadata(root, "https://steppe-herald.example/7", Hints(time_zone=ZONE))
    assert (found.authors, found.published_at, found.modified_at) == (page.names, PUBLISHED, CHANGED)


@pytest.mark.parametrize(
    "body",
    [
        "<p>8 December 2025</p><p>The road office updated its map on 9 December 2025, and lorries turned back.</p>",
        "<p>8 December 2025</p><p>Updated daily</p><p>Weather</p><p>9 December 2025</p>",
    ],
)
def test_a_change_that_is_told_in_prose_is_none_of_the_page(body: str) -> None:
    """Only a short line that begins with the word says when the page itself changed."""
    root, _ = parse_html(
        f"<html lang='en'><body><main><h1>Snow closes the pass</h1>{body}</main></body></html>"
    )
    found = read_metadata(root, "https://steppe-herald.example/7", Hints(time_zone=ZONE))
    assert found.published_at == datetime(2025, 12, 8, tzinfo=ZONE)
    assert found.modified_at is None


PROSE = {
    "de": "Der Stadtrat tagte sechs Stunden und einigte sich darauf, die alte Brücke bis zum Winter zu bauen. ",
    "fr": "Le conseil a siégé six heures et a décidé de reconstruire le vieux pont sur la rivière. ",
    "es": "El consejo se reunió seis horas y acordó reconstruir el viejo puente sobre el río. ",
    "it": "Il consiglio si è riunito per sei ore e ha deciso di ricostruire il vecchio ponte sul fiume. ",
    "pt": "O conselho reuniu-se durante seis horas e decidiu reconstruir a velha ponte sobre o rio. ",
    "uz": "Kengash olti soat majlis qilib, ko‘prikni qishgacha tiklashga kelishib oldi va bu haqda aytdi. ",
}
SIGNED = {"de": "Von", "fr": "Par", "es": "Por", "it": "di", "pt": "Por", "uz": "Muallif:"}


@pytest.mark.parametrize("declared", ["", " lang='en-US'"])
@pytest.mark.parametrize("language", PROSE)
def test_lines_are_read_in_the_language_of_the_text(language: str, declared: str) -> None:
    """Where the page tells none, or where the publishing system tells its own: 03/04 is 3 April in all of these."""
    root, _ = parse_html(
        f"<html{declared}><body><h1>Elena Prova</h1><p>{SIGNED[language]} Maria Holt</p><p>03/04/2024</p>"
        f"{3 * f'<p>{PROSE[language] * 3}</p>'}</body></html>"
    )
    found = read_metadata(root, "https://steppe-herald.example/a", Hints(time_zone=ZONE))
    assert found.authors == ("Maria Holt",)
    assert found.published_at == datetime(2024, 4, 3, tzinfo=ZONE)


def test_the_region_of_the_source_settles_the_order() -> None:
    """A page in English is read as the source says, whatever its publishing system declares."""
    for declared in ("en", "en-US"):
        root, _ = parse_html(
            f"<html lang='{declared}'><body><h1>Snow closes the pass</h1><p>03/04/2024</p></body></html>"
        )
        found = read_metadata(root, "https://steppe-herald.example/a", Hints("en-GB", ZONE))
        assert found.published_at == datetime(2024, 4, 3, tzinfo=ZONE)


FOREIGN = {
    "da": "Byrådet besluttede tirsdag at lukke den gamle bro over åen i mindst et år, og det betyder, at de fleste "
    "bilister må køre en omvej. Arbejdet kan ikke udføres, mens trafikken er der, for stålet er rustent, og ingen har "
    "advaret dem, der bor på den anden side af broen, siger de.",
    "fi": "Kaupunginvaltuusto päätti tiistai-iltana sulkea joen ylittävän vanhan sillan vähintään vuodeksi, minkä "
    "vuoksi tuhannet autoilijat joutuvat kiertämään itäisten esikaupunkien kautta. Insinöörien mukaan kannen alla "
    "oleva teräs on ruostunut pahemmin kuin aiempi tarkastus osoitti, eikä korjausta voi tehdä liikenteen kulkiessa. "
    "Länsirannan kauppiaat sanovat, ettei kukaan varoittanut heitä.",
    "tr": "Belediye meclisi salı akşamı nehrin üzerindeki eski köprüyü en az bir yıl kapatma kararı aldı; sürücüler "
    "doğu mahallelerinden dolaşacak. Mühendisler, tabliyenin altındaki çeliğin önceki denetimde görülenden çok daha "
    "fazla paslandığını, onarımın trafik akarken yapılamayacağını söyledi. Esnaf kimsenin uyarmadığını belirtiyor. "
    "Belediye gelecek ay mahallelerde toplantılar düzenleyecek.",
    "vi": "Hội đồng thành phố tối thứ Ba đã quyết định đóng cây cầu cũ bắc qua sông trong ít nhất một năm, khiến hàng "
    "nghìn tài xế mỗi ngày phải đi vòng qua các khu phố phía đông. Thép dưới mặt cầu đã gỉ nặng hơn trước.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_system_that_speaks_english_makes_no_story_english(language: str) -> None:
    """Letters with marks, and none of the small words, show it where the alphabet does not."""
    assert is_foreign(FOREIGN[language], "en")
    assert detect_language(FOREIGN[language]) == language
    assert not is_foreign(FOREIGN[language], language)


def test_a_few_accents_make_no_text_foreign() -> None:
    """Of names in an English one."""
    text = "Zoë Ångström and José Muñoz of the café said that the bridge is closed for a year, and that it was old. "
    assert not is_foreign(text * 4, "en")
