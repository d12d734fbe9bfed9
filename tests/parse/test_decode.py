"""bytes → str, whatever the page, its server and its author say about its encoding."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.decode import decode
from pipeline.records import Reason

RUSSIAN = "<p>Степная газета пишет о ценах на хлеб и о погоде.</p>"
JAPANESE = "<p>草原の新聞は市場の値段について書いている。</p>"
CHINESE = "<p>草原报写到市场上的价格。</p>"


def reasons(body: bytes, content_type: str | None = None) -> list[Reason]:
    """The reasons among the problems of decoding `body`."""
    return [problem.reason for problem in decode(body, content_type)[1]]


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (CHINESE, "gbk", "gb2312"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", "euc-jp"),
    ],
)
def test_declared_encodings(text: str, codec: str, label: str) -> None:
    """A page that is not UTF-8 is read in the encoding that HTTP or its own head declares."""
    assert decode(text.encode(codec), f"text/html; charset={label}")[:2] == (text, ())
    declaring = f'<meta charset="{label}">{text}'
    assert decode(declaring.encode(codec), None)[:2] == (declaring, ())


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Les élèves de l’école où naît l’idée ont été reçus à Orléans, voilà.", "cp1252"),
        ("El alcalde pidió más años de protección: ¿quién pagará la señalización?", "latin-1"),
        ("A população não verá a construção do estádio; três comissões já deliberaram.", "latin-1"),
        ("La città è più fredda, però l'università aprirà perché così è già stato.", "latin-1"),
        ("Über die Straße führt nächstes Jahr eine größere Brücke; Öl wird knapp.", "latin-1"),
        ("Rådet på øen får både færger og nye både, sagde borgmesteren på Ærø.", "latin-1"),
        ("“We’ll pay £3m,” she said – and left the café.", "cp1252"),
        ("Rząd zapowiedział wyższe podatki, związki grożą strajkiem już w środę.", "iso8859-2"),
        ("Rząd zapowiedział wyższe podatki, związki grożą strajkiem już w środę.", "cp1250"),
        ("Příští týden začne v Žďáru třetí ročník, řekl úředník.", "cp1250"),
        ("A kőműves szőlőt és gyümölcsöt küldött, mert több úr kérte.", "iso8859-2"),
        ("Işıkların söndüğü şehirde yağmur başladı, dedi İstanbullu çiftçi.", "cp1254"),
        ("Šiąnakt šalčiausia bus rytų Lietuvoje, įspėjo sinoptikės; ūkininkų prašoma.", "cp1257"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "cp866"),
        ("Сьогодні їхній уряд оголосив, що ціни є нижчими, ніж торік.", "cp1251"),
        ("Η κυβέρνηση ανακοίνωσε νέα μέτρα για την ακρίβεια, είπε ο υπουργός.", "iso8859-7"),
    ],
)
@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">'])
def test_what_no_or_a_false_declaration_tells_the_letters_tell(text: str, codec: str, declared: str) -> None:
    """A sentence in a page full of markup is enough; that the encoding is guessed is said."""
    page = (
        f"{declared}<div class='story' data-id='1'><p>{text}</p></div><script>var counted = 1;</script>" * 3
    )
    body = page.encode(codec)
    assert (decode(body, None).text, reasons(body)) == (page, [Reason.ENCODING_GUESSED])


@pytest.mark.parametrize("label", ["GB2312", "iso-8859-1", "utf-16", "windows-1251"])
def test_utf8_beats_what_is_declared(label: str) -> None:
    """Valid UTF-8 is UTF-8, whatever HTTP and the meta tag say."""
    page = f'<meta charset="{label}">{RUSSIAN}'
    assert decode(page.encode(), f"text/html; charset={label}")[:2] == (page, ())


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, codec: str) -> None:
    """A byte-order mark wins over every declaration and is no part of the text."""
    assert decode(mark + RUSSIAN.encode(codec), "text/html; charset=windows-1251")[:2] == (RUSSIAN, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(codec: str) -> None:
    """UTF-16 without a mark is known by the NULs of its markup."""
    page = "<html><head><title>Herald</title></head><body><p>Bread and weather.</p></body></html>"
    assert decode(page.encode(codec), None)[:2] == (page, ())


@pytest.mark.parametrize("label", ["bz2", "hex", "rot13", "idna", "undefined", "no-such", "x" * 5000, "\0"])
def test_names_that_are_no_encoding(label: str) -> None:
    """A charset that no text is written in is passed over, and the guess is named."""
    text, problems, _ = decode("été à Nice".encode("cp1252"), f"text/html; charset={label}")
    assert text == "été à Nice"
    assert [problem.reason for problem in problems] == [Reason.ENCODING_GUESSED]


def test_damaged_utf8_stays_utf8() -> None:
    """A page cut in the middle of a character is still UTF-8, and said to be damaged."""
    body = RUSSIAN.encode()
    cut = body[: body.index("погоде".encode()) + 1]
    text, problems, _ = decode(cut, None)
    assert text.startswith("<p>Степная газета")
    assert [problem.reason for problem in problems] == [Reason.ENCODING_DAMAGED]


NO_TEXT = [
    b"\x89PNG\r\n\x1a\n\0\0",
    b"%PDF-1.7\n",
    b"\x1f\x8b\x08\0",
    b"PK\x03\x04",
    b"\0" * 3_000,
    random.Random(1).randbytes(3_000),
    b"<html><body>" + random.Random(2).randbytes(3_000),
]


@pytest.mark.parametrize("body", NO_TEXT)
def test_files_that_are_no_text(body: bytes) -> None:
    """A picture, an archive or other data under the name of a page is no text."""
    assert decode(body, "text/html")[0] == ""
    assert reasons(body) == [Reason.NOT_TEXT]


def test_a_page_with_a_few_control_bytes_is_a_page() -> None:
    """Editors leave them in text, and it is text all the same."""
    page = b"<p>" + b"The council voted on Monday to rebuild the bridge over the river.\x03 " * 20
    assert decode(page, "text/html")[:2] == (page.decode(), ())


@given(body=st.binary(max_size=300), content_type=st.none() | st.text(max_size=40))
def test_any_bytes_give_the_same_text_twice(body: bytes, content_type: str | None) -> None:
    """Decoding never raises and is deterministic."""
    assert decode(body, content_type) == decode(body, content_type)


def test_nuls_are_told() -> None:
    """Browsers drop them; that they were there says that the page is damaged."""
    assert reasons(RUSSIAN.replace("пишет", "пи\0шет").encode()) == [Reason.ENCODING_DAMAGED]
    assert reasons(RUSSIAN.encode("utf-16")) == []
