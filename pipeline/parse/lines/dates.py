"""Short texts that say nothing but when a story came out: "24 November 2025, 10:15", "3 hours ago"."""

import re
from collections.abc import Mapping, Sequence

from pipeline.parse.dates.labels import LABELS
from pipeline.parse.dates.months import NUMBER_OR_WORD, fold, month_of, weekday_of
from pipeline.parse.dates.persian import MONTHS as PERSIAN_MONTHS
from pipeline.parse.dates.relative import AGO, TODAY, is_relative

WORDS: Mapping[str, str] = {
    "": "am pm a p m gmt utc est edt cet cest bst ist msk jst wib wita wit pkt sast eat wat kst hkt sgt pt et ct h t"
          " z",
    "en": "date last on at the of st nd rd th just now first originally created released issued added second seconds"
          " sec minute minutes min mins hour hours hr hrs day days week weeks month months year years",
    "ru": "добавлено дата в во от г год года мск секунд минуту минуты минут мин час часа часов день дня дней неделю"
          " недели недель месяц месяца месяцев изменено публикации обновления",
    "uk": "о об р року роки хвилин хв годин години годину день дні днів",
    "be": "а гадзін гадзіны гадзіну хвілін дзён дні",
    "bg": "последна последно промяна дата на от ч часа час минути дни ден",
    "mk": "часа минути дена",
    "sr": "датум сата сати минута дана дан у datum objave sata sati minuta dana dan u",
    "hr": "zadnja zadnje posljednja izmjena ažuriranje u",
    "sl": "zadnja sprememba ob ure uri ura urami minut minutami dni dnevi",
    "kk": "жыл жылы жылғы минут сағат күн күні",
    "ky": "жыл жылдын жылы мүнөт саат күн",
    "uz": "yil yilning daqiqa soat kun etilgan chop йил",
    "tg": "сол соли соат дақиқа рӯз нашр шуд шуда",
    "tk": "ýyl ýylyň gün nji njy",
    "az": "dərc edilib saat dəqiqə gün il ci cı cu cü",
    "ka": "საათი",
    "hy": "ժամը ժ",
    "mn": "оны сарын өдөр р",
    "de": "datum am um uhr minuten stunde stunden tag tagen letzte aktualisierung zuletzt erschienen publiziert"
          " erstveröffentlichung letztes update geändert",
    "lb": "auer",
    "fr": "mis mise à jour le la il y a aujourd hui minute minutes min heure heures jours modification dernière posté"
          " article",
    "es": "fecha el a las de minutos hora horas día días última actualización creado",
    "ca": "a les del hores minuts dies",
    "gl": "o ás hai",
    "pt": "em às de minutos hora horas dia dias última atualização criado segunda terça quarta quinta sexta feira",
    "it": "il alle minuti ora ore giorno giorni modificato modifica ultimo aggiornamento",
    "ro": "data publicării ultima actualizare la pe în ora ore minute zile",
    "eu": "eko a an",
    "tr": "tarihi dakika saat gün son giriş eklenme oluşturulma yayın",
    "pl": "aktualizacja dodano minut godzin godziny dni utworzono zmodyfikowano data publikacji aktualizacji godz"
          " ostatnia publikacja",
    "cs": "vytvořeno změněno poslední aktualizace datum v hodin hodinami hodinou minut minutami dny",
    "sk": "vydané posledná aktualizácia dátum o hodinami hodinou minútami dňami",
    "hu": "létrehozva utolsó frissítés módosítva órája perce napja óra",
    "nl": "op om minuten uur dagen laatst laatste update geplaatst",
    "af": "om",
    "sv": "för senast kl klockan timmar timme minuter dagar",
    "da": "sidst senest den kl timer time minutter dage",
    "nb": "sist den kl timer time minutter dager",
    "fi": "viimeksi klo tuntia tunti minuuttia päivää",
    "is": "birt uppfært kl klukkan",
    "et": "lisatud viimati kell tundi minutit päeva",
    "lv": "gada plkst stundām stundas minūtēm dienām",
    "lt": "paskutinis atnaujinimas m d val valandas valandų min dienas",
    "el": "τελευταία ενημέρωση ημερομηνία στις ώρες ώρα λεπτά ημέρες μέρες από πμ μμ",
    "sq": "publikuar përditësuar më orë minuta ditë",
    "he": "לאחרונה ב בשעה שעות דקות ימים תאריך יום שני שלישי רביעי חמישי שישי שבת ראשון",
    "ar": "نشر نشرت في تم النشر آخر تحديث تاريخ الساعة ساعات ساعة دقائق دقيقة أيام يوم ص م",
    "fa": "تاریخ انتشار بروزرسانی ساعت دقیقه روز ماه شنبه یکشنبه دوشنبه سه چهارشنبه پنجشنبه پنج جمعه",
    "ur": "شائع اپ ڈیٹ گھنٹے منٹ",
    "hi": "अपडेट पोस्टेड समय बजे घंटे घंटा मिनट दिन",
    "bn": "ঘণ্টা মিনিট দিন",
    "th": "ม ค ก พ มี เม ย มิ ส ต ธ วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่"
          " วันอาทิตย์ที่ อัปเดต อัพเดต วันที่ เวลา น ที่ ชั่วโมง นาที",
    "vi": "cập nhật đăng ngày tháng năm lúc giờ phút thứ hai ba tư sáu bảy chủ",
    "id": "terbit tanggal pukul jam menit hari yang diupdate rilis",
    "ms": "dikemas kini pada pagi petang malam minit",
    "tl": "noong",
    "sw": "saa dakika siku",
    "ja": "公開 更新 投稿 掲載 配信 年 月 日 時 分 秒 午前 午後 火 水 木 金 土"
          " 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜",
    "zh": "日期 时间 時間 时 点 點 星期一 星期二 星期三 星期四 星期五 星期六 星期日"
          " 周一 周二 周三 周四 周五 周六 周日 上午 下午",
    "ko": "수정 등록 승인 최종 발행일 게재일 작성 오전 오후 년 월 일 시 분 화 수 목 금 토",
}  # fmt: skip

_TODAY = frozenset(map(fold, TODAY))
_WORDS = _TODAY | {
    fold(word) for words in (*WORDS.values(), *PERSIAN_MONTHS, *AGO, *LABELS) for word in words.split()
}
_LONGEST_LINE = 80
_MOST_NUMBERS = 12
_DIGIT = re.compile(r"\d")
_AROUND = " \u00a0.,:;!|·•–—-"
_DIGITS_AND_UNITS = re.compile(
    r"[/\d\s年月日时分時間年월일시간분초전天小昨今前刚剛发布發佈更新於于:：.-]+(?:,\s[\d\s:：.-]+)?$"
)

_DATED = re.compile(r"\d\s?[-:.：年月]\s?\d|(?<!\d)\d{1,4}/\d{1,2}/\d{2,4}(?!\d)")

_DATED_PLACE = re.compile(r"([^\W\d_][^\d,:!?]{1,40}(?:, [^\W\d_][^\d,:!?]{1,40}){0,2}), (\D{0,20}\d.{4,30})")
_MOST_PLACE_WORDS, _SHORT = 5, 4


def is_date_line(text: str, language: str | None) -> bool:
    """True where every word of `text` belongs to a date or to the phrases that go with one."""
    text = text.strip("[]() ")
    if not text or len(text) > _LONGEST_LINE:
        return False
    if _DIGITS_AND_UNITS.match(text) and any(map(str.isdigit, text)):
        return _looks_dated(text) or is_relative(text)
    if _DIGIT.search(text) is None:
        return fold(text.strip(_AROUND)) in _TODAY
    tokens = NUMBER_OR_WORD.findall(text)
    words = [token for token in tokens if not token.isdigit()]
    if not words or len(tokens) - len(words) > _MOST_NUMBERS:
        return False
    return all(is_date_word(word, language) for word in words)


def is_dated_place(text: str, language: str | None) -> bool:
    """True for a line that says where and on which day a text was made out: `Esbjerg, Denmark, 9 February 2026`."""
    told = _DATED_PLACE.fullmatch(text) if len(text) <= _LONGEST_LINE and text[-1:].isalnum() else None
    if told is None or not is_date_line(told[2], language):
        return False
    words = told[1].replace(",", " ").split()
    return len(words) <= _MOST_PLACE_WORDS and all(word[0].isupper() or len(word) < _SHORT for word in words)


def _looks_dated(text: str) -> bool:
    """Numbers alone are a date where there are at least two of them and a separator: 24.11.2025, 10:15, 24/11/2025."""
    return len(re.findall(r"\d+", text)) >= 2 and bool(_DATED.search(text))


def are_of_one_day(hours: Sequence[str]) -> bool:
    """True where several hours all fall or all rise, `18:40 16:05 9:00`, which those of two days do not."""
    told = [hour.zfill(5) for hour in hours]
    return "" not in hours and len(set(told)) > 1 and sorted(told) in (told, told[::-1])


def is_date_word(word: str, language: str | None) -> bool:
    """True for months, weekdays and the words around them."""
    folded = fold(word)
    return folded in _WORDS or month_of(word, language) is not None or weekday_of(word, language) is not None
